"""The one door for writes: what it refuses, what it records."""

from __future__ import annotations

import pytest

from zonedesk.domain.changes import RowChange
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import say
from zonedesk.ops.session import Session
from zonedesk.store.writer import Writer


def project(w: Writer, *, name: str = "某某项目") -> int:
    """新增."""
    return w.insert("project", {"name": name})


@pytest.mark.parametrize(
    "write",
    [
        lambda w: w.insert("projects", {"name": "甲"}),
        lambda w: w.insert("project", {"name": "甲", "nmae": "乙"}),
        lambda w: w.insert_many("project", [{"name": "甲"}, {"name": "乙", "code": "丙"}]),
        lambda w: w.insert_many("project", [{"name": "甲", "code": "丙"}, {"name": "乙"}]),
        lambda w: w.insert("change_set", {"label": "甲"}),
        lambda w: w.update("meta", 1, {"value": "甲"}),
        lambda w: w.update("project", 1, {"nmae": "甲"}),
        lambda w: w.update("project", 999, {"name": "甲"}),
        lambda w: w.delete("project", 999),
        lambda w: w.find("project", nmae="甲"),
        lambda w: w.find_all("sqlite_master"),
    ],
)
def test_what_the_ledger_does_not_have_is_a_key_error(session: Session, write) -> None:
    session.run(project)
    before = list(session._ledger.file.connection.iterdump())

    def operation(w: Writer) -> None:
        """试."""
        project(w, name="先写一行")
        write(w)

    with pytest.raises(KeyError):
        session.run(operation)
    assert list(session._ledger.file.connection.iterdump()) == before


def test_a_step_is_whole_or_not_at_all(session: Session) -> None:
    def operation(w: Writer) -> None:
        """半步."""
        project(w)
        raise RuntimeError("中途出错")

    told = []
    session.subscribe(told.append)
    with pytest.raises(RuntimeError):
        session.run(operation)
    assert session.reader.projects() == []
    assert session.steps() == []
    assert told == []
    assert session.run(project), "the door is open again after a failed step"


def test_an_update_without_change_records_nothing(session: Session) -> None:
    session.run(project)

    def same(w: Writer) -> None:
        """照旧."""
        assert not w.update("project", 1, {"name": "某某项目", "code": None})

    told = []
    session.subscribe(told.append)
    changes = session.run(same)
    assert not changes
    assert changes.set_id == 0
    assert len(session.steps()) == 1
    assert told == []


def test_an_update_records_only_what_differs(session: Session) -> None:
    session.run(project)

    def both(w: Writer) -> None:
        """改."""
        w.update("project", 1, {"name": "某某项目", "code": "甲1"})

    assert session.run(both).rows == (RowChange("project", 1, {"code": None}, {"code": "甲1"}),)


def test_duplicates_and_gaps_are_told_in_the_officer_s_words(session: Session) -> None:
    def listed_twice(w: Writer) -> None:
        """列入."""
        batch = w.insert("batch", {"name": "2024年第一次"})
        row = {"project_id": project(w), "batch_id": batch, "track": "signing"}
        w.insert_many("listing", [row, row])

    def nameless(w: Writer) -> None:
        """无名."""
        w.update("project", project(w), {"name": None})

    def zone_twice(w: Writer) -> None:
        """重名."""
        first = w.insert("zone", {"name": "甲区"})
        w.update("zone", w.insert("zone", {"name": "乙区"}), {"name": "甲区"})
        assert first

    for operation, words in (
        (listed_twice, ("列入批次", "活动批次", "类别")),
        (nameless, ("项目名称", "不能为空")),
        (zone_twice, ("开发区名称",)),
    ):
        with pytest.raises(RefusedError) as refused:
            session.run(operation)
        assert all(word in say(refused.value) for word in words), say(refused.value)
    assert session.steps() == []


def test_only_the_ledger_s_writer_has_a_door(session: Session) -> None:
    """An operation inside an operation would be a step within a step."""

    def inner(w: Writer) -> None:
        """外."""
        project(w)
        session.run(project)

    with pytest.raises(Exception, match="failed"):
        session.run(inner)
    assert session.reader.projects() == []


def test_columns_that_must_hold_something(session: Session) -> None:
    def look(w: Writer) -> None:
        """看."""
        assert w.must_hold("procedure") == {
            "project_id": None,
            "name": None,
            "required": "需办",
            "status": "未启动",
            "unfit": "{}",
        }

    session.run(look)

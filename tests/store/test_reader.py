"""Questions to the ledger."""

from __future__ import annotations

import datetime as dt
import gc
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.dates import reached
from zonedesk.domain.reporting import last_whole_month
from zonedesk.ops.edit import add_project, add_row
from zonedesk.ops.session import Session
from zonedesk.store.writer import Writer

days = st.dates(dt.date(1999, 12, 1), dt.date(2001, 2, 1)).map(dt.date.isoformat)


@given(days)
def test_the_last_month_that_is_over(as_of: str) -> None:
    month = last_whole_month(as_of)
    assert reached(month, as_of)
    following = (dt.date.fromisoformat(month + "-28") + dt.timedelta(days=5)).isoformat()[:7]
    assert not reached(following, as_of)


@pytest.fixture
def reported(session: Session) -> Session:
    session.run(add_project, name="甲", zone="某某开发区")
    session.run(add_project, name="乙")
    for month, amount in (("2024-01", "1"), ("2024-02", ""), ("2024-03", "约定"), ("2024-04", "4")):
        session.run(
            add_row, table="monthly_progress", project_id=1, values={"month": month, "invest_total": amount}
        )
    return session


def test_completed_investment_is_that_of_the_last_month_reported(reported: Session) -> None:
    at = {
        day: reported.facts(day).completed.get(1)
        for day in ("2023-12-31", "2024-03-31", "2024-04-29", "2024-04")
    }
    assert at == {
        "2023-12-31": None,
        "2024-03-31": 100_000_000,
        "2024-04-29": 100_000_000,
        "2024-04": 400_000_000,
    }
    assert reported.reader.last_reported_month() == "2024-04"


def test_projects_show_the_last_reported_value_and_what_does_not_fit(reported: Session) -> None:
    first, second = reported.reader.projects()
    assert (first["completed_investment"], second["completed_investment"]) == (400_000_000, None)
    assert first["unfit"] == {}
    reported.run(
        add_row, table="monthly_progress", project_id=2, values={"month": "2024-04", "invest_total": "待核实"}
    )
    assert reported.reader.project(2)["unfit"] == {"completed_investment": "待核实"}


def test_projects_by_id(reported: Session) -> None:
    assert [p["name"] for p in reported.reader.projects([2, 2, 99])] == ["乙"]
    assert reported.reader.projects([]) == []
    assert reported.reader.project(99) is None
    assert len(reported.reader.projects(range(300_000))) == 2, "more ids than SQLite has marks"


def test_only_known_tables_and_columns_can_be_asked_for(session: Session) -> None:
    for ask in (
        lambda: session.reader.rows("meta"),
        lambda: session.reader.rows("project", nmae="甲"),
        lambda: session.reader.rows("project", order="nmae"),
        lambda: session.reader.names("listing"),
        lambda: session.reader.count("sqlite_master"),
    ):
        with pytest.raises(KeyError):
            ask()


def test_procedures_done_later_were_pending_then(session: Session) -> None:
    session.run(add_project, name="甲")
    for name, status, done_on in (
        ("备案", "已办结", "2024-02"),
        ("环评", "已办结", "2024-04-10"),
        ("能评", "已办结", ""),
        ("施工许可", "审查中", ""),
    ):
        values = {"name": name, "status": status, "done_on": done_on}
        session.run(add_row, table="procedure", project_id=1, values=values)
    session.run(add_row, table="procedure", project_id=1, values={"name": "取水", "required": "无需办理"})
    done = {
        day: session.figures(day).procedures.completion.numerator
        for day in ("2024-02-28", "2024-03-31", "2024-04-30")
    }
    assert done == {"2024-02-28": 1, "2024-03-31": 2, "2024-04-30": 3}
    pending = [item.name for item in session.figures("2024-03-31").procedures.pending]
    assert pending == ["环评", "施工许可"]


def test_a_second_reader_works_on_another_thread_while_the_first_writes(session: Session) -> None:
    found: list[int] = []

    def look() -> None:
        with session.second_reader() as reader:
            found.append(reader.count("project"))
            session_wrote.wait(10)
            found.append(reader.count("project"))

    session_wrote = threading.Event()
    worker = threading.Thread(target=look)
    worker.start()
    session.run(add_project, name="甲")
    session_wrote.set()
    worker.join()
    assert found[1] == 1


def test_the_collector_goes_on_after_the_facts_are_read(session: Session) -> None:
    session.reader.facts("2024-03-31")
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_facts_are_read_once_until_something_is_written(session: Session) -> None:
    first = session.facts("2024-03-31")
    assert session.facts("2024-03-31") is first

    def nothing(_: Writer) -> None:
        """无."""

    session.run(nothing)
    assert session.facts("2024-03-31") is first
    session.run(add_project, name="甲")
    assert len(session.facts("2024-03-31").projects) == 1
    session.undo()
    assert session.facts("2024-03-31").projects == {}

"""Reading the rows of figures: of one moment, and from indexes that hold them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from zonedesk.ops.edit import add_project, add_row
from zonedesk.ops.session import Session
from zonedesk.store import bulk
from zonedesk.store.bulk import Question
from zonedesk.store.facts_reader import FactsReader
from zonedesk.store.guarded import GuardedConnection

AS_OF = "2024-03-31"


@pytest.fixture
def one(session: Session) -> Session:
    """A ledger of one project with a procedure."""
    session.run(add_project, name="甲")
    session.run(add_row, table="procedure", project_id=1, values={"name": "备案"})
    return session


@pytest.fixture
def disturb(one: Session, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on, another program adds a project with a procedure after each question."""
    ask = bulk._ask

    def then_write(connection: GuardedConnection, question: Question) -> Any:
        told = ask(connection, question)
        with closing(sqlite3.connect(one.path)) as other:
            number = other.execute("INSERT INTO project (name) VALUES ('乙') RETURNING id").fetchone()[0]
            other.execute("INSERT INTO procedure (project_id, name) VALUES (?, '环评')", (number,))
            other.commit()
        return told

    return lambda: monkeypatch.setattr(bulk, "_ask", then_write)


@pytest.mark.parametrize("ids", [None, [1, 2, 3]])
def test_facts_are_of_one_moment(one: Session, disturb: Callable[[], None], ids: list[int] | None) -> None:
    disturb()
    with one.second_reader() as reader:
        facts = reader.facts(AS_OF, ids)
    assert list(facts.projects) == [1]
    assert [(item.project_id, item.name) for item in facts.pending] == [(1, "备案")]
    assert [count.project_id for count in facts.procedures] == [1]
    assert one.reader.count("project") > 1


def test_another_day_is_of_one_moment_too(one: Session, disturb: Callable[[], None]) -> None:
    with one.second_reader() as reader:
        known = reader.facts(AS_OF)
        disturb()
        found = reader.facts_of_another_day("2024-02-29", known)
    assert [(item.project_id, item.name) for item in found.pending] == [(1, "备案")]
    assert one.reader.count("project") > 1


def test_what_figures_ask_is_held_by_indexes(session: Session) -> None:
    """But for the projects, whose own table is read."""
    reader = FactsReader(session.reader.connection, AS_OF)
    questions = [
        reader._listings(None),
        reader._completed(None),
        reader._needed(None),
        *reader._pending(None),
    ]
    for question in questions:
        groups = f" GROUP BY {', '.join(question.by)}" if question.by else ""
        plan = session.reader.connection.execute(
            f"EXPLAIN QUERY PLAN SELECT {', '.join(question.wanted)} FROM {question.source}{groups}",
            question.args,
        )
        steps = [step for *_, step in plan if step.startswith(("SCAN", "SEARCH")) and "SUBQUERY" not in step]
        read = [step for step in steps if "subquery" not in step.lower()]
        assert read
        assert all("COVERING INDEX" in step for step in read), (question, read)
        assert not any("TEMP B-TREE" in step for step in steps)


def test_one_project_s_procedures_are_not_looked_for_by_date(session: Session) -> None:
    for question in FactsReader(session.reader.connection, AS_OF)._pending([1]):
        plan = session.reader.connection.execute(
            f"EXPLAIN QUERY PLAN SELECT id FROM {question.source}", question.args
        ).fetchall()
        assert any("project_id=?" in step for *_, step in plan), (question, plan)

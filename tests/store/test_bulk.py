"""Very many rows at once, a column at a time, on two threads."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zonedesk.domain.errors import LedgerError
from zonedesk.store.bulk import Question, answer, answers
from zonedesk.store.guarded import GuardedConnection

cells = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=9)


def memory() -> GuardedConnection:
    """A connection that any thread may use."""
    return sqlite3.connect(":memory:", factory=GuardedConnection, check_same_thread=False)


@given(st.lists(st.tuples(cells, cells), max_size=5), st.sets(st.sampled_from("ab")), st.booleans())
@example([('王某某"厂\\', ""), ("a\nb\t\x01\x00c\u2028", "😀"), (2**63 - 1, None)], {"a"}, True)
def test_columns_handed_over_whole_hold_what_the_rows_hold(
    rows: list[tuple[object, object]], words: set[str], beside: bool
) -> None:
    with closing(memory()) as connection:
        connection.execute("CREATE TABLE found (a, b)")
        connection.executemany("INSERT INTO found VALUES (?, ?)", rows)
        [columns] = answers(connection, [Question(("a", "b"), "found", words=words)], beside=beside)
        assert list(zip(*columns, strict=True)) == rows


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["甲,乙", '"', "]"]), cells), max_size=9))
@example([])
def test_groups_hold_the_lists_of_their_values(rows: list[tuple[int, str, object]]) -> None:
    with closing(memory()) as connection:
        connection.execute("CREATE TABLE found (a, b, c)")
        connection.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)
        columns = answer(connection, Question(("c",), "found", by=("a", "b")))
        expected: dict[tuple[int, str], list[object]] = {}
        for a, b, c in rows:
            expected.setdefault((a, b), []).append(c)
        found = {(a, b): sorted(each, key=repr) for a, b, each in zip(*columns, strict=True)}
        assert found == {key: sorted(each, key=repr) for key, each in expected.items()}


@pytest.fixture
def numbers() -> Iterator[GuardedConnection]:
    with closing(memory()) as connection:
        connection.execute("CREATE TABLE found (a)")
        connection.executemany("INSERT INTO found VALUES (?)", [(n,) for n in range(9)])
        yield connection


def test_answers_come_in_the_order_of_the_questions(numbers: GuardedConnection) -> None:
    questions = [Question(("a",), "found WHERE a = ?", (n,)) for n in range(9)]
    assert list(answers(numbers, questions, beside=True)) == [[[n]] for n in range(9)]


def test_what_another_thread_meets_is_told_to_who_asked(numbers: GuardedConnection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        list(answers(numbers, [Question(("a",), "nowhere")], beside=True))


def test_a_column_that_cannot_be_read_is_damage(numbers: GuardedConnection) -> None:
    numbers.execute("INSERT INTO found VALUES (CAST(x'ff' AS TEXT))")
    with pytest.raises(LedgerError):
        list(answers(numbers, [Question(("a",), "found")], beside=True))


def test_who_stops_asking_has_the_connection_back(numbers: GuardedConnection) -> None:
    long = (
        "(WITH RECURSIVE n(a) AS (VALUES (1) UNION ALL SELECT a + 1 FROM n WHERE a < 200000) SELECT a FROM n)"
    )
    asked: list[str] = []
    numbers.set_trace_callback(asked.append)
    questions = [Question(("a",), "found"), *[Question(("a",), long)] * 9]
    with closing(answers(numbers, questions, beside=True)) as told:
        next(told)
    assert len(asked) < len(questions)
    assert not any(thread.name.startswith("ledger-rows") for thread in threading.enumerate())
    assert numbers.execute("SELECT count(*) FROM found").fetchone() == (9,)


def test_a_connection_answers_its_own_thread_only_until_it_is_lent(numbers: GuardedConnection) -> None:
    numbers.owner = threading.get_ident()
    with ThreadPoolExecutor(1) as other:
        with pytest.raises(sqlite3.ProgrammingError):
            other.submit(numbers.execute, "SELECT 1").result()
        assert list(answers(numbers, [Question(("a",), "found")], beside=True)) == [[list(range(9))]]
        with pytest.raises(sqlite3.ProgrammingError):
            other.submit(numbers.execute, "SELECT 1").result()
    assert numbers.execute("SELECT 1").fetchone() == (1,)

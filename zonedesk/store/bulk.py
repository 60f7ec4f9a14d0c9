"""Very many rows at once: SQLite hands over each column whole, and works on while Python reads what it gave."""

from __future__ import annotations

import contextlib
import gc
import json
from collections import deque
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple, TypeVar

from zonedesk.store.guarded import GuardedConnection
from zonedesk.store.sound import all_whole, damaged, is_day

N = TypeVar("N", bound=tuple[Any, ...])
V = TypeVar("V")
Column = Sequence[Any]


class Question(NamedTuple):
    """These expressions of every row of `source` (what may stand after FROM), in no sure order.

    `words` are the columns whose values are kept once where they stand in very many rows. With `by`, the rows are
    grouped by these columns, which come first, and instead of each value there is the group's list of them: such a
    column cannot be of the `words`.

    A file is damaged in which one of the columns `numbers` holds anything but whole numbers, or one of `days` (which
    are of the `words`) anything but partial ISO dates; either may be empty.
    """

    wanted: Sequence[str]
    source: str
    args: Sequence[Any] = ()
    words: Collection[str] = ()
    by: Sequence[str] = ()
    numbers: Collection[str] = ()
    days: Collection[str] = ()


def answer(connection: GuardedConnection, question: Question) -> list[Column]:
    """The columns that a question asks for, each as long as there are rows (or groups). LedgerError for a damaged file."""
    return _read(connection, question, _ask(connection, question))


def answers(
    connection: GuardedConnection, questions: Sequence[Question], *, beside: bool
) -> Generator[list[Column], None, None]:
    """The same for each question in turn.

    With `beside`, the next one is asked on another thread while an answer is read: of very many rows both take
    as long, and SQLite does not hold Python up. Nobody else may use the connection until the last is taken.
    """
    if not beside:
        yield from (answer(connection, question) for question in questions)
        return
    worker = ThreadPoolExecutor(1, "ledger-rows")
    with connection.lent():
        try:
            asked = deque(worker.submit(_ask, connection, question) for question in questions)
            for question in questions:
                # Taken off first: a text that was read is not kept beside what was made of it.
                yield _read(connection, question, asked.popleft().result())
        finally:
            worker.shutdown(cancel_futures=True)


def _ask(connection: GuardedConnection, question: Question) -> tuple[str, ...]:
    # One JSON array for each column: asking SQLite cell by cell takes twice as long. And all in one row, else
    # the other thread is asked for Python at each one.
    arrays = [f"json_group_array({column})" for column in question.wanted]
    source = question.source
    if question.by:
        parts = ", ".join(f"{array} AS part{number}" for number, array in enumerate(arrays))
        by = ", ".join(question.by)
        source = f"(SELECT {by}, {parts} FROM {source} GROUP BY {by})"
        arrays = [f"json_group_array({column})" for column in question.by]
        arrays += [f"'[' || ifnull(group_concat(part{n}), '') || ']'" for n in range(len(question.wanted))]
    found: tuple[str, ...] = connection.execute(
        f"SELECT {', '.join(arrays)} FROM {source}", question.args
    ).fetchone()
    return found


def _read(connection: GuardedConnection, question: Question, told: tuple[str, ...]) -> list[Column]:
    path = connection.path
    columns: list[Column] = []
    for name, array in zip((*question.by, *question.wanted), told, strict=True):
        if name in question.numbers and not all_whole(array):
            raise damaged(path)
        column = connection.decoded(array)
        if name in question.words:
            kept: dict[object, object] = {}
            column = shared(column, kept)
            if name in question.days and not all(map(is_day, kept)):
                raise damaged(path)
        columns.append(column)
    return columns


def shared(column: Iterable[V], kept: dict[V, V] | None = None) -> list[V]:
    """The same values, those that stand often (days, words of a list, amounts) kept once instead of for each row.

    `kept` is filled with each of them, where it is given.
    """
    once: dict[V, V] = {} if kept is None else kept
    values = list(column)
    return list(map(once.setdefault, values, values))


def made(kind: type[N], columns: Iterable[Column]) -> Iterator[N]:
    """Rows as named tuples. `_make` counts each row's columns again, which takes longer than making it."""
    return map(partial(tuple.__new__, kind), zip(*columns, strict=True))


def limited(column: str, ids: Collection[int] | None, more: str = "") -> tuple[str, list[str]]:
    """A WHERE clause (with a blank before it; "" for none) that limits `column` to ids, and its values."""
    parts = [more] if more else []
    if ids is not None:
        # One value, not one mark for each id: SQLite limits the marks, a paste of rows does not.
        parts.append(f"{column} IN (SELECT value FROM json_each(?))")
    return (" WHERE " + " AND ".join(parts) if parts else ""), [] if ids is None else [json.dumps([*ids])]


@contextlib.contextmanager
def no_collection(*, lasting: bool = False) -> Iterator[None]:
    """Hold the garbage collector back while very many small rows are made: none of them is garbage.

    `lasting` for rows that are kept as long as the ledger is open.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if lasting:
                # What was frozen counts as old: else the next object made would have all rows looked through.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@contextlib.contextmanager
def one_moment(connection: GuardedConnection) -> Iterator[None]:
    """Let several questions see the same state, also while another program writes."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")

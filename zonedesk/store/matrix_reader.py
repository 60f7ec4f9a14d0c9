"""What the matrix of procedures asks of the ledger: one number for each procedure, its state on a day, and no more."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from zonedesk.domain.columns import DONE, NOT_REQUIRED, REQUIRED
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.procedures import NOT_STARTED, State
from zonedesk.store.bulk import Question, answer, limited, no_collection
from zonedesk.store.day_conditions import Condition, not_done, not_over
from zonedesk.store.guarded import GuardedConnection
from zonedesk.store.reader import Reader

# The state that each code stands for; 0 where a project lacks the procedure.
STATES: tuple[State | None, ...] = (
    None, State.DONE, State.DOING, State.NOT_STARTED, State.OVERDUE, State.NOT_REQUIRED, State.UNDECIDED,
)  # fmt: skip
_SPARE = 64  # places for names not met before
CODES = {state: code for code, state in enumerate(STATES)}


class Waiting(NamedTuple):
    """A required procedure that is not done. `told` holds its id, when it was promised and when taken in, divided by |.

    Taken apart only when it is looked at: there may be very many.
    """

    project_id: int
    name: str
    code: int
    told: str


class MatrixReader:
    """Asks through the connection of a reader. `ids` limits an answer to these projects; None means all."""

    def __init__(self, reader: Reader) -> None:
        self._connection: GuardedConnection = reader.connection

    def read(self, as_of: str, slots: dict[str, int], ids: Iterable[int] | None = None) -> dict[int, bytes]:
        """By project one code for each slot, on a day (ISO).

        `slots` gives each procedure's name its place; names not met before are added to it. States are what
        `state_of` gives, worked out by the store: hundreds of thousands are looked at together.
        """
        with no_collection(lasting=ids is None):
            return self._lines(as_of, slots, ids)

    def _lines(self, as_of: str, slots: dict[str, int], ids: Iterable[int] | None) -> dict[int, bytes]:
        lines: dict[int, bytearray] = {}
        known: dict[str, tuple[int, int]] = {}
        room = len(slots) + _SPARE
        last, line = None, bytearray()
        state, days = _code(as_of)
        for pid, told in self._asked(("project_id", f"name || {state}"), days, Condition("1"), ids):
            # A project's procedures stand together, mostly: each look-up that can be spared counts here.
            if pid != last:
                last = pid
                line = lines.get(pid) or lines.setdefault(pid, bytearray(room))
            found = known.get(told)
            if found is None:
                found = known[told] = (slots.setdefault(told[:-1], len(slots)), int(told[-1]))
            slot, code = found
            if slot >= len(line):
                line.extend(bytes(slot + 1 + _SPARE - len(line)))
            line[slot] = code
        wide = len(slots)
        return {pid: bytes(line[:wide]).ljust(wide, b"\0") for pid, line in lines.items()}

    def waiting(self, as_of: str, ids: Iterable[int] | None = None) -> list[Waiting]:
        """The required procedures that are not done on a day."""
        state, days = _code(as_of)
        told = "id || '|' || coalesce(promised_on, '') || '|' || coalesce(accepted_on, '')"
        wanted = ("project_id", "name", state, told)
        ways = not_done(as_of)
        # Asked together and of the table itself: what is wanted of each row stands in no index.
        waits = " OR ".join(f"({way.sql})" for way in ways)
        where = Condition(
            f"+required = '{REQUIRED}' AND ({waits})", tuple(chain(*(way.args for way in ways)))
        )
        with no_collection():
            return list(map(Waiting._make, self._asked(wanted, days, where, ids)))

    def _asked(
        self, wanted: Sequence[str], args: Sequence[str], where: Condition, ids: Iterable[int] | None
    ) -> Iterator[tuple[Any, ...]]:
        """These expressions, whose values are `args`, of the procedures that a condition holds for."""
        among, of_ids = limited("project_id", None if ids is None else list(ids), more=where.sql)
        question = Question(wanted, f"procedure{among}", (*args, *where.args, *of_ids), wanted[1:2])
        return zip(*answer(self._connection, question), strict=True)

    def templates_of(self, names: Collection[str]) -> dict[str, int]:
        """By name of a procedure, the newest template from which one of that name was made."""
        if not names:
            return {}
        found: Iterable[tuple[str, int]] = self._connection.execute(
            "SELECT name, max(template_id) FROM procedure WHERE template_id IS NOT NULL"
            " AND name IN (SELECT value FROM json_each(?)) GROUP BY name",
            (json.dumps(list(names)),),
        )
        return dict(found)


def _code(as_of: str) -> tuple[str, list[str]]:
    """The expression that gives a procedure's code, and its values.

    Days sort by their text; the only partial ones that sort before a day without lying before it are the year and
    the month that it lies in.
    """
    day = takes_effect(as_of)
    within, unfinished = (day[:4], day[:7]), not_over(day)
    marks = ", ".join("?" * len(unfinished))
    reached = f"({{0}} <= ? AND {{0}} NOT IN ({marks}))"
    coming = f"({{0}} IS NULL OR {{0}} > ? OR {{0}} IN ({marks}))"
    done = f"(status = '{DONE}' AND (done_on IS NULL OR {reached.format('done_on')}))"
    paused = (
        f"({reached.format('coalesce(accepted_on, submitted_on)')} AND id IN (SELECT procedure_id FROM"
        f" procedure_pause WHERE {reached.format('from_on')} AND {coming.format('to_on')}))"
    )
    late = f"(promised_on < ? AND promised_on NOT IN (?, ?) AND {paused} IS NOT TRUE)"
    code = (
        f"CASE required WHEN '{NOT_REQUIRED}' THEN {CODES[State.NOT_REQUIRED]} WHEN '{REQUIRED}' THEN CASE"
        f" WHEN {done} THEN {CODES[State.DONE]} WHEN {late} THEN {CODES[State.OVERDUE]}"
        f" WHEN status = '{NOT_STARTED}' THEN {CODES[State.NOT_STARTED]} ELSE {CODES[State.DOING]} END"
        f" ELSE {CODES[State.UNDECIDED]} END"
    )
    once = [day, *unfinished]
    return code, [*once, day, *within, *once, *once, *once]

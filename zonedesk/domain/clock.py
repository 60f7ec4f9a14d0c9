"""The clock of a procedure: days run since it was taken in, when they are up, where it is stuck and for how long."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zonedesk.domain.calendar import WorkCalendar
from zonedesk.domain.columns import NOT_REQUIRED
from zonedesk.domain.dates import days_between, reached, takes_effect
from zonedesk.domain.procedures import is_done
from zonedesk.domain.tracking_columns import WORKING_DAYS

Row = Mapping[str, Any]
_FAR = "2099-12-31"


@dataclass(frozen=True, slots=True)
class Terms:
    """How long a procedure may take: `days` of `day_type`; None if nobody has said."""

    days: int | None = None
    day_type: str = WORKING_DAYS


@dataclass(frozen=True, slots=True)
class Clock:
    """How the days of a procedure stand.

    `elapsed` and `paused` are days of `day_type` since `start`; `due` the day (ISO) by which it is to be done, moved
    on by the pauses that are over, None while one runs or if no limit is known; `left` the days that are left,
    negative when past it. `unknown` are the years of which only weekends could be taken off.
    """

    start: str
    end: str
    day_type: str
    elapsed: int
    paused: int
    due: str | None
    left: int | None
    running: bool
    paused_for: str | None
    unknown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stuck:
    """Where an open procedure stands: the step (or state) it waits in, since when (ISO), for how many days."""

    step: str
    since: str | None
    days: int | None


def clock_of(
    row: Row, pauses: Collection[Row], terms: Terms, calendar: WorkCalendar, as_of: str
) -> Clock | None:
    """The clock of a procedure on a day; None if it was not handed in by then, or is done nobody knows when.

    It runs from 受理 (else 申报) to 办结 or the day looked at.
    """
    start = row["accepted_on"] or row["submitted_on"]
    ended = is_done(row, as_of)
    if not reached(start, as_of) or (ended and not row["done_on"]):
        return None
    first = takes_effect(start)
    end = max(takes_effect(row["done_on"]) if ended else as_of, first)
    spans, open_pause = _spans(pauses, first, as_of) if pauses else ([], None)
    run = calendar.days_between(first, end, terms.day_type)
    paused = sum(_within(span, first, end, terms.day_type, calendar) for span in spans)
    halted = None if ended or open_pause is None else str(open_pause["reason"] or "")
    due, unknown = None, set(run.unknown)
    if terms.days is not None and halted is None:
        due, more = _due(first, terms, spans, calendar)
        unknown.update(more)
    elapsed = run.count - paused
    return Clock(
        start=first,
        end=end,
        day_type=terms.day_type,
        elapsed=elapsed,
        paused=paused,
        due=due,
        left=None if terms.days is None else terms.days - elapsed,
        running=not ended and halted is None,
        paused_for=halted,
        unknown=tuple(sorted(unknown)),
    )


def stuck_at(row: Row, steps: Sequence[Row], as_of: str) -> Stuck | None:
    """卡在哪一步、几天: the step after the last one done; None for what is done or need not be done.

    Steps come one after the other: those before one that is done are taken as passed. Without steps it is the state
    itself. Days are calendar days since the last thing that is known to have happened.
    """
    if row["required"] == NOT_REQUIRED or is_done(row, as_of):
        return None
    ordered = in_order(steps)
    done = [number for number, step in enumerate(ordered) if reached(step["done_on"], as_of)]
    waiting = ordered[done[-1] + 1 if done else 0 :]
    name = str(waiting[0]["name"] if waiting else row["status"])
    known = [ordered[number]["done_on"] for number in done]
    known += [row[key] for key in ("submitted_on", "accepted_on", "status_on") if reached(row[key], as_of)]
    since = max(map(takes_effect, known), default=None)
    return Stuck(name, since, None if since is None else days_between(since, as_of))


def in_order(steps: Iterable[Row]) -> list[Row]:
    """Steps in their order; those without a number come last."""
    return sorted(steps, key=lambda step: (step["seq"] is None, step["seq"] or 0, step["id"]))


def _spans(pauses: Iterable[Row], first: str, as_of: str) -> tuple[list[tuple[str, str]], Row | None]:
    """The pauses begun by the day as spans of days (both ends in) that do not overlap, and the one still open."""
    known: list[tuple[str, str]] = []
    still_open: Row | None = None
    for pause in sorted(pauses, key=lambda each: each["from_on"] or ""):
        begun = pause["from_on"]
        if not reached(begun, as_of):
            continue
        ended = reached(pause["to_on"], as_of)
        if not ended:
            still_open = pause
        start, end = takes_effect(begun), takes_effect(pause["to_on"]) if ended else _FAR
        if end >= max(start, first):
            known.append((max(start, first), end))
    spans: list[tuple[str, str]] = []
    for start, end in sorted(known):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans, still_open


def _within(span: tuple[str, str], first: str, end: str, day_type: str, calendar: WorkCalendar) -> int:
    """How many counted days after `first` up to `end` lie within a pause."""
    start, stop = max(span[0], first), min(span[1], end)
    if stop < start:
        return 0
    # The day a pause begins on is paused too; the day the clock starts on counts in neither.
    count = calendar.days_between(start, stop, day_type).count
    return count + (start > first and calendar.counts(start, day_type))


def _due(
    first: str, terms: Terms, spans: Sequence[tuple[str, str]], calendar: WorkCalendar
) -> tuple[str, tuple[int, ...]]:
    """The day on which the days are up, with the pauses left out."""
    assert terms.days is not None
    allowed = terms.days
    while True:
        day = calendar.add_days(first, allowed, terms.day_type)
        paused = sum(_within(span, first, day.iso, terms.day_type, calendar) for span in spans)
        if terms.days + paused == allowed or day.iso >= _FAR:
            return day.iso, day.unknown
        allowed = terms.days + paused

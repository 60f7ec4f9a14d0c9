"""Conditions of SQL that ask whether a partial date has taken effect, as `domain.dates` says it."""

from __future__ import annotations

from typing import NamedTuple

from zonedesk.domain.columns import DONE
from zonedesk.domain.dates import takes_effect


class Condition(NamedTuple):
    """A condition of SQL on one row, and its values."""

    sql: str
    args: tuple[str, ...] = ()


def not_over(as_of: str) -> tuple[str, ...]:
    """The year and the month that a day (ISO) lies in, if they are not over by its end."""
    return tuple(period for period in (as_of[:4], as_of[:7]) if takes_effect(period) > as_of)


def not_done(as_of: str) -> tuple[Condition, ...]:
    """Conditions of which one, and no other, holds for a procedure that is not done as of a day (ISO).

    Its status is the state of today. Whoever wants no more than the indexes hold asks one by one, for each has its
    own: very many procedures are done, and mostly few of them since.
    """
    return (Condition(f"status <> '{DONE}'"), *done_later(as_of))


def done_later(as_of: str) -> tuple[Condition, Condition]:
    """Those of them that hold for a procedure that is done by now.

    A day sorts by its text; the only partial dates that sort before `as_of` without having taken effect are
    the year and the month that it lies in.
    """
    periods = not_over(as_of)
    marks = ", ".join("?" * len(periods))
    return (
        Condition(f"status = '{DONE}' AND done_on > ?", (as_of,)),
        Condition(f"status = '{DONE}' AND done_on IN ({marks})", periods),
    )

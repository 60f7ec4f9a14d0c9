"""并联发证 (六证同发): how complete a package of permits is for a project, and how soon after the land work began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zonedesk.domain.columns import REQUIRED
from zonedesk.domain.dates import days_between, reached, takes_effect
from zonedesk.domain.procedures import is_done

# 拿地: the first of these steps that has a day.
LAND_STEPS = ("交地", "出让合同", "成交")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PackageStanding:
    """How a package stands for one project on a day.

    `needed` are its members that the project needs, by name; `missing` those of them not done. `issued_on` is the day
    (ISO) of the last one when all are done; `same_day` whether that was the day of every one. `land_on` is the day of
    拿地 with the step it is taken from; `days` from it to the start of building.
    """

    needed: tuple[str, ...]
    done: int
    missing: tuple[str, ...]
    absent: tuple[str, ...]
    issued_on: str | None
    same_day: bool
    land_step: str | None
    land_on: str | None
    start_on: str | None
    days: int | None

    @property
    def complete(self) -> bool:
        """Whether every member is in the project's list and done."""
        return bool(self.needed) and not self.missing and not self.absent


def package_standing(
    members: Sequence[tuple[str, str]],
    by_code: Mapping[str, Row],
    land_steps: Sequence[Row],
    project: Row,
    as_of: str,
) -> PackageStanding:
    """How a package stands. `members` are (code, name); `by_code` the project's procedures by code of their template.

    A member that is 无需办理 is not asked for; one that the project's list lacks is `absent`.
    """
    absent = tuple(name for code, name in members if code not in by_code)
    needed = [
        by_code[code] for code, _ in members if code in by_code and by_code[code]["required"] == REQUIRED
    ]
    done = [row for row in needed if is_done(row, as_of)]
    days = {takes_effect(row["done_on"]) for row in done if row["done_on"]}
    whole = bool(needed) and len(done) == len(needed) and not absent
    dated = whole and all(row["done_on"] for row in done)
    land = _land(land_steps, as_of)
    start = takes_effect(project["start_actual"]) if reached(project["start_actual"], as_of) else None
    return PackageStanding(
        needed=tuple(row["name"] for row in needed),
        done=len(done),
        missing=tuple(row["name"] for row in needed if not is_done(row, as_of)),
        absent=absent,
        issued_on=max(days) if dated else None,
        same_day=dated and len(days) == 1,
        land_step=land[0] if land else None,
        land_on=land[1] if land else None,
        start_on=start,
        days=days_between(land[1], start) if land and start else None,
    )


def _land(steps: Sequence[Row], as_of: str) -> tuple[str, str] | None:
    known = {step["name"]: step["done_on"] for step in steps if reached(step["done_on"], as_of)}
    return next(((name, takes_effect(known[name])) for name in LAND_STEPS if name in known), None)

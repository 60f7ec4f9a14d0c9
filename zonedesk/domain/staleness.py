"""久未更新: after how many days without an update a project stands out (R114), as an office sets it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import NamedTuple

from zonedesk.domain.settings import read_data
from zonedesk.domain.stages import Stage

SETTING = "staleness"
LEAST, MOST = 1, 3650


@dataclass(frozen=True, slots=True)
class Staleness:
    """Days: for signed projects, which are scheduled weekly, and for those that build or produce."""

    signed_days: int = 7
    other_days: int = 31

    def days_of(self, stage: Stage) -> int | None:
        """After how many days a project of a stage stands out; None for stages that are not followed."""
        if stage is Stage.SIGNED:
            return self.signed_days
        return self.other_days if stage in (Stage.STARTED, Stage.IN_PRODUCTION) else None


class StalenessReading(NamedTuple):
    """What was read, and the entries that could not be understood: these stand at their defaults."""

    staleness: Staleness
    faults: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def read_staleness(text: str | None) -> StalenessReading:
    """The setting; what is not said or not understood stands at its default."""
    if not text:
        return StalenessReading(Staleness())
    told = read_data(text)
    if not isinstance(told, dict):
        return StalenessReading(Staleness(), ("",))
    known = {each.name for each in fields(Staleness)}
    good = {key: value for key, value in told.items() if key in known and _fits(value)}
    return StalenessReading(Staleness(**good), tuple(key for key in told if key not in good))


def write_staleness(chosen: Staleness) -> str:
    """The setting that reads as this; "" for the default."""
    return "" if chosen == Staleness() else json.dumps(asdict(chosen))


def _fits(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and LEAST <= value <= MOST

"""The sources of what falls due. A new source is one file in this folder with a function marked `@morning_item`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from zonedesk.domain.figures.summary import Summary
from zonedesk.ops.session import Session
from zonedesk.store.light_reader import LightRows
from zonedesk.store.morning_reader import MorningReader


class MorningItem(NamedTuple):
    """One open thing with the day (partial ISO) it is to be done by.

    `kind` is its sort in a word (手续, 问题 …), `what` itself, `page` the page that keeps it. Who answers for it stands
    in `duty`, or, to be read only for lines that are shown, in the row `row_id` of `table` (DUTY_COLUMNS). Without a
    project it concerns the whole office.
    """

    kind: str
    what: str
    day: str
    project_id: int | None = None
    duty: str = ""
    page: str = ""
    row_id: int | None = None
    table: str = ""


DUTY_COLUMNS = {"procedure": ("dept",), "problem": ("duty_unit", "duty_person")}


@dataclass(frozen=True)
class Asked:
    """What sources are asked: everything open on `day` that is due by `until` (both ISO), also what is overdue.

    `among` are the projects in scope that were not withdrawn; things of other projects are not asked for, those of none are. `summary` is
    of the day that figures are looked at, `rows` hold the open problems with their days.
    """

    session: Session
    day: str
    until: str
    among: Collection[int]
    summary: Summary
    rows: LightRows

    @property
    def reader(self) -> MorningReader:
        """For asking what falls due in a table."""
        return MorningReader(self.session.reader)

    def wants(self, project_id: int | None) -> bool:
        """Whether things of a project are asked for."""
        return project_id is None or project_id in self.among


Source = Callable[[Asked], Iterable[MorningItem]]
_SOURCES: dict[str, tuple[int, Source]] = {}


def morning_item(order: int) -> Callable[[Source], Source]:
    """Register a source; of things due on one day, those of a lower `order` come first."""

    def register(function: Source) -> Source:
        _SOURCES[f"{function.__module__}.{function.__qualname__}"] = (order, function)
        return function

    return register


def sources() -> list[Source]:
    """All sources in order."""
    import zonedesk.ops.morning_items as package  # noqa: PLC0415 - finds the modules beside this one

    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    ordered = sorted((order, name) for name, (order, _) in _SOURCES.items())
    return [_SOURCES[name][1] for _, name in ordered]


def spoken(*parts: str | None) -> str:
    """Who answers: unit and person, what is said of them."""
    return " ".join(part for part in parts if part)

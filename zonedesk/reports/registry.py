"""The list of reports. A new report is one new file in this folder; nothing else is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Protocol

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.progress import Progress
from zonedesk.ops.session import Session


class Recipe(Protocol):
    """What a report's file gives: how its data are read, and how they are put on paper."""

    def collect(self, session: Session, month: str, scope: Scope | None) -> Any:
        """Read all that the report needs into plain data; `month` is YYYY-MM."""

    def render(self, data: Any, path: Path, progress: Progress) -> None:
        """Write the PDF of `data` to `path`. Needs no session, so it may run on another thread."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as commands and the screen list it."""

    name: str
    title: str
    recipe: Recipe

    def collect(self, session: Session, month: str, scope: Scope | None = None) -> Any:
        """Read the report's data on the session's own thread."""
        return self.recipe.collect(session, month, scope)


_REPORTS: dict[str, Report] = {}


def report(name: str, *, title: str) -> Callable[[type[Recipe]], type[Recipe]]:
    """Register a recipe class under `name`, shown to officers as `title`."""

    def add(recipe: type[Recipe]) -> type[Recipe]:
        _REPORTS[name] = Report(name, title, recipe())
        return recipe

    return add


def reports() -> dict[str, Report]:
    """All reports by name."""
    import zonedesk.reports as package  # noqa: PLC0415 - finds the modules beside this one

    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    return dict(sorted(_REPORTS.items()))


def find_report(name: str) -> Report:
    """The report of that name; RefusedError names those there are."""
    known = reports()
    if name not in known:
        raise RefusedError("report.unknown", name=name, known="、".join(known))
    return known[name]

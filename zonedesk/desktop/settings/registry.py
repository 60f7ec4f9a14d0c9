"""The sections of the settings page. A new one is one file in this folder with a class marked `@section`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """How the page knows a section: its key, what it is called, its place in the list, and how it is made."""

    key: str
    title: str
    order: int
    make: Callable[[Desk], QWidget]


@runtime_checkable
class Reloading(Protocol):
    """A section that reads its content when it is first shown, and after every change that it does not patch."""

    def reload(self) -> None:
        """Read what is shown afresh."""


@runtime_checkable
class Patching(Protocol):
    """A section that takes changes in by itself."""

    def patch(self, changes: Changes) -> bool:
        """Take a change in; False to be reloaded instead."""


@runtime_checkable
class WithTools(Protocol):
    """A section with buttons for its title line."""

    tools: QHBoxLayout


_SECTIONS: dict[str, SectionSpec] = {}
W = TypeVar("W", bound="type[QWidget]")


def section(key: str, title: str, order: int) -> Callable[[W], W]:
    """Register a widget class, made with the desk, under `key`.

    Mark the title for the translators: `section("zones", to_translate("settings", "开发区"), 20)`. The class may have
    `reload()`, `patch(changes) -> bool` and `tools` (see the protocols here); none of them is needed.
    """

    def register(cls: W) -> W:
        _SECTIONS[key] = SectionSpec(key, title, order, cls)
        return cls

    return register


def sections() -> list[SectionSpec]:
    """All sections in their order."""
    import zonedesk.desktop.settings as package  # noqa: PLC0415 - finds the modules that register

    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    told = (
        replace(spec, title=QCoreApplication.translate("settings", spec.title)) for spec in _SECTIONS.values()
    )
    return sorted(told, key=lambda spec: spec.order)

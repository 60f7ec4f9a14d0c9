"""A page of the app: title line, one main thing, status line. Pages register themselves by one file each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.one_line import OneLine
from zonedesk.desktop.widgets.scope_bar import ScopeBar
from zonedesk.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class PageSpec:
    """How the window knows a page: its key, word and icon in the navigation, and its place there."""

    key: str
    title: str
    icon: str
    order: int
    make: Callable[[Desk], Page]


_PAGES: dict[str, PageSpec] = {}
P = TypeVar("P", bound="type[Page]")


def page(key: str, title: str, icon: str, order: int) -> Callable[[P], P]:
    """Register a page class under `key`."""

    def register(cls: P) -> P:
        cls.heading = title
        _PAGES[key] = PageSpec(key, title, icon, order, cls)
        return cls

    return register


def pages() -> list[PageSpec]:
    """All pages in the order of the navigation."""
    import zonedesk.desktop.pages as package  # noqa: PLC0415 - finds the modules that register

    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    told = (replace(spec, title=_told(spec.title)) for spec in _PAGES.values())
    return sorted(told, key=lambda spec: spec.order)


def to_translate(context: str, text: str) -> str:
    """The text itself, marked for the translators: pages register before anything could translate their titles."""
    return text


def _told(title: str) -> str:
    return QCoreApplication.translate("pages", title)


@runtime_checkable
class RowsPage(Protocol):
    """A page that can show a given set of projects: the ledger page."""

    def show_rows(self, title: str, project_ids: list[int]) -> None:
        """Show these projects under that name."""


class Page(QWidget):
    """Base of all pages. Build the main thing into `self.body`; fill it in `reload`.

    `reload` is called when the page is first shown, and later only when something changed that
    `concerns` it, at once if it is visible, else when it is shown again. Override `patch` to take a small
    change in without reloading. Set the main thing as focus proxy: going to the page by key lands there.
    Where the day looked at is chosen elsewhere than beside the title, set `day_box` to the box for it.
    A page whose content is made by a job answers `settling` and emits `settled` when it is there.
    """

    settled = Signal()
    heading = ""
    uses_scope = True
    uses_day = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self._stale = True
        self.title = named(QLabel(_told(self.heading)), "title")
        self.subtitle = named(QLabel(""), "second")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        head.addStretch(1)
        head.addLayout(self.tools)
        self.day_box: QWidget | None = None
        if self.uses_scope:
            scope = ScopeBar(desk, with_day=self.uses_day)
            self.day_box = scope.day if self.uses_day else None
            head.addWidget(scope)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        # The window shows it in its status bar: one line at the foot, not two.
        self.status = named(OneLine(), "status")
        self.status.setParent(self)
        self.status.hide()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(12, 8, 12, 8)
        frame.setSpacing(8)
        frame.addLayout(head)
        frame.addLayout(self.body, 1)
        desk.changes_applied.connect(self._on_changes)
        desk.looked_at_changed.connect(self.refresh)

    def reload(self) -> None:
        """Read what the page shows afresh."""
        raise NotImplementedError

    def concerns(self, changes: Changes) -> bool:
        """Whether a change alters what the page shows."""
        return True

    def patch(self, changes: Changes) -> bool:
        """Take a change in place; False to have the page reloaded instead."""
        return False

    def settling(self) -> bool:
        """Whether content is still being made."""
        return False

    def refresh(self) -> None:
        """Reload now if visible, else when shown."""
        self._stale = True
        if self.isVisible():
            self._reload_if_stale()

    def set_status(self, text: str) -> None:
        """The line at the foot of the page."""
        self.status.setText(text)
        self.status.setToolTip(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reload_if_stale()

    def _reload_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.reload()

    def _on_changes(self, changes: Changes) -> None:
        if self._stale or not self.concerns(changes):
            return
        # A page that nobody looks at takes no part in the cost of an edit.
        if not self.isVisible() or not self.patch(changes):
            self.refresh()

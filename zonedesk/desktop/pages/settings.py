"""设置: what an office sets once, and the lists that everything else is built on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.place import Place
from zonedesk.desktop.settings.registry import Patching, Reloading, WithTools, sections
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.changes import Changes

_LIST_WIDTH = 168


@page("settings", to_translate("pages", "设置"), "settings", 90)
class SettingsPage(Page):
    """Sections at the left, the chosen one at the right; each is made when it is first looked at."""

    uses_scope = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.specs = sections()
        self._made: dict[str, QWidget] = {}
        self._stale_ones: set[str] = set()
        self.list = QListWidget()
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setAccessibleName(self.tr("设置项"))
        self.list.setStyleSheet(
            f"QListWidget::item {{ padding-left: 10px; }}"
            f"QListWidget::item:selected {{ background: {tokens.SELECTED}; color: {tokens.ACCENT}; }}"
        )
        for spec in self.specs:
            item = QListWidgetItem(spec.title)
            item.setSizeHint(QSize(0, tokens.NAV_ROW_HEIGHT))
            self.list.addItem(item)
        self.stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(self._show)
        desk.looked_at_changed.connect(self._age)

    def reload(self) -> None:
        self._age()
        self.list.setCurrentRow(max(self.list.currentRow(), 0))
        self._show(self.list.currentRow())

    def show_section(self, key: str) -> QWidget:
        """Bring a section into view and give it."""
        self.list.setCurrentRow(next(n for n, spec in enumerate(self.specs) if spec.key == key))
        return self.section(key)

    def land(self, place: Place) -> bool:
        """Go into a section."""
        self.show_section(place.part).setFocus()
        return True

    def section(self, key: str) -> QWidget:
        """A section by its key, made if it was not looked at yet."""
        if key not in self._made:
            spec = next(spec for spec in self.specs if spec.key == key)
            self._made[key] = spec.make(self.desk)
            self._stale_ones.add(key)
            self.stack.addWidget(_framed(spec.title, self._made[key]))
        return self._made[key]

    def patch(self, changes: Changes) -> bool:
        """The section in view takes the change in; the others read afresh when they are looked at."""
        self._age()
        spec = self.specs[self.list.currentRow()]
        widget = self._made.get(spec.key)
        if isinstance(widget, Patching) and widget.patch(changes):
            self._stale_ones.discard(spec.key)
        else:
            self._show(self.list.currentRow())
        return True

    def _age(self) -> None:
        self._stale_ones = set(self._made)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self.specs):
            return
        key = self.specs[row].key
        widget = self.section(key)
        frame = widget.parentWidget()
        assert frame is not None
        self.stack.setCurrentWidget(frame)
        if key in self._stale_ones:
            self._stale_ones.discard(key)
            if isinstance(widget, Reloading):
                widget.reload()


def _framed(title: str, widget: QWidget) -> QWidget:
    """A section under its title, its buttons beside it."""
    frame = QWidget()
    head = QHBoxLayout()
    head.setSpacing(6)
    heading = QLabel(title)
    heading.setStyleSheet("font-weight: 600;")
    head.addWidget(heading)
    head.addStretch(1)
    if isinstance(widget, WithTools):
        head.addLayout(widget.tools)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addLayout(head)
    column.addWidget(widget, 1)
    return named(frame, "ground")

"""Which columns of the grid are shown, in what order, how wide, and how many stay in sight."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.domain.view_definition import MIN_WIDTH, Layout

_LEFT_FOR_SCROLLING = 160


class ColumnLayout(QObject):
    """Puts a layout on the grid and reads it back.

    `arranged(str)`: the officer showed, hid, moved or froze columns (what was done); `resized()`: dragged a width.
    """

    arranged = Signal(str)
    resized = Signal()

    def __init__(self, model: LedgerModel, grid: LedgerGrid) -> None:
        super().__init__(grid)
        self._model, self._grid = model, grid
        self._keys = tuple(column.key for column in model.columns)
        self._usual = {column.key: column.width for column in model.columns}
        self._applying = False
        self.frozen = 1
        for view in (grid, grid.frozen):
            head = view.horizontalHeader()
            head.setSectionsMovable(True)
            head.setFirstSectionMovable(True)
            head.setMinimumSectionSize(MIN_WIDTH)
            head.sectionResized.connect(self._on_resized)
        grid.horizontalHeader().sectionMoved.connect(self._on_moved)

    def usual(self) -> Layout:
        """All columns as they stand unless an officer says otherwise."""
        return Layout(self._keys, {}, 1)

    def widen_name(self, room: int) -> None:
        """Give the name some of the room that a wide screen has; from then on this is its usual width."""
        with self._quietly():
            before = self._grid.columnWidth(0)
            self._grid.widen_first(room)
            self._usual["name"] += self._grid.columnWidth(0) - before

    def current(self) -> Layout:
        """The layout as it stands on the grid."""
        keys = self.shown()
        widths = {key: self._grid.columnWidth(self._model.column_of(key)) for key in keys}
        return Layout(
            tuple(keys),
            {key: width for key, width in widths.items() if width != self._usual[key]},
            self.frozen,
        )

    def shown(self) -> list[str]:
        """The keys of the columns shown, from the left."""
        return [self._keys[number] for number in self._grid.columns()]

    def width_of(self, key: str) -> int:
        """A column's width in pixels, or its usual one while it is hidden."""
        number = self._model.column_of(key)
        hidden = self._grid.isColumnHidden(number)
        return self._usual[key] if hidden else self._grid.columnWidth(number)

    def usual_width(self, key: str) -> int:
        """The width a column has unless an officer says otherwise."""
        return self._usual[key]

    def apply(self, layout: Layout) -> None:
        """Put a layout on the grid; an empty one is the usual."""
        layout = layout.known(self._keys)
        if layout == self.current():
            return
        head = self._grid.horizontalHeader()
        order = [*layout.columns, *(key for key in self._keys if key not in layout.columns)]
        with self._quietly():
            self._grid.hide_columns(set())
            for place, key in enumerate(order):
                now = head.visualIndex(self._model.column_of(key))
                if now != place:
                    head.moveSection(now, place)
            for key in layout.columns:
                width = layout.widths.get(key, self._usual[key])
                self._grid.set_width(self._model.column_of(key), width)
            self._grid.hide_columns({n for n, key in enumerate(self._keys) if key not in layout.columns})
            self._keep(layout.frozen)

    def hide(self, key: str) -> None:
        """Hide a column; the name stays."""
        layout = self.current()
        if key == "name" or key not in layout.columns:
            return
        place = layout.columns.index(key)
        frozen = layout.frozen - (place < layout.frozen)
        columns = tuple(each for each in layout.columns if each != key)
        self._take(replace(layout, columns=columns, frozen=frozen), self.tr("隐藏“{column}”"), key)

    def freeze_up_to(self, key: str) -> bool:
        """Keep the columns up to this one in sight; False if they leave no room for the rest."""
        layout = self.current()
        count = layout.columns.index(key) + 1
        wide = sum(self.width_of(each) for each in layout.columns[:count])
        if wide > self._grid.width() - _LEFT_FOR_SCROLLING:
            return False
        self._take(replace(layout, frozen=count), self.tr("冻结到“{column}”"), key)
        return True

    def unfreeze(self) -> None:
        """Let all columns but the first scroll."""
        self._take(replace(self.current(), frozen=1), self.tr("取消冻结"), "")

    def take(self, layout: Layout) -> None:
        """Put a layout on the grid and tell of it, if it is another one."""
        self._take(layout.known(self._keys), "", "")

    def _take(self, layout: Layout, what: str, key: str) -> None:
        if layout == self.current():
            return
        self.apply(layout)
        self.arranged.emit(what.format(column=self._model.by_key[key].title) if key else what)

    def _keep(self, frozen: int) -> None:
        self.frozen = frozen
        self._grid.keep_in_sight(frozen)

    def _on_moved(self, number: int) -> None:
        if not self._applying:
            self.arranged.emit(self.tr("移动“{column}”").format(column=self._model.columns[number].title))

    def _on_resized(self, _: int, old: int, new: int) -> None:
        # Hiding a column is a resize to nothing for Qt.
        if not self._applying and old and new:
            self.resized.emit()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._applying, before = True, self._applying
        try:
            yield
        finally:
            self._applying = before

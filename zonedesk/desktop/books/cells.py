"""How a book's rows read: heads, texts, links, warnings, and which cells can be typed into."""

from __future__ import annotations

from PySide6.QtCore import QObject

from zonedesk.desktop import tokens
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Row
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.simple_table import NOTED, Cell, Column
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import show_value, unit_of
from zonedesk.ops.lists import ListKind

NUMBER = "#"
_NUMBERS = frozenset({Kind.MONEY, Kind.AREA, Kind.INTEGER})


class BookCells(QObject):
    """Cells of a book; `writable` as the ledger allows. `number_of` tells a row's number in the order shown."""

    def __init__(self, spec: BookSpec, kind: ListKind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spec, self.kind = spec, kind
        self.writable = True
        self._numbers: dict[int, int] = {}
        self._columns = {column.key: column for column in spec.columns}
        self._fields = {column.key: spec.field(column.key) for column in spec.columns}

    def number(self, rows: list[Row]) -> None:
        """Number the rows in the order in which they are shown."""
        self._numbers = {row["id"]: number for number, row in enumerate(rows, start=1)}

    def field(self, key: str) -> Field | None:
        """The field that a column shows, if the table has it."""
        return self._fields.get(key)

    def columns(self) -> list[Column]:
        """The table's columns, their number before them."""
        return [Column(NUMBER, self.tr("序号"), 44, right=True), *map(self._column, self.spec.columns)]

    def head(self, key: str) -> str:
        """What a column is called."""
        column, of = self._columns[key], self._fields[key]
        label = column.label or self.kind.columns.get(key, "")
        if not label and of is not None:
            unit = unit_of(of)
            label = f"{of.label}（{unit}）" if unit else of.label
        return label or key

    def heads(self) -> dict[str, str]:
        """The heads of all columns by key, as a workbook or paper names them."""
        return {column.key: self.head(column.key).replace("\n", "") for column in self.spec.columns}

    def text(self, row: Row, key: str) -> str:
        """What a cell says."""
        value, of = row.get(key), self._fields.get(key)
        if value is None:
            return str(row.get("unfit", {}).get(of.stored_as, "")) if of is not None else ""
        if isinstance(value, bool):
            # Before the registry's own words: a list gives yes and no as they are.
            return self.tr("是") if value else self.tr("否")
        if of is not None and of.choice_names:
            return show_value(of, value)
        if isinstance(value, list | tuple):
            return "、".join(map(str, value))
        return str(self.kind.shown(key, value))

    def cell(self, row: Row, key: str) -> Cell:
        """One cell of a row."""
        if key == NUMBER:
            return Cell(str(self._numbers.get(row["id"], "")), colour=tokens.SECOND)
        made = self.spec.cell(row, key) if self.spec.cell else None
        if made is not None:
            return made
        column, of, text = self._columns[key], self._fields[key], self.text(row, key)
        unfit = of is not None and row.get(key) is None and bool(text)
        warning = self.spec.warn(row, key) if self.spec.warn else ""
        stray = of is not None and of.is_stray(row.get(key))
        tip = self.tr("“{text}”与栏目不符，按原文保留，待核").format(text=text) if unfit else ""
        if stray and of is not None:
            tip = self.stray_told(of, text)
        tip = "\n".join(part for part in (tip, warning and text, warning) if part)
        colour = tokens.RED if unfit or stray else self.spec.row_colour(row) if self.spec.row_colour else ""
        typed = text if self.writable and column.editable and self._can_write(of) else None
        mark = NOTED if warning or stray else ""
        return Cell(text, self._link(row, column, text), tip, colour, False, typed, mark)

    def stray_told(self, of: Field, text: str) -> str:
        """What is said of a word that is none of those that the office counts by."""
        told = self.tr("待核：“{text}”不是“{label}”可填的{choices}，按原文保留，不计入其中任何一种")
        return told.format(text=text, label=of.label, choices="、".join(of.choices))

    def _can_write(self, of: Field | None) -> bool:
        return of is not None or self.spec.write is not None

    def _link(self, row: Row, column: BookColumn, text: str) -> Link | None:
        target = row.get(column.link) if column.link else None
        return Link(text, (target,)) if target is not None else None

    def _column(self, column: BookColumn) -> Column:
        of = self._fields[column.key]
        right = column.right or (of is not None and of.kind in _NUMBERS and not column.centre)
        tip = column.tip or (of.label if of is not None else "")
        return Column(
            column.key,
            self.head(column.key),
            column.width,
            right=right,
            centre=column.centre,
            stretch=column.stretch,
            tip=tip,
        )

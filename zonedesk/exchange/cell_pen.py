"""Cells of a workbook that is being written: each value typed, each in one of a few named styles."""

from __future__ import annotations

import datetime as dt
import re
from copy import copy
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from zonedesk.domain.dates import chinese, is_iso
from zonedesk.domain.fields import Kind
from zonedesk.domain.money import AREA_PER, YUAN_PER
from zonedesk.exchange.sheet_plan import OutColumn

_LONGEST_TEXT = 32_767  # characters that a cell holds
_FORMATS = {
    "text": "@",
    "choice": "@",
    "number": "0",
    "money": "#,##0.00######",
    "area": "#,##0.00#",
    "date": "yyyy-mm-dd",
    "percent": "0.00%",
    "measured": "#,##0.00####",
}
_CENTRED = {"choice", "number", "date"}
_BLANKS = {Kind.MONEY: "money", Kind.AREA: "area", Kind.DATE: "date"}
_PREFIX = "台账_"
_NUMERIC = re.compile(r"-?\d+(\.\d+)?%?")


def add_styles(book: Workbook) -> None:
    """Give a workbook the styles that a pen writes in; an office can restyle a whole column by them."""
    line = Side(style="thin", color="BFC5CC")
    grid = Border(left=line, right=line, top=line, bottom=line)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    fill = PatternFill("solid", fgColor="E8EDF3")
    plain = Alignment(vertical="center")
    made = [
        NamedStyle(_PREFIX + "title", font=Font(size=16, bold=True), alignment=plain),
        NamedStyle(_PREFIX + "note", font=Font(size=10, color="595F69"), alignment=plain),
        NamedStyle(_PREFIX + "head", font=Font(size=10, bold=True), alignment=middle, border=grid, fill=fill),
    ]
    for key, number_format in _FORMATS.items():
        side = middle if key in _CENTRED else Alignment(vertical="center", wrap_text=key == "text")
        made.append(
            NamedStyle(
                _PREFIX + key, font=Font(size=10), alignment=side, border=grid, number_format=number_format
            )
        )
    for style in made:
        book.add_named_style(style)


class CellPen:
    """Makes the cells of one sheet."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._worn: dict[str, Any] = {}
        for key in ("title", "note", "head", *_FORMATS):
            cell = WriteOnlyCell(page)
            cell.style = _PREFIX + key
            self._worn[key] = cell._style

    def text(self, text: str, style: str) -> Any:
        """A text; one that begins like a formula stays the text it is, also after a double click."""
        written = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_TEXT]
        cell = self._cell(written, style)
        if written.startswith(("=", "+", "-", "@")):
            cell.data_type = "s"
            cell._style = copy(cell._style)
            cell.quotePrefix = True
        return cell

    def value(self, column: OutColumn, value: Any) -> Any:
        """A stored value of a column; what does not fit its kind is written as the text it is."""
        match column.kind:
            case Kind.MONEY if isinstance(value, int):
                return self._cell(Decimal(value) / YUAN_PER["亿元"], "money")
            case Kind.AREA if isinstance(value, int):
                return self._cell(Decimal(value) / AREA_PER["亩"], "area")
            case Kind.INTEGER if isinstance(value, int):
                return self._cell(value, "number")
            case Kind.BOOL if isinstance(value, int):
                return self.text("是" if value else "否", "choice")
            case Kind.DATE if isinstance(value, str) and is_iso(value):
                # A month or a year is no date to a spreadsheet: written in words it stays what it is.
                day = dt.date.fromisoformat(value) if len(value) == 10 else None
                return self._cell(day, "date") if day else self.text(chinese(value), "choice")
        if column.measure and isinstance(value, str) and _NUMERIC.fullmatch(value):
            number = Decimal(value.removesuffix("%"))
            return (
                self._cell(number / 100, "percent") if value.endswith("%") else self._cell(number, "measured")
            )
        style = "choice" if column.choices or column.centred else "text"
        if value is None:
            return self._cell(None, _BLANKS.get(column.kind, style))
        return self.text(str(value), style)

    def _cell(self, value: Any, style: str) -> Any:
        cell = WriteOnlyCell(self._page, value)
        # Looking a style up by its name for every cell takes most of the time of writing.
        cell._style = self._worn[style]
        return cell

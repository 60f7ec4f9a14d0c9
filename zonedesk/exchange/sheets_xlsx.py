"""What stands in a typed workbook: dates as dates, money as exact numbers, drop-downs, frozen head, print set-up."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from zonedesk.domain.progress import Progress
from zonedesk.exchange.cell_pen import CellPen, add_styles
from zonedesk.exchange.sheet_plan import OutSheet

__all__ = ["HEAD_ROW", "Workbook", "fill", "save"]

HEAD_ROW = 3
_LISTS_SHEET = "选项"
_SPARE_ROWS = 200  # rows below the data that still have the drop-downs


def fill(book: Workbook, sheets: Sequence[OutSheet], progress: Progress) -> None:
    """Write the sheets into a new workbook. Raises CancelledError."""
    add_styles(book)
    total, done = sum(len(sheet.rows) for sheet in sheets), 0
    lists = _collect_lists(sheets)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        _set_up(page, sheet)
        pen = CellPen(page)
        page.append([pen.text(sheet.title, "title")])
        page.append([pen.text(sheet.note, "note")])
        page.append([pen.text(column.heading, "head") for column in sheet.columns])
        for row in sheet.rows:
            page.append([pen.value(column, row.get(column.key)) for column in sheet.columns])
            done += 1
            if done % 200 == 0:
                progress.check()
                progress.report(done, total, "写入工作簿")
        _add_drop_downs(page, sheet, lists)
    if lists:
        _write_lists(book, lists)
    progress.report(total, total, "写入工作簿")


def save(book: Workbook, path: Path) -> None:
    """Write a filled workbook to a file. Raises OSError."""
    # `Workbook.save` leaves a file open that could not be finished: ended late, it complains on the terminal.
    archive = ZipFile(path, "w", ZIP_DEFLATED)
    try:
        ExcelWriter(book, archive).save()
    finally:
        with contextlib.suppress(OSError, ValueError):
            archive.close()


def _set_up(page: Any, sheet: OutSheet) -> None:
    """Widths, frozen head and name, filter, and how the sheet prints. Must precede the first row."""
    last = get_column_letter(len(sheet.columns))
    name = next(n for n, column in enumerate(sheet.columns, start=1) if column.key == sheet.frozen)
    for number, column in enumerate(sheet.columns, start=1):
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        dimension.hidden = column.hidden
    page.freeze_panes = f"{get_column_letter(name + 1)}{HEAD_ROW + 1}"
    page.auto_filter.ref = f"A{HEAD_ROW}:{last}{HEAD_ROW + max(len(sheet.rows), 1)}"
    page.row_dimensions[1].height = 26
    page.row_dimensions[HEAD_ROW].height = sheet.head
    page.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = sheet.paper
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.oddFooter.center.text = "第 &P 页，共 &N 页"


def _collect_lists(sheets: Sequence[OutSheet]) -> dict[tuple[str, ...], str]:
    """Each list of choices once, with the name by which the drop-downs refer to it."""
    found: dict[tuple[str, ...], str] = {}
    for sheet in sheets:
        for column in sheet.columns:
            if column.choices and column.choices not in found:
                found[column.choices] = f"选项_{column.heading}"
    return found


def _add_drop_downs(page: Any, sheet: OutSheet, lists: dict[tuple[str, ...], str]) -> None:
    """Choices to pick from; a word of the office's own may still be typed."""
    last = HEAD_ROW + len(sheet.rows) + _SPARE_ROWS
    for number, column in enumerate(sheet.columns, start=1):
        if not column.choices:
            continue
        rule = DataValidation("list", formula1=f"={lists[column.choices]}", allow_blank=True)
        rule.errorStyle = "warning"
        rule.errorTitle, rule.error = column.heading, "不在下拉选项中，确定要这样填写吗？"
        letter = get_column_letter(number)
        rule.add(f"{letter}{HEAD_ROW + 1}:{letter}{last}")
        page.data_validations.append(rule)


def _write_lists(book: Workbook, lists: dict[tuple[str, ...], str]) -> None:
    """A hidden sheet with the choices: a list written into the rule itself may have 255 characters only."""
    page = book.create_sheet(_LISTS_SHEET)
    page.sheet_state = "hidden"
    columns = list(lists)
    for row in range(max(len(choices) for choices in columns)):
        page.append([choices[row] if row < len(choices) else None for choices in columns])
    for number, choices in enumerate(columns, start=1):
        letter = get_column_letter(number)
        target = f"{quote_sheetname(_LISTS_SHEET)}!${letter}$1:${letter}${len(choices)}"
        book.defined_names[lists[choices]] = DefinedName(lists[choices], attr_text=target)

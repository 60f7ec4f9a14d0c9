"""The look that tables of read-only rows share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from zonedesk.desktop import tokens


def plain_table(model: QAbstractItemModel, widths: Sequence[int], name: str, *, stretch: int) -> QTableView:
    """A table of whole rows: `widths` in pixels by column, `stretch` is the column that takes what is left.

    `name` is what a screen reader calls it.
    """
    table = QTableView()
    table.setModel(model)
    dress_table(table, widths, name, stretch=stretch)
    return table


def dress_table(table: QTableView, widths: Sequence[int], name: str, *, stretch: int) -> None:
    """Give a table that has its columns the look of a plain table."""
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    # Fixed heights: asking each of 100,000 rows for its own would freeze the window.
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
    head = table.horizontalHeader()
    head.setFixedHeight(tokens.HEAD_HEIGHT)
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column, width in enumerate(widths):
        head.resizeSection(column, width)
    head.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

"""Sharing out a table's width among its columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTableView

from zonedesk.desktop.widgets.simple_table import Column


def share_room(table: QTableView, columns: Sequence[Column], room: int) -> None:
    """Give each column its width; what is left over of `room` goes in equal parts to those that stretch.

    Qt's own stretching takes no account of their widths: a name would get as much as a word.
    """
    spare = room - sum(column.width for column in columns)
    growing = sum(1 for column in columns if column.stretch)
    share = spare // growing if spare > 0 and growing else 0
    for n, column in enumerate(columns):
        table.setColumnWidth(n, column.width + (share if column.stretch else 0))

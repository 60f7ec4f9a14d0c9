"""导出 and 打印 for whatever list a page shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.keys import Key, source
from zonedesk.desktop.preview.list_preview import ListPreview
from zonedesk.desktop.preview.outgoing import begin
from zonedesk.desktop.widgets.outgoing_tools import EXPORT_KEY, PRINT_KEY, OutgoingTools
from zonedesk.ops.list_sheet import ListSheet, list_sheet
from zonedesk.ops.lists import Rows, kinds


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("Keys", "清单")
    return [
        Key(place, translate("Keys", "导出现在显示的行"), (EXPORT_KEY,)),
        Key(place, translate("Keys", "预览并打印现在显示的行"), (PRINT_KEY,)),
    ]


class ListTools(OutgoingTools):
    """Two buttons for the list of `kind` (a function where a page has several).

    `rows`, `columns` (heads by key), `title` and `day` (ISO) give what is shown at that moment; without them the whole
    list of the day and scope looked at goes out. `bind_keys(widget)` has Ctrl+E and Ctrl+P do the same while the keyboard is there.
    """

    def __init__(
        self,
        desk: Desk,
        kind: str | Callable[[], str],
        *,
        rows: Callable[[], Rows] | None = None,
        columns: Callable[[], Mapping[str, str]] | None = None,
        title: Callable[[], str] | None = None,
        day: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(desk, self.export, self.print)
        self._kind = kind
        self._rows, self._columns, self._title, self._day = rows, columns, title, day
        self.preview: ListPreview | None = None
        self.export_button.setToolTip(
            self.tr("将现在显示的行导出为工作簿或 PDF（{key}）").format(key=EXPORT_KEY)
        )
        self.print_button.setToolTip(self.tr("预览并打印现在显示的行（{key}）").format(key=PRINT_KEY))

    def export(self) -> None:
        """Ask for a file and write the list to it."""
        sheet = self._sheet()
        target = self.ask_target(self.tr("导出清单"), f"{sheet.title}{sheet.as_of}.xlsx")
        if target is None:
            return
        from zonedesk.exchange.list_export import export_list  # noqa: PLC0415 - reportlab: only for those who print
        from zonedesk.reports.list_paper import print_list  # noqa: PLC0415 - reportlab: only for those who print

        write = print_list if target.suffix.lower() == ".pdf" else export_list
        begin(
            self._desk,
            self.tr("正在导出…"),
            lambda progress: write(sheet, target, progress),
            lambda outcome: None if outcome.cancelled else self._tell(len(sheet.rows), target),
        )

    def print(self) -> None:
        """Make the pages and show them, ready to print."""
        preview = ListPreview(self._desk, self._sheet(), self)
        if preview.begin():
            self.preview = preview

    def _sheet(self) -> ListSheet:
        desk = self._desk
        name = self._kind if isinstance(self._kind, str) else self._kind()
        return list_sheet(
            desk.session,
            kinds()[name],
            self._day() if self._day else desk.as_of,
            desk.scope,
            rows=self._rows() if self._rows else None,
            columns=self._columns() if self._columns else None,
            title=self._title() if self._title else "",
        )

    def _tell(self, rows: int, path: Path) -> None:
        self._desk.told.emit(self.tr("已导出 {n} 行：{path}").format(n=rows, path=path))

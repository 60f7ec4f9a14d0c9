"""The menu of a project, wherever one stands in a table: from here to its row, its procedures, problems, milestones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTableView

from zonedesk.desktop.keys import Key, bind, source
from zonedesk.desktop.place import Place

_KEYS = ("Shift+F10", "Menu")


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("Keys", "清单")
    return [Key(place, translate("Keys", "项目菜单：到台账、手续、问题、节点、走访代办"), _KEYS)]


class ProjectMenu(QObject):
    """Opens by a right click, Shift+F10 or the menu key on a row of `table`.

    `project` gives the project of the current row, None where there is none; `asked(Place)` where to go.
    """

    asked = Signal(object)

    def __init__(self, table: QTableView, project: Callable[[], int | None], *also: QTableView) -> None:
        super().__init__(table)
        self._table, self._project = table, project
        self._menu: QMenu | None = None
        for view in (table, *also):
            view.viewport().installEventFilter(self)
        for key in _KEYS:
            bind(table, key, self.open)

    @property
    def menu(self) -> QMenu | None:
        """The menu that is open."""
        return self._menu if self._menu is not None and self._menu.isVisible() else None

    def open(self, at: QPoint | None = None) -> None:
        """Open the menu of the current row, there or beneath its cell."""
        project_id = self._project()
        if project_id is None or self.menu is not None:
            return
        menu = QMenu(self._table)
        for text, place in self._ways(project_id):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, place=place: self.asked.emit(place))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._on_gone)
        self._menu = menu
        rect = self._table.visualRect(self._table.currentIndex())
        menu.popup(at or self._table.viewport().mapToGlobal(rect.bottomLeft()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.open(None if by_key else event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def _on_gone(self) -> None:
        self._menu = None

    def _ways(self, project_id: int) -> list[tuple[str, Place]]:
        def rows(table: str) -> Place:
            return Place.of(table, project_id=project_id)

        return [
            (self.tr("在台账中打开"), rows("project")),
            (self.tr("手续清单"), rows("procedure")),
            (self.tr("问题"), rows("problem")),
            (self.tr("责任"), rows("assignment")),
            (self.tr("节点"), rows("milestone")),
            (self.tr("走访代办"), Place("visits", project_id=project_id)),
        ]

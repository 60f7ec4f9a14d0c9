"""手续: the matrix of projects and procedures, and the statistics of them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.matrix.telling import sentence
from zonedesk.desktop.matrix.view import MatrixView
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.procedures.statistics import ProcedureStatistics
from zonedesk.desktop.widgets.link_line import SHEET, LinkLine
from zonedesk.desktop.widgets.looked_at import scope_text
from zonedesk.desktop.widgets.tab_keys import bind_tab_keys
from zonedesk.domain.changes import Changes
from zonedesk.ops.matrix import Matrix, MatrixBoard
from zonedesk.ops.touched import projects_touched

_ITS_OWN = frozenset({"procedure", "procedure_step", "procedure_pause", "attachment"})
_ALL = _ITS_OWN | {"project", "listing", "batch", "zone", "procedure_template", "holiday"}


@page("procedures", to_translate("pages", "手续"), "checklist", 40)
class ProceduresPage(Page):
    """A key sets the state of all that is selected; everything is saved as it is typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setStyleSheet(SHEET)
        self.board = MatrixBoard(desk.session)
        self.sentence = LinkLine()
        self.view = MatrixView(desk)
        self.statistics: ProcedureStatistics | None = None
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.view)
        self.sentence.opened.connect(desk.show_rows)
        self.view.told.connect(self._on_told)
        self.view.pending_shown.connect(self.settled)
        self.tabs.currentChanged.connect(self._choose_tab)
        bind_tab_keys(self, self.tabs)

    @property
    def found(self) -> Matrix | None:
        """The matrix that is shown."""
        return self.view.found

    def concerns(self, changes: Changes) -> bool:
        return changes.touches(*_ALL)

    def patch(self, changes: Changes) -> bool:
        if not all(row.table in _ITS_OWN for row in changes.rows):
            return False
        found = self.board.again()
        if found is None:
            return False
        self._take(found, set(projects_touched(self.desk.session.reader, changes.rows)))
        return True

    def settling(self) -> bool:
        return self.view.awaits_pending()

    def reload(self) -> None:
        self.subtitle.setText(scope_text(self.desk))
        self._take(self.board.read(self.desk.figures()), None)

    def show_tab(self, number: int) -> None:
        """Bring the matrix (0) or the statistics (1) into view."""
        self.tabs.setCurrentIndex(number)

    def go_to(self, project_id: int, name: str) -> bool:
        """Make a procedure's cell current in the matrix; False if it has no such cell."""
        self.show_tab(0)
        return self.view.go_to(project_id, name)

    def _take(self, found: Matrix, touched: set[int] | None) -> None:
        self.sentence.show_parts(sentence(found, scope_text(self.desk)))
        self.view.take(found, touched)

    def _on_told(self, text: str) -> None:
        if self.tabs.currentIndex() == 0:
            self.set_status(text)

    def _choose_tab(self, number: int) -> None:
        if number and self.statistics is None:
            # Lists that many never look at: made when they are asked for.
            self.statistics = ProcedureStatistics(self.desk)
            self.statistics.buttons["procedures_by_zone"].setChecked(True)
            self.statistics.chosen.connect(self.go_to)
            self.stack.addWidget(self.statistics)
        self.stack.setCurrentIndex(number)
        for widget in self.view.tools:
            widget.setVisible(number == 0)
        shown = self.stack.currentWidget()
        self.setFocusProxy(shown)
        self.set_status("")
        if number == 0:
            self.view.say_status()

    def _lay_out(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for text in (self.tr("手续矩阵"), self.tr("办结率")):
            self.tabs.addTab(text)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.tabs)
        filters, *buttons = self.view.tools
        line.addWidget(filters)
        line.addStretch(1)
        for button in buttons:
            line.addWidget(button)
        self.stack.addWidget(self.view)
        self.body.addWidget(self.sentence)
        self.body.addLayout(line)
        self.body.addWidget(self.stack, 1)

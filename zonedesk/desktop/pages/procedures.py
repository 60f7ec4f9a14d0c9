"""手续: a matrix of projects and procedures, the chosen cell beside it, what is pending beneath it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.widgets.filter_chips import FilterChips
from zonedesk.desktop.widgets.link_line import SHEET, Link, LinkLine, Part
from zonedesk.desktop.widgets.looked_at import scope_text
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.pending_table import PendingTable
from zonedesk.desktop.widgets.procedure_marks import state_icon
from zonedesk.desktop.widgets.procedure_matrix import MatrixCells, ProcedureMatrix
from zonedesk.desktop.widgets.procedure_panel import ProcedurePanel
from zonedesk.domain.changes import Changes
from zonedesk.domain.columns import DONE
from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.ops import edit
from zonedesk.ops.procedure_list import Line, Pending, ProcedureBoard, ProcedureList, set_state

_PENDING = "pending"
_LEGEND = (State.OVERDUE, State.DOING, State.NOT_STARTED, State.DONE, State.NOT_REQUIRED, State.UNDECIDED)


@page("procedures", to_translate("pages", "手续"), "checklist", 40)
class ProceduresPage(Page):
    """Arrows move, Enter sets the state; everything is saved as it is typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setStyleSheet(SHEET)
        self.board = ProcedureBoard(desk.session)
        self.found: ProcedureList | None = None
        self.sentence = LinkLine()
        self.cells = MatrixCells(self)
        self.matrix = ProcedureMatrix(self.cells)
        self.panel, self.pending = ProcedurePanel(), PendingTable()
        self.pending_head = QLabel()
        self.chips = FilterChips(
            [
                (_PENDING, self.tr("仅看未办结项目"), icon("filter")),
                *((state, STATE_LABELS[state], state_icon(state)) for state in _LEGEND),
            ]
        )
        self.add_button = QPushButton(icon("plus"), self.tr("新增手续"))
        self.add_button.setToolTip(self.tr("为选中的项目新增一项手续（Insert）"))
        self._lay_out()
        self.setFocusProxy(self.matrix)
        self._connect()

    def concerns(self, changes: Changes) -> bool:
        return changes.touches("procedure", "project", "listing", "batch", "zone")

    def reload(self) -> None:
        desk = self.desk
        summary = desk.figures()
        before = self.found.names if self.found else None
        self.found = self.board.read(summary)
        self.cells.editable = desk.session.writable
        self.subtitle.setText(scope_text(desk))
        columns = self.cells.columns(self.found)
        model = self.matrix.matrix_model
        if self.found.names != before:
            model.show([], columns)
            self.matrix.size_columns()
        else:
            model.rename(columns)
        self._show()
        self._show_sentence(self.found)
        self.pending.show_rows(
            list(self.found.pending), key=lambda item: (item.project_id, item.cell.row["name"])
        )
        self.pending_head.setText(self.tr("未办结 {n} 件").format(n=len(self.found.pending)))
        projects = sorted(
            ((pid, project.name) for pid, project in summary.view.projects.items()), key=lambda each: each[1]
        )
        place = self.matrix.place()
        self.panel.offer(
            projects, self.found.names, place[0].project_id if place else None, writable=desk.session.writable
        )

    def shown(self) -> list[Line]:
        """The lines that the chips leave."""
        if self.found is None:
            return []
        chosen = self.chips.chosen()
        states = chosen - {_PENDING}
        return [
            line
            for line in self.found.lines
            if (_PENDING not in chosen or line.pending) and (not states or not states.isdisjoint(line.states))
        ]

    def _show(self) -> None:
        lines = self.found.lines if self.found else ()
        counts: Counter[object] = Counter(self.found.states if self.found else ())
        counts[_PENDING] = sum(1 for line in lines if line.pending)
        self.chips.show_counts(counts)
        shown = self.shown()
        self.matrix.show_rows(shown, key=lambda line: line.project_id)
        if self.matrix.place() is None:
            self._choose_first(shown)
        self._show_cell()
        text = self.tr("显示 {n} 个项目、{names} 项手续").format(
            n=len(shown), names=len(self.found.names) if self.found else 0
        )
        if not lines:
            text = self.tr("还没有手续。导入“前期手续办理情况表”，或在右侧为项目新增手续。")
        self.set_status(text + self.tr("　方向键移动，回车选状态"))

    def _choose_first(self, shown: list[Line]) -> None:
        """Begin where work is: at the most overdue procedure in view, else at the first cell."""
        here = {line.project_id for line in shown}
        first = (
            next((item for item in self.found.pending if item.project_id in here), None)
            if self.found
            else None
        )
        if first:
            self.matrix.go_to(first.project_id, first.cell.row["name"])
        elif shown and shown[0].cells:
            self.matrix.go_to(shown[0].project_id, next(iter(shown[0].cells)))
        # Once the page has its size: a table without height cannot scroll to a row.
        QTimer.singleShot(0, self.matrix, self.matrix.show_current)

    def _show_sentence(self, found: ProcedureList) -> None:
        totals = found.totals
        waiting = Link(
            self.tr("有手续未办结的项目"), tuple(dict.fromkeys(item.project_id for item in found.pending))
        )
        needing = Link(self.tr("需办手续的项目"), totals.projects)
        done = Link(
            self.tr("有手续已办结的项目"),
            tuple(line.project_id for line in found.lines if State.DONE in line.states),
        )
        tip = self.tr("口径：已办结件数÷需办件数，无需办理的不计入\n{scope}").format(
            scope=scope_text(self.desk)
        )
        ratio = totals.completion
        self.sentence.show_parts(
            [
                Part(self.tr("共需办理 ")),
                Part(str(ratio.denominator), needing, tip),
                Part(self.tr(" 件，已办结 ")),
                Part(str(ratio.numerator), done, tip),
                Part(self.tr(" 件，办结率 ")),
                Part(ratio.text(), needing, tip),
                Part(self.tr("；未办结 ")),
                Part(str(len(found.pending)), waiting, tip),
                Part(self.tr(" 件，涉及 ")),
                Part(str(len(waiting.ids)), waiting, tip),
                Part(self.tr(" 个项目")),
            ]
        )

    def _show_cell(self) -> None:
        place = self.matrix.place()
        if place is None:
            self.panel.show_cell("", "", None)
            return
        line, name = place
        self.panel.show_cell(line.project, name, line.cells.get(name), writable=self.desk.session.writable)
        self.panel.choose_project(line.project_id)

    def _set_state(self, state: str) -> None:
        place = self.matrix.place()
        if place is None:
            return
        project_id, name = place[0].project_id, place[1]
        self.desk.run(set_state, project_id=project_id, name=name, state=state)
        if state == DONE:
            # Once the list of states has let the keyboard go.
            QTimer.singleShot(0, self.panel, lambda: self._ask_done_on(project_id, name))

    def _ask_done_on(self, project_id: int, name: str) -> None:
        """Done when? No day is invented: the cursor goes where it belongs, if it is not said."""
        place = self.matrix.place()
        if place is None or (place[0].project_id, place[1]) != (project_id, name):
            return
        cell = place[0].cells.get(name)
        if cell and cell.row["status"] == DONE and not cell.text("done_on"):
            self.panel.ask_done_on()

    def _set_field(self, key: str, text: str) -> None:
        place = self.matrix.place()
        cell = place[0].cells.get(place[1]) if place else None
        if cell:
            self.desk.run(edit.set_field, table="procedure", row_id=cell.row["id"], key=key, text=text)

    def _add(self, project_id: int, name: str) -> None:
        if self.desk.run(edit.add_row, table="procedure", project_id=project_id, values={"name": name}):
            self.matrix.go_to(project_id, name)
            self.matrix.setFocus()

    def _on_pending(self) -> None:
        chosen: list[Pending] = self.pending.selected_rows()
        if chosen and self.pending.hasFocus():
            self.matrix.go_to(chosen[0].project_id, chosen[0].cell.row["name"])

    def _connect(self) -> None:
        for source in (self.sentence, self.matrix, self.pending):
            source.opened.connect(self.desk.show_rows)
        self.chips.changed.connect(self._show)
        self.matrix.selectionModel().currentChanged.connect(lambda *_: self._show_cell())
        self.matrix.matrix_model.edited.connect(lambda _, __, text: self._set_state(text))
        self.pending.selection_changed.connect(self._on_pending)
        self.panel.state_chosen.connect(self._set_state)
        self.panel.field_edited.connect(self._set_field)
        self.panel.add_asked.connect(self._add)
        self.panel.answered.connect(self.matrix.setFocus)
        self.add_button.clicked.connect(self.panel.name_box.setFocus)
        QShortcut(QKeySequence(Qt.Key.Key_Insert), self).activated.connect(self.add_button.click)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.chips)
        line.addStretch(1)
        line.addWidget(self.add_button)
        beneath = named(QWidget(), "ground")
        column = QVBoxLayout(beneath)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        self.pending_head.setStyleSheet("font-weight: 600;")
        column.addWidget(self.pending_head)
        column.addWidget(self.pending, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.matrix)
        split.addWidget(beneath)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        main = QHBoxLayout()
        main.setSpacing(8)
        main.addWidget(split, 1)
        main.addWidget(self.panel)
        self.body.addWidget(self.sentence)
        self.body.addLayout(line)
        self.body.addLayout(main, 1)

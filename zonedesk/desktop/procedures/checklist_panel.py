"""手续清单 of one project: the list by stage, beside it the procedure in detail."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind
from zonedesk.desktop.procedures.checklist_dialog import ChecklistDialog
from zonedesk.desktop.procedures.checklist_table import ChecklistCells, ChecklistTable
from zonedesk.desktop.procedures.detail import ACCEPT, FINISH, NOT_NEEDED, RESUME, SUBMIT, ProcedureDetail
from zonedesk.desktop.procedures.detail_split import DetailSplit
from zonedesk.desktop.procedures.documents import Documents
from zonedesk.desktop.procedures.keys import ADD_FILE_KEY, DONE_KEY, MAKE_KEY, SAVE_KEY
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.changes import Changes
from zonedesk.domain.columns import field_of
from zonedesk.domain.messages import say
from zonedesk.domain.packages import PackageStanding
from zonedesk.ops import edit, procedure_moves
from zonedesk.ops.attachments import Owner
from zonedesk.ops.checklist import make_checklist, proposals_for
from zonedesk.ops.procedure_book import Followed
from zonedesk.ops.procedure_list import set_state
from zonedesk.ops.project_checklist import ProjectChecklist, read_checklist
from zonedesk.ops.templates import seed_templates, template_book

_TABLES = (
    "procedure", "procedure_step", "procedure_pause", "procedure_template", "permit_package", "holiday", "attachment",
    "project",
)  # fmt: skip
_SHORT = 700  # pixels: with fewer a procedure with its leaves open needs them all
_MOVES = {
    SUBMIT: procedure_moves.submit,
    ACCEPT: procedure_moves.accept,
    FINISH: procedure_moves.finish,
    RESUME: procedure_moves.resume,
}


class ChecklistPanel(QWidget):
    """The checklist of the project that `show_project` names; it listens to changes by itself while it is in view.

    `current_changed(project_id, name)` when another procedure is chosen. `dialog` is the open 按模板生成清单, if any.
    """

    current_changed = Signal(int, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.project_id: int | None = None
        self.found: ProjectChecklist | None = None
        self.dialog: ChecklistDialog | None = None
        self._stale = False
        self.cells = ChecklistCells(self)
        self.cells.writable = desk.session.writable
        self.table, self.detail = ChecklistTable(self.cells), ProcedureDetail()
        self.documents = Documents(desk, self)
        self.heading, self.summary = QLabel(), named(QLabel(), "second")
        self.packages, self.problems = named(QLabel(), "second"), QLabel()
        self.make_button = QPushButton(icon("checklist"), self.tr("按模板生成清单…"))
        self.make_button.setToolTip(self.tr("选择这个项目要办的手续（{key}）").format(key=MAKE_KEY))
        self._lay_out()
        self._connect()
        self._show()

    def show_project(self, project_id: int | None, procedure_name: str = "") -> None:
        """Show a project, and make this procedure current if it is named and there."""
        if project_id != self.project_id:
            self.project_id = project_id
            self.detail.day.set_day(self.desk.as_of)
            self.table.setCurrentIndex(self.table.checklist_model.index(-1, -1))
        self.reload()
        if procedure_name:
            self.table.go_to(procedure_name)

    def reload(self) -> None:
        """Read the project afresh."""
        self._stale = False
        desk = self.desk
        self.found = (
            read_checklist(desk.session.reader, self.project_id, desk.as_of) if self.project_id else None
        )
        self._show()

    def current(self) -> Followed | None:
        """The procedure chosen."""
        return self.table.current()

    def open_dialog(self) -> None:
        """Offer the templates to the project; those of the library first, where the ledger has none."""
        if self.found is None or not self.desk.session.writable:
            return
        reader, project_id = self.desk.session.reader, self.found.project_id
        if not self.found.has_templates and not self.desk.run(seed_templates):
            return
        day = max(self.desk.as_of, _today())
        offered = proposals_for(reader, template_book(reader), project_id, day)

        def make(template_ids: list[int]) -> bool:
            chosen = {"project_id": project_id, "template_ids": template_ids, "day": day}
            return self.desk.run(make_checklist, **chosen) is not None

        self.dialog = ChecklistDialog(self.found.name, offered, make, self)
        self.dialog.finished.connect(self._on_dialog_closed)
        self.dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _on_dialog_closed(self) -> None:
        self.dialog = None
        self.table.setFocus()

    def _on_changes(self, changes: Changes) -> None:
        if not changes.touches(*_TABLES):
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _on_looked_at(self) -> None:
        self.detail.day.set_day(self.desk.as_of)
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _show(self) -> None:
        found, writable = self.found, self.desk.session.writable
        self.table.show_checklist(found)
        self.make_button.setEnabled(writable and found is not None)
        self.heading.setText(found.name if found else self.tr("选择一个项目，查看它的手续清单"))
        self.summary.setText(self._summary(found) if found else "")
        told = [light_text("yellow", say(problem)) for problem in found.problems] if found else []
        self.problems.setText("\n".join(told))
        self.problems.setVisible(bool(told))
        lines = [self._package(name, standing) for name, standing in found.packages] if found else []
        self.packages.setText("\n".join(lines))
        self._show_whole()
        self._show_current()

    def _show_whole(self) -> None:
        """What is told of all procedures together gives its room to the one that is looked at closely."""
        close_up = self.split.is_close_up and self.height() < _SHORT
        self.summary.setVisible(not close_up)
        self.packages.setVisible(bool(self.packages.text()) and not close_up)

    def _summary(self, found: ProjectChecklist) -> str:
        if not found.items:
            return self.tr("还没有手续。按模板生成清单，一步列出这个项目要办的手续。")
        ratio = found.completion
        text = self.tr("需办 {needed} 件，已办结 {done} 件，办结率 {percent}").format(
            needed=ratio.denominator, done=ratio.numerator, percent=ratio.text()
        )
        worst = found.stuck
        if worst is not None and worst.stuck is not None:
            text += self.tr("；最久的是“{name}”，卡在“{step}”{days} 天").format(
                name=worst.row["name"], step=worst.stuck.step, days=worst.stuck.days
            )
        return text

    def _package(self, name: str, standing: PackageStanding) -> str:
        total = len(standing.needed) + len(standing.absent)
        parts = [self.tr("{name}：已发 {done}/{all}").format(name=name, done=standing.done, all=total)]
        if standing.issued_on:
            same = self.tr("同日发证") if standing.same_day else self.tr("不在同一天")
            parts.append(self.tr("{day} 发齐，{same}").format(day=standing.issued_on, same=same))
        if standing.missing:
            parts.append(self.tr("未办结 {names}").format(names="、".join(standing.missing)))
        if standing.absent:
            parts.append(self.tr("清单中没有 {names}").format(names="、".join(standing.absent)))
        if standing.land_on:
            land = self.tr("{day} 拿地（{step}）").format(day=standing.land_on, step=standing.land_step)
            days = standing.days
            parts.append(land if days is None else land + self.tr("，{days} 天后开工").format(days=days))
        return self.tr("；").join(parts)

    def _show_current(self) -> None:
        item = self.current()
        every = self.found.attachments if self.found else ()
        files = [row for row in every if item is not None and row["procedure_id"] == item.row["id"]]
        self.detail.show_procedure(item, files, writable=self.desk.session.writable)
        self.split.fit()

    def _on_current(self) -> None:
        self._show_current()
        item = self.current()
        if item is not None:
            self.current_changed.emit(item.row["project_id"], item.row["name"])

    def _set_state(self, row: Followed, _key: str, state: str) -> None:
        self.desk.run(set_state, project_id=row.row["project_id"], name=row.row["name"], state=state)

    def _move(self, what: str, reason: str) -> None:
        item = self.current()
        if item is None:
            return
        number, day = item.row["id"], self.detail.day.day
        pressed = self.detail.is_on_moves
        if what == "pause":
            self.desk.run(procedure_moves.pause, procedure_id=number, reason=reason, on=day)
        elif what == NOT_NEEDED:
            why = self.desk.prompts.text(self, self.tr("无需办理"), self.tr("理由（写明依据）"))
            if why is None:
                return
            self.desk.run(procedure_moves.mark_not_required, procedure_id=number, reason=why)
        else:
            self.desk.run(_MOVES[what], procedure_id=number, on=day)
        if pressed:
            # The button that was pressed may be off now, and the keyboard would go to the next part of the window.
            self.table.setFocus()

    def _tick(self, step_id: int, done: bool) -> None:
        text = self.detail.day.day if done else ""
        if self.desk.run(procedure_moves.set_step_done, step_id=step_id, text=text) and done:
            self._go_to_next_step(step_id)

    def _go_to_next_step(self, step_id: int) -> None:
        model, table = self.detail.steps.model, self.detail.steps.table
        place = next((n for n, row in enumerate(model.rows) if row["id"] == step_id), -1) + 1
        if 0 < place < len(model.rows):
            table.setCurrentIndex(model.index(place, table.currentIndex().column()))

    def _edit_step(self, row_id: int, key: str, text: str) -> None:
        if key == "done_on":
            field = field_of("procedure_step", key)
            self.desk.type_in(procedure_moves.set_step_done, field, text, step_id=row_id)
        else:
            self._write("procedure_step", row_id, key, text)

    def _write(self, table: str, row_id: int, key: str, text: str) -> None:
        self.desk.type_in(edit.set_field, field_of(table, key), text, table=table, row_id=row_id, key=key)

    def _add_step(self) -> None:
        item = self.current()
        if item is None:
            return
        names = {step["name"] for step in item.steps}
        proposed = (self.tr("新环节"), *(self.tr("新环节{n}").format(n=n) for n in range(2, len(names) + 3)))
        values = {
            "seq": str(max((step["seq"] or 0 for step in item.steps), default=0) + 1),
            "name": next(name for name in proposed if name not in names),
        }
        self._add_row("procedure_step", values, 1)

    def _add_pause(self) -> None:
        self._add_row("procedure_pause", {"from_on": self.detail.day.day}, 0)

    def _add_row(self, table: str, values: dict[str, str], column: int) -> None:
        item = self.current()
        if item is None:
            return
        links = {"procedure_id": item.row["id"]}
        project_id = item.row["project_id"]
        if self.desk.run(edit.add_row, table=table, values=values, project_id=project_id, links=links):
            leaf = self.detail.steps if table == "procedure_step" else self.detail.pauses
            leaf.table.setFocus()
            leaf.table.setCurrentIndex(leaf.model.index(len(leaf.model.rows) - 1, column))
            leaf.table.edit(leaf.table.currentIndex())

    def _remove(self, table: str, row_id: int) -> None:
        changes = self.desk.run(edit.delete_row, table=table, row_id=row_id)
        if changes:
            self.desk.told.emit(self.tr("{what}。按 Ctrl+Z 可恢复").format(what=changes.label))

    def _owner(self) -> Owner | None:
        item = self.current()
        return Owner(item.row["project_id"], item.row["id"]) if item else None

    def _add_file(self) -> None:
        owner = self._owner()
        if owner is not None and self.detail.attachments.add.isEnabled():
            self.detail.show_leaf(self.detail.attachments)
            self.documents.ask(owner)

    def _drop(self, paths: list[str]) -> None:
        owner = self._owner()
        if owner is not None:
            self.documents.take_in(owner, [Path(path) for path in paths])

    def _connect(self) -> None:
        detail = self.detail
        self.desk.changes_applied.connect(self._on_changes)
        self.desk.looked_at_changed.connect(self._on_looked_at)
        self.make_button.clicked.connect(self.open_dialog)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        self.table.checklist_model.edited.connect(self._set_state)
        detail.move_asked.connect(self._move)
        detail.folded.connect(self._show_whole)
        detail.day.refused.connect(
            lambda text: self.desk.told.emit(self.tr("“{text}”不是日期").format(text=text))
        )
        detail.steps.ticked.connect(self._tick)
        detail.steps.edited.connect(self._edit_step)
        detail.steps.add_asked.connect(self._add_step)
        detail.steps.remove_asked.connect(lambda number: self._remove("procedure_step", number))
        detail.pauses.edited.connect(partial(self._write, "procedure_pause"))
        detail.pauses.add_asked.connect(self._add_pause)
        detail.pauses.remove_asked.connect(lambda number: self._remove("procedure_pause", number))
        files = detail.attachments
        files.add_asked.connect(self._add_file)
        files.edited.connect(partial(self._write, "attachment"))
        files.remove_asked.connect(lambda number: self._remove("attachment", number))
        files.files_dropped.connect(self._drop)
        files.open_asked.connect(self.documents.open)
        files.save_asked.connect(self.documents.save)
        bind(self, MAKE_KEY, self.make_button.click)
        bind(self, DONE_KEY, detail.buttons[FINISH].click)
        bind(self, ADD_FILE_KEY, self._add_file)
        bind(self, SAVE_KEY, files.save.click)

    def _lay_out(self) -> None:
        self.heading.setStyleSheet("font-weight: 600;")
        self.problems.setStyleSheet(f"color: {tokens.YELLOW};")
        for label in (self.heading, self.summary, self.packages, self.problems):
            label.setWordWrap(True)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.heading)
        names.addWidget(self.summary)
        head = QHBoxLayout()
        head.addLayout(names, 1)
        head.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignTop)
        self.split = DetailSplit(self.table, self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        for label in (self.problems, self.packages):
            column.addWidget(label)
        column.addWidget(self.split, 1)
        self.setFocusProxy(self.table)


def _today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the officer's own calendar

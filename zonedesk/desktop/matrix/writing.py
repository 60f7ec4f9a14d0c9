"""What the matrix writes: states, days of completion and numbers, for all that is selected, each as one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.matrix.bulk_bar import BulkBar
from zonedesk.desktop.matrix.grid import MatrixGrid
from zonedesk.desktop.matrix.keys import BULK_KEY, KEY_OF_STATE, STATE_KEYS
from zonedesk.desktop.matrix.model import FIXED, Place
from zonedesk.domain.changes import Changes
from zonedesk.domain.columns import ACCEPTED, DONE, NOT_REQUIRED, REQUIRED
from zonedesk.domain.dates import read_date
from zonedesk.domain.procedures import State
from zonedesk.ops import edit
from zonedesk.ops.checklist import make_checklists
from zonedesk.ops.procedure_list import fill_down, finish_all, set_states, take_out
from zonedesk.store.matrix_reader import CODES

_DONE = CODES[State.DONE]


class MatrixWriting(QObject):
    """Obeys the grid's keys. Where several cells are selected, those without a procedure are passed over."""

    def __init__(self, desk: Desk, grid: MatrixGrid, bar: BulkBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._grid, self._bar = desk, grid, bar
        self.menu: QMenu | None = None
        grid.state_asked.connect(self.set_state)
        grid.menu_asked.connect(self.open_menu)
        grid.today_asked.connect(self.finish_today)
        grid.clear_asked.connect(self.take_out)
        grid.fill_asked.connect(lambda _: self.fill_down())
        grid.copy_asked.connect(self.copy)
        bar.agreed.connect(self.finish)
        bar.left.connect(grid.setFocus)

    def places(self) -> list[tuple[int, str]]:
        """What would be written to: the selected procedures; or the empty cells, where there are no others."""
        chosen = self._grid.places()
        there = [place for place in chosen if place.code]
        return [(place.project_id, place.name) for place in there or chosen]

    def done_already(self) -> int:
        """How many of the selected procedures are done."""
        return sum(place.code == _DONE for place in self._grid.places())

    def set_state(self, state: str) -> None:
        """Set the state of all that is selected; 无需办理 asks for its reason, one for all."""
        places = self.places()
        if not self._may(places):
            return
        reason = ""
        if state == NOT_REQUIRED:
            text = self.tr("{n} 件手续无需办理的理由（写明依据）").format(n=len(places))
            asked = self._desk.prompts.text(self._grid, self.tr("无需办理"), text)
            if asked is None:
                return
            reason = asked
        if not self._run(set_states, places=places, state=state, reason=reason):
            return
        if state == DONE:
            self._desk.told.emit(
                self.tr("已设为已办结，未写办结时间：Ctrl+; 记今天，{key} 写时间和文号").format(key=BULK_KEY)
            )
        elif state == ACCEPTED:
            self._desk.told.emit(
                self.tr("已设为已受理，未写受理时间，不计时：在右侧手续清单（F4）按“受理”写时间")
            )

    def open_menu(self) -> None:
        """Offer the states, each with its key."""
        if not self._may(self.places()):
            return
        menu = QMenu(self._grid)
        for state in STATE_KEYS.values():
            action = menu.addAction(f"&{KEY_OF_STATE[state]}　{state}")
            action.triggered.connect(lambda _=False, state=state: self.set_state(state))
        spot = self._grid.visualRect(self._grid.currentIndex()).bottomLeft()
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(self._grid.viewport().mapToGlobal(spot + QPoint(0, 1)))
        menu.setActiveAction(menu.actions()[0])

    def finish_today(self) -> None:
        """Register all that is selected as done on the office's own day."""
        self._finish(dt.date.today().isoformat(), "")  # noqa: DTZ011

    def open_bar(self) -> None:
        """Ask for a day and a number for all that is selected."""
        places = self.places()
        if self._may(places):
            self._bar.open(len(places), self.done_already())

    def finish(self, day: str, number: str) -> None:
        """Register all that is selected as done on a day as typed."""
        if read_date(day) is None:
            self._desk.told.emit(self.tr("“{text}”不是日期").format(text=day))
            self._bar.day.setFocus()
            return
        if self._finish(day, number):
            self._bar.hide()
            self._grid.setFocus()

    def take_out(self) -> None:
        """Take the selected procedures out of their projects' lists."""
        places = [(place.project_id, place.name) for place in self._grid.places() if place.code]
        if self._may(places):
            changes = self._run(take_out, places=places)
            if changes:
                self._desk.told.emit(self.tr("{what}。按 Ctrl+Z 可恢复").format(what=changes.label))

    def fill_down(self) -> None:
        """Each selected block takes the states of its first row; a single row, those of the row above it."""
        pairs = []
        model = self._grid.matrix_model
        for top, left, bottom, right in self._grid.moves.blocks():
            source = top if bottom > top else top - 1
            for column in range(max(left, FIXED), right + 1):
                above = model.place(model.index(source, column)) if source >= 0 else None
                if above is None or not above.code:
                    continue
                below = model.places([(source + 1, column, bottom, column)])
                pairs += [((above.project_id, above.name), (each.project_id, each.name)) for each in below]
        if self._may(pairs):
            self._run(fill_down, pairs=pairs)

    def copy(self) -> None:
        """Copy the selected cells as text, row by row, as a spreadsheet takes them."""
        model, blocks = self._grid.matrix_model, self._grid.moves.blocks()
        words = self._words(model.places(blocks))
        lines = []
        for top, left, bottom, right in blocks:
            for row in range(top, bottom + 1):
                places = [model.place(model.index(row, column)) for column in range(left, right + 1)]
                texts = (
                    words.get((place.project_id, place.name), "") if place else model.look_at(row, column)[0]
                    for place, column in zip(places, range(left, right + 1), strict=True)
                )
                lines.append("\t".join(texts))
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._desk.told.emit(self.tr("已复制 {n} 行").format(n=len(lines)))

    def add(self) -> None:
        """Add a procedure of any name to the current project."""
        project_id = self._grid.matrix_model.project_at(self._grid.currentIndex().row())
        matrix = self._grid.matrix_model.matrix
        if project_id is None or matrix is None or not self._desk.session.writable:
            return
        text = self.tr("为“{project}”新增手续，名称：").format(project=matrix.project_name(project_id))
        name = self._desk.prompts.text(self._grid, self.tr("新增手续"), text)
        if name and name.strip():
            values = {"name": name.strip()}
            if self._desk.run(edit.add_row, table="procedure", project_id=project_id, values=values):
                self._grid.go_to(project_id, name.strip())
        self._grid.setFocus()

    def make_checklists(self, project_ids: Sequence[int]) -> bool:
        """Give projects the procedures that they call for; False if that was refused."""
        if not project_ids or not self._desk.session.writable:
            return False
        day = max(self._desk.as_of, dt.date.today().isoformat())  # noqa: DTZ011
        return self._run(make_checklists, project_ids=project_ids, day=day) is not None

    def _finish(self, day: str, number: str) -> bool:
        places = self.places()
        return self._may(places) and bool(self._run(finish_all, places=places, on=day, doc_no=number))

    def _words(self, places: Sequence[Place]) -> dict[tuple[int, str], str]:
        """The ledger's own word for each procedure."""
        ids = {place.project_id for place in places if place.code}
        columns = ("project_id", "name", "required", "status")
        rows = self._desk.session.reader.rows_in("procedure", "project_id", ids, columns=columns)
        return {
            (row["project_id"], row["name"]): row["status"]
            if row["required"] == REQUIRED
            else row["required"]
            for row in rows
        }

    def _may(self, places: Sequence[Any]) -> bool:
        if not places:
            self._desk.told.emit(self.tr("请先选中手续的格"))
        return bool(places) and self._desk.session.writable

    def _run(self, operation: Callable[..., Any], **given: Any) -> Changes | None:
        return self._desk.run(operation, **given)

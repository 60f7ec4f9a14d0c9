"""The steps of the record as a table model that reads as far as it is looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.lines_model import Index, LinesModel
from zonedesk.domain.changes import Step
from zonedesk.ops.session import Session

LABEL, ROWS, STATE = 3, 4, 5
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StepsModel(LinesModel[Step]):
    """Newest first; older steps are read when the view reaches them."""

    page = 200

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.more = True
        self.heads = (
            self.tr("时间"),
            self.tr("经办人"),
            self.tr("电脑"),
            self.tr("操作"),
            self.tr("行数"),
            self.tr("状态"),
        )
        self._states = {
            "done": self.tr("有效"),
            "undone": self.tr("已撤销，可重做"),
            "dropped": self.tr("已撤销"),
            "event": "",
        }

    def reload(self) -> None:
        """Start again from the newest step."""
        self.show(self._session.steps(limit=self.page))

    def read_on(self) -> list[Step]:
        return self._session.steps(limit=self.page, before=self.lines[-1].set_id if self.lines else None)

    def take(self) -> None:
        """Take in what was written since: new steps on top, states of the steps that they touched."""
        newest = self.lines[0].set_id if self.lines else 0
        fresh = [step for step in self._session.steps(limit=self.page) if step.set_id > newest]
        if not fresh or len(fresh) == self.page:
            self.reload()
            return
        self.insert(0, fresh)
        targets = {step.target for step in fresh}
        for row, step in enumerate(self.lines):
            # A new step also drops what could still be redone.
            if step.state == "undone" or step.set_id in targets:
                self.lines[row] = self._session.record.step(step.set_id) or step
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.heads) - 1))

    def step(self, row: int) -> Step:
        """The step in a row."""
        return self.lines[row]

    def row_of(self, set_id: int) -> int | None:
        """Where a step stands, if it has been read."""
        return next((n for n, step in enumerate(self.lines) if step.set_id == set_id), None)

    def standing_after(self, set_id: int) -> int:
        """How many steps that were taken after this one still stand."""
        count = 0
        for step in self.lines:
            if step.set_id <= set_id:
                break
            count += step.state == "done"
        return count

    @property
    def complete(self) -> bool:
        """Whether the oldest step has been read."""
        return not self.more

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if section == ROWS and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(step, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == LABEL:
            return step.label
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == STATE and step.state == "done":
            # Whether it can be taken back is found by trying: only that looks at every row.
            return self.tr("可撤销，除非其中的内容后来又被修改；那时会说明是哪些项目")
        if role == Qt.ItemDataRole.ForegroundRole and step.state != "done":
            return QColor(tokens.SECOND)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == ROWS:
            return _RIGHT
        return None

    def _text(self, step: Step, column: int) -> str:
        return (
            step.at[:16].replace("T", " "),
            step.who,
            step.computer,
            step.label,
            f"{step.rows:,}",
            self._states[step.state],
        )[column]

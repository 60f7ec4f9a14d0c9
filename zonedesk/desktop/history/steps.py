"""The steps of the record as a table model that reads as far as it is looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from zonedesk.desktop import tokens
from zonedesk.domain.changes import Step
from zonedesk.ops.session import Session

_PAGE = 200
_Index = QModelIndex | QPersistentModelIndex
LABEL, ROWS, STATE = 3, 4, 5
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StepsModel(QAbstractTableModel):
    """Newest first; older steps are read when the view reaches them."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: list[Step] = []
        self._more = True
        self._heads = (
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
        self.beginResetModel()
        self._steps = self._session.steps(limit=_PAGE)
        self._more = len(self._steps) == _PAGE
        self.endResetModel()

    def take(self) -> None:
        """Take in what was written since: new steps on top, states of the steps that they touched."""
        newest = self._steps[0].set_id if self._steps else 0
        fresh = [step for step in self._session.steps(limit=_PAGE) if step.set_id > newest]
        if not fresh or len(fresh) == _PAGE:
            self.reload()
            return
        self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
        self._steps[:0] = fresh
        self.endInsertRows()
        targets = {step.target for step in fresh}
        for row, step in enumerate(self._steps):
            # A new step also drops what could still be redone.
            if step.state == "undone" or step.set_id in targets:
                self._steps[row] = self._session.record.step(step.set_id) or step
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._heads) - 1))

    def step(self, row: int) -> Step:
        """The step in a row."""
        return self._steps[row]

    def row_of(self, set_id: int) -> int | None:
        """Where a step stands, if it has been read."""
        return next((n for n, step in enumerate(self._steps) if step.set_id == set_id), None)

    def standing_after(self, set_id: int) -> int:
        """How many steps that were taken after this one still stand."""
        count = 0
        for step in self._steps:
            if step.set_id <= set_id:
                break
            count += step.state == "done"
        return count

    @property
    def complete(self) -> bool:
        """Whether the oldest step has been read."""
        return not self._more

    def canFetchMore(self, parent: _Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: _Index) -> None:
        older = self._session.steps(limit=_PAGE, before=self._steps[-1].set_id if self._steps else None)
        self._more = len(older) == _PAGE
        if older:
            first = len(self._steps)
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self._steps += older
            self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if section == ROWS and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self._steps[index.row()]
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

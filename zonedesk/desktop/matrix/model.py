"""The matrix as Qt asks for it: rows of projects and heads of zones, a column for each procedure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from zonedesk.desktop import tokens
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.ops.matrix import Matrix, MatrixColumn
from zonedesk.ops.matrix_details import Details
from zonedesk.ops.matrix_rows import Shown, ZoneRow
from zonedesk.ops.procedure_book import Followed
from zonedesk.store.matrix_reader import STATES

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
FIXED = 2
PROJECT_COLUMN, RATE_COLUMN = 0, 1
_LABELS = tuple("" if state is None else STATE_LABELS[state] for state in STATES)
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft.value, Qt.AlignmentFlag.AlignRight.value


class Place(NamedTuple):
    """A cell of a procedure: its project, the procedure's name, its code (0 where the project lacks it)."""

    project_id: int
    name: str
    code: int


class MatrixModel(QAbstractTableModel):
    """Codes are looked up as they are painted; words and tips only when they are asked for."""

    def __init__(self, details: Details, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.details = details
        self.matrix: Matrix | None = None
        self.rows: Sequence[int | ZoneRow] = ()
        self.columns: tuple[MatrixColumn, ...] = ()
        self._second = QColor(tokens.SECOND)
        self._numbers: list[str] | None = None
        self._row_of: dict[int, int] | None = None
        self._zone_texts: dict[tuple[int, int], str] = {}

    def show(self, matrix: Matrix, shown: Shown) -> None:
        """Show these rows and columns; the selection stays where both are as before."""
        same = list(self.rows) == shown.rows and _names(self.columns) == _names(shown.columns)
        grouped = any(isinstance(row, ZoneRow) for row in shown.rows)
        # Heads of zones carry figures, so that they differ after every write; their places do not.
        same = same or (grouped and _ids(self.rows) == _ids(shown.rows) and _names(self.columns) == _names(shown.columns))  # fmt: skip
        if not same:
            self.beginResetModel()
        self.matrix, self.rows, self.columns = matrix, shown.rows, shown.columns
        self._zone_texts.clear()
        if not same:
            self._numbers = _numbered(shown.rows) if grouped else None
            self._row_of = None
            self.endResetModel()
            return
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def look_at(self, row: int, column: int) -> tuple[str, QColor | None, int]:
        """Text, colour and side of a cell."""
        found, matrix = self.rows[row], self.matrix
        assert matrix is not None
        if isinstance(found, ZoneRow):
            return self._zone_text(row, found, column), self._second, _LEFT
        if column == PROJECT_COLUMN:
            return matrix.project_name(found), None, _LEFT
        if column == RATE_COLUMN:
            ratio = matrix.completion([found])
            done = ratio.numerator == ratio.denominator
            return f"{ratio.numerator}/{ratio.denominator}", self._second if done else None, _RIGHT
        return _LABELS[matrix.code(found, self.columns[column - FIXED].slot)], None, _LEFT

    def is_head(self, row: int) -> bool:
        """Whether a row is the head of a zone."""
        return 0 <= row < len(self.rows) and isinstance(self.rows[row], ZoneRow)

    def place(self, index: Index) -> Place | None:
        """The procedure's cell at an index; None on a project's own columns and on heads of zones."""
        if not index.isValid():
            return None
        return self._place(index.row(), index.column())

    def places(self, blocks: Iterable[tuple[int, int, int, int]]) -> list[Place]:
        """The procedures' cells in blocks (top, left, bottom, right), row by row, each once."""
        found = (
            self._place(row, column)
            for top, left, bottom, right in blocks
            for row in range(top, bottom + 1)
            for column in range(max(left, FIXED), right + 1)
        )
        return list(dict.fromkeys(place for place in found if place is not None))

    def project_at(self, row: int) -> int | None:
        """The project of a row; None on the head of a zone."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, int) else None

    def row_of(self, project_id: int) -> int | None:
        """The row in which a project stands."""
        if self._row_of is None:
            self._row_of = {row: n for n, row in enumerate(self.rows) if isinstance(row, int)}
        return self._row_of.get(project_id)

    def column_of(self, name: str) -> int | None:
        """The column of a procedure."""
        return next((n for n, column in enumerate(self.columns, FIXED) if column.name == name), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else FIXED + len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.look_at(index.row(), index.column())[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if role != Qt.ItemDataRole.DisplayRole:
                return None
            return str(section + 1) if self._numbers is None else self._numbers[section]
        if role == Qt.ItemDataRole.DisplayRole:
            heads = (self.tr("项目名称"), self.tr("办结率"))
            return heads[section] if section < FIXED else self.columns[section - FIXED].name
        if role == Qt.ItemDataRole.ToolTipRole and section >= FIXED:
            return self._head_tip(self.columns[section - FIXED])
        return None

    def _place(self, row: int, column: int) -> Place | None:
        found = self.rows[row]
        if isinstance(found, ZoneRow) or column < FIXED or self.matrix is None:
            return None
        known = self.columns[column - FIXED]
        return Place(found, known.name, self.matrix.code(found, known.slot))

    def _zone_text(self, row: int, zone: ZoneRow, column: int) -> str:
        if column == PROJECT_COLUMN:
            return self.tr("{zone}（{n}）").format(zone=zone.zone, n=len(zone.ids))
        if column == RATE_COLUMN:
            return zone.completion.text(1)
        text = self._zone_texts.get((row, column))
        if text is None:
            assert self.matrix is not None
            text = _short(self.matrix.completion_at(zone.ids, self.columns[column - FIXED].slot))
            self._zone_texts[row, column] = text
        return text

    def _tip(self, index: Index) -> str:
        assert self.matrix is not None
        row = self.rows[index.row()]
        if isinstance(row, ZoneRow):
            return self._rate_tip(row.zone, row.completion)
        name, zone = self.matrix.project_name(row), self.matrix.zone_of(row)
        if index.column() == PROJECT_COLUMN:
            return self.tr("{name}\n{zone}\n双击：在项目台账中打开").format(name=name, zone=zone)
        if index.column() == RATE_COLUMN:
            return self._rate_tip(name, self.matrix.completion([row]))
        procedure = self.columns[index.column() - FIXED].name
        item = self.details.of(row, procedure)
        if item is None:
            return self.tr("{project}\n{name}：台账中无此项。设一个状态即列入").format(
                project=name, name=procedure
            )
        return "\n".join([name, *self._told(item)])

    def _told(self, item: Followed) -> list[str]:
        """What a cell's tip says of its procedure."""
        row = item.row
        word = STATE_LABELS[item.state] if item.state in _BARE else str(row["status"])
        late = self.tr("（逾期 {n} 天）").format(n=item.overdue_days) if item.state is State.OVERDUE else ""
        lines = [f"{row['name']}：{word}{late}"]
        if item.is_stuck and item.stuck is not None and item.stuck.days is not None:
            lines.append(self.tr("卡在“{step}”{days} 天").format(step=item.stuck.step, days=item.stuck.days))
        for label, key in (
            (self.tr("受理"), "accepted_on"),
            (self.tr("承诺办结"), "promised_on"),
            (self.tr("办结"), "done_on"),
            (self.tr("文号"), "doc_no"),
            (self.tr("原因"), "waiting_reason"),
            (self.tr("下一步"), "next_step"),
            (self.tr("无需办理的理由"), "not_required_reason"),
        ):
            text = row["unfit"].get(key) or row[key]
            if text:
                lines.append(self.tr("{label}：{text}").format(label=label, text=text))
        return lines

    def _head_tip(self, column: MatrixColumn) -> str:
        lines = [self._rate_tip(column.name, column.completion)]
        if column.template is not None:
            lines.append(self.tr("阶段：{stage}").format(stage=column.stage))
            if column.template.dept:
                lines.append(self.tr("审批部门：{dept}").format(dept=column.template.dept))
        else:
            lines.append(self.tr("不在手续模板中"))
        return "\n".join(lines)

    def _rate_tip(self, name: str, ratio: Ratio) -> str:
        return self.tr("{name}\n已办结 {a} 件，需办 {b} 件，办结率 {percent}").format(
            name=name, a=ratio.numerator, b=ratio.denominator, percent=ratio.text()
        )


_BARE = (State.NOT_REQUIRED, State.UNDECIDED)


def _short(ratio: Ratio) -> str:
    """A rate for a narrow column, without its sign."""
    text = ratio.text(0 if ratio.numerator == ratio.denominator else 1).removesuffix("%")
    return "" if not ratio.denominator else text


def _names(columns: Iterable[MatrixColumn]) -> list[str]:
    return [column.name for column in columns]


def _ids(rows: Iterable[int | ZoneRow]) -> list[int | str]:
    return [row.zone if isinstance(row, ZoneRow) else row for row in rows]


def _numbered(rows: Iterable[int | ZoneRow]) -> list[str]:
    numbers, last = [], 0
    for row in rows:
        last += not isinstance(row, ZoneRow)
        numbers.append("" if isinstance(row, ZoneRow) else str(last))
    return numbers

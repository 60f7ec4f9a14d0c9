"""What an import will change, as a tree: the rows of the plan, under each its cells. Ticks write to the plan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Literal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from zonedesk.desktop import tokens
from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.plan import ImportPlan, RowAction, column_field
from zonedesk.domain.values import unit_of

Show = Literal["all", "new", "changed", "flagged"]
WHAT, WHERE, OLD, NEW = range(4)
_Index = QModelIndex | QPersistentModelIndex
_TOP = 0
_PAGE = 500
_GIST = ("zone_id", "total_investment", "expected_output", "sign_date", "start_actual", "prod_actual")
_GIST_LENGTH = 4
_ROLE = Qt.ItemDataRole


class _Entry:
    """A row of the plan with those of its cells that are shown: all that are filled, unless `columns` are given."""

    def __init__(self, action: RowAction, columns: list[str] | None = None) -> None:
        self.action = action
        if columns is not None:
            self.columns = columns

    @cached_property
    def columns(self) -> list[str]:
        # When it is first looked at: a plan has tens of thousands of rows.
        return list(_filled(self.action))


class ChangesModel(QAbstractItemModel):
    """Texts are made when they are painted: a plan may hold hundreds of thousands of cells.

    `ticked()` after any tick; after `tick_all` the cells of open rows are to be painted anew.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._all: list[_Entry] = []
        self._entries: list[_Entry] = []
        self._loaded = 0
        self._flagged: set[tuple[str, int, str]] = set()
        self._struck = QFont()
        self._struck.setStrikeOut(True)
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._heads = (self.tr("项目 / 字段"), self.tr("来源"), self.tr("原值"), self.tr("新值"))
        self._plain = {"extra": self.tr("其他列"), "unfit": self.tr("待核内容")}

    def set_plan(self, plan: ImportPlan) -> None:
        """Take another plan, or the same one worked out anew, and show all of it."""
        self._plan = plan
        self._flagged = {(f.sheet, f.row, f.field) for f in plan.body.errors}
        # What a file is about comes first; the companies and zones that it brings along come last.
        actions = sorted(plan.actions, key=_brought_along)
        self._all = [_Entry(action) for action in actions if any(_filled(action))]
        self.narrow("all")

    def narrow(self, show: Show, text: str = "") -> None:
        """Show the changes of one kind, of projects whose name holds `text`."""
        self.beginResetModel()
        self._entries = [entry for entry in self._of_kind(show) if not text or text in _name(entry.action)]
        self._loaded = min(len(self._entries), _PAGE)
        self.endResetModel()

    def counts(self) -> dict[Show, int]:
        """How many rows (of all, of additions) or cells (of changes, doubts) there are of each kind."""
        changed = [entry for entry in self._all if entry.action.row_id is not None]
        return {
            "all": len(self._all),
            "new": len(self._all) - len(changed),
            "changed": sum(len(entry.columns) for entry in changed),
            "flagged": sum(len(entry.columns) for entry in self._of_kind("flagged")),
        }

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._loaded < len(self._entries)

    def fetchMore(self, parent: _Index) -> None:
        # A view asks several things of every row it is given: it gets them as it reaches them.
        more = min(self._loaded + _PAGE, len(self._entries))
        if more == self._loaded:
            return
        self.beginInsertRows(QModelIndex(), self._loaded, more - 1)
        self._loaded = more
        self.endInsertRows()

    def tick_all(self, accepted: bool) -> None:
        """Tick or untick everything shown."""
        for entry in self._entries:
            self._tick_row(entry, accepted)
        if self._loaded:
            self.dataChanged.emit(self.index(0, 0), self.index(self._loaded - 1, NEW))
        self.ticked.emit()

    def is_addition(self, row: int) -> bool:
        """Whether the entry in a top row adds a record."""
        return self._entries[row].action.row_id is None

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        # A cell carries its row's number, from 1; a row carries none.
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        number = index.internalId() if index.isValid() else _TOP
        return QModelIndex() if number == _TOP else self.createIndex(number - 1, 0, _TOP)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        if not parent.isValid():
            return self._loaded
        if parent.internalId() != _TOP or parent.column() != 0:
            return 0
        return len(self._entries[parent.row()].columns)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._heads)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() != WHAT:
            return flags
        entry, column = self._at(index)
        # A new record cannot be taken in without its name.
        fixed = column == "name" and entry.action.row_id is None
        return flags if fixed else flags | Qt.ItemFlag.ItemIsUserCheckable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        entry, column = self._at(index)
        if role == _ROLE.CheckStateRole and index.column() == WHAT:
            return self._check(entry, column)
        if column is None:
            return self._row_data(entry, index.column(), role)
        return self._cell_data(entry.action, column, index.column(), role)

    def setData(self, index: _Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.CheckStateRole or index.column() != WHAT:
            return False
        entry, column = self._at(index)
        accepted = Qt.CheckState(value) == Qt.CheckState.Checked
        if column is None:
            self._tick_row(entry, accepted)
        else:
            _tick_cell(entry.action, column, accepted)
        top = self.index(index.row() if column is None else index.internalId() - 1, 0)
        self.dataChanged.emit(top, top.siblingAtColumn(NEW))
        cells = self.rowCount(top)
        self.dataChanged.emit(self.index(0, 0, top), self.index(cells - 1, NEW, top))
        self.ticked.emit()
        return True

    def _of_kind(self, show: Show) -> Iterable[_Entry]:
        if show == "flagged":
            for entry in self._all:
                if not self._flagged and "unfit" not in entry.action.values:
                    continue
                columns = [c for c in entry.columns if c == "unfit" or self._is_flagged(entry.action, c)]
                if columns:
                    yield _Entry(entry.action, columns)
            return
        for entry in self._all:
            if show == "all" or (show == "new") == (entry.action.row_id is None):
                yield entry

    def _at(self, index: _Index) -> tuple[_Entry, str | None]:
        number = index.internalId()
        if number == _TOP:
            return self._entries[index.row()], None
        entry = self._entries[number - 1]
        return entry, entry.columns[index.row()]

    def _check(self, entry: _Entry, column: str | None) -> Qt.CheckState | None:
        action = entry.action
        if column is not None:
            if column == "name" and action.row_id is None:
                return None
            on = action.accepted and column not in action.declined
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if not action.accepted or (action.row_id is not None and action.declined >= set(action.values)):
            return Qt.CheckState.Unchecked
        return Qt.CheckState.PartiallyChecked if action.declined else Qt.CheckState.Checked

    def _tick_row(self, entry: _Entry, accepted: bool) -> None:
        entry.action.accepted = accepted
        if accepted:
            entry.action.declined.clear()

    def _row_data(self, entry: _Entry, column: int, role: int) -> Any:
        action = entry.action
        if role in {_ROLE.DisplayRole, _ROLE.ToolTipRole}:
            if column == WHAT:
                return f"{_name(action)} · {TABLE_LABELS[action.table]}"
            if column == WHERE:
                return self._source(action.sheet, action.row_number)
            if column == NEW:
                return "　".join(part for part in (self._told(entry), self._near(action)) if part)
        if role == _ROLE.FontRole and column == WHAT:
            return self._bold
        if role == _ROLE.ForegroundRole and column != WHAT:
            return QColor(tokens.SECOND)
        if role == _ROLE.BackgroundRole and column == NEW and action.row_id is None:
            return QColor(tokens.ADDED)
        return None

    def _cell_data(self, action: RowAction, key: str, column: int, role: int) -> Any:
        if role in {_ROLE.DisplayRole, _ROLE.ToolTipRole}:
            return self._cell_text(action, key, column)
        on = action.accepted and key not in action.declined
        if role == _ROLE.BackgroundRole and column == NEW and on:
            return QColor(self._ground(action, key))
        since = key in action.since
        # A value that is left for a later one is explained beside it: both are to be read.
        if role == _ROLE.FontRole and column == (OLD if on else NEW) and not (since and column == NEW):
            return self._struck
        if role == _ROLE.ForegroundRole and (column in {OLD, WHERE} or not on):
            return QColor(tokens.SECOND if on or since else tokens.DISABLED)
        return None

    def _cell_text(self, action: RowAction, key: str, column: int) -> str:
        assert self._plan is not None
        field = column_field(action.table, key)
        if column == WHAT:
            unit = f"（{unit_of(field)}）" if field and unit_of(field) else ""
            return self._plain.get(key) or (field.label + unit if field else key)
        if column == WHERE:
            sheet, row, _ = self._where(action, key)
            return "" if (sheet, row) == (action.sheet, action.row_number) else self._source(sheet, row)
        value = action.before.get(key) if column == OLD else action.values[key]
        if key in self._plain:
            return _unpacked(action.table, value)
        shown = self._plan.show(field, value)
        if column == NEW and value is None:
            shown = self.tr("（清空）")
        if column == NEW and (step := action.since.get(key)):
            # What it was changed to stands beside it, as the ledger's value.
            text = self.tr("{value}（此后已改：{day} {who}）")
            return text.format(value=shown, day=step.at[:10], who=step.origin)
        return (
            self.tr("{value}（待核）").format(value=shown)
            if column == NEW and value is not None and self._is_flagged(action, key)
            else shown
        )

    def _told(self, entry: _Entry) -> str:
        if since := len(entry.action.since.keys() & set(entry.columns)):
            text = self.tr("{n} 处更改，其中 {since} 处在导入同一文件后另有更正，默认不改回")
            return text.format(n=len(entry.columns), since=since)
        if entry.action.row_id is not None:
            return self.tr("{n} 处更改").format(n=len(entry.columns))
        told = self.tr("新增：{values}").format(values=self._gist(entry))
        if step := entry.action.removed:
            gone = self.tr("此后已删除：{day} {who}").format(day=step.at[:10], who=step.origin)
            return f"{gone}　{told}"
        return told

    def _near(self, action: RowAction) -> str:
        """That the project was found by a name that is not quite its own."""
        assert self._plan is not None
        name = self._plan.retyped(action)
        return self.tr("名称近似匹配：来文为“{name}”").format(name=name) if name else ""

    def _gist(self, entry: _Entry) -> str:
        """A few values by which an addition is known, each with what it is."""
        keys = [key for key in _GIST if key in entry.columns] or entry.columns
        named = ((key, self._cell_text(entry.action, key, NEW)) for key in keys[:_GIST_LENGTH])
        return " · ".join(self._named(entry.action, key, text) for key, text in named if text)

    def _named(self, action: RowAction, key: str, text: str) -> str:
        field = column_field(action.table, key)
        if field is None or field.key in {"name", "description"}:
            return text
        unit = unit_of(field)
        return f"{field.label} {text} {unit}" if unit else f"{field.label} {text}"

    def _source(self, sheet: str, row: int) -> str:
        return self.tr("{sheet} {row}行").format(sheet=sheet, row=row) if row else sheet

    def _ground(self, action: RowAction, key: str) -> str:
        if key == "unfit" or self._is_flagged(action, key):
            return tokens.CHANGED
        fresh = action.row_id is None or action.before.get(key) in (None, "{}")
        return tokens.ADDED if fresh and action.values[key] is not None else tokens.CHANGED

    def _is_flagged(self, action: RowAction, key: str) -> bool:
        return bool(self._flagged) and self._where(action, key) in self._flagged

    def _where(self, action: RowAction, key: str) -> tuple[str, int, str]:
        sheet, row = action.origins.get(key, (action.sheet, action.row_number))
        field = column_field(action.table, key)
        return sheet, row, field.label if field else key


def _filled(action: RowAction) -> Iterator[str]:
    """The columns that a row brings: of an addition those with something in them."""
    for column, value in action.values.items():
        if column != "project_id" and (action.row_id is not None or value not in (None, "{}", "")):
            yield column


def _brought_along(action: RowAction) -> bool:
    return action.table in {"zone", "enterprise", "batch"}


def _tick_cell(action: RowAction, key: str, accepted: bool) -> None:
    if not accepted:
        action.declined.add(key)
        return
    if not action.accepted:
        # The row was left out: what is ticked in it now is this cell alone.
        action.accepted = True
        action.declined = set(action.values) - ({"name", "project_id"} if action.row_id is None else set())
    action.declined.discard(key)


def _name(action: RowAction) -> str:
    return action.project or str(action.values.get("name") or action.token)


def _unpacked(table: str, value: Any) -> str:
    """Texts kept as typed, by the names of their fields."""
    texts = json.loads(value) if isinstance(value, str) and value else {}
    fields = ((column_field(table, key), key, text) for key, text in texts.items())
    return "；".join(f"{field.label if field else key}：{text}" for field, key, text in fields)

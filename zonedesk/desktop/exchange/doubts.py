"""待确认: what only a person can say, one line each, answered by one key or click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.choice_button import ChoiceButton
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.plain_table import plain_table
from zonedesk.domain.plan import Choice, Conflict, ImportPlan, Question

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class Doubt(NamedTuple):
    """A question or a conflict, told alike."""

    id: str
    where: str
    project: str
    text: str
    choices: tuple[Choice, ...]
    answer: str | None
    is_conflict: bool

    @property
    def answered(self) -> str:
        """The answer as it is read; "" while there is none."""
        return next((choice.label for choice in self.choices if choice.value == self.answer), "")


class DoubtsModel(QAbstractTableModel):
    """Questions first, then conflicts; the order stays while they are answered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.doubts: list[Doubt] = []
        self._heads = (self.tr("来源"), self.tr("项目"), self.tr("需要确认"), self.tr("您的选择"))
        self._left = {False: self.tr("未选择（这一行暂不导入）"), True: self.tr("未选择（这一格不改）")}
        self._reasons = {
            "by_hand": self.tr("台账的值是人工录入的"),
            "within_file": self.tr("文件内前后不一致"),
            "identity": self.tr("项目标识不一致"),
            "copied": self.tr("三未清单不是这一栏的依据"),
            "listing": self.tr("与列入批次时的数不一致"),
        }

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what the plan asks."""
        self.beginResetModel()
        self.doubts = [self._asked(question) for question in plan.questions]
        self.doubts += [self._contradicted(conflict) for conflict in plan.conflicts]
        self.endResetModel()

    def next_open(self, after: int) -> int | None:
        """The next line without an answer, going round."""
        rows = [*range(after + 1, len(self.doubts)), *range(0, min(after + 1, len(self.doubts)))]
        return next((row for row in rows if self.doubts[row].answer is None), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.doubts)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        doubt = self.doubts[index.row()]
        if role in {_ROLE.DisplayRole, _ROLE.ToolTipRole}:
            return (
                doubt.where,
                doubt.project,
                doubt.text,
                doubt.answered or self._left[doubt.is_conflict],
            )[index.column()]
        if role == _ROLE.BackgroundRole and index.column() == 3 and doubt.answer is None:
            return QColor(tokens.CONFLICT if doubt.is_conflict else tokens.CHANGED)
        if role == _ROLE.ForegroundRole and doubt.answer is not None and index.column() != 3:
            return QColor(tokens.SECOND)
        return None

    def _contradicted(self, conflict: Conflict) -> Doubt:
        text = self.tr("{field}：台账为“{ours}”，文件为“{theirs}”（{reason}）")
        keep, take = self.tr("保留台账：{value}"), self.tr("采用文件：{value}")
        if not conflict.in_ledger:
            text = self.tr("{field}：文件前一行为“{ours}”，后一行为“{theirs}”（{reason}）")
            keep, take = self.tr("采用前一行：{value}"), self.tr("采用后一行：{value}")
        text = text.format(
            field=conflict.field_label,
            ours=conflict.ours or self.tr("空"),
            theirs=conflict.theirs or self.tr("空"),
            reason=self._reasons[conflict.reason],
        )
        choices = (
            Choice("ours", keep.format(value=conflict.ours or self.tr("空"))),
            Choice("theirs", take.format(value=conflict.theirs or self.tr("空"))),
        )
        where = self._where(conflict)
        return Doubt(conflict.id, where, conflict.project, text, choices, conflict.answer, True)

    def _asked(self, question: Question) -> Doubt:
        choices, answer = question.choices, question.answer
        where = self._where(question)
        return Doubt(question.id, where, question.project, question.text, choices, answer, False)

    def _where(self, asked: Question | Conflict) -> str:
        row = self.tr("{sheet} {row}行").format(sheet=asked.sheet, row=asked.row_number)
        return row if asked.row_number else asked.sheet


class DoubtsTab(QWidget):
    """The list at the left, the choices of the chosen line at the right; an answer goes on to the next line.

    `answered(dict)`: new answers by the id of what they answer.
    """

    answered = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self.model = DoubtsModel(self)
        self.table = plain_table(self.model, (130, 220, 330, 220), self.tr("待确认"), stretch=2)
        self.table.selectionModel().currentRowChanged.connect(self._show_choices)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.choices = QVBoxLayout()
        self.choices.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.table, 1)
        row.addWidget(self._build_side())
        self.setFocusProxy(self.table)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what the plan asks, staying at the line that is looked at, or the next open one."""
        row = self.table.currentIndex().row()
        self.model.show_plan(plan)
        if not self.model.doubts:
            self._show_choices(QModelIndex())
            return
        row = min(max(row, 0), len(self.model.doubts) - 1)
        if self.model.doubts[row].answer is not None:
            following = self.model.next_open(row)
            row = row if following is None else following
        self.table.selectRow(row)
        self._show_choices(self.model.index(row, 0))

    def choose(self, row: int, value: str | None) -> None:
        """Answer one line; None takes its answer back."""
        self.answered.emit({self.model.doubts[row].id: value})

    def buttons(self) -> list[ChoiceButton]:
        """The choices offered for the chosen line."""
        widgets = (self.choices.itemAt(n).widget() for n in range(self.choices.count()))
        return [widget for widget in widgets if isinstance(widget, ChoiceButton)]

    def _build_side(self) -> QWidget:
        inside = named(QWidget(), "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.text)
        column.addLayout(self.choices)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFixedWidth(tokens.PANEL_WIDTH - 20)
        area.setWidget(inside)
        return area

    def _show_choices(self, current: QModelIndex) -> None:
        while item := self.choices.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        if not current.isValid():
            self.text.setText(self.tr("没有需要确认的内容。"))
            return
        row = current.row()
        doubt = self.model.doubts[row]
        self.text.setText(self.tr("{where}　{text}").format(where=doubt.where, text=doubt.text))
        for number, choice in enumerate(doubt.choices, start=1):
            words = self.tr("{n}  {label}").format(n=number, label=choice.label)
            key = f"Alt+{number}" if number <= 9 else ""
            self._add(
                words, partial(self.choose, row, choice.value), key, chosen=doubt.answer == choice.value
            )
        if doubt.answer is not None:
            self._add(self.tr("撤回选择"), partial(self.choose, row, None))
        if rest := self._alike(doubt):
            for number, choice in enumerate(doubt.choices, start=len(doubt.choices) + 1):
                words = self.tr("{n}  这一条和其余 {rest} 条同类的全部：{label}").format(
                    n=number, rest=len(rest), label=choice.label
                )
                everyone = dict.fromkeys((doubt.id, *rest), choice.value)
                self._add(words, partial(self.answered.emit, everyone), f"Alt+{number}")
        if doubt.is_conflict:
            self._add(self.tr("其余冲突全部保留台账"), partial(self._choose_rest, "ours"))
            self._add(self.tr("其余冲突全部采用文件"), partial(self._choose_rest, "theirs"))

    def _alike(self, doubt: Doubt) -> list[str]:
        """The other open questions that offer the very same answers: nothing of one of them tells it from the rest."""
        if doubt.is_conflict or doubt.answer is not None:
            return []
        return [
            each.id
            for each in self.model.doubts
            if each.id != doubt.id
            and not each.is_conflict
            and each.answer is None
            and each.choices == doubt.choices
        ]

    def _choose_rest(self, value: str) -> None:
        rest = [d for d in self.model.doubts if d.is_conflict and d.answer is None]
        self.answered.emit({doubt.id: value for doubt in rest})

    def _add(self, words: str, act: Callable[[], None], key: str = "", *, chosen: bool = False) -> None:
        button = ChoiceButton(words, chosen=chosen)
        if key:
            button.setToolTip(key)
            button.setShortcut(key)
        button.acted.connect(act)
        self.choices.addWidget(button)

"""What narrows the matrix: words, stage, procedure, chips of states; and whether it stands by zone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind
from zonedesk.desktop.matrix.keys import GROUP_KEY
from zonedesk.desktop.widgets.filter_chips import FilterChips
from zonedesk.desktop.widgets.leave_box import LeaveBox
from zonedesk.desktop.widgets.procedure_marks import state_icon
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.ops.matrix import Matrix
from zonedesk.ops.matrix_rows import Wanted

PENDING, BARE, WARNED = "pending", "bare", "warned"
_STATES = (State.OVERDUE, State.DOING, State.NOT_STARTED, State.DONE, State.NOT_REQUIRED, State.UNDECIDED)
_TYPING_MS = 120


class MatrixFilters(QWidget):
    """`changed()` when anything else is asked for, `left()` when the keyboard wants to go on to the rows.

    It goes beside other controls, its `chips` beneath it.
    """

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips = FilterChips(
            [
                (PENDING, self.tr("有未办结"), icon("filter")),
                *((state, STATE_LABELS[state], state_icon(state)) for state in _STATES),
                (WARNED, self.tr("有提示"), icon("alert-triangle")),
                (BARE, self.tr("无手续项目"), icon("file-plus")),
            ]
        )
        self.chips.buttons[WARNED].setToolTip(self.tr("日期先后、前置、有效期等有疑问的项目"))
        self.chips.buttons[BARE].setToolTip(self.tr("还没有列入任何手续的项目"))
        self.find_box, self.name_box = QLineEdit(), QLineEdit()
        self.stage_box = SteadyCombo()
        self.group = QCheckBox(self.tr("按开发区分组"))
        self.group.setToolTip(self.tr("按开发区分组，显示各区办结率（{key}）").format(key=GROUP_KEY))
        self._folded: set[str] = set()
        self._sort: tuple[str | None, bool] = (None, False)
        self._timer = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._timer.timeout.connect(self.changed)
        self._lay_out()
        self.chips.changed.connect(self.changed)
        self.stage_box.activated.connect(lambda _: self.changed.emit())
        self.group.toggled.connect(lambda _: self.changed.emit())
        for box in (self.find_box, self.name_box):
            box.textChanged.connect(lambda _: self._timer.start())
            LeaveBox(box, self._leave)
        bind(self, "Esc", self._give_up)

    @property
    def sort(self) -> tuple[str | None, bool]:
        """By what the rows are sorted (None: as the ledger has them), and whether backwards."""
        return self._sort

    def sort_by(self, key: str) -> None:
        """Sort by a procedure's name, PROJECT or RATE; once more backwards, once more as the ledger has them."""
        before, backwards = self._sort
        self._sort = (key, False) if before != key else ((key, True) if not backwards else (None, False))
        self.changed.emit()

    def fold(self, zone: str) -> None:
        """Hide a zone's projects under its head, or show them again."""
        self._folded ^= {zone}
        self.changed.emit()

    def clear(self) -> None:
        """Ask for everything: every chip and word off, every zone unfolded."""
        self._folded.clear()
        self.chips.clear()
        self.find_box.clear()
        self.name_box.clear()
        self.stage_box.setCurrentIndex(0)
        self._now()

    @property
    def asks_for_warnings(self) -> bool:
        """Whether only projects with warnings are asked for."""
        return WARNED in self.chips.chosen()

    def wanted(self, warned: frozenset[int] | None) -> Wanted:
        """What is asked for; `warned` are the projects with warnings, if they are known."""
        chosen = self.chips.chosen()
        sort, backwards = self._sort
        return Wanted(
            states=frozenset(chosen - {PENDING, BARE, WARNED}),
            pending=PENDING in chosen,
            bare=BARE in chosen,
            among=warned if WARNED in chosen else None,
            words=self.find_box.text(),
            stage=str(self.stage_box.currentData() or ""),
            procedure=self.name_box.text(),
            sort=sort,
            backwards=backwards,
            by_zone=self.group.isChecked(),
            folded=frozenset(self._folded),
        )

    def offer(self, matrix: Matrix, warned: frozenset[int] | None) -> None:
        """Show the counts, and the stages that there are."""
        counts: Counter[object] = Counter()
        counts.update(dict[object, int](matrix.states.items()))
        counts[PENDING] = len(matrix.open_projects)
        counts[BARE] = len(matrix.bare)
        self.chips.show_counts(counts)
        button = self.chips.buttons[WARNED]
        text = self.tr("有提示")
        button.setText(text if warned is None else f"{text}  {len(warned)}")
        button.setEnabled(True)
        self._offer_stages(list(dict.fromkeys(column.stage for column in matrix.columns)))

    def _offer_stages(self, stages: Sequence[str]) -> None:
        known = [self.stage_box.itemData(n) for n in range(1, self.stage_box.count())]
        if known == list(stages):
            return
        kept = self.stage_box.currentData()
        self.stage_box.clear()
        self.stage_box.addItem(self.tr("全部阶段"), "")
        for stage in stages:
            self.stage_box.addItem(stage, stage)
        self.stage_box.setCurrentIndex(max(self.stage_box.findData(kept), 0))

    def ask_words(self) -> None:
        """Have the words to search typed anew."""
        self.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_box.selectAll()

    def _now(self) -> None:
        self._timer.stop()
        self.changed.emit()

    def _leave(self) -> None:
        if self._timer.isActive():
            self._now()
        self.left.emit()

    def _give_up(self) -> None:
        self.clear()
        self.left.emit()

    def _lay_out(self) -> None:
        for box, text, wide in (
            (self.find_box, self.tr("查找项目（拼音首字母）"), 190),
            (self.name_box, self.tr("手续名称"), 110),
        ):
            box.setPlaceholderText(text)
            box.setAccessibleName(text)
            box.setClearButtonEnabled(True)
            box.setFixedWidth(wide)
        self.stage_box.addItem(self.tr("全部阶段"), "")
        self.stage_box.setAccessibleName(self.tr("阶段"))
        self.stage_box.setFixedWidth(104)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self.find_box, self.stage_box, self.name_box, self.group):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

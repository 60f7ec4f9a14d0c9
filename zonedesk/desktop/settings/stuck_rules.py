"""三未口径: how this office defines its three stuck lists. Each change is one step, and shows at once what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.page import to_translate
from zonedesk.desktop.settings.registry import section
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.columns import TRACKS, field_of
from zonedesk.domain.figures.three_not import DEFINITIONS, StuckList
from zonedesk.domain.stages import Due
from zonedesk.domain.stuck_rules import (
    DEFAULTS,
    MOST_DAYS,
    MOST_MONTHS,
    PAIRS,
    PLANNED,
    STEP_WORDS,
    Base,
    Clock,
    ListRule,
    Suspended,
    described,
)
from zonedesk.ops.stuck_rules import rules_reading, set_list_rule

_BOX_WIDTH = 160


class SteadySpin(QSpinBox):
    """A number that the wheel does not change: it scrolls what is behind it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class RuleCard(QFrame):
    """The definition of one list. `changed(name, rule)` is called when the officer makes another one."""

    def __init__(self, name: str, changed: Callable[[str, ListRule], None]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.name, self._changed = name, changed
        self._rule = DEFAULTS.of(name)
        pair = PAIRS[name]
        before, track = STEP_WORDS[pair.since], TRACKS[pair.track]
        self.base = self._box(
            self.tr("统计范围"),
            {
                Base.LISTED: self.tr("列入{track}的").format(track=track),
                Base.LISTED_TAKEN: self.tr("列入{track}且已{step}的").format(track=track, step=before),
                Base.TAKEN: self.tr("凡已{step}的，不论是否列入批次").format(step=before),
            },
        )
        self.until = self._box(
            self.tr("退出条件"),
            {step: self.tr("到{step}为止").format(step=STEP_WORDS[step]) for step in pair.untils},
        )
        since = field_of("project", pair.since).label
        self.clock = self._box(
            self.tr("计时起点"),
            {
                Clock.PLAN: self.tr("按计划时间"),
                Clock.STEP: self.tr("按{since}满若干个月").format(since=since),
                Clock.PLAN_ELSE_STEP: self.tr("按计划时间，未填的按{since}满若干个月").format(since=since),
            },
        )
        self.suspended = self._box(
            self.tr("停工项目"),
            {
                Suspended.APART: self.tr("计入，单列为停工"),
                Suspended.LEFT_OUT: self.tr("不计入"),
                Suspended.COUNTED: self.tr("计入，照常判断是否逾期"),
            },
        )
        self.months = self._spin(self.tr("满几个月"), 1, MOST_MONTHS, self.tr(" 个月"))
        self.tolerance = self._spin(self.tr("到期后宽限"), 0, MOST_DAYS, self.tr(" 天"))
        self.industrial = QCheckBox(self.tr("只计产业项目"))
        self.industrial.clicked.connect(self._write)
        self.reset = named(QPushButton(self.tr("恢复默认")), "flat")
        self.reset.clicked.connect(self._set_back)
        self.basis, self.result = named(QLabel(), "second"), QLabel()
        self.basis.setWordWrap(True)
        self._months_label = QLabel()
        self._lay_out()

    def show_rule(self, rule: ListRule, found: StuckList, *, writable: bool) -> None:
        """Show a definition and what comes of it."""
        self._rule = rule
        for box, value in (
            (self.base, rule.base),
            (self.until, rule.until),
            (self.clock, rule.clock),
            (self.suspended, rule.suspended),
        ):
            box.setCurrentIndex(max(box.findData(value), 0))
            box.setEnabled(writable and box.count() > 1)
        for spin, number in ((self.months, rule.months), (self.tolerance, rule.tolerance_days)):
            if not spin.hasFocus() or spin.value() != number:
                spin.setValue(number)
            spin.setEnabled(writable)
        for widget in (self._months_label, self.months):
            widget.setVisible(rule.clock is not Clock.PLAN)
        self.industrial.setChecked(rule.industrial_only)
        self.industrial.setEnabled(writable)
        usual = rule == DEFAULTS.of(self.name)
        self.reset.setVisible(not usual)
        self.reset.setEnabled(writable)
        plan = field_of("project", PLANNED[rule.until]).label
        self.clock.setItemText(0, self.tr("按{plan}").format(plan=plan))
        word = self.tr("默认口径：") if usual else self.tr("本单位口径：")
        self.basis.setText(word + described(self.name, rule))
        self.result.setText(
            self.tr("{n} 个，其中逾期 {late} 个").format(n=len(found.items), late=found.count(Due.OVERDUE))
        )

    def _write(self) -> None:
        rule = replace(
            self._rule,
            base=self.base.currentData(),
            until=self.until.currentData(),
            industrial_only=self.industrial.isChecked(),
            clock=self.clock.currentData(),
            months=self.months.value(),
            tolerance_days=self.tolerance.value(),
            suspended=self.suspended.currentData(),
        )
        if rule != self._rule:
            self._changed(self.name, rule)

    def _set_back(self) -> None:
        self.base.setFocus()
        self._changed(self.name, DEFAULTS.of(self.name))

    def _box(self, name: str, words: dict[Any, str]) -> SteadyCombo:
        box = SteadyCombo()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(SteadyCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumWidth(_BOX_WIDTH)
        for value, text in words.items():
            box.addItem(text, value)
        box.activated.connect(lambda _: self._write())
        return box

    def _spin(self, name: str, least: int, most: int, unit: str) -> SteadySpin:
        spin = SteadySpin()
        spin.setAccessibleName(name)
        spin.setRange(least, most)
        spin.setSuffix(unit)
        spin.setFixedWidth(110)
        spin.setKeyboardTracking(False)
        spin.editingFinished.connect(self._write)
        return spin

    def _lay_out(self) -> None:
        title = QLabel(DEFINITIONS[self.name].label)
        title.setStyleSheet("font-weight: 600;")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self.result)
        head.addStretch(1)
        head.addWidget(self.reset)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        pairs = ((self.base, self.until), (self.clock, self.suspended), (self.months, self.tolerance))
        for row, pair in enumerate(pairs):
            for place, widget in zip((0, 2), pair, strict=True):
                label = QLabel(widget.accessibleName())
                grid.addWidget(label, row, place)
                if widget is self.months:
                    self._months_label = label
                alone = isinstance(widget, QSpinBox)
                grid.addWidget(
                    widget, row, place + 1, Qt.AlignmentFlag.AlignLeft if alone else Qt.AlignmentFlag(0)
                )
        grid.addWidget(self.industrial, 0, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(grid)
        column.addWidget(self.basis)


@section("stuck_rules", to_translate("settings", "三未口径"), 50)
class StuckRulesSection(QWidget):
    """Three cards, one for each list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards = {name: RuleCard(name, self._write) for name in DEFINITIONS}
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setStyleSheet(f"color: {tokens.YELLOW};")
        note = named(
            QLabel(
                self.tr(
                    "口径改动即时生效，用于所有页面、报表和导出，并在图表和报表中注明；可撤销。三率的口径不受影响。"
                )
            ),
            "second",
        )
        note.setWordWrap(True)
        inside = QWidget()
        inside.setObjectName("ground")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(note)
        column.addWidget(self.fault)
        for card in self.cards.values():
            column.addWidget(card)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setFocusProxy(self.cards["not_started"].base)

    def reload(self) -> None:
        """Show the definitions that the ledger holds, and what comes of them."""
        desk = self._desk
        reading, figures = rules_reading(desk.session.reader), desk.figures()
        for name, card in self.cards.items():
            card.show_rule(reading.rules.of(name), figures.three_not[name], writable=desk.session.writable)
        self.fault.setText(
            self.tr("▲ 保存的口径中有 {n} 处不能识别，已按默认口径统计；在此重新选择即可改正。").format(
                n=len(reading.faults)
            )
        )
        self.fault.setVisible(bool(reading.faults))

    def _write(self, name: str, rule: ListRule) -> None:
        self._desk.run(set_list_rule, name=name, rule=rule)

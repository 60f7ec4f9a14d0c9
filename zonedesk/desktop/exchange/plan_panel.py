"""A file that was read: what it is, what is doubtful, what it will change, and the one button that takes it in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.exchange.changes_tab import ChangesTab
from zonedesk.desktop.exchange.doubts import DoubtsTab
from zonedesk.desktop.exchange.missing import MissingTab
from zonedesk.desktop.exchange.recognised import RecognisedTab
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.changes import Step
from zonedesk.domain.plan import KIND_LABELS, ImportPlan, RowAction
from zonedesk.domain.plan_amount import Amount, measure, noun

CHANGES, DOUBTS, RECOGNISED, MISSING = range(4)
_KINDS = 3  # as many kinds as a button names


class PlanPanel(QWidget):
    """`taken()`: take it in; `dropped()`: do not; `blank_changed(str)`: "keep" or "clear"; `hint_changed()`."""

    taken = Signal()
    dropped = Signal()
    blank_changed = Signal(str)
    hint_changed = Signal()

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self.plan: ImportPlan | None = None
        self._writes = False
        self._before: Step | None = None
        self.name = QLabel()
        self.name.setStyleSheet("font-weight: 600;")
        self.facts = named(QLabel(), "second")
        self.facts.setWordWrap(True)
        self.warnings = QLabel()
        self.warnings.setStyleSheet(f"color: {tokens.YELLOW};")
        self.warnings.hide()
        self.blank = SteadyCombo()
        self.blank.addItem(self.tr("空白单元格：不改台账"), "keep")
        self.blank.addItem(self.tr("空白单元格：清空台账原值"), "clear")
        self.blank.setAccessibleName(self.tr("空白单元格"))
        self.blank.activated.connect(lambda: self.blank_changed.emit(self.blank.currentData()))
        self.primary = named(QPushButton(), "primary")
        self.primary.setShortcut("Ctrl+Return")
        self.primary.clicked.connect(self.taken)
        self.cancel = QPushButton(self.tr("不导入"))
        self.cancel.clicked.connect(self.dropped)
        self.changes, self.doubts = ChangesTab(), DoubtsTab()
        self.recognised, self.missing = RecognisedTab(), MissingTab()
        self.tabs = QTabWidget()
        for tab in (self.changes, self.doubts, self.recognised, self.missing):
            self.tabs.addTab(tab, "")
        self.tabs.currentChanged.connect(self.hint_changed)
        self.changes.ticked.connect(self._on_ticked)
        self.changes.conflicts_asked.connect(lambda: self.tabs.setCurrentIndex(DOUBTS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._build_head())
        column.addWidget(self.facts)
        column.addWidget(self.warnings)
        column.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._aim)
        self._aim()

    def show_plan(self, plan: ImportPlan, before: Step | None) -> None:
        """Show a plan; `before` is the step that took the same file in already."""
        fresh = plan is not self.plan
        self.plan, self._before = plan, before
        self.name.setText(plan.file)
        self.facts.setText(self._facts(plan))
        # Of ten thousand rows, finding out which are taken is a tenth of a second: once for all who ask.
        taken = plan.taken()
        self._warn(plan, taken)
        self.changes.show_plan(plan)
        self.doubts.show_plan(plan)
        self.recognised.show_plan(plan, taken)
        self.missing.show_plan(plan)
        unanswered = self._unanswered(plan)
        self.tabs.setTabText(CHANGES, self.tr("逐格变化（{n}）").format(n=f"{len(plan.actions):,}"))
        self.tabs.setTabText(DOUBTS, self.tr("待确认（{n}）").format(n=unanswered))
        self.tabs.setTabText(RECOGNISED, self.tr("识别结果（{n} 张表）").format(n=len(plan.sheets)))
        self.tabs.setTabText(MISSING, self.tr("文件未列（{n}）").format(n=len(plan.missing)))
        self.tabs.setTabVisible(DOUBTS, bool(plan.questions or plan.conflicts))
        self.tabs.setTabVisible(MISSING, bool(plan.missing))
        if fresh:
            self.tabs.setCurrentIndex(DOUBTS if unanswered else CHANGES if plan.actions else RECOGNISED)
        self._offer(Amount(taken))

    def set_enabled(self, enabled: bool) -> None:
        """Hold everything but the way back while the plan is being worked out."""
        self.tabs.setEnabled(enabled)
        self.blank.setEnabled(enabled)
        self.primary.setEnabled(enabled and self._writes and self._writable)

    def hint(self) -> str:
        """The keys that matter on the tab in view."""
        which = {
            CHANGES: self.tr("空格勾选 · Ctrl+Enter 导入 · Esc 返回"),
            DOUBTS: self.tr("Alt+数字键选择 · Ctrl+Enter 导入 · Esc 返回"),
        }
        return which.get(self.tabs.currentIndex(), self.tr("Ctrl+Enter 导入 · Esc 返回"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not a shortcut: what is open within (a list, a search) takes its own Esc first.
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def _aim(self) -> None:
        """The keyboard belongs where the plan is looked at: in the list of the tab in view."""
        self.setFocusProxy(self.tabs.currentWidget())

    def _on_ticked(self) -> None:
        if self.plan:
            taken = self.plan.taken()
            self._offer(Amount(taken))
            self._warn(self.plan, taken)

    def _warn(self, plan: ImportPlan, taken: list[RowAction]) -> None:
        warnings = self._warnings(plan, taken, self._before)
        self.warnings.setText(warnings)
        self.warnings.setVisible(bool(warnings))

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addStretch(1)
        for widget in (self.blank, self.cancel, self.primary):
            row.addWidget(widget)
        return row

    def _offer(self, amount: Amount) -> None:
        words = self._amount(amount, _KINDS)
        self.primary.setText(
            self.tr("导入 {what}").format(what=words) if words else self.tr("没有要导入的变化")
        )
        self._writes = bool(words)
        self.primary.setEnabled(self._writes and self._writable)
        self.primary.setShortcut("Ctrl+Return")
        hint = self.tr("作为一步写入，可整体撤销（Ctrl+回车）")
        if words:
            hint = f"{self._amount(amount, len(amount.added))}\n{hint}"
        self.primary.setToolTip(hint if self._writable else self.tr("台账以只读方式打开，不能导入"))

    def _amount(self, amount: Amount, most_kinds: int) -> str:
        """How much is written, by kinds; beyond `most_kinds` the first with the sum of all."""
        words = {"个": self.tr("{n} 个新{what}"), "条": self.tr("{n} 条新{what}")}
        parts = [
            words[measure(table)].format(n=f"{n:,}", what=noun(table)) for table, n in amount.added.items()
        ]
        if len(parts) > most_kinds:
            all_rows = self.tr("{first}等共 {n} 条新增")
            parts = [all_rows.format(first=parts[0], n=f"{amount.rows:,}")]
        if amount.cells:
            parts.append(self.tr("{n} 处更改").format(n=f"{amount.cells:,}"))
        return "、".join(parts)

    def _facts(self, plan: ImportPlan) -> str:
        read: dict[str, list[str]] = {}
        for sheet in plan.sheets:
            if sheet.kind:
                rows = self.tr("{name} {n} 行").format(name=sheet.name, n=f"{sheet.rows:,}")
                read.setdefault(KIND_LABELS.get(sheet.kind, sheet.kind), []).append(rows)
        parts = [f"{kind}：{'、'.join(sheets)}" for kind, sheets in read.items()]
        if plan.as_of:
            parts.append(self.tr("截至 {day}").format(day=plan.as_of))
        if plan.totals and all(check.ok for check in plan.totals):
            parts.append(self.tr("合计核对 {n} 项全部相符 ✓").format(n=len(plan.totals)))
        if same := plan.body.same_rows:
            parts.append(self.tr("{n} 行没有新内容").format(n=f"{same:,}"))
        return "　".join(parts)

    def _warnings(self, plan: ImportPlan, taken: list[RowAction], before: Step | None) -> str:
        """What to look at before importing; "" if nothing."""
        parts = []
        if wrong := sum(not check.ok for check in plan.totals):
            text = self.tr("✗ 表中合计有 {n} 项与读到的行不符，见“识别结果”")
            parts.append(text.format(n=wrong))
        if before:
            text = self.tr("▲ 内容相同的文件已于 {when} 由 {who} 导入过")
            parts.append(text.format(when=before.minute, who=before.who))
        if unlisted := plan.unlisted(taken):
            text = self.tr("▲ 新增 {n} 个项目未列入任何批次，不计入三率，请在项目台账中补列批次")
            parts.append(text.format(n=f"{unlisted:,}"))
        return "　".join(parts)

    @staticmethod
    def _unanswered(plan: ImportPlan) -> int:
        return len(plan.open_questions) + sum(conflict.answer is None for conflict in plan.conflicts)

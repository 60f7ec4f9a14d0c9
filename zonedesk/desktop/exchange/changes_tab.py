"""逐格变化: the tree of changes with its filters and ticks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.exchange.changes_model import NEW, OLD, WHAT, WHERE, ChangesModel, Show
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.plan import ImportPlan

# More open branches than this are more than anyone reads at once.
_OPENED = 400


class ChangesTab(QWidget):
    """`ticked()` when the officer changed what is to be taken in; `conflicts_asked()` by its chip."""

    ticked = Signal()
    conflicts_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = ChangesModel(self)
        self.tree = self._build_tree()
        self.model.ticked.connect(self.tree.viewport().update)
        self.model.ticked.connect(self.ticked)
        self.chips: dict[Show, QPushButton] = {}
        self._words: dict[Show, str] = {
            "all": self.tr("全部 {n} 条"),
            "new": self.tr("新增 {n} 条"),
            "changed": self.tr("更改 {n} 处"),
            "flagged": self.tr("待核 {n} 处"),
        }
        self._group = QButtonGroup(self)
        self.conflicts = QPushButton()
        self.conflicts.clicked.connect(self.conflicts_asked)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("项目名称"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(200)
        self.search.textChanged.connect(self._fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(self._build_bar())
        column.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show another plan, or the same one worked out anew."""
        self.model.set_plan(plan)
        numbers = self.model.counts()
        for show, chip in self.chips.items():
            number = numbers[show]
            chip.setText(self._words[show].format(n=f"{number:,}"))
            chip.setEnabled(number > 0 or show == "all")
        open_conflicts = sum(conflict.answer is None for conflict in plan.conflicts)
        self.conflicts.setText(self.tr("冲突 {n} 处 →").format(n=open_conflicts))
        self.conflicts.setVisible(bool(plan.conflicts))
        self._fill()
        if self.model.rowCount():
            self.tree.setCurrentIndex(self.model.index(0, 0))

    def show_kind(self, show: Show) -> None:
        """Show the changes of one kind."""
        self.chips[show].setChecked(True)
        self._fill()

    def _fill(self) -> None:
        show: Show = next((kind for kind, chip in self.chips.items() if chip.isChecked()), "all")
        self.model.narrow(show, self.search.text().strip())
        opened = 0
        for row in range(self.model.rowCount()):
            # An addition is read by its name; of a change every cell matters.
            if opened < _OPENED and (show == "flagged" or not self.model.is_addition(row)):
                self.tree.expand(self.model.index(row, 0))
                opened += 1

    def _build_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for show in self._words:
            chip = named(QPushButton(), "option")
            chip.setCheckable(True)
            self.chips[show] = chip
            self._group.addButton(chip)
            bar.addWidget(chip)
        self.chips["all"].setChecked(True)
        self._group.buttonClicked.connect(self._fill)
        self.conflicts.setObjectName("chip")
        bar.addWidget(self.conflicts)
        bar.addStretch(1)
        bar.addWidget(self.search)
        for word, on in ((self.tr("全选"), True), (self.tr("全不选"), False)):
            button = QPushButton(word)
            button.clicked.connect(lambda _=False, on=on: self.model.tick_all(on))
            bar.addWidget(button)
        return bar

    def _build_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self.model)
        tree.setAccessibleName(self.tr("逐格变化"))
        # Rows of one height: measuring a hundred thousand would freeze the window.
        tree.setUniformRowHeights(True)
        tree.setStyleSheet(f"QTreeView::item {{ height: {tokens.ROW_HEIGHT - 4}px; }}")
        tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        tree.setAllColumnsShowFocus(True)
        head = tree.header()
        head.setFixedHeight(tokens.HEAD_HEIGHT)
        head.setStretchLastSection(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((WHAT, 400), (WHERE, 120), (OLD, 180)):
            head.resizeSection(column, width)
        head.setSectionResizeMode(NEW, QHeaderView.ResizeMode.Stretch)
        return tree

"""倒排工期, looked at before it is written: the milestones of each project with their days, a tick for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.named import named
from zonedesk.ops.milestones import Proposal, ProposedNode

Chosen = set[tuple[int, str]]
_PLACE = Qt.ItemDataRole.UserRole
_TICKED, _BARE = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ScheduleDialog(QDialog):
    """`write(chosen)` plans the ticked (project's id, milestone) and says whether it did.

    What is in doubt is not ticked. Space ticks the current milestone, or all of the current project; Enter writes.
    `left` are the projects that are not shown this time.
    """

    def __init__(
        self,
        offered: Sequence[Proposal],
        write: Callable[[Chosen], bool],
        parent: QWidget,
        *,
        left: int = 0,
    ) -> None:
        super().__init__(parent)
        self._write = write
        self.setWindowTitle(self.tr("倒排工期"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 540)
        self.heading = QLabel(self._heading(offered, left))
        self.heading.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("拟排定的节点"))
        self.tree.setHeaderLabels([self.tr("项目、节点"), self.tr("计划时间"), self.tr("提醒")])
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.count = named(QLabel(), "second")
        self.agree = named(QPushButton(), "primary")
        self.agree.setDefault(True)
        self.cancel = QPushButton(self.tr("取消"))
        for proposal in offered:
            self._add(proposal)
        self._lay_out()
        self.tree.itemChanged.connect(self._say)
        self.tree.installEventFilter(self)
        self.agree.clicked.connect(self._on_agree)
        self.cancel.clicked.connect(self.reject)
        self._say()
        self.tree.setFocus()

    def chosen(self) -> Chosen:
        """The ticked milestones."""
        return {item.data(0, _PLACE) for item in self.items() if item.checkState(0) == _TICKED}

    def items(self) -> list[QTreeWidgetItem]:
        """The lines of milestones, in their order."""
        heads = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        return [head.child(n) for head in heads if head for n in range(head.childCount())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item = self.tree.currentItem()
            if event.key() == Qt.Key.Key_Space and item is not None:
                if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                    item.setCheckState(0, _BARE if item.checkState(0) == _TICKED else _TICKED)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.agree.click()
                return True
        return super().eventFilter(watched, event)

    def _heading(self, offered: Sequence[Proposal], left: int) -> str:
        if not any(each.nodes for each in offered):
            return self.tr(
                "所选项目没有可排的节点：没有计划开工、投产时间，或节点都已列入。请先填写计划时间。"
            )
        text = self.tr("按计划开工、投产时间倒排出下列节点。可能不需要的未勾选，请核对；已有的节点不改动。")
        return text + (self.tr("另有 {n} 个项目，排定后再列。").format(n=left) if left else "")

    def _add(self, proposal: Proposal) -> None:
        warned = "；".join(proposal.warnings)
        head = QTreeWidgetItem([proposal.project, "", light_text("yellow", warned) if warned else ""])
        bold = QFont(self.font())
        bold.setBold(True)
        head.setFont(0, bold)
        head.setForeground(2, QColor(tokens.YELLOW))
        head.setToolTip(0, proposal.project)
        head.setToolTip(2, warned)
        if not proposal.nodes:
            head.setText(1, self.tr("无可排节点"))
        for node in proposal.nodes:
            head.addChild(self._line(proposal.project_id, node))
        if proposal.nodes:
            head.setFlags(head.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        self.tree.addTopLevelItem(head)
        head.setExpanded(True)
        if self.tree.topLevelItemCount() == 1:
            self.tree.setCurrentItem(head.child(0) if proposal.nodes else head)

    def _line(self, project_id: int, node: ProposedNode) -> QTreeWidgetItem:
        item = QTreeWidgetItem([node.name, node.plan_on, node.doubt])
        item.setData(0, _PLACE, (project_id, node.name))
        item.setCheckState(0, _BARE if node.doubt else _TICKED)
        if node.doubt:
            for column in range(3):
                item.setForeground(column, QColor(tokens.SECOND))
        return item

    def _say(self) -> None:
        chosen = self.chosen()
        self.agree.setText(self.tr("排定 {n} 个节点").format(n=len(chosen)))
        self.agree.setEnabled(bool(chosen))
        self.count.setText(
            self.tr("勾选了 {projects} 个项目的节点，共列出 {n} 个").format(
                projects=len({pid for pid, _ in chosen}), n=len(self.items())
            )
        )

    def _on_agree(self) -> None:
        chosen = self.chosen()
        if chosen and self._write(chosen):
            self.accept()

    def _lay_out(self) -> None:
        for column, width in enumerate((270, 110)):
            self.tree.setColumnWidth(column, width)
        self.tree.header().setStretchLastSection(True)
        self.tree.setIndentation(16)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.agree)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(16, 12, 16, 12)
        frame.setSpacing(8)
        frame.addWidget(self.heading)
        frame.addWidget(self.tree, 1)
        frame.addLayout(foot)

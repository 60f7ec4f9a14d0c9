"""倒排工期, looked at before it is written: the milestones of each project with their days, a tick for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.tick_dialog import BARE, TICKED, TickDialog
from zonedesk.ops.milestones import Proposal, ProposedNode

Chosen = set[tuple[int, str]]
_PLACE = Qt.ItemDataRole.UserRole


class ScheduleDialog(TickDialog):
    """`write(chosen)` plans the ticked (project's id, milestone) and says whether it did.

    What is in doubt is not ticked. `left` are the projects that are not shown this time.
    """

    def __init__(
        self,
        offered: Sequence[Proposal],
        write: Callable[[Chosen], bool],
        parent: QWidget,
        *,
        left: int = 0,
    ) -> None:
        super().__init__(QSize(760, 540), parent)
        self._write = write
        self.setWindowTitle(self.tr("倒排工期"))
        self.heading.setText(self._heading(offered, left))
        self.tree.setAccessibleName(self.tr("拟排定的节点"))
        self.set_columns([self.tr("项目、节点"), self.tr("计划时间"), self.tr("提醒")], (270, 110))
        self.tree.setIndentation(16)
        for proposal in offered:
            self._add(proposal)
        self.begin(self._say, self._take)

    def chosen(self) -> Chosen:
        """The ticked milestones."""
        return {item.data(0, _PLACE) for item in self.ticked()}

    def _say(self) -> None:
        chosen = self.chosen()
        self.agree.setText(self.tr("排定 {n} 个节点").format(n=len(chosen)))
        self.agree.setEnabled(bool(chosen))
        self.count.setText(
            self.tr("勾选了 {projects} 个项目的节点，共列出 {n} 个").format(
                projects=len({pid for pid, _ in chosen}), n=len(self.items())
            )
        )

    def _take(self) -> bool:
        chosen = self.chosen()
        return bool(chosen) and self._write(chosen)

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
        head.setFont(0, self.bold())
        head.setForeground(2, QColor(tokens.YELLOW))
        head.setToolTip(0, proposal.project)
        head.setToolTip(2, warned)
        if not proposal.nodes:
            head.setText(1, self.tr("无可排节点"))
        for node in proposal.nodes:
            head.addChild(self._line(proposal.project_id, node))
        checkable = Qt.ItemFlag.ItemIsUserCheckable
        if proposal.nodes:
            head.setFlags(head.flags() | Qt.ItemFlag.ItemIsAutoTristate | checkable)
        else:
            head.setFlags(head.flags() & ~checkable)
        self.tree.addTopLevelItem(head)
        head.setExpanded(True)
        if self.tree.topLevelItemCount() == 1:
            self.tree.setCurrentItem(head.child(0) if proposal.nodes else head)

    def _line(self, project_id: int, node: ProposedNode) -> QTreeWidgetItem:
        item = QTreeWidgetItem([node.name, node.plan_on, node.doubt])
        item.setData(0, _PLACE, (project_id, node.name))
        item.setCheckState(0, BARE if node.doubt else TICKED)
        if node.doubt:
            for column in range(3):
                item.setForeground(column, QColor(tokens.SECOND))
        return item

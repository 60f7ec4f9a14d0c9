"""按模板生成清单: the templates of the office, those that the project calls for ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.tick_dialog import BARE, TICKED, TickDialog
from zonedesk.domain.templates import Template
from zonedesk.ops.checklist import Proposal

_WIDTHS = (262, 88, 66, 100, 170)
_TEMPLATE = Qt.ItemDataRole.UserRole


class ChecklistDialog(TickDialog):
    """`make(template_ids)` writes the list and says whether it was written."""

    def __init__(
        self, project: str, offered: Sequence[Proposal], make: Callable[[list[int]], bool], parent: QWidget
    ) -> None:
        super().__init__(QSize(860, 560), parent)
        self._make, self._offered = make, list(offered)
        self.setWindowTitle(self.tr("按模板生成手续清单"))
        self.heading.setText(
            self.tr(
                "“{project}”：已按适用条件预选，可增减；已在清单中的不会重复，只补全缺的部门、方式和环节。"
            ).format(project=project)
        )
        self.tree.setAccessibleName(self.tr("手续模板"))
        self.set_columns(
            [
                self.tr("手续"),
                self.tr("时限"),
                self.tr("有效期"),
                self.tr("承诺制归类"),
                self.tr("适用条件"),
                self.tr("已在清单"),
            ],
            _WIDTHS,
        )
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self._fill()
        self.begin(self._say, self._take)

    def chosen(self) -> list[int]:
        """The ids of the ticked templates."""
        return [item.data(0, _TEMPLATE) for item in self.ticked()]

    def _say(self) -> None:
        chosen = set(self.chosen())
        there = sum(1 for p in self._offered if p.template.id in chosen and p.there is not None)
        self.agree.setText(self.tr("生成 {n} 项").format(n=len(chosen) - there))
        self.agree.setEnabled(bool(chosen))
        self.count.setText(
            self.tr("新增 {new} 项，已在清单 {there} 项").format(new=len(chosen) - there, there=there)
        )

    def _take(self) -> bool:
        return self._make(self.chosen())

    def _fill(self) -> None:
        heads: dict[str, QTreeWidgetItem] = {}
        for proposal in self._offered:
            stage = proposal.template.stage
            if stage not in heads:
                head = heads[stage] = QTreeWidgetItem(self.tree, [stage])
                head.setFont(0, self.bold())
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                head.setFirstColumnSpanned(True)
            self._line(heads[stage], proposal)
        self.tree.expandAll()
        first = next(iter(self.items()), None)
        if first is not None:
            self.tree.setCurrentItem(first)

    def _line(self, head: QTreeWidgetItem, proposal: Proposal) -> None:
        template = proposal.template
        texts = [
            f"{template.code}　{template.name}",
            self._limit(template),
            self.tr("{n} 个月").format(n=template.valid_months) if template.valid_months else "",
            template.mode or "",
            template.applies,
            proposal.there or "",
        ]
        item = QTreeWidgetItem(head, texts)
        item.setData(0, _TEMPLATE, template.id)
        wanted = proposal.called_for or proposal.there is not None
        item.setCheckState(0, TICKED if wanted else BARE)
        for column, text in enumerate(texts):
            item.setToolTip(column, text)
            if proposal.there is not None:
                item.setForeground(column, QColor(tokens.SECOND))

    def _limit(self, template: Template) -> str:
        days = template.terms.days
        return "" if days is None else f"{days} {template.day_type}"

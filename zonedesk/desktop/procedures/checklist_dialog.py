"""按模板生成清单: the templates of the office, those that the project calls for ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.templates import Template
from zonedesk.ops.checklist import Proposal

_WIDTHS = (262, 88, 66, 100, 170)
_TEMPLATE = Qt.ItemDataRole.UserRole


class ChecklistDialog(QDialog):
    """`make(template_ids)` writes the list and says whether it was written.

    Space ticks the current template, Enter makes the list.
    """

    def __init__(
        self, project: str, offered: Sequence[Proposal], make: Callable[[list[int]], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._make, self._offered = make, list(offered)
        self.setWindowTitle(self.tr("按模板生成手续清单"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 560)
        self.heading = QLabel(
            self.tr(
                "“{project}”：已按适用条件预选，可增减；已在清单中的不会重复，只补全缺的部门、方式和环节。"
            ).format(project=project)
        )
        self.heading.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("手续模板"))
        self.tree.setHeaderLabels(
            [
                self.tr("手续"),
                self.tr("时限"),
                self.tr("有效期"),
                self.tr("承诺制归类"),
                self.tr("适用条件"),
                self.tr("已在清单"),
            ]
        )
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.count = named(QLabel(), "second")
        self.agree = named(QPushButton(), "primary")
        self.agree.setDefault(True)
        self.cancel = QPushButton(self.tr("取消"))
        self._fill()
        self._lay_out()
        self.tree.itemChanged.connect(self._say)
        self.tree.installEventFilter(self)
        self.agree.clicked.connect(self._on_agree)
        self.cancel.clicked.connect(self.reject)
        self._say()
        self.tree.setFocus()

    def chosen(self) -> list[int]:
        """The ids of the ticked templates."""
        return [
            item.data(0, _TEMPLATE) for item in self.items() if item.checkState(0) == Qt.CheckState.Checked
        ]

    def items(self) -> list[QTreeWidgetItem]:
        """The lines of templates, in their order."""
        heads = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        return [head.child(n) for head in heads if head for n in range(head.childCount())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item = self.tree.currentItem()
            if event.key() == Qt.Key.Key_Space and item is not None and item.data(0, _TEMPLATE):
                ticked = item.checkState(0) == Qt.CheckState.Checked
                item.setCheckState(0, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.agree.click()
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        heads: dict[str, QTreeWidgetItem] = {}
        bold = QFont(self.font())
        bold.setBold(True)
        for proposal in self._offered:
            stage = proposal.template.stage
            if stage not in heads:
                head = heads[stage] = QTreeWidgetItem(self.tree, [stage])
                head.setFont(0, bold)
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
        item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        for column, text in enumerate(texts):
            item.setToolTip(column, text)
            if proposal.there is not None:
                item.setForeground(column, QColor(tokens.SECOND))

    def _limit(self, template: Template) -> str:
        days = template.terms.days
        return "" if days is None else f"{days} {template.day_type}"

    def _say(self) -> None:
        chosen = set(self.chosen())
        there = sum(1 for p in self._offered if p.template.id in chosen and p.there is not None)
        self.agree.setText(self.tr("生成 {n} 项").format(n=len(chosen) - there))
        self.agree.setEnabled(bool(chosen))
        self.count.setText(
            self.tr("新增 {new} 项，已在清单 {there} 项").format(new=len(chosen) - there, there=there)
        )

    def _on_agree(self) -> None:
        if self._make(self.chosen()):
            self.accept()

    def _lay_out(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.tree.setColumnWidth(column, width)
        head = self.tree.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(4, QHeaderView.ResizeMode.Interactive)
        self.tree.setIndentation(12)
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

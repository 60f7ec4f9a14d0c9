"""倒排节点: the office's standard milestones, each so many days before 开工 or 投产; typed in place, one step each."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind
from zonedesk.desktop.page import to_translate
from zonedesk.desktop.settings.registry import section
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.milestones import ANCHOR_LABELS, USUAL_NODES, Anchor, Node
from zonedesk.ops.milestones import nodes_of, set_nodes

_NEW_DAYS = 30


@section("milestone_nodes", to_translate("settings", "倒排节点"), 45)
class MilestoneNodes(QWidget):
    """Insert adds, Delete takes away; the nodes stand in the order in which they fall due."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = SimpleTableModel(self._columns(), self._cell, self)
        self.table = SimpleTable(self.model)
        self.table.tab_through = True
        self.hint = named(QLabel(), "second")
        self.hint.setWordWrap(True)
        self.add_button = QPushButton(icon("plus"), self.tr("新增节点"))
        self.delete_button = QPushButton(icon("trash"), self.tr("删除节点"))
        self.reset_button = named(QPushButton(self.tr("恢复默认")), "flat")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        for button in (self.reset_button, self.add_button, self.delete_button):
            button.setEnabled(desk.session.writable)
            self.tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.model.edited.connect(self._edit)
        self.add_button.clicked.connect(self._add)
        self.delete_button.clicked.connect(self._delete)
        self.reset_button.clicked.connect(lambda: self._write(list(USUAL_NODES)))
        bind(self.table, "Ins", self._add)
        bind(self.table, "Del", self._delete)

    def reload(self) -> None:
        """Show the nodes that the ledger has."""
        nodes = sorted(nodes_of(self._desk.session.reader), key=_order)
        self.hint.setText(
            self.tr(
                "在“作战图”页按计划开工、投产时间倒排时，按这里的节点和提前天数排定。改动只影响以后的倒排。"
            )
        )
        self.reset_button.setEnabled(
            self._desk.session.writable and tuple(nodes) != tuple(sorted(USUAL_NODES, key=_order))
        )
        # Two nodes may be alike until one of them is named.
        rows = list(enumerate(nodes))
        self.table.show_rows(rows, key=lambda row: row[0])

    def _nodes(self) -> list[Node]:
        return [node for _, node in self.model.rows]

    def _edit(self, row: tuple[int, Node], key: str, text: str) -> None:
        number, node = row
        if key == "name":
            node = node._replace(name=text)
        elif key == "anchor":
            anchors: dict[str, Anchor] = {label: anchor for anchor, label in ANCHOR_LABELS.items()}
            node = node._replace(anchor=anchors.get(text, node.anchor))
        else:
            days = text.removesuffix(self.tr("天")).strip()
            # What is no number is refused by the rule itself, in its own words.
            node = node._replace(days_before=int(days) if days.isdecimal() else -1)
        nodes = self._nodes()
        nodes[number] = node
        self._write(nodes)

    def _add(self) -> None:
        if not self._desk.session.writable:
            return
        chosen = self.table.selected_rows()
        like = chosen[0][1] if chosen else USUAL_NODES[0]
        made = Node(self.tr("新节点"), like.anchor, max(like.days_before - 1, 0) if chosen else _NEW_DAYS)
        self._write([*self._nodes(), made])
        place = next((n for n, node in enumerate(self._nodes()) if node == made), 0)
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(place, 0))
        self.table.edit(self.model.index(place, 0))

    def _delete(self) -> None:
        gone = {number for number, _ in self.table.selected_rows()}
        if gone and self._desk.session.writable:
            self._write([node for number, node in self.model.rows if number not in gone])

    def _write(self, nodes: list[Node]) -> None:
        self._desk.run(set_nodes, nodes=sorted(nodes, key=_order))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("节点"), 220),
            Column("anchor", self.tr("倒排自"), 110, choices=tuple(ANCHOR_LABELS.values())),
            Column("days", self.tr("提前（天）"), 110, right=True),
            Column("told", self.tr("说明"), 260, stretch=True),
        )

    def _cell(self, row: tuple[int, Node], key: str) -> Cell:
        _, node = row
        writable = self._desk.session.writable
        label = ANCHOR_LABELS[node.anchor]
        if key == "told":
            return Cell(self.tr("计划{step}前 {days} 天").format(step=label, days=node.days_before))
        text = {"name": node.name, "anchor": label, "days": str(node.days_before)}[key]
        return Cell(text, typed=text if writable else None)


def _order(node: Node) -> tuple[bool, int]:
    return (node.anchor == "production", -node.days_before)

"""数据交换 before a file is chosen: what can be done here, and which files were taken in last."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop.icons import icon
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.plain_table import dress_table
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.changes import Step
from zonedesk.domain.plan import KIND_LABELS
from zonedesk.exchange.export import views

READABLE = (".xlsx", ".xls", ".et", ".xlsm", ".xlsb", ".ods", ".csv")


class StartPanel(QWidget):
    """`import_asked()`, `export_asked(str)` with the name of the content, `history_asked()`."""

    import_asked = Signal()
    export_asked = Signal(str)
    history_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = SteadyCombo()
        self.export_hint = named(QLabel(), "second")
        self.import_button = named(QPushButton(icon("file-import", "white"), self.tr("导入文件…")), "primary")
        self.import_button.clicked.connect(self.import_asked)
        self.export_button = QPushButton(icon("file-export"), self.tr("导出台账…"))
        self.export_button.clicked.connect(lambda: self.export_asked.emit(self.view.currentData()))
        self.view.setAccessibleName(self.tr("导出内容"))
        for found in views().values():
            self.view.addItem(found.label, found.name)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self._import_card(), 1)
        cards.addWidget(self._export_card(), 1)
        self.recent = QTableWidget(0, 5)
        self.recent.setHorizontalHeaderLabels(
            [self.tr("导入时间"), self.tr("文件"), self.tr("类型"), self.tr("结果"), self.tr("经办人")]
        )
        dress_table(self.recent, (140, 300, 150, 380, 120), self.tr("最近导入的文件"), stretch=3)
        self.recent.itemActivated.connect(self.history_asked)
        self.nothing = named(QLabel(self.tr("还没有导入过文件。")), "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(cards)
        column.addSpacing(4)
        column.addWidget(named(QLabel(self.tr("最近导入的文件")), "second"))
        below = QWidget()
        rest = QVBoxLayout(below)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        rest.addWidget(self.recent, 1)
        column.addWidget(below, 1)
        self.setFocusProxy(self.import_button)

    def show_day(self, day: str) -> None:
        """Say of which day an export will be."""
        self.export_hint.setText(self.tr("数据截至 {day}（可在工作台右上角更改）").format(day=day))

    def show_recent(self, steps: list[Step]) -> None:
        """List the files taken in last."""
        self.nothing.setVisible(not steps)
        self.recent.setVisible(bool(steps))
        self.recent.setRowCount(len(steps))
        for row, step in enumerate(steps):
            source = json.loads(step.source or "{}")
            result = step.label.partition("：")[2] or step.label
            undone = step.state in {"undone", "dropped"}
            texts = (
                step.minute,
                source.get("file", ""),
                KIND_LABELS.get(source.get("kind", ""), ""),
                # In front: a long result is cut at its end.
                self.tr("已撤销：{result}").format(result=result) if undone else result,
                step.who,
            )
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if undone:
                    item.setForeground(Qt.GlobalColor.gray)
                self.recent.setItem(row, place, item)

    def _import_card(self) -> QWidget:
        text = self.tr(
            "把上级或部门发来的表读进台账：三个一批台账、手续办理情况表、月度进展表、三未清单、领办代办台账。"
            "先看识别结果和逐格变化，确认后才写入；导入算一步，可整体撤销。"
        )
        hint = self.tr("支持 {kinds}，也可把文件拖到本页").format(kinds=" ".join(READABLE))
        return self._card(self.tr("导入"), text, named(QLabel(hint), "second"), [self.import_button])

    def _export_card(self) -> QWidget:
        text = self.tr(
            "把台账写成 Excel 工作簿：日期是日期、金额是数字，带下拉选项和冻结表头。"
            "在 Excel、WPS 中改好后再导入本页，只更新改过的格子。"
        )
        return self._card(self.tr("导出"), text, self.export_hint, [self.view, self.export_button])

    def _card(self, title: str, text: str, hint: QLabel, widgets: list[QWidget]) -> QWidget:
        card = named(QFrame(), "card")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        # A card is as high as its text is long at the width it gets: else the text's first and last line are cut.
        policy.setHeightForWidth(True)
        card.setSizePolicy(policy)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(named(QLabel(title), "title"))
        for label in (QLabel(text), hint):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        return card


def readable(path: Path) -> bool:
    """Whether the name is that of a workbook. What is in it is looked at when it is read."""
    return path.suffix.lower() in READABLE

"""识别结果: what was made of each sheet, what was left out and why, and the totals printed in the file."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.domain.columns import TABLE_LABELS, TRACKS
from zonedesk.domain.plan import KIND_LABELS, Finding, ImportPlan, RowAction, SheetReport, TotalCheck

# A list longer than this is shut at first, and its lines beyond _MOST are only counted.
_OPENED, _MOST = 12, 500


class RecognisedTab(QWidget):
    """A tree: sheet by sheet, then what is new to the ledger."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("识别结果"))
        self.tree.setHeaderLabels(
            [
                self.tr("工作表"),
                self.tr("识别为"),
                self.tr("表头行"),
                self.tr("单位"),
                self.tr("截至"),
                self.tr("读取行数"),
            ]
        )
        head = self.tree.header()
        head.setFixedHeight(tokens.HEAD_HEIGHT)
        head.setStretchLastSection(False)
        for column, width in enumerate((0, 220, 90, 90, 110, 90)):
            head.resizeSection(column, width)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 8, 0, 0)
        column_layout.addWidget(self.tree)
        self.setFocusProxy(self.tree)

    def show_plan(self, plan: ImportPlan, taken: list[RowAction]) -> None:
        """Show what was made of a file, and what comes new with the rows `taken`."""
        self.tree.clear()
        for sheet in plan.sheets:
            self._add_sheet(
                sheet,
                [check for check in plan.totals if check.sheet == sheet.name],
                [finding for finding in plan.body.errors if finding.sheet == sheet.name],
            )
        for table, names in plan.new(taken).items():
            if names and table != "project":
                words = self.tr("将新增{what} {n} 个").format(what=TABLE_LABELS[table], n=len(names))
                self._add_list(None, words, names)

    def _add_sheet(self, sheet: SheetReport, checks: list[TotalCheck], findings: list[Finding]) -> None:
        item = QTreeWidgetItem(
            self.tree,
            [
                sheet.name,
                kind_words(sheet) or self.tr("未读取：{reason}").format(reason=sheet.reason),
                "、".join(map(str, sheet.header_rows)),
                sheet.unit,
                sheet.as_of or "",
                f"{sheet.rows:,}" if sheet.kind else "",
            ],
        )
        item.setTextAlignment(5, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        if not sheet.kind:
            for column in range(6):
                item.setForeground(column, QColor(tokens.SECOND))
            return
        item.setExpanded(True)
        self._add_checks(item, checks)
        if findings:
            line = self.tr("第 {row} 行“{field}”写的是“{text}”：{note}")
            lines = [line.format(row=f.row, field=f.field, text=f.text, note=f.note) for f in findings]
            words = self.tr("▲ {n} 处写法不能直接识别，按原文保留并标为待核").format(n=len(findings))
            self._add_list(item, words, lines, tokens.YELLOW)
        if sheet.skipped:
            line = self.tr("第 {row} 行：{reason}")
            lines = [line.format(row=row.row, reason=row.reason) for row in sheet.skipped]
            words = self.tr("跳过 {n} 行（标题、合计、说明等）").format(n=len(lines))
            self._add_list(item, words, lines, shut=True)
        named = [f"{theirs} → {ours}" for theirs, ours in sheet.columns.items()]
        self._add_list(item, self.tr("对应 {n} 列").format(n=len(named)), named, shut=True)

    def _add_checks(self, item: QTreeWidgetItem, checks: list[TotalCheck]) -> None:
        if not checks:
            return
        wrong = [check for check in checks if not check.ok]
        right = self.tr("✓ 第 {row} 行 {what}：{printed}")
        if not wrong:
            words = self.tr("✓ 表中合计、小计 {n} 项，与读到的行全部相符").format(n=len(checks))
            lines = [right.format(row=c.row, what=c.what, printed=c.printed) for c in checks]
            self._add_list(item, words, lines, tokens.GREEN, shut=True)
            return
        words = self.tr("✗ 表中合计、小计 {n} 项，{wrong} 项与读到的行不符，请与报送单位核对")
        line = self.tr("✗ 第 {row} 行 {what}：表中写 {printed}，读到 {read}")
        lines = [line.format(row=c.row, what=c.what, printed=c.printed, read=c.read) for c in wrong]
        lines += [right.format(row=c.row, what=c.what, printed=c.printed) for c in checks if c.ok]
        self._add_list(item, words.format(n=len(checks), wrong=len(wrong)), lines, tokens.RED)

    def _add_list(
        self,
        parent: QTreeWidgetItem | None,
        words: str,
        lines: Iterable[str],
        colour: str = tokens.TEXT,
        *,
        shut: bool = False,
    ) -> None:
        found = list(lines)
        item = QTreeWidgetItem([words])
        if parent is None:
            self.tree.addTopLevelItem(item)
        else:
            parent.addChild(item)
        item.setFirstColumnSpanned(True)
        item.setForeground(0, QColor(colour))
        shown = found[:_MOST]
        if len(found) > _MOST:
            shown.append(self.tr("…等，共 {n} 处").format(n=f"{len(found):,}"))
        item.addChildren([QTreeWidgetItem([line]) for line in shown])
        for n in range(item.childCount()):
            item.child(n).setFirstColumnSpanned(True)
        item.setExpanded(not shut and len(found) <= _OPENED)


def kind_words(sheet: SheetReport) -> str:
    """What a sheet was taken for; "" if for nothing."""
    if not sheet.kind:
        return ""
    words = KIND_LABELS.get(sheet.kind, sheet.kind)
    return f"{words} · {TRACKS[sheet.track]}" if sheet.track in TRACKS else words

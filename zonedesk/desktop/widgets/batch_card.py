"""本次活动: what the last batch lists under each track."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from zonedesk.desktop.widgets.figure_card import FigureCard
from zonedesk.desktop.widgets.link_line import Link, LinkLine, NumberButton, Part
from zonedesk.desktop.widgets.looked_at import short_money
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.columns import TRACKS
from zonedesk.domain.figures.tracks import TrackTotals
from zonedesk.ops.workbench import BatchPart


class BatchCard(FigureCard):
    """Three lines: projects, investment, output, strategic projects and their share."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        self.heads = [named(QLabel(), "second") for _ in range(6)]
        for n, head in enumerate(self.heads):
            side = Qt.AlignmentFlag.AlignRight if n else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(head, 0, n, side)
            grid.setColumnStretch(n, 1)
        self.cells = {track: [LinkLine(align_right=True) for _ in range(5)] for track in TRACKS}
        for line, (track, label) in enumerate(TRACKS.items(), start=1):
            grid.addWidget(QLabel(label), line, 0)
            for n, cell in enumerate(self.cells[track], start=1):
                cell.opened.connect(self.opened)
                grid.addWidget(cell, line, n)
        self.frame.insertLayout(1, grid)

    def show_batch(self, batch: BatchPart | None, money_unit: str, scope: str) -> None:
        """Show the last batch, or that there is none."""
        note = batch.name if batch else self.tr("尚无列入批次的项目")
        shown = self.tr("{name} · 单位：个、{unit}").format(name=note, unit=money_unit) if batch else note
        self.show_figures(self.tr("本次活动"), shown, [])
        for head, text in zip(
            self.heads,
            (
                "",
                self.tr("项目"),
                self.tr("总投资"),
                self.tr("年产值"),
                self.tr("战新"),
                self.tr("战新占比"),
            ),
            strict=True,
        ):
            head.setText(text)
        for track, cells in self.cells.items():
            totals = batch.tracks[track] if batch else TrackTotals(track, (), 0, 0, (), 0)
            self._show_track(cells, totals, note, money_unit, scope)

    def _show_track(
        self, cells: list[LinkLine], totals: TrackTotals, batch: str, money_unit: str, scope: str
    ) -> None:
        title = f"{batch} · {TRACKS[totals.track]}"
        strategic_title = self.tr("{title} · 战新").format(title=title)
        tip = self.tr("{title}\n口径：列入时总投资、列入时年产值合计；战新占比按投资额\n{scope}").format(
            title=title, scope=scope
        )
        everything, strategic = Link(title, totals.rows), Link(strategic_title, totals.strategic_rows)
        for cell, (text, link) in zip(
            cells,
            (
                (str(len(totals.rows)), everything),
                (short_money(totals.investment, money_unit), everything),
                (short_money(totals.output, money_unit), everything),
                (str(len(totals.strategic_rows)), strategic),
                (totals.strategic_share.text(), strategic),
            ),
            strict=True,
        ):
            cell.show_parts([Part(text, link, tip)])

    def numbers(self) -> list[NumberButton]:
        """All numbers, line by line."""
        return [n for cells in self.cells.values() for cell in cells for n in cell.numbers()]

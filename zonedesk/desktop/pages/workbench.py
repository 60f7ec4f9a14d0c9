"""工作台: where the month stands at a glance; every number opens its rows."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.widgets.batch_card import BatchCard
from zonedesk.desktop.widgets.bench_tables import OverdueTable, ZoneTable
from zonedesk.desktop.widgets.link_line import SHEET, Link, LinkLine, Part
from zonedesk.desktop.widgets.looked_at import scope_text
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.rate_card import CompletionCard, RateCard
from zonedesk.desktop.widgets.scope_bar import ScopeBar
from zonedesk.desktop.widgets.stuck_card import StuckCard
from zonedesk.domain.figures.registry import rates
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.ops.workbench import Workbench, workbench

_GAP = 8
_BY_TAB = Qt.FocusPolicy.TabFocus


@page("workbench", to_translate("pages", "工作台"), "layout-dashboard", 10)
class WorkbenchPage(Page):
    """Rates, stuck counts, the last batch, what is overdue, the zones side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setStyleSheet(SHEET)
        self.rate_cards = {name: RateCard() for name in rates()}
        self.completion_card = CompletionCard()
        self.stuck_cards = {name: StuckCard() for name in DEFINITIONS}
        self.batch_card = BatchCard()
        self.overdue_table, self.zone_table = OverdueTable(), ZoneTable()
        self.overdue_head, self.gaps = LinkLine(), LinkLine()
        self._last: QWidget | None = None
        cards = (*self.rate_cards.values(), self.completion_card, *self.stuck_cards.values(), self.batch_card)
        for card in cards:
            card.opened.connect(self._open)
        for table in (self.overdue_table, self.zone_table):
            table.opened.connect(self._open)
        for line in (self.overdue_head, self.gaps):
            line.opened.connect(self._open)
        self.views = QStackedWidget()
        self.empty_view = self._empty()
        self.views.addWidget(self._full())
        self.views.addWidget(self.empty_view)
        self.body.addWidget(self.views)

    def reload(self) -> None:
        bench = workbench(self.desk.session, self.desk.as_of, self.desk.scope)
        self.views.setCurrentIndex(1 if bench.empty else 0)
        if bench.empty:
            self.subtitle.setText("")
            self.setFocusProxy(self.import_button)
            return
        unit, scope = self.desk.money_unit, scope_text(self.desk)
        zones = len({project.zone_id for project in bench.now.view.projects.values()} - {None})
        self.subtitle.setText(
            self.tr("{n} 个项目 · {zones} 个开发区").format(n=len(bench.now.view.projects), zones=zones)
        )
        for name, card in self.rate_cards.items():
            card.show_rate(bench, name, unit, scope)
        self.completion_card.show_completion(bench, scope)
        for name, stuck_card in self.stuck_cards.items():
            stuck_card.show_list(bench.now.three_not[name], unit, scope)
        self.batch_card.show_batch(bench.batch, unit, scope)
        self._show_overdue(bench)
        self.zone_table.show_zones(bench.zones, scope, self.desk.scope.zone_id)
        self._show_gaps(bench)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes as the page is read: figures, stuck counts, the last batch, the tables; then what is looked at.

        Numbers are made when they are first shown, and would come last, in the order of their making.
        """
        cards = (
            *self.rate_cards.values(),
            self.completion_card,
            *self.stuck_cards.values(),
            self.batch_card,
        )
        places: list[QWidget] = [number for card in cards for number in card.numbers()]
        places += [*self.overdue_head.numbers(), self.overdue_table, self.zone_table, *self.gaps.numbers()]
        order = [self.title, *places]
        for bar in self.findChildren(ScopeBar):
            # Its own boxes only: the lists that they open are windows of their own.
            own = bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            order += [each for each in own if each.focusPolicy() & _BY_TAB]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        # Coming back by key lands where one left; numbers that are no longer shown are gone.
        self.setFocusProxy(next((each for each in places if each is self._last), places[0]))

    def _open(self, title: str, ids: list[int]) -> None:
        """Open the rows behind a number, and keep the place for coming back."""
        place = QApplication.focusWidget()
        if place is not None and self.isAncestorOf(place):
            self._last = place
            self.setFocusProxy(place)
        self.desk.show_rows(title, ids)

    def _show_overdue(self, bench: Workbench) -> None:
        ids = tuple(dict.fromkeys(item.project_id for item in bench.overdue))
        link = Link(self.tr("有逾期事项的项目"), ids)
        tip = self.tr("已过计划时间的三未项目、已过完成时限的问题、已过承诺时间的手续")
        self.overdue_head.show_parts(
            [
                Part(self.tr("逾期 "), tip=tip),
                Part(str(len(bench.overdue)), link, tip),
                Part(self.tr(" 项，涉及 ")),
                Part(str(len(ids)), link, tip),
                Part(self.tr(" 个项目")),
            ]
        )
        self.overdue_table.show_overdue(bench.overdue)

    def _show_gaps(self, bench: Workbench) -> None:
        """The small line: what is not yet fit to be counted on."""
        parts: list[Part] = []
        for label, ids, count, unit, tip in (
            (
                self.tr("待核"),
                tuple(bench.unfit),
                sum(bench.unfit.values()),
                self.tr(" 处"),
                self.tr("写法与栏目不符、按原文保留的内容"),
            ),
            (
                self.tr("未列入任何批次"),
                bench.unlisted,
                len(bench.unlisted),
                self.tr(" 个"),
                self.tr("未列入批次的项目不计入三率和三未"),
            ),
            (
                self.tr("三未项目无包联领导"),
                bench.unsponsored,
                len(bench.unsponsored),
                self.tr(" 个"),
                self.tr("未填包联领导的三未项目"),
            ),
        ):
            parts += [
                Part(f"{label} ", second=True, tip=tip, gap=18 if parts else 0),
                Part(str(count), Link(label, ids), tip),
                Part(unit, second=True),
            ]
        self.gaps.show_parts(parts)

    def _full(self) -> QWidget:
        top = QHBoxLayout()
        top.setSpacing(_GAP)
        for card in (*self.rate_cards.values(), self.completion_card):
            top.addWidget(card, 1)
        middle = QHBoxLayout()
        middle.setSpacing(_GAP)
        for stuck_card in self.stuck_cards.values():
            middle.addWidget(stuck_card, 4)
        middle.addWidget(self.batch_card, 7)
        lower = QHBoxLayout()
        lower.setSpacing(_GAP)
        lower.addWidget(self._panel(self.overdue_head, self.overdue_table), 20)
        head = QLabel(self.tr("分开发区"))
        lower.addWidget(self._panel(head, self.zone_table), 21)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(top)
        column.addLayout(middle)
        column.addLayout(lower, 1)
        column.addWidget(self.gaps)
        return whole

    def _panel(self, head: QWidget, table: QWidget) -> QWidget:
        panel = named(QFrame(), "card")
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(5)
        head.setContentsMargins(12, 0, 12, 0)
        head.setStyleSheet("font-weight: 600;")
        table.setStyleSheet("QTableView { border: none; }")
        column.addWidget(head)
        column.addWidget(table, 1)
        return panel

    def _empty(self) -> QWidget:
        """What to do first in a ledger without projects."""
        whole = named(QFrame(), "card")
        column = QVBoxLayout(whole)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        column.addWidget(named(QLabel(self.tr("台账里还没有项目")), "title"))
        text = QLabel(
            self.tr("这里显示三率、三未、手续办结率和逾期事项。先把手头的台账工作簿导入，或直接新增项目。")
        )
        text.setWordWrap(True)
        column.addWidget(text)
        self.import_button = named(QPushButton(self.tr("导入台账工作簿")), "primary")
        self.add_button = QPushButton(icon("plus"), self.tr("新增项目"))
        self.import_button.clicked.connect(lambda: self.desk.page_requested.emit("exchange"))
        self.add_button.clicked.connect(lambda: self.desk.page_requested.emit("ledger"))
        row = QHBoxLayout()
        row.addWidget(self.import_button)
        row.addWidget(self.add_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return whole

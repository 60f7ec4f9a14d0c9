"""工作台: what the day asks for, then where the month stands; every number opens its rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
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
from zonedesk.desktop.page import Page, page, pages, to_translate
from zonedesk.desktop.widgets.batch_card import BatchCard
from zonedesk.desktop.widgets.link_line import SHEET, Link, LinkLine, Part
from zonedesk.desktop.widgets.looked_at import scope_text
from zonedesk.desktop.widgets.morning_panel import MorningPanel
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.rate_card import CompletionCard, RateCard
from zonedesk.desktop.widgets.scope_bar import ScopeBar
from zonedesk.desktop.widgets.stuck_card import StuckCard
from zonedesk.desktop.widgets.zone_table import ZoneTable
from zonedesk.domain.changes import Changes
from zonedesk.domain.figures.registry import rates
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.ops.morning import Morning, morning
from zonedesk.ops.workbench import Workbench, workbench

_GAP = 8
_ZONES_WIDTH = 592
_AT_ONCE = 3_000  # projects
_CALM = 300  # ms without another change, before the figures of a large ledger follow
_MOST_LINES = 500  # of each list of the morning: more than anybody reads
_BY_TAB = Qt.FocusPolicy.TabFocus


@page("workbench", to_translate("pages", "工作台"), "layout-dashboard", 10)
class WorkbenchPage(Page):
    """The day's work, the zones side by side, rates, stuck counts, the last batch."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setStyleSheet(SHEET)
        self.rate_cards = {name: RateCard() for name in rates()}
        self.completion_card = CompletionCard()
        self.stuck_cards = {name: StuckCard() for name in DEFINITIONS}
        self.batch_card = BatchCard()
        self.morning, self.zone_table = MorningPanel(), ZoneTable()
        self.gaps = LinkLine()
        self._last: QWidget | None = None
        self._large = self._filled = False
        self._whole = False  # whether the day's work stands there whole, and the figures are next
        self._found: Morning | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_next)
        desk.closing.connect(self._later.stop)
        cards = (*self.rate_cards.values(), self.completion_card, *self.stuck_cards.values(), self.batch_card)
        for card in cards:
            card.opened.connect(self._open)
        for source in (self.morning, self.zone_table, self.gaps):
            source.opened.connect(self._open)
        self.morning.page_asked.connect(self._go)
        self.views = QStackedWidget()
        self.empty_view = self._empty()
        self.views.addWidget(self._full())
        self.views.addWidget(self.empty_view)
        self.body.addWidget(self.views)

    def reload(self) -> None:
        projects = self.desk.session.reader.count("project")
        self.views.setCurrentIndex(0 if projects else 1)
        self._later.stop()
        self._whole = False
        if not projects:
            self.subtitle.setText("")
            self.setFocusProxy(self.import_button)
        elif projects > _AT_ONCE and not self._filled:
            # A large ledger shows the page, the day's work in two parts, the figures: each once the last is painted.
            self._large = True
            self.morning.begin()
            self._order_tabs()
            self._later.start(0)
        elif projects > _AT_ONCE:
            self._follow(0)
        else:
            self._show_rest()

    def patch(self, changes: Changes) -> bool:
        """In a large ledger the day's work follows a change at once, the figures when no other comes after it."""
        if not self._large or not self._filled or not self.desk.session.reader.count("project"):
            return False
        self._follow(_CALM)
        return True

    def _follow(self, wait: int) -> None:
        """Show the first part of the day's work now, the rest part by part after so many ms."""
        self._whole = False
        self._show_morning(first_only=True)
        self._order_tabs()
        self._later.start(wait)

    def settling(self) -> bool:
        return self._later.isActive()

    def _show_next(self) -> None:
        if self._whole:
            self._show_figures()
            return
        self._whole = self._found is not None
        self._show_morning(first_only=not self._whole)
        self._order_tabs()
        self._later.start(0)

    def _show_rest(self) -> None:
        self._show_morning(first_only=False)
        self._show_figures()

    def _show_figures(self) -> None:
        self._filled, self._whole = True, False
        bench = workbench(self.desk.session, self.desk.as_of, self.desk.scope)
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
        self.zone_table.show_zones(bench.zones, scope, self.desk.scope.zone_id)
        self._show_gaps(bench)
        self._order_tabs()
        self.settled.emit()

    def _show_morning(self, *, first_only: bool) -> None:
        desk = self.desk
        found = morning(desk.session, desk.as_of, desk.scope, most=_MOST_LINES, first_only=first_only)
        if first_only and self._found is not None and self._found.day == found.day:
            # The lists that are read later stand as they were until then.
            found = replace(
                found,
                lines={**self._found.lines, **found.lines},
                counts={**self._found.counts, **found.counts},
            )
        self._found = found
        self.morning.show_morning(found, scope_text(desk))

    def _order_tabs(self) -> None:
        """Tab goes as the page is read: the day's work, the zones, figures, stuck counts; then what is looked at.

        Numbers are made when they are first shown, and would come last, in the order of their making.
        """
        cards = (
            *self.rate_cards.values(),
            self.completion_card,
            *self.stuck_cards.values(),
            self.batch_card,
        )
        places: list[QWidget] = [*self.morning.places(), self.zone_table]
        places += [*(number for card in cards for number in card.numbers()), *self.gaps.numbers()]
        order = [self.title, *places]
        for bar in self.findChildren(ScopeBar):
            # Its own boxes only: the lists that they open are windows of their own.
            own = bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            order += [each for each in own if each.focusPolicy() & _BY_TAB]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        # Coming back by key lands where one left; numbers that are no longer shown are gone.
        known = next((each for each in places if each is self._last), None)
        self.setFocusProxy(known or self.morning.first_place())

    def _open(self, title: str, ids: list[int]) -> None:
        """Open the rows behind a number, and keep the place for coming back."""
        place = QApplication.focusWidget()
        if place is not None and self.isAncestorOf(place):
            self._last = place
            self.setFocusProxy(place)
        self.desk.show_rows(title, ids)

    def _go(self, key: str) -> None:
        """Go to the page that keeps a line, if there is one."""
        if any(spec.key == key for spec in pages()):
            self._last = self.morning.table
            self.desk.page_requested.emit(key)

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
        upper = QHBoxLayout()
        upper.setSpacing(_GAP)
        upper.addWidget(self.morning, 1)
        zones = self._panel(QLabel(self.tr("分开发区")), self.zone_table)
        # A wide screen gives its room to the day's work.
        zones.setFixedWidth(_ZONES_WIDTH)
        upper.addWidget(zones)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(upper, 1)
        column.addLayout(top)
        column.addLayout(middle)
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
            self.tr(
                "这里显示每天要办的事、三率、三未和手续办结率。先把手头的台账工作簿导入，或直接新增项目。"
            )
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

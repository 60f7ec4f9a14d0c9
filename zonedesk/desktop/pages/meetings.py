"""调度: what the office's calendar asks for, meetings with what changed since, action items, campaigns."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.keys import Key, bind, source
from zonedesk.desktop.meetings.actions_tab import CLOSE_KEY, ActionsTab
from zonedesk.desktop.meetings.campaigns_tab import ADD_KEY, OUT_KEY, CampaignsTab
from zonedesk.desktop.meetings.due_tab import BACK_KEY, DAY_KEY, DONE_KEY, DueTab
from zonedesk.desktop.meetings.meetings_tab import PAPER_KEY, PART_KEYS, MeetingsTab
from zonedesk.desktop.meetings.tab import Tab
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.place import Place
from zonedesk.desktop.widgets.link_line import SHEET
from zonedesk.desktop.widgets.looked_at import scope_text
from zonedesk.desktop.widgets.tab_keys import bind_tab_keys
from zonedesk.domain.changes import Changes

_OWN = frozenset(
    {"routine", "routine_done", "meeting", "action_item", "follow_up", "campaign", "campaign_project"}
)
_OTHERS = frozenset(
    {"project", "listing", "batch", "zone", "monthly_progress", "procedure", "problem", "setting"}
)


@page("meetings", to_translate("pages", "调度"), "calendar", 46)
class MeetingsPage(Page):
    """Four tabs; each is read when it is first looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setStyleSheet(SHEET)
        self.due, self.meetings = DueTab(desk), MeetingsTab(desk)
        self.items, self.campaigns = ActionsTab(desk), CampaignsTab(desk)
        self.tabs: tuple[Tab, ...] = (self.due, self.meetings, self.items, self.campaigns)
        self._unread: set[int] = set(range(len(self.tabs)))
        self.bar, self.stack, self.tool_stack = QTabBar(), QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self._choose(0)

    @property
    def tab(self) -> Tab:
        """The tab in view."""
        return self.tabs[max(self.bar.currentIndex(), 0)]

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab into view."""
        self.bar.setCurrentIndex(self.tabs.index(tab))

    def land(self, place: Place) -> bool:
        """Make a row of one of the tabs current; of a project, its action items."""
        tabs: dict[str, Tab] = {"meeting": self.meetings, "campaign": self.campaigns, "routine": self.due}
        tab = tabs.get(place.table, self.items)
        self.show_tab(tab)
        tab.setFocus()
        if place.row_id is None:
            return tab.book.show_project(place.project_id)
        return self.due.go_to(place.row_id) if tab is self.due else tab.book.go_to(place.row_id)

    def concerns(self, changes: Changes) -> bool:
        return changes.touches(*_OWN, *_OTHERS)

    def patch(self, changes: Changes) -> bool:
        for number, tab in enumerate(self.tabs):
            if number in self._unread:
                continue
            if tab is self.tab or changes.touches(*_OWN):
                tab.patch(changes)
            else:
                self._unread.add(number)
        return True

    def reload(self) -> None:
        day = self.desk.as_of
        told = self.tr("{scope}　调度日 {day}").format(scope=scope_text(self.desk), day=day)
        self.subtitle.setText(told)
        self._unread = set(range(len(self.tabs)))
        self._read()
        # The numbers beside the tabs are of the whole page: the cheap ones are told at once.
        for number in (0, 1, 2, 3):
            self._read(number)

    def _read(self, number: int | None = None) -> None:
        number = self.tabs.index(self.tab) if number is None else number
        if number in self._unread:
            self._unread.discard(number)
            self.tabs[number].reload()
        self.set_status(self.tab.book.status())

    def _choose(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.tool_stack.setCurrentIndex(number)
        self.setFocusProxy(self.tab)
        if self.isVisible():
            self._read()
            self.tab.setFocus()

    def _count(self, number: int, count: int) -> None:
        self.bar.setTabText(number, f"{self._names()[number]}  {count}")

    def _names(self) -> tuple[str, ...]:
        return (self.tr("本期待办"), self.tr("会议"), self.tr("议定事项"), self.tr("专项行动"))

    def _connect(self) -> None:
        self.bar.currentChanged.connect(self._choose)
        for number, tab in enumerate(self.tabs):
            tab.counted.connect(partial(self._count, number))
            tab.told.connect(partial(self._tell, tab))
        bind(self, PAPER_KEY, self._paper)
        bind_tab_keys(self, self.bar)

    def _tell(self, tab: Tab, text: str) -> None:
        if tab is self.tab:
            self.set_status(text)

    def _paper(self) -> None:
        if self.tab is self.meetings:
            self.meetings.print_paper()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        line.addWidget(self.bar)
        line.addStretch(1)
        for tab, name in zip(self.tabs, self._names(), strict=True):
            self.bar.addTab(name)
            self.stack.addWidget(tab)
            self.tool_stack.addWidget(tab.tools)
        line.addWidget(self.tool_stack)
        self.body.addLayout(line)
        self.body.addWidget(self.stack, 1)


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("Keys", "调度")
    return [
        Key(place, translate("Keys", "待办：选中的记为完成"), ("Return", "Enter", DONE_KEY)),
        Key(place, translate("Keys", "待办：注明完成日期；议定事项：记进展"), (DAY_KEY,)),
        Key(place, translate("Keys", "待办：取消完成；议定事项：重新办理"), (BACK_KEY,)),
        Key(place, translate("Keys", "议定事项：办结"), (CLOSE_KEY,)),
        Key(place, translate("Keys", "会议：预览并打印会议材料"), (PAPER_KEY,)),
        Key(place, translate("Keys", "会议：本次变化、会议记录、议定事项"), PART_KEYS),
        Key(place, translate("Keys", "专项行动：列入项目"), (ADD_KEY,)),
        Key(place, translate("Keys", "专项行动：移出项目"), (OUT_KEY,)),
    ]

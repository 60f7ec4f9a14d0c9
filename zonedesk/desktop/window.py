"""The main window: it puts the pages together and holds no feature of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import BESIDE_KEYS, DAY_KEY
from zonedesk.desktop.keys_help import KeysHelp
from zonedesk.desktop.landing import Landings
from zonedesk.desktop.leaving import Leaving
from zonedesk.desktop.page import Page, PageSpec, RowsPage, pages
from zonedesk.desktop.place import Place
from zonedesk.desktop.search.everywhere import SearchEverywhere
from zonedesk.desktop.widgets.job_line import JobLine
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.notice import Notice
from zonedesk.desktop.widgets.page_stack import PageStack
from zonedesk.desktop.widgets.told_line import ToldLine
from zonedesk.desktop.widgets.top_bar import TopBar

LEDGER_PAGE = "ledger"
_STEPS_BACK = 20


class MainWindow(QMainWindow):
    """Navigation at the left, the page in view at the right. Ctrl+1 … Ctrl+9 go to the pages, Ctrl+Shift+PgUp and
    PgDown to the one beside, Alt+Left back.

    `left()` asks for the start window; `closed()` says that the ledger is closed and the window gone.
    """

    left = Signal()
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setWindowTitle(self.tr("{name} — zonedesk").format(name=desk.session.path.stem))
        self.specs: list[PageSpec] = pages()
        self._made: dict[str, Page] = {}
        self._closing = self._closed = False
        self.nav = self._build_nav()
        self.stack = PageStack()
        self.top_bar, self.notice, self.job_line = TopBar(desk), Notice(), JobLine(desk.jobs)
        self.top_bar.other_ledger.connect(self.left)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.notice)
        right.addWidget(self.stack, 1)
        ground = named(QWidget(), "ground")
        whole = QHBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.nav)
        whole.addLayout(right, 1)
        self.setCentralWidget(ground)
        self.feet, self.told = QStackedWidget(), ToldLine()
        self._build_foot()
        desk.told.connect(self.told.say)
        desk.failed.connect(self.notice.say)
        desk.page_requested.connect(self._on_page_requested)
        desk.rows_requested.connect(self._on_rows_requested)
        self._trail: list[str] = []
        self.keys_help: KeysHelp | None = None
        self.nav.currentRowChanged.connect(lambda row: self._show(self.specs[row]))
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_keys)
        QShortcut(QKeySequence(DAY_KEY), self).activated.connect(self.go_to_day)
        for key, step in zip(BESIDE_KEYS, (-1, 1), strict=True):
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: self.go_beside(step))
        self.landings = Landings(desk, self.go, self)
        self._leaving = Leaving(desk, self)
        self.search = SearchEverywhere(desk, self, self.go, self.landings)
        self.top_bar.search_asked.connect(self.search.open)
        self.nav.setCurrentRow(0)

    def go(self, key: str) -> Page:
        """Bring a page into view and give it."""
        self.search.palette.hide_for_good()
        row = next(n for n, spec in enumerate(self.specs) if spec.key == key)
        self.nav.setCurrentRow(row)
        return self._made[key]

    def go_back(self) -> None:
        """Return to the page that was in view before this one."""
        if len(self._trail) > 1:
            self._trail.pop()
            self.go(self._trail.pop()).setFocus()

    def go_beside(self, step: int) -> None:
        """Go to the page that stands above (-1) or below (1) in the navigation, round its ends."""
        row = (self.nav.currentRow() + step) % len(self.specs)
        self.go(self.specs[row].key).setFocus()

    def go_to_day(self) -> None:
        """Bring the keyboard to the day that the page in view looks at; without one, tell so."""
        page = self._made[self.specs[self.nav.currentRow()].key]
        if page.day_box is None:
            self.told.say(self.tr("本页不分截至日期"))
        else:
            page.day_box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_keys(self) -> None:
        """Show every key with what it does."""
        if self.keys_help is None:
            self.keys_help = KeysHelp(self)
        self.keys_help.open_afresh()

    def may_close(self) -> bool:
        """Write what is being typed; False, and told, while something typed would be lost. Asked again, it is let go."""
        if self._closed:
            return True
        # It was asked for: the window does not go without it, nor the closing backup.
        self.desk.finish_step()
        if self._leaving.may_go():
            return True
        form = next(iter(self._leaving.begun()), None)
        page = next((key for key, made in self._made.items() if form and made.isAncestorOf(form)), None)
        if page:
            self.go(page)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        if self.desk.jobs.busy:
            # Waiting here would freeze the window: it closes as soon as the job has stopped.
            if not self._closing:
                self._closing = True
                self.desk.jobs.finished.connect(self.close, Qt.ConnectionType.QueuedConnection)
            self.desk.jobs.cancel()
            self.told.say(self.tr("正在停止后台任务，随后关闭…"))
            event.ignore()
            return
        super().closeEvent(event)
        if not self._closed:
            self._closed = True
            self.desk.close()
            self.closed.emit()

    def _build_foot(self) -> None:
        """One line at the foot: the page's own status, what was last done, and the work going on."""
        self.feet.setContentsMargins(12, 0, 0, 0)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        # It takes the room that is left: what was last done is told whole, and no status widens the window.
        self.feet.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar.addWidget(self.feet, 1)
        bar.addPermanentWidget(self.told)
        # In the status bar, so that a page does not jump when work begins.
        bar.addPermanentWidget(self.job_line)

    def _build_nav(self) -> QListWidget:
        nav = named(QListWidget(), "nav")
        nav.setFixedWidth(tokens.NAV_WIDTH)
        nav.setIconSize(QSize(20, 20))
        nav.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        nav.setAccessibleName(self.tr("导航"))
        for number, spec in enumerate(self.specs, start=1):
            item = QListWidgetItem(icon(spec.icon), spec.title)
            item.setSizeHint(QSize(0, tokens.NAV_ROW_HEIGHT))
            nav.addItem(item)
            if number > 9:
                continue
            item.setToolTip(self.tr("{title}（Ctrl+{number}）").format(title=spec.title, number=number))
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=spec.key: self.go(key).setFocus())
        return nav

    def _show(self, spec: PageSpec) -> None:
        if spec.key not in self._made:
            # Pages are made when first looked at: the app opens with the cost of one.
            self._made[spec.key] = spec.make(self.desk)
            self.stack.addWidget(self._made[spec.key])
            self.feet.addWidget(self._made[spec.key].status)
        self._trail = [*self._trail[-_STEPS_BACK:], spec.key]
        self.stack.setCurrentWidget(self._made[spec.key])
        self.feet.setCurrentWidget(self._made[spec.key].status)

    def _on_page_requested(self, asked: str) -> None:
        if not isinstance(asked, Place):
            self.go(asked).setFocus()
        elif self.landings.to(asked):
            self.told.say(self.tr("Alt+← 返回上一页"))

    def _on_rows_requested(self, title: str, ids: list[int]) -> None:
        page = self.go(LEDGER_PAGE)
        if isinstance(page, RowsPage):
            page.show_rows(title, ids)
        # The next key is meant for the rows, not for a box in the page's head.
        page.setFocus()
        self.told.say(self.tr("Alt+← 返回上一页"))

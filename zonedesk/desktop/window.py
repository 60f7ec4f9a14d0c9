"""The main window: it puts the pages together and holds no feature of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.page import Page, PageSpec, pages
from zonedesk.desktop.widgets.job_line import JobLine
from zonedesk.desktop.widgets.notice import Notice
from zonedesk.desktop.widgets.top_bar import TopBar

LEDGER_PAGE = "ledger"


class MainWindow(QMainWindow):
    """Navigation at the left, the page in view at the right. Ctrl+1 … Ctrl+9 go to the pages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setWindowTitle(self.tr("{name} — zonedesk").format(name=desk.session.path.stem))
        self.specs: list[PageSpec] = pages()
        self._made: dict[str, Page] = {}
        self.nav = self._build_nav()
        self.stack = QStackedWidget()
        self.top_bar, self.notice, self.job_line = TopBar(desk), Notice(), JobLine(desk.jobs)
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (self.top_bar, self.notice, self.job_line):
            right.addWidget(widget)
        right.addWidget(self.stack, 1)
        ground = QWidget(objectName="ground")
        whole = QHBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.nav)
        whole.addLayout(right, 1)
        self.setCentralWidget(ground)
        self.statusBar().setSizeGripEnabled(False)
        desk.told.connect(lambda text: self.statusBar().showMessage(text, 15_000))
        desk.failed.connect(self.notice.say)
        desk.page_requested.connect(self.go)
        desk.rows_requested.connect(self._on_rows_requested)
        self.nav.currentRowChanged.connect(lambda row: self._show(self.specs[row]))
        self.nav.setCurrentRow(0)

    def go(self, key: str) -> Page:
        """Bring a page into view and give it."""
        row = next(n for n, spec in enumerate(self.specs) if spec.key == key)
        self.nav.setCurrentRow(row)
        return self._made[key]

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.close()
        super().closeEvent(event)

    def _build_nav(self) -> QListWidget:
        nav = QListWidget(objectName="nav")
        nav.setFixedWidth(tokens.NAV_WIDTH)
        nav.setIconSize(QSize(20, 20))
        nav.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        nav.setAccessibleName(self.tr("导航"))
        for number, spec in enumerate(self.specs, start=1):
            item = QListWidgetItem(icon(spec.icon), spec.title)
            item.setToolTip(f"{spec.title}（Ctrl+{number}）")
            nav.addItem(item)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=spec.key: self.go(key).setFocus())
        return nav

    def _show(self, spec: PageSpec) -> None:
        if spec.key not in self._made:
            # Pages are made when first looked at: the app opens with the cost of one.
            self._made[spec.key] = spec.make(self.desk)
            self.stack.addWidget(self._made[spec.key])
        self.stack.setCurrentWidget(self._made[spec.key])

    def _on_rows_requested(self, title: str, ids: list[int]) -> None:
        page = self.go(LEDGER_PAGE)
        page.show_rows(title, ids)  # type: ignore[attr-defined] - the ledger page is the one that has it

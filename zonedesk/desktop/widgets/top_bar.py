"""The strip above the pages: which ledger, undo and redo, who writes, and what must not be overlooked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.officer_line import OfficerLine
from zonedesk.domain.settings import OFFICE_NAME
from zonedesk.ops.edit import set_setting


class TopBar(QWidget):
    """The ledger's name with its menu; undo and redo, naming the step they would take back or do again.

    `other_ledger()` asks for the start window, `search_asked()` for the search over everything.
    """

    other_ledger = Signal()
    search_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.TOOLBAR_HEIGHT)
        self._desk = desk
        self.ledger_button = self._ledger_button()
        self.undo_action = self._action(
            self.tr("撤销"), "arrow-back-up", QKeySequence.StandardKey.Undo, desk.undo
        )
        self.redo_action = self._action(
            self.tr("重做"), "arrow-forward-up", QKeySequence.StandardKey.Redo, desk.redo
        )
        # Excel's key everywhere; some systems only know Ctrl+Shift+Z.
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self.ledger_button)
        row.addSpacing(10)
        for action in (self.undo_action, self.redo_action):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.addWidget(button)
        row.addSpacing(10)
        self.search_button = self._search_button()
        row.addWidget(self.search_button)
        row.addStretch(1)
        self.officer = OfficerLine(desk)
        self.standing = named(QLabel(), "second")
        row.addWidget(self.officer)
        row.addWidget(self.standing)
        desk.changes_applied.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what undo and redo would do now, and who may write."""
        session = self._desk.session
        undo, redo = session.next_undo(), session.next_redo()
        for action, word, step in (
            (self.undo_action, self.tr("撤销"), undo),
            (self.redo_action, self.tr("重做"), redo),
        ):
            action.setEnabled(step is not None and session.writable)
            action.setToolTip(f"{word}：{step.label}" if step else word)
        self.standing.setText(self._standing())
        self.officer.refresh()

    def _standing(self) -> str:
        session = self._desk.session
        if session.writable:
            return self.tr("改动即时保存")
        holder = session.holder
        if holder:
            text = self.tr("只读：{who}（电脑 {computer}）自 {since} 起正在使用")
            return text.format(**holder)
        return self.tr("只读：文件不可写")

    def _ledger_button(self) -> QToolButton:
        path = self._desk.session.path
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        other = menu.addAction(icon("folder-open"), self.tr("打开其他台账…"))
        other.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        other.triggered.connect(self.other_ledger)
        # A menu's own actions hear no shortcut while it is shut.
        self.addAction(other)
        folder = menu.addAction(self.tr("打开台账所在文件夹"))
        folder.triggered.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
        office = menu.addAction(self.tr("单位名称（报表落款）…"))
        office.setEnabled(self._desk.session.writable)
        office.triggered.connect(self._name_office)
        button = QToolButton()
        button.setText(path.stem)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setIcon(icon("chevron-down"))
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setStyleSheet("font-weight: 600;")
        button.setToolTip(str(path))
        button.setAccessibleName(self.tr("台账：{name}").format(name=path.stem))
        button.setMenu(menu)
        return button

    def _name_office(self) -> None:
        known = self._desk.session.reader.setting(OFFICE_NAME) or self.tr("未填写")
        label = self.tr("用于报表落款。现为：{name}").format(name=known)
        name = self._desk.prompts.text(self, self.tr("单位名称"), label)
        if name and name.strip():
            self._desk.run(set_setting, key=OFFICE_NAME, value=name.strip())

    def _search_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("查找全部（Ctrl+K）"))
        button.setIcon(icon("search"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(self.tr("查找项目、企业、手续文号、问题、人员、电话（Ctrl+K）"))
        button.clicked.connect(self.search_asked)
        return button

    def _action(
        self, text: str, icon_name: str, key: QKeySequence.StandardKey, slot: Callable[[], object]
    ) -> QAction:
        action = QAction(icon(icon_name), text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(slot)
        return action

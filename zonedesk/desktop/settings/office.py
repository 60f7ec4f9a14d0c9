"""单位与署名: the name that signs reports, and the officer whose name stands in every change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.page import to_translate
from zonedesk.desktop.settings.registry import section
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.saved_text import SavedText
from zonedesk.domain.settings import OFFICE_NAME
from zonedesk.ops.edit import set_setting

_WIDTH = 360


@section("office", to_translate("settings", "单位与署名"), 10)
class OfficeSection(QWidget):
    """Two lines, each saved when it is left; Esc takes back what was typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.office, self.officer = QLineEdit(), QLineEdit()
        self.office.setPlaceholderText(self.tr("如：某某开发区管理委员会"))
        self.officer.setPlaceholderText(self.tr("如：王某某"))
        panel = named(QFrame(), "panel")
        form = QFormLayout(panel)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(6)
        for words, note, line, saved, save in (
            (self.tr("单位名称"), self.tr("印在报表和清单上，作为编制单位"), self.office, self._saved_office, self._save_office),
            (self.tr("经办人"), self.tr("记入此后的每一处改动；已有的改动仍记原来的姓名"), self.officer, self._saved_officer, self._save_officer),
        ):  # fmt: skip
            line.setFixedWidth(_WIDTH)
            line.setMaxLength(60)
            line.setAccessibleName(words)
            line.setReadOnly(not desk.session.writable)
            line.editingFinished.connect(save)
            SavedText(
                line,
                lambda line=line, saved=saved: line.text().strip() == saved(),  # type: ignore[misc]
                lambda line=line, saved=saved: line.setText(saved()),  # type: ignore[misc]
            )
            form.addRow(words, line)
            form.addRow("", named(QLabel(note), "second"))
        self.path = QLabel(str(desk.session.path))
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.path.setWordWrap(True)
        form.addRow(self.tr("台账文件"), self.path)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)
        self.setFocusProxy(self.office)
        desk.signed.connect(lambda _: self.reload())

    def reload(self) -> None:
        """Show what is saved; a line that is being typed in is left alone."""
        for line, text in ((self.office, self._saved_office()), (self.officer, self._saved_officer())):
            if not line.isModified() or not line.hasFocus():
                line.setText(text)

    def _saved_office(self) -> str:
        return self._desk.session.reader.setting(OFFICE_NAME) or ""

    def _saved_officer(self) -> str:
        session = self._desk.session
        return session.who if session.signed else ""

    def _save_office(self) -> None:
        name = self.office.text().strip()
        if name != self._saved_office():
            self._desk.run(set_setting, key=OFFICE_NAME, value=name)

    def _save_officer(self) -> None:
        name = self.officer.text().strip()
        if name and name != self._saved_officer():
            self._desk.sign_as(name)
        elif not name:
            self.officer.setText(self._saved_officer())

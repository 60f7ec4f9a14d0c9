"""The line that says which light a project has, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.light import colour_of, reasons_told
from zonedesk.domain.lights import light_of
from zonedesk.ops.lights import LightBoard

_MOST = 2


class LightLine(QLabel):
    """Shown only for a project that is lit red or yellow: the worst reasons, and how many more there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWordWrap(True)
        self.setContentsMargins(12, 0, 12, 2)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(self.tr("亮灯原因"))
        self.hide()

    def show_project(self, project_id: int | None) -> None:
        """Say why it is lit as of the day looked at; nothing for one that is not, or is not there."""
        day, session = self._desk.as_of, self._desk.session
        fact = session.facts(day).projects.get(project_id) if project_id is not None else None
        verdicts = session.kept(LightBoard).of_one(fact, day) if fact else ()
        lines = reasons_told(verdicts).splitlines()
        if len(lines) > _MOST:
            lines[_MOST:] = [self.tr("另有 {n} 项亮灯").format(n=len(lines) - _MOST)]
        self.setText("\n".join(lines))
        self.setStyleSheet(f"color: {colour_of(light_of(verdicts).value)};")
        self.setVisible(bool(lines))

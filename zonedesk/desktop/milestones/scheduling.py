"""倒排工期 at the page: its two buttons, and what is offered for which projects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.milestones.schedule_dialog import ScheduleDialog
from zonedesk.ops.milestones import nodes_of, propose_backwards, schedule_backwards, without_milestones

BACK_KEY, BARE_KEY = "Ctrl+B", "Ctrl+Shift+B"
_AT_ONCE = 200  # projects in one dialog: more nobody looks through


class Scheduling(QObject):
    """`button` is for the page's selection, which the page passes to `offer`; `bare_button` for those without any.

    `dialog` is the open one, if any.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, parent
        self._bare: list[int] = []
        self.dialog: ScheduleDialog | None = None
        self.button = QPushButton(icon("calendar"), self.tr("倒排工期…"))
        self.button.setToolTip(
            self.tr("按计划开工、投产时间倒排所选项目的节点，先看再排（{key}）").format(key=BACK_KEY)
        )
        self.bare_button = QPushButton()
        self.bare_button.setToolTip(
            self.tr("列出有计划时间而没有节点的在办项目，先看再排（{key}）").format(key=BARE_KEY)
        )
        self.button.setEnabled(desk.session.writable)
        self.bare_button.clicked.connect(self.offer_bare)

    def count_bare(self) -> None:
        """Say anew how many projects have no milestones."""
        desk = self._desk
        self._bare = without_milestones(desk.session, desk.as_of, desk.scope)
        self.bare_button.setText(self.tr("为无节点的项目倒排（{n}）…").format(n=len(self._bare)))
        self.bare_button.setEnabled(desk.session.writable and bool(self._bare))

    def offer_bare(self) -> None:
        """Offer what can be planned for those without milestones, so many at a time."""
        if self._bare:
            self.offer(self._bare[:_AT_ONCE], of=len(self._bare))

    def offer(self, ids: Sequence[int], of: int = 0) -> None:
        """Show what would be planned for these projects; `of` is how many there are in all, if more."""
        desk = self._desk
        if not desk.session.writable:
            return
        as_of, nodes = desk.as_of, nodes_of(desk.session.reader)
        offered = propose_backwards(desk.session.reader, project_ids=ids, as_of=as_of, nodes=nodes)

        def write(chosen: set[tuple[int, str]]) -> bool:
            having = {project_id for project_id, _ in chosen}
            wanted = [pid for pid in ids if pid in having]
            done = desk.run(
                schedule_backwards, project_ids=wanted, as_of=as_of, nodes=nodes, chosen=frozenset(chosen)
            )
            return done is not None

        self.dialog = ScheduleDialog(offered, write, self._page, left=max(of - len(ids), 0))
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self._page.setFocus()

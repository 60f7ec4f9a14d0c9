"""The day and the scope that figures are asked of, at the right of every page's title."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.day_box import DayBox
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.changes import Changes
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope, batch_order


class ScopeBar(QWidget):
    """截至日、起止批次、开发区. Writes to and follows `Desk.look_at`. `with_day` False leaves the day out."""

    def __init__(self, desk: Desk, *, with_day: bool = True) -> None:
        super().__init__()
        self._desk = desk
        self.day = DayBox()
        self.day.setAccessibleName(self.tr("截至日期"))
        self.day.setToolTip(self.tr("截至日期（Ctrl+J）。{how}").format(how=self.day.toolTip()))
        self.first, self.last, self.zone = SteadyCombo(), SteadyCombo(), SteadyCombo()
        for box, name, width in (
            (self.first, self.tr("起始批次"), 128),
            (self.last, self.tr("截止批次"), 128),
            (self.zone, self.tr("开发区"), 150),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setFixedWidth(width)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if with_day:
            row.addWidget(named(QLabel(self.tr("截至")), "second"))
            row.addWidget(self.day)
        else:
            self.day.setParent(self)
            self.day.hide()
        for widget in (self.first, named(QLabel("–"), "second"), self.last, self.zone):
            row.addWidget(widget)
        self._fill()
        self._follow()
        self.day.day_changed.connect(self._on_day)
        self.day.refused.connect(lambda text: desk.tell_failure(RefusedError("date.bad", text=text)))
        for box in (self.first, self.last, self.zone):
            box.activated.connect(self._on_scope)
        desk.looked_at_changed.connect(self._follow)
        desk.changes_applied.connect(self._on_changes)

    def _fill(self) -> None:
        reader = self._desk.session.reader
        batches = [(b.name, b.id) for b in sorted(reader.batches().values(), key=batch_order)]
        zones = [(name, zone_id) for zone_id, name in reader.names("zone").items()]
        for box, everything, items in (
            (self.first, self.tr("自首批起"), batches),
            (self.last, self.tr("至最近批次"), batches),
            (self.zone, self.tr("全部开发区"), zones),
        ):
            with QSignalBlocker(box):
                box.clear()
                box.addItem(everything, None)
                for name, row_id in items:
                    box.addItem(name, row_id)
                    box.setItemData(box.count() - 1, name, Qt.ItemDataRole.ToolTipRole)

    def _follow(self) -> None:
        scope = self._desk.scope
        self.day.set_day(self._desk.as_of)
        for box, value in (
            (self.first, scope.from_batch),
            (self.last, scope.to_batch),
            (self.zone, scope.zone_id),
        ):
            box.setCurrentIndex(max(box.findData(value), 0))

    def _on_day(self, day: str) -> None:
        self._desk.look_at(as_of=day)

    def _on_scope(self) -> None:
        self._desk.look_at(
            scope=Scope(
                from_batch=self.first.currentData(),
                to_batch=self.last.currentData(),
                zone_id=self.zone.currentData(),
            )
        )

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches("batch", "zone"):
            self._fill()
            self._follow()

"""The leaf 批次: the batches in which a project is listed. A listing is filled in before it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.child_model import ChildView
from zonedesk.desktop.ledger.child_tab import ChildTab
from zonedesk.desktop.ledger.editors import ChoiceBox, offer
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.columns import TRACKS, field_of
from zonedesk.domain.stages import STAGE_ORDER, Stage
from zonedesk.domain.values import show_value
from zonedesk.ops.table.rows import LedgerRows

_AMOUNTS = {"investment": "total_investment", "output": "expected_output"}
_TRACK_OF = {Stage.SIGNED: "signing", Stage.STARTED: "start"}


class ListingForm(QFrame):
    """Batch, track and the amounts of that day. Enter lists, Esc leaves it.

    `filled(dict)` with typed texts by key; `left()` when it was closed.
    """

    filled = Signal(dict)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.batch = ChoiceBox(self, [])
        self.batch.setAccessibleName(self.tr("活动批次"))
        self.batch.line.setPlaceholderText(self.tr("如：2024年第一次"))
        self.track = QComboBox()
        self.track.addItems(list(TRACKS.values()))
        self.track.setAccessibleName(self.tr("类别"))
        self.amounts = {key: QLineEdit() for key in _AMOUNTS}
        self.done = named(QPushButton(self.tr("列入批次")), "primary")
        self.cancel = QPushButton(self.tr("取消"))
        self.done.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.close_form)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(10, 8, 10, 8)
        self.form.setSpacing(6)
        self.form.addRow(self.tr("活动批次"), self.batch)
        self.form.addRow(self.tr("类别"), self.track)
        for key, line in self.amounts.items():
            line.setAccessibleName(field_of("listing", key).label)
            self.form.addRow(field_of("listing", key).label, line)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.done)
        self.form.addRow(buttons)
        self.hide()

    def open_form(self, batches: list[str], track: str, amounts: dict[str, str], unit: str) -> None:
        """Show the form: the batches there are (the last one proposed), a track, amounts in `unit`."""
        offer(self.batch, batches)
        self.batch.setText(batches[-1] if batches else "")
        self.track.setCurrentText(TRACKS[track])
        for key, line in self.amounts.items():
            line.setText(amounts[key])
            label = self.form.labelForField(line)
            label.setText(f"{field_of('listing', key).label}（{unit}）")  # type: ignore[attr-defined]
        self.show()
        self.batch.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.batch.line.selectAll()

    def close_form(self) -> None:
        """Hide it, unwritten."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        texts = {"batch_id": self.batch.text().strip(), "track": self.track.currentText()}
        self.filled.emit(texts | {key: line.text() for key, line in self.amounts.items()})


class ListingTab(ChildTab):
    """Listed by a form, since a listing without its batch and track is none; edited in the table."""

    def __init__(self, desk: Desk, rows: LedgerRows, view: ChildView) -> None:
        super().__init__(desk, rows, view)
        self.form = ListingForm(self)
        self.form.filled.connect(self._on_filled)
        self.form.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.column.insertWidget(1, self.form)
        self.add.setText(self.tr("列入批次"))

    def show_project(self, pid: int | None) -> None:
        """Fill in a project; what was not finished for another one is dropped."""
        if pid != self.pid:
            self.form.hide()
        super().show_project(pid)

    def _on_add(self) -> None:
        if self.pid is None:
            return
        row = self.rows.by_id[self.pid]
        amounts = {
            key: show_value(field_of("listing", key), row[source], self.rows.money_unit)
            for key, source in _AMOUNTS.items()
        }
        reader = self.desk.session.reader
        batches = sorted(
            reader.batches().values(), key=lambda each: (each.year or 0, each.seq_no or 0, each.id)
        )
        self.form.open_form([batch.name for batch in batches], self._track(), amounts, self.rows.money_unit)

    def _track(self) -> str:
        """The track that fits the project's stage."""
        stage = self.rows.derived(self.pid or 0).stage
        return _TRACK_OF.get(stage, "production" if stage in STAGE_ORDER[3:] else "signing")

    def _on_filled(self, texts: dict[str, str]) -> None:
        row = self.rows.by_id[self.pid or 0]
        strategic = {} if row["strategic"] is None else {"strategic": "是" if row["strategic"] else "否"}
        if self.add_row(texts | strategic, edit_it=False):
            self.form.hide()

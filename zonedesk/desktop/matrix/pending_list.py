"""The list of what is pending under its own line, which folds it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop.matrix.keys import PENDING_KEY
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.pending_table import PendingTable
from zonedesk.ops.matrix import Matrix
from zonedesk.ops.matrix_details import Details

_NO_LIMIT = 16_777_215  # Qt's own greatest height


class PendingList(QWidget):
    """`toggle` gives its room to what stands above it, or takes it back."""

    def __init__(self, details: Details) -> None:
        super().__init__()
        self.table = PendingTable(details)
        self.head = named(QPushButton(), "flat")
        self.head.setStyleSheet("font-weight: 600; padding: 0 4px; border: none; text-align: left;")
        self.head.setCheckable(True)
        self.head.setChecked(True)
        self.head.setToolTip(self.tr("显示或收起未办结清单（{key}）").format(key=PENDING_KEY))
        self._count = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        # Two rows at least: less would be a head over nothing.
        self.table.setMinimumHeight(112)
        self.head.toggled.connect(self._fold)
        self._say()

    def toggle(self) -> None:
        """Fold the list, or unfold it."""
        self.head.toggle()

    def show_pending(self, matrix: Matrix) -> None:
        """Show what is pending in a matrix."""
        self.table.show_pending(matrix)
        self._count = len(matrix.pending)
        self._say()

    def _fold(self, shown: bool) -> None:
        if not shown and self.table.hasFocus():
            self.head.setFocus()
        self.table.setVisible(shown)
        self.setMaximumHeight(_NO_LIMIT if shown else self.head.sizeHint().height() + 2)
        self._say()

    def _say(self) -> None:
        sign = "▾ " if self.head.isChecked() else "▸ "
        self.head.setText(sign + self.tr("未办结 {n} 件").format(n=self._count))

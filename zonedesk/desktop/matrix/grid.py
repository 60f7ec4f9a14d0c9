"""The matrix on the screen: moved in and selected as in a spreadsheet; a key sets the state of all that is selected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.grid_keys import by_sequence
from zonedesk.desktop.matrix.head import MatrixHead, head_height
from zonedesk.desktop.matrix.keys import STATE_KEYS, matrix_keys
from zonedesk.desktop.matrix.model import FIXED, MatrixModel, Place
from zonedesk.desktop.matrix.painting import MatrixPainter

_LEAST, _MOST = 26, 64
_NAME, _NAME_WIDE, _RATE = 150, 260, 54
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class MatrixGrid(LedgerGrid):
    """`state_asked(state)` when a state's key is typed; `menu_asked()` to choose from a list; `today_asked()`.

    `opened(project_id)` on a double click on a project's name, `folded(zone)` on the head of a zone.
    """

    state_asked = Signal(str)
    menu_asked = Signal()
    today_asked = Signal()
    opened = Signal(int)
    folded = Signal(str)

    def __init__(self, model: MatrixModel) -> None:
        super().__init__(model.look_at)
        self.matrix_model = model
        self.setAccessibleName(self.tr("手续矩阵"))
        self._painter: MatrixPainter = MatrixPainter(model)
        self._moves = {
            sequence: key for sequence, key in by_sequence().items() if key.action.startswith("moves.")
        }
        self._own = {
            QKeySequence(sequence).toString(): key.action
            for key in matrix_keys()
            for sequence in key.sequences
        }
        self.heads = [self._give_head(view) for view in (self, self.frozen)]
        self._painter.is_edge = self.heads[0].is_edge
        self.setModel(model)
        self.keep_in_sight(FIXED)
        model.modelReset.connect(self.fit)
        self.doubleClicked.connect(self._on_double_click)
        self.frozen.doubleClicked.connect(self._on_double_click)

    def place(self) -> Place | None:
        """The procedure's cell that is current."""
        return self.matrix_model.place(self.currentIndex())

    def places(self) -> list[Place]:
        """The procedures' cells that are selected."""
        # Columns never change places here: their numbers in view are those of the model.
        return self.matrix_model.places(self.moves.blocks())

    def projects(self) -> list[int]:
        """The projects in whose rows anything is selected."""
        rows = (row for top, _, bottom, _ in self.moves.blocks() for row in range(top, bottom + 1))
        found = (self.matrix_model.project_at(row) for row in dict.fromkeys(rows))
        return [pid for pid in found if pid is not None]

    def go_to(self, project_id: int, name: str) -> bool:
        """Make a cell current, if it is in view."""
        row, column = self.matrix_model.row_of(project_id), self.matrix_model.column_of(name)
        if row is None or column is None:
            return False
        self.go(row, column)
        return True

    def fit(self) -> None:
        """Share the room out among the columns: as narrow as a sign and two characters, as wide as there is room."""
        model = self.matrix_model
        count = len(model.columns)
        whole = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        spare = whole - 46 - _RATE - _NAME
        width = min(max(spare // count, _LEAST), _MOST) if count else _LEAST
        name = min(max(_NAME, whole - 47 - _RATE - width * count), _NAME_WIDE)
        for column, wide in ((0, name), (1, _RATE)):
            self.setColumnWidth(column, wide)
        for column in range(FIXED, FIXED + count):
            self.setColumnWidth(column, width)
        height = head_height([column.name for column in model.columns], width)
        for head in self.heads:
            head.setFixedHeight(height)
        self.updateGeometries()
        self._place_frozen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def edit(self, index: QModelIndex, *how: object) -> bool:  # type: ignore[override]
        # Nothing is typed into a sign: its keys and its list write.
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        combination = event.keyCombination()
        held = combination.keyboardModifiers() & ~_KEYPAD
        sequence = QKeySequence(held.value | combination.key().value).toString()
        state = STATE_KEYS.get(event.text()) if held == Qt.KeyboardModifier.NoModifier else None
        if state is not None:
            self.state_asked.emit(state)
        elif (action := self._own.get(sequence)) is not None:
            self._act(action)
        elif sequence in self._moves:
            super().keyPressEvent(event)
        else:
            QTableView.keyPressEvent(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        # A press on a sign is also where the keys go from now on.
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _act(self, action: str) -> None:
        if action == "fill_asked":
            self.fill_asked.emit(True)
        elif action == "menu_asked" and self.matrix_model.is_head(self.currentIndex().row()):
            self._fold(self.currentIndex())
        else:
            getattr(self, action).emit()

    def _on_double_click(self, index: QModelIndex) -> None:
        project_id = self.matrix_model.project_at(index.row())
        if project_id is None:
            self._fold(index)
        elif index.column() < FIXED:
            self.opened.emit(project_id)
        else:
            self.menu_asked.emit()

    def _fold(self, index: QModelIndex) -> None:
        row = self.matrix_model.rows[index.row()]
        if not isinstance(row, int):
            self.folded.emit(row.zone)

    def _give_head(self, view: QTableView) -> MatrixHead:
        head = MatrixHead(self.matrix_model, view)
        view.setHorizontalHeader(head)
        head.sectionClicked.connect(self.sort_asked)
        if view is self.frozen:
            head.sectionResized.connect(self._on_frozen_resized)
        return head

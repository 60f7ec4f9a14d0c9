"""The panel beside the matrix: the fields of the chosen procedure, saved at once; adding one to a project."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.saved_text import SavedText
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.columns import DONE, field_of
from zonedesk.domain.procedures import State
from zonedesk.ops.procedure_list import STATE_CHOICES, Cell

_SHORT = ("dept", "accepted_on", "promised_on", "done_on", "doc_no")
_LONG = ("waiting_reason", "next_step")


class ProcedurePanel(QFrame):
    """`state_chosen(state)`, `field_edited(key, text)` and `add_asked(project_id, name)` for the page to write.

    `answered()` when Enter ends what `ask_done_on` asked for.
    """

    state_chosen = Signal(str)
    field_edited = Signal(str, str)
    add_asked = Signal(int, str)
    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setFixedWidth(300)
        self._cell: Cell | None = None
        self._asked = False
        self._offered: Sequence[tuple[int, str]] | None = None
        self.project, self.procedure = QLabel(), named(QLabel(), "second")
        self.project.setWordWrap(True)
        self.project.setStyleSheet("font-weight: 600;")
        self.state = SteadyCombo()
        self.state.addItems(list(STATE_CHOICES))
        self.state.activated.connect(lambda _: self.state_chosen.emit(self.state.currentText()))
        self.edits: dict[str, QLineEdit | _Lines] = {key: QLineEdit() for key in _SHORT}
        self.edits |= {key: _Lines() for key in _LONG}
        self.labels = {key: QLabel(field_of("procedure", key).label) for key in self.edits}
        for key, editor in self.edits.items():
            editor.editingFinished.connect(lambda key=key: self._finish(key))
            self.labels[key].setBuddy(editor)
            SavedText(
                editor,
                lambda key=key: self._is_saved(key),  # type: ignore[misc]
                lambda key=key: self._restore(key),  # type: ignore[misc]
            )
        done_on = self.edits["done_on"]
        assert isinstance(done_on, QLineEdit)
        done_on.returnPressed.connect(self._on_day_entered)
        self.form = QWidget()
        self.project_box, self.name_box = SteadyCombo(), SteadyCombo()
        self.add_button = QPushButton(self.tr("新增手续"))
        self.add_button.clicked.connect(self._add)
        self._lay_out()
        self.show_cell("", "", None)

    def show_cell(self, project: str, name: str, cell: Cell | None, *, writable: bool = True) -> None:
        """Show a procedure; without a cell its project lacks it, without a name nothing is chosen."""
        self._cell = cell
        self.project.setText(project or self.tr("选中一格，在此查看和修改"))
        self.procedure.setText(name)
        self.procedure.setVisible(bool(name))
        self.form.setVisible(bool(name))
        self.state.setCurrentIndex(self.state.findText(cell.word) if cell else -1)
        self.state.setEnabled(writable)
        for key, editor in self.edits.items():
            self._restore(key)
            editor.setReadOnly(not writable)
            editor.setEnabled(cell is not None)
        done_on = self.edits["done_on"]
        done_on.setPlaceholderText(self.tr("办结于哪一天") if cell and cell.row["status"] == DONE else "")
        not_required = cell is not None and cell.state is State.NOT_REQUIRED
        label = field_of("procedure", "waiting_reason").label
        self.labels["waiting_reason"].setText(self.tr("无需办理的理由") if not_required else label)

    def offer(
        self, projects: Sequence[tuple[int, str]], names: Sequence[str], chosen: int | None, *, writable: bool
    ) -> None:
        """Which projects and procedures can be added."""
        kept = self.project_box.currentData() if chosen is None else chosen
        if self._offered != projects:
            # Thousands of lines: filled anew only when a project came, went or was renamed.
            self._offered = projects
            self.project_box.clear()
            for project_id, project in projects:
                self.project_box.addItem(project, project_id)
        self.choose_project(kept)
        typed = self.name_box.currentText()
        self.name_box.clear()
        self.name_box.addItems(list(names))
        self.name_box.setEditText(typed)
        self.add_button.setEnabled(writable)

    def choose_project(self, project_id: int | None) -> None:
        """Propose a project to add to."""
        self.project_box.setCurrentIndex(self.project_box.findData(project_id))

    def ask_done_on(self) -> None:
        """Put the cursor where the day of completion belongs."""
        self._asked = True
        self.edits["done_on"].setFocus()

    def _on_day_entered(self) -> None:
        if self._asked:
            self._asked = False
            self.answered.emit()

    def _finish(self, key: str) -> None:
        if self._cell is not None and not self._is_saved(key):
            self.field_edited.emit(key, _text(self.edits[key]).strip())

    def _saved(self, key: str) -> str:
        return self._cell.text(key) if self._cell else ""

    def _is_saved(self, key: str) -> bool:
        return _text(self.edits[key]).strip() == self._saved(key)

    def _restore(self, key: str) -> None:
        editor, text = self.edits[key], self._saved(key)
        if _text(editor) != text:
            editor.setPlainText(text) if isinstance(editor, _Lines) else editor.setText(text)

    def _add(self) -> None:
        # What is typed counts, not what was last picked from the list.
        place = self.project_box.findText(self.project_box.currentText(), Qt.MatchFlag.MatchExactly)
        name = self.name_box.currentText().strip()
        if place < 0:
            self.project_box.setFocus()
        elif not name:
            self.name_box.setFocus()
        else:
            if self.project_box.itemText(self.project_box.currentIndex()) != self.project_box.currentText():
                self.project_box.setCurrentIndex(place)
            self.add_asked.emit(self.project_box.currentData(), name)

    def _lay_out(self) -> None:
        form = QFormLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(5)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.addRow(field_of("procedure", "status").label, self.state)
        for key, editor in self.edits.items():
            if isinstance(editor, _Lines):
                form.addRow(self.labels[key])
                form.addRow(editor)
            else:
                form.addRow(self.labels[key], editor)
        for box, name in ((self.project_box, self.tr("项目")), (self.name_box, self.tr("手续名称"))):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            completer = QCompleter(box.model(), box)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            box.setCompleter(completer)
            line = box.lineEdit()
            assert line is not None
            SavedText(line, lambda line=line: not line.isModified())  # type: ignore[misc]
        name_edit = self.name_box.lineEdit()
        assert name_edit is not None
        name_edit.setPlaceholderText(self.tr("选一项，或写新的名称"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(5)
        for widget in (self.project, self.procedure, self.form):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(named(QLabel(self.tr("为项目新增手续")), "second"))
        for widget in (self.project_box, self.name_box, self.add_button):
            column.addWidget(widget)


class _Lines(QPlainTextEdit):
    """A few lines of text that say when they are left; Tab goes on instead of being typed."""

    editingFinished = Signal()  # noqa: N815 - named as QLineEdit names its own

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(52)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.editingFinished.emit()


def _text(editor: QLineEdit | _Lines) -> str:
    return editor.toPlainText() if isinstance(editor, _Lines) else editor.text()

"""批量修改: one field of many projects set to one value, looked at before it is written as one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QStackedWidget,
    QWidget,
)

from zonedesk.desktop.ledger.editors import ChoiceBox, make_editor
from zonedesk.desktop.ledger.preview_dialog import PreviewDialog, Write
from zonedesk.domain.fields import Field
from zonedesk.ops.table.columns import Column
from zonedesk.ops.table.proposals import bulk
from zonedesk.ops.table.rows import LedgerRows

_PAUSE_MS = 120


@dataclass(frozen=True, slots=True)
class Reach:
    """The projects that a bulk edit can be about: those whose rows are selected, and all in view."""

    selected: list[int]
    shown: list[int]


class BulkEdit(PreviewDialog):
    """Asks for field and value and shows every cell that would change. `write` says whether it was written."""

    def __init__(
        self,
        rows: LedgerRows,
        reach: Reach,
        columns: list[Column],
        *,
        choices: Callable[[Field], list[str]],
        write: Write,
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("将要修改的单元格"), self.tr("取消"), _PAUSE_MS, parent)
        self._rows, self._reach, self._write_cells = rows, reach, write
        self._columns = [column for column in columns if column.field is not None]
        self._choices = choices
        self.setWindowTitle(self.tr("批量修改"))
        self.of_selected = QRadioButton(self.tr("选中的 {count} 个项目").format(count=len(reach.selected)))
        self.of_shown = QRadioButton(self.tr("显示的全部 {count} 个项目").format(count=len(reach.shown)))
        self.of_selected.setChecked(True)
        self.field_box = QComboBox()
        self.field_box.setAccessibleName(self.tr("要修改的栏目"))
        self.field_box.setMaxVisibleItems(18)
        self.field_box.addItems([column.title for column in self._columns])
        self.editors = QStackedWidget()
        self.clear = QCheckBox(self.tr("清空此栏"))
        self._lay_out()
        self.field_box.currentIndexChanged.connect(self._on_field)
        self.clear.toggled.connect(self._on_clear)
        self.of_selected.toggled.connect(self.look)
        self._on_field()
        for key in ("Return", "Enter"):
            # Enter presses what has the focus; here that would empty a column, or write.
            QShortcut(QKeySequence(key), self.clear).setContext(Qt.ShortcutContext.WidgetShortcut)
        self.field_box.setFocus()

    def choose(self, key: str) -> None:
        """Begin with this field, if it can be edited."""
        for place, column in enumerate(self._columns):
            if column.key == key:
                self.field_box.setCurrentIndex(place)

    @property
    def editor(self) -> QWidget:
        """Where the new value is typed."""
        return self.editors.currentWidget()

    @property
    def column(self) -> Column:
        """The column that is to change."""
        return self._columns[self.field_box.currentIndex()]

    def text(self) -> str:
        """The new value as typed."""
        return "" if self.clear.isChecked() else self.editor.text()  # type: ignore[attr-defined]

    def look(self) -> None:
        pids = self._reach.selected if self.of_selected.isChecked() else self._reach.shown
        said = self.clear.isChecked() or bool(self.text().strip())
        found = bulk(self._rows, pids, self.column, self.text()) if said else []
        self.preview.proposals.show(found)
        self.say()

    def say(self) -> None:
        cells, found = self.preview.proposals.cells(), self.preview.proposals.lines
        pids = self._reach.selected if self.of_selected.isChecked() else self._reach.shown
        parts = [self.tr("{count} 个项目中，{changed} 个将改变").format(count=len(pids), changed=len(cells))]
        if not found and not self.clear.isChecked() and not self.text().strip():
            parts = [self.tr("请填写新值，或勾选“清空此栏”。")]
        elif found and found[0].unfit:
            parts.append(self.tr("新值不合此栏规定，将按原文保留并标为待核"))
        self.summary.setText(self.tr("；").join(parts))
        self.agree.setText(self.tr("修改 {count} 个项目").format(count=len(cells)))
        self.agree.setEnabled(bool(cells))

    def _on_field(self) -> None:
        field = self.column.field
        assert field is not None
        old = self.editors.currentWidget()
        editor = make_editor(self.editors, field, self._choices(field))
        editor.setAccessibleName(self.tr("新值"))
        self.editors.addWidget(editor)
        self.editors.setCurrentWidget(editor)
        if old is not None:
            self.editors.removeWidget(old)
            old.deleteLater()
        signal = editor.editTextChanged if isinstance(editor, ChoiceBox) else editor.textChanged  # type: ignore[attr-defined]
        signal.connect(lambda *_: self.pause.start())
        editor.setEnabled(not self.clear.isChecked())
        self.clear.setEnabled(self.column.key != "name")
        # The editor is another one for each field.
        self.put_in_order(self.of_selected, self.of_shown, self.field_box, editor, self.clear)
        self.look()

    def _on_clear(self, clear: bool) -> None:
        self.editor.setEnabled(not clear)
        self.look()

    def on_agree(self) -> None:
        self.look() if self.pause.isActive() else None
        self.pause.stop()
        if self._write_cells(self.preview.proposals.cells(), self.tr("批量修改")):
            self.accept()

    def _lay_out(self) -> None:
        reach = QHBoxLayout()
        reach.addWidget(self.of_selected)
        reach.addWidget(self.of_shown)
        reach.addStretch(1)
        asked = self.asked
        asked.addWidget(QLabel(self.tr("范围")), 0, 0)
        asked.addLayout(reach, 0, 1, 1, 2)
        asked.addWidget(QLabel(self.tr("栏目")), 1, 0)
        asked.addWidget(self.field_box, 1, 1)
        asked.addWidget(QLabel(self.tr("改为")), 2, 0)
        asked.addWidget(self.editors, 2, 1)
        asked.addWidget(self.clear, 2, 2)
        self.editors.setMaximumHeight(64)

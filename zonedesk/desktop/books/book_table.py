"""A book: the rows of a list, narrowed by chips and by words, typed into in place; lives inside any page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop.books.arranging import Arranging
from zonedesk.desktop.books.cells import NUMBER, BookCells
from zonedesk.desktop.books.keys import FIND_KEY, SORT_KEY
from zonedesk.desktop.books.project_chooser import ProjectChooser
from zonedesk.desktop.books.spec import BookSpec, Row
from zonedesk.desktop.books.view import BookModel, BookView
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind
from zonedesk.desktop.ledger.editors import choices_for
from zonedesk.desktop.widgets.filter_chips import FilterChips
from zonedesk.desktop.widgets.leave_box import LeaveBox
from zonedesk.desktop.widgets.list_tools import ListTools
from zonedesk.desktop.widgets.project_menu import ProjectMenu
from zonedesk.domain.changes import Changes
from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.fields import Field, Kind
from zonedesk.ops import edit
from zonedesk.ops.cells import Cell, delete_rows, set_cells
from zonedesk.ops.list_rows import ListRows
from zonedesk.ops.lists import kinds

_MOST_FROZEN = 3
_FIND_LEAST, _FIND_MOST, _ALL_ROOM = 96, 190, 1000
_NAMED = frozenset({"zone", "enterprise", "batch", "project"})


class BookTable(QWidget):
    """The book of `spec`. The page calls `reload`, passes changes to `patch`, and places `tools` where it likes.

    `current_changed(row or None)` when another row becomes current, or the current one says something else;
    `told(text)` is the line for the page's status. Keys: Insert adds, Ctrl+- deletes, Del empties a cell (and
    deletes where nothing can be typed), F5 sorts anew, Ctrl+F narrows by words.
    """

    current_changed = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, spec: BookSpec) -> None:
        super().__init__()
        self.desk, self.spec = desk, spec
        self.kind = kinds()[spec.kind]
        self.rows = ListRows(desk.session, self.kind, spec.table, alone=spec.alone)
        self.cells = BookCells(spec, self.kind, self)
        self.cells.writable = desk.session.writable and bool(spec.table)
        self.model = BookModel(self.cells.columns(), self.cells.cell, self._write, self.cells.field)
        self.table = BookView(self.model, self._frozen(), self._choices)
        self.table.empty = spec.empty
        self.list_tools = ListTools(desk, spec.kind, rows=self.shown, columns=self._heads, title=self._title)
        self.table.setAccessibleName(self.kind.label)
        self.chooser = ProjectChooser(desk, self)
        self.chips = FilterChips([(chip.key, chip.label, chip.sign) for chip in spec.chips])
        self.find_box = QLineEdit()
        self._order = Arranging(spec, self.cells)
        self._current: Row | None = None
        self._stale = False
        self._build_tools()
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the rows as of the day and scope looked at; the cursor stays with its row."""
        self._order.let_go()
        self.rows.read(self.desk.as_of, self.desk.scope)
        self._show_all()

    def patch(self, changes: Changes) -> bool:
        """Take a step in: rows stay in their places while one types; only what they say changes. Always True."""
        self._order.hold()
        self.rows.take_in(changes)
        self._show_all()
        return True

    def shown(self) -> list[Row]:
        """The rows in view, in their order."""
        return list(self._order.shown)

    def current_row(self) -> Row | None:
        """The row of the current cell."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def selected_rows(self) -> list[Row]:
        """The rows in which a cell is selected."""
        return list(self.table.selected_rows())

    def go_to(self, row_id: int, key: str = "") -> bool:
        """Make a row current, taking off what hides it; False if the list does not have it."""
        if not any(row["id"] == row_id for row in self.rows.rows):
            return False
        if not any(row["id"] == row_id for row in self._order.shown):
            self.show_everything()
        place = next(n for n, row in enumerate(self._order.shown) if row["id"] == row_id)
        self.table.go(place, key)
        return True

    def show_project(self, project_id: int | None) -> bool:
        """Narrow to the rows of a project, the first of them current; False if the list has none."""
        own = next((row for row in self.rows.rows if row.get("project_id") == project_id), None)
        if own is None or project_id is None:
            return False
        self.chips.clear()
        self.find_box.setText(self.desk.session.reader.names("project")[project_id])
        # A long name reads from its beginning.
        self.find_box.home(False)
        first = next((row for row in self._order.shown if row.get("project_id") == project_id), own)
        return self.go_to(first["id"])

    def choose_chips(self, keys: Iterable[str]) -> None:
        """Press these chips and no others."""
        wanted = set(keys)
        for key, button in self.chips.buttons.items():
            button.setChecked(key in wanted)

    def show_everything(self) -> None:
        """Take off chips and words."""
        self.chips.clear()
        self.find_box.clear()
        self._arrange()

    def add(self) -> None:
        """Add a row: at once, or once its project is chosen."""
        if not self.cells.writable:
            return
        if self.spec.needs_project:
            current = self.current_row()
            proposed = current.get("project_id") if current else None
            self.chooser.ask(proposed, self.table)
        else:
            self.add_row()

    def add_row(self, project_id: int | None = None, values: dict[str, str] | None = None) -> int | None:
        """Add a row (with these texts beside those a row begins with) and begin typing; its id, or None."""
        given = self.spec.new_values(self.desk) if self.spec.new_values else {}
        linked = dict(self.spec.linked()) if self.spec.linked else {}
        changes = self.desk.run(
            edit.add_row,
            table=self.spec.table,
            values={**self.spec.new, **given, **(values or {})},
            project_id=project_id,
            links=linked,
        )
        if not changes:
            return None
        added = next((c.row_id for c in changes.of(self.spec.table) if c.before is None), None)
        if added is not None and self.go_to(added):
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())
        elif added is not None:
            self.desk.told.emit(self.tr("已新增，但不在现在的截至日期和范围内"))
        return added

    def delete(self) -> None:
        """Delete the selected rows in one step; undo brings them back."""
        chosen = self.selected_rows()
        if not (self.cells.writable and chosen):
            return
        place = self.table.currentIndex()
        ids = [row["id"] for row in chosen]
        changes = self.desk.run(delete_rows, table=self.spec.table, row_ids=ids)
        if not changes:
            return
        self.desk.told.emit(self.tr("{what}。按 Ctrl+Z 可恢复").format(what=changes.label))
        if self._order.shown:
            row = min(place.row(), len(self._order.shown) - 1)
            self.table.put(row, place.column())

    def status(self) -> str:
        """How many rows there are, are shown, are selected."""
        total, shown, chosen = len(self.rows.rows), len(self._order.shown), len(self.selected_rows())
        text = self.tr("共 {n} 条").format(n=total)
        if shown != total:
            text += self.tr("，显示 {n} 条").format(n=shown)
        if chosen > 1:
            text += self.tr("，选中 {n} 条").format(n=chosen)
        if not self._order.is_in_order():
            text += "　" + self.tr("有行已不符合当前筛选或排序（F5 重新整理）")
        return text

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = self._order.holds and not event.spontaneous()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._arrange()

    def _show_all(self) -> None:
        self._stale = False
        rows = self.rows.rows
        self._order.take(rows)
        self.chips.show_counts(
            Counter(chip.key for chip in self.spec.chips for row in rows if chip.test(row))
        )
        self._show()

    def _show(self) -> None:
        shown = self._order.arrange()
        self.cells.number(shown)
        self.table.show_rows(shown, key=lambda row: row["id"])
        self._on_current()

    def _arrange(self) -> None:
        self._order.let_go()
        self._show_all()

    def _on_narrowed(self) -> None:
        self._order.pressed, self._order.words = self.chips.chosen(), self.find_box.text()
        self._order.let_go()
        self._show()

    def _on_head(self, section: int) -> None:
        """A click on a head sorts by it, a second one backwards, a third one as the book does."""
        key = self.model.columns[section].key
        self._order.click("" if key == NUMBER else key)
        self._order.let_go()
        self._show()

    def _on_current(self) -> None:
        row = self.current_row()
        if row != self._current:
            self._current = row
            self.current_changed.emit(row)
        self.delete_button.setEnabled(self.cells.writable and row is not None)
        self.told.emit(self.status())

    def _write(self, row: Row, key: str, text: str) -> bool:
        if self.spec.write is not None:
            stands = self.spec.write(self.desk, row, key, text)
            if stands is not None and stands != row["id"]:
                self.go_to(stands)
            return stands is not None
        of = self.cells.field(key)
        assert of is not None
        changes = self.desk.type_in(
            edit.set_field, of, text, table=self.spec.table, row_id=row["id"], key=of.key
        )
        if changes is not None and of.is_stray(text or None):
            self.desk.told.emit(self.cells.stray_told(of, text))
        return changes is not None

    def _write_many(self, cells: list[tuple[Row, str, str]]) -> None:
        """Several cells, as one step where the page does not write them by itself."""
        if self.spec.write is not None or len(cells) == 1:
            for row, key, text in cells:
                self._write(row, key, text)
            return
        named = [(row["id"], self.cells.field(key), text) for row, key, text in cells]
        wanted = [Cell(row_id, of.key, text) for row_id, of, text in named if of is not None]
        self.desk.run(set_cells, table=self.spec.table, cells=wanted)

    def _choose_project(self, row: Row, key: str, typed: str) -> None:
        """Have a project chosen for a cell, as initials find it."""
        current = row.get(f"{key.removesuffix('_id')}_id")
        self.chooser.ask(current, self.table, lambda _, name: self._write(row, key, name), typed)

    def _choices(self, of: Field) -> list[str]:
        reader = self.desk.session.reader
        if of.kind is Kind.REF and of.ref not in _NAMED:
            return [row["name"] for row in reader.rows(of.ref, columns=("id", "name")) if row["name"]]
        if of.choice_names:
            return list(of.choice_names)
        return choices_for(reader, of)

    def _heads(self) -> dict[str, str]:
        """The columns that the list's rows fill, as they go out."""
        known = self.rows.rows[0].keys() if self.rows.rows else self.kind.columns.keys()
        return {key: head for key, head in self.cells.heads().items() if key in known}

    def _title(self) -> str:
        pressed = self.chips.chosen()
        chosen = "、".join(chip.label for chip in self.spec.chips if chip.key in pressed)
        return f"{self.kind.label}（{chosen}）" if chosen else self.kind.label

    def _frozen(self) -> int:
        """How many columns stay: the number and those before the first that can be typed into."""
        columns = self.spec.columns
        fixed = next((n for n, c in enumerate(columns) if c.editable and self.cells.field(c.key)), 0)
        return min(fixed + 1, _MOST_FROZEN)

    def _build_tools(self) -> None:
        what = TABLE_LABELS.get(self.spec.table, "")
        self.add_button = QPushButton(icon("plus"), self.tr("新增"))
        self.delete_button = QPushButton(icon("trash"), self.tr("删除"))
        self.add_button.setAccessibleName(self.tr("新增{what}").format(what=what))
        self.add_button.setToolTip(self.tr("新增{what}（Insert）").format(what=what))
        self.delete_button.setAccessibleName(self.tr("删除{what}").format(what=what))
        self.delete_button.setToolTip(self.tr("删除选中的行，可撤销（Ctrl+-）"))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        for button in (self.add_button, self.delete_button):
            button.setEnabled(self.cells.writable)
            if not self.spec.table:
                # Told to be seen before it has a parent, a button would be a window of its own.
                button.hide()
            self.tools.addWidget(button)
        self.export_button, self.print_button = self.list_tools.export_button, self.list_tools.print_button
        self.tools.addWidget(self.list_tools)
        self.list_tools.bind_keys(self)

    def _lay_out(self) -> None:
        self.find_box.setPlaceholderText(self.tr("查找（可用拼音首字母）"))
        self.find_box.setAccessibleName(self.tr("在清单中查找"))
        self.find_box.setClearButtonEnabled(True)
        # It gives way before many chips with long counts would widen the window.
        self.find_box.setMinimumWidth(_FIND_LEAST)
        self.find_box.setMaximumWidth(_FIND_MOST)
        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        self.line.addWidget(self.chips)
        self.line.addStretch(1)
        self.line.addWidget(self.find_box, _ALL_ROOM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.line)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.chips.changed.connect(self._on_narrowed)
        self.find_box.textChanged.connect(self._on_narrowed)
        LeaveBox(self.find_box, self.table.setFocus)
        self.table.opened.connect(self.desk.show_rows)
        self.table.add_asked.connect(self.add)
        self.table.delete_asked.connect(self.delete)
        self.chooser.chosen.connect(self.add_row)
        self.table.many_typed.connect(self._write_many)
        self.table.project_asked.connect(self._choose_project)
        self.table.typing_refused.connect(self._tell_refused)
        self.table.selection_changed.connect(self._on_current)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        for head in (self.table.horizontalHeader(), self.table.front.horizontalHeader()):
            head.setSectionsClickable(True)
            head.sectionClicked.connect(self._on_head)
        self.add_button.clicked.connect(self.add)
        self.delete_button.clicked.connect(self.delete)
        menu = ProjectMenu(self.table, self._current_project, self.table.front)
        menu.asked.connect(self.desk.page_requested)
        bind(self, SORT_KEY, self._arrange)
        bind(self, FIND_KEY, self.find_box.setFocus)

    def _current_project(self) -> int | None:
        row = self.current_row()
        return row.get("project_id") if row else None

    def _tell_refused(self, head: str) -> None:
        if self.cells.writable:
            text = self.tr("“{head}”在此不能修改，按 Tab 到下一个可修改的栏").format(head=head)
        else:
            text = self.tr("台账以只读方式打开，不能修改")
        self.desk.told.emit(text)

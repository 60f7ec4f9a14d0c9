"""What of the ledger is looked at: the view, its filters, order, groups and columns, and how they are kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.column_layout import ColumnLayout
from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.domain.changes import Changes
from zonedesk.domain.conditions import ConditionError, parse
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.scope import View as Seen
from zonedesk.domain.view_definition import ALL, ColumnFilter, Layout, ViewDefinition
from zonedesk.ops import views as view_ops
from zonedesk.ops.table.columns import PLANNED
from zonedesk.ops.table.filtering import RowFilter, RowList
from zonedesk.ops.table.grouping import GROUPINGS
from zonedesk.ops.table.rows import LedgerRows, Patched
from zonedesk.ops.view_rules import Material, rules, still_chosen

ROWS_CHIP = "rows"


class Looking(QObject):
    """`changed()`: other rows are shown, or in another order; `viewed()`: the view or its state is another."""

    changed = Signal()
    viewed = Signal()

    def __init__(self, desk: Desk, rows: LedgerRows, model: LedgerModel, grid: LedgerGrid) -> None:
        super().__init__(grid)
        self.desk, self.rows, self.model, self.grid = desk, rows, model, grid
        self.columns = ColumnLayout(model, grid)
        self.filter = RowFilter()
        self.view = view_ops.view_named(desk.session.reader, ALL)
        self._rule = ALL
        self._chosen: frozenset[int] | None = None
        self._scope: tuple[Scope, str] | None = None
        self._in_scope: frozenset[int] | None = None
        self.columns.arranged.connect(self._keep_layout)

    # The view

    def definition(self) -> ViewDefinition:
        """What is looked at now, as a view would keep it."""
        arrangement = self.model.arrangement
        return ViewDefinition(
            self._rule,
            self.filter.words,
            dict(self.filter.columns),
            arrangement.sort,
            arrangement.by,
            self.columns.current(),
        )

    @property
    def altered(self) -> bool:
        """Whether rows are narrowed, ordered or grouped otherwise than the view says."""
        return self.filter.rows is not None or not self.definition().same_rows(self.view.definition)

    def open_view(self, name: str) -> None:
        """Look through another view."""
        self.keep_widths()
        try:
            self.view = view_ops.view_named(self.desk.session.reader, name)
        except RefusedError as error:
            self.desk.tell_failure(error)
            return
        self._look(self.view.definition)

    def look_again(self, name: str, said: ViewDefinition) -> None:
        """Take up what was looked at through that view when the ledger was open before; its columns are as it keeps them."""
        known = {view.name: view for view in view_ops.views(self.desk.session.reader)}
        self.view = known.get(name, self.view)
        self._look(replace(said, layout=self.view.definition.layout))

    def _look(self, said: ViewDefinition) -> None:
        self._rule = said.rule if said.rule in rules() else ALL
        self._chosen = self._choose()
        self.filter = RowFilter(words=said.words, columns=self._understood(said.filters))
        arrangement = self.model.arrangement
        arrangement.sort = said.sort if said.sort and said.sort[0] in self.model.by_key else None
        arrangement.by = said.group if said.group in GROUPINGS else ""
        arrangement.folded.clear()
        self.columns.apply(said.layout)
        self.refilter()
        self._show_sorted()

    def save(self, name: str) -> bool:
        """Keep what is looked at under a name; False if it was refused."""
        definition = self.definition()
        who = self.desk.session.who
        if self.desk.run(view_ops.save_view, name=name, definition=definition, owner=who) is None:
            return False
        self.view = view_ops.view_named(self.desk.session.reader, name.strip())
        self.viewed.emit()
        return True

    def rename(self, new: str) -> None:
        """Give the view another name."""
        if self.desk.run(view_ops.rename_view, name=self.view.name, new=new):
            self.view = view_ops.view_named(self.desk.session.reader, new.strip())
            self.viewed.emit()

    def delete(self) -> None:
        """Delete the view that is open; undo brings it back."""
        if self.desk.run(view_ops.delete_view, name=self.view.name):
            self.open_view(ALL)

    def keep_widths(self) -> None:
        """Keep columns that were dragged wider or narrower, as one step, when the view is left."""
        if self.desk.session.writable and self.columns.current() != self._kept_layout():
            self._keep_layout(self.tr("列宽"))

    def take_views(self, changes: Changes) -> None:
        """A view was written or its writing undone: show it as it is now kept."""
        if not changes.touches("saved_view"):
            return
        before = self._kept_layout()
        try:
            self.view = view_ops.view_named(self.desk.session.reader, self.view.name)
        except RefusedError:
            self.view = view_ops.view_named(self.desk.session.reader, ALL)
        after = self._kept_layout()
        if after != before and after != self.columns.current():
            self.columns.apply(after)
        self.viewed.emit()

    def _kept_layout(self) -> Layout:
        keys = self.columns.usual().columns
        return self.view.definition.layout.known(keys)

    def _keep_layout(self, what: str) -> None:
        if self.desk.session.writable:
            layout = self.columns.current()
            self.desk.run(view_ops.save_layout, name=self.view.name, layout=layout, what=what)

    def _understood(self, filters: dict[str, ColumnFilter]) -> dict[str, ColumnFilter]:
        """The filters that this program understands."""
        known = {}
        for key, each in filters.items():
            column = self.model.by_key.get(key)
            if column is None:
                continue
            try:
                parse(each.text, column.kind, each.unit, planned=key in PLANNED)
            except ConditionError as error:
                self.desk.tell_failure(error)
                continue
            known[key] = each
        return known

    # Rows

    def show_rows(self, title: str, ids: list[int]) -> None:
        """Show only these projects, in this order, under a chip of that name."""
        self._start_over(RowFilter(rows=RowList(title, tuple(ids))))

    def show_all(self) -> None:
        """Take every filter off but the scope."""
        self._start_over(RowFilter())

    def found_elsewhere(self) -> int:
        """How many projects of the scope the searched words find where nothing is shown because of other filters."""
        if self.model.rowCount() or not self.filter.words:
            return 0
        return len(
            RowFilter(words=self.filter.words, within=self._in_scope).ids(self.rows, self.model.by_key)
        )

    def search_everywhere(self) -> None:
        """Take every filter off but the searched words and the scope."""
        self._start_over(RowFilter(words=self.filter.words))

    def set_filter(self, new: RowFilter) -> None:
        """Show the rows that pass another filter."""
        if new != self.filter:
            self.filter = new
            self.refilter()

    def put_filter(self, key: str, wanted: ColumnFilter) -> None:
        """Have a column let pass something else."""
        self.set_filter(self.filter.put(key, wanted))

    def close_chip(self, key: str) -> None:
        """Take one filter off."""
        if key == ROWS_CHIP:
            self.set_filter(replace(self.filter, rows=None))
        else:
            self.put_filter(key, ColumnFilter())

    def scope_changed(self) -> bool:
        """Take the day and scope of the desk over; whether other rows are shown by them."""
        wanted = (self.desk.scope, self.desk.as_of)
        if wanted == self._scope:
            return False
        self._scope = wanted
        self._in_scope = self._within(self.desk.scope)
        self._chosen = self._choose()
        return True

    def refresh(self) -> None:
        """Ask anew which rows belong here, and in which order: what F5 does."""
        self._scope = None
        self.scope_changed()
        self.refilter()

    def refilter(self) -> None:
        """Show the rows that pass; the current one stays if it is among them, and what is being typed into it."""
        typed = self.grid.being_typed()
        pid = self.model.project_at(self.grid.currentIndex().row())
        column = max(self.grid.currentIndex().column(), 0)
        sets = [each for each in (self._in_scope, self._chosen) if each is not None]
        self.filter = replace(self.filter, within=frozenset.intersection(*sets) if sets else None)
        self.model.show(self.filter.ids(self.rows, self.model.by_key))
        row = self.model.row_of(pid) if pid is not None else None
        self.grid.go(row or 0, column)
        if typed is not None and row is not None:
            self.grid.write_anew(typed)
        self.changed.emit()

    def counts(self, key: str) -> dict[str, int]:
        """The values of a column with how often each stands in the rows that pass the other filters."""
        return self.filter.counts(self.rows, self.model.by_key, key)

    def take(self, patched: Patched) -> None:
        """Mark the rows that a change made strangers here; they stay until `refresh`."""
        touched = {*patched.updated, *patched.inserted}
        stray = {pid for pid in self.model.stray - touched if pid in self.rows.by_id}
        stray |= {pid for pid in touched if self.model.row_of(pid) is not None and self._is_stray(pid)}
        self.model.mark_stray(stray)

    def chips(self) -> dict[str, str]:
        """A text for each filter that is on, by key."""
        chips = {}
        if self.filter.rows is not None:
            count = sum(pid in self.rows.by_id for pid in self.filter.rows.ids)
            chips[ROWS_CHIP] = self.tr("{title} {count} 个").format(title=self.filter.rows.title, count=count)
        for key, each in self.filter.columns.items():
            column = self.model.by_key[key]
            said = (
                ["、".join(value or self.tr("（空）") for value in sorted(each.values))]
                if each.values
                else []
            )
            if each.text:
                said.append(f"{each.text} {column.unit(each.unit)}".strip())
            chips[key] = f"{column.title}：{'；'.join(said)}"
        return chips

    # Order and groups

    def sort_next(self, number: int) -> None:
        """A first click sorts upwards, a second downwards, a third gives the ledger's own order back."""
        key, now = self.model.columns[number].key, self.model.arrangement.sort
        if now is None or now[0] != key:
            self.sort((key, False))
        else:
            self.sort(None if now[1] else (key, True))

    def sort(self, by: tuple[str, bool] | None) -> None:
        """Sort by a column's key, downwards if so said."""
        self.model.sort_by(by)
        self._show_sorted()
        self.changed.emit()

    def group(self, key: str) -> None:
        """Group by a column, "" for none."""
        if key != self.model.arrangement.by:
            self.model.group_by(key)
            self.changed.emit()

    def _show_sorted(self) -> None:
        number, order = self.model.sorted_by or (-1, Qt.SortOrder.AscendingOrder)
        self.grid.show_sorted(number, order)

    def _start_over(self, new: RowFilter) -> None:
        if self.view.definition.rule != ALL or not self.view.builtin:
            self.keep_widths()
            self.view = view_ops.view_named(self.desk.session.reader, ALL)
            self.columns.apply(self.view.definition.layout)
        self._rule, self._chosen = ALL, None
        self.filter = new
        self.refilter()

    def _is_stray(self, pid: int) -> bool:
        listed = self.filter.rows
        if listed is not None and pid not in listed.ids:
            return True
        if self._rule != ALL and not still_chosen(self._rule, self.desk.session, self.rows.as_of, pid):
            return True
        fits = self.filter.passes(self.rows, self.model.by_key, pid)
        return not fits or self.model.arrangement.out_of_place(pid)

    def _choose(self) -> frozenset[int] | None:
        if self._rule == ALL:
            return None
        return rules()[self._rule].ids(Material.of(self.desk.session, self.desk.as_of))

    def _within(self, scope: Scope) -> frozenset[int] | None:
        if scope == Scope():
            return None
        seen = Seen(self.desk.session.facts(self.desk.as_of), scope)
        return frozenset(seen.listed if seen.has_batch_limit else seen.projects)


def below_head(grid: LedgerGrid, number: int) -> QPoint:
    """The point of the screen below a column's head."""
    view = grid.frozen if number in grid.staying() else grid
    head = view.horizontalHeader()
    return head.viewport().mapToGlobal(QPoint(max(head.sectionViewportPosition(number), 0), head.height()))

"""The line above the grid and the menus of its heads: what they ask goes to `Looking`, what it says they show."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.jobs import Outcome
from zonedesk.desktop.ledger.column_dialog import ColumnDialog
from zonedesk.desktop.ledger.column_menu import ColumnMenu
from zonedesk.desktop.ledger.facets import FilterBar
from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.groups import GroupButton, GroupFolding
from zonedesk.desktop.ledger.looking import ROWS_CHIP, Looking, below_head
from zonedesk.desktop.ledger.view_menu import ViewButton
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.progress import Progress
from zonedesk.domain.view_definition import ColumnFilter
from zonedesk.exchange.view_export import export_view
from zonedesk.ops.views import views

FACETS = ("stage", "stuck", "due", "zone_id", "industry_field")


class LookingTools(QObject):
    """`bar` stands above the grid; heads open a menu by a right click."""

    def __init__(self, desk: Desk, looking: Looking, grid: LedgerGrid, page: QWidget) -> None:
        super().__init__(page)
        self.desk, self.looking, self.grid, self._page = desk, looking, grid, page
        self.dialog: ColumnDialog | None = None
        self.menu: ColumnMenu | None = None
        by_key = looking.model.by_key
        self.view_button = ViewButton(lambda: views(desk.session.reader))
        self.group_button = GroupButton()
        self.folding = GroupFolding(looking.model, grid)
        self.bar = FilterBar(
            {key: by_key[key].title for key in FACETS},
            {key: column.title for key, column in by_key.items() if key not in FACETS},
            self.view_button,
            self.group_button,
        )
        self._connect_bar()
        self._connect_menus()
        for view in (grid, grid.frozen):
            head = view.horizontalHeader()
            head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            head.customContextMenuRequested.connect(
                lambda at, head=head: self.open_menu(head.logicalIndexAt(at), head.mapToGlobal(at))
            )
        self.show()

    def show(self) -> None:
        """Say what is looked at."""
        looking = self.looking
        self.view_button.say(looking.view, changed=looking.altered, writable=self.desk.session.writable)
        self.group_button.say(looking.model.arrangement.by)
        self.bar.show_words(looking.filter.words)
        self.bar.show_chips(looking.chips())

    # Opening

    def open_views(self) -> None:
        """Open the list of views."""
        _drop(self.view_button, self.view_button.menu_)

    def open_groups(self) -> None:
        """Open the list of groupings."""
        _drop(self.group_button, self.group_button.menu_)

    def open_filter(self, key: str, at: QPoint) -> None:
        """Open the filter of a column."""
        looking = self.looking
        self.bar.popup.open_for(
            looking.model.by_key[key],
            looking.rows.money_unit,
            looking.filter.columns.get(key, ColumnFilter()),
            looking.counts(key),
            at,
        )

    def open_current_filter(self) -> None:
        """Open the filter of the current cell's column."""
        number = self.grid.currentIndex().column()
        if number >= 0:
            self.open_filter(self.looking.model.columns[number].key, below_head(self.grid, number))

    def open_current_menu(self) -> None:
        """Open the menu of the current cell's column."""
        number = self.grid.currentIndex().column()
        self.open_menu(number, below_head(self.grid, number))

    def open_menu(self, number: int, at: QPoint) -> None:
        """Open the menu of a column's head."""
        if number < 0:
            return
        looking, columns = self.looking, self.looking.columns
        column = looking.model.columns[number]
        sort = looking.model.arrangement.sort
        self.menu = menu = ColumnMenu(self._page, column, at=below_head(self.grid, number))
        menu.add_rest(
            sorted_=sort is not None and sort[0] == column.key,
            filtered=column.key in looking.filter.columns,
            frozen=columns.frozen,
            number=columns.shown().index(column.key),
        )
        menu.sort_asked.connect(lambda key, down: looking.sort((key, down)))
        menu.unsort_asked.connect(lambda: looking.sort(None))
        menu.filter_asked.connect(self.open_filter)
        menu.unfilter_asked.connect(looking.close_chip)
        menu.group_asked.connect(looking.group)
        menu.hide_asked.connect(columns.hide)
        menu.freeze_asked.connect(self._freeze)
        menu.unfreeze_asked.connect(columns.unfreeze)
        menu.columns_asked.connect(self.open_columns)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def open_columns(self) -> None:
        """Open the dialog of the view's columns."""
        columns = self.looking.columns
        usual = {key: columns.usual_width(key) for key in columns.usual().columns}
        self.dialog = ColumnDialog(self._page, columns.current(), usual, self.looking.view.name)
        self.dialog.taken.connect(columns.take)
        self.dialog.finished.connect(lambda _: self.grid.setFocus(Qt.FocusReason.OtherFocusReason))
        self.dialog.open()

    # Doing

    def _connect_bar(self) -> None:
        bar, looking = self.bar, self.looking
        bar.searched.connect(lambda text: looking.set_filter(replace(looking.filter, words=text)))
        bar.filter_asked.connect(self.open_filter)
        bar.edit_asked.connect(self._on_chip)
        bar.closed.connect(looking.close_chip)
        bar.cleared.connect(
            lambda: looking.set_filter(replace(looking.filter, words="", columns={}, rows=None))
        )
        bar.left.connect(self._on_left)
        bar.popup.changed.connect(looking.put_filter)
        bar.popup.left.connect(self._back_to_grid)
        looking.changed.connect(self.show)
        looking.viewed.connect(self.show)
        self.grid.sort_asked.connect(looking.sort_next)

    def _on_left(self) -> None:
        if self.looking.found_elsewhere():
            self.looking.search_everywhere()
        self.grid.setFocus()

    def _connect_menus(self) -> None:
        button, looking = self.view_button, self.looking
        button.chosen.connect(looking.open_view)
        button.save_asked.connect(lambda: looking.save(looking.view.name))
        button.save_as_asked.connect(self._save_as)
        button.rename_asked.connect(self._rename)
        button.delete_asked.connect(looking.delete)
        button.export_asked.connect(self._export)
        self.group_button.chosen.connect(looking.group)
        groups = self.group_button
        groups.fold_asked.connect(self.folding.fold_all)
        # Connected last: when that is done, keys go to the table again.
        asked = (button.chosen, button.save_asked, button.save_as_asked, button.rename_asked)
        for done in (*asked, button.delete_asked, groups.chosen, groups.fold_asked):
            done.connect(lambda *_: self._back_to_grid())

    def _back_to_grid(self) -> None:
        # A window that is closing, or a page that was left meanwhile, takes no focus.
        if self.grid.isVisible():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chip(self, key: str, at: QPoint) -> None:
        if key == ROWS_CHIP:
            self.looking.close_chip(key)
        else:
            self.open_filter(key, at)

    def _freeze(self, key: str) -> None:
        if not self.looking.columns.freeze_up_to(key):
            self.desk.told.emit(self.tr("冻结到这一栏后表格没有余地，未冻结。请先隐藏或收窄左边的栏目"))

    def _save_as(self) -> None:
        name = self.desk.prompts.text(self._page, self.tr("另存为视图"), self.tr("视图名称"))
        if name is not None:
            self.looking.save(name)

    def _rename(self) -> None:
        name = self.desk.prompts.text(self._page, self.tr("重命名视图"), self.tr("新名称"))
        if name is not None:
            self.looking.rename(name)

    def _export(self) -> None:
        name, as_of = self.looking.view.name, self.desk.as_of
        ask = self.desk.prompts.save_file
        kinds = self.tr("Excel 工作簿 (*.xlsx)")
        proposal = self.tr("{label}{day}.xlsx").format(label=name, day=as_of)
        target = ask(self._page, self.tr("导出视图"), kinds, proposal)
        if target is None:
            return
        if target.suffix.lower() != ".xlsx":
            target = target.with_name(target.name + ".xlsx")
        look = self.desk.session.second_look
        # What is looked at, not what was last saved of it: columns narrowed and filters added go with it.
        definition = self.looking.definition()

        def work(progress: Progress) -> int:
            with look() as session:
                return export_view(session, target, name, definition, as_of=as_of, progress=progress)

        def finish(outcome: Outcome) -> None:
            if outcome.error:
                self.desk.tell_failure(outcome.error)
            elif not outcome.cancelled:
                text = self.tr("已导出视图“{view}”：{rows} 行、{columns} 栏，存为“{file}”（在 {folder}）")
                said = {"rows": f"{outcome.value:,}", "columns": len(definition.layout.columns)}
                self.desk.told.emit(text.format(view=name, file=target.name, folder=target.parent, **said))

        if not self.desk.jobs.start(self.tr("正在导出…"), work, finish):
            self.desk.tell_failure(RefusedError("job.busy"))


def _drop(button: QWidget, menu: QMenu) -> None:
    """Open a button's menu below it, its first line ready for the keyboard, without waiting for the answer."""
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))

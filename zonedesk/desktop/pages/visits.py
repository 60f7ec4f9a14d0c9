"""走访代办: visits and what came of them, agency cases, promises: books that are typed into in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QTabBar

from zonedesk.desktop import tokens
from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Chip, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import Key, bind, source
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.place import Place
from zonedesk.desktop.widgets.looked_at import scope_text
from zonedesk.desktop.widgets.simple_table import Cell
from zonedesk.desktop.widgets.tab_keys import bind_tab_keys
from zonedesk.domain.changes import Changes
from zonedesk.ops.visits import raise_problem

_AT_ONCE = 3_000  # projects
_TABLES = frozenset({"visit", "agency_case", "commitment", "problem", "project", "zone", "listing", "batch"})


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    return [Key(translate("pages", "走访代办"), translate("Keys", "诉求转问题"), ("Ctrl+Shift+P",))]


@page("visits", to_translate("pages", "走访代办"), "users", 48)
class VisitsPage(Page):
    """Five books, one in view at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.books = {name: BookTable(desk, spec) for name, spec in _specs().items()}
        self.tabs, self.stack, self.tool_stack = QTabBar(), QStackedWidget(), QStackedWidget()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.raise_button = QPushButton(icon("alert-triangle"), self.tr("诉求转问题"))
        self.raise_button.setToolTip(self.tr("把这次走访的企业诉求列入问题清单（Ctrl+Shift+P）"))
        self._waiting: list[tuple[BookTable, Callable[[BookTable], object]]] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._bring_up_next)
        desk.closing.connect(self._later.stop)
        self._lay_out()
        self._connect()
        self._choose(0)

    @property
    def book(self) -> BookTable:
        """The book in view."""
        return list(self.books.values())[max(self.tabs.currentIndex(), 0)]

    def show_book(self, name: str) -> None:
        """Bring a book into view by the name of its list."""
        self.tabs.setCurrentIndex(list(self.books).index(name))

    def land(self, place: Place) -> bool:
        """Make a row current; of a project, those of the first book that has some."""
        self._catch_up(*self.books.values())
        wanted = [book for book in self.books.values() if book.spec.table == place.table]
        for book in wanted or [book for book in self.books.values() if book.spec.table]:
            found = book.show_project(place.project_id) if place.row_id is None else book.go_to(place.row_id)
            if found:
                self.show_book(book.spec.kind)
                book.setFocus()
                return True
        if wanted:
            self.show_book(wanted[0].spec.kind)
        return False

    def concerns(self, changes: Changes) -> bool:
        return changes.touches(*_TABLES)

    def patch(self, changes: Changes) -> bool:
        self._bring_up(lambda book: book.patch(changes))
        return True

    def reload(self) -> None:
        self.subtitle.setText(scope_text(self.desk))
        self._later.stop()
        self._waiting.clear()
        self._bring_up(BookTable.reload)

    def settling(self) -> bool:
        return self._later.isActive()

    def _bring_up(self, work: Callable[[BookTable], object]) -> None:
        """Have every book follow; in a large ledger the one in view first, each other once the last is painted."""
        self._waiting += [(book, work) for book in self.books.values()]
        if self.desk.session.reader.count("project") <= _AT_ONCE:
            self._catch_up(*self.books.values())
            return
        self._catch_up(self.book)
        self._later.start()

    def _catch_up(self, *books: BookTable) -> None:
        """Do for these books what they still wait for."""
        due = [each for each in self._waiting if each[0] in books]
        self._waiting = [each for each in self._waiting if each[0] not in books]
        for book, work in due:
            work(book)
        self._tell()

    def _bring_up_next(self) -> None:
        if self._waiting:
            self._catch_up(self._waiting[0][0])
        if self._waiting:
            self._later.start()
        else:
            self.settled.emit()

    def _tell(self) -> None:
        waiting = [book for book, _ in self._waiting]
        for n, book in enumerate(self.books.values()):
            # The last row of the statistics is their whole, not a matter.
            count = len(book.rows.rows) - (book.spec.kind == "agency_matters" and bool(book.rows.rows))
            number = "…" if book in waiting else count
            self.tabs.setTabText(n, f"{book.kind.label}  {number}")
        self.set_status(self.book.status())
        if self.books["agency_matters"] in waiting:
            return
        totals = self.books["agency_matters"].rows.rows
        whole = totals[-1] if totals else None
        if whole is None:
            self.sentence.setText(self.tr("尚无领办代办记录。可在“数据交换”页导入领办代办台账。"))
        else:
            text = self.tr(
                "领办代办 {items} 项，共涉及 {cases} 件、{projects} 个项目；已办结 {done_items} 项 {done_cases} 件。"
                "评价 {rated} 项，满意 {satisfied} 项。"
            )
            told = text.format(**whole)
            if whole["uncounted"]:
                told += self.tr("{uncounted} 项未填件数。").format(**whole)
            self.sentence.setText(told)

    def _choose(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        book = self.book
        if self._waiting:
            self._catch_up(book)
        for each in self.books.values():
            visible = each is book and bool(each.spec.table)
            each.add_button.setVisible(visible)
            each.delete_button.setVisible(visible)
            each.list_tools.setVisible(each is book)
        self.raise_button.setVisible(book.spec.kind == "visits")
        self.setFocusProxy(book)
        self._on_current()
        self.set_status(book.status())

    def _on_current(self) -> None:
        row = self.books["visits"].current_row()
        fit = row is not None and bool(row["appeal"]) and not row["raised"] and row["project_id"] is not None
        self.raise_button.setEnabled(self.desk.session.writable and fit)

    def _raise(self) -> None:
        row = self.books["visits"].current_row()
        if row is not None and self.desk.run(raise_problem, visit_id=row["id"]):
            self.desk.told.emit(self.tr("企业诉求已列入问题清单，请到“问题与责任”页办理"))

    def _connect(self) -> None:
        bind_tab_keys(self, self.tabs)
        self.tabs.currentChanged.connect(self._choose)
        for book in self.books.values():
            book.told.connect(lambda text, book=book: self.set_status(text) if book is self.book else None)
        self.books["visits"].current_changed.connect(lambda _: self._on_current())
        self.raise_button.clicked.connect(self._raise)
        bind(self, "Ctrl+Shift+P", self._raise)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.tabs)
        line.addStretch(1)
        for name, book in self.books.items():
            self.tabs.addTab(book.kind.label)
            self.stack.addWidget(book)
            line.addLayout(book.tools)
            book.table.setAccessibleName(f"{book.kind.label}（{name}）")
        line.addWidget(self.raise_button)
        self.body.addWidget(self.sentence)
        self.body.addLayout(line)
        self.body.addWidget(self.stack, 1)


def _raised(row: Row, key: str) -> Cell | None:
    """Only a yes is worth reading."""
    return Cell("") if key == "raised" and not row["raised"] else None


def _late(row: Row) -> str:
    return tokens.RED if row["overdue_days"] else ""


def _case_warning(row: Row, key: str) -> str:
    return "；".join(row["warnings"]) if key == "done_on" and row["warnings"] else ""


def _promise_warning(row: Row, key: str) -> str:
    return "；".join(row["warnings"]) if key == "fulfilled_on" and row["warnings"] else ""


def _specs() -> dict[str, BookSpec]:
    translate = QCoreApplication.translate
    project = BookColumn("project", tokens.NAME_WIDTH, editable=False, link="project_id")
    specs = (
        BookSpec(
            "visits",
            (
                BookColumn("visited_on", 92),
                BookColumn("kind", 78),
                BookColumn("project", 224, link="project_id"),
                BookColumn("company", 130),
                BookColumn("persons", 100),
                BookColumn("appeal", 200, stretch=True),
                BookColumn("result", 170),
                BookColumn(
                    "raised", 62, editable=False, centre=True, label=translate("VisitsPage", "已转\n问题")
                ),
                BookColumn("satisfaction", 58, label=translate("VisitsPage", "满意度\n1–5")),
            ),
            "visit",
            (
                Chip("open", translate("VisitsPage", "诉求未落实"), lambda row: row["open"]),
                Chip("raised", translate("VisitsPage", "已转问题"), lambda row: row["raised"]),
            ),
            new_values=lambda desk: {"visited_on": desk.as_of},
            empty=translate("VisitsPage", "还没有走访记录。按 Insert 新增一次走访。"),
            needs_project=True,
            cell=_raised,
            alone=False,
        ),
        BookSpec(
            "visit_loops",
            (
                project,
                BookColumn("zone", 130),
                BookColumn("visits", 70, right=True),
                BookColumn("last_on", 92),
                *(BookColumn(key, 76, right=True) for key in ("asked", "eased", "delivered", "called")),
                BookColumn("closed", 76, centre=True),
            ),
            chips=(Chip("gaps", translate("VisitsPage", "四步未齐"), lambda row: not row["closed"]),),
            empty=translate("VisitsPage", "还没有走访过的项目。"),
            alone=False,
        ),
        BookSpec(
            "agency_cases",
            (
                project,
                BookColumn("matter", 120),
                BookColumn("agent", 70),
                BookColumn("accepted_on", 92),
                BookColumn("done_on", 92),
                BookColumn("cases", 52),
                BookColumn(
                    "days", 56, editable=False, right=True, label=translate("VisitsPage", "用时\n（天）")
                ),
                BookColumn("result", 200, stretch=True),
                BookColumn("satisfaction", 58, label=translate("VisitsPage", "满意度\n1–5")),
            ),
            "agency_case",
            (
                Chip("open", translate("VisitsPage", "未办结"), lambda row: not row["done"]),
                Chip(
                    "unrated",
                    translate("VisitsPage", "办结未评价"),
                    lambda row: row["done"] and row["satisfaction"] is None,
                ),
            ),
            new={"matter": translate("VisitsPage", "新事项"), "cases": "1"},
            new_values=lambda desk: {"accepted_on": desk.as_of},
            needs_project=True,
            sort=lambda row: (row["done"], row["accepted_on"] or ""),
            warn=_case_warning,
            empty=translate("VisitsPage", "还没有领办代办记录。按 Insert 新增，或在“数据交换”页导入。"),
        ),
        BookSpec(
            "agency_matters",
            (
                BookColumn("matter", 160),
                *(
                    BookColumn(key, 92, right=True)
                    for key in (
                        "items",
                        "cases",
                        "projects",
                        "done_items",
                        "done_cases",
                        "rated",
                        "satisfied",
                    )
                ),
            ),
            empty=translate("VisitsPage", "还没有领办代办记录。"),
            alone=False,
        ),
        BookSpec(
            "commitments",
            (
                project,
                BookColumn("matter", 134),
                BookColumn("letter_no", 134),
                BookColumn("signed_on", 92),
                BookColumn("deadline", 92),
                BookColumn("fulfilled_on", 92),
                BookColumn("checked_on", 92),
                BookColumn("overdue_days", 70, editable=False, right=True),
                BookColumn("note", 160, stretch=True),
            ),
            "commitment",
            (
                Chip("late", translate("VisitsPage", "逾期未兑现"), lambda row: row["overdue_days"] > 0),
                Chip(
                    "unchecked",
                    translate("VisitsPage", "兑现未核查"),
                    lambda row: row["fulfilled"] and not row["checked_on"],
                ),
            ),
            new={"matter": translate("VisitsPage", "新承诺事项")},
            new_values=lambda desk: {"signed_on": desk.as_of},
            needs_project=True,
            warn=_promise_warning,
            row_colour=_late,
            empty=translate("VisitsPage", "还没有承诺事项。按 Insert 新增。"),
        ),
    )
    return {spec.kind: spec for spec in specs}

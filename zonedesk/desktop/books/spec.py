"""What a book is: which list gives its rows, which table is written to, which columns are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtGui import QIcon

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.simple_table import Cell
from zonedesk.domain.columns import fields_by_key
from zonedesk.domain.fields import Field

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column: the key in the list's rows, its width in pixels, how it stands.

    It can be typed into where the table has a field of that key, unless `editable` is False. `link` names the key
    that holds a project's id: Enter or a double click then opens that project. `label` is the head where neither
    the list nor the table's field gives the right one.
    """

    key: str
    width: int = 80
    editable: bool = True
    right: bool = False
    centre: bool = False
    stretch: bool = False
    link: str = ""
    label: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip that narrows the book to the rows that pass its test; `key` by which a page can press it."""

    key: str
    label: str
    test: Callable[[Row], bool]
    sign: QIcon = field(default_factory=QIcon)


@dataclass(frozen=True, slots=True)
class BookSpec:
    """A book. Only `kind` and `columns` are needed; without `table` it is read only.

    kind: name of the list that gives the rows.  table: the table that is written to.
    chips: pressed ones show the rows that pass any of them.
    new: texts by key with which a row begins; `new_values` gives them at that moment (today's date) and goes first.
    needs_project: a row hangs on a project, which is asked for when one is added.
    sort: the order of the rows at first; without it, as the list has them.
    empty: what an empty book says.  row_colour: the text's colour of a row, "" for the usual one.
    warn: a plain warning at a cell (row, key), "" for none: it gets a corner and the text in its tip.
    cell: a cell of the page's own making, or None for the usual one.
    write: writes a typed text (desk, row, key, text) in place of `edit.set_field`; gives the id of the row in which
        the text stands then, None if it was refused.
    linked: columns of the table that a new row gets as ids of the rows it belongs to.
    alone: whether what a row says depends on nothing but its own project and the table's rows of that project:
    then a change of one row reads only these anew.
    """

    kind: str
    columns: tuple[BookColumn, ...]
    table: str = ""
    chips: tuple[Chip, ...] = ()
    new: Mapping[str, str] = field(default_factory=dict)
    new_values: Callable[[Desk], Mapping[str, str]] | None = None
    needs_project: bool = False
    sort: Callable[[Row], Any] | None = None
    empty: str = ""
    row_colour: Callable[[Row], str] | None = None
    warn: Callable[[Row, str], str] | None = None
    cell: Callable[[Row, str], Cell | None] | None = None
    write: Callable[[Desk, Row, str, str], int | None] | None = None
    linked: Callable[[], Mapping[str, int]] | None = None
    alone: bool = True

    def field(self, key: str) -> Field | None:
        """The field of the table that stands under a key of the list: a reference has no “_id” there."""
        if not self.table:
            return None
        known = fields_by_key(self.table)
        return known.get(key) or known.get(f"{key}_id")

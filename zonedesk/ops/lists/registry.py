"""The lists of an office: their names, the columns a person sees, and how their rows come about.

A new kind is one function with `@kind` in a file of this folder. Rows are plain data: keys in English, money in
亿元 as exact text, dates ISO, references by name. Commands, workbooks, paper and pages all read the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from zonedesk.domain.columns import FIELDS
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.money import format_area, format_money
from zonedesk.domain.stages import DUE_LABELS, STAGE_LABELS
from zonedesk.ops.session import Session

Rows = list[dict[str, Any]]
ListFunction = Callable[[Session, str, Scope], Rows]
Note = str | Callable[[Session], str]

_WORDS: dict[str, dict[Any, str]] = {
    "stage": {stage.value: label for stage, label in STAGE_LABELS.items()},
    "due": {due.value: label for due, label in DUE_LABELS.items()},
}


class ListKind:
    """A kind of list: its name, what it is called, the columns a person sees, and how its rows come about."""

    def __init__(self, name: str, label: str, columns: dict[str, str], function: ListFunction) -> None:
        self.name = name
        self.label = label
        self.columns = columns
        self._function = function

    def rows(self, session: Session, as_of: str, scope: Scope | None = None) -> Rows:
        """The rows as of a day (ISO), within the scope."""
        return self._function(session, as_of, scope or Scope())

    def note(self, session: Session) -> str:
        """How the list is counted (口径) in this ledger, where that needs saying; ""."""
        told = _NOTES.get(self.name, "")
        return told if isinstance(told, str) else told(session)

    def cells(self, row: dict[str, Any]) -> list[Any]:
        """The columns of a row that a person is shown, in Chinese."""
        return [self.shown(key, row[key]) for key in self.columns]

    def shown(self, key: str, value: Any) -> Any:
        """One value as a person is shown it: codes as words, yes and no as 是 and 否."""
        if key in _WORDS:
            return _WORDS[key].get(value, value)
        if isinstance(value, bool):
            return "是" if value else "否"
        return value


_KINDS: dict[str, ListKind] = {}
_NOTES: dict[str, Note] = {}


def kind(name: str, label: str, /, **columns: str) -> Callable[[ListFunction], ListFunction]:
    """Register a list; `columns` are the keys and heads that a person is shown, in order."""

    def register(function: ListFunction) -> ListFunction:
        _KINDS[name] = ListKind(name, label, columns, function)
        return function

    return register


def words(key: str, labels: dict[Any, str]) -> None:
    """Say what the codes under `key` are called, in every list that has it."""
    _WORDS[key] = labels


def note(name: str, text: Note) -> None:
    """Say how a list is counted (口径): printed under it, and in the note line of its workbook.

    A function is asked each time: for what an office can define itself.
    """
    _NOTES[name] = text


def kinds() -> dict[str, ListKind]:
    """All registered lists by name."""
    import zonedesk.ops.lists as package  # noqa: PLC0415 - finds the modules beside this one

    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    return dict(_KINDS)


_NOT_PLAIN = frozenset({Kind.MONEY, Kind.AREA, Kind.BOOL, Kind.REF})


def plain(field: Field, value: Any, names: dict[str, dict[int, str]]) -> Any:
    """A stored value as plain data: exact text for money (亿元) and area (亩), names for references."""
    if value is None:
        return None
    if field.kind is Kind.MONEY:
        return format_money(value)
    if field.kind is Kind.AREA:
        return format_area(value)
    if field.kind is Kind.BOOL:
        return bool(value)
    if field.kind is Kind.REF:
        return names.get(field.ref, {}).get(value)
    return value


def rows_of(
    session: Session, table: str, *, order: str = "id", rows: Iterable[dict[str, Any]] | None = None
) -> Rows:
    """Every row of a table (or `rows` of it) with all its fields as plain data; text that did not fit under `unfit`.

    A reference stands by name under its key without `_id`, and as a number under its key.
    """
    fields = [field for field in FIELDS[table] if field.table == table]
    refs = {field.ref for field in fields if field.kind is Kind.REF}
    names = {
        ref: {row["id"]: row["name"] for row in session.reader.rows(ref, columns=("id", "name"))}
        for ref in refs
    }
    # Most fields are told as they are stored: of very many rows only the others are looked at one by one.
    keys = [(field.key.removesuffix("_id"), field.stored_as) for field in fields]
    others = [(field.key.removesuffix("_id"), field) for field in fields if field.kind in _NOT_PLAIN]
    ids: list[str] = []
    found = []
    for row in session.reader.rows(table, order=order) if rows is None else rows:
        ids = ids or ["id", *(key for key in row if key.endswith("_id"))]
        told: dict[str, Any] = {key: row[key] for key in ids}
        for key, stored in keys:
            told[key] = row[stored]
        for key, field in others:
            told[key] = plain(field, row[field.stored_as], names)
        told["unfit"] = row["unfit"]
        found.append(told)
    return found


def children_of(session: Session, table: str, as_of: str, scope: Scope) -> Rows:
    """The rows of a table that hang on projects in scope, with the project's name and zone."""
    view = session.figures(as_of, scope).view
    wanted, known, zones = view.members, view.facts.projects, view.facts.zones
    rows = [row for row in session.reader.rows(table, order="project_id") if row["project_id"] in wanted]
    found = []
    for row in rows_of(session, table, rows=rows):
        project = known[row["project_id"]]
        zone = zones.get(project.zone_id) if project.zone_id is not None else None
        found.append(row | {"project": project.name, "zone": zone})
    return found

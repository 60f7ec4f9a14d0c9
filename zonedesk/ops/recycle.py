"""回收站: what was deleted, read from the record, and bringing it back as a step of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from zonedesk.domain.changes import RowChange, Step
from zonedesk.domain.columns import FIELDS, TABLE_LABELS
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.fields import Kind
from zonedesk.domain.messages import register, say
from zonedesk.domain.values import match_key
from zonedesk.ops.as_it_stood import CHILDREN, Key, Snapshot, snapshot_of
from zonedesk.ops.snapshot_text import row_title
from zonedesk.store.reader import Reader
from zonedesk.store.record import Record
from zonedesk.store.schema import LOOSE, REFERENCES
from zonedesk.store.writer import Writer

register(
    {
        "restore.nothing": "没有可恢复的记录：所选记录已经恢复，或删除已被撤销。",
        "restore.there": "{what}“{name}”已在台账中，不必恢复。",
        "restore.no_parent": "{what}“{name}”未恢复：它所属的{parent}“{parent_name}”不在台账中。请先恢复该{parent}。",
        "restore.code_taken": "项目“{name}”未恢复：项目代码“{code}”现由项目“{other}”使用。请先核对这两个项目。",
        "restore.name_taken": "{what}“{name}”未恢复：台账中已有同名的{what}。请先核对，需要时把现有的改名。",
        "restore.clash": "{what}“{name}”未恢复（{reason}）",
    }
)

# What others point to comes before what points to it.
_ORDER = (
    *("zone", "enterprise", "batch", "procedure_template", "permit_package", "holiday"),
    *("project", "meeting", "routine", "campaign"),
    *CHILDREN,
    "routine_done",
)
_PARENTS = {
    table: tuple(
        (parent, column) for parent, pairs in REFERENCES.items() for child, column in pairs if child == table
    )
    for table in _ORDER
}
# Of the tables with references that only point: what each such column points to.
_LOOSE_PARENTS = {
    child: {column: parent for parent, column in _PARENTS[child] if (child, column) in LOOSE}
    for child, _ in LOOSE
}
_LOOSE_TABLES = set(_LOOSE_PARENTS) | {
    parent for columns in _LOOSE_PARENTS.values() for parent in columns.values()
}


@dataclass(frozen=True)
class Deleted:
    """A record that was deleted and is not in the ledger: a project with what hung on it, or one row.

    `rows` are the images that the step removed, the record's own first; `names` are what the rows they
    point to are called, by table and id. `let_go` are the step's updates by which rows that only pointed to one of
    them, or were removed themselves, let go of what they pointed to.
    """

    step: Step
    table: str
    row_id: int
    name: str
    owner: str
    rows: tuple[RowChange, ...]
    names: dict[str, dict[int, str]]
    let_go: tuple[RowChange, ...] = ()

    @property
    def key(self) -> Key:
        """Which record it is."""
        return self.table, self.row_id

    @property
    def children(self) -> dict[str, int]:
        """How many rows of each table were deleted with it."""
        return dict(Counter(change.table for change in self.rows[1:]))


def deleted(reader: Reader, record: Record) -> list[Deleted]:
    """What can be brought back, the last deletion first. A row whose project went in the same step goes under it."""
    removals = _standing(reader, record)
    gone = {(step.set_id, c.table, c.row_id): (step, c) for step, c in removals}
    hanging: dict[tuple[int, str, int], list[RowChange]] = {}
    tops: list[tuple[Step, RowChange]] = []
    for step, change in removals:
        top = _top(gone, step, change)
        if top == change:
            tops.append((step, change))
        else:
            hanging.setdefault((step.set_id, top.table, top.row_id), []).append(change)
    names, links = _Names(reader, record), _Links(record)
    found = [
        _entry(step, change, hanging.get((step.set_id, change.table, change.row_id), []), names)
        for step, change in tops
    ]
    return [replace(each, let_go=links.of(each)) for each in found]


def _top(
    gone: Mapping[tuple[int, str, int], tuple[Step, RowChange]], step: Step, change: RowChange
) -> RowChange:
    """The row on which another one hung, however far up, of those that the same step removed."""
    row = change.before or {}
    for parent, column in _PARENTS[change.table]:
        found = gone.get((step.set_id, parent, row.get(column, 0)))
        if found and (change.table, column) not in LOOSE:
            return _top(gone, step, found[1])
    return change


def content(found: Deleted) -> Snapshot:
    """A deleted record as it was, to look at."""
    rows = [((change.table, change.row_id), change.before or {}) for change in found.rows]
    return snapshot_of(rows, found.names)


def restore(w: Writer, *, records: Iterable[Deleted]) -> None:
    """恢复: all or none, each with what hung on it. RefusedError says which cannot come back, and why.

    A step of its own: undo deletes them again.
    """
    chosen = sorted(records, key=lambda each: _rank(each.table))
    if not chosen:
        raise RefusedError("restore.nothing")
    for each in chosen:
        _check(w, each)
        for change in each.rows:
            _put_back(w, each, change)
    for each in chosen:
        for change in each.let_go:
            _take_hold(w, change)
    first = chosen[0]
    w.label = f"恢复{TABLE_LABELS[first.table]} “{first.name}”"
    if len(chosen) > 1:
        w.label = f"恢复 {len(chosen)} 条已删除的记录"


def _standing(reader: Reader, record: Record) -> list[tuple[Step, RowChange]]:
    """The last standing removal of each row that is not in the ledger now."""
    found: dict[Key, tuple[Step, RowChange]] = {}
    for step, change in record.removals():
        found.setdefault((change.table, change.row_id), (step, change))
    by_table: dict[str, list[int]] = {}
    for table, row_id in found:
        by_table.setdefault(table, []).append(row_id)
    there = {
        (table, row["id"]) for table, ids in by_table.items() for row in reader.rows_in(table, "id", ids)
    }
    return [pair for key, pair in found.items() if key not in there and key[0] in _ORDER]


def _entry(step: Step, change: RowChange, children: list[RowChange], names: _Names) -> Deleted:
    row = change.before or {}
    rows = (change, *sorted(children, key=lambda each: (_rank(each.table), each.row_id)))
    pointed = names.pointed_to(rows)
    name = str(row.get("name", "")) if change.table in _NAMED else row_title(change.table, row, pointed)
    owner = names.of("project", row["project_id"]) if row.get("project_id") else ""
    return Deleted(step, change.table, change.row_id, name, owner, rows, pointed)


_NAMED = {"zone", "enterprise", "batch", "project"}


def _rank(table: str) -> int:
    return _ORDER.index(table)


def _check(w: Writer, each: Deleted) -> None:
    """Refuse what would make the ledger say the same thing twice."""
    facts = {"what": TABLE_LABELS[each.table], "name": each.name}
    if w.row(each.table, each.row_id):
        raise RefusedError("restore.there", **facts)
    row = each.rows[0].before or {}
    if each.table in {"zone", "enterprise", "batch"} and w.find(each.table, name=row.get("name")):
        raise RefusedError("restore.name_taken", **facts)
    if each.table != "project":
        return
    if row.get("code"):
        key = match_key(row["code"])
        same = [p for p in w.find_all("project") if p["code"] and match_key(p["code"]) == key]
        if same:
            raise RefusedError("restore.code_taken", **facts, code=row["code"], other=same[0]["name"])
    # The same name may belong to two companies: only both together are the same project.
    if w.find("project", name=row["name"], enterprise_id=row.get("enterprise_id")):
        raise RefusedError("restore.name_taken", **facts)


def _put_back(w: Writer, each: Deleted, change: RowChange) -> None:
    row = change.before or {}
    facts = {"what": TABLE_LABELS[change.table], "name": each.name}
    for parent, column in _PARENTS[change.table]:
        value = row.get(column)
        if value is not None and w.row(parent, value) is None:
            known = each.owner if parent == "project" else each.names.get(parent, {}).get(value, f"{value}号")
            raise RefusedError("restore.no_parent", **facts, parent=TABLE_LABELS[parent], parent_name=known)
    try:
        w.insert(change.table, {**row, "id": change.row_id})
    except RefusedError as error:
        raise RefusedError("restore.clash", **facts, reason=say(error)) from error


def _take_hold(w: Writer, change: RowChange) -> None:
    """Point again to what was let go of, where both are there and nobody has said otherwise since."""
    row = w.row(change.table, change.row_id)
    for column, parent in _LOOSE_PARENTS[change.table].items():
        value = (change.before or {}).get(column)
        if value is not None and row is not None and row[column] is None and w.row(parent, value):
            w.update(change.table, change.row_id, {column: value})


class _Links:
    """The updates by which a step that removed rows let go of them; each step is read once."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._known: dict[int, list[RowChange]] = {}

    def of(self, found: Deleted) -> tuple[RowChange, ...]:
        """What let go of the rows of this record, or was let go by them."""
        keys = {(change.table, change.row_id) for change in found.rows}
        if not _LOOSE_TABLES & {table for table, _ in keys}:
            return ()
        step = found.step.set_id
        if step not in self._known:
            self._known[step] = [change for change in self._record.each_row(step) if _lets_go(change)]
        return tuple(
            change
            for change in self._known[step]
            if (change.table, change.row_id) in keys
            or any(
                (parent, (change.before or {}).get(column)) in keys
                for column, parent in _LOOSE_PARENTS[change.table].items()
            )
        )


def _lets_go(change: RowChange) -> bool:
    before, after = change.before or {}, change.after
    columns = _LOOSE_PARENTS.get(change.table, {})
    return after is not None and any(before.get(c) is not None and after.get(c) is None for c in columns)


class _Names:
    """Names of rows that may be gone."""

    def __init__(self, reader: Reader, record: Record) -> None:
        self._reader, self._record = reader, record
        self._known: dict[Key, str] = {}

    def of(self, table: str, row_id: int) -> str:
        """The name now, or the last one."""
        if (table, row_id) not in self._known:
            self._known[table, row_id] = self._read(table, row_id)
        return self._known[table, row_id]

    def pointed_to(self, rows: Iterable[RowChange]) -> dict[str, dict[int, str]]:
        """What the zones, companies and batches are called that these images point to."""
        known: dict[str, dict[int, str]] = {}
        for change in rows:
            for field in FIELDS.get(change.table, ()):
                value = (change.before or {}).get(field.stored_as)
                if field.kind is Kind.REF and value is not None:
                    known.setdefault(field.ref, {})[value] = self.of(field.ref, value)
        return known

    def _read(self, table: str, row_id: int) -> str:
        found = self._reader.rows(table, id=row_id)
        if found:
            return str(found[0]["name"])
        for _, change in self._record.of_row(table, row_id):
            if change.before and change.after is None:
                return str(change.before.get("name", ""))
        return f"{row_id}号"

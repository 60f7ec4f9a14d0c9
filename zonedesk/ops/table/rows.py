"""The ledger's rows in memory, read once and then patched row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from zonedesk.domain.changes import Changes
from zonedesk.domain.condition_tests import Stored, Unfit
from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.facts import BatchFact
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import show_value
from zonedesk.ops.search import SearchIndex
from zonedesk.ops.session import Session
from zonedesk.ops.stuck_rules import with_rules
from zonedesk.ops.table.columns import Column
from zonedesk.ops.table.derived import Derived, derive_all, derive_one
from zonedesk.ops.table.lit import LIGHT_COLUMN, Lit

_CHILDREN = ("listing", "procedure", "monthly_progress", "problem")
# Past this many projects reading everything anew is quicker than patching.
_MOST_PATCHED = 4_000
# Past this many, deriving all of them from one reading is quicker than one by one.
_FEW = 20


@dataclass(frozen=True, slots=True)
class Patched:
    """What a change did to the rows: project ids."""

    updated: list[int] = field(default_factory=list)
    inserted: list[int] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)


class LedgerRows:
    """Every project as `Reader.projects` gives it, with its derived cells, as of one day."""

    def __init__(self, session: Session, as_of: str, money_unit: str) -> None:
        self._session = session
        self.as_of = as_of
        self.money_unit = money_unit
        self.by_id: dict[int, dict[str, Any]] = {}
        self.names: dict[str, dict[int, str]] = {"zone": {}, "enterprise": {}}
        self.index = SearchIndex()
        self.read_up_to = 0
        self._with_unfit: set[int] = set()
        self._derived: dict[int, Derived] = {}
        self._all_derived = False
        self.lit = Lit(session)

    def load(self) -> None:
        """Read everything."""
        reader = self._session.reader
        self.read_up_to = reader.last_change()
        self.by_id = {row["id"]: row for row in reader.projects()}
        self._with_unfit = {pid for pid, row in self.by_id.items() if row["unfit"]}
        self._read_names()
        self.index.fill({pid: self._searched(row) for pid, row in self.by_id.items()})
        self.forget_derived()

    def look_at(self, as_of: str) -> None:
        """Derive as of another day."""
        if as_of != self.as_of:
            self.as_of = as_of
            self.forget_derived()

    def forget_derived(self) -> None:
        """Derive anew when asked next."""
        self._derived = {}
        self._all_derived = False
        self.lit.forget()

    def patch(self, changes: Changes) -> Patched | None:
        """Take a change in, all but what is deleted (see `forget`); None if it is too wide for that and everything must be read anew."""
        named = [change for table in self.names for change in changes.of(table)]
        if any(change.before and change.after for change in named):
            return None  # a zone or company has another name: it stands in many rows
        if named:
            self._read_names()
        if changes.touches("batch", "setting", "holiday"):
            self.forget_derived()
        touched = self._touched(changes)
        if touched is None:
            return None
        rows = {row["id"]: row for row in self._session.reader.projects(touched)} if touched else {}
        self.read_up_to = changes.set_id
        patched = Patched()
        for pid in touched:
            self._derived.pop(pid, None)
            self.lit.forget(pid)
            if pid not in rows:
                if pid in self.by_id:
                    patched.deleted.append(pid)
                continue
            (patched.updated if pid in self.by_id else patched.inserted).append(pid)
            self.by_id[pid] = rows[pid]
            (self._with_unfit.add if rows[pid]["unfit"] else self._with_unfit.discard)(pid)
            self.index.put(pid, self._searched(rows[pid]))
        if self._all_derived:
            self._derive(list(rows))
        return patched

    def _derive(self, pids: list[int]) -> None:
        if len(pids) > _FEW:
            reader = self._session.reader
            self._derived |= derive_all(reader.facts(self.as_of, pids), with_rules(reader))
        else:
            for pid in pids:
                self.derived(pid)

    def unread(self) -> Iterator[Changes]:
        """The steps written since the rows were read, in order, as `patch` takes them."""
        record = self._session.record
        newest = self._session.reader.last_change()
        for set_id in range(self.read_up_to + 1, newest + 1):
            step = record.step(set_id)
            if step is not None:
                yield Changes(set_id, step.label, step.at, step.who, step.kind, record.rows(set_id))

    def forget(self, pid: int) -> None:
        """Let go of a deleted project: only after no view shows it any more."""
        del self.by_id[pid]
        self._with_unfit.discard(pid)
        self.index.drop(pid)

    def derived(self, pid: int) -> Derived:
        """The derived cells of one project, read when first asked for."""
        known = self._derived.get(pid)
        if known is None:
            reader = self._session.reader
            known = derive_one(reader, self.by_id[pid], self.as_of, reader.batches())
            self._derived[pid] = known
        return known

    def read_ahead(self, pid: int, column: Column, near: Callable[[], list[int]]) -> None:
        """Work out a derived cell that is about to be looked at, and with it those of the projects `near` it.

        One reading of two hundred costs what ten one by one cost.
        """
        if column.key == LIGHT_COLUMN:
            if not self.lit.knows(pid):
                self.lit.read_ahead((self.by_id[each] for each in near()), self.as_of)
        elif pid not in self._derived:
            self._derive_for(near())

    def _derive_for(self, among: list[int] | None) -> None:
        missing = None if among is None else [pid for pid in among if pid not in self._derived]
        if missing is None or len(missing) > _MOST_PATCHED:
            self.derive_everything()
        else:
            self._derive(missing)

    def derive_everything(self) -> None:
        """Read all derived cells at once, for sorting and filtering by them."""
        if not self._all_derived:
            self._derived = derive_all(self._session.facts(self.as_of), with_rules(self._session.reader))
            self._all_derived = True

    def derive_column(self, column: Column) -> None:
        """Read all cells of a derived column at once, for sorting by it."""
        if column.key == LIGHT_COLUMN:
            self.lit.take_in(list(self.by_id), self.as_of)
        else:
            self.derive_everything()

    def text(self, pid: int, column: Column) -> str:
        """A cell as it is shown."""
        if column.key == LIGHT_COLUMN:
            return self.lit.text(self.by_id[pid], self.as_of)
        if column.field is None:
            return self.derived(pid).text(column.key)
        row = self.by_id[pid]
        unfit = self.unfit(row, column.field)
        return unfit if unfit is not None else self._shown(row, column.field)

    def unfit(self, row: dict[str, Any], of: Field) -> str | None:
        """Text that did not fit its field and was kept as typed, or None."""
        if of.table != "project" or not row["unfit"]:
            return None
        return row["unfit"].get(of.stored_as)

    def order(self, pid: int, column: Column) -> Any:
        """What a cell is sorted by; None if it is empty."""
        if column.key == LIGHT_COLUMN:
            return self.lit.order(self.by_id[pid], self.as_of)
        if column.field is None:
            return self.derived(pid).order(column.key)
        value = self.by_id[pid][column.key]
        if value is None:
            return None
        if column.field.kind is Kind.DATE:
            return takes_effect(value)
        if column.field.kind is Kind.REF:
            value = self.names[column.field.ref].get(value, "")
        # In GB 18030 common characters stand in the order of their pinyin, as officers expect.
        return value.encode("gb18030", "replace") if isinstance(value, str) else value

    def stored_of(self, column: Column, among: list[int] | None = None) -> Callable[[int], Stored]:
        """How to read what a column compares, quickly for many rows: stored values, names for references.

        `among` are the projects that will be asked for, if not all.
        """
        by_id, of = self.by_id, column.field
        if column.key == LIGHT_COLUMN:
            self.lit.take_in(list(by_id) if among is None else among, self.as_of)
            return lambda pid: self.lit.text(by_id[pid], self.as_of) or None
        if of is None:
            self._derive_for(among)
            derived, key = self._derived, column.key
            if column.key == "overdue_days":
                return lambda pid: derived[pid].overdue_days or None
            return lambda pid: derived[pid].text(key) or None
        key = of.key
        if of.kind is Kind.REF:
            names = self.names[of.ref]
            return lambda pid: names.get(by_id[pid][key])

        def stored(pid: int) -> Stored:
            row = by_id[pid]
            if row["unfit"]:
                unfit = self.unfit(row, of)
                if unfit is not None:
                    return Unfit(unfit)
            value: Stored = row[key]
            return value

        return stored

    def values(self, column: Column, ids: list[int]) -> list[Stored]:
        """What a column compares of many rows, in their order: as `stored_of` reads them, but at once."""
        if column.field is None or column.field.kind is Kind.REF:
            return [*map(self.stored_of(column), ids)]
        by_id, key = self.by_id, column.field.key
        values: list[Stored] = [by_id[pid][key] for pid in ids]
        if not self._with_unfit.isdisjoint(ids):
            stored, odd = self.stored_of(column), self._with_unfit
            values = [stored(pid) if pid in odd else v for pid, v in zip(ids, values, strict=True)]
        return values

    def shown_of(self, column: Column) -> Callable[[int], str]:
        """How to read a column's text."""
        return lambda pid: self.text(pid, column)

    def done_of(self, actual: str) -> Callable[[int], bool]:
        """How to read whether a step was taken by the as-of day, or can no more be: then nothing is due."""
        by_id, as_of = self.by_id, self.as_of

        def done(pid: int) -> bool:
            row = by_id[pid]
            return reached(row[actual], as_of) or reached(row["withdrawn_on"], as_of)

        return done

    def batches(self) -> list[BatchFact]:
        """The batches that the ledger knows."""
        return list(self._session.reader.batches().values())

    def amount(self, pid: int, column: Column) -> int | None:
        """The 元 of a money cell, the thousandths of a 亩 of an area, or None."""
        return self.by_id[pid][column.key]

    def _shown(self, row: dict[str, Any], of: Field) -> str:
        value = row[of.key]
        if value is None:
            return ""
        if of.kind is Kind.REF:
            return self.names[of.ref].get(value, "")
        return show_value(of, value, self.money_unit)

    def _read_names(self) -> None:
        for table in self.names:
            self.names[table] = self._session.reader.names(table)

    def _searched(self, row: dict[str, Any]) -> tuple[str | None, ...]:
        return (
            row["name"],
            row["code"],
            self.names["enterprise"].get(row["enterprise_id"]),
            self.names["zone"].get(row["zone_id"]),
        )

    def _touched(self, changes: Changes) -> list[int] | None:
        touched: dict[int, None] = {}
        if len(changes.rows) > _MOST_PATCHED * 4:
            return None
        unsaid: dict[str, set[int]] = {}
        for change in changes.rows:
            if change.table == "project":
                touched[change.row_id] = None
            elif change.table in _CHILDREN:
                # An update names only the columns that differ: whose row it is, the row itself says.
                pid = (change.after or {}).get("project_id") or (change.before or {}).get("project_id")
                if pid is not None:
                    touched[pid] = None
                else:
                    unsaid.setdefault(change.table, set()).add(change.row_id)
        for table, row_ids in unsaid.items():
            found = self._session.reader.rows_in(table, "id", row_ids)
            touched.update((row["project_id"], None) for row in found)
        return list(touched) if len(touched) <= _MOST_PATCHED else None

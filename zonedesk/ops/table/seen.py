"""What a saved view shows, without a screen: the rows it lets pass, in its order."""

from __future__ import annotations

from dataclasses import dataclass

from zonedesk.domain.view_definition import ViewDefinition
from zonedesk.ops.session import Session
from zonedesk.ops.table.arrangement import Arrangement
from zonedesk.ops.table.columns import columns_by_key
from zonedesk.ops.table.filtering import RowFilter
from zonedesk.ops.table.grouping import GROUPINGS
from zonedesk.ops.table.rows import LedgerRows
from zonedesk.ops.view_rules import Material, rules


@dataclass(frozen=True, slots=True)
class SeenRows:
    """The rows in memory and the ids of those shown, in their order."""

    rows: LedgerRows
    ids: list[int]


def see(session: Session, view: ViewDefinition, as_of: str, money_unit: str = "亿元") -> SeenRows:
    """What `view` shows as of a day. Raises ConditionError if a filter of it cannot be understood."""
    rows = LedgerRows(session, as_of, money_unit)
    rows.load()
    known = columns_by_key()
    chosen = rules()[view.rule].ids(Material.of(session, as_of)) if view.rule in rules() else None
    filters = {key: each for key, each in view.filters.items() if key in known}
    passing = RowFilter(view.words, filters, within=chosen).ids(rows, known)
    arrangement = Arrangement(rows)
    arrangement.sort = view.sort if view.sort and view.sort[0] in known else None
    arrangement.by = view.group if view.group in GROUPINGS else ""
    arrangement.put(passing)
    return SeenRows(rows, arrangement.ids())

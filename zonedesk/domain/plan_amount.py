"""How much an import writes: counted once, so that the button, the list and the history say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.plan_items import Ref, RowAction

# What a file is about comes first; the companies, zones and batches that it brings along come last.
_ALONG = ("enterprise", "zone", "batch")
_ORDER = (
    "project",
    "agency_case",
    "problem",
    "procedure",
    "monthly_progress",
    "listing",
    *_ALONG,
)
_NAMING = ("enterprise_id", "zone_id", "batch_id")
_COUNTED_AS_THINGS = {"project", *_ALONG}
# “新增问题5条” would read as if the import had troubles.
_NOUNS = {"problem": "存在问题", "enterprise": "建设单位"}


class Amount:
    """Rows `added` and cells `changed`, by table, the most telling tables first."""

    def __init__(self, actions: Iterable[RowAction]) -> None:
        added: Counter[str] = Counter()
        changed: Counter[str] = Counter()
        for action in actions:
            if action.row_id is None:
                added[action.table] += 1
            else:
                changed[action.table] += len(action.values.keys() - action.declined)
        self.added = {table: added[table] for table in _ORDER if added[table]}
        self.changed = {table: changed[table] for table in _ORDER if changed[table]}

    @property
    def rows(self) -> int:
        """All rows added."""
        return sum(self.added.values())

    @property
    def cells(self) -> int:
        """All cells changed."""
        return sum(self.changed.values())

    def words(self) -> str:
        """“新增项目1个、新增存在问题7条、更改项目2处”; "" if nothing is written."""
        parts = [f"新增{noun(table)}{n}{measure(table)}" for table, n in self.added.items()]
        return "、".join(parts + [f"更改{noun(table)}{n}处" for table, n in self.changed.items()])


def noun(table: str) -> str:
    """What a row of a table is called when an import is told of."""
    return _NOUNS.get(table, TABLE_LABELS[table])


def measure(table: str) -> str:
    """The measure word of a table's rows."""
    return "个" if table in _COUNTED_AS_THINGS else "条"


def written(actions: Iterable[RowAction]) -> list[RowAction]:
    """The ticked rows that can be written: not what hangs on a row left out, nor a company or batch nobody names."""
    ticked = [a for a in actions if a.accepted and (a.row_id is None or a.declined < set(a.values))]
    there = {(a.table, a.token) for a in ticked if a.row_id is None}
    held, needed = [], set()
    for action in ticked:
        # Only where references can be: every tick of a person asks for all rows anew.
        values, declined = action.values, action.declined
        owners = (values.get("project_id"), values.get("batch_id"))
        if any(type(ref) is Ref and ref not in there for ref in owners):
            continue
        held.append(action)
        for column in _NAMING:
            if type(ref := values.get(column)) is Ref and column not in declined:
                needed.add(ref)
    return [a for a in held if a.row_id or a.table not in _ALONG or (a.table, a.token) in needed]

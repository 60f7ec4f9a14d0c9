"""Who answers for a project (责任): several people and units in each role, each for a time.

Two places say it: the project's own columns, and the rows of `assignment` with from and to. Where the rows know a
name in a role they decide from when to when; a name that only a column knows has no known beginning or end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.errors import Problem
from zonedesk.domain.messages import register
from zonedesk.domain.stages import Stage
from zonedesk.domain.tracking_columns import DUTY_ROLES
from zonedesk.domain.values import clean_text, match_key

Row = Mapping[str, Any]

register(
    {
        "duty.ends_before_start": "{who}任{role}：结束日期{to_on}早于开始日期{from_on}，请核对。",
        "duty.no_end": "{who}任{role}没有结束日期，而{next}自{since}起任同一职责。如已接任，请补填结束日期。",
        "duty.nobody": "一条“{role}”没有写明姓名或单位，请补填。",
        "duty.no_name": "请写明由谁任{role}。",
        "duty.already": "{who}已任{role}，无需重复登记。",
        "duty.not_found": "{who}在{on}并未任{role}，不能结束。",
    }
)

# The project's own columns and the roles that they stand for.
OWN_COLUMNS = {
    "包联领导": "sponsor",
    "责任单位": "duty_unit",
    "责任人": "duty_person",
    "服务专员": "service_officer",
}
UNIT_ROLES = frozenset({"责任单位", "第二责任单位", "代办单位"})
NEEDED_ROLES = ("包联领导", "服务专员")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_SURELY_BETWEEN, _BETWEEN = re.compile(r"[；;\n]"), re.compile(r"[、，,/]")
_LONGEST_NAME = 4


class Duty(NamedTuple):
    """Somebody (or a unit) in a role. `id` is that of the row; None for a name that only the project's column knows."""

    role: str
    who: str
    org: str
    phone: str
    from_on: str | None
    to_on: str | None
    id: int | None


Answering = dict[str, tuple[Duty, ...]]


def who_of(assignment: Row) -> str:
    """The person, or in a unit's role the unit."""
    name, org = assignment["name"] or "", assignment["org"] or ""
    return (org or name) if assignment["role"] in UNIT_ROLES else (name or org)


@lru_cache(maxsize=65536)
def key_of(who: str) -> str:
    """What makes two writings of a name the same: “王某某（副市长）” and “王某某”."""
    return match_key(_BRACKETS.sub("", who)) or match_key(who)


@lru_cache(maxsize=65536)
def names_in(text: str | None, role: str) -> tuple[str, ...]:
    """The people or units that a column names. Commas in brackets, or in a title, part nobody."""
    if not text or not (text := clean_text(text)):
        return ()
    found: list[str] = []
    for part in _parted(text, _SURELY_BETWEEN):
        finer = _parted(part, _BETWEEN)
        names = all(2 <= len(_BRACKETS.sub("", each)) <= _LONGEST_NAME for each in finer)
        found += finer if names or role in UNIT_ROLES else [part]
    return tuple(found)


def _parted(text: str, mark: re.Pattern[str]) -> list[str]:
    inside = [match.span() for match in _BRACKETS.finditer(text)]
    cuts = [
        match.start()
        for match in mark.finditer(text)
        if not any(first <= match.start() < last for first, last in inside)
    ]
    ends = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True)
    return [part for first, last in ends if (part := text[first:last].strip())]


def in_force(assignment: Row, as_of: str) -> bool:
    """Whether a row holds on the day: begun (or beginning unknown), and its last day not past."""
    begun = assignment["from_on"] is None or reached(assignment["from_on"], as_of)
    return begun and (assignment["to_on"] is None or takes_effect(assignment["to_on"]) >= as_of)


def answering(project: Row, assignments: Sequence[Row], as_of: str) -> Answering:
    """Who answers for a project on a day, by role in the usual order; roles that nobody has are left out.

    `project` needs only the columns of OWN_COLUMNS, `assignments` are the rows of that project.
    """
    found = {role: _own(role, project[column]) for role, column in OWN_COLUMNS.items() if project[column]}
    if assignments:
        found = _with_terms(found, assignments, as_of)
    return {role: found[role] for role in sorted(found, key=_place)}


@lru_cache(maxsize=65536)
def _own(role: str, text: str) -> tuple[Duty, ...]:
    """Those whom a column names. Few people answer for very many projects: each writing is looked at once."""
    return tuple(Duty(role, who, "", "", None, None, None) for who in names_in(text, role))


def _with_terms(own: Answering, assignments: Sequence[Row], as_of: str) -> Answering:
    """The rows in force, and of those whom columns name the ones that no row knows."""
    found: dict[str, list[Duty]] = {}
    known: dict[str, set[str]] = {}
    there: dict[str, set[str]] = {}
    for row in assignments:
        who, role = who_of(row), row["role"]
        if not who:
            continue
        key = key_of(who)
        known.setdefault(role, set()).add(key)
        if in_force(row, as_of) and key not in there.setdefault(role, set()):
            there[role].add(key)
            found.setdefault(role, []).append(_duty(row, who))
    for role, duties in own.items():
        if role not in known:
            found[role] = list(duties)
        elif said := [duty for duty in duties if key_of(duty.who) not in known[role]]:
            found.setdefault(role, []).extend(said)
    return {role: tuple(duties) for role, duties in found.items()}


def _duty(row: Row, who: str) -> Duty:
    org = "" if row["org"] == who else row["org"] or ""
    return Duty(row["role"], who, org, row["phone"] or "", row["from_on"], row["to_on"], row["id"])


@lru_cache(maxsize=256)
def _place(role: str) -> tuple[int, str]:
    return (DUTY_ROLES.index(role) if role in DUTY_ROLES else len(DUTY_ROLES), role)


def written(duties: Iterable[Duty]) -> str:
    """The names as one cell shows them."""
    return "、".join([duty.who for duty in duties])


def gaps(found: Answering, stage: Stage) -> tuple[str, ...]:
    """The needed roles that nobody has. Asked of signed projects that have not been withdrawn (R39, R40)."""
    if stage in {Stage.RESERVE, Stage.WITHDRAWN}:
        return ()
    return tuple(role for role in NEEDED_ROLES if not found.get(role))


def is_running(stage: Stage) -> bool:
    """Whether a project still makes work: signed, and neither on target nor withdrawn."""
    return stage in {Stage.SIGNED, Stage.STARTED, Stage.IN_PRODUCTION}


def warnings_of(assignments: Sequence[Row]) -> list[Problem]:
    """What does not fit together in the rows of one project. No missing end is invented."""
    if not assignments:
        return []
    found = []
    for row in assignments:
        start, end = row["from_on"], row["to_on"]
        if not who_of(row):
            found.append(Problem("duty.nobody", {"role": row["role"]}))
        if start and end and takes_effect(end) < start:
            facts = {"who": who_of(row), "role": row["role"], "from_on": start, "to_on": end}
            found.append(Problem("duty.ends_before_start", facts))
    ordered = sorted(assignments, key=lambda row: (row["role"], row["from_on"] or ""))
    for role, rows in groupby(ordered, key=lambda row: row["role"]):
        found += _without_end(role, [row for row in rows if who_of(row)])
    return found


def _without_end(role: str, rows: list[Row]) -> list[Problem]:
    """Those who have no end though another one began after them."""
    found = []
    for n, row in enumerate(rows):
        later = next((each for each in rows[n + 1 :] if each["from_on"] and _began(row, each)), None)
        if row["to_on"] is None and later:
            facts = {"who": who_of(row), "role": role, "next": who_of(later), "since": later["from_on"]}
            found.append(Problem("duty.no_end", facts))
    return found


def _began(row: Row, other: Row) -> bool:
    """Whether `other`, somebody else, began surely after `row` did."""
    if key_of(who_of(row)) == key_of(who_of(other)):
        return False
    return row["from_on"] is None or takes_effect(row["from_on"]) < other["from_on"]


def own_text(duties: Iterable[Duty]) -> str | None:
    """The names as the project's own column keeps them, a leader with the post in brackets; `names_in` reads it."""
    parts = [f"{d.who}（{d.org}）" if d.role == "包联领导" and d.org else d.who for d in duties]
    mark = "；" if any(_BETWEEN.search(_BRACKETS.sub("", part)) for part in parts) else "、"
    return mark.join(parts) or None


def bare(who: str) -> str:
    """A name without the post that is written behind it in brackets."""
    return _BRACKETS.sub("", who).strip() or who


def post_in(who: str) -> str:
    """The post that is written behind a name in brackets, or ""."""
    match = _BRACKETS.search(who)
    return match[0][1:-1] if match else ""

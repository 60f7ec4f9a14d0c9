"""A snapshot of a project in words, beside what stands there now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from zonedesk.domain.columns import FIELDS, PROJECT_FIELDS, TABLE_LABELS, TITLE_KEYS, TRACKS
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import show_value, unit_of
from zonedesk.ops.as_it_stood import CHILDREN, Snapshot

# "gone": it is not there any more; "added": it was not there yet.
PartState = Literal["same", "changed", "gone", "added"]
_TITLE_LENGTH = 18
# A row at one moment (None: not there), with the names of what it points to.
_Side = tuple[Mapping[str, Any] | None, Mapping[str, Mapping[int, str]]]


@dataclass(frozen=True, slots=True)
class Line:
    """One field: what stood there then, what stands there now."""

    label: str
    then: str
    now: str

    @property
    def differs(self) -> bool:
        """Whether it has been changed since."""
        return self.then != self.now


@dataclass(frozen=True, slots=True)
class Part:
    """Some fields under one title: a group of the project's, or one row that hangs on it."""

    table: str
    title: str
    state: PartState
    lines: tuple[Line, ...]


def parts_of(then: Snapshot, now: Snapshot, money_unit: str) -> list[Part]:
    """The project by group, then each row that hung on it or hangs on it now; fields empty both times are left out."""
    parts = list(_groups(then, now, money_unit))
    for table in CHILDREN:
        parts += _rows(table, then, now, money_unit)
    return parts


def differences(parts: list[Part]) -> int:
    """How many fields, or whole rows, are not as they were."""
    return sum(
        1 if part.state in {"gone", "added"} else sum(line.differs for line in part.lines) for part in parts
    )


def row_title(table: str, row: Mapping[str, Any], names: Mapping[str, Mapping[int, str]]) -> str:
    """What a row that hangs on a project is called: “施工许可证”, “2024-03”, “2024年第一次 签约一批”."""
    if table == "listing":
        batch = names.get("batch", {}).get(row.get("batch_id", 0), "")
        return f"{batch} {TRACKS.get(row.get('track', ''), '')}".strip()
    title = str(next((row[key] for key in TITLE_KEYS if row.get(key)), TABLE_LABELS[table]))
    return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"


def _groups(then: Snapshot, now: Snapshot, money_unit: str) -> Iterator[Part]:
    own = [field for field in PROJECT_FIELDS if field.table == "project"]
    state: PartState = "gone" if now.project is None else "added" if then.project is None else "same"
    for title, fields in groupby(own, key=lambda field: field.group):
        lines = _lines(list(fields), (then.project, then.names), (now.project, now.names), money_unit)
        if lines:
            yield Part("project", title, _state(state, lines), lines)
    before, after = _extra(then.project), _extra(now.project)
    extra = tuple(
        Line(key, str(before.get(key, "")), str(after.get(key, "")))
        for key in dict.fromkeys([*before, *after])
    )
    if extra:
        yield Part("project", "其他栏目", _state(state, extra), extra)


def _rows(table: str, then: Snapshot, now: Snapshot, money_unit: str) -> Iterator[Part]:
    before = {row["id"]: row for row in then.children.get(table, ())}
    after = {row["id"]: row for row in now.children.get(table, ())}
    for row_id in dict.fromkeys([*before, *after]):
        old, new = before.get(row_id), after.get(row_id)
        state: PartState = "gone" if new is None else "added" if old is None else "same"
        title = row_title(table, old or new or {}, then.names if old else now.names)
        lines = _lines(list(FIELDS[table]), (old, then.names), (new, now.names), money_unit)
        yield Part(table, title, _state(state, lines), lines)


def _state(state: PartState, lines: tuple[Line, ...]) -> PartState:
    return "changed" if state == "same" and any(line.differs for line in lines) else state


def _lines(fields: list[Field], old: _Side, new: _Side, money_unit: str) -> tuple[Line, ...]:
    lines = []
    for field in fields:
        then, now = _text(field, old, money_unit), _text(field, new, money_unit)
        unit = unit_of(field, money_unit)
        if then or now:
            lines.append(Line(f"{field.label}（{unit}）" if unit else field.label, then, now))
    return tuple(lines)


def _text(field: Field, side: _Side, money_unit: str) -> str:
    row, names = side
    if row is None:
        return ""
    typed = (row.get("unfit") or {}).get(field.stored_as)
    if typed is not None:
        return f"{typed}（待核）"
    value = row.get(field.stored_as)
    if value is not None and field.kind is Kind.REF:
        return names.get(field.ref, {}).get(value, f"{value}号")
    return show_value(field, value, money_unit)


def _extra(row: Mapping[str, Any] | None) -> dict[str, Any]:
    found = (row or {}).get("extra") or {}
    return json.loads(found) if isinstance(found, str) else dict(found)

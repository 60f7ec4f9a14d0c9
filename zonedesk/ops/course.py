"""Registering that projects stand still (停工), go on again (复工), or end (终止、调出): one step for all of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from zonedesk.domain.columns import TABLE_LABELS, field_of
from zonedesk.domain.course import DAY_COLUMNS, TURN_LABELS, Turn, columns_of, turn_doubts
from zonedesk.domain.errors import Problem, RefusedError
from zonedesk.domain.values import clean_text, read_value
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer


def register_turn(
    w: Writer, *, project_ids: Sequence[int], turn: Turn, day: str, reason: str = "", kind: str = ""
) -> None:
    """登记: `day` and `reason` as typed; `kind` is how a project left (终止, 调出).

    Going on again keeps the reason of the standstill. Raises RefusedError for what is no date, for none, and for a
    project that is gone.
    """
    iso = read_day(turn, day)
    values = columns_of(turn, iso, clean_text(reason), kind)
    for project_id in project_ids:
        row = w.row("project", project_id)
        if row is None:
            raise RefusedError("record.missing", what=TABLE_LABELS["project"], name=str(project_id))
        told: dict[str, Any] = dict(values)
        kept = {column: text for column, text in json.loads(row["unfit"]).items() if column not in values}
        if kept != json.loads(row["unfit"]):
            told["unfit"] = json.dumps(kept, ensure_ascii=False)
        w.update("project", project_id, told)
    first = w.row("project", project_ids[0]) if project_ids else None
    named = f"“{first['name']}”" if first else ""
    many = f"等 {len(project_ids)} 个项目" if len(project_ids) > 1 else ""
    w.label = f"登记{named}{many}{kind or TURN_LABELS[turn]}：{iso}"


def read_day(turn: Turn, text: str) -> str:
    """The day (partial ISO) that was typed; RefusedError if it is none."""
    field = field_of("project", DAY_COLUMNS[turn])
    reading = read_value(field, text)
    if reading.value is None:
        raise RefusedError("date.bad", text=clean_text(text))
    return str(reading.value)


def doubts_of(
    reader: Reader, project_ids: Sequence[int], turn: Turn, day: str, *, reason: str, today: dt.date
) -> list[tuple[str, Problem]]:
    """What is doubtful about registering a turn: each with the name of its project. [] for a day that is none."""
    try:
        iso = read_day(turn, day)
    except RefusedError:
        return []
    return [
        (row["name"], doubt)
        for row in reader.rows_in("project", "id", project_ids)
        for doubt in turn_doubts(row, turn, iso, clean_text(reason), today.isoformat())
    ]

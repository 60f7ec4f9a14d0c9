"""What makes lights mixed and red rare: entry into the statistics, good reasons, deadlines that were set anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from zonedesk.domain.columns import CLOSED, DONE, REQUIRED
from zonedesk.domain.dates import takes_effect
from zonedesk.ops.sample_parts.registry import part
from zonedesk.ops.sample_words import SURNAMES
from zonedesk.store.writer import Writer

Row = dict[str, Any]
_REASONS = (
    "用地报批尚在省级审查，经市级同意顺延",
    "环评公众参与延期，管委会已备案",
    "企业股权变更，已报备延期开工",
    "冬季环保管控，按要求推迟土方作业",
)
_NOTES = (
    "与企业对接，施工图审查正在办理",
    "现场走访，核对本周进度",
    "电话调度，招标公告已发布",
    "周调度会通报，企业按倒排计划推进",
)


@part(90)
def lights(w: Writer, rng: Random, as_of: dt.date) -> None:
    """Nothing of projects that have ended."""
    day = as_of.isoformat()
    projects = {
        row["id"]: row for row in w.find_all("project") if row["sign_date"] and not row["withdrawn_on"]
    }
    for pid, row in projects.items():
        values = dict(_of_project(rng, row, day))
        if values:
            w.update("project", pid, values)
    _promise_anew(w, rng, as_of, set(projects))
    _leave_behind(w, rng, day)
    w.insert_many("follow_up", [row for each in projects.values() for row in _notes(rng, each, as_of)])


def _of_project(rng: Random, row: Row, day: str) -> Iterator[tuple[str, str]]:
    if row["start_actual"]:
        if rng.random() < 0.96:
            began = dt.date.fromisoformat(takes_effect(row["start_actual"]))
            entered = (began + dt.timedelta(days=rng.randint(3, 28))).isoformat()
            if entered <= day:
                yield "statistics_on", entered
    elif row["start_plan"] and takes_effect(row["start_plan"]) <= day and rng.random() < 0.55:
        yield "delay_reason", rng.choice(_REASONS)


def _promise_anew(w: Writer, rng: Random, as_of: dt.date, wanted: set[int]) -> None:
    """Most of what is overdue was given a new day, some of it this week; a little is overdue since yesterday."""
    moved: dict[int, bool] = {}
    for table, deadline, ended, keep in (
        ("procedure", "promised_on", DONE, 0.12),
        ("problem", "deadline", CLOSED, 0.15),
    ):
        for row in w.find_all(table):
            pid, until = row["project_id"], row[deadline]
            if pid not in wanted or row["status"] == ended or not until or until >= as_of.isoformat():
                continue
            if table == "procedure" and row["required"] != REQUIRED:
                continue
            if pid not in moved:
                moved[pid] = rng.random() >= keep
            if moved[pid]:
                days = -1 if rng.random() < 0.03 else rng.randint(0, 45)
                w.update(table, row["id"], {deadline: (as_of + dt.timedelta(days=days)).isoformat()})


def _leave_behind(w: Writer, rng: Random, day: str) -> None:
    """Now and then the last month was not reported, or the year's plan is far from being met."""
    for row in w.find_all("monthly_progress", month=day[:7]):
        chance = rng.random()
        if chance < 0.015:
            w.delete("monthly_progress", row["id"])
        elif chance < 0.03 and row["year_plan"]:
            w.update("monthly_progress", row["id"], {"year_plan": row["year_plan"] * 2})


def _notes(rng: Random, row: Row, as_of: dt.date) -> Iterator[Row]:
    """What is scheduled weekly has a note of this week; what produces, one of this month."""
    building = row["start_actual"] and not row["prod_actual"]
    if building or row["effect_actual"] or rng.random() > 0.88:
        return
    days = rng.randint(0, 25 if row["start_actual"] else 6)
    yield {
        "project_id": row["id"],
        "happened_on": (as_of - dt.timedelta(days=days)).isoformat(),
        "kind": "进展",
        "content": rng.choice(_NOTES),
        "by_whom": rng.choice(SURNAMES) + "某",
    }

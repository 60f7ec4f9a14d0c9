"""Templates, the land chain, handling by commitment and pauses of an invented ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from random import Random
from typing import Any

from zonedesk.domain.columns import DONE, REQUIRED
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.templates import COMMITTED, Template, TemplateBook
from zonedesk.domain.tracking_columns import DAY_OFF, DAY_ON
from zonedesk.ops.sample_parts.registry import part
from zonedesk.ops.templates import book_of, seed_templates
from zonedesk.store.writer import Writer

Row = dict[str, Any]
_LAND, _PARTLY = "P14", "P18"
_FOLLOWED = 0.34  # how many of the projects are followed closely
_PAUSES = (("补正", 3, 12), ("技术评审", 8, 25), ("公示", 7, 15))
_TOGETHER = frozenset({"P15", "P16", "P17", "P29"})
_LEVELS = ("区", "区", "县", "市")
_AGENTS = ("王某", "李某", "赵某某", "孙某")
_WAITING = {
    "待挂牌（招拍挂）": ("土地已收储，等待招拍挂", "出让公告期满后组织成交"),
    "征收": ("征收补偿协议尚有2户未签", "入户协商，本月内签完"),
    "农转征批复": ("农转征已上报，等待批复", "盯办批复，同步准备征收公告"),
    "缴款": ("土地价款尚未缴清", "督促企业按合同约定缴清"),
}


@part(20)
def procedures(w: Writer, rng: Random, as_of: dt.date) -> None:
    """Every matter of commitment is handled so, nearly; a third of the projects is followed closely."""
    seed_templates(w)
    _own_days(w, as_of)
    book = book_of(w)
    land = next(each for each in book.by_id.values() if each.code == _LAND)
    projects = {row["id"]: row for row in w.find_all("project") if not row["withdrawn_on"]}
    pauses: list[Row] = []
    permits: dict[int, list[Row]] = {}
    first: dict[int, str] = {}
    followed: set[int] = set()
    for row in w.find_all("procedure"):
        project_id = row["project_id"]
        if project_id not in projects:
            continue
        if project_id not in first:
            first[project_id] = row["accepted_on"] or str(as_of)
            followed |= {project_id} if rng.random() < _FOLLOWED else set()
        if project_id in followed:
            pauses += _follow(w, rng, row, book, as_of)
            if row["done_on"] and (template := book.of_procedure(row)) and template.code in _TOGETHER:
                permits.setdefault(project_id, []).append(row)
        elif template := book.of_procedure(row):
            committed = template.mode in COMMITTED and rng.random() < 0.9
            mode = {"mode": template.mode} if committed else {}
            w.update("procedure", row["id"], {"template_id": template.id, **mode})
    _give_land(w, rng, [projects[pid] for pid in sorted(followed)], first=first, land=land, as_of=as_of)
    w.insert_many("procedure_pause", pauses)
    _issue_together(w, rng, permits.values())


def _issue_together(w: Writer, rng: Random, found: Iterable[list[Row]]) -> None:
    """Some projects got all permits of the package on one day."""
    for permits in found:
        if len(permits) == len(_TOGETHER) and rng.random() < 0.75:
            day = max(row["done_on"] for row in permits)
            for row in permits:
                w.update("procedure", row["id"], {"done_on": day})


def _own_days(w: Writer, as_of: dt.date) -> None:
    """A day off of the office's own, and the Saturday worked for it."""
    friday = as_of + dt.timedelta(days=(4 - as_of.weekday()) % 7 + 14)
    days = ((friday, DAY_OFF, "机关运动会调休"), (friday + dt.timedelta(days=1), DAY_ON, "机关运动会调休"))
    w.insert_many("holiday", [{"day": str(day), "kind": kind, "name": name} for day, kind, name in days])


def _follow(w: Writer, rng: Random, row: Row, book: TemplateBook, as_of: dt.date) -> list[Row]:
    """Tie a procedure to its template and tell how it is handled; now and then its clock stands still."""
    template = book.of_procedure(row)
    if template is None:
        return []
    partly = "企业承诺" if template.code == _PARTLY and rng.random() < 0.3 else None
    values: Row = {
        "template_id": template.id,
        "level": rng.choice(_LEVELS),
        "channel": "线上",
        "mode": template.mode or partly,
    }
    if row["required"] != REQUIRED:
        values["not_required_reason"] = "年综合能耗低于1000吨标准煤" if rng.random() < 0.8 else None
        w.update("procedure", row["id"], values)
        return []
    accepted = dt.date.fromisoformat(row["accepted_on"])
    handed_in = accepted - dt.timedelta(days=rng.randint(0, 5))
    values |= {"submitted_on": str(handed_in), "agent": rng.choice(_AGENTS)}
    if row["status"] != DONE:
        values["status_on"] = str(min(accepted + dt.timedelta(days=rng.randint(1, 20)), as_of))
    w.update("procedure", row["id"], values)
    return [] if row["status"] == DONE or rng.random() > 0.5 else [_pause(rng, row, accepted, as_of)]


def _pause(rng: Random, row: Row, accepted: dt.date, as_of: dt.date) -> Row:
    reason, least, most = rng.choice(_PAUSES)
    start = min(accepted + dt.timedelta(days=rng.randint(2, 10)), as_of)
    end = start + dt.timedelta(days=rng.randint(least, most))
    still = end > as_of or row["status"] == "补正"
    times = {"from_on": str(start), "to_on": None if still else str(end)}
    ids = {"project_id": row["project_id"], "procedure_id": row["id"]}
    return {**ids, "reason": "补正" if row["status"] == "补正" else reason, **times}


def _give_land(
    w: Writer, rng: Random, projects: list[Row], *, first: dict[int, str], land: Template, as_of: dt.date
) -> None:
    """The land procedure with its chain: done before building begins, else somewhere on its way."""
    rows, chains = [], []
    for project in projects:
        start = project["start_actual"] and dt.date.fromisoformat(takes_effect(project["start_actual"]))
        begun = dt.date.fromisoformat(first[project["id"]])
        count = len(land.steps) if start else rng.randint(3, len(land.steps) - 2)
        days = _days(rng, begun, min(start or as_of, as_of), count)
        chains.append(days)
        rows.append(_land_row(project, land, begun, days))
    steps = [
        {"project_id": row["project_id"], "procedure_id": procedure_id, "seq": n + 1, "name": name}
        | {"done_on": str(days[n]) if n < len(days) else None}
        for procedure_id, row, days in zip(w.insert_many("procedure", rows), rows, chains, strict=True)
        for n, name in enumerate(land.steps)
    ]
    w.insert_many("procedure_step", steps)


def _land_row(project: Row, land: Template, begun: dt.date, days: list[dt.date]) -> Row:
    done = len(days) == len(land.steps)
    step = "" if done else land.steps[len(days)]
    reason, following = _WAITING.get(step, (f"正在办理{step}", f"办结{step}后转入下一环节"))
    return {
        "project_id": project["id"],
        "name": "土地手续",
        "template_id": land.id,
        "dept": land.dept,
        "status": DONE if done else "办理中",
        "accepted_on": str(begun),
        "done_on": str(days[-1]) if done else None,
        "status_on": str(days[-1]),
        "waiting_reason": None if done else reason,
        "next_step": None if done else following,
    }


def _days(rng: Random, first: dt.date, last: dt.date, count: int) -> list[dt.date]:
    """So many days in order, from soon after the first to some days before the last."""
    span = max((last - first).days - rng.randint(0, 10), 0)
    return [first + dt.timedelta(days=span * (n + 1) // count) for n in range(count)]

"""Duties with their terms, the record of problems, and matters under supervision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from zonedesk.domain.columns import CLOSED, PROBLEM_LEVELS, PROBLEM_SOURCES
from zonedesk.domain.duties import bare, post_in
from zonedesk.domain.supervision import USUAL_PREFIX
from zonedesk.ops.sample_parts.registry import part
from zonedesk.ops.sample_words import DUTY_UNITS, SPONSOR_TITLES, SURNAMES
from zonedesk.store.writer import Writer

_PROGRESS = (
    "召开现场协调会，明确办理路径和时限",
    "已与有关部门对接，资料正在补充完善",
    "专题研究，拟定解决方案",
    "上门走访企业，逐项核对所需要件",
)
_FEEDBACK = ("已按要求办理，预计下旬完成", "主办单位正在组织实施，完成过半", "已协调到位，正在收尾")
_ESCALATED = "涉及多个部门，请上级协调"
_LEADERS = tuple(f"{SURNAMES[n]}某某" for n in range(6))

Row = dict[str, Any]


@part(40)
def duties(w: Writer, rng: Random, as_of: dt.date) -> None:
    """Terms of duty for a third of the projects, and the course of every second problem."""
    projects = [p for p in w.find_all("project") if p["sign_date"] and not p["withdrawn_on"]]
    w.insert_many("assignment", [row for p in projects for row in _terms(rng, p, as_of)])
    _follow(w, rng, as_of)


def _terms(rng: Random, project: Row, as_of: dt.date) -> Iterator[Row]:
    """One change of sponsor or service officer, and units beside the first one."""
    chance, signed = rng.random(), _day(project["sign_date"])
    if chance > 0.34 or signed is None or (as_of - signed).days < 60:
        return
    change = signed + (as_of - signed) * rng.randint(3, 8) / 10
    base = {"project_id": project["id"], "phone": None, "note": None}
    for role, column in (("包联领导", "sponsor"), ("服务专员", "service_officer")):
        now = project[column]
        if not now or (role == "包联领导" and chance > 0.2):
            continue
        before = rng.choice(SURNAMES) + ("某某" if role == "包联领导" else "某")
        post = rng.choice(SPONSOR_TITLES) if role == "包联领导" else None
        # One in twenty forgot to say when the one before ended.
        end = None if rng.random() < 0.05 else (change - dt.timedelta(days=1)).isoformat()
        if before != bare(now):
            yield base | {"role": role, "name": before, "org": post, "from_on": str(signed), "to_on": end}
        yield base | {
            "role": role,
            "name": bare(now),
            "org": post_in(now) or None,
            "from_on": str(change),
            "to_on": None,
        }
    if chance < 0.1 and project["duty_unit"]:
        other = rng.choice([unit for unit in DUTY_UNITS if unit != project["duty_unit"]])
        second = {"role": "第二责任单位", "name": None, "org": other, "from_on": str(change), "to_on": None}
        yield base | second


def _follow(w: Writer, rng: Random, as_of: dt.date) -> None:
    lines: list[Row] = []
    matters: list[Row] = []
    numbers: dict[int, int] = {}
    for problem in sorted(w.find_all("problem"), key=lambda row: (row["raised_on"] or "", row["id"])):
        raised = _day(problem["raised_on"])
        if raised is None:
            continue
        year = raised.year
        numbers[year] = numbers.get(year, 0) + 1
        values: Row = {"no": f"{year}-{numbers[year]:03d}", "source": rng.choice(PROBLEM_SOURCES)}
        if rng.random() < 0.6:
            lines += _course(rng, problem, raised, as_of, values)
        w.update("problem", problem["id"], values)
        deadline = _day(problem["deadline"])
        if problem["status"] != CLOSED and deadline and deadline < as_of and rng.random() < 0.3:
            issued = min(deadline + dt.timedelta(days=rng.randint(1, 6)), as_of)
            matters.append(_matter(rng, problem, issued, as_of))
    ids = w.insert_many("supervision", _numbered(matters))
    for row_id, matter in zip(ids, matters, strict=True):
        lines += _urging(rng, row_id, matter, as_of)
    w.insert_many("follow_up", lines)


def _course(rng: Random, problem: Row, raised: dt.date, as_of: dt.date, values: Row) -> Iterator[Row]:
    """The lines of one problem; `values` takes what they set."""
    end = _day(problem["closed_on"]) or as_of
    first = min(raised + dt.timedelta(days=rng.choice((0, 0, 0, 1, 2, 4))), end)
    values |= {
        "first_response_on": first.isoformat(),
        "raised_by": rng.choice(SURNAMES) + "某",
        "level": "区",
    }
    base = {"project_id": problem["project_id"], "problem_id": problem["id"], "supervision_id": None}
    who = problem["duty_person"]
    if problem["status"] == "待办":
        values["status"] = "办理中"
    yield base | _line(first, "响应", "已联系企业，当日受理", who)
    between = (end - first).days
    if between > 4:
        yield base | _line(first + dt.timedelta(days=between // 3), "进展", rng.choice(_PROGRESS), who)
    if between > 10 and rng.random() < 0.25:
        values["level"] = PROBLEM_LEVELS[1]
        day = first + dt.timedelta(days=between // 2)
        yield base | _line(day, "升级", f"由区级提请县级协调：{_ESCALATED}", who)
    if problem["status"] == "待核验":
        yield base | _line(end, "进展", "提请核验：已按措施落实", who)
    if problem["status"] == CLOSED:
        values |= {"verified_on": end.isoformat(), "verified_by": rng.choice(_LEADERS)}
        yield base | _line(end, "销号", problem["result"], values["verified_by"])


def _matter(rng: Random, problem: Row, issued: dt.date, as_of: dt.date) -> Row:
    deadline = issued + dt.timedelta(days=rng.choice((7, 10, 15, 30)))
    closed = deadline < as_of and rng.random() < 0.3
    state = "已销号" if closed else rng.choice(("已派", "处置中", "处置中", "待核验"))
    return {
        "project_id": problem["project_id"],
        "problem_id": problem["id"],
        "name": problem["description"],
        "source": rng.choice(("会议", "会议", "领导批示", "通报")),
        "content": f"{problem['measure']}，逾期未办结，请限期解决",
        "lead_unit": problem["duty_unit"],
        "co_units": rng.choice([unit for unit in DUTY_UNITS if unit != problem["duty_unit"]]),
        "supervisor": rng.choice(_LEADERS),
        "issued_on": issued.isoformat(),
        "deadline": deadline.isoformat(),
        "status": state,
        "closed_on": deadline.isoformat() if closed else None,
        "result": "已按期办结" if closed else None,
    }


def _numbered(matters: list[Row]) -> list[Row]:
    matters.sort(key=lambda row: (row["issued_on"], row["problem_id"]))
    numbers: dict[str, int] = {}
    for matter in matters:
        year = matter["issued_on"][:4]
        numbers[year] = numbers.get(year, 0) + 1
        matter["no"] = f"{USUAL_PREFIX}〔{year}〕{numbers[year]}号"
    return matters


def _urging(rng: Random, row_id: int, matter: Row, as_of: dt.date) -> Iterator[Row]:
    base = {"project_id": matter["project_id"], "problem_id": None, "supervision_id": row_id}
    issued, last = dt.date.fromisoformat(matter["issued_on"]), _day(matter["closed_on"]) or as_of
    days = (last - issued).days
    yield base | _line(issued, "进展", "下发", matter["supervisor"])
    if matter["status"] != "已派" and days > 2:
        yield base | _line(
            issued + dt.timedelta(days=days // 2), "反馈", rng.choice(_FEEDBACK), matter["lead_unit"]
        )
    deadline = dt.date.fromisoformat(matter["deadline"])
    for n in range(1, 3 if matter["status"] != "已销号" else 1):
        day = deadline + dt.timedelta(days=7 * n)
        if day <= as_of:
            yield base | _line(day, "催办", "已逾期，请抓紧办理并报送进展", matter["supervisor"])
    if matter["closed_on"]:
        yield base | _line(last, "销号", matter["result"], matter["supervisor"])


def _line(day: dt.date, kind: str, content: str | None, by_whom: str | None) -> Row:
    return {"happened_on": day.isoformat(), "kind": kind, "content": content, "by_whom": by_whom}


def _day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso and len(iso) == 10 else None

"""Invented visits, agency cases and promises of about a third of the projects."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from zonedesk.domain.tracking_columns import VISIT_KINDS
from zonedesk.ops.sample_parts.registry import part
from zonedesk.ops.sample_words import SURNAMES
from zonedesk.store.writer import Writer

_MATTERS = (
    "备案",
    "环境影响评价",
    "能源技术评价",
    "安全评价",
    "施工许可",
    "规划许可",
    "不动产登记",
    "取水许可",
    "水土保持",
)
_APPEALS = (
    ("施工临时用电容量不足，希望尽快增容", "已协调供电公司现场勘查，排入本月增容计划"),
    ("厂区北侧道路未贯通，大型设备运输不便", "已列入园区道路计划"),
    ("用工季节性短缺，希望组织专场招聘", "已联系人社部门，下周举办专场招聘会"),
    ("流动资金偏紧，希望对接银行", "已推荐两家银行上门对接"),
)
_PROMISES = ("水土保持方案", "节能审查", "雷电防护装置设计", "防空地下室易地建设")


@part(65)
def add_visits(w: Writer, rng: Random, as_of: dt.date) -> None:
    """Every third project that runs is visited, handled for, and promises something."""
    visits: list[dict[str, Any]] = []
    cases: list[dict[str, Any]] = []
    promises: list[dict[str, Any]] = []
    companies = {row["id"]: row["name"] for row in w.find_all("enterprise")}
    for project in w.find_all("project"):
        if project["withdrawn_on"] or not project["sign_date"] or rng.random() > 0.33:
            continue
        own = {"project_id": project["id"]}
        visits += [
            own | each | {"company": companies.get(project["enterprise_id"])} for each in _visits(rng, as_of)
        ]
        cases += [own | each for each in _cases(rng, as_of)]
        if rng.random() < 0.4:
            promises.append(own | _promise(rng, as_of, project["id"]))
    w.insert_many("visit", visits)
    w.insert_many("agency_case", cases)
    w.insert_many("commitment", promises)


def _visits(rng: Random, as_of: dt.date) -> list[dict[str, Any]]:
    found = []
    for kind in VISIT_KINDS[: rng.choice((1, 1, 2, 3, 4))]:
        appeal, answer = rng.choice(_APPEALS) if rng.random() < 0.4 else (None, None)
        found.append(
            {
                "visited_on": (as_of - dt.timedelta(days=rng.randint(0, 150))).isoformat(),
                "kind": kind,
                "persons": f"{rng.choice(SURNAMES)}某、{rng.choice(SURNAMES)}某某",
                "appeal": appeal,
                "result": answer if rng.random() < 0.7 else None,
                "satisfaction": rng.choice((None, 3, 4, 4, 5, 5)),
            }
        )
    return found


def _cases(rng: Random, as_of: dt.date) -> list[dict[str, Any]]:
    found = []
    for matter in rng.sample(_MATTERS, rng.choice((1, 1, 2, 3))):
        accepted = as_of - dt.timedelta(days=rng.randint(3, 200))
        done = accepted + dt.timedelta(days=rng.randint(5, 40))
        found.append(
            {
                "matter": matter,
                "agent": rng.choice(SURNAMES) + "某",
                "accepted_on": accepted.isoformat(),
                "done_on": done.isoformat() if done <= as_of else None,
                "cases": rng.choice((1, 1, 2, 2, 3, 5)),
                "satisfaction": rng.choice((None, 4, 5, 5)) if done <= as_of else None,
            }
        )
    return found


def _promise(rng: Random, as_of: dt.date, number: int) -> dict[str, Any]:
    signed = as_of - dt.timedelta(days=rng.randint(20, 300))
    deadline = signed + dt.timedelta(days=rng.choice((90, 180, 365)))
    kept = deadline <= as_of and rng.random() < 0.85
    return {
        "matter": rng.choice(_PROMISES),
        "letter_no": f"示诺〔{signed.year}〕{number}号",
        "signed_on": signed.isoformat(),
        "deadline": deadline.isoformat(),
        "fulfilled_on": deadline.isoformat() if kept else None,
        "checked_on": deadline.isoformat() if kept and rng.random() < 0.7 else None,
    }

"""Why projects stand still or ended, and what is to be done next."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from zonedesk.domain.dates import takes_effect
from zonedesk.ops.sample_parts.registry import part
from zonedesk.store.writer import Writer

_STILL = ("资金未到位", "等待设备到货", "用地边界待核定", "冬季停工", "设计方案调整")
_ON_AGAIN = ("资金到位", "设备到场", "边界核定后续建", "气温回升，按计划复工", "新方案批复")
_ENDED = (
    ("终止", "企业投资计划调整，双方协商解除协议"),
    ("终止", "未按约定时间开工，收回项目用地"),
    ("调出", "改列市级重点工程，不再列入三个一批"),
    ("调出", "项目迁至其他园区实施"),
)
_NEXT = {
    "signed": (
        "月底前完成土地平整并交付企业",
        "下周召开方案评审会，确定总平面布置",
        "协调供电公司出具接入方案",
        "组织办理施工许可，同步开展临时用电报装",
        "与企业会商开工时间，签订补充协议",
    ),
    "started": (
        "主体厂房月内封顶，同步安装设备基础",
        "设备下月到场，安排安装调试",
        "完成外线接入，申请试生产",
        "推进室外管网和道路硬化",
        "组织联合验收，办理不动产首次登记",
    ),
    "in_production": (
        "申请入规，办理统计登记",
        "协助企业对接下游订单，逐步达到设计产能",
        "落实流动资金贷款，补齐第二班产线",
    ),
}
_STEPS = (("prod_actual", "in_production"), ("start_actual", "started"), ("sign_date", "signed"))


_MOST_DAYS = 120  # within which those that ended did so


@part(15)
def course(w: Writer, rng: Random, as_of: dt.date) -> None:
    """A few that were begun end; reasons for all that stand still or ended; next steps for a third of the rest."""
    for project in w.find_all("project"):
        told: dict[str, str] = {}
        begun = bool(project["start_actual"]) and not project["prod_actual"]
        if project["suspended_on"]:
            why = rng.randrange(len(_STILL))
            told["suspend_reason"] = _STILL[why]
            if project["resumed_on"]:
                told["resume_reason"] = _ON_AGAIN[why]
        if project["withdrawn_on"] or (begun and not project["suspended_on"] and rng.random() < 0.09):
            told |= _end(rng, project, as_of)
        elif not project["effect_actual"] and rng.random() < 0.34:
            stage = next((stage for column, stage in _STEPS if project[column]), None)
            told |= {"next_step": rng.choice(_NEXT[stage])} if stage else {}
        if told:
            w.update("project", project["id"], told)


def _end(rng: Random, project: dict[str, Any], as_of: dt.date) -> dict[str, str]:
    """When, how and why a project ended: not before its last step."""
    kind, reason = rng.choice(_ENDED)
    last = dt.date.fromisoformat(takes_effect(project["start_actual"] or project["sign_date"]))
    first = max(last, as_of - dt.timedelta(days=_MOST_DAYS))
    day = first + (as_of - first) * rng.randint(1, 10) / 10
    return {"withdraw_kind": kind, "withdraw_reason": reason, "withdrawn_on": day.isoformat()}

"""Scheduling: the usual duties with what was done, two months of meetings with action items, one campaign."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from zonedesk.domain.meetings import MONTHLY, REVIEW, WEEKLY, meeting_name
from zonedesk.domain.routines import DEFAULTS, MONTH, QUARTER, WEEK, XUN, period_of
from zonedesk.domain.tracking_columns import ACTION_DONE, ACTION_STATES
from zonedesk.ops.sample_parts.registry import part
from zonedesk.ops.sample_words import DUTY_UNITS, SURNAMES
from zonedesk.store.writer import Writer

_WEEKS, _MOST_PROJECTS = 6, 36
_MATTERS = (
    ("会同企业倒排开工计划，逐周报进度", "已报送倒排计划，按周更新"),
    ("协调供电、供水接入点位，明确施工时间", "接入方案已批复，正在组织施工"),
    ("组织部门联审，一次性告知需补正要件", "联审意见已反馈企业，补正材料已报"),
    ("对接银行落实项目贷款授信", "已与两家银行对接，授信在审"),
    ("督促总包单位增加班组，抢回滞后工期", "已增加班组，周进度恢复正常"),
    ("现场核查停工原因，提出复工时间", "已现场核查，拟于下月复工"),
)
_GENERAL = (
    "各专班更新项目清单、问题清单、责任清单",
    "梳理下月拟开工项目，报经济发展局汇总",
    "对连续两周无进展的项目发提醒函",
)
_OPINIONS = {
    WEEKLY: "一、对逾期未开工项目逐个明确开工时间；二、未更新进度的项目本周内补报；三、上次议定事项未办结的说明原因。",
    REVIEW: "一、本旬未完成事项转入下旬，逐项写明原因；二、手续卡点由行政审批局牵头会商。",
    MONTHLY: "一、三率靠后的园区作表态发言；二、亮红灯项目列入督办；三、下月拟投产项目提前验收准备。",
}

Row = dict[str, Any]


@part(60)
def meetings(w: Writer, rng: Random, as_of: dt.date) -> None:
    """Duties, meetings, action items, a campaign."""
    projects = [
        row
        for row in w.find_all("project")
        if row["sign_date"] and not row["withdrawn_on"] and not row["prod_actual"]
    ]
    held = list(_meetings(rng, as_of))
    ids = w.insert_many("meeting", held)
    _routines(w, as_of)
    items = [
        row
        for meeting_id, row in zip(ids, held, strict=True)
        for row in _items(rng, meeting_id, row, projects, as_of)
    ]
    notes = [row.pop("note") for row in items]
    item_ids = w.insert_many("action_item", items)
    w.insert_many(
        "follow_up",
        [
            {"action_item_id": item_id, "project_id": row["project_id"], **note}
            for item_id, row, note in zip(item_ids, items, notes, strict=True)
            if note
        ],
    )
    _campaign(w, rng, projects, as_of)


def _meetings(rng: Random, as_of: dt.date) -> Iterator[Row]:
    """Fridays' weekly meetings but for one that was let go, reviews of two 旬, last month's consultation, one on a topic."""
    friday = as_of - dt.timedelta(days=(as_of.weekday() - 4) % 7)
    days = [(WEEKLY, friday - dt.timedelta(weeks=n)) for n in range(_WEEKS) if n != 3]
    xun = period_of(XUN, as_of).before()
    days += [(REVIEW, xun.last), (REVIEW, xun.before().last)]
    month = period_of(MONTH, as_of).first
    days += [(MONTHLY, month + dt.timedelta(days=4)), ("专题会", month + dt.timedelta(days=10))]
    for kind, day in sorted(days, key=lambda each: each[1]):
        topic = "土地手续专题推进会" if kind == "专题会" else meeting_name(kind, day.isoformat())
        yield {
            "kind": kind,
            "held_on": day.isoformat(),
            "name": topic,
            "host": f"{rng.choice(SURNAMES)}某某",
            "place": "管委会二楼会议室" if kind != "专题会" else "行政审批局会议室",
            "attendees": "各园区、经济发展局、规划建设局、行政审批局、招商服务局",
            "minutes": None,
            "decisions": _OPINIONS.get(
                kind, "土地手续未办结的项目由自然资源分局逐项列出办结时间，每周销号。"
            ),
        }


def _items(rng: Random, meeting_id: int, meeting: Row, projects: list[Row], as_of: dt.date) -> Iterator[Row]:
    """Two to four items of a meeting, most of them about a project; what is past its deadline is mostly done."""
    held = dt.date.fromisoformat(meeting["held_on"])
    for number in range(rng.randint(2, 4)):
        project = rng.choice(projects) if projects and number else None
        content, progress = (
            rng.choice(_MATTERS) if project else (rng.choice(_GENERAL), "各单位已报送，正在汇总")
        )
        deadline = held + dt.timedelta(days=rng.choice((7, 7, 10, 14, 21)))
        done = deadline <= as_of and rng.random() < 0.8
        done_on = min(deadline - dt.timedelta(days=rng.randint(-2, 3)), as_of)
        begun = not done and rng.random() < 0.6 and held < as_of
        noted = min(held + dt.timedelta(days=rng.randint(1, 6)), as_of)
        note = {
            "happened_on": noted.isoformat(),
            "kind": "进展",
            "content": progress,
            "by_whom": f"{rng.choice(SURNAMES)}某",
        }
        yield {
            "meeting_id": meeting_id,
            "project_id": project["id"] if project else None,
            "content": content,
            "owner_unit": (project["duty_unit"] if project else None) or rng.choice(DUTY_UNITS),
            "owner_person": (project["duty_person"] if project else None) or f"{rng.choice(SURNAMES)}某",
            # Now and then nobody says by when.
            "deadline": None if rng.random() < 0.06 and not done else deadline.isoformat(),
            "status": ACTION_DONE if done else ACTION_STATES[1 if begun else 0],
            "done_on": done_on.isoformat() if done else None,
            "result": progress if done else None,
            "note": note if done or begun else None,
        }


def _routines(w: Writer, as_of: dt.date) -> None:
    """The usual duties since the month before last; bulletins and reports were done, but for the last review and quarter."""
    month = period_of(MONTH, as_of)
    starts_on = month.before().before().first
    rows = [
        {"name": name, "cycle": cycle, "day": day, "lead_days": lead, "output": output, "active": 1, "starts_on": starts_on.isoformat()}
        for name, cycle, day, lead, output in DEFAULTS
    ]  # fmt: skip
    ids = dict(zip((row["name"] for row in rows), w.insert_many("routine", rows), strict=True))
    done: list[Row] = []
    for name, _, day, _, _ in DEFAULTS:
        cycle = {WEEKLY: WEEK, "报送截止": MONTH, "月通报": MONTH, REVIEW: XUN, "季通报": QUARTER}.get(name)
        if cycle is None:
            continue
        period = period_of(cycle, starts_on)
        while (due := period.day(day)) < as_of:
            # Of the last weeks the meetings themselves tell.
            known = name in {WEEKLY, REVIEW} and period.last >= as_of - dt.timedelta(weeks=_WEEKS)
            if not known:
                late = 1 if due.day % 3 == 0 else 0
                told = {"routine_id": ids[name], "period": period.name, "note": None}
                done.append(told | {"done_on": min(due + dt.timedelta(days=late), as_of).isoformat()})
            period = period.next()
    w.insert_many("routine_done", done)


def _campaign(w: Writer, rng: Random, projects: list[Row], as_of: dt.date) -> None:
    """冬季行动 in the cold months, else 百日攻坚行动: to have projects started by the end of the next quarter."""
    start = (as_of - dt.timedelta(days=45)).replace(day=1)
    end = period_of(QUARTER, as_of + dt.timedelta(days=25)).last
    season = "冬季行动" if as_of.month in {10, 11, 12, 1, 2, 3} else "百日攻坚行动"
    waiting = [
        row["id"] for row in projects if not row["start_actual"] or row["start_actual"] >= start.isoformat()
    ]
    chosen = sorted(rng.sample(waiting, min(len(waiting), _MOST_PROJECTS)))
    campaign_id = w.insert(
        "campaign",
        {
            "name": f"{end.year}年{season}",
            "goal": "开工",
            "start_on": start.isoformat(),
            "goal_on": end.isoformat(),
            "note": f"确保签约项目于{end.month}月底前集中开工",
        },
    )
    w.insert_many("campaign_project", [{"campaign_id": campaign_id, "project_id": pid} for pid in chosen])

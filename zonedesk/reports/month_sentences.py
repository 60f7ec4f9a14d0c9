"""本月进展 and 领办代办 in words, the way official bulletins write them. Every number comes from the figures."""

from __future__ import annotations

from zonedesk.domain.dates import chinese, last_day_of_month
from zonedesk.domain.figures.month import Step
from zonedesk.ops.month_report import MonthData
from zonedesk.reports.sentences import money

_NAMED = 3  # so few projects are named in the sentence itself


def month_progress(data: MonthData) -> list[str]:
    """The steps that projects took in the month; the money spent, and how it stands to the year's plan and the time."""
    return [_steps(data), *_spent(data)]


def _steps(data: MonthData) -> str:
    month = f"{int(data.month[5:])}月"
    if data.as_of != last_day_of_month(data.month):
        month += f"（截至{int(data.as_of[8:])}日）"
    taken = [_step(data, step) for step in data.steps if step.rows]
    none = "、".join(step.label for step in data.steps if not step.rows)
    if none:
        taken.append(f"无{none}项目")
    return f"{month}，{'；'.join(taken)}。"


def _step(data: MonthData, step: Step) -> str:
    text = f"{step.label}项目{len(step.rows)}个"
    if len(step.rows) <= _NAMED:
        text += f"（{'、'.join(_name(data, pid) for pid in step.rows)}）"
    return text + f"，总投资{money(step.investment)}亿元"


def _name(data: MonthData, project_id: int) -> str:
    facts = data.now.view.facts
    project = facts.projects[project_id]
    # One zone's bulletin need not say which.
    zone = "" if data.zone or len(data.zones) < 2 else facts.zones.get(project.zone_id or 0, "")
    return zone + project.name


def _spent(data: MonthData) -> list[str]:
    spent, month = data.spent, chinese(data.spent.month)
    owing = f"应报未报的项目{len(data.owing)}个" if data.owing else ""
    if not spent.reported:
        return [f"{month}进展尚无项目上报{'，' + owing if owing else ''}。"]
    text = f"已上报{month}进展的项目{len(spent.reported)}个"
    if spent.told:
        some = (
            f"其中{len(spent.told)}个填报当月完成投资，合计"
            if spent.told != spent.reported
            else "当月完成投资"
        )
        text += f"，{some}{money(spent.spent)}亿元"
    found = [text + (f"；{owing}" if owing else "") + "。"]
    if spent.planned:
        found.append(
            f"其中有年度计划投资的项目{len(spent.planned)}个，年度计划投资{money(spent.plan)}亿元，"
            f"本年累计完成投资{money(spent.done)}亿元，完成年度计划的{spent.completion.text()}，{_against_time(data)}。"
        )
    return found


def _against_time(data: MonthData) -> str:
    lead, elapsed = data.spent.lead, data.spent.elapsed.text()
    if not lead:
        return f"与时间进度（{elapsed}）持平"
    return f"比时间进度（{elapsed}）{'快' if lead > 0 else '慢'}{abs(lead)}个百分点"


def agency(data: MonthData) -> str:
    """领办代办: 项, 件 and 项目 kept apart; "" if there is none."""
    found = data.agency
    if not found.items:
        return ""
    text = f"为{found.projects}个项目领办代办事项{found.items}项，共涉及{found.cases}件"
    text += f"（另有{found.uncounted}项未填件数）" if found.uncounted else ""
    text += f"；已办结{found.done_items}项、{found.done_cases}件" if found.done_items else "；均在办理"
    if found.rated:
        text += f"；企业评价{found.rated}项，其中满意{found.satisfied}项"
    return text + "。"

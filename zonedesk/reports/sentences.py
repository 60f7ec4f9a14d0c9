"""The month in words, the way official bulletins write it. Every number comes from the figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from zonedesk.domain.columns import TRACKS
from zonedesk.domain.dates import chinese
from zonedesk.domain.figures.ratio import NO_BASE, points_between
from zonedesk.domain.figures.registry import BASIS_LABELS
from zonedesk.domain.figures.tracks import TrackTotals
from zonedesk.domain.money import format_money
from zonedesk.domain.stages import DUE_LABELS, Due
from zonedesk.ops.month_report import MonthData, ZoneLine

DUE_ORDER = (Due.NOT_DUE, Due.OVERDUE, Due.UNDATED, Due.SUSPENDED)
_LEADING = {
    "production_rate": "completed_investment"
}  # other rates lead with investment (source texts G1–G3)
_NAMED_PENDING = 3  # so few unfinished procedures are named in the sentence itself


def money(yuan: int) -> str:
    """亿元 with at most four decimals (whole 万元), as the bulletins print it, without trailing zeros."""
    text = format_money(yuan, "亿元", 4)
    return text.rstrip("0").rstrip(".")


def month_words(month: str) -> str:
    """“2024年3月”."""
    return chinese(month)


def scope_words(data: MonthData) -> str:
    """Which batches, zone and industry the figures cover."""
    batches = data.batches
    if not batches:
        held = "无活动批次"
    elif len(batches) == 1:
        held = batches[0]
    else:
        held = f"{batches[0]}至{batches[-1]}共{len(batches)}次活动"
    parts = [held, data.zone or "全部开发区"]
    if data.scope.industry_field:
        parts.append(f"{data.scope.industry_field}领域")
    if data.scope.without_withdrawn:
        parts.append("不含已终止、调出项目")
    return "，".join(parts)


def basis_note(data: MonthData, basis: str = "") -> str:
    """The footnote under a table of figures: how it is counted, of which day, of what."""
    counted = f"口径：{basis}；" if basis else ""
    return f"注：{counted}数据截至{chinese(data.as_of)}；范围：{scope_words(data)}。"


def overall(data: MonthData) -> list[str]:
    """总体情况: the activities held, then each track with its rate by every basis."""
    batches = data.batches
    if not batches:
        return [f"截至{chinese(data.as_of)}，台账共有项目{len(data.now.view.projects)}个，均未列入活动批次。"]
    held = f"（{batches[0]}至{batches[-1]}）" if len(batches) > 1 else f"（{batches[0]}）"
    first = (
        f"截至{chinese(data.as_of)}，共实施{len(batches)}次“三个一批”活动{held}，"
        f"列入项目{len(data.now.view.listed)}个。"
    )
    return [first, _signing(data), _start(data), _production(data)]


def _signing(data: MonthData) -> str:
    totals, rates = data.now.tracks["signing"], data.now.rates["start_rate"]
    if not totals.rows:
        return "“签约一批”暂无项目。"
    invested, counted = rates["investment"], rates["count"]
    return (
        f"{_listed(totals)}，已开工项目{counted.ratio.numerator}个，总投资{money(invested.ratio.numerator)}亿元，"
        f"签约项目开工率{invested.ratio.text()}（按投资额），按个数为{counted.ratio.text()}。"
    )


def _start(data: MonthData) -> str:
    totals, rates = data.now.tracks["start"], data.now.rates["production_rate"]
    if not totals.rows:
        return "“开工一批”暂无项目。"
    spent = rates["completed_investment"].ratio
    return (
        f"{_listed(totals)}，已完成投资{money(data.start_completed)}亿元，"
        f"已投产项目{rates['count'].ratio.numerator}个，已完成投资{money(spent.numerator)}亿元，"
        f"开工项目投产率{spent.text()}（按完成投资），按投资额为{rates['investment'].ratio.text()}，"
        f"按个数为{rates['count'].ratio.text()}。"
    )


def _production(data: MonthData) -> str:
    totals, rates = data.now.tracks["production"], data.now.rates["on_target_rate"]
    if not totals.rows:
        return "“投产一批”暂无项目。"
    invested, counted, output = (rates[basis].ratio for basis in ("investment", "count", "output"))
    if not counted.denominator:
        return f"{_listed(totals)}，其中无产业项目。"
    by_output = "" if output.text() == NO_BASE else f"，按产值为{output.text()}"
    return (
        f"{_listed(totals)}，其中产业项目{counted.denominator}个，总投资{money(invested.denominator)}亿元，"
        f"已达效项目{counted.numerator}个，投产项目达效率{invested.text()}（按投资额），"
        f"按个数为{counted.text()}{by_output}。"
    )


def _listed(totals: TrackTotals) -> str:
    return f"“{TRACKS[totals.track]}”项目{len(totals.rows)}个，总投资{money(totals.investment)}亿元"


def change_of_rates(data: MonthData) -> str:
    """How the three rates moved since the month before, by the basis that 总体情况 leads with; "" if there is
    nothing to compare.
    """
    moves = []
    for name, by_basis in data.now.rates.items():
        basis = _LEADING.get(name, "investment")
        points = points_between(by_basis[basis].ratio, data.before.rates[name][basis].ratio)
        if points is not None:
            moves.append(f"{by_basis[basis].label}（{BASIS_LABELS[basis]}）{_moved(points)}")
    if not moves:
        return ""
    return f"与上月末（{chinese(data.before_as_of)}）相比，{'，'.join(moves)}。"


def _moved(points: Decimal) -> str:
    if points == 0:
        return "持平"
    return f"{'提高' if points > 0 else '下降'}{abs(points)}个百分点"


def ranking(data: MonthData) -> str:
    """Which zones lead and which lag in the start rate by investment."""
    lines = [z for z in data.zones if z.figures.rates["start_rate"]["investment"].ratio.denominator]
    if len(lines) < 2:
        return ""
    full = [z for z in lines if _start_share(z) == 1]
    rest = [z for z in lines if _start_share(z) != 1]
    lead = "签约项目开工率（按投资额）"
    if not rest:
        return f"{lead}各开发区均为100.00%。"
    if full:
        start = f"{lead}达到100.00%的有{len(full)}个，为{'、'.join(z.name for z in full)}；"
        return start + f"居后的是{_named(rest[-3:])}。"
    few = min(3, len(rest) // 2)
    return f"{lead}居前的是{_named(rest[:few])}；居后的是{_named(rest[-few:])}。"


def _start_share(line: ZoneLine) -> Fraction:
    ratio = line.figures.rates["start_rate"]["investment"].ratio
    return Fraction(ratio.numerator, ratio.denominator)


def _named(lines: list[ZoneLine]) -> str:
    return "、".join(f"{z.name}（{z.figures.rates['start_rate']['investment'].ratio.text()}）" for z in lines)


def this_batch(data: MonthData) -> str:
    """本次活动: what the last batch in scope brought, track by track."""
    batch = data.batch
    if batch is None:
        return ""
    tracks = batch.figures.tracks
    twice = batch.listings != batch.projects
    number = f"{batch.listings}个次（涉及项目{batch.projects}个）" if twice else f"{batch.projects}个"
    parts = [
        f"本次活动（{batch.name}）共推进项目{number}，总投资{money(batch.investment)}亿元",
        f"，预计年产值{money(batch.output)}亿元" if batch.output else "",
        f"，涉及{'、'.join(batch.industry_fields)}等领域" if batch.industry_fields else "",
    ]
    told = [_one_track(totals) for totals in tracks.values() if totals.rows]
    return "".join(parts) + ("。其中，" + "；".join(told) if told else "") + "。"


def _one_track(totals: TrackTotals) -> str:
    text = _listed(totals)
    if totals.output:
        text += f"，预计年产值{money(totals.output)}亿元"
    if not totals.strategic_rows:
        return text
    return text + (
        f"，其中战略性新兴产业项目{len(totals.strategic_rows)}个，"
        f"总投资{money(totals.strategic_investment)}亿元，投资占比{totals.strategic_share.text()}"
    )


def stuck(data: MonthData, name: str) -> str:
    """One of the three kinds of stuck project: how many, how they stand to their dates, the longest overdue."""
    found = data.now.three_not[name]
    label = found.definition.label
    if not found.items:
        return f"{label}项目：无。"
    split = "、".join(f"{DUE_LABELS[due]}{n}个" for due in DUE_ORDER if (n := found.count(due)))
    text = f"{label}项目{len(found.items)}个，总投资{money(found.investment)}亿元，其中{split}"
    worst = max(data.stuck[name], key=lambda line: line.overdue_days)
    if worst.overdue_days > 0:
        text += f"；逾期最长的是{worst.zone}{worst.name}，已逾期{worst.overdue_days}天"
    return text + "。"


def procedures(data: MonthData) -> str:
    """手续办理: required, done, the rate; the unfinished ones by name where they are few."""
    totals = data.now.procedures
    required, done = totals.completion.denominator, totals.completion.numerator
    if not required:
        return "台账中暂无需办手续记录。"
    text = (
        f"涉及项目{len(totals.projects)}个，共需办理相关手续{required}件，已办结{done}件，"
        f"办结率{totals.completion.text()}"
    )
    left = required - done
    if not left:
        return text + "，已全部办结。"
    text += f"；未办结{left}件"
    if left <= _NAMED_PENDING:
        named = "；".join(_pending(p.zone + p.project, p.procedure, p.note) for p in data.pending)
        return f"{text}，{'是' if left == 1 else '分别是'}{named}。"
    return text + "。"


def _pending(project: str, procedure: str, note: str) -> str:
    name = procedure if procedure.endswith("手续") else procedure + "手续"
    return f"{project}的{name}" + (f"，{note.rstrip('。；，')}" if note else "")


def remarks(data: MonthData) -> list[str]:
    """附注: what the reader of the figures should know about the rows behind them."""
    checks = data.checks
    notes = [
        "金额以列入批次时的总投资计，单位亿元；率按四舍五入保留两位小数，增减百分点按未舍入数计算；"
        "只写到年或月的日期，按该年或该月最后一日计。",
        "较上月系同一范围项目按上月末重新计算的结果；分母为零的率以“—”表示。",
    ]
    if data.spent.planned:
        notes.append(
            "完成年度计划的比例只计年度计划投资和本年累计完成投资都已填报的项目；时间进度按本年已过月数计。"
        )
    notes += [
        f"“{found.definition.label}”按本单位口径统计：{found.basis}。"
        for found in data.now.three_not.values()
        if found.basis
    ]
    if checks.unfit:
        listed = "、".join(f"{label}{count}处" for label, count in checks.unfit)
        total = sum(count for _, count in checks.unfit)
        notes.append(
            f"台账中有{total}处内容不合填报格式，按原样保留并标为“待核”，未计入有关数字，"
            f"涉及项目{checks.unfit_projects}个：{listed}。"
        )
    if checks.unlisted:
        notes.append(f"有{checks.unlisted}个项目未列入任何活动批次，未计入三率和“三未”。")
    if checks.zoneless:
        notes.append(f"有{checks.zoneless}个项目未填开发区，在分开发区表中单列。")
    return notes

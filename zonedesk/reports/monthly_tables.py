"""The tables and charts of the monthly summary: which columns, in which order, from which figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportlab.graphics.shapes import Drawing

from zonedesk.domain.columns import TRACKS
from zonedesk.domain.dates import chinese, last_day_of_month
from zonedesk.domain.figures.ratio import NO_BASE, Ratio, points_between
from zonedesk.domain.figures.registry import BASIS_LABELS, Rate
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.money import same_decimals
from zonedesk.domain.stages import DUE_LABELS, Due
from zonedesk.ops.month_report import MonthData, PendingLine, StuckLine
from zonedesk.reports.charts import Bar, BarGroup, bar_chart
from zonedesk.reports.fonts import FontBook
from zonedesk.reports.grid import ABOVE, Column, Sheet
from zonedesk.reports.sentences import DUE_ORDER, basis_note, money

MOST_ZONES = 20  # bars that fit half a page


def _evened(columns: Sequence[Column], rows: list[list[str]]) -> list[list[str]]:
    """The rows, amounts of a column written with the same number of decimals."""
    amounts = [n for n, column in enumerate(columns) if "亿元" in column.title]
    for n in amounts:
        for row, text in zip(rows, same_decimals([row[n] for row in rows]), strict=True):
            row[n] = text
    return rows


def percent(ratio: Ratio) -> str:
    """A rate without its sign, for columns whose head says %."""
    value = ratio.percent()
    return NO_BASE if value is None else str(value)


def rates_sheet(data: MonthData, caption: str) -> Sheet:
    """三率 by every basis, with both sides of the line and the change since the month before."""
    rows: list[list[str | None]] = []
    for name, by_basis in data.now.rates.items():
        for n, rate in enumerate(by_basis.values()):
            # Output is kept without a date: there is no last month's to compare with.
            before = Ratio(0, 0) if rate.basis == "output" else data.before.rates[name][rate.basis].ratio
            points = points_between(rate.ratio, before)
            rows.append(
                [
                    rate.label if n == 0 else ABOVE,
                    BASIS_LABELS[rate.basis],
                    rate.unit if rate.unit != "元" else "亿元",
                    _amount(rate, rate.ratio.numerator),
                    _amount(rate, rate.ratio.denominator),
                    percent(rate.ratio),
                    percent(before),
                    NO_BASE if points is None else f"{points:+}" if points else "0.00",
                ]
            )
    columns = (
        Column("指标", 27),
        Column("口径", 22),
        Column("单位", 11, "center"),
        Column("分子", 20, "right"),
        Column("分母", 20, "right"),
        Column(f"{_day_word(data.as_of)}\n（%）", 18, "right"),
        Column("上月末\n（%）", 18, "right"),
        Column("较上月\n（百分点）", 20, "right"),
    )
    bases = "；".join(
        next(iter(by_basis.values())).label
        + "，".join(f"{BASIS_LABELS[rate.basis]}为{rate.note}" for rate in by_basis.values())
        for by_basis in data.now.rates.values()
    )
    return Sheet(caption, columns, rows, (basis_note(data, bases),))


def _day_word(as_of: str) -> str:
    """The day of the figures at the head of their column; the month may not be over."""
    return "本月末" if as_of == last_day_of_month(as_of[:7]) else f"{int(as_of[5:7])}月{int(as_of[8:])}日"


def _amount(rate: Rate, value: int) -> str:
    return money(value) if rate.unit == "元" else str(value)


def zone_rates_sheet(data: MonthData, caption: str) -> Sheet:
    """Rates by zone, the highest start rate first; the last row is the whole scope's own figures."""
    lines = [(line.name, line.figures) for line in data.zones]
    rows = [[str(n), *_zone_rates(name, figures)] for n, (name, figures) in enumerate(lines, 1)]
    rows.append(["", *_zone_rates("合计", data.now)])
    columns = (
        Column("序号", 9.5, "center"),
        Column("开发区", 33),
        Column("个数\n（个）", 13, "right", "签约项目"),
        Column("总投资\n（亿元）", 19, "right", "签约项目"),
        Column("已开工\n（个）", 13, "right", "签约项目"),
        Column("按投\n资额", 13.4, "right", "开工率（%）"),
        Column("按\n个数", 13.4, "right", "开工率（%）"),
        Column("按投\n资额", 13.4, "right", "投产率（%）"),
        Column("按\n个数", 13.4, "right", "投产率（%）"),
        Column("按投\n资额", 13.4, "right", "达效率（%）"),
        Column("按\n个数", 13.4, "right", "达效率（%）"),
    )
    note = basis_note(data, "各率计算方法同“三率”情况表；按开工率（按投资额）由高到低排列")
    return Sheet(caption, columns, _evened(columns, rows), (note,), totals=1)


def _zone_rates(name: str, figures: Summary) -> list[str]:
    signing, started = figures.tracks["signing"], figures.rates["start_rate"]["count"].ratio.numerator
    by_basis = [
        percent(figures.rates[rate][basis].ratio)
        for rate in ("start_rate", "production_rate", "on_target_rate")
        for basis in ("investment", "count")
    ]
    return [name, str(len(signing.rows)), money(signing.investment), str(started), *by_basis]


def zone_stuck_sheet(data: MonthData, caption: str) -> Sheet:
    """Stuck projects and procedures by zone, in the same order."""
    lines = [(line.name, line.figures) for line in data.zones]
    rows = [[str(n), *_zone_stuck(name, figures)] for n, (name, figures) in enumerate(lines, 1)]
    rows.append(["", *_zone_stuck("合计", data.now)])
    kinds = [
        Column(title, 13, "right", f"{found.definition.label}（个）")
        for found in data.now.three_not.values()
        for title in ("项目数", "其中\n逾期")
    ]
    columns = (
        Column("序号", 10, "center"),
        Column("开发区", 32),
        *kinds,
        Column("需办\n（件）", 12, "right", "手续办理"),
        Column("办结\n（件）", 12, "right", "手续办理"),
        Column("办结率\n（%）", 14, "right", "手续办理"),
    )
    note = basis_note(data, "计划时间已到而未完成的为逾期；办结率＝已办结÷需办理，无需办理的不计")
    return Sheet(caption, columns, rows, (note,), totals=1)


def _zone_stuck(name: str, figures: Summary) -> list[str]:
    counts = [str(len(found.ids(due))) for found in figures.three_not.values() for due in (None, Due.OVERDUE)]
    done = figures.procedures.completion
    return [name, *counts, str(done.denominator), str(done.numerator), percent(done)]


def batch_sheet(data: MonthData, figures: Summary, name: str, caption: str) -> Sheet:
    """The last batch by track. There is no sum: a project may stand under more than one track."""
    rows = []
    for track, label in TRACKS.items():
        totals = figures.tracks[track]
        rows.append(
            [
                label,
                str(len(totals.rows)),
                money(totals.investment),
                money(totals.output),
                str(len(totals.strategic_rows)),
                money(totals.strategic_investment),
                percent(totals.strategic_share),
            ]
        )
    columns = (
        Column("类别", 26),
        Column("项目数\n（个）", 18, "right"),
        Column("总投资\n（亿元）", 24, "right"),
        Column("预计年产值\n（亿元）", 26, "right"),
        Column("项目数\n（个）", 19, "right", "战略性新兴产业"),
        Column("总投资\n（亿元）", 22, "right", "战略性新兴产业"),
        Column("投资占比\n（%）", 21, "right", "战略性新兴产业"),
    )
    note = (
        f"注：口径：投资、产值均为列入批次时数；投资占比＝战略性新兴产业项目总投资÷该类项目总投资；"
        f"数据截至{chinese(data.as_of)}；范围：{name}，{data.zone or '全部开发区'}。"
    )
    return Sheet(caption, columns, _evened(columns, rows), (note,))


def due_sheet(data: MonthData, caption: str) -> Sheet:
    """The three kinds of stuck project by how they stand to their planned dates."""
    rows = []
    for found in data.now.three_not.values():
        counts = [str(found.count(due)) for due in DUE_ORDER]
        rows.append([found.definition.label, str(len(found.items)), money(found.investment), *counts])
    columns = (
        Column("类别", 30),
        Column("项目数\n（个）", 20, "right"),
        Column("总投资\n（亿元）", 26, "right"),
        *(Column(f"{DUE_LABELS[due]}\n（个）", 20, "right") for due in DUE_ORDER),
    )
    basis = "不含已终止、调出项目；停工项目不计入其他三类；投产未达效只计产业项目"
    return Sheet(caption, columns, _evened(columns, rows), (basis_note(data, basis),))


def stuck_sheet(data: MonthData, name: str, caption: str) -> Sheet:
    """One stuck list, project by project."""
    with_zone = not data.zone and len(data.zones) > 1
    planned = {"not_started": "计划\n开工时间", "not_in_production": "计划\n投产时间"}.get(
        name, "计划\n达效时间"
    )
    columns = [
        Column("序号", 11, "center"),
        Column("项目名称", 47),
        Column("开发区", 27),
        Column("列入时\n总投资\n（亿元）", 19, "right"),
        Column(planned, 23.5, "center"),
        Column("情形", 16, "center"),
        Column("逾期\n（天）", 15, "right"),
        Column("存在问题", 40),
        Column("解决措施", 34),
        Column("责任单位", 23),
        Column("包联领导", 27),
        Column("责任人", 16),
        Column("完成时限", 23.5, "center"),
    ]
    lines = data.stuck[name]
    rows = [_stuck_row(n, line) for n, line in enumerate(lines, 1)]
    invested = money(data.now.three_not[name].investment)
    rows.append(["", f"合计（{len(lines)}个）", "", invested, *[""] * 9])
    if not with_zone:
        del columns[2]
        for row in rows:
            del row[2]
    note = basis_note(
        data, "总投资为列入批次时数；逾期天数自计划时间次日起算；完成时限为未销号问题中最早的一项"
    )
    return Sheet(caption, tuple(columns), _evened(columns, rows), (note,), totals=1)


def _stuck_row(n: int, line: StuckLine) -> list[str]:
    return [
        str(n),
        line.name,
        line.zone,
        money(line.investment),
        line.planned + ("（待核）" if line.planned_unfit else "") or NO_BASE,
        DUE_LABELS[line.due],
        str(line.overdue_days) if line.overdue_days else NO_BASE,
        _numbered(line.causes),
        _numbered(line.measures),
        line.duty_unit,
        line.sponsor,
        line.duty_person,
        line.deadline,
    ]


def _numbered(texts: tuple[str, ...]) -> str:
    if len(texts) < 2:
        return "".join(texts)
    return "\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1))


def pending_sheet(data: MonthData, caption: str) -> Sheet:
    """Procedures not done, with the reason."""
    with_zone = not data.zone and len(data.zones) > 1
    columns = [
        Column("序号", 10, "center"),
        Column("开发区", 42),
        Column("项目名称", 62),
        Column("手续名称", 40),
        Column("办理状态", 18, "center"),
        Column("审批部门", 30),
        Column("承诺\n办结时间", 28, "center"),
        Column("未办结原因", 66),
    ]
    rows = [_pending_row(n, line) for n, line in enumerate(data.pending, 1)]
    if not with_zone:
        del columns[1]
        for row in rows:
            del row[1]
    return Sheet(caption, tuple(columns), rows, (basis_note(data, "需办而未办结的手续"),))


def _pending_row(n: int, line: PendingLine) -> list[str]:
    return [
        str(n),
        line.zone,
        line.project,
        line.procedure,
        line.status,
        line.dept,
        line.promised or NO_BASE,
        line.note or NO_BASE,
    ]


def zone_chart(data: MonthData, book: FontBook, width: float) -> tuple[str, Drawing]:
    """Caption and chart of start and production rates by zone; of very many zones, those that lag."""
    lines = data.zones[-MOST_ZONES:]
    groups = [
        BarGroup(
            line.name,
            tuple(
                Bar(ratio.percent(), ratio.text())
                for ratio in (
                    line.figures.rates["start_rate"]["investment"].ratio,
                    line.figures.rates["production_rate"]["investment"].ratio,
                )
            ),
        )
        for line in lines
    ]
    which = f"（开工率居后的{MOST_ZONES}个）" if len(data.zones) > MOST_ZONES else ""
    legend = ("签约项目开工率（按投资额）", "开工项目投产率（按投资额）")
    drawing = bar_chart(groups, book, width=width, legend=legend, top=Decimal(100))
    return f"分开发区开工率、投产率{which}", drawing


def cause_chart(data: MonthData, book: FontBook, width: float) -> tuple[str, Drawing]:
    """Caption and chart of stuck projects by the category of what holds them."""
    groups = [BarGroup(name, (Bar(Decimal(n), f"{n}个"),)) for name, n in data.causes]
    return "“三未”项目堵点类别（一个项目有多类问题的，分别计入）", bar_chart(groups, book, width=width)

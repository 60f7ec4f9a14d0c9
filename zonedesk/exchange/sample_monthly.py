"""An invented bureau's monthly workbook, as such files come: for the demo, to be taken in."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from zonedesk.domain.columns import PROJECT_FIELDS
from zonedesk.domain.money import half_up, to_decimal
from zonedesk.store.reader import Reader

_HEADS = (
    ("序号", ""),
    ("项目名称", ""),
    ("建设单位", ""),
    ("总投资", ""),
    ("{year}年度", "计划投资"),
    ("", "本月完成投资"),
    ("", "1-{number}月累计完成投资"),
    ("开工以来累计完成投资", ""),
    ("形象进度", ""),
)
_WORDS = ("基础施工", "主体结构施工", "主体封顶，开展二次结构施工", "设备安装", "设备调试")

_NOTHING_YET = {"month": "", "year_plan": None, "invest_ytd": None, "invest_total": None}


def write_monthly(reader: Reader, path: Path, month: str, *, seed: int = 1) -> int:
    """Write the month's (YYYY-MM) report of the projects under construction to `path`; returns how many.

    A title row, a line with the unit 万元, a two-row merged head and a total row, as bureaus send them.
    """
    rows = _rows(reader, month, Random(seed))
    year, number = month.split("-")
    book = Workbook()
    page = book.active
    page.title = "月报表"
    page.append([f"示例市重点项目进展月报表（{year}年{int(number)}月）"])
    page.append(["填报单位：示例市重点项目办　　单位：万元"])
    for level in (0, 1):
        page.append([head[level].format(year=year, number=int(number)) for head in _HEADS])
    for n, row in enumerate(rows, start=1):
        page.append([n, *row])
    page.append(["合计", f"{len(rows)}个", None, sum(row[2] for row in rows)])
    _dress(page)
    book.save(path)
    return len(rows)


def _rows(reader: Reader, month: str, rng: Random) -> list[list[Any]]:
    companies = reader.names("enterprise")
    before: dict[int, dict[str, Any]] = {}
    for row in reader.rows("monthly_progress", order="month"):
        if row["month"] < month:
            before[row["project_id"]] = row
    told = []
    for project in reader.projects():
        last = before.get(project["id"], _NOTHING_YET)
        if (
            not project["start_actual"]
            or project["prod_actual"]
            or project["suspended_on"]
            or project["withdrawn_on"]
        ):
            continue
        total = project["total_investment"] or 0
        room = max(total - (last["invest_total"] or 0), 0)
        this_year = last["month"][:4] == month[:4]
        plan = (last["year_plan"] if this_year else 0) or total // 10
        before_it = (last["invest_ytd"] or 0) * this_year
        # Most keep up with the year's plan: what is left of it, spread over the months that are left.
        due = max(plan - before_it, 0) // (13 - int(month[5:]))
        spent = min(due * rng.randint(85, 115) // 100, room) // 10_000
        so_far = spent + before_it // 10_000
        reached = spent + (last["invest_total"] or 0) // 10_000
        stage = min(int(reached * 50_000 / total), len(_WORDS) - 1) if total else 0
        told.append(
            [
                project["name"],
                companies.get(project["enterprise_id"]),
                _wan(total),
                _wan(plan),
                spent,
                so_far,
                reached,
                _WORDS[stage],
            ]
        )
    return told


def _wan(yuan: int) -> float | int:
    amount = half_up(to_decimal(yuan) / 10_000, 4)
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _dress(page: Any) -> None:
    last = len(_HEADS)
    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=last)
    page.merge_cells(start_row=3, end_row=3, start_column=5, end_column=7)
    for column in (1, 2, 3, 4, 8, 9):
        page.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    page["A1"].font = Font(size=16, bold=True)
    for row in (1, 3, 4):
        for cell in page[row]:
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    widths = {"B": next(f.width for f in PROJECT_FIELDS if f.key == "name") * 2, "C": 34, "I": 28}
    for letter in "ABCDEFGHI":
        page.column_dimensions[letter].width = widths.get(letter, 14)

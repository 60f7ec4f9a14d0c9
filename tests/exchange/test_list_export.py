"""Every registered list goes out as a workbook and is read back: typed cells, its title, day and scope."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from zonedesk.domain.fields import Kind
from zonedesk.domain.figures.scope import Scope
from zonedesk.exchange.list_export import export_list
from zonedesk.exchange.write_xlsx import ExportError
from zonedesk.ops.list_sheet import ListSheet, column_kind, column_measure, list_sheet
from zonedesk.ops.lists import kinds
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF = "2026-10-31"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("lists") / "示例.zonedesk"
    make_sample(path, projects=120, as_of=AS_OF)
    with Session.open(path, read_only=True) as session:
        yield session


def written(sheet: ListSheet, path: Path):
    export_list(sheet, path)
    return load_workbook(path).worksheets[0]


@pytest.mark.parametrize("name", sorted(kinds()))
def test_every_list_is_read_back_as_it_was(sample, tmp_path, name) -> None:
    kind = kinds()[name]
    sheet = list_sheet(sample, kind, AS_OF)
    page = written(sheet, tmp_path / "清单.xlsx")
    rows = list(page.iter_rows(min_row=4, values_only=True))
    assert page["A1"].value == kind.label
    assert page["A2"].value.startswith("截至2026年10月31日　范围：全部批次，全部开发区")
    assert [cell.value for cell in page[3]] == ["序号", *kind.columns.values()]
    assert len(rows) == len(sheet.rows) == len(kind.rows(sample, AS_OF))
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    for given, row in zip(sheet.rows, rows, strict=True):
        for column, cell in zip(sheet.columns, row[1:], strict=True):
            value = given[column.key]
            assert (cell is None) == (value in {None, ""}), column
            if column.kind is Kind.DATE and isinstance(value, str) and len(value) == 10 and value[4] == "-":
                assert cell == dt.datetime.fromisoformat(value)
            elif column.kind is Kind.INTEGER and isinstance(value, int):
                assert cell == value
    assert page.freeze_panes is not None
    assert page.print_title_rows == "$3:$3"


def test_amounts_are_numbers_in_yi_and_days_are_days(sample, tmp_path) -> None:
    kind = kinds()["projects"]
    page = written(list_sheet(sample, kind, AS_OF), tmp_path / "台账.xlsx")
    place = 2 + list(kind.columns).index("total_investment")
    amounts = [page.cell(row, place).value for row in range(4, page.max_row + 1)]
    told = [row["total_investment"] for row in kind.rows(sample, AS_OF)]
    assert [Decimal(str(amount)) for amount in amounts if amount is not None] == [
        Decimal(amount) for amount in told if amount is not None
    ]
    assert isinstance(
        page.cell(4, 2 + list(kind.columns).index("start_actual")).value, dt.datetime | str | None
    )


def test_scope_rows_and_columns_are_those_shown(sample, tmp_path) -> None:
    kind = kinds()["duties"]
    rows = kind.rows(sample, AS_OF, Scope(zone_id=1))
    zone = sample.reader.names("zone")[1]
    sheet = list_sheet(
        sample, kind, AS_OF, Scope(zone_id=1), rows=rows[:3], columns={"project": "项目"}, title="三个项目"
    )
    page = written(sheet, tmp_path / "三个.xlsx")
    assert zone in page["A2"].value
    assert "共 3 条" in page["A2"].value
    assert [[cell.value for cell in row] for row in page["A3:B6"]] == [
        ["序号", "项目"],
        *([n, row["project"]] for n, row in enumerate(rows[:3], start=1)),
    ]


def test_a_stuck_list_says_how_it_is_counted(sample, tmp_path) -> None:
    page = written(list_sheet(sample, kinds()["not_started"], AS_OF), tmp_path / "未开工.xlsx")
    assert "口径：签约未开工指" in page["A2"].value


def test_text_like_a_formula_stays_text_and_an_unfit_date_as_typed(tmp_path) -> None:
    with Session.create(tmp_path / "新.zonedesk", "王某") as session:
        kind = kinds()["problems"]
        row = dict.fromkeys(kind.columns) | {"description": "=1+1", "unfit": {"deadline": "尽快"}}
        page = written(list_sheet(session, kind, AS_OF, rows=[row]), tmp_path / "问题.xlsx")
    cells = {head.value: page.cell(4, n) for n, head in enumerate(page[3], start=1)}
    assert cells["存在问题"].data_type == "s"
    assert cells["存在问题"].value == "=1+1"
    assert cells["完成时限"].value == "尽快"


def test_rates_are_numbers_too(tmp_path) -> None:
    with Session.create(tmp_path / "新.zonedesk", "王某") as session:
        rows = [{"rate": "93.75%", "part": "41.67"}, {"rate": "—", "part": "7"}]
        heads = {"rate": "办结率", "part": "占比（%）"}
        sheet = list_sheet(session, kinds()["problems"], AS_OF, rows=rows, columns=heads)
        page = written(sheet, tmp_path / "率.xlsx")
    assert (page["B4"].value, page["B4"].number_format, page["B5"].value) == (0.9375, "0.00%", "—")
    assert (page["C4"].value, page["C5"].value) == (41.67, 7)


def test_measures_of_columns() -> None:
    assert column_measure(["P01", "1.5"]) == ""
    assert column_measure(["1", "2"]) == ""
    assert column_measure([None, "—"]) == ""


def test_kinds_of_columns() -> None:
    assert column_kind("investment", "总投资(亿元)", ["1.25"]) is Kind.MONEY
    assert column_kind("deadline", "时限", []) is Kind.DATE
    assert column_kind("planned", "计划时间", ["2024-03", "2024-03-05"]) is Kind.DATE
    assert column_kind("name", "名称", ["2024"]) is Kind.TEXT
    assert column_kind("overdue_days", "逾期天数", [0, 3]) is Kind.INTEGER
    assert column_kind("done", "办结", [True, False]) is Kind.TEXT


def test_another_suffix_is_refused(sample, tmp_path) -> None:
    target = tmp_path / "清单.zonedesk"
    target.write_text("原有", encoding="utf-8")
    with pytest.raises(ExportError):
        export_list(list_sheet(sample, kinds()["duties"], AS_OF), target)
    assert target.read_text(encoding="utf-8") == "原有"

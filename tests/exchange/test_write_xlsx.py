"""The typed workbook: what is in it, and that taking it back in changes nothing."""

import datetime as dt
import gc
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from zonedesk.domain.errors import CancelledError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.plan_report import report
from zonedesk.exchange.export import Exported, export_projects, views
from zonedesk.exchange.importing import prepare
from zonedesk.exchange.sheets_xlsx import save
from zonedesk.exchange.write_xlsx import ExportError
from zonedesk.ops.edit import add_project, add_row, set_field
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF = "2026-10-31"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "示例.zonedesk"
    make_sample(path, projects=120, as_of=AS_OF)
    with Session.open(path) as session:
        yield session


@pytest.fixture
def target(tmp_path):
    return tmp_path / "台账.xlsx"


def heads(page) -> dict[str, int]:
    return {cell.value: cell.column for cell in page[3]}


def cell_of(page, name: str, heading: str):
    columns = heads(page)
    for row in page.iter_rows(min_row=4):
        if row[columns["项目名称"] - 1].value == name:
            return row[columns[heading] - 1]
    raise AssertionError(name)


@pytest.mark.parametrize("view", sorted(views()))
def test_taking_an_untouched_export_back_in_changes_nothing(sample, target, view):
    assert export_projects(sample, target, view=view, as_of=AS_OF).rows
    plan = prepare(sample.reader, target, record=sample.record, ledger_id=sample.ledger_id)
    told = report(plan)
    assert (told["added"], told["updated"]) == (0, 0)
    assert list(plan.cells()) == []
    assert not plan.questions
    assert not plan.conflicts
    assert not told["missing"]


def test_sheets_hold_the_listings_of_each_track(sample, target):
    export_projects(sample, target, as_of=AS_OF)
    book = load_workbook(target)
    figures = sample.figures(AS_OF, Scope())
    for track, name in (("signing", "签约一批"), ("start", "开工一批"), ("production", "投产一批")):
        page = book[name]
        total = sum(row[heads(page)["总投资（亿元）"] - 1].value for row in page.iter_rows(min_row=4))
        assert page.max_row - 3 == len(figures.tracks[track].rows)
        assert round(total * 10**8) == figures.tracks[track].investment
    assert book["未列入批次"].max_row > 3


def test_values_are_typed(session, target):
    pid = session.run(add_project, name="=某某项目", zone="示例开发区").rows[-1].row_id
    typed = {
        "total_investment": "1.23456789",
        "sign_date": "2026-03-05",
        "start_plan": "2026-04",
        "start_actual": "待定",
        "strategic": "是",
        "land_area": "12.345",
        "remark": "+第一行\n第二行",
    }
    for key, text in typed.items():
        session.run(set_field, table="project", row_id=pid, key=key, text=text)
    export_projects(session, target, as_of=AS_OF)
    page = load_workbook(target)["未列入批次"]
    name = cell_of(page, "=某某项目", "项目名称")
    assert (name.data_type, name.quotePrefix) == ("s", True)
    assert cell_of(page, "=某某项目", "总投资（亿元）").value == 1.23456789
    signed = cell_of(page, "=某某项目", "签约时间")
    assert (signed.value.date(), signed.number_format) == (dt.date(2026, 3, 5), "yyyy-mm-dd")
    assert cell_of(page, "=某某项目", "计划开工时间").value == "2026年4月"
    assert cell_of(page, "=某某项目", "实际开工时间").value == "待定"
    assert cell_of(page, "=某某项目", "是否战新").value == "是"
    assert cell_of(page, "=某某项目", "用地面积（亩）").value == 12.345
    remark = cell_of(page, "=某某项目", "备注")
    assert remark.value == "+第一行\n第二行"
    assert remark.alignment.wrap_text
    assert cell_of(page, "=某某项目", "zonedesk-id").value == f"{session.ledger_id}:{pid}"


def test_the_sheet_is_set_up_for_work_and_paper(sample, target):
    export_projects(sample, target, as_of=AS_OF)
    page = load_workbook(target)["签约一批"]
    columns = heads(page)
    assert page["A2"].value == "数据截至：2026年10月31日　　单位：亿元"
    assert page.freeze_panes == "C4"
    assert page.auto_filter.ref == f"A3:{page.dimensions.split(':')[1]}"
    assert page.print_title_rows == "$3:$3"
    assert (page.page_setup.orientation, page.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)
    marker = page.cell(3, columns["zonedesk-id"]).column_letter
    assert page.column_dimensions[marker].hidden
    ranges = {str(rule.sqref).split("4:")[0] for rule in page.data_validations.dataValidation}
    wanted = ("开发区", "项目类别", "产业领域", "是否战新", "建设性质", "退出方式", "堵点类别")
    assert ranges == {page.cell(3, columns[heading]).column_letter for heading in wanted}


def test_progress_is_that_of_the_day(session, target):
    pid = session.run(add_project, name="某某项目").rows[-1].row_id
    for month, amount in (("2026-08", "1"), ("2026-09", "1.5"), ("2026-10", "2")):
        values = {"month": month, "invest_total": amount}
        session.run(add_row, table="monthly_progress", project_id=pid, values=values)
    export_projects(session, target, as_of="2026-09-30")
    assert cell_of(load_workbook(target)["未列入批次"], "某某项目", "累计完成投资（亿元）").value == 1.5


def test_an_empty_ledger_still_gives_a_sheet_to_fill(session, target):
    assert export_projects(session, target, as_of=AS_OF) == Exported(0, 0)
    assert "项目名称" in heads(load_workbook(target).worksheets[0])


@pytest.mark.parametrize(
    ("name", "code"),
    [("台账.xls", "export.suffix"), ("没有/台账.xlsx", "export.no_folder"), ("夹.xlsx", "export.unwritable")],
)
def test_bad_targets_are_refused(sample, tmp_path, name, code):
    (tmp_path / "夹.xlsx").mkdir()
    with pytest.raises(ExportError) as refused:
        export_projects(sample, tmp_path / name, as_of=AS_OF)
    assert refused.value.code == code


def test_a_read_only_file_is_left_alone(sample, target):
    target.write_bytes(b"theirs")
    target.chmod(0o444)
    with pytest.raises(ExportError):
        export_projects(sample, target, as_of=AS_OF)
    assert target.read_bytes() == b"theirs"


def test_cancelling_leaves_the_old_file_and_no_other(sample, target):
    class Impatient:
        def report(self, done, total, text):
            pass

        def check(self):
            raise CancelledError()

    target.write_bytes(b"old")
    with pytest.raises(CancelledError):
        export_projects(sample, target, as_of=AS_OF, progress=Impatient())
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_an_unknown_view_names_those_there_are(sample, target):
    with pytest.raises(ExportError) as refused:
        export_projects(sample, target, view="nothing", as_of=AS_OF)
    assert "not_started" in refused.value.facts["known"]


def test_the_most_pressing_open_problem_stands_in_its_row(session, target):
    pid = session.run(add_project, name="某某项目").rows[-1].row_id
    for text, deadline, status in (
        ("用地", "2026-12", "待办"),
        ("供电", "2026-11", "待办"),
        ("资金", "2026-01", "已解决"),
    ):
        values = {"description": text, "deadline": deadline, "status": status, "category": "其他"}
        session.run(add_row, table="problem", project_id=pid, values=values)
    export_projects(session, target, as_of=AS_OF)
    page = load_workbook(target)["未列入批次"]
    assert cell_of(page, "某某项目", "存在问题").value == "供电"
    assert cell_of(page, "某某项目", "完成时限").value == "2026年11月"
    plan = prepare(session.reader, target, record=session.record, ledger_id=session.ledger_id)
    assert list(plan.cells()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="本系统没有 /dev/full")
def test_a_full_disk_leaves_nothing_that_complains_later(monkeypatch):
    late = []
    monkeypatch.setattr(sys, "unraisablehook", late.append)
    book = Workbook(write_only=True)
    page = book.create_sheet("甲")
    page.append(["乙"])
    page.close()
    with pytest.raises(OSError, match="space"):
        save(book, Path("/dev/full"))
    del book, page
    gc.collect()
    assert late == []

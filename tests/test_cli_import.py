"""`import` on the bureau-style workbooks, and the figures that come out of them."""

import hashlib
import json
from pathlib import Path

import pytest

from zonedesk.__main__ import main
from zonedesk.ops.edit import set_field
from zonedesk.ops.session import Session


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def workbooks(shared) -> Path:
    return shared / "workbooks"


def test_the_figures_of_the_source_text_come_out(run, ledger_path, workbooks):
    files = [workbooks / "大同市三个一批项目台账.xlsx", workbooks / "前期手续办理情况表.xlsx"]
    expected = json.loads((workbooks / "expected.json").read_text(encoding="utf-8"))
    code, out, err = run("import", ledger_path, *files, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["files"][0]["added"] == expected["projects_in_ledger_workbook"]
    told = json.loads(run("figures", ledger_path, "--as-of", expected["as_of"], "--json")[1])
    for rate, bases in expected["rates"].items():
        for basis, (numerator, denominator, percent) in bases.items():
            found = told["rates"][rate][basis]
            assert (found["numerator"], found["denominator"]) == (numerator, denominator), (rate, basis)
            assert percent in {None, found["percent"]}
    for name, wanted in expected["three_not"].items():
        assert wanted.items() <= told["three_not"][name].items()
    for key in ("projects", "required", "done", "percent"):
        assert told["procedures"][key] == expected["procedures"][key]
    again = json.loads(run("import", ledger_path, *files, "--json")[1])
    assert (again["added"], again["updated"]) == (0, 0)


def test_a_dry_run_writes_nothing(run, ledger_path, workbooks):
    before = hashlib.sha256(ledger_path.read_bytes()).hexdigest()
    code, out, _ = run("import", ledger_path, workbooks / "大同市三个一批项目台账.xlsx", "--dry-run")
    assert code == 0
    assert "新增 253" in out
    assert hashlib.sha256(ledger_path.read_bytes()).hexdigest() == before


def test_a_bad_file_is_one_line_and_changes_nothing(run, ledger_path, workbooks):
    run("history", ledger_path)
    code, out, err = run("import", ledger_path, workbooks / "坏文件" / "空工作簿.xlsx", "--json")
    assert code == 1
    assert err.count("\n") == 1
    assert json.loads(out)["errors"][0]["message"] + "\n" == err
    assert json.loads(run("history", ledger_path, "--json")[1]) == {"steps": []}


def test_the_password_opens_the_encrypted_file(run, ledger_path, workbooks):
    file = workbooks / "坏文件" / "加密台账（口令zone2024）.xlsx"
    code, _, err = run("import", ledger_path, file)
    assert code == 1
    assert "口令" in err
    assert run("import", ledger_path, file, "--password", "wrong")[0] == 1
    code, _, err = run("import", ledger_path, file, "--password", "zone2024", "--dry-run")
    assert (code, err) == (0, "")


def test_a_refused_file_leaves_not_a_byte_changed(run, ledger_path, tmp_path):
    (tmp_path / "某表.xlsx").write_bytes(b"PK\3\4")
    before = ledger_path.read_bytes()
    code, _, err = run("import", ledger_path, tmp_path / "某表.xlsx")
    assert (code, err.count("\n")) == (1, 1)
    assert ledger_path.read_bytes() == before


def test_skipped_rows_are_counted_with_their_reasons(run, ledger_path, tmp_path):
    rows = [
        "序号,项目名称,代办事项,代办员,受理日期,办结日期,件数",
        "1,甲项目,,王某,2024-01-05,,2",
        "2,甲项目,备案,王某,2024-01-05,,2",
    ]
    (tmp_path / "代办.csv").write_text("\n".join(rows), encoding="utf-8")
    out = run("import", ledger_path, tmp_path / "代办.csv")[1]
    assert "跳过 1 行：没有代办事项 1 行（第 2 行）" in out


def test_conflicts_are_told_by_what_became_of_them(run, ledger_path, tmp_path):
    head = "序号,项目名称,建设单位,总投资（亿元）,计划开工时间"
    first, second = tmp_path / "甲.csv", tmp_path / "乙.csv"
    first.write_text(f"{head}\n1,甲项目,某甲公司,1.5,2024-05-01", encoding="utf-8")
    second.write_text(f"{head}\n1,甲项目,某甲公司,2.5,2024-05-01", encoding="utf-8")
    run("import", ledger_path, first)
    with Session.open(ledger_path) as session:
        session.run(set_field, table="project", row_id=1, key="total_investment", text="1.8")
    assert "1 处与台账不一致，未改动" in run("import", ledger_path, second)[1]
    theirs = ("--on-conflict", "theirs")
    out = run("import", ledger_path, second, *theirs, "--dry-run")[1]
    assert "1 处与台账不一致，将按文件更改" in out
    out = run("import", ledger_path, second, *theirs)[1]
    assert "1 处与台账不一致，已按文件更改" in out
    assert "未改动" not in out
    with Session.open(ledger_path) as session:
        assert session.reader.project(1)["total_investment"] == 250_000_000

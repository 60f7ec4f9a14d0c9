"""`demo`: the month from end to end, again over its own traces, never over somebody's ledger."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from zonedesk.cli.ports import Ports
from zonedesk.cli.program import main
from zonedesk.ops.session import Session


def grab(ledger: Path, folder: Path, sizes) -> None:
    """Stands for the app: one picture a size."""
    for width, height in sizes:
        (folder / f"工作台-{width}x{height}.png").write_bytes(ledger.read_bytes()[:4])


PORTS = Ports(lambda _: 0, grab)


def test_the_whole_month_is_done_and_can_be_done_again(tmp_path, capsys):
    folder = tmp_path / "a" / "demo"
    for _ in range(2):
        assert main(["demo", str(folder), "--projects", "60"], PORTS) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "待判断 0" in out
    assert "导入月报：新增 0" not in out
    assert {path.name for path in folder.iterdir()} == {
        "示例台账.zonedesk",
        "市局月报.xlsx",
        "月通报.pdf",
        "项目台账.xlsx",
        "pages",
    }
    for path in folder.iterdir():
        assert str(path) in out
    with Session.open(folder / "示例台账.zonedesk") as session:
        kinds = [step.kind for step in reversed(session.steps())]
    assert kinds[:2] == ["edit", "import"]
    assert load_workbook(folder / "市局月报.xlsx").active["A1"].value.startswith("示例市重点项目进展月报表")


def test_a_ledger_that_is_no_demo_is_not_touched(tmp_path, capsys):
    path = tmp_path / "示例台账.zonedesk"
    Session.create(path).close()
    before = path.read_bytes()
    assert main(["demo", str(tmp_path)], PORTS) == 1
    assert "已有其他文件" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"words"])
def test_a_file_of_that_name_that_is_no_ledger_is_not_touched(tmp_path, content, capsys):
    (tmp_path / "示例台账.zonedesk").write_bytes(content)
    assert main(["demo", str(tmp_path)], PORTS) == 1
    assert (tmp_path / "示例台账.zonedesk").read_bytes() == content
    assert capsys.readouterr().err.count("\n") == 1

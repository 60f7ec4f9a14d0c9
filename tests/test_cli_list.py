"""`list … -o`: a list as a workbook or on paper, by the file's ending."""

import json

import pytest
from openpyxl import load_workbook

from zonedesk.__main__ import main
from zonedesk.ops.sample import make_sample

AS_OF = "2026-10-31"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "示例.zonedesk"
    make_sample(path, projects=30, as_of=AS_OF)
    return path


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_the_ending_says_what_is_written(run, sample, tmp_path) -> None:
    for name, begins in (("问题.xlsx", b"PK"), ("问题.PDF", b"%PDF")):
        code, out, err = run("list", sample, "problems", "--as-of", AS_OF, "-o", tmp_path / name)
        assert (code, err) == (0, "")
        assert "已导出问题清单" in out
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_scope_and_json(run, sample, tmp_path) -> None:
    file = tmp_path / "责任.xlsx"
    code, out, _ = run("list", sample, "duties", "--as-of", AS_OF, "-o", file, "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["kind"], told["file"]) == ("duties", str(file))
    assert load_workbook(file).worksheets[0].max_row == told["count"] + 3


def test_any_other_ending_is_refused_and_nothing_is_touched(run, sample, tmp_path) -> None:
    before = sample.read_bytes()
    for target in (sample, tmp_path / "问题.csv", tmp_path / "无此文件夹" / "问题.xlsx"):
        code, out, err = run("list", sample, "problems", "-o", target)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1
    assert "既不是 .xlsx 也不是 .pdf" in run("list", sample, "problems", "-o", sample)[2]
    assert sample.read_bytes() == before

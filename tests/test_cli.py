"""The commands: what they print, what they return, and one Chinese line for every failure."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from zonedesk.__main__ import main
from zonedesk.cli.commands import figures
from zonedesk.cli.ports import Ports
from zonedesk.cli.program import command_names
from zonedesk.cli.program import main as run_program
from zonedesk.ops.edit import add_row
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF = "2026-10-31"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "示例.zonedesk"
    make_sample(path, projects=60, as_of=AS_OF)
    return path


@pytest.fixture
def run(capsys):
    """Runs one command line; gives (exit code, stdout, stderr)."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def ask(run):
    """Runs a command with --json; gives its one object."""

    def call(*arguments: object) -> dict:
        code, out, err = run(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return call


def test_the_commands_of_the_first_issue_are_there():
    wanted = {"new", "sample", "demo", "import", "export", "figures", "list", "report", "history", "undo"}
    assert wanted | {"redo", "check"} <= set(command_names())


@pytest.mark.parametrize("name", command_names())
def test_every_command_has_help_in_chinese(run, name):
    code, out, _ = run(name, "--help")
    assert code == 0
    assert "用法：zonedesk" in out
    assert "Usage" not in out
    assert "Options" not in out


def test_new_makes_a_ledger_with_its_zones(run, tmp_path):
    path = tmp_path / "新.zonedesk"
    code, out, _ = run("new", path, "--zone", "甲开发区", "乙开发区", "--zone", "丙开发区")
    assert code == 0
    assert "甲开发区" in out
    with Session.open(path) as session:
        assert set(session.reader.names("zone").values()) == {"甲开发区", "乙开发区", "丙开发区"}
    code, _, err = run("new", path, "--zone", "甲开发区")
    assert (code, err) == (1, f"“{path}”已存在，未覆盖。请换一个文件名。\n")


def test_figures_are_one_object_with_exact_text(ask, sample):
    told = ask("figures", sample, "--as-of", AS_OF)
    assert told["as_of"] == AS_OF
    start = told["rates"]["start_rate"]
    assert isinstance(start["count"]["numerator"], int)
    assert isinstance(start["investment"]["numerator"], str)
    assert len(start["count"]["percent"].partition(".")[2]) == 2
    assert set(told["three_not"]["not_started"]) == {
        "projects",
        "investment",
        "overdue",
        "not_due",
        "undated",
        "suspended",
    }


def test_scope_is_given_by_names(ask, run, sample):
    everything = ask("figures", sample, "--as-of", AS_OF)
    one = ask(
        "figures",
        sample,
        "--as-of",
        AS_OF,
        "--from-batch",
        "2026年第一次",
        "--to-batch",
        "2026年第一次",
    )
    assert one["scope"] == {"from_batch": "2026年第一次", "to_batch": "2026年第一次"}
    assert one["tracks"]["signing"]["projects"] < everything["tracks"]["signing"]["projects"]
    by_short_name = ask("figures", sample, "--zone", "示例经开区")
    assert by_short_name["scope"] == {"zone": "示例经济技术开发区"}
    code, _, err = run("figures", sample, "--zone", "没有的开发区")
    assert code == 1
    assert "示例经济技术开发区" in err


def test_a_month_stands_for_its_last_day(ask, sample):
    assert ask("figures", sample, "--as-of", "2026年10月")["as_of"] == AS_OF


def test_tables_are_readable(run, sample):
    code, out, _ = run("figures", sample)
    assert code == 0
    assert "签约项目开工率" in out
    assert "办结率" in out
    code, out, _ = run("list", sample, "not_in_production")
    assert code == 0
    assert "overdue" not in out


def test_list_gives_rows(ask, sample):
    told = ask("list", sample, "problems", "--as-of", AS_OF)
    assert told["kind"] == "problems"
    assert {"project", "description", "open", "overdue_days"} <= told["rows"][0].keys()


def test_history_undo_redo(ask, run, tmp_path):
    path = tmp_path / "台账.zonedesk"
    run("new", path, "--zone", "甲开发区")
    assert [step["label"] for step in ask("history", path)["steps"]] == ["新增开发区：甲开发区"]
    assert ask("undo", path)["rows"] == 1
    code, _, err = run("undo", path)
    assert (code, err) == (1, "没有可撤销的操作。\n")
    assert ask("redo", path)["label"] == "重做：新增开发区：甲开发区"
    assert [step["kind"] for step in ask("history", path)["steps"]] == ["redo", "undo", "edit"]


def test_history_of_one_project(ask, run, sample):
    with Session.open(sample, read_only=True) as session:
        project = session.reader.project(1)
    told = ask("history", sample, "--project", project["name"])
    assert told["id"] == 1
    assert {"签约时间", "项目名称"} & {change["field"] for change in told["changes"]}
    code, _, err = run("history", sample, "--project", "没有的项目")
    assert code == 1
    assert "没有的项目" in err


def test_check_counts_by_rule(ask, sample):
    told = ask("check", sample, "--as-of", AS_OF)
    assert told["integrity"] == "ok"
    assert {check["rule"] for check in told["checks"]} == {"R109", "R110", "R111", "R112", "R113", "R114"}
    assert told["problems"] == sum(check["count"] for check in told["checks"])
    assert all(row["message"] for check in told["checks"] for row in check["rows"])


def test_export_and_import_back(ask, sample, tmp_path):
    assert ask("export", sample, tmp_path / "台账.xlsx")["rows"]
    told = ask("import", sample, tmp_path / "台账.xlsx")
    assert (told["added"], told["updated"], told["kind"]) == (0, 0, "ledger")


def test_report_is_listed_and_made(ask, run, sample, tmp_path):
    assert "monthly" in {each["name"] for each in ask("report", "--list")["reports"]}
    code, _, err = run("report", sample, "monthly", "--month", "2026-10", "-o", tmp_path / "月通报.pdf")
    assert (code, err) == (0, "")
    assert (tmp_path / "月通报.pdf").read_bytes().startswith(b"%PDF")
    code, _, err = run("report", sample, "nothing", "--month", "2026-10", "-o", tmp_path / "x.pdf")
    assert code == 1
    assert "monthly" in err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("unknown",), "没有命令 unknown"),
        (("figures",), "缺少 台账"),
        (("figures", "x.zonedesk", "--nothing"), "没有选项 --nothing"),
        (("figures", "x.zonedesk", "--as-of", "三月"), "“三月”不是日期"),
        (("figures", "x.zonedesk", "--as-of"), "--as-of"),
        (("list", "x.zonedesk", "nothing"), "不在可选范围"),
        (("report", "x.zonedesk"), "--month"),
        (("report", "x.zonedesk", "monthly", "--month", "2026"), "不是月份"),
        (("sample", "x.zonedesk", "--projects", "many"), "不是有效的数"),
        (("undo", "x.zonedesk", "y"), "多余的参数"),
    ],
)
def test_wrong_use_is_told_in_one_line_with_code_2(run, arguments, reason):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert reason in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["figures", "check", "undo", "history"])
def test_what_is_no_ledger_is_refused_and_untouched(run, tmp_path, command):
    path = tmp_path / "台账.zonedesk"
    path.write_bytes(b"something else")
    code, out, err = run(command, path)
    assert (code, out) == (1, "")
    assert "不是本程序的台账文件" in err
    assert path.read_bytes() == b"something else"


def test_reading_commands_leave_the_file_as_it_is(run, tmp_path, sample):
    path = tmp_path / "副本.zonedesk"
    path.write_bytes(sample.read_bytes())
    before = path.read_bytes()
    for arguments in (["figures"], ["list", "projects"], ["check"], ["history"]):
        code, _, _ = run(arguments[0], path, *arguments[1:])
        assert code == 0
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_failure_nobody_foresaw_leaves_a_line_and_a_log(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def fails(_: Path | None) -> int:
        raise RuntimeError("broken")

    code = run_program([], Ports(fails, lambda *_: None))
    _, err = capsys.readouterr()
    assert code == 1
    assert err.count("\n") == 1
    assert "Traceback" not in err
    if os.name == "posix":
        assert "broken" in next(tmp_path.rglob("error.log")).read_text(encoding="utf-8")


def test_without_a_display_the_commands_are_named(run, monkeypatch, sample):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    for arguments in ((), (sample,)):
        code, _, err = run(*arguments)
        assert code == 1
        assert "figures" in err


def test_a_ledger_alone_opens_the_app(sample):
    opened: list[Path | None] = []

    def open_app(ledger: Path | None) -> int:
        opened.append(ledger)
        return 0

    ports = Ports(open_app, lambda *_: None)
    assert run_program([str(sample)], ports) == 0
    assert run_program([], ports) == 0
    assert opened == [sample, None]
    assert run_program([str(sample.with_name("没有.zonedesk"))], ports) == 1


def test_an_ascii_pipe_gets_an_answer(sample):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "zonedesk", "figures", str(sample), "--as-of", AS_OF]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    done = subprocess.run([*command, "--json"], env=environment, capture_output=True, check=False)
    assert json.loads(done.stdout.decode())["as_of"] == AS_OF


@pytest.mark.parametrize(
    ("error", "blamed"),
    [
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), True),
        (ImportError("libEGL.so.1: cannot open", name="QtGui", path="/env/PySide6/QtGui.abi3.so"), True),
        (
            ImportError("cannot import name 'Pages'", name="zonedesk.paths", path="/env/zonedesk/paths.py"),
            False,
        ),
        (ModuleNotFoundError("No module named 'zonedesk.nothing'", name="zonedesk.nothing"), False),
    ],
)
def test_only_a_missing_qt_is_blamed_on_the_system(run, monkeypatch, tmp_path, error, blamed):
    def refuse(_: str) -> None:
        raise error

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("zonedesk.__main__.import_module", refuse)
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path)
    monkeypatch.delitem(sys.modules, "PySide6", raising=False)
    code, _, err = run()
    assert code == 1
    assert ("系统组件" in err) is blamed
    assert (str(tmp_path / "error.log") in err) is not blamed


def test_an_answer_is_of_one_moment(run, ledger_path, monkeypatch):
    """Another program's write that lands between two questions of one answer is not in the second one either."""
    with Session.open(ledger_path) as other:
        other.run(add_row, table="batch", values={"name": "第九批"})
        asked = figures.day_of

        def then_write(session, as_of):
            other.undo()
            return asked(session, as_of)

        monkeypatch.setattr(figures, "day_of", then_write)
        code, out, err = run("figures", ledger_path, "--from-batch", "第九批", "--as-of", AS_OF)
        assert (code, err) == (0, "")
        assert "第九批" in out


@pytest.mark.parametrize("arguments", [("--zone", "\udcff"), ("甲\udcfd.zonedesk",)])
def test_bytes_that_are_no_text_are_told_and_leave_nothing(run, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("new", "台账.zonedesk", *arguments)
    assert (code, out) == (2, "")
    assert "含有无法识别的字符" in err
    assert len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []

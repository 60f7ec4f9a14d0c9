"""`backup` and `restore` as commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zonedesk.__main__ import main
from zonedesk.ops.edit import add_project
from zonedesk.ops.session import Session
from zonedesk.store.places import backup_folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def ledger(ledger_path: Path) -> Path:
    with Session.open(ledger_path, "王某") as session:
        session.run(add_project, name="甲项目")
    return ledger_path


def test_backup_and_restore(run, ledger: Path):
    code, out, _ = run("backup", ledger, "--json")
    made = json.loads(out)
    assert code == 0
    assert (made["projects"], made["steps"], made["verified"]) == (1, 1, True)
    assert Path(made["path"]).parent == backup_folder(ledger)
    with Session.open(ledger, "王某") as session:
        session.run(add_project, name="乙项目")
    code, out, _ = run("restore", ledger, "--from", made["path"], "--json")
    done = json.loads(out)
    assert code == 0
    assert (done["projects"], done["last_step"], done["was_damaged"]) == (1, "新增项目 甲项目", False)
    code, out, _ = run("restore", ledger, "--from", done["before"])
    assert code == 0
    assert "2 个项目" in out


def test_backup_to_a_file_while_the_ledger_is_open(run, ledger: Path, tmp_path: Path):
    target = tmp_path / "备.zonedesk"
    with Session.open(ledger, "王某") as session:
        session.run(add_project, name="乙项目")
        code, out, _ = run("backup", ledger, "-o", target)
        assert code == 0
        assert "2 个项目" in out
        code, _, err = run("restore", ledger, "--from", target)
        assert code == 1
        assert "正在使用" in err
        assert session.writable
    code, _, err = run("backup", ledger, "-o", target)
    assert code == 1
    assert "未覆盖" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [("backup", "无.zonedesk"), ("restore", "无.zonedesk", "--from", "也无.zonedesk")],
)
def test_what_is_missing_is_told_in_one_line(run, tmp_path: Path, arguments):
    code, _, err = run(*(tmp_path / a if a.endswith("zonedesk") else a for a in arguments))
    assert code == 1
    assert err.count("\n") == 1
    assert "找不到" in err

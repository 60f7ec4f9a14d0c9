"""Single damaged values: the check names each, and no command ends in anything but a clear line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.spoilt import DAMAGE, spoil
from zonedesk.__main__ import main
from zonedesk.domain.errors import LedgerError
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

# What figures do not look at.
UNSEEN = {"名称含空字符", "办结时间", "月份", "待核断了", "待核是列表", "不能为空"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("damage") / "示例.zonedesk"
    make_sample(path, projects=40, as_of="2024-03-31")
    return path


@pytest.fixture(params=DAMAGE)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def ledger(sample: Path, tmp_path: Path, kind: str) -> Path:
    path = Path(shutil.copy(sample, tmp_path / "坏.zonedesk"))
    spoil(path, kind)
    return path


@pytest.mark.parametrize("day", [[], ["--as-of", "2024-03-31"]])
def test_the_check_names_what_is_wrong(
    ledger: Path, kind: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(ledger), *day]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert DAMAGE[kind][1] in out
    assert err == f"台账文件“{ledger}”已损坏，未作任何改动。请从备份恢复。\n"


@pytest.mark.parametrize(
    "command", [["figures"], ["list", "projects"], ["list", "not_started"], ["list", "lights"]]
)
def test_other_commands_answer_or_say_that_the_file_is_damaged(
    ledger: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main([command[0], str(ledger), *command[1:], "--as-of", "2024-03-31"])
    err = capsys.readouterr().err
    assert (code, err) in ((0, ""), (1, f"台账文件“{ledger}”已损坏，未作任何改动。请从备份恢复。\n"))


def test_facts_refuse_rows_that_cannot_be(ledger: Path, kind: str) -> None:
    with Session.open(ledger, read_only=True) as session:
        if kind in UNSEEN:
            session.facts("2024-03-31")
            return
        with pytest.raises(LedgerError) as refused:
            session.facts("2024-03-31")
        assert refused.value.code == "ledger.damaged"

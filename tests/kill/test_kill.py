"""Kills at random moments lose nothing; `make kills` does five hundred."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.kill.replay import Replay
from zonedesk.ops.edit import add_project, set_field
from zonedesk.ops.session import Session

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="本系统没有 SIGKILL")
def test_kills_lose_nothing():
    # In a process of its own: it forks, which a test runner with threads must not.
    done = subprocess.run(
        [sys.executable, "-m", "tests.kill", "--kills", "25"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "强制终止 25 次" in done.stdout


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM change WHERE set_id = 2", "says"),
        ("DELETE FROM change_set WHERE id = 2", "no step"),
        ("UPDATE project SET remark = '改' WHERE id = 1", "not what its record says"),
        ("DELETE FROM project WHERE id = 1", "row and record differ"),
        ("UPDATE change_set SET label = '别的' WHERE id = 1", "gone or another"),
    ],
)
def test_the_look_afterwards_sees_half_steps_and_lost_ones(ledger_path: Path, damage: str, said: str):
    with Session.open(ledger_path) as session:
        session.run(add_project, name="某某项目")
        session.run(set_field, table="project", row_id=1, key="remark", text="甲")
    replay = Replay()
    assert replay.follow(ledger_path) == []
    broken = Path(shutil.copy(ledger_path, ledger_path.with_name("坏.zonedesk")))
    with closing(sqlite3.connect(broken)) as db:
        db.execute(damage)
        db.commit()
    assert any(said in text for text in replay.follow(broken))

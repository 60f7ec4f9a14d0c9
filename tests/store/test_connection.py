"""Opening and closing: refusals, damage, a second opener, a program that was killed, a full disk."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from zonedesk.domain.errors import (
    LedgerError,
    LedgerTooNewError,
    NotALedgerError,
    ReadOnlyLedgerError,
    ZonedeskError,
)
from zonedesk.domain.messages import say
from zonedesk.ops.backup import back_up
from zonedesk.ops.edit import add_project, set_field
from zonedesk.ops.session import Session
from zonedesk.store import connect as connect_module
from zonedesk.store.backup import look_at
from zonedesk.store.places import backup_folder
from zonedesk.store.writer import Writer

ROOT = Path(__file__).resolve().parents[2]


def beside(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir())


def fill(w: Writer, *, count: int = 300) -> None:
    """填充."""
    rows = [
        {"name": f"某某项目{n}", "content": "建设内容" * 20, "sign_date": "2024-03"} for n in range(count)
    ]
    ids = w.insert_many("project", rows)
    w.insert_many("problem", [{"project_id": pid, "description": "用地未落实"} for pid in ids])


def look_at_everything(session: Session) -> None:
    session.reader.projects()
    session.figures("2024-03-31")
    for table in ("project", "problem", "listing", "procedure"):
        session.reader.rows(table)
    for step in session.steps():
        session.record.rows(step.set_id)
    list(session.record.of_row("project", 1))
    session.integrity()


# --- refusals -----------------------------------------------------------------------------------------


def test_a_newer_ledger_is_refused_and_untouched(ledger_path: Path) -> None:
    with closing(sqlite3.connect(ledger_path)) as db:
        db.execute("PRAGMA user_version = 999")
    before = ledger_path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(LedgerTooNewError) as refused:
            Session.open(ledger_path, read_only=read_only)
        assert "999" in say(refused.value)
    assert ledger_path.read_bytes() == before
    assert beside(ledger_path) == [ledger_path.name]


def test_what_is_not_ours_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "说明.zonedesk"
    text.write_text("这不是台账" * 100, encoding="utf-8")
    other = tmp_path / "别的.zonedesk"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE t (x)")
    empty = tmp_path / "空.zonedesk"
    empty.touch()
    for path in (text, other, empty, tmp_path):
        with pytest.raises(NotALedgerError):
            Session.open(path)
    with pytest.raises(LedgerError) as missing:
        Session.open(tmp_path / "没有.zonedesk")
    assert missing.value.code == "ledger.missing"
    assert beside(text) == sorted(p.name for p in (text, other, empty))


def test_a_name_that_is_taken_or_a_folder_that_is_not_there(ledger_path: Path) -> None:
    before = ledger_path.read_bytes()
    for path, code in (
        (ledger_path, "ledger.exists"),
        (ledger_path.parent / "无此夹" / "甲.zonedesk", "ledger.no_folder"),
        (ledger_path.parent / ("长" * 200), "ledger.unwritable"),
    ):
        with pytest.raises(LedgerError) as refused:
            Session.create(path)
        assert refused.value.code == code
    assert ledger_path.read_bytes() == before
    assert beside(ledger_path) == [ledger_path.name]


# --- damage -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def filled(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_ledger, tmp_path_factory.mktemp("filled") / "满.zonedesk"))
    with Session.open(path, "王某") as session:
        session.run(fill)
    return path


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_ledger_is_damaged_and_untouched(filled: Path, tmp_path: Path, part: float) -> None:
    path = tmp_path / "断.zonedesk"
    path.write_bytes(filled.read_bytes()[: int(filled.stat().st_size * part)])
    before = path.read_bytes()
    with pytest.raises(LedgerError) as damaged:
        Session.open(path)
    assert damaged.value.code == "ledger.damaged"
    assert path.read_bytes() == before
    assert beside(path) == [path.name]


def test_damage_at_the_root_is_seen_before_anything_is_written(filled: Path, tmp_path: Path) -> None:
    raw = bytearray(filled.read_bytes())
    with closing(sqlite3.connect(filled)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'meta'").fetchone()[0]
    raw[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path = tmp_path / "坏根.zonedesk"
    path.write_bytes(raw)
    with pytest.raises(LedgerError) as damaged:
        Session.open(path)
    assert damaged.value.code == "ledger.damaged"
    assert path.read_bytes() == raw
    assert beside(path) == [path.name]


@pytest.mark.parametrize("seed", range(12))
def test_damage_in_the_middle_never_shows_as_sqlite_s_own_error(
    filled: Path, tmp_path: Path, seed: int
) -> None:
    """Whenever it shows: while opening, reading, writing or undoing."""
    rng = random.Random(seed)
    raw = bytearray(filled.read_bytes())
    pages = rng.sample(range(2, len(raw) // 4096), 8)
    for page in pages:
        raw[page * 4096 : page * 4096 + 4096] = rng.randbytes(4096)
    path = tmp_path / "坏.zonedesk"
    path.write_bytes(raw)

    def use() -> None:
        with Session.open(path, "王某") as session:
            assert session.integrity() or session.steps() is not None
            look_at_everything(session)
            session.run(add_project, name="新项目")
            session.run(set_field, table="project", row_id=7, key="sponsor", text="李某")
            session.undo(1)

    with pytest.raises(ZonedeskError) as damaged:
        use()
    assert say(damaged.value)


def test_damage_that_shows_only_at_a_later_row_is_ours_too(filled: Path, tmp_path: Path) -> None:
    raw = bytearray(filled.read_bytes())
    with closing(sqlite3.connect(filled)) as db:
        sql = "SELECT max(pageno) FROM dbstat WHERE name = 'project' AND pagetype = 'leaf'"
        try:
            page = db.execute(sql).fetchone()[0]
        except sqlite3.OperationalError:
            pytest.skip("本机的 SQLite 不带 dbstat")
    raw[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path = tmp_path / "坏页.zonedesk"
    path.write_bytes(raw)
    with Session.open(path, read_only=True) as session:
        rows = session._ledger.file.connection.execute("SELECT id, content FROM project")
        assert rows.fetchone()
        for ask in (lambda: list(rows), session.reader.projects, lambda: session.reader.names("project")):
            with pytest.raises(LedgerError) as damaged:
                ask()
            assert damaged.value.code == "ledger.damaged"


def test_integrity_names_what_is_wrong(filled: Path, tmp_path: Path) -> None:
    raw = bytearray(filled.read_bytes())
    with closing(sqlite3.connect(filled)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change_of_row'").fetchone()[0]
    raw[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path = tmp_path / "坏索引.zonedesk"
    path.write_bytes(raw)
    with Session.open(filled) as session:
        assert session.integrity() == []
    with Session.open(path) as session:
        assert session.integrity()


# --- reading only -------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_written_opens_for_reading(
    ledger_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ledger_path.read_bytes()
    # Root may write everywhere, so permission bits cannot make the refusal here.
    monkeypatch.setattr(connect_module.os, "access", lambda path, mode: mode != os.W_OK)
    with Session.open(ledger_path) as session:
        assert (session.writable, session.refusal) == (False, "file")
        assert session.reader.projects() == []
        with pytest.raises(ReadOnlyLedgerError) as refused:
            session.run(add_project, name="某某项目")
        assert "只读" in say(refused.value)
    assert ledger_path.read_bytes() == before
    assert beside(ledger_path) == [ledger_path.name]


def test_reading_only_on_request_leaves_no_trace(ledger_path: Path) -> None:
    before = ledger_path.read_bytes()
    with Session.open(ledger_path, read_only=True) as session:
        assert session.refusal == "asked"
        look_at_everything(session)
    assert ledger_path.read_bytes() == before
    assert beside(ledger_path) == [ledger_path.name]


def test_the_second_opener_reads_and_is_told_who_writes(ledger_path: Path) -> None:
    with Session.open(ledger_path, "王某") as first, Session.open(ledger_path, "李某") as second:
        assert (first.writable, second.writable, second.refusal) == (True, False, "held")
        assert second.holder["who"] == "王某"
        assert second.holder["computer"]
        assert second.holder["since"]
        with pytest.raises(ReadOnlyLedgerError) as refused:
            second.run(add_project, name="某某项目")
        assert "王某" in say(refused.value)
        assert second.figures("2024-03-31").tracks["signing"].rows == ()
        first.run(add_project, name="某某项目")
        assert [p["name"] for p in second.reader.projects()] == ["某某项目"]
        assert len(second.facts("2024-03-31").projects) == 1, "facts kept from before another program wrote"
    with Session.open(ledger_path, "李某") as session:
        assert session.writable
        assert not session.unclean


# --- other programs -----------------------------------------------------------------------------------

_OTHER = """
import sys
from zonedesk.ops.edit import add_project
from zonedesk.ops.session import Session
session = Session.open(sys.argv[1], "赵某")
print(session.refusal or "writes", session.holder.get("who", ""), flush=True)
if session.writable:
    for n in range(20):
        session.run(add_project, name=f"他机项目{n}")
    session._ledger.file.connection.execute("BEGIN IMMEDIATE")
    session._ledger.file.connection.execute("INSERT INTO zone (name) VALUES ('未提交')")
    print("ready", flush=True)
    sys.stdin.read()
"""


def other_program(path: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        [sys.executable, "-c", _OTHER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    )


def test_another_program_is_told_who_writes(ledger_path: Path) -> None:
    with Session.open(ledger_path, "王某"), other_program(ledger_path) as other:
        assert other.communicate()[0].split() == ["held", "王某"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="本系统没有 SIGKILL")
def test_after_a_kill_every_committed_edit_is_there(ledger_path: Path) -> None:
    with other_program(ledger_path) as other:
        assert other.stdout is not None
        assert other.stdout.readline().split() == ["writes", "赵某"]
        assert other.stdout.readline().strip() == "ready"
        other.kill()
        other.communicate()
    with Session.open(ledger_path, "王某") as session:
        assert session.writable
        assert session.unclean
        assert len(session.reader.projects()) == 20
        assert session.reader.names("zone") == {}
        assert session.integrity() == []
        assert len(session.steps()) == 20
    assert beside(ledger_path) == [ledger_path.name]


_HALF_WRITTEN = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size = 1")
db.execute("BEGIN IMMEDIATE")
db.execute("UPDATE project SET remark = hex(randomblob(500))")
os._exit(9)
"""


@pytest.fixture
def half_written(filled: Path, tmp_path: Path) -> Path:
    """A ledger whose writer was ended in the middle: beside it lies the journal that takes it back."""
    path = Path(shutil.copy(filled, tmp_path / "半.zonedesk"))
    subprocess.run([sys.executable, "-c", _HALF_WRITTEN, str(path)], check=False)
    assert path.with_name(path.name + "-journal").exists()
    return path


def test_what_was_half_written_is_taken_back_by_who_only_reads(half_written: Path, filled: Path) -> None:
    with Session.open(half_written, read_only=True) as session:
        assert session.refusal == "asked"
        assert session.integrity() == []
    assert half_written.read_bytes() == filled.read_bytes()
    assert beside(half_written) == [half_written.name]


def test_a_backup_takes_it_back_too(half_written: Path) -> None:
    assert back_up(half_written).made


def test_half_written_where_nothing_can_be_taken_back_says_so(
    half_written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect_module, "can_write", lambda path: False)
    with pytest.raises(LedgerError) as refused:
        Session.open(half_written, read_only=True)
    assert refused.value.code == "ledger.unfinished"


# --- closing, full disk -------------------------------------------------------------------------------


def test_one_plain_file_is_left(ledger_path: Path) -> None:
    with Session.open(ledger_path, "王某") as session:
        session.run(fill, count=50)
        with session.second_reader() as second:
            assert len(second.projects()) == 50
    assert beside(ledger_path) == [ledger_path.name]
    assert ledger_path.read_bytes()[18:20] == b"\x01\x01", "the file still asks for a journal beside it"


def test_a_full_disk_loses_nothing(ledger_path: Path) -> None:
    with Session.open(ledger_path, "王某") as session:
        session.run(add_project, name="原有项目")
        database = session._ledger.file.connection
        pages = database.execute("PRAGMA page_count").fetchone()[0]
        database.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LedgerError) as full:
            session.run(fill)
        assert full.value.code == "ledger.disk_full"
        assert [p["name"] for p in session.reader.projects()] == ["原有项目"]
        assert len(session.steps()) == 1
        database.execute("PRAGMA max_page_count = 1000000")
        assert session.run(fill, count=10)
        assert len(session.reader.projects()) == 11
        assert session.integrity() == []


def test_an_older_ledger_is_backed_up_before_it_is_migrated(ledger_path: Path) -> None:
    with closing(sqlite3.connect(ledger_path)) as db:
        db.execute("PRAGMA user_version = 0")
    with pytest.raises(LedgerError) as refused:
        Session.open(ledger_path, read_only=True)
    assert refused.value.code == "ledger.needs_upgrade"
    with Session.open(ledger_path) as session:
        assert session.integrity() == []
    kept = list(backup_folder(ledger_path).iterdir())
    assert [look_at(path).reason for path in kept] == ["upgrade"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="本系统没有管道文件")
def test_a_pipe_is_no_ledger_and_is_not_waited_on(tmp_path: Path) -> None:
    pipe = tmp_path / "管道.zonedesk"
    os.mkfifo(pipe)
    with pytest.raises(NotALedgerError):
        Session.open(pipe)

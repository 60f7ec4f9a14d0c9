"""Kills a working process at random moments and looks at what is left."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.kill.officer import Bench, Teller, work
from tests.kill.replay import Replay
from tests.planted import VERSION, planted
from zonedesk.domain.errors import LedgerError
from zonedesk.exchange.parsing import parse
from zonedesk.exchange.sample_monthly import write_monthly
from zonedesk.ops.backup import back_up
from zonedesk.ops.edit import add_project
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.store.backup import check_backup
from zonedesk.store.places import backup_folder

# How often each kind of work is killed, and how long it is let live at most (seconds); work that comes to an
# end by itself is timed first.
_KINDS = {"edit": (30, 0.12), "paste": (20, 0.2), "import": (20, 0.5), "backup": (15, 0.15), "upgrade": (12, 0), "restore": (10, 0)}  # fmt: skip


@dataclass
class Result:
    """What a run of kills showed."""

    kills: int = 0
    seconds: float = 0.0
    steps: int = 0
    beyond: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    ended_first: int = 0
    backups: int = 0
    wrong: list[str] = field(default_factory=list)


class Killer:
    """A folder with ledgers, and the kills done to them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._rng = folder, Random(seed)
        self._bench = self._set_up()
        self._replay = Replay()
        self._trusted: dict[str, tuple[int, int]] = {}
        self.result = Result()
        self._longest = {kind: longest or self._time_of(kind) * 1.1 for kind, (_, longest) in _KINDS.items()}
        self._note("start", self._replay.follow(self._bench.ledger))

    def kill(self, number: int) -> None:
        """One process, one kill, one look."""
        kind = self._rng.choices(list(_KINDS), [weight for weight, _ in _KINDS.values()])[0]
        self._renew(kind)
        told, killed = self._run(kind, self._rng.uniform(0, self._longest[kind]))
        self.result.kills += killed
        self.result.ended_first += not killed
        self.result.kinds[kind] += killed
        where = f"kill {number} ({kind})"
        check = {"upgrade": self._check_upgrade, "restore": self._check_restore}.get(kind, self._check_ledger)
        self._note(where, told.get("error", []))
        try:
            self._note(where, check(told))
        except (LedgerError, sqlite3.Error, OSError) as error:
            self._note(where, [repr(error)])

    def _run(self, kind: str, seconds: float) -> tuple[dict[str, list[str]], bool]:
        """What the process told before it was killed, and whether it had to be."""
        hear, say = os.pipe()
        child = self._start(kind, say)
        os.close(say)
        with os.fdopen(hear, encoding="utf-8") as lines:
            if kind in ("upgrade", "restore"):
                delay = seconds
            else:
                # Its life counts from the open ledger, else half the kills would fall into opening.
                first = lines.readline() if self._rng.random() < 0.9 else ""
                delay = seconds if first else seconds / 4
            time.sleep(delay)
            os.kill(child, signal.SIGKILL)
            text = lines.read()
        _, status = os.waitpid(child, 0)
        told: dict[str, list[str]] = {}
        for line in text.splitlines():
            what, _, value = line.partition(" ")
            told.setdefault(what, []).append(value)
        return told, os.WIFSIGNALED(status)

    def _start(self, kind: str, pipe: int) -> int:
        seed = self._rng.randrange(2**32)
        child = os.fork()
        if child == 0:
            teller = Teller(pipe)
            try:
                work(self._bench, kind, seed, teller)
            except BaseException as error:  # noqa: BLE001
                # Whatever it is, the parent judges it; this copy of the parent must not live on.
                teller.tell("error", repr(error))
            finally:
                os._exit(0)
        return child

    def _time_of(self, kind: str) -> float:
        """How long work takes that comes to an end by itself; the slowest of a few times."""
        taken = []
        for _ in range(3):
            self._renew(kind)
            hear, say = os.pipe()
            began = time.monotonic()
            os.waitpid(self._start(kind, say), 0)
            taken.append(time.monotonic() - began)
            os.close(hear)
            os.close(say)
        return max(taken)

    def _check_ledger(self, told: dict[str, list[str]]) -> list[str]:
        path = self._bench.ledger
        before = self._replay.last
        if self._rng.random() < 0.5:
            # By our own door: recovery, then one plain file.
            with Session.open(path, "王某某") as session:
                wrong = [] if session.writable else ["lock left behind"]
                wrong += session.integrity()
        else:
            # On a copy, so that the next process meets the journal that this one left.
            wrong, path = [], self._copy_of(path)
        wrong += self._replay.follow(path)
        new = [number for number in self._replay.steps if number > before]
        acknowledged = [int(number) for number in told.get("step", ())]
        wrong += [f"step {number} was told and is lost" for number in acknowledged if number not in new]
        beyond = len(new) - len(acknowledged)
        if beyond > 1:
            wrong.append(f"{beyond} steps more than were told")
        self.result.steps += len(acknowledged)
        self.result.beyond += max(beyond, 0)
        return wrong + self._check_backups(self._bench.ledger, told.get("backup", []))

    def _check_backups(self, ledger: Path, told: list[str]) -> list[str]:
        """Whatever has a backup's name is whole and is a state of this ledger; the last one told is there."""
        folder, wrong = backup_folder(ledger), []
        names = {path.name: path for path in folder.glob("*.zonedesk") if not path.name.startswith(".")}
        if told and told[-1] not in names:
            wrong.append(f"backup {told[-1]} was told and is lost")
        for name, path in names.items():
            stamp = (path.stat().st_size, path.stat().st_mtime_ns)
            if self._trusted.get(f"{ledger.name}/{name}") == stamp:
                continue
            try:
                content = check_backup(path)
            except LedgerError as error:
                wrong.append(f"backup {name}: {error}")
                continue
            self._trusted[f"{ledger.name}/{name}"] = stamp
            self.result.backups += 1
            step = self._replay.steps.get(content.last_change)
            if ledger == self._bench.ledger and (step is None or step[0] != content.last_at):
                wrong.append(f"backup {name} holds a step that the ledger has not")
        return wrong

    def _check_upgrade(self, told: dict[str, list[str]]) -> list[str]:
        path = self._bench.older
        with closing(sqlite3.connect(path)) as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            tables = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'planted'").fetchone()[0]
        wrong = [] if version in (VERSION - 1, VERSION) else [f"version {version}"]
        if tables != (version == VERSION):
            wrong.append("half upgraded")
        if "upgraded" in told and version != VERSION:
            wrong.append("was told to be upgraded and is not")
        with planted():
            with Session.open(path, "王某某") as session:
                wrong += session.integrity()
            return wrong + Replay().follow(path) + self._check_backups(path, [])

    def _check_restore(self, told: dict[str, list[str]]) -> list[str]:
        path = self._bench.restored
        with Session.open(path, "王某某") as session:
            wrong = [] if session.writable else ["lock left behind"]
            steps = session.steps()
        if len(steps) != 2:
            wrong.append(f"{len(steps)} steps after a restore")
        if "restored" in told and steps[0].state != "event":
            wrong.append("was told to be restored and is not")
        return wrong + Replay().follow(path) + self._check_backups(path, [])

    def _copy_of(self, path: Path) -> Path:
        folder = self._folder / "看"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for end in ("", "-wal", "-journal"):
            if path.with_name(path.name + end).exists():
                shutil.copy(path.with_name(path.name + end), folder)
        return folder / path.name

    def _renew(self, kind: str) -> None:
        """An older ledger to upgrade, and one to restore, as they were at the start."""
        for wanted, path in (("upgrade", self._bench.older), ("restore", self._bench.restored)):
            if kind == wanted:
                shutil.rmtree(backup_folder(path), ignore_errors=True)
                shutil.copy(self._folder / "起点" / path.name, path)

    def _set_up(self) -> Bench:
        ledger, older, restored = (self._folder / f"{name}.zonedesk" for name in ("台账", "旧版", "恢复"))
        make_sample(ledger, projects=60, seed=3, as_of="2024-03-31")
        start = self._folder / "起点"
        start.mkdir()
        for path in (older, restored):
            shutil.copy(ledger, path)
        backup = back_up(restored).made
        assert backup is not None
        kept = Path(shutil.move(backup.path, start / "备份.zonedesk"))
        with Session.open(restored, "王某某") as session:
            session.run(add_project, name="备份之后的项目")
        for path in (older, restored):
            shutil.copy(path, start / path.name)
        books = {}
        with Session.open(ledger, read_only=True) as session:
            for month, seed in (("2024-04", 1), ("2024-04", 2), ("2024-05", 3), ("2024-05", 4)):
                path = start / f"月报{month}第{seed}稿.xlsx"
                write_monthly(session.reader, path, month, seed=seed)
                books[path] = parse(path)
        return Bench(ledger, older, restored, kept, books)

    def _note(self, where: str, wrong: list[str]) -> None:
        self.result.wrong += [f"{where}: {text}" for text in wrong[:5]]


def run_kills(folder: Path, kills: int, seed: int) -> Result:
    """`kills` kills in an empty folder."""
    began = time.monotonic()
    killer = Killer(folder, seed)
    number = 0
    while killer.result.kills < kills:
        number += 1
        killer.kill(number)
    killer.result.seconds = time.monotonic() - began
    return killer.result

"""What the killed process does: an officer's work without a pause, each thing told once it is safely done."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.planted import planted
from zonedesk.domain.changes import Changes
from zonedesk.domain.errors import RefusedError, StaleUndoError, ZonedeskError
from zonedesk.domain.progress import NullProgress
from zonedesk.exchange import importing
from zonedesk.exchange.grid import Grid
from zonedesk.ops.backup import back_up
from zonedesk.ops.cells import Cell, delete_rows, set_cells
from zonedesk.ops.edit import add_project, add_row, set_field
from zonedesk.ops.long_step import LongStep
from zonedesk.ops.restore import restore
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

_BESIDE = ThreadPoolExecutor(1)
_KEYS = ("remark", "sponsor", "duty_unit", "location", "total_investment", "start_plan")


class Bench(NamedTuple):
    """The files at work: the ledger, an older one to upgrade, one to restore with its backup, parsed workbooks."""

    ledger: Path
    older: Path
    restored: Path
    backup: Path
    books: dict[Path, list[Grid]]


class Teller:
    """Tells the parent what is done; what was told must have survived."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def tell(self, kind: str, text: object) -> None:
        """One line, written whole."""
        os.write(self._pipe, f"{kind} {text}\n".encode())


def work(bench: Bench, kind: str, seed: int, teller: Teller) -> None:
    """Work of one kind until killed."""
    rng = Random(seed)
    if kind == "upgrade":
        with planted(), Session.open(bench.older, "赵某某"):
            teller.tell("upgraded", 1)
    elif kind == "restore":
        restore(bench.restored, bench.backup)
        teller.tell("restored", 1)
    else:
        with Session.open(bench.ledger, "赵某某") as session:
            teller.tell("open", 1)
            while True:
                _one(bench, session, kind if rng.random() < 0.8 else "edit", rng, teller)


def _one(bench: Bench, session: Session, kind: str, rng: Random, teller: Teller) -> None:
    if kind == "backup":
        made = back_up(session.path).made
        if made:
            teller.tell("backup", made.path.name)
    do = {"edit": _edit, "paste": _paste, "import": _import, "backup": _edit}[kind]
    try:
        changes = do(bench, session, rng)
    except (StaleUndoError, RefusedError):
        return
    if changes:
        teller.tell("step", changes.set_id)


def _edit(bench: Bench, session: Session, rng: Random):
    ids = sorted(session.reader.names("project"))
    chance = rng.random()
    if chance < 0.1:
        return session.undo()
    if chance < 0.15:
        return session.redo()
    if chance < 0.25:
        return session.run(add_project, name=f"新增项目{rng.random()}")
    if chance < 0.35:
        return session.run(
            add_row, table="problem", project_id=rng.choice(ids), values={"description": "用地未落实"}
        )
    if chance < 0.4 and len(ids) > 40:
        return session.run(delete_rows, table="project", row_ids=rng.sample(ids, 2))
    return session.run(
        set_field, table="project", row_id=rng.choice(ids), key=rng.choice(_KEYS), text=str(rng.random())
    )


def _paste(bench: Bench, session: Session, rng: Random):
    ids = sorted(session.reader.names("project"))
    cells = [Cell(pid, key, str(rng.random())) for pid in ids for key in _KEYS]
    chance = rng.random()
    if chance < 0.1:
        return _beside(session.undo_beside())
    if chance < 0.15:
        return _beside(session.redo_beside())
    return session.run(set_cells, table="project", cells=cells, verb="粘贴")


def _import(bench: Bench, session: Session, rng: Random):
    importing.parse = lambda path, *_: bench.books[path]
    plan = importing.prepare(
        session.reader,
        rng.choice(list(bench.books)),
        on_conflict="theirs",
        record=session.record,
        ledger_id=session.ledger_id,
    )
    if rng.random() < 0.5:
        return _beside(session.run_beside(take_in, plan=plan))
    return session.run(take_in, plan=plan)


def _beside(step: LongStep) -> Changes | None:
    """Take a step on another thread, as the window does with a long one."""
    try:
        return step.end(_BESIDE.submit(step.work, NullProgress()).result(), None)
    except ZonedeskError as error:
        return step.end(None, error)

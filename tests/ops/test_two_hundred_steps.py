"""Two hundred steps taken back and done again, with restarts between, give the same ledgers."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from zonedesk.domain.columns import PROJECT_FIELDS
from zonedesk.domain.errors import RefusedError
from zonedesk.ops.edit import add_project, add_row, delete_row, set_field
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.store.schema import RECORDED_TABLES

STEPS = 200
TEXTS = ("3.5", "约2亿", "2024-03", "2024年3月5日", "去年", "", "是", "某某公司", "示例经济技术开发区")


def whole(session: Session) -> dict[str, list]:
    return {table: session.reader.rows(table) for table in sorted(RECORDED_TABLES)}


def take_a_step(session: Session, dice: random.Random) -> None:
    table = dice.choice(("project", "project", "procedure", "problem", "monthly_progress", "listing"))
    rows = session.reader.rows(table)
    act = dice.choice(("set", "set", "set", "set", "add", "project", "delete"))
    if act == "set" and rows:
        field = dice.choice([f for f in PROJECT_FIELDS if f.table == "project"])
        project = dice.choice(session.reader.rows("project"))["id"]
        session.run(set_field, table="project", row_id=project, key=field.key, text=dice.choice(TEXTS))
    elif act == "add":
        project = dice.choice(session.reader.rows("project"))["id"]
        values = {"description": f"第{dice.randrange(10**6)}个问题"}
        session.run(add_row, table="problem", project_id=project, values=values)
    elif act == "delete" and len(rows) > 5:
        session.run(delete_row, table=table, row_id=dice.choice(rows)["id"])
    else:
        session.run(add_project, name=f"某某第{dice.randrange(10**6)}项目")


@pytest.mark.parametrize("seed", [1, 2])
def test_all_taken_back_and_done_again_across_restarts(tmp_path: Path, seed: int) -> None:
    path, dice = tmp_path / "台账.zonedesk", random.Random(seed)
    make_sample(path, projects=30, as_of="2026-10-31")
    session = Session.open(path, "王某")
    images = [whole(session)]
    while len(images) <= STEPS:
        before = session.reader.last_change()
        try:
            take_a_step(session, dice)
        except RefusedError:
            continue
        if session.reader.last_change() != before:
            images.append(whole(session))
    for number in reversed(range(STEPS)):
        if dice.random() < 0.05:
            session.close()
            session = Session.open(path, "李某")
        session.undo()
        assert whole(session) == images[number]
    for number in range(1, STEPS + 1):
        if dice.random() < 0.05:
            session.close()
            session = Session.open(path, "王某")
        session.redo()
        assert whole(session) == images[number]
    session.close()

"""The ledger that the matrix is measured on: 20,000 projects with 15 procedures each, made once."""

from __future__ import annotations

from pathlib import Path

from tests.bench.measure import AS_OF, FOLDER
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.templates import book_of
from zonedesk.store.schema import SCHEMA_VERSION
from zonedesk.store.writer import Writer

EACH = 15


def matrix_ledger(projects: int, each: int = EACH) -> Path:
    """An invented ledger in which every project has at least `each` procedures."""
    path = FOLDER / f"手续{projects}个各{each}件-第{SCHEMA_VERSION}版.zonedesk"
    if not path.exists():
        beside = path.with_suffix(".part")
        beside.parent.mkdir(parents=True, exist_ok=True)
        make_sample(beside, projects=projects, as_of=AS_OF)
        with Session.open(beside, "王某某") as session:
            session.run(fill_up, each=each)
        beside.rename(path)
    return path


def fill_up(w: Writer, *, each: int) -> None:
    """补足手续: whatever the templates have that a project lacks, in their order, in all states."""
    templates = book_of(w).current(AS_OF)
    names: dict[int, set[str]] = {row["id"]: set() for row in w.find_all("project")}
    for row in w.find_all("procedure"):
        names[row["project_id"]].add(row["name"])
    made = []
    for project_id, known in names.items():
        lacking = [template for template in templates if template.name not in known]
        for number, template in enumerate(lacking[: max(each - len(known), 0)]):
            done = (project_id + number) % 5 != 0
            made.append(
                {
                    "project_id": project_id,
                    "name": template.name,
                    "dept": template.dept,
                    "status": "已办结" if done else ("办理中", "未启动", "补正")[number % 3],
                    "required": "无需办理" if (project_id + number) % 23 == 0 else "需办",
                    "accepted_on": f"2025-{1 + number % 9:02}-11",
                    "promised_on": f"2026-{1 + (project_id + number) % 12:02}-20",
                    "done_on": f"2025-{1 + number % 9:02}-28" if done else None,
                }
            )
    w.insert_many("procedure", made)

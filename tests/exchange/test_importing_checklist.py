"""The bureau's procedures and the office's templates: nothing is doubled and no figure moves."""

from pathlib import Path

import pytest

from zonedesk.domain.figures.summary import as_json
from zonedesk.exchange.importing import prepare
from zonedesk.ops.checklist import make_checklist
from zonedesk.ops.lists import kinds
from zonedesk.ops.procedure_moves import set_step_done
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in
from zonedesk.ops.templates import seed_templates, template_book

DAY = "2024-03-31"


@pytest.fixture
def session(shared: Path, tmp_path: Path):
    with Session.create(tmp_path / "台账.zonedesk", "王某某") as made:
        for name in ("大同市三个一批项目台账.xlsx", "前期手续办理情况表.xlsx"):
            plan = prepare(made.reader, shared / "workbooks" / name, ledger_id=made.ledger_id)
            made.run(take_in, plan=plan)
        yield made


def procedures(session: Session):
    return as_json(session.figures(DAY))["procedures"]


def test_the_one_pending_is_followed_along_the_land_chain(session: Session) -> None:
    before = procedures(session)
    assert (before["required"], before["done"], before["percent"]) == (364, 363, "99.73")
    session.run(seed_templates)
    (pending,) = session.figures(DAY).procedures.pending
    land = [t.id for t in template_book(session.reader).current(DAY) if t.code == "P14"]
    session.run(make_checklist, project_id=pending.project_id, template_ids=land, day=DAY)
    steps = session.reader.rows("procedure_step", procedure_id=pending.id)
    gathered = next(step for step in steps if step["name"] == "收储")
    session.run(set_step_done, step_id=gathered["id"], text="2024-03-20")
    assert procedures(session) == before, "followed more closely, counted the same"
    (row,) = kinds()["procedure_stuck"].rows(session, DAY)
    assert (row["name"], row["step"], row["days"]) == ("土地手续", "待挂牌（招拍挂）", 11)
    assert "等待招拍挂" in row["waiting_reason"]


def test_the_bureau_s_names_are_known_to_the_templates(session: Session) -> None:
    session.run(seed_templates)
    book = template_book(session.reader)
    names = {row["name"] for row in session.reader.rows("procedure")}
    codes = {name: t.code for name in names if (t := book.of_procedure({"template_id": None, "name": name}))}
    assert codes == {"立项备案": "P01", "土地手续": "P14", "规划许可": "P15", "环评批复": "P18"}


def test_completion_by_zone_and_name_come_to_the_published_numbers(session: Session) -> None:
    for name in ("procedures_by_zone", "procedures_by_name"):
        rows = kinds()[name].rows(session, DAY)
        assert (sum(r["required"] for r in rows), sum(r["done"] for r in rows)) == (364, 363)

"""Visits: what a company asks for becomes a problem, once."""

from __future__ import annotations

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.ops import edit
from zonedesk.ops.lists import kinds
from zonedesk.ops.session import Session
from zonedesk.ops.visits import raise_problem

AS_OF = "2024-03-31"


@pytest.fixture
def project(session: Session) -> int:
    return session.run(edit.add_project, name="甲项目").rows[0].row_id


def add(session: Session, project: int | None, **values: str) -> int:
    return session.run(edit.add_row, table="visit", project_id=project, values=values).rows[0].row_id


def test_an_appeal_becomes_a_problem_and_stays_open_until_that_is_closed(
    session: Session, project: int
) -> None:
    visit = add(session, project, visited_on="2024-03-05", appeal="缺电", company="某甲公司")
    session.run(raise_problem, visit_id=visit)
    [problem] = session.reader.rows("problem")
    told = (problem["description"], problem["raised_on"], problem["raised_by"], problem["source"])
    assert told == ("缺电", "2024-03-05", "某甲公司", "走访")
    with pytest.raises(RefusedError, match=r"visit\.raised"):
        session.run(raise_problem, visit_id=visit)
    [row] = kinds()["visits"].rows(session, AS_OF)
    assert (row["raised"], row["open"]) == (True, True)
    session.run(edit.set_field, table="problem", row_id=problem["id"], key="status", text="已解决")
    assert not kinds()["visits"].rows(session, AS_OF)[0]["open"]
    session.undo()
    session.undo()
    assert session.reader.rows("problem") == []


@pytest.mark.parametrize(
    ("values", "code"), [({}, "visit.no_appeal"), ({"appeal": "缺电"}, "visit.no_project")]
)
def test_what_cannot_become_a_problem_is_refused(session: Session, values, code) -> None:
    visit = add(session, None, **values)
    with pytest.raises(RefusedError) as refused:
        session.run(raise_problem, visit_id=visit)
    assert refused.value.code == code


def test_the_loop_is_closed_by_all_four_kinds(session: Session, project: int) -> None:
    for kind in ("上门问需", "上门解忧", "上门送达"):
        add(session, project, kind=kind, visited_on="2024-03-01")
    add(session, project, kind="上门访亲", visited_on="2024-04-01")
    loops = kinds()["visit_loops"]
    assert not loops.rows(session, AS_OF)[0]["closed"]
    [row] = loops.rows(session, "2024-04-01")
    assert (row["visits"], row["closed"]) == (4, True)


def test_a_visit_that_names_no_company_was_paid_to_the_builder(session: Session, project: int) -> None:
    session.run(edit.set_field, table="project", row_id=project, key="enterprise_id", text="某乙公司")
    add(session, project, visited_on="2024-03-05")
    add(session, project, visited_on="2024-03-06", company="某甲公司")
    add(session, None, visited_on="2024-03-07")
    found = [row["company"] for row in kinds()["visits"].rows(session, AS_OF)]
    assert found == [None, "某甲公司", "某乙公司"]

"""Problems, supervision and duties on a real ledger: each action is one step, taken back by one undo."""

from __future__ import annotations

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.problems import Action
from zonedesk.domain.supervision import Step
from zonedesk.ops import duty_book, problem_book, supervision_book
from zonedesk.ops.edit import add_project, add_row
from zonedesk.ops.lists import kinds

DAY = "2026-03-31"


@pytest.fixture
def project(session):
    session.run(add_project, name="甲项目", zone="示例园区")
    (row,) = session.reader.rows("project")
    session.run(lambda w: w.update("project", row["id"], {"sign_date": "2025-06-01"}))
    return row["id"]


@pytest.fixture
def problem(session, project):
    values = {"description": "园区供电容量不足", "raised_on": "2026-03-02", "deadline": "2026-03-20"}
    session.run(problem_book.raise_problem, project_id=project, values=values | {"duty_unit": "供电公司"})
    return session.reader.rows("problem")[0]["id"]


def rows(session, kind, day=DAY):
    return kinds()[kind].rows(session, day, Scope())


def whole(session):
    tables = ("project", "problem", "follow_up", "supervision", "assignment")
    return {table: session.reader.rows(table) for table in tables}


def test_a_problem_from_raising_to_closing_and_back_step_by_step(session, project, problem):
    states = [whole(session)]
    course = [
        (problem_book.respond, {"on": "2026-03-02", "text": "已受理"}),
        (problem_book.add_progress, {"on": "2026-03-06", "text": "现场勘查"}),
        (problem_book.escalate, {"on": "2026-03-10", "text": "需市里协调"}),
        (problem_book.submit_for_verification, {"on": "2026-03-24"}),
        (problem_book.send_back, {"on": "2026-03-25", "text": "未送电"}),
        (problem_book.submit_for_verification, {"on": "2026-03-27"}),
        (problem_book.verify, {"on": "2026-03-28", "by_whom": "李某"}),
        (problem_book.close_out, {"on": "2026-03-30", "result": "已送电", "by_whom": "李某"}),
    ]
    for op, facts in course:
        assert session.run(op, problem_id=problem, **facts)
        states.append(whole(session))
    (row,) = rows(session, "problems")
    assert (row["no"], row["state"], row["open"], row["level"]) == ("2026-001", "已销号", False, "县")
    assert (row["first_response_on"], row["verified_by"], row["result"]) == ("2026-03-02", "李某", "已送电")
    assert (row["days_open"], row["overdue_days"], row["escalated"]) == (28, 0, True)
    assert [line["kind"] for line in row["follow_ups"]] == [
        "响应", "进展", "升级", "进展", "退回", "进展", "核验", "销号",
    ]  # fmt: skip
    (then,) = rows(session, "problems", "2026-03-22")
    assert (then["open"], then["overdue_days"], then["last"]) == (True, 2, "由区级提请县级协调：需市里协调")
    labels = [step.label for step in session.steps(limit=3)]
    assert labels[0] == "销号“甲项目”问题“园区供电容量不足”"
    for before in reversed(states[:-1]):
        session.undo()
        assert whole(session) == before


def test_a_refused_action_writes_nothing(session, problem):
    before = whole(session)
    with pytest.raises(RefusedError):
        session.run(problem_book.close_out, problem_id=problem, on="2026-03-05", result="甲")
    with pytest.raises(RefusedError):
        session.run(problem_book.act, problem_id=999, action=Action.RESPOND, on="2026-03-05")
    assert whole(session) == before


def test_a_matter_raised_from_an_overdue_problem_takes_over_what_is_known(session, project, problem):
    session.run(
        supervision_book.issue_supervision,
        on="2026-03-25",
        problem_id=problem,
        values={"supervisor": "张某", "deadline": "2026-03-28"},
    )
    (row,) = rows(session, "supervisions")
    assert (row["no"], row["name"], row["lead_unit"]) == ("督〔2026〕1号", "园区供电容量不足", "供电公司")
    assert (row["project"], row["state"], row["overdue_days"]) == ("甲项目", "已派", 3)
    assert rows(session, "problems")[0]["supervisions"] == 1
    facts = {"supervision_id": row["id"]}
    session.run(supervision_book.urge, **facts, on="2026-03-29")
    session.run(supervision_book.urge, **facts, on="2026-03-30", text="再次催办")
    session.run(supervision_book.feed_back, **facts, on="2026-03-31", text="正在增容")
    (row,) = rows(session, "supervisions")
    assert (row["urge_count"], row["last_feedback"], row["state"]) == (2, "正在增容", "处置中")
    assert rows(session, "supervisions", "2026-03-29")[0]["urge_count"] == 1
    session.run(supervision_book.act, **facts, step=Step.SUBMIT, on="2026-04-02")
    session.run(supervision_book.close_supervision, **facts, on="2026-04-03", result="已送电")
    assert rows(session, "supervisions", "2026-04-30")[0]["state"] == "已销号"
    assert session.steps(limit=1)[0].label == "销号 督〔2026〕1号“园区供电容量不足”"
    assert rows(session, "problems", "2026-04-30")[0]["supervisions"] == 0


def test_numbers_go_on_and_a_taken_one_is_refused(session):
    issue = supervision_book.issue_supervision
    session.run(issue, on="2026-03-01", values={"name": "甲事项", "no": "督〔2026〕11号"})
    session.run(issue, on="2026-03-02", values={"name": "乙事项"})
    assert [row["no"] for row in rows(session, "supervisions")] == ["督〔2026〕11号", "督〔2026〕12号"]
    with pytest.raises(RefusedError, match="number_taken"):
        session.run(issue, on="2026-03-03", values={"name": "丙事项", "no": "督〔2026〕12号"})
    with pytest.raises(RefusedError, match="no_name"):
        session.run(issue, on="2026-03-03", values={})
    assert rows(session, "supervisions", "2026-03-01")[0]["name"] == "甲事项"
    assert len(rows(session, "supervisions", "2026-03-01")) == 1


def test_a_successor_ends_the_one_before_and_the_ledgers_column_follows(session, project):
    session.run(duty_book.set_own, project_id=project, role="包联领导", text="王某某（副市长）")
    before = whole(session)
    session.run(
        duty_book.assign,
        project_id=project,
        role="包联领导",
        who="李某某",
        org="管委会副主任",
        from_on="2026-03-10",
        succeed=True,
    )
    (row,) = rows(session, "duties")
    assert (row["sponsor"], row["gaps"]) == ("李某某", ["服务专员"])
    assert rows(session, "duties", "2026-03-09")[0]["sponsor"] == "王某某（副市长）"
    assert session.reader.rows("project")[0]["sponsor"] == "李某某（管委会副主任）"
    assert row["warnings"] == []
    session.undo()
    assert whole(session) == before


def test_several_answer_beside_each_other_and_one_ends(session, project):
    for who, day in (("王某", "2026-01-01"), ("李某", "2026-02-01")):
        session.run(duty_book.assign, project_id=project, role="服务专员", who=who, from_on=day)
    with pytest.raises(RefusedError, match="already"):
        session.run(duty_book.assign, project_id=project, role="服务专员", who="李某", from_on="2026-03-01")
    assert rows(session, "duties")[0]["service_officer"] == "王某、李某"
    assert "没有结束日期" in rows(session, "duties")[0]["warnings"][0]
    first = session.reader.rows("assignment")[0]["id"]
    session.run(duty_book.end_assignment, assignment_id=first, on="2026-03-15")
    assert rows(session, "duties", "2026-03-15")[0]["service_officer"] == "王某、李某"
    assert rows(session, "duties", "2026-03-16")[0]["service_officer"] == "李某"
    assert session.reader.rows("project")[0]["service_officer"] == "李某"
    with pytest.raises(RefusedError, match="not_found"):
        session.run(duty_book.end_duty, project_id=project, role="服务专员", who="赵某", on="2026-03-20")


def test_an_earlier_term_entered_late_does_not_push_out_who_answers_now(session, project):
    session.run(duty_book.assign, project_id=project, role="包联领导", who="王某某", from_on="2026-02-01")
    session.run(duty_book.assign, project_id=project, role="包联领导", who="李某某", from_on="2025-07-01")
    session.run(duty_book.end_duty, project_id=project, role="包联领导", who="李某某", on="2026-01-31")
    assert session.reader.rows("project")[0]["sponsor"] == "王某某"
    assert rows(session, "duties", "2025-12-01")[0]["sponsor"] == "李某某"


def test_the_last_one_ended_leaves_a_gap(session, project):
    session.run(duty_book.set_own, project_id=project, role="服务专员", text="王某")
    session.run(duty_book.end_duty, project_id=project, role="服务专员", who="王某", on="2026-03-15")
    assert "服务专员" in rows(session, "duties")[0]["gaps"]
    assert session.reader.rows("project")[0]["service_officer"] is None
    assert rows(session, "duties", "2026-03-01")[0]["service_officer"] == "王某"


def test_load_counts_each_running_project_once_and_the_problems_a_person_has(session, project, problem):
    values = {"sponsor": "王某某", "service_officer": "王某某", "duty_person": "李某"}
    session.run(lambda w: w.update("project", project, values))
    session.run(add_project, name="乙项目")
    other = session.reader.rows("project")[1]["id"]
    session.run(
        lambda w: w.update("project", other, {"sign_date": "2025-01-01", "sponsor": "王某某（主任）"})
    )
    second = {"description": "手续不全", "raised_on": "2026-03-01", "duty_person": "王某某"}
    session.run(add_row, table="problem", project_id=other, values=second)
    load = {row["name"]: row for row in rows(session, "duty_load")}
    assert (load["王某某"]["projects"], load["王某某"]["as_sponsor"], load["王某某"]["as_officer"]) == (
        2,
        2,
        1,
    )
    assert (load["王某某"]["problems"], load["王某某"]["overdue"]) == (1, 0)
    assert (load["李某"]["projects"], load["李某"]["problems"], load["李某"]["overdue"]) == (1, 1, 1)
    assert load["王某某"]["post"] == "主任"
    session.run(lambda w: w.update("project", other, {"withdrawn_on": "2026-03-15"}))
    load = {row["name"]: row for row in rows(session, "duty_load")}
    assert (load["王某某"]["projects"], load["王某某"]["problems"]) == (1, 0)


def test_scope_limits_every_list(session, project, problem):
    session.run(supervision_book.issue_supervision, on="2026-03-05", problem_id=problem, values={})
    session.run(supervision_book.issue_supervision, on="2026-03-05", values={"name": "与项目无关的事项"})
    session.run(add_project, name="乙项目", zone="另一园区")
    zones = {name: key for key, name in session.reader.names("zone").items()}
    for name, here, there in (("problems", 1, 0), ("duties", 1, 1), ("supervisions", 1, 0)):
        found = [
            len(kinds()[name].rows(session, DAY, Scope(zone_id=zones[zone])))
            for zone in ("示例园区", "另一园区")
        ]
        assert found == [here, there]
    assert len(rows(session, "supervisions")) == 2

"""What the day asks for: by source, by scope, overdue apart; not updated; incomplete as the quality checks find it."""

import datetime as dt

import pytest

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.lights import Light, LightRules
from zonedesk.domain.staleness import Staleness, read_staleness, write_staleness
from zonedesk.ops import edit
from zonedesk.ops.light_settings import save_light_settings
from zonedesk.ops.lists import kinds
from zonedesk.ops.morning import Part, end_of_week, morning
from zonedesk.ops.quality import check_quality
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF = "2024-03-27"  # a Wednesday
YI = 100_000_000


def _fill(w):
    """填台账."""
    zones = [w.insert("zone", {"name": name}) for name in ("甲区", "乙区")]
    batch = w.insert("batch", {"name": "2024年第1次", "year": 2024, "seq_no": 1})
    rows = (
        # name, zone, signed, start plan, start
        ("一", zones[0], "2024-03-25", "2024-03-27", None),
        ("二", zones[0], "2024-03-01", "2024-03-01", None),
        ("三", zones[1], "2023-06-01", "2024-02-10", "2024-02-10"),
        ("终", zones[1], "2023-06-01", "2024-02-10", None),
    )
    for name, zone, signed, plan, start in rows:
        values = {
            "name": name,
            "zone_id": zone,
            "sign_date": signed,
            "start_plan": plan,
            "start_actual": start,
        }
        pid = w.insert("project", values | {"duty_unit": "规划建设局", "duty_person": "李某"})
        w.insert("listing", {"project_id": pid, "batch_id": batch, "track": "signing", "investment": YI})
    w.update("project", 4, {"withdrawn_on": "2024-03-01"})
    for pid, day in ((3, "2024-03-31"), (4, "2024-03-28"), (3, "2024-04-01")):
        w.insert("problem", {"project_id": pid, "description": f"缺电{day}", "deadline": day})
    w.insert("procedure", {"project_id": 1, "name": "环评", "promised_on": "2024-03-20", "dept": "环保局"})
    w.insert(
        "procedure",
        {
            "project_id": 1,
            "name": "备案",
            "status": "已办结",
            "promised_on": "2024-03-28",
            "done_on": "2024-03-01",
        },
    )
    w.insert(
        "supervision",
        {
            "name": "督促开工",
            "project_id": 2,
            "no": "督〔2024〕1号",
            "deadline": "2024-03-28",
            "lead_unit": "督查室",
        },
    )
    w.insert("action_item", {"content": "汇总下月拟开工项目", "deadline": "2024-03-27"})
    w.insert("action_item", {"content": "已做完", "deadline": "2024-03-27", "status": "已完成"})
    w.insert(
        "milestone", {"project_id": 3, "name": "主体封顶", "plan_on": "2024-03-29", "forecast_on": "2024-05"}
    )
    w.insert(
        "milestone", {"project_id": 3, "name": "桩基", "plan_on": "2024-03-28", "actual_on": "2024-02-20"}
    )
    w.insert("commitment", {"project_id": 1, "matter": "水土保持方案", "deadline": "2024-03-28"})
    w.insert("routine", {"name": "周例会", "cycle": "周", "day": 5, "starts_on": "2024-03-25"})


@pytest.fixture
def filled(session):
    session.run(_fill)
    return session


def told(lines):
    return [(line.kind, line.project, line.what, line.days) for line in lines]


def test_today_and_this_week_by_source(filled):
    found = morning(filled, AS_OF)
    assert (found.day, found.until, found.before) == (AS_OF, "2024-03-31", "2024-03-26")
    assert told(found.lines[Part.DUE]) == [
        ("项目", "一", "计划开工", 0),
        ("议定", "", "汇总下月拟开工项目", 0),
        ("督办", "二", "督〔2024〕1号 督促开工", -1),
        ("承诺", "一", "水土保持方案", -1),
        ("例行", "", "周例会（2024年第13周）", -2),
        ("节点", "三", "主体封顶（预计2024年5月）", -2),
        ("问题", "三", "缺电2024-03-31", -4),
    ]
    assert found.today == 2
    assert found.counts == {part: len(lines) for part, lines in found.lines.items()}
    assert told(found.lines[Part.OVERDUE]) == [
        ("项目", "二", "计划开工", 26),
        ("手续", "一", "环评", 7),
    ]


def test_a_line_says_who_answers_and_which_page_keeps_it(filled):
    lines = {line.what: line for line in morning(filled, AS_OF).lines[Part.DUE]}
    assert lines["计划开工"].duty == "规划建设局 李某"
    assert lines["督〔2024〕1号 督促开工"].duty == "督查室"
    assert {line.kind: line.page for line in lines.values()} == {
        "项目": "three_not",
        "议定": "meetings",
        "督办": "duties",
        "承诺": "visits",
        "例行": "meetings",
        "节点": "milestones",
        "问题": "duties",
    }


def test_lists_are_cut_short_but_counted_whole(filled):
    whole, short = morning(filled, AS_OF), morning(filled, AS_OF, most=1)
    assert short.counts == whole.counts
    assert short.today == 2
    assert short.lines == {part: lines[:1] for part, lines in whole.lines.items()}


def test_scope_leaves_other_projects_out_and_the_office_s_own_things_in(filled):
    found = morning(filled, AS_OF, Scope(zone_id=2))
    assert {line.project for part in Part for line in found.lines[part]} == {"三", ""}


def test_another_day_has_other_work(filled):
    found = morning(filled, AS_OF, day="2024-04-01")
    assert [line.what for line in found.lines[Part.DUE] if line.days == 0] == ["缺电2024-04-01"]
    assert found.today == 1
    assert ("问题", "三", "缺电2024-03-31", 1) in told(found.lines[Part.OVERDUE])


def test_a_weekend_looks_at_the_week_to_come():
    assert end_of_week("2024-03-29") == "2024-03-31"
    assert end_of_week("2024-03-30") == "2024-04-07"


def test_not_updated_by_stage_and_days(filled):
    def names(day=AS_OF):
        return [line.project for line in morning(filled, AS_OF, day=day).lines[Part.NOT_UPDATED]]

    assert names() == ["三", "二"], "signed 26 days ago, built 36 days ago"
    filled.run(
        edit.add_row, table="follow_up", values={"happened_on": "2024-03-20", "content": "走访"}, project_id=2
    )
    assert names() == ["三"]
    filled.run(edit.add_row, table="monthly_progress", values={"month": "2024-02"}, project_id=3)
    assert names() == []
    assert names("2024-04-02") == ["三", "二", "一"]
    filled.run(save_light_settings, rules=LightRules(), days=Staleness(signed_days=30, other_days=40))
    assert names("2024-04-02") == []
    filled.undo()
    filled.undo()
    assert names() == ["三"]


def test_what_was_written_by_hand_is_an_update(tmp_path):
    make_sample(tmp_path / "s.zonedesk", projects=400, as_of=AS_OF)
    with Session.open(tmp_path / "s.zonedesk") as session:
        today = dt.date.today().isoformat()  # noqa: DTZ011 - as the record is kept
        old = [line.project_id for line in morning(session, AS_OF, day=today).lines[Part.NOT_UPDATED]]
        assert old, "making the ledger looked at no project"
        session.run(edit.set_field, table="project", row_id=old[0], key="remark", text="已联系")
        pending = session.reader.rows("procedure", project_id=old[1])
        session.run(edit.set_field, table="procedure", row_id=pending[0]["id"], key="next_step", text="报件")
        now = [line.project_id for line in morning(session, AS_OF, day=today).lines[Part.NOT_UPDATED]]
        assert set(old) - set(now) == {old[0], old[1]}


def test_staleness_is_read_back_and_nonsense_falls_back():
    chosen = Staleness(signed_days=10)
    assert read_staleness(write_staleness(chosen)).staleness == chosen
    assert write_staleness(Staleness()) == ""
    reading = read_staleness('{"signed_days": 0, "other_days": 40}')
    assert reading == (Staleness(other_days=40), ("signed_days",))
    assert read_staleness("{").faults == ("",)


def test_incomplete_is_what_the_checks_of_quality_find(tmp_path):
    make_sample(tmp_path / "s.zonedesk", projects=300, as_of=AS_OF)
    with Session.open(tmp_path / "s.zonedesk", read_only=True) as session:
        expected: dict[int, set[str]] = {}
        for finding in check_quality(session.reader, AS_OF):
            if finding.rule.code in ("quality.missing", "quality.no_duty"):
                for problem in finding.problems:
                    expected.setdefault(problem.facts["project_id"], set()).add(problem.facts["field"])
        found = {
            line.project_id: set(line.what.removeprefix("缺").split("、"))
            for line in morning(session, AS_OF).lines[Part.INCOMPLETE]
        }
        assert found == expected
        assert expected


def test_every_list_of_the_morning_is_a_list_of_the_office(filled):
    found = morning(filled, AS_OF)
    due = kinds()["due"].rows(filled, AS_OF)
    assert len(due) == len(found.lines[Part.DUE]) + len(found.lines[Part.OVERDUE])
    assert [row["project"] for row in kinds()["not_updated"].rows(filled, AS_OF)] == ["三", "二"]
    assert len(kinds()["incomplete"].rows(filled, AS_OF)) == len(found.lines[Part.INCOMPLETE])
    assert sum(map(len, found.by_light.values())) == 4
    assert len(found.by_light[Light.NONE]) == 1


def test_an_empty_ledger_has_an_empty_morning(session):
    found = morning(session, AS_OF)
    assert not any(found.lines.values())

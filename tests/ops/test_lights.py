"""Lights of all projects: kept up with edits, by the office's rules, red since the working day before."""

import pytest

from zonedesk.domain.calendar import WorkCalendar
from zonedesk.domain.lights import SETTING, Light, LightRules
from zonedesk.ops import edit
from zonedesk.ops.light_settings import save_light_settings
from zonedesk.ops.lights import LightBoard, working_day_before
from zonedesk.ops.lists import kinds
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.table.columns import columns_by_key
from zonedesk.ops.table.rows import LedgerRows

AS_OF = "2026-10-31"


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("lights") / "示例.zonedesk"
    make_sample(path, projects=300, as_of=AS_OF)
    return path


@pytest.fixture
def sample(sample_path, tmp_path):
    copy = tmp_path / "台账.zonedesk"
    copy.write_bytes(sample_path.read_bytes())
    with Session.open(copy, "王某") as opened:
        yield opened


def fresh(session, as_of=AS_OF):
    return LightBoard(session).read(as_of)


def test_an_invented_ledger_has_every_light_and_little_red(sample):
    counts = {light: len(ids) for light, ids in fresh(sample).by_light(sample.facts(AS_OF).projects).items()}
    assert all(counts.values())
    assert counts[Light.RED] / 300 < 0.1
    assert {v.rule for vs in fresh(sample).verdicts.values() for v in vs} >= {
        "start",
        "progress",
        "procedures",
    }


def test_after_each_edit_the_lights_are_those_read_afresh(sample):
    board = sample.kept(LightBoard)
    board.read(AS_OF)
    facts = sample.facts(AS_OF)
    pending = facts.pending[0]
    signed = next(pid for pid, p in facts.projects.items() if p.sign_date and not p.start_actual)
    building = next(pid for pid, p in facts.projects.items() if p.start_actual and not p.prod_actual)
    month = next(row for row in sample.reader.rows("monthly_progress") if row["project_id"] == building)
    problem = sample.reader.rows("problem")[0]["id"]
    writes = [
        ("project", signed, "start_plan", "2026-02-30"),
        ("project", signed, "start_plan", "2026-01-05"),
        ("project", signed, "delay_reason", "用地报批"),
        ("project", building, "statistics_on", ""),
        ("project", building, "withdrawn_on", "2026-10-01"),
        ("procedure", pending.id, "promised_on", "2026-10-30"),
        ("procedure", pending.id, "status", "已办结"),
        ("problem", problem, "deadline", "2026-05-01"),
        ("problem", problem, "status", "已解决"),
        ("holiday", None, "day", "2026-10-30"),
    ]
    for table, row_id, key, text in writes:
        if row_id is None:
            sample.run(edit.add_row, table=table, values={key: text, "kind": "休"})
        else:
            sample.run(edit.set_field, table=table, row_id=row_id, key=key, text=text)
        assert board.read(AS_OF) == fresh(sample), (table, key)
    sample.run(edit.delete_row, table="monthly_progress", row_id=month["id"])
    sample.run(edit.delete_row, table="project", row_id=signed)
    assert board.read(AS_OF) == fresh(sample)
    for _ in range(len(writes) + 2):
        sample.undo()
        assert board.read(AS_OF) == fresh(sample)


def test_a_planned_date_that_cannot_be_read_is_yellow_wherever_lights_are_asked(sample):
    projects, board = sample.facts(AS_OF).projects, sample.kept(LightBoard)
    green = board.read(AS_OF).by_light(projects)[Light.GREEN]
    pid = next(pid for pid in green if projects[pid].start_actual and not projects[pid].prod_actual)
    sample.run(edit.set_field, table="project", row_id=pid, key="prod_plan", text="2026-02-30")
    (verdict,) = board.read(AS_OF).lit(pid)
    assert (verdict.light, verdict.rule) == (Light.YELLOW, "production")
    assert "“2026-02-30”无法识别" in verdict.why
    assert board.of_one(sample.facts(AS_OF).projects[pid], AS_OF) == (verdict,)
    sample.undo()
    assert board.read(AS_OF).light(pid) is Light.GREEN


@pytest.mark.parametrize(("table", "key"), [("procedure", "promised_on"), ("problem", "deadline")])
def test_a_date_that_something_is_due_on_and_that_cannot_be_read_is_yellow(sample, table, key):
    projects, board = sample.facts(AS_OF).projects, sample.kept(LightBoard)
    pid = board.read(AS_OF).by_light(projects)[Light.GREEN][0]
    name = {"procedure": {"name": "某许可"}, "problem": {"description": "某问题", "raised_on": "2026-10-01"}}
    values = name[table] | {key: "下月底"}
    (row_id,) = (
        each.row_id for each in sample.run(edit.add_row, table=table, project_id=pid, values=values).of(table)
    )
    (verdict,) = board.read(AS_OF).lit(pid)
    assert (verdict.light, verdict.rule) == (Light.YELLOW, "undated")
    assert "“下月底”无法识别（待核）" in verdict.why
    assert board.of_one(sample.facts(AS_OF).projects[pid], AS_OF) == (verdict,)
    assert fresh(sample) == board.read(AS_OF)
    sample.run(edit.set_field, table=table, row_id=row_id, key=key, text="2027-10-01")
    assert board.read(AS_OF).light(pid) is Light.GREEN
    sample.undo()
    done = ("status", "已办结") if table == "procedure" else ("status", "已解决")
    sample.run(edit.set_field, table=table, row_id=row_id, key=done[0], text=done[1])
    sample.run(
        edit.set_field,
        table=table,
        row_id=row_id,
        key={"procedure": "done_on", "problem": "closed_on"}[table],
        text=AS_OF,
    )
    assert board.read(AS_OF).light(pid) is Light.GREEN
    assert fresh(sample, "2026-10-30").lit(pid) == (verdict,), "by the day before it was open"


def test_nothing_is_worked_out_while_nothing_is_written(sample):
    board = sample.kept(LightBoard)
    known = board.read(AS_OF)
    assert board.read(AS_OF) is known
    board.read("2026-09-30")
    assert board.read(AS_OF) is known


def test_other_rules_give_other_lights_and_the_preview_says_how_many(sample):
    board, everyone = sample.kept(LightBoard), sample.facts(AS_OF).projects
    rules = LightRules().with_limits("procedures", on=False).with_limits("problems", on=False)
    told = board.preview(AS_OF, rules, everyone)
    before = {light: len(ids) for light, ids in board.read(AS_OF).by_light(everyone).items()}
    assert told[Light.RED] < before[Light.RED]
    sample.run(save_light_settings, rules=rules)
    after = {light: len(ids) for light, ids in board.read(AS_OF).by_light(everyone).items()}
    assert after == told
    assert sample.steps(limit=1)[0].label == "修改亮灯规则"


def test_a_setting_that_cannot_be_read_is_told_and_the_usual_rules_stand(sample):
    usual = fresh(sample)
    sample.run(edit.set_setting, key=SETTING, value="{")
    board = LightBoard(sample)
    assert board.reading.faults
    assert board.read(AS_OF).verdicts == usual.verdicts


def test_turned_red_are_those_red_now_and_not_on_the_working_day_before(sample):
    now = fresh(sample)
    assert now.before == "2026-10-30"
    then = fresh(sample, now.before)
    red_now, red_then = (
        {pid for pid in each.verdicts if each.light(pid) is Light.RED} for each in (now, then)
    )
    assert set(now.turned_red) == red_now - red_then
    assert now.turned_red
    rows = kinds()["turned_red"].rows(sample, AS_OF)
    assert {row["id"] for row in rows} == set(now.turned_red)
    assert all(row["light"] == "red" and row["why"] for row in rows)


def test_a_project_signed_today_turns_red_today_though_its_promise_passed_long_ago(sample):
    pid = sample.facts(AS_OF).pending[0].project_id
    sample.run(
        edit.set_field,
        table="procedure",
        row_id=sample.facts(AS_OF).pending[0].id,
        key="promised_on",
        text="2026-05-01",
    )
    sample.run(edit.set_field, table="project", row_id=pid, key="start_actual", text="")
    sample.run(edit.set_field, table="project", row_id=pid, key="sign_date", text=AS_OF)
    found = fresh(sample)
    assert found.light(pid) is Light.RED
    assert pid in found.turned_red
    sample.run(edit.set_field, table="project", row_id=pid, key="sign_date", text="2026-10-01")
    assert pid not in fresh(sample).turned_red


def test_the_day_before_is_a_working_day():
    assert working_day_before(WorkCalendar(), "2024-04-01") == "2024-03-29"
    assert working_day_before(WorkCalendar(), "2024-02-18") == "2024-02-09"


def test_one_project_s_light_is_the_same_from_its_own_rows(sample):
    found = fresh(sample)
    board = sample.kept(LightBoard)
    for pid, fact in sample.facts(AS_OF).projects.items():
        assert board.of_one(fact, AS_OF) == found.verdicts.get(pid, ())


def test_the_ledger_s_table_shows_sorts_and_follows_lights(sample):
    rows = LedgerRows(sample, AS_OF, "亿元")
    rows.load()
    found, column = fresh(sample), columns_by_key()["light"]
    red = next(pid for pid in rows.by_id if found.light(pid) is Light.RED)
    none = next(pid for pid in rows.by_id if found.light(pid) is Light.NONE)
    assert (rows.text(red, column), rows.text(none, column)) == ("● 红", "")
    assert rows.order(red, column) == 0
    assert rows.order(none, column) is None
    values = rows.values(column, list(rows.by_id))
    assert values.count("● 红") == len(found.by_light(rows.by_id)[Light.RED])
    for rule in ("problems", "procedures", "progress", "start", "statistics", "reports"):
        sample.run(save_light_settings, rules=LightRules().with_limits(rule, on=False))
    rules = LightRules()
    for rule in ("problems", "procedures", "progress", "start", "statistics", "reports"):
        rules = rules.with_limits(rule, on=False)
    rows.patch(sample.run(save_light_settings, rules=rules))
    assert rows.text(red, column) in ("", "■ 绿", "▲ 黄")


def test_lights_are_listed_red_projects_first(sample):
    rows = kinds()["lights"].rows(sample, AS_OF)
    found = fresh(sample)
    order = [found.light(row["id"]).rank for row in rows]
    assert order == sorted(order)
    assert len(rows) == sum(len(found.lit(pid)) for pid in found.verdicts)
    cells = kinds()["lights"].cells(rows[0])
    assert cells[2] == "● 红"
    assert cells[3] in ("开工", "进度", "入统", "手续", "填报", "问题")

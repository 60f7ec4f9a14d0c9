"""Light rules: the boundary days of each, what leaves them unlit, the worst light, settings read and written."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.calendar import WorkCalendar
from zonedesk.domain.lights import (
    Fault,
    Light,
    LightDay,
    LightRules,
    Permit,
    Promised,
    Report,
    TimedProblem,
    Undated,
    Watched,
    light_of,
    read_rules,
    rules,
    verdicts_of,
    verdicts_of_all,
    write_rules,
)
from zonedesk.domain.lights.progress import lag_of
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import stage_of

YI = 100_000_000
EMPTY = ProjectFact(*[None] * len(ProjectFact._fields))._replace(
    id=1, name="甲项目", sign_date="2023-01-05", total_investment=YI
)
CALENDAR = WorkCalendar()


def watched(reports=(), **values):
    facts = {key: values.pop(key) for key in list(values) if key in ProjectFact._fields}
    return Watched(EMPTY._replace(**facts), reports=tuple(reports), **values)


def lit(project, as_of, rule, chosen=None, **day):
    """The light and the reason of one rule; (None, "") if it is not lit."""
    found = verdicts_of(project, LightDay(as_of, CALENDAR, **day), (chosen or LightRules()).asked())
    mine = [each for each in found if each.rule == rule]
    return (mine[0].light, mine[0].why) if mine else (None, "")


def light(project, as_of, rule, chosen=None, **day):
    return lit(project, as_of, rule, chosen, **day)[0]


RED, YELLOW = Light.RED, Light.YELLOW


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-01-19", None),
        ("2024-01-20", YELLOW),
        ("2024-01-31", YELLOW),
        ("2024-04-19", YELLOW),
        ("2024-04-20", RED),
        ("2024-05-01", RED),
    ],
)
def test_start_turns_yellow_on_the_planned_day_and_red_when_three_months_have_passed(as_of, expected):
    assert light(watched(start_plan="2024-01-20"), as_of, "start") is expected


def test_start_says_why_and_since_when():
    day = LightDay("2024-05-31", CALENDAR)
    (verdict,) = verdicts_of(watched(start_plan="2024-02"), day, LightRules().asked())
    assert verdict.why == "计划2024年2月开工，到2024年5月31日未开工，已连续3个月"
    assert verdict.since == "2024-05-29"


@pytest.mark.parametrize(("plan", "months"), [("2023-09-30", 6), ("2023-10-31", 5), ("2023-12-20", 3)])
def test_months_are_those_that_have_passed_as_the_days_late_tell(plan, months):
    assert f"，已连续{months}个月" in lit(watched(start_plan=plan), "2024-03-31", "start")[1]


@pytest.mark.parametrize(
    ("rule", "known"),
    [
        ("start", {"unread": {"start_plan": "2024-02-30"}}),
        ("production", {"start_actual": "2023-05", "unread": {"prod_plan": "2024-02-30"}}),
    ],
)
def test_a_planned_date_that_cannot_be_read_is_not_in_order(rule, known):
    verdict, why = lit(watched(**known), "2024-03-31", rule)
    assert verdict is YELLOW
    assert "“2024-02-30”无法识别（待核）" in why
    assert light(watched(**known, delay_reason="用地规划调整"), "2024-03-31", rule) is None
    assert light(watched(**{**known, "unread": {"sign_date": "春天"}}), "2024-03-31", rule) is None


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (
            [Undated("procedure", "环评批复", "下月底"), Undated("problem", "供电不足", "尽快")],
            "“环评批复”的承诺办结时间“下月底”无法识别（待核），不知是否逾期（共2件）",
        ),
        (
            [Undated("problem", "供电不足", "尽快")],
            "“供电不足”的完成时限“尽快”无法识别（待核），不知是否逾期",
        ),
        ([Undated("problem", "供电不足", "尽快", "2024-04-01")], ""),
        ([Undated("procedure", "环评批复", "下月底", None, "2024-03")], ""),
        (
            [Undated("procedure", "环评批复", "下月底", None, "2024-04")],
            "“环评批复”的承诺办结时间“下月底”无法识别（待核），不知是否逾期",
        ),
    ],
)
def test_what_is_due_on_a_date_that_cannot_be_read_is_not_in_order(known, why):
    assert lit(watched(undated=tuple(known)), "2024-03-31", "undated") == (YELLOW if why else None, why)


@pytest.mark.parametrize(
    "reason",
    [
        {"delay_reason": "用地规划调整"},
        {"suspended_on": "2024-02-01"},
        {"withdrawn_on": "2024-02-01"},
        {"start_plan": None},
        {"start_actual": "2024-05"},
    ],
)
def test_start_is_not_lit_with_good_reason_or_once_begun(reason):
    assert light(watched(**{"start_plan": "2024-01-20"} | reason), "2024-05-31", "start") is None


@pytest.mark.parametrize(
    ("rule", "known"),
    [
        ("production", {"start_actual": "2023-05", "prod_plan": "2024-01-20"}),
        ("effect", {"start_actual": "2023", "prod_actual": "2023-05", "effect_plan": "2024-01-20"}),
    ],
)
def test_the_later_steps_are_asked_like_the_start(rule, known):
    found = [light(watched(**known), day, rule) for day in ("2024-01-19", "2024-01-20", "2024-04-20")]
    assert found == [None, YELLOW, RED]
    assert light(watched(**known, delay_reason="等待验收"), "2024-04-20", rule) is None


def test_what_stands_still_is_lit_until_it_goes_on():
    stopped = {"start_actual": "2023-05", "prod_plan": "2024-01-20", "suspended_on": "2024-02-01"}
    days = ("2024-01-31", "2024-02-01", "2024-04-30", "2024-05-01")
    assert [light(watched(**stopped), day, "standstill") for day in days] == [None, YELLOW, YELLOW, RED]
    assert light(watched(**stopped, resumed_on="2024-04-20"), "2024-05-01", "standstill") is None
    found = verdicts_of(watched(**stopped), LightDay("2024-05-01", CALENDAR), LightRules().asked())
    (verdict,) = (each for each in found if each.rule == "standstill")
    assert (verdict.why, verdict.since) == ("2024年2月1日停工，已90天未复工", "2024-05-01")


def test_a_month_of_a_plan_counts_from_its_end():
    assert light(watched(start_plan="2024-02"), "2024-02-28", "start") is None
    assert light(watched(start_plan="2024-02"), "2024-02-29", "start") is YELLOW


@pytest.mark.parametrize(
    ("share", "expected"), [(91, None), (90, YELLOW), (70, YELLOW), (69, RED), (100, None), (130, None)]
)
def test_progress_by_the_year_s_plan(share, expected):
    reports = [Report("2023-12", year_plan=YI, invest_ytd=YI * share // 100)]
    project = watched(reports, start_actual="2022-05-01")
    assert light(project, "2023-12-31", "progress") is expected


def test_progress_of_a_project_begun_this_year_counts_from_its_start():
    reports = [Report("2024-07", year_plan=YI, invest_ytd=0)]
    lag = lag_of(watched(reports, start_actual="2024-07-01"), LightDay("2024-07-31", CALENDAR))
    assert (lag.gone, lag.days) == (31, 184)


def test_progress_without_a_year_s_plan_goes_by_the_building_time():
    reports = [Report("2024-06", invest_total=YI // 10)]
    project = watched(reports, start_actual="2024-01-01", prod_plan="2024-12-31")
    verdict, why = lit(project, "2024-06-30", "progress")
    assert verdict is RED
    assert why == "到2024年6月底，总投资1亿元、累计完成0.1亿元（10.00%），序时进度49.73%，落后39.73个百分点"
    assert (
        light(project._replace(fact=project.fact._replace(prod_plan=None)), "2024-06-30", "progress") is None
    )


def test_progress_looks_at_the_last_whole_month():
    reports = [Report("2024-06", invest_total=YI), Report("2024-05", invest_total=0)]
    project = watched(reports, start_actual="2024-01-01", prod_plan="2024-12-31")
    assert light(project, "2024-06-29", "progress") is RED
    assert light(project, "2024-06-30", "progress") is None


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2024-02-29", None), ("2024-03-01", YELLOW), ("2024-03-31", YELLOW), ("2024-04-01", RED)],
)
def test_statistics_by_months_after_the_start(as_of, expected):
    assert light(watched(start_actual="2024-01-31"), as_of, "statistics") is expected


def test_statistics_leave_small_projects_and_unkept_columns_alone():
    project = watched(start_actual="2024-01-31")
    assert light(project._replace(statistics_on="2024-03"), "2024-06-30", "statistics") is None
    assert light(project._replace(statistics_on="2024-07"), "2024-06-30", "statistics") is RED
    small = watched(start_actual="2024-01-31", total_investment=4_999_999)
    assert light(small, "2024-06-30", "statistics") is None
    assert light(project, "2024-06-30", "statistics", keeps_statistics=False) is None


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-03-19", None),  # Tuesday: four working days to Monday
        ("2024-03-20", YELLOW),
        ("2024-03-23", YELLOW),
        ("2024-03-25", YELLOW),
        ("2024-03-26", RED),
    ],
)
def test_procedures_count_working_days_to_the_promised_day(as_of, expected):
    project = watched(promised=Promised("2024-03-25", "环评", 1))
    assert light(project, as_of, "procedures") is expected


def test_holidays_are_no_working_days():
    # 2024-02-10 … 02-17 were holidays, 02-18 (Sunday) was worked.
    project = watched(promised=Promised("2024-02-20", "环评", 0))
    verdict, why = lit(project, "2024-02-09", "procedures")
    assert verdict is YELLOW
    assert why == "“环评”应于2024年2月20日办结，还有3个工作日"


def test_the_procedure_promised_first_speaks_for_all_that_are_late():
    project = watched(promised=Promised("2024-03-25", "环评", 2))
    assert lit(project, "2024-03-31", "procedures") == (
        RED,
        "“环评”应于2024年3月25日办结，已逾期6天（共2件逾期）",
    )


@pytest.mark.parametrize(
    ("valid_to", "expected"),
    [
        ("2024-04-30", None),
        ("2024-05-01", YELLOW),
        ("2024-05-30", YELLOW),
        ("2024-05-31", None),
        ("2024-02", YELLOW),
    ],
)
def test_an_approval_that_runs_out_before_the_start(valid_to, expected):
    project = watched(start_plan="2024-05-31", permits=(Permit("用地批复", valid_to),))
    assert light(project, "2024-03-31", "permits") is expected
    assert light(watched(start_actual="2024-01", permits=project.permits), "2024-03-31", "permits") is None


def test_reports_missing_and_repeated():
    march = Report("2024-03", invest_month=1, image_progress="主体施工")
    same = Report("2024-04", invest_month=0, image_progress="主体施工")
    project = watched([march], start_actual="2024-01-31")
    assert light(project, "2024-04-29", "reports") is None
    verdict, why = lit(project, "2024-04-30", "reports")
    assert (verdict, why) == (RED, "2024年4月没有填报进展（最近一次为2024年3月）")
    assert light(project._replace(reports=(same, march)), "2024-04-30", "reports") is YELLOW
    spent = same._replace(invest_month=5)
    assert light(project._replace(reports=(spent, march)), "2024-04-30", "reports") is None
    begun_late = watched(start_actual="2024-04-03")
    assert light(begun_late, "2024-04-20", "reports") is None
    assert light(begun_late, "2024-04-30", "reports") is RED


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2024-03-15", None), ("2024-03-16", YELLOW), ("2024-04-14", YELLOW), ("2024-04-15", RED)],
)
def test_problems_by_days_past_the_deadline(as_of, expected):
    project = watched(problems=(TimedProblem(1, "供电不足", "2024-03-15", "2024-01"),))
    assert light(project, as_of, "problems") is expected


def test_problems_closed_or_not_yet_raised_are_not_lit():
    closed = watched(problems=(TimedProblem(1, "供电不足", "2024-03-15", closed_on="2024-04-20"),))
    assert light(closed, "2024-04-20", "problems") is None
    later = watched(problems=(TimedProblem(1, "供电不足", "2024-03-15", raised_on="2024-05"),))
    assert light(later, "2024-04-20", "problems") is None


def test_the_worst_light_is_the_project_s():
    project = watched(
        start_plan="2024-03-20",
        promised=Promised("2024-03-25", "环评", 1),
        problems=(TimedProblem(1, "供电不足", "2024-01-15"),),
    )
    found = verdicts_of(project, LightDay("2024-03-31", CALENDAR), LightRules().asked())
    assert [(each.rule, each.light) for each in found] == [
        ("procedures", RED),
        ("problems", RED),
        ("start", YELLOW),
    ]
    assert light_of(found) is RED
    fine = verdicts_of(watched(start_plan="2024-05"), LightDay("2024-03-31", CALENDAR), LightRules().asked())
    assert light_of(fine) is Light.GREEN
    assert light_of(verdicts_of(watched(sign_date=None), LightDay("2024-03-31"), LightRules().asked())) is (
        Light.NONE
    )


def test_a_rule_that_is_switched_off_is_not_asked():
    off = LightRules().with_limits("start", on=False)
    assert light(watched(start_plan="2024-01"), "2024-12-31", "start", off) is None


def test_rules_are_written_and_read_back():
    assert write_rules(LightRules()) == ""
    chosen = LightRules().with_limits("start", red_months=5).with_limits("reports", on=False)
    assert write_rules(chosen) == '{"start": {"red_months": 5}, "reports": {"on": false}}'
    assert read_rules(write_rules(chosen)).rules == chosen
    assert light(watched(start_plan="2024-01-20"), "2024-04-30", "start", chosen) is YELLOW


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{", (Fault(),)),
        ("[]", (Fault(),)),
        ('{"weather": {}}', (Fault("weather"),)),
        ('{"start": {"red_months": "三"}}', (Fault("start", "red_months", "三"),)),
        (
            '{"start": {"red_months": 0, "on": 1}}',
            (Fault("start", "red_months", "0"), Fault("start", "on", "1")),
        ),
        ('{"start": {"colour": 1}}', (Fault("start", "colour", "1"),)),
    ],
)
def test_what_cannot_be_understood_stands_at_its_default_and_is_said(text, faults):
    reading = read_rules(text)
    assert reading.rules == LightRules()
    assert reading.faults == faults


def test_every_rule_says_how_it_counts():
    for rule in rules():
        assert rule.note
        assert all(each.low <= getattr(rule.usual, each.key) <= each.high for each in rule.thresholds)


days = st.dates(dt.date(2023, 1, 1), dt.date(2025, 12, 31))


@given(plan=days, first=days, later=st.integers(0, 400))
def test_start_and_deadlines_never_get_better_by_waiting(plan, first, later):
    second = first + dt.timedelta(days=later)
    project = watched(
        start_plan=plan.isoformat(),
        promised=Promised(plan.isoformat(), "环评", 1),
        problems=(TimedProblem(1, "供电不足", plan.isoformat()),),
    )
    for rule in ("start", "procedures", "problems"):
        before, after = (light(project, day.isoformat(), rule) or Light.GREEN for day in (first, second))
        assert after.rank <= before.rank, rule


@given(plan=days, day=days)
def test_a_light_is_lit_since_its_day_and_not_before(plan, day):
    project = watched(
        sign_date="2020",
        start_plan=plan.isoformat(),
        promised=Promised(plan.isoformat(), "环评", 1),
        problems=(TimedProblem(1, "供电不足", plan.isoformat()),),
    )
    for verdict in verdicts_of(project, LightDay(day.isoformat(), CALENDAR), LightRules().asked()):
        if verdict.since:
            assert verdict.since <= day.isoformat()
            assert light(project, verdict.since, verdict.rule) is verdict.light
            eve = (dt.date.fromisoformat(verdict.since) - dt.timedelta(days=1)).isoformat()
            assert light(project, eve, verdict.rule) is not verdict.light


@given(start=days, prod=days, month=days, done=st.integers(0, 3 * YI), points=st.integers(1, 100))
def test_progress_compares_exactly(start, prod, month, done, points):
    reports = [Report(f"{month:%Y-%m}", invest_total=done)]
    project = watched(reports, start_actual=start.isoformat(), prod_plan=prod.isoformat())
    lag = lag_of(project, LightDay(f"{month:%Y-%m}", CALENDAR))
    if lag is not None:
        assert 0 < lag.gone <= lag.days
        assert lag.more_than(points) <= lag.at_least(points)
        assert (abs(lag.points - points) > 1) or lag.at_least(points - 1) or lag.points < points


said = st.one_of(
    st.none(),
    st.dates(dt.date(2024, 1, 1), dt.date(2024, 8, 31)).map(dt.date.isoformat),
    st.sampled_from(["2023", "2024", "2024-03", "2024-05", "2024-06"]),
)
money = st.one_of(st.none(), st.integers(0, YI))
months = st.sampled_from(["2023-12", "2024-04", "2024-05", "2024-06", "2024-07"])
told = st.builds(
    Report, months, money, st.sampled_from([None, 0, 5]), money, money, st.sampled_from(["", "主体"])
)
steps = (
    "start_plan",
    "start_actual",
    "prod_plan",
    "prod_actual",
    "effect_plan",
    "effect_actual",
    "suspended_on",
    "resumed_on",
    "withdrawn_on",
)


@st.composite
def ledgers(draw):
    """A few projects of which much is the same."""
    found = []
    for pid in range(1, draw(st.integers(2, 6))):
        fact = EMPTY._replace(id=pid, total_investment=draw(money), **{key: draw(said) for key in steps})
        reports = {each.month: each for each in draw(st.lists(told, max_size=3))}
        deadline, promised = draw(said), draw(said)
        found.append(
            Watched(
                fact,
                statistics_on=draw(said),
                delay_reason=draw(st.sampled_from([None, "用地报批"])),
                promised=Promised(promised, "环评", 1) if promised and len(promised) == 10 else None,
                permits=(Permit("用地批复", deadline),) if deadline else (),
                problems=(TimedProblem(1, "供电不足", deadline),) if deadline else (),
                reports=tuple(reports[month] for month in sorted(reports, reverse=True)),
            )
        )
    return found


@given(projects=ledgers(), day=st.dates(dt.date(2024, 5, 25), dt.date(2024, 7, 5)), keeps=st.booleans())
def test_of_many_at_once_the_rules_say_what_they_say_of_each(projects, day, keeps):
    today, asked = LightDay(day.isoformat(), CALENDAR, keeps_statistics=keeps), LightRules().asked()
    by_id = {each.fact.id: each for each in projects}
    by_stage, held = {}, {field: {} for field in Watched._fields}
    for pid, each in by_id.items():
        stage = stage_of(each.fact, today.as_of)
        by_stage[stage] = by_stage.get(stage, frozenset()) | {pid}
        for field, values in each.held().items():
            held[field].update(values)
    together = verdicts_of_all(by_stage, held, by_id.get, today, asked)
    for pid, each in by_id.items():
        alone = verdicts_of(each, LightDay(day.isoformat(), CALENDAR, keeps_statistics=keeps), asked)
        assert together.get(pid, ()) == alone
        own = [rule.function(each, today, limits) for rule, limits in asked if _is_asked(rule, each, today)]
        lit = [verdict for verdict in own if verdict and verdict.rule]
        assert [verdict for verdict in alone if verdict.rule] == sorted(lit, key=lambda one: one.light.rank)
        assert bool(alone) == any(verdict is not None for verdict in own)


def _is_asked(rule, each, day):
    return stage_of(each.fact, day.as_of) in rule.stages and (not rule.needs or getattr(each, rule.needs))

"""The clock of a procedure: pauses, due days, where it is stuck."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.calendar import WorkCalendar
from zonedesk.domain.clock import Terms, clock_of, stuck_at

CALENDAR = WorkCalendar()
EMPTY = dict.fromkeys(("accepted_on", "submitted_on", "done_on", "status_on", "promised_on"))


def procedure(**values):
    return {"id": 1, "name": "环评", "required": "需办", "status": "办理中", **EMPTY, **values}


def pause(start, end=None, reason="补正"):
    return {"from_on": start, "to_on": end, "reason": reason}


def step(seq, name, done_on=None):
    return {"id": seq, "seq": seq, "name": name, "done_on": done_on}


def test_days_run_from_the_day_after_it_was_taken_in():
    row = procedure(accepted_on="2024-03-01")
    clock = clock_of(row, [], Terms(20), CALENDAR, "2024-03-11")
    assert (clock.elapsed, clock.paused, clock.left) == (6, 0, 14)
    assert (clock.due, clock.running) == ("2024-03-29", True)
    assert clock_of(row, [], Terms(20), CALENDAR, "2024-02-29") is None
    assert clock_of(procedure(), [], Terms(20), CALENDAR, "2024-03-11") is None


def test_a_pause_stops_it_and_moves_the_due_day_on():
    row = procedure(accepted_on="2024-03-01")
    pauses = [pause("2024-03-05", "2024-03-08")]
    clock = clock_of(row, pauses, Terms(20), CALENDAR, "2024-03-11")
    assert (clock.elapsed, clock.paused) == (2, 4)
    assert clock.due == "2024-04-07", "four working days later, the last a Sunday worked for 清明"


def test_an_open_pause_leaves_no_due_day():
    row = procedure(accepted_on="2024-03-01")
    clock = clock_of(row, [pause("2024-03-05", reason="公示")], Terms(20), CALENDAR, "2024-03-15")
    assert (clock.elapsed, clock.left, clock.due) == (1, 19, None)
    assert (clock.running, clock.paused_for) == (False, "公示")
    # Looked at from before the pause, nothing of it has happened yet.
    assert clock_of(row, [pause("2024-03-05")], Terms(20), CALENDAR, "2024-03-04").due == "2024-03-29"


def test_done_stops_the_clock_and_calendar_days_count_all():
    row = procedure(accepted_on="2024-02-01", done_on="2024-03-15", status="已办结")
    clock = clock_of(row, [], Terms(30, "自然日"), CALENDAR, "2024-06-30")
    assert (clock.elapsed, clock.left, clock.due, clock.running) == (43, -13, "2024-03-02", False)
    assert clock_of(row | {"done_on": None}, [], Terms(30), CALENDAR, "2024-06-30") is None


def test_without_a_limit_there_is_no_due_day():
    clock = clock_of(procedure(submitted_on="2024-03-01"), [], Terms(), CALENDAR, "2024-03-08")
    assert (clock.elapsed, clock.due, clock.left) == (5, None, None)


def test_a_calendar_that_ends_too_early_is_said():
    clock = clock_of(procedure(accepted_on="2050-09-20"), [], Terms(20), CALENDAR, "2050-09-25")
    assert clock.unknown == (2050,)


def test_stuck_at_the_step_after_the_last_one_done():
    steps = [step(1, "征收"), step(2, "收储", "2024-03-10"), step(3, "待挂牌（招拍挂）"), step(4, "公告")]
    stuck = stuck_at(procedure(accepted_on="2024-01-05"), steps, "2024-03-31")
    assert (stuck.step, stuck.since, stuck.days) == ("待挂牌（招拍挂）", "2024-03-10", 21)
    earlier = stuck_at(procedure(accepted_on="2024-01-05"), steps, "2024-03-01")
    assert (earlier.step, earlier.days) == ("征收", 56)
    every = [s | {"done_on": "2024-03-01"} for s in steps]
    assert stuck_at(procedure(), every, "2024-03-31").step == "办理中"


def test_stuck_without_steps_is_the_state_since_it_began():
    row = procedure(status="补正", accepted_on="2024-01-05", status_on="2024-03-20")
    assert stuck_at(row, [], "2024-03-31") == stuck_at(row, [], "2024-03-31")
    assert (stuck_at(row, [], "2024-03-31").step, stuck_at(row, [], "2024-03-31").days) == ("补正", 11)
    assert stuck_at(procedure(status="未启动"), [], "2024-03-31").days is None
    assert stuck_at(procedure(required="无需办理"), [], "2024-03-31") is None
    assert stuck_at(procedure(status="已办结", done_on="2024-03-31"), [], "2024-03-31") is None


DAYS = st.integers(0, 300).map(lambda n: (dt.date(2024, 1, 1) + dt.timedelta(days=n)).isoformat())
PAUSES = st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=5)


@given(DAYS, PAUSES, DAYS, st.sampled_from(["工作日", "自然日"]), st.integers(0, 60))
def test_the_clock_is_what_counting_each_day_gives(start, spans, as_of, day_type, limit):
    pauses = [pause(first, last) for first, last in spans]
    clock = clock_of(procedure(accepted_on=start), pauses, Terms(limit, day_type), CALENDAR, as_of)
    if as_of < start:
        assert clock is None
        return

    def paused(day):
        begun = [(first, last) for first, last in spans if first <= as_of]
        return any(first <= day <= (last if last and last <= as_of else "9999") for first, last in begun)

    def counted(day):
        return day_type == "自然日" or CALENDAR.is_working(day)

    def following(day):
        return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()

    run, day = 0, start
    while day < as_of:
        day = following(day)
        run += counted(day) and not paused(day)
    assert clock.elapsed == run
    assert clock.left == limit - run
    if clock.due is not None:
        left, day = limit, start
        while left:
            day = following(day)
            left -= counted(day) and not paused(day)
        assert clock.due == day

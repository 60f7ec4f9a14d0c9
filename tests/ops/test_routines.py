"""The office's calendar of duties in a ledger."""

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import say
from zonedesk.domain.routines import DEFAULTS, When
from zonedesk.ops import edit
from zonedesk.ops.lists import kinds
from zonedesk.ops.meetings import add_meeting
from zonedesk.ops.routines import duties, mark_done, seed_routines, unmark

AS_OF = "2026-04-10"  # a Friday


@pytest.fixture
def seeded(session):
    session.run(seed_routines, starts_on="2026-03-01")
    return session


def of(session, name, as_of=AS_OF):
    return {duty.period.name: duty for duty in duties(session.reader, as_of) if duty.name == name}


def id_of(session, name):
    return session.reader.rows("routine", name=name)[0]["id"]


def test_seeding_adds_the_usual_duties_once(seeded):
    assert seeded.reader.count("routine") == len(DEFAULTS)
    assert not seeded.run(seed_routines, starts_on="2026-03-01")
    seeded.undo()
    assert seeded.reader.count("routine") == 0
    assert duties(seeded.reader, AS_OF) == []


def test_marking_a_period_done_and_taking_it_back(seeded):
    turn = (id_of(seeded, "月通报"), "2026-03")
    assert of(seeded, "月通报")["2026-03"].when is When.OVERDUE
    changes = seeded.run(mark_done, turns=[turn], done_on="2026-04-02", note="晚三日")
    assert changes.label == "月通报（2026年3月）记为完成"
    duty = of(seeded, "月通报")["2026-03"]
    assert (duty.when, duty.late_days, duty.done.note) == (When.DONE, 5, "晚三日")
    # Looked at from a day before it was done, it was still open.
    assert of(seeded, "月通报", "2026-04-01")["2026-03"].when is When.OVERDUE
    seeded.run(mark_done, turns=[turn], done_on="2026-03-28")
    assert of(seeded, "月通报")["2026-03"].late_days == 0
    assert seeded.reader.count("routine_done") == 1
    seeded.run(unmark, turns=[turn])
    assert of(seeded, "月通报")["2026-03"].when is When.OVERDUE


def test_several_at_once_are_one_step(seeded):
    late = [(d.routine_id, d.period.name) for d in duties(seeded.reader, AS_OF) if d.when is When.OVERDUE]
    assert len(late) > 3
    seeded.run(mark_done, turns=late, done_on=AS_OF)
    assert not [d for d in duties(seeded.reader, AS_OF) if d.when is When.OVERDUE]
    seeded.undo()
    assert len([d for d in duties(seeded.reader, AS_OF) if d.when is When.OVERDUE]) == len(late)


@pytest.mark.parametrize(
    ("period", "day", "code"),
    [("2026-W13", AS_OF, "routine.no_period"), ("2026-03", "四月", "date.bad")],
)
def test_a_wrong_period_or_day_is_refused(seeded, period, day, code):
    with pytest.raises(RefusedError) as refused:
        seeded.run(mark_done, turns=[(id_of(seeded, "月通报"), period)], done_on=day)
    assert refused.value.code == code
    with pytest.raises(RefusedError):
        seeded.run(mark_done, turns=[(99, "2026-03")], done_on=AS_OF)
    assert seeded.reader.count("routine_done") == 0


def test_holding_the_meeting_is_doing_the_duty(seeded):
    seeded.run(add_meeting, kind="周例会", held_on="2026-04-03")
    duty = of(seeded, "周例会")["2026-W14"]
    assert (duty.when, duty.done.meeting) == (When.DONE, "2026年第14周例会")
    assert of(seeded, "周例会", "2026-04-02")["2026-W14"].when is When.THIS_WEEK
    with pytest.raises(RefusedError, match=r"routine\.by_meeting") as refused:
        seeded.run(unmark, turns=[(id_of(seeded, "周例会"), "2026-W14")])
    assert "2026年第14周例会" in say(refused.value)


def test_the_list_tells_periods_and_the_odd_ones_are_told(seeded):
    row = next(r for r in kinds()["routines_due"].rows(seeded, AS_OF) if r["period_name"] == "2026-W15")
    assert (row["when"], row["due_on"], row["period"]) == ("today", "2026-04-10", "2026年第15周")
    ids = [r["id"] for r in kinds()["routines_due"].rows(seeded, AS_OF)]
    assert len(ids) == len(set(ids))
    routine = id_of(seeded, "周例会")
    seeded.run(edit.set_field, table="routine", row_id=routine, key="day", text="9")
    seeded.run(edit.set_field, table="routine", row_id=routine, key="starts_on", text="")
    told = {r["name"]: r["warning"] for r in kinds()["routines"].rows(seeded, AS_OF)}
    assert "第 9 日超出一周的天数" in told["周例会"]
    assert "未写起始日期" in told["周例会"]
    assert told["月通报"] is None


def test_deleting_a_routine_takes_its_notes_along(seeded):
    routine = id_of(seeded, "月通报")
    seeded.run(mark_done, turns=[(routine, "2026-03")], done_on=AS_OF)
    seeded.run(edit.delete_row, table="routine", row_id=routine)
    assert seeded.reader.count("routine_done") == 0
    seeded.undo()
    assert of(seeded, "月通报")["2026-03"].when is When.DONE


def test_a_cycle_of_the_offices_own_words_stops_nothing(seeded):
    for name in ("周例会", "旬复盘"):
        seeded.run(edit.set_field, table="routine", row_id=id_of(seeded, name), key="cycle", text="双周")
    seeded.run(add_meeting, kind="周例会", held_on="2026-03-04", name="周例会")
    assert of(seeded, "周例会") == {}
    assert of(seeded, "月通报")
    seeded.run(unmark, turns=[(id_of(seeded, "周例会"), "2026-W10")])

"""A published inspection (341 projects, 264 started, 77 not: 68 not due, 9 overdue) worked out of a real ledger."""

from __future__ import annotations

import pytest

from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.stages import Due
from zonedesk.ops.edit import set_field
from zonedesk.ops.lists import kinds
from zonedesk.ops.stuck import StuckBoard
from zonedesk.ops.stuck_groups import grouped
from zonedesk.ops.stuck_trend import departures, stuck_trend

AS_OF = "2024-03-31"
ZONES = 10


def _fill(w):
    """录入督查项目."""
    zones = w.insert_many("zone", [{"name": f"示例{n}区"} for n in range(1, ZONES + 1)])
    batch = w.insert("batch", {"name": "2023年第四次", "year": 2023, "seq_no": 4})
    dates = [
        *({"start_actual": "2023-12", "start_plan": "2023-12-31"} for _ in range(264)),
        *({"start_actual": None, "start_plan": "2024-05"} for _ in range(68)),
        *({"start_actual": None, "start_plan": "2024-02-29"} for _ in range(9)),
    ]
    ids = w.insert_many(
        "project",
        [
            {"name": f"某某项目{n}", "zone_id": zones[n % ZONES], "sign_date": "2023-10", **each}
            for n, each in enumerate(dates, start=1)
        ],
    )
    w.insert_many(
        "listing",
        [{"project_id": pid, "batch_id": batch, "track": "signing", "investment": 10_000_000} for pid in ids],
    )


@pytest.fixture
def puyang(session):
    session.run(_fill)
    return session


def test_the_figures_part_the_seventy_seven(puyang):
    figures = puyang.figures(AS_OF)
    rate = figures.rates["start_rate"]["count"].ratio
    assert (rate, str(rate.percent(1))) == (Ratio(264, 341), "77.4")
    stuck = figures.three_not["not_started"]
    assert (len(stuck.items), len(stuck.ids(Due.NOT_DUE)), len(stuck.ids(Due.OVERDUE))) == (77, 68, 9)


def test_the_page_and_the_list_show_the_same(puyang):
    rows = StuckBoard(puyang).read(puyang.figures(AS_OF))["not_started"]
    groups = grouped(rows, "zone")
    assert len(groups) == ZONES
    assert (sum(len(g.rows) for g in groups), sum(len(g.overdue) for g in groups)) == (77, 9)
    listed = kinds()["not_started"].rows(puyang, AS_OF)
    assert [row["due"] for row in listed].count("overdue") == 9
    assert {row["overdue_days"] for row in listed if row["due"] == "overdue"} == {31}


def test_the_months_tell_how_it_came_about(puyang):
    months = stuck_trend(puyang, AS_OF, "not_started").months
    by_day = {month.day: month for month in months}
    assert [len(by_day[day].standing) for day in ("2023-09-30", "2023-10-31", "2023-12-31")] == [0, 341, 77]
    assert len(by_day["2023-12-31"].gone) == 264
    assert [len(month.overdue) for month in months[-2:]] == [9, 9]


def test_one_that_starts_leaves_the_list_and_is_named(puyang):
    overdue = puyang.figures(AS_OF).three_not["not_started"].ids(Due.OVERDUE)[0]
    puyang.run(set_field, table="project", row_id=overdue, key="start_actual", text="2024年3月20日")
    assert len(puyang.figures(AS_OF).three_not["not_started"].items) == 76
    (gone,) = departures(puyang, AS_OF)
    assert (gone.project_id, gone.told, gone.day, gone.late) == (overdue, "已开工", "2024-03-20", 20)

"""The first page's data: changes since last month, the last batch, zones side by side."""

from decimal import Decimal

import pytest

from zonedesk.domain.dates import end_of_month_before
from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.workbench import workbench

AS_OF = "2024-03-31"
YI = 100_000_000


def _fill(w):
    """填台账."""
    zones = [w.insert("zone", {"name": name}) for name in ("甲区", "乙区", "空区")]
    batches = [w.insert("batch", {"name": f"2024年第{n}次", "year": 2024, "seq_no": n}) for n in (1, 2, 3)]
    rows = (
        # name, zone, start plan, start, batch
        ("一", zones[0], "2024-01-31", "2024-03-15", 0),
        ("二", zones[0], "2024-03-01", None, 0),
        ("三", zones[1], "2024-02-10", "2024-02-10", 1),
        ("四", None, "2024-12", None, None),
    )
    for name, zone, plan, start, batch in rows:
        values = {"name": name, "zone_id": zone, "start_plan": plan, "start_actual": start}
        pid = w.insert("project", values | {"duty_unit": "规划建设局", "sponsor": None})
        if batch is not None:
            listing = {"project_id": pid, "batch_id": batches[batch], "track": "signing"}
            w.insert("listing", listing | {"investment": pid * YI})
    w.update("project", 4, {"unfit": '{"prod_plan": "待定"}'})
    w.insert(
        "problem", {"project_id": 3, "description": "缺电", "deadline": "2024-02", "duty_unit": "供电公司"}
    )
    w.insert("procedure", {"project_id": 1, "name": "环评", "status": "审查中", "promised_on": "2024-03-25"})
    w.insert("procedure", {"project_id": 1, "name": "备案", "status": "已办结", "done_on": "2024-03-02"})


@pytest.fixture
def filled(session):
    session.run(_fill)
    return session


def test_change_since_the_end_of_last_month_is_in_points(filled):
    bench = workbench(filled, AS_OF)
    count = bench.now.rates["start_rate"]["count"]
    assert count.ratio.text() == "66.67%"
    assert bench.change(count) == Decimal("33.33")
    assert bench.before.as_of == "2024-02-29"
    assert bench.completion_change() == Decimal("50.00")


def test_completed_investment_has_no_change_before_the_first_report(filled):
    filled.run(_report, month="2024-03")
    rate = workbench(filled, AS_OF).now.rates["production_rate"]["completed_investment"]
    assert workbench(filled, AS_OF).change(rate) is None
    filled.run(_report, month="2024-02")
    assert workbench(filled, AS_OF).change(rate) == Decimal("30.00")


def _report(w, *, month):
    """月报."""
    if not w.find("listing", project_id=3, track="start"):
        w.insert("listing", {"project_id": 3, "batch_id": 1, "track": "start", "investment": YI})
        w.update("project", 3, {"prod_actual": "2024-03-20"})
    w.insert("monthly_progress", {"project_id": 3, "month": month, "invest_total": YI // 10 * int(month[-1])})


def test_last_batch_is_the_last_that_lists_anything(filled):
    batch = workbench(filled, AS_OF).batch
    assert batch is not None
    assert (batch.name, batch.tracks["signing"].rows) == ("2024年第2次", (3,))


def test_zones_are_side_by_side_also_when_one_is_in_scope(filled):
    lines = workbench(filled, AS_OF, Scope(zone_id=1)).zones
    assert [(line.name, line.projects) for line in lines] == [("乙区", (3,)), ("甲区", (1, 2)), ("", (4,))]
    assert lines[1].start["investment"].ratio.text() == "33.33%"
    assert lines[1].stuck["not_started"].ids() == (2,)
    assert lines[1].procedures.completion.text() == "50.00%"


def test_gaps_are_counted(filled):
    bench = workbench(filled, AS_OF)
    assert (bench.unfit, bench.unlisted, bench.unsponsored) == ({4: 1}, (4,), (2,))
    assert workbench(filled, AS_OF, Scope(zone_id=1)).unfit == {}


def test_empty_ledger_says_so(session):
    bench = workbench(session, AS_OF)
    assert bench.empty
    assert (bench.zones, bench.batch) == ((), None)


def test_month_before_january_is_december():
    assert end_of_month_before("2024-01-15") == "2023-12-31"

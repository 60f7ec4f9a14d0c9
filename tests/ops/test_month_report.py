from __future__ import annotations

from typing import Any

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.month_report import collect_month
from zonedesk.ops.session import Session
from zonedesk.store.writer import Writer


def _fill(w: Writer) -> None:
    """填入示例."""
    zones = [w.insert("zone", {"name": name}) for name in ("甲开发区", "乙开发区")]
    batches = [w.insert("batch", {"name": f"2024年第{n}次", "year": 2024, "seq_no": n}) for n in (1, 2)]
    rows: list[dict[str, Any]] = [
        {"name": "a", "zone_id": zones[0], "start_plan": "2024-01"},
        {"name": "b", "zone_id": zones[1], "start_actual": "2024-03-20"},
        {"name": "c", "start_plan": "2024-09"},
    ]
    for row in rows:
        project = w.insert("project", row)
        w.insert(
            "listing",
            {"project_id": project, "batch_id": batches[0], "track": "signing", "investment": 100},
        )
    for category, raised, status in (
        ("用地", "2024-02", "待办"),
        ("资金", "2024-03-01", "已解决"),
        ("手续", "2024-05", "待办"),
    ):
        w.insert(
            "problem",
            {
                "project_id": 1,
                "description": category,
                "category": category,
                "raised_on": raised,
                "status": status,
            },
        )


@pytest.fixture
def ledger(session: Session) -> Session:
    session.run(_fill)
    return session


def test_zones_by_start_rate_with_those_unsaid_apart(ledger: Session) -> None:
    names = [line.name for line in collect_month(ledger, "2024-03").zones]
    assert names[0] == "乙开发区"
    assert set(names[1:]) == {"甲开发区", "（未填开发区）"}


def test_only_problems_open_on_the_day_are_causes(ledger: Session) -> None:
    data = collect_month(ledger, "2024-03")
    assert data.stuck["not_started"][0].causes == ("用地",)
    assert dict(data.causes) == {"用地": 1, "未登记问题": 1}


def test_the_month_before_is_its_last_day(ledger: Session) -> None:
    data = collect_month(ledger, "2024-03")
    assert (data.as_of, data.before_as_of) == ("2024-03-31", "2024-02-29")
    assert data.now.rates["start_rate"]["count"].ratio.numerator == 1
    assert data.before.rates["start_rate"]["count"].ratio.numerator == 0
    assert collect_month(ledger, "2024-01").before_as_of == "2023-12-31"


def test_the_last_batch_is_the_last_that_lists_anything(ledger: Session) -> None:
    batch = collect_month(ledger, "2024-03").batch
    assert batch is not None
    assert (batch.name, batch.projects, batch.investment) == ("2024年第1次", 3, 300)


def test_a_zone_s_month_has_that_zone_alone(ledger: Session) -> None:
    data = collect_month(ledger, "2024-03", Scope(zone_id=1))
    assert data.zone == "甲开发区"
    assert [line.name for line in data.stuck["not_started"]] == ["a"]
    assert [line.name for line in data.zones] == ["甲开发区"]


def test_what_is_no_month_is_refused(ledger: Session) -> None:
    with pytest.raises(RefusedError):
        collect_month(ledger, "2024年3月")


def test_a_project_of_no_zone_that_no_figure_counts_has_no_line(session: Session) -> None:
    session.run(_unlisted)
    assert [line.name for line in collect_month(session, "2024-03").zones] == ["甲开发区"]


def _unlisted(w: Writer) -> None:
    """填入未列入批次的项目."""
    zone = w.insert("zone", {"name": "甲开发区"})
    w.insert("project", {"name": "a", "zone_id": zone})
    w.insert("project", {"name": "b"})

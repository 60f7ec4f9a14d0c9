"""What follows from the bare rows, worked out once for all figures."""

from __future__ import annotations

from tests.domain.ledger_of import facts, listing, project


def test_which_projects_have_reached_a_step() -> None:
    days = {1: "2024-03-31", 2: "2024-04-01", 3: "2024-03", 4: "2024", 5: None}
    known = facts([project(number, start_actual=day) for number, day in days.items()], [])
    assert known.reached("start_actual") == {1, 3}
    assert known.ahead("start_actual") == {2, 4}
    assert known.reached("prod_actual") == known.ahead("prod_actual") == set()


def test_industrial_projects() -> None:
    kinds = {1: "产业", 2: "基础设施", 3: None, 4: "产业"}
    assert facts([project(number, project_kind=kind) for number, kind in kinds.items()], []).industrial == {
        1,
        4,
    }


def test_listings_in_the_order_of_project_batch_and_track() -> None:
    found = [listing(2, batch=1), listing(1, "start", batch=2), listing(1, batch=2), listing(1, batch=1)]
    known = facts([project(1), project(2), project(3)], found)
    assert [(row.project_id, row.batch_id, row.track) for row in known.listings] == [
        (1, 1, "signing"),
        (1, 2, "signing"),
        (1, 2, "start"),
        (2, 1, "signing"),
    ]
    assert known.in_batches == {1, 2}

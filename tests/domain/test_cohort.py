"""Cohorts: the projects a figure is asked of, a column at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.cohort import Cohort, ListingFact, by_track, listed_anew

amounts = st.none() | st.integers(0, 10**12)
rows = st.builds(
    ListingFact,
    st.integers(1, 9),
    st.integers(1, 3),
    st.sampled_from(["signing", "start", "production"]),
    amounts,
    amounts,
    st.sampled_from([None, 0, 1]),
)
listings = st.lists(rows, unique_by=lambda row: row[:3], max_size=30)


@given(listings)
def test_the_last_listing_of_a_project_counts(found: list[ListingFact]) -> None:
    batches = by_track(found)["signing"]
    ordered = sorted(found, key=lambda row: (row.batch_id, row.project_id))
    known = {row.project_id: row for row in ordered if row.track == "signing"}
    cohort = Cohort.joined(batches[batch] for batch in sorted(batches))
    assert list(cohort.rows()) == [(pid, *row[3:]) for pid, row in known.items()]
    assert len(cohort) == len(known)
    assert cohort.investment == sum(row.investment or 0 for row in known.values())
    assert cohort.output == sum(row.output or 0 for row in known.values())
    assert set(cohort.strategic) == {pid for pid, row in known.items() if row.strategic}
    assert all(cohort.investments[pid] == row.investment for pid, row in known.items())


@given(listings, st.sets(st.integers(1, 9)))
def test_some_of_a_cohort_and_the_rest_are_all_of_it(found: list[ListingFact], some: set[int]) -> None:
    cohort = Cohort.joined(by_track(found)["start"].values())
    part, rest = cohort.among(some), cohort.among(set(cohort) - some)
    assert sorted([*part, *rest]) == sorted(cohort)
    assert part.investment + rest.investment == cohort.investment
    assert set(part) <= some
    assert not set(rest) & some
    divided = cohort.divided({pid: pid in some for pid in cohort})
    assert divided.get(True, Cohort()) == part
    assert divided.get(False, Cohort()) == rest


@given(listings, listings, st.sets(st.integers(1, 9)))
def test_listings_brought_up_are_those_sorted_afresh(
    before: list[ListingFact], after: list[ListingFact], ids: set[int]
) -> None:
    kept = [row for row in before if row.project_id not in ids]
    anew = [row for row in after if row.project_id in ids]
    assert listed_anew(by_track(before), by_track(anew), ids) == by_track(kept + anew)


def test_what_no_write_touched_is_kept_as_it_is() -> None:
    old = by_track([ListingFact(pid, 1, track, 5, 6, 0) for pid in (1, 2) for track in ("signing", "start")])
    anew = by_track([ListingFact(1, 1, "signing", 7, 6, 0), ListingFact(1, 1, "start", 5, 6, 0)])
    found = listed_anew(old, anew, {1})
    assert found["signing"][1].investments[1] == 7
    assert found["start"][1] is old["start"][1]


def test_nothing_listed_is_a_cohort_too() -> None:
    none = Cohort.joined([])
    assert (len(none), none.investment, none.output, list(none.strategic), 1 in none) == (0, 0, 0, [], False)
    assert none == Cohort() == Cohort.of([])

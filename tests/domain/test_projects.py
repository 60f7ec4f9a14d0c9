"""Projects kept by columns stand for the same rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ledger_of import project
from zonedesk.domain.projects import ProjectFact, Projects

rows = st.lists(
    st.builds(
        project,
        st.integers(1, 99),
        zone_id=st.none() | st.integers(1, 3),
        start_plan=st.none() | st.just("2024-03"),
    ),
    unique_by=lambda row: row.id,
)


@given(rows=rows)
def test_rows_and_columns_stand_for_the_same(rows: list[ProjectFact]):
    known = {row.id: row for row in sorted(rows)}
    columns = list(zip(*rows, strict=True)) or [()] * len(ProjectFact._fields)
    for projects in (Projects.of(rows), Projects.by_columns(columns)):
        assert list(projects) == list(known), "in the order of ids"
        assert len(projects) == len(known)
        assert all(number in projects for number in known)
        assert 100 not in projects
        assert list(projects.column_of("zone_id", reversed(known))) == [
            known[n].zone_id for n in reversed(known)
        ]
        assert list(projects.column("start_plan")) == [row.start_plan for row in known.values()]
        assert (list(projects.items()), list(projects.values())) == (
            list(known.items()),
            list(known.values()),
        )
        assert projects.keys() == known.keys()
        assert projects == known
        assert all(projects[number] == row for number, row in known.items())
    assert Projects.of(rows) == Projects.by_columns(columns)


@given(rows=rows, wanted=st.sets(st.integers(1, 99)), asked_before=st.booleans())
def test_some_of_them(rows: list[ProjectFact], wanted: set[int], *, asked_before: bool):
    for projects in (Projects.of(rows), Projects.by_columns(list(zip(*rows, strict=True)))) if rows else ():
        if asked_before:
            list(projects.column_of("zone_id", [row.id for row in rows]))
            list(projects.values())
        some = projects.among(wanted)
        assert some == {row.id: row for row in rows if row.id in wanted}
        assert list(some.column("start_plan")) == [row.start_plan for row in some.values()]
        assert projects.having("zone_id", 2) == {row.id for row in rows if row.zone_id == 2}


@given(rows=rows)
def test_a_row_that_differs_tells_them_apart(rows: list[ProjectFact]):
    assert Projects.of(rows) != Projects.of([*rows, project(100)])
    assert Projects.of([*rows, project(100)]) != Projects.of([*rows, project(100, name="改")])


def test_nobody_is_made_up():
    projects = Projects.of([project(1)])
    with pytest.raises(KeyError):
        list(projects.column_of("name", [2]))
    with pytest.raises(KeyError):
        projects[2]

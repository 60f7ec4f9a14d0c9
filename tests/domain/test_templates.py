"""Templates: versions in force, names they go by, what a project calls for, rings among predecessors."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.templates import TemplateBook, called_for, cycles, template_of, unknown_predecessors


def template(code="P01", **values):
    keys = ("aliases", "stage", "dept", "predecessors", "legal_days", "promise_days", "day_type", "valid_months", "mode", "applies", "steps", "effective_from", "effective_to")  # fmt: skip
    row = {"id": 1, "code": code, "version": 1, "name": code, **dict.fromkeys(keys), **values}
    return template_of(row)


def ring(**before):
    return cycles([template(code, predecessors="、".join(codes)) for code, codes in before.items()])


def test_lists_are_divided_as_people_write_them():
    made = template(
        aliases="环评、环评批复，环评报告", predecessors="P01, P02；P03", steps=" 收储 → 公告->成交\n交地 "
    )
    assert made.aliases == ("环评", "环评批复", "环评报告")
    assert made.predecessors == ("P01", "P02", "P03")
    assert made.steps == ("收储", "公告", "成交", "交地")


def test_the_promise_goes_before_the_law():
    assert template(legal_days=20).terms.days == 20
    assert template(legal_days=20, promise_days=0).terms.days == 0
    assert template().terms.days is None


def test_the_newest_version_in_force_and_the_names_it_goes_by():
    old = template(id=1, name="环评", effective_to="2024-03-01", aliases="环境影响评价")
    new = template(id=2, version=2, name="环评", effective_from="2024-03-01")
    other = template("P02", id=3, name="环境影响评价")
    book = TemplateBook([old, new, other])
    assert [t.id for t in book.current("2024-02-29")] == [1, 3]
    assert [t.id for t in book.current("2024-03-01")] == [2, 3]
    assert book.of_procedure({"template_id": None, "name": "环 评"}).id == 2
    assert book.of_procedure({"template_id": 1, "name": "环评"}).id == 1
    assert book.of_procedure({"template_id": None, "name": "环境影响评价"}).id == 3, (
        "an own name before an alias"
    )
    assert book.of_procedure({"template_id": None, "name": "别的"}) is None


@pytest.mark.parametrize(
    ("applies", "project", "expected"),
    [
        ("所有项目", {}, True),
        ("有用地", {}, True),
        ("有用地", {"land_area": 0}, False),
        ("有用地", {"build_nature": "租赁"}, False),
        ("用地7.5亩以上：编报告表", {"land_area": 7500}, True),
        ("用地7.5亩以上", {"land_area": 7499}, False),
        ("用地7.5亩以上", {}, False),
        ("新建扩建", {"build_nature": "技改"}, False),
        ("有用地、产业项目", {"project_kind": "民生"}, False),
        ("民生", {"project_kind": "民生"}, True),
        ("按需：涉及林地的", {}, False),
        ("说不清楚的条件", {}, False),
        ("", {}, False),
    ],
)  # fmt: skip
def test_what_a_project_calls_for(applies, project, expected):
    row = {"land_area": None, "build_nature": None, "project_kind": None, **project}
    assert called_for(template(applies=applies), row) is expected


def test_rings_are_named_once_each():
    assert ring(A=["B"], B=["C"], C=["A"], D=["A"]) == [("A", "C", "B")]
    assert [set(r) for r in ring(A=["A"], B=[], C=["D"], D=["C"])] == [{"A"}, {"C", "D"}]
    assert ring(A=["B", "C"], B=["D"], C=["D"], D=[]) == []
    assert ring(A=["X"]) == []
    assert unknown_predecessors([template("A", predecessors="X、A")]) == {"A": ("X",)}


def test_a_very_long_chain_is_walked():
    codes = [f"P{n}" for n in range(5000)]
    chain = {code: [before] for before, code in pairwise(codes)}
    assert ring(P0=[], **chain) == []
    assert len(ring(P0=["P4999"], **chain)) == 1


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.lists(st.sampled_from("ABCDEF"), max_size=4)))
def test_no_ring_where_an_order_exists_and_each_ring_is_one(before):
    found = ring(**before)
    for codes in found:
        # Each comes before the next, and the last before the first.
        pairs = zip(codes, (*codes[1:], codes[0]), strict=True)
        assert all(first in before[second] for first, second in pairs)
    left = {code: {b for b in codes if b in before} for code, codes in before.items()}
    while ready := [code for code, codes in left.items() if not codes]:
        left = {code: codes - set(ready) for code, codes in left.items() if code not in ready}
    assert bool(found) == bool(left)

"""Lists of procedures: completion by zone and name agrees with the figures; 承诺制 on its two bases."""

from decimal import Decimal

import pytest

from zonedesk.domain.figures.scope import Scope
from zonedesk.ops import edit
from zonedesk.ops.lists import kinds
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.templates import seed_templates

DAY = "2024-03-31"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("lists") / "示例.zonedesk"
    make_sample(path, projects=120, seed=3, as_of=DAY)
    with Session.open(path, read_only=True) as made:
        yield made


def listed(session, name, scope=None):
    return kinds()[name].rows(session, DAY, scope)


@pytest.mark.parametrize("name", ["procedures_by_zone", "procedures_by_name"])
@pytest.mark.parametrize("zone", [None, 1])
def test_completion_sums_to_the_figures(sample, name, zone):
    scope = Scope(zone_id=zone)
    totals = sample.figures(DAY, scope).procedures
    rows = listed(sample, name, scope)
    assert sum(row["required"] for row in rows) == totals.completion.denominator > 0
    assert sum(row["done"] for row in rows) == totals.completion.numerator
    assert sum(row["pending"] for row in rows) == len(totals.pending)


def test_every_pending_procedure_says_where_it_is_stuck(sample):
    rows = listed(sample, "procedure_stuck")
    pending = {item.id for item in sample.figures(DAY).procedures.pending}
    assert {row["id"] for row in rows} == pending
    assert all(row["step"] for row in rows)
    land = [row for row in rows if row["name"] == "土地手续"]
    assert land
    steps = {s["procedure_id"]: s for s in listed(sample, "procedure_steps") if s["done_on"] is None}
    assert {row["id"] for row in land} <= set(steps)
    assert all(row["overdue_days"] == 0 for row in rows if row["paused_for"] is not None)


def test_packages_of_the_sample(sample):
    rows = listed(sample, "packages")
    assert rows
    assert all(row["done"] <= row["needed"] for row in rows)
    assert any(row["days"] is not None for row in rows)


def test_commitment_on_two_bases(tmp_path):
    with Session.create(tmp_path / "台账.zonedesk", "王某某") as session:
        session.run(seed_templates)
        for name in ("甲", "乙", "丙"):
            session.run(edit.add_project, name=name, zone="示例区")
        cases = [
            (1, "节能审查", "企业承诺"),
            (1, "水土保持方案", ""),
            (2, "水保", "企业承诺"),
            (3, "节能审查", "保留审批"),
        ]
        for project_id, name, mode in [*cases, (3, "施工许可证", "保留审批"), (2, "别的事项", "告知承诺")]:
            session.run(
                edit.add_row, table="procedure", project_id=project_id, values={"name": name, "mode": mode}
            )
        total, zone = (listed(session, "commitment_coverage")[n] for n in (0, 1))
        assert (total["due"], total["handled"], total["percent"]) == (5, 3, "60.00%")
        assert zone["zone"] == "示例区"
        project = next(row for row in listed(session, "commitment_coverage") if row["basis"] == "按项目")
        assert (project["due"], project["handled"], project["percent"]) == (3, 2, "66.67%")
        matters = {row["matter"]: row for row in listed(session, "commitment_matters")}
        assert (matters["水土保持方案"]["due"], matters["水土保持方案"]["handled"]) == (2, 1)
        lacking = {row["project"]: row["lacking"] for row in listed(session, "commitment_projects")}
        assert lacking == {"甲": "水土保持方案", "乙": None, "丙": "节能审查"}
        session.run(edit.set_field, table="procedure", row_id=1, key="required", text="无需办理")
        assert listed(session, "commitment_coverage")[0]["due"] == 4


def test_percent_is_exact(sample):
    for row in listed(sample, "procedures_by_zone"):
        assert row["percent"] == "100.00%" or Decimal(row["percent"].rstrip("%")) < 100

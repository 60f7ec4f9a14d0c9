"""The office's definitions of the stuck lists reach every figure, are recorded and can be taken back."""

from dataclasses import replace

import pytest

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.stages import Due
from zonedesk.domain.stuck_rules import DEFAULTS, SETTING, Suspended
from zonedesk.ops.edit import set_setting
from zonedesk.ops.lists import kinds
from zonedesk.ops.month_report import collect_month
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.stuck_rules import rules_reading, set_list_rule
from zonedesk.ops.table.derived import derive_all
from zonedesk.ops.view_rules import Material, rules
from zonedesk.ops.workbench import workbench
from zonedesk.reports.sentences import remarks

AS_OF = "2024-03-31"


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "示例.zonedesk"
    make_sample(path, projects=150, as_of=AS_OF, seed=3)
    with Session.open(path, "王某") as session:
        yield session


def overdue(session):
    return set(session.figures(AS_OF).three_not["not_started"].ids(Due.OVERDUE))


def test_a_tolerance_reaches_every_place_that_shows_the_lists(sample):
    before = overdue(sample)
    rule = replace(DEFAULTS.not_started, tolerance_days=40, suspended=Suspended.LEFT_OUT)
    sample.run(set_list_rule, name="not_started", rule=rule)
    after = overdue(sample)
    assert after < before
    assert sample.figures(AS_OF).three_not["not_started"].basis
    listed = kinds()["not_started"].rows(sample, AS_OF)
    assert {row["id"] for row in listed if row["due"] == "overdue"} == after
    assert {pid for pid, cell in derive_all(sample.facts(AS_OF), sample.figures(AS_OF).view.scope).items()
            if cell.stuck == "未开工" and cell.due == "逾期"} == after  # fmt: skip
    bench = workbench(sample, AS_OF)
    assert {pid for line in bench.zones for pid in line.stuck["not_started"].ids(Due.OVERDUE)} == after
    chosen = rules()["overdue"].ids(Material.of(sample, AS_OF))
    assert chosen is not None
    assert chosen.isdisjoint(before - after - {pid for name in ("not_in_production", "not_on_target")
                                               for pid in sample.figures(AS_OF).three_not[name].ids()})  # fmt: skip
    notes = remarks(collect_month(sample, "2024-03"))
    assert any("签约未开工" in note and "满40天" in note for note in notes)


def test_a_definition_is_one_step_that_can_be_undone_and_set_back(sample):
    before = overdue(sample)
    sample.run(set_list_rule, name="not_started", rule=replace(DEFAULTS.not_started, tolerance_days=60))
    sample.run(set_list_rule, name="not_on_target", rule=replace(DEFAULTS.not_on_target, months=6))
    assert rules_reading(sample.reader).rules.not_started.tolerance_days == 60, "each list for itself"
    assert sample.steps()[0].label == "修改“投产未达效”口径"
    sample.undo()
    sample.undo()
    assert overdue(sample) == before
    sample.redo()
    sample.run(set_list_rule, name="not_started", rule=DEFAULTS.not_started)
    assert "默认" in sample.steps()[0].label
    assert not sample.reader.setting(SETTING)
    assert overdue(sample) == before


def test_a_scope_that_says_its_own_definition_keeps_it(sample):
    tried = replace(DEFAULTS, not_started=replace(DEFAULTS.not_started, tolerance_days=3650))
    found = sample.figures(AS_OF, Scope(stuck=tried)).three_not["not_started"]
    assert not found.ids(Due.OVERDUE)
    assert overdue(sample)


def test_a_setting_that_cannot_be_read_leaves_the_usual_definition_and_is_told(sample):
    before = overdue(sample)
    sample.run(set_setting, key=SETTING, value="{坏了")
    assert overdue(sample) == before
    assert rules_reading(sample.reader).faults

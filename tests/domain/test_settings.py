"""A setting that no reader understands is no reason to stop."""

import pytest

from zonedesk.domain import lights, staleness, stuck_rules
from zonedesk.domain.settings import read_data
from zonedesk.domain.view_definition import ViewDefinition, from_json
from zonedesk.ops.attachments import megabytes_in
from zonedesk.ops.milestones import nodes_in

UNREADABLE = ("{", "null", "\x00", "[" * 100_000, '{"a":' * 500 + "1" + "}" * 500, "9" * 5000)


@pytest.mark.parametrize("text", UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_cannot_be_read_stands_at_the_default(text):
    assert read_data(text) is None
    assert lights.read_rules(text) == (lights.LightRules(), (lights.Fault(),))
    assert stuck_rules.read_rules(text) == (stuck_rules.DEFAULTS, (("", ""),))
    assert staleness.read_staleness(text) == (staleness.Staleness(), ("",))
    assert from_json(text) == ViewDefinition()
    assert (nodes_in(text), megabytes_in(text)) == (None, None)


@pytest.mark.parametrize(
    "text", ['[["a", [], 1]]', '[["a", {}, 1]]', '[["a", "start", true]]', "[[[], 1, 2]]"]
)
def test_nodes_of_other_kinds_are_none(text):
    assert nodes_in(text) is None


@pytest.mark.parametrize("text", ['{"not_started": {"until": [], "clock": {}, "months": [[1]]}}'])
def test_entries_of_other_kinds_are_named(text):
    assert [key for _, key in stuck_rules.read_rules(text).faults] == ["until", "clock", "months"]

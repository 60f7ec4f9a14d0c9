"""The office's definitions of the stuck lists (三未): read for every figure, changed as one recorded step."""

from __future__ import annotations

from dataclasses import replace

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.stuck_rules import DEFAULTS, SETTING, ListRule, RulesReading, read_rules, write_rules
from zonedesk.ops import edit
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer


def rules_reading(reader: Reader) -> RulesReading:
    """The office's definitions, and which entries of them could not be understood."""
    return read_rules(reader.setting(SETTING))


def with_rules(reader: Reader, scope: Scope | None = None) -> Scope:
    """A scope that carries the office's definitions, unless it already says others."""
    scope = scope or Scope()
    return scope if scope.stuck is not None else replace(scope, stuck=rules_reading(reader).rules)


def set_list_rule(w: Writer, *, name: str, rule: ListRule) -> None:
    """修改三未口径: how the list `name` is counted from now on; the usual definition leaves no entry."""
    known = w.find("setting", key=SETTING)
    before = read_rules(known["value"] if known else None).rules
    edit.set_setting(w, key=SETTING, value=write_rules(replace(before, **{name: rule})))
    usual = "（恢复为默认）" if rule == DEFAULTS.of(name) else ""
    w.label = f"修改“{DEFINITIONS[name].label}”口径{usual}"

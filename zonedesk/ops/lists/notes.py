"""How the lists of stuck projects are counted: the words that stand under them on paper."""

from __future__ import annotations

from functools import partial

from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.ops.lists.registry import note
from zonedesk.ops.session import Session
from zonedesk.ops.stuck_rules import rules_reading

_OF_TRACK = {"signing": "列入签约一批", "start": "列入开工一批", "production": "列入投产一批的产业"}
_NOT_YET = {"start_actual": "尚未开工", "prod_actual": "尚未投产", "effect_actual": "尚未达效"}


def _usual(name: str) -> str:
    definition = DEFINITIONS[name]
    return (
        f"{definition.label}指{_OF_TRACK[definition.track]}、截至统计日{_NOT_YET[definition.actual]}的项目，"
        "不含已终止、调出的；总投资为列入批次时的数。"
    )


def _of_office(name: str, session: Session) -> str:
    basis = rules_reading(session.reader).rules.basis(name)
    if not basis:
        return _usual(name)
    return f"{DEFINITIONS[name].label}按本单位口径统计：{basis}；总投资为列入批次时的数。"


for _name in DEFINITIONS:
    note(_name, partial(_of_office, _name))

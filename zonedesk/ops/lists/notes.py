"""How the lists of stuck projects are counted: the words that stand under them on paper."""

from __future__ import annotations

from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.ops.lists.registry import note

_OF_TRACK = {"signing": "列入签约一批", "start": "列入开工一批", "production": "列入投产一批的产业"}
_NOT_YET = {"start_actual": "尚未开工", "prod_actual": "尚未投产", "effect_actual": "尚未达效"}

for _name, _definition in DEFINITIONS.items():
    note(
        _name,
        f"{_definition.label}指{_OF_TRACK[_definition.track]}、截至统计日{_NOT_YET[_definition.actual]}的项目，"
        "不含已终止、调出的；总投资为列入批次时的数。",
    )

"""The figures there are. A new figure is one file in this folder that registers itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.scope import View


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate by one basis (口径), with the rows on both sides of the line.

    `unit` is “个” or “元” or “件”; `rows` are those counted above the line, `base` those below it
    (ids in `table`).
    """

    name: str
    label: str
    basis: str
    ratio: Ratio
    unit: str
    rows: tuple[int, ...]
    base: tuple[int, ...]
    note: str
    table: str = "project"


RateFunction = Callable[[View], list[Rate]]
_RATES: dict[str, RateFunction] = {}

BASIS_LABELS = {
    "count": "按个数",
    "investment": "按投资额",
    "completed_investment": "按完成投资",
    "output": "按产值",
}


def rate(name: str) -> Callable[[RateFunction], RateFunction]:
    """Register the function that works out the rate `name` by each of its bases."""

    def register(function: RateFunction) -> RateFunction:
        _RATES[name] = function
        return function

    return register


def rates() -> dict[str, RateFunction]:
    """All registered rates by name, in a fixed order."""
    import zonedesk.domain.figures as package  # noqa: PLC0415 - finds the modules beside this one

    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    order = ("start_rate", "production_rate", "on_target_rate")
    return {
        name: _RATES[name] for name in sorted(_RATES, key=lambda n: (order.index(n) if n in order else 9, n))
    }

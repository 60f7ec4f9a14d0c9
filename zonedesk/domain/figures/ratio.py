"""A rate as numerator over denominator, exact until it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zonedesk.domain.money import half_up

NO_BASE = "—"


@dataclass(frozen=True, slots=True)
class Ratio:
    """Counts or 元 above and below the line. An empty base has no percent (rule R105)."""

    numerator: int
    denominator: int

    def percent(self, decimals: int = 2) -> Decimal | None:
        """The percentage, half-up, rounded last; 100 only if both sides are equal (rule R104), else the next step."""
        if self.denominator == 0:
            return None
        exact = Decimal(self.numerator) * 100 / Decimal(self.denominator)
        rounded = half_up(exact, decimals)
        if rounded == 100 and self.numerator != self.denominator:
            step = Decimal(1).scaleb(-decimals)
            return rounded - step if self.numerator < self.denominator else rounded + step
        return rounded

    def text(self, decimals: int = 2) -> str:
        """“85.96%”, or “—” for an empty base."""
        percent = self.percent(decimals)
        return NO_BASE if percent is None else f"{percent}%"


def points_between(now: Ratio, before: Ratio, decimals: int = 2) -> Decimal | None:
    """The difference in 个百分点, from unrounded values (rule R106); None if either base is empty."""
    if now.denominator == 0 or before.denominator == 0:
        return None
    exact = Decimal(now.numerator) * 100 / Decimal(now.denominator) - Decimal(
        before.numerator
    ) * 100 / Decimal(before.denominator)
    return half_up(exact, decimals)

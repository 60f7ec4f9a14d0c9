"""Whether a printed figure can have come from other printed ones (核数).

Printed inputs are themselves rounded, so each stands for an interval; a printed result is possible if the
interval it stands for meets the one that the inputs allow. Used for checking texts and for telling which
basis (口径) a published rate was worked out by (rules R103, R106; domain study §2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import Enum

from zonedesk.domain.money import half_up


class Verdict(Enum):
    """How a printed figure stands to what its inputs give."""

    EXACT = "EXACT"  # rounding half up gives what is printed
    WITHIN = "WITHIN"  # possible, given the rounding of the printed inputs
    TRUNC = "TRUNC"  # cut off instead of rounded
    BAD = "BAD"  # impossible from these inputs


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed: its value, its decimals, and whether it is exact (a count) or was rounded."""

    value: Decimal
    exact: bool = False

    @classmethod
    def read(cls, text: str, *, exact: bool = False) -> Printed:
        """From plain digits; decimal.InvalidOperation for anything else."""
        return cls(Decimal(text), exact)

    @property
    def decimals(self) -> int:
        """How many decimals are printed."""
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @property
    def slack(self) -> Decimal:
        """How far the number before rounding may have been from what is printed."""
        return Decimal(0) if self.exact else Decimal(5).scaleb(-self.decimals - 1)

    @property
    def low(self) -> Decimal:
        """The least that can have been printed so."""
        return self.value - self.slack

    @property
    def high(self) -> Decimal:
        """The most that can have been printed so."""
        return self.value + self.slack


def check_rate(numerator: Printed, denominator: Printed, percent: Printed) -> Verdict:
    """A printed percentage against its printed numerator and denominator (not 0)."""
    low = numerator.low * 100 / denominator.high
    high = numerator.high * 100 / denominator.low
    return _judge(numerator.value * 100 / denominator.value, low, high, percent)


def check_sum(parts: Sequence[Printed], total: Printed) -> Verdict:
    """A printed total against its printed parts."""
    return _judge(
        sum((part.value for part in parts), Decimal(0)),
        sum((part.low for part in parts), Decimal(0)),
        sum((part.high for part in parts), Decimal(0)),
        total,
    )


def check_difference(more: Printed, less: Printed, points: Printed) -> Verdict:
    """Printed 个百分点 against the two printed rates; where unrounded values are known, use them (R106)."""
    return _judge(more.value - less.value, more.low - less.high, more.high - less.low, points)


def counts_giving(base: int, percent: Printed) -> list[int]:
    """The counts out of `base` that round to the printed percentage; [] shows it was not worked out by count."""
    least, most = implied_numerator(Decimal(base), percent)
    return [
        count
        for count in range(max(0, int(least)), min(base, int(most) + 1) + 1)
        if half_up(Decimal(count) * 100 / base, percent.decimals) == percent.value
    ]


def implied_numerator(base: Decimal, percent: Printed) -> tuple[Decimal, Decimal]:
    """Between what the numerator must lie, of a base taken as it is printed."""
    return base * percent.low / 100, base * percent.high / 100


def _judge(exact: Decimal, low: Decimal, high: Decimal, printed: Printed) -> Verdict:
    if half_up(exact, printed.decimals) == printed.value:
        return Verdict.EXACT
    # A count that is printed stands for itself; it has no neighbours that could have been rounded to it.
    if low < high and low <= printed.high and high >= printed.low:
        return Verdict.WITHIN
    if exact.quantize(Decimal(1).scaleb(-printed.decimals), ROUND_DOWN) == printed.value:
        return Verdict.TRUNC
    return Verdict.BAD

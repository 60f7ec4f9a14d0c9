"""签约一批, 开工一批, 投产一批: how many, how much, and the strategic share (R24, R25)."""

from __future__ import annotations

from dataclasses import dataclass

from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.scope import View


@dataclass(frozen=True, slots=True)
class TrackTotals:
    """Sums over a track's cohort at listing, in 元."""

    track: str
    rows: tuple[int, ...]
    investment: int
    output: int
    strategic_rows: tuple[int, ...]
    strategic_investment: int

    @property
    def strategic_share(self) -> Ratio:
        """Strategic investment over all investment (the basis of the source texts, G7–G9)."""
        return Ratio(self.strategic_investment, self.investment)


def track_totals(view: View, track: str) -> TrackTotals:
    """The totals of one track in scope."""
    cohort = view.cohort(track)
    strategic = cohort.strategic
    return TrackTotals(
        track, tuple(cohort), cohort.investment, cohort.output, tuple(strategic), strategic.investment
    )

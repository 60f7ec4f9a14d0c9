"""All figures of one day and scope at once: what the first page, the commands and the paper read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from zonedesk.domain.columns import TRACKS
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.procedures import ProcedureTotals, procedure_totals
from zonedesk.domain.figures.registry import Rate, rates
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.figures.three_not import DEFINITIONS, StuckList, stuck_list
from zonedesk.domain.figures.tracks import TrackTotals, track_totals
from zonedesk.domain.money import format_money
from zonedesk.domain.stages import Due


@dataclass(frozen=True)
class Summary:
    """The figures of one as-of day and scope, each with the rows behind it.

    Each kind is worked out when it is first asked for: of very many projects, few readers want all of them.
    """

    view: View

    @cached_property
    def rates(self) -> dict[str, dict[str, Rate]]:
        """三率 by name and basis."""
        return {name: {rate.basis: rate for rate in of(self.view)} for name, of in rates().items()}

    @cached_property
    def tracks(self) -> dict[str, TrackTotals]:
        """What is listed under each track."""
        return {track: track_totals(self.view, track) for track in TRACKS}

    @cached_property
    def three_not(self) -> dict[str, StuckList]:
        """三未 by name."""
        return {name: stuck_list(self.view, name) for name in DEFINITIONS}

    @cached_property
    def procedures(self) -> ProcedureTotals:
        """手续办结率, and what is pending."""
        return procedure_totals(self.view)

    @property
    def as_of(self) -> str:
        """The day (ISO) the figures are of."""
        return self.view.as_of


def summarise(facts: Facts, scope: Scope | None = None) -> Summary:
    """Every figure for `facts` seen through `scope`."""
    return summarise_view(View(facts, scope))


def summarise_view(view: View) -> Summary:
    """Every figure of a view."""
    return Summary(view)


def as_json(summary: Summary, scope_text: dict[str, Any] | None = None) -> dict[str, Any]:
    """The summary as plain data: money in 亿元 and percents as exact strings, counts as numbers."""
    return {
        "as_of": summary.as_of,
        "scope": scope_text or {},
        "rates": {
            name: {basis: _rate(rate) for basis, rate in by_basis.items()}
            for name, by_basis in summary.rates.items()
        },
        "tracks": {track: _track(totals) for track, totals in summary.tracks.items()},
        "three_not": {name: _stuck(found) for name, found in summary.three_not.items()},
        "procedures": _procedures(summary),
    }


def _rate(rate: Rate) -> dict[str, Any]:
    ratio, percent = rate.ratio, rate.ratio.percent()
    amounts = [ratio.numerator, ratio.denominator]
    shown: list[Any] = amounts if rate.unit != "元" else [format_money(amount) for amount in amounts]
    return {
        "numerator": shown[0],
        "denominator": shown[1],
        "percent": None if percent is None else str(percent),
    }


def _track(totals: TrackTotals) -> dict[str, Any]:
    return {
        "projects": len(totals.rows),
        "investment": format_money(totals.investment),
        "output": format_money(totals.output),
        "strategic": len(totals.strategic_rows),
        "strategic_investment": format_money(totals.strategic_investment),
    }


def _stuck(found: StuckList) -> dict[str, Any]:
    return {
        "projects": len(found.items),
        "investment": format_money(found.investment),
        **{due.value: found.count(due) for due in Due},
        **({"basis": found.basis} if found.basis else {}),
    }


def _procedures(summary: Summary) -> dict[str, Any]:
    totals = summary.procedures
    names = summary.view.facts.projects.column_of("name", (item.project_id for item in totals.pending))
    percent = totals.completion.percent()
    return {
        "projects": len(totals.projects),
        "required": totals.completion.denominator,
        "done": totals.completion.numerator,
        "percent": None if percent is None else str(percent),
        "pending": [
            {"project": project, "procedure": item.name, "note": item.note}
            for project, item in zip(names, totals.pending, strict=True)
        ],
    }

"""签约项目开工率: of the projects signed in scope, those that have started (rules G1, X1)."""

from __future__ import annotations

from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.registry import Rate, rate
from zonedesk.domain.figures.scope import View

LABEL = "签约项目开工率"


@rate("start_rate")
def start_rate(view: View) -> list[Rate]:
    """By count, and by investment at listing (the way the source texts print it)."""
    cohort = view.cohort("signing")
    started = cohort.among(view.facts.reached("start_actual"))
    done, base = tuple(started), tuple(cohort)
    by_amount = Ratio(started.investment, cohort.investment)
    return [
        Rate(
            "start_rate",
            LABEL,
            "investment",
            by_amount,
            "元",
            done,
            base,
            "已开工签约项目总投资÷签约项目总投资",
        ),
        Rate(
            "start_rate",
            LABEL,
            "count",
            Ratio(len(done), len(base)),
            "个",
            done,
            base,
            "已开工签约项目数÷签约项目数",
        ),
    ]

"""开工项目投产率: of the projects in 开工一批 in scope, those in production (rules G2, X2)."""

from __future__ import annotations

from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.registry import Rate, rate
from zonedesk.domain.figures.scope import View

LABEL = "开工项目投产率"


@rate("production_rate")
def production_rate(view: View) -> list[Rate]:
    """By investment, by count, and by completed investment of those in production (G2's numerator)."""
    cohort = view.cohort("start")
    producing, completed = cohort.among(view.facts.reached("prod_actual")), view.facts.completed
    done, base, total = tuple(producing), tuple(cohort), cohort.investment
    planned = Ratio(producing.investment, total)
    # Nothing reported by that day is not “nothing spent”: the basis then cannot be worked out (domain I10).
    reported = [pid for pid in done if pid in completed]
    spent = Ratio(0, 0) if done and not reported else Ratio(sum(map(completed.__getitem__, reported)), total)
    name = "production_rate"
    return [
        Rate(name, LABEL, "investment", planned, "元", done, base, "已投产开工项目总投资÷开工项目总投资"),
        Rate(
            name, LABEL, "count", Ratio(len(done), len(base)), "个", done, base, "已投产开工项目数÷开工项目数"
        ),
        Rate(
            name,
            LABEL,
            "completed_investment",
            spent,
            "元",
            done,
            base,
            "已投产开工项目已完成投资÷开工项目总投资",
        ),
    ]

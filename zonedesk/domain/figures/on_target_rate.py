"""投产项目达效率: of the industrial projects in 投产一批 in scope, those on target (rules G3, X3, X5)."""

from __future__ import annotations

from zonedesk.domain.cohort import Cohort
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.registry import Rate, rate
from zonedesk.domain.figures.scope import View

LABEL = "投产项目达效率"


def industrial(view: View) -> Cohort:
    """The projects of 投产一批 in scope that are 产业项目: the base of this rate (R23)."""
    return view.cohort("production").among(view.facts.industrial)


@rate("on_target_rate")
def on_target_rate(view: View) -> list[Rate]:
    """By investment, by count, and actual over expected output."""
    projects, asked = view.facts.projects, industrial(view)
    on_target = asked.among(view.facts.reached("effect_actual"))
    done, base = tuple(on_target), tuple(asked)
    by_amount = Ratio(on_target.investment, asked.investment)
    expected = zip(projects.column_of("expected_output", base), asked.columns[2], strict=True)
    actual = projects.column_of("actual_output", base)
    output = Ratio(sum(filter(None, actual)), sum(own or listed or 0 for own, listed in expected))
    name = "on_target_rate"
    return [
        Rate(name, LABEL, "investment", by_amount, "元", done, base, "达效产业项目总投资÷投产产业项目总投资"),
        Rate(
            name,
            LABEL,
            "count",
            Ratio(len(done), len(base)),
            "个",
            done,
            base,
            "达效产业项目数÷投产产业项目数",
        ),
        Rate(name, LABEL, "output", output, "元", base, base, "投产产业项目实际年产值÷预计年产值"),
    ]

"""投产项目达效率: of the industrial projects in 投产一批 in scope, those on target (rules G3, X3, X5)."""

from __future__ import annotations

from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.registry import Rate, rate
from zonedesk.domain.figures.scope import View, invested

LABEL = "投产项目达效率"
INDUSTRIAL = "产业"


def industrial(view: View) -> tuple[int, ...]:
    """The projects of 投产一批 in scope that are 产业项目: the base of this rate (R23)."""
    projects = view.facts.projects
    return tuple(pid for pid in view.cohort("production") if projects[pid].project_kind == INDUSTRIAL)


@rate("on_target_rate")
def on_target_rate(view: View) -> list[Rate]:
    """By investment, by count, and actual over expected output."""
    cohort, projects = view.cohort("production"), view.facts.projects
    base = industrial(view)
    reached = view.facts.reached("effect_actual")
    done = tuple(pid for pid in base if pid in reached)
    by_amount = Ratio(invested(cohort[p] for p in done), invested(cohort[p] for p in base))
    expected = sum(projects[p].expected_output or cohort[p].output or 0 for p in base)
    output = Ratio(sum(projects[p].actual_output or 0 for p in base), expected)
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

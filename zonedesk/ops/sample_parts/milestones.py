"""Invented milestones of about a third of the projects on their way."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from zonedesk.domain.milestones import USUAL_NODES
from zonedesk.ops.sample_parts.registry import part
from zonedesk.ops.sample_words import SURNAMES
from zonedesk.store.writer import Writer


@part(55)
def add_milestones(w: Writer, rng: Random, as_of: dt.date) -> None:
    """Scheduled back from the promised days; those behind us mostly reached, a few late, a few expected late."""
    made: list[dict[str, Any]] = []
    for project in w.find_all("project"):
        on_its_way = project["sign_date"] and not project["prod_actual"] and not project["withdrawn_on"]
        if on_its_way and rng.random() < 0.4:
            made += _of(rng, project, as_of)
    w.insert_many("milestone", made)


def _of(rng: Random, project: dict[str, Any], as_of: dt.date) -> list[dict[str, Any]]:
    found = []
    for anchor, key in (("start", "start_plan"), ("production", "prod_plan")):
        promised = project[key]
        if not promised or len(promised) < 10:
            continue
        end = dt.date.fromisoformat(promised)
        for node in USUAL_NODES:
            if node.anchor != anchor:
                continue
            plan = end - dt.timedelta(days=node.days_before)
            if plan.isoformat() < project["sign_date"]:
                continue
            reached = plan <= as_of and (
                rng.random() < 0.93 or (anchor == "start" and project["start_actual"])
            )
            actual = min(plan + dt.timedelta(days=rng.choice((-6, -2, 0, 0, 3, 12))), as_of)
            slips = not reached and plan > as_of and rng.random() < 0.1
            found.append(
                {
                    "project_id": project["id"],
                    "name": node.name,
                    "plan_on": plan.isoformat(),
                    "forecast_on": (plan + dt.timedelta(days=rng.choice((20, 45)))).isoformat()
                    if slips
                    else None,
                    "actual_on": actual.isoformat() if reached else None,
                    "owner": rng.choice(SURNAMES) + "某",
                }
            )
    return found

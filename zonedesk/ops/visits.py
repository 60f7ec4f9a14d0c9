"""Visits and what comes of them: an appeal becomes a problem of the project, once."""

from __future__ import annotations

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import register
from zonedesk.store.writer import Writer

register(
    {
        "visit.no_appeal": "这次走访没有记企业诉求，不能转为问题。请先填写“企业诉求”。",
        "visit.no_project": "这次走访没有选项目，诉求不能列入问题清单。请先在“项目”栏选择项目。",
        "visit.raised": "这条诉求已转为问题，请到“问题与责任”页办理。",
    }
)


def raise_problem(w: Writer, *, visit_id: int) -> int:
    """诉求转问题: the visit's appeal is put on the list of problems, as raised on the day of the visit.

    Returns the problem's id. RefusedError if there is no appeal or no project, or it was done already.
    """
    visit = w.row("visit", visit_id)
    if visit is None:
        raise RefusedError("record.missing", what="走访", name=str(visit_id))
    if not visit["appeal"]:
        raise RefusedError("visit.no_appeal")
    if visit["project_id"] is None:
        raise RefusedError("visit.no_project")
    if visit["problem_id"] is not None:
        raise RefusedError("visit.raised")
    problem = w.insert(
        "problem",
        {
            "project_id": visit["project_id"],
            "description": visit["appeal"],
            "raised_on": visit["visited_on"],
            "raised_by": visit["company"] or visit["persons"],
            "source": "走访",
        },
    )
    w.update("visit", visit_id, {"problem_id": problem})
    project = w.row("project", visit["project_id"]) or {}
    w.label = f"“{project.get('name', '')}”走访诉求转为问题"
    return problem

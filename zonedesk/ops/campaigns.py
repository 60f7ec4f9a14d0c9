"""Campaigns (专项行动): starting one with projects from the ledger, and reading how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zonedesk.domain.campaigns import GOALS, PERMITS, Board, board_of
from zonedesk.domain.dates import is_iso, reached
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.tracking_columns import CAMPAIGN_GOALS
from zonedesk.domain.values import clean_text
from zonedesk.ops.session import Session
from zonedesk.store.writer import Writer


def start_campaign(
    w: Writer, *, name: str, goal: str, goal_on: str, start_on: str = "", project_ids: Iterable[int] = ()
) -> int:
    """新增专项行动 with its projects, as one step. RefusedError without a name, for a day that is none, or a goal unknown."""
    name = clean_text(name)
    if not name:
        raise RefusedError("field.empty_name", label="专项行动")
    if goal not in CAMPAIGN_GOALS:
        raise RefusedError("field.bad_choice", label="目标", choices="、".join(CAMPAIGN_GOALS), text=goal)
    for day in filter(None, (goal_on, start_on)):
        if not is_iso(day):
            raise RefusedError("date.bad", text=day)
    campaign_id = w.insert(
        "campaign", {"name": name, "goal": goal, "start_on": start_on or None, "goal_on": goal_on or None}
    )
    added = _add(w, campaign_id, project_ids)
    w.label = f"新增专项行动“{name}”（{added} 个项目）"
    return campaign_id


def add_projects(w: Writer, *, campaign_id: int, project_ids: Iterable[int]) -> None:
    """专项行动增加项目: those that it has already stay as they are."""
    campaign = w.row("campaign", campaign_id)
    if campaign is None:
        raise RefusedError("record.missing", what="专项行动", name=str(campaign_id))
    added = _add(w, campaign_id, project_ids)
    w.label = f"专项行动“{campaign['name']}”增加 {added} 个项目"


def remove_projects(w: Writer, *, row_ids: Sequence[int]) -> None:
    """移出专项行动: the projects stay in the ledger."""
    for row_id in row_ids:
        w.delete("campaign_project", row_id)
    w.label = f"{len(row_ids)} 个项目移出专项行动"


def _add(w: Writer, campaign_id: int, project_ids: Iterable[int]) -> int:
    known = {row["project_id"] for row in w.find_all("campaign_project", campaign_id=campaign_id)}
    wanted = [pid for pid in dict.fromkeys(project_ids) if pid not in known]
    w.insert_many("campaign_project", [{"campaign_id": campaign_id, "project_id": pid} for pid in wanted])
    return len(wanted)


def candidates(session: Session, goal: str, as_of: str, scope: Scope | None = None) -> tuple[int, ...]:
    """The projects in scope that have not reached a goal yet: of the stuck list, or with procedures that wait."""
    summary = session.figures(as_of, scope)
    if goal == PERMITS:
        projects = summary.view.facts.projects
        waiting = dict.fromkeys(item.project_id for item in summary.procedures.pending)
        return tuple(pid for pid in waiting if not reached(projects[pid].withdrawn_on, as_of))
    return summary.three_not[GOALS[goal].stuck].ids() if goal in GOALS else ()


def boards(session: Session, as_of: str, scope: Scope | None = None) -> list[Board]:
    """Every campaign as of a day with its projects in scope; the nearest goal day ahead first, those past last."""
    view = View(session.facts(as_of), scope)
    members: dict[int, list[dict[str, int]]] = {}
    for row in session.reader.rows("campaign_project", columns=("id", "campaign_id", "project_id")):
        if row["project_id"] in view.members:
            members.setdefault(row["campaign_id"], []).append(row)
    found = [board_of(row, members.get(row["id"], ()), view.facts) for row in session.reader.rows("campaign")]
    return sorted(found, key=_nearest)


def _nearest(board: Board) -> tuple[bool, int, int]:
    left = board.days_left
    return (left is None or left < 0, abs(left) if left is not None else 10**6, board.campaign["id"])

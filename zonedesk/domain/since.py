"""What changed between two views of a ledger: lists entered and left, stages moved, money, procedures done.

`then` is the ledger as of the earlier day, `now` as of the later one, each as it was known at that time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from zonedesk.domain.dates import reached
from zonedesk.domain.figures.scope import View
from zonedesk.domain.figures.three_not import DEFINITIONS, StuckList, stuck_list
from zonedesk.domain.stages import STAGE_LABELS, STAGE_ORDER, Stage, is_suspended, stage_of
from zonedesk.domain.stuck_rules import PAIRS, STEP_WORDS

ENTERED, LEFT = "entered_", "left_"
STAGE, MONEY, PROCEDURES = "stage", "money", "procedures"
RAISED, CLOSED, MISSING = "raised", "closed", "missing"
PART_LABELS: dict[str, str] = {
    **{ENTERED + name: f"新进{each.label}" for name, each in DEFINITIONS.items()},
    **{LEFT + name: f"退出{each.label}" for name, each in DEFINITIONS.items()},
    STAGE: "阶段变化",
    MONEY: "完成投资变化",
    PROCEDURES: "手续办结",
    RAISED: "新提问题",
    CLOSED: "问题销号",
    MISSING: "进度未更新",
}
_DAY_OF = {
    Stage.RESERVE: "sign_date",
    Stage.SIGNED: "sign_date",
    Stage.STARTED: "start_actual",
    Stage.IN_PRODUCTION: "prod_actual",
    Stage.ON_TARGET: "effect_actual",
    Stage.WITHDRAWN: "withdrawn_on",
}
# One that comes back from its end has not gone back.
_RANK = {stage: rank for rank, stage in enumerate(STAGE_ORDER)} | {Stage.WITHDRAWN: -1}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: under which heading (PART_LABELS), of which project, what and on which day.

    `day` (partial ISO) is None where none is said. `amount` is in 元, of MONEY only. `dated`: dates alone tell it;
    otherwise it came of what was written down or put right in between.
    """

    part: str
    project_id: int
    text: str
    day: str | None = None
    amount: int = 0
    dated: bool = True


class Lists(NamedTuple):
    """One stuck list on the two days: the projects it held on the earlier one, and the list of the later one."""

    then: frozenset[int]
    now: StuckList

    @property
    def is_now(self) -> frozenset[int]:
        """The projects it holds on the later day."""
        return frozenset(self.now.ids())


def stuck_lists(then: View, now: View, known: Mapping[str, StuckList] | None = None) -> dict[str, Lists]:
    """The three lists on both days; `known` are those of the later day, where they are at hand."""
    found = {}
    for name in DEFINITIONS:
        was = frozenset(stuck_list(then, name).ids())
        found[name] = Lists(was, known[name] if known else stuck_list(now, name))
    return found


def changes_between(then: View, now: View, lists: Mapping[str, Lists] | None = None) -> list[Change]:
    """Everything that facts can tell; procedures, problems and missing reports need more than facts."""
    lists = lists or stuck_lists(then, now)
    found = [change for name in DEFINITIONS for change in _list_changes(name, then, now, lists[name])]
    return found + list(_stage_changes(then, now)) + list(_money_changes(then, now))


def _list_changes(name: str, then: View, now: View, lists: Lists) -> Iterator[Change]:
    was, is_ = lists.then, lists.is_now
    for pid in sorted(is_ - was):
        yield Change(ENTERED + name, pid, *_how_in(name, pid, then, now, lists.now))
    for pid in sorted(was - is_):
        if pid in now.projects or pid not in now.facts.projects:
            yield Change(LEFT + name, pid, *_how_out(pid, now, lists.now))


def _how_in(name: str, pid: int, then: View, now: View, found: StuckList) -> tuple[str, str | None]:
    """How a project came into a list, and on which day."""
    new, old = now.facts.projects[pid], then.facts.projects.get(pid)
    since, actual = PAIRS[name].since, found.definition.actual
    word, entry = STEP_WORDS[since], getattr(new, since)
    if old is None:
        return "新录入台账", None
    if reached(old.withdrawn_on, then.as_of):
        return "撤回终止或调出", None
    if reached(getattr(old, actual), then.as_of):
        return f"{STEP_WORDS[actual]}时间更正为{getattr(new, actual) or '空'}", None
    if entry and not reached(getattr(old, since), then.as_of):
        return f"{word}（{entry}）", entry
    if is_suspended(old, then.as_of) and not is_suspended(new, now.as_of):
        return f"复工（{new.resumed_on or '停工时间更正'}）", new.resumed_on
    return "列入批次", None


def _how_out(pid: int, now: View, found: StuckList) -> tuple[str, str | None]:
    """How a project went out of a list, and on which day."""
    new, actual = now.facts.projects.get(pid), found.definition.actual
    if new is None:
        return "已从台账删除", None
    if reached(getattr(new, actual), now.as_of):
        day = getattr(new, actual)
        return f"{STEP_WORDS[actual]}（{day}）", day
    if reached(new.withdrawn_on, now.as_of):
        return f"终止或调出（{new.withdrawn_on}）", new.withdrawn_on
    if is_suspended(new, now.as_of):
        return f"停工（{new.suspended_on}）", new.suspended_on
    return "不再列入批次或口径之内", None


def _stage_changes(then: View, now: View) -> Iterator[Change]:
    # A stage hangs on nothing but which of these days have come.
    moved: set[int] = set()
    for column in _DAY_OF.values():
        moved |= then.facts.reached(column) ^ now.facts.reached(column)
    members = now.members
    for pid in sorted(moved):
        if pid not in members or pid not in then.facts.projects:
            continue
        new = now.facts.projects[pid]
        was, is_ = stage_of(then.facts.projects[pid], then.as_of), stage_of(new, now.as_of)
        if was is not is_:
            back = Stage.WITHDRAWN is not is_ and _RANK[is_] < _RANK[was]
            told = f"{STAGE_LABELS[was]}→{STAGE_LABELS[is_]}{'（更正）' if back else ''}"
            yield Change(STAGE, pid, told, None if back else getattr(new, _DAY_OF[is_]))


def _money_changes(then: View, now: View) -> Iterator[Change]:
    before, after = then.facts.completed, now.facts.completed
    known = then.facts.projects
    for pid in now.members:
        amount = after.get(pid, 0) - before.get(pid, 0)
        if amount and pid in known:
            yield Change(MONEY, pid, "新增完成投资" if amount > 0 else "完成投资更正减少", None, amount)

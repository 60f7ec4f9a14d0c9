"""The lights of all projects on a day, kept up with what is written: an edit has only its own project asked again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from typing import Any

from zonedesk.domain.calendar import WorkCalendar
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.facts import Facts
from zonedesk.domain.lights import (
    LIVING,
    SETTING,
    Asked,
    Held,
    Light,
    LightDay,
    LightRules,
    RulesReading,
    Verdict,
    Watched,
    light_of,
    read_rules,
    verdicts_of,
    verdicts_of_all,
)
from zonedesk.domain.lights.planned_steps import STEPS
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import Stage, stage_of
from zonedesk.ops.session import Session
from zonedesk.ops.touched import Follower
from zonedesk.store.light_reader import LightReader, LightRows
from zonedesk.store.reader import Reader

Verdicts = Mapping[int, tuple[Verdict, ...]]
Stages = Mapping[Stage, frozenset[int]]
Unread = dict[int, Mapping[str, str]]
_HANGING = ("procedure", "problem", "monthly_progress")
_REACHED = {
    Stage.ON_TARGET: "effect_actual",
    Stage.IN_PRODUCTION: "prod_actual",
    Stage.STARTED: "start_actual",
    Stage.SIGNED: "sign_date",
}
_DAYS = 3  # the day looked at, today, and one more


@dataclass(frozen=True)
class Lights:
    """The lights of every project on the day `as_of`; `before` is the working day before it (both ISO).

    `verdicts` holds what `verdicts_of` gives, by project. `was_red` are those of the red ones that were red by `before`
    already, by the same rows: what an edit of today turned red counts as red before.
    """

    as_of: str
    before: str
    verdicts: Verdicts
    was_red: frozenset[int]

    def light(self, project_id: int) -> Light:
        """A project's light; NONE for one that is not there."""
        return light_of(self.verdicts.get(project_id, ()))

    def lit(self, project_id: int) -> tuple[Verdict, ...]:
        """The red and yellow lights of a project, the worst first."""
        return tuple(each for each in self.verdicts.get(project_id, ()) if each.rule)

    def by_light(self, among: Collection[int]) -> dict[Light, tuple[int, ...]]:
        """The projects of `among` by their light, every light named."""
        found: dict[Light, list[int]] = {light: [] for light in Light}
        verdicts = self.verdicts
        for pid in among:
            each = verdicts.get(pid)
            found[each[0].light if each else Light.NONE].append(pid)
        return {light: tuple(ids) for light, ids in found.items()}

    @cached_property
    def turned_red(self) -> tuple[int, ...]:
        """The projects that are red and were not by the working day before."""
        return tuple(
            pid
            for pid, verdicts in self.verdicts.items()
            if verdicts and verdicts[0].light is Light.RED and pid not in self.was_red
        )


class LightBoard:
    """The lights of the few days asked for last. `session.kept(LightBoard)` is the one that all pages share."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: dict[str, _Day] = {}
        self._known: tuple[int, _Needs] | None = None

    @property
    def reading(self) -> RulesReading:
        """The office's rules, and what of its setting could not be understood."""
        return read_rules(self._session.reader.setting(SETTING))

    def read(self, as_of: str, *, facts_of: str = "") -> Lights:
        """The lights as of a day. `facts_of` names a day whose facts are held already, if that is another one."""
        day = takes_effect(as_of)
        facts = self._session.facts(facts_of or day)
        held = self._held.pop(day, None)
        if held is None:
            held = _Day(self._session, day)
        self._held[day] = held
        for oldest in list(self._held)[:-_DAYS]:
            del self._held[oldest]
        return held.brought_up(facts, self._needs())

    def of_one(self, fact: ProjectFact, as_of: str) -> tuple[Verdict, ...]:
        """What the rules say of one project, from its own rows only: what one cell costs must not grow."""
        return self.of_few([fact], as_of)[fact.id]

    def of_few(self, facts: Collection[ProjectFact], as_of: str) -> dict[int, tuple[Verdict, ...]]:
        """As `of_one`, of several projects in one reading."""
        needs, day = self._needs(), takes_effect(as_of)
        now, before = needs.days(day)
        own = [fact.id for fact in facts]
        asker = LightReader(self._session.reader)
        rows = asker.rows(before.as_of, day, building=own, waiting=own, ids=own)
        asked, unread = needs.rules.asked(), _unread(self._session.reader, own)
        return {fact.id: verdicts_of(_watched(fact, rows, unread), now, asked) for fact in facts}

    def _needs(self) -> _Needs:
        newest, reader = self._session.reader.last_change(), self._session.reader
        if self._known is None or self._known[0] != newest:
            holidays = reader.rows("holiday", columns=("day", "kind"))
            needs = _Needs(
                self.reading.rules,
                tuple((row["day"], row["kind"]) for row in holidays),
                LightReader(reader).keeps_statistics(),
            )
            self._known = (newest, needs)
        return self._known[1]

    def rows(self, as_of: str) -> LightRows:
        """The rows of a day that `read` was asked for last: not to be written to, and good until it is asked again."""
        return self._held[takes_effect(as_of)].rows

    def preview(self, as_of: str, rules: LightRules, among: Collection[int]) -> dict[Light, int]:
        """How many of the projects `among` would have each light under other rules; rows read already are used."""
        self.read(as_of)
        return self._held[takes_effect(as_of)].counted(rules, among)


@dataclass(frozen=True, slots=True)
class _Needs:
    """What every light of a day depends on beside the projects' own rows."""

    rules: LightRules
    holidays: tuple[tuple[str, str], ...]
    keeps_statistics: bool

    def days(self, as_of: str) -> tuple[LightDay, LightDay]:
        """A day, and the working day before it."""
        calendar = WorkCalendar(dict(self.holidays))
        before = working_day_before(calendar, as_of)
        keeps = self.keeps_statistics
        return (
            LightDay(as_of, calendar, keeps_statistics=keeps),
            LightDay(before, calendar, keeps_statistics=keeps),
        )


class _Day:
    """One day's rows and lights, and how to bring them up to what was written since."""

    def __init__(self, session: Session, as_of: str) -> None:
        self._reader = session.reader
        self._follower = Follower(session.reader, session.record, _HANGING)
        self._as_of = as_of
        self._needs: _Needs | None = None
        self.rows = LightRows({}, {}, {}, {}, {}, {}, {})
        self._unread: Unread = {}
        self._projects: Mapping[int, ProjectFact] = {}
        self._stages: Stages = {}
        self._lights: Lights | None = None

    def brought_up(self, facts: Facts, needs: _Needs) -> Lights:
        """The lights as the ledger stands now."""
        touched = self._follower.touched()
        known, was, self._projects = self._lights, self._needs, facts.projects
        if known is not None and needs == was and touched is not None:
            return self._patched(known, touched) if touched else known
        self._needs = needs
        self._day, self._before = needs.days(self._as_of)
        self._stages = stages_on(facts, self._as_of)
        if was is None or touched is None or needs.holidays != was.holidays:
            self.rows, self._unread = self._read(self._stages, None), _unread(self._reader, None)
        elif touched:
            self._renew(touched)
        asked = needs.rules.asked()
        verdicts = self._asked(self._stages, self._day, asked, self.rows)
        self._lights = Lights(self._as_of, self._before.as_of, verdicts, self._red_before(verdicts, asked))
        return self._lights

    def counted(self, rules: LightRules, among: Collection[int]) -> dict[Light, int]:
        """How many of the projects `among` have each light under these rules."""
        verdicts = self._asked(self._stages, self._day, rules.asked(), self.rows)
        found = Counter(light_of(verdicts.get(pid, ())) for pid in among)
        return {light: found[light] for light in Light}

    def _patched(self, known: Lights, touched: set[int]) -> Lights:
        assert self._needs is not None
        asked = self._needs.rules.asked()
        self._renew(touched)
        moved = self._stages_of(touched, self._day)
        self._stages = {stage: (ids - touched) | moved[stage] for stage, ids in self._stages.items()}
        new = self._asked(moved, self._day, asked, self.rows)
        kept = {pid: each for pid, each in known.verdicts.items() if pid not in touched}
        was_red = (known.was_red - touched) | self._red_before(new, asked)
        self._lights = Lights(known.as_of, known.before, {**kept, **new}, was_red)
        return self._lights

    def _renew(self, touched: set[int]) -> None:
        """Read the rows of some projects anew."""
        new = self._read(self._stages_of(touched, self._day), touched)
        for name in LightRows._fields:
            mine: dict[int, Any] = getattr(self.rows, name)
            for pid in touched:
                mine.pop(pid, None)
            mine.update(getattr(new, name))
        for pid in touched:
            self._unread.pop(pid, None)
        self._unread.update(_unread(self._reader, touched))

    def _read(self, stages: Stages, ids: Collection[int] | None) -> LightRows:
        return LightReader(self._reader).rows(
            self._before.as_of,
            self._as_of,
            building=stages[Stage.STARTED],
            waiting=stages[Stage.SIGNED],
            ids=ids,
        )

    def _stages_of(self, ids: Iterable[int], day: LightDay) -> Stages:
        """The stages of a few projects."""
        found: dict[Stage, set[int]] = {stage: set() for stage in LIVING}
        for pid in ids:
            if pid in self._projects and (stage := stage_of(self._projects[pid], day.as_of)) in found:
                found[stage].add(pid)
        return {stage: frozenset(each) for stage, each in found.items()}

    def _asked(self, stages: Stages, day: LightDay, asked: tuple[Asked, ...], rows: LightRows) -> Verdicts:
        projects = self._projects
        known: dict[int, Watched] = {}

        def watch(pid: int) -> Watched:
            watched = known.get(pid)
            if watched is None:
                watched = known[pid] = _watched(projects[pid], rows, self._unread)
            return watched

        held: Held = {
            "fact": projects,
            "statistics_on": rows.statistics,
            "delay_reason": rows.reasons,
            "promised": rows.promised,
            "permits": rows.permits,
            "problems": rows.problems,
            "reports": rows.reports,
            "unread": self._unread,
            "undated": rows.undated,
        }
        return verdicts_of_all(stages, held, watch, day, asked)

    def _red_before(self, verdicts: Verdicts, asked: tuple[Asked, ...]) -> frozenset[int]:
        """Those of the red ones that were red by the working day before."""
        day, red_light = self._before.as_of, Light.RED
        red = {pid: each for pid, each in verdicts.items() if each[0].light is red_light}
        by_then: dict[tuple[str | None, int], bool] = {}
        # One taken up again was not asked while it stood still, and each stage is asked other things.
        unsure = self._moved_on(red)
        for pid, each in red.items():
            if pid in unsure:
                continue
            for verdict in each:
                if verdict.light is red_light:
                    # Very many are lit since few days.
                    key = verdict.lit_from, verdict.after
                    lit = by_then.get(key)
                    if lit is None:
                        lit = by_then[key] = verdict.lit_by(day)
                    if lit:
                        break
            else:
                unsure.add(pid)
        rows = self.rows._replace(promised=LightReader(self._reader).promised(day, unsure))
        then = self._asked(self._stages_of(unsure, self._before), self._before, asked, rows)
        still = (pid for pid, each in then.items() if light_of(each) is red_light)
        return frozenset(red.keys() - unsure).union(still)

    def _moved_on(self, ids: Collection[int]) -> set[int]:
        """Those of some projects that were taken up again at any time, or came to another stage since the day before."""
        facts = [self._projects[pid] for pid in ids]
        found: set[int] = set()
        for column in (*_REACHED.values(), "withdrawn_on", "resumed_on"):
            days = list(map(itemgetter(ProjectFact._fields.index(column)), facts))
            recent = {
                day
                for day in set(days)
                if day is not None
                and (column == "resumed_on" or self._before.as_of < takes_effect(day) <= self._as_of)
            }
            if recent:
                found.update(pid for pid, day in zip(ids, days, strict=True) if day in recent)
        return found


def _unread(reader: Reader, ids: Collection[int] | None) -> Unread:
    """The texts in the place of planned dates of some projects, or of all: very few have any."""
    if ids is None:
        found = reader.unfit("project")
    else:
        found = [
            (row["id"], row["unfit"]) for row in reader.rows_in("project", "id", ids, columns=("id", "unfit"))
        ]
    return {pid: texts for pid, texts in found if any(step.plan in texts for step in STEPS)}


def _watched(fact: ProjectFact, rows: LightRows, unread: Unread) -> Watched:
    pid = fact.id
    return Watched(
        fact,
        rows.statistics.get(pid),
        rows.reasons.get(pid),
        rows.promised.get(pid),
        rows.permits.get(pid, ()),
        rows.problems.get(pid, ()),
        rows.reports.get(pid, ()),
        unread.get(pid),
        rows.undated.get(pid, ()),
    )


def stages_on(facts: Facts, as_of: str) -> Stages:
    """The projects at each stage that lights ask about, on a day."""
    there = facts if facts.as_of == as_of else replace(facts, as_of=as_of)
    left = set(there.projects) - there.reached("withdrawn_on")
    found = {}
    for stage, column in _REACHED.items():
        found[stage] = frozenset(left & there.reached(column))
        left -= found[stage]
    return found


def working_day_before(calendar: WorkCalendar, as_of: str) -> str:
    """The last working day (ISO) before a day."""
    day = dt.date.fromisoformat(takes_effect(as_of)) - dt.timedelta(days=1)
    while not calendar.is_working(day.isoformat()):
        day -= dt.timedelta(days=1)
    return day.isoformat()

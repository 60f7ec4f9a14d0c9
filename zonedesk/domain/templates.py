"""手续模板: what an office lays down for a procedure, which of them a project calls for, and their usual order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from zonedesk.domain.clock import Terms
from zonedesk.domain.columns import INDUSTRIAL
from zonedesk.domain.dates import reached
from zonedesk.domain.tracking_columns import PROCEDURE_STAGES, WORKING_DAYS
from zonedesk.domain.values import match_key

_PARTS = re.compile(r"[、，,；;\s]+")
_STEPS = re.compile(r"\s*(?:→|->|＞|\n)\s*")
_AT_LEAST = re.compile(r"^用地(\d+(?:\.\d+)?)亩以上$")
_BUILDING = ("新建", "扩建", "改建", "迁建")
_MU = 1000  # an area is kept in thousandths of a 亩
COMMITTED = frozenset({"企业承诺", "告知承诺"})  # the classes that count as 承诺制


@dataclass(frozen=True, slots=True)
class Template:
    """One version of a template. `predecessors` are codes; days None if not laid down."""

    id: int
    code: str
    version: int
    name: str
    aliases: tuple[str, ...]
    stage: str
    dept: str | None
    predecessors: tuple[str, ...]
    legal_days: int | None
    promise_days: int | None
    day_type: str
    valid_months: int | None
    mode: str | None
    applies: str
    steps: tuple[str, ...]
    effective_from: str | None
    effective_to: str | None

    @property
    def terms(self) -> Terms:
        """The limit that counts: what was promised, else what the law gives."""
        return Terms(self.legal_days if self.promise_days is None else self.promise_days, self.day_type)

    def in_force(self, as_of: str) -> bool:
        """Whether this version holds on a day; the day it ends on is no longer its own."""
        begun = not self.effective_from or reached(self.effective_from, as_of)
        return begun and not (self.effective_to and reached(self.effective_to, as_of))


def template_of(row: Mapping[str, Any]) -> Template:
    """A stored row as a template."""
    return Template(
        id=row["id"],
        code=row["code"],
        version=row["version"],
        name=row["name"],
        aliases=tuple(split(row["aliases"])),
        stage=row["stage"] or PROCEDURE_STAGES[-1],
        dept=row["dept"],
        predecessors=tuple(split(row["predecessors"])),
        legal_days=row["legal_days"],
        promise_days=row["promise_days"],
        day_type=row["day_type"] or WORKING_DAYS,
        valid_months=row["valid_months"],
        mode=row["mode"],
        applies=row["applies"] or "",
        steps=tuple(dict.fromkeys(filter(None, _STEPS.split((row["steps"] or "").strip())))),
        effective_from=row["effective_from"],
        effective_to=row["effective_to"],
    )


def split(text: str | None) -> list[str]:
    """Words divided by 、 or a comma; each once."""
    return list(dict.fromkeys(filter(None, _PARTS.split(text or ""))))


class TemplateBook:
    """An office's templates, every version of them."""

    def __init__(self, templates: Iterable[Template]) -> None:
        self.by_id = {each.id: each for each in templates}
        # Very many procedures have few names.
        self._met: dict[tuple[int | None, str], Template | None] = {}

    def current(self, as_of: str) -> list[Template]:
        """The newest version in force on a day of each code, in the order of codes."""
        found: dict[str, Template] = {}
        for each in sorted(self.by_id.values(), key=lambda t: t.version):
            if each.in_force(as_of):
                found[each.code] = each
        return sorted(found.values(), key=lambda t: (len(t.code), t.code))

    def of_procedure(self, row: Mapping[str, Any]) -> Template | None:
        """The template a procedure was made from, else the newest that goes by its name."""
        said = row["template_id"], row["name"]
        try:
            return self._met[said]
        except KeyError:
            made_from = self.by_id.get(said[0] or 0)
            found = self._met[said] = made_from or self.by_name.get(match_key(said[1]))
            return found

    @cached_property
    def by_name(self) -> dict[str, Template]:
        """The newest template by each of its names (as `match_key` writes them); an own name before an alias."""
        found: dict[str, Template] = {}
        every = sorted(self.by_id.values(), key=lambda t: (t.version, -len(t.code), t.code), reverse=True)
        for names in (lambda t: (t.name,), lambda t: t.aliases):
            for each in every:
                for name in names(each):
                    found.setdefault(match_key(name), each)
        return found


def called_for(template: Template, project: Mapping[str, Any]) -> bool:
    """Whether a project calls for a procedure, as far as the template's 适用条件 says so in words known here.

    What stands before “：” is tested, all of it: 所有项目, 有用地, 用地N亩以上, 产业项目, 新建扩建; a word of the project's
    own 项目类别 or 建设性质 too. Anything else, and 按需, is for the officer to decide.
    """
    conditions = split(re.split("[：:]", template.applies, maxsplit=1)[0])
    return bool(conditions) and all(_holds(condition, project) for condition in conditions)


def _holds(condition: str, project: Mapping[str, Any]) -> bool:
    area, nature, kind = project["land_area"], project["build_nature"], project["project_kind"]
    if condition == "所有项目":
        return True
    if condition == "有用地":
        # An area that is not filled in yet says nothing; a rented building has none.
        return area != 0 and nature not in ("租赁", "技改")
    if condition == "产业项目":
        return kind in (INDUSTRIAL, None)
    if condition == "新建扩建":
        return nature is None or nature in _BUILDING
    if limit := _AT_LEAST.match(condition):
        return area is not None and area >= _thousandths(limit[1])
    return condition in (kind, nature)


def _thousandths(number: str) -> int:
    try:
        return int(Decimal(number) * _MU)
    except InvalidOperation:  # the pattern lets digits of other scripts through
        return 0


def cycles(templates: Sequence[Template]) -> list[tuple[str, ...]]:
    """Rings among the usual predecessors, as codes: each comes before the next, and the last before the first."""
    before = {each.code: each.predecessors for each in templates}
    state: dict[str, int] = {}
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for start in before:
        if start in state:
            continue
        # Walked with a stack of its own: a long chain would be too deep for calls.
        path: list[str] = []
        todo: list[tuple[str, bool]] = [(start, True)]
        while todo:
            code, coming = todo.pop()
            if not coming:
                state[path.pop()] = 2
                continue
            if state.get(code) == 1:
                # The walk goes back in time; told is what comes first, from the one where the ring was met.
                back = path[path.index(code) :]
                found.setdefault(frozenset(back), (back[0], *reversed(back[1:])))
                continue
            if state.get(code) == 2 or code not in before:
                continue
            state[code] = 1
            path.append(code)
            todo.append((code, False))
            todo += [(each, True) for each in reversed(before[code])]
    return list(found.values())


def unknown_predecessors(templates: Sequence[Template]) -> dict[str, tuple[str, ...]]:
    """By code, the predecessors that no template goes by."""
    known = {each.code for each in templates}
    missing = {each.code: tuple(c for c in each.predecessors if c not in known) for each in templates}
    return {code: codes for code, codes in missing.items() if codes}

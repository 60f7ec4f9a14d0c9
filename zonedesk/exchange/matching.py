"""Which project of the ledger a project of the file is. What is doubtful is asked, never guessed."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from zonedesk.domain.values import match_key
from zonedesk.exchange.entries import company_core, project_core, told_apart
from zonedesk.exchange.ledger_view import LedgerView, Row
from zonedesk.exchange.merge import FileProject

NEAR = 90  # rapidfuzz ratio of normalised names from which a person is asked
_SAME_COMPANY = 80


@dataclass(frozen=True, slots=True)
class Match:
    """`project_id` when it is sure; else `candidates` to ask about; neither means: not in the ledger."""

    project_id: int | None = None
    candidates: tuple[int, ...] = ()


class Matcher:
    """Looks projects up by marker, code, name with company, name with investment, and nearness."""

    def __init__(self, view: LedgerView) -> None:
        self._view = view
        self._by_code: dict[str, int] = {}
        self._by_name: dict[str, list[Row]] = {}
        self._alike: dict[tuple[str, ...], dict[int, str]] = {}
        for row in view.projects.values():
            if row["code"]:
                self._by_code.setdefault(match_key(row["code"]), row["id"])
            self._by_name.setdefault(match_key(row["name"]), []).append(row)
            self._alike.setdefault(_figures(row["name"]), {})[row["id"]] = project_core(row["name"])

    def match(self, wanted: FileProject) -> Match:
        """The match of one project of the file."""
        marked = self._marked(wanted)
        if marked is not None:
            return Match(marked)
        if wanted.code and (found := self._by_code.get(match_key(wanted.code))):
            return Match(found)
        if not wanted.project.values.get("name"):
            return Match()
        return self._named(wanted) or self._brought_in(wanted) or self._loosely(wanted)

    def _brought_in(self, wanted: FileProject) -> Match | None:
        """The row that the same file made: renamed since, it is still that project."""
        row_id = self._view.came_in_as(wanted.name)
        return None if row_id is None else self._unless_other_code(self._view.projects[row_id], wanted)

    def _marked(self, wanted: FileProject) -> int | None:
        """Our own export says which row it was, if it is of this very ledger."""
        for entry in wanted.entries:
            ledger_id, _, row_id = entry.notes.get("marker", "").partition(":")
            if ledger_id and ledger_id == self._view.ledger_id and row_id.isdigit():
                return int(row_id) if int(row_id) in self._view.projects else None
        return None

    def _named(self, wanted: FileProject) -> Match | None:
        rows = self._by_name.get(match_key(wanted.name), [])
        if not rows:
            return None
        values = wanted.project.values
        company, investment = values.get("enterprise_id"), values.get("total_investment")
        fitting = [row for row in rows if self._company(row, company) == "same"]
        if len(fitting) == 1:
            return self._unless_other_code(fitting[0], wanted)
        pool = fitting or [row for row in rows if self._company(row, company) != "other"]
        same = [row for row in pool if investment is not None and row["total_investment"] == investment]
        if len(same) == 1 and not (company and self._company(same[0], company) == "near"):
            return self._unless_other_code(same[0], wanted)
        if len(pool) == 1 and not company and (investment is None or pool[0]["total_investment"] is None):
            return self._unless_other_code(pool[0], wanted)
        return Match(candidates=tuple(row["id"] for row in pool)) if pool else None

    def _unless_other_code(self, row: Row, wanted: FileProject) -> Match:
        if wanted.code and row["code"] and match_key(row["code"]) != match_key(wanted.code):
            return Match(candidates=(row["id"],))
        return Match(row["id"])

    def _loosely(self, wanted: FileProject) -> Match:
        """Names retyped: the same but for 项目/建设 and the form of company, with equal investment, is sure."""
        values = wanted.project.values
        company, investment = values.get("enterprise_id"), values.get("total_investment")
        core = project_core(wanted.name)
        alike = self._alike.get(_figures(wanted.name), {})
        near: list[int] = []
        for _, score, row_id in process.extract(
            core, alike, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None
        ):
            row = self._view.projects[row_id]
            how = self._company(row, company)
            if told_apart(wanted.name, row["name"]) or how == "other" or (wanted.code and row["code"]):
                continue
            same_sum = investment is not None and row["total_investment"] == investment
            if score == 100 and how == "same" and same_sum:
                return Match(row_id)
            near.append(row_id)
        return Match(candidates=tuple(near[:5]))

    def _company(self, row: Row, company: str | None) -> str:
        """How the row's company stands to the file's: same, near, other, or open when either is not said."""
        ours = self._view.name_of("enterprise", row["enterprise_id"])
        if not company or not ours:
            return "open"
        if company_core(ours) == company_core(company):
            return "same"
        return "near" if fuzz.ratio(company_core(ours), company_core(company)) >= _SAME_COMPANY else "other"


def _figures(name: str) -> tuple[str, ...]:
    """The digits of a name: projects that differ in them are different, so only these are compared."""
    return tuple(character for character in match_key(name) if character.isdigit())

"""What kinds of sheet there are, told by their columns. A new kind is one entry here (or one `register`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zonedesk.domain.fields import Field, Kind
from zonedesk.exchange.frame import Frame

AGENCY = "agency"
_TRACK_WORDS = (("签约", "signing"), ("开工", "start"), ("投产", "production"))


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One kind of sheet, and what it may do.

    `adds`: a project that we do not have is added (else asked about). `leads`: a differing cell of the
    project itself is an update; where it is False the project's cells only serve to find it, and a
    difference is listed. `copies`: fields in which even a sheet that leads only repeats what a ledger said
    at some time, so that a difference is listed. `whole`: the file lists a whole set, so what it lacks is
    `missing`.
    """

    name: str
    accepts: Callable[[Frame], bool]
    adds: bool = True
    leads: bool = True
    copies: Callable[[Field], bool] = lambda _: False
    whole: bool = False

    def leads_in(self, found: Field | None) -> bool:
        """Whether a differing value of this field of a project is an update."""
        return self.leads and not (found is not None and self.copies(found))


def _procedures(frame: Frame) -> bool:
    return any(column.part for column in frame.columns)


def _three_not(frame: Frame) -> bool:
    text = frame.title + frame.grid.name
    stuck = any(word in text for word in ("三未", "未开工", "未投产", "未达效"))
    return stuck and not frame.has("listing", "batch_id", "track")


def _agency(frame: Frame) -> bool:
    return frame.has("agency_case", "matter")


def _monthly(frame: Frame) -> bool:
    own = frame.has("monthly_progress", "invest_month", "invest_ytd", "year_plan")
    return own and not frame.has("listing", "batch_id", "track")


def _ledger(frame: Frame) -> bool:
    return frame.known >= 3 and frame.has("project", "name", "code")


def _told_elsewhere(found: Field) -> bool:
    """In a 三未 list plans, duties and words are news; amounts, names and what was reached are the ledger's."""
    if found.kind is Kind.DATE:
        return not found.key.endswith("_plan")
    return found.kind in _FACTS or found.key in {"name", "code"}


_FACTS = {Kind.MONEY, Kind.AREA, Kind.INTEGER, Kind.BOOL, Kind.REF, Kind.MONTH}

KINDS: list[SheetKind] = [
    SheetKind("procedures", _procedures, adds=False, leads=False),
    SheetKind(AGENCY, _agency, adds=False, leads=False),
    SheetKind("three_not", _three_not, copies=_told_elsewhere, whole=True),
    SheetKind("monthly", _monthly, adds=False, leads=False),
    SheetKind("ledger", _ledger, whole=True),
]


def kind_of(frame: Frame) -> SheetKind | None:
    """The kind of a sheet, or None when its columns are none of ours."""
    if not frame.has("project", "name", "code") or frame.known < 3:
        return None
    return next((kind for kind in KINDS if kind.accepts(frame)), None)


def track_in(*texts: str) -> str:
    """The track that a sheet name, title, section or cell names; "" if none or more than one."""
    for text in texts:
        found = {track for word, track in _TRACK_WORDS if word in text}
        if len(found) == 1:
            return found.pop()
    return ""


def stuck_list_in(*texts: str) -> str:
    """Which of the three 三未 lists a sheet is, by its name or title; "" if it does not say."""
    for text in texts:
        for word, name in (
            ("未开工", "not_started"),
            ("未投产", "not_in_production"),
            ("未达效", "not_on_target"),
        ):
            if word in text:
                return name
    return ""

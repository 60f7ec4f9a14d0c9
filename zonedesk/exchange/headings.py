"""What a column's heading means. Synonyms come from the field registry; here is only what import alone knows."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from zonedesk.domain.columns import (
    ENTERPRISE_FIELDS,
    LISTING_FIELDS,
    MONTHLY_PROGRESS_FIELDS,
    PROBLEM_FIELDS,
    PROCEDURE_FIELDS,
    PROJECT_FIELDS,
)
from zonedesk.domain.fields import Field
from zonedesk.domain.tracking_columns import AGENCY_CASE_FIELDS

MARKER_HEADING = "zonedesk-id"
UNITS = ("亿元", "万元", "元", "亩", "公顷")

# Columns that only an import knows: read, checked or used for matching, but no field of the ledger.
IMPORT_ONLY: dict[str, tuple[str, ...]] = {
    "seq": ("序号", "编号", "序次", "№", "NO", "No.", "项目编号"),
    "on_target": ("是否达效",),
    "start_either": ("开工/计划开工时间", "开工(计划开工)时间", "开工或计划开工时间"),
    "required_count": ("需办件数", "需办理件数"),
    "done_count": ("已办结件数", "已办件数"),
    "why_pending": ("未办结原因", "未办理原因"),
    "marker": (MARKER_HEADING,),
    "derived": ("办结率", "完成率", "投资完成率", "逾期天数", "三未类型", "当前阶段"),
}

_UNIT = re.compile(r"[(\[【](?:单位[:：]?)?(亿元|万元|元|亩|公顷)[)\]】]")
_YEAR_HEAD = re.compile(r"^20\d{2}(?=年)")
_YEAR = re.compile(r"20\d{2}")
_YTD = re.compile(r"^(?:20\d{2}年)?1[-—~～至]?(?:\d{1,2}|n|本)月份?累?计?(?:实际)?完成投资(?:额)?$")
_MONTH = re.compile(r"^(?:20\d{2}年)?(?:\d{1,2}|n)月份?(?:实际)?完成投资(?:额)?$")


class Meaning(NamedTuple):
    """Which field a column fills. `table` is "import" for columns that only the import knows."""

    table: str
    key: str
    field: Field | None = None


def clean_heading(text: object) -> str:
    """A heading without line breaks and blanks, otherwise as written."""
    return re.sub(r"\s+", "", str(text))


def unit_in(text: str) -> str:
    """The unit that a heading names in brackets, or ""."""
    found = _UNIT.search(unicodedata.normalize("NFKC", text))
    return found[1] if found else ""


def heading_key(text: object) -> str:
    """A heading reduced to what makes it the same: NFKC, no blanks, hyphens or unit."""
    key = re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(text)))
    key = _UNIT.sub("", key)
    return re.sub(r"[-—–_*:。.]", "", key).casefold()


@cache
def meanings() -> dict[str, Meaning]:
    """Every known heading. Where two fields share one, the project's own comes first."""
    known: dict[str, Meaning] = {}

    def add(text: str, meaning: Meaning) -> None:
        known.setdefault(heading_key(text), meaning)

    for key, texts in IMPORT_ONLY.items():
        for text in texts:
            add(text, Meaning("import", key))
    for field in PROJECT_FIELDS:
        for text in (field.label, *field.synonyms):
            add(text, _meaning(field))
    for field in LISTING_FIELDS[:2]:
        for text in field.synonyms:
            add(text, Meaning("listing", field.key, field))
    for text in ENTERPRISE_FIELDS[1].synonyms:
        add(text, Meaning("enterprise", "uscc", ENTERPRISE_FIELDS[1]))
    for field in (*MONTHLY_PROGRESS_FIELDS, *PROBLEM_FIELDS, *AGENCY_CASE_FIELDS):
        if field.synonyms:
            for text in (field.label, *field.synonyms):
                add(text, Meaning(field.table, field.key, field))
    return known


@cache
def agency_meanings() -> dict[str, Meaning]:
    """The headings that are of a case where cases are listed, also those that elsewhere are of the project."""
    known: dict[str, Meaning] = {}
    for field in AGENCY_CASE_FIELDS:
        for text in (field.label, field.label.partition("（")[0], *field.synonyms):
            known.setdefault(heading_key(text), Meaning(field.table, field.key, field))
    return known


@cache
def procedure_meanings() -> dict[str, Meaning]:
    """The headings that stand under a procedure's name."""
    known: dict[str, Meaning] = {}
    for field in PROCEDURE_FIELDS:
        for text in (field.label, *field.synonyms):
            known.setdefault(heading_key(text), Meaning("procedure", field.key, field))
    return known


def meaning_of(parts: tuple[str, ...], year: str = "") -> Meaning | None:
    """What a heading means, given its parts from the outermost merged parent to the cell itself.

    A heading that names another year than `year` (of the file) is not the field of this year.
    """
    if not parts:
        return None
    whole = "".join(parts)
    other = _YEAR.search(whole)
    if year and other and other[0] != year:
        return None
    last = unicodedata.normalize(
        "NFKC", _UNIT.sub("", unicodedata.normalize("NFKC", clean_heading(parts[-1])))
    )
    if _YTD.match(last):
        return _monthly("invest_ytd")
    if _MONTH.match(last):
        return _monthly("invest_month")
    known = meanings()
    candidates = [heading_key(whole), heading_key(_YEAR_HEAD.sub("", clean_heading(whole)))]
    found = next((known[key] for key in candidates if key in known), None)
    if found is None and len(parts) > 1 and re.search(r"年.*计划投资", parts[0]):
        found = _monthly("year_plan") if "总投资" in last else None
    return found or known.get(heading_key(parts[-1])) or known.get(heading_key(_YEAR_HEAD.sub("", last)))


def _monthly(key: str) -> Meaning:
    return next(Meaning(f.table, f.key, f) for f in MONTHLY_PROGRESS_FIELDS if f.key == key)


def _meaning(field: Field) -> Meaning:
    if field.table == "monthly_progress":
        return Meaning("monthly_progress", field.stored_as, field)
    return Meaning("project", field.stored_as, field)

"""手续模板 of a ledger: the start that is given, versions, and the office's calendar."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from zonedesk.domain.calendar import WorkCalendar
from zonedesk.domain.columns import TABLE_LABELS, field_of
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import register
from zonedesk.domain.templates import TemplateBook, template_of
from zonedesk.domain.values import read_value
from zonedesk.ops import edit
from zonedesk.paths import resources
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

register(
    {
        "template.code_in_use": "手续模板“{name}”已有 {count} 件手续在用，编号不能改。可停用后另建一个模板。",
        "template.ended": "手续模板“{name}”第 {version} 版已停用，不能修改。请改现行版本。",
    }
)

# What a new version does not carry over.
_OF_VERSION = ("id", "version", "effective_from", "effective_to")


@cache
def library() -> Mapping[str, Any]:
    """The templates and packages that zonedesk brings, as stored columns: {"template": […], "package": […]}."""
    text = (resources() / "procedures" / "templates.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def seed_templates(w: Writer) -> None:
    """建立手续模板: those of the library that the ledger lacks by code, and its packages."""
    codes = {row["code"] for row in w.find_all("procedure_template")}
    fresh = [row for row in library()["template"] if row["code"] not in codes]
    columns = list(dict.fromkeys(key for row in fresh for key in row))
    w.insert_many("procedure_template", [{key: row.get(key) for key in columns} for row in fresh])
    names = {row["name"] for row in w.find_all("permit_package")}
    w.insert_many("permit_package", [row for row in library()["package"] if row["name"] not in names])
    w.label = f"建立手续模板（{len(fresh)} 项）"


def template_book(reader: Reader) -> TemplateBook:
    """All templates of the ledger."""
    return TemplateBook(map(template_of, reader.rows("procedure_template")))


def book_of(w: Writer) -> TemplateBook:
    """All templates, within a step."""
    return TemplateBook(map(template_of, w.find_all("procedure_template")))


def work_calendar(reader: Reader) -> WorkCalendar:
    """The office's calendar."""
    return WorkCalendar.of_rows(reader.rows("holiday", columns=("day", "kind")))


def calendar_of(w: Writer) -> WorkCalendar:
    """The office's calendar, within a step."""
    return WorkCalendar.of_rows(w.find_all("holiday"))


def edit_template(w: Writer, *, row_id: int, key: str, text: str, on: str) -> int:
    """修改手续模板: in place while no procedure was made from it; else this version ends on `on` (ISO) and the next begins.

    A note is no part of what a version lays down. Returns the id of the row that holds the new value. Raises
    RefusedError for a version that has ended, and for another code of one in use.
    """
    row = w.row("procedure_template", row_id)
    if row is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["procedure_template"], name=str(row_id))
    facts = {"name": row["name"], "version": row["version"]}
    used = len(w.find_all("procedure", template_id=row_id))
    if key == "code" and used:
        raise RefusedError("template.code_in_use", count=used, **facts)
    if row["effective_to"] and key not in ("effective_to", "note"):
        raise RefusedError("template.ended", **facts)
    free = not used or key in ("note", "effective_from", "effective_to")
    # On the day it begins a version is still being written.
    if free or row["effective_from"] == on:
        edit.set_field(w, table="procedure_template", row_id=row_id, key=key, text=text)
        return row_id
    field = field_of("procedure_template", key)
    if read_value(field, text).value == row[key]:
        return row_id
    kept = {column: value for column, value in row.items() if column not in _OF_VERSION}
    w.update("procedure_template", row_id, {"effective_to": on})
    made = w.insert(
        "procedure_template", {**kept, "version": _next_version(w, row["code"]), "effective_from": on}
    )
    edit.set_field(w, table="procedure_template", row_id=made, key=key, text=text)
    w.label = f"修改手续模板“{row['name']}”{field.label}：{text or '（空）'}（新建第 {_next_version(w, row['code']) - 1} 版）"
    return made


def next_code(reader: Reader) -> str:
    """The first of P01, P02 … that no template has."""
    codes = {code for (code,) in reader.values("procedure_template", "code")}
    return next(code for code in (f"P{n:02d}" for n in range(1, len(codes) + 2)) if code not in codes)


def _next_version(w: Writer, code: str) -> int:
    return max((row["version"] for row in w.find_all("procedure_template", code=code)), default=0) + 1

"""手续清单 of a project, made from templates by what applies."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import register
from zonedesk.domain.procedures import is_done
from zonedesk.domain.templates import Template, TemplateBook, called_for
from zonedesk.domain.values import match_key
from zonedesk.ops.templates import book_of
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

register(
    {
        "checklist.nothing": "没有可生成的手续：所选手续都已在清单中。请另选手续。",
        "checklist.no_templates": "台账中还没有手续模板。请先在“设置 - 手续模板”中建立。",
    }
)

_OF_TEMPLATE = ("dept", "mode")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A template offered to a project: whether the project calls for it, and the procedure that is there already."""

    template: Template
    called_for: bool
    there: str | None


def proposals(
    book: TemplateBook, project: Mapping[str, Any], procedures: Sequence[Mapping[str, Any]], day: str
) -> list[Proposal]:
    """Every template in force on a day, in the order of codes."""
    there = _by_template(book, procedures)
    return [
        Proposal(each, called_for(each, project), there[each.code]["name"] if each.code in there else None)
        for each in book.current(day)
    ]


def proposals_for(reader: Reader, book: TemplateBook, project_id: int, day: str) -> list[Proposal]:
    """`proposals` for a project of the ledger; KeyError if it is gone."""
    (project,) = reader.rows("project", id=project_id)
    return proposals(book, project, reader.rows("procedure", project_id=project_id), day)


def make_checklist(w: Writer, *, project_id: int, template_ids: Collection[int], day: str) -> None:
    """生成手续清单: the procedures of these templates, for one project.

    One that is there by name or alias is not doubled: it is tied to its template, and what it lacks (审批部门, 办理方式,
    环节) is filled in. What is added goes by the name that this ledger already uses for it (`names_in_use`). Templates
    are those in force on `day` (ISO). Raises RefusedError if nothing would change.
    """
    project = w.row("project", project_id)
    if project is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["project"], name=str(project_id))
    book = book_of(w)
    chosen = [each for each in book.current(day) if each.id in template_ids]
    added, tied = _make(w, book, project_id, chosen, names_in_use(w, chosen))
    if not added and not tied:
        raise RefusedError("checklist.nothing")
    w.label = f"“{project['name']}”生成手续清单：{_told(added, tied)}"


def make_checklists(w: Writer, *, project_ids: Collection[int], day: str) -> None:
    """生成手续清单: for several projects, each with what it calls for. Raises RefusedError if nothing would change."""
    book = book_of(w)
    current = book.current(day)
    if not current:
        raise RefusedError("checklist.no_templates")
    added, tied, names = 0, 0, names_in_use(w, current)
    for project_id in project_ids:
        project = w.row("project", project_id)
        if project is not None:
            more = _make(w, book, project_id, [each for each in current if called_for(each, project)], names)
            added, tied = added + more[0], tied + more[1]
    if not added and not tied:
        raise RefusedError("checklist.nothing")
    w.label = f"为 {len(project_ids)} 个项目生成手续清单：{_told(added, tied)}"


def names_in_use(w: Writer, templates: Sequence[Template]) -> dict[str, str]:
    """By code, the name or alias that most procedures of this ledger go by; left out where none goes by any.

    An office that says 施工许可证 is not given a second column 质量安全监督和施工许可证 beside it.
    """
    codes: dict[str, str] = {}
    for names in (lambda t: (t.name,), lambda t: t.aliases):
        for each in templates:
            for name in names(each):
                codes.setdefault(match_key(name), each.code)
    most: dict[str, tuple[int, str]] = {}
    for name, count in w.counts("procedure", "name").items():
        code = codes.get(match_key(name))
        if code is not None and count > most.get(code, (0, ""))[0]:
            most[code] = count, name
    return {code: name for code, (_, name) in most.items()}


def _make(
    w: Writer, book: TemplateBook, project_id: int, chosen: Sequence[Template], names: Mapping[str, str]
) -> tuple[int, int]:
    """How many procedures were added, and how many that were there were tied to their template."""
    there = _by_template(book, w.find_all("procedure", project_id=project_id))
    fresh = [each for each in chosen if each.code not in there]
    ids = w.insert_many("procedure", [_new_row(project_id, each, names) for each in fresh])
    steps = [row for pid, each in zip(ids, fresh, strict=True) for row in step_rows(project_id, pid, each)]
    w.insert_many("procedure_step", steps)
    tied = sum(_tie(w, there[each.code], each) for each in chosen if each.code in there)
    return len(ids), tied


def _new_row(project_id: int, template: Template, names: Mapping[str, str]) -> dict[str, Any]:
    row = {key: getattr(template, key) for key in _OF_TEMPLATE}
    name = names.get(template.code, template.name)
    return {"project_id": project_id, "name": name, "template_id": template.id, **row}


def step_rows(project_id: int, procedure_id: int, template: Template) -> list[dict[str, Any]]:
    """The steps of a procedure as its template lays them down."""
    return [
        {"project_id": project_id, "procedure_id": procedure_id, "seq": number, "name": name}
        for number, name in enumerate(template.steps, start=1)
    ]


def _tie(w: Writer, row: Mapping[str, Any], template: Template) -> bool:
    """Fill in what a procedure that is there lacks; whether it lacked anything."""
    empty = {key: getattr(template, key) for key in _OF_TEMPLATE if not row[key]}
    if row["template_id"] is None:
        empty["template_id"] = template.id
    changed = w.update("procedure", row["id"], {key: value for key, value in empty.items() if value})
    # What is done needs no steps to be ticked.
    if is_done(row, "9999-12-31") or w.find("procedure_step", procedure_id=row["id"]):
        return changed
    return bool(w.insert_many("procedure_step", step_rows(row["project_id"], row["id"], template))) or changed


def _by_template(book: TemplateBook, procedures: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """A project's procedures by the code of the template they go by; the same name goes before an alias."""
    found: dict[str, Mapping[str, Any]] = {}
    for row in procedures:
        template = book.of_procedure(row)
        if template is None:
            continue
        known = found.get(template.code)
        if known is None or match_key(row["name"]) == match_key(template.name):
            found[template.code] = row
    return found


def _told(added: int, tied: int) -> str:
    parts = [f"新增 {added} 项"] if added else []
    return "，".join([*parts, f"补全 {tied} 项"] if tied else parts)

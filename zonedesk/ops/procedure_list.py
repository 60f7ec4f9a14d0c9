"""手续: the states that an officer sets by hand, one procedure at a time or many as one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from zonedesk.domain.columns import DONE, NOT_REQUIRED, PROCEDURE_STATES, REQUIRED, field_of
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import register
from zonedesk.domain.templates import TemplateBook
from zonedesk.domain.values import clean_text, match_key, read_value
from zonedesk.ops import edit
from zonedesk.ops.checklist import step_rows
from zonedesk.ops.procedure_moves import finish, mark_not_required
from zonedesk.ops.templates import book_of
from zonedesk.store.writer import Writer

register(
    {
        "procedures.none": "选中的格里没有可以{what}的手续。请先选中有手续的格。",
    }
)

STATE_CHOICES = (*PROCEDURE_STATES, NOT_REQUIRED)
Place = tuple[int, str]  # a project's id and a procedure's name


def set_state(w: Writer, *, project_id: int, name: str, state: str) -> None:
    """修改手续状态: one of STATE_CHOICES, in one step; a project that lacks the procedure gets it.

    无需办理 takes the procedure out of the base of 办结率; any other state puts it back.
    """
    row_id = _set(w, (project_id, name), state)
    w.label = f"修改{edit.name_of(w, 'procedure', w.row('procedure', row_id) or {})}办理状态：{state}"


def set_states(w: Writer, *, places: Sequence[Place], state: str, reason: str = "") -> None:
    """修改多件手续的状态: one of STATE_CHOICES; `reason` goes with 无需办理, one for all.

    Projects that lack a procedure get it, as its template lays it down.
    """
    adder = _Adder(w)
    for place in places:
        adder.have(place)
        row_id = _set(w, place, state)
        if state == NOT_REQUIRED:
            mark_not_required(w, procedure_id=row_id, reason=reason)
    why = f"（{clean_text(reason)}）" if state == NOT_REQUIRED and clean_text(reason) else ""
    w.label = _told(w, places, f"设为“{state}”{why}")


def finish_all(w: Writer, *, places: Sequence[Place], on: str, doc_no: str = "") -> None:
    """登记办结: of several procedures, on a day as typed, with one document number for all ("" leaves it as it is)."""
    adder = _Adder(w)
    for place in places:
        finish(w, procedure_id=adder.have(place), on=on, doc_no=doc_no)
    number = f"，文号 {clean_text(doc_no)}" if clean_text(doc_no) else ""
    w.label = _told(w, places, f"登记办结（{clean_text(on)}{number}）")


def fill_down(w: Writer, *, pairs: Sequence[tuple[Place, Place]]) -> None:
    """向下填充: each second place gets the state of the first, and with 已办结 its day, with 无需办理 its reason.

    Raises RefusedError if there is nothing to take from.
    """
    adder, places = _Adder(w), []
    for source, target in pairs:
        row = w.find("procedure", project_id=source[0], name=source[1])
        if row is None:
            continue
        places.append(target)
        row_id = adder.have(target)
        if row["required"] == NOT_REQUIRED:
            mark_not_required(w, procedure_id=row_id, reason=row["not_required_reason"] or "")
        elif row["status"] == DONE and row["done_on"]:
            finish(w, procedure_id=row_id, on=row["done_on"])
        else:
            _set(w, target, row["status"])
    if not places:
        raise RefusedError("procedures.none", what="向下填充")
    w.label = _told(w, places, "按上一格填充状态")


def take_out(w: Writer, *, places: Iterable[Place]) -> None:
    """移出手续清单: the procedures, with their steps, pauses and what else hangs on them. Undo brings all back.

    Raises RefusedError if none of them is there.
    """
    gone = []
    for place in places:
        row = w.find("procedure", project_id=place[0], name=place[1])
        if row is not None:
            edit.delete_row(w, table="procedure", row_id=row["id"])
            gone.append(place)
    if not gone:
        raise RefusedError("procedures.none", what="移出清单")
    w.label = _told(w, gone, "移出手续清单")


def _set(w: Writer, place: Place, state: str) -> int:
    """Set a procedure's state; returns its id."""
    project_id, name = place
    row = w.find("procedure", project_id=project_id, name=name)
    values = {"required": NOT_REQUIRED} if state == NOT_REQUIRED else {"required": REQUIRED, "status": state}
    if row is None:
        if w.row("project", project_id) is None:
            raise RefusedError("record.missing", what="项目", name=str(project_id))
        return w.insert("procedure", {"project_id": project_id, "name": name, **values})
    fields = [field_of("procedure", key) for key in values]
    edit.store_readings(w, "procedure", row, [(f, read_value(f, values[f.key], "")) for f in fields])
    return int(row["id"])


class _Adder:
    """Has a project's procedure there, made from its template if the project lacks it."""

    def __init__(self, w: Writer) -> None:
        self._w = w
        self._book: TemplateBook | None = None

    def have(self, place: Place) -> int:
        """The id of the procedure at a place."""
        project_id, name = place
        row = self._w.find("procedure", project_id=project_id, name=name)
        if row is not None:
            return int(row["id"])
        if self._w.row("project", project_id) is None:
            raise RefusedError("record.missing", what="项目", name=str(project_id))
        self._book = self._book or book_of(self._w)
        template = self._book.by_name.get(match_key(name))
        values: dict[str, Any] = {"project_id": project_id, "name": name}
        if template is not None:
            values |= {"template_id": template.id, "dept": template.dept, "mode": template.mode}
        row_id = self._w.insert("procedure", values)
        if template is not None:
            self._w.insert_many("procedure_step", step_rows(project_id, row_id, template))
        return row_id


def _told(w: Writer, places: Collection[Place], what: str) -> str:
    """“甲项目”手续“环评”…, or how many there are."""
    if len(places) == 1:
        ((project_id, name),) = places
        project: Mapping[str, Any] = w.row("project", project_id) or {}
        return f"“{project.get('name', '')}”手续“{name}”{what}"
    projects = len({project_id for project_id, _ in places})
    return f"{projects} 个项目的 {len(places)} 件手续{what}"

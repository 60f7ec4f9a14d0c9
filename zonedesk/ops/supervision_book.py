"""What an officer does with matters under supervision (督办清单): issue, urge, take feedback, close."""

from __future__ import annotations

from typing import Any

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.dates import is_iso
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.problems import Deed, Move
from zonedesk.domain.supervision import SENT, STEP_LABELS, Step, move_of
from zonedesk.domain.supervision import next_number as number_after
from zonedesk.domain.values import clean_text
from zonedesk.ops.edit import add_row
from zonedesk.ops.problem_book import note
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

# What a matter takes over from the problem it is raised from: its own field ← the problem's.
_FROM_PROBLEM = {"lead_unit": "duty_unit", "co_units": "co_units"}


def next_number(source: Reader | Writer, on: str) -> str:
    """The number (督办编号) to propose for a matter issued on a day (ISO)."""
    rows = source.rows("supervision") if isinstance(source, Reader) else source.find_all("supervision")
    return number_after((row["no"] for row in rows), int(on[:4]))


def proposal(reader: Reader, problem_id: int, on: str) -> dict[str, str]:
    """The texts with which a matter raised from a problem begins, by key. {} if the problem is gone."""
    found = reader.rows("problem", id=problem_id)
    return {"no": next_number(reader, on)} | _taken_over(found[0], on) if found else {}


def _taken_over(problem: dict[str, Any], on: str) -> dict[str, str]:
    units = {key: problem[column] or "" for key, column in _FROM_PROBLEM.items()}
    asked = problem["measure"] or ""
    return {"name": problem["description"] or "", "content": asked, "issued_on": on} | units


def issue_supervision(
    w: Writer,
    *,
    on: str,
    values: dict[str, str],
    project_id: int | None = None,
    problem_id: int | None = None,
) -> int:
    """下发督办: of a problem (then with what is known of it), of a project, or of neither.

    `values` are typed texts by key; without a number it gets the next of the year. RefusedError without a matter,
    and for a number that is taken.
    """
    if not (is_iso(on) and len(on) == 10):
        raise RefusedError("day.needed", text=on)
    texts = {"issued_on": on}
    problem = w.row("problem", problem_id) if problem_id is not None else None
    if problem_id is not None and problem is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["problem"], name=str(problem_id))
    if problem is not None:
        texts |= _taken_over(problem, on)
        project_id = problem["project_id"]
    texts |= {key: text for key, text in values.items() if text}
    if not clean_text(texts.get("name", "")):
        raise RefusedError("supervision.no_name")
    texts["no"] = clean_text(texts.get("no", "")) or next_number(w, on)
    taken = w.find("supervision", no=texts["no"])
    if taken:
        raise RefusedError("supervision.number_taken", no=texts["no"], name=taken["name"])
    links = {"problem_id": problem_id} if problem_id is not None else {}
    row_id = add_row(
        w, table="supervision", values=texts | {"status": SENT}, project_id=project_id, links=links
    )
    _note(w, row_id, Move({}, "进展", "下发"), on, texts.get("supervisor", ""))
    w.label = f"下发 {texts['no']}“{texts['name'][:12]}”"
    return row_id


def act(w: Writer, *, supervision_id: int, step: Step, on: str, text: str = "", by_whom: str = "") -> None:
    """办理督办: what the step sets, and its line in the record. RefusedError as `move_of` says."""
    row = w.row("supervision", supervision_id)
    if row is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["supervision"], name=str(supervision_id))
    move = move_of(step, row, Deed(on=on, by_whom=clean_text(by_whom), text=text.strip()))
    w.update("supervision", supervision_id, move.values)
    if step is Step.SEND and not row["no"]:
        w.update("supervision", supervision_id, {"no": next_number(w, on)})
    _note(w, supervision_id, move, on, by_whom)
    named = w.row("supervision", supervision_id) or row
    # A number says by itself (督〔2026〕23号) what it is of.
    which = f" {named['no']}" if named["no"] else "督办"
    w.label = f"{STEP_LABELS[step]}{which}“{named['name'][:12]}”"


def _note(w: Writer, supervision_id: int, move: Move, on: str, by_whom: str) -> None:
    row = w.row("supervision", supervision_id) or {}
    belongs = {key: row[key] for key in ("project_id",) if row[key] is not None}
    note(w, move, on=on, by_whom=by_whom, supervision_id=supervision_id, **belongs)


def urge(w: Writer, *, supervision_id: int, on: str, text: str = "", by_whom: str = "") -> None:
    """催办: counts as one more."""
    act(w, supervision_id=supervision_id, step=Step.URGE, on=on, text=text, by_whom=by_whom)


def feed_back(w: Writer, *, supervision_id: int, on: str, text: str, by_whom: str = "") -> None:
    """记录督办反馈."""
    act(w, supervision_id=supervision_id, step=Step.FEED_BACK, on=on, text=text, by_whom=by_whom)


def close_supervision(w: Writer, *, supervision_id: int, on: str, result: str, by_whom: str = "") -> None:
    """销号督办: with its result."""
    act(w, supervision_id=supervision_id, step=Step.CLOSE, on=on, text=result, by_whom=by_whom)

"""What an officer does with problems (问题清单): raise, answer, record progress, escalate, verify, close out."""

from __future__ import annotations

from typing import Any

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.problems import ACTION_LABELS, Action, Deed, Move, move_of
from zonedesk.domain.values import clean_text
from zonedesk.ops.edit import add_row, name_of
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer


def raise_problem(w: Writer, *, project_id: int, values: dict[str, str]) -> int:
    """提出问题: `values` are typed texts by key; without a number of its own it gets the next of its year."""
    texts = dict(values)
    if not clean_text(texts.get("description", "")):
        raise RefusedError("field.empty_name", label="存在问题")
    if not texts.get("no"):
        texts["no"] = next_number(w, texts.get("raised_on", ""))
    row_id = add_row(w, table="problem", values=texts, project_id=project_id)
    w.label = f"提出{_name(w, row_id)}"
    return row_id


def next_number(source: Reader | Writer, raised_on: str) -> str:
    """2026-013 after 2026-012; "" for a problem of which the year is not known."""
    year = raised_on[:4]
    if len(year) < 4 or not year.isdigit():
        return ""
    rows = (
        source.rows("problem", columns=("no",)) if isinstance(source, Reader) else source.find_all("problem")
    )
    taken = [str(row["no"] or "") for row in rows]
    numbers = [int(no[5:]) for no in taken if no.startswith(f"{year}-") and no[5:].isdigit()]
    return f"{year}-{max(numbers, default=0) + 1:03d}"


def act(
    w: Writer,
    *,
    problem_id: int,
    action: Action,
    on: str,
    text: str = "",
    by_whom: str = "",
    level: str = "",
) -> None:
    """办理问题: what the action sets, and its line in the record; `level` is that to which a problem is escalated.
    RefusedError as `move_of` says.
    """
    row = w.row("problem", problem_id)
    if row is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["problem"], name=str(problem_id))
    move = move_of(action, row, Deed(on, clean_text(by_whom), text.strip(), clean_text(level)))
    w.update("problem", problem_id, move.values)
    note(w, move, on=on, by_whom=by_whom, problem_id=problem_id, project_id=row["project_id"])
    w.label = f"{_LABELS.get(action, ACTION_LABELS[action])}{_name(w, problem_id)}"
    if action is Action.ESCALATE:
        w.label += f"到{move.values['level']}级"


_LABELS = {Action.PROGRESS: "记录进展：", Action.VERIFY: "核验通过：", Action.SUBMIT: "提请核验："}


def note(w: Writer, move: Move, *, on: str, by_whom: str, **belongs: Any) -> None:
    """Add a line to the record (办理记录) of what it belongs to."""
    line = {"happened_on": on, "kind": move.kind, "content": move.content or None}
    w.insert("follow_up", {**belongs, **line, "by_whom": clean_text(by_whom) or None})


def _name(w: Writer, problem_id: int) -> str:
    return name_of(w, "problem", w.row("problem", problem_id) or {})


def respond(w: Writer, *, problem_id: int, on: str, text: str = "", by_whom: str = "") -> None:
    """响应问题: the first response is noted, and work has begun."""
    act(w, problem_id=problem_id, action=Action.RESPOND, on=on, text=text, by_whom=by_whom)


def add_progress(w: Writer, *, problem_id: int, on: str, text: str, by_whom: str = "") -> None:
    """记录问题进展."""
    act(w, problem_id=problem_id, action=Action.PROGRESS, on=on, text=text, by_whom=by_whom)


def escalate(
    w: Writer, *, problem_id: int, on: str, text: str = "", by_whom: str = "", level: str = ""
) -> None:
    """升级问题: to a level above, the next one if none is said."""
    act(w, problem_id=problem_id, action=Action.ESCALATE, on=on, text=text, by_whom=by_whom, level=level)


def submit_for_verification(
    w: Writer, *, problem_id: int, on: str, text: str = "", by_whom: str = ""
) -> None:
    """提请核验问题."""
    act(w, problem_id=problem_id, action=Action.SUBMIT, on=on, text=text, by_whom=by_whom)


def verify(w: Writer, *, problem_id: int, on: str, text: str = "", by_whom: str = "") -> None:
    """核验问题: looked at and found solved; it is closed by `close_out`."""
    act(w, problem_id=problem_id, action=Action.VERIFY, on=on, text=text, by_whom=by_whom)


def send_back(w: Writer, *, problem_id: int, on: str, text: str, by_whom: str = "") -> None:
    """退回问题: not solved, or come back after its closing."""
    act(w, problem_id=problem_id, action=Action.SEND_BACK, on=on, text=text, by_whom=by_whom)


def close_out(w: Writer, *, problem_id: int, on: str, result: str, by_whom: str = "") -> None:
    """销号问题: with its result."""
    act(w, problem_id=problem_id, action=Action.CLOSE_OUT, on=on, text=result, by_whom=by_whom)

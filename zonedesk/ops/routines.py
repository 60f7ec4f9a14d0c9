"""The office's calendar of duties: seeding it, marking what was done for a period, and reading what stands open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from zonedesk.domain.dates import is_iso, reached, takes_effect
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.routines import DEFAULTS, Done, Duty, duties_as_of, period_named, period_of
from zonedesk.domain.tracking_columns import MEETING_KINDS, ROUTINE_CYCLES
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

Turn = tuple[int, str]  # a routine and the name of a period of it


def seed_routines(w: Writer, *, starts_on: str) -> None:
    """建立常用例行工作: those of DEFAULTS whose names the ledger lacks, owed from `starts_on` (partial ISO) on."""
    known = {row["name"] for row in w.find_all("routine")}
    missing = [row for row in DEFAULTS if row[0] not in known]
    w.insert_many(
        "routine",
        [
            {"name": name, "cycle": cycle, "day": day, "lead_days": lead, "output": output, "active": 1, "starts_on": starts_on}
            for name, cycle, day, lead, output in missing
        ],
    )  # fmt: skip
    w.label = f"建立常用例行工作 {len(missing)} 项"


def mark_done(w: Writer, *, turns: Sequence[Turn], done_on: str, note: str = "") -> None:
    """例行工作记为完成: these periods, on the day `done_on` (ISO); one marked before takes the new day.

    Raises RefusedError for a day that is none, a routine that is gone, or a period that its cycle lacks.
    """
    if not is_iso(done_on):
        raise RefusedError("date.bad", text=done_on)
    told = [_mark(w, routine_id, period, done_on, note) for routine_id, period in turns]
    w.label = f"{told[0]}记为完成" if len(told) == 1 else f"例行工作 {len(told)} 期记为完成"


def _mark(w: Writer, routine_id: int, name: str, done_on: str, note: str) -> str:
    routine = w.row("routine", routine_id)
    if routine is None:
        raise RefusedError("record.missing", what="例行工作", name=str(routine_id))
    period = period_named(routine["cycle"], name)
    if period is None:
        raise RefusedError("routine.no_period", name=routine["name"], period=name)
    values = {"done_on": done_on} | ({"note": note} if note else {})
    if known := w.find("routine_done", routine_id=routine_id, period=name):
        w.update("routine_done", known["id"], values)
    else:
        w.insert("routine_done", {"routine_id": routine_id, "period": name, **values})
    return f"{routine['name']}（{period.told}）"


def unmark(w: Writer, *, turns: Sequence[Turn]) -> None:
    """取消例行工作的完成记录. RefusedError if a period counts as done because its meeting was held."""
    for routine_id, name in turns:
        if known := w.find("routine_done", routine_id=routine_id, period=name):
            w.delete("routine_done", known["id"])
            continue
        routine = w.row("routine", routine_id)
        held = _held(routine["name"], routine["cycle"], w.find_all("meeting")) if routine else {}
        if routine and name in held:
            period = period_named(routine["cycle"], name)
            told = period.told if period else name
            raise RefusedError(
                "routine.by_meeting", name=routine["name"], period=told, meeting=held[name].meeting
            )


def duties(reader: Reader, as_of: str) -> list[Duty]:
    """Every duty owed by the day `as_of` (ISO) and what lies next ahead; see `duties_as_of`.

    A routine named like a kind of meeting (周例会, 旬复盘, 月会商) is done for a period when such a meeting was
    held in it, unless someone noted another day.
    """
    routines, day = reader.rows("routine"), takes_effect(as_of)
    meetings = [row for row in reader.rows("meeting") if reached(row["held_on"], day)]
    done: dict[Turn, Done] = {}
    for routine in routines:
        for period, told in _held(routine["name"], routine["cycle"], meetings).items():
            done[routine["id"], period] = told
    for row in reader.rows("routine_done"):
        done[row["routine_id"], row["period"]] = Done(row["done_on"], row["id"], note=row["note"])
    return duties_as_of(routines, done, day)


def _held(name: str, cycle: str, meetings: Sequence[dict[str, Any]]) -> dict[str, Done]:
    """The periods in which a meeting of that kind was held, each with the first one."""
    found: dict[str, Done] = {}
    if name not in MEETING_KINDS or cycle not in ROUTINE_CYCLES:
        return found
    for row in sorted(meetings, key=lambda row: row["held_on"] or ""):
        if row["kind"] == name and row["held_on"]:
            day = dt.date.fromisoformat(takes_effect(row["held_on"]))
            found.setdefault(period_of(cycle, day).name, Done(row["held_on"], meeting=row["name"]))
    return found

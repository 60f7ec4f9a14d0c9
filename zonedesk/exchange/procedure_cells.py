"""The cells of one project's procedures, as a matrix writes them, made into rows of the procedure table."""

from __future__ import annotations

import re
from typing import Any

from zonedesk.domain.columns import DONE, NOT_REQUIRED, REQUIRED
from zonedesk.domain.plan import TotalCheck
from zonedesk.domain.values import match_key
from zonedesk.exchange.entries import Entry

_STATES = {
    **dict.fromkeys(("已办结", "已办", "办结", "已完成", "完成", "已取得", "√", "✓", "是", "已批复"), DONE),
    **dict.fromkeys(("办理中", "正在办理", "在办", "○", "推进中"), "办理中"),
    **dict.fromkeys(("未启动", "未办", "未办理", "未开始", "×", "否", "未办结"), "未启动"),
}
_NOT_NEEDED = frozenset({"无需办理", "无需", "不需办理", "不涉及", "免办", "/", "-", "—", "——", "--"})
_PART = re.compile(r"[;；\n]+")


def fill_procedures(entry: Entry, totals: list[TotalCheck]) -> None:
    """Turn what was read into stored columns, in place; drop procedures of which nothing was said.

    Counts printed in the row that its cells contradict are added to `totals`.
    """
    for name, cells in list(entry.procedures.items()):
        status = str(cells.pop("status", "") or "").strip()
        values = {key: value for key, value in cells.items() if value is not None}
        if status in _NOT_NEEDED and not values:
            entry.procedures[name] = {"required": NOT_REQUIRED}
        elif status in _NOT_NEEDED or not status:
            if not values:
                del entry.procedures[name]
                continue
            done = {"status": DONE} if values.get("done_on") else {}
            entry.procedures[name] = {"required": REQUIRED, **done, **values}
        else:
            entry.procedures[name] = {"required": REQUIRED, "status": _STATES.get(status, status), **values}
    _give_reasons(entry)
    _check_counts(entry, totals)


def _give_reasons(entry: Entry) -> None:
    """“土地手续：已收储，等待招拍挂” goes to that procedure; without a name, to the only one not done."""
    text = entry.notes.pop("why_pending", "")
    if not text:
        return
    waiting = [name for name, cells in entry.procedures.items() if _is_pending(cells)]
    left: list[str] = []
    for piece in filter(None, (part.strip() for part in _PART.split(text))):
        head, colon, rest = piece.replace(":", "：", 1).partition("：")
        named = next((n for n in entry.procedures if colon and match_key(n) == match_key(head)), None)
        if named:
            entry.procedures[named]["waiting_reason"] = rest.strip()
        else:
            left.append(piece)
    for name in waiting:
        if left and "waiting_reason" not in entry.procedures[name]:
            entry.procedures[name]["waiting_reason"] = "；".join(left)


def _check_counts(entry: Entry, totals: list[TotalCheck]) -> None:
    """Counts printed in the row are told only where they differ from its cells."""
    required = [cells for cells in entry.procedures.values() if cells.get("required") == REQUIRED]
    done = sum(not _is_pending(cells) for cells in required)
    for key, what, read in (
        ("required_count", "需办件数", len(required)),
        ("done_count", "已办结件数", done),
    ):
        printed = entry.notes.pop(key, "")
        if printed.isdigit() and int(printed) != read:
            totals.append(TotalCheck(entry.sheet, entry.row, what, printed, str(read), False))


def _is_pending(cells: dict[str, Any]) -> bool:
    return cells.get("required") == REQUIRED and cells.get("status") != DONE

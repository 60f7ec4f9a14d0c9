"""The line at the foot of the ledger: how many rows, what is selected, when it was saved, by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QItemSelectionRange

from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.domain.fields import Kind
from zonedesk.domain.money import AREA_PER, YUAN_PER, format_scaled, half_up
from zonedesk.ops.session import Session

Ranges = Sequence[QItemSelectionRange]
_PER: dict[str, int | Decimal] = {**YUAN_PER, **AREA_PER}


def status_text(session: Session, model: LedgerModel, selection: Ranges, saved_at: str) -> str:
    """The whole line."""
    translate = QCoreApplication.translate
    counted = translate("LedgerStatus", "共 {total} 个项目，显示 {shown} 个").format(
        total=len(model.rows.by_id), shown=model.arrangement.count
    )
    stray = ""
    if model.stray:
        stray = translate("LedgerStatus", "{count} 行已不符合当前筛选或排序（F5 重新整理）").format(
            count=len(model.stray)
        )
    parts = [counted, selection_text(model, selection), stray, _saved(saved_at), officer_text(session)]
    return " · ".join(part for part in parts if part)


def officer_text(session: Session) -> str:
    """Whose name stands in changes; that it is only the system's name for the user is said."""
    if session.signed:
        return session.who
    return QCoreApplication.translate("LedgerStatus", "{who}（未署名）").format(who=session.who)


def selection_text(model: LedgerModel, selection: Ranges) -> str:
    """Count of the filled cells selected; exact sums and averages where they are numbers. "" for a single cell."""
    translate = QCoreApplication.translate
    filled, cells = 0, 0
    numbers: dict[str, list[int]] = {}
    lines = model.shown()
    for part in selection:
        pids = [pid for pid in lines[part.top() : part.bottom() + 1] if pid > 0]
        cells += len(pids) * part.width()
        for column in model.columns[part.left() : part.right() + 1]:
            value = model.rows.stored_of(column, pids)
            known = [found for pid in pids if (found := value(pid)) is not None]
            filled += len(known)
            if column.numeric and column.kind is not Kind.TEXT:
                unit = column.unit(model.rows.money_unit) or translate("LedgerStatus", "天")
                numbers.setdefault(unit, []).extend(each for each in known if isinstance(each, int))
    if cells < 2:
        return ""
    said = [translate("LedgerStatus", "计数 {count}").format(count=filled)]
    for unit, amounts in numbers.items():
        if not amounts:
            continue
        per = _PER.get(unit, 1)
        total = format_scaled(sum(amounts), per)
        said.append(translate("LedgerStatus", "合计 {total} {unit}").format(total=total, unit=unit))
        if len(amounts) > 1:
            mean = half_up(Decimal(sum(amounts)) / (len(amounts) * Decimal(per)), 2)
            said.append(translate("LedgerStatus", "平均 {mean} {unit}").format(mean=f"{mean:f}", unit=unit))
    return " · ".join(said)


def _saved(at: str) -> str:
    if not at:
        return ""
    moment = dt.datetime.fromisoformat(at)
    today = dt.datetime.now(moment.tzinfo).date()
    when = moment.strftime("%H:%M" if moment.date() == today else "%Y-%m-%d %H:%M")
    return QCoreApplication.translate("LedgerStatus", "已保存 {when}").format(when=when)

"""The line at the foot of the ledger: how many rows, what is selected, when it was saved, by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QItemSelectionRange

from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.domain.fields import Kind
from zonedesk.domain.money import format_area, format_money
from zonedesk.ops.session import Session

Ranges = Sequence[QItemSelectionRange]


def status_text(session: Session, model: LedgerModel, selection: Ranges, saved_at: str) -> str:
    """The whole line."""
    tr = QCoreApplication.translate
    counted = tr("LedgerStatus", "共 {total} 个项目，显示 {shown} 个").format(
        total=len(model.rows.by_id), shown=model.rowCount()
    )
    parts = [counted, *_selected(model, selection), _saved(saved_at), session.who]
    return " · ".join(part for part in parts if part)


def _selected(model: LedgerModel, selection: Ranges) -> list[str]:
    tr = QCoreApplication.translate
    cells, money, area, amounts, areas = 0, 0, 0, 0, 0
    shown = model.shown()
    for part in selection:
        pids = shown[part.top() : part.bottom() + 1]
        cells += len(pids) * part.width()
        for column in model.columns[part.left() : part.right() + 1]:
            if column.is_money:
                values = [value for pid in pids if (value := model.rows.amount(pid, column)) is not None]
                money, amounts = money + sum(values), amounts + len(values)
            elif column.field is not None and column.field.kind is Kind.AREA:
                values = [value for pid in pids if (value := model.rows.amount(pid, column)) is not None]
                area, areas = area + sum(values), areas + len(values)
    if cells < 2:
        return []
    text = tr("LedgerStatus", "选中 {cells} 格").format(cells=cells)
    if amounts:
        unit = model.rows.money_unit
        total, mean = format_money(money, unit), format_money(money // amounts, unit, 2)
        text += tr("LedgerStatus", "，合计 {total} {unit}").format(total=total, unit=unit)
        if amounts > 1:
            text += tr("LedgerStatus", "，平均 {mean}").format(mean=mean)
    if areas:
        text += tr("LedgerStatus", "，面积合计 {area} 亩").format(area=format_area(area))
    return [text]


def _saved(at: str) -> str:
    if not at:
        return ""
    moment = dt.datetime.fromisoformat(at)
    today = dt.datetime.now(moment.tzinfo).date()
    when = moment.strftime("%H:%M" if moment.date() == today else "%Y-%m-%d %H:%M")
    return QCoreApplication.translate("LedgerStatus", "已保存 {when}").format(when=when)

"""Which tables hang in the record panel, and how each is shown there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.child_model import ChildView
from zonedesk.desktop.ledger.child_tab import ChildTab
from zonedesk.desktop.ledger.listing_tab import ListingTab
from zonedesk.ops.table.rows import LedgerRows


def make_tabs(desk: Desk, rows: LedgerRows) -> list[ChildTab]:
    """The leaves, in order."""
    kinds = {"listing": ListingTab}
    return [kinds.get(view.table, ChildTab)(desk, rows, view) for view in _views()]


def _views() -> tuple[ChildView, ...]:
    """The tables shown in the panel, in order."""
    translate = QCoreApplication.translate
    return (
        ChildView(
            "listing", translate("ChildTab", "批次"), ("batch_id", "track", "investment", "output"),
            (106, 66, 92, 96), new={},
        ),
        ChildView(
            "procedure", translate("ChildTab", "手续"), ("name", "status", "done_on", "required", "waiting_reason"),
            (124, 66, 86, 66, 140), new={"name": translate("ChildTab", "新手续")},
        ),
        ChildView(
            "monthly_progress", translate("ChildTab", "进展"),
            ("month", "invest_month", "invest_total", "image_progress", "year_plan"),
            (62, 78, 126, 130, 78), order="month", newest_first=True, most=12, new={},
        ),
        ChildView(
            "problem", translate("ChildTab", "问题"),
            ("description", "category", "status", "deadline", "measure", "duty_unit", "duty_person"),
            (150, 52, 60, 86, 140, 90, 70), new={"description": translate("ChildTab", "新问题"), "status": "待办"},
        ),
    )  # fmt: skip

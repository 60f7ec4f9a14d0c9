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


def make_more(desk: Desk, rows: LedgerRows) -> list[ChildTab]:
    """The tables that share the leaf “更多”, in order."""
    return [ChildTab(desk, rows, view) for view in _more_views()]


def _views() -> tuple[ChildView, ...]:
    """The tables shown in the panel, in order."""
    translate = QCoreApplication.translate
    return (
        ChildView(
            "listing", translate("ChildTab", "批次"), ("batch_id", "track", "investment", "output"),
            (106, 66, 92, 96), new={},
        ),
        ChildView(
            "procedure", translate("ChildTab", "手续"),
            (
                "name", "status", "done_on", "required", "waiting_reason", "submitted_on", "accepted_on",
                "promised_on", "doc_no", "valid_to", "dept",
            ),
            (124, 66, 86, 66, 140, 86, 86, 86, 140, 86, 100), new={"name": translate("ChildTab", "新手续")},
        ),
        ChildView(
            "monthly_progress", translate("ChildTab", "进展"),
            ("month", "invest_month", "invest_total", "image_progress", "year_plan"),
            (62, 78, 126, 130, 78), order="month", newest_first=True, most=12, new={},
        ),
        ChildView(
            "problem", translate("ChildTab", "问题"),
            (
                "description", "category", "status", "deadline", "level", "measure", "duty_unit", "duty_person",
                "raised_on", "first_response_on",
            ),
            (150, 52, 60, 86, 46, 140, 90, 70, 86, 86),
            new={"description": translate("ChildTab", "新问题"), "status": "待办"},
        ),
        ChildView(
            "milestone", translate("ChildTab", "节点"), ("name", "plan_on", "forecast_on", "actual_on", "owner", "note"),
            (92, 86, 86, 86, 66, 140), order="plan_on", new={"name": translate("ChildTab", "新节点")},
        ),
    )  # fmt: skip


def _more_views() -> tuple[ChildView, ...]:
    """What is looked at less often than the leaves."""
    translate = QCoreApplication.translate
    return (
        ChildView(
            "assignment", translate("ChildTab", "责任"), ("role", "name", "org", "from_on", "to_on", "phone", "note"),
            (72, 66, 110, 86, 86, 100, 120), order="from_on", newest_first=True, editable=False,
            empty=translate("ChildTab", "未记任期；现任见“资料”"),
        ),
        ChildView(
            "supervision", translate("ChildTab", "督办"),
            ("name", "status", "deadline", "lead_unit", "supervisor", "no", "issued_on", "closed_on", "result"),
            (140, 60, 86, 100, 66, 100, 86, 86, 140), order="issued_on", newest_first=True,
            new={"name": translate("ChildTab", "新督办事项")}, today="issued_on",
        ),
        ChildView(
            "visit", translate("ChildTab", "走访"),
            ("visited_on", "kind", "appeal", "result", "persons", "satisfaction"), (86, 72, 150, 120, 90, 70),
            order="visited_on", newest_first=True, today="visited_on",
        ),
        ChildView(
            "agency_case", translate("ChildTab", "代办"),
            ("matter", "agent", "accepted_on", "done_on", "cases", "result", "satisfaction"),
            (100, 60, 86, 86, 44, 120, 70), order="accepted_on", newest_first=True,
            new={"matter": translate("ChildTab", "新事项"), "cases": "1"}, today="accepted_on",
        ),
        ChildView(
            "commitment", translate("ChildTab", "承诺"),
            ("matter", "deadline", "fulfilled_on", "checked_on", "letter_no", "signed_on", "note"),
            (110, 86, 86, 86, 120, 86, 120), order="deadline",
            new={"matter": translate("ChildTab", "新承诺事项")}, today="signed_on",
        ),
    )  # fmt: skip

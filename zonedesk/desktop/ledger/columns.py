"""The grid's columns: the registry's project fields, and what is derived from a project and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from zonedesk.domain.columns import PROJECT_FIELDS, field_of
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import unit_of

NAME_COLUMN = 0

# What is asked for most stands first, so that it is seen beside an open record panel.
_FIRST = (
    "name", "stage", "stuck", "due", "overdue_days", "total_investment", "completed_investment",
    "sign_date", "start_plan", "start_actual", "zone_id", "prod_plan", "prod_actual", "procedures", "listings",
    "industry_field", "enterprise_id",
)  # fmt: skip
_WIDTHS = {
    "name": 164, "zone_id": 110, "enterprise_id": 150, "code": 168, "total_investment": 66,
    "completed_investment": 76, "expected_output": 66, "actual_output": 66, "strategic": 44,
    "project_kind": 60, "build_nature": 56, "land_area": 72, "industry_field": 96, "remark": 140,
    "image_progress": 140, "content": 220,
}  # fmt: skip
_DATE_WIDTH = 84
_CHARACTER = 14


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the grid. `field` is None for a derived column, which cannot be edited."""

    key: str
    label: str
    width: int
    field: Field | None = None
    numeric: bool = False

    @property
    def is_money(self) -> bool:
        """Whether its values are 元."""
        return self.field is not None and self.field.kind is Kind.MONEY

    def head(self, money_unit: str) -> str:
        """The label, with the unit on a second line."""
        unit = unit_of(self.field, money_unit) if self.field else ""
        return f"{self.label}\n({unit})" if unit else self.label


def ledger_columns() -> tuple[Column, ...]:
    """All columns in the order in which they stand."""
    tr = QCoreApplication.translate
    derived = {
        "stage": Column("stage", tr("LedgerColumns", "阶段"), 42),
        "stuck": Column("stuck", tr("LedgerColumns", "三未"), 56),
        "due": Column("due", tr("LedgerColumns", "到期"), 56),
        "overdue_days": Column("overdue_days", tr("LedgerColumns", "逾期\n天数"), 42, numeric=True),
        "procedures": Column("procedures", tr("LedgerColumns", "手续\n已办/需办"), 64, numeric=True),
        "listings": Column("listings", tr("LedgerColumns", "列入批次"), 150),
    }
    own = {field.key: _column(field) for field in PROJECT_FIELDS}
    every = own | derived
    first = [every[key] for key in _FIRST]
    return (*first, *(column for key, column in every.items() if key not in _FIRST))


def _column(field: Field) -> Column:
    numeric = field.kind in {Kind.MONEY, Kind.AREA, Kind.INTEGER}
    width = _WIDTHS.get(field.key) or (
        _DATE_WIDTH if field.kind is Kind.DATE else min(field.width * _CHARACTER, 160)
    )
    return Column(field.key, field.label, width, field, numeric)


def field_for(key: str) -> Field:
    """The registry entry of a project field."""
    return field_of("project", key)

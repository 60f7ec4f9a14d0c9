"""The columns of the table of projects: the registry's fields, and what is derived from a project and its rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from zonedesk.domain.columns import PROJECT_FIELDS, field_of
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import unit_of

NAME_COLUMN = 0

# What is asked for most stands first, so that it is seen beside an open record panel.
_FIRST = (
    "name", "stage", "stuck", "due", "overdue_days", "light", "total_investment", "completed_investment",
    "sign_date", "start_plan", "start_actual", "zone_id", "prod_plan", "prod_actual", "procedures", "listings",
    "industry_field", "enterprise_id",
)  # fmt: skip
_WIDTHS = {
    "name": 248, "zone_id": 110, "enterprise_id": 150, "code": 168, "total_investment": 66,
    "completed_investment": 76, "expected_output": 66, "actual_output": 66, "strategic": 44,
    "project_kind": 60, "build_nature": 56, "land_area": 72, "industry_field": 96, "remark": 140,
    "image_progress": 140, "content": 220,
}  # fmt: skip
_DATE_WIDTH = 84
_CHARACTER = 14
# A planned date, and the date on which the step planned for it was taken.
PLANNED = {"start_plan": "start_actual", "prod_plan": "prod_actual", "effect_plan": "effect_actual"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table. `field` is None for a derived column, which cannot be edited."""

    key: str
    label: str
    width: int
    field: Field | None = None
    numeric: bool = False

    @property
    def is_money(self) -> bool:
        """Whether its values are 元."""
        return self.field is not None and self.field.kind is Kind.MONEY

    @property
    def kind(self) -> Kind:
        """What conditions on it compare: references and derived words as text."""
        if self.field is not None:
            return Kind.TEXT if self.field.kind is Kind.REF else self.field.kind
        return Kind.INTEGER if self.key == "overdue_days" else Kind.TEXT

    @property
    def title(self) -> str:
        """The label on one line."""
        return self.label.replace("\n", "")

    def head(self, money_unit: str) -> str:
        """The label, with the unit on a second line."""
        unit = self.unit(money_unit)
        return f"{self.label}\n({unit})" if unit else self.label

    def unit(self, money_unit: str) -> str:
        """The unit of its numbers, or ""."""
        return unit_of(self.field, money_unit) if self.field else ""


@cache
def ledger_columns() -> tuple[Column, ...]:
    """All columns in the order in which they stand unless an officer says otherwise."""
    derived = {
        "stage": Column("stage", "阶段", 42),
        "light": Column("light", "亮灯", 48),
        "stuck": Column("stuck", "三未", 56),
        "due": Column("due", "到期", 56),
        "overdue_days": Column("overdue_days", "逾期\n天数", 42, numeric=True),
        "procedures": Column("procedures", "手续\n已办/需办", 64, numeric=True),
        "listings": Column("listings", "列入批次", 150),
    }
    own = {field.key: _column(field) for field in PROJECT_FIELDS}
    every = own | derived
    first = [every[key] for key in _FIRST]
    return (*first, *(column for key, column in every.items() if key not in _FIRST))


@cache
def columns_by_key() -> dict[str, Column]:
    """All columns by key."""
    return {column.key: column for column in ledger_columns()}


def _column(field: Field) -> Column:
    numeric = field.kind in {Kind.MONEY, Kind.AREA, Kind.INTEGER}
    width = _WIDTHS.get(field.key) or (
        _DATE_WIDTH if field.kind is Kind.DATE else min(field.width * _CHARACTER, 160)
    )
    return Column(field.key, field.label, width, field, numeric)


def field_for(key: str) -> Field:
    """The registry entry of a project field."""
    return field_of("project", key)

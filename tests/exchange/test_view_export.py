"""A saved view goes out as it is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.view_definition import ColumnFilter, Layout, ViewDefinition
from zonedesk.exchange.export import Exported
from zonedesk.exchange.view_export import export_named
from zonedesk.ops import edit
from zonedesk.ops.session import Session
from zonedesk.ops.views import save_view

AS_OF = "2024-03-31"


@pytest.fixture
def filled(session: Session) -> Session:
    for number, (name, amount, unit) in enumerate(
        (
            ("甲项目", "1", "乙局"),
            ("乙项目", "3", "甲局"),
            ("丙项目", "2", "甲局"),
            ("丁项目", "0.1", "甲局"),
        ),
        start=1,
    ):
        session.run(edit.add_project, name=name)
        for key, text in (("total_investment", amount), ("duty_unit", unit), ("sign_date", "2024-01")):
            session.run(edit.set_field, table="project", row_id=number, key=key, text=text)
    definition = ViewDefinition(
        filters={"total_investment": ColumnFilter(text=">=10000", unit="万元")},
        sort=("total_investment", True),
        group="duty_unit",
        layout=Layout(("name", "stage", "total_investment", "duty_unit")),
    )
    session.run(save_view, name="大项目[按局]", definition=definition)
    return session


def test_rows_order_groups_and_columns(filled: Session, tmp_path: Path) -> None:
    target = tmp_path / "视图.xlsx"
    assert export_named(filled, target, "大项目[按局]", as_of=AS_OF) == ("大项目[按局]", Exported(3, 3))
    sheet = load_workbook(target).worksheets[0]
    rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows(min_row=3, max_row=6)]
    assert rows == [
        ["序号", "项目名称", "阶段", "总投资（亿元）", "责任单位"],
        [1, "乙项目", "签约", 3, "甲局"],
        [2, "丙项目", "签约", 2, "甲局"],
        [3, "甲项目", "签约", 1, "乙局"],
    ]


def test_registered_contents_and_built_in_views_go_by_name(filled: Session, tmp_path: Path) -> None:
    assert export_named(filled, tmp_path / "1.xlsx", "all", as_of=AS_OF) == ("项目台账", Exported(4, 4))
    assert export_named(filled, tmp_path / "2.xlsx", "未列入批次", as_of=AS_OF) == (
        "未列入批次",
        Exported(4, 4),
    )
    assert export_named(filled, tmp_path / "3.xlsx", "unlisted", as_of=AS_OF) == (
        "未列入批次",
        Exported(4, 4),
    )


def test_a_name_that_is_neither_tells_those_there_are(filled: Session, tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        export_named(filled, tmp_path / "视图.xlsx", "没有", as_of=AS_OF)
    assert "大项目[按局]" in caught.value.facts["known"]
    assert not (tmp_path / "视图.xlsx").exists()

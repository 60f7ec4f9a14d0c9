"""The matrix as a workbook, read back: the signs of the states, the rates, its day and legend."""

import pytest
from openpyxl import load_workbook

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.procedures import State
from zonedesk.exchange.matrix_export import export_matrix
from zonedesk.exchange.write_xlsx import ExportError
from zonedesk.ops.matrix import MatrixBoard
from zonedesk.ops.matrix_rows import Arranger, Wanted
from zonedesk.ops.matrix_sheet import SIGNS, matrix_sheet
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF = "2026-10-31"


@pytest.fixture(scope="module")
def matrix(tmp_path_factory):
    path = tmp_path_factory.mktemp("matrix") / "示例.zonedesk"
    make_sample(path, projects=60, as_of=AS_OF)
    with Session.open(path, read_only=True) as session:
        yield session, MatrixBoard(session).read(session.figures(AS_OF))


def _sheet(matrix, **wanted):
    session, found = matrix
    return matrix_sheet(session, found, Arranger().arrange(found, Wanted(**wanted)), Scope())


def test_every_cell_is_the_sign_of_its_state(matrix, tmp_path):
    found, sheet = matrix[1], _sheet(matrix)
    assert export_matrix(sheet, tmp_path / "矩阵.xlsx") == len(found.ids)
    page = load_workbook(tmp_path / "矩阵.xlsx").worksheets[0]
    names = [cell.value for cell in page[3]][6:]
    assert names == [column.name for column in found.columns]
    for pid, row in zip(found.ids, page.iter_rows(min_row=4, values_only=True), strict=True):
        assert row[1] == found.project_name(pid)
        states = [found.state(pid, name) for name in names]
        assert list(row[6:]) == [SIGNS[state] if state else None for state in states]
        assert row[3] == states.count(State.DONE)
    assert "截至2026年10月31日" in page["A2"].value
    assert all(sign in page["A2"].value for sign in SIGNS.values())
    assert found.total.text() in page["A2"].value


def test_rates_by_procedure_stand_on_a_sheet_of_their_own(matrix, tmp_path):
    export_matrix(_sheet(matrix), tmp_path / "矩阵.xlsx")
    page = load_workbook(tmp_path / "矩阵.xlsx").worksheets[1]
    rows = list(page.iter_rows(min_row=4, values_only=True))
    assert sum(row[3] for row in rows) == matrix[1].total.denominator
    assert sum(row[4] for row in rows) == matrix[1].total.numerator


def test_what_is_narrowed_on_the_screen_goes_out_narrowed_and_says_its_own_figures(matrix):
    found, sheet = matrix[1], _sheet(matrix, stage="立项用地", states=frozenset({State.DONE}), by_zone=True)
    assert {column.stage for column in sheet.columns} == {"立项用地"}
    assert sheet.total.denominator < found.total.denominator
    assert sum(column.rate.denominator for column in sheet.columns) == sheet.total.denominator
    assert [row for row in sheet.rows if row.is_head]


def test_a_folder_that_is_not_there_is_told(matrix, tmp_path):
    with pytest.raises(ExportError):
        export_matrix(_sheet(matrix), tmp_path / "没有" / "矩阵.xlsx")

"""The matrix on A3, read back: every project with every procedure, also where these need two sheets."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from zonedesk.domain.errors import CancelledError
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.ops.matrix_sheet import MatrixSheet, SheetColumn, SheetRow
from zonedesk.reports.matrix_paper import print_matrix

STATES = (*State, None)


def sheet(projects: int, procedures: int) -> MatrixSheet:
    columns = tuple(
        SheetColumn(f"手续{n:03}", "立项用地" if n < procedures // 2 else "工程建设", "某某局", Ratio(9, 10))
        for n in range(procedures)
    )
    rows = tuple(
        SheetRow(
            f"某某项目{n:03}",
            "某某区",
            Ratio(8, 9),
            tuple(STATES[(n + c) % 7] for c in range(procedures)),
            (),
            n + 1,
        )
        for n in range(projects)
    )
    head = SheetRow("某某区（若干项目）", "某某区", Ratio(88, 99), (), tuple(Ratio(1, 3) for _ in columns))
    return MatrixSheet("2024-03-31", "全部批次", "某某局", columns, (head, *rows), Ratio(363, 364), 1)


def texts(path: Path) -> list[str]:
    document = pdfium.PdfDocument(path)
    for page in document:
        assert tuple(round(side / 72 * 25.4) for side in page.get_size()) == (420, 297)
    return [page.get_textpage().get_text_range().replace("\r\n", "") for page in document]


@pytest.mark.parametrize(("projects", "procedures", "across"), [(5, 20, 1), (300, 20, 1), (50, 60, 3)])
def test_every_project_and_procedure_is_on_paper(tmp_path, projects, procedures, across) -> None:
    print_matrix(sheet(projects, procedures), tmp_path / "矩阵.pdf")
    pages = texts(tmp_path / "矩阵.pdf")
    for number, text in enumerate(pages, start=1):
        assert f"第 {number} 页　共 {len(pages)} 页" in text
        assert "截至2024年3月31日" in text
        assert "办结率 99.73%，未办结 1 件" in text
        assert all(label in text for label in STATE_LABELS.values())
    for n in range(projects):
        assert sum(f"某某项目{n:03}" in text for text in pages) == across
    for n in range(procedures):
        assert sum(f"手续{n:03}" in text for text in pages) == len(pages) // across


def test_an_empty_matrix_says_so(tmp_path) -> None:
    print_matrix(MatrixSheet("2024-03-31", "全部批次", "", (), (), Ratio(0, 0), 0), tmp_path / "矩阵.pdf")
    assert "本范围内没有手续" in texts(tmp_path / "矩阵.pdf")[0]


class Stop:
    """Stops at once."""

    def report(self, done: int, total: int, text: str) -> None:
        """Say nothing."""

    def check(self) -> None:
        raise CancelledError


def test_what_is_cancelled_leaves_nothing(tmp_path) -> None:
    with pytest.raises(CancelledError):
        print_matrix(sheet(5, 5), tmp_path / "矩阵.pdf", Stop())
    assert not list(tmp_path.iterdir())

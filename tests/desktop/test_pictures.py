"""Pictures of the pages: all of them, at every size, with their content there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from zonedesk.desktop.page import pages
from zonedesk.desktop.pictures import grab_pages
from zonedesk.domain.errors import LedgerError
from zonedesk.ops.session import Session


def test_every_page_is_grabbed_at_every_size(qapp, sample_path: Path, tmp_path: Path):
    before = steps_of(sample_path)
    made = grab_pages(sample_path, tmp_path / "图", sizes=((1366, 768), (1600, 900)))
    assert {path.name for path in made} == {
        f"{spec.title}-{size}.png" for spec in pages() for size in ("1366x768", "1600x900")
    }
    for path in made:
        picture = QImage(str(path))
        assert f"{picture.width()}x{picture.height()}" in path.name
        assert len({picture.pixel(x, y) for x in range(200, 1300, 7) for y in range(60, 700, 7)}) > 8
    assert steps_of(sample_path) == before


def steps_of(ledger: Path) -> list[int]:
    with Session.open(ledger, read_only=True) as session:
        return [step.set_id for step in session.steps()]


def test_the_report_preview_is_in_its_picture(qapp, sample_path: Path, tmp_path: Path):
    made = grab_pages(sample_path, tmp_path / "图", sizes=((1366, 768),))
    picture = QImage(str(next(path for path in made if path.name.startswith("报表"))))
    area = [picture.pixelColor(x, y) for x in range(500, 1000, 3) for y in range(250, 700, 3)]
    assert sum(colour.lightness() > 250 for colour in area) > len(area) / 2, "white paper"
    assert any(colour.lightness() < 60 for colour in area), "with ink on it"


def test_a_ledger_that_is_not_there_is_refused(qapp, tmp_path: Path):
    with pytest.raises(LedgerError):
        grab_pages(tmp_path / "没有.zonedesk", tmp_path / "图")

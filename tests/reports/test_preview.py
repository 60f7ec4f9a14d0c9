from __future__ import annotations

from pathlib import Path

import pytest

from zonedesk.ops.session import Session
from zonedesk.reports.build import build_report
from zonedesk.reports.preview import page_count, page_image, page_images
from zonedesk.reports.problems import ReportError


def test_pages_come_as_rgb_rows(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    build_report(filled, "monthly", "2024-03", path)
    images = page_images(path, scale=0.5)
    assert len(images) == page_count(path)
    for image in images:
        assert len(image.data) == image.width * image.height * 3
    first = page_image(path, 0, scale=0.5)
    assert first == images[0]
    assert first.height > first.width
    assert first.data[:3] == b"\xff\xff\xff"
    assert min(first.data) < 60
    with pytest.raises(IndexError):
        page_image(path, 99)


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"no")
    for name in ("x.pdf", "y.pdf"):
        with pytest.raises(ReportError):
            page_count(tmp_path / name)

"""Pages of a finished PDF as pictures, for the screen and the printer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import pypdfium2 as pdfium

from zonedesk.reports.problems import ReportError

# PDFium may be used by one thread at a time in a process.
_ONE_AT_A_TIME = Lock()


class PageImage(NamedTuple):
    """One page: size in pixels, and its rows from the top as RGB, three bytes a pixel, no padding."""

    width: int
    height: int
    data: bytes


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """Width and height of every page in points; ReportError if the PDF cannot be read."""
    with _document(path) as document:
        return [document.get_page_size(index) for index in range(len(document))]


def page_count(path: Path) -> int:
    """How many pages the PDF has; ReportError if it cannot be read."""
    with _document(path) as document:
        return len(document)


def page_image(path: Path, index: int, *, scale: float = 1.0) -> PageImage:
    """One page, counted from 0. Scale 1 is 72 pixels to the inch. IndexError past the last page."""
    with _document(path) as document:
        if not 0 <= index < len(document):
            raise IndexError(index)
        return _draw(document, index, scale)


def page_images(path: Path, *, scale: float = 1.0) -> list[PageImage]:
    """Every page. For long reports `page_image` takes less memory."""
    with _document(path) as document:
        return [_draw(document, index, scale) for index in range(len(document))]


@contextmanager
def _document(path: Path) -> Iterator[pdfium.PdfDocument]:
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(Path(path).read_bytes())
        except (OSError, pdfium.PdfiumError) as error:
            raise ReportError("report.unreadable", path=str(path)) from error
        try:
            yield document
        finally:
            document.close()


def _draw(document: pdfium.PdfDocument, index: int, scale: float) -> PageImage:
    page = document[index]
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pdfium.raw.FPDFBitmap_BGR)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    raw = bytes(bitmap.buffer)
    rows = (raw[y * stride : y * stride + width * 3] for y in range(height))
    data = raw[: height * stride] if stride == width * 3 else b"".join(rows)
    bitmap.close()
    page.close()
    return PageImage(width, height, data)

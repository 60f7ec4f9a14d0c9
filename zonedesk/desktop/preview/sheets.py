"""A rendered PDF as the view holds it, made on the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from zonedesk.domain.progress import Progress
from zonedesk.reports.preview import PageImage, page_image, page_sizes

# A small picture of a page stands in until the sharp one of a page in view is drawn.
SMALL = 0.5
# Of a report of a thousand pages, making them all takes twice as long as the report, and half a gigabyte to keep.
MOST_SMALL = 40


@dataclass(frozen=True, slots=True)
class Sheets:
    """`path` with its pages: sizes in points (1/72 inch), and small pictures of the first ones."""

    path: Path
    sizes: list[tuple[float, float]] = field(default_factory=list)
    small: list[QImage] = field(default_factory=list)


def read_sheets(path: Path, progress: Progress) -> Sheets:
    """Sizes of all pages of a PDF and small pictures of the first ones; ReportError if it cannot be read."""
    sheets = Sheets(path, page_sizes(path))
    count = min(len(sheets.sizes), MOST_SMALL)
    words = QCoreApplication.translate("preview", "正在显示第 {n} 页，共 {count} 页")
    for index in range(count):
        progress.check()
        progress.report(index, count, words.format(n=index + 1, count=len(sheets.sizes)))
        sheets.small.append(picture_of(page_image(path, index, scale=SMALL)))
    return sheets


def picture_of(drawn: PageImage) -> QImage:
    """A drawn page as Qt has it."""
    # Copied: QImage would go on reading bytes that Python frees.
    return QImage(drawn.data, drawn.width, drawn.height, drawn.width * 3, QImage.Format.Format_RGB888).copy()

"""A rendered PDF as the view holds it, made on the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from zonedesk.domain.progress import Progress
from zonedesk.reports.preview import PageImage, page_count, page_image

# A small picture of each page stands in until the sharp one of a page in view is drawn.
SMALL = 0.5


@dataclass(frozen=True, slots=True)
class Sheets:
    """`path` with its pages: sizes in points (1/72 inch) and small pictures."""

    path: Path
    sizes: list[tuple[float, float]] = field(default_factory=list)
    small: list[QImage] = field(default_factory=list)


def read_sheets(path: Path, progress: Progress) -> Sheets:
    """Sizes and small pictures of all pages of a PDF; ReportError if it cannot be read."""
    sheets = Sheets(path)
    count = page_count(path)
    words = QCoreApplication.translate("preview", "正在显示第 {n} 页，共 {count} 页")
    for index in range(count):
        progress.check()
        progress.report(index, count, words.format(n=index + 1, count=count))
        picture = picture_of(page_image(path, index, scale=SMALL))
        sheets.small.append(picture)
        sheets.sizes.append((picture.width() / SMALL, picture.height() / SMALL))
    return sheets


def picture_of(drawn: PageImage) -> QImage:
    """A drawn page as Qt has it."""
    # Copied: QImage would go on reading bytes that Python frees.
    return QImage(drawn.data, drawn.width, drawn.height, drawn.width * 3, QImage.Format.Format_RGB888).copy()

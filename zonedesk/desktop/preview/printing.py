"""A PDF onto paper: its pages as pictures at the printer's resolution, whatever the printer speaks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

import zonedesk.desktop.sentences  # noqa: F401 - registers the sentence of the refusal
from zonedesk.desktop.preview.sheets import Sheets, picture_of
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.progress import Progress
from zonedesk.reports.preview import page_image

# Finer than the eye sees in text; a page is then some 25 MB while it is printed.
_FINEST_DPI = 300


def print_sheets(sheets: Sheets, printer: QPrinter, progress: Progress) -> int:
    """Print the pages that the printer was set to (all by default); returns how many.

    Fit for a worker's thread. Raises RefusedError if the printer does not begin.
    """
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(sheets.sizes), len(sheets.sizes))
    wanted = range(first - 1, last)
    if not wanted:
        return 0
    _set_paper(printer, sheets.sizes[wanted[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise RefusedError("print.no_printer", name=printer.printerName() or printer.outputFileName())
    words = QCoreApplication.translate("preview", "正在打印第 {n} 页")
    try:
        for number, index in enumerate(wanted):
            progress.check()
            progress.report(number, len(wanted), words.format(n=index + 1))
            if number:
                _set_paper(printer, sheets.sizes[index])
                printer.newPage()
            _draw(sheets.path, index, printer, painter)
    except BaseException:
        # Half a report on paper is worse than none.
        printer.abort()
        raise
    finally:
        painter.end()
    return len(wanted)


def _set_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    width, height = size
    landscape = width > height
    paper = QPageSize(
        QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    # The report has its own margins; the printer's would shrink it once more.
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF(0, 0, 0, 0)))


def _draw(path: Path, index: int, printer: QPrinter, painter: QPainter) -> None:
    picture = picture_of(page_image(path, index, scale=min(printer.resolution(), _FINEST_DPI) / 72))
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = picture.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2
    painter.drawImage(QRectF(left, top, size.width(), size.height()), picture)

"""Pages of a PDF under each other, fitted to the width or zoomed; drawn sharp only where they are seen."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.jobs import JobRunner, Outcome
from zonedesk.desktop.preview.sheets import Sheets, picture_of
from zonedesk.domain.progress import Progress
from zonedesk.reports.preview import page_image

_GAP = 12
_FIT_MOST = 2.0  # pixels a point: wider than this a page is no easier to read
_LEAST, _MOST, _STEP = 0.3, 6.0, 1.25
_KEPT = 8


class PdfView(QAbstractScrollArea):
    """`page_changed(page, pages)` counts from 1; `zoomed(percent)`; `sharp()` when all in view is drawn."""

    page_changed = Signal(int, int)
    zoomed = Signal(int)
    sharp = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("报表预览"))
        self._sheets: Sheets | None = None
        self._message = ""
        self._scale, self._fits = 1.0, True
        self._tops: list[float] = []
        self._drawn: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._white = QImage(1, 1, QImage.Format.Format_RGB32)
        self._white.fill(QColor("white"))
        self._drawing = JobRunner(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_sheets(self, sheets: Sheets) -> None:
        """Show a document; the place is kept when it has as many pages as the one before."""
        place = self.verticalScrollBar().value() if self.pages == len(sheets.sizes) else 0
        self._sheets, self._message = sheets, ""
        self._drawn.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self._on_scrolled()

    def show_message(self, text: str) -> None:
        """Show a line instead of pages."""
        self._sheets, self._message = None, text
        self._drawn.clear()
        self._lay_out()
        self._on_scrolled()

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._sheets.sizes) if self._sheets else 0

    @property
    def page(self) -> int:
        """The page that takes the upper part of the view, from 1; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        return max(sum(top <= middle for top in self._tops), 1) if self._tops else 0

    @property
    def drawing(self) -> bool:
        """Whether a page in view is not yet sharp."""
        return self._next_to_draw() is not None

    def go_to(self, page: int) -> None:
        """Bring the top of a page (from 1) into view."""
        if self._tops:
            page = min(max(page, 1), self.pages)
            self.verticalScrollBar().setValue(round(self._tops[page - 1] - _GAP))

    def zoom_by(self, steps: int) -> None:
        """Zoom in (1) or out (-1)."""
        self._zoom(self._scale * _STEP**steps, fits=False)

    def fit_width(self) -> None:
        """Fit the widest page to the view."""
        self._zoom(self._scale, fits=True)

    def shut(self) -> None:
        """Stop drawing for good; called before the file goes."""
        self._sheets = None
        self._later.stop()
        self._drawing.shutdown()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor("#E4E8ED"))
        if self._sheets is None:
            painter.setPen(QColor(tokens.SECOND))
            area = self.viewport().rect().adjusted(40, 0, -40, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index in self._in_view():
            place = self._place(index)
            painter.drawImage(place, self._picture(index))
            painter.setPen(QColor(tokens.LINE))
            painter.drawRect(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._on_scrolled()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
                return self.zoom_by(1)
            if key == Qt.Key.Key_Minus:
                return self.zoom_by(-1)
            if key == Qt.Key.Key_0:
                return self.fit_width()
        places: dict[int, int] = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.pages,
        }
        if key in places:
            return self.go_to(places[key])
        return super().keyPressEvent(event)

    def _zoom(self, scale: float, *, fits: bool) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum() + self.viewport().height(), 1)
        self._scale, self._fits = min(max(scale, _LEAST), _MOST), fits
        self._lay_out()
        bar.setValue(round(share * (bar.maximum() + self.viewport().height())))
        self._on_scrolled()

    def _lay_out(self) -> None:
        sizes = self._sheets.sizes if self._sheets else []
        view = self.viewport().size()
        widest = max((width for width, _ in sizes), default=0.0)
        if self._fits and widest:
            self._scale = min((view.width() - 2 * _GAP) / widest, _FIT_MOST)
        self._tops, top = [], float(_GAP)
        for _, height in sizes:
            self._tops.append(top)
            top += height * self._scale + _GAP
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(view.height())
        down.setSingleStep(60)
        down.setRange(0, max(round(top) - view.height(), 0))
        across.setPageStep(view.width())
        across.setRange(0, max(round(widest * self._scale) + 2 * _GAP - view.width(), 0))
        self.zoomed.emit(round(self._scale * 100))

    def _place(self, index: int) -> QRectF:
        """Where a page stands in the view."""
        assert self._sheets is not None
        width, height = (side * self._scale for side in self._sheets.sizes[index])
        left = max((self.viewport().width() - width) / 2, _GAP) - self.horizontalScrollBar().value()
        return QRectF(left, self._tops[index] - self.verticalScrollBar().value(), width, height)

    def _picture(self, index: int) -> QImage:
        """A page as far as it is drawn: sharp, else small, else white."""
        assert self._sheets is not None
        if known := self._drawn.get(index):
            return known[1]
        return self._sheets.small[index] if index < len(self._sheets.small) else self._white

    def _in_view(self) -> list[int]:
        view = QRectF(self.viewport().rect())
        return [index for index in range(self.pages) if self._place(index).intersects(view)]

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.page_changed.emit(self.page, self.pages)
        self._later.start()

    def _sharp_scale(self) -> float:
        return round(self._scale * self.devicePixelRatioF(), 4)

    def _next_to_draw(self) -> int | None:
        wanted = self._sharp_scale()
        return next((i for i in self._in_view() if i not in self._drawn or self._drawn[i][0] != wanted), None)

    def _draw_next(self) -> None:
        index = self._next_to_draw()
        if index is None or self._sheets is None:
            self.sharp.emit()
            return
        sheets, scale = self._sheets, self._sharp_scale()

        def draw(_: Progress) -> QImage:
            return picture_of(page_image(sheets.path, index, scale=scale))

        def take(outcome: Outcome) -> None:
            if sheets is self._sheets:
                # A page that could not be drawn keeps the picture it has: trying again would go on for ever.
                self._drawn[index] = (scale, outcome.value or self._picture(index))
                self._drawn.move_to_end(index)
                while len(self._drawn) > max(_KEPT, len(self._in_view())):
                    self._drawn.popitem(last=False)
                self.viewport().update()
            self._draw_next()

        # Busy: what is being drawn now calls this again when it is done.
        self._drawing.start("", draw, take)

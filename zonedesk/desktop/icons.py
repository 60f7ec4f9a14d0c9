"""Line icons from resources/icons, tinted to the text they stand beside."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zonedesk.desktop import tokens
from zonedesk.paths import resources


@lru_cache(maxsize=256)
def icon(name: str, colour: str = tokens.SECOND, selected: str = tokens.ACCENT, size: int = 20) -> QIcon:
    """The icon `name` in `colour`, in `selected` where its item is selected, paler when disabled."""
    made = QIcon()
    for mode, tint in (
        (QIcon.Mode.Normal, colour),
        (QIcon.Mode.Selected, selected),
        (QIcon.Mode.Disabled, tokens.DISABLED),
    ):
        for scale in (1, 2):
            made.addPixmap(_pixmap(name, tint, size, scale), mode)
    return made


def _pixmap(name: str, colour: str, size: int, scale: int) -> QPixmap:
    svg = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap

"""The record (办理记录) of one matter, the newest line first."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.named import named

_COLOURS = {
    "升级": tokens.YELLOW,
    "退回": tokens.RED,
    "催办": tokens.YELLOW,
    "核验": tokens.GREEN,
    "销号": tokens.GREEN,
}


class Timeline(QScrollArea):
    """Lines with their day, kind, who and what; scrolled by the arrow keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("办理记录"))
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QWidget()
        inside.setStyleSheet(f"background: {tokens.PANEL};")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.text)
        column.addStretch(1)
        self.setWidget(inside)
        self.heading = named(QLabel(self.tr("办理记录")), "second")

    def show_row(self, row: dict[str, Any]) -> None:
        """Show the record of a row, which has the oldest line first."""
        lines = row.get("follow_ups", ())
        self.heading.setText(self.tr("办理记录（{n} 条，近的在上）").format(n=len(lines)))
        if lines:
            self.text.setText("".join(map(_html, reversed(lines))))
        else:
            nothing = self.tr("还没有办理记录")
            self.text.setText(f"<span style='color:{tokens.DISABLED}'>{nothing}</span>")
        self.verticalScrollBar().setValue(0)


def _html(line: dict[str, Any]) -> str:
    kind = str(line["kind"] or "")
    colour = _COLOURS.get(kind, tokens.ACCENT)
    day, who = escape(line["happened_on"] or "—"), escape(line["by_whom"] or "")
    head = f"<span style='color:{tokens.SECOND}'>{day}</span>　<b style='color:{colour}'>{escape(kind)}</b>"
    if who:
        head += f"　<span style='color:{tokens.SECOND}'>{who}</span>"
    content = escape(line["content"] or "").replace("\n", "<br>")
    return (
        f"<p style='margin:0 0 7px 0'>{head}<br>{content}</p>"
        if content
        else f"<p style='margin:0 0 7px 0'>{head}</p>"
    )

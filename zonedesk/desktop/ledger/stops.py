"""Where Tab halts inside a widget, in the order in which it goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def stops(inside: QWidget) -> list[QWidget]:
    """The widgets in `inside` that Tab reaches, in order.

    A frame that only scrolls others is none, nor what hands the keyboard on to another widget.
    """
    found: list[QWidget] = []
    each = inside.nextInFocusChain()
    while each is not None and each is not inside:
        if inside.isAncestorOf(each) and _halts(each):
            found.append(each)
        each = each.nextInFocusChain()
    return found


def next_stop(ring: Sequence[QWidget], now: QWidget | None, step: int) -> QWidget | None:
    """The one after (1) or before (-1) that which has the keyboard, going round; None if none of them has it."""
    for place, each in enumerate(ring):
        if now is not None and (each is now or each.isAncestorOf(now)):
            return ring[(place + step) % len(ring)]
    return None


def _halts(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value
    return (
        widget.focusPolicy().value & tab == tab
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
        and not isinstance(widget, QScrollArea)
    )

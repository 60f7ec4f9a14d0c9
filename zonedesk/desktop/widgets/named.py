"""Naming a widget for the style sheet while it is made."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """The widget itself, under the name (“title”, “second”, “primary” …) that the sheet knows."""
    widget.setObjectName(name)
    return widget

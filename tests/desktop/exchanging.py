"""Bringing a file to the page 数据交换 and waiting until it is read."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from zonedesk.desktop.pages.exchange import ExchangePage


def settle(qtbot: QtBot, page: ExchangePage) -> None:
    """Wait until nothing is being read or compared."""
    qtbot.waitUntil(
        lambda: not page.desk.jobs.busy and page.stack.currentWidget() is not page.reading, timeout=30_000
    )


def read(qtbot: QtBot, page: ExchangePage, path: Path) -> None:
    """Have a file read."""
    page.read(path)
    settle(qtbot, page)

"""`python -m zonedesk`: the commands, and the desktop app where there is a display.

A frozen program has no `-m`: it is its own parsing process too, told by one switch.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from zonedesk.cli.ports import Ports, Size
from zonedesk.cli.program import command_names
from zonedesk.cli.program import main as run_commands
from zonedesk.domain.errors import RefusedError
from zonedesk.exchange import parse_worker
from zonedesk.exchange.parsing import WORKER_SWITCH

_QT = {"PySide6", "shiboken6"}


def has_display() -> bool:
    """Whether windows can be shown: always on Windows and macOS; elsewhere if a display is named."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_app(ledger: Path | None) -> int:
    """Open the desktop app; RefusedError without a display."""
    if not has_display():
        raise RefusedError("app.no_display", commands="、".join(command_names()))
    return int(_load("zonedesk.app").main(ledger))


def grab_pages(ledger: Path, folder: Path, sizes: Sequence[Size]) -> None:
    """Draw every page of the app into `folder`, without a display if there is none."""
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # The offscreen platform warns of every window that it cannot place: nothing an officer can act on.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    _load("zonedesk.desktop.pictures").grab_pages(ledger, folder, sizes)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == [WORKER_SWITCH]:
        return parse_worker.main()
    return run_commands(given, Ports(open_app, grab_pages))


def _load(name: str) -> Any:
    """A module that needs Qt, loaded late: the commands must work where Qt cannot."""
    try:
        return import_module(name)
    except ImportError as error:
        if _lacks_qt(error):
            raise RefusedError("app.no_qt", reason=str(error)) from error
        raise


def _lacks_qt(error: ImportError) -> bool:
    """Whether PySide6 or a library that it needs is missing, and not some name of our own code.

    A library that cannot be loaded is named by its file only; a name that a loaded module lacks is our mistake.
    """
    if error.name is None or error.name in sys.modules:
        return False
    return error.name.partition(".")[0] in _QT or not _QT.isdisjoint(Path(error.path or "").parts)


if __name__ == "__main__":
    sys.exit(main())

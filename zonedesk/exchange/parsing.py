"""Parsing from the outside: a process of its own, held to a time, whose death is an ordinary message."""

from __future__ import annotations

import io
import os
import pickle
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from zonedesk.domain.errors import ImportRefusedError
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.exchange import messages  # noqa: F401 - its sentences are registered by loading it
from zonedesk.exchange.grid import Grid

TIME_LIMIT = 9.0  # seconds; a bad file is answered within 10
_BYTES_PER_SECOND = 256 << 10  # an honest big file on a slow office PC gets its time
_POLL = 0.1
WORKER_SWITCH = "--parse-worker"


def parse(path: Path, password: str | None = None, progress: Progress | None = None) -> list[Grid]:
    """The sheets of a workbook. Raises ImportRefusedError (one line) or CancelledError."""
    progress = progress or NullProgress()
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise ImportRefusedError("import.no_file", file=path.name) from error
    if not stat.S_ISREG(found.st_mode):
        # A folder has no bytes; a pipe or a device may never end.
        raise ImportRefusedError("import.no_file", file=path.name)
    answer = _ask(path, password, max(TIME_LIMIT, found.st_size / _BYTES_PER_SECOND), progress)
    if "code" in answer:
        raise ImportRefusedError(answer["code"], file=path.name, **answer["facts"])
    return [
        Grid(name, rows, visible, merged, uncached)
        for name, visible, rows, merged, uncached in answer["sheets"]
    ]


def worker_command() -> list[str]:
    """How this program starts itself as the parsing process. A frozen one is called with `WORKER_SWITCH`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_SWITCH]
    return [sys.executable, "-m", "zonedesk.exchange.parse_worker"]


def _ask(path: Path, password: str | None, seconds: float, progress: Progress) -> dict[str, Any]:
    request = pickle.dumps({"path": str(path.absolute()), "password": password})
    process = subprocess.Popen(
        worker_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        output = _wait(process, request, time.monotonic() + seconds, progress, path.name)
    except BaseException:
        process.kill()
        process.communicate()
        raise
    if process.returncode or not output:
        raise ImportRefusedError("import.parser_died", file=path.name)
    try:
        return _Answer(io.BytesIO(output)).load()
    except (pickle.UnpicklingError, EOFError) as error:
        raise ImportRefusedError("import.parser_died", file=path.name) from error


def _wait(
    process: subprocess.Popen[bytes], request: bytes, until: float, progress: Progress, name: str
) -> bytes:
    sent: bytes | None = request
    while True:
        try:
            return process.communicate(sent, timeout=_POLL)[0]
        except subprocess.TimeoutExpired:
            sent = None  # what was begun goes on; it must not be given twice
            progress.check()
            if time.monotonic() > until:
                raise ImportRefusedError("import.too_slow", file=name) from None


def _environment() -> dict[str, str]:
    """The child finds this very package, wherever it was started from."""
    package = str(Path(__file__).resolve().parents[2])
    inherited = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (package, inherited)))}


class _Answer(pickle.Unpickler):
    """Takes dates and plain values only: a parser that was taken over must not run code here."""

    def find_class(self, module: str, name: str) -> Any:
        """Only the datetime module's types."""
        if module == "datetime" and name in {"date", "datetime", "time", "timedelta"}:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")

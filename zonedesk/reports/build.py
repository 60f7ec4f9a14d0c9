"""Making a report's file: written beside its place and then renamed, so that a failure leaves the old one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.ops.session import Session
from zonedesk.reports.problems import ReportError
from zonedesk.reports.registry import Report, find_report


def build_report(
    session: Session,
    name: str,
    month: str,
    path: Path,
    *,
    scope: Scope | None = None,
    progress: Progress | None = None,
) -> None:
    """Write the report `name` of the month "YYYY-MM" to `path`, as of the month's last day.

    Raises RefusedError for an unknown name or a text that is no month, ReportError if `path` cannot be written,
    CancelledError if `progress` says so; in all of these a file that was there stays as it was.
    """
    found = find_report(name)
    render_report(found, found.collect(session, month, scope), path, progress)


def render_report(found: Report, data: Any, path: Path, progress: Progress | None = None) -> None:
    """Write what `found.collect` has read. Needs no session: fit for a worker's thread."""
    told = progress or NullProgress()
    write_beside(path, lambda beside: found.recipe.render(data, beside, told))


def write_beside(path: Path, render: Callable[[Path], None]) -> None:
    """Have `render` write a PDF beside `path`, then rename it. Raises ReportError, and what `render` raises."""
    path = Path(path)
    # A slip of the hand (-o LEDGER) must not put a PDF in the ledger's place.
    if path.suffix.lower() != ".pdf":
        raise ReportError("report.suffix", path=str(path))
    if not path.parent.is_dir():
        raise ReportError("report.no_folder", path=str(path.parent))
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise ReportError(path=str(path)) from error
    beside = Path(name)
    try:
        render(beside)
        # mkstemp makes files that only their owner may read; a report is for others to read.
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        raise ReportError(path=str(path)) from error
    finally:
        beside.unlink(missing_ok=True)

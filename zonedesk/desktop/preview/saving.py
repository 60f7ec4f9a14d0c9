"""A copy of a finished file where the officer wants it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import zonedesk.desktop.sentences  # noqa: F401 - registers the sentence of the refusal
from zonedesk.domain.errors import RefusedError


def save_copy(source: Path, target: Path) -> Path:
    """Copy beside `target`, then rename: a failure leaves what was there. Raises RefusedError."""
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as out, source.open("rb") as inside:
                shutil.copyfileobj(inside, out)
            beside.chmod(0o644)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise RefusedError("file.unwritable", path=str(target)) from error
    return target

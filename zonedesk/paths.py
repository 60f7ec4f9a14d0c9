"""Where the program's own files are, in a checkout and in a packed program alike."""

from __future__ import annotations

import sys
from pathlib import Path


def resources() -> Path:
    """The folder of fonts, icons and pictures."""
    packed = getattr(sys, "_MEIPASS", None)
    return (Path(packed) if packed else Path(__file__).resolve().parent.parent) / "resources"


def translations() -> Path:
    """The folder of translations."""
    return resources().parent / "translations"

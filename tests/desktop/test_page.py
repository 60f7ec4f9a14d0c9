"""Opening the window loads nothing that only printing or writing a workbook needs."""

from __future__ import annotations

import subprocess
import sys

_LOADED = """
import sys
from zonedesk.desktop.page import pages
assert len(pages()) > 10
print(sorted({name.partition(".")[0] for name in sys.modules} & {"openpyxl", "reportlab", "sqlite_utils"}))
"""


def test_pages_are_known_without_what_prints() -> None:
    """reportlab takes 0.3 s and 12 MB, openpyxl 0.1 s and 6 MB: nobody has to wait for them who prints nothing."""
    told = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"

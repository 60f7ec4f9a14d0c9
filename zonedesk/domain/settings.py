"""What an office sets once for its ledger: the keys, and reading what is kept under them as plain data."""

from __future__ import annotations

import json
from typing import Any

OFFICE_NAME = "office_name"  # 单位名称: signs the reports
_DEEPEST = 12  # far more than any of our settings; what is deeper cannot even be shown


def read_data(text: str) -> Any:
    """What a JSON text holds; None where it cannot be read, be it broken, endlessly nested or a number without end."""
    try:
        told = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return None
    return told if _is_shallow(told, _DEEPEST) else None


def _is_shallow(value: Any, left: int) -> bool:
    if not isinstance(value, dict | list):
        return True
    parts = value.values() if isinstance(value, dict) else value
    return left > 0 and all(_is_shallow(part, left - 1) for part in parts)

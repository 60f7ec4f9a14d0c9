"""Which ledgers were opened last, kept per user. A ledger that is not to be found stays in the list, greyed:
the stick may be back tomorrow."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

_MOST = 8


class RecentLedgers:
    """The list, newest first, and the officer's name on this PC."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = (folder or user_config_path("zonedesk")) / "recent.json"

    @property
    def folder(self) -> Path:
        """Where this PC's own settings are kept."""
        return self._file.parent

    def paths(self) -> list[Path]:
        """Ledgers opened before, newest first."""
        return [Path(name) for name in self._read().get("ledgers", [])]

    def add(self, path: Path) -> None:
        """Put a ledger on top."""
        path = path.resolve()
        kept = [str(path), *(str(p) for p in self.paths() if p != path)][:_MOST]
        self._write({**self._read(), "ledgers": kept})

    @property
    def officer(self) -> str:
        """The name that stands in every change made on this PC; "" until it was given."""
        return str(self._read().get("officer", ""))

    def set_officer(self, name: str) -> None:
        """Keep the officer's name."""
        self._write({**self._read(), "officer": name})

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, values: dict[str, Any]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self._file)

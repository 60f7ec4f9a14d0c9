"""What one PC knows of keeping each ledger safe: the second folder, and when the file was last checked.

Not in the ledger: a drive's letter belongs to the PC, and a ledger opened for reading cannot be written to."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_config_path


@dataclass(frozen=True, slots=True)
class Checked:
    """When a ledger's file was checked last, and how many faults were found."""

    at: dt.datetime
    faults: int


class Keeping:
    """Kept per user and ledger in a small file; one that cannot be read counts as empty."""

    def __init__(self, ledger_id: str, folder: Path | None = None) -> None:
        self._id = ledger_id
        self._file = (folder or user_config_path("zonedesk")) / "keeping.json"

    @property
    def second(self) -> Path | None:
        """The second folder for backups, or None."""
        found = self._mine().get("second")
        return Path(found) if found else None

    def set_second(self, folder: Path | None) -> None:
        """Choose the second folder; None for none. Raises OSError."""
        self._write("second", str(folder) if folder else None)

    def folder(self, what: str) -> Path | None:
        """The folder last used for files of a sort (“import”, “export”); None if there is none or it is gone."""
        folders = self._mine().get("folders")
        found = folders.get(what) if isinstance(folders, dict) else None
        return Path(found) if isinstance(found, str) and Path(found).is_dir() else None

    def set_folder(self, what: str, folder: Path) -> None:
        """Keep the folder last used. Raises OSError."""
        folders = self._mine().get("folders")
        kept = folders if isinstance(folders, dict) else {}
        self._write("folders", {**kept, what: str(folder)})

    @property
    def checked(self) -> Checked | None:
        """The last check, or None."""
        found = self._mine().get("checked")
        try:
            return Checked(dt.datetime.fromisoformat(found["at"]), int(found["faults"])) if found else None
        except (KeyError, TypeError, ValueError):
            return None

    def set_checked(self, at: dt.datetime, faults: int) -> None:
        """Keep the outcome of a check. Raises OSError."""
        self._write("checked", {"at": at.isoformat(timespec="seconds"), "faults": faults})

    def _mine(self) -> dict[str, Any]:
        found = self._read().get(self._id)
        return found if isinstance(found, dict) else {}

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, key: str, value: Any) -> None:
        every = self._read()
        every[self._id] = {**self._mine(), key: value}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(every, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self._file)

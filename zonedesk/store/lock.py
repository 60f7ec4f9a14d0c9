"""One writer at a time, by a lock of the operating system: it falls away when the program ends, however it ends."""

from __future__ import annotations

import contextlib
import getpass
import platform
from pathlib import Path

from filelock import FileLock, Timeout


class WriterLock:
    """The right to write one ledger. `held` is False when somebody else has it."""

    def __init__(self, ledger: Path) -> None:
        # Hidden beside the ledger: it must be on the same disk for a second PC on a shared folder to see it.
        self._path = ledger.with_name(f".{ledger.name}.lock")
        self._lock = FileLock(self._path)
        self.held = False

    def acquire(self) -> bool:
        """Try once; a folder that cannot be written means no lock and no writing."""
        with contextlib.suppress(Timeout, OSError):
            self._lock.acquire(timeout=0)
            self.held = True
        return self.held

    def release(self) -> None:
        """Give the right back; harmless when it was not held."""
        if self.held:
            # Removed while still held: who locks next sees that the file is gone and makes its own. (Windows
            # refuses to remove it here and FileLock does it there.)
            with contextlib.suppress(OSError):
                self._path.unlink()
            self._lock.release()
            self.held = False


def this_computer() -> str:
    """The PC's name as it stands in the record."""
    return platform.node() or "本机"


def system_user() -> str:
    """The login name, used until the officer has said a name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "未署名"

"""A new ledger and the zones it is kept for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from zonedesk.ops.edit import ensure_named
from zonedesk.ops.session import Session
from zonedesk.store.writer import Writer


def begin_ledger(path: Path, zones: Sequence[str], who: str = "") -> None:
    """Make a new ledger at `path` with these zones. Raises LedgerError; nothing is left behind then."""
    with Session.create(path, who) as session:
        session.run(add_zones, names=zones)


def add_zones(w: Writer, *, names: Sequence[str]) -> None:
    """新增开发区."""
    wanted = [name.strip() for name in names if name.strip()]
    w.label = f"新增开发区：{'、'.join(wanted)}"
    for name in wanted:
        ensure_named(w, "zone", name)

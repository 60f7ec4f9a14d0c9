"""Technical values that a ledger file says of itself (id, holder, what a backup holds); not part of the record."""

from __future__ import annotations

from zonedesk.store.guarded import GuardedConnection


def get_meta(connection: GuardedConnection, key: str) -> str | None:
    """A value, or None."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def set_meta(connection: GuardedConnection, key: str, value: str | None) -> None:
    """Write a value down; None takes it away."""
    if value is None:
        connection.execute("DELETE FROM meta WHERE key = ?", (key,))
    else:
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

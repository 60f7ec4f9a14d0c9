"""What can go wrong, as typed problems: a code and its facts; `messages.say` makes the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class ZonedeskError(Exception):
    """Any refusal or failure that an officer is told about in one line.

    `code` names the sentence in `messages.SENTENCES`; `facts` fill its blanks.
    """

    code = "unknown"

    def __init__(self, code: str | None = None, /, **facts: Any) -> None:
        self.code = code or self.code
        self.facts: dict[str, Any] = facts
        super().__init__(self.code, facts)


class LedgerError(ZonedeskError):
    """The ledger file cannot be opened or written."""


class LedgerTooNewError(LedgerError):
    """The ledger was made by a newer zonedesk; it is left untouched."""

    code = "ledger.too_new"


class NotALedgerError(LedgerError):
    """The file is not a zonedesk ledger."""

    code = "ledger.not_ours"


class ReadOnlyLedgerError(LedgerError):
    """A write was asked of a ledger that is open for reading only."""

    code = "ledger.read_only"


class StaleUndoError(ZonedeskError):
    """A step cannot be taken back because rows were changed since; `facts["rows"]` lists them."""

    code = "undo.stale"


class RefusedError(ZonedeskError):
    """An operation is refused because of what was asked (a name missing, a record not there)."""

    code = "refused"


class ImportRefusedError(ZonedeskError):
    """A file cannot be taken in as it is; the ledger is unchanged."""

    code = "import.unreadable"


class CancelledError(ZonedeskError):
    """The officer pressed cancel; nothing was changed."""

    code = "cancelled"


@dataclass(frozen=True)
class Problem:
    """A finding that does not stop the work: where it is and what it is."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)

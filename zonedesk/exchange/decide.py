"""The one place that says what becomes of a cell in which file and ledger differ.

Three-way merging with each partner replaces `decide`: everything else only carries its verdict out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from zonedesk.domain.fields import Field
from zonedesk.exchange.merge import compare

Verdict = Literal["same", "take", "conflict"]
OnConflict = Literal["ask", "theirs", "ours"]


def decide(
    found: Field | None, ours: Any, theirs: Any, *, leads: bool, by_hand: Callable[[], bool]
) -> Verdict:
    """What becomes of one cell; `ours` and `theirs` are comparable values (references as names).

    A blank of ours is filled. A more exact date is taken, a coarser one changes nothing. What differs is
    taken, unless a person wrote ours, or the file is not the place where this field is kept (`leads`).
    """
    if ours is None:
        return "take"
    how = compare(found, ours, theirs)
    if how in {"same", "coarser"}:
        return "same"
    if how == "finer":
        return "take"
    return "conflict" if not leads or by_hand() else "take"

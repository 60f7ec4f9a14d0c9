"""Facts made by hand, for figures without a file."""

from __future__ import annotations

from typing import Any

from zonedesk.domain.cohort import ListingFact, by_track
from zonedesk.domain.facts import BatchFact, Facts
from zonedesk.domain.projects import ProjectFact, Projects

YI = 100_000_000


def project(number: int, **known: Any) -> ProjectFact:
    """A project of which only what is named is known."""
    empty = dict.fromkeys(ProjectFact._fields)
    return ProjectFact(**{**empty, "id": number, "name": f"某某项目{number}", **known})


def listing(number: int, track: str = "signing", batch: int = 1, **known: Any) -> ListingFact:
    """A project's listing, of 1 亿元 unless said."""
    return ListingFact(
        number, batch, track, known.get("investment", YI), known.get("output"), known.get("strategic")
    )


def facts(
    projects: list[ProjectFact], listings: list[ListingFact], as_of: str = "2024-03-31", **more: Any
) -> Facts:
    """A ledger with two batches a year from 2023 on (ids 1 to 4)."""
    batches = {n: BatchFact(n, f"第{n}批", 2023 + (n - 1) // 2, (n - 1) % 2 + 1) for n in range(1, 5)}
    base: dict[str, Any] = {"batches": batches, "zones": {}, "completed": {}, "procedures": [], "pending": []}
    known = {"projects": Projects.of(projects), "listed": by_track(listings)}
    return Facts(as_of=as_of, **known, **{**base, **more})

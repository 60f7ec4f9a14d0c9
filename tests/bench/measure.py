"""What benchmarks share: invented ledgers made once, timing, and a table of ratios."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from zonedesk.ops.sample import make_sample
from zonedesk.store.schema import SCHEMA_VERSION

FOLDER = Path("build/bench")
AS_OF = "2026-10-31"


def ledger(projects: int, changes: int = 0) -> Path:
    """An invented ledger of that size, made once and kept under build/bench."""
    path = FOLDER / f"示例{projects}个{changes}改-第{SCHEMA_VERSION}版.zonedesk"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        make_sample(path, projects=projects, changes=changes, as_of=AS_OF)
    return path


def timed(work: Callable[[], Any], times: int = 7) -> list[float]:
    """Milliseconds of each of `times` runs, in order."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def row(what: str, taken: list[float], allowed: float | None = None) -> None:
    """Print the median and worst time of some work and, if a time is allowed, the median's ratio to it."""
    middle = median(taken)
    ratio = "" if allowed is None else f"  允许 {allowed:.0f} ms  比值 {middle / allowed:.2f}"
    print(f"{what}: 中位 {middle:.1f} ms  最慢 {max(taken):.1f} ms{ratio}")  # noqa: T201

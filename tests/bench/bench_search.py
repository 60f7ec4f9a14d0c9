"""Ctrl+K at 20,000 projects and some 120,000 procedures: each key typed, and reading the index."""

from __future__ import annotations

from statistics import median

from tests.bench.measure import ledger, row, timed
from zonedesk.ops.find_everywhere import Everywhere
from zonedesk.ops.found_parts import PARTS
from zonedesk.ops.session import Session

ALLOWED = 50  # ms for one key
TYPED = ("znz", "施工许可", "2403-99", "wmm", "年产 cgq", "20")


def main() -> None:
    """Print the table: the slowest key of each word, typed letter by letter."""
    with Session.open(ledger(20_000)) as session:
        row("读入全部索引", timed(lambda: Everywhere.read(session.reader, PARTS), 3))
        index = Everywhere.read(session.reader, PARTS)
        row(
            "改一项手续后更新索引",
            timed(lambda: Everywhere.read(session.reader, PARTS, index, {"procedure"}), 3),
        )
        for words in TYPED:
            keys = [words[:end] for end in range(1, len(words) + 1)]
            slowest = max((timed(lambda typed=typed: index.find(typed), 5) for typed in keys), key=median)
            row(f"逐字输入“{words}”最慢的一键", slowest, ALLOWED)


if __name__ == "__main__":
    main()

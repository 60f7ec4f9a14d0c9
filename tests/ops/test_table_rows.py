"""The rows of the table: what is read ahead for many is what is read for each, and costs few readings."""

from __future__ import annotations

from pathlib import Path

from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.table.columns import ledger_columns
from zonedesk.ops.table.rows import LedgerRows

AS_OF = "2024-03-31"


def test_reading_ahead_gives_what_reading_one_by_one_gives(tmp_path: Path) -> None:
    path = tmp_path / "示例.zonedesk"
    make_sample(path, projects=60, seed=3, as_of=AS_OF)
    derived = [column for column in ledger_columns() if column.field is None]
    with Session.open(path, read_only=True) as session:
        ahead, single = (LedgerRows(session, AS_OF, "亿元") for _ in range(2))
        ahead.load()
        single.load()
        asked: list[int] = []

        def near() -> list[int]:
            asked.append(1)
            return list(ahead.by_id)

        for pid in ahead.by_id:
            for column in derived:
                ahead.read_ahead(pid, column, near)
                assert ahead.text(pid, column) == single.text(pid, column)
        assert len(asked) == 2, "once for the lights, once for all else"

"""A cell edit, typed to committed, at 20,000 projects and 500,000 recorded changes."""

from __future__ import annotations

from itertools import count

from tests.bench.measure import ledger, row, timed
from zonedesk.ops.edit import set_field
from zonedesk.ops.session import Session

ALLOWED = 16  # ms, one frame of the screen


def main() -> None:
    """Print the table; each kind of write is new each time, so that none is skipped as unchanged."""
    number = count(1)
    with Session.open(ledger(20_000, 500_000)) as session:
        month = session.reader.rows("monthly_progress", project_id=1) or session.reader.rows(
            "monthly_progress"
        )

        def edit(table: str, key: str, row_id: int | None = None) -> None:
            n = next(number)
            session.run(set_field, table=table, row_id=row_id or n, key=key, text=f"{n % 9}.{n}")

        row("改一个文字格", timed(lambda: edit("project", "remark"), 50), ALLOWED)
        row("改一个金额格", timed(lambda: edit("project", "total_investment"), 50), ALLOWED)
        row(
            "改一个月度进展格",
            timed(lambda: edit("monthly_progress", "invest_total", month[0]["id"]), 50),
            ALLOWED,
        )
        row("撤销一步", timed(session.undo, 20), ALLOWED)
        row("重做一步", timed(session.redo, 20), ALLOWED)


if __name__ == "__main__":
    main()

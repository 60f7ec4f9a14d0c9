"""SQL and the domain agree when a partial date counts."""

from __future__ import annotations

import datetime as dt
import sqlite3

from hypothesis import example, given
from hypothesis import strategies as st

from zonedesk.domain.columns import DONE
from zonedesk.domain.dates import reached
from zonedesk.store.day_conditions import not_done

days = st.dates(dt.date(1999, 12, 1), dt.date(2001, 2, 1)).map(dt.date.isoformat)
partial = st.builds(lambda iso, length: iso[:length], days, st.sampled_from([4, 7, 10]))
_memory = sqlite3.connect(":memory:", check_same_thread=False)


@given(partial, days)
@example("2000-04", "2000-04-30")
@example("2000-02", "2000-02-29")
@example("2000-02", "2000-02-28")
@example("2000", "2000-12-31")
@example("2000", "2000-12-30")
def test_sql_and_domain_agree_when_a_partial_date_counts(written: str, as_of: str) -> None:
    found = sum(
        bool(
            _memory.execute(
                f"SELECT {sql} FROM (SELECT ? AS done_on, '{DONE}' AS status)", (*days, written)
            ).fetchone()[0]
        )
        for sql, days in not_done(as_of)
    )
    assert found == (not reached(written, as_of))


@given(days)
def test_one_whose_status_is_another_waits_once(as_of: str) -> None:
    row = "SELECT NULL AS done_on, '审查中' AS status"
    found = [
        _memory.execute(f"SELECT {sql} FROM ({row})", days).fetchone()[0] for sql, days in not_done(as_of)
    ]
    assert sum(map(bool, found)) == 1

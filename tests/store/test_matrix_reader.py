"""The states that the store works out are those that the domain gives, whatever the dates say."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from zonedesk.domain.columns import NOT_REQUIRED, PROCEDURE_STATES, REQUIRED, UNDECIDED
from zonedesk.domain.procedures import PENDING_STATES
from zonedesk.ops.procedure_book import ProcedureBook
from zonedesk.ops.session import Session
from zonedesk.store.matrix_reader import STATES, MatrixReader

FULL = st.dates(dt.date(2024, 2, 25), dt.date(2024, 4, 5)).map(str)
PARTIAL = st.sampled_from(["2023", "2024", "2025", "2024-02", "2024-03", "2024-04"])
DAY = st.none() | FULL | PARTIAL
PROCEDURE = st.fixed_dictionaries(
    {
        "required": st.sampled_from([REQUIRED, REQUIRED, NOT_REQUIRED, UNDECIDED]),
        "status": st.sampled_from([PROCEDURE_STATES[0], "审查中", "已办结", "已办结"]),
        "submitted_on": DAY,
        "accepted_on": DAY,
        "promised_on": DAY,
        "done_on": DAY,
    }
)
PAUSE = st.fixed_dictionaries({"from_on": DAY, "to_on": DAY})


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(PROCEDURE, st.lists(PAUSE, max_size=2)), min_size=1, max_size=12),
    st.sampled_from(["2024-03-15", "2024-03-31", "2024-02-29", "2024-12-31"]),
)
def test_every_state_is_that_of_the_domain(tmp_path_factory, rows, as_of):
    def fill(w):
        """填台账."""
        pid = w.insert("project", {"name": "甲项目"})
        for number, (row, pauses) in enumerate(rows):
            owner = w.insert("procedure", {"project_id": pid, "name": f"手续{number}", **row})
            for pause in pauses:
                w.insert("procedure_pause", {"project_id": pid, "procedure_id": owner, **pause})

    path = tmp_path_factory.mktemp("ledger") / "台账.zonedesk"
    with Session.create(path, "王某某") as session:
        session.run(fill)
        slots: dict[str, int] = {}
        reader = MatrixReader(session.reader)
        lines, waiting = reader.read(as_of, slots), reader.waiting(as_of)
        known = {each.row["name"]: each.state for each in ProcedureBook.read(session.reader, as_of)}
    (line,) = lines.values()
    assert {name: STATES[line[slot]] for name, slot in slots.items()} == known
    assert {each.name for each in waiting} == {
        name for name, state in known.items() if state in PENDING_STATES
    }
    assert all(STATES[each.code] is known[each.name] for each in waiting)

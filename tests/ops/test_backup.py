"""When backups are made, where to, and which are kept over a year."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.errors import LedgerError
from zonedesk.ops.backup import back_up, backups_in, to_thin
from zonedesk.ops.edit import add_project
from zonedesk.ops.restore import look_inside, restore
from zonedesk.ops.session import Session
from zonedesk.store import backup as store_backup
from zonedesk.store.backup import Backup
from zonedesk.store.places import backup_folder

ZONE = dt.timezone(dt.timedelta(hours=8))
NOW = dt.datetime(2024, 12, 31, 17, 30, tzinfo=ZONE)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)


def backup(when: dt.datetime, *, reason: str = "auto", state: str = "verified") -> Backup:
    return Backup(Path(f"{when:%Y%m%d-%H%M%S}-{reason}-{state}"), when, 1, reason, state, None)


def kept(backups: Iterable[Backup], now: dt.datetime = NOW) -> list[Backup]:
    every = list(backups)
    gone = to_thin(every, now)
    return [b for b in every if b not in gone]


# --- thinning ------------------------------------------------------------------------------------------


def test_a_year_of_work_is_thinned_to_a_year_of_backups():
    """Every half hour of every working day, thinned each time as the program does."""
    alive: list[Backup] = []
    day = dt.datetime(2024, 1, 1, 8, 30, tzinfo=ZONE)
    while day < NOW:
        if day.weekday() < 5:
            for half_hours in range(19):
                now = day + dt.timedelta(minutes=30 * half_hours)
                alive = kept([*alive, backup(now)], now)
                assert alive[-1].at == now
                assert len(alive) <= 12 + 12 + 10 + 9
        day += dt.timedelta(days=1)
    ages = sorted((NOW - b.at).days for b in alive)
    assert sum(age < 1 for age in ages) == 12
    working_days = {b.at.date() for b in alive if (NOW - b.at).days < 16}
    assert len(working_days) >= 12
    assert ages[-1] > 300, "most of the year is still reachable"
    months = {(b.at.year, b.at.month) for b in alive}
    assert len(months) == 12


@pytest.mark.parametrize(
    ("dates", "left"),
    [
        ([], []),
        (["2024-12-31T17:00"], ["2024-12-31T17:00"]),
        # A lone old backup stays, however old.
        (["2019-05-05T10:00"], ["2019-05-05T10:00"]),
        # Of a day that is over, the last one.
        (
            ["2024-12-31T09:00", "2024-12-29T09:00", "2024-12-29T15:00", "2024-12-28T12:00"],
            ["2024-12-31T09:00", "2024-12-29T15:00", "2024-12-28T12:00"],
        ),
        # Less than 24 hours, across midnight: all.
        (
            ["2024-12-31T09:00", "2024-12-30T18:00", "2024-12-30T20:00"],
            ["2024-12-31T09:00", "2024-12-30T18:00", "2024-12-30T20:00"],
        ),
        # One a month, as some offices work: days first, then nothing of it is older than the rest allows.
        ([f"2024-{m:02d}-05T10:00" for m in range(1, 13)], [f"2024-{m:02d}-05T10:00" for m in range(1, 13)]),
    ],
)
def test_what_is_kept(dates: list[str], left: list[str]):
    assert {b.at for b in kept(map(backup, map(at, dates)))} == {at(text) for text in left}


def test_of_the_last_hours_twelve_are_kept():
    every = [backup(NOW - dt.timedelta(minutes=30 * n)) for n in range(20)]
    assert kept(every) == every[:12]


def test_a_backup_dated_after_now_is_neither_removed_nor_a_reason_to_remove():
    """The clock was ahead for a week; since it was set right, those backups lie in the future."""
    ahead = [backup(NOW + dt.timedelta(hours=n)) for n in range(1, 40)]
    right = [backup(NOW - dt.timedelta(minutes=n)) for n in range(1, 12)]
    assert kept([*ahead, *right]) == [*ahead, *right]


def test_with_an_unverified_one_on_top_nothing_is_removed():
    old = [backup(NOW - dt.timedelta(days=3, minutes=n)) for n in range(5)]
    assert len(kept(old)) == 1
    for state in ("unverified", "damaged"):
        assert len(kept([*old, backup(NOW - dt.timedelta(days=1), state=state)])) == 6


def test_what_was_made_on_purpose_stays_for_a_month():
    for days, stays in ((29, True), (31, False)):
        mine = backup(NOW - dt.timedelta(days=days, hours=2), reason="manual")
        after = backup(NOW - dt.timedelta(days=days, hours=1))
        assert (mine in kept([mine, after])) == stays


MINUTES = st.integers(-60 * 24 * 30, 60 * 24 * 500)


@given(
    st.lists(
        st.tuples(
            MINUTES,
            st.sampled_from(["auto", "close", "manual", "restore"]),
            st.sampled_from(["verified"] * 5 + ["unverified", "damaged"]),
        ),
        max_size=80,
        unique_by=lambda made: made[0],
    )
)
def test_thinning_is_safe_and_settles(made: list[tuple[int, str, str]]):
    every = [backup(NOW - dt.timedelta(minutes=m), reason=r, state=s) for m, r, s in made]
    left = kept(every)
    sound = [b for b in every if b.state == "verified"]
    assert set(every) - set(left) <= {b for b in sound if b.at <= NOW}
    if sound:
        assert max(sound, key=lambda b: b.at) in left
    assert kept(left) == left


# --- making them ---------------------------------------------------------------------------------------


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_only_what_changed_is_backed_up(session: Session):
    folder = backup_folder(session.path)
    assert back_up(session.path, now=NOW).made is None, "nothing in it yet"
    session.run(add_project, name="甲项目")
    assert back_up(session.path, now=NOW).made
    assert back_up(session.path, now=NOW + dt.timedelta(hours=1)).made is None
    assert len(files(folder)) == 1
    assert back_up(session.path, reason="manual", now=NOW + dt.timedelta(hours=1)).made, "asked for"
    session.run(add_project, name="乙项目")
    assert back_up(session.path, now=NOW + dt.timedelta(hours=2)).made
    assert [b.content.last_change for b in backups_in(folder) if b.content] == [2, 1, 1]


def test_with_the_clock_set_back_a_changed_ledger_is_still_backed_up(session: Session):
    session.run(add_project, name="甲项目")
    first = back_up(session.path, now=NOW).made
    session.run(add_project, name="乙项目")
    second = back_up(session.path, now=NOW - dt.timedelta(days=40)).made
    session.run(add_project, name="丙项目")
    third = back_up(session.path, now=NOW).made
    assert first
    assert second
    assert third
    assert len({first.path, second.path, third.path}) == 3, "the same second again: another name"
    assert all(b.path.exists() for b in (first, second, third))


def test_a_damaged_backup_does_not_count_as_one(session: Session):
    session.run(add_project, name="甲项目")
    made = back_up(session.path, now=NOW).made
    assert made
    made.path.write_bytes(made.path.read_bytes()[:30_000])
    again = back_up(session.path, now=NOW + dt.timedelta(minutes=30)).made
    assert again
    assert made.path.exists(), "a damaged one is shown, not removed"


def test_the_second_folder_is_away_then_caught_up(session: Session, tmp_path: Path):
    stick = tmp_path / "U盘"
    session.run(add_project, name="甲项目")
    outcome = back_up(session.path, second=stick, now=NOW)
    assert outcome.made
    assert outcome.second == "away"
    assert not stick.exists(), "a mount point is not filled"
    stick.mkdir()
    outcome = back_up(session.path, second=stick, now=NOW + dt.timedelta(minutes=30))
    assert (outcome.made, outcome.second) == (None, "done"), "caught up though nothing changed since"
    assert back_up(session.path, second=stick, now=NOW + dt.timedelta(hours=1)).second == "current"
    [copy] = backups_in(stick / backup_folder(session.path).name)
    assert copy.content
    assert copy.content.last_change == 1


def test_a_second_folder_that_fails_leaves_the_first_one_s_backup(
    session: Session, tmp_path: Path, monkeypatch
):
    stick = tmp_path / "U盘"
    stick.mkdir()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    session.run(add_project, name="甲项目")
    outcome = back_up(session.path, second=stick, now=NOW)
    assert outcome.made
    assert outcome.second == "failed"
    assert outcome.second_error
    assert outcome.second_error.code == "backup.disk_full"
    assert files(stick / backup_folder(session.path).name) == []


def test_backups_of_another_ledger_are_left_alone(session: Session, tmp_path: Path):
    """Two ledgers of one name in turn: each sees its own, and thins none of the other's."""
    session.run(add_project, name="甲项目")
    folder = backup_folder(session.path)
    folder.mkdir()
    other = tmp_path / "别" / session.path.name
    other.parent.mkdir()
    with Session.create(other, "李某") as theirs:
        theirs.run(add_project, name="别处的项目")
        for n in range(3):
            store_backup.write_backup(
                other, folder / f"别-{n}.zonedesk", "auto", at=NOW - dt.timedelta(days=300, minutes=n)
            )
    assert back_up(session.path, now=NOW).made
    assert len(files(folder)) == 4
    assert len(backups_in(folder, ledger_id=session.ledger_id)) == 1


def test_beginnings_left_by_a_kill_are_cleared_when_old(session: Session):
    folder = backup_folder(session.path)
    folder.mkdir()
    session.run(add_project, name="甲项目")
    part = folder / ".台账-20240101-000000.zonedesk.abcd.part"
    part.write_bytes(b"x")
    back_up(session.path)
    assert part.exists(), "somebody may be writing it"
    session.run(add_project, name="乙项目")
    back_up(session.path, now=dt.datetime.now(ZONE) + dt.timedelta(hours=2))
    assert not part.exists()


def test_a_folder_that_cannot_be_made_is_told(session: Session):
    session.run(add_project, name="甲项目")
    backup_folder(session.path).write_text("占了名字的文件")
    with pytest.raises(LedgerError) as refused:
        back_up(session.path, now=NOW)
    assert refused.value.code == "backup.unwritable"


# --- looking inside, the drill -------------------------------------------------------------------------


def test_looking_inside_tells_what_would_change(session: Session):
    session.run(add_project, name="甲项目")
    made = back_up(session.path, now=NOW).made
    assert made
    session.run(add_project, name="乙项目")
    session.run(add_project, name="丙项目")
    inside = look_inside(session.path, made.path)
    assert inside.content.counts["project"] == 1
    assert [step.label for step in inside.steps] == ["新增项目 甲项目"]
    assert [step.label for step in inside.since] == ["新增项目 丙项目", "新增项目 乙项目"]
    assert [(d.table, d.added, d.removed, d.changed) for d in inside.differences] == [("project", 2, 0, 0)]


def test_the_drill_every_backup_of_a_day_opens_with_its_figures(ledger_path: Path):
    """Each backup, restored in turn, gives the ledger of its moment: rows and money."""
    wanted = {}
    with Session.open(ledger_path, "王某") as session:
        for n in range(5):
            changes = session.run(add_project, name=f"某某项目{n}")
            session.run(set_investment, row_id=changes.rows[0].row_id, amount=10**8 * (n + 1))
            made = back_up(ledger_path, now=NOW + dt.timedelta(minutes=n)).made
            assert made
            wanted[made.path] = (n + 1, sum(10**8 * (k + 1) for k in range(n + 1)))
    for path, (count, money) in wanted.items():
        restore(ledger_path, path)
        with Session.open(ledger_path, read_only=True) as session:
            projects = session.reader.projects()
            assert (len(projects), sum(p["total_investment"] for p in projects)) == (count, money)
            assert session.integrity() == []


def set_investment(w, *, row_id: int, amount: int) -> None:
    """总投资."""
    w.update("project", row_id, {"total_investment": amount})

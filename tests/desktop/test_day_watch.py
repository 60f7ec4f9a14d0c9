"""A program that stays open overnight looks at the new day in the morning."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from zonedesk.desktop import desk as module
from zonedesk.desktop.day_watch import DayWatch
from zonedesk.desktop.desk import Desk


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> list[str]:
    """The usual day, to be changed by a test."""
    days = [desk.as_of]
    monkeypatch.setattr(module, "default_as_of", lambda reader: days[-1])
    return days


def test_the_day_that_has_come_is_looked_at(qtbot: QtBot, desk: Desk, calendar: list[str]) -> None:
    DayWatch(desk, desk, every=1)
    calendar.append("2026-11-23")
    qtbot.waitUntil(lambda: desk.as_of == "2026-11-23")


def test_a_day_that_was_chosen_stays(desk: Desk, calendar: list[str]) -> None:
    desk.look_at(as_of="2024-01-31")
    calendar.append("2026-11-23")
    desk.follow_day()
    assert desk.as_of == "2024-01-31"


def test_nothing_is_asked_of_a_closed_ledger(qtbot: QtBot, desk: Desk, calendar: list[str]) -> None:
    watch = DayWatch(desk, desk, every=1)
    desk.close()
    assert not watch._timer.isActive()

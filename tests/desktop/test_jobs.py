"""The worker: one end for every job, cancel, giving way."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from zonedesk.desktop.jobs import JobRunner, Outcome
from zonedesk.desktop.widgets.job_line import JobLine
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.progress import Progress


@pytest.fixture
def jobs(qapp):
    runner = JobRunner()
    yield runner
    runner.shutdown()


def wait_for(event: threading.Event):
    """Work that stops when it is told to, or when the event comes."""

    def work(progress: Progress) -> str:
        while not event.wait(0.01):
            progress.check()
        return "到头"

    return work


def test_done_failed_and_cancelled_end_by_one_signal_each(qtbot: QtBot, jobs: JobRunner):
    ended: list[Outcome] = []
    jobs.finished.connect(ended.append)
    for work in (lambda _: 7, lambda _: (_ for _ in ()).throw(RefusedError("refused", reason="试"))):
        with qtbot.waitSignal(jobs.finished):
            assert jobs.start("活", work, lambda _: None)
    with qtbot.waitSignal(jobs.finished):
        jobs.start("活", wait_for(threading.Event()), lambda _: None)
        jobs.cancel()
    assert ended[0] == Outcome(value=7)
    assert isinstance(ended[1].error, RefusedError)
    assert ended[2] == Outcome(cancelled=True)
    assert len(ended) == 3


def test_work_runs_elsewhere_and_its_end_is_heard_here(qtbot: QtBot, jobs: JobRunner):
    threads: list[QThread] = []
    with qtbot.waitSignal(jobs.finished):
        jobs.start(
            "活",
            lambda _: threads.append(QThread.currentThread()),
            lambda _: threads.append(QThread.currentThread()),
        )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threads[1]
    assert threads[1] is QThread.currentThread()


def test_a_second_job_is_refused_while_one_runs(qtbot: QtBot, jobs: JobRunner):
    free = threading.Event()
    jobs.start("先", wait_for(free), lambda _: None)
    assert not jobs.start("后", lambda _: None, lambda _: None)
    with qtbot.waitSignal(jobs.finished):
        free.set()
    assert not jobs.busy


def test_a_job_told_to_stop_gives_way_to_the_next(qtbot: QtBot, jobs: JobRunner):
    ends: list[Outcome] = []
    jobs.start("先", wait_for(threading.Event()), ends.append)
    jobs.cancel()
    assert jobs.start("后", lambda _: "后", ends.append)
    qtbot.waitUntil(lambda: len(ends) == 2)
    assert ends == [Outcome(cancelled=True), Outcome(value="后")]


def test_a_waiting_job_that_is_cancelled_never_begins(qtbot: QtBot, jobs: JobRunner):
    ends: list[Outcome] = []
    begun: list[bool] = []
    jobs.start("先", wait_for(threading.Event()), ends.append)
    jobs.cancel()
    jobs.start("后", lambda _: begun.append(True), ends.append)
    with qtbot.waitSignal(jobs.finished):
        jobs.cancel()
    qtbot.waitUntil(lambda: len(ends) == 2)
    assert not begun
    assert all(end.cancelled for end in ends)


def test_the_line_stays_away_from_short_work_and_stops_long_work(qtbot: QtBot, jobs: JobRunner):
    line = JobLine(jobs)
    qtbot.addWidget(line)
    jobs.start("活", wait_for(threading.Event()), lambda _: None)
    assert line.isHidden()
    qtbot.waitUntil(lambda: not line.isHidden(), timeout=3000)
    with qtbot.waitSignal(jobs.finished):
        line.stop.click()
    assert line.isHidden()

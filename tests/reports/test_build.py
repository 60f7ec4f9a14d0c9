from __future__ import annotations

from pathlib import Path

import pytest

from zonedesk.domain.errors import CancelledError, RefusedError
from zonedesk.domain.messages import say
from zonedesk.ops.session import Session
from zonedesk.reports.build import build_report
from zonedesk.reports.problems import ReportError
from zonedesk.reports.registry import reports


class Cancelling:
    """Cancels at the first question."""

    def report(self, done: int, total: int, text: str) -> None:
        assert 0 <= done <= total

    def check(self) -> None:
        raise CancelledError


class Listening(Cancelling):
    """Hears everything and goes on."""

    def __init__(self) -> None:
        self.heard: list[tuple[int, int]] = []

    def report(self, done: int, total: int, text: str) -> None:
        super().report(done, total, text)
        self.heard.append((done, total))

    def check(self) -> None:
        pass


def test_the_monthly_report_is_found_by_its_file() -> None:
    assert reports()["monthly"].title == "开发区“三个一批”月通报"


def test_cancelling_leaves_the_old_file_and_nothing_beside(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "报表" / "月通报.pdf"
    path.parent.mkdir()
    path.write_bytes(b"old")
    with pytest.raises(CancelledError):
        build_report(filled, "monthly", "2024-03", path, progress=Cancelling())
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_new_report_takes_the_old_one_s_place(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "月通报.pdf"
    path.write_bytes(b"old")
    build_report(filled, "monthly", "2024-03", path)
    assert path.read_bytes().startswith(b"%PDF")
    assert not list(tmp_path.glob(".*.part"))


def test_progress_ends_where_it_said(filled: Session, tmp_path: Path) -> None:
    progress = Listening()
    build_report(filled, "monthly", "2024-03", tmp_path / "x.pdf", progress=progress)
    done = [n for n, _ in progress.heard]
    assert done == sorted(done)
    assert progress.heard[-1][0] == progress.heard[-1][1]


def test_a_folder_that_is_not_there_is_named(filled: Session, tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        build_report(filled, "monthly", "2024-03", tmp_path / "没有" / "x.pdf")
    assert "没有”不存在" in say(caught.value)


def test_a_place_that_cannot_be_written_is_named(filled: Session, tmp_path: Path) -> None:
    taken = tmp_path / "月通报.pdf"
    taken.mkdir()
    with pytest.raises(ReportError) as caught:
        build_report(filled, "monthly", "2024-03", taken)
    assert "无法写入" in say(caught.value)
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("month", ["2024-13", "三月", "", "2024", "0001-01"])
def test_what_is_no_month_is_refused(session: Session, tmp_path: Path, month: str) -> None:
    with pytest.raises(RefusedError) as caught:
        build_report(session, "monthly", month, tmp_path / "x.pdf")
    assert "不是月份" in say(caught.value)


def test_an_unknown_report_is_refused_with_those_there_are(session: Session, tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        build_report(session, "yearly", "2024-03", tmp_path / "x.pdf")
    assert "monthly" in say(caught.value)


def test_a_report_never_takes_the_ledger_s_place(filled: Session) -> None:
    before = filled.path.read_bytes()
    with pytest.raises(ReportError) as caught:
        build_report(filled, "monthly", "2024-03", filled.path)
    assert caught.value.code == "report.suffix"
    assert filled.path.read_bytes() == before

"""Files kept beside the ledger: by content, whole or not at all, never worked on themselves."""

import errno
import os
from pathlib import Path

import pytest

from zonedesk.domain.errors import CancelledError, LedgerError
from zonedesk.store import documents
from zonedesk.store.documents import copy_folder, document_folder, document_path, hand_out, keep, state_of


@pytest.fixture
def folder(tmp_path):
    return document_folder(tmp_path / "台账.zonedesk")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "用地批复（甲项目）.PDF"
    path.write_bytes(b"%PDF-1.7 invented" * 1000)
    return path


def test_the_folder_is_named_after_the_ledger(folder):
    assert folder.name == "台账.附件"


def test_a_file_is_kept_once_by_its_content(folder, source, tmp_path):
    kept = keep(source, folder)
    again = tmp_path / "同一份.pdf"
    again.write_bytes(source.read_bytes())
    assert keep(again, folder).sha256 == kept.sha256
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files == [document_path(folder, kept.sha256, "x.pdf")]
    assert files[0].read_bytes() == source.read_bytes()
    assert (kept.name, kept.size) == (source.name, 17000)
    assert not os.access(files[0], os.W_OK) or os.geteuid() == 0


def test_missing_and_altered_files_are_known_and_can_be_kept_again(folder, source, tmp_path):
    kept = keep(source, folder)
    path = document_path(folder, kept.sha256, kept.name)
    assert state_of(folder, kept.sha256, kept.name) == "good"
    path.chmod(0o600)
    path.write_bytes(b"something else")
    assert state_of(folder, kept.sha256, kept.name) == "altered"
    with pytest.raises(LedgerError, match=r"document\.altered"):
        hand_out(folder, kept.sha256, kept.name, tmp_path / "取出.pdf")
    assert not (tmp_path / "取出.pdf").exists()
    keep(source, folder)
    assert state_of(folder, kept.sha256, kept.name) == "good"
    path.unlink()
    assert state_of(folder, kept.sha256, kept.name) == "missing"


def test_a_copy_is_handed_out(folder, source, tmp_path):
    kept = keep(source, folder)
    hand_out(folder, kept.sha256, kept.name, tmp_path / "取出.pdf")
    assert (tmp_path / "取出.pdf").read_bytes() == source.read_bytes()
    with pytest.raises(LedgerError, match=r"document\.not_saved"):
        hand_out(folder, kept.sha256, kept.name, tmp_path / "没有" / "取出.pdf")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "document.unreadable"),
        (lambda path: path.mkdir(), "document.not_a_file"),
        (lambda path: path.write_bytes(b""), "document.empty"),
        (lambda path: path.write_bytes(b"x" * 3_000_000), "document.too_large"),
    ],
)
def test_what_cannot_be_kept_is_said(folder, tmp_path, make, code):
    path = tmp_path / "附件.bin"
    make(path)
    with pytest.raises(LedgerError, match=code):
        keep(path, folder, most=2 * 1024 * 1024)
    assert not list(folder.rglob("*"))


def test_a_full_disk_leaves_nothing_behind(folder, source, monkeypatch):
    def full(part: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(documents, "put_in_place", full)
    with pytest.raises(LedgerError, match=r"document\.disk_full"):
        keep(source, folder)
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_cancelling_leaves_nothing_behind(folder, source):
    class Cancelled:
        def report(self, done, total, text): ...

        def check(self):
            raise CancelledError

    with pytest.raises(CancelledError):
        keep(source, folder, progress=Cancelled())
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_second_folder_gets_what_it_lacks(folder, source, tmp_path):
    kept = keep(source, folder)
    second = tmp_path / "U盘" / "台账.附件"
    assert copy_folder(folder, second) == 1
    assert copy_folder(folder, second) == 0
    assert state_of(second, kept.sha256, kept.name) == "good"
    assert copy_folder(tmp_path / "没有", second) == 0

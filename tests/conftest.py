"""Shared fixtures: an empty ledger per test, and the bureau-style workbooks where they are at hand."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from zonedesk.ops.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty, closed ledger to copy: migrating once is many times faster."""
    path = tmp_path_factory.mktemp("template") / "空.zonedesk"
    Session.create(path, "王某").close()
    return path


@pytest.fixture
def ledger_path(empty_ledger: Path, tmp_path: Path) -> Path:
    """A fresh empty ledger file."""
    return Path(shutil.copy(empty_ledger, tmp_path / "台账.zonedesk"))


@pytest.fixture
def session(ledger_path: Path) -> Iterator[Session]:
    """An open session on a fresh ledger."""
    with Session.open(ledger_path, "王某") as opened:
        yield opened


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of bureau-style workbooks and golden numbers; skips where it is absent."""
    if not (SHARED / "workbooks").is_dir():
        pytest.skip("没有 ../shared：本测试用其中的样表")
    return SHARED

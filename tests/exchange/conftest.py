"""Small invented workbooks, and importing them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from zonedesk.domain.plan import ImportPlan
from zonedesk.exchange.importing import prepare
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

Write = Callable[..., Path]
Plan = Callable[..., ImportPlan]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """write(rows, name=…, sheet=…): a workbook of one sheet, or of several given as {sheet: rows}."""

    def make(rows: Any, name: str = "某表.xlsx", sheet: str = "签约一批") -> Path:
        book = Workbook()
        book.remove(book.active)
        for title, lines in (rows if isinstance(rows, dict) else {sheet: rows}).items():
            page = book.create_sheet(title)
            for line in lines:
                page.append(line)
        path = tmp_path / name
        book.save(path)
        return path

    return make


@pytest.fixture
def plan(session: Session) -> Plan:
    """plan(path, …): what importing the file into the session's ledger would do."""

    def make(path: Path, **options: Any) -> ImportPlan:
        return prepare(session.reader, path, ledger_id=session.ledger_id, **options)

    return make


@pytest.fixture
def import_file(session: Session, plan: Plan) -> Plan:
    """import_file(path, …): plan it and take it in."""

    def make(path: Path, **options: Any) -> ImportPlan:
        made = plan(path, **options)
        session.run(take_in, plan=made)
        return made

    return make

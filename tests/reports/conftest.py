"""A small invented ledger whose figures are those of the source text's sentences, in little."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from zonedesk.ops.session import Session
from zonedesk.reports.fonts import ROLES, FontBook
from zonedesk.store.writer import Writer

YI = 100_000_000


def _project(w: Writer, **values: Any) -> int:
    columns = {"total_investment": YI, "project_kind": "产业", "duty_unit": "发展改革局", "sponsor": "王某某"}
    unfit = json.dumps(values.pop("unfit", {}), ensure_ascii=False)
    return w.insert("project", columns | values | {"unfit": unfit})


def _list(w: Writer, project: int, batch: int, track: str, *, yi: str, strategic: int = 0) -> None:
    amount = int(float(yi) * 100) * YI // 100
    w.insert(
        "listing",
        {
            "project_id": project,
            "batch_id": batch,
            "track": track,
            "investment": amount,
            "output": amount * 2,
            "strategic": strategic,
        },
    )


def fill(w: Writer) -> None:
    """填入示例."""
    east = w.insert("zone", {"name": "城东经济技术开发区"})
    west = w.insert("zone", {"name": "城西现代农业产业示范区"})
    first = w.insert("batch", {"name": "2023年第四次", "year": 2023, "seq_no": 4})
    last = w.insert("batch", {"name": "2024年第一次", "year": 2024, "seq_no": 1})
    started = _project(
        w, name="㛃䶮〇新材料项目", zone_id=east, sign_date="2023-11", start_actual="2024-03-05"
    )
    overdue = _project(w, name="年产5万㎡玻璃<b>&项目", zone_id=east, start_plan="2024-03-01")
    waiting = _project(w, name="现代冷链物流园项目", zone_id=west, start_plan="2024-06")
    undated = _project(w, name="药材种植加工项目", zone_id=west, unfit={"start_plan": "土地办结后"})
    producing = _project(w, name="智能制造项目", zone_id=east, prod_actual="2024-02", start_actual="2023-12")
    target = _project(w, name="乳制品加工项目", zone_id=west, effect_actual="2024-03", actual_output=YI)
    _project(w, name="未列入批次的项目")
    for project, yi in ((started, "3.5"), (overdue, "1.2"), (waiting, "2"), (undated, "0.3")):
        _list(w, project, first, "signing", yi=yi)
    _list(w, producing, last, "start", yi="4", strategic=1)
    _list(w, started, last, "start", yi="6")
    _list(w, target, last, "production", yi="2.5")
    for month, amount in (("2024-02", 2 * YI), ("2024-03", 3 * YI), ("2024-04", 9 * YI)):
        w.insert("monthly_progress", {"project_id": producing, "month": month, "invest_total": amount})
    w.insert(
        "problem",
        {
            "project_id": overdue,
            "description": "土地指标未落实",
            "category": "用地",
            "measure": "市局协调调剂",
            "deadline": "2024-04-30",
        },
    )
    done = {"project_id": started, "status": "已办结", "done_on": "2024-01-10", "waiting_reason": None}
    w.insert_many(
        "procedure",
        [
            done | {"name": "备案"},
            done | {"name": "环评"},
            {
                "project_id": started,
                "name": "土地",
                "status": "办理中",
                "done_on": None,
                "waiting_reason": "已完成收储，等待招拍挂",
            },
        ],
    )
    w.insert("setting", {"key": "office_name", "value": "某市开发区管理办公室"})


def fill_many(w: Writer, *, count: int, reason: str = "等待招拍挂") -> None:
    """填入许多未开工项目."""
    zone = w.insert("zone", {"name": "某开发区"})
    batch = w.insert("batch", {"name": "2024年第一次", "year": 2024, "seq_no": 1})
    for n in range(count):
        project = _project(w, name=f"长名单第{n + 1}号项目", zone_id=zone, start_plan="2024-01-31")
        _list(w, project, batch, "signing", yi="1")
        w.insert("problem", {"project_id": project, "description": reason})


@pytest.fixture(scope="session", autouse=True)
def _faces_read() -> None:
    """Read the faces once for all tests: the time of a single property is not to be that of reading them."""
    for role in ROLES:
        FontBook([]).runs("字a\U0001f600", role)


@pytest.fixture
def filled(session: Session) -> Session:
    """The small ledger."""
    session.run(fill)
    return session


def texts_of(path: Path) -> list[str]:
    """Each page's text, line breaks removed: what a reader reads through."""
    document = pdfium.PdfDocument(path.read_bytes())
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return ["".join(page.split("\r\n")) for page in pages]


@pytest.fixture
def read_pdf() -> Callable[[Path], list[str]]:
    """Reads a PDF's pages back as text."""
    return texts_of


def body_of(path: Path) -> str:
    """The text of all pages without their running heads and feet, so that sentences run on over page ends."""
    return "".join(re.sub(r"第 \d+ 页 共 \d+ 页.*$", "", page) for page in texts_of(path))

"""Whatever a sheet holds: taking it in twice is taking it in once, and undo leaves nothing behind."""

from __future__ import annotations

import copy
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zonedesk.exchange import importing
from zonedesk.exchange.grid import Grid
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

HEAD = [
    "序号",
    "开发区",
    "活动批次",
    "项目名称",
    "项目代码",
    "建设单位",
    "总投资（亿元）",
    "签约时间",
    "累计完成投资（万元）",
    "形象进度",
    "存在问题",
    "入统",
]
NAMES = [
    "甲项目",
    "甲项目（一期）",
    "甲项目（二期）",
    "乙项目",
    "乙建设项目",
    "年产5吨某材料项目",
    "年产6吨某材料项目",
]
DATES = ["", "2024.3", "2024-03-07", "2024年3月", "2023年上半年", 45352, 2024.5, "待定", "/"]
ROW = st.tuples(
    st.just(1.0),
    st.sampled_from(["某区", "另区", ""]),
    st.sampled_from(["2023年第一次", "2024年第2次", ""]),
    st.sampled_from(NAMES),
    st.sampled_from(["", "", "2301-140200-89-01-000001", "2301—140200—89—01—000002"]),
    st.sampled_from(["山西某甲有限公司", "山西某甲有限责任公司", "山西某乙有限公司", ""]),
    st.sampled_from([1.5, 1.5, 2, "约3亿", "5000万", "另议", ""]),
    st.sampled_from(DATES),
    st.sampled_from([100, 200.5, ""]),
    st.sampled_from(["基础施工", "主体\n施工", "无", ""]),
    st.sampled_from(["用地未落实", "资金不足", "无", ""]),
    st.sampled_from(["是", ""]),
)
SHEETS = st.dictionaries(
    st.sampled_from(["签约一批", "开工一批", "投产一批"]), st.lists(ROW, min_size=1, max_size=6), min_size=1
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheets=SHEETS)
def test_twice_is_once(empty_ledger: Path, sheets: dict[str, list[tuple[object, ...]]]) -> None:
    grids = [
        Grid(name, [["数据截至：2024年3月31日"] + [""] * 11, HEAD, *map(list, rows)])
        for name, rows in sheets.items()
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty_ledger, Path(folder) / "台账.zonedesk"))
        book = Path(folder) / "表.xlsx"
        book.write_bytes(b"x")
        with (
            Session.open(path, "王某") as session,
            patch.object(importing, "parse", lambda *_: copy.deepcopy(grids)),
        ):
            first = importing.prepare(session.reader, book)
            session.run(take_in, plan=first)
            second = importing.prepare(session.reader, book)
            assert list(second.cells()) == []
            assert not session.run(take_in, plan=second)
            session.undo()
            assert session.reader.count("project") + session.reader.count("enterprise") == 0

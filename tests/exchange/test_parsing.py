"""Parsing apart: bad files are one clear line, in time, and a cancelled parse leaves no process."""

from __future__ import annotations

import os
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from zonedesk.domain.errors import CancelledError, ImportRefusedError
from zonedesk.domain.messages import say
from zonedesk.exchange import importing, parsing
from zonedesk.exchange.grid import Grid
from zonedesk.exchange.importing import prepare
from zonedesk.exchange.parsing import parse
from zonedesk.ops.session import Session

BAD = {
    "传输中断的台账.xlsx": "import.damaged",
    "伪装成表格的文本.xlsx": "import.not_a_workbook",
    "公式无缓存值.xlsx": "import.no_formula_values",
    "加密台账（口令zone2024）.xlsx": "import.password_needed",
    "实体膨胀.xlsx": "import.entities",
    "末格有字的空表.xlsx": "import.far_cell",
    "没有认识的列.xlsx": "import.unknown_columns",
    "空工作簿.xlsx": "import.no_content",
}


@pytest.mark.parametrize(("name", "code"), BAD.items())
def test_each_bad_file_is_one_line(session: Session, shared: Path, name: str, code: str) -> None:
    begun = time.monotonic()
    with pytest.raises(ImportRefusedError) as caught:
        prepare(session.reader, shared / "workbooks" / "坏文件" / name)
    assert time.monotonic() - begun < 10
    assert caught.value.code == code
    line = say(caught.value)
    assert "\n" not in line
    assert name in line
    assert "台账未改动" in line
    assert session.reader.last_change() == 0


def test_every_bad_file_is_expected(shared: Path) -> None:
    assert {path.name for path in (shared / "workbooks" / "坏文件").iterdir()} == set(BAD)


def test_wrong_password(session: Session, shared: Path) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        prepare(
            session.reader, shared / "workbooks" / "坏文件" / "加密台账（口令zone2024）.xlsx", password="错"
        )
    assert caught.value.code == "import.password_wrong"


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "import.empty"), (b"\0" * 512, "import.empty"), (b"PK\3\4", "import.damaged")]
)
def test_scraps(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "残片.xlsx"
    path.write_bytes(content)
    with pytest.raises(ImportRefusedError) as caught:
        parse(path)
    assert caught.value.code == code


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        parse(tmp_path / "没有.xlsx")
    assert caught.value.code == "import.no_file"


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "照片.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "照片")
    with pytest.raises(ImportRefusedError) as caught:
        parse(path)
    assert caught.value.code == "import.not_a_workbook"


def _stand_in(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(parsing, "worker_command", lambda: [sys.executable, "-c", code])


def test_a_dying_parser_is_an_ordinary_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(monkeypatch, "import os; os.abort()")
    path = tmp_path / "某.xlsx"
    path.write_bytes(b"x")
    with pytest.raises(ImportRefusedError) as caught:
        parse(path)
    assert caught.value.code == "import.parser_died"


def test_an_endless_parser_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(monkeypatch, "import threading; threading.Event().wait()")
    monkeypatch.setattr(parsing, "TIME_LIMIT", 0.3)
    path = tmp_path / "某.xlsx"
    path.write_bytes(b"x")
    begun = time.monotonic()
    with pytest.raises(ImportRefusedError) as caught:
        parse(path)
    assert caught.value.code == "import.too_slow"
    assert time.monotonic() - begun < 3


def test_cancel_stops_the_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(monkeypatch, "import threading; threading.Event().wait()")

    class Cancelled:
        def report(self, done: int, total: int, text: str) -> None: ...

        def check(self) -> None:
            raise CancelledError

    path = tmp_path / "某.xlsx"
    path.write_bytes(b"x")
    with pytest.raises(CancelledError):
        parse(path, progress=Cancelled())


def test_the_answer_can_run_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(monkeypatch, "import os,pickle,sys; sys.stdout.buffer.write(pickle.dumps(os.getcwd))")
    path = tmp_path / "某.xlsx"
    path.write_bytes(b"x")
    with pytest.raises(ImportRefusedError) as caught:
        parse(path)
    assert caught.value.code == "import.parser_died"


def test_a_frozen_program_parses_by_calling_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    command = parsing.worker_command()
    assert command[0] == sys.executable
    # The frozen program's one file is the package's own entry.
    monkeypatch.setattr(parsing, "worker_command", lambda: [sys.executable, "-m", "zonedesk", *command[1:]])
    path = tmp_path / "表.csv"
    path.write_text("项目名称,总投资（亿元）\n某某项目,1.2\n", "utf-8")
    assert parse(path)[0].rows == [["项目名称", "总投资（亿元）"], ["某某项目", "1.2"]]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig"])
def test_csv_in_either_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "表.csv"
    path.write_text("项目名称,总投资（亿元）\n某某㛃项目,1.2\n", encoding)
    assert parse(path)[0].rows == [["项目名称", "总投资（亿元）"], ["某某㛃项目", "1.2"]]


CSV = "项目名称,总投资（万元）,建设单位\n甲项目,100,某某公司\n"


@pytest.mark.parametrize(
    "content",
    [
        CSV.replace(",", "\t").encode("utf-16"),  # “Unicode 文本” as Excel saves it
        CSV.replace("\n", "\r").encode(),
        CSV.encode("gb18030"),
    ],
)
def test_text_files_of_every_office(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "某表.csv"
    path.write_bytes(content)
    (grid,) = parse(path)
    assert [row[:3] for row in grid.rows] == [line.split(",") for line in CSV.splitlines()]


def test_a_quotation_mark_never_closed_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "某表.csv"
    path.write_text('项目名称,建设单位\n"甲项目,乙\n' + "丙项目,丁\n" * 20_000, encoding="utf-8")
    with pytest.raises(ImportRefusedError) as caught:
        parse(path)
    assert caught.value.code == "import.damaged"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.xlsx")
    (tmp_path / "文件夹.xlsx").mkdir()
    (tmp_path / "环.xlsx").symlink_to(tmp_path / "环.xlsx")
    for name in ("管道.xlsx", "文件夹.xlsx", "环.xlsx"):
        begun = time.monotonic()
        with pytest.raises(ImportRefusedError) as caught:
            parse(tmp_path / name)
        assert caught.value.code == "import.no_file"
        assert time.monotonic() - begun < 2


def test_a_file_gone_after_it_was_read_is_one_line(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "某表.csv"
    path.write_text(CSV, encoding="utf-8")

    def pulled_out(*args: Any) -> list[Grid]:
        grids = parse(*args)
        path.unlink()
        return grids

    monkeypatch.setattr(importing, "parse", pulled_out)
    with pytest.raises(ImportRefusedError) as caught:
        prepare(session.reader, path)
    assert caught.value.code == "import.no_file"


@pytest.mark.parametrize(
    "blank", [b'<row r="%d" s="1" customFormat="1"/>', b'<row r="%d"><c r="A%d" s="0"/></row>']
)
def test_a_million_rows_that_are_only_coloured_are_read_past(tmp_path: Path, blank: bytes) -> None:
    made, path = tmp_path / "某表.xlsx", tmp_path / "涂色.xlsx"
    book = Workbook()
    for row in (["项目名称", "总投资（万元）"], ["甲项目", 100]):
        book.active.append(row)
    book.save(made)
    rows = b"".join(blank.replace(b"%d", str(row).encode()) for row in range(3, 1_048_577, 5))
    with (
        zipfile.ZipFile(made) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for item in old.namelist():
            data = old.read(item)
            new.writestr(item, data.replace(b"</sheetData>", rows + b"</sheetData>"))
    (grid,) = parse(path)
    assert len(grid.rows) == 2

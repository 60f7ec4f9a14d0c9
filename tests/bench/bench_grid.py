"""The grid at 20,000 projects: a frame of scrolling against a bare table's, a pasted block, memory, a typed edit.

Run: `QT_QPA_PLATFORM=offscreen python -m tests.bench grid`. The bare table is a QTableView on a QStandardItemModel
with the same strings, columns, widths and size, in a process of its own without our style. Both processes live at once
and scroll by turns, always on to rows not seen before; the ratio is the median of the turns' ratios, so that a machine
that slows down slows both. Edits are typed by key events, by turns at 300 and at 20,000 projects.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.measure import ledger

FEW, MANY = 300, 20_000
ROUNDS, TURNS, FRAMES, EDITS = 5, 15, 100, 60
BLOCK_ROWS, BLOCK_COLUMNS = 1_000, 10
STEP = 84  # three rows: a notch of the mouse wheel

_FRAMES = f"""
import statistics, sys, time
from PySide6.QtWidgets import QApplication

def frames(view):
    bar, taken = view.verticalScrollBar(), []
    for _ in range({FRAMES}):
        began = time.perf_counter()
        bar.setValue(bar.value() + {STEP})
        QApplication.processEvents()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken) * 1000

def take_turns(view):
    for asked in sys.stdin:
        if asked.strip() == "end":
            break
        print(frames(view), flush=True)
"""

_BARE = (
    _FRAMES
    + """
from pathlib import Path
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QMainWindow, QTableView, QWidget
from zonedesk.ops.session import Session
from zonedesk.ops.table.columns import columns_by_key
from zonedesk.ops.table.rows import LedgerRows
app = QApplication([])
x, y, width, height, *columns = {shown!r}.split(", ")
with Session.open(Path({path!r}), "王某某", read_only=True) as session:
    rows = LedgerRows(session, "2026-10-31", "亿元")
    rows.load()
    rows.derive_everything()
    model = QStandardItemModel(len(rows.by_id), len(columns))
    for number, each in enumerate(columns):
        column = columns_by_key()[each.partition("=")[0]]
        model.setHorizontalHeaderItem(number, QStandardItem(column.head("亿元")))
        for row, pid in enumerate(rows.by_id):
            model.setItem(row, number, QStandardItem(rows.text(pid, column)))
window, ground = QMainWindow(), QWidget()
view = QTableView(ground)
view.setModel(model)
view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
view.verticalHeader().setDefaultSectionSize(28)
for number, each in enumerate(columns):
    view.setColumnWidth(number, int(each.partition("=")[2]))
view.setGeometry(int(x), int(y), int(width), int(height))
window.setCentralWidget(ground)
window.resize(1366, 768)
window.show()
app.processEvents()
print("ready", flush=True)
take_turns(view)
"""
)

_OURS = (
    _FRAMES
    + """
from pathlib import Path
from PySide6.QtTest import QTest
from zonedesk.app import make_application
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.session import Session

def resident():
    line = next(l for l in Path("/proc/self/status").read_text().splitlines() if l.startswith("VmRSS"))
    return int(line.split()[1]) // 1024

app = make_application(["zonedesk"])
window = MainWindow(Desk(Session.open(Path({path!r}), "王某某")))
window.resize(1366, 768)
window.show()
QTest.qWait(300)
page = window.go("ledger")
QTest.qWait(900)
grid = page.grid
where = grid.mapTo(window, grid.rect().topLeft())
columns = (f"{{page.model.columns[n].key}}={{grid.columnWidth(n)}}" for n in grid.columns())
print(where.x(), where.y(), grid.width(), grid.height(), *columns, sep=", ", flush=True)
take_turns(grid)
page.filters.search.setText("gh")
QTest.qWait(300)
page.filters.search.setText("")
QTest.qWait(300)
print(resident(), flush=True)
window.close()
"""
)


def scrolling() -> tuple[float, int]:
    """How many times as long a frame takes as a bare table's, and MB of memory after scrolling and searching."""
    path = str(copied(MANY))
    with _Scroller(_OURS.format(path=path)) as ours:
        with _Scroller(_BARE.format(path=path, shown=ours.said)) as bare:
            turns = [(ours.turn(), bare.turn()) for _ in range(TURNS + 1)][1:]  # the first warms up
        memory = int(ours.ask("end"))
    ratios = [own / other for own, other in turns]
    own, other = (statistics.median(each) for each in zip(*turns, strict=True))
    sys.stdout.write(
        f"滚动一帧：{own:.2f} ms，空表格：{other:.2f} ms；"
        f"{TURNS} 轮之比 {min(ratios):.2f}～{max(ratios):.2f}\n"
    )
    return statistics.median(ratios), memory


class _Scroller:
    """A process with a window that scrolls when it is its turn. `said`: its first line."""

    def __init__(self, program: str) -> None:
        self._troubles = tempfile.TemporaryFile("w+")  # noqa: SIM115 - read when the process has ended
        self._process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._troubles,
            text=True,
        )
        self.said = self._line()

    def __enter__(self) -> _Scroller:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate("end\n" if self._process.poll() is None else None)
        self._troubles.close()

    def ask(self, word: str) -> str:
        """The answer to a word."""
        assert self._process.stdin is not None
        self._process.stdin.write(word + "\n")
        self._process.stdin.flush()
        return self._line()

    def turn(self) -> float:
        """Milliseconds (median) a frame takes now."""
        return float(self.ask("go"))

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        if not line:
            code = self._process.wait()
            self._troubles.seek(0)
            raise RuntimeError(f"the window to measure ended with {code}: {self._troubles.read()}")
        return line


def pasting() -> tuple[float, float]:
    """Seconds (median) of pasting a block by Ctrl+V, and of taking it back by Ctrl+Z."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest

    app, window, page = _open(MANY)
    fields = [column.field is not None and column.key != "name" for column in page.model.columns]
    first = next(n for n in range(len(fields)) if all(fields[n : n + BLOCK_COLUMNS]))
    pasted, undone = [], []
    for turn in range(ROUNDS):
        kinds = [page.model.columns[first + n].kind.value for n in range(BLOCK_COLUMNS)]
        words = [[_word(kind, turn, row) for kind in kinds] for row in range(BLOCK_ROWS)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in words) + "\n")
        page.grid.go(7, first)
        app.processEvents()
        pasted.append(
            _timed(lambda: QTest.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier))
        )
        assert page.desk.session.next_undo().label == f"粘贴 {BLOCK_ROWS * BLOCK_COLUMNS} 格"
        undone.append(
            _timed(lambda: QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
        )
    window.close()
    return statistics.median(pasted), statistics.median(undone)


def typing() -> float:
    """How many times as long a typed edit takes at 20,000 projects as at 300."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    windows = {size: _open(size) for size in (FEW, MANY)}
    taken: dict[int, list[float]] = {size: [] for size in windows}

    def edit(page: Any, number: int) -> None:
        QTest.keyClick(page.grid, Qt.Key.Key_1)
        editor = page.grid.editor()
        QTest.keyClicks(editor, f"{number}.5")
        QTest.keyClick(editor, Qt.Key.Key_Return)

    for number in range(EDITS):
        for size, (app, _, page) in windows.items():
            page.grid.go(number % 15, page.model.column_of("total_investment"))
            app.processEvents()
            taken[size].append(_timed(lambda page=page, number=number: edit(page, number)))
    for _, window, _ in windows.values():
        window.close()
    few, many = (statistics.median(taken[size]) for size in (FEW, MANY))
    sys.stdout.write(
        f"键入一格至显示：{FEW} 个项目 {few * 1000:.1f} ms，{MANY} 个项目 {many * 1000:.1f} ms\n"
    )
    return many / few


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ratio, memory = scrolling()
    paste, undo = pasting()
    flat = typing()
    block = f"{BLOCK_ROWS}×{BLOCK_COLUMNS}"
    figures = (
        (f"滚动一帧，对空表格之比（≤1.3）：{ratio:.2f}", ratio <= 1.3),
        (f"{MANY} 个项目打开、滚动、搜索后的内存（≤300 MB）：{memory} MB", memory <= 300),
        (f"粘贴 {block} 格（≤1 s）：{paste:.2f} s", paste <= 1),
        (f"撤销粘贴的 {block} 格（≤1 s）：{undo:.2f} s", undo <= 1),
        (f"键入一格，{MANY} 个对 {FEW} 个项目之比（≤1.5）：{flat:.2f}", flat <= 1.5),
    )
    for text, reached in figures:
        sys.stdout.write(f"{'达标' if reached else '未达标'}  {text}\n")
    return 0 if all(reached for _, reached in figures) else 1


def copied(projects: int) -> Path:
    """A copy of an invented ledger, to be written to."""
    made = ledger(projects)
    return Path(shutil.copy(made, Path(tempfile.mkdtemp(prefix="zonedesk-bench-")) / made.name))


def _word(kind: str, turn: int, row: int) -> str:
    known = {
        "money": f"{row % 90}.{turn}5",
        "date": f"2025-0{1 + turn}-1{row % 9}",
        "area": f"{row}.5",
        "bool": "是",
    }
    return known.get(kind, f"文字{row % 40}之{turn}")


def _open(projects: int) -> tuple[Any, Any, Any]:
    from zonedesk.app import make_application
    from zonedesk.desktop.desk import Desk
    from zonedesk.desktop.window import MainWindow
    from zonedesk.ops.session import Session

    app = make_application(["zonedesk"])
    window = MainWindow(Desk(Session.open(copied(projects), "王某某")))
    page = window.go("ledger")
    window.resize(1366, 768)
    window.show()
    app.processEvents()
    page.grid.setFocus()
    return app, window, page


def _timed(work: Callable[[], object]) -> float:
    """Seconds until some work is done and shown."""
    from PySide6.QtWidgets import QApplication

    began = time.perf_counter()
    work()
    QApplication.processEvents()
    return time.perf_counter() - began


if __name__ == "__main__":
    raise SystemExit(main())

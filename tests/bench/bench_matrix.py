"""The matrix at 20,000 projects × 15 procedures: opening it, a state typed, filters; a frame against a bare table's.

Run: `QT_QPA_PLATFORM=offscreen python -m tests.bench matrix`. The bare table is a QTableView on a QStandardItemModel
with a sign in each cell, of the same columns, widths and size, in a process of its own without our style. Both scroll by
turns, always on to rows not seen before; the ratio is the median of the turns' ratios.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.bench_grid import _FRAMES, _Scroller
from tests.bench.matrix_ledger import matrix_ledger
from tests.bench.measure import row

MANY, TURNS, ROUNDS = 20_000, 15, 7
OPENS, WRITES, NARROWS, RATIO = 1_000, 100, 100, 1.0

_BARE = (
    _FRAMES
    + """
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QMainWindow, QTableView, QWidget
app = QApplication([])
x, y, width, height, rows, *columns = {shown!r}.split(", ")
model = QStandardItemModel(int(rows), len(columns))
for row in range(int(rows)):
    model.setItem(row, 0, QStandardItem(f"示例项目{{row}}"))
    for number in range(1, len(columns)):
        model.setItem(row, number, QStandardItem("√○！—"[(row + number) % 4]))
window, ground = QMainWindow(), QWidget()
view = QTableView(ground)
view.setModel(model)
view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
view.verticalHeader().setDefaultSectionSize(28)
for number, wide in enumerate(columns):
    view.setColumnWidth(number, int(wide))
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
app = make_application(["zonedesk"])
window = MainWindow(Desk(Session.open(Path({path!r}), "王某某")))
window.resize(1366, 768)
window.show()
QTest.qWait(300)
page = window.go("procedures")
QTest.qWait(900)
grid = page.view.matrix
grid.go(0, 2)
QTest.qWait(300)
where = grid.mapTo(window, grid.rect().topLeft())
widths = (grid.columnWidth(n) for n in grid.columns())
print(where.x(), where.y(), grid.width(), grid.height(), page.view.model.rowCount(), *widths, sep=", ", flush=True)
take_turns(grid)
print("done", flush=True)
window.close()
"""
)


def scrolling() -> float:
    """How many times as long a frame takes as a bare table's."""
    path = str(_copied())
    with _Scroller(_OURS.format(path=path)) as ours, _Scroller(_BARE.format(shown=ours.said)) as bare:
        turns = [(ours.turn(), bare.turn()) for _ in range(TURNS + 1)][1:]  # the first warms up
        ours.ask("end")
    ratios = [own / other for own, other in turns]
    own, other = (statistics.median(each) for each in zip(*turns, strict=True))
    sys.stdout.write(
        f"滚动一帧：{own:.2f} ms，空表格：{other:.2f} ms；{TURNS} 轮之比 {min(ratios):.2f}～{max(ratios):.2f}\n"
    )
    return statistics.median(ratios)


def working() -> list[tuple[str, list[float], float | None]]:
    """Milliseconds of opening the page, of a state typed by key, of chips and words; each with what is allowed."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from zonedesk.app import make_application
    from zonedesk.desktop.desk import Desk
    from zonedesk.desktop.window import MainWindow
    from zonedesk.ops.session import Session

    make_application(["zonedesk"])
    opened, own, whole, path = [], [], [], _copied()
    for _ in range(3):
        window = MainWindow(Desk(Session.open(path, "王某某")))
        window.resize(1366, 768)
        window.show()
        QTest.qWait(300)
        began, used = time.perf_counter(), time.process_time()
        page: Any = window.go("procedures")
        window.repaint()
        opened.append((time.perf_counter() - began) * 1000)
        own.append((time.process_time() - used) * 1000)
        while not page.view.pending.model().rowCount():
            QTest.qWait(5)
        whole.append((time.perf_counter() - began) * 1000)
        QTest.qWait(300)
        if len(opened) < 3:
            window.close()
    page.view.matrix.setFocus()
    typed, undone, narrowed, found = [], [], [], []
    for number in range(ROUNDS):
        page.view.matrix.go(3 + number, 5)
        page.view.writing.set_state("补正")
        typed.append(_timed(lambda: QTest.keyClick(page.view.matrix, Qt.Key.Key_7)))
        undone.append(_timed(page.desk.undo))
        narrowed.append(_timed(page.view.chips.buttons["pending"].toggle))
        page.view.filters.find_box.setText("gh" if number % 2 else "nc")
        found.append(_timed(lambda: QTest.keyClick(page.view.filters.find_box, Qt.Key.Key_Return)))
        page.view.filters.clear()
    grouped = [_timed(page.view.filters.group.toggle) for _ in range(4)]
    window.close()
    return [
        ("打开手续矩阵（画出为止）", opened, OPENS),
        ("其中自身用时（不计等待处理器）", own, OPENS),
        ("连同下方未办结清单", whole, None),
        ("按键设置状态", typed, WRITES),
        ("撤销", undone, WRITES),
        ("按状态筛选", narrowed, NARROWS),
        ("按拼音查找", found, NARROWS),
        ("按开发区分组", grouped, NARROWS),
    ]


def _copied() -> Path:
    made = matrix_ledger(MANY)
    return Path(shutil.copy(made, Path(tempfile.mkdtemp(prefix="zonedesk-bench-")) / made.name))


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds until some work is done and shown."""
    from PySide6.QtWidgets import QApplication

    began = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Print what was measured."""
    for what, taken, allowed in working():
        row(what, taken, allowed)
    ratio = scrolling()
    sys.stdout.write(
        f"{'达标' if ratio <= RATIO else '未达标'}  滚动与空表格之比 {ratio:.2f}（要求 ≤ {RATIO:.2f}）\n"
    )


if __name__ == "__main__":
    main()

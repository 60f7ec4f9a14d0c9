"""The grid's keys: what each does and what it is called. The grid obeys this table, and F1 prints it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from zonedesk.desktop.keys import Key, source


@dataclass(frozen=True, slots=True)
class GridKey:
    """One action of the grid: the method that does it, what that is given, and the keys for it.

    `extend` says that the selection is drawn out instead of moved.
    """

    action: str
    given: tuple[object, ...]
    sequences: tuple[str, ...]
    name: str
    place: str
    extend: bool = False


@cache
def grid_keys() -> tuple[GridKey, ...]:
    """Every action of the grid."""
    tr = QCoreApplication.translate
    moving, selecting = tr("GridKeys", "表格：移动"), tr("GridKeys", "表格：选择")
    writing, copying = tr("GridKeys", "表格：录入"), tr("GridKeys", "表格：复制与填充")
    return (
        GridKey("moves.by", (-1, 0), ("Up",), tr("GridKeys", "上移一行"), moving),
        GridKey("moves.by", (1, 0), ("Down",), tr("GridKeys", "下移一行"), moving),
        GridKey("moves.by", (0, -1), ("Left",), tr("GridKeys", "左移一栏"), moving),
        GridKey("moves.by", (0, 1), ("Right",), tr("GridKeys", "右移一栏"), moving),
        GridKey(
            "advance", (1, 0), ("Return", "Enter"), tr("GridKeys", "下一行；连按 Tab 后回到起始栏"), moving
        ),
        GridKey("moves.advance", (-1, 0), ("Shift+Return", "Shift+Enter"), tr("GridKeys", "上一行"), moving),
        GridKey("moves.advance", (0, 1), ("Tab",), tr("GridKeys", "右边一栏"), moving),
        GridKey(
            "advance", (0, -1), ("Shift+Tab", "Shift+Backtab", "Backtab"), tr("GridKeys", "左边一栏"), moving
        ),
        GridKey("moves.edge", (-1, 0), ("Ctrl+Up",), tr("GridKeys", "到上方数据边缘"), moving),
        GridKey("moves.edge", (1, 0), ("Ctrl+Down",), tr("GridKeys", "到下方数据边缘"), moving),
        GridKey("moves.edge", (0, -1), ("Ctrl+Left",), tr("GridKeys", "到左侧数据边缘"), moving),
        GridKey("moves.edge", (0, 1), ("Ctrl+Right",), tr("GridKeys", "到右侧数据边缘"), moving),
        GridKey("moves.to_row_end", (False,), ("Home",), tr("GridKeys", "本行第一栏"), moving),
        GridKey("moves.to_row_end", (True,), ("End",), tr("GridKeys", "本行最后一栏"), moving),
        GridKey("moves.to_corner", (False,), ("Ctrl+Home",), tr("GridKeys", "第一行第一栏"), moving),
        GridKey("moves.to_corner", (True,), ("Ctrl+End",), tr("GridKeys", "最后一行最后一栏"), moving),
        GridKey("moves.page", (-1,), ("PgUp",), tr("GridKeys", "上翻一屏"), moving),
        GridKey("moves.page", (1,), ("PgDown",), tr("GridKeys", "下翻一屏"), moving),
        GridKey("moves.by", (-1, 0), ("Shift+Up",), tr("GridKeys", "向上扩选"), selecting, True),
        GridKey("moves.by", (1, 0), ("Shift+Down",), tr("GridKeys", "向下扩选"), selecting, True),
        GridKey("moves.by", (0, -1), ("Shift+Left",), tr("GridKeys", "向左扩选"), selecting, True),
        GridKey("moves.by", (0, 1), ("Shift+Right",), tr("GridKeys", "向右扩选"), selecting, True),
        GridKey(
            "moves.edge", (-1, 0), ("Ctrl+Shift+Up",), tr("GridKeys", "扩选到上方数据边缘"), selecting, True
        ),
        GridKey(
            "moves.edge", (1, 0), ("Ctrl+Shift+Down",), tr("GridKeys", "扩选到下方数据边缘"), selecting, True
        ),
        GridKey(
            "extend_edge", (0, -1), ("Ctrl+Shift+Left",), tr("GridKeys", "扩选到左侧数据边缘"), selecting
        ),
        GridKey(
            "extend_edge", (0, 1), ("Ctrl+Shift+Right",), tr("GridKeys", "扩选到右侧数据边缘"), selecting
        ),
        GridKey(
            "moves.to_row_end", (False,), ("Shift+Home",), tr("GridKeys", "扩选到第一栏"), selecting, True
        ),
        GridKey(
            "moves.to_row_end", (True,), ("Shift+End",), tr("GridKeys", "扩选到最后一栏"), selecting, True
        ),
        GridKey(
            "moves.to_corner", (False,), ("Ctrl+Shift+Home",), tr("GridKeys", "扩选到第一格"), selecting, True
        ),
        GridKey(
            "moves.to_corner", (True,), ("Ctrl+Shift+End",), tr("GridKeys", "扩选到最后一格"), selecting, True
        ),
        GridKey("moves.page", (-1,), ("Shift+PgUp",), tr("GridKeys", "向上扩选一屏"), selecting, True),
        GridKey("moves.page", (1,), ("Shift+PgDown",), tr("GridKeys", "向下扩选一屏"), selecting, True),
        GridKey("moves.everything", (), ("Ctrl+A",), tr("GridKeys", "全选（只含显示的行和栏）"), selecting),
        GridKey("moves.whole_columns", (), ("Ctrl+Space",), tr("GridKeys", "选中整栏"), selecting),
        GridKey("moves.whole_rows", (), ("Shift+Space",), tr("GridKeys", "选中整行"), selecting),
        GridKey("edit_current", (), ("F2",), tr("GridKeys", "修改单元格"), writing),
        GridKey("write_anew", ("",), ("Backspace",), tr("GridKeys", "清空单元格并开始录入"), writing),
        GridKey("ask_to_clear", (), ("Del",), tr("GridKeys", "清空选中的单元格"), writing),
        GridKey("open_list", (), ("Alt+Down",), tr("GridKeys", "打开可选值列表"), writing),
        GridKey("write_today", (), ("Ctrl+;",), tr("GridKeys", "录入今天的日期"), writing),
        GridKey("write_above", (), ("Ctrl+'",), tr("GridKeys", "录入上一行的值"), writing),
        GridKey("ask_to_copy", (), ("Ctrl+C", "Ctrl+Ins"), tr("GridKeys", "复制"), copying),
        GridKey("ask_to_cut", (), ("Ctrl+X", "Shift+Del"), tr("GridKeys", "剪切"), copying),
        GridKey("ask_to_paste", (), ("Ctrl+V", "Shift+Ins"), tr("GridKeys", "粘贴"), copying),
        GridKey("ask_to_fill", (True,), ("Ctrl+D",), tr("GridKeys", "向下填充"), copying),
        GridKey("ask_to_fill", (False,), ("Ctrl+R",), tr("GridKeys", "向右填充"), copying),
        GridKey("give_up_cut", (), ("Esc",), tr("GridKeys", "取消剪切"), copying),
    )


def by_sequence() -> dict[str, GridKey]:
    """Each sequence, as Qt writes it, with what it does."""
    return {QKeySequence(each).toString(): key for key in grid_keys() for each in key.sequences}


@source
def _keys() -> list[Key]:
    tr = QCoreApplication.translate
    writing = tr("GridKeys", "表格：录入")
    # Heard by the editor of a cell, not by the grid.
    in_editor = [
        Key(writing, tr("GridKeys", "编辑时：录入的值填入所有选中的单元格"), ("Ctrl+Return",)),
        Key(writing, tr("GridKeys", "编辑时：长文本换行"), ("Alt+Return",)),
        Key(writing, tr("GridKeys", "编辑时：切换方向键是移动光标还是离开单元格"), ("F2",)),
    ]
    return [Key(key.place, key.name, key.sequences) for key in grid_keys()] + in_editor

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
    translate = QCoreApplication.translate
    moving, selecting = translate("GridKeys", "表格：移动"), translate("GridKeys", "表格：选择")
    writing, copying = translate("GridKeys", "表格：录入"), translate("GridKeys", "表格：复制与填充")
    return (
        GridKey("moves.by", (-1, 0), ("Up",), translate("GridKeys", "上移一行"), moving),
        GridKey("moves.by", (1, 0), ("Down",), translate("GridKeys", "下移一行"), moving),
        GridKey("moves.by", (0, -1), ("Left",), translate("GridKeys", "左移一栏"), moving),
        GridKey("moves.by", (0, 1), ("Right",), translate("GridKeys", "右移一栏"), moving),
        GridKey(
            "moves.advance",
            (1, 0),
            ("Return", "Enter"),
            translate("GridKeys", "下一行；连按 Tab 后回到起始栏"),
            moving,
        ),
        GridKey(
            "moves.advance", (-1, 0), ("Shift+Return", "Shift+Enter"), translate("GridKeys", "上一行"), moving
        ),
        GridKey("moves.advance", (0, 1), ("Tab",), translate("GridKeys", "右边一栏"), moving),
        GridKey(
            "moves.advance",
            (0, -1),
            ("Shift+Tab", "Shift+Backtab", "Backtab"),
            translate("GridKeys", "左边一栏"),
            moving,
        ),
        GridKey("moves.edge", (-1, 0), ("Ctrl+Up",), translate("GridKeys", "到上方数据边缘"), moving),
        GridKey("moves.edge", (1, 0), ("Ctrl+Down",), translate("GridKeys", "到下方数据边缘"), moving),
        GridKey("moves.edge", (0, -1), ("Ctrl+Left",), translate("GridKeys", "到左侧数据边缘"), moving),
        GridKey("moves.edge", (0, 1), ("Ctrl+Right",), translate("GridKeys", "到右侧数据边缘"), moving),
        GridKey("moves.to_row_end", (False,), ("Home",), translate("GridKeys", "本行第一栏"), moving),
        GridKey("moves.to_row_end", (True,), ("End",), translate("GridKeys", "本行最后一栏"), moving),
        GridKey("moves.to_corner", (False,), ("Ctrl+Home",), translate("GridKeys", "第一行第一栏"), moving),
        GridKey("moves.to_corner", (True,), ("Ctrl+End",), translate("GridKeys", "最后一行最后一栏"), moving),
        GridKey("moves.page", (-1,), ("PgUp",), translate("GridKeys", "上翻一屏"), moving),
        GridKey("moves.page", (1,), ("PgDown",), translate("GridKeys", "下翻一屏"), moving),
        GridKey("moves.by", (-1, 0), ("Shift+Up",), translate("GridKeys", "向上扩选"), selecting, True),
        GridKey("moves.by", (1, 0), ("Shift+Down",), translate("GridKeys", "向下扩选"), selecting, True),
        GridKey("moves.by", (0, -1), ("Shift+Left",), translate("GridKeys", "向左扩选"), selecting, True),
        GridKey("moves.by", (0, 1), ("Shift+Right",), translate("GridKeys", "向右扩选"), selecting, True),
        GridKey(
            "moves.edge",
            (-1, 0),
            ("Ctrl+Shift+Up",),
            translate("GridKeys", "扩选到上方数据边缘"),
            selecting,
            True,
        ),
        GridKey(
            "moves.edge",
            (1, 0),
            ("Ctrl+Shift+Down",),
            translate("GridKeys", "扩选到下方数据边缘"),
            selecting,
            True,
        ),
        GridKey(
            "moves.edge",
            (0, -1),
            ("Ctrl+Shift+Left",),
            translate("GridKeys", "扩选到左侧数据边缘"),
            selecting,
            True,
        ),
        GridKey(
            "moves.edge",
            (0, 1),
            ("Ctrl+Shift+Right",),
            translate("GridKeys", "扩选到右侧数据边缘"),
            selecting,
            True,
        ),
        GridKey(
            "moves.to_row_end",
            (False,),
            ("Shift+Home",),
            translate("GridKeys", "扩选到第一栏"),
            selecting,
            True,
        ),
        GridKey(
            "moves.to_row_end",
            (True,),
            ("Shift+End",),
            translate("GridKeys", "扩选到最后一栏"),
            selecting,
            True,
        ),
        GridKey(
            "moves.to_corner",
            (False,),
            ("Ctrl+Shift+Home",),
            translate("GridKeys", "扩选到第一格"),
            selecting,
            True,
        ),
        GridKey(
            "moves.to_corner",
            (True,),
            ("Ctrl+Shift+End",),
            translate("GridKeys", "扩选到最后一格"),
            selecting,
            True,
        ),
        GridKey("moves.page", (-1,), ("Shift+PgUp",), translate("GridKeys", "向上扩选一屏"), selecting, True),
        GridKey(
            "moves.page", (1,), ("Shift+PgDown",), translate("GridKeys", "向下扩选一屏"), selecting, True
        ),
        GridKey(
            "moves.everything", (), ("Ctrl+A",), translate("GridKeys", "全选（只含显示的行和栏）"), selecting
        ),
        GridKey("moves.whole_columns", (), ("Ctrl+Space",), translate("GridKeys", "选中整栏"), selecting),
        GridKey("moves.whole_rows", (), ("Shift+Space",), translate("GridKeys", "选中整行"), selecting),
        GridKey("edit_current", (), ("F2",), translate("GridKeys", "修改单元格"), writing),
        GridKey("write_anew", ("",), ("Backspace",), translate("GridKeys", "清空单元格并开始录入"), writing),
        GridKey("ask_to_clear", (), ("Del",), translate("GridKeys", "清空选中的单元格"), writing),
        GridKey("open_list", (), ("Alt+Down",), translate("GridKeys", "打开可选值列表"), writing),
        GridKey("write_today", (), ("Ctrl+;",), translate("GridKeys", "录入今天的日期"), writing),
        GridKey("write_above", (), ("Ctrl+'",), translate("GridKeys", "录入上一行的值"), writing),
        GridKey("ask_to_copy", (), ("Ctrl+C", "Ctrl+Ins"), translate("GridKeys", "复制"), copying),
        GridKey("ask_to_cut", (), ("Ctrl+X", "Shift+Del"), translate("GridKeys", "剪切"), copying),
        GridKey("ask_to_paste", (), ("Ctrl+V", "Shift+Ins"), translate("GridKeys", "粘贴"), copying),
        GridKey("ask_to_fill", (True,), ("Ctrl+D",), translate("GridKeys", "向下填充"), copying),
        GridKey("ask_to_fill", (False,), ("Ctrl+R",), translate("GridKeys", "向右填充"), copying),
        GridKey("give_up_cut", (), ("Esc",), translate("GridKeys", "取消剪切"), copying),
    )


def by_sequence() -> dict[str, GridKey]:
    """Each sequence, as Qt writes it, with what it does."""
    return {QKeySequence(each).toString(): key for key in grid_keys() for each in key.sequences}


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    writing = translate("GridKeys", "表格：录入")
    # Heard by the editor of a cell, not by the grid.
    in_editor = [
        Key(writing, translate("GridKeys", "编辑时：录入的值填入所有选中的单元格"), ("Ctrl+Return",)),
        Key(writing, translate("GridKeys", "编辑时：长文本换行"), ("Alt+Return",)),
        Key(writing, translate("GridKeys", "编辑时：切换方向键是移动光标还是离开单元格"), ("F2",)),
    ]
    return [Key(key.place, key.name, key.sequences) for key in grid_keys()] + in_editor

"""The matrix's own keys: one for each state, those that write, and how F1 calls them. Moving is the grid's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

from zonedesk.desktop.keys import Key, source
from zonedesk.ops.procedure_list import STATE_CHOICES

# In the order of the keyboard's first row, as the states are in the order of handling.
STATE_KEYS = dict(zip("1234567890-=", STATE_CHOICES, strict=True))
KEY_OF_STATE = {state: key for key, state in STATE_KEYS.items()}
BULK_KEY, MAKE_KEY, PANEL_KEY, NEXT_PART_KEY, FIND_KEY = "Ctrl+Shift+E", "Ctrl+Shift+G", "F4", "F6", "Ctrl+F"
GROUP_KEY, PENDING_KEY = "Alt+G", "Shift+F4"


@dataclass(frozen=True, slots=True)
class MatrixKey:
    """One action: the name of the grid's signal, the keys for it, what it is called."""

    action: str
    sequences: tuple[str, ...]
    name: str


@cache
def matrix_keys() -> tuple[MatrixKey, ...]:
    """What is heard by the matrix itself."""
    translate = QCoreApplication.translate
    return (
        MatrixKey(
            "menu_asked", ("Return", "Enter", "F2", "Alt+Down"), translate("MatrixKeys", "打开状态列表")
        ),
        MatrixKey("today_asked", ("Ctrl+;",), translate("MatrixKeys", "选中的手续登记为今天办结")),
        MatrixKey("fill_asked", ("Ctrl+D",), translate("MatrixKeys", "按上一格向下填充状态")),
        MatrixKey("clear_asked", ("Del",), translate("MatrixKeys", "选中的手续移出清单（可撤销）")),
        MatrixKey("copy_asked", ("Ctrl+C", "Ctrl+Ins"), translate("MatrixKeys", "复制选中的格（文字）")),
    )


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("MatrixKeys", "手续矩阵")
    return [
        Key(place, translate("MatrixKeys", "把选中的手续设为：") + state, (key,))
        for key, state in STATE_KEYS.items()
    ] + [
        *(Key(place, key.name, key.sequences) for key in matrix_keys()),
        Key(place, translate("MatrixKeys", "批量登记办结时间、文号"), (BULK_KEY,)),
        Key(place, translate("MatrixKeys", "按模板生成选中项目的手续清单"), (MAKE_KEY,)),
        Key(place, translate("MatrixKeys", "显示或收起右侧的手续清单"), (PANEL_KEY,)),
        Key(place, translate("MatrixKeys", "在矩阵、手续清单、未办结清单之间轮换"), (NEXT_PART_KEY,)),
        Key(place, translate("MatrixKeys", "显示或收起下方的未办结清单"), (PENDING_KEY,)),
        Key(place, translate("MatrixKeys", "查找项目"), (FIND_KEY,)),
        Key(place, translate("MatrixKeys", "按开发区分组"), (GROUP_KEY,)),
    ]

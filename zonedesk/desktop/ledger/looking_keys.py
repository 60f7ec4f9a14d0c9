"""The keys by which an officer chooses what of the ledger is looked at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from zonedesk.desktop.keys import Key, bind, source
from zonedesk.desktop.ledger.looking_tools import LookingTools

_REFRESH, _VIEWS, _GROUPS, _COLUMNS, _FILTER, _MENU = "F5", "Alt+V", "Alt+G", "Alt+C", "Ctrl+Shift+L", "Alt+Shift+Down"  # fmt: skip


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("LookingKeys", "项目台账：视图、筛选、分组")
    return [
        Key(place, translate("LookingKeys", "重新筛选、排序、分组"), (_REFRESH,)),
        Key(place, translate("LookingKeys", "选择视图"), (_VIEWS,)),
        Key(place, translate("LookingKeys", "分组"), (_GROUPS,)),
        Key(place, translate("LookingKeys", "栏目设置：显示、次序、宽度、冻结"), (_COLUMNS,)),
        Key(place, translate("LookingKeys", "筛选当前栏"), (_FILTER,)),
        Key(place, translate("LookingKeys", "当前栏的菜单"), (_MENU,)),
        Key(place, translate("LookingKeys", "在分组行上：收起、展开"), ("Left", "Right", "Space")),
        Key(place, translate("LookingKeys", "在筛选标签上：取消此项筛选"), ("Del",)),
    ]


def bind_looking(page: QWidget, tools: LookingTools) -> None:
    """Have the keys heard anywhere on the page."""
    for key, slot in (
        (_REFRESH, tools.looking.refresh),
        (_VIEWS, tools.open_views),
        (_GROUPS, tools.open_groups),
        (_COLUMNS, tools.open_columns),
        (_FILTER, tools.open_current_filter),
        (_MENU, tools.open_current_menu),
    ):
        bind(page, key, slot)

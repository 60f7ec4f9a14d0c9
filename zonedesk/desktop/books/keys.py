"""The keys that every book listens to, as F1 lists them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from zonedesk.desktop.keys import Key, source
from zonedesk.desktop.ledger.child_tab import DELETE_ROW_KEY

FIND_KEY, SORT_KEY = "Ctrl+F", "F5"


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("Keys", "清单")
    return [
        Key(place, translate("Keys", "新增一行"), ("Ins",)),
        Key(place, translate("Keys", "删除选中的行"), (DELETE_ROW_KEY,)),
        Key(place, translate("Keys", "清空选中的格；在不能修改的栏上：删除该行"), ("Del",)),
        Key(place, translate("Keys", "在清单中查找"), (FIND_KEY,)),
        Key(place, translate("Keys", "重新筛选、排序"), (SORT_KEY,)),
        Key(place, translate("Keys", "粘贴；单个内容填入所有选中的格"), ("Ctrl+V",)),
        Key(place, translate("Keys", "填入今天的日期"), ("Ctrl+;",)),
        Key(place, translate("Keys", "离开表格，到下一个控件"), ("F6",)),
    ]

"""The keys of a project's checklist, as F1 lists them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from zonedesk.desktop.keys import Key, source

MAKE_KEY, DONE_KEY, SAVE_KEY = "Ctrl+Shift+G", "Ctrl+Shift+D", "Ctrl+Shift+S"
ADD_FILE_KEY = "Ctrl+Shift+A"


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("Keys", "手续清单")
    return [
        Key(place, translate("Keys", "按模板生成清单"), (MAKE_KEY,)),
        Key(place, translate("Keys", "当前手续：登记办结"), (DONE_KEY,)),
        Key(place, translate("Keys", "环节：按登记日期登记完成"), ("Space",)),
        Key(place, translate("Keys", "不计时期间、附件：新增"), ("Ins",)),
        Key(place, translate("Keys", "不计时期间、附件：删除"), ("Ctrl+-",)),
        Key(place, translate("Keys", "为当前手续存入附件"), (ADD_FILE_KEY,)),
        Key(place, translate("Keys", "附件：打开"), ("Return", "Enter")),
        Key(place, translate("Keys", "附件：另存为"), (SAVE_KEY,)),
    ]

"""Every key of the program with what it does: what F1 shows. A test holds the list to what is bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from zonedesk.desktop.page import pages


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that keys do: where they are heard, what it is called, the keys as Qt writes them."""

    place: str
    name: str
    sequences: tuple[str, ...]

    @property
    def written(self) -> str:
        """The keys as they stand on a Chinese keyboard."""
        if len(self.sequences) > _MOST_WRITTEN:
            return f"{_written(self.sequences[0])} … {_written(self.sequences[-1])}"
        # Qt's other name for Shift+Tab is on no keyboard.
        known = [each for each in self.sequences if not each.endswith("Backtab")]
        return "、".join(dict.fromkeys(_written(each) for each in known or self.sequences))


# Excel's keys for the sheet before and after are those of the tabs of a page: one key more for the pages themselves.
BESIDE_KEYS = ("Ctrl+Shift+PgUp", "Ctrl+Shift+PgDown")
DAY_KEY = "Ctrl+J"
_MOST_WRITTEN = 4
_SOURCES: list[Callable[[], list[Key]]] = []
_WORDS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter", "Space": "空格", "Ins": "Insert", "Del": "Delete"}  # fmt: skip


def source(give: Callable[[], list[Key]]) -> Callable[[], list[Key]]:
    """Have a part of the program name its keys."""
    _SOURCES.append(give)
    return give


def every_key() -> list[Key]:
    """All keys, by place, in the order in which the parts name them."""
    pages()  # the parts register themselves when they are read
    keys = [key for give in _SOURCES for key in give()]
    places = list(dict.fromkeys(key.place for key in keys))
    return sorted(keys, key=lambda key: places.index(key.place))


def bind(widget: QWidget, sequence: str, slot: Callable[[], object]) -> QShortcut:
    """Have a key do something while the keyboard is in `widget` or on anything in it."""
    shortcut = QShortcut(QKeySequence(sequence), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(slot)
    return shortcut


@source
def _window_keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("Keys", "整个窗口")
    return [
        Key(place, translate("Keys", "按键一览"), ("F1",)),
        Key(place, translate("Keys", "撤销上一步"), _standard(QKeySequence.StandardKey.Undo)),
        Key(place, translate("Keys", "重做"), ("Ctrl+Y", "Ctrl+Shift+Z")),
        Key(place, translate("Keys", "打开其他台账"), _standard(QKeySequence.StandardKey.Open)),
        Key(place, translate("Keys", "到第 1 … 9 页"), tuple(f"Ctrl+{number}" for number in range(1, 10))),
        Key(place, translate("Keys", "到导航中的上一页、下一页"), BESIDE_KEYS),
        Key(place, translate("Keys", "回到上一页"), ("Alt+Left",)),
        Key(place, translate("Keys", "到截至日期（报表：月份）"), (DAY_KEY,)),
        Key(place, translate("Keys", "本页的下一个标签页"), ("Ctrl+Tab", "Ctrl+PgDown")),
        Key(place, translate("Keys", "本页的上一个标签页"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
        Key(place, translate("Keys", "关闭提示；停止正在进行的导入"), ("Esc",)),
    ]


@source
def _ledger_keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("Keys", "项目台账")
    return [
        Key(place, translate("Keys", "新增项目"), ("Ctrl+N",)),
        Key(place, translate("Keys", "删除选中的项目"), ("Ctrl+-",)),
        Key(place, translate("Keys", "批量修改一栏"), ("Ctrl+Shift+E",)),
        Key(place, translate("Keys", "查找和替换"), ("Ctrl+H",)),
        Key(place, translate("Keys", "在台账中搜索"), ("Ctrl+F",)),
        Key(place, translate("Keys", "筛选当前栏"), ("Ctrl+Shift+L",)),
        Key(place, translate("Keys", "当前栏的菜单：排序、隐藏、冻结"), ("Alt+Shift+Down",)),
        Key(place, translate("Keys", "选择视图"), ("Alt+V",)),
        Key(place, translate("Keys", "分组"), ("Alt+G",)),
        Key(place, translate("Keys", "栏目设置：显示、次序、宽度、冻结"), ("Alt+C",)),
        Key(place, translate("Keys", "重新筛选、排序、分组"), ("F5",)),
        Key(place, translate("Keys", "在分组行上：收起、展开"), ("Left", "Right", "Space")),
        Key(place, translate("Keys", "在筛选标签上：取消此项筛选"), ("Del",)),
        Key(place, translate("Keys", "显示或收起项目详情"), ("F4",)),
        Key(place, translate("Keys", "在搜索框、表格、详情之间轮换"), ("F6",)),
        Key(place, translate("Keys", "详情：上一个、下一个项目"), ("PgUp", "PgDown")),
        Key(place, translate("Keys", "详情：下一个标签页"), ("Ctrl+Tab", "Ctrl+PgDown")),
        Key(place, translate("Keys", "详情：上一个标签页"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
        Key(place, translate("Keys", "详情的表中：新增一行"), ("Ins",)),
        Key(place, translate("Keys", "详情的表中：删除当前行"), ("Ctrl+-",)),
        Key(place, translate("Keys", "详情：回到表格"), ("Esc",)),
        Key(place, translate("Keys", "详情：此栏的修改历史"), ("Ctrl+Shift+H",)),
        Key(place, translate("Keys", "栏目设置：上移、下移一栏"), ("Ctrl+Up", "Ctrl+Down")),
    ]


@source
def _other_keys() -> list[Key]:
    translate = QCoreApplication.translate
    exchange, reports = translate("Keys", "数据交换"), translate("Keys", "报表")
    backups, stuck = translate("Keys", "备份与恢复"), translate("Keys", "三未")
    return [
        Key(stuck, translate("Keys", "重新筛选、排序"), ("F5",)),
        Key(stuck, translate("Keys", "在标签和表格之间轮换"), ("F6",)),
        Key(stuck, translate("Keys", "分组"), ("Alt+G",)),
        Key(stuck, translate("Keys", "在分组行上：收起、展开"), ("Left", "Right", "Space")),
        Key(stuck, translate("Keys", "登记停工"), ("Alt+T",)),
        Key(stuck, translate("Keys", "登记复工"), ("Alt+F",)),
        Key(stuck, translate("Keys", "登记终止或调出"), ("Alt+Z",)),
        Key(backups, translate("Keys", "恢复到查看的备份"), ("Alt+R",)),
        Key(translate("Keys", "手续"), translate("Keys", "新增手续"), ("Ins",)),
        Key(reports, translate("Keys", "另存为 PDF"), _standard(QKeySequence.StandardKey.Save)),
        Key(reports, translate("Keys", "打印"), _standard(QKeySequence.StandardKey.Print)),
        Key(exchange, translate("Keys", "按列出的更改导入"), ("Ctrl+Return",)),
        Key(translate("Keys", "回收站"), translate("Keys", "恢复选中的记录"), ("Return", "Enter")),
    ]


def _standard(key: QKeySequence.StandardKey) -> tuple[str, ...]:
    """What this computer's desktop calls a usual key."""
    return (QKeySequence(key).toString(),)


def _written(sequence: str) -> str:
    head, plus, last = sequence.rpartition("+")
    if not last:  # the plus key itself
        return sequence
    return f"{head}{plus}{_WORDS.get(last, last)}"

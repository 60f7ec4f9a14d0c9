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
    about: str = ""

    @property
    def written(self) -> str:
        """The keys as they stand on a Chinese keyboard."""
        return "、".join(_written(each) for each in self.sequences)


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
    steps = tuple(QKeySequence(key).toString() for key in (QKeySequence.StandardKey.Undo,))
    redo = QKeySequence(QKeySequence.StandardKey.Redo).toString()
    return [
        Key(place, translate("Keys", "按键一览"), ("F1",)),
        Key(place, translate("Keys", "撤销上一步"), steps),
        Key(place, translate("Keys", "重做"), (redo, "Ctrl+Y") if redo != "Ctrl+Y" else (redo,)),
        Key(place, translate("Keys", "打开其他台账"), ("Ctrl+O",)),
        Key(place, translate("Keys", "到第 1 … 9 页"), tuple(f"Ctrl+{number}" for number in range(1, 10))),
        Key(place, translate("Keys", "关闭提示、停止正在进行的任务"), ("Esc",)),
    ]


def _written(sequence: str) -> str:
    head, plus, last = sequence.rpartition("+")
    if not last:  # the plus key itself
        return sequence
    return f"{head}{plus}{_WORDS.get(last, last)}"

"""What the page says: the sentence of its figures, and the legend of the keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from zonedesk.desktop.matrix.keys import STATE_KEYS
from zonedesk.desktop.widgets.link_line import Link, Part
from zonedesk.domain.procedures import PENDING_STATES, State
from zonedesk.ops.matrix import Matrix

_GAP = "\u00a0 "
_ROUNDED = 1  # what a text measures is
_REQUIRED = PENDING_STATES | {State.DONE}


def sentence(found: Matrix, scope: str) -> list[Part]:
    """共需办理…件，已办结…件，办结率…；未办结…件: each number opens its projects."""
    translate = QCoreApplication.translate
    ratio, waiting_ids = found.total, found.open_projects
    waiting = Link(translate("ProceduresPage", "有手续未办结的项目"), tuple(waiting_ids))
    needing = Link(
        translate("ProceduresPage", "需办手续的项目"),
        tuple(found.projects_with(_REQUIRED)),
    )
    done = Link(
        translate("ProceduresPage", "有手续已办结的项目"),
        tuple(found.projects_with({State.DONE})),
    )
    tip = translate("ProceduresPage", "口径：已办结件数÷需办件数，无需办理的不计入\n{scope}").format(
        scope=scope
    )
    pending = ratio.denominator - ratio.numerator
    return [
        Part(translate("ProceduresPage", "共需办理 ")),
        Part(str(ratio.denominator), needing, tip),
        Part(translate("ProceduresPage", " 件，已办结 ")),
        Part(str(ratio.numerator), done, tip),
        Part(translate("ProceduresPage", " 件，办结率 ")),
        Part(ratio.text(), needing, tip),
        Part(translate("ProceduresPage", "；未办结 ")),
        Part(str(pending), waiting, tip),
        Part(translate("ProceduresPage", " 件，涉及 ")),
        Part(str(len(waiting_ids)), waiting, tip),
        Part(translate("ProceduresPage", " 个项目")),
    ]


class KeyLegend(QLabel):
    """The keys that set states, beneath the matrix: as many as there is room for, each whole. F1 has all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("second")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        translate = QCoreApplication.translate
        self._keys = [
            *STATE_KEYS.items(),
            ("Ctrl+;", translate("ProceduresPage", "今天办结")),
            ("Ctrl+D", translate("ProceduresPage", "向下填充")),
            ("Delete", translate("ProceduresPage", "移出清单")),
        ]
        self._last = ("F1", translate("ProceduresPage", "全部按键"))
        self.setText(_written(self._last))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._wide(self._last)
        told: list[str] = []
        for key in self._keys:
            room -= self._wide(key)
            if room < 0:
                break
            told.append(_written(key))
        self.setText(_GAP.join([*told, _written(self._last)]))

    def _wide(self, key: tuple[str, str]) -> int:
        """Pixels that a key takes with the gap behind it."""
        bold = QFont(self.font())
        bold.setBold(True)
        sign, word = QFontMetrics(bold), self.fontMetrics()
        return sign.horizontalAdvance(key[0]) + word.horizontalAdvance(f" {key[1]}{_GAP}") + _ROUNDED


def _written(key: tuple[str, str]) -> str:
    return f"<b>{key[0]}</b> {key[1]}"

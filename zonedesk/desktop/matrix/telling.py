"""What the page says: the sentence of its figures, and the legend of the keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QSizePolicy

from zonedesk.desktop.matrix.keys import STATE_KEYS
from zonedesk.desktop.widgets.link_line import Link, Part
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.procedures import PENDING_STATES, State
from zonedesk.ops.matrix import Matrix

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


def legend() -> QLabel:
    """The keys that set states, beneath the matrix."""
    states = "　".join(f"<b>{key}</b> {state}" for key, state in STATE_KEYS.items())
    more = QCoreApplication.translate(
        "ProceduresPage", "<b>Ctrl+;</b> 今天办结　<b>Ctrl+D</b> 向下填充　<b>Delete</b> 移出清单"
    )
    label = named(QLabel(f"{states}　｜　{more}"), "second")
    # Where there is less room its end is cut off: F1 has all of it.
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return label

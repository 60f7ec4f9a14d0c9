"""亮灯规则: which rules are asked and from when on they light; what would change is seen before it is saved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.keys import Key, bind, source
from zonedesk.desktop.page import to_translate
from zonedesk.desktop.settings.registry import section
from zonedesk.desktop.settings.stuck_rules import SteadySpin
from zonedesk.desktop.widgets.light import colour_of, light_text
from zonedesk.desktop.widgets.link_line import LinkLine, Part
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.lights import LIGHT_WORDS, Light, LightRules, Limits, Rule, rules
from zonedesk.domain.staleness import LEAST, MOST, Staleness
from zonedesk.ops.light_settings import save_light_settings
from zonedesk.ops.lights import LightBoard
from zonedesk.ops.not_updated import staleness_of

_SAVE = "Ctrl+S"
_NAME_WIDTH = 116


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    return [Key(translate("Keys", "设置"), translate("Keys", "亮灯规则：保存修改"), (_SAVE,))]


class RuleRow(QWidget):
    """One rule: whether it is asked, its thresholds within their sentence, how it counts. `changed()`."""

    changed = Signal()

    def __init__(self, rule: Rule) -> None:
        super().__init__()
        self.rule = rule
        self.on = QCheckBox(rule.label)
        self.on.setFixedWidth(_NAME_WIDTH)
        self.on.clicked.connect(self.changed)
        self.spins: dict[str, SteadySpin] = {}
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.on)
        for threshold in rule.thresholds:
            spin = SteadySpin()
            spin.setRange(threshold.low, threshold.high)
            spin.setKeyboardTracking(False)
            spin.setFixedWidth(72)
            spin.setAccessibleName(f"{rule.label} {threshold.before}…{threshold.after}")
            spin.valueChanged.connect(self.changed)
            self.spins[threshold.key] = spin
            line.addWidget(QLabel(threshold.before))
            line.addWidget(spin)
            line.addWidget(QLabel(threshold.after))
            line.addSpacing(8)
        self.warning = QLabel()
        self.warning.setStyleSheet(f"color: {tokens.YELLOW};")
        self.warning.setContentsMargins(_NAME_WIDTH + 6, 0, 0, 0)
        line.addStretch(1)
        note = named(QLabel(rule.note), "second")
        note.setWordWrap(True)
        note.setContentsMargins(_NAME_WIDTH + 6, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.warning)
        column.addWidget(note)

    def show_limits(self, limits: Limits, *, writable: bool) -> None:
        """Show these limits; nothing is told."""
        self.on.setChecked(limits.on)
        self.on.setEnabled(writable)
        for key, spin in self.spins.items():
            spin.blockSignals(True)
            spin.setValue(getattr(limits, key))
            spin.blockSignals(False)
            spin.setEnabled(writable and limits.on)
        warning = limits.warning if limits.on else ""
        self.warning.setText(f"▲ {warning}")
        self.warning.setVisible(bool(warning))

    def limits(self, before: Limits) -> Limits:
        """The limits as they are typed."""
        return replace(
            before, on=self.on.isChecked(), **{key: spin.value() for key, spin in self.spins.items()}
        )


@section("lights", to_translate("settings", "亮灯规则"), 45)
class LightsSection(QWidget):
    """A draft of the rules: counted at once, saved as one step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._board = desk, desk.session.kept(LightBoard)
        self._saved = self._draft = (LightRules(), Staleness())
        self.rows = {rule.name: RuleRow(rule) for rule in rules()}
        self.signed, self.other = SteadySpin(), SteadySpin()
        self.now, self.then, self.faults = LinkLine(), LinkLine(), QLabel()
        self.reset = named(QPushButton(self.tr("恢复默认")), "flat")
        self.discard = QPushButton(self.tr("放弃修改"))
        self.save = named(QPushButton(self.tr("保存修改（{key}）").format(key=_SAVE)), "primary")
        self.reset.clicked.connect(lambda: self._take((LightRules(), Staleness())))
        self.discard.clicked.connect(lambda: self._take(self._saved))
        self.save.clicked.connect(self._write)
        bind(self, _SAVE, self._write)
        for row in self.rows.values():
            row.changed.connect(self._typed)
        for spin in (self.signed, self.other):
            spin.setRange(LEAST, MOST)
            spin.setKeyboardTracking(False)
            spin.setFixedWidth(72)
            spin.valueChanged.connect(self._typed)
        self.tools = QHBoxLayout()
        for button in (self.reset, self.discard, self.save):
            self.tools.addWidget(button)
        self._lay_out()
        self.setFocusProxy(next(iter(self.rows.values())).on)

    def is_begun(self) -> bool:
        """Whether the draft differs from what is saved."""
        return self._draft != self._saved

    def texts(self) -> dict[str, str]:
        """The draft, for telling whether it has been changed again."""
        return {"draft": repr(self._draft)}

    def begun_name(self) -> str:
        """What the section is called."""
        return self.tr("亮灯规则")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.is_begun() and not event.spontaneous():
            self._desk.told.emit(
                self.tr("亮灯规则的修改还没有保存，仍按原规则亮灯：回到设置按 {key} 保存").format(key=_SAVE)
            )

    def reload(self) -> None:
        """Read what is saved; a draft that is being made stays unless something else was saved meanwhile."""
        reading, days = self._board.reading, staleness_of(self._desk.session.reader)
        saved = (reading.rules, days.staleness)
        kept = self._draft if self._draft != self._saved and saved == self._saved else saved
        self._saved = saved
        faults = len(reading.faults) + len(days.faults)
        self.faults.setText(
            self.tr("▲ 台账中保存的规则有 {n} 处无法识别，这几处按默认值").format(n=faults) if faults else ""
        )
        self.faults.setVisible(bool(faults))
        self._take(kept)

    def _take(self, draft: tuple[LightRules, Staleness]) -> None:
        self._draft = draft
        chosen, days = draft
        writable = self._desk.session.writable
        for name, row in self.rows.items():
            row.show_limits(chosen.of(name), writable=writable)
        for spin, value in ((self.signed, days.signed_days), (self.other, days.other_days)):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)
            spin.setEnabled(writable)
        self._count()

    def _typed(self) -> None:
        saved = self._saved[0]
        typed = {name: row.limits(saved.of(name)) for name, row in self.rows.items()}
        self._take((LightRules(typed), Staleness(self.signed.value(), self.other.value())))

    def _count(self) -> None:
        """How many projects have each light, as saved and as typed."""
        session, as_of = self._desk.session, self._desk.as_of
        everyone = session.facts(as_of).projects
        now = {light: len(ids) for light, ids in self._board.read(as_of).by_light(everyone).items()}
        changed = self._draft != self._saved
        self.now.show_parts(self._parts(self.tr("现在"), now, now))
        then = self._board.preview(as_of, self._draft[0], everyone) if changed else now
        self.then.show_parts(self._parts(self.tr("改后"), then, now))
        self.then.setVisible(changed)
        writable = session.writable
        self.save.setEnabled(changed and writable)
        self.discard.setEnabled(changed)
        self.reset.setEnabled(writable and self._draft != (LightRules(), Staleness()))

    def _parts(self, word: str, counts: dict[Light, int], before: dict[Light, int]) -> list[Part]:
        parts = [Part(word, second=True)]
        for light in Light:
            moved = counts[light] - before[light]
            told = f"（{moved:+}）" if moved else ""
            parts.append(
                Part(light_text(light.value, LIGHT_WORDS[light]), colour=colour_of(light.value), gap=14)
            )
            parts.append(Part(f" {counts[light]}{told}"))
        return parts

    def _write(self) -> None:
        # A number that is still being typed counts too.
        for spin in (
            *(each for row in self.rows.values() for each in row.spins.values()),
            self.signed,
            self.other,
        ):
            spin.interpretText()
        if self._draft != self._saved and self._desk.session.writable:
            chosen, days = self._draft
            self._desk.run(save_light_settings, rules=chosen, days=days)
            self.reload()

    def _lay_out(self) -> None:
        counts = named(QFrame(), "panel")
        inside = QGridLayout(counts)
        inside.setContentsMargins(16, 8, 16, 8)
        self.faults.setStyleSheet(f"color: {tokens.YELLOW};")
        for line, widget in enumerate((self.now, self.then, self.faults)):
            inside.addWidget(widget, line, 0, Qt.AlignmentFlag.AlignLeft)
        panel = named(QFrame(), "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        for row in self.rows.values():
            column.addWidget(row)
        column.addLayout(self._stale_line())
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(panel)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(counts)
        whole.addWidget(scroll, 1)

    def _stale_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        name = QLabel(self.tr("久未更新"))
        name.setFixedWidth(_NAME_WIDTH)
        self.signed.setAccessibleName(self.tr("签约项目几天未更新"))
        self.other.setAccessibleName(self.tr("其他项目几天未更新"))
        line.addWidget(name)
        line.addWidget(QLabel(self.tr("签约项目超过")))
        line.addWidget(self.signed)
        line.addWidget(QLabel(self.tr("天、开工和投产项目超过")))
        line.addWidget(self.other)
        line.addWidget(QLabel(self.tr("天没有任何更新，列入工作台“久未更新”")))
        line.addStretch(1)
        return line

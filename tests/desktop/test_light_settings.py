"""亮灯规则: what is typed is counted before it is saved, and saved as one step that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from zonedesk.desktop.settings.lights import LightsSection
from zonedesk.domain import lights, staleness
from zonedesk.domain.lights import Light, LightRules
from zonedesk.domain.staleness import Staleness
from zonedesk.ops.edit import set_setting
from zonedesk.ops.light_settings import save_light_settings
from zonedesk.ops.lights import LightBoard
from zonedesk.ops.not_updated import staleness_of

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def section(window) -> LightsSection:
    page = window.go("settings")
    found = page.show_section("lights")
    assert isinstance(found, LightsSection)
    found.setFocus()
    return found


def test_a_number_typed_is_counted_at_once_and_saved_by_key(section, window, qtbot):
    board = window.desk.session.kept(LightBoard)
    everyone = window.desk.session.facts(window.desk.as_of).projects
    assert not section.then.isVisible()
    assert not section.save.isEnabled()
    spin = section.rows["problems"].spins["red_days"]
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "1")
    qtbot.keyClick(spin, K.Key_Tab)
    assert section.then.isVisible()
    told = board.preview(window.desk.as_of, LightRules().with_limits("problems", red_days=1), everyone)
    assert f" {told[Light.RED]}" in " ".join(label.text() for label in section.then._widgets)
    assert window.desk.session.reader.setting(lights.SETTING) is None
    qtbot.keyClick(section.rows["start"].on, K.Key_S, CONTROL)
    assert board.reading.rules == LightRules().with_limits("problems", red_days=1)
    assert not section.then.isVisible()
    assert len(board.read(window.desk.as_of).by_light(everyone)[Light.RED]) == told[Light.RED]


def test_one_step_that_is_undone_comes_back_to_the_screen(section, window, qtbot):
    qtbot.keyClick(section.rows["reports"].on, K.Key_Space)
    section.signed.setValue(10)
    qtbot.mouseClick(section.save, Qt.MouseButton.LeftButton)
    assert staleness_of(window.desk.session.reader).staleness == Staleness(signed_days=10)
    window.desk.undo()
    assert section.rows["reports"].on.isChecked()
    assert section.signed.value() == 7
    assert window.desk.session.reader.setting(lights.SETTING) is None


def test_what_was_typed_is_given_up_and_the_usual_brought_back(section, window, qtbot):
    section.rows["start"].spins["red_months"].setValue(5)
    qtbot.mouseClick(section.discard, Qt.MouseButton.LeftButton)
    assert section.rows["start"].spins["red_months"].value() == 3
    assert not section.reset.isEnabled()
    window.desk.run(save_light_settings, rules=LightRules().with_limits("start", red_months=9))
    assert section.rows["start"].spins["red_months"].value() == 9
    qtbot.mouseClick(section.reset, Qt.MouseButton.LeftButton)
    assert section.rows["start"].spins["red_months"].value() == 3
    assert section.save.isEnabled()


def test_a_rule_that_is_off_cannot_be_typed_into_and_a_contradiction_is_told(section, qtbot):
    row = section.rows["progress"]
    row.spins["red_points"].setValue(5)
    assert row.warning.isVisible()
    assert "黄灯的界限大于红灯的界限" in row.warning.text()
    qtbot.keyClick(row.on, K.Key_Space)
    assert not row.spins["red_points"].isEnabled()
    assert not row.warning.isVisible()


def test_a_setting_that_cannot_be_read_is_told(section, window):
    window.desk.run(set_setting, key=staleness.SETTING, value='{"signed_days": "七"}')
    assert section.faults.isVisible()
    assert "1 处无法识别" in section.faults.text()
    assert section.signed.value() == 7


def test_a_draft_is_told_about_when_it_is_left_and_keeps_the_window_once(section, window, qtbot):
    qtbot.keyClick(section.rows["reports"].on, K.Key_Space)
    with qtbot.waitSignal(window.desk.told) as told:
        window.go("ledger")
    assert "亮灯规则的修改还没有保存" in told.args[0]
    with qtbot.waitSignal(window.desk.failed) as failed:
        assert not window.may_close()
    assert "“亮灯规则”的内容还没有写入台账" in failed.args[0]
    assert window.specs[window.nav.currentRow()].key == "settings"
    assert window.may_close(), "asked again, it is given up"

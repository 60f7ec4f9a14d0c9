"""设置 · 三未口径: changed by key, shown with what comes of it, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.settings.stuck_rules import StuckRulesSection
from zonedesk.domain.stages import Due
from zonedesk.domain.stuck_rules import DEFAULTS, SETTING, Base, Clock, Suspended
from zonedesk.ops.edit import set_setting
from zonedesk.ops.session import Session
from zonedesk.ops.stuck_rules import rules_reading


@pytest.fixture
def page(window):
    return window.go("settings")


@pytest.fixture
def section(page):
    made = page.show_section("stuck_rules")
    assert isinstance(made, StuckRulesSection)
    return made


def rule(desk, name="not_started"):
    return rules_reading(desk.session.reader).rules.of(name)


def late(desk, name="not_started"):
    return len(desk.figures().three_not[name].ids(Due.OVERDUE))


def test_each_card_shows_the_usual_definition_and_what_comes_of_it(desk, section):
    for name, card in section.cards.items():
        found = desk.figures().three_not[name]
        assert card.result.text() == f"{len(found.items)} 个，其中逾期 {late(desk, name)} 个"
        assert card.basis.text().startswith("默认口径：")
        assert not card.reset.isVisible()
        assert not card.months.isVisible()


def test_a_tolerance_is_typed_shown_at_once_and_undone(qtbot, desk, section):
    card, before = section.cards["not_started"], late(desk)
    assert before
    card.tolerance.setFocus()
    card.tolerance.selectAll()
    qtbot.keyClicks(card.tolerance, "400")
    assert rule(desk) == DEFAULTS.not_started, "nothing is written while one types"
    qtbot.keyClick(card.tolerance, Qt.Key.Key_Return)
    assert rule(desk).tolerance_days == 400
    assert late(desk) < before
    assert f"逾期 {late(desk)} 个" in card.result.text()
    assert "满400天" in card.basis.text()
    assert card.reset.isVisible()
    desk.undo()
    assert card.tolerance.value() == 0
    assert late(desk) == before
    desk.redo()
    qtbot.mouseClick(card.reset, Qt.MouseButton.LeftButton)
    assert rule(desk) == DEFAULTS.not_started
    assert not desk.session.reader.setting(SETTING)


def test_the_clock_asks_for_months_only_where_it_counts_them(qtbot, desk, section):
    card = section.cards["not_in_production"]
    card.clock.setFocus()
    card.clock.setCurrentIndex(card.clock.findData(Clock.STEP))
    card.clock.activated.emit(card.clock.currentIndex())
    assert rule(desk, "not_in_production").clock is Clock.STEP
    assert card.months.isVisible()
    card.months.setFocus()
    card.months.selectAll()
    qtbot.keyClicks(card.months, "3")
    qtbot.keyClick(card.months, Qt.Key.Key_Tab)
    assert rule(desk, "not_in_production").months == 3
    assert "满3个月" in card.basis.text()


def test_scope_suspended_and_industrial_only(qtbot, desk, section):
    card = section.cards["not_started"]
    for box, value in (
        (card.base, Base.TAKEN),
        (card.suspended, Suspended.LEFT_OUT),
        (card.until, "prod_actual"),
    ):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    qtbot.keyClick(card.industrial, Qt.Key.Key_Space)
    found = rule(desk)
    assert (found.base, found.suspended, found.until, found.industrial_only) == (
        Base.TAKEN,
        Suspended.LEFT_OUT,
        "prod_actual",
        True,
    )
    assert card.clock.itemText(0) == "按计划投产时间"


def test_a_definition_that_cannot_be_read_is_said_at_its_place(qtbot, desk, section):
    assert not section.fault.isVisible()
    desk.run(set_setting, key=SETTING, value='{"not_started": {"tolerance_days": "许多"}}')
    assert section.fault.isVisible()
    assert "1 处" in section.fault.text()
    card = section.cards["not_started"]
    card.tolerance.setFocus()
    card.tolerance.selectAll()
    qtbot.keyClicks(card.tolerance, "5")
    qtbot.keyClick(card.tolerance, Qt.Key.Key_Return)
    assert not section.fault.isVisible()


def test_the_other_pages_follow(qtbot, window, desk, section):
    three_not = window.go("three_not")
    before = three_not.tabs.tabText(0)
    page = window.go("settings")
    assert page.isVisible()
    card = section.cards["not_started"]
    card.base.setCurrentIndex(card.base.findData(Base.TAKEN))
    card.base.activated.emit(card.base.currentIndex())
    window.go("three_not")
    found = desk.figures().three_not["not_started"]
    assert three_not.tabs.tabText(0) == f"签约未开工  {len(found.items)}"
    assert three_not.tabs.tabToolTip(0) == found.basis
    assert before


def test_a_read_only_ledger_shows_and_changes_nothing(qtbot, sample_path):
    desk = Desk(Session.open(sample_path, "王某", read_only=True))
    section = StuckRulesSection(desk)
    qtbot.addWidget(section)
    section.reload()
    section.show()
    card = section.cards["not_started"]
    assert not any(w.isEnabled() for w in (card.base, card.tolerance, card.industrial, card.reset))
    QApplication.sendPostedEvents()
    desk.close()


def test_the_ledger_page_follows_too(qtbot, window, desk, section):
    ledger = window.go("ledger")
    qtbot.waitUntil(lambda: not ledger.settling())
    ledger.rows.derive_everything()
    pid = desk.figures().three_not["not_started"].ids(Due.OVERDUE)[0]
    assert ledger.rows.derived(pid).due == "逾期"
    window.go("settings")
    card = section.cards["not_started"]
    card.tolerance.setValue(3000)
    card.tolerance.editingFinished.emit()
    window.go("ledger")
    assert ledger.rows.derived(pid).due == "未到期"
    desk.undo()
    assert ledger.rows.derived(pid).due == "逾期"

"""The bureau's workbooks on the page: 364 needed, 363 done, 99.73 %, and the one that is pending by name and reason."""

import shutil

import pytest
from PySide6.QtCore import Qt

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.pages.procedures import ProceduresPage
from zonedesk.exchange.importing import prepare
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

FILES = ("大同市三个一批项目台账.xlsx", "前期手续办理情况表.xlsx")
PROJECT = "百胜中国供应链园区项目"


@pytest.fixture(scope="module")
def filled(empty_ledger, shared, tmp_path_factory):
    path = shutil.copy(empty_ledger, tmp_path_factory.mktemp("golden") / "大同.zonedesk")
    with Session.open(path, "王某某") as session:
        for name in FILES:
            plan = prepare(session.reader, shared / "workbooks" / name, ledger_id=session.ledger_id)
            session.run(take_in, plan=plan)
    return path


@pytest.fixture
def page(qapp, qtbot, filled, tmp_path):
    desk = Desk(Session.open(shutil.copy(filled, tmp_path / "大同.zonedesk"), "王某某"))
    desk.look_at(as_of="2024-03-31")
    made = ProceduresPage(desk)
    qtbot.addWidget(made)
    made.resize(1174, 660)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    desk.close()


def test_the_figures_of_the_source_text_stand_on_the_page(qtbot, page):
    numbers = [number.text() for number in page.sentence.numbers()]
    assert numbers[:5] == ["364", "363", "99.73%", "1", "1"]
    table = page.view.pending
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    texts = {column.key: table.model().index(0, n).data() for n, column in enumerate(table.model().columns)}
    assert texts["project"] == PROJECT
    assert texts["name"] == "土地手续"
    assert "招拍挂" in texts["waiting_reason"]


def test_the_one_that_is_pending_is_found_by_its_chip_and_by_pinyin(qtbot, page):
    qtbot.mouseClick(page.view.chips.buttons["pending"], Qt.MouseButton.LeftButton)
    (project_id,) = page.view.shown()
    assert page.found.project_name(project_id) == PROJECT
    page.view.filters.clear()
    qtbot.keyClicks(page.view.filters.find_box, "bszg")
    qtbot.keyClick(page.view.filters.find_box, Qt.Key.Key_Return)
    assert project_id in page.view.shown()

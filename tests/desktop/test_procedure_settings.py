"""Settings of procedures: templates in versions, holidays by spans, packages."""

import pytest
from PySide6.QtCore import Qt

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.settings.holidays import HolidaysSection
from zonedesk.desktop.settings.permit_packages import PackagesSection
from zonedesk.desktop.settings.procedure_templates import TemplatesSection
from zonedesk.domain.errors import RefusedError
from zonedesk.ops import edit
from zonedesk.ops.checklist import make_checklists
from zonedesk.ops.holidays import add_holidays, published_to
from zonedesk.ops.session import Session

LEFT = Qt.MouseButton.LeftButton
DAY = "2024-03-31"


@pytest.fixture
def desk(tmp_path, qapp):
    made = Desk(Session.create(tmp_path / "台账.zonedesk", "王某某"))
    made.run(edit.add_project, name="甲项目", zone="示例经济技术开发区")
    made.look_at(as_of=DAY)
    yield made
    made.close()


def shown(qtbot, desk, kind):
    made = kind(desk)
    qtbot.addWidget(made)
    made.resize(1000, 620)
    with qtbot.waitExposed(made):
        made.show()
    made.reload()
    desk.changes_applied.connect(made.patch)
    return made


def rows(desk, table, **equal):
    return desk.session.reader.rows(table, **equal)


def _type(section, code, key, text):
    book = section.book
    row = next(row for row in book.rows.rows if row["code"] == code)
    assert book.go_to(row["id"], key)
    return book.model.setData(book.table.currentIndex(), text)


def test_templates_are_given_edited_and_followed_by_a_version(qtbot, desk):
    section = shown(qtbot, desk, TemplatesSection)
    assert section.seed_button.isVisible()
    qtbot.mouseClick(section.seed_button, LEFT)
    assert len(section.book.shown()) == 32
    assert not section.seed_button.isVisible()
    assert _type(section, "P01", "promise_days", "3")
    assert len(rows(desk, "procedure_template", code="P01")) == 1
    desk.run(make_checklists, project_ids=[1], day=DAY)
    assert _type(section, "P01", "promise_days", "2")
    assert (section.book.current_row()["code"], section.book.current_row()["version"]) == ("P01", 2)
    first, second = rows(desk, "procedure_template", code="P01")
    assert (first["promise_days"], second["promise_days"], second["version"]) == (3, 2, 2)
    assert first["effective_to"] == second["effective_from"]
    section.book.reload()
    assert [row["version"] for row in section.book.shown() if row["code"] == "P01"] == [2], "现行 is pressed"
    desk.undo()
    assert len(rows(desk, "procedure_template", code="P01")) == 1


def test_a_ring_is_told_at_its_place(qtbot, desk):
    section = shown(qtbot, desk, TemplatesSection)
    qtbot.mouseClick(section.seed_button, LEFT)
    assert not section.warnings.isVisible()
    assert _type(section, "P01", "predecessors", "P29")
    assert section.warnings.isVisible()
    assert "P29" in section.warnings.text()
    place = section.book.table.currentIndex()
    assert "首尾相接" in section.book.model.cell(place).tip
    assert _type(section, "P01", "predecessors", "X9")
    assert "X9" in section.warnings.text()


def test_a_new_template_has_the_next_code(qtbot, desk):
    section = shown(qtbot, desk, TemplatesSection)
    qtbot.mouseClick(section.seed_button, LEFT)
    section.book.add()
    assert rows(desk, "procedure_template")[-1]["code"] == "P33"


def test_holidays_are_entered_by_spans(qtbot, desk):
    section = shown(qtbot, desk, HolidaysSection)
    desk.look_at(as_of=f"{published_to() + 1}-03-31")
    section.reload()
    assert section.warning.isVisible()
    year = published_to() + 1
    qtbot.keyClicks(section.first, f"{year}-10-1")
    qtbot.keyClicks(section.last, f"{year}.10.7")
    qtbot.keyClick(section.last, Qt.Key.Key_Return)
    assert [row["day"] for row in rows(desk, "holiday")] == [f"{year}-10-0{n}" for n in range(1, 8)]
    assert str(year) + " 年" not in section.warning.text()
    assert section.first.text() == ""
    assert section.first.hasFocus() or section.focusWidget() is section.first
    desk.undo()
    assert not rows(desk, "holiday")


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [("2027-10-07", "2027-10-01", "order"), ("2027-01-01", "2028-01-01", "long"), ("2027-10", "", "day")],
)
def test_a_span_that_is_none_is_refused(desk, first, last, code):
    with pytest.raises(RefusedError, match=f"holiday.{code}"):
        desk.session.run(add_holidays, first=first, last=last, kind="休")


def test_packages_name_their_procedures(qtbot, desk):
    templates = shown(qtbot, desk, TemplatesSection)
    qtbot.mouseClick(templates.seed_button, LEFT)
    section = shown(qtbot, desk, PackagesSection)
    (row,) = section.book.shown()
    assert "建设用地规划许可证" in row["names"]
    section.book.go_to(row["id"], "members")
    section.book.model.setData(section.book.table.currentIndex(), "P15、X7")
    assert "X7" in section.book.model.cell(section.book.table.currentIndex()).tip

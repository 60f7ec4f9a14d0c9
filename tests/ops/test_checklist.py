"""手续清单: templates given and versioned, a list made by what applies, nothing doubled."""

import pytest
from openpyxl import load_workbook

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.values import match_key
from zonedesk.ops import edit
from zonedesk.ops.checklist import make_checklist, make_checklists, proposals_for
from zonedesk.ops.lists import kinds
from zonedesk.ops.sample_words import PROCEDURES
from zonedesk.ops.session import Session
from zonedesk.ops.templates import edit_template, library, next_code, seed_templates, template_book

DAY = "2024-03-31"
OF_THE_WORKBOOK = ("立项备案", "土地手续", "规划许可", "环评批复")
LAND = ["用地预审", "组卷报批", "农转征批复", "征收", "收储", "待挂牌（招拍挂）", "公告", "成交", "出让合同", "缴款", "交地", "不动产权证"]  # fmt: skip


@pytest.fixture
def session(tmp_path):
    with Session.create(tmp_path / "台账.zonedesk", "王某某") as made:
        made.run(edit.add_project, name="甲项目", zone="示例经济技术开发区")
        made.run(seed_templates)
        yield made


def rows(session, table="procedure", **equal):
    return session.reader.rows(table, **equal)


def ids_of(session, *codes):
    return [t.id for t in template_book(session.reader).current(DAY) if t.code in codes]


def test_the_library_is_whole():
    templates = library()["template"]
    codes = [row["code"] for row in templates]
    assert codes == [f"P{number:02d}" for number in range(1, 33)]
    assert len({row["name"] for row in templates}) == 32
    allowed = {"政府统一服务", "企业承诺", "保留审批", "告知承诺", None}
    assert {row.get("mode") for row in templates} <= allowed
    land = next(row for row in templates if row["code"] == "P14")
    assert land["steps"].split("→") == LAND


def test_templates_come_once_and_go_with_one_undo(session):
    assert len(rows(session, "procedure_template")) == 32
    assert [row["name"] for row in rows(session, "permit_package")] == ["六证同发"]
    assert not session.run(seed_templates), "what is there is not given again"
    session.undo()
    assert not rows(session, "procedure_template")
    session.redo()
    assert len(template_book(session.reader).current(DAY)) == 32


def test_what_applies_is_proposed(session):
    session.run(edit.set_field, table="project", row_id=1, key="land_area", text="30")
    found = {p.template.code: p for p in proposals_for(session.reader, template_book(session.reader), 1, DAY)}
    assert found["P01"].called_for
    assert found["P14"].called_for
    assert found["P20"].called_for
    assert not found["P24"].called_for
    session.run(edit.set_field, table="project", row_id=1, key="build_nature", text="租赁")
    found = {p.template.code: p for p in proposals_for(session.reader, template_book(session.reader), 1, DAY)}
    assert not found["P14"].called_for
    assert not found["P29"].called_for


def test_a_list_is_made_in_one_step_with_what_the_templates_say(session):
    session.run(make_checklist, project_id=1, template_ids=ids_of(session, "P01", "P14", "P19"), day=DAY)
    made = {row["name"]: row for row in rows(session)}
    assert list(made) == ["企业投资项目备案（核准）", "土地手续（招拍挂与出让）", "节能审查"]
    assert (made["节能审查"]["mode"], made["节能审查"]["dept"]) == ("企业承诺", "行政审批局")
    assert made["节能审查"]["status"] == "未启动"
    land = made["土地手续（招拍挂与出让）"]
    steps = rows(session, "procedure_step", procedure_id=land["id"])
    assert [(s["seq"], s["name"]) for s in steps] == list(enumerate(LAND, start=1))
    assert session.next_undo().label == "“甲项目”生成手续清单：新增 3 项"
    session.undo()
    assert not rows(session)
    assert not rows(session, "procedure_step")


def test_what_is_there_by_name_or_alias_is_not_doubled(session):
    session.run(
        edit.add_row,
        table="procedure",
        project_id=1,
        values={"name": "土地手续", "dept": "示例局", "status": "办理中"},
    )
    session.run(
        edit.add_row, table="procedure", project_id=1, values={"name": "环评批复", "status": "已办结"}
    )
    wanted = ids_of(session, "P14", "P18", "P01")
    session.run(make_checklist, project_id=1, template_ids=wanted, day=DAY)
    made = {row["name"]: row for row in rows(session)}
    assert list(made) == ["土地手续", "环评批复", "企业投资项目备案（核准）"]
    assert made["土地手续"]["dept"] == "示例局", "what was written stays"
    assert made["土地手续"]["status"] == "办理中"
    assert len(rows(session, "procedure_step")) == len(LAND)
    assert all(row["template_id"] for row in made.values())
    assert session.next_undo().label.endswith("新增 1 项，补全 2 项")
    with pytest.raises(RefusedError, match=r"checklist\.nothing"):
        session.run(make_checklist, project_id=1, template_ids=wanted, day=DAY)


@pytest.mark.parametrize("name", [*(name for name, _ in PROCEDURES), *OF_THE_WORKBOOK])
def test_no_usual_name_is_doubled(session, name):
    """Every name that the sample and the offices' own workbook write is met by a template, and keeps its name."""
    template = template_book(session.reader).by_name[match_key(name)]
    session.run(edit.add_row, table="procedure", project_id=1, values={"name": name})
    session.run(make_checklist, project_id=1, template_ids=[template.id], day=DAY)
    assert [(row["name"], row["template_id"]) for row in rows(session)] == [(name, template.id)]


def test_the_workbook_has_these_names(shared):
    path = shared / "workbooks" / "前期手续办理情况表.xlsx"
    heads = next(iter(load_workbook(path, read_only=True).active.iter_rows(3, 3, 6, 17, values_only=True)))
    assert tuple(head for head in heads if head) == OF_THE_WORKBOOK


def test_what_is_added_goes_by_the_name_that_the_ledger_uses(session):
    session.run(edit.add_project, name="乙项目", zone="示例经济技术开发区")
    session.run(edit.add_row, table="procedure", project_id=1, values={"name": "施工许可证"})
    session.run(make_checklists, project_ids=[1, 2], day=DAY)
    (permit,) = ids_of(session, "P29")
    assert {row["name"] for row in rows(session, template_id=permit)} == {"施工许可证"}
    assert len(rows(session, template_id=permit)) == 2


def test_lists_for_several_projects_are_one_step(session):
    session.run(edit.add_project, name="乙项目", zone="示例经济技术开发区")
    session.run(make_checklists, project_ids=[1, 2], day=DAY)
    counts = [len(rows(session, project_id=pid)) for pid in (1, 2)]
    assert counts[0] == counts[1] > 10
    session.undo()
    assert not rows(session)


def test_a_template_in_use_ends_and_the_next_version_begins(session):
    (old,) = ids_of(session, "P19")
    session.run(edit_template, row_id=old, key="promise_days", text="10", on="2024-01-10")
    assert len(rows(session, "procedure_template", code="P19")) == 1, "not in use yet: changed in place"
    session.run(make_checklist, project_id=1, template_ids=[old], day=DAY)
    session.run(edit_template, row_id=old, key="promise_days", text="7", on="2024-04-01")
    first, second = rows(session, "procedure_template", code="P19")
    assert (first["promise_days"], first["effective_to"], first["version"]) == (10, "2024-04-01", 1)
    assert (second["promise_days"], second["effective_from"], second["version"]) == (7, "2024-04-01", 2)
    assert second["name"] == first["name"]
    book = template_book(session.reader)
    (made,) = rows(session)
    assert book.of_procedure(made).promise_days == 10, "what was made keeps its version"
    assert [t.promise_days for t in book.current("2024-03-31") if t.code == "P19"] == [10]
    assert [t.promise_days for t in book.current("2024-04-01") if t.code == "P19"] == [7]
    with pytest.raises(RefusedError, match=r"template\.ended"):
        session.run(edit_template, row_id=old, key="promise_days", text="5", on="2024-05-01")
    session.undo()
    assert len(rows(session, "procedure_template", code="P19")) == 1


def test_the_code_of_a_template_in_use_stays(session):
    (row_id,) = ids_of(session, "P19")
    session.run(make_checklist, project_id=1, template_ids=[row_id], day=DAY)
    with pytest.raises(RefusedError, match=r"template\.code_in_use"):
        session.run(edit_template, row_id=row_id, key="code", text="X1", on=DAY)
    session.run(edit_template, row_id=row_id, key="note", text="市级办理", on=DAY)
    assert len(rows(session, "procedure_template", code="P19")) == 1
    with pytest.raises(RefusedError, match="refused"):
        session.run(edit.delete_row, table="procedure_template", row_id=row_id)


def test_a_template_of_the_office_s_own(session):
    values = {"code": next_code(session.reader), "name": "示范手续"}
    session.run(edit.add_row, table="procedure_template", values=values)
    assert rows(session, "procedure_template")[-1]["code"] == "P33"
    listed = kinds()["procedure_templates"].rows(session, DAY)
    assert [(row["code"], row["in_force"], row["used"]) for row in listed][-1] == ("P33", True, 0)

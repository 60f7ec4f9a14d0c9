"""One search over every table: characters, codes, initials of pinyin."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.ops import edit
from zonedesk.ops.find_everywhere import Entry, Everywhere, Hits, Part
from zonedesk.ops.found_parts import PARTS, PlainLines
from zonedesk.ops.line_search import MOST, LineSearch, folded
from zonedesk.ops.session import Session


def project(session: Session, name: str, **fields: str) -> int:
    changes = session.run(edit.add_project, name=name, zone="某某开发区")
    pid = next(change.row_id for change in changes.of("project"))
    for key, text in fields.items():
        session.run(edit.set_field, table="project", row_id=pid, key=key, text=text)
    return pid


@pytest.fixture
def filled(session: Session) -> Session:
    """Two projects with something of everything."""
    first = project(
        session,
        "长风新材料项目",
        code="2403-140000-04-01-123456",
        enterprise_id="甲某新材料有限公司",
        sponsor="王某某",
        phone="13900000001",
    )
    project(session, "云峰物流园", service_officer="王某某", duty_person="赵某")
    session.run(
        edit.add_row,
        table="procedure",
        project_id=first,
        values={"name": "施工许可证", "doc_no": "某建〔2024〕15号"},
    )
    session.run(
        edit.add_row,
        table="problem",
        project_id=first,
        values={"description": "用地指标不足", "duty_person": "钱某"},
    )
    session.run(
        edit.add_row,
        table="listing",
        project_id=first,
        values={"batch_id": "2024年第一次", "track": "签约一批"},
    )
    return session


def found(session: Session, query: str) -> dict[str, Hits]:
    everywhere = Everywhere.read(session.reader, PARTS)
    return {hits.kind: hits for hits in everywhere.find(query)}


@pytest.mark.parametrize(
    ("query", "kind", "text"),
    [
        ("长风", "project", "长风新材料项目"),
        ("cfxcl", "project", "长风新材料项目"),
        ("zfxcl", "project", "长风新材料项目"),
        ("140000-04", "project", "长风新材料项目"),
        ("xcl 长风", "project", "长风新材料项目"),
        ("jmxcl", "enterprise", "甲某新材料有限公司"),
        ("mmkfq", "zone", "某某开发区"),
        ("2024年第一", "batch", "2024年第一次"),
        ("wmm", "person", "王某某"),
        ("钱", "person", "钱某"),
        ("139", "phone", "13900000001"),
        ("sgxk", "procedure", "施工许可证　某建〔2024〕15号"),
        ("〔2024〕15", "procedure", "施工许可证　某建〔2024〕15号"),
        ("施工 15号", "procedure", "施工许可证　某建〔2024〕15号"),
        ("指标不足", "problem", "用地指标不足"),
        ("ＸＣＬ", "project", "长风新材料项目"),
    ],
)
def test_everything_is_found(filled: Session, query: str, kind: str, text: str) -> None:
    assert text in [entry.text for entry in found(filled, query)[kind].best]


def test_nothing_is_found_by_nothing_or_by_what_is_not_there(filled: Session) -> None:
    assert found(filled, "   ") == {}
    assert found(filled, "查无此项") == {}
    assert found(filled, "长风 物流") == {}
    assert found(filled, "(*[") == {}


def test_it_says_to_which_projects_a_find_leads(filled: Session) -> None:
    first, second = filled.reader.names("project")
    person = found(filled, "王某某")["person"].best[0]
    assert (person.projects, person.note) == ((first, second), "包联领导 1、服务专员 1")
    permit = found(filled, "施工")["procedure"].best[0]
    assert (permit.projects, permit.note) == ((first,), "长风新材料项目 · 未启动")
    assert found(filled, "某某开发区")["zone"].best[0].projects == (first, second)
    assert found(filled, "2024年")["batch"].best[0].note == "签约一批 1"


def test_names_that_begin_so_come_first_and_all_are_counted(session: Session) -> None:
    for name in ("大云峰一期", "云峰二期项目", "云峰", *(f"甲字云峰{n}号" for n in range(9))):
        project(session, name)
    hits = found(session, "云峰")["project"]
    assert hits.count == 12
    assert [entry.text for entry in hits.best[:3]] == ["云峰", "云峰二期项目", "大云峰一期"]


def test_words_that_are_everywhere_still_find_what_holds_them_all() -> None:
    lines = [f"某某{n}项目" for n in range(MOST + 50)] + ["某某长风项目"]
    found = PlainLines([Entry(line, "", ()) for line in lines])
    part = Part("project", "项目", frozenset({"project"}), lambda _: found)
    index = Everywhere({"project": (part, found)}, {})
    assert index.find("项目")[0].count == MOST
    assert [entry.text for entry in index.find("项目 某某 长风")[0].best] == ["某某长风项目"]
    assert index.find("项目 某某")[0].count == MOST
    assert [entry.text for entry in index.find("xm mm cf")[0].best] == ["某某长风项目"]


def test_only_what_changed_is_read_anew(filled: Session) -> None:
    read: list[str] = []

    class Watched:
        """A reader that tells which tables are read whole."""

        def __getattr__(self, name: str):
            def ask(table: str, *columns: str):
                read.append(table)
                return getattr(filled.reader, name)(table, *columns)

            return ask

    known = Everywhere.read(filled.reader, PARTS)
    permit = filled.reader.rows("procedure")[0]["id"]
    filled.run(edit.set_field, table="procedure", row_id=permit, key="name", text="竣工验收")
    newer = Everywhere.read(Watched(), PARTS, known, {"procedure"})  # type: ignore[arg-type]
    assert read == ["procedure"]
    assert [hits.kind for hits in newer.find("竣工")] == ["procedure"]
    assert [hits.kind for hits in newer.find("长风")] == ["project"]


WORDS = st.text("ab1云峰物 ", min_size=1, max_size=6)


@given(lines=st.lists(WORDS, max_size=30), typed=st.text("ab1云峰", min_size=1, max_size=4))
def test_typing_on_finds_what_typing_anew_finds(lines: Iterable[str], typed: str) -> None:
    lines = list(lines)
    search = LineSearch(lines, letters=False)
    for end in range(1, len(typed) + 1):
        word = folded(typed[:end])
        assert search.find(word) == [n for n, line in enumerate(lines) if word in folded(line)]


@given(lines=st.lists(st.text("长风物流abc", min_size=1, max_size=6), min_size=1, max_size=20))
def test_a_line_is_found_by_its_initials_once(lines: list[str]) -> None:
    initials = {"长": "c", "风": "f", "物": "w", "流": "l"}
    search = LineSearch(lines)
    for number, line in enumerate(lines):
        numbers = search.find("".join(initials.get(character, character) for character in line))
        assert number in numbers
        assert len(numbers) == len(set(numbers))


def test_the_books_of_following_up_are_searched(filled: Session) -> None:
    def add(table: str, project_id: int | None, **values: str) -> int:
        changes = filled.run(edit.add_row, table=table, project_id=project_id, values=values)
        return next(change.row_id for change in changes.of(table))

    rows = {
        "supervision": add("supervision", None, name="加快收储进度", no="督〔2024〕3号", supervisor="孙某"),
        "action_item": add("action_item", 1, content="月底前腾空厂房"),
        "meeting": add("meeting", None, name="第三次周例会", decisions="明确供电方案"),
        "milestone": add("milestone", 1, name="主体封顶", owner="李某", plan_on="2024-08-31"),
        "visit": add("visit", None, company="乙某公司", appeal="盼解决用工"),
        "agency_case": add("agency_case", 1, matter="代办环评", agent="周某"),
        "commitment": add("commitment", 1, matter="水土保持承诺", letter_no="承2024-7"),
    }
    words = {
        "supervision": "督〔2024〕3",
        "action_item": "腾空",
        "meeting": "供电方案",
        "milestone": "封顶",
        "visit": "用工",
        "agency_case": "环评",
        "commitment": "承2024-7",
    }
    for table, word in words.items():
        hit = found(filled, word)[table]
        assert [entry.row_id for entry in hit.best] == [rows[table]]
    assert found(filled, "封顶")["milestone"].best[0].note == "长风新材料项目 · 2024-08-31"
    assert found(filled, "督〔2024〕3")["supervision"].best[0].projects == ()
    assert found(filled, "周某")["person"].best[0].note == "代办员 1"

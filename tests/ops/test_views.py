"""Saved views are rows of the ledger; built-in ones are rules on its facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.view_definition import ColumnFilter, Layout, ViewDefinition, from_json, to_json
from zonedesk.ops import edit, views
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.view_rules import Material, rules, still_chosen

AS_OF = "2024-03-31"

texts = st.text(max_size=8)
definitions = st.builds(
    ViewDefinition,
    texts.map(lambda text: text or "all"),
    texts,
    st.dictionaries(texts, st.builds(ColumnFilter, st.frozensets(texts, min_size=1), st.just(""))),
    st.none() | st.tuples(texts, st.booleans()),
    texts,
    st.builds(
        Layout,
        st.lists(texts, min_size=1).map(tuple),
        st.dictionaries(texts, st.integers(0, 500)),
        st.integers(0, 5),
    ),
)


@given(definitions)
def test_a_definition_survives_the_ledger(definition: ViewDefinition) -> None:
    assert from_json(to_json(definition)) == definition


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | texts,
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(("filters", "sort", "columns", "widths", "frozen", "rule")), inner
            )
        ),
    )
)
def test_whatever_the_ledger_holds_is_read(said: object) -> None:
    import json

    assert isinstance(from_json(json.dumps(said)), ViewDefinition)
    assert from_json("{") == ViewDefinition()


def test_a_layout_knows_the_columns_of_this_program() -> None:
    keys = ("name", "stage", "due")
    assert Layout().known(keys).columns == keys
    assert Layout(("due", "gone", "due"), {"due": 9, "gone": 50}, 7).known(keys) == Layout(
        ("name", "due"), {"due": 28}, 2
    )


def test_a_view_is_saved_renamed_deleted_and_undone(session: Session) -> None:
    definition = ViewDefinition(filters={"duty_unit": ColumnFilter(text="*发改*")}, sort=("name", True))
    session.run(views.save_view, name=" 发改 ", definition=definition, owner="王某")
    assert views.view_named(session.reader, "发改").definition == definition
    session.run(views.rename_view, name="发改", new="发改局")
    session.run(views.delete_view, name="发改局")
    assert [view.name for view in views.views(session.reader) if not view.builtin] == []
    session.undo()
    session.undo()
    assert views.view_named(session.reader, "发改").definition == definition


@pytest.mark.parametrize(
    ("operation", "kwargs", "code"),
    [
        (views.save_view, {"name": " ", "definition": ViewDefinition()}, "view.no_name"),
        (views.save_view, {"name": "逾期", "definition": ViewDefinition()}, "view.builtin"),
        (views.rename_view, {"name": "甲", "new": "乙"}, "view.taken"),
        (views.rename_view, {"name": "丙", "new": "丁"}, "view.missing"),
        (views.delete_view, {"name": "逾期"}, "view.builtin"),
    ],
)
def test_what_cannot_be_is_refused(session: Session, operation: object, kwargs: dict, code: str) -> None:
    for name in ("甲", "乙"):
        session.run(views.save_view, name=name, definition=ViewDefinition())
    with pytest.raises(RefusedError) as caught:
        session.run(operation, **kwargs)
    assert caught.value.code == code


def test_columns_are_kept_for_built_in_views_too_as_one_step(session: Session) -> None:
    layout = Layout(("name", "due"), {"due": 70}, 2)
    session.run(views.save_layout, name="逾期", layout=layout)
    assert views.view_named(session.reader, "overdue").definition == ViewDefinition("overdue", layout=layout)
    assert not session.run(views.save_layout, name="逾期", layout=layout)
    session.undo()
    assert not views.view_named(session.reader, "逾期").definition.layout


def test_saving_columns_leaves_the_rows_of_a_view(session: Session) -> None:
    session.run(views.save_view, name="甲", definition=ViewDefinition(words="冷链"))
    session.run(views.save_layout, name="甲", layout=Layout(("name",)))
    assert views.view_named(session.reader, "甲").definition == ViewDefinition(
        words="冷链", layout=Layout(("name",))
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("views") / "示例.zonedesk"
    make_sample(path, projects=120, seed=3, as_of=AS_OF)
    return path


def chosen(session: Session, name: str, as_of: str = AS_OF) -> frozenset[int] | None:
    return rules()[name].ids(Material.of(session, as_of))


def test_the_stuck_views_are_the_stuck_lists(sample: Path) -> None:
    with Session.open(sample, "王某", read_only=True) as session:
        summary = session.figures(AS_OF)
        for name in DEFINITIONS:
            assert chosen(session, name) == set(summary.three_not[name].ids())
        assert chosen(session, "all") is None


def test_a_rule_says_the_same_of_one_project_as_of_all(sample: Path) -> None:
    with Session.open(sample, "王某", read_only=True) as session:
        ids = list(session.reader.names("project"))
        for name in rules():
            everyone = chosen(session, name)
            one_by_one = {pid for pid in ids if still_chosen(name, session, AS_OF, pid)}
            assert one_by_one == (set(ids) if everyone is None else everyone), name


@pytest.mark.parametrize(
    ("rule", "fields", "expected"),
    [
        ("start_this_month", {"sign_date": "2024-01", "start_plan": "2024-03"}, True),
        ("start_this_month", {"start_plan": "2024-03-20", "start_actual": "2024-03-18"}, True),
        ("start_this_month", {"start_plan": "2024-03", "start_actual": "2024-02-01"}, False),
        ("start_this_month", {"start_plan": "2024-03", "withdrawn_on": "2024-02"}, False),
        ("start_this_month", {"start_plan": "2024-04"}, False),
        ("production_this_month", {"prod_plan": "2024-03-31"}, True),
        ("due_soon", {"sign_date": "2024-01", "start_plan": "2024-04-30"}, True),
        ("due_soon", {"sign_date": "2024-01", "start_plan": "2024-05-01"}, False),
        ("due_soon", {"sign_date": "2024-01", "start_plan": "2024-03-31"}, False),
        ("due_soon", {"start_actual": "2024-01", "prod_plan": "2024-04"}, True),
        ("due_soon", {"start_actual": "2024-01", "start_plan": "2024-04", "prod_plan": "2025"}, False),
        ("doubtful", {"start_plan": "待定"}, True),
        ("doubtful", {"start_plan": "2024"}, False),
        ("unlisted", {}, True),
        ("nobody_in_charge", {"sponsor": "王某某"}, True),
        ("nobody_in_charge", {"sponsor": "王某某", "service_officer": "李某某"}, False),
        ("not_reported", {"sign_date": "2024-01"}, True),
        ("not_reported", {"sign_date": "2024-01", "completed_investment": "1"}, False),
        ("not_reported", {}, False),
    ],
)
def test_rules(session: Session, rule: str, fields: dict[str, str], expected: bool) -> None:
    session.run(edit.add_project, name="某某项目")
    for key, text in fields.items():
        session.run(edit.set_field, table="project", row_id=1, key=key, text=text, month="2024-03")
    assert chosen(session, rule) == (frozenset({1}) if expected else frozenset())


def test_pending_procedures(session: Session) -> None:
    session.run(edit.add_project, name="某某项目")
    session.run(edit.add_row, table="procedure", project_id=1, values={"name": "施工许可证"})
    assert chosen(session, "procedures_pending") == {1}
    session.run(edit.set_field, table="procedure", row_id=1, key="status", text="已办结")
    assert chosen(session, "procedures_pending") == frozenset()


def test_a_view_is_told_in_words() -> None:
    view = ViewDefinition(
        filters={"due": ColumnFilter(text="空")},
        sort=("name", True),
        group="zone_id",
        layout=Layout(("name", "due"), {"due": 70}, 1),
    )
    words = views.told(to_json(view))
    assert words.startswith("筛选到期；按项目名称降序；按开发区分组；显示 2 栏，冻结 1 栏；隐藏阶段、")
    assert words.endswith("等；改了 1 栏的宽度")
    assert views.told(to_json(ViewDefinition())) == "全部行，默认栏目"
    assert views.told(None) == ""

"""Each check finds what it is for, says it in one sentence, and stays quiet otherwise."""

import pytest

from zonedesk.domain.messages import say
from zonedesk.ops.edit import add_project, add_row, set_field, set_setting
from zonedesk.ops.quality import check_quality
from zonedesk.ops.quality_registry import registered
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF, TODAY = "2024-03-31", "2024-04-10"


@pytest.fixture
def project(session):
    """A project with nothing wrong but what a test makes wrong; sets fields by key."""
    changes = session.run(add_project, name="某某项目", zone="示例开发区")
    row_id = next(change.row_id for change in changes.of("project"))

    def put(**values: str) -> int:
        for key, text in values.items():
            session.run(set_field, table="project", row_id=row_id, key=key, text=text)
        return row_id

    return put


def found(session, code: str) -> list[str]:
    finding = next(f for f in check_quality(session.reader, AS_OF, TODAY) if f.rule.code == code)
    return [say(problem) for problem in finding.problems]


def test_every_requirement_from_order_to_staleness_has_a_rule():
    assert {rule.requirement for rule in registered()} == {"R109", "R110", "R111", "R112", "R113", "R114"}


def test_start_before_signing(session, project):
    project(sign_date="2024-03-05", start_actual="2024-03-01")
    assert found(session, "quality.date_order") == [
        "“某某项目”的实际开工时间（2024年3月1日）早于签约时间（2024年3月5日）。请核对这两个时间。"
    ]


@pytest.mark.parametrize("start", ["2024", "2024-03", "2024-03-05"])
def test_a_partial_date_is_wrong_only_if_it_must_be(session, project, start):
    project(sign_date="2024-03-05", start_actual=start)
    assert found(session, "quality.date_order") == []


def test_what_has_happened_is_not_in_the_future(session, project):
    project(sign_date="2024-04", start_actual="2024-04-11")
    assert len(found(session, "quality.future_date")) == 1


def test_production_without_a_start(session, project):
    project(prod_actual="2024-03-01")
    assert len(found(session, "quality.skipped_stage")) == 1


def test_listing_without_investment(session, project):
    pid = project()
    session.run(
        add_row, table="listing", project_id=pid, values={"batch_id": "2024年第一次", "track": "signing"}
    )
    assert "2024年第一次签约一批" in found(session, "quality.listing_investment")[0]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-3", "-3亿元，是负数"),
        ("450000", "450000亿元，超过1000亿元"),
        ("1000", None),
        ("0", None),
        ("6.2", None),
    ],
)
def test_an_amount_that_no_project_has(session, project, text, why):
    project(total_investment=text)
    told = [] if why is None else [f"“某某项目”的总投资为{why}。请核对数字和单位。"]
    assert found(session, "quality.amount") == told


def test_completed_investment_that_falls_or_exceeds_the_total(session, project):
    pid = project(total_investment="1")
    for month, amount in (("2024-01", "1.2"), ("2024-02", "1.1")):
        session.run(
            add_row, table="monthly_progress", project_id=pid, values={"month": month, "invest_total": amount}
        )
    assert "2024年2月的累计完成投资1.1亿元，少于2024年1月的1.2亿元" in found(session, "quality.falling")[0]
    assert len(found(session, "quality.over_total")) == 1


def test_codes(session, project):
    project(code="2301-140211-89-01-123456")
    assert "校验位不符" in found(session, "quality.project_code")[0]
    project(code="2603-141124-89-05-346948")
    assert found(session, "quality.project_code") == []
    project(code="2020-141129-77-03-006679")
    assert found(session, "quality.project_code") == []


def test_one_code_for_two_projects(session, project):
    project(code="2603-141124-89-05-346948")
    other = session.run(add_project, name="另一项目")
    row_id = next(change.row_id for change in other.of("project"))
    session.run(set_field, table="project", row_id=row_id, key="code", text="2603—141124—89—05—346948")
    assert len(found(session, "quality.repeated_code")) == 2


def test_missing_fields_depend_on_the_stage(session, project):
    assert found(session, "quality.missing") == []
    project(sign_date="2024-03-01")
    signed = len(found(session, "quality.missing"))
    project(start_actual="2024-03-02")
    assert len(found(session, "quality.missing")) > signed > 0
    assert len(found(session, "quality.no_duty")) == 2
    assert len(found(session, "quality.unlisted")) == 1


def test_what_does_not_fit_is_not_missing_but_to_be_checked(session, project):
    project(sign_date="2024-03-01", start_plan="待定")
    assert not any("计划开工时间" in line for line in found(session, "quality.missing"))
    assert found(session, "quality.unfit") == [
        "“某某项目”项目的计划开工时间填的是“待定”，不是有效的值。请改填或移到备注。"
    ]


def test_no_progress_this_month(session, project):
    pid = project(sign_date="2024-01", start_actual="2024-02")
    assert "从未报送" in found(session, "quality.stale")[0]
    for month in ("2024-02", "2024-03"):
        values = {"month": month, "image_progress": "基础施工", "invest_total": "0.1"}
        session.run(add_row, table="monthly_progress", project_id=pid, values=values)
    assert found(session, "quality.stale") == []
    assert "基础施工" in found(session, "quality.same_words")[0]


def test_a_standstill_is_not_stale(session, project):
    project(start_actual="2024-02", suspended_on="2024-03-01")
    assert found(session, "quality.stale") == []


def test_sentences_of_a_whole_ledger_have_no_blanks(tmp_path):
    make_sample(tmp_path / "s.zonedesk", projects=300, as_of="2026-10-31")
    with Session.open(tmp_path / "s.zonedesk") as session:
        findings = check_quality(session.reader, "2026-10-31", "2026-11-10")
    lines = [say(problem) for finding in findings for problem in finding.problems]
    assert lines
    assert all("“”" not in line and "None" not in line and "{" not in line for line in lines)


def test_a_setting_that_cannot_be_read_is_named(session):
    assert found(session, "quality.settings") == []
    for key, value in (
        ("light_rules", "[" * 100_000),
        ("stuck_rules", '{"not_started": {"months": -1, "until": []}}'),
        ("staleness", "{"),
        ("milestone_nodes", '[["甲", [], 1]]'),
        ("attachment_most_megabytes", "9" * 5000),
    ):
        session.run(set_setting, key=key, value=value)
    told = found(session, "quality.settings")
    assert [text.split("”")[0] for text in told] == [
        "设置“红黄绿灯规则",
        "设置“三未口径",
        "设置“久未更新天数",
        "设置“倒排节点",
        "设置“单个附件上限",
    ]
    assert "有 2 处" in told[1]

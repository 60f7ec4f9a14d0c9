"""What changed between two views of a ledger."""

from tests.domain.ledger_of import YI, facts, listing, project
from zonedesk.domain.figures.scope import View
from zonedesk.domain.since import Change, changes_between

SINCE, UNTIL = "2024-03-20", "2024-03-27"


def between(before, after=None, listings=None, **money):
    """The changes of one ledger by its dates, or from `before` to `after`; lists of projects."""
    after, own = after or before, listings or [listing(1)]
    then_own = [each for each in own if each.project_id in {p.id for p in before}]
    now_own = [each for each in own if each.project_id in {p.id for p in after}]
    return changes_between(
        View(facts(before, then_own, SINCE, completed=money.get("then", {}))),
        View(facts(after, now_own, UNTIL, completed=money.get("now", {}))),
    )


def parts(changes):
    return {change.part for change in changes}


def test_a_start_in_between_leaves_one_list_enters_the_other_and_moves_the_stage():
    started = project(1, sign_date="2023-12", start_actual="2024-03-25")
    found = between([started], listings=[listing(1), listing(1, "start")])
    assert found == [
        Change("left_not_started", 1, "开工（2024-03-25）", "2024-03-25"),
        Change("entered_not_in_production", 1, "开工（2024-03-25）", "2024-03-25"),
        Change("stage", 1, "签约→开工", "2024-03-25"),
    ]


def test_nothing_changes_without_a_date_in_between():
    still = project(1, sign_date="2023-12", start_actual="2024-03-20")
    assert between([still], listings=[listing(1), listing(1, "start")]) == []
    # A month counts from its last day: “in March” is not yet on the 27th.
    assert between([project(1, sign_date="2023-12", start_actual="2024-03")]) == []


def test_a_signing_in_between_enters_the_list():
    found = between([project(1, sign_date="2024-03-21")])
    assert [(c.part, c.text) for c in found] == [
        ("entered_not_started", "签约（2024-03-21）"),
        ("stage", "储备→签约"),
    ]


def test_leaving_by_withdrawal_says_so():
    found = between([project(1, sign_date="2023-12", withdrawn_on="2024-03-22")])
    assert [(c.part, c.text) for c in found] == [
        ("left_not_started", "终止或调出（2024-03-22）"),
        ("stage", "签约→终止"),
    ]


def test_a_date_taken_back_puts_the_project_back():
    was = project(1, sign_date="2023-12", start_actual="2024-02-10")
    now = project(1, sign_date="2023-12")
    found = between([was], [now])
    assert [(c.part, c.text) for c in found] == [
        ("entered_not_started", "开工时间更正为空"),
        ("stage", "开工→签约（更正）"),
    ]


def test_a_project_deleted_since_left_and_a_new_one_entered():
    old, new = project(1, sign_date="2023-12"), project(2, sign_date="2023-12")
    found = between([old], [new], listings=[listing(1), listing(2)])
    assert [(c.part, c.project_id, c.text) for c in found] == [
        ("entered_not_started", 2, "新录入台账"),
        ("left_not_started", 1, "已从台账删除"),
    ]


def test_money_is_the_difference_also_downwards():
    one = project(1, sign_date="2023-12")
    (more,) = between([one], then={1: 3 * YI}, now={1: 5 * YI})
    assert (more.part, more.amount) == ("money", 2 * YI)
    (less,) = between([one], then={1: 3 * YI}, now={1: 2 * YI})
    assert (less.amount, less.text) == (-YI, "完成投资更正减少")
    assert parts(between([one], then={1: YI}, now={1: YI})) == set()

"""The search index: words, initials, and records that change."""

from __future__ import annotations

from zonedesk.ops.search import SearchIndex


def filled() -> SearchIndex:
    index = SearchIndex()
    index.fill(
        {1: ("百胜中国供应链", "2401-99"), 2: ("长治某某新材料", None), 3: ("洪洞某某LNG站", "2402-99")}
    )
    return index


def test_every_word_must_be_there() -> None:
    assert filled().find("百胜 2401") == {1}
    assert filled().find("百胜 2402") == set()


def test_letters_are_initials_or_themselves() -> None:
    assert filled().find("bszg") == {1}
    assert filled().find("ＬＮＧ") == {3}
    assert filled().find("mm") == {2, 3}


def test_nothing_asked_is_no_filter() -> None:
    assert filled().find("  ") is None


def test_a_changed_record_is_found_by_its_new_text_only() -> None:
    index = filled()
    index.find("b")
    index.put(1, ("龘龙项目",))
    assert index.find("bszg") == set()
    assert index.find("dl") == {1}
    index.drop(1)
    assert index.find("dl") == set()

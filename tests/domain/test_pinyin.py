"""Pinyin initials: any reading of a character finds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.pinyin import initials_of, letter_classes, pattern_for


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("bszg", "百胜中国供应链"),
        ("zz", "长治"),
        ("cz", "长治"),
        ("ht", "洪洞县"),
        ("hd", "洪洞县"),
        ("fs", "繁峙县"),
        ("百s", "百胜"),
        ("lng", "某某lng加气站"),
        ("3d", "3d打印"),
    ],
)
def test_found(word: str, text: str) -> None:
    assert pattern_for(word, letter_classes(text)).search(text)


def test_letters_must_stand_side_by_side() -> None:
    assert not pattern_for("bg", letter_classes("百胜中国")).search("百胜中国")


def test_what_is_no_character_has_no_initial() -> None:
    assert initials_of("3") == ""
    assert initials_of("（") == ""


@given(st.text(alphabet="[]^-\\.*+?()|$百胜abc", min_size=1, max_size=8))
def test_any_text_finds_itself(text: str) -> None:
    assert pattern_for(text, letter_classes(text)).search(text)

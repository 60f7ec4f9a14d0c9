"""Typed text to stored value and back, for each kind of field."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.columns import FIELDS, PROJECT_FIELDS, field_of
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import EMPTY_MARKS, Reading, match_key, read_value, show_value, unit_of


def field(kind: Kind) -> Field:
    return Field("x", "某列", kind)


@pytest.mark.parametrize(
    ("kind", "typed", "stored", "shown"),
    [
        (Kind.TEXT, " 某某\n项目　甲 ", "某某项目 甲", "某某项目 甲"),
        (Kind.TEXT, 13800000000.0, "13800000000", "13800000000"),
        (Kind.LONG_TEXT, "第一行\r\n第二行", "第一行\n第二行", "第一行\n第二行"),
        (Kind.CHOICE, "本地叫法", "本地叫法", "本地叫法"),
        (Kind.BOOL, "√", 1, "是"),
        (Kind.BOOL, "否", 0, "否"),
        (Kind.BOOL, True, 1, "是"),
        (Kind.INTEGER, "１,２００", 1200, "1200"),
        (Kind.MONEY, "1.5", 150_000_000, "1.5"),
        (Kind.MONEY, 1.5, 150_000_000, "1.5"),
        (Kind.AREA, "327.51", 327_510, "327.51"),
        (Kind.DATE, "2024年3月", "2024-03", "2024-03"),
        (Kind.DATE, dt.datetime(2024, 3, 5), "2024-03-05", "2024-03-05"),  # noqa: DTZ001
        (Kind.MONTH, "2024.3.5", "2024-03", "2024-03"),
        (Kind.REF, " 某某开发区 ", "某某开发区", "某某开发区"),
    ],
)
def test_what_fits(kind: Kind, typed: object, stored: object, shown: str) -> None:
    unit = "亿元" if kind is Kind.MONEY else ""
    assert read_value(field(kind), typed, unit) == Reading(stored)
    assert show_value(field(kind), stored) == shown
    assert read_value(field(kind), shown, unit) == Reading(stored)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Kind.BOOL, "不确定"),
        (Kind.INTEGER, "十二"),
        (Kind.MONEY, "2000万件"),
        (Kind.AREA, "13万平米"),
        (Kind.DATE, "尽快"),
        (Kind.MONTH, "2024"),
    ],
)
def test_what_does_not_fit_is_kept_as_typed(kind: Kind, typed: str) -> None:
    assert read_value(field(kind), f" {typed} ") == Reading(unfit=typed)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("mark", [None, *sorted(EMPTY_MARKS), "　", " - "])
def test_empty_marks_are_empty(kind: Kind, mark: object) -> None:
    assert read_value(field(kind), mark) == Reading()


def test_doubts_are_told() -> None:
    assert read_value(field(Kind.MONEY), "约3亿") == Reading(300_000_000, doubt="approximate")
    assert read_value(field(Kind.DATE), 2024.1) == Reading("2024-01", doubt="month_or_october")


def test_a_coded_choice_is_written_and_read_by_its_name() -> None:
    track = field_of("listing", "track")
    assert read_value(track, "开工一批") == read_value(track, "start") == Reading("start")
    assert read_value(track, "下马一批") == Reading(unfit="下马一批")
    assert show_value(track, "start") == "开工一批"


def test_names_that_differ_only_in_writing_are_the_same() -> None:
    assert match_key("某某（大同）新材料 有限公司") == match_key("某某(大同)新材料有限公司")
    assert match_key("2301–140211") == match_key("2301-140211")
    assert match_key("某某项目一期") != match_key("某某项目二期")


def test_units_are_for_the_head_of_a_column() -> None:
    assert unit_of(field(Kind.MONEY), "万元") == "万元"
    assert unit_of(field(Kind.AREA)) == "亩"
    assert unit_of(field(Kind.TEXT)) == ""


@given(st.sampled_from([f for fields in FIELDS.values() for f in fields]), st.text(max_size=40) | st.floats())
def test_nothing_typed_is_lost_or_breaks(entry: Field, typed: object) -> None:
    reading = read_value(entry, typed, "万元" if entry.kind is Kind.MONEY else "")
    assert reading.value is None or reading.unfit is None
    if reading == Reading():
        assert str(typed).strip().strip("\u3000\u00a0") in EMPTY_MARKS or not str(typed).strip()
    assert isinstance(show_value(entry, reading.value), str)


def test_no_two_project_fields_claim_one_head() -> None:
    heads = [head for entry in PROJECT_FIELDS for head in entry.synonyms]
    assert len(heads) == len(set(heads))


def test_half_a_character_becomes_one_that_a_file_can_hold() -> None:
    reading = read_value(field_of("project", "name"), "某\ud800项目")
    assert reading.value == "某\ufffd项目"
    assert reading.value.encode()

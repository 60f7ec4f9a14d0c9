"""Codes against the published vectors."""

import json

import pytest

from zonedesk.domain.codes import (
    CodeState,
    clean_code,
    company_code_state,
    company_with_check,
    project_code_state,
    with_check_digit,
)


@pytest.fixture
def golden(shared):
    return json.loads((shared / "golden" / "published_figures.json").read_text(encoding="utf-8"))


def test_project_codes_of_the_golden_list(golden):
    codes = golden["project_codes"]
    assert {project_code_state(c) for c in codes["valid_new"]} == {CodeState.GOOD}
    assert {project_code_state(c) for c in codes["old_format"]} == {CodeState.OLD_FORMAT}
    assert {project_code_state(c) for c in codes["bad_check"]} == {CodeState.BAD_CHECK}


def test_company_codes_of_the_golden_list(golden):
    codes = golden["uscc"]
    assert {company_code_state(c) for c in codes["valid"]} == {CodeState.GOOD}
    failing = codes["invalid"] + codes["real_but_fails_check_warn_only"]
    assert {company_code_state(c) for c in failing} == {CodeState.BAD_CHECK}


def test_project_code_is_read_through_full_width_and_long_dashes():
    assert clean_code("２６０３—141124–89－05-346948 ") == "2603-141124-89-05-346948"
    assert project_code_state("２６０３—141124–89－05-346948") is CodeState.GOOD


def test_what_is_no_code_has_bad_form():
    assert project_code_state("正在办理") is CodeState.BAD_FORM
    assert company_code_state("123") is CodeState.BAD_FORM


def test_check_characters_are_completed():
    assert with_check_digit("2301-140211-89-01-12345") == "2301-140211-89-01-123451"
    assert company_with_check("91350100M000100Y4") == "91350100M000100Y43"

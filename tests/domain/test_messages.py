"""Every problem has its sentence."""

from __future__ import annotations

import pytest

from zonedesk.domain.errors import LedgerTooNewError, ReadOnlyLedgerError, StaleUndoError, ZonedeskError
from zonedesk.domain.messages import SENTENCES, register, say


def test_a_sentence_is_filled_from_the_facts() -> None:
    assert "版本 9" in say(LedgerTooNewError(path="甲.zonedesk", theirs=9, ours=1))
    rows = [("project", n) for n in range(1, 8)]
    told = say(StaleUndoError(label="导入", rows=rows))
    assert "7 行" in told
    assert "项目第5号等" in told


def test_a_missing_fact_or_an_unknown_code_still_makes_a_sentence() -> None:
    assert say(ZonedeskError("no.such.code")) == SENTENCES["unknown"]
    for code in SENTENCES:
        assert say(ZonedeskError(code)).endswith(("。", "）", "”"))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"who": "王某", "computer": "甲机", "since": "2024-03-31 09:00"}, "王某（电脑 甲机）"),
        ({"refusal": "file"}, "是否只读"),
        ({"refusal": "asked"}, "重新打开"),
    ],
)
def test_why_a_ledger_is_read_only(facts: dict, words: str) -> None:
    assert words in say(ReadOnlyLedgerError(**facts))


def test_a_code_belongs_to_one_room() -> None:
    with pytest.raises(ValueError, match="cancelled"):
        register({"cancelled": "再说一次。"})

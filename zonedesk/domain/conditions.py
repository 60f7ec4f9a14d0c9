"""Typed conditions on a column: `>=5000`, `2024-03~2024-06`, `空`, `!=新能源`, `*冷链*`, `本月 或 逾期`.

Blanks mean “and”, “或” (or |) means “or” and binds less; quotes take a word as it stands. Amounts without a
unit are in the unit given; a partial date of the ledger counts on the last day of its period.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from zonedesk.domain.condition_tests import (
    Between,
    Blank,
    Choice,
    Not,
    Stored,
    Test,
    Words,
    WrittenOnly,
)
from zonedesk.domain.errors import ZonedeskError
from zonedesk.domain.fields import Kind
from zonedesk.domain.messages import register
from zonedesk.domain.money import read_area, read_money, to_decimal
from zonedesk.domain.periods import Deadline, period_of

register(
    {
        "condition.number": "“{word}”不是{what}。请写成 >=5000、5000~8000、空 的形式。",
        "condition.date": "“{word}”不是日期或时间段。请写成 2024-03、>=2024-03、2024-03~2024-06、本月、空 的形式。",
        "condition.range": "“{word}”的起点在终点之后，请调换。",
        "condition.order": "“{word}”：文字栏目不能比大小，请用 =、!=、*冷链*、空、非空。",
        "condition.deadline": "“{word}”只用于计划时间栏目。",
        "condition.open": "条件“{word}”不完整，请补全。",
    }
)

_EMPTY, _FILLED = {"空", "(空)", "空白"}, {"非空", "(非空)", "不空"}
_OPERATORS = {"≥": ">=", "≤": "<=", "≠": "!=", "<>": "!=", "==": "=", "!": "!="}
_OPERATOR = re.compile(r">=|<=|<>|!=|==|[<>=≥≤≠!]")
_LEADING = re.compile(rf"({_OPERATOR.pattern})\s*")
_TILDE = re.compile(r"\s*(?:~|至|到|—+|–)\s*")
_BETWEEN_NUMBERS = re.compile(r"^([\d.,]+)\s*-\s*([\d.,]+[^-]*)$")
_ABOVE = re.compile(r"^(.+?)(?:及以上|以上)$")
_BELOW = re.compile(r"^(.+?)(?:及以下|以下|以内)$")
_QUOTES = str.maketrans({"“": '"', "”": '"', "「": '"', "」": '"', "～": "~", "∼": "~", "〜": "~"})
_TOKEN = re.compile(r'"[^"]*"|[^\s"]+')
_NUMBERS = {Kind.MONEY: "金额", Kind.AREA: "面积", Kind.INTEGER: "数字"}
_DATES = {Kind.DATE, Kind.MONTH}


class ConditionError(ZonedeskError):
    """A typed condition cannot be understood; `say` tells which word and how to write it."""

    code = "condition.open"


@dataclass(frozen=True, slots=True)
class Condition:
    """What was typed, understood: rows pass that pass every test of any one group."""

    any_of: tuple[tuple[Test, ...], ...]

    def matches(self, value: Stored, as_of: str, *, done: bool = False) -> bool:
        """Whether a stored value passes (None is empty, an `Unfit` text was kept as typed).

        `done` says, of a planned date, that its step was taken: then it is neither overdue nor due.
        """
        for group in self.any_of:
            for test in group:
                if not test.holds(value, as_of, done):
                    break
            else:
                return True
        return False

    @property
    def asks_done(self) -> bool:
        """Whether `done` makes a difference."""
        return any(test.asks_done for group in self.any_of for test in group)


def parse(text: str, kind: Kind, unit: str = "亿元", *, planned: bool = False) -> Condition:
    """Understand a condition on a column of `kind`. Raises ConditionError; an empty text lets all pass.

    `planned` says that the column holds dates planned for a step: then 逾期 and N天内到期 have a meaning.
    """
    clean = unicodedata.normalize("NFKC", text.translate(_QUOTES)).strip()
    groups = []
    for part in _split_or(clean):
        words = _words(part)
        if not words and clean:
            raise ConditionError(word=text.strip())
        groups.append(tuple(_test(word, kind, unit, planned=planned) for word in words))
    return Condition(tuple(groups) or ((),))


def _split_or(text: str) -> list[str]:
    """The alternatives, split where “或” or “|” stands outside quotes."""
    parts, quoted, current = [], False, ""
    for sign in text:
        if sign == '"':
            quoted = not quoted
        if sign in "或|" and not quoted:
            parts.append(current)
            current = ""
        else:
            current += sign
    return [*parts, current] if text else []


def _words(part: str) -> list[str]:
    """The words of one alternative; an operator or a ~ keeps its neighbours though blanks stand between."""
    joined: list[str] = []
    glue = False
    for token in _TOKEN.findall(part):
        if token in {"且", "并且", "and", "AND"}:
            continue
        ends_open = bool(_OPERATOR.fullmatch(token)) or token.endswith("~") or token in {"至", "到"}
        begins_open = token.startswith("~") or token in {"至", "到"}
        if joined and (glue or begins_open or _OPERATOR.fullmatch(joined[-1])):
            joined[-1] += token
        else:
            joined.append(token)
        glue = ends_open
    return joined


def _test(word: str, kind: Kind, unit: str, *, planned: bool) -> Test:
    operator, rest = "", word
    if match := _LEADING.match(word):
        operator = _OPERATORS.get(match[1], match[1])
        rest = word[match.end() :]
        if not rest:
            raise ConditionError(word=word)
    if operator == "!=":
        # “Not” of a bare word in a text column is of the whole word, as a spreadsheet's <> is.
        inner = "=" + rest if word[0] != "!" or word.startswith("!=") else rest
        return Not(_test(inner, kind, unit, planned=planned))
    if rest in _EMPTY and operator in {"", "="}:
        return Blank()
    if rest in _FILLED and operator in {"", "="}:
        return Not(Blank())
    if kind in _NUMBERS:
        return _number_test(word, operator, rest, kind, unit)
    if kind in _DATES:
        return _date_test(word, operator, rest, planned=planned)
    if operator in {">", "<", ">=", "<="}:
        raise ConditionError("condition.order", word=word)
    if kind is Kind.BOOL and rest in {"是", "否"}:
        return Choice(int(rest == "是"))
    return Words.of(rest, whole=operator == "=")


def _number_test(word: str, operator: str, rest: str, kind: Kind, unit: str) -> Test:
    def read(text: str) -> int | None:
        return _READERS[kind](text, unit)

    if not operator:
        if span := _span(rest, _BETWEEN_NUMBERS):
            low, high = (read(end) if end else None for end in span)
            if all(
                found is not None or not end for found, end in zip((low, high), span, strict=True)
            ) and any(span):
                return _ordered(word, Between(low, high))
            raise ConditionError("condition.number", word=word, what=_NUMBERS[kind])
        for pattern, sign in ((_ABOVE, ">="), (_BELOW, "<=")):
            match = pattern.match(rest)
            if match and (found := read(match[1])) is not None:
                return Between.compared(sign, found, found)
    found = read(rest)
    if found is not None:
        return Between.compared(operator or "=", found, found)
    if operator in {">", "<", ">=", "<="} or not re.search(r"[^\W\d_]|\*", rest):
        raise ConditionError("condition.number", word=rest, what=_NUMBERS[kind])
    return _written(rest, operator)


def _date_test(word: str, operator: str, rest: str, *, planned: bool) -> Test:
    deadline = Deadline.of(rest) if not operator or operator == "=" else None
    if deadline is not None:
        if not planned:
            raise ConditionError("condition.deadline", word=rest)
        return deadline
    if not operator and (span := _span(rest, None)):
        first, last = (period_of(end) if end else None for end in span)
        if any(span) and all(found or not end for found, end in zip((first, last), span, strict=True)):
            within = Between(first.first if first else None, last.last if last else None)
            return _ordered(word, within)
        raise ConditionError("condition.date", word=word)
    period = period_of(rest)
    if period is not None:
        return Between.compared(operator or "=", period.first, period.last)
    if operator in {">", "<", ">=", "<="} or not re.search(r"[^\W\d_]|\*", rest):
        raise ConditionError("condition.date", word=rest)
    return _written(rest, operator)


def _written(rest: str, operator: str) -> Test:
    """In a column of numbers or dates a word can only be asked of what was kept as typed (待核)."""
    return WrittenOnly(None if rest == "待核" else Words.of(rest, whole=operator == "="))


def _span(text: str, hyphened: re.Pattern[str] | None) -> tuple[str, str] | None:
    parts = _TILDE.split(text)
    if len(parts) == 2:
        return parts[0].strip(), parts[1].strip()
    if hyphened and (match := hyphened.match(text)):
        return match[1], match[2]
    return None


def _ordered(word: str, test: Between) -> Between:
    low, high = test.low, test.high
    if low is not None and high is not None and not callable(low) and not callable(high) and low > high:  # type: ignore[operator]
        raise ConditionError("condition.range", word=word)
    return test


def _read_integer(text: str, _: str) -> int | None:
    digits = text.replace(",", "").removesuffix("天").removesuffix("个")
    return int(to_decimal(digits)) if re.fullmatch(r"[+-]?\d{1,15}", digits) else None


def _read_money(text: str, unit: str) -> int | None:
    reading = read_money(text, unit)
    return None if reading is None else reading.value


def _read_area(text: str, _: str) -> int | None:
    reading = read_area(text)
    return None if reading is None else reading.value


_READERS: dict[Kind, Callable[[str, str], int | None]] = {
    Kind.MONEY: _read_money,
    Kind.AREA: _read_area,
    Kind.INTEGER: _read_integer,
}

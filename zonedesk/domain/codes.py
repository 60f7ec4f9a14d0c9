"""Project codes (投资项目代码) and company codes (统一社会信用代码): their form and check character.

A failed check is a warning only: codes that fail it are in real use (domain study §9).
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache

from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_10

_NEW = re.compile(r"^\d{2}(0[1-9]|1[0-2])-\d{6}-\d{2}-\d{2}-\d{6}$")
_OLD = re.compile(r"^20(1[5-9]|20)-\d{6}-\d{2}-\d{2}-\d{5,6}$")
_DASHES = re.compile(r"[–—―－‐−-]+")


class CodeState(Enum):
    """What the form and the check character of a code say."""

    GOOD = "good"
    OLD_FORMAT = "old_format"  # 2016–2020, carries no check character
    BAD_CHECK = "bad_check"
    BAD_FORM = "bad_form"


def clean_code(text: str) -> str:
    """A code in half-width capitals, without blanks and line breaks, its parts set off by one plain hyphen."""
    return _DASHES.sub("-", re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))).upper()


def project_code_state(text: str) -> CodeState:
    """The state of a 投资项目代码 (GB/T 40058-2021: ISO 7064 MOD 11,10 over its 20 digits).

    “2011-…” could be the old year 2011 or the new November 2020; the new form wins, and if its check
    fails while the old form fits, the code is taken for an old one.
    """
    code = clean_code(text)
    if _NEW.match(code) and mod_11_10.is_valid(code.replace("-", "")):
        return CodeState.GOOD
    if _OLD.match(code):
        return CodeState.OLD_FORMAT
    return CodeState.BAD_CHECK if _NEW.match(code) else CodeState.BAD_FORM


@lru_cache(maxsize=65536)
def company_code_state(text: str) -> CodeState:
    """The state of a 统一社会信用代码 (GB 32100-2015)."""
    code = clean_code(text)
    if not re.fullmatch(r"[0-9A-Z]{18}", code):
        return CodeState.BAD_FORM
    return CodeState.GOOD if uscc.is_valid(code) else CodeState.BAD_CHECK


def with_check_digit(nineteen: str) -> str:
    """A project code completed by its check digit; `nineteen` may carry hyphens."""
    return nineteen + str(mod_11_10.calc_check_digit(nineteen.replace("-", "")))


def company_with_check(seventeen: str) -> str:
    """A company code completed by its check character."""
    return seventeen + str(uscc.calc_check_digit(seventeen + "0"))

"""Who and what an invented project is: names, codes, duties. Made to look invented."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from zonedesk.domain.codes import company_with_check, with_check_digit
from zonedesk.ops.sample_words import (
    CHARACTERS,
    DUTY_UNITS,
    FIELDS,
    SPONSOR_TITLES,
    SURNAMES,
    WORKS,
    ZONES,
)

_REGION = "990100"  # no such region: an invented code must not be somebody's


class Names:
    """Hands out names that are not taken yet."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._taken: set[str] = set()

    def company(self, trade: str) -> str:
        """A company of a trade (新材料, 药业 …)."""
        return self._free(f"示例{self._word()}某{trade}有限公司", "（第{}分公司）")

    def project(self, what: str, unit: str) -> str:
        """A project that makes `what`."""
        amount = self._rng.choice((1, 2, 3, 5, 8, 10, 20, 50, 100, 200, 500, 800))
        return self._free(f"{self._word()}年产{amount}{unit}{what}项目", "（{}期）")

    def works(self, zone: str) -> str:
        """A public work of a zone."""
        return self._free(f"{zone}{self._word()}{self._rng.choice(WORKS)}", "（{}期）")

    def _word(self) -> str:
        return "".join(self._rng.sample(CHARACTERS, 2))

    def _free(self, name: str, suffix: str) -> str:
        free, n = name, 1
        while free in self._taken:
            n += 1
            free = name + suffix.format(_chinese_number(n))
        self._taken.add(free)
        return free


def make_identity(rng: Random, names: Names, number: int, approved: dt.date) -> dict[str, Any]:
    """What a project is, by column; `zone` is an index into ZONES, `company` the company's name."""
    zone = rng.choices(range(len(ZONES)), (30, 20, 15, 10, 5, 12, 8))[0]
    field = rng.choice(list(FIELDS))
    trade, products = FIELDS[field]
    what, unit, strategic = rng.choice(products)
    industrial = rng.random() < 0.86
    kind = "产业" if industrial else rng.choice(("基础设施", "科创平台", "民生"))
    # Most are some tens of millions; a few are billions.
    investment = min(int(rng.lognormvariate(0.1, 0.9) * 10_000) + 500, 450_000) // 50 * 50 * 10_000
    output = investment * rng.randint(60, 240) // 100 // 10_000 * 10_000
    return {
        "name": names.project(what, unit) if industrial else names.works(ZONES[zone][1]),
        "zone": zone,
        "company": names.company(trade) if industrial else f"示例某{ZONES[zone][1]}建设发展有限公司",
        "code": make_project_code(rng, number, approved),
        "project_kind": kind,
        "industry_field": field,
        "strategic": strategic if industrial else 0,
        "build_nature": rng.choices(("新建", "扩建", "技改", "改建"), (78, 10, 9, 3))[0],
        "location": f"{ZONES[zone][1]}{rng.choice(('东', '西', '南', '北'))}区{rng.randint(1, 40)}号地块",
        "content": f"建设生产车间{rng.randint(2, 60)}00㎡及配套设施，{what}生产线{rng.randint(1, 6)}条"
        if industrial
        else f"建设园区公共设施及配套道路{rng.randint(1, 60)}00米",
        "total_investment": investment,
        "expected_output": output if industrial else None,
        "land_area": rng.randint(8_000, 400_000) // 10 * 10,
        **make_duty(rng, number),
        "remark": None,
    }


def make_duty(rng: Random, number: int) -> dict[str, Any]:
    """Who answers for a project."""
    return {
        "sponsor": f"{rng.choice(SURNAMES)}某某（{rng.choice(SPONSOR_TITLES)}）",
        "duty_unit": rng.choice(DUTY_UNITS),
        "duty_person": rng.choice(SURNAMES) + "某",
        "service_officer": rng.choice(SURNAMES) + "某",
        "phone": f"000-{number % 10_000_000:07d}",
    }


def make_project_code(rng: Random, number: int, approved: dt.date) -> str:
    """A well-formed 投资项目代码 of an invented region, unlike every other one made here."""
    when = f"{approved.year % 100:02d}{approved.month:02d}"
    department = 89 - number // 100_000
    return with_check_digit(
        f"{when}-{_REGION}-{department:02d}-0{rng.choice((1, 1, 2, 5))}-{number % 100_000:05d}"
    )


def make_company_code(number: int) -> str:
    """A well-formed 统一社会信用代码 of an invented region."""
    return company_with_check(f"91{_REGION}{number:09d}")


def _chinese_number(n: int) -> str:
    digits = "零一二三四五六七八九"
    if n < 10:
        return digits[n]
    tens, ones = divmod(n, 10)
    return (
        ("" if tens == 1 else digits[tens] if tens < 10 else str(tens))
        + "十"
        + (digits[ones] if ones else "")
    )

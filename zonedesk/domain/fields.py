"""What a field is: how a column of the ledger is typed, called and shown. `columns.py` declares them all.

Grid, record panel, filters, import, export, validation and paper all read the registry.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a field's value is stored, typed and shown."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"  # text from a list; other text is kept and flagged
    BOOL = "bool"  # stored 1/0, written 是/否
    INTEGER = "integer"
    MONEY = "money"  # stored in 元, shown in 万元 or 亿元
    AREA = "area"  # stored in thousandths of a 亩
    DATE = "date"  # partial ISO date
    MONTH = "month"  # "YYYY-MM"
    REF = "ref"  # id of a row in another table, shown by its name


@dataclass(frozen=True, slots=True)
class Field:
    """One column: where it lives, what it is called, how it is typed and shown.

    `table`/`column` say where the value is stored. `required_from` names the stage from which the
    field must be filled. `choice_names` are what an officer reads for `choices` that are codes: then no
    other value is possible. `counter` is the word that may stand after a number (件), `least` the
    smallest number there can be: a smaller one does not fit. `coded`: the office counts by the choices, so that
    any other word is kept as typed, but is none of them and to be checked (待核). `width` is the grid's width in characters of a Chinese figure (about 14 px).
    """

    key: str
    label: str
    kind: Kind = Kind.TEXT
    table: str = "project"
    column: str = ""
    group: str = ""
    width: int = 8
    synonyms: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    choice_names: tuple[str, ...] = ()
    ref: str = ""
    required_from: str = ""
    counter: str = ""
    least: int | None = None
    coded: bool = False

    @property
    def stored_as(self) -> str:
        """The column's name in its table."""
        return self.column or self.key

    def is_stray(self, value: object) -> bool:
        """Whether a stored value is none of the choices that the office counts by."""
        return self.coded and value is not None and value not in self.choices

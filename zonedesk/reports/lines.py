"""Breaking Chinese text into lines: numbers and words stay whole, no line starts with 。 or ends with （."""

from __future__ import annotations

import re
from functools import lru_cache

from zonedesk.reports.fonts import FontBook

_NOT_FIRST = frozenset("。，、；：？！）》〉」』】〕”’％‰…—·～,.;:?!)]}%")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{")
_ATOM = re.compile(r"[0-9A-Za-z.,%/+\-_:@#&'~]+|\s|.", re.DOTALL)


def break_lines(
    text: str, book: FontBook, role: str, size: float, *, width: float, indent: float = 0.0
) -> list[str]:
    """Cut `text` into lines no wider than `width` points, the first shorter by `indent`; never empty."""
    lines: list[str] = []
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        lines += _break_paragraph(paragraph, book, role, size, width=width, indent=0.0 if lines else indent)
    return lines


def _break_paragraph(
    text: str, book: FontBook, role: str, size: float, *, width: float, indent: float
) -> list[str]:
    lines: list[str] = []
    line, used, room = "", 0.0, width - indent
    for atom in _atoms(text):
        wide = book.width(atom, role, size)
        # Half a thousandth of a point of rounding must not push a character that fits exactly.
        if used + wide <= room + 0.001:
            line, used = line + atom, used + wide
            continue
        pieces = [atom] if wide <= width else list(atom)
        for piece in pieces:
            wide = book.width(piece, role, size)
            if line and used + wide > room + 0.001:
                lines.append(line.rstrip())
                line, used, room = "", 0.0, width
            if line or not piece.isspace():
                line, used = line + piece, used + wide
    return [*lines, line.rstrip()]


@lru_cache(maxsize=8192)
def _atoms(text: str) -> tuple[str, ...]:
    """What must not be torn apart: words, numbers, a mark with the character that it belongs to."""
    atoms: list[str] = []
    opened = False
    for piece in _ATOM.findall(text):
        closes = piece[0] in _NOT_FIRST and atoms and not atoms[-1].isspace()
        if atoms and (opened or closes):
            atoms[-1] += piece
        else:
            atoms.append(piece)
        opened = piece[-1] in _NOT_LAST
    return tuple(atoms)

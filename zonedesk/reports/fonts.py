"""Fonts for paper: the PC's own official faces where there are any, the bundled ones else, and a face for
every character.

A character that the wanted face lacks is drawn from the next face that has it; one that no face has becomes
〓, the printer's mark for a missing character, and is remembered in `FontBook.missing`.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from zonedesk.paths import resources

GETA = "〓"
# Official documents: title 小标宋, headings 黑体, text 仿宋; tables 宋体 (its digits are all of one width).
_OWN = {
    "title": ("FZXBSJW.TTF", "FZXBSK.TTF", "方正小标宋简体.ttf", "方正小标宋_GBK.ttf", "STZHONGS.TTF"),
    "heading": ("simhei.ttf",),
    "body": ("simfang.ttf", "仿宋_GB2312.ttf", "SIMFANG_GB2312.TTF", "STFANGSO.TTF"),
    "table": ("simsun.ttc",),
    "table_head": ("simhei.ttf",),
}
_BUNDLED = {
    "title": "NotoSerifSC-SemiBold",
    "heading": "NotoSansSC-Bold",
    "body": "NotoSerifSC-Regular",
    "table": "NotoSansSC-Regular",
    "table_head": "NotoSansSC-Bold",
}
_LAST_RESORT = ("simsunb.ttf", "simsun.ttc", "msyh.ttc", "DejaVuSans.ttf")
FAMILIES = {
    "NotoSansSC-Regular": ("Noto Sans SC", "normal"),
    "NotoSansSC-Bold": ("Noto Sans SC", "bold"),
    "NotoSerifSC-Regular": ("Noto Serif SC", "normal"),
    "NotoSerifSC-SemiBold": ("Noto Serif SC", "bold"),
}
ROLES = tuple(_BUNDLED)


class Run(NamedTuple):
    """A stretch of text that one registered font draws."""

    font: str
    text: str


class FontBook:
    """The faces for each role, and which of them draws a character. `folders` are searched for the PC's own."""

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self._own = _font_files(tuple(own_font_folders() if folders is None else folders))
        self._chains: dict[str, tuple[str, ...]] = {}
        self._known: dict[tuple[str, str], tuple[str, str, float]] = {}
        self.missing: set[str] = set()

    def runs(self, text: str, role: str) -> list[Run]:
        """`text` cut where the font changes; what cannot be drawn is replaced, what is invisible dropped."""
        found: list[Run] = []
        for char in text:
            font, shown, _ = self._face(char, role)
            if not shown:
                continue
            if found and found[-1].font == font:
                found[-1] = Run(font, found[-1].text + shown)
            else:
                found.append(Run(font, shown))
        return found

    def width(self, text: str, role: str, size: float) -> float:
        """How wide `text` is, in points."""
        return sum(self._face(char, role)[2] for char in text) * size

    def name(self, role: str) -> str:
        """The face that a role is set in where it has the characters."""
        return self._chain(role)[0]

    def _face(self, char: str, role: str) -> tuple[str, str, float]:
        """The font for a character, what is drawn for it, and its width at size 1."""
        known = self._known.get((role, char))
        if known is None:
            known = self._known[role, char] = self._find(char, role)
        return known

    def _find(self, char: str, role: str) -> tuple[str, str, float]:
        if _invisible(char):
            return "", "", 0.0
        shown = " " if char.isspace() and char != "\u3000" else char
        for name in self._chain(role):
            if _has(name, shown):
                return name, shown, pdfmetrics.stringWidth(shown, name, 1)
        self.missing.add(char)
        return self._find(GETA, role)

    def _chain(self, role: str) -> tuple[str, ...]:
        if role not in self._chains:
            bundled = [resources() / "fonts" / f"{_BUNDLED[r]}.ttf" for r in (role, "table", "body")]
            files = [*self._owned(_OWN[role]), *bundled, *self._owned(_LAST_RESORT)]
            names = (register_font(file) for file in dict.fromkeys(files))
            self._chains[role] = tuple(name for name in names if name)
        return self._chains[role]

    def _owned(self, names: Iterable[str]) -> list[Path]:
        return [self._own[name.casefold()] for name in names if name.casefold() in self._own]


@lru_cache(maxsize=64)
def register_font(file: Path) -> str | None:
    """Make a font file known to reportlab and return its name there; None if it may not or cannot be embedded."""
    try:
        font = TTFont(file.stem, str(file))
    except (TTFError, OSError, KeyError, ValueError):
        # A face with PostScript outlines, a damaged one, or one whose maker forbids embedding: the next serves.
        return None
    pdfmetrics.registerFont(font)
    return file.stem


def own_font_folders() -> list[Path]:
    """Where this PC keeps its fonts."""
    if sys.platform == "win32":
        system = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        local = os.environ.get("LOCALAPPDATA", "")
        return [system, *([Path(local) / "Microsoft" / "Windows" / "Fonts"] if local else [])]
    return [Path("/usr/share/fonts"), Path.home() / ".local/share/fonts", Path.home() / ".fonts"]


@lru_cache(maxsize=4)
def _font_files(folders: tuple[Path, ...]) -> dict[str, Path]:
    """Font files by name, in small letters."""
    found: dict[str, Path] = {}
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in names:
                found.setdefault(name.casefold(), Path(parent) / name)
    return found


def _has(font: str, char: str) -> bool:
    glyph: int = pdfmetrics.getFont(font).face.charToGlyph.get(ord(char), 0)
    return glyph != 0


def _invisible(char: str) -> bool:
    """Controls, zero-width characters and variation selectors: nothing is to be drawn for them."""
    if char in "\t\n\r":
        return False
    return (
        unicodedata.category(char) in {"Cc", "Cf"}
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
    )

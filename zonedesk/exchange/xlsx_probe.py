"""A look into an .xlsx package before it is parsed: what would harm the parser, what it would not tell."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

MAX_UNPACKED = 600 << 20
MAX_AREA = 5_000_000
_MOST_COLUMNS = 16384
_TWO_LETTERS = 702  # columns up to ZZ
_ROOMY = 15_000_000  # cells that the parser can still hold within its memory

_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_FAR_CELL = re.compile(rb' r="([A-Z]{2,3})\d')
_FARTHEST_CELL = re.compile(rb' r="([A-Z]{3})\d')
_CONTENT = (b"<v", b":v", b"<is", b":is", b"<f", b":f")  # what a cell that is not blank holds
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"([^>]*?)>(.*?)</(?:\w+:)?c>', re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v>[^<]")
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class UnreadableError(Exception):
    """Why a file cannot be read: a code of the message catalogue and its facts."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


@dataclass(slots=True)
class Probe:
    """What the parser would not tell of one sheet."""

    uncached: list[tuple[int, int]] = field(default_factory=list)


def probe(archive: zipfile.ZipFile) -> dict[str, Probe]:
    """Look at every sheet of a package; {} for packages that are not .xlsx.

    Raises UnreadableError for what must not reach the parser: entity definitions, unpacked sizes past 600 MB,
    a cell so far out that the table would not fit in memory.
    """
    infos = {info.filename: info for info in archive.infolist()}
    if sum(info.file_size for info in infos.values()) > MAX_UNPACKED:
        raise UnreadableError("import.too_large")
    if "xl/workbook.xml" not in infos:
        _check_other(archive, infos)
        return {}
    parts = _sheet_parts(archive, infos)
    found: dict[str, Probe] = {}
    for name, info in infos.items():
        if name in parts:
            data = archive.read(info)
            _check_entities(data)
            for sheet in parts[name]:
                _check_area(data, sheet)
                found[sheet] = Probe(_uncached(data))
        elif name.endswith((".xml", ".rels")):
            with archive.open(info) as file:
                _check_entities(file.read(4096))
    return found


def _check_other(archive: zipfile.ZipFile, infos: dict[str, zipfile.ZipInfo]) -> None:
    if "content.xml" in infos:  # .ods
        with archive.open("content.xml") as file:
            _check_entities(file.read(4096))
    elif "xl/workbook.bin" not in infos:
        raise UnreadableError("import.not_a_workbook")


def _check_entities(data: bytes) -> None:
    # A document type can only stand before the root element.
    head = data[:4096]
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<!\0D\0O" in head:
        raise UnreadableError("import.entities")


def _check_area(data: bytes, sheet: str) -> None:
    # Rows that are only coloured or bordered, often down to the last one, cost the parser nothing.
    end = max(data.rfind(mark) for mark in _CONTENT)
    start = max(0, end - 65536)
    while True:
        rows = _ROW.findall(data, start, max(end, 0))
        if rows or start == 0:
            break
        start = max(0, start - (4 << 20))
    height = int(rows[-1]) if rows else 0
    if height * _MOST_COLUMNS <= MAX_AREA:
        return
    width, far = 26, b""
    # Only three letters can be far out on a sheet of ordinary height; two are looked at on a long one.
    pattern = _FAR_CELL if height * _TWO_LETTERS > _ROOMY else _FARTHEST_CELL
    for letters in set(pattern.findall(data)):
        if _column(letters) + 1 > width:
            width, far = _column(letters) + 1, letters
    if height * width > MAX_AREA:
        raise UnreadableError("import.far_cell", sheet=sheet, cell=f"{far.decode() or 'A'}{height}")


def _uncached(data: bytes) -> list[tuple[int, int]]:
    if (b"<f" not in data and b":f" not in data) or not _FORMULA.search(data):
        return []
    return [
        (int(row) - 1, _column(letters))
        for letters, row, attributes, body in _CELL.findall(data)
        if _FORMULA.search(body) and not _VALUE.search(body) and b't="str"' not in attributes
    ]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _sheet_parts(archive: zipfile.ZipFile, infos: dict[str, zipfile.ZipInfo]) -> dict[str, list[str]]:
    """Sheet names by the part that holds them."""
    book, rels = archive.read("xl/workbook.xml"), b"<r/>"
    if "xl/_rels/workbook.xml.rels" in infos:
        rels = archive.read("xl/_rels/workbook.xml.rels")
    _check_entities(book)
    _check_entities(rels)
    try:
        targets = {node.get("Id"): node.get("Target", "") for node in ElementTree.fromstring(rels)}
        sheets = [
            (node.get("name", ""), node.get(_REL))
            for node in ElementTree.fromstring(book).iter()
            if node.tag.endswith("}sheet")
        ]
    except ElementTree.ParseError as error:
        raise UnreadableError("import.damaged") from error
    parts: dict[str, list[str]] = {}
    for name, rel in sheets:
        target = targets.get(rel, "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        parts.setdefault(part, []).append(name)
    return parts

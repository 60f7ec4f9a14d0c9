"""Blocks of cells as a spreadsheet gives and takes them: tab-separated text and an HTML table. Qt-free."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from html.parser import HTMLParser

Block = list[list[str]]
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_BLANKS = re.compile(r"[ \t\r\n]+")
_SPANS_MOST = 1_000


def to_text(block: Sequence[Sequence[str]]) -> str:
    """Tab-separated lines; a cell with a tab, a line break or a quotation mark at its head is quoted."""
    return "".join("\t".join(_quoted(cell) for cell in line) + "\n" for line in block)


def to_html(block: Sequence[Sequence[str]], numeric: Sequence[bool]) -> str:
    """A table. Cells of columns that are not numbers are marked as text: no code or date is recast, no formula made."""
    lines = []
    for line in block:
        cells = (
            f"<td>{_escaped(cell)}</td>"
            if number
            else f"<td style='mso-number-format:\"\\@\"'>{_escaped(cell)}</td>"
            for cell, number in zip(line, numeric, strict=True)
        )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    style = "<style>br{mso-data-placement:same-cell}</style>"
    return (
        f"<html><head><meta charset='utf-8'>{style}</head><body><table>{''.join(lines)}</table></body></html>"
    )


def read_block(text: str, markup: str = "") -> Block:
    """The block on a clipboard. The text is the more exact one; the table counts where it has another shape,
    for then a line break within a cell has torn the text apart."""
    plain, table = from_text(text), from_html(markup) if markup else []
    if not table or (plain and _shape(plain) == _shape(table)):
        return plain
    return table


def from_text(text: str) -> Block:
    """Lines and cells of tab-separated text; quoted cells may hold tabs and line breaks."""
    block: Block = []
    line: list[str] = []
    at = 0
    while at < len(text):
        found = _QUOTED.match(text, at) if text[at] == '"' else None
        if found:
            line.append(found.group(1).replace('""', '"'))
        else:
            found = _PLAIN.match(text, at)
            assert found is not None  # it matches nothing at all, too
            line.append(found.group())
        at = found.end()
        if text.startswith("\t", at):
            at += 1
            if at == len(text):
                line.append("")
            continue
        block.append(line)
        line = []
        at += 2 if text.startswith("\r\n", at) else 1
    if line:
        block.append(line)
    return _even(block)


def from_html(markup: str) -> Block:
    """The cells of the first table; a cell that spans others leaves these empty."""
    reader = _TableReader()
    reader.feed(markup)
    reader.close()
    return _even(reader.block())


class _TableReader(HTMLParser):
    """Reads the first table, those within its cells as text."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[tuple[int, int], str] = {}
        self._taken: set[tuple[int, int]] = set()
        self._row, self._column = -1, 0
        self._depth, self._done = 0, False
        self._text: list[str] | None = None
        self._at = (0, 0)

    def block(self) -> Block:
        """What was read."""
        if self._row < 0:
            return []
        wide = max((column for _, column in self._taken), default=-1) + 1
        return [[self._cells.get((row, n), "") for n in range(wide)] for row in range(self._row + 1)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        if self._done or self._depth != 1:
            return
        if tag == "tr":
            self._end_cell()
            self._row, self._column = self._row + 1, 0
        elif tag in {"td", "th"} and self._row >= 0:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag in {"br", "p"} and self._text:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._end_cell()
            self._depth -= 1
            self._done = self._done or self._depth == 0
        elif tag in {"td", "th", "tr"} and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            # A line break in the markup is only a blank: those of the cell are <br>.
            self._text.append(_BLANKS.sub(" ", data))

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        while (self._row, self._column) in self._taken:
            self._column += 1
        self._at, self._text = (self._row, self._column), []
        down, right = _span(attrs.get("rowspan")), _span(attrs.get("colspan"))
        self._taken.update((self._row + n, self._column + m) for n in range(down) for m in range(right))

    def _end_cell(self) -> None:
        if self._text is not None:
            lines = "".join(self._text).replace("\u00a0", " ").split("\n")
            self._cells[self._at] = "\n".join(line.strip() for line in lines).strip()
            self._text = None


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _SPANS_MOST) if text and text.strip().isdecimal() else 1


def _quoted(cell: str) -> str:
    if cell.startswith('"') or any(mark in cell for mark in "\t\r\n"):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _escaped(cell: str) -> str:
    return html.escape(cell).replace("\n", "<br>")


def _shape(block: Block) -> tuple[int, int]:
    return len(block), len(block[0]) if block else 0


def _even(block: Block) -> Block:
    """Every line as long as the longest."""
    wide = max((len(line) for line in block), default=0)
    return [line + [""] * (wide - len(line)) for line in block]

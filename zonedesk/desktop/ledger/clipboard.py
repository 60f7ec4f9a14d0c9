"""What is selected in the grid, and what a pasted or filled block writes where. Only what is in view is touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from zonedesk.desktop.ledger.block_text import Block
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.domain.values import EMPTY_MARKS, clean_text
from zonedesk.ops.cells import Cell
from zonedesk.ops.table.columns import Column

Area = tuple[int, int, int, int]
NAME = "name"


class View:
    """The grid as blocks see it: lines from the top, the columns in view from the left."""

    def __init__(self, model: LedgerModel, columns: Sequence[int]) -> None:
        self.model = model
        self.columns: list[Column] = [model.columns[number] for number in columns]

    def projects(self, top: int, bottom: int) -> list[int]:
        """The projects of some lines; heads of groups are passed over."""
        return [pid for pid in self.model.shown()[max(top, 0) : bottom + 1] if pid > 0]

    def text(self, pid: int, column: Column) -> str:
        """A cell's text."""
        return self.model.rows.text(pid, column)

    def cells(self, areas: Sequence[Area]) -> Iterator[tuple[int, Column]]:
        """The cells of some areas as project and column."""
        for top, left, bottom, right in areas:
            for pid in self.projects(top, bottom):
                for column in self.columns[left : right + 1]:
                    yield pid, column

    def block(self, areas: Sequence[Area]) -> tuple[Block, list[bool], int]:
        """The texts of some areas in the rectangle around them, which columns are numbers, and how many cells they are."""
        top, bottom = min(a[0] for a in areas), max(a[2] for a in areas)
        left, right = min(a[1] for a in areas), max(a[3] for a in areas)
        shown = self.model.shown()
        lines = {line: n for n, line in enumerate(n for n in range(top, bottom + 1) if shown[n] > 0)}
        block = [[""] * (right - left + 1) for _ in lines]
        count = 0
        for upper, first, lower, last in areas:
            for line in range(upper, lower + 1):
                if line not in lines:
                    continue
                for number in range(first, last + 1):
                    block[lines[line]][number - left] = self.text(shown[line], self.columns[number])
                    count += 1
        return block, [column.numeric for column in self.columns[left : right + 1]], count


@dataclass(slots=True)
class Writing:
    """What a block is to write, and what of it has no place.

    `derived` cells cannot be written, `nameless` ones would empty a project's name, `beyond` are columns past the
    last one in view. `added` holds a new project for each line past the last.
    """

    cells: list[Cell] = field(default_factory=list)
    added: list[dict[str, str]] = field(default_factory=list)
    derived: int = 0
    nameless: int = 0
    beyond: int = 0
    area: Area = (0, 0, 0, 0)

    @property
    def left_out(self) -> bool:
        """Whether something has no place."""
        return bool(self.derived or self.nameless or self.beyond)

    def put(self, pid: int, column: Column, text: str) -> None:
        """Have a text written to a cell, if it can be."""
        if column.field is None:
            self.derived += 1
        elif column.key == NAME and clean_text(text) in EMPTY_MARKS:
            self.nameless += 1
        else:
            self.cells.append(Cell(pid, column.key, text))


def one_text(view: View, areas: Sequence[Area], text: str) -> Writing:
    """One text into every selected cell."""
    writing = Writing(area=areas[0])
    for pid, column in view.cells(areas):
        writing.put(pid, column, text)
    return writing


def pasted(view: View, areas: Sequence[Area], block: Block) -> Writing:
    """A block from the top left of the selection on, repeated where the selection is so many times as large."""
    if len(block) == 1 and len(block[0]) == 1:
        return one_text(view, areas, block[0][0])
    top, left = min(a[0] for a in areas), min(a[1] for a in areas)
    if len(areas) == 1:
        block = _repeated(block, areas[0][2] - top + 1, areas[0][3] - left + 1)
    last = len(view.model.shown()) - 1
    targets = view.projects(top, last)
    inside = view.columns[left : left + len(block[0])]
    writing = Writing(beyond=len(block[0]) - len(inside))
    for pid, line in zip(targets, block, strict=False):
        for column, text in zip(inside, line, strict=False):
            writing.put(pid, column, text)
    for line in block[len(targets) :]:
        texts = {c.key: text for c, text in zip(inside, line, strict=False) if c.field and clean_text(text)}
        writing.derived += sum(
            1 for c, text in zip(inside, line, strict=False) if not c.field and text.strip()
        )
        if texts:
            writing.added.append(texts)
    writing.area = (top, left, top + len(block) - 1, left + len(inside) - 1)
    return writing


def filled(view: View, areas: Sequence[Area], *, down: bool) -> Writing:
    """The first row of each area into those below it, or the first column into those to the right.

    A single row takes from the row above it, a single column from the one to its left.
    """
    writing = Writing(area=areas[0])
    for area in areas:
        (_fill_down if down else _fill_right)(view, area, writing)
    return writing


def _fill_down(view: View, area: Area, writing: Writing) -> None:
    top, left, bottom, right = area
    pids = view.projects(top, bottom)
    if len(pids) == 1:
        pids = view.projects(0, top - 1)[-1:] + pids
    for column in view.columns[left : right + 1]:
        for pid in pids[1:]:
            writing.put(pid, column, view.text(pids[0], column))


def _fill_right(view: View, area: Area, writing: Writing) -> None:
    top, left, bottom, right = area
    first = left - 1 if left == right else left
    if first < 0:
        return
    for pid in view.projects(top, bottom):
        text = view.text(pid, view.columns[first])
        for column in view.columns[first + 1 : right + 1]:
            writing.put(pid, column, text)


def _repeated(block: Block, tall: int, wide: int) -> Block:
    down, rest = divmod(tall, len(block))
    across, more = divmod(wide, len(block[0]))
    if rest or more or not down or not across or down * across == 1:
        return block
    return [line * across for line in block] * down

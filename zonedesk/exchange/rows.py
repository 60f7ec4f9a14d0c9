"""From a sheet's frame to its entries: each row told for what it is, each cell read once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from zonedesk.domain.batches import batch_name
from zonedesk.domain.codes import clean_code
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.plan import SKIP, Choice, Finding, Question, SheetReport, Skipped, TotalCheck
from zonedesk.domain.values import EMPTY_MARKS, Reading, clean_text, read_value
from zonedesk.exchange.entries import BatchName, Entry
from zonedesk.exchange.frame import Column, Frame, month_in
from zonedesk.exchange.headings import agency_meanings, clean_heading, heading_key
from zonedesk.exchange.kinds import AGENCY, SheetKind, stuck_list_in, track_in
from zonedesk.exchange.procedure_cells import fill_procedures
from zonedesk.exchange.totals import Totals, is_bare_number

_TOTAL = re.compile(r"^(合计|小计|总计|共计|累计)")
_SECTION = re.compile(r"^[(（]?[一二三四五六七八九十]+[)）]?[、.．]?.*")
_NOTE = re.compile(r"^(注|备注|说明|填表人|填报人|审核人|单位负责人|联系人|制表)")
_BLANK: tuple[Any, ...] = ("", None)


@dataclass(slots=True)
class SheetRows:
    """What a sheet says."""

    report: SheetReport
    stuck: str = ""  # which of the 三未 lists the sheet is
    entries: list[Entry] = field(default_factory=list)
    totals: list[TotalCheck] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    errors: list[Finding] = field(default_factory=list)


class SheetReader:
    """Reads the data rows of one sheet. `answers` are what has been said to its questions."""

    def __init__(self, frame: Frame, kind: SheetKind, file_text: str, answers: dict[str, str]) -> None:
        self.frame, self.kind, self.answers = frame, kind, answers
        self.name = frame.grid.name
        self.track = track_in(self.name, frame.title) if kind.name == "ledger" else ""
        self.month = _month_of(frame, file_text, kind)
        self.as_of = takes_effect(frame.as_of) if frame.as_of else None
        if kind.name == "monthly" and self.month and self.as_of is None:
            self.as_of = takes_effect(self.month)
        _settle_cases(frame, listed=kind.name == AGENCY)
        self.out = SheetRows(
            SheetReport(
                self.name,
                kind.name,
                self.track,
                list(range(frame.first + 1, frame.last + 2)),
                frame.unit,
                self.as_of,
                columns={column.heading: _told(column) for column in frame.columns},
            )
        )
        self.out.stuck = stuck_list_in(self.name, frame.title) if kind.name == "three_not" else ""
        self.batch: BatchName | None = None
        self.totals = Totals(self.name, self.out.totals)
        self.columns = [column for column in frame.columns if self._usable(column)]
        self.said = frozenset(
            (column.meaning.table, column.meaning.key) for column in self.columns if column.meaning
        )
        self.uncached = set(frame.grid.uncached)

    def read(self) -> SheetRows:
        """All rows, in order."""
        self._fill_merged()
        rows = self.frame.grid.rows
        name, code = self._index("name"), self._index("code")
        lead = self._lead_columns(name)
        for index in range(self.frame.last + 1, len(rows)):
            row = rows[index]
            if not self._is_plain(row, index, lead):
                continue
            if name is not None and self._is_heading(row, name):
                self._skip(index, "重复的表头")
                continue
            if (name is None or row[name] in _BLANK) and (code is None or row[code] in _BLANK):
                if any(cell not in _BLANK for cell in row):
                    self._skip(index, "没有项目名称")
                continue
            entry = self._entry(row, index)
            if not entry.name:
                self._skip(index, "没有项目名称")
            elif self.kind.name == AGENCY and not entry.case.get("matter"):
                self._skip(index, "没有代办事项")
            else:
                self.out.entries.append(entry)
                self.totals.add(entry)
        self.totals.end_section()
        self.out.report.rows = len(self.out.entries)
        return self.out

    def _is_plain(self, row: list[Any], index: int, lead: list[int]) -> bool:
        """Whether a row is data; a total, a section or a note is dealt with here."""
        first = row[lead[0]] if lead else ""
        if isinstance(first, float | int) and not isinstance(first, bool):
            return True
        texts = [clean_text(cell) for cell in row if cell not in _BLANK]
        if not texts:
            return False
        for column in lead:
            cell = row[column]
            if isinstance(cell, str) and _TOTAL.match(re.sub(r"\s", "", cell)):
                self._total(row, index, clean_text(cell))
                return False
        if len(texts) <= 2 and _NOTE.match(texts[0]):
            self._skip(index, "注释")
            return False
        return not (len(texts) <= 2 and self._section(index, texts))

    def _is_heading(self, row: list[Any], name: int) -> bool:
        """Whether the header stands here again, as on each page of a printed list."""
        heads = {column.index: column.heading for column in self.frame.columns}
        if clean_heading(row[name]) != heads.get(name):
            return False
        return sum(clean_heading(row[index]) == head for index, head in heads.items() if head) > 1

    def _section(self, index: int, texts: list[str]) -> bool:
        text = texts[0]
        batch, track = batch_name(text), track_in(text)
        if len(texts) > 1 or not (_SECTION.match(text) or batch.year):
            if len(texts) == 1:
                self._skip(index, "说明文字")
            return len(texts) == 1
        self.totals.end_section()
        if batch.year:
            self.batch = batch
        if track:
            self.track = track
        self.totals.begin_section(index + 1, text)
        self._skip(index, "分段标题")
        return True

    def _total(self, row: list[Any], index: int, text: str) -> None:
        self.totals.check(row, index + 1, text, self.columns)
        formula = any((index, column) in self.uncached for column in range(len(row)))
        self._skip(index, "合计行" + ("，其中公式没有计算结果，未核对" if formula else ""))

    def _entry(self, row: list[Any], index: int) -> Entry:
        entry = Entry(
            self.name,
            index + 1,
            self.kind,
            self.track,
            self.batch,
            self.as_of,
            self.month,
            said=self.said,
        )
        buckets: dict[str, dict[str, Any]] = {
            "project": entry.project,
            "monthly_progress": entry.progress,
            "problem": entry.problem,
            "agency_case": entry.case,
        }
        for column in self.columns:
            cell = row[column.index]
            if cell in _BLANK:
                continue
            if column.field is None:
                self._plain_cell(entry, column, cell)
                continue
            reading = column.cache.get(cell) or self._reading(column, cell)
            if reading.doubt == "month_or_october":
                reading = self._ask_month(column, entry, reading)
            table, key = column.target
            if reading.unfit is not None:
                self._unfit(entry, column, reading.unfit)
            elif column.part:
                cells = entry.procedures.setdefault(column.part, {})
                cells[key] = clean_text(cell) if key == "status" else reading.value
            elif reading.value is not None:
                if table in buckets:
                    buckets[table][key] = reading.value
                else:
                    self._other(entry, key, str(reading.value))
        if entry.procedures:
            fill_procedures(entry, self.out.totals)
        return entry

    def _plain_cell(self, entry: Entry, column: Column, cell: Any) -> None:
        """A cell of a column that is no field: kept by its heading, or noted for the import alone."""
        text = column.cache.get(cell)
        if text is None:
            text = column.cache[cell] = clean_text(cell)
        if column.meaning is not None:
            entry.notes[column.meaning.key] = cell if column.meaning.key == "start_either" else text
        elif text not in EMPTY_MARKS:
            entry.extra[column.heading] = text

    def _unfit(self, entry: Entry, column: Column, text: str) -> None:
        table, key = column.target
        entry.unfit[f"{table}:{column.part}" if column.part else table, key] = text
        label = column.field.label if column.field else column.heading
        note = "与列的类型不符，按原文保留待核"
        self.out.errors.append(Finding(self.name, entry.row, label, text, note))

    def _other(self, entry: Entry, key: str, text: str) -> None:
        if key == "batch_id":
            entry.batch = batch_name(text)
        elif key == "track":
            entry.track = text
        elif key == "uscc":
            entry.uscc = clean_code(text)

    def _reading(self, column: Column, cell: Any) -> Reading:
        assert column.field is not None
        known = read_value(column.field, cell, column.unit)
        if column.target == ("project", "code") and known.value:
            known = Reading(clean_code(known.value))
        elif column.target == ("listing", "track"):
            text = clean_text(cell)
            known = Reading(track) if (track := track_in(text)) else Reading(unfit=text)
        column.cache[cell] = known
        return known

    def _ask_month(self, column: Column, entry: Entry, reading: Reading) -> Reading:
        """2024.1 may be January or October: the cell's number does not say."""
        question_id = f"date:{self.name}!{entry.row}:{column.id}"
        year = str(reading.value)[:4]
        choices = (
            Choice(f"{year}-01", f"{year}年1月"),
            Choice(f"{year}-10", f"{year}年10月"),
            Choice(SKIP, "不填"),
        )
        answer = self.answers.get(question_id)
        label = column.field.label if column.field else column.heading
        self.out.questions.append(
            Question(
                question_id,
                "date",
                f"“{label}”写作 {year}.1，是{year}年1月还是10月？",
                self.name,
                entry.row,
                entry.name,
                column.meaning.key if column.meaning else "",
                choices,
                answer,
            )
        )
        return Reading(answer) if answer and answer != SKIP else Reading()

    def _usable(self, column: Column) -> bool:
        """Whether a column can be read; an amount without a sure unit is asked about first."""
        if not column.is_money:
            return True
        column.cache = {}
        unit = column.unit if column.unit and column.heading.find(column.unit) >= 0 else self.frame.unit
        doubt = self._unit_doubt(column, unit)
        if not doubt:
            column.unit = unit
            return True
        question_id = f"unit:{self.name}:{column.id}"
        answer = self.answers.get(question_id)
        choices = (*(Choice(each, each) for each in ("亿元", "万元", "元")), Choice(SKIP, "不读这一列"))
        self.out.questions.append(
            Question(
                question_id, "unit", doubt, self.name, self.frame.last + 1, "", column.id, choices, answer
            )
        )
        column.unit = answer or ""
        return answer is not None and answer != SKIP

    def _unit_doubt(self, column: Column, unit: str) -> str:
        rows = self.frame.grid.rows[self.frame.last + 1 :]
        numbers = [
            float(str(cell).replace(",", "")) for row in rows if is_bare_number(cell := row[column.index])
        ]
        if not numbers:
            column.unit = unit
            return ""
        middle = median(numbers)
        if not unit:
            return f"“{column.heading}”没有写单位（中位数 {middle:g}），是什么单位？"
        if column.meaning and column.meaning.key == "total_investment" and len(numbers) >= 3:
            if unit == "万元" and middle < 50:
                return f"“{column.heading}”写的是万元，但中位数只有 {middle:g}，是不是亿元？"
            if unit == "亿元" and middle > 5000:
                return f"“{column.heading}”写的是亿元，但中位数是 {middle:g}，是不是万元？"
        return ""

    def _index(self, key: str) -> int | None:
        column = self.frame.column("project", key)
        return column.index if column else None

    def _lead_columns(self, name: int | None) -> list[int]:
        """Where a total row may say that it is one: the sequence column, the first ones, the name's."""
        seq = self.frame.column("import", "seq")
        lead = [seq.index] if seq else []
        width = len(self.frame.grid.rows[self.frame.first])
        return lead + [c for c in (0, 1, 2, name) if c is not None and c < width and c not in lead]

    def _fill_merged(self) -> None:
        """A cell merged downwards says the same for each of its rows."""
        rows = self.frame.grid.rows
        for r0, c0, r1, c1 in self.frame.grid.merged:
            if r0 > self.frame.last and c0 == c1 and r1 > r0:
                for index in range(r0 + 1, min(r1 + 1, len(rows))):
                    rows[index][c0] = rows[r0][c0]

    def _skip(self, index: int, reason: str) -> None:
        self.out.report.skipped.append(Skipped(index + 1, reason))


def _settle_cases(frame: Frame, *, listed: bool) -> None:
    """代办员, 件数 and 办结日期 stand in many tables: where cases are listed they are the case's, and only there."""
    taken = {column.target for column in frame.columns if column.target[0] == "agency_case"}
    for column in frame.columns:
        if not listed:
            if column.target[0] == "agency_case":
                column.mean(None)
            continue
        own = agency_meanings().get(heading_key(column.heading))
        if own is not None and not column.part and (own.table, own.key) not in taken:
            taken.add((own.table, own.key))
            column.mean(own)


def _told(column: Column) -> str:
    """What a column was taken for, for the officer to check."""
    if column.part and column.field:
        return f"{column.part}·{column.field.label}"
    if column.field:
        return column.field.label
    return "" if column.meaning is None else "（仅核对）"


def _month_of(frame: Frame, file_text: str, kind: SheetKind) -> str | None:
    """The month that a sheet's progress belongs to."""
    if kind.name == "monthly":
        return (
            month_in(frame.grid.name) or month_in(frame.title) or month_in(file_text) or month_of(frame.as_of)
        )
    return month_of(frame.as_of)


def month_of(as_of: str | None) -> str | None:
    """The month of a day."""
    return takes_effect(as_of)[:7] if as_of else None

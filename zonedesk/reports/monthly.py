"""开发区“三个一批”月通报: the body upright, to be signed; the long lists after it, across."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Spacer

from zonedesk.domain.dates import chinese
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.progress import Progress
from zonedesk.ops.month_report import MonthData, collect_month
from zonedesk.ops.session import Session
from zonedesk.reports import month_sentences, sentences
from zonedesk.reports import monthly_tables as tables
from zonedesk.reports.document import SIGN, SUBTITLE, TEXT_WIDTH, TITLE, Running, Story, write_pdf
from zonedesk.reports.fonts import GETA, FontBook
from zonedesk.reports.grid import CAPTION, Grid, Sheet
from zonedesk.reports.registry import report
from zonedesk.reports.text import Style, TextBlock

REMARK = Style("body", 10.5, 17, align="justify", indent=2)
_ORDINALS = "一二三四五六七八九十"


@report("monthly", title="开发区“三个一批”月通报")
class Monthly:
    """The monthly summary."""

    def collect(self, session: Session, month: str, scope: Scope | None) -> MonthData:
        """Read the month."""
        return collect_month(session, month, scope)

    def render(self, data: MonthData, path: Path, progress: Progress) -> None:
        """Put it on paper."""
        book = FontBook()
        paper = _Paper(data, book)
        paper.write()
        running = Running(
            f"{paper.title}（{sentences.month_words(data.month)}）",
            f"数据截至{chinese(data.as_of)}",
            data.office,
        )
        write_pdf(paper.story, path, running, progress)


class _Paper:
    """The parts of one month's bulletin, numbered as they are written."""

    def __init__(self, data: MonthData, book: FontBook) -> None:
        self.data, self.book, self.story = data, book, Story(book)
        self._headings = self._tables = self._figures = self._lists = 0
        self._across = False
        only = data.zones[0].name if len(data.zones) == 1 and data.zones[0].zone_id else ""
        self.title = f"{data.zone or only or '开发区'}“三个一批”项目月通报"

    def write(self) -> None:
        """Everything, in order."""
        self._title()
        if not self.data.now.view.projects:
            self._nothing()
            return
        self._overall()
        self._progress()
        self._rates()
        self._zones()
        self._batch()
        self._stuck()
        self._procedures()
        self._agency()
        self._closing()
        self._lists_across()

    def _title(self) -> None:
        data, story = self.data, self.story
        story.text(self.title, TITLE)
        story.text(f"（{sentences.month_words(data.month)}）", SUBTITLE)
        day = f"数据截至{chinese(data.as_of)}"
        story.text(f"编制单位：{data.office}　　{day}" if data.office else day, SUBTITLE)
        story.add(Spacer(1, 10))

    def _nothing(self) -> None:
        self.story.text(
            f"截至{chinese(self.data.as_of)}，本范围（{sentences.scope_words(self.data)}）内台账没有项目数据，"
            "本月无可通报内容。请先导入或录入项目，再生成本通报。"
        )

    def _overall(self) -> None:
        self._heading("总体情况")
        for sentence in sentences.overall(self.data):
            self.story.text(sentence)

    def _progress(self) -> None:
        self._heading("本月进展情况")
        for sentence in month_sentences.month_progress(self.data):
            self.story.text(sentence)

    def _rates(self) -> None:
        self._heading("三率情况")
        moved = sentences.change_of_rates(self.data)
        if moved:
            self.story.text(moved)
        self._table(tables.rates_sheet(self.data, self._caption("“三率”情况表")))

    def _zones(self) -> None:
        if len(self.data.zones) < 2:
            return
        self._heading("分开发区情况", room=20 * mm)
        ranked = sentences.ranking(self.data)
        if ranked:
            self.story.text(ranked)
        self._table(tables.zone_rates_sheet(self.data, self._caption("分开发区“三率”情况表")))
        self._table(tables.zone_stuck_sheet(self.data, self._caption("分开发区“三未”项目和手续办理情况表")))
        self._chart(*tables.zone_chart(self.data, self.book, TEXT_WIDTH))

    def _batch(self) -> None:
        batch = self.data.batch
        if batch is None:
            return
        self._heading("本次活动情况")
        self.story.text(sentences.this_batch(self.data))
        caption = self._caption(f"{batch.name}“三个一批”活动情况表")
        self._table(tables.batch_sheet(self.data, batch.figures, batch.name, caption))

    def _stuck(self) -> None:
        self._heading("“三未”项目情况")
        attached = 0
        for name, lines in self.data.stuck.items():
            attached += bool(lines)
            where = f"（详见附表{attached}）" if lines else ""
            self.story.text(sentences.stuck(self.data, name).removesuffix("。") + where + "。")
        self._table(tables.due_sheet(self.data, self._caption("“三未”项目情况表")))
        if self.data.causes:
            self._chart(*tables.cause_chart(self.data, self.book, TEXT_WIDTH))

    def _procedures(self) -> None:
        self._heading("手续办理情况")
        text = sentences.procedures(self.data)
        if self.data.pending:
            number = sum(bool(lines) for lines in self.data.stuck.values()) + 1
            text = text.removesuffix("。") + f"（详见附表{number}）。"
        self.story.text(text)

    def _agency(self) -> None:
        text = month_sentences.agency(self.data)
        if text:
            self._heading("领办代办情况")
            self.story.text(text)

    def _closing(self) -> None:
        """附注 and the places to sign, which never stand on a page of their own."""
        notes = sentences.remarks(self.data)
        lost = self._lost_characters()
        if lost:
            notes.append(f"有{lost}个字本机字库没有，以“{GETA}”代替。")
        numbered = [f"{n}．{note}" for n, note in enumerate(notes, 1)]
        blocks = [TextBlock(text, REMARK, self.book) for text in ("附注：", *numbered)]
        height = sum(block.wrap(TEXT_WIDTH, 0)[1] for block in blocks)
        signing = 2 * SIGN.leading + 24
        self.story.add(CondPageBreak(min(height + signing, 160 * mm)), Spacer(1, 8), *blocks, Spacer(1, 14))
        self.story.text("编制：　　　　　　　审核：　　　　　　　签发：", SIGN)
        self.story.text("年　　月　　日", replace(SIGN, align="right"))

    def _lost_characters(self) -> int:
        """How many different characters of the lists no font has; the lists come later, so they are asked here."""
        data = self.data
        texts = [
            text
            for lines in data.stuck.values()
            for s in lines
            for text in (s.name, s.zone, *s.causes, *s.measures, s.duty_unit, s.sponsor, s.duty_person)
        ]
        texts += [text for p in data.pending for text in (p.zone, p.project, p.procedure, p.note, p.dept)]
        for text in dict.fromkeys([*texts, data.office, *data.batches, *(z.name for z in data.zones)]):
            self.book.width(text, "table", 1)
        return len(self.book.missing)

    def _lists_across(self) -> None:
        for name, lines in self.data.stuck.items():
            if lines:
                label = self.data.now.three_not[name].definition.label
                self._attach(tables.stuck_sheet(self.data, name, self._attached(f"{label}项目清单")))
        if self.data.pending:
            self._attach(tables.pending_sheet(self.data, self._attached("未办结手续清单")))

    def _attach(self, sheet: Sheet) -> None:
        if not self._across:
            self.story.wide_pages()
            self._across = True
        self._table(sheet)

    def _heading(self, text: str, **room: float) -> None:
        self.story.heading(f"{_ORDINALS[self._headings]}、{text}", **room)
        self._headings += 1

    def _caption(self, text: str) -> str:
        self._tables += 1
        return f"表{self._tables}　{text}"

    def _attached(self, text: str) -> str:
        self._lists += 1
        return f"附表{self._lists}　{text}"

    def _table(self, sheet: Sheet) -> None:
        self.story.table(Grid(sheet, self.book))

    def _chart(self, caption: str, drawing: Drawing) -> None:
        self._figures += 1
        self.story.add(CondPageBreak(drawing.height + 3 * CAPTION.leading), Spacer(1, 4))
        self.story.text(f"图{self._figures}　{caption}", CAPTION)
        self.story.add(drawing, Spacer(1, 6))

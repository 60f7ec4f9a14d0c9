"""督办函: one letter for each matter under supervision, a page each; before its deadline it is a 提醒函."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportlab.platypus import PageBreak, Spacer

from zonedesk.domain.dates import chinese
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.progress import Progress
from zonedesk.ops.lists import Rows, kinds
from zonedesk.ops.month_report import OFFICE_NAME
from zonedesk.ops.session import Session
from zonedesk.ops.working_day import report_day
from zonedesk.reports.document import BODY, SIGN, SUBTITLE, TITLE, Running, Story, write_pdf
from zonedesk.reports.fonts import FontBook
from zonedesk.reports.registry import report
from zonedesk.reports.text import Style

_NUMBER = Style("body", 13, 23, align="center", after=10)
_TO = replace(BODY, indent=0)


@dataclass(frozen=True, slots=True)
class Letters:
    """The matters (rows of the list `supervisions`) to be written about, as of a day (ISO); `office` signs."""

    office: str
    as_of: str
    rows: Rows


@report("supervision_letters", title="督办函（逾期未销号）")
class SupervisionLetters:
    """Letters for all matters that are overdue at the end of the month."""

    def collect(self, session: Session, month: str, scope: Scope | None) -> Letters:
        """Read the matters. RefusedError if `month` is none."""
        day = report_day(session.reader, month)
        return letters_of(session, day, [row for row in _rows(session, day, scope) if row["overdue_days"]])

    def render(self, data: Letters, path: Path, progress: Progress) -> None:
        """Put them on paper."""
        write_letters(data, path, progress)


def letters_of(session: Session, as_of: str, rows: Rows) -> Letters:
    """The letters for these rows of the list `supervisions`."""
    return Letters((session.reader.setting(OFFICE_NAME) or "").strip(), as_of, rows)


def write_letters(data: Letters, path: Path, progress: Progress) -> None:
    """Write the letters to `path`. OSError if that fails, CancelledError if so asked."""
    story = Story(FontBook())
    for number, row in enumerate(data.rows):
        if number:
            story.add(PageBreak())
        _letter(story, data, row)
    if not data.rows:
        story.text("督办函", TITLE)
        story.text(f"截至{chinese(data.as_of)}，没有逾期未销号的督办事项。", SUBTITLE)
    title = title_of(data.rows[0]) if len(data.rows) == 1 else "督办函"
    write_pdf(story, path, Running(title, f"数据截至{chinese(data.as_of)}", data.office), progress)


def title_of(row: dict[str, Any]) -> str:
    """督办函 for what is overdue, 提醒函 for what is not yet."""
    return "督办函" if row["overdue_days"] else "提醒函"


def sentences_of(row: dict[str, Any], as_of: str) -> Iterator[str]:
    """What the letter says: the matter, how it stands, what is asked. Only what the ledger holds is said."""
    matter = f"关于“{row['name']}”" + (f"（{row['project']}）" if row["project"] else "")
    sent = f"，已于{chinese(row['issued_on'])}下发你单位办理" if row["issued_on"] else "，请你单位办理"
    due = f"，要求{chinese(row['deadline'])}前办结" if row["deadline"] else ""
    yield f"{matter}{sent}{due}。" + (f"督办要求：{_ended(row['content'])}" if row["content"] else "")
    stands = [f"截至{chinese(as_of)}"]
    if row["overdue_days"]:
        stands.append(f"已逾期{row['overdue_days']}天仍未办结")
    if row["urge_count"]:
        stands.append(f"已催办{row['urge_count']}次")
    if row["last_feedback"]:
        day = f"{chinese(row['last_feedback_on'])}" if row["last_feedback_on"] else ""
        stands.append(f"你单位{day}反馈“{row['last_feedback']}”")
    else:
        stands.append("尚未收到你单位的办理反馈")
    yield "，".join(stands) + "。"
    ask = "请高度重视，抓紧办理" if row["overdue_days"] else "请按期办理"
    yield f"{ask}，并书面反馈办理情况；办结后提请核验销号。确有困难不能办结的，请说明原因和预计办结时间。"


def _letter(story: Story, data: Letters, row: dict[str, Any]) -> None:
    story.text(title_of(row), TITLE)
    story.text(row["no"] or "（未编号）", _NUMBER)
    story.text(f"{row['lead_unit'] or '（主办单位未定）'}：", _TO)
    for sentence in sentences_of(row, data.as_of):
        story.text(sentence)
    if row["co_units"]:
        story.text(f"协办单位：{row['co_units']}")
    story.add(Spacer(1, 36))
    for line in filter(None, (data.office, chinese(data.as_of))):
        story.text(line, replace(SIGN, align="right"))
    if row["supervisor"]:
        story.text(f"督办人：{row['supervisor']}", _TO)


def _ended(text: str) -> str:
    return text if text.endswith(("。", "！", "？")) else f"{text}。"


def _rows(session: Session, as_of: str, scope: Scope | None) -> Rows:
    return kinds()["supervisions"].rows(session, as_of, scope)

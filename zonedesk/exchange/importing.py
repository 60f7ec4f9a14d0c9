"""Import: from a bureau's file to a plan of what it would change."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Literal

from zonedesk.domain.errors import ImportRefusedError
from zonedesk.domain.plan import NEW, SKIP, Choice, ImportPlan, PlanBody, Replan, SheetReport
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.exchange.attached import plan_attached, settle_starts
from zonedesk.exchange.decide import OnConflict
from zonedesk.exchange.draft import Draft, Options
from zonedesk.exchange.entries import Entry
from zonedesk.exchange.frame import Frame, find_frame, headings_seen
from zonedesk.exchange.grid import Grid
from zonedesk.exchange.kinds import KINDS, SheetKind, kind_of
from zonedesk.exchange.ledger_view import History, LedgerView
from zonedesk.exchange.matching import Matcher
from zonedesk.exchange.merge import FileProject, merge
from zonedesk.exchange.parsing import parse
from zonedesk.exchange.planner import Planner
from zonedesk.exchange.rows import SheetReader, SheetRows, month_of
from zonedesk.store.reader import Reader

Found = list[tuple[Frame, SheetKind]]


def prepare(
    reader: Reader,
    path: Path,
    *,
    as_of: str | None = None,
    password: str | None = None,
    blank: Literal["keep", "clear"] = "keep",
    on_conflict: OnConflict = "ask",
    record: History | None = None,
    ledger_id: str = "",
    progress: Progress | None = None,
) -> ImportPlan:
    """Read a workbook and work out what it would change; nothing is written.

    `as_of` (ISO day) is the day of the file where the file does not say. `record` tells what was written by
    hand (else the reader's own connection is asked); `ledger_id` makes the hidden column of our own exports
    count. Usable on any thread with a reader of that thread. Raises ImportRefusedError, CancelledError.
    """
    path = Path(path)
    progress = progress or NullProgress()
    progress.report(0, 100, f"正在读取 {path.name}")
    grids = parse(path, password, progress)
    progress.report(40, 100, "正在识别表格")
    found, others = recognise(grids, path.name)
    progress.report(45, 100, "正在与台账核对")
    sha256 = _digest(path)
    view = LedgerView(reader, record or reader.history(), ledger_id, sha256)
    matcher = Matcher(view)
    progress.check()

    def work(answers: dict[str, str], watch: Progress | None = None) -> PlanBody:
        sheets = [SheetReader(frame, kind, path.stem, answers).read() for frame, kind in found]
        options = Options(as_of, blank == "clear", on_conflict)
        planner = Planner(Draft(view, options, answers), matcher)
        body = _plan(sheets, path.name, planner, watch or NullProgress())
        body.sheets += others
        return body

    answers, body = _answered_before(view, work, work({}, progress), conflicts=on_conflict == "ask")
    plan = ImportPlan(
        file=path.name,
        sha256=sha256,
        kind=_main_kind(found),
        as_of=as_of,
        body=body,
        replan=work,
        names=view.names,
        answers=answers,
    )
    plan.as_of = max((sheet.as_of for sheet in plan.sheets if sheet.as_of), default=as_of)
    progress.check()
    progress.report(100, 100, "核对完毕")
    return plan


def _answered_before(
    view: LedgerView, replan: Replan, body: PlanBody, *, conflicts: bool
) -> tuple[dict[str, str], PlanBody]:
    """What was answered when this very file was taken in before, as far as it is asked again; the plan with it.

    A contradiction of which our side was written since is another one: it is asked.
    """
    told: dict[str, str] = {}
    for step in reversed(view.taken):
        told |= json.loads(step.source or "{}").get("answers", {})
    answers: dict[str, str] = {}
    while True:
        allowed = {(q.id, choice.value) for q in body.questions for choice in q.choices}
        for each in body.conflicts if conflicts else ():
            if each.row_id is None or not view.since(each.table, each.row_id, each.key):
                allowed |= {(each.id, "ours"), (each.id, "theirs")}
        fresh = {key: value for key, value in told.items() if key not in answers and (key, value) in allowed}
        if not fresh:
            return answers, body
        # An answer may bring up the next question.
        answers |= fresh
        body = replan(dict(answers))


def _digest(path: Path) -> str:
    """The file's SHA-256; a file that went away meanwhile (a stick pulled out) is refused."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ImportRefusedError("import.no_file", file=path.name) from error


def recognise(grids: list[Grid], file: str) -> tuple[Found, list[SheetReport]]:
    """The sheets that we can read, and why not the others; ImportRefusedError if there is none."""
    found: Found = []
    others: list[SheetReport] = []
    columns: list[str] = []
    for grid in grids:
        frame = find_frame(grid) if grid.visible else None
        if frame is not None:
            _refuse_uncached(frame, file)
        kind = kind_of(frame) if frame else None
        if frame is not None and kind is not None:
            found.append((frame, kind))
            continue
        seen = headings_seen(grid)
        columns += [text for text in seen if text not in columns]
        others.append(SheetReport(grid.name, reason=_why_not(grid, seen)))
    if not found:
        if not any(str(cell).strip() for grid in grids for row in grid.rows for cell in row):
            raise ImportRefusedError("import.no_content", file=file)
        raise ImportRefusedError(
            "import.unknown_columns", file=file, columns="、".join(columns[:10]) or "没有表头"
        )
    return found, others


def _why_not(grid: Grid, seen: list[str]) -> str:
    if not grid.visible:
        return "隐藏的工作表"
    if not any(str(cell).strip() for row in grid.rows for cell in row):
        return "空表"
    return f"没有认识的列（{'、'.join(seen)}）" if seen else "没有表头，按说明页跳过"


def _refuse_uncached(frame: Frame, file: str) -> None:
    """A formula without a result in a data row is a value that we would lose without a word."""
    wanted = {column.index for column in frame.columns if column.meaning and column.meaning.table != "import"}
    seq = next((c.index for c in frame.columns if c.meaning and c.meaning.key == "seq"), 0)
    name = frame.column("project", "name") or frame.column("project", "code")
    rows = set()
    lost = {(r, c) for r, c in frame.grid.uncached if r > frame.last and c in wanted}
    for row, _ in lost:
        cells = frame.grid.rows[row] if row < len(frame.grid.rows) else []
        texts = [str(cells[c]) for c in {0, 1, 2, seq} if c < len(cells)]
        is_total = any(word in text for text in texts for word in ("合计", "小计", "总计", "共计"))
        named = name is not None and (
            (row, name.index) in lost or (name.index < len(cells) and cells[name.index] not in ("", None))
        )
        if named and not is_total:
            rows.add(row + 1)
    if rows:
        shown = "、".join(map(str, sorted(rows)[:5])) + ("等" if len(rows) > 5 else "")
        raise ImportRefusedError("import.no_formula_values", file=file, sheet=frame.grid.name, rows=shown)


def _main_kind(found: Found) -> str:
    rank = [kind.name for kind in KINDS]
    kinds = {kind.name for _, kind in found}
    return "ledger" if "ledger" in kinds else min(kinds, key=rank.index)


def _plan(sheets: list[SheetRows], file: str, planner: Planner, progress: Progress) -> PlanBody:
    entries = [entry for sheet in sheets for entry in sheet.entries]
    if not entries:
        raise ImportRefusedError("import.no_rows", file=file)
    as_of = planner.draft.options.as_of or max((e.as_of for e in entries if e.as_of), default=None)
    planner.draft.options = replace(planner.draft.options, as_of=as_of)
    for entry in entries:
        # A sheet that does not say its day is of the day that the file's other sheets say.
        entry.as_of, entry.month = entry.as_of or as_of, entry.month or month_of(as_of)
    projects = _told_apart(planner, entries)
    ours = _plan_all(planner, projects, progress)
    body = planner.finish(_expected(planner.view, sheets, as_of))
    body.sheets = [sheet.report for sheet in sheets]
    body.totals = [check for sheet in sheets for check in sheet.totals]
    body.questions[:0] = [question for sheet in sheets for question in sheet.questions]
    body.same_rows = _same_rows(ours, body)
    body.errors[:0] = [finding for sheet in sheets for finding in sheet.errors]
    return body


def _told_apart(planner: Planner, entries: list[Entry]) -> list[FileProject]:
    projects, doubtful = merge(entries)
    for entry, twin in doubtful:
        text = f"“{entry.name}”与第{twin.row}行名称、单位相同而总投资不同，是两个项目吗？"
        choices = (Choice(NEW, "是两个项目，都导入"), Choice(SKIP, "不导入这一行"))
        if planner.draft.ask("identity", entry, text, choices, "twin") == NEW:
            alone = FileProject([entry])
            alone.join(entry)
            projects.append(alone)
    return projects


def _plan_all(planner: Planner, projects: list[FileProject], progress: Progress) -> list[Entry]:
    """Plan every project of a file: its own row, then what hangs on it. Gives the rows that are of our projects."""
    ours: list[Entry] = []
    for number, wanted in enumerate(projects):
        if number % 200 == 0:
            progress.check()
            progress.report(50 + 50 * number // len(projects), 100, f"正在核对第 {number + 1} 个项目")
        target = planner.identify(wanted)
        if target is not None:
            settle_starts(planner.draft, wanted, target)
            planner.plan_project(wanted, target)
            plan_attached(planner.draft, wanted, target)
        if isinstance(target, int):
            ours += wanted.entries
    return ours


def _same_rows(ours: list[Entry], body: PlanBody) -> int:
    """How many of these rows bring nothing to write, and nothing that is asked or contradicted."""
    news = {
        action.origins.get(column, (action.sheet, action.row_number))
        for action in body.actions
        for column in action.values
    }
    asked = [question for question in body.questions if question.answer is None]
    news |= {(question.sheet, question.row_number) for question in asked}
    news |= {(conflict.sheet, conflict.row_number) for conflict in body.conflicts}
    # While the unit of a column is open, nothing in it was compared.
    unread = {question.sheet for question in asked if question.kind == "unit"}
    return len({(e.sheet, e.row) for e in ours if e.sheet not in unread} - news)


def _expected(view: LedgerView, sheets: list[SheetRows], as_of: str | None) -> list[int]:
    """The projects of ours that a file which lists whole sets should have."""
    expected: dict[int, None] = {}
    tracks: set[str] = set()
    for sheet in sheets:
        if sheet.report.kind == "three_not" and sheet.stuck:
            expected |= dict.fromkeys(view.stuck(sheet.stuck, as_of or view.default_as_of))
        elif sheet.report.kind == "ledger":
            tracks |= {entry.track for entry in sheet.entries}
    if tracks == {""}:
        expected |= dict.fromkeys(view.projects)
    else:
        expected |= dict.fromkeys(pid for pid, _, track in view.listings if track in tracks)
    return list(expected)

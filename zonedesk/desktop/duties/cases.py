"""What is said of a problem and of a supervised matter, and what can be done with each from the panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from zonedesk.desktop import tokens
from zonedesk.desktop.books.spec import Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.duties.form import Line, filled, usual_day
from zonedesk.desktop.duties.panel import Act, CasePanel, Facts
from zonedesk.desktop.preview.list_preview import PaperPreview
from zonedesk.desktop.widgets.light import colour_of, light_text
from zonedesk.domain.columns import PROBLEM_CATEGORIES, PROBLEM_LEVELS, PROBLEM_SOURCES
from zonedesk.domain.problem_words import proposed_category
from zonedesk.domain.problems import (
    ACTION_LABELS,
    TO_VERIFY,
    VERIFIED,
    Action,
    actions_of,
    levels_above,
)
from zonedesk.domain.supervision import STEP_LABELS, Step, steps_of
from zonedesk.domain.tracking_columns import SUPERVISION_SOURCES
from zonedesk.ops import problem_book, supervision_book

Submit = Callable[[dict[str, str]], bool]
_PROBLEM_KEYS = {
    Action.RESPOND: "Alt+Y",
    Action.PROGRESS: "Alt+J",
    Action.ESCALATE: "Alt+S",
    Action.SUBMIT: "Alt+T",
    Action.VERIFY: "Alt+H",
    Action.SEND_BACK: "Alt+B",
    Action.CLOSE_OUT: "Alt+X",
}
_SUPERVISION_KEYS = {
    Step.SEND: "Alt+Q",
    Step.URGE: "Alt+C",
    Step.FEED_BACK: "Alt+F",
    Step.SUBMIT: "Alt+T",
    Step.SEND_BACK: "Alt+B",
    Step.CLOSE: "Alt+X",
}
_PROPOSED = ("name", "duty_unit", "duty_person")
SUPERVISE_KEY, LETTER_KEY = "Alt+D", "Alt+P"


class Cases(QObject):
    """What problems and supervised matters have in common: entries of day, who and what, made in the panel's form.

    `added(table, row id)` when a new row was written.
    """

    added = Signal(str, int)

    def __init__(self, desk: Desk, panel: CasePanel) -> None:
        super().__init__(panel)
        self.desk, self.panel = desk, panel
        self._submit: Submit | None = None
        panel.form.submitted.connect(self._on_submitted)

    def ask(
        self, heading: str, verb: str, lines: list[Line], submit: Submit, *, first: str = "", note: str = ""
    ) -> None:
        """Open the form, unless another one is begun; `submit` gets its texts and says whether that was done.

        `note` is a warning that it begins with.
        """
        if not self.panel.is_free():
            return
        self._submit = submit
        self.panel.open_form(heading, verb, lines, first, note)

    def entry(self, *, what: str, needed: str = "") -> list[Line]:
        """The three lines of an entry in the record."""
        return [
            Line("text", what, needed=needed, hint="" if needed else self.tr("可不填")),
            Line("by_whom", self.tr("经办"), "name", text=self.desk.session.who),
            Line("on", self.tr("日期"), "day", text=usual_day(self.desk)),
        ]

    def lights(self, row: Row, more: str) -> tuple[str, str]:
        """The line of a row's state, and its colour."""
        if not row["open"]:
            return light_text("green", row["state"]) + more, colour_of("green")
        if row["overdue_days"]:
            late = self.tr("逾期 {n} 天").format(n=row["overdue_days"])
            return f"{light_text('red', late)} · {row['state']}{more}", colour_of("red")
        light = "yellow" if row["state"] in {TO_VERIFY, VERIFIED} else "none"
        colour = colour_of("yellow") if light == "yellow" else tokens.TEXT
        return light_text(light, row["state"]) + more, colour

    def issue_lines(self, known: dict[str, str], day: str) -> list[Line]:
        """The lines with which a matter under supervision is issued."""
        text = known.get
        return [
            Line("name", self.tr("督办事项"), text=text("name", ""), needed=self.tr("请写明督办事项")),
            Line("content", self.tr("督办要求"), text=text("content", "")),
            Line("lead_unit", self.tr("主办单位"), "name", text=text("lead_unit", "")),
            Line("co_units", self.tr("协办单位"), text=text("co_units", "")),
            Line("deadline", self.tr("办结期限"), "day"),
            Line("source", self.tr("来源"), "choice", choices=SUPERVISION_SOURCES),
            Line("supervisor", self.tr("督办人"), "name", text=self.desk.session.who),
            Line("no", self.tr("督办编号"), text=text("no", ""), needed=self.tr("请写明督办编号")),
            Line("issued_on", self.tr("下发日期"), "day", text=day, needed=self.tr("请写明下发日期")),
        ]

    def run(self, operation: Callable[..., Any], **facts: Any) -> bool:
        """Write; False if it was refused. Tells of a row that was added."""
        changes = self.desk.run(operation, **facts)
        if changes is None:
            return False
        for change in changes.rows:
            if change.before is None and change.table in {"problem", "supervision"}:
                self.added.emit(change.table, change.row_id)
        return True

    def _on_submitted(self, texts: dict[str, str]) -> None:
        if self._submit is not None and self._submit(texts):
            self.panel.form.close_form()


class ProblemCases(Cases):
    """Problems: raising, the seven actions, and raising a matter under supervision from one."""

    def acts(self) -> list[Act]:
        """The buttons, in the order of the work."""
        tips = {
            Action.RESPOND: self.tr("记下首次响应"),
            Action.PROGRESS: self.tr("记一条进展"),
            Action.ESCALATE: self.tr("提请上级协调，可选哪一级"),
            Action.SUBMIT: self.tr("已解决，提请核验"),
            Action.VERIFY: self.tr("核验属实"),
            Action.SEND_BACK: self.tr("未解决或又反弹，退回办理"),
            Action.CLOSE_OUT: self.tr("写明结果，销号；须先核验通过"),
        }
        why = {Action.CLOSE_OUT: self._why_not_closed}
        made = [
            Act(
                key,
                ACTION_LABELS[action],
                tips[action],
                self._can(action),
                self._opener(action),
                why=why.get(action),
            )
            for action, key in _PROBLEM_KEYS.items()
        ]
        watch = Act(
            SUPERVISE_KEY,
            self.tr("督办"),
            self.tr("由此问题下发督办"),
            lambda row: bool(row["open"]),
            self.supervise,
        )
        return [*made, watch]

    def facts(self, row: Row) -> Facts:
        """What the panel says of a problem."""
        more = " · " + self.tr("{level}级").format(level=row["level"]) if row["level"] else ""
        if row["days_open"] is not None:
            more += " · " + self.tr("历时 {n} 天").format(n=row["days_open"])
        state, colour = self.lights(row, more)
        raised = _joined(row["raised_on"], row["raised_by"], row["source"])
        answer = row["first_response_on"] or (self.tr("尚未响应") if row["open"] else "")
        if row["answered_same_day"]:
            answer += self.tr("（当日）")
        number = self.tr("第 {no} 号").format(no=row["no"]) if row["no"] else ""
        watched = self.tr("{n} 件督办未销号").format(n=row["supervisions"]) if row["supervisions"] else ""
        return Facts(
            _joined(row["project"], number),
            row["description"] or self.tr("（未写明问题）"),
            state,
            colour,
            (
                (self.tr("类别"), row["category"] or ""),
                (self.tr("提出"), raised),
                (self.tr("响应"), answer),
                (self.tr("时限"), row["deadline"] or self.tr("未定")),
                (self.tr("责任"), _joined(row["duty_unit"], row["duty_person"])),
                (self.tr("配合"), row["co_units"] or ""),
                (self.tr("措施"), row["measure"] or ""),
                (self.tr("核验"), _joined(row["verified_on"], row["verified_by"])),
                (self.tr("结果"), _joined(row["closed_on"], row["result"])),
                (self.tr("督办"), watched),
            ),
            (*row["warnings"], *self._left_open(row)),
        )

    def _left_open(self, row: Row) -> list[str]:
        """What is said of a closed problem whose supervision goes on."""
        if row["open"] or not row["supervisions"]:
            return []
        return [self.tr("问题已销号，由此下发的督办还有 {n} 件未销号").format(n=row["supervisions"])]

    def raise_for(self, project_id: int | None) -> None:
        """Open the form for a new problem of a project."""
        if project_id is None or not self.panel.is_free():
            return
        (project,) = self.desk.session.reader.rows_in("project", "id", [project_id], columns=_PROPOSED)
        lines = [
            Line("description", self.tr("存在问题"), needed=self.tr("请写明存在的问题")),
            Line("category", self.tr("类别"), "choice", choices=PROBLEM_CATEGORIES),
            Line("measure", self.tr("解决措施")),
            Line("duty_unit", self.tr("责任单位"), "name", text=project["duty_unit"] or ""),
            Line("duty_person", self.tr("责任人"), "name", text=project["duty_person"] or ""),
            Line("deadline", self.tr("完成时限"), "day"),
            Line("source", self.tr("来源"), "choice", choices=PROBLEM_SOURCES),
            Line("raised_by", self.tr("提出人"), "name"),
            Line("raised_on", self.tr("提出时间"), "day", text=usual_day(self.desk)),
        ]
        self.panel.show_new(self.tr("为“{project}”提出问题").format(project=project["name"]))
        self.ask(
            self.tr("提出问题：回车到下一栏"),
            self.tr("提出问题"),
            lines,
            lambda texts: self.run(problem_book.raise_problem, project_id=project_id, values=filled(texts)),
        )
        text = self.panel.form.edits["description"]
        if isinstance(text, QLineEdit):
            text.editingFinished.connect(
                lambda: self.panel.form.propose("category", proposed_category(text.text()))
            )

    def supervise(self, row: Row) -> None:
        """Open the form for a matter under supervision raised from a problem."""
        day = usual_day(self.desk)
        known = supervision_book.proposal(self.desk.session.reader, row["id"], day)
        self.ask(
            self.tr("由此问题下发督办"),
            self.tr("下发督办"),
            self.issue_lines(known, day),
            lambda texts: self.run(
                supervision_book.issue_supervision,
                on=texts.pop("issued_on"),
                values=filled(texts),
                problem_id=row["id"],
            ),
        )

    def _why_not_closed(self, row: Row) -> str:
        if not row["open"]:
            return self.tr("已经销号")
        if row["status"] == TO_VERIFY:
            return self.tr("尚未核验：请先按“核验通过”（Alt+H）")
        return self.tr("尚未提请核验：请先按“提请核验”（Alt+T），再按“核验通过”（Alt+H）")

    def _can(self, action: Action) -> Callable[[Row], bool]:
        return lambda row: action in actions_of(row)

    def _opener(self, action: Action) -> Callable[[Row], None]:
        return lambda row: self._open(action, row)

    def _open(self, action: Action, row: Row) -> None:
        headings = {
            Action.RESPOND: (self.tr("响应：何时、谁已接手"), self.tr("说明"), ""),
            Action.PROGRESS: (self.tr("记一条进展"), self.tr("进展"), self.tr("请写明进展")),
            Action.ESCALATE: (self.tr("升级：选定提请哪一级协调"), self.tr("事由"), ""),
            Action.SUBMIT: (self.tr("提请核验"), self.tr("落实情况"), ""),
            Action.VERIFY: (self.tr("核验通过"), self.tr("核验意见"), ""),
            Action.SEND_BACK: (self.tr("退回办理"), self.tr("理由"), self.tr("请写明退回的理由")),
            Action.CLOSE_OUT: (self.tr("销号"), self.tr("办理结果"), self.tr("请写明办理结果")),
        }
        heading, what, needed = headings[action]
        lines = self.entry(what=what, needed=needed)
        if action is Action.ESCALATE:
            above = levels_above(row["level"])
            told = self.tr("提请（现为{level}级）").format(level=row["level"] or PROBLEM_LEVELS[0])
            lines.insert(0, Line("level", told, "choice", text=above[0], choices=above))
        note = ""
        if action is Action.CLOSE_OUT and row["supervisions"]:
            told = self.tr("由此下发的督办还有 {n} 件未销号，不随问题销号，请另到督办清单办理")
            note = told.format(n=row["supervisions"])
        self.ask(
            heading,
            ACTION_LABELS[action],
            lines,
            lambda texts: self.run(problem_book.act, problem_id=row["id"], action=action, **texts),
            note=note,
        )


class SupervisionCases(Cases):
    """Matters under supervision: issuing one, the six steps, the letter."""

    preview: PaperPreview | None = None

    def acts(self) -> list[Act]:
        """The buttons, in the order of the work."""
        tips = {
            Step.SEND: self.tr("下发给主办单位"),
            Step.URGE: self.tr("催办一次"),
            Step.FEED_BACK: self.tr("记下主办单位的反馈"),
            Step.SUBMIT: self.tr("已办结，提请核验"),
            Step.SEND_BACK: self.tr("未办结，退回办理"),
            Step.CLOSE: self.tr("写明结果，销号；须先提请核验"),
        }
        made = [
            Act(key, STEP_LABELS[step], tips[step], self._can(step), self._opener(step))
            for step, key in _SUPERVISION_KEYS.items()
        ]
        letter = Act(
            LETTER_KEY,
            self.tr("督办函"),
            self.tr("预览并打印督办函；未到期的为提醒函"),
            lambda row: bool(row["open"]),
            self.print_letter,
            writes=False,
        )
        return [*made, letter]

    def print_letter(self, row: Row) -> None:
        """Make the letter of a matter and show it, ready to print."""
        from zonedesk.reports.supervision_letter import letters_of, title_of, write_letters  # noqa: PLC0415 - reportlab: only for those who print

        letters = letters_of(self.desk.session, self.desk.as_of, [row])
        preview = PaperPreview(
            self.desk,
            f"{title_of(row)}{row['no'] or ''}",
            self.desk.as_of,
            lambda path, progress: write_letters(letters, path, progress),
            self.panel,
        )
        if preview.begin():
            self.preview = preview

    def facts(self, row: Row) -> Facts:
        """What the panel says of a matter."""
        more = " · " + self.tr("催办 {n} 次").format(n=row["urge_count"]) if row["urge_count"] else ""
        state, colour = self.lights(row, more)
        return Facts(
            _joined(row["no"], row["project"]),
            row["name"],
            state,
            colour,
            (
                (self.tr("来源"), row["source"] or ""),
                (self.tr("要求"), row["content"] or ""),
                (self.tr("主办"), row["lead_unit"] or self.tr("未定")),
                (self.tr("协办"), row["co_units"] or ""),
                (self.tr("督办人"), row["supervisor"] or ""),
                (self.tr("下发"), row["issued_on"] or self.tr("尚未下发")),
                (self.tr("期限"), row["deadline"] or self.tr("未定")),
                (self.tr("反馈"), _joined(row["last_feedback_on"], row["last_feedback"])),
                (self.tr("结果"), _joined(row["closed_on"], row["result"])),
            ),
            tuple(row["warnings"]),
        )

    def issue(self, _: int | None = None) -> None:
        """Open the form for a new matter of no project; its project can be chosen in the table."""
        if not self.panel.is_free():
            return
        day = usual_day(self.desk)
        known = {"no": supervision_book.next_number(self.desk.session.reader, day)}
        self.panel.show_new(self.tr("下发督办"))
        self.ask(
            self.tr("下发督办：回车到下一栏"),
            self.tr("下发督办"),
            self.issue_lines(known, day),
            lambda texts: self.run(
                supervision_book.issue_supervision, on=texts.pop("issued_on"), values=filled(texts)
            ),
        )

    def _can(self, step: Step) -> Callable[[Row], bool]:
        return lambda row: step in steps_of(row)

    def _opener(self, step: Step) -> Callable[[Row], None]:
        return lambda row: self._open(step, row)

    def _open(self, step: Step, row: Row) -> None:
        headings = {
            Step.SEND: (self.tr("下发给主办单位"), self.tr("说明"), ""),
            Step.URGE: (self.tr("催办一次"), self.tr("催办内容"), ""),
            Step.FEED_BACK: (self.tr("记下反馈"), self.tr("反馈内容"), self.tr("请写明反馈的内容")),
            Step.SUBMIT: (self.tr("提请核验"), self.tr("落实情况"), ""),
            Step.SEND_BACK: (self.tr("退回办理"), self.tr("理由"), self.tr("请写明退回的理由")),
            Step.CLOSE: (self.tr("销号"), self.tr("办理结果"), self.tr("请写明办理结果")),
        }
        heading, what, needed = headings[step]
        self.ask(
            heading,
            STEP_LABELS[step],
            self.entry(what=what, needed=needed),
            lambda texts: self.run(supervision_book.act, supervision_id=row["id"], step=step, **texts),
        )


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)

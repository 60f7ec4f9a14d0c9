"""The checks of the ledger's data (R109–R114). A new one is one function here or in a file imported here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from zonedesk.domain.codes import CodeState, company_code_state, project_code_state
from zonedesk.domain.columns import FIELDS, PROJECT_FIELDS, TABLE_LABELS, TRACKS, field_of
from zonedesk.domain.dates import chinese
from zonedesk.domain.errors import Problem
from zonedesk.domain.fields import Kind
from zonedesk.domain.money import format_money
from zonedesk.domain.reporting import last_whole_month, owes_report
from zonedesk.domain.stages import STAGE_LABELS, STAGE_ORDER, Stage
from zonedesk.domain.values import match_key
from zonedesk.ops.quality_books import Books
from zonedesk.ops.quality_registry import problem_of, rule

_ACTUAL_DATES = ("sign_date", "start_actual", "prod_actual", "effect_actual")
_DUTY_FIELDS = ("sponsor", "service_officer")
_MONEY = tuple(field for field in PROJECT_FIELDS if field.kind is Kind.MONEY and field.table == "project")
_LARGEST = 1000 * 100_000_000  # 元


@rule(
    "quality.date_order",
    "R109",
    "时间先后",
    "“{project}”的{later}（{later_day}）早于{earlier}（{earlier_day}）。请核对这两个时间。",
)
def date_order(books: Books) -> Iterator[Problem]:
    """签约 ≤ 开工 ≤ 投产 ≤ 达效. A date that only says the month or year is wrong only if it must be."""
    for project in books.projects.values():
        known = [(key, project[key]) for key in _ACTUAL_DATES if project[key]]
        for (first, before), (second, after) in pairwise(known):
            # “2024” may still lie after “2024-03-05”: compared as far as both are known.
            shared = min(len(before), len(after))
            if after[:shared] < before[:shared]:
                yield problem_of(
                    "quality.date_order",
                    project,
                    earlier=field_of("project", first).label,
                    earlier_day=chinese(before),
                    later=field_of("project", second).label,
                    later_day=chinese(after),
                )


@rule(
    "quality.future_date",
    "R109",
    "时间晚于今天",
    "“{project}”的{field}为{day}，晚于今天。请核对，尚未发生的请填在计划时间。",
)
def future_date(books: Books) -> Iterator[Problem]:
    """What has happened cannot lie in the future."""
    for project in books.projects.values():
        for key in (*_ACTUAL_DATES, "suspended_on", "resumed_on", "withdrawn_on"):
            day = project[key]
            if day and day > books.today[: len(day)]:
                label = field_of("project", key).label
                yield problem_of("quality.future_date", project, field=label, day=chinese(day))


@rule("quality.skipped_stage", "R109", "阶段不连续", "“{project}”已填{later}，但{earlier}为空。请补填。")
def skipped_stage(books: Books) -> Iterator[Problem]:
    """In production without a start, on target without production."""
    for project in books.projects.values():
        for earlier, later in pairwise(_ACTUAL_DATES[1:]):
            if project[later] and not project[earlier] and earlier not in project["unfit"]:
                labels = {
                    "earlier": field_of("project", earlier).label,
                    "later": field_of("project", later).label,
                }
                yield problem_of("quality.skipped_stage", project, **labels)


@rule(
    "quality.listing_investment",
    "R110",
    "列入批次的投资额",
    "“{project}”列入{batch}{track}的总投资为空或为零。请补填，否则比率会少算。",
)
def listing_investment(books: Books) -> Iterator[Problem]:
    """A listing without investment leaves the sums too small."""
    for listing in books.listings:
        if not listing.investment:
            project = books.projects[listing.project_id]
            batch, track = books.batch_names[listing.batch_id], TRACKS[listing.track]
            yield problem_of("quality.listing_investment", project, batch=batch, track=track)


@rule(
    "quality.amount",
    "R110",
    "金额异常",
    "“{project}”的{field}为{amount}亿元，{why}。请核对数字和单位。",
)
def amount(books: Books) -> Iterator[Problem]:
    """A slip of the sign or of the unit (万元 typed as 亿元): no project of a zone is that large."""
    for project in books.projects.values():
        for field in _MONEY:
            yuan = project[field.stored_as]
            if yuan is not None and not 0 <= yuan <= _LARGEST:
                why = "是负数" if yuan < 0 else "超过1000亿元"
                yield problem_of(
                    "quality.amount",
                    project,
                    field=field.label,
                    amount=format_money(yuan),
                    why=why,
                )


@rule(
    "quality.falling",
    "R111",
    "累计完成投资下降",
    "“{project}”{month}的累计完成投资{now}亿元，少于{before_month}的{before}亿元。请核对这两个月。",
)
def falling(books: Books) -> Iterator[Problem]:
    """Completed investment only grows."""
    for pid, months in books.months.items():
        told = [row for row in months if row["invest_total"] is not None]
        for before, now in pairwise(told):
            if now["invest_total"] < before["invest_total"]:
                yield problem_of(
                    "quality.falling",
                    books.projects[pid],
                    month=chinese(now["month"]),
                    now=format_money(now["invest_total"]),
                    before_month=chinese(before["month"]),
                    before=format_money(before["invest_total"]),
                )


@rule(
    "quality.over_total",
    "R111",
    "完成投资超过总投资",
    "“{project}”累计完成投资{done}亿元，超过总投资{total}亿元。请核对。",
)
def over_total(books: Books) -> Iterator[Problem]:
    """More spent than planned: mostly a wrong unit."""
    for project in books.projects.values():
        done, total = project["completed_investment"], project["total_investment"]
        if done is not None and total is not None and done > total:
            amounts = {"done": format_money(done), "total": format_money(total)}
            yield problem_of("quality.over_total", project, **amounts)


@rule(
    "quality.project_code",
    "R112",
    "项目代码校验",
    "“{project}”的项目代码“{value}”{reason}。请对照备案证核对。",
)
def project_code(books: Books) -> Iterator[Problem]:
    """Form and check digit; codes of the old form carry none."""
    reasons = {CodeState.BAD_CHECK: "校验位不符", CodeState.BAD_FORM: "不符合24位格式"}
    for project in books.projects.values():
        state = project_code_state(project["code"]) if project["code"] else CodeState.GOOD
        if state in reasons:
            facts = {"value": project["code"], "reason": reasons[state]}
            yield problem_of("quality.project_code", project, **facts)


@rule(
    "quality.repeated_code",
    "R112",
    "项目代码重复",
    "“{project}”的项目代码“{value}”另有{others}个项目使用。请核对是否重复登记。",
)
def repeated_code(books: Books) -> Iterator[Problem]:
    """One code belongs to one project."""
    keys = Counter(match_key(p["code"]) for p in books.projects.values() if p["code"])
    for project in books.projects.values():
        times = keys[match_key(project["code"])] if project["code"] else 0
        if times > 1:
            yield problem_of("quality.repeated_code", project, value=project["code"], others=times - 1)


@rule(
    "quality.company_code",
    "R112",
    "统一社会信用代码校验",
    "企业“{company}”的统一社会信用代码“{value}”{reason}。请对照营业执照核对。",
)
def company_code(books: Books) -> Iterator[Problem]:
    """A warning: some registered codes fail the check."""
    reasons = {CodeState.BAD_CHECK: "校验位不符", CodeState.BAD_FORM: "不是18位代码"}
    for company in books.enterprises:
        state = company_code_state(company["uscc"]) if company["uscc"] else CodeState.GOOD
        if state in reasons:
            facts = {"enterprise_id": company["id"], "company": company["name"]}
            yield Problem(
                "quality.company_code", facts | {"value": company["uscc"], "reason": reasons[state]}
            )


@rule("quality.missing", "R113", "应填未填", "“{project}”已到{stage}阶段，{field}未填。请补填。")
def missing(books: Books) -> Iterator[Problem]:
    """Fields that must be filled from the stage a project has come to (duties have their own check)."""
    order = {stage: n for n, stage in enumerate(STAGE_ORDER)}
    needed = [
        (f, order[Stage(f.required_from)])
        for f in PROJECT_FIELDS
        if f.required_from and f.key not in _DUTY_FIELDS
    ]
    for pid, project in books.running.items():
        come = order[books.stages[pid]]
        for field, since in needed:
            if since <= come and project[field.key] is None and field.stored_as not in project["unfit"]:
                facts = {"stage": STAGE_LABELS[books.stages[pid]], "field": field.label}
                yield problem_of("quality.missing", project, **facts)


@rule("quality.no_duty", "R113", "责任未落实", "“{project}”没有{field}。请明确。")
def no_duty(books: Books) -> Iterator[Problem]:
    """Every signed project has a sponsor and a service officer."""
    for pid, project in books.running.items():
        if books.stages[pid] is Stage.RESERVE:
            continue
        for key in _DUTY_FIELDS:
            if not project[key]:
                yield problem_of("quality.no_duty", project, field=field_of("project", key).label)


@rule("quality.unlisted", "R113", "未列入批次", "“{project}”未列入任何活动批次，不计入三率。请核对是否漏列。")
def unlisted(books: Books) -> Iterator[Problem]:
    """A signed project outside every batch counts nowhere."""
    listed = {listing.project_id for listing in books.listings}
    for pid, project in books.running.items():
        if pid not in listed and books.stages[pid] is not Stage.RESERVE:
            yield problem_of("quality.unlisted", project)


@rule(
    "quality.unfit",
    "R113",
    "待核",
    "“{project}”{table}的{field}填的是“{value}”，不是有效的值。请改填或移到备注。",
)
def unfit(books: Books) -> Iterator[Problem]:
    """Values that were kept as typed."""
    for table, fields in FIELDS.items():
        labels = {field.stored_as: field.label for field in fields if field.table == table}
        for row, column, text in books.unfit(table):
            owner = books.projects.get(row.get("project_id", 0), row)
            name = owner.get("name") or str(row["id"])
            facts = {"table": TABLE_LABELS[table], "field": labels.get(column, column), "value": text}
            ids = {"project_id": row.get("project_id") or (row["id"] if table == "project" else None)}
            yield Problem("quality.unfit", ids | {"project": name, "row_id": row["id"], **facts})


@rule(
    "quality.stale",
    "R114",
    "进展未更新",
    "“{project}”在建，{month}没有月度进展（最近一次：{last}）。请催报。",
)
def stale(books: Books) -> Iterator[Problem]:
    """Under construction, not at a standstill, and nothing reported for the last month that is over, or since."""
    month, own = last_whole_month(books.as_of), books.as_of[:7]
    for pid, project in books.running.items():
        if not owes_report(books.facts[pid], month, books.as_of):
            continue
        told = [row["month"] for row in books.months.get(pid, ()) if row["month"] <= own]
        if not told or told[-1] < month:
            last = chinese(told[-1]) if told else "从未报送"
            yield problem_of("quality.stale", project, month=chinese(month), last=last)


@rule(
    "quality.same_words",
    "R114",
    "形象进度与上月雷同",
    "“{project}”{month}的形象进度与上月相同（“{value}”），且本月没有新完成投资。请核实进展。",
)
def same_words(books: Books) -> Iterator[Problem]:
    """The same words as a month before, and no money spent."""
    month = books.as_of[:7]
    for pid, months in books.months.items():
        told = [row for row in months if row["month"] <= month][-2:]
        if len(told) < 2 or told[1]["month"] != month or books.stages[pid] is not Stage.STARTED:
            continue
        before, now = told
        if (
            now["image_progress"]
            and now["image_progress"] == before["image_progress"]
            and not now["invest_month"]
        ):
            facts = {"month": chinese(month), "value": now["image_progress"]}
            yield problem_of("quality.same_words", books.projects[pid], **facts)

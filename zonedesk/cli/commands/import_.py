"""`import`: take workbooks in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from zonedesk.cli.common import (
    PATH,
    DayType,
    TerminalProgress,
    json_option,
    ledger_argument,
    open_for_reading,
    print_json,
)
from zonedesk.domain.errors import ImportRefusedError, ReadOnlyLedgerError, ZonedeskError
from zonedesk.domain.messages import say
from zonedesk.domain.plan import KIND_LABELS, ImportPlan
from zonedesk.domain.plan_report import report
from zonedesk.exchange.importing import prepare
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

_SUMS = ("added", "updated", "unchanged")
_LISTS = ("sheets", "totals", "conflicts", "questions", "missing", "errors")
_SHOWN = 5


@click.command("import")
@ledger_argument
@click.argument("files", metavar="文件...", type=PATH, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="只核对，不写入")
@click.option("--password", metavar="口令", help="工作簿的打开口令")
@click.option(
    "--blank",
    type=click.Choice(["keep", "clear"]),
    default="keep",
    help="文件中的空格：keep 保留原值（默认），clear 清空",
)
@click.option(
    "--on-conflict",
    type=click.Choice(["ask", "theirs", "ours"]),
    default="ask",
    help="与手工填写的值冲突时：ask 列出不动（默认），theirs 用文件的，ours 用台账的",
)
@click.option("--as-of", type=DayType(), metavar="日期", help="文件没有写明截止日时按这一天")
@json_option
def command(ledger: Path, files: tuple[Path, ...], *, dry_run: bool, as_json: bool, **chosen: Any) -> int:
    """导入工作簿：识别、核对、合并，每个文件记为一步，可撤销。"""
    told: list[dict[str, Any]] = []
    failure: ZonedeskError | None = None
    for file in files:
        try:
            told.append(_take(ledger, file, dry_run=dry_run, **chosen))
        except ImportRefusedError as error:
            failure = error
            told.append(_refused(file, error))
            break
        if not as_json:
            _print(told[-1], dry_run=dry_run)
    if as_json:
        print_json(_together(told, dry_run=dry_run))
    if failure:
        click.echo(say(failure), err=True)
    return int(failure is not None)


def _take(ledger: Path, file: Path, *, dry_run: bool, **chosen: Any) -> dict[str, Any]:
    # Opened for writing only when there is something to write: a refused file leaves not a byte changed.
    with open_for_reading(ledger, at_once=False) as session:
        plan: ImportPlan = prepare(
            session.reader,
            file,
            record=session.record,
            ledger_id=session.ledger_id,
            progress=TerminalProgress(),
            **chosen,
        )
        told = report(plan)
    if not dry_run:
        with Session.open(ledger) as session:
            if not session.writable:
                raise ReadOnlyLedgerError(path=str(ledger), refusal=session.refusal, **session.holder)
            session.run(take_in, plan=plan)
    return told


def _refused(file: Path, error: ZonedeskError) -> dict[str, Any]:
    fault = {"code": error.code, "message": say(error)}
    return (
        {"file": file.name, "kind": None}
        | dict.fromkeys(_SUMS, 0)
        | {key: [] for key in _LISTS}
        | {"errors": [fault]}
    )


def _together(told: list[dict[str, Any]], *, dry_run: bool) -> dict[str, Any]:
    """One object: what a single file said, or the sums and lists of several; each file's own under `files`."""
    if len(told) == 1:
        return told[0] | {"dry_run": dry_run, "files": told}
    joined: dict[str, Any] = {key: sum(each[key] for each in told) for key in _SUMS}
    for key in _LISTS:
        joined[key] = [item | {"file": each["file"]} for each in told for item in each[key]]
    return {"kind": [each["kind"] for each in told], **joined, "dry_run": dry_run, "files": told}


def _print(told: dict[str, Any], *, dry_run: bool) -> None:
    kind = KIND_LABELS.get(told["kind"], told["kind"])
    counts = f"新增 {told['added']}，更新 {told['updated']}，不变 {told['unchanged']}"
    click.echo(f"{told['file']}（{kind}）：{'（只核对）' if dry_run else ''}{counts}。")
    for table, names in told["new"].items():
        if names and table != "project":
            label = {"zone": "开发区", "batch": "活动批次", "enterprise": "企业"}[table]
            more = f"等 {len(names)} 个" if len(names) > _SHOWN else ""
            click.echo(f"  新增{label}：{'、'.join(names[:_SHOWN])}{more}")
    wrong = [total for total in told["totals"] if not total["ok"]]
    for total in wrong[:_SHOWN]:
        click.echo(
            f"  合计不符：{total['sheet']} 第 {total['row']} 行{total['what']}写 {total['printed']}，实为 {total['read']}"
        )
    _print_skipped(told)
    taken = [conflict["answer"] == "theirs" for conflict in told["conflicts"]]
    for count, what in (
        (len(told["questions"]), "处需要人工判断，已跳过"),
        (sum(taken), f"处与台账不一致，{'将' if dry_run else '已'}按文件更改"),
        (len(taken) - sum(taken), "处与台账不一致，未改动"),
        (len(told["missing"]), "个台账中的项目不在文件里"),
        (len(told["errors"]), "处内容不符，按原文保留待核"),
    ):
        if count:
            click.echo(f"  {count} {what}（--json 查看全部）")


def _print_skipped(told: dict[str, Any]) -> None:
    """How many rows of the file are no record, and why; a total or a heading is none, and nothing is lost with it."""
    reasons: dict[str, list[int]] = {}
    for sheet in told["sheets"]:
        for row in sheet["skipped"]:
            reasons.setdefault(row["reason"], []).append(row["row"])
    if not reasons:
        return
    parts = []
    for reason, rows in reasons.items():
        shown = "、".join(map(str, rows[:_SHOWN])) + ("等" if len(rows) > _SHOWN else "")
        parts.append(f"{reason} {len(rows)} 行（第 {shown} 行）")
    click.echo(f"  跳过 {sum(map(len, reasons.values()))} 行：{'，'.join(parts)}")

"""`check`: the file's integrity, then the data's quality."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from zonedesk.cli.common import (
    as_of_option,
    day_of,
    json_option,
    ledger_argument,
    open_for_reading,
    print_json,
    print_table,
)
from zonedesk.domain.dates import chinese
from zonedesk.domain.errors import LedgerError
from zonedesk.domain.messages import say
from zonedesk.ops.quality import Finding, check_quality

_SHOWN, _SHOWN_BROKEN = 5, 20


@click.command("check")
@ledger_argument
@as_of_option
@json_option
def command(ledger: Path, as_of: str | None, *, as_json: bool) -> int:
    """检查台账：先查文件是否完好，再查数据质量。文件损坏时退出码为 1。"""
    with open_for_reading(ledger) as session:
        broken = list(dict.fromkeys(session.integrity()))
        # The day that a damaged ledger suggests may be what is damaged.
        day = as_of if broken else day_of(session, as_of)
        findings = () if broken or day is None else check_quality(session.reader, day)
    if as_json:
        print_json(_plain(broken, day, findings))
    elif broken or day is None:
        click.echo("\n".join(broken[:_SHOWN_BROKEN]))
    else:
        _print(day, findings)
    if broken:
        click.echo(say(LedgerError("ledger.damaged", path=str(ledger))), err=True)
    return int(bool(broken))


def _plain(broken: list[str], day: str | None, findings: tuple[Finding, ...]) -> dict[str, Any]:
    checks = [
        {
            "rule": finding.rule.requirement,
            "code": finding.rule.code,
            "label": finding.rule.label,
            "count": len(finding.problems),
            "rows": [{**problem.facts, "message": say(problem)} for problem in finding.problems],
        }
        for finding in findings
    ]
    total = sum(len(finding.problems) for finding in findings)
    return {
        "as_of": day,
        "integrity": "damaged" if broken else "ok",
        "damage": broken,
        "problems": total,
        "checks": checks,
    }


def _print(day: str, findings: tuple[Finding, ...]) -> None:
    click.echo("文件完好。")
    total = sum(len(finding.problems) for finding in findings)
    click.echo(f"数据质量（截至{chinese(day)}）：{total} 处需核对。\n")
    print_table(
        ("规则", "检查内容", "处数"),
        [(finding.rule.requirement, finding.rule.label, len(finding.problems)) for finding in findings],
    )
    for finding in findings:
        if finding.problems:
            click.echo(f"\n{finding.rule.label}（{len(finding.problems)} 处）")
            for problem in finding.problems[:_SHOWN]:
                click.echo(f"  {say(problem)}")
            if len(finding.problems) > _SHOWN:
                click.echo(f"  …另有 {len(finding.problems) - _SHOWN} 处，用 --json 查看全部。")

"""`report`: a report as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.common import (
    PATH,
    MonthType,
    ScopeNames,
    TerminalProgress,
    json_option,
    open_for_reading,
    print_json,
    scope_of,
    scope_options,
)
from zonedesk.reports.build import build_report
from zonedesk.reports.registry import find_report, reports


@click.command("report")
@click.argument("ledger", metavar="台账", type=PATH, required=False)
@click.argument("name", metavar="报表", required=False)
@click.option("--month", type=MonthType(), metavar="月份", help="哪个月，写成 2024-03")
@click.option("-o", "--output", type=PATH, metavar="文件.pdf", help="PDF 存到哪里")
@click.option("--list", "only_list", is_flag=True, help="列出现有报表")
@scope_options
@json_option
def command(
    ledger: Path | None,
    name: str | None,
    month: str | None,
    output: Path | None,
    scope: ScopeNames,
    *,
    only_list: bool,
    as_json: bool,
) -> None:
    """生成报表（PDF）。"""
    if only_list:
        _list(plain=as_json)
        return
    if ledger is None or name is None or month is None or output is None:
        raise click.UsageError("请写明台账、报表、--month 和 -o")
    found = find_report(name)
    # Not of one moment: paper takes long, and a writer that is just starting would wait for it.
    with open_for_reading(ledger, at_once=False) as session:
        wanted, _ = scope_of(session.reader, scope)
        build_report(session, name, month, output, scope=wanted, progress=TerminalProgress())
    if as_json:
        print_json({"report": name, "title": found.title, "month": month, "file": str(output)})
    else:
        click.echo(f"已生成《{found.title}》（{month}）：{output}")


def _list(*, plain: bool) -> None:
    known = reports()
    if plain:
        print_json({"reports": [{"name": each.name, "title": each.title} for each in known.values()]})
        return
    for each in known.values():
        click.echo(f"{each.name}　{each.title}")

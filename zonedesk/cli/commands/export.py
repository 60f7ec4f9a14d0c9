"""`export`: projects as a typed workbook."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.common import (
    PATH,
    TerminalProgress,
    as_of_option,
    day_of,
    json_option,
    ledger_argument,
    open_for_reading,
    print_json,
)
from zonedesk.exchange.export import views
from zonedesk.exchange.view_export import export_named


@click.command("export")
@ledger_argument
@click.argument("file", metavar="文件.xlsx", type=PATH)
@click.option(
    "--view",
    default="all",
    metavar="内容",
    help="导出什么："
    + "、".join(f"{v.name}（{v.label}）" for v in views().values())
    + "，或台账中任一视图的名称",
)
@as_of_option
@json_option
def command(ledger: Path, file: Path, view: str, as_of: str | None, *, as_json: bool) -> None:
    """导出为工作簿：日期、金额为真正的日期和数字，可改后再导入。"""
    # Not of one moment: a workbook takes long, and a writer that is just starting would wait for it.
    with open_for_reading(ledger, at_once=False) as session:
        day = day_of(session, as_of)
        label, done = export_named(session, file, view, as_of=day, progress=TerminalProgress())
    if as_json:
        print_json(
            {"view": view, "as_of": day, "projects": done.projects, "rows": done.rows, "file": str(file)}
        )
    else:
        click.echo(f"已导出{label}（{done.projects} 个项目，{done.rows} 行，截至 {day}）：{file}")

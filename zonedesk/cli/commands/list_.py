"""`list`: the rows of a registered kind, to look at, as a workbook or on paper."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.common import (
    PATH,
    ScopeNames,
    TerminalProgress,
    as_of_option,
    day_of,
    json_option,
    ledger_argument,
    open_for_reading,
    print_json,
    print_table,
    scope_of,
    scope_options,
)
from zonedesk.domain.dates import chinese
from zonedesk.domain.errors import RefusedError
from zonedesk.exchange.list_export import export_list
from zonedesk.ops.list_sheet import list_sheet
from zonedesk.ops.lists import kinds
from zonedesk.reports.list_paper import print_list

_WRITERS = {".xlsx": export_list, ".pdf": print_list}


@click.command("list", epilog="种类：" + "、".join(f"{k.name}（{k.label}）" for k in kinds().values()))
@ledger_argument
@click.argument("name", metavar="种类", type=click.Choice(list(kinds())))
@as_of_option
@scope_options
@click.option("-o", "--output", type=PATH, metavar="文件", help="存为工作簿（.xlsx）或打印稿（.pdf）")
@json_option
def command(
    ledger: Path,
    name: str,
    as_of: str | None,
    scope: ScopeNames,
    output: Path | None,
    *,
    as_json: bool,
) -> None:
    """列出项目、三未、手续、问题、责任等清单，或导出、打印。"""
    kind = kinds()[name]
    # Before anything is read: a slip of the hand (-o LEDGER) must not cost a minute.
    if output is not None and output.suffix.lower() not in _WRITERS:
        raise RefusedError("list.suffix", path=str(output))
    with open_for_reading(ledger) as session:
        day = day_of(session, as_of)
        wanted, named = scope_of(session.reader, scope)
        rows = kind.rows(session, day, wanted)
        sheet = list_sheet(session, kind, day, wanted, rows=rows) if output is not None else None
    if output is not None and sheet is not None:
        # With the ledger closed: paper takes long, and others may want to write.
        _WRITERS[output.suffix.lower()](sheet, output, TerminalProgress())
    told = {"kind": name, "as_of": day, "scope": named}
    if output is not None:
        if as_json:
            print_json({**told, "count": len(rows), "file": str(output)})
        else:
            click.echo(f"已导出{kind.label}（{len(rows)} 行，截至{chinese(day)}）：{output}")
        return
    if as_json:
        print_json({**told, "rows": rows})
        return
    click.echo(f"{kind.label}　截至{chinese(day)}　共 {len(rows)} 行\n")
    print_table(list(kind.columns.values()), [kind.cells(row) for row in rows])

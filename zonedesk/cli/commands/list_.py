"""`list`: the rows of a registered kind."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.common import (
    ScopeNames,
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
from zonedesk.ops.lists import kinds


@click.command("list", epilog="种类：" + "、".join(f"{k.name}（{k.label}）" for k in kinds().values()))
@ledger_argument
@click.argument("name", metavar="种类", type=click.Choice(list(kinds())))
@as_of_option
@scope_options
@json_option
def command(
    ledger: Path,
    name: str,
    as_of: str | None,
    scope: ScopeNames,
    *,
    as_json: bool,
) -> None:
    """列出项目、三未、手续、问题、责任。"""
    kind = kinds()[name]
    with open_for_reading(ledger) as session:
        day = day_of(session, as_of)
        wanted, named = scope_of(session.reader, scope)
        rows = kind.rows(session, day, wanted)
    if as_json:
        print_json({"kind": name, "as_of": day, "scope": named, "rows": rows})
        return
    click.echo(f"{kind.label}　截至{chinese(day)}　共 {len(rows)} 行\n")
    print_table(list(kind.columns.values()), [kind.cells(row) for row in rows])

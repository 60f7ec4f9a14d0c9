"""`undo`: take back the last step."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.common import json_option, ledger_argument, print_json
from zonedesk.domain.changes import Changes
from zonedesk.ops.session import Session


@click.command("undo")
@ledger_argument
@json_option
def command(ledger: Path, *, as_json: bool) -> None:
    """撤销最近一步操作（导入也是一步）。"""
    with Session.open(ledger) as session:
        tell_step(session.undo(), plain=as_json)


def tell_step(changes: Changes, *, plain: bool) -> None:
    """Say which step was taken back or done again, and how many rows it changed."""
    if plain:
        print_json(
            {"id": changes.set_id, "label": changes.label, "at": changes.at, "rows": len(changes.rows)}
        )
    else:
        click.echo(f"已{changes.label}（{len(changes.rows)} 行）。")

"""`redo`: do again what was undone last."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.commands.undo import tell_step
from zonedesk.cli.common import json_option, ledger_argument
from zonedesk.ops.session import Session


@click.command("redo")
@ledger_argument
@json_option
def command(ledger: Path, *, as_json: bool) -> None:
    """重做刚撤销的一步。"""
    with Session.open(ledger) as session:
        tell_step(session.redo(), plain=as_json)

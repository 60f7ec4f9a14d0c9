"""`new`: a new ledger."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.common import ledger_argument
from zonedesk.ops.beginning import begin_ledger


@click.command("new")
@ledger_argument
@click.option("--zone", "zones", multiple=True, metavar="名称", help="开发区名称，可写多个")
@click.argument("more_zones", nargs=-1, metavar="[名称]...")
def command(ledger: Path, zones: tuple[str, ...], more_zones: tuple[str, ...]) -> None:
    """新建台账。"""
    names = [name for name in (" ".join(text.split()) for text in (*zones, *more_zones)) if name]
    begin_ledger(ledger, names)
    click.echo(f"已新建台账“{ledger}”" + (f"，开发区：{'、'.join(names)}。" if names else "。"))

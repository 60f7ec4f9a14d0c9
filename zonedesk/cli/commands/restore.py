"""`restore`: a backup in the ledger's place."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.common import PATH, TerminalProgress, json_option, ledger_argument, print_json
from zonedesk.ops.restore import restore


@click.command("restore")
@ledger_argument
@click.option("--from", "backup", metavar="备份", type=PATH, required=True, help="用哪个备份恢复")
@json_option
def command(ledger: Path, backup: Path, *, as_json: bool) -> None:
    """用备份恢复台账：先核验备份，再把现有台账另存为备份，然后整体替换。"""
    done = restore(ledger, backup, TerminalProgress())
    projects, steps = done.content.counts["project"], done.content.counts["change_set"]
    if as_json:
        print_json(
            {
                "ledger": str(ledger),
                "from": str(backup),
                "before": str(done.before) if done.before else None,
                "was_damaged": done.was_damaged,
                "projects": projects,
                "steps": steps,
                "last_step": done.content.last_label,
            }
        )
        return
    click.echo(
        f"已恢复“{ledger}”：{projects} 个项目，{steps} 步操作记录，最后一步“{done.content.last_label}”。"
    )
    if done.before:
        click.echo(
            f"{'恢复前的文件已损坏，原样' if done.was_damaged else '恢复前的台账已备份，'}存于“{done.before}”。"
        )

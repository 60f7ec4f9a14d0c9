"""`backup`: a checked copy of a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.common import PATH, TerminalProgress, json_option, ledger_argument, print_json
from zonedesk.domain.errors import LedgerError
from zonedesk.ops.backup import back_up, now_here
from zonedesk.store.backup import write_backup
from zonedesk.store.connect import check_header
from zonedesk.store.documents import document_folder, kept_count


@click.command("backup")
@ledger_argument
@click.option("-o", "--output", metavar="文件", type=PATH, help="备份到这个文件，默认存入台账旁的备份文件夹")
@json_option
def command(ledger: Path, output: Path | None, *, as_json: bool) -> None:
    """备份台账：复制、核验，通过后才算数。台账正打开时也可备份。"""
    check_header(ledger)
    if output is None:
        made = back_up(ledger, reason="manual", progress=TerminalProgress()).made
    elif not output.absolute().parent.is_dir():
        raise LedgerError("ledger.no_folder", path=str(output.parent))
    else:
        made = write_backup(ledger, output, "manual", at=now_here(), progress=TerminalProgress())
    assert made is not None
    assert made.content is not None
    documents = document_folder(ledger)
    count = kept_count(documents)
    projects, steps = made.content.counts["project"], made.content.counts["change_set"]
    if as_json:
        print_json(
            {
                "path": str(made.path),
                "at": made.at.isoformat(timespec="seconds"),
                "bytes": made.size,
                "projects": projects,
                "steps": steps,
                "last_step": made.content.last_label,
                "verified": True,
                "attachments": {"folder": str(documents), "files": count},
            }
        )
    else:
        click.echo(f"已备份到“{made.path}”，核验通过：{projects} 个项目，{steps} 步操作记录。")
        if count:
            click.echo(f"{count} 个附件另存于“{documents}”，不在备份文件内，换电脑时请一并复制。")

"""`history`: what was done, when and by whom; of one project if asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from zonedesk.cli.common import json_option, ledger_argument, open_for_reading, print_json, print_table
from zonedesk.ops.trace import find_project, history_of, steps_of

_STATES = {"done": "", "undone": "已撤销", "dropped": "已撤销", "event": ""}


@click.command("history")
@ledger_argument
@click.option("--project", metavar="项目", help="只看一个项目：全称、代码或编号")
@click.option("--limit", type=click.IntRange(1), metavar="条数", help="只看最近几步")
@json_option
def command(ledger: Path, project: str | None, limit: int | None, *, as_json: bool) -> None:
    """操作记录。"""
    with open_for_reading(ledger) as session:
        if project is None:
            answer: dict[str, Any] = {"steps": steps_of(session, limit)}
        else:
            found = find_project(session.reader, project)
            answer = {
                "project": found["name"],
                "id": found["id"],
                "changes": history_of(session, found["id"], limit),
            }
    if as_json:
        print_json(answer)
    elif project is None:
        rows = [
            (s["id"], s["at"], s["who"], s["label"], s["rows"], _STATES[s["state"]]) for s in answer["steps"]
        ]
        print_table(("序号", "时间", "操作人", "操作", "行数", "状态"), rows, widest=60)
    else:
        changes = [
            (c["at"], c["who"], c["what"], c["field"], c["before"], c["after"]) for c in answer["changes"]
        ]
        print_table(("时间", "操作人", "内容", "字段", "改前", "改后"), changes)

"""`sample`: an invented ledger."""

from __future__ import annotations

from pathlib import Path

import click

from zonedesk.cli.common import DayType, TerminalProgress, ledger_argument
from zonedesk.ops.sample import make_sample


@click.command("sample")
@ledger_argument
@click.option(
    "--projects", type=click.IntRange(1, 200_000), default=300, metavar="个数", help="项目个数，默认 300"
)
@click.option("--seed", type=int, default=1, metavar="整数", help="相同的数生成相同的台账")
@click.option(
    "--changes", type=click.IntRange(0), default=0, metavar="条数", help="至少有多少条改动记录（测速用）"
)
@click.option("--as-of", type=DayType(), metavar="日期", help="数据截止日，默认上月末")
def command(ledger: Path, projects: int, seed: int, changes: int, as_of: str | None) -> None:
    """生成示例台账：项目、企业、人员均为虚构。"""
    make_sample(
        ledger, projects=projects, seed=seed, changes=changes, as_of=as_of, progress=TerminalProgress()
    )
    click.echo(f"已生成示例台账“{ledger}”，{projects} 个项目，内容均为虚构。")

"""`demo`: the whole month on an invented ledger, without a display."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from zonedesk.cli.common import PATH, TerminalProgress
from zonedesk.cli.ports import Ports, Size
from zonedesk.domain.dates import chinese, last_day_of_month, month_before
from zonedesk.domain.errors import LedgerError, RefusedError
from zonedesk.domain.plan_report import report
from zonedesk.domain.reporting import last_whole_month
from zonedesk.exchange.export import export_projects
from zonedesk.exchange.importing import prepare
from zonedesk.exchange.sample_monthly import write_monthly
from zonedesk.ops.edit import set_field
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in
from zonedesk.reports.build import build_report

LEDGER, WORKBOOK, BULLETIN, EXPORT, PAGES = (
    "示例台账.zonedesk",
    "市局月报.xlsx",
    "月通报.pdf",
    "项目台账.xlsx",
    "pages",
)
SIZES: tuple[Size, ...] = ((1366, 768), (1920, 1080))


@click.command("demo")
@click.argument("folder", metavar="文件夹", type=PATH)
@click.option(
    "--projects", type=click.IntRange(1, 20_000), default=300, metavar="个数", help="项目个数，默认 300"
)
@click.pass_obj
def command(ports: Ports, folder: Path, projects: int) -> None:
    """演示：在虚构台账上走完一个月，生成台账、通报、工作簿和各页图片。"""
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    today = dt.date.today().isoformat()  # noqa: DTZ011 - the office's calendar day
    month = last_whole_month(today)
    before, end = month_before(month), last_day_of_month(month)
    # The month has happened; what the bureau reports of it is still to come in.
    make_sample(
        folder / LEDGER,
        projects=projects,
        as_of=today,
        reported_to=before,
        progress=TerminalProgress(),
    )
    _say("建立台账", f"{projects} 个虚构项目，月报到{chinese(before)}", folder / LEDGER)
    with Session.open(folder / LEDGER, "示例用户") as session:
        _take_month_in(session, folder / WORKBOOK, month)
        _correct(session)
        _tell_figures(session, end)
        build_report(session, "monthly", month, folder / BULLETIN, progress=TerminalProgress())
        _say("生成月通报", chinese(month), folder / BULLETIN)
        done = export_projects(session, folder / EXPORT, as_of=end, progress=TerminalProgress())
        _say("导出台账", f"{done.projects} 个项目，{done.rows} 行", folder / EXPORT)
    (folder / PAGES).mkdir(exist_ok=True)
    ports.grab_pages(folder / LEDGER, folder / PAGES, SIZES)
    _say("各页图片", f"{len(list((folder / PAGES).glob('*.png')))} 张", folder / PAGES)


def _clear(folder: Path) -> None:
    """Take away what an earlier demo left; a ledger that is not a demo's is never touched."""
    ledger = folder / LEDGER
    if ledger.exists():
        try:
            with Session.open(ledger, read_only=True) as session:
                steps = session.steps()
        except LedgerError as error:
            raise RefusedError("cli.demo_folder", path=str(folder)) from error
        if not steps or not steps[-1].label.startswith("生成示例数据"):
            raise RefusedError("cli.demo_folder", path=str(folder))
    for name in (LEDGER, WORKBOOK, BULLETIN, EXPORT):
        (folder / name).unlink(missing_ok=True)
    for picture in (folder / PAGES).glob("*.png"):
        picture.unlink()


def _take_month_in(session: Session, path: Path, month: str) -> None:
    rows = write_monthly(session.reader, path, month)
    _say("市局月报", f"{chinese(month)}，{rows} 个在建项目", path)
    plan = prepare(session.reader, path, record=session.record, ledger_id=session.ledger_id)
    told = report(plan)
    session.run(take_in, plan=plan)
    _say("导入月报", f"新增 {told['added']}，更新 {told['updated']}，待判断 {len(told['questions'])}")


def _correct(session: Session) -> None:
    """Give a planned date that was typed as words a real one."""
    for project in session.reader.projects():
        for key, words in project["unfit"].items():
            day = (dt.date.today() + dt.timedelta(days=90)).isoformat()  # noqa: DTZ011
            step: Any = session.run(set_field, table="project", row_id=project["id"], key=key, text=day)
            _say("更正一处", f"{step.label}（原填“{words}”）")
            return


def _tell_figures(session: Session, as_of: str) -> None:
    summary = session.figures(as_of)
    for by_basis in summary.rates.values():
        for rate in by_basis.values():
            if rate.basis in {"investment", "count"}:
                basis = "按投资额" if rate.basis == "investment" else "按个数"
                _say(rate.label, f"{basis} {rate.ratio.text()}")
    for found in summary.three_not.values():
        _say(found.definition.label, f"{len(found.items)} 个")
    _say("手续办结率", summary.procedures.completion.text())


def _say(what: str, text: str, path: Path | None = None) -> None:
    click.echo(f"{what}：{text}" + (f" → {path}" if path else ""))

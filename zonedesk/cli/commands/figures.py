"""`figures`: every figure of a day and scope."""

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
from zonedesk.domain.columns import TRACKS
from zonedesk.domain.dates import chinese
from zonedesk.domain.figures.registry import BASIS_LABELS
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.figures.summary import as_json as plain_figures
from zonedesk.domain.money import format_money
from zonedesk.domain.stages import DUE_LABELS


@click.command("figures")
@ledger_argument
@as_of_option
@scope_options
@json_option
def command(
    ledger: Path,
    as_of: str | None,
    scope: ScopeNames,
    *,
    as_json: bool,
) -> None:
    """三率、三个一批、三未、手续办结率，各种口径。"""
    with open_for_reading(ledger) as session:
        wanted, named = scope_of(session.reader, scope)
        summary = session.figures(day_of(session, as_of), wanted)
    _print(summary, named, plain=as_json)


def _print(summary: Summary, named: dict[str, str], *, plain: bool) -> None:
    if plain:
        print_json(plain_figures(summary, named))
        return
    scope = "，".join(named.values()) or "全部批次"
    click.echo(f"截至{chinese(summary.as_of)}　范围：{scope}　金额单位：亿元\n")
    print_table(("三率", "口径", "分子", "分母", "比率"), _rates(summary))
    click.echo()
    print_table(("三个一批", "项目数", "总投资", "预计年产值", "战新项目", "战新投资"), _tracks(summary))
    click.echo()
    print_table(("三未", "项目数", "总投资", *DUE_LABELS.values()), _stuck(summary))
    for found in summary.three_not.values():
        if found.basis:
            click.echo(f"“{found.definition.label}”口径：{found.basis}")
    totals = summary.procedures
    done = totals.completion
    click.echo(
        f"\n手续：{len(totals.projects)} 个项目需办 {done.denominator} 项，已办结 {done.numerator} 项，"
        f"办结率 {done.text()}，未办结 {len(totals.pending)} 项。"
    )


def _rates(summary: Summary) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for by_basis in summary.rates.values():
        for rate in by_basis.values():
            sides = (rate.ratio.numerator, rate.ratio.denominator)
            shown = [format_money(side) if rate.unit == "元" else side for side in sides]
            rows.append((rate.label, BASIS_LABELS[rate.basis], *shown, rate.ratio.text()))
    return rows


def _tracks(summary: Summary) -> list[tuple[object, ...]]:
    return [
        (
            TRACKS[track],
            len(totals.rows),
            format_money(totals.investment),
            format_money(totals.output),
            len(totals.strategic_rows),
            format_money(totals.strategic_investment),
        )
        for track, totals in summary.tracks.items()
    ]


def _stuck(summary: Summary) -> list[tuple[object, ...]]:
    return [
        (
            found.definition.label,
            len(found.items),
            format_money(found.investment),
            *(found.count(due) for due in DUE_LABELS),
        )
        for found in summary.three_not.values()
    ]

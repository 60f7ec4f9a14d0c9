"""What commands share: parameters, opening a ledger, and printing."""

from __future__ import annotations

import contextlib
import functools
import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from zonedesk.domain.dates import read_date, takes_effect
from zonedesk.domain.errors import LedgerError, RefusedError, ZonedeskError
from zonedesk.domain.figures.scope import Scope, batch_order
from zonedesk.domain.messages import say
from zonedesk.domain.values import match_key
from zonedesk.ops.session import Session
from zonedesk.ops.working_day import default_as_of
from zonedesk.store.reader import Reader

F = TypeVar("F", bound=Callable[..., Any])


class DayType(click.ParamType):
    """A day as people write it; a month or year stands for its last day. Becomes ISO text."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The ISO day, or a usage error."""
        reading = read_date(value)
        if reading is None:
            self.fail(say(ZonedeskError("date.bad", text=value)), param, ctx)
        return takes_effect(reading.iso)


class MonthType(click.ParamType):
    """A month YYYY-MM, however it is written."""

    name = "月份"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The month as YYYY-MM, or a usage error."""
        reading = read_date(value)
        if reading is None or len(reading.iso) != 7:
            self.fail(f"“{value}”不是月份，请写成 2024-03 的形式", param, ctx)
        return reading.iso


PATH = click.Path(path_type=Path)
ledger_argument = click.argument("ledger", metavar="台账", type=PATH)
as_of_option = click.option(
    "--as-of", type=DayType(), metavar="日期", help="数据截止日，默认为台账最近一次月报的月末"
)
json_option = click.option("--json", "as_json", is_flag=True, help="输出 JSON")


@dataclass(frozen=True, slots=True)
class ScopeNames:
    """A scope as it was typed: by the names of its batches and zone."""

    from_batch: str | None
    to_batch: str | None
    zone: str | None


def scope_options(function: F) -> Callable[..., Any]:
    """The options of a scope, handed to the command as `scope: ScopeNames`."""

    @functools.wraps(function)
    def collected(
        *args: Any, from_batch: str | None, to_batch: str | None, zone: str | None, **others: Any
    ) -> Any:
        return function(*args, scope=ScopeNames(from_batch, to_batch, zone), **others)

    for option in (
        click.option("--zone", metavar="名称", help="只看一个开发区"),
        click.option("--to-batch", metavar="批次", help="止于哪一批（含）"),
        click.option("--from-batch", metavar="批次", help="起于哪一批（含）"),
    ):
        collected = option(collected)
    return collected


@contextlib.contextmanager
def open_for_reading(path: Path, *, at_once: bool = True) -> Iterator[Session]:
    """A ledger opened without touching it; one of an older version is brought up to date first.

    All of it is of one moment, whatever others write meanwhile; not with `at_once` off, for what takes long: it would
    keep them waiting. Where an answer fails on rows that cannot be, LedgerError says that the file is damaged.
    """
    with _opened(path) as session, session.one_moment() if at_once else contextlib.nullcontext():
        try:
            yield session
        except (ZonedeskError, click.ClickException, click.exceptions.Exit, OSError):
            raise
        except Exception as error:
            # No question asks each value whether it can be: that is looked into only when something went wrong.
            if session.integrity():
                raise LedgerError("ledger.damaged", path=str(path)) from error
            raise


def _opened(path: Path) -> Session:
    try:
        return Session.open(path, read_only=True)
    except LedgerError as error:
        if error.code != "ledger.needs_upgrade":
            raise
        return Session.open(path)


def day_of(session: Session, as_of: str | None) -> str:
    """The as-of day asked for, or the one the ledger suggests."""
    return as_of or default_as_of(session.reader)


def scope_of(reader: Reader, typed: ScopeNames) -> tuple[Scope, dict[str, str]]:
    """The scope that names say, and the names as the ledger writes them. RefusedError for unknown ones."""
    batches = {b.id: b.name for b in sorted(reader.batches().values(), key=batch_order)}
    zones = reader.names("zone")
    short = {row["id"]: row["short_name"] or row["name"] for row in reader.rows("zone")}
    ids = {
        "from_batch": _find("batch.missing", typed.from_batch, batches),
        "to_batch": _find("batch.missing", typed.to_batch, batches),
        "zone": _find("zone.missing", typed.zone, zones, short),
    }
    named = {
        key: (zones if key == "zone" else batches)[found] for key, found in ids.items() if found is not None
    }
    return Scope(ids["from_batch"], ids["to_batch"], ids["zone"]), named


def print_json(value: Mapping[str, Any]) -> None:
    """One JSON object on stdout, in UTF-8 whatever the console's own encoding is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1).encode())


def print_table(heads: Sequence[str], rows: Iterable[Sequence[object]], *, widest: int = 32) -> None:
    """A plain table; a Chinese character is two columns wide. Longer text is cut with “…”."""
    shown = [[_cut("" if cell is None else str(cell), widest) for cell in row] for row in rows]
    widths = [max(_width(cell) for cell in column) for column in zip(heads, *shown, strict=True)]
    for row in (list(heads), *shown):
        line = "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        click.echo(line.rstrip())


class TerminalProgress:
    """Shows how far long work is on a terminal's last line; silent anywhere else."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def report(self, done: int, total: int, text: str) -> None:
        """Rewrite the line."""
        if self._shown:
            click.echo(f"\r{text} {done}/{total}\033[K", err=True, nl=False)
            if done >= total:
                click.echo("\r\033[K", err=True, nl=False)

    def check(self) -> None:
        """Ctrl+C interrupts by itself."""


def _find(code: str, name: str | None, *known: dict[int, str]) -> int | None:
    if name is None:
        return None
    for names in known:
        for row_id, written in names.items():
            if match_key(written) == match_key(name):
                return row_id
    raise RefusedError(code, name=name, known="、".join(known[0].values()) or "（无）")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _cut(text: str, widest: int) -> str:
    flat = " ".join(text.split())
    if _width(flat) <= widest:
        return flat
    kept, used = "", 0
    for character in flat:
        used += _width(character)
        if used > widest - 2:
            break
        kept += character
    return kept + "…"

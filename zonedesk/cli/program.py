"""The group of commands: finds them, runs one, and tells of failures in one Chinese line."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import click
import platformdirs

from zonedesk import __version__
from zonedesk.cli import commands
from zonedesk.cli.ports import Ports
from zonedesk.cli.wording import ChineseContext, in_chinese
from zonedesk.domain.errors import LedgerError, ZonedeskError
from zonedesk.domain.messages import say

DONE, FAILED, USAGE = 0, 1, 2


class LazyGroup(click.Group):
    """Loads a command's file only when it is asked for, so that each starts quickly."""

    context_class = ChineseContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return command_names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in command_names():
            return None
        name = cmd_name.replace("-", "_")
        known = {module.name for module in iter_modules(commands.__path__)}
        found: click.Command = import_module(
            f"{commands.__name__}.{name if name in known else name + '_'}"
        ).command
        found.context_class = ChineseContext
        return found


def command_names() -> list[str]:
    """The commands there are: one per file of the commands folder."""
    return sorted(module.name.rstrip("_").replace("_", "-") for module in iter_modules(commands.__path__))


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="zonedesk")
@click.pass_context
def root(ctx: click.Context) -> int | None:
    """开发区“三个一批”项目台账。不带命令时打开窗口程序：zonedesk [台账文件]。"""
    if ctx.invoked_subcommand is None:
        ports: Ports = ctx.obj
        return ports.open_app(None)
    return None


def main(arguments: Sequence[str] | None, ports: Ports) -> int:
    """Run one command line and return its exit code: 0 done, 1 refused or failed, 2 wrongly used."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A pipe in an encoding without Chinese gets “?” rather than no answer at all.
            stream.reconfigure(errors="replace")
    try:
        return _run(given, ports)
    except click.UsageError as error:
        return _tell(_usage(error), USAGE)
    except ZonedeskError as error:
        return _tell(say(error), FAILED)
    except (click.Abort, KeyboardInterrupt):
        return _tell(say(ZonedeskError("cancelled")), FAILED)
    except BrokenPipeError:
        # Whoever read our output has had enough (… | head): there is nobody left to tell.
        return FAILED
    except OSError as error:
        reason = error.strerror or str(error)
        return _tell(say(ZonedeskError("cli.file", path=str(error.filename or ""), reason=reason)), FAILED)
    except Exception as error:  # noqa: BLE001 - the last resort: an officer gets a line and a file, no traceback
        return _tell(_unexpected(error), FAILED)


def _run(given: list[str], ports: Ports) -> int:
    _refuse_unreadable(given)
    ledger = _ledger_alone(given)
    if ledger is not None:
        return ports.open_app(ledger)
    answer: Any = root.main(given, prog_name="zonedesk", obj=ports, standalone_mode=False)
    return answer if isinstance(answer, int) else DONE


def _refuse_unreadable(given: list[str]) -> None:
    """Refuse bytes that are no text: they can be neither stored nor printed, and would fail midway."""
    for text in given:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            shown = text.encode(errors="replace").decode()
            raise click.UsageError(say(ZonedeskError("cli.unreadable", text=shown))) from error


def _ledger_alone(given: list[str]) -> Path | None:
    """`zonedesk LEDGER`: the one argument is a file, not a command."""
    if len(given) != 1 or given[0].startswith("-") or given[0] in command_names():
        return None
    path = Path(given[0])
    if path.exists():
        return path
    if path.suffix == ".zonedesk":
        raise LedgerError("ledger.missing", path=str(path))
    return None


def _tell(line: str, code: int) -> int:
    click.echo(" ".join(line.split()), err=True)
    return code


def _usage(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "zonedesk"
    return say(ZonedeskError("cli.usage", reason=_reason(error), help=f"{path} --help"))


def _reason(error: click.UsageError) -> str:
    """What click found wrong, in Chinese."""
    name = getattr(error, "option_name", "")
    match error:
        case click.NoSuchOption():
            return f"没有选项 {name}"
        case click.MissingParameter():
            return f"缺少 {_parameter(error.param)}"
        case click.BadParameter():
            return f"{_parameter(error.param)} {in_chinese(error.message)}".strip()
        case click.BadOptionUsage():
            return f"选项 {name} 后缺少内容"
    if error.message.startswith("No such command"):
        return f"没有命令 {error.message.split(chr(39))[1]}，现有命令：{'、'.join(command_names())}"
    return in_chinese(error.message)


def _parameter(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return (
        "/".join(param.opts) if isinstance(param, click.Option) else param.make_metavar(click.Context(root))
    )


def _unexpected(error: Exception) -> str:
    log = platformdirs.user_log_path("zonedesk", appauthor=False, ensure_exists=True) / "error.log"
    handler = logging.FileHandler(log, encoding="utf-8")
    logger = logging.getLogger("zonedesk.cli")
    logger.propagate = False
    logger.addHandler(handler)
    logger.error("unexpected", exc_info=error)
    logger.removeHandler(handler)
    handler.close()
    return say(ZonedeskError("cli.unexpected", reason=type(error).__name__, log=str(log)))

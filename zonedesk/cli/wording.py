"""Click's own English words, said in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

_WORDS = {
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示用法",
    "Show the version and exit.": "显示版本",
}
_REASONS = (
    (re.compile(r"^Got unexpected extra arguments? \((.*)\)"), r"多余的参数 \1"),
    (re.compile(r"^Missing command"), "缺少命令"),
    (re.compile(r"^(.+) is not one of (.+?)\.?$"), r"\1 不在可选范围：\2"),
    (re.compile(r"^(.+) is not a valid \w+( range)?\.?$"), r"\1 不是有效的数"),
    (re.compile(r"^(.+) is not in the range (.+?)\.?$"), r"\1 超出范围 \2"),
    (re.compile(r"^Option (.+) requires an argument\.?$"), r"选项 \1 后缺少内容"),
    (re.compile(r"^Option (.+) does not take a value\.?$"), r"选项 \1 后不带内容"),
)


def in_chinese(text: str) -> str:
    """What click found wrong, in Chinese where its words are known."""
    for pattern, chinese in _REASONS:
        if pattern.match(text):
            return pattern.sub(chinese, text)
    return text.rstrip("。.")


class ChineseFormatter(click.HelpFormatter):
    """Writes help pages with Chinese heads."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """用法：…"""
        words = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]...")
        super().write_usage(prog, words, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """The head of a section."""
        super().write_heading(_WORDS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options or commands with what they do."""
        super().write_dl([(first, _WORDS.get(text, text)) for first, text in rows], col_max, col_spacing)


class ChineseContext(click.Context):
    """A context whose help is written in Chinese."""

    formatter_class = ChineseFormatter

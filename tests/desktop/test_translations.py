"""Every sentence of the screen can be translated, and its English is there."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from zonedesk.paths import translations

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "zonedesk" / "desktop").rglob("*.py"))
MARKS = {"translate", "to_translate"}  # called with a context and the text
# They translate what the pages and the sections of the settings mark.
LEFT_OUT = {ROOT / "zonedesk" / "desktop" / part for part in ("page.py", "settings/registry.py")}


def marked(path: Path) -> Iterator[tuple[int, str, ast.expr]]:
    """Line, context and text of every call that translates."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func).rpartition(".")[2]
        if called == "tr" and node.args:
            around = [c for c in classes if c.lineno <= node.lineno <= (c.end_lineno or 0)]
            yield node.lineno, around[-1].name if around else "", node.args[0]
        elif called in MARKS and len(node.args) == 2:
            yield node.lineno, ast.literal_eval(node.args[0]), node.args[1]


@cache
def english() -> dict[tuple[str, str], ElementTree.Element]:
    """The English of each text by its context."""
    root = ElementTree.parse(translations() / "zonedesk_en.ts").getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize("path", [p for p in FILES if p not in LEFT_OUT], ids=lambda p: p.stem)
def test_what_is_translated_is_written_out_and_in_the_file(path: Path) -> None:
    for line, context, text in marked(path):
        # A text put together at run time is in nobody's file.
        assert isinstance(text, ast.Constant), f"{path.name}:{line}"
        assert context, f"{path.name}:{line}: tr outside a class"
        assert (context, text.value) in english(), f"{path.name}:{line}: run make translations"


def test_every_sentence_has_its_english_with_the_same_blanks() -> None:
    assert english()
    for (context, source), message in english().items():
        found = message.find("translation")
        assert found is not None
        text = found.text or ""
        assert found.get("type") is None, f"{context}: {source}"
        assert text.strip(), f"{context}: {source}"
        blanks = re.compile(r"\{\w+\}")
        assert sorted(blanks.findall(source)) == sorted(blanks.findall(text)), f"{context}: {source}"
        assert text.count("\t") == source.count("\t"), f"{context}: {source}"


SAYS = """
from zonedesk.desktop.application import make_application
from zonedesk.desktop.page import pages
app = make_application(["zonedesk"])
print("|".join(spec.title for spec in pages()))
"""


@pytest.mark.parametrize(("language", "title"), [("en", "Overview"), ("", "工作台")])
def test_the_program_speaks_english_only_when_asked(language: str, title: str, tmp_path: Path) -> None:
    tool = shutil.which(
        "pyside6-lrelease", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    )
    if tool is None:
        pytest.skip("没有 pyside6-lrelease")
    made = translations() / "zonedesk_en.qm"
    if not made.exists():
        subprocess.run([tool, "-silent", str(made.with_suffix(".ts")), "-qm", str(made)], check=True)
    env = {**os.environ, "ZONEDESK_LANG": language, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", SAYS], env=env, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert title in done.stdout.strip().split("|")

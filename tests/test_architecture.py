"""The house stays as it was drawn: one-way imports, one door for writes, small files, a sentence for each code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "zonedesk"
FILES = sorted(PACKAGE.rglob("*.py"))

# Who may write SQL that writes, and to what end.
WRITERS = {
    "store/writer.py",  # the recorded tables
    "store/record.py",  # the record, and its replay
    "store/meta.py",  # technical values of the file (meta)
    "store/migrations.py",  # the schema
}
WRITES = re.compile(
    r"^\s*(INSERT\s+(INTO|OR)\b|REPLACE\s+INTO\b|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\b|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIEW)\b)",
    re.IGNORECASE,
)
BEGINS = re.compile(r"^\s*(BEGIN|SAVEPOINT)\b", re.IGNORECASE)


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in the code, f-strings with their blanks as “x”."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        elif isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(str(p.value) if isinstance(p, ast.Constant) else "x" for p in node.values),
            )


def calls(path: Path) -> Iterator[tuple[int, str]]:
    """Every call as dotted text."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def test_rooms_import_one_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_sql_that_writes_stands_in_the_store_s_writers_only() -> None:
    found = [
        f"{name_of(path)}:{line}"
        for path in FILES
        if name_of(path) not in WRITERS
        for line, text in strings(path)
        if WRITES.match(text)
    ]
    assert found == []
    assert all(any(WRITES.match(text) for _, text in strings(PACKAGE / name)) for name in WRITERS)


def test_the_file_s_own_sql_touches_meta_only() -> None:
    texts = [text for _, text in strings(PACKAGE / "store/meta.py") if WRITES.match(text)]
    assert all(re.search(r"\bmeta\b", text) for text in texts)


def test_transactions_begin_in_one_place() -> None:
    found = {
        f"{name_of(path)}: {text}"
        for path in FILES
        for _, text in strings(path)
        if BEGINS.match(text) and text.isupper()
    }
    # The reader's and the backup's are reading ones: they hold no lock that a writer would wait for.
    assert found == {"store/ledger.py: BEGIN IMMEDIATE", "store/bulk.py: BEGIN", "store/backup.py: BEGIN"}


def test_only_the_ledger_makes_a_writer() -> None:
    made = [
        (name_of(path), call)
        for path in FILES
        for _, call in calls(path)
        if call.rpartition(".")[2] in {"Writer", "Record"}
    ]
    # A second reader's record is for looking only: its connection cannot write. That of a restored file, before it is
    # the ledger, goes on with the one line that says so.
    assert sorted(made) == [
        ("store/ledger.py", "Record"),
        ("store/ledger.py", "Writer"),
        ("store/reader.py", "Record"),
        ("store/restore.py", "Record"),
    ]


def test_nobody_reaches_past_the_session_to_the_connection() -> None:
    outside = [path for path in FILES if not name_of(path).startswith("store/")]
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in outside
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and node.attr in {"_connection", "executescript", "enable_load_extension"}
    ]
    assert found == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_is_small_says_what_it_is_and_never_waits_by_sleeping(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert ast.get_docstring(tree_of(path)), "no module docstring"
    waiting = {"processEvents", "sleep", "msleep", "usleep"}
    assert [line for line, call in calls(path) if call.rpartition(".")[2] in waiting] == []


def raised_codes() -> Iterator[tuple[str, str]]:
    """The code of every problem that the program names: `SomeError("code", …)`, `Problem("code", …)`."""
    for path in FILES:
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = ast.unparse(node.func).rpartition(".")[2]
            first = node.args[0]
            ours = called == "Problem" or called.endswith("Error")
            if (
                ours
                and isinstance(first, ast.Constant)
                and isinstance(first.value, str)
                and "." in first.value
            ):
                yield f"{name_of(path)}:{node.lineno}", first.value


def test_every_code_has_its_sentence() -> None:
    from zonedesk.domain.errors import ZonedeskError
    from zonedesk.domain.messages import SENTENCES

    for path in FILES:  # rooms add their own sentences when they are imported
        if path.name != "__main__.py" and ("desktop" not in path.parts or path.stem == "sentences"):
            import_module(".".join(("zonedesk", *path.relative_to(PACKAGE).with_suffix("").parts)))
    codes = list(raised_codes())
    assert codes
    missing = [(where, code) for where, code in codes if re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", code)]
    assert [(where, code) for where, code in missing if code not in SENTENCES] == []
    todo = [ZonedeskError]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        assert kind.code in SENTENCES, kind

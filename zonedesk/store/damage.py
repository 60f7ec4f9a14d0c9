"""Values of a ledger that no program of ours writes, told in Chinese with their table and row.

SQLite's own check reads pages and types, not what a value says; and of a file opened for reading it does not ask
the conditions of its tables (CHECK).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import orjson

from zonedesk.domain.columns import FIELDS, TABLE_LABELS, TRACKS
from zonedesk.domain.errors import LedgerError, Problem
from zonedesk.domain.fields import Kind
from zonedesk.domain.messages import register, say
from zonedesk.store.guarded import GuardedConnection
from zonedesk.store.schema import RECORDED_TABLES, REFERENCES
from zonedesk.store.sound import is_day, is_month

register(
    {
        "damage.type": "{table}第 {row} 号的“{column}”不是应有的内容。",
        "damage.empty": "{table}第 {row} 号的“{column}”不能为空却为空。",
        "damage.text": "{table}第 {row} 号的“{column}”含有无法识别的字符。",
        "damage.day": "{table}第 {row} 号的“{column}”不是日期：{value}。",
        "damage.month": "{table}第 {row} 号的“{column}”不是月份：{value}。",
        "damage.choice": "{table}第 {row} 号的“{column}”不在可选范围：{value}。",
        "damage.object": "{table}第 {row} 号的“{column}”结构不完整。",
        "damage.parent": "{table}第 {row} 号所属的{parent}（第 {value} 号）不在台账中。",
    }
)

# Columns that hold a JSON object, in whatever table they stand.
_OBJECTS = {"unfit": "待核内容", "extra": "附加列", "definition": "视图内容"}
_SHOWN = 20  # of one column: where everything is wrong, a few rows say as much


def wrong_values(connection: GuardedConnection) -> Iterator[str]:
    """Each value that cannot be, in one Chinese line. LedgerError where the file cannot be read at all."""
    for table in sorted(RECORDED_TABLES, key=list(TABLE_LABELS).index):
        yield from _Table(connection, table).wrong()


class _Table:
    """Looks through one recorded table, column by column."""

    def __init__(self, connection: GuardedConnection, table: str) -> None:
        self._connection, self._name = connection, table
        self._labels = {field.stored_as: field.label for field in FIELDS.get(table, ())} | _OBJECTS
        self._kinds = {field.stored_as: field.kind for field in FIELDS.get(table, ())}

    def wrong(self) -> Iterator[str]:
        columns = self._connection.execute(
            'SELECT name, type, "notnull" FROM pragma_table_info(?)', (self._name,)
        )
        for column, kind, needed in columns.fetchall():
            if column != "id":
                wrong_type = list(self._wrong_type(column, kind.lower(), needed=bool(needed)))
                yield from wrong_type or self._wrong_content(column, kind)
        yield from self._orphans()

    def _wrong_type(self, column: str, kind: str, *, needed: bool) -> Iterator[str]:
        kinds = [kind] if needed else [kind, "null"]
        marks = ", ".join("?" * len(kinds))
        sql = f"SELECT id, typeof({column}) = 'null' FROM {self._name} WHERE typeof({column}) NOT IN ({marks}) LIMIT ?"
        for row, empty in self._connection.execute(sql, (*kinds, _SHOWN)):
            yield self._told("damage.empty" if empty else "damage.type", row, column)

    def _wrong_content(self, column: str, kind: str) -> Iterator[str]:
        if kind != "TEXT":
            return
        unreadable = list(self._unreadable(column))
        yield from unreadable
        if unreadable:
            return
        if column in _OBJECTS:
            yield from self._no_objects(column)
        elif self._kinds.get(column) is Kind.DATE:
            yield from self._none_of(column, is_day, "damage.day")
        elif self._kinds.get(column) is Kind.MONTH:
            yield from self._none_of(column, is_month, "damage.month")
        elif (self._name, column) == ("listing", "track"):
            yield from self._none_of(column, TRACKS.__contains__, "damage.choice")

    def _unreadable(self, column: str) -> Iterator[str]:
        """Texts that are none: bytes of no character, or an end in the middle."""
        whole = f"SELECT group_concat({column}, '') FROM {self._name}"
        try:
            if "\0" not in (self._connection.execute(whole).fetchone()[0] or ""):
                return
        except LedgerError as error:
            if error.code != "ledger.damaged":
                raise
        shown = 0
        sql = f"SELECT id, CAST({column} AS BLOB) FROM {self._name} WHERE {column} IS NOT NULL"
        for row, text in self._connection.execute(sql):
            if shown < _SHOWN and (b"\0" in text or not _is_utf8(text)):
                shown += 1
                yield self._told("damage.text", row, column)

    def _none_of(self, column: str, fits: Callable[[str], bool], code: str) -> Iterator[str]:
        every = self._connection.execute(f"SELECT DISTINCT {column} FROM {self._name}").fetchall()
        for value in [value for (value,) in every if value is not None and not fits(value)][:_SHOWN]:
            sql = f"SELECT id FROM {self._name} WHERE {column} = ? LIMIT ?"
            for (row,) in self._connection.execute(sql, (value, _SHOWN)):
                yield self._told(code, row, column, value=value[:20])

    def _no_objects(self, column: str) -> Iterator[str]:
        sql = f"SELECT id, {column} FROM {self._name} WHERE {column} <> '{{}}'"
        for row, text in self._connection.execute(sql):
            if not _is_object(text):
                yield self._told("damage.object", row, column)

    def _orphans(self) -> Iterator[str]:
        """Rows whose parent is gone."""
        for parent, pairs in REFERENCES.items():
            for table, column in pairs:
                if table != self._name:
                    continue
                sql = (
                    f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"
                    f" AND {column} NOT IN (SELECT id FROM {parent}) LIMIT ?"
                )
                for row, value in self._connection.execute(sql, (_SHOWN,)):
                    yield self._told("damage.parent", row, column, parent=TABLE_LABELS[parent], value=value)

    def _told(self, code: str, row: int, column: str, **facts: object) -> str:
        label = self._labels.get(column, column)
        return say(Problem(code, {"table": TABLE_LABELS[self._name], "row": row, "column": label, **facts}))


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_object(text: str) -> bool:
    try:
        return isinstance(orjson.loads(text), dict)
    except orjson.JSONDecodeError:
        return False

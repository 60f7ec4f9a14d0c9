"""Backups in words: what a round did, and the cells of the list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.simple_table import Cell, Column
from zonedesk.domain.messages import say
from zonedesk.ops.backup import BackupOutcome
from zonedesk.store.backup import Backup


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A line of the list: a backup, and in which of the two folders it lies."""

    backup: Backup
    here: bool
    second: bool


class BackupWords(QObject):
    """Says backups in the officer's words."""

    def outcome(self, outcome: BackupOutcome, second: Path | None, *, automatic: bool) -> str:
        """One line on a round of backing up; "" if there is nothing worth a line."""
        parts = []
        if outcome.made:
            parts.append(self.tr("已自动备份，核验通过") if automatic else self.tr("已备份，核验通过"))
        if outcome.second == "away":
            parts.append(self.tr("第二备份文件夹“{folder}”未连接，接上后自动补备").format(folder=second))
        elif outcome.second == "failed" and outcome.second_error:
            sentence = say(outcome.second_error).rstrip("。")
            parts.append(self.tr("第二备份文件夹：{sentence}").format(sentence=sentence))
        elif outcome.second == "done":
            parts.append(self.tr("第二备份文件夹已同步"))
        return "；".join(parts)

    def columns(self) -> tuple[Column, ...]:
        """The columns of the list."""
        return (
            Column("at", self.tr("备份时间"), 150),
            Column("reason", self.tr("来由"), 72),
            Column("projects", self.tr("项目数"), 66, right=True),
            Column("steps", self.tr("操作步数"), 76, right=True),
            Column("last", self.tr("最后一步"), 300, stretch=True),
            Column("size", self.tr("大小"), 80, right=True),
            Column("place", self.tr("位置"), 150),
            Column("state", self.tr("核验"), 130),
        )

    def cell(self, row: BackupRow, key: str) -> Cell:
        """One cell of the list."""
        backup, content = row.backup, row.backup.content
        match key:
            case "at":
                return Cell(f"{backup.at:%Y-%m-%d %H:%M:%S}", tip=str(backup.path))
            case "reason":
                return Cell(self._reason(backup.reason))
            case "projects":
                return Cell(f"{content.counts.get('project', 0):,}" if content else "—")
            case "steps":
                return Cell(f"{content.counts.get('change_set', 0):,}" if content else "—")
            case "last":
                return Cell(content.last_label if content else "")
            case "size":
                return Cell(size_text(backup.size))
            case "place":
                return Cell(self._place(row))
        return self._state(backup)

    def _reason(self, reason: str) -> str:
        return {
            "auto": self.tr("自动"),
            "close": self.tr("关闭时"),
            "manual": self.tr("手动"),
            "restore": self.tr("恢复前"),
            "upgrade": self.tr("升级前"),
        }.get(reason, self.tr("其他"))

    def _place(self, row: BackupRow) -> str:
        if row.here and row.second:
            return self.tr("台账旁、第二文件夹")
        return self.tr("台账旁") if row.here else self.tr("第二文件夹")

    def _state(self, backup: Backup) -> Cell:
        match backup.state:
            case "verified":
                return Cell(
                    self.tr("✓ 已核验"), tip=self.tr("写入后整体读回，与台账逐表一致"), colour=tokens.GREEN
                )
            case "damaged":
                return Cell(self.tr("✗ 已损坏"), tip=self.tr("读不完整，不能用于恢复"), colour=tokens.RED)
        return Cell(
            self.tr("未核验"), tip=self.tr("不是本程序备份的文件，查看内容时核验"), colour=tokens.SECOND
        )


def size_text(size: int) -> str:
    """A file's size as people say it."""
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def merged(here: list[Backup], second: list[Backup]) -> list[BackupRow]:
    """Both folders as one list: a sound copy of the same name is the same backup."""
    copies = {b.path.name: b for b in second}
    rows = []
    for backup in here:
        copy = copies.get(backup.path.name)
        same = copy is not None and (copy.state, copy.content) == (backup.state, backup.content)
        if same:
            del copies[backup.path.name]
        rows.append(BackupRow(backup, True, same))
    rows += [BackupRow(b, False, True) for b in copies.values()]
    return sorted(rows, key=lambda row: (row.backup.at, row.backup.path.name), reverse=True)

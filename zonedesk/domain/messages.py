"""The message catalogue: what is told for each code. What happened, where, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter
from typing import Any

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.errors import Problem, ZonedeskError

SENTENCES: dict[str, str] = {
    "unknown": "出现未预料的错误，台账未改动。请重试；仍不行请将此文件发给维护人员。",
    "cancelled": "已取消，台账未改动。",
    "refused": "操作未执行：{reason}。",
    "ledger.missing": "找不到台账文件“{path}”。请检查路径，或插回U盘后重试。",
    "ledger.not_ours": "“{path}”不是本程序的台账文件，未作任何改动。请选择扩展名为 .zonedesk 的文件。",
    "ledger.too_new": "“{path}”由更新版本的程序建立（版本 {theirs}，本程序支持到 {ours}），未作任何改动。请安装新版本后再打开。",
    "ledger.needs_upgrade": "“{path}”是旧版本台账，当前只能只读，无法升级。请在可写的位置打开一次。",
    "ledger.damaged": "台账文件“{path}”已损坏，未作任何改动。请从备份恢复。",
    "ledger.exists": "“{path}”已存在，未覆盖。请换一个文件名。",
    "ledger.no_folder": "文件夹“{path}”不存在。请先建立该文件夹。",
    "ledger.unwritable": "无法在“{path}”写入文件。请检查磁盘空间和文件夹权限。",
    "ledger.unreachable": "无法读取“{path}”。请检查磁盘或U盘是否连接。",
    "ledger.disk_full": "磁盘空间不足，本次改动未保存，台账“{path}”保持原样。请清理磁盘后重试。",
    "ledger.read_only_file": "台账文件“{path}”为只读，本次改动未保存。请取消只读属性后重试。",
    "ledger.busy": "台账“{path}”正被占用，本次改动未保存。请稍后重试。",
    "ledger.failed": "台账“{path}”写入失败（{reason}），本次改动未保存。",
    "ledger.read_only": "台账以只读方式打开，不能修改。{holder_note}",
    "step.under_way": "上一步还在写入台账，请稍候再撤销或重做。",
    "undo.nothing": "没有可撤销的操作。",
    "redo.nothing": "没有可重做的操作。",
    "undo.stale": "“{label}”之后有 {count} 行又被修改，不能撤销：{where}。请先撤销后来的修改。",
    "reference.unknown": "台账中没有名为“{name}”的{what}。请从列表中选择，或先新增。",
    "reference.ambiguous": "台账中有 {count} 个名为“{name}”的{what}，不能确定是哪一个。请从列表中选择。",
    "record.missing": "找不到{what}“{name}”，可能已被删除。",
    "project.no_name": "项目名称不能为空。请填写项目名称。",
    "field.empty_name": "“{label}”不能为空。",
    "field.duplicate": "“{label}”已有“{value}”，不能重复。",
    "row.duplicate": "{what}中已有“{label}”相同的一条，未写入。请修改后再存，或改原有的那条。",
    "field.bad_choice": "“{label}”只能是{choices}，“{text}”未写入。",
    "date.bad": "“{text}”不是日期。请写成 2024-03-31、2024-03 或 2024 的形式。",
    "batch.missing": "台账中没有活动批次“{name}”。现有批次：{known}。",
    "zone.missing": "台账中没有开发区“{name}”。现有开发区：{known}。",
}


def say(problem: ZonedeskError | Problem) -> str:
    """The one sentence that tells an officer of a problem."""
    template = SENTENCES.get(problem.code, SENTENCES["unknown"])
    return Formatter().vformat(template, (), _Facts(problem.facts))


def say_all(problems: Iterable[Problem]) -> str | None:
    """Several findings in one line, without full stops; None if there are none."""
    return "；".join(say(problem).rstrip("。") for problem in problems) or None


class _Facts(dict[str, Any]):
    """Facts with what can be derived from them; a missing one leaves a blank, never a traceback."""

    def __missing__(self, key: str) -> str:
        if key == "holder_note":
            return self._holder_note()
        if key == "count":
            return str(len(self.get("rows", ())))
        if key == "where":
            return self._where()
        return ""

    def _holder_note(self) -> str:
        if self.get("refusal") == "asked":
            return "请重新打开台账后再修改。"
        if not self.get("who"):
            return "请检查文件和所在文件夹是否只读。"
        return f"{self['who']}（电脑 {self.get('computer', '')}）自 {self.get('since', '')} 起正在使用，请待其关闭后重新打开。"

    def _where(self) -> str:
        # Names, where someone who can read the ledger has put them beside the row numbers.
        shown = self.get("names") or [
            f"{TABLE_LABELS.get(table, table)}第{row_id}号" for table, row_id in self.get("rows", ())
        ]
        return "、".join(shown[:5]) + ("等" if len(shown) > 5 else "")


def register(sentences: dict[str, str]) -> None:
    """Add the sentences of one room's own problems; a code that is taken raises ValueError."""
    taken = SENTENCES.keys() & sentences.keys()
    if taken:
        raise ValueError(f"codes registered twice: {sorted(taken)}")
    SENTENCES.update(sentences)

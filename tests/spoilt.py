"""Single values of a ledger made such as no program of ours writes them: by a failing stick, or by hand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

# Kind of damage: (SQL that does it, what the check says of it).
DAMAGE = {
    "名称不是文本": ("UPDATE project SET name = x'ff' WHERE id = 3", "项目第 3 号的“项目名称”"),
    "名称断在字中": ("UPDATE project SET name = CAST(x'c3' AS TEXT) WHERE id = 3", "项目第 3 号的“项目名称”"),
    "名称含空字符": ("UPDATE project SET name = 'a' || char(0) WHERE id = 3", "项目第 3 号的“项目名称”"),
    "金额是小数": ("UPDATE listing SET investment = 1.5 WHERE id = 3", "列入批次第 3 号的“列入时总投资”"),
    "金额是文字": ("UPDATE listing SET investment = '12x' WHERE id = 3", "列入批次第 3 号的“列入时总投资”"),
    "金额无穷大": (
        "UPDATE project SET total_investment = 9e999 WHERE id = 3",
        "项目第 3 号的“总投资”不是应有的内容",
    ),
    "不是日期": ("UPDATE project SET start_actual = '20z4-01' WHERE id = 3", "不是日期：20z4-01"),
    "没有的日期": ("UPDATE project SET prod_plan = '2024-02-31' WHERE id = 3", "不是日期：2024-02-31"),
    "办结时间": ("UPDATE procedure SET done_on = '2024-0' WHERE id = 3", "手续第 3 号的“办结时间”"),
    "办结时间不是文本": (
        "UPDATE procedure SET done_on = x'ff', status = '已办结' WHERE id = 3",
        "手续第 3 号的“办结时间”",
    ),
    "月份": (
        "UPDATE monthly_progress SET month = '2024-W06' WHERE id = (SELECT max(id) FROM monthly_progress)",
        "不是月份：2024-W06",
    ),
    "开发区没了": ("UPDATE project SET zone_id = 999 WHERE id = 3", "所属的开发区（第 999 号）"),
    "项目没了": (
        "UPDATE listing SET project_id = 999 WHERE id = 3",
        "列入批次第 3 号所属的项目（第 999 号）",
    ),
    "批次没了": ("UPDATE listing SET batch_id = 999 WHERE id = 3", "所属的活动批次（第 999 号）"),
    "手续的项目没了": ("UPDATE procedure SET project_id = 999 WHERE id = 3", "手续第 3 号所属的项目"),
    "类别": ("UPDATE listing SET track = 5 WHERE id = 3", "列入批次第 3 号的“类别”不在可选范围"),
    "待核断了": ("UPDATE project SET unfit = '{' WHERE id = 3", "项目第 3 号的“待核内容”结构不完整"),
    "待核是列表": ("UPDATE project SET unfit = '[1]' WHERE id = 3", "项目第 3 号的“待核内容”结构不完整"),
    "年份": ("UPDATE batch SET year = 'x' WHERE id = 3", "活动批次第 3 号的“年份”"),
    "不能为空": ("UPDATE project SET name = NULL WHERE id = 3", "项目第 3 号的“项目名称”不能为空"),
}


def spoil(path: Path, kind: str) -> None:
    """Do one kind of damage to a closed ledger."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema = ON")
        tables = db.execute("SELECT name, sql FROM sqlite_master WHERE sql LIKE '%STRICT'").fetchall()
        for name, sql in tables:
            loose = sql.removesuffix("STRICT").replace("NOT NULL", "")
            db.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (loose, name))
        db.commit()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(DAMAGE[kind][0])
        db.execute("PRAGMA writable_schema = ON")
        for name, sql in tables:
            db.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (sql, name))
        db.commit()

"""The lists that everything else is built on: zones, batches, enterprises, with how many projects each."""

from __future__ import annotations

from collections import Counter, defaultdict

from zonedesk.domain.batches import batch_name
from zonedesk.domain.codes import CodeState, company_code_state
from zonedesk.domain.columns import TRACKS
from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.lists.registry import Rows, kind, rows_of
from zonedesk.ops.session import Session

_LAST = 9999
_CODE_FAULTS = {CodeState.BAD_FORM: "不是18位统一社会信用代码", CodeState.BAD_CHECK: "校验码不符，请核对"}


@kind(
    "zones",
    "开发区",
    name="开发区名称",
    short_name="简称",
    city="所在市",
    category="类别",
    level="级别",
    projects="项目数",
)
def zones(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every zone of the ledger, whatever the scope."""
    counts = _projects_by(session, "zone_id")
    return [row | {"projects": counts[row["id"]]} for row in rows_of(session, "zone")]


@kind(
    "batches",
    "活动批次",
    name="活动批次",
    year="年份",
    seq_no="第几次",
    **{track: f"{label}（个）" for track, label in TRACKS.items()},
    warning="提示",
)
def batches(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every batch of the ledger in the order held, with how many projects it lists under each track."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for batch_id, track in session.reader.values("listing", "batch_id", "track"):
        counts[batch_id][track] += 1
    rows = sorted(rows_of(session, "batch"), key=lambda row: (row["year"] or _LAST, row["seq_no"] or _LAST))
    return [
        row | {track: counts[row["id"]][track] for track in TRACKS} | {"warning": _odd(row)} for row in rows
    ]


@kind("enterprises", "企业", name="企业名称", uscc="统一社会信用代码", projects="项目数", warning="提示")
def enterprises(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every enterprise of the ledger, whatever the scope."""
    counts = _projects_by(session, "enterprise_id")
    return [
        row
        | {
            "projects": counts[row["id"]],
            "warning": _CODE_FAULTS.get(company_code_state(row["uscc"])) if row["uscc"] else None,
        }
        for row in rows_of(session, "enterprise")
    ]


def _projects_by(session: Session, column: str) -> Counter[int | None]:
    return Counter(value for (value,) in session.reader.values("project", column))


def _odd(row: dict[str, object]) -> str | None:
    """What does not fit: batches are put in order by year and number, not by their names."""
    said = batch_name(str(row["name"]))
    if row["year"] is None or row["seq_no"] is None:
        return "未填年份或第几次，排在最后"
    if said.year is not None and (said.year, said.seq_no) != (row["year"], row["seq_no"]):
        return "名称与年份、第几次不一致"
    return None

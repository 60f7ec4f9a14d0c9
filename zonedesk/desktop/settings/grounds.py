"""开发区、活动批次、企业: the lists that every project refers to, typed into in place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Chip, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.page import to_translate
from zonedesk.desktop.settings.registry import section
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.simple_table import Cell
from zonedesk.domain.batches import numbered
from zonedesk.domain.columns import TRACKS

_COUNT = 90


@section("zones", to_translate("settings", "开发区"), 20)
class ZoneSection(BookTable):
    """Zones by name, level and kind; a count opens the projects."""

    def __init__(self, desk: Desk) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            BookSpec(
                kind="zones",
                table="zone",
                columns=(
                    BookColumn("name", 260, stretch=True),
                    BookColumn("short_name", 120),
                    BookColumn("city", 100),
                    BookColumn("category", 100),
                    BookColumn("level", 90),
                    BookColumn("projects", _COUNT, editable=False, right=True),
                ),
                new={"name": translate("grounds", "新开发区")},
                sort=lambda row: row["id"],
                empty=translate("grounds", "还没有开发区。按 Insert 新增，或导入项目时自动建立"),
                cell=_Counts(desk, "project", "zone_id", ("projects",)).cell,
            ),
        )


@section("batches", to_translate("settings", "活动批次"), 30)
class BatchSection(BookTable):
    """Batches in the order held, with what each lists under every track."""

    def __init__(self, desk: Desk) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            BookSpec(
                kind="batches",
                table="batch",
                columns=(
                    BookColumn("name", 240, stretch=True),
                    BookColumn("year", 80),
                    BookColumn("seq_no", 80),
                    *(BookColumn(track, 110, editable=False, right=True) for track in TRACKS),
                ),
                new={"name": translate("grounds", "新批次")},
                new_values=_next_batch,
                warn=lambda row, key: (row["warning"] or "") if key in {"year", "seq_no"} else "",
                empty=translate("grounds", "还没有活动批次。按 Insert 新增，或导入项目时自动建立"),
                cell=_Counts(desk, "listing", "batch_id", tuple(TRACKS), by="track").cell,
            ),
        )


@section("enterprises", to_translate("settings", "企业"), 40)
class EnterpriseSection(BookTable):
    """Enterprises by name and code; a code that fails its check is marked."""

    def __init__(self, desk: Desk) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            BookSpec(
                kind="enterprises",
                table="enterprise",
                columns=(
                    BookColumn("name", 320, stretch=True),
                    BookColumn("uscc", 190),
                    BookColumn("projects", _COUNT, editable=False, right=True),
                ),
                chips=(
                    Chip("odd", translate("grounds", "代码有误"), lambda row: bool(row["warning"])),
                    Chip("uncoded", translate("grounds", "未填代码"), lambda row: not row["uscc"]),
                    Chip("unused", translate("grounds", "没有项目"), lambda row: not row["projects"]),
                ),
                new={"name": translate("grounds", "新企业")},
                warn=lambda row, key: (row["warning"] or "") if key == "uscc" else "",
                empty=translate("grounds", "还没有企业。按 Insert 新增，或导入项目时自动建立"),
                cell=_Counts(desk, "project", "enterprise_id", ("projects",)).cell,
            ),
        )


def _next_batch(desk: Desk) -> Mapping[str, str]:
    """The batch after the last one of the year looked at."""
    year = int(desk.as_of[:4])
    known = [batch.seq_no or 0 for batch in desk.session.reader.batches().values() if batch.year == year]
    following = numbered(year, max(known, default=0) + 1)
    return {"name": following.name, "year": str(following.year), "seq_no": str(following.seq_no)}


class _Counts:
    """Cells of counts that open the projects they count: those whose `column` in a table is the row (`by` track)."""

    def __init__(self, desk: Desk, table: str, column: str, keys: tuple[str, ...], by: str = "") -> None:
        self._desk, self._table, self._keys = desk, table, keys
        project = "id" if table == "project" else "project_id"
        self._columns = (project, column, by) if by else (project, column)
        self._read_up_to = -1
        self._known: dict[tuple[int, str], list[int]] = {}

    def cell(self, row: Row, key: str) -> Cell | None:
        """The cell of a count; None for any other column."""
        if key not in self._keys:
            return None
        label = f"{row['name']} · {TRACKS[key]}" if key in TRACKS else str(row["name"])
        ids = self._ids(row["id"], key)
        return Cell(str(row[key] or ""), Link(label, ids) if ids else None)

    def _ids(self, row_id: int, key: str) -> tuple[int, ...]:
        reader = self._desk.session.reader
        newest = reader.last_change()
        if newest != self._read_up_to:
            self._read_up_to, self._known = newest, {}
            for project_id, owner, *track in reader.values(self._table, *self._columns):
                self._known.setdefault((owner, *(track or self._keys)), []).append(project_id)
        return tuple(self._known.get((row_id, key), ()))

"""Where in the program something stands: what a request for a page may carry."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

# Which page keeps the rows of a table.
PAGE_OF = {
    "project": "ledger",
    "procedure": "procedures",
    "problem": "duties",
    "supervision": "duties",
    "assignment": "duties",
    "milestone": "milestones",
    "routine": "meetings",
    "meeting": "meetings",
    "action_item": "meetings",
    "campaign": "meetings",
    "visit": "visits",
    "agency_case": "visits",
    "commitment": "visits",
}


class Place(str):
    """A page's key that also says where to land there; those who know only the key may take it as that.

    `part` is a part of the page by its own key (a section of the settings, a column of the ledger); `table` with `row_id` a row that the page
    keeps; `project_id` a project: of a row that is not known, or the project itself.
    """

    part: str
    table: str
    row_id: int | None
    project_id: int | None

    def __new__(
        cls,
        page: str,
        part: str = "",
        *,
        table: str = "",
        row_id: int | None = None,
        project_id: int | None = None,
    ) -> Place:
        made = super().__new__(cls, page)
        made.part, made.table, made.row_id, made.project_id = part, table, row_id, project_id
        return made

    @classmethod
    def of(cls, table: str, row_id: int | None = None, project_id: int | None = None) -> Place:
        """The place of a row, or of a project's rows of a table, on the page that keeps them."""
        return cls(PAGE_OF[table], table=table, row_id=row_id, project_id=project_id)


@runtime_checkable
class Landing(Protocol):
    """A page on which one can land elsewhere than where one left it."""

    def land(self, place: Place) -> bool:
        """Go there; False if the page does not have it. The page is in view and read by then."""

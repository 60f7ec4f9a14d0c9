"""The pages and the sections of the settings as something to be found: by name or by the first letters of pinyin."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from zonedesk.desktop.page import pages
from zonedesk.desktop.place import Place
from zonedesk.desktop.settings.registry import sections
from zonedesk.ops.find_everywhere import Entry, Hits
from zonedesk.ops.line_search import LineSearch, folded

PLACES = "place"
_MOST = 5


class ProgramPlaces(QObject):
    """Known by their numbers, which stand as `row_id` in what was found."""

    @cached_property
    def _all(self) -> list[tuple[str, str, Place]]:
        settings = self.tr("设置")
        found = [(spec.title, self.tr("打开这一页"), Place(spec.key)) for spec in pages()]
        found += [(each.title, settings, Place("settings", each.key)) for each in sections()]
        return found

    @cached_property
    def _lines(self) -> LineSearch:
        return LineSearch(title for title, _, _ in self._all)

    def find(self, query: str) -> list[Hits]:
        """What holds every word of `query`; [] if nothing does."""
        words = folded(query).split()
        numbers = self._lines.find(words[0]) if words else []
        for word in words[1:]:
            numbers = self._lines.among(word, numbers)
        if not numbers:
            return []
        entries = tuple(Entry(*self._all[number][:2], (), number) for number in numbers[:_MOST])
        return [Hits(PLACES, self.tr("页面和设置"), len(numbers), entries)]

    def place(self, number: int) -> Place:
        """Where a number leads."""
        return self._all[number][2]

"""The parts of the search over everything: what is read of each table, and how it is told."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from zonedesk.domain.columns import TRACKS
from zonedesk.ops.find_everywhere import Entry, Lines, NameOf, Part
from zonedesk.ops.line_search import MOST, LineSearch
from zonedesk.store.reader import Reader


class PlainLines:
    """Entries that are kept as they are shown, each with the text it is found by."""

    def __init__(
        self, entries: Sequence[Entry], searched: Iterable[str] = (), *, letters: bool = True
    ) -> None:
        self._entries = entries
        self._search = LineSearch(searched or (entry.text for entry in entries), letters=letters)

    def find(self, word: str, most: int | None = MOST) -> list[int]:
        """The numbers that hold a word."""
        return self._search.find(word, most)

    def among(self, word: str, numbers: list[int]) -> list[int]:
        """Those of these that hold a word."""
        return self._search.among(word, numbers)

    def line(self, number: int) -> str:
        """The text an entry is found by."""
        return self._search.lines[number]

    def entry(self, number: int, name_of: NameOf) -> Entry:
        """The entry itself."""
        return self._entries[number]


class NotedLines(PlainLines):
    """Entries of rows that hang on one project, or on none: its name stands before their note."""

    def entry(self, number: int, name_of: NameOf) -> Entry:
        """The entry with its project's name."""
        found = self._entries[number]
        if not found.projects:
            return found
        return found._replace(note=" · ".join(t for t in (name_of(found.projects[0]), found.note) if t))


class ProcedureLines:
    """Very many rows of projects with few names: names are searched once each, numbers of papers by their characters."""

    def __init__(self, rows: Iterable[tuple[int, int, str, str | None, str]]) -> None:
        self._ids, self._projects, self._names = array("q"), array("q"), array("q")
        self._states: list[str] = []
        self._documents: list[str] = []
        numbers: dict[str, int] = {}
        for row_id, pid, name, doc_no, status in rows:
            self._ids.append(row_id)
            self._projects.append(pid)
            self._names.append(numbers.setdefault(name, len(numbers)))
            self._states.append(status)
            self._documents.append(doc_no or "")
        self._name_texts = list(numbers)
        self._by_name = LineSearch(numbers)
        self._by_document = LineSearch(self._documents, letters=False)

    def find(self, word: str, most: int | None = MOST) -> list[int]:
        """The numbers whose name or document number holds a word."""
        names = set(self._by_name.find(word))
        # One digit stands in nearly every number: it finds nothing in particular.
        documents = self._by_document.find(word, most) if len(word) > 1 else []
        if not names:
            return documents
        found = (number for number, name in enumerate(self._names) if name in names)
        return sorted(set(islice(found, most)).union(documents))[:most]

    def among(self, word: str, numbers: list[int]) -> list[int]:
        """Those of these whose name or document number holds a word."""
        names = set(self._by_name.find(word))
        documents = set(self._by_document.among(word, numbers))
        return [number for number in numbers if self._names[number] in names or number in documents]

    def line(self, number: int) -> str:
        """The name, or the document number."""
        return self._name_texts[self._names[number]] + self._documents[number]

    def entry(self, number: int, name_of: NameOf) -> Entry:
        """Name and document number, with the project and the state."""
        pid = self._projects[number]
        name, document = self._name_texts[self._names[number]], self._documents[number]
        return Entry(
            f"{name}　{document}" if document else name,
            f"{name_of(pid)} · {self._states[number]}",
            (pid,),
            self._ids[number],
        )


def _projects(reader: Reader) -> Lines:
    zones = reader.names("zone")
    rows = reader.values("project", "id", "name", "code", "zone_id")
    entries = [
        Entry(name, " · ".join(text for text in (zones.get(zone, ""), code) if text), (pid,), pid)
        for pid, name, code, zone in rows
    ]
    return PlainLines(entries, [f"{name} {code or ''}" for _, name, code, _ in rows])


def _owned(reader: Reader, table: str, column: str, second: str) -> Lines:
    """Companies or zones, each with its projects."""
    owned: dict[int, list[int]] = {}
    for pid, owner in reader.values("project", "id", column):
        owned.setdefault(owner, []).append(pid)
    rows = reader.values(table, "id", "name", second)
    entries = []
    for row_id, name, _ in rows:
        projects = tuple(owned.get(row_id, ()))
        entries.append(Entry(name, f"{len(projects)} 个项目", projects, row_id))
    return PlainLines(entries, [f"{name} {other or ''}" for _, name, other in rows])


def _enterprises(reader: Reader) -> Lines:
    return _owned(reader, "enterprise", "enterprise_id", "uscc")


def _zones(reader: Reader) -> Lines:
    return _owned(reader, "zone", "zone_id", "short_name")


def _batches(reader: Reader) -> Lines:
    listed: dict[int, dict[str, set[int]]] = {}
    for pid, batch, track in reader.values("listing", "project_id", "batch_id", "track"):
        listed.setdefault(batch, {}).setdefault(track, set()).add(pid)
    entries = []
    for row_id, name in reader.values("batch", "id", "name"):
        tracks = listed.get(row_id, {})
        note = "、".join(
            f"{label} {len(tracks[track])}" for track, label in TRACKS.items() if track in tracks
        )
        projects = tuple(sorted({pid for pids in tracks.values() for pid in pids}))
        entries.append(Entry(name, note, projects, row_id))
    return PlainLines(entries)


def _procedures(reader: Reader) -> Lines:
    return ProcedureLines(reader.values("procedure", "id", "project_id", "name", "doc_no", "status"))


def _problems(reader: Reader) -> Lines:
    rows = reader.values("problem", "id", "project_id", "description", "status")
    return NotedLines(
        [Entry(text, state, (pid,), row_id) for row_id, pid, text, state in rows], letters=False
    )


def _rows(table: str, searched: Sequence[str], told: Sequence[str]) -> Callable[[Reader], Lines]:
    """A book: each row is found by the texts of `searched` (the first full one is what it is called), and told by `told`."""

    def read(reader: Reader) -> Lines:
        entries, lines = [], []
        for row_id, pid, *texts in reader.values(table, "id", "project_id", *searched, *told):
            known = [text for text in texts[: len(searched)] if text]
            note = " · ".join(text for text in texts[len(searched) :] if text)
            if known:
                entries.append(Entry(known[0], note, () if pid is None else (pid,), row_id))
                lines.append(" ".join(known))
        return NotedLines(entries, lines, letters=False)

    return read


def _few_names(table: str, name: str, paper: str, told: str) -> Callable[[Reader], Lines]:
    """A book in which many rows have the same name."""

    def read(reader: Reader) -> Lines:
        rows = reader.values(table, "id", "project_id", name, paper, told)
        return ProcedureLines((i, pid, text, number, note or "") for i, pid, text, number, note in rows)

    return read


def _meetings(reader: Reader) -> Lines:
    """Meetings belong to the office, not to a project."""
    rows = reader.values("meeting", "id", "name", "held_on", "host", "decisions")
    entries = [Entry(name, " · ".join(t for t in (day, host) if t), (), i) for i, name, day, host, _ in rows]
    lines = (" ".join(t for t in (name, day, host, told) if t) for _, name, day, host, told in rows)
    return PlainLines(entries, list(lines))


def _people(reader: Reader) -> Lines:
    parts: dict[str, dict[str, set[int]]] = {}

    def add(person: str | None, part: str, pid: int) -> None:
        if person:
            parts.setdefault(person, {}).setdefault(part, set()).add(pid)

    for pid, *people in reader.values("project", "id", "sponsor", "duty_person", "service_officer"):
        for person, part in zip(people, ("包联领导", "责任人", "服务专员"), strict=True):
            add(person, part, pid)
    for table, column, part in (
        ("problem", "duty_person", "问题责任人"),
        ("supervision", "supervisor", "督办人"),
        ("agency_case", "agent", "代办员"),
    ):
        for pid, person in reader.values(table, "project_id", column):
            if pid is not None:
                add(person, part, pid)
    return PlainLines(
        [
            Entry(
                person,
                "、".join(f"{part} {len(pids)}" for part, pids in own.items()),
                tuple(sorted({pid for pids in own.values() for pid in pids})),
            )
            for person, own in parts.items()
        ]
    )


def _phones(reader: Reader) -> Lines:
    used: dict[str, list[int]] = {}
    for pid, phone in reader.values("project", "id", "phone"):
        if phone:
            used.setdefault(phone, []).append(pid)
    entries = [
        Entry(phone, "" if len(own) == 1 else f"等 {len(own)} 个项目", tuple(own))
        for phone, own in used.items()
    ]
    return NotedLines(entries, letters=False)


def _book(table: str, title: str, read: Callable[[Reader], Lines]) -> Part:
    """A group made of one table; what is found opens on the page that keeps it."""
    return Part(table, title, frozenset({table}), read)


PARTS = (
    Part("project", "项目", frozenset({"project", "zone"}), _projects),
    Part("enterprise", "企业", frozenset({"enterprise", "project"}), _enterprises),
    Part("zone", "开发区", frozenset({"zone", "project"}), _zones),
    Part("batch", "活动批次", frozenset({"batch", "listing"}), _batches),
    Part("person", "人员", frozenset({"project", "problem", "supervision", "agency_case"}), _people),
    Part("phone", "联系电话", frozenset({"project"}), _phones),
    Part("procedure", "手续", frozenset({"procedure"}), _procedures),
    Part("problem", "问题", frozenset({"problem"}), _problems),
    _book("supervision", "督办", _rows("supervision", ("name", "no", "content"), ("status", "deadline"))),
    _book("action_item", "议定事项", _rows("action_item", ("content", "owner_unit"), ("status", "deadline"))),
    _book("meeting", "会议", _meetings),
    _book("milestone", "节点", _few_names("milestone", "name", "owner", "plan_on")),
    _book(
        "visit", "走访", _rows("visit", ("appeal", "company", "result", "persons"), ("kind", "visited_on"))
    ),
    _book("agency_case", "领办代办", _few_names("agency_case", "matter", "agent", "accepted_on")),
    _book("commitment", "承诺", _few_names("commitment", "matter", "letter_no", "deadline")),
)

"""The lists of an office; see `registry`."""

from zonedesk.ops.lists.registry import ListKind, Rows, children_of, kind, kinds, note, plain, rows_of, words

__all__ = ["ListKind", "Rows", "children_of", "kind", "kinds", "note", "plain", "rows_of", "words"]

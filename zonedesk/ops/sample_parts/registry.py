"""Parts of the invented ledger. A new part is one file in this folder with a function marked `@part`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from random import Random
from typing import Protocol

from zonedesk.store.writer import Writer


class Part(Protocol):
    """Adds rows to the ledger that is being invented, within its one step."""

    def __call__(self, w: Writer, rng: Random, as_of: dt.date) -> None:
        """Read what is there with `w.find_all`, add rows with `w.insert_many`."""


_PARTS: list[tuple[int, str, Part]] = []


def part(order: int) -> Callable[[Part], Part]:
    """Register a part; those of a lower `order` come first."""

    def register(function: Part) -> Part:
        _PARTS.append((order, function.__module__, function))
        return function

    return register


def add_parts(w: Writer, *, rng: Random, as_of: dt.date) -> None:
    """Add every part. Each draws from its own chances, so that a new part changes no other one."""
    import zonedesk.ops.sample_parts as package  # noqa: PLC0415 - finds the modules beside this one

    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    seed = rng.random()
    for _, name, function in sorted(_PARTS, key=lambda each: each[:2]):
        function(w, Random(f"{seed}{name}"), as_of)

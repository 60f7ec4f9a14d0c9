"""The parsing process: a workbook in, bare cells out. Runs apart because broken files can kill a parser.

Asked on stdin by one pickled dict {"path", "password"}; answers on stdout by one pickled dict, either
{"sheets": [(name, visible, rows, merged, uncached), …]} or {"code", "facts"}.
"""

from __future__ import annotations

import pickle
import sys
from typing import Any

MEMORY_LIMIT = 960 << 20  # with the asking process beside it, 1 GB in all


def limit_memory() -> None:
    """Hold this process to its memory where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def main() -> int:
    """Answer one request."""
    limit_memory()
    request = pickle.load(sys.stdin.buffer)
    pickle.dump(answer(request), sys.stdout.buffer, protocol=5)
    sys.stdout.buffer.flush()
    return 0


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The cells of a file, or the code that says why there are none."""
    from zonedesk.exchange.read_cells import UnreadableError, read_cells  # noqa: PLC0415 - after the limit

    try:
        return {"sheets": read_cells(request["path"], request.get("password"))}
    except UnreadableError as refused:
        return {"code": refused.code, "facts": refused.facts}
    except MemoryError:
        return {"code": "import.too_large", "facts": {}}


if __name__ == "__main__":
    raise SystemExit(main())

"""Runs every bench_*.py beside this file, or those named: `python -m tests.bench [figures edit …]`."""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import iter_modules

import tests.bench as package


def main(wanted: list[str]) -> None:
    """Run `main()` of each benchmark found."""
    names = [module.name for module in iter_modules(package.__path__) if module.name.startswith("bench_")]
    for name in names:
        if wanted and name.removeprefix("bench_") not in wanted:
            continue
        print(f"\n== {name}", flush=True)  # noqa: T201
        import_module(f"{package.__name__}.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])

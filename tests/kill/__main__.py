"""`python -m tests.kill [--kills 500] [--seed N]`: prints what the kills showed; exit 1 if anything was lost."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.kill.harness import run_kills


def main() -> int:
    """Run the kills and tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = run_kills(Path(folder), asked.kills, asked.seed)
    kinds = "、".join(f"{name} {count}" for name, count in sorted(result.kinds.items()))
    lines = (
        f"强制终止 {result.kills} 次（{kinds}），用时 {result.seconds:.0f} 秒，种子 {asked.seed}",
        f"告知已保存的操作 {result.steps} 步；终止时已写完而未及告知的 {result.beyond} 步",
        f"核验备份 {result.backups} 个；未到终止即已做完的 {result.ended_first} 次（不计入）",
        f"丢失、半步或损坏：{len(result.wrong)} 处",
        *(f"  {text}" for text in result.wrong[:20]),
    )
    print("\n".join(lines))  # noqa: T201
    return int(bool(result.wrong))


if __name__ == "__main__":
    sys.exit(main())

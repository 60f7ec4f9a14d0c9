"""Writing a workbook to its place: beside it first, then renamed. What stands in it: `sheets_xlsx`."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from zonedesk.domain.errors import ZonedeskError
from zonedesk.domain.messages import register
from zonedesk.domain.progress import Progress
from zonedesk.exchange.sheet_plan import OutSheet


class ExportError(ZonedeskError):
    """A workbook cannot be written; a file that was there is as it was."""

    code = "export.unwritable"


register(
    {
        "export.unwritable": "无法写入“{path}”，原有文件未改动。请关闭正在打开它的程序（Excel、WPS），检查只读属性和磁盘空间，或换一个文件名。",
        "export.no_folder": "文件夹“{path}”不存在，没有导出。请先建立该文件夹，或换一个位置。",
        "export.suffix": "“{path}”的扩展名不是 .xlsx，没有导出。请把文件名写成以 .xlsx 结尾。",
        "export.unknown_view": "没有名为“{name}”的导出内容。可选：{known}。",
    }
)


def write_sheets(path: Path, sheets: Sequence[OutSheet], progress: Progress) -> None:
    """Write the sheets to `path`: beside it first, then renamed. Raises ExportError, CancelledError."""
    # openpyxl takes 0.1 s and 6 MB, which nobody has to wait for who writes no workbook.
    from zonedesk.exchange.sheets_xlsx import Workbook, fill, save  # noqa: PLC0415

    path = Path(path)
    _check_target(path)
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise ExportError(path=str(path)) from error
    beside, book = Path(name), Workbook(write_only=True)
    try:
        fill(book, sheets, progress)
        save(book, beside)
        # mkstemp makes files that only their owner may read; a workbook is for others to read.
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        raise ExportError(path=str(path)) from error
    finally:
        for page in book.worksheets:
            # A sheet that was left half written keeps its part file open.
            if not page.closed:
                page.close()
        beside.unlink(missing_ok=True)


def _check_target(path: Path) -> None:
    if path.suffix.lower() != ".xlsx":
        raise ExportError("export.suffix", path=str(path))
    if not path.parent.is_dir():
        raise ExportError("export.no_folder", path=str(path.parent))
    # Renaming would go over a read-only file without asking, where the system lets it.
    if path.is_dir() or (path.exists() and not _is_writable(path)):
        raise ExportError(path=str(path))


def _is_writable(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o200) and os.access(path, os.W_OK)

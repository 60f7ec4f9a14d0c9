"""Reading a workbook of any kind into bare cells. Runs in the parsing process; told apart by content."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
import zlib
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from zonedesk.exchange.xlsx_probe import MAX_AREA, Probe, UnreadableError, probe

__all__ = ["UnreadableError", "read_cells"]

Sheet = tuple[str, bool, list[list[Any]], list[tuple[int, int, int, int]], list[tuple[int, int]]]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def read_cells(path: str, password: str | None) -> list[Sheet]:
    """All sheets of the file; `UnreadableError` says why there are none."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableError("import.no_file") from error
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableError("import.empty")
    if data.startswith(b"PK"):
        return _read_zip(data)
    if data.startswith(_OLE):
        return _read_ole(data, password)
    if path.lower().endswith((".csv", ".txt")):
        return [("CSV", True, _read_csv(data), [], [])]
    raise UnreadableError("import.not_a_workbook")


def _read_zip(data: bytes) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = probe(archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise UnreadableError("import.damaged") from error
    return _calamine(data, found)


def _read_ole(data: bytes, password: str | None) -> list[Sheet]:
    if _ENCRYPTED_PACKAGE in data:
        return _read_zip(_decrypt(data, password))
    try:
        return _calamine(data, {})
    except PasswordError:
        return _calamine(_decrypt(data, password), {})


def _decrypt(data: bytes, password: str | None) -> bytes:
    import msoffcrypto  # noqa: PLC0415 - slow to load and seldom needed
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError  # noqa: PLC0415

    if not password:
        raise UnreadableError("import.password_needed")
    plain = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        office.load_key(password=password)
        office.decrypt(plain)
    except InvalidKeyError as error:
        raise UnreadableError("import.password_wrong") from error
    except (DecryptionError, FileFormatError) as error:
        # The agile scheme tells a wrong password only by what it decrypts to.
        raise UnreadableError("import.password_wrong") from error
    return plain.getvalue()


def _calamine(data: bytes, probes: dict[str, Probe]) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            _sheet(book, meta.name, meta.visible == SheetVisibleEnum.Visible, probes.get(meta.name))
            for meta in book.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        ]
    except PasswordError:
        raise
    except CalamineError as error:
        raise UnreadableError("import.damaged") from error


def _sheet(book: CalamineWorkbook, name: str, visible: bool, found: Probe | None) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    if (sheet.total_height or 0) * (sheet.total_width or 0) > MAX_AREA:
        raise UnreadableError("import.too_wide", sheet=name)
    rows = sheet.to_python(skip_empty_area=False)
    merged = [(r0, c0, r1, c1) for (r0, c0), (r1, c1) in sheet.merged_cell_ranges or ()]
    return (name, visible, rows, merged, found.uncached if found else [])


def _read_csv(data: bytes) -> list[list[Any]]:
    # “Unicode 文本” as Excel saves it is UTF-16 and says so by its first two bytes.
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        sample = text[:4096]
        separator = "\t" if sample.count("\t") > sample.count(",") else ","
        lines = io.StringIO(text, newline=None)  # old Macs end their lines with \r alone
        try:
            rows: list[list[Any]] = [list(row) for row in csv.reader(lines, delimiter=separator, strict=True)]
        except csv.Error as error:  # a quotation mark that is never closed swallows all that follows
            raise UnreadableError("import.damaged") from error
        width = max(map(len, rows), default=0)
        return [row + [""] * (width - len(row)) for row in rows]
    raise UnreadableError("import.not_a_workbook")

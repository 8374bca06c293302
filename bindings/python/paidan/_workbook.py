"""The rows of an Excel sheet as the engine's tables want them, and what was odd about the workbook.

Values are read by python-calamine. It gives a blank for a formula without a stored value and for an error value, and makes room
for every cell between the first and the last: so the sheet's own XML is looked through first. What cannot be meant goes to the
engine's tables behind `MARK`: in a column that is read it is an error there, which names the cell; elsewhere it does no harm.
"""

from __future__ import annotations

import datetime
import html
import os
import posixpath
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from . import _paidan
from ._errors import Error, InvalidInput

MAX_BYTES = 256 << 20
"""Of a file, and of all parts of a workbook unpacked."""
MAX_CELLS = 20_000_000
"""Of the rectangle that holds all cells."""
MAX_TEXT = 512 << 20
"""Bytes of all texts, each as often as it occurs."""
MARK = "\ue000"
"""Before a formula without a stored value, an error value, a number that lost digits (CellReader knows it)."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Every run is bounded or stops at the next cell: a hostile sheet is read in linear time.
_CELL = re.compile(
    rb"<(?:\w{1,20}:)?c\b([^<>]{0,400}?)"
    rb"(/>|>((?:[^<]|<(?!/?(?:\w{1,20}:)?(?:c|row)\b)){0,70000})</(?:\w{1,20}:)?c>)"
)
_AT = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb'<(?:\w{1,20}:)?row\b[^<>]{0,400}?\br="(\d{1,9})"')
_COLUMN = re.compile(rb'<(?:\w{1,20}:)?c\b[^<>]{0,400}?\br="([A-Z]{1,3})')
_VALUE = re.compile(rb"<(?:\w{1,20}:)?(?:v|t)\b[^<>]{0,400}>([^<]*)<")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)<)", re.DOTALL)
_ODD = re.compile(rb'<(?:\w+:)?f\b|\bt="e"')
_SHARED = re.compile(rb'<(?:\w{1,20}:)?c\b[^<>]{0,400}?\bt="s"[^<>]{0,400}><(?:\w{1,20}:)?v>(\d{1,9})<')


@dataclass
class Sheet:
    """Rows from the sheet's first one on."""

    rows: list[list[Any]]
    notices: list[Error] = field(default_factory=list)


def _error(code: str, **parameters: object) -> Error:
    return _paidan.make_error(code, "", 0, {name: str(value) for name, value in parameters.items()})


def _fail(code: str, **parameters: object) -> InvalidInput:
    return InvalidInput([_error(code, **parameters)])


def too_large(limit: int, unit: str, unit_zh: str) -> InvalidInput:
    return _fail("too_large", limit=limit, unit=unit, unit_zh=unit_zh)


def _xml(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    data = archive.read(name)
    if b"<!DOCTYPE" in data:  # no workbook has one; entities could grow without end
        raise ElementTree.ParseError("a document type")
    return ElementTree.fromstring(data)


def _parts(archive: zipfile.ZipFile) -> dict[str, tuple[str, bool]]:
    """Sheet name → its part of the archive, and whether it is shown."""
    book = _xml(archive, "xl/workbook.xml")
    links = {
        link.get("Id"): posixpath.normpath(posixpath.join("xl", link.get("Target", "")).replace("xl//xl/", "xl/"))
        for link in _xml(archive, "xl/_rels/workbook.xml.rels")
    }
    return {
        sheet.get("name", ""): (links[sheet.get(_LINK)].lstrip("/"), sheet.get("state", "visible") == "visible")
        for sheet in book.iter(f"{_MAIN}sheet")
    }


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_size(archive: zipfile.ZipFile, xml: bytes) -> None:
    """Bounds of the memory that reading takes."""
    last_row = max(map(int, _ROW.findall(xml)), default=0)
    last_column = max(map(_column, set(_COLUMN.findall(xml))), default=0)
    if last_row * last_column > MAX_CELLS:
        raise too_large(MAX_CELLS, f"cells (up to row {last_row}, column {last_column})", "个单元格")
    if "xl/sharedStrings.xml" not in archive.namelist():
        return
    shared = archive.read("xl/sharedStrings.xml")
    sizes = [len(text) for text in re.split(rb"</(?:\w+:)?si>", shared)]
    counts = Counter(_SHARED.findall(xml))
    if sum(sizes[int(k)] * n for k, n in counts.items() if int(k) < len(sizes)) > MAX_TEXT:
        raise too_large(MAX_TEXT, "bytes of text", "字节文本")


def _odd_cells(xml: bytes) -> dict[tuple[int, int], str]:
    """(row, column), from 1 → what reading would make a blank of: formulas without a stored value, error values."""
    odd: dict[tuple[int, int], str] = {}
    if not _ODD.search(xml):
        return odd
    for cell in _CELL.finditer(xml):
        head, inner = cell.group(1), cell.group(3) or b""
        formula = _FORMULA.search(inner)
        value = _VALUE.search(inner)
        text = _unescaped(value.group(1)) if value else ""
        if b't="e"' in head:
            what = text if text.startswith("#") else "#"
        elif formula is not None and not text and not (b't="str"' in head and value is not None):
            what = "=" + _unescaped(formula.group(1) or b"")
        else:
            continue
        place = _AT.search(head)
        if place is None:
            raise KeyError("a cell without its place")
        odd[int(place.group(2)), _column(place.group(1))] = MARK + what
    return odd


def _unescaped(text: bytes) -> str:
    return html.unescape(text.decode("utf-8", "replace")).strip()


def read(path: str, sheet: str | None) -> Sheet:
    """Of the sheet of that name, else of the first one that is shown. Raises InvalidInput."""
    name = os.path.basename(path)
    with open(path, "rb") as file:
        start = file.read(8)
    if start == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise _fail("protected_workbook", name=name)
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
                raise too_large(MAX_BYTES, "bytes when unpacked", "字节(解压后)")
            parts = _parts(archive)
            chosen, notices = _choose(parts, sheet)
            xml = archive.read(parts[chosen][0])
            _check_size(archive, xml)
            odd = _odd_cells(xml)
    except InvalidInput:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        ElementTree.ParseError,
        LookupError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
    ):
        raise _fail("broken_workbook", name=name) from None
    rows, merged = _rows(path, chosen, name)
    for (row, column), what in odd.items():
        rows += [[] for _ in range(row - len(rows))]  # within MAX_CELLS
        if row <= len(rows):
            rows[row - 1] += [""] * (column - len(rows[row - 1]))
            rows[row - 1][column - 1] = what
    if spread := _spread(rows, merged):
        notices.append(_error("merged_cells", count=spread))
    return Sheet(rows=rows, notices=notices)


def _spread(rows: list[list[Any]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> int:
    """A value that is seen beside several rows, as their cells are merged, is that of each; how many cells it filled.

    Headings and what stands above them are left alone: they are no rows of the table.
    """
    heading = next((k for k, row in enumerate(rows) if sum(cell != "" for cell in row) > 1), len(rows))
    filled = 0
    for (first, column), (last, _) in sorted(merged):
        if first <= heading or first >= len(rows) or column >= len(rows[first]) or rows[first][column] == "":
            continue
        for row in rows[first + 1 : last + 1]:
            row += [""] * (column + 1 - len(row))
            if row[column] == "":
                row[column] = rows[first][column]
                filled += 1
    return filled


def _choose(parts: dict[str, tuple[str, bool]], sheet: str | None) -> tuple[str, list[Error]]:
    if sheet is not None:
        if sheet not in parts:
            raise _fail("no_sheet", value=sheet, known=", ".join(parts))
        return sheet, []
    shown = [name for name, (_, visible) in parts.items() if visible]
    if not shown:
        raise _fail("no_sheet", value="", known=", ".join(parts))
    others = [name for name in parts if name != shown[0]]
    notices = [_error("other_sheets", sheet=shown[0], others=", ".join(others))] if others else []
    return shown[0], notices


def _rows(path: str, sheet: str, name: str) -> tuple[list[list[Any]], list[tuple[tuple[int, int], tuple[int, int]]]]:
    """The rows, and (first, last) cell of each merged range, from 0."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        page = book.get_sheet_by_name(sheet)
        rows = page.to_python(skip_empty_area=False)
        merged = page.merged_cell_ranges or []
    except (python_calamine.CalamineError, OSError):
        raise _fail("broken_workbook", name=name) from None
    for row in rows:
        for column, value in enumerate(row):
            if isinstance(value, float):
                if abs(value) >= 1e15:  # more digits than a number keeps: an id of 17 digits is another one by now
                    row[column] = f"{MARK}{value:.15g}"
            elif isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
                row[column] = _moment(value)
        while row and row[-1] == "":
            row.pop()
    return rows, merged


def _moment(value: Any) -> Any:
    """Times are fractions of a day: 14:00 may come some microseconds off; a whole day in a cell of times is 24:00."""
    if isinstance(value, datetime.datetime):
        if not value.microsecond:
            return value
        near = (value + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
        return near if abs(near - value) <= datetime.timedelta(milliseconds=10) else value
    if isinstance(value, datetime.date):
        return "24:00" if value in (datetime.date(1900, 1, 1), datetime.date(1904, 1, 2)) else value
    if value.microsecond:
        near = _moment(datetime.datetime.combine(datetime.date(2000, 1, 1), value))
        return "24:00" if near.date() > datetime.date(2000, 1, 1) else near.time()
    return value

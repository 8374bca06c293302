"""A planned week as one Excel workbook: the tables of the CSV files, for people."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paidan.report.words import Language, word
from paidan.week.tables import TABLES, Cell, Column, Figure, Table

if TYPE_CHECKING:
    from paidan.week.run import Week

MOST_ROWS = 1_048_575
"""Of a sheet, below its heading. What is more goes on in another one."""
LONGEST = 32_767
"""Characters of a cell."""
WIDEST = 60
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(path: Path, weeks: Mapping[str, Week], *, language: Language, text: Callable[[str], str]) -> list[str]:
    """The week's tables, a sheet each; what had to be cut off, as sentences. ``text`` masks what is personal."""
    sheets = [(_in(table, language), *_told(table, weeks, language, text)) for table in TABLES]
    return write_sheets(path, sheets, language)


def write_sheets(
    path: Path, sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]], language: Language
) -> list[str]:
    """(name, headings, rows) of each sheet. The same rows give the same bytes."""
    import xlsxwriter  # type: ignore[import-untyped]

    said: list[str] = []
    out = io.BytesIO()  # first as a whole: a file is never left half written
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    # The time of writing is the only thing that would differ from run to run.
    book.set_properties({"created": dt.datetime(2000, 1, 1)})
    pen = _Pen(book)
    for name, head, rows in sheets:
        left = iter(rows)
        for number in count(1):
            part = list(islice(left, MOST_ROWS))
            if number > 1 and not part:
                break
            sheet = name if number == 1 else f"{name} {number}"
            cut = _sheet(book.add_worksheet(sheet), head, part, pen)
            if cut:
                said.append(word("cut_cells", language, path=path, sheet=sheet, n=cut, most=LONGEST))
    book.close()
    path.write_bytes(out.getvalue())
    return said


def _in(one: Table | Column, language: Language) -> str:
    return one.zh if language == "zh" else one.en


def _told(
    table: Table, weeks: Mapping[str, Week], language: Language, text: Callable[[str], str]
) -> tuple[list[str], Iterator[list[Cell]]]:
    """Headings and rows in the words of the language, without the columns that only programs want."""
    kept = [k for k, column in enumerate(table.columns) if not column.code]

    def told(cell: Cell, column: Column) -> Cell:
        if not isinstance(cell, str):
            return cell
        return word(column.words + cell, language) if column.words is not None and cell else text(cell)

    rows = ([told(row[k], table.columns[k]) for k in kept] for row in table.rows(weeks, language))
    return [_in(table.columns[k], language) for k in kept], rows


class _Pen:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        self.date = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"})
        # Stays a text when somebody edits the cell, too.
        self.text = book.add_format({"quote_prefix": True})
        self.forms: dict[str, Any] = {}

    def form(self, figure: Figure) -> Any:
        code = figure.form.cell
        if code not in self.forms:
            self.forms[code] = self.book.add_format({"num_format": code})
        return self.forms[code]


def _sheet(page: Any, head: Sequence[str], rows: Sequence[Sequence[Cell]], pen: _Pen) -> int:
    """Writes it; how many texts were too long for a cell."""
    cut = 0
    widths = [_width(one) for one in head]
    for column, heading in enumerate(head):
        page.write_string(0, column, heading, pen.head)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if len(cell) > LONGEST:
                    cell = cell[: LONGEST - 1] + "…"
                    cut += 1
                if cell:
                    page.write_string(number, column, cell, pen.text if cell.startswith(FORMULA) else None)
                    widths[column] = max(widths[column], _width(cell))
            else:
                widths[column] = max(widths[column], _number(page, number, column, cell, pen))
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
    for column, width in enumerate(widths):
        page.set_column(column, column, min(width, WIDEST) + 2)
    return cut


def _number(page: Any, row: int, column: int, cell: int | dt.date | dt.datetime | Figure | None, pen: _Pen) -> int:
    """Writes what is no text; how many characters it takes."""
    if cell is None:
        return 0
    if isinstance(cell, dt.datetime):  # a workbook knows no zones: local, as on the page
        page.write_datetime(row, column, cell.replace(tzinfo=None), pen.moment)
        return 19
    if isinstance(cell, dt.date):
        page.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), pen.date)
        return 10
    if isinstance(cell, Figure):
        page.write_number(row, column, cell.value, pen.form(cell))
        return 8
    page.write_number(row, column, cell)
    return len(str(cell))


def _width(text: str) -> int:
    """In the width of a digit: a Chinese sign takes two."""
    return sum(2 if sign > "\u2e7f" else 1 for sign in text[: WIDEST + 1])

"""A planned week as files beside the page: CSV tables and JSON documents that a host reads on with."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from paidan.report.words import Language
from paidan.week.tables import TABLES, Cell, Figure, Table

if TYPE_CHECKING:
    from paidan.week.run import Week

_DOCUMENT = re.compile(r"(plan|problem)-\d{4}-\d{2}-\d{2}\.json")
LIST = "paidan-documents.txt"
"""Names of the days that were written as JSON, so that a later run can take them away."""
FILES = tuple(f"{table.name}.csv" for table in TABLES)


def write(
    folder: Path, weeks: Mapping[str, Week], *, language: Language, text: Callable[[str], str], documents: bool
) -> list[Path]:
    """A CSV for each of ``TABLES``, and with ``documents`` problem and plan of every day as JSON. ``text`` masks what is
    personal.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = [_csv(folder / f"{table.name}.csv", table, weeks, language, text) for table in TABLES]
    _forget_documents(folder)
    # A problem holds names and addresses as they are, and a plan means nothing without it.
    for day in weeks["ours"].days if documents else ():
        for kind, document in (("problem", day.problem), ("plan", day.plan)):
            if document is not None:
                path = folder / f"{kind}-{day.date}.json"
                path.write_text(document.to_json(), encoding="utf-8")
                written.append(path)
    if names := [path.name for path in written if path.suffix == ".json"]:
        (folder / LIST).write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    return written


def _forget_documents(folder: Path) -> None:
    """Days that an earlier run wrote here, by the list it left: nothing else is removed."""
    listed = folder / LIST
    if not listed.is_file():
        return
    for name in listed.read_text(encoding="utf-8").splitlines():
        if _DOCUMENT.fullmatch(name):
            (folder / name).unlink(missing_ok=True)
    listed.unlink()


def _csv(path: Path, table: Table, weeks: Mapping[str, Week], language: Language, text: Callable[[str], str]) -> Path:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows(weeks, language):
        writer.writerow([_plain(cell, text) for cell in row])
    # With the mark, spreadsheet programs read it as UTF-8.
    path.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    return path


def _plain(cell: Cell, text: Callable[[str], str]) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _safe(text(cell))
    if isinstance(cell, Figure):
        return cell.text.replace(",", "")
    if isinstance(cell, dt.datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S")
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _safe(cell: str) -> str:
    """A text that a spreadsheet program would run as a formula stays a text."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _number(cell) else cell


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True

"""The host's own headings, shared out to the tables that have them."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path

from paidan import frames
from paidan.report.words import word

ROADS = ("nodes.", "edges.")
HEADING_ROWS = 30
"""Among the first lines stand the headings."""


@dataclass(kw_only=True)
class OwnColumns:
    week: list[str] = field(default_factory=list)
    """KNOWN=OWN of the orders and the technicians."""
    actual: dict[str, str] = field(default_factory=dict)
    """Own heading to the known one."""
    roads: list[str] = field(default_factory=list)


def said(options: argparse.Namespace) -> list[str]:
    """From the words and from the file."""
    own = list(options.column)
    if options.columns is not None:
        try:
            mapping = json.loads(options.columns.read_text(encoding="utf-8"))
        except ValueError as wrong:
            raise SystemExit(f"{options.columns}: {wrong}") from None
        if not isinstance(mapping, dict):
            raise SystemExit(word("no_mapping", options.lang, path=options.columns))
        for known, heading in mapping.items():
            if isinstance(heading, dict):  # {"orders": {"预约时间": "约定"}}
                own += [f"{known}.{name}={one}" for name, one in heading.items()]
            elif not isinstance(heading, str):
                raise SystemExit(word("no_mapping", options.lang, path=options.columns))
            else:
                own.append(f"{known}={heading}")
    return own


def _names(kind: str) -> set[str]:
    return {name for column in frames.headings(kind) for name in (column.name, column.zh)}


def _begins(path: Path) -> str:
    table = frames._table(path)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return "\n".join(table.decode(encoding).splitlines()[:HEADING_ROWS])
        except UnicodeDecodeError:
            continue
    return ""


def share_out(options: argparse.Namespace) -> OwnColumns:
    """A mapping that no table of this run could use is refused, not ignored."""
    made = OwnColumns()
    of_actual = _names("actual")
    of_week = _names("orders") | _names("technicians")
    heads = _begins(options.actual) if options.actual is not None and options.actual.is_file() else ""
    for text in said(options):
        known, _, own = text.partition("=")
        table, dot, column = known.partition(".")
        if dot and f"{table}." in ROADS:
            if options.roads is None:
                raise SystemExit(word("column_of_no_table", options.lang, column=text, option="--roads"))
            made.roads.append(text)
        elif dot and table == "actual":
            if options.actual is None:
                raise SystemExit(word("column_of_no_table", options.lang, column=text, option="--actual"))
            if column not in of_actual or not own:
                listed = ", ".join(f"{one.name}/{one.zh}" for one in frames.headings("actual"))
                raise SystemExit(word("no_actual_column", options.lang, column=text, known=listed))
            made.actual[own] = column
        else:
            if not dot and known in of_actual and own and own in heads:
                made.actual.setdefault(own, known)
                if known not in of_week:
                    continue
            elif not dot and known in of_actual - of_week:
                raise SystemExit(word("column_of_no_table", options.lang, column=text, option="--actual"))
            made.week.append(text)
    return made


def save(options: argparse.Namespace) -> None:
    """What `--columns` reads, once it has proved to fit the tables."""
    if options.save_columns is None:
        return
    pairs: dict[str, str] = {}
    for known, _, heading in (text.partition("=") for text in said(options)):
        if known in pairs:
            raise SystemExit(word("twice_mapped", options.lang, column=known))
        pairs[known] = heading
    options.save_columns.write_text(json.dumps(pairs, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

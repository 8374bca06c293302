"""One file of many cities: a page for each, and one for all that adds up. Each city is a week of its own."""

from __future__ import annotations

import argparse
import csv
import io
import multiprocessing
import re
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import paidan
from paidan import _paidan, frames
from paidan.report.build import html
from paidan.report.order import natural
from paidan.report.words import Language, notice_text, word
from paidan.week.columns import save as save_columns
from paidan.week.national import COUNTS, Outcome, national_page, national_sheet
from paidan.week.page import plan_and_tell, text_of
from paidan.week.progress import Bar
from paidan.week.reading import Given, read_all
from paidan.week.written import Outputs, folder_of


@dataclass(frozen=True, kw_only=True)
class City:
    """One city's rows, each where it stands in the whole table, so that errors name the rows people see."""

    name: str
    orders: bytes
    technicians: bytes


def split(table: bytes, heading: str, name: str) -> dict[str, tuple[bytes, int]]:
    """City → the table with that city's rows alone, the others blank, and how many they are."""
    heading_row, headings, rows = _paidan.sheet_rows(table, name)
    if heading not in headings:
        known = ", ".join(one for one in headings if one)
        raise paidan.InvalidInput(
            [_paidan.make_error("no_column", name, heading_row, {"value": heading, "known": known})]
        )
    column = headings.index(heading)
    by_city: dict[str, list[tuple[int, Sequence[str]]]] = {}
    for row, cells in rows:
        own = by_city.setdefault(cells[column].strip(), [])
        own.append((row, ["", *cells[:column], *cells[column + 1 :]]))
    # It is understood, so nobody has to be told; the blank before keeps a heading `#` from being a comment.
    others = ["", *headings[:column], *headings[column + 1 :]]
    return {city: (_table(heading_row, others, own), len(own)) for city, own in by_city.items()}


def _table(heading_row: int, headings: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    out.write("\n" * (heading_row - 1))
    writer.writerow(headings)
    at = heading_row
    for row, cells in rows:
        out.write("\n" * (row - at - 1))
        writer.writerow(cells)
        at = row
    return out.getvalue().encode()


def cities_of(options: argparse.Namespace) -> tuple[list[City], dict[str, int]]:
    """The cities, and how many orders there are where nobody works."""
    orders = split(frames._table(options.orders, sheet=options.sheet), options.by, "orders")
    people = split(frames._table(options.technicians, sheet=options.technician_sheet), options.by, "technicians")
    nobody = {city: rows for city, (_, rows) in orders.items() if city not in people}
    return [
        City(name=city, orders=orders[city][0], technicians=people[city][0])
        for city in sorted(orders, key=natural)
        if city not in nobody
    ], nobody


def given_of(options: argparse.Namespace, city: City) -> Given:
    return read_all(options, orders=city.orders, technicians=city.technicians)


def page_name(city: str, taken: set[str]) -> str:
    """A file name that any system takes, once each."""
    plain = re.sub(r"[^\w\-]+", "_", city).strip("_") or "city"
    name, n = plain, 2
    while name.lower() in taken:
        name, n = f"{plain}-{n}", n + 1
    taken.add(name.lower())
    return name


def plan_city(work: tuple[argparse.Namespace, City, str]) -> Outcome:
    options, city, name = work
    language: Language = options.lang
    given = given_of(options, city)
    text = text_of(options, given.week.problem.orders)
    report, weeks = plan_and_tell(
        given,
        options,
        title=f"{city.name} · {word('title', language)}",
        provenance=f"{options.orders.name}, {options.technicians.name}",
    )
    folder = folder_of(options.report, language)
    (folder / f"{name}.html").write_text(html(report, language), encoding="utf-8")
    said = Outputs.of(options).write_city(name, weeks, text)
    week = weeks["ours"]
    counts = {key: week.total(key) for key in COUNTS if key not in ("jobs", "served", "left")}
    counts |= {"jobs": week.served + len(week.left), "served": week.served, "left": len(week.left)}
    return Outcome(
        city=city.name,
        counts=counts,
        travel_s=week.total("travel"),
        distance_m=week.total("distance_m"),
        unplaced=len(given.week.unplaced),
        page=f"{folder.name}/{name}.html",
        said=said,
    )


def run(options: argparse.Namespace) -> int:
    """Everything is read and judged before the first city is planned."""
    language: Language = options.lang
    said: dict[str, list[str]] = {}
    with warnings.catch_warnings(record=True) as sheets:
        warnings.simplefilter("always", paidan.Notice)
        cities, nobody = cities_of(options)
    for one in sheets:
        if isinstance(one.message, paidan.Notice):
            said[notice_text(one.message.notice, language)] = []
    for city, count in nobody.items():
        said[word("nobody_in", language, city=city or "–", n=count)] = []
    errors: list[paidan.Error] = []
    for one_city in cities:
        try:
            for notice in given_of(options, one_city).notices:
                said.setdefault(notice_text(notice, language), []).append(one_city.name)
        except paidan.InvalidInput as wrong:
            errors += wrong.errors
    if errors:
        raise paidan.InvalidInput(errors)
    save_columns(options)
    lines = [line + _where(names, len(cities), language) for line, names in said.items()]
    if options.datum is None:
        print(word("datum_assumed", language), file=sys.stderr)
    for line in lines:
        print(line, file=sys.stderr)
    folder_of(options.report, language).mkdir(exist_ok=True)
    Outputs.of(options).make_folders()
    taken: set[str] = set()
    processes = options.processes or 2
    options.threads = max(1, options.threads // processes)
    work = [(options, city, page_name(city.name, taken)) for city in cities]
    # The longest first, so that no process has it alone at the end.
    order = sorted(range(len(work)), key=lambda k: -len(work[k][1].orders))
    outcomes: list[Outcome | None] = [None] * len(work)
    with Bar("cities") as bar:
        for done, (k, outcome) in enumerate(_planned([work[k] for k in order], processes), 1):
            outcomes[order[k]] = outcome
            bar.show(done, len(work), outcome.city)
    finished = [one for one in outcomes if one is not None]
    options.report.write_text(html(national_page(finished, nobody, lines, options), language), encoding="utf-8")
    outputs = Outputs.of(options)
    said_of_files = [line for one in finished for line in one.said]
    said_of_files += outputs.write_national(national_sheet(finished, nobody, options))
    for line in said_of_files + outputs.left_out():
        print(line, file=sys.stderr)
    served = sum(one.counts["served"] for one in finished)
    jobs = sum(one.counts["jobs"] for one in finished) + sum(nobody.values())
    print(f"{word('served', language)} {served}/{jobs} → {options.report}")
    return 0


def _planned(work: Sequence[tuple[argparse.Namespace, City, str]], processes: int) -> Iterator[tuple[int, Outcome]]:
    if processes == 1:
        yield from enumerate(map(plan_city, work))
        return
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        yield from enumerate(pool.imap(plan_city, work, chunksize=1))


def _where(names: Sequence[str], of: int, language: Language) -> str:
    """Which cities a sentence is about."""
    if not names or of == 1:
        return ""
    if len(names) == of:
        return word("all_cities", language)
    shown = "、".join(names[:5]) if language == "zh" else ", ".join(names[:5])
    return f" ({shown}{' …' if len(names) > 5 else ''})"

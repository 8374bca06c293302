"""What the host gave, read and validated before any work begins; and what may be written."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

import paidan
from paidan import frames
from paidan.report.words import Language, word
from paidan.week import documents, inputs, results
from paidan.week.actual import ActualWeek, judge
from paidan.week.columns import share_out
from paidan.week.compare import of_known_orders
from paidan.week.jobs import WeekInput
from paidan.week.traffic import traffic_text, with_traffic
from paidan.week.written import Outputs, folder_of

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Given:
    """Everything the host gave, validated before any work begins."""

    week: WeekInput
    notices: list[paidan.Error]
    catalog: paidan.catalog.Catalog | None
    book: paidan.pricing.PriceBook | None
    policies: paidan.warranty.PolicySet | None
    actual: ActualWeek | None
    left_out: list[str]
    """What else the page has to say of the tables."""


def read_all(options: argparse.Namespace, *, orders: Any = None, technicians: Any = None) -> Given:
    """All errors of all tables at once. ``orders`` and ``technicians``: in place of the files."""
    errors: list[paidan.Error] = []
    notices: list[paidan.Error] = []

    def read(reader: Callable[[], T]) -> T | None:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always", paidan.Notice)
            try:
                return reader()
            except paidan.InvalidInput as error:
                errors.extend(error.errors)
                return None
            finally:
                notices.extend(one.message.notice for one in said if isinstance(one.message, paidan.Notice))

    days = options.days
    if options.until is not None:
        if options.first_day is None:
            raise SystemExit(word("until_needs_first", options.lang))
        days = (options.until - options.first_day).days + 1
        if days < 1:
            raise SystemExit(word("until_before_first", options.lang))

    columns = share_out(options)
    catalog = read(lambda: documents.catalog(options.catalog)) if options.catalog else None
    week = read(
        lambda: inputs.read_week(
            options.orders if orders is None else orders,
            options.technicians if technicians is None else technicians,
            zone=options.zone,
            datum=options.datum or "gcj02",
            speed_kmh=options.speed,
            catalog=catalog,
            first_day=options.first_day,
            days=days,
            date_order=options.date_order,
            columns=columns.week,
            sheet=options.sheet,
            technician_sheet=options.technician_sheet,
            places=options.places,
            preset=options.preset,
        )
    )
    left_out: list[str] = []
    if options.roads is not None:
        roads = read(lambda: read_roads(options, columns.roads))
        if roads is not None and week is not None:
            straight = week
            week = read(lambda: by_road(straight, roads))
            left_out.append(word("roads_used", options.lang, nodes=len(roads.nodes), edges=len(roads.edges)))
    else:
        left_out.append(word("straight_used", options.lang, speed=f"{options.speed:g}"))
    if options.traffic and week is not None:
        free = week
        week = read(lambda: with_traffic(free, options.traffic))
        left_out.append(traffic_text(options.traffic, options.lang))
    if week is not None and (buffered := sum(order.buffer > dt.timedelta() for order in week.problem.orders)):
        left_out.append(word("buffers_used", options.lang, n=buffered))
    book = read(lambda: documents.prices(options.prices)) if options.prices else None
    policies = read(lambda: documents.policies(options.policies)) if options.policies else None
    actual = None
    rows = read(lambda: read_rows(options, columns.actual)) if options.actual else None
    if rows is not None and week is not None:
        rows, named = by_name(week, rows)
        if named:
            left_out.append(word("technicians_by_name", options.lang, n=named))
        rows, unplaced = of_known_orders(week, rows)
        if unplaced:
            left_out += [word("unplaced_actual", options.lang, n=len(unplaced), orders=", ".join(unplaced))]
        given, done = week, rows
        actual = read(lambda: judge(given, done))
    if errors or week is None:
        raise paidan.InvalidInput([*map(for_readers, errors)])
    return Given(
        week=week,
        notices=[for_readers(one) for one in [*notices, *week.notices]],
        catalog=catalog,
        book=book,
        policies=policies,
        actual=actual,
        left_out=left_out,
    )


def read_roads(options: argparse.Namespace, columns: list[str]) -> paidan.RoadData:
    nodes, edges = options.roads
    return paidan.desk.roads(
        frames._table(nodes),
        frames._table(edges),
        columns=columns,
        datum=options.datum,
        speed_metres_per_hour=round(options.speed * 1000),
    )


def by_road(week: WeekInput, roads: paidan.RoadData) -> WeekInput:
    """With the ways of the network in place of straight lines; stopping takes as long as it does without.

    An order too far from every road is left out and said; a technician's home there is an error.
    """
    try:
        matrix = paidan.road_matrix(week.problem, roads)
    except paidan.InvalidInput as wrong:
        places = week.problem.locations
        far = {places[int(one.path.removeprefix("locations[").partition("]")[0])].id for one in wrong.errors}
        homes = {person.home for person in week.problem.technicians}
        if far & homes or {one.code for one in wrong.errors} != {"far_from_road"}:
            raise
        for one in wrong.errors:
            warnings.warn(paidan.Notice(one), stacklevel=2)
        left = week.problem.with_(
            orders=[order for order in week.problem.orders if order.location not in far],
            locations=[place for place in places if place.id not in far],
        )
        jobs = [job for job in week.jobs if job.order.location not in far]
        lost = [(job.id, job.place) for job in week.jobs if job.order.location in far]
        return by_road(replace(week, problem=left, jobs=jobs, far=[*week.far, *lost]), roads)
    seconds = matrix.seconds.copy()
    away = (seconds >= 0) & ~np.eye(matrix.size, dtype=bool)
    seconds[away] += int(inputs.STOP.total_seconds())
    profile = paidan.TravelProfile(id="car", matrix=paidan.MatrixData(seconds, matrix.metres))
    return replace(week, problem=week.problem.with_(profiles=[profile]))


def read_rows(options: argparse.Namespace, columns: dict[str, str]) -> list[paidan.ActualVisit]:
    """What really happened."""
    return frames.read_actual(options.actual, zone=options.zone, columns=columns, date_order=options.date_order)


def by_name(week: WeekInput, rows: list[paidan.ActualVisit]) -> tuple[list[paidan.ActualVisit], int]:
    """Technicians under their names get their ids, where only one of them is called so; how many rows."""
    ids = {person.id for person in week.problem.technicians}
    names = Counter(person.name for person in week.problem.technicians)
    known = {person.name: person.id for person in week.problem.technicians if names[person.name] == 1}
    made = [
        row.with_(technician=known[row.technician]) if row.technician not in ids and row.technician in known else row
        for row in rows
    ]
    return made, sum(one.technician != row.technician for one, row in zip(made, rows, strict=True))


def for_readers(one: paidan.Error) -> paidan.Error:
    """With the table's name in place of where it stands in the engine."""
    path = re.sub(r"^visits\[\d+\]", "actual", one.path)
    path = "" if re.match(r"locations\b", path) else path
    if path == one.path:
        return one
    en, zh = (
        text.removeprefix(one.path).removeprefix(": ").removeprefix(":")
        if not path
        else path + text.removeprefix(one.path)
        for text in (one.message_en, one.message_zh)
    )
    return replace(one, path=path, message_en=en, message_zh=zh)


def refuse_outputs(options: argparse.Namespace, language: Language) -> None:
    """Before any work: nothing is written over what is read, and every output can be written."""
    inputs_given = [
        options.orders,
        options.technicians,
        options.catalog,
        options.prices,
        options.policies,
        options.actual,
        options.places,
        *(options.roads or ()),
    ]
    read = {path.resolve() for path in [*inputs_given, options.columns] if path is not None}
    outputs = Outputs.of(options)
    for path in outputs.folders:  # `week.xls` is no folder that anybody means
        if path.suffix.lower() in (".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".json", ".zip") and not path.is_dir():
            raise SystemExit(word("results_suffix", language, path=path))
    files = [path for path in (options.report, options.save_columns, *outputs.workbooks) if path is not None]
    seen: set[Path] = set()
    for path in [*files, *outputs.folders]:
        if path.resolve() in seen:
            raise SystemExit(word("same_output", language, path=path))
        seen.add(path.resolve())
    for path in files:
        if path.resolve() in read:
            raise SystemExit(word("output_is_input", language, path=path))
        try:
            if path.is_dir():
                raise SystemExit(word("output_is_folder", language, path=path))
            folder = path.resolve().parent
            if not folder.is_dir():
                raise SystemExit(word("no_folder", language, path=folder))
            writable = _writable(path if path.exists() else folder)
        except PermissionError:  # it cannot even be looked at
            writable = False
        if not writable:
            raise SystemExit(word("not_writable", language, path=path))
    for sheet, table in (("sheet", options.orders), ("technician_sheet", options.technicians)):
        if getattr(options, sheet) is not None and table.suffix.lower() not in (".xlsx", ".xlsm"):
            raise SystemExit(word("sheet_of_csv", language, option="--" + sheet.replace("_", "-"), path=table))
    for given in outputs.folders:
        existing = next(one for one in [given.resolve(), *given.resolve().parents] if one.exists())
        if not existing.is_dir() or not _writable(existing):
            raise SystemExit(word("not_writable", language, path=given))
        for name in results.FILES:
            if (given / name).resolve() in read:
                raise SystemExit(word("output_is_input", language, path=given / name))
    if options.by is not None:  # each city has a folder or a file there, whatever it is called
        beside = [folder_of(path, language) for path in (options.report, *outputs.workbooks)]
        for folder in (*outputs.folders, *beside):
            inside = next((one for one in read if folder.resolve() in one.parents), None)
            if inside is not None:
                raise SystemExit(word("input_inside_output", language, path=inside, folder=folder))
            if folder.exists() and not (folder.is_dir() and _writable(folder)):
                raise SystemExit(word("not_writable", language, path=folder))


def _writable(path: Path) -> bool:
    """Tried, not asked: rights are not all that can stand in the way."""
    try:
        if path.is_dir():
            with tempfile.TemporaryFile(dir=path):
                return True
        with path.open("r+b"):
            return True
    except OSError:
        return False

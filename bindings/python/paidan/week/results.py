"""A planned week as tables and documents beside the page: what a host reads on with."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import paidan
from paidan.report.build import nearest_misses
from paidan.report.figures import MEASURES
from paidan.report.order import natural
from paidan.week import compare

if TYPE_CHECKING:
    from paidan.week.run import Week

VISITS = (
    "day",
    "technician",
    "technician_name",
    "stop",
    "order",
    "order_name",
    "place",
    "leave",
    "arrival",
    "start",
    "end",
    "appointment_from",
    "appointment_to",
    "late_minutes",
    "minutes",
    "skills",
    "parts",
)
ORDERS = (
    "day",
    "order",
    "order_name",
    "place",
    "state",
    "technician",
    "start",
    "appointment_from",
    "appointment_to",
    "carried",
)
SHIFTS = (
    "day",
    "technician",
    "technician_name",
    "visits",
    "shift_s",
    "travel_s",
    "service_s",
    "waiting_s",
    "breaks_s",
    "overtime_s",
    "work_so_far_s",
    "distance_m",
    "levels_unused",
)
UNASSIGNED = ("day", "order", "order_name", "place", "nearest", "families", "reason")
_DOCUMENT = re.compile(r"(plan|problem)-\d{4}-\d{2}-\d{2}\.json")
LIST = "paidan-documents.txt"
"""Names of the days that were written as JSON, so that a later run can take them away."""
JUDGED = "judged.csv"
FILES = (JUDGED, "orders.csv", "visits.csv", "shifts.csv", "unassigned.csv", "figures.csv")
FIGURES = ("figure", "week", "value")


def write(
    folder: Path,
    weeks: Mapping[str, Week],
    *,
    language: str,
    text: Callable[[str], str],
    documents: bool,
    compared: compare.Comparison | None = None,
) -> list[Path]:
    """orders.csv, visits.csv, shifts.csv, unassigned.csv, figures.csv, with ``compared`` judged.csv, and with
    ``documents`` problem and plan of every day as JSON. ``text`` masks what is personal.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ours = weeks["ours"]
    written = [
        _table(folder / "orders.csv", ORDERS, _orders(ours), text),
        _table(folder / "shifts.csv", SHIFTS, _shifts(ours), text),
        _table(folder / "visits.csv", VISITS, _visits(ours), text),
        _table(folder / "unassigned.csv", UNASSIGNED, _unassigned(ours, language), text),
        _table(folder / "figures.csv", FIGURES, _figures(weeks), text),
    ]
    judged = folder / JUDGED
    if compared is not None:
        written.append(_table(judged, compare.COLUMNS, compare.records(compared), text))
    elif judged.is_file():  # of an earlier run: it would be taken for this one's
        judged.unlink()
    _forget_documents(folder)
    # A problem holds names and addresses as they are, and a plan means nothing without it.
    for day in ours.days if documents else ():
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


def _table(path: Path, head: tuple[str, ...], rows: Iterable[tuple[object, ...]], text: Callable[[str], str]) -> Path:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_safe(text(str(cell))) if isinstance(cell, str) else cell for cell in row])
    # With the mark, spreadsheet programs read it as UTF-8.
    path.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    return path


def _safe(cell: str) -> str:
    """A text that a spreadsheet program would run as a formula stays a text."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _number(cell) else cell


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _clock(moment: dt.datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%d %H:%M:%S")


def _visits(week: Week) -> Iterable[tuple[object, ...]]:
    for day in week.days:
        people = {person.id: person.name for person in day.problem.technicians}
        orders = {order.id: order for order in day.problem.orders}
        places = {place.id: place.name for place in day.problem.locations}
        called = {job.id: job.title or job.order.name for job in day.jobs}
        for route in sorted(day.routes, key=lambda one: natural(one.technician)):
            number = 0
            for stop in route.stops:
                if stop.order is not None:
                    number += 1
                    order = orders[stop.order]
                    low, high = _promise(order, stop.start)
                    late = max(dt.timedelta(), stop.start - high) if high is not None else dt.timedelta()
                    yield (
                        day.date.isoformat(),
                        route.technician,
                        people.get(route.technician, ""),
                        number,
                        order.id,
                        called.get(order.id, order.name),
                        places[order.location],
                        _clock(stop.departure),
                        _clock(stop.arrival),
                        _clock(stop.start),
                        _clock(stop.end),
                        _clock(low),
                        _clock(high),
                        -(-int(late.total_seconds()) // 60),
                        int((stop.end - stop.start).total_seconds()) // 60,
                        ";".join(f"{need.skill}:{need.level}" for need in order.skills),
                        ";".join(f"{part.part}:{part.quantity}" for part in order.parts),
                    )


def _orders(week: Week) -> Iterable[tuple[object, ...]]:
    """Every order on every day it was open: what became of it that day."""
    for day in week.days:
        stops = {stop.order: (route.technician, stop) for route in day.routes for stop in route.stops if stop.order}
        places = {place.id: place.name for place in day.problem.locations}
        jobs = {job.id: job for job in day.jobs}
        for order in sorted(day.problem.orders, key=lambda one: natural(one.id)):
            who, stop = stops.get(order.id, ("", None))
            low, high = _promise(order, stop.start if stop else day.problem.origin)
            job = jobs[order.id]
            yield (
                day.date.isoformat(),
                order.id,
                job.title or order.name,
                places[order.location],
                "served" if stop else "open",
                who,
                _clock(stop.start if stop else None),
                _clock(low),
                _clock(high),
                int(order.id in day.carried),
            )


def _shifts(week: Week) -> Iterable[tuple[object, ...]]:
    for day in week.days:
        people = {person.id: person for person in day.problem.technicians}
        orders = {order.id: order for order in day.problem.orders}
        unused: dict[str, int] = {}
        for route in day.routes:
            held = {skill.skill: skill.level for skill in people[route.technician].skills}
            unused[route.technician] = sum(
                held[need.skill] - need.level
                for stop in route.stops
                if stop.order
                for need in orders[stop.order].skills
            )
        for figures in sorted(day.report.kpis.technicians, key=lambda one: natural(one.technician)):
            spans = (figures.shift, figures.travel, figures.service, figures.waiting, figures.breaks, figures.overtime)
            yield (
                day.date.isoformat(),
                figures.technician,
                people[figures.technician].name,
                figures.jobs,
                *(int(span.total_seconds()) for span in (*spans, figures.work)),
                figures.distance_m,
                unused.get(figures.technician, 0),
            )


def _promise(order: paidan.Order, like: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    if order.promise is None:
        return None, None
    promise = order.promise
    zone = like.tzinfo
    return (promise.at - promise.before).astimezone(zone), (promise.at + promise.after).astimezone(zone)


def _unassigned(week: Week, language: str) -> Iterable[tuple[object, ...]]:
    for day in week.days:
        jobs = {job.id: job for job in day.jobs}
        for reason in day.reasons:
            job = jobs[reason.order]
            nearest = nearest_misses(reason)[0] if reason.technicians else None
            yield (
                day.date.isoformat(),
                reason.order,
                job.called(language) or job.order.name,
                job.place,
                "" if nearest is None else nearest.technician,
                "" if nearest is None else ";".join(nearest.families),
                "" if nearest is None else paidan.render.why_not(day.problem, nearest, language=language),
            )


def _figures(weeks: Mapping[str, Week]) -> Iterable[tuple[object, ...]]:
    for measure in MEASURES:
        for name, week in weeks.items():
            value = measure.value(week)
            yield measure.key, name, "" if value is None else measure.shown(value).replace(",", "")

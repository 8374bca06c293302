"""The tables of "try your own week": orders (工单), technicians (师傅), and the host's actual visits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import paidan
from paidan import frames
from paidan.week.jobs import Job, WeekInput, day_of, local_date

REPEAT = dt.timedelta(days=30)
"""A call at the same place within this time may be the same fault: somebody has to find out (待核实)."""


def read_week(
    orders: Path,
    technicians: Path,
    *,
    zone: str,
    datum: str,
    speed_kmh: float,
    catalog: paidan.catalog.Catalog | None = None,
) -> WeekInput:
    """All errors of both tables come at once, as ``paidan.InvalidInput`` with the rows of the sheets."""
    travel = paidan.StraightLineOptions(speed_metres_per_hour=round(speed_kmh * 1000), stop_seconds=240)

    def read(first_day: dt.date | None) -> paidan.Problem:
        return frames.read_problem(
            orders,
            technicians,
            zone=zone,
            datum=datum,
            catalog=catalog,
            travel=travel,
            first_day=first_day,
            days=1 if first_day else None,
        )

    try:
        problem = read(None)
    except paidan.InvalidInput as error:
        # A table without orders names no day; any will do for an empty plan.
        if [(one.code, one.path) for one in error.errors] != [("no_first_day", "first_day")]:
            raise
        problem = read(dt.date(1970, 1, 1))
    places = {place.id: place.name or place.id for place in problem.locations}
    first = local_date(problem.origin, zone)
    jobs = []
    latest: dict[str, dt.date] = {}
    by_day = sorted(problem.orders, key=lambda order: (day_of(order, first, zone), order.id))
    for order in by_day:
        entry = catalog.find(order.catalog) if catalog is not None and order.catalog else None
        day = max(first, day_of(order, first, zone))
        before = latest.get(order.location)
        latest[order.location] = day
        jobs.append(
            Job(
                order=order,
                day=day,
                to_verify="" if before is None or day - before >= REPEAT else str((day - before).days),
                title=entry.zh if entry is not None else order.name,
                title_en=entry.en if entry is not None else "",
                place=places[order.location],
            )
        )
    return WeekInput(problem=problem, jobs=jobs, zone=zone)


def horizon(week: WeekInput) -> tuple[dt.date, dt.date] | None:
    """First and last day that a job is for."""
    if not week.jobs:
        return None
    return min(job.day for job in week.jobs), max(job.day for job in week.jobs)

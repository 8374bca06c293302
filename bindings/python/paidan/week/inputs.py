"""The tables of "try your own week": orders (工单), technicians (师傅), and the host's actual visits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import paidan
from paidan import frames
from paidan.week.jobs import Job, WeekInput, day_of, local_date


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
    problem = frames.read_problem(
        orders,
        technicians,
        zone=zone,
        datum=datum,
        catalog=catalog,
        travel=paidan.StraightLineOptions(speed_metres_per_hour=round(speed_kmh * 1000), stop_seconds=240),
    )
    places = {place.id: place.name or place.id for place in problem.locations}
    first = local_date(problem.origin, zone)
    jobs = []
    for order in problem.orders:
        entry = catalog.find(order.catalog) if catalog is not None and order.catalog else None
        jobs.append(
            Job(
                order=order,
                day=max(first, day_of(order, first, zone)),
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

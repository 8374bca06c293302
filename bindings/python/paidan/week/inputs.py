"""The tables of "try your own week": orders (工单), technicians (师傅), and the host's actual visits."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Sequence
from pathlib import Path

import paidan
from paidan import frames
from paidan.week.jobs import Job, WeekInput, crew_mates, day_of, linked_groups, local_date

SPARE = 6
"""Days after the last one of the orders on which what is left over is planned on, where technicians work."""
STOP = dt.timedelta(minutes=4)
"""Parking and stairs, on every way between two places."""
MOST_DAYS = 92

REPEAT = dt.timedelta(days=30)
"""A call at the same place within this time may be the same fault: somebody has to find out (待核实)."""


def read_week(
    orders: Path | bytes,
    technicians: Path | bytes,
    *,
    zone: str,
    datum: str,
    speed_kmh: float,
    catalog: paidan.catalog.Catalog | None = None,
    first_day: dt.date | None = None,
    days: int | None = None,
    date_order: str = "stated",
    columns: Sequence[str] = (),
    sheet: str | None = None,
    technician_sheet: str | None = None,
    places: Path | None = None,
    preset: str = "punctual",
) -> WeekInput:
    """All errors of both tables come at once, as ``paidan.InvalidInput`` with the rows of the sheets.

    Without ``days`` the technicians have their shifts for ``SPARE`` days more than the orders name: what is left over at the
    end is planned on.
    """
    travel = paidan.StraightLineOptions(
        speed_metres_per_hour=round(speed_kmh * 1000), stop_seconds=int(STOP.total_seconds())
    )

    with warnings.catch_warnings(record=True) as of_workbooks:
        warnings.simplefilter("always", paidan.Notice)
        # Once: the tables are read for the days they name, and again for those after them.
        order_table = frames._table(orders, sheet=sheet)
        technician_table = frames._table(technicians, sheet=technician_sheet)
        place_table = None if places is None else frames._table(places)

    def read(first: dt.date | None, count: int | None) -> paidan.Problem:
        return frames.read_problem(
            order_table,
            technician_table,
            zone=zone,
            datum=datum,
            catalog=catalog,
            travel=travel,
            first_day=first,
            days=count,
            date_order=date_order,
            columns=columns,
            places=place_table,
            list_unplaced=True,
            objective=paidan.desk.objective(preset),
        )

    with warnings.catch_warnings(record=True) as notices:
        warnings.simplefilter("always", paidan.Notice)
        try:
            problem = read(first_day, days)
        except paidan.InvalidInput as error:
            # A table without orders names no day; any will do for an empty plan.
            if [(one.code, one.path) for one in error.errors] != [("no_first_day", "first_day")]:
                # Another sheet of the workbook may be the one that is meant.
                sheets = [one.message.notice for one in of_workbooks if isinstance(one.message, paidan.Notice)]
                raise paidan.InvalidInput([*error.errors, *sheets]) from None
            problem = read(dt.date(1970, 1, 1), 1)
            if problem.orders:
                raise
    said = [one.message.notice for one in [*of_workbooks, *notices] if isinstance(one.message, paidan.Notice)]
    first = local_date(problem.origin, zone)
    if days is None and problem.orders:
        last = max(first, *(day_of(order, first, zone) for order in problem.orders))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", paidan.Notice)
            problem = read(first, min(MOST_DAYS, (last - first).days + 1 + SPARE))
    called = {place.id: place.name or place.id for place in problem.locations}
    jobs = []
    calls: dict[str, dict[str, dt.date]] = {}
    """By place: the latest call of each group of linked orders, the last one last."""
    groups = linked_groups(problem.orders)
    mates = {mate.id for mate in crew_mates(problem.orders)}  # what there is to verify is said of the first
    by_day = sorted(problem.orders, key=lambda order: (day_of(order, first, zone), order.id))
    for order in by_day:
        entry = catalog.find(order.catalog) if catalog is not None and order.catalog else None
        day = max(first, day_of(order, first, zone))
        here = calls.setdefault(order.location, {})
        here.pop(groups[order.id], None)  # calls of one group are one
        before = next(reversed(here.values()), None)
        here[groups[order.id]] = day
        jobs.append(
            Job(
                order=order,
                day=day,
                to_verify=""
                if before is None or day - before >= REPEAT or order.id in mates
                else str((day - before).days),
                title=entry.zh if entry is not None else _title(order),
                title_en=entry.en if entry is not None else "",
                place=called[order.location],
            )
        )
    return WeekInput(
        problem=problem,
        jobs=jobs,
        zone=zone,
        notices=said,
        last=last_day(jobs, first, days),
        last_is_final=days is not None,
    )


def _title(order: paidan.Order) -> str:
    """What it is about in the host's words: its name, else the service as the table has it."""
    return order.name if order.name != order.id or not order.catalog else order.catalog


def last_day(jobs: Sequence[Job], first: dt.date, days: int | None) -> dt.date | None:
    """Of the days that were asked for, else the last one that a job is for."""
    if days is not None:
        return first + dt.timedelta(days=days - 1)
    return max((job.day for job in jobs), default=None)


def horizon(week: WeekInput) -> tuple[dt.date, dt.date, dt.date] | None:
    """First and last day that are planned whatever happens, and the last one on which somebody works."""
    if not week.jobs:
        return None
    first = min(job.day for job in week.jobs)
    last = week.last or max(job.day for job in week.jobs)
    works = [local_date(shift.start, week.zone) for person in week.problem.technicians for shift in person.shifts]
    return first, last, last if week.last_is_final else max([last, *works])

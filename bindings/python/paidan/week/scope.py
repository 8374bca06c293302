"""Which days and orders are compared with what really happened, and what of the host's table needs a word."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import paidan
from paidan.report.order import natural
from paidan.report.words import Language, word
from paidan.week.inputs import SPARE
from paidan.week.jobs import WeekInput, local_date

LISTED = 30
"""Ids in one sentence; the order by order table has the others."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    week: WeekInput
    visits: Sequence[paidan.ActualVisit]
    lines: Sequence[str]


def scope(week: WeekInput, rows: Sequence[paidan.ActualVisit], *, first: dt.date | None, language: Language) -> Scope:
    """The same days and orders for both: from ``first`` and through the last day where somebody asked for these."""
    last = week.last if week.last_is_final else None
    jobs = [job for job in week.jobs if last is None or job.day <= last]
    kept = {job.id for job in jobs}
    inside, outside, others = [], [], []
    for row in rows:
        if row.order not in kept:
            others.append(row.order)
        elif row.arrival is not None and not _within(local_date(row.arrival, week.zone), first, last):
            outside.append(row.order)
        else:
            inside.append(row)
    lines = []
    if others:
        lines.append(word("later_orders_out", language, n=len(set(others)), orders=listed(others, language)))
    if outside:
        lines.append(word("other_days_out", language, n=len(outside), orders=listed(outside, language)))
    if len(jobs) < len(week.jobs):
        problem = week.problem.with_(orders=[job.order for job in jobs])
        week = replace(week, jobs=jobs, problem=problem)
    return Scope(week=week, visits=inside, lines=lines + remarks(week, inside, language))


def remarks(week: WeekInput, rows: Sequence[paidan.ActualVisit], language: Language) -> list[str]:
    """What is judged as it stands, though it may be a slip."""
    if not week.jobs:
        return []
    lines = []
    named = {row.order for row in rows}
    if not rows:
        lines.append(word("actual_empty", language))
    elif silent := [job.id for job in week.jobs if job.id not in named]:
        lines.append(word("no_row", language, n=len(silent), orders=listed(silent, language)))
    first = min(job.day for job in week.jobs)
    last = max(job.day for job in week.jobs) + dt.timedelta(days=SPARE)
    visits = [row for row in rows if row.arrival is not None]
    far = [
        row.order
        for row in visits
        if row.arrival is not None and not _within(local_date(row.arrival, week.zone), first, last)
    ]
    if far:
        lines.append(word("far_visits", language, n=len(far), first=first, last=last, orders=listed(far, language)))
    times = Counter((row.order, row.technician, row.arrival) for row in visits)
    if twice := [order for (order, _, _), count in times.items() if count > 1]:
        lines.append(word("entered_twice", language, n=len(twice), orders=listed(twice, language)))
    return lines


def listed(orders: Iterable[str], language: Language) -> str:
    ids = sorted(set(orders), key=natural)
    shown = ("、" if language == "zh" else ", ").join(ids[:LISTED])
    return shown if len(ids) <= LISTED else f"{shown} …"


def _within(day: dt.date, first: dt.date | None, last: dt.date | None) -> bool:
    return (first is None or day >= first) and (last is None or day <= last)

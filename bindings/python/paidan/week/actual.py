"""What the host really did that week, judged by the same independent checker as our plans."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import paidan
from paidan.week.jobs import WeekInput, local_date, works
from paidan.week.run import Day, Week


@dataclass(kw_only=True)
class ActualWeek:
    week: Week
    violations: Counter[str]
    """How often each code of violation occurs."""


def judge(week: WeekInput, visits: Sequence[paidan.ActualVisit]) -> ActualWeek:
    """One problem a day: the jobs visited that day, and those of that day which nobody visited at all."""
    by_id = {job.id: job for job in week.jobs}
    by_day: dict[dt.date, list[paidan.ActualVisit]] = {}
    for visit in visits:
        by_day.setdefault(local_date(visit.arrival, week.zone), []).append(visit)
    visited = {visit.order for visit in visits}
    missed = [job for job in week.jobs if job.id not in visited]
    days = []
    violations: Counter[str] = Counter()
    for date in sorted({*by_day, *(job.day for job in missed)}):
        done = by_day.get(date, [])
        todays = {visit.order: by_id[visit.order] for visit in done if visit.order in by_id}
        todays |= {job.id: job for job in missed if job.day == date}
        problem = paidan.day_problem(week.problem, day=date).with_(orders=[job.order for job in todays.values()])
        if not done and not works(problem):
            continue
        report = paidan.evaluate_actual(problem, done)
        violations.update(violation.code for violation in report.violations)
        days.append(Day(date=date, jobs=list(todays.values()), problem=problem, plan=None, report=report))
    return ActualWeek(week=Week(days=days, left=missed, engine="actual"), violations=violations)

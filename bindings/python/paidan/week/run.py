"""Plan a week day by day: unserved jobs are carried over, repeats prefer the same technician."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import paidan
from paidan.week.inputs import horizon
from paidan.week.jobs import Job, WeekInput, at, day_problem, works_on

Engine = Literal["paidan", "nearest_free", "best_rating"]

MOST_PRIORITY = 9


@dataclass(kw_only=True)
class Day:
    date: dt.date
    jobs: list[Job]
    problem: paidan.Problem
    plan: paidan.Plan | None
    """None for a day that was judged, not planned."""
    report: paidan.Report
    reasons: list[paidan.Unassigned] = field(default_factory=list)
    carried_over: int = 0

    @property
    def routes(self) -> Sequence[paidan.Route]:
        return self.plan.routes if self.plan is not None else ()


@dataclass(kw_only=True)
class Week:
    days: list[Day]
    left: list[Job]
    """Jobs still open after the last day."""
    engine: str

    @property
    def served(self) -> int:
        return sum(day.report.kpis.served for day in self.days)

    def total(self, name: str) -> int:
        """Sum of a figure of the KPIs over the days; lengths of time in seconds."""
        return sum(_plain(getattr(day.report.kpis, name)) for day in self.days)


@dataclass(frozen=True, kw_only=True)
class Effort:
    """How hard to look. Only ``iterations`` repeats exactly; threads change the wall time alone."""

    seed: int = 1
    iterations: int = 1500
    lanes: int = 2
    threads: int = 2
    explain: bool = True


def _plain(figure: int | dt.timedelta) -> int:
    return int(figure.total_seconds()) if isinstance(figure, dt.timedelta) else figure


def _solve(problem: paidan.Problem, engine: Engine, effort: Effort) -> paidan.Plan:
    if engine != "paidan":
        return paidan.plan_baseline(problem, engine)
    return paidan.plan(
        problem, seed=effort.seed, iterations=effort.iterations, lanes=effort.lanes, threads=effort.threads
    )


def _key(place: str) -> str:
    return " ".join(place.split()).casefold()


def plan_week(
    week: WeekInput,
    *,
    engine: Engine = "paidan",
    effort: Effort | None = None,
    on_day: Callable[[int, int, dt.date], None] | None = None,
) -> Week:
    """Plan every day from the first to the last that has a job.

    A job that no one could take is carried to the next day with a priority one higher and without its lost commitments.
    ``on_day(done, total, date)`` is called before each day and once at the end.
    """
    effort = effort or Effort()
    days: list[Day] = []
    visited: dict[str, str] = {}
    load: dict[str, dt.timedelta] = {}
    waiting: list[Job] = []
    span = horizon(week)
    if span is None:
        return Week(days=[], left=[], engine=engine)
    first, last = span
    dates = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    for number, date in enumerate(dates):
        if on_day is not None:
            on_day(number, len(dates), date)
        carried = len(waiting)
        todays = [_prefers(job, visited) for job in waiting + [job for job in week.jobs if job.day == date]]
        if not works_on(week.problem, date, week.zone):
            waiting = [_postponed(job, date, week.zone) for job in todays]
            continue
        problem = day_problem(week.problem, todays, date, week.zone, load)
        plan = _solve(problem, engine, effort)
        if plan.interrupted:  # Ctrl-C: the days that are left get their first plan, not a search
            effort = replace(effort, iterations=0)
        report = paidan.evaluate(problem, plan)
        by_id = {job.id: job for job in todays}
        for route in plan.routes:
            for stop in route.stops:
                if stop.order is not None:
                    visited[_key(by_id[stop.order].place)] = route.technician
        for row in report.kpis.technicians:
            load[row.technician] = load.get(row.technician, dt.timedelta(0)) + row.travel + row.service
        reasons = []
        if effort.explain and engine == "paidan":
            reasons = [paidan.why_unassigned(problem, plan, order=order) for order in plan.unassigned]
        days.append(
            Day(
                date=date,
                jobs=todays,
                problem=problem,
                plan=plan,
                report=report,
                reasons=reasons,
                carried_over=carried,
            )
        )
        waiting = [_postponed(by_id[order], date, week.zone) for order in plan.unassigned]
    if on_day is not None:
        on_day(len(dates), len(dates), last)
    return Week(days=days, left=waiting, engine=engine)


def _prefers(job: Job, visited: dict[str, str]) -> Job:
    """The technician who was at this place before, unless the host named one."""
    who = visited.get(_key(job.place)) if job.place else None
    if who is None or job.order.previous_technician is not None:
        return job
    return replace(job, order=job.order.with_(previous_technician=who))


def _postponed(job: Job, date: dt.date, zone: str) -> Job:
    """To the next day, more urgent, less the commitments that have passed."""
    tomorrow = date + dt.timedelta(days=1)
    midnight = at(tomorrow, dt.time(), zone)
    promise = job.order.promise
    order = job.order.with_(
        promise=promise if promise is not None and promise.at >= midnight else None,
        windows=[window for window in job.order.windows if window.end > midnight],
        release=midnight,
        priority=min(MOST_PRIORITY, job.order.priority + 1),
    )
    return replace(job, order=order, day=tomorrow)

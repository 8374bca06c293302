"""Plan a week day by day: what `paidan.day_problem` and `paidan.carry_over` say, with words and figures for readers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import paidan
from paidan.week.faults import Fault
from paidan.week.inputs import horizon
from paidan.week.jobs import Job, WeekInput, at, local_date, works

Engine = Literal["paidan", "nearest_free", "best_rating"]


@dataclass(kw_only=True)
class Day:
    date: dt.date
    jobs: list[Job]
    problem: paidan.Problem
    plan: paidan.Plan | None
    """None for a day that was judged, not planned."""
    report: paidan.Report
    reasons: list[paidan.Unassigned] = field(default_factory=list)
    carried: frozenset[str] = frozenset()
    """Orders that were for an earlier day."""

    @property
    def carried_over(self) -> int:
        return len(self.carried)

    @property
    def routes(self) -> Sequence[paidan.Route]:
        return self.plan.routes if self.plan is not None else ()


@dataclass(kw_only=True)
class Week:
    days: list[Day]
    left: list[Job]
    """Jobs still open after the last day."""
    engine: str
    judged: Sequence[paidan.JudgedOrder] = ()
    """Order by order, where it was judged and not planned."""
    visits: Sequence[paidan.ActualVisit] = ()
    """What was judged, in the host's ids."""
    faults: Sequence[Fault] = ()
    """What went wrong in it."""

    @property
    def jobs(self) -> int:
        return self.served + len(self.left) + self.cancelled

    @property
    def cancelled(self) -> int:
        return self.total("cancelled")

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
    iterations: int = 20_000
    lanes: int = 2
    threads: int = 2
    explain: bool = True
    time_limit: dt.timedelta | None = None


def _plain(figure: int | dt.timedelta) -> int:
    return int(figure.total_seconds()) if isinstance(figure, dt.timedelta) else figure


def _solve(problem: paidan.Problem, engine: Engine, effort: Effort) -> paidan.Plan:
    if engine != "paidan":
        return paidan.plan_baseline(problem, engine)
    return paidan.plan(
        problem,
        seed=effort.seed,
        iterations=effort.iterations,
        lanes=effort.lanes,
        threads=effort.threads,
        time_limit=effort.time_limit,
    )


def plan_week(
    week: WeekInput,
    *,
    engine: Engine = "paidan",
    effort: Effort | None = None,
    on_day: Callable[[int, int, dt.date], None] | None = None,
) -> Week:
    """Plan every day from the first to the last that has a job.

    A job that no one could take is carried to the next day, more urgent and without its lost commitments; a repeat at a
    place prefers the technician who was there (``paidan.carry_over``).
    ``on_day(done, total, date)`` is called before each day and once at the end.
    """
    effort = effort or Effort()
    days: list[Day] = []
    span = horizon(week)
    if span is None:
        return Week(days=[], left=[], engine=engine)
    first, last, spare = span
    jobs = {job.id: job for job in week.jobs}
    open_orders = whole(week)
    due = [order for order in open_orders.orders if jobs[order.id].day <= last]
    if len(due) < len(open_orders.orders):  # what is for a later day is not left over
        open_orders = open_orders.with_(orders=due)
    dates = [first + dt.timedelta(days=n) for n in range((spare - first).days + 1)]
    final = last
    for number, date in enumerate(dates):
        if date > last and not open_orders.orders:
            break
        final = date
        if on_day is not None:
            on_day(number, len(dates), date)
        problem = paidan.day_problem(open_orders, day=date)
        todays = [replace(jobs[order.id], order=order, day=date) for order in problem.orders]
        plan = _solve(problem, engine, effort)
        nothing_done = len(plan.unassigned) == len(problem.orders)
        open_orders = paidan.carry_over(problem, plan, onto=open_orders, day=date)
        if plan.interrupted:  # Ctrl-C: the days that are left get their first plan, not a search
            effort = replace(effort, iterations=0)
        if date > last and nothing_done:
            continue  # whoever can do what is left may work later
        if not works(problem) and not any(_promised(job, date, week.zone) for job in todays):
            continue  # nobody works, and nobody was promised anything
        reasons = []
        if effort.explain and engine == "paidan":
            reasons = [paidan.why_unassigned(problem, plan, order=order) for order in plan.unassigned]
        days.append(
            Day(
                date=date,
                jobs=todays,
                problem=problem,
                plan=plan,
                report=paidan.evaluate(problem, plan),
                reasons=reasons,
                carried=frozenset(job.id for job in todays if jobs[job.id].day < date),
            )
        )
    if on_day is not None:
        on_day(len(dates), len(dates), final)
    left = [replace(jobs[order.id], order=order, day=final + dt.timedelta(days=1)) for order in open_orders.orders]
    return Week(days=days, left=left, engine=engine)


def _promised(job: Job, date: dt.date, zone: str) -> bool:
    return job.order.promise is not None and local_date(job.order.promise.at, zone) == date


def whole(week: WeekInput) -> paidan.Problem:
    """The week's orders, each with a day of its own, at places called as the jobs call them: repeats are told by name."""
    orders = [
        job.order
        if paidan.day_of(job.order, zone=week.zone)
        else job.order.with_(release=at(job.day, dt.time(), week.zone))
        for job in week.jobs
    ]
    called = {job.order.location: job.place for job in week.jobs if job.place}
    places = [place.with_(name=called.get(place.id, place.name)) for place in week.problem.locations]
    return week.problem.with_(orders=orders, locations=places)

"""What the host really did that week, and what our plans would have done with what was known, by the same judge."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import paidan
from paidan.week.as_known import Replay
from paidan.week.faults import faults
from paidan.week.jobs import WeekInput, local_date
from paidan.week.run import Day, Effort, Week


@dataclass(kw_only=True)
class ActualWeek:
    week: Week
    orders: Sequence[paidan.JudgedOrder]
    visits: Sequence[paidan.ActualVisit]

    @property
    def violations(self) -> Counter[str]:
        """How often each code of violation occurs."""
        return Counter(fault.code for fault in self.week.faults)


def days_of(week: WeekInput, visits: Sequence[paidan.ActualVisit]) -> list[dt.date]:
    """From the first day of an order or a visit to the last one, or the last one that was asked for."""
    named = [job.day for job in week.jobs]
    named += [local_date(row.arrival, week.zone) for row in visits if row.arrival is not None]
    first, last = min(named), max(named)
    if week.last is not None and week.last_is_final:
        last = max(last, week.last)
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


def judge(
    week: WeekInput,
    visits: Sequence[paidan.ActualVisit],
    *,
    engine: str = "actual",
    dates: Sequence[dt.date] | None = None,
) -> ActualWeek:
    """The whole week at once: an order may be visited on several days. Shifts of other days than ``dates`` (by default
    those that orders or visits are on) do not count.
    """
    if not week.jobs:
        return ActualWeek(week=Week(days=[], left=[], engine=engine), orders=[], visits=visits)
    dates = dates or days_of(week, visits)
    people = [
        person.with_(shifts=[one for one in person.shifts if local_date(one.start, week.zone) in dates])
        for person in week.problem.technicians
    ]
    problem = week.problem.with_(technicians=people)
    report = paidan.evaluate_actual(problem, visits)
    orders = paidan.judge_orders(problem, visits).orders
    jobs = {job.id: job for job in week.jobs}
    later = {
        row.order
        for row in visits
        if row.arrival is not None and row.order in jobs and local_date(row.arrival, week.zone) > jobs[row.order].day
    }
    day = Day(
        date=min(dates), jobs=list(week.jobs), problem=problem, plan=None, report=report, carried=frozenset(later)
    )
    left = [jobs[one.order] for one in orders if one.state == "open" and one.order in jobs]
    return ActualWeek(
        week=Week(
            days=[day],
            left=left,
            engine=engine,
            judged=orders,
            visits=visits,
            faults=faults(problem, report, list(visits), zone=week.zone),
        ),
        orders=orders,
        visits=visits,
    )


def as_known(
    week: WeekInput,
    rows: Sequence[paidan.ActualVisit],
    *,
    effort: Effort,
    on_day: Callable[[int, int, dt.date], None] | None = None,
) -> ActualWeek:
    """Our plans in place of the host's, see ``as_known``. The rows have been judged: they are whole."""
    replay = Replay(week, rows, effort)
    dates = days_of(week, rows) if week.jobs else []
    for number, date in enumerate(dates):
        if on_day is not None:
            on_day(number, len(dates), date)
        replay.day(date)
    if on_day is not None and dates:
        on_day(len(dates), len(dates), dates[-1])
    # Both weeks are judged by the same shifts.
    made = judge(week, [*replay.visits, *replay.words], engine="as_known", dates=dates)
    # Rests are no visits, so the judge cannot see one that was taken before the first visit: the plans kept them.
    made.week.faults = [fault for fault in made.week.faults if fault.code != "break_missing"]
    return made

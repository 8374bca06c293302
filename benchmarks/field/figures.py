"""What a plan of a day or of a week comes to, as the library's judge says and as counted here once more from the stops."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

import paidan
from paidan.week.jobs import WeekInput
from paidan.week.run import Week


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Whole numbers, so that a table of them holds what was measured and nothing is rounded twice."""

    orders: int
    promised: int
    served: int
    kept: int
    """Promised orders that begin within the agreed bounds."""
    early: int
    late: int
    promised_unserved: int
    as_promised: int
    """Served, and within the agreed bounds where there was an appointment."""
    travel_s: int
    lateness_s: int
    overtime_s: int
    violations: int
    differing: int
    """Counts of the judge that the recount finds otherwise."""
    wall_ms: int

    @property
    def unserved(self) -> int:
        return self.orders - self.served


NAMES = tuple(one.name for one in fields(Figures))


@dataclass(frozen=True, kw_only=True)
class Recount:
    """Counted from promises and visits alone."""

    promised: int
    served: int
    kept: int
    early: int
    late: int
    missed: int
    """Promised, and nobody came."""

    @property
    def as_promised(self) -> int:
        return self.kept + (self.served - (self.kept + self.early + self.late))


def visits_of(plan: paidan.Plan) -> list[tuple[str, dt.datetime]]:
    """Orders and when their service begins."""
    return [(stop.order, stop.start) for route in plan.routes for stop in route.stops if stop.order is not None]


def recount(promises: Mapping[str, paidan.Promise | None], visits: Iterable[tuple[str, dt.datetime]]) -> Recount:
    """An order that is visited twice counts by its first visit; one that is not there is an error."""
    starts: dict[str, dt.datetime] = {}
    for order, start in visits:
        if order not in promises:
            raise KeyError(f"a visit of {order}, which nobody asked for")
        starts[order] = min(start, starts.get(order, start))
    kept = early = late = missed = promised = 0
    for order, promise in promises.items():
        if promise is None:
            continue
        promised += 1
        if order not in starts:
            missed += 1
        elif starts[order] < promise.at - promise.before:
            early += 1
        elif starts[order] > promise.at + promise.after:
            late += 1
        else:
            kept += 1
    return Recount(promised=promised, served=len(starts), kept=kept, early=early, late=late, missed=missed)


def differing(pairs: Iterable[tuple[int, int]]) -> int:
    return sum(said != counted for said, counted in pairs)


def of_day(problem: paidan.Problem, plan: paidan.Plan, seconds: float) -> Figures:
    report = paidan.evaluate(problem, plan)
    kpis = report.kpis
    counted = recount({order.id: order.promise for order in problem.orders}, visits_of(plan))
    as_promised = kpis.served - kpis.late - kpis.early
    checks = [
        (kpis.orders, len(problem.orders)),
        (kpis.promised, counted.promised),
        (kpis.served, counted.served),
        (kpis.served + kpis.unserved, kpis.orders),
        (kpis.on_time, counted.kept),
        (kpis.early, counted.early),
        (kpis.late, counted.late),
        (kpis.promised_unserved, counted.missed),
        (as_promised, counted.as_promised),
        (kpis.served - kpis.promised + kpis.promised_unserved + kpis.on_time, counted.as_promised),
        (kpis.unserved, len(plan.unassigned)),
    ]
    return Figures(
        orders=kpis.orders,
        promised=kpis.promised,
        served=kpis.served,
        kept=kpis.on_time,
        early=kpis.early,
        late=kpis.late,
        promised_unserved=kpis.promised_unserved,
        as_promised=as_promised,
        travel_s=whole_seconds(kpis.travel),
        lateness_s=whole_seconds(kpis.lateness),
        overtime_s=whole_seconds(kpis.overtime),
        violations=len(report.violations),
        differing=differing(checks),
        wall_ms=round(seconds * 1000),
    )


def of_week(given: WeekInput, week: Week, seconds: float) -> Figures:
    """An order that nobody came to on its day is served on a later one without its appointment: the judge of that day sees none, so
    such an order counts as served, but not as promised.
    """
    promises = {job.id: job.order.promise for job in given.jobs}
    lapsed = sum(
        promises[order] is not None and order in day.carried
        for day in week.days
        if day.plan is not None
        for order, _ in visits_of(day.plan)
    )
    visits = [visit for day in week.days if day.plan is not None for visit in visits_of(day.plan)]
    counted = recount(promises, visits)
    early, late, missed = (week.total(name) for name in ("early", "late", "promised_unserved"))
    as_promised = week.served - late - early - lapsed
    checks = [
        (week.total("promised"), counted.promised),
        (week.served, counted.served),
        (week.served, len(visits)),
        (week.served + len(week.left), len(given.jobs)),
        (week.total("on_time"), counted.kept),
        (early, counted.early),
        (late + missed, counted.late + counted.missed),
        (as_promised, counted.as_promised),
    ]
    return Figures(
        orders=len(given.jobs),
        promised=week.total("promised"),
        served=week.served,
        kept=week.total("on_time"),
        early=early,
        late=late,
        promised_unserved=missed,
        as_promised=as_promised,
        travel_s=week.total("travel"),
        lateness_s=week.total("lateness"),
        overtime_s=week.total("overtime"),
        violations=sum(len(day.report.violations) for day in week.days),
        differing=differing(checks),
        wall_ms=round(seconds * 1000),
    )


def whole_seconds(length: dt.timedelta) -> int:
    return length // dt.timedelta(seconds=1)

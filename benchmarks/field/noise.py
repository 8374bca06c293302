"""Days as they go instead of as they are planned: what work and ways really take, drawn from the numbers of this file alone.

Days
    50 field days (`parameters.py`), numbered from 401: none of them is one of the 240 that plans are compared on.
Traffic
    From 7 to 9 driving takes 1.4 times what it takes on free roads, from 17 to 19 1.8 times. A day's speed is its mean over the hours from 8 to 18, so
    free roads are `FREE` times as fast: whoever plans at constant speed has the right one on average. Besides, each day is slower or quicker as
    a whole (deviation of the logarithm .10) and so is each drive (.15).
Work
    The median is the order's service; its logarithm deviates by .30 to .40, by trade. The buffer is what lies between the median and the 80th
    percentile.
How a day goes
    A technician leaves when the plan says, goes from visit to visit in the plan's order, sets off as soon as one is done, and never begins before the
    agreed span or a window opens; rests are taken where the plan has them, not before their time. Nobody re-plans.
On time
    An order whose arrival was agreed, at which somebody comes before the agreed span ends. Nobody coming is not on time.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

import paidan

from field import days
from field.draw import Draw

FIRST = 401
DAYS = 50
RUSH = ((7, 9, 140), (17, 19, 180))
FREE = 1.12
"""Mean of 1.4 for one hour, 1 for eight and 1.8 for one."""
DAY_DEVIATION = 0.10
DRIVE_DEVIATION = 0.15
WORK_DEVIATION = {
    "electric": 0.30,
    "plumbing": 0.35,
    "refrigeration": 0.40,
    "gas": 0.30,
    "appliance": 0.35,
    "heating": 0.40,
    "locks": 0.30,
    "waterproofing": 0.40,
}
PERCENTILE_80 = 0.8416


def _factor(deviation: float, bell: float) -> float:
    return round(math.exp(deviation * bell), 3)


@dataclass(frozen=True)
class NoisyDay:
    """One day: what a planner may know of it, and what only the day itself shows."""

    number: int
    constant: paidan.Problem
    """Medians, and the day's mean speed at every hour."""
    banded: paidan.Problem
    """Medians, free roads and the hours of traffic."""
    buffers: Mapping[str, dt.timedelta]
    """By order: from the median to the 80th percentile."""
    day: float
    drives: Mapping[str, float]
    works: Mapping[str, float]
    """By order: how many times as long the drive there and the work take."""

    @classmethod
    def of(cls, number: int) -> NoisyDay:
        constant = days.field_day(number).problem
        draw = Draw(f"noisy day {number}")
        day = _factor(DAY_DEVIATION, draw.bell())
        drives: dict[str, float] = {}
        works: dict[str, float] = {}
        buffers: dict[str, dt.timedelta] = {}
        for order in constant.orders:
            deviation = WORK_DEVIATION[order.skills[0].skill]
            drives[order.id] = _factor(DRIVE_DEVIATION, draw.bell())
            works[order.id] = _factor(deviation, draw.bell())
            minutes = order.service.total_seconds() / 60 * (_factor(deviation, PERCENTILE_80) - 1)
            buffers[order.id] = dt.timedelta(minutes=round(minutes))
        (profile,) = constant.data.profiles
        line = profile.straight_line
        free = line.with_(
            speed_metres_per_hour=round(line.speed_metres_per_hour * FREE), stop_seconds=round(line.stop_seconds / FREE)
        )
        rush = [paidan.TravelBand(from_=f"{a:02}:00", to=f"{b:02}:00", percent=percent) for a, b, percent in RUSH]
        banded = constant.with_(profiles=[profile.with_(straight_line=free, bands=rush)])
        return cls(number, constant, banded, buffers, day, drives, works)

    def buffered(self, problem: paidan.Problem) -> paidan.Problem:
        return problem.with_(orders=[order.with_(buffer=self.buffers[order.id]) for order in problem.orders])


def drive(leaves: float, free_s: float) -> float:
    """When a way of so many seconds on free roads is done; times are seconds after midnight."""
    t, left = leaves, free_s
    while True:
        factor, until = 1.0, math.inf
        for begin, end, percent in RUSH:
            if begin * 3600 <= t < end * 3600:
                factor, until = percent / 100, end * 3600
            elif t < begin * 3600 < until:
                until = begin * 3600
        if t + left * factor <= until:
            return t + left * factor
        left -= (until - t) / factor
        t = until


@dataclass(frozen=True)
class Went:
    """How a plan's day went."""

    agreed: int
    on_time: int
    late: int
    served: int


def went(noisy: NoisyDay, plan: paidan.Plan) -> Went:
    """The plan, whatever problem of this day it was made for, on the day as it is."""
    problem = noisy.banded

    def second(time: dt.datetime) -> float:
        return (time - days.MIDNIGHT).total_seconds()

    on_time = late = served = 0
    for route in plan.routes:
        person = problem.technician(route.technician)
        (shift,) = person.shifts
        t, place = second(route.start), person.home
        for stop in route.stops:
            planned = (stop.end - stop.start).total_seconds()
            if stop.order is None:
                t = max(t, second(shift.breaks[0].earliest)) + planned
                continue
            order = problem.order(stop.order)
            way = problem.travel(place, order.location)
            assert way is not None
            free_s = way[0].total_seconds() * 100 / person.speed_percent
            t = drive(t, free_s * noisy.day * noisy.drives[order.id])
            place = order.location
            served += 1
            opens = [second(window.start) for window in order.windows]
            if order.promise is not None:
                opens.append(second(order.promise.at - order.promise.before))
            t = max(t, *opens) if opens else t
            for away in person.suspensions:
                if second(away.start) <= t < second(away.end):
                    t = second(away.end)
            if order.promise is not None:
                kept = t <= second(order.promise.at + order.promise.after)
                on_time += kept
                late += not kept
            t += planned * noisy.works[order.id]
    agreed = sum(order.promise is not None for order in problem.orders)
    return Went(agreed, on_time, late, served)

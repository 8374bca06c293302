"""A metropolis's week as one problem: what the claim `size` plans. Drawn from a number with the field days' own draws (see parameters.py).

What differs from a field week: one problem with a shift a technician and day instead of tables planned day by day; a settled area that grows with
the orders (50,000 of them in a disc of 34 km around the middle, so that legs are as long in a smaller one); services `SHORTER` times as long, because 50
orders a technician and week are 9 or 10 a day; one order in ten is free all week, one in twelve on its day; preferred, blocked and earlier technicians are found by asking
people at random instead of everybody.
"""

from __future__ import annotations

import datetime as dt
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import paidan

from field import parameters as p
from field.days import ZONE, Asked, Person, asked, cover, person
from field.draw import Draw
from field.town import Town, degrees

MONDAY = dt.datetime(2025, 6, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))
RADIUS_KM = 34.0
SPEED_KMH, STOP_MINUTES = 22, 4
"""Of 50,000 orders."""
CENTRES = 7
SHORTER = 0.56
SHORTEST_SERVICE = 15
FREE_ALL_WEEK = 0.10
FREE_ALL_DAY = 0.08
ASKED_AT_MOST = 200
"""People asked at random whether they could do an order, before nobody is preferred."""


@dataclass(frozen=True, kw_only=True)
class SizeWeek:
    problem: paidan.Problem
    shifts: int
    load: float
    seconds: float
    """To make the problem of the drawn objects; drawing them aside."""


def size_week(number: int, orders: int, technicians: int) -> SizeWeek:
    draw = Draw(f"size week {number}")
    radius = RADIUS_KM * math.sqrt(orders / 50_000)
    centres = {
        (draw.between(-0.6, 0.6) * radius, draw.between(-0.6, 0.6) * radius): draw.whole(1, 4) for _ in range(CENTRES)
    }
    where = Town(kind="towns", radius=radius, centres=centres)
    trades = {trade: draw.whole(*p.ASKED_FOR) for trade in p.TRADES}
    wanted = [
        replace(one, service=max(SHORTEST_SERVICE, 5 * round(one.service * SHORTER / 5)))
        for one in asked(draw, orders, where, trades, any_time=FREE_ALL_WEEK + FREE_ALL_DAY)
    ]
    days = [draw.weighted(p.WEEK_DAYS) for _ in wanted]
    people = cover(draw, [person(draw, where, trades) for _ in range(technicians)], wanted)
    rosters = [_days_of(draw) for _ in people]
    leg = where.leg_km(orders // len(p.WEEK_DAYS)) * p.DETOUR_PERCENT / 100 / SPEED_KMH * 60 + STOP_MINUTES
    work = sum(one.setup + one.service for one in wanted) + leg * orders
    hours = sum((one.minutes - leg) * len(roster) for one, roster in zip(people, rosters, strict=True))
    places = [(f"home:{_name(n)}", one.home) for n, one in enumerate(people)]
    places += [(f"L{n + 1:05}", one.place) for n, one in enumerate(wanted) if one.building == n]
    locations = []
    for id_, place in places:
        lat, lon = degrees(place)
        locations.append(paidan.Location(id=id_, point=paidan.GeoPoint(lat=lat, lon=lon)))
    travel = paidan.StraightLineOptions(
        detour_percent=p.DETOUR_PERCENT, speed_metres_per_hour=SPEED_KMH * 1_000, stop_seconds=STOP_MINUTES * 60
    )
    who = [_technician(_name(n), one, roster) for n, (one, roster) in enumerate(zip(people, rosters, strict=True))]
    what = [_order(draw, n, one, day, people) for n, (one, day) in enumerate(zip(wanted, days, strict=True))]
    begun = time.perf_counter()
    problem = paidan.Problem(
        origin=MONDAY,
        zone=ZONE,
        locations=locations,
        profiles=[paidan.TravelProfile(id="car", straight_line=travel)],
        technicians=who,
        orders=what,
    )
    return SizeWeek(
        problem=problem,
        shifts=sum(len(roster) for roster in rosters),
        load=work / hours,
        seconds=time.perf_counter() - begun,
    )


def _days_of(draw: Draw) -> list[int]:
    last = {"Mon-Fri": 5, "Mon-Sat": 6, "daily": 7}[draw.weighted(p.WORKING_DAYS)]
    off = draw.whole(0, 4) if last > 5 and draw.chance(p.DAY_OFF) else None
    return [day for day in range(last) if day != off]


def _name(number: int) -> str:
    return f"T{number + 1:04}"


def _at(day: int, minute: int) -> dt.datetime:
    return MONDAY + dt.timedelta(days=day, minutes=minute)


def _technician(id_: str, one: Person, roster: Sequence[int]) -> paidan.Technician:
    shifts = []
    for day in roster:
        lunch = paidan.Break(
            id="lunch",
            earliest=_at(day, one.lunch_from),
            latest=_at(day, one.lunch_from + p.LUNCH_WINDOW),
            duration=dt.timedelta(minutes=one.lunch),
        )
        shifts.append(
            paidan.Shift(
                id=f"day {day + 1}",
                start=_at(day, one.start),
                end=_at(day, one.end),
                overtime_cap=dt.timedelta(minutes=one.overtime),
                breaks=[lunch],
            )
        )
    return paidan.Technician(
        id=id_,
        home="home:" + id_,
        shifts=shifts,
        skills=[paidan.SkillHeld(skill=skill, level=level) for skill, level in sorted(one.skills.items())],
        rating=one.rating,
    )


def _able(draw: Draw, one: Asked, people: Sequence[Person]) -> str | None:
    for _ in range(ASKED_AT_MOST):
        number = draw.whole(0, len(people) - 1)
        if people[number].could_do(one.skills):
            return _name(number)
    return None


def _order(draw: Draw, number: int, one: Asked, day: int, people: Sequence[Person]) -> paidan.Order:
    preferred = _able(draw, one, people) if draw.chance(p.PREFERRED) else None
    blocked = _able(draw, one, people) if draw.chance(p.BLOCKED) else None
    previous = _able(draw, one, people) if draw.chance(p.REWORK) else None
    windows = []
    if one.half_day is not None:
        windows = [paidan.Window(start=_at(day, one.half_day[0]), end=_at(day, one.half_day[1]), hard=one.hard)]
    elif one.agreed is None and draw.chance(FREE_ALL_DAY / (FREE_ALL_WEEK + FREE_ALL_DAY)):
        windows = [paidan.Window(start=_at(day, 0), end=_at(day + 1, 0), hard=True)]
    return paidan.Order(
        id=f"A{number + 1:05}",
        location=f"L{one.building + 1:05}",
        service=dt.timedelta(minutes=one.service),
        setup=dt.timedelta(minutes=one.setup),
        skills=[paidan.SkillLevel(skill=skill, level=level) for skill, level in sorted(one.skills.items())],
        windows=windows,
        promise=None if one.agreed is None else paidan.Promise(at=_at(day, one.agreed)),
        priority=one.priority,
        preferred=[] if preferred is None else [preferred],
        blocked=[] if blocked is None or blocked == preferred else [blocked],
        previous_technician=None if previous == blocked else previous,
    )

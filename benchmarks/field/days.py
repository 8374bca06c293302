"""Field days: one number, one day, the same bytes everywhere. What they are drawn from stands in parameters.py."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import paidan

from field import parameters as p
from field.draw import Draw
from field.town import Place, Town, degrees, town

ZONE = "Asia/Shanghai"
MIDNIGHT = dt.datetime(2025, 6, 10, tzinfo=dt.timezone(dt.timedelta(hours=8)))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An order before it is put into the library's words; minutes count from midnight."""

    place: Place
    building: int
    """The first order at this place."""
    skills: Mapping[str, int]
    service: int
    setup: int
    agreed: int | None = None
    half_day: tuple[int, int] | None = None
    hard: bool = False
    priority: int = 0


@dataclass(frozen=True, kw_only=True)
class Person:
    home: Place
    skills: Mapping[str, int]
    start: int
    end: int
    lunch: int
    lunch_from: int
    overtime: int
    rating: int
    speed: int = 100
    efficiency: int = 100
    suspended: tuple[int, int] | None = None

    @property
    def minutes(self) -> int:
        """At work."""
        away = 0 if self.suspended is None else self.suspended[1] - self.suspended[0]
        return self.end - self.start - self.lunch - away

    def could_do(self, skills: Mapping[str, int]) -> bool:
        return all(self.skills.get(skill, 0) >= level for skill, level in skills.items())


@dataclass(frozen=True, kw_only=True)
class FieldDay:
    number: int
    problem: paidan.Problem
    town: str
    wanted_load: float
    load: float
    """Reached with whole technicians."""


def size_and_load(
    number: int, draw: Draw, fewest: int = p.FEWEST_ORDERS, most: int = p.MOST_ORDERS
) -> tuple[int, float]:
    """How many orders, and how much work for the hours there are."""
    band, round_ = (number - 1) % p.BANDS, (number - 1) // p.BANDS
    along = (band + draw.share()) / p.BANDS
    orders = round(fewest * math.exp(along * math.log(most / fewest)))
    fortieth = (round_ * 17 + band * 7) % 40
    load = p.LEAST_LOAD + (p.GREATEST_LOAD - p.LEAST_LOAD) * (fortieth + draw.share()) / 40
    return orders, load


def popularity(draw: Draw) -> dict[p.Trade, int]:
    trades = draw.sample(p.TRADES, draw.whole(p.FEWEST_TRADES, len(p.TRADES)))
    return {trade: draw.whole(*p.ASKED_FOR) for trade in trades}


def service_minutes(draw: Draw, trade: p.Trade) -> int:
    drawn = trade.minutes * math.exp(p.SERVICE_SPREAD * draw.bell())
    return min(p.LONGEST_SERVICE, max(p.SHORTEST_SERVICE, 5 * round(drawn / 5)))


def agreed_minute(draw: Draw, work: int) -> int:
    while True:
        minute = 60 * draw.weighted(p.AGREED_HOURS) + draw.weighted(p.AGREED_MINUTES)
        if p.EARLIEST_AGREED <= minute <= p.LATEST_END - work:
            return minute


def asked(
    draw: Draw, count: int, where: Town, trades: Mapping[p.Trade, int], *, any_time: float | None = None
) -> list[Asked]:
    """``any_time``: this share of the orders is free all day, the others without an hour have half days (of weeks)."""
    orders: list[Asked] = []
    for number in range(count):
        building, place = number, where.place(draw)
        if orders and draw.chance(p.SAME_BUILDING):
            building = draw.pick(orders).building
            place = orders[building].place
        trade = draw.weighted(trades)
        skills = {trade.name: draw.weighted(p.LEVELS_NEEDED)}
        if draw.chance(p.SECOND_TRADE):
            skills.setdefault(draw.weighted(trades).name, 1)
        order = Asked(
            place=place, building=building, skills=skills, service=service_minutes(draw, trade), setup=trade.setup
        )
        appointed = draw.share()
        if appointed < p.APPOINTED:
            order = replace(order, agreed=agreed_minute(draw, order.setup + order.service))
        else:
            kind = draw.weighted(p.HALF_DAYS)
            if any_time is not None:
                kind = "none" if appointed >= 1 - any_time else "soft"
            if kind != "none":
                half = p.MORNING if draw.chance(0.5) else p.AFTERNOON
                order = replace(order, half_day=half, hard=kind == "hard")
        if draw.chance(p.URGENT):
            order = replace(order, priority=draw.whole(*p.PRIORITIES))
        orders.append(order)
    return orders


def person(draw: Draw, where: Town, trades: Mapping[p.Trade, int], *, differ: bool = False) -> Person:
    start = draw.weighted(p.SHIFT_STARTS)
    end = start + draw.weighted(p.SHIFT_MINUTES)
    held = draw.weighted_sample(trades, draw.weighted(p.TRADES_HELD))
    return Person(
        home=where.home(draw),
        skills={trade.name: draw.weighted(p.LEVELS_HELD) for trade in held},
        start=start,
        end=end,
        lunch=draw.pick(p.LUNCH_MINUTES),
        lunch_from=draw.pick(p.LUNCH_EARLIEST),
        overtime=draw.weighted(p.OVERTIME_MINUTES),
        rating=0 if draw.chance(p.UNRATED) else draw.whole(*p.RATINGS),
        speed=draw.whole(*p.DIFFERING_SPEED) if differ else 100,
        efficiency=draw.whole(*p.DIFFERING_EFFICIENCY) if differ else 100,
    )


def suspended(draw: Draw, one: Person) -> Person:
    if not draw.chance(p.SUSPENDED):
        return one
    middle = (one.start + one.end) // 2 // 30 * 30
    kind = draw.weighted(p.SUSPENSIONS)
    if kind == "first half":
        return replace(one, suspended=(one.start, middle))
    if kind == "second half":
        return replace(one, suspended=(middle, one.end))
    begin = one.start + 30 * draw.whole(2, (one.end - one.start - 180) // 30)
    return replace(one, suspended=(begin, begin + 120))


def cover(draw: Draw, people: Sequence[Person], orders: Iterable[Asked]) -> list[Person]:
    """Every order can be done by somebody: what nobody holds, or not well enough, is given to somebody, at most four trades each."""
    held = [dict(one.skills) for one in people]
    most = max(p.TRADES_HELD)
    for order in orders:
        wanted = order.skills
        if any(all(mine.get(skill, 0) >= level for skill, level in wanted.items()) for mine in held):
            continue
        know = [mine for mine in held if all(skill in mine for skill in wanted)]
        room = [mine for mine in held if len(mine.keys() | wanted.keys()) <= most]
        if know or room:
            mine = draw.pick(know or room)
        else:  # somebody gives up trades that others hold too
            mine = draw.pick(held)
            others = {skill for other in held if other is not mine for skill in other}
            spare = [skill for skill in mine if skill not in wanted and skill in others]
            for skill in spare[: len(mine.keys() | wanted.keys()) - most]:
                del mine[skill]
        for skill, level in wanted.items():
            mine[skill] = max(level, mine.get(skill, 0))
    return [replace(one, skills=mine) for one, mine in zip(people, held, strict=True)]


def field_day(number: int) -> FieldDay:
    """The day of this number, which is its seed."""
    draw = Draw(f"field day {number}")
    count, load = size_and_load(number, draw)
    where = town(draw, count)
    speed, stop = draw.pick(p.SPEEDS_KMH), draw.pick(p.STOP_SECONDS)
    trades = popularity(draw)
    orders = asked(draw, count, where, trades)
    differ = draw.chance(p.DIFFERING_DAYS)
    leg = where.leg_km(count) * p.DETOUR_PERCENT / 100 / speed * 60 + stop / 60
    work = sum(one.setup + one.service for one in orders) + leg * count
    people: list[Person] = []
    hours = 0.0
    while True:
        one = suspended(draw, person(draw, where, trades, differ=differ))
        adds = (one.minutes - leg) * one.efficiency / 100
        if len(people) >= p.FEWEST_TECHNICIANS and hours + adds / 2 > work / load:
            break
        people.append(one)
        hours += adds
    people = cover(draw, people, orders)
    return FieldDay(
        number=number,
        problem=_problem(draw, orders, people, speed, stop),
        town=where.kind,
        wanted_load=load,
        load=work / hours,
    )


def _at(minute: int) -> dt.datetime:
    return MIDNIGHT + dt.timedelta(minutes=minute)


def _minutes(count: int) -> dt.timedelta:
    return dt.timedelta(minutes=count)


def _problem(draw: Draw, orders: Sequence[Asked], people: Sequence[Person], speed: int, stop: int) -> paidan.Problem:
    places = [("home:" + _name(n), one.home) for n, one in enumerate(people)]
    places += [(f"L{n + 1:03}", one.place) for n, one in enumerate(orders) if one.building == n]
    locations = []
    for id_, place in places:
        lat, lon = degrees(place)
        locations.append(paidan.Location(id=id_, point=paidan.GeoPoint(lat=lat, lon=lon)))
    travel = paidan.StraightLineOptions(
        detour_percent=p.DETOUR_PERCENT, speed_metres_per_hour=speed * 1000, stop_seconds=stop
    )
    return paidan.Problem(
        origin=MIDNIGHT,
        zone=ZONE,
        locations=locations,
        profiles=[paidan.TravelProfile(id="car", straight_line=travel)],
        technicians=[_technician(_name(n), one) for n, one in enumerate(people)],
        orders=[_order(draw, n, one, people) for n, one in enumerate(orders)],
    )


def _name(number: int) -> str:
    return f"T{number + 1:03}"


def _technician(id_: str, one: Person) -> paidan.Technician:
    lunch = paidan.Break(
        id="lunch",
        earliest=_at(one.lunch_from),
        latest=_at(one.lunch_from + p.LUNCH_WINDOW),
        duration=_minutes(one.lunch),
    )
    shift = paidan.Shift(
        id="day", start=_at(one.start), end=_at(one.end), overtime_cap=_minutes(one.overtime), breaks=[lunch]
    )
    away = []
    if one.suspended is not None:
        away = [paidan.Suspension(start=_at(one.suspended[0]), end=_at(one.suspended[1]), reason="away")]
    return paidan.Technician(
        id=id_,
        home="home:" + id_,
        shifts=[shift],
        skills=[paidan.SkillHeld(skill=skill, level=level) for skill, level in sorted(one.skills.items())],
        suspensions=away,
        speed_percent=one.speed,
        efficiency_percent=one.efficiency,
        rating=one.rating,
    )


def _order(draw: Draw, number: int, one: Asked, people: Sequence[Person]) -> paidan.Order:
    able = [_name(n) for n, who in enumerate(people) if who.could_do(one.skills)]
    preferred: list[str] = []
    blocked: list[str] = []
    if draw.chance(p.PREFERRED):
        preferred = sorted(draw.sample(able, min(len(able), draw.whole(1, 2))))
    if draw.chance(p.BLOCKED) and len(able) > 1:
        others = [who for who in able if who not in preferred]
        blocked = [draw.pick(others)] if others else []
    previous = draw.pick(able) if draw.chance(p.REWORK) else None
    windows = []
    if one.half_day is not None:
        windows = [paidan.Window(start=_at(one.half_day[0]), end=_at(one.half_day[1]), hard=one.hard)]
    return paidan.Order(
        id=f"A{number + 1:03}",
        location=f"L{one.building + 1:03}",
        service=_minutes(one.service),
        setup=_minutes(one.setup),
        skills=[paidan.SkillLevel(skill=skill, level=level) for skill, level in sorted(one.skills.items())],
        windows=windows,
        promise=None if one.agreed is None else paidan.Promise(at=_at(one.agreed)),
        priority=one.priority,
        preferred=preferred,
        blocked=blocked,
        previous_technician=None if previous in blocked else previous,
    )

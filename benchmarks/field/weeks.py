"""Field weeks as people keep them: a table of orders and one of technicians, drawn from a number. See parameters.py."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from field import parameters as p
from field.days import ZONE as ZONE
from field.days import Asked, Person, asked, cover, person, popularity, size_and_load
from field.draw import Draw
from field.town import degrees, town

MONDAY = dt.date(2025, 6, 9)
STOP_MINUTES = 4
"""What the library's weeks take for parking and stairs."""
ORDERS = ("order", "created", "place", "lat", "lon", "minutes", "skills", "appointment", "day", "priority")
PEOPLE = (
    "technician",
    "lat",
    "lon",
    "start",
    "end",
    "weekdays",
    "days_off",
    "break_earliest",
    "break_latest",
    "break_minutes",
    "overtime_minutes",
    "skills",
    "rating",
)


@dataclass(frozen=True, kw_only=True)
class FieldWeek:
    number: int
    orders: bytes
    """The table of orders, as CSV."""
    technicians: bytes
    count: int
    people: int
    town: str
    load: float
    speed_kmh: int


def field_week(number: int) -> FieldWeek:
    draw = Draw(f"field week {number}")
    count, load = size_and_load(number, draw, *p.WEEK_ORDERS)
    where = town(draw, count)
    speed = draw.pick(p.WEEK_SPEEDS_KMH)
    trades = popularity(draw)
    orders = [
        replace(one, service=one.service + one.setup, setup=0)
        for one in asked(draw, count, where, trades, any_time=p.ANY_TIME)
    ]
    days = [draw.weighted(p.WEEK_DAYS) for _ in orders]
    leg = where.leg_km(max(1, count // len(p.WEEK_DAYS))) * p.DETOUR_PERCENT / 100 / speed * 60 + STOP_MINUTES
    work = sum(one.service for one in orders) + leg * count
    people: list[Person] = []
    rosters: list[tuple[str, int | None]] = []
    hours = 0.0
    while True:
        one = person(draw, where, trades)
        roster = draw.weighted(p.WORKING_DAYS)
        off = draw.whole(0, 4) if draw.chance(p.DAY_OFF) else None
        adds = (one.minutes - leg) * ((5 if roster == "Mon-Fri" else 6) - (off is not None))
        if len(people) >= p.FEWEST_TECHNICIANS and hours + adds / 2 > work / load:
            break
        people.append(one)
        rosters.append((roster, off))
        hours += adds
    people = cover(draw, people, orders)
    return FieldWeek(
        number=number,
        orders=_table(ORDERS, [_order(draw, n, one, orders, days[n]) for n, one in enumerate(orders)]),
        technicians=_table(PEOPLE, [_person(n, one, *rosters[n]) for n, one in enumerate(people)]),
        count=count,
        people=len(people),
        town=where.kind,
        load=work / hours,
        speed_kmh=speed,
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue().encode()


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _date(day: int) -> str:
    return (MONDAY + dt.timedelta(days=day)).isoformat()


def _skills(skills: dict[str, int]) -> str:
    return ";".join(f"{skill}:{level}" for skill, level in sorted(skills.items()))


def _order(draw: Draw, number: int, one: Asked, orders: Sequence[Asked], day: int) -> tuple[object, ...]:
    lat, lon = degrees(orders[one.building].place)
    appointment = ""
    if one.agreed is not None:
        appointment = f"{_date(day)} {_clock(one.agreed)}"
    elif one.half_day is not None:
        appointment = f"{_date(day)} {_clock(one.half_day[0])}-{_clock(one.half_day[1])}"
    created = f"{_date(day - draw.whole(1, 4))} {_clock(draw.whole(8 * 60, 20 * 60))}"
    place = f"Street {one.building + 1}"
    return (
        f"A{number + 1:03}",
        created,
        place,
        lat,
        lon,
        one.service,
        _skills(dict(one.skills)),
        appointment,
        _date(day),
        one.priority,
    )


def _person(number: int, one: Person, roster: str, off: int | None) -> tuple[object, ...]:
    lat, lon = degrees(one.home)
    return (
        f"T{number + 1:03}",
        lat,
        lon,
        _clock(one.start),
        _clock(one.end),
        roster,
        "" if off is None else _date(off),
        _clock(one.lunch_from),
        _clock(one.lunch_from + p.LUNCH_WINDOW),
        one.lunch,
        one.overtime,
        _skills(dict(one.skills)),
        f"{one.rating / 100:.2f}" if one.rating else "",
    )

"""Technicians that do not exist: drawn from a seed, and declared as simulated wherever they appear."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import paidan
from paidan.week.jobs import at

SURNAMES_ZH = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"


LEVEL_WEIGHTS = (20, 50, 30)
"""How many in a hundred hold a skill at level 1, 2, 3."""


def name(number: int) -> str:
    """``王师傅``, ``李师傅``, … and with a number from the second round on."""
    surname = SURNAMES_ZH[number % len(SURNAMES_ZH)]
    again = number // len(SURNAMES_ZH)
    return f"{surname}师傅" if again == 0 else f"{surname}师傅{again + 1}"


@dataclass(frozen=True, kw_only=True)
class People:
    technicians: list[paidan.Technician]
    locations: list[paidan.Location]


def draw(
    seed: int,
    count: int,
    places: Sequence[tuple[float, float]],
    skill_shares: Mapping[str, float],
    *,
    dates: Sequence[dt.date],
    zone: str,
) -> People:
    """``count`` technicians living near where work tends to be, with their shifts on ``dates``.

    Homes: the place of a random request plus up to about 2 km. Every skill is held by its share of people (at least one),
    at level 1 to 3 (see LEVEL_WEIGHTS). Ratings from 3.80 to 5.00 stars. A third start at 7:00, the rest at 8:00 or 9:00;
    9-hour days with 45 minutes for lunch; five days a week, the two days off drawn per person; an hour of overtime at most.
    """
    generator = random.Random(f"paidan people {seed}")
    skills = sorted(skill_shares)
    technicians = []
    locations = []
    for number in range(count):
        lat, lon = generator.choice(places)
        lat += generator.uniform(-0.018, 0.018)
        lon += generator.uniform(-0.024, 0.024)
        start = generator.choice((7, 8, 9))
        off = generator.sample(range(1, 8), 2)
        held = {
            skill: generator.choices((1, 2, 3), weights=LEVEL_WEIGHTS)[0]
            for skill in skills
            if generator.random() < skill_shares[skill]
        }
        # The skills of small shares are dealt round, so that each is held by somebody.
        for position, skill in enumerate(skills):
            if position % count == number:
                held.setdefault(skill, 2)
        home = f"home:T{number + 1:02d}"
        locations.append(paidan.Location(id=home, point=paidan.GeoPoint(lat=round(lat, 6), lon=round(lon, 6))))
        technicians.append(
            paidan.Technician(
                id=f"T{number + 1:02d}",
                name=name(number),
                home=home,
                shifts=[_shift(date, start, zone) for date in dates if date.isoweekday() not in off],
                skills=[paidan.SkillHeld(skill=skill, level=level) for skill, level in sorted(held.items())],
                rating=generator.randint(380, 500),
            )
        )
    return People(technicians=technicians, locations=locations)


def _shift(date: dt.date, start: int, zone: str) -> paidan.Shift:
    lunch = paidan.Break(
        id="lunch",
        earliest=at(date, dt.time(11, 30), zone),
        latest=at(date, dt.time(13), zone),
        duration=dt.timedelta(minutes=45),
    )
    return paidan.Shift(
        id=date.isoformat(),
        start=at(date, dt.time(start), zone),
        end=at(date, dt.time(start + 9), zone),
        overtime_cap=dt.timedelta(hours=1),
        breaks=[lunch],
    )

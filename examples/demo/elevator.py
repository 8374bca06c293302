"""Exhibit 1: a week of dispatch. Requests real; technicians, appointments and durations simulated."""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import paidan
from paidan.report import names
from paidan.week import documents
from paidan.week.jobs import Job, WeekInput, at

from demo.city_requests import Visit, merge, read_requests
from demo.people import draw

ZONE = "America/New_York"
MERGE = dt.timedelta(hours=4)
TECHNICIANS = 38
SLOTS = (9, 10, 11, 12, 13, 14, 15, 16)
TRAVEL = paidan.StraightLineOptions(detour_percent=127, speed_metres_per_hour=18_000, stop_seconds=240)
"""Inner-city driving, and four minutes for parking and stairs."""


@dataclass(frozen=True, kw_only=True)
class Requests:
    """The week without technicians: any number of draws may serve it."""

    jobs: Sequence[Job]
    locations: Sequence[paidan.Location]
    places: Sequence[tuple[float, float]]
    requests: int

    @property
    def repeats(self) -> int:
        return sum(1 for job in self.jobs if job.to_verify)


def _repeats(path: Path) -> dict[str, int]:
    """Days since an earlier request at the same address, for those under 30; from the whole year's requests."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["unique_key"]: int(row["days_since"]) for row in csv.DictReader(file)}


def _job(visit: Visit, catalog: paidan.catalog.Catalog, repeats: dict[str, int], seed: int) -> Job:
    """The appointment is simulated: two customers in three take one of the next day's hourly slots, the others say any time.

    Every appointment is for the day after the request, so a day's plan never looks ahead at requests not made yet.
    Minutes on site are drawn within a third of the catalog's.
    """
    request = visit.first
    entry = catalog.find(request.descriptor) or catalog.find(request.category)
    if entry is None:
        raise LookupError(f"the catalog has no entry for {request.descriptor}")
    generator = random.Random(f"paidan elevator {seed} {request.key}")
    day = request.created.date() + dt.timedelta(days=1)
    promise = None
    if generator.random() < 2 / 3:
        promise = paidan.Promise(at=at(day, dt.time(generator.choice(SLOTS)), ZONE))
    minutes = round(entry.service_minutes * generator.uniform(2 / 3, 4 / 3) / 5) * 5
    order = paidan.Order(
        id=request.key,
        location=f"place:{request.key}",
        catalog=entry.code,
        service=dt.timedelta(minutes=minutes),
        setup=dt.timedelta(minutes=entry.setup_minutes),
        skills=[paidan.SkillLevel(skill=need.skill, level=need.level) for need in entry.skills],
        promise=promise,
        release=at(day, dt.time(), ZONE),
        priority=2 if entry.code == "elevator_single" else 1,
    )
    since = repeats.get(request.key)
    return Job(
        order=order,
        day=day,
        title=entry.zh,
        title_en=entry.en,
        place=request.place,
        to_verify="" if since is None else str(since),
    )


def read(data: Path, seed: int = 1) -> Requests:
    """The 588 requests of the week from 8 July 2024 as 532 jobs (same address, within 4 hours of the one before)."""
    catalog = documents.catalog(data / "catalog.csv")
    requests = read_requests(data / "nyc" / "requests_2024-07-08_week.csv")
    visits = merge(requests, MERGE)
    repeats = _repeats(data / "nyc" / "repeats_2024-07-08_week.csv")
    return Requests(
        jobs=[_job(visit, catalog, repeats, seed) for visit in visits],
        locations=[visit.first.location for visit in visits],
        places=[(visit.first.lat, visit.first.lon) for visit in visits],
        requests=len(requests),
    )


def week(given: Requests, seed: int, count: int = TECHNICIANS) -> WeekInput:
    """The week with the technicians of that draw."""
    dates = sorted({job.day for job in given.jobs})
    people = draw(seed, count, given.places, {"elevator": 1.0}, dates=dates, zone=ZONE)
    problem = paidan.Problem(
        origin=at(dates[0], dt.time(), ZONE),
        zone=ZONE,
        locations=[*people.locations, *given.locations],
        profiles=[paidan.TravelProfile(id="car", straight_line=TRAVEL)],
        technicians=people.technicians,
        orders=[job.order for job in given.jobs],
    )
    return WeekInput(problem=problem, jobs=given.jobs, zone=ZONE, names=names.SKILLS)

"""Technicians' days as Pillac, Guéret and Medaglia (2013) publish them: own homes, skills, tools and spare parts on the van or, after
one call at the depot, all there are; windows, and working time as the objective – from the latest departure that serves the same
visits to the return.

Distances are Euclidean at speed 1, in ten-thousandths and rounded up, so that what is in time here is in time there.
"""

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import paidan
from as_problem import TRAVEL_ONLY

SCALE = 10_000
ORIGIN = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
UNSERVED = 1_000_000_000_000  # more than any day
DEPOT = 0
PLENTY = 1_000_000  # pieces of every part at the depot
ROW = re.compile(r"\s*(\d+)((?:\s+-?[\d.]+){5})\s+\[([\d, ]*)\]\s*\[([\d, ]*)\]\s*\[([\d, ]*)\]\s*$")
WORST = 1e-9


@dataclass(frozen=True)
class Place:
    x: float
    y: float
    opens: float
    closes: float
    service: float
    skills: frozenset[int]
    tools: frozenset[int] = frozenset()
    parts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Trsp:
    """places[0] is the depot, 1 to `crews` the technicians' homes, the others the requests; numbers as in the file."""

    name: str
    crews: int
    places: tuple[Place, ...]

    def requests(self) -> range:
        return range(self.crews + 1, len(self.places))

    def distance(self, a: int, b: int) -> float:
        return math.hypot(self.places[a].x - self.places[b].x, self.places[a].y - self.places[b].y)


def read_trsp(path: Path) -> Trsp:
    """Raises ValueError naming file, line and what was expected."""
    crews = 0
    places: list[Place] = []
    counts_next = False
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if counts_next:
            crews, counts_next = int(text.split()[0]), False
        elif text.startswith("CREW COUNT"):
            counts_next = True
        elif row := ROW.match(text):
            if int(row[1]) != len(places):
                raise ValueError(f"{path}:{number}: expected rows counted from 0")
            x, y, opens, closes, service = (float(word) for word in row[2].split())
            skills, tools, parts = ([int(word) for word in row[k].split(",") if word.strip()] for k in (3, 4, 5))
            places.append(Place(x, y, opens, closes, service, frozenset(skills), frozenset(tools), tuple(parts)))
        elif crews and text.strip() and text.split()[0].isdecimal():
            raise ValueError(f"{path}:{number}: expected ID X Y TWS TWE Serv [skills] [tools] [parts]")
    if not crews or len(places) < crews + 2:
        raise ValueError(f"{path}: no technicians, or no requests")
    return Trsp(path.stem.split(".")[0], crews, tuple(places))


def bare(instance: Trsp) -> Trsp:
    """The same without tools and parts."""
    return replace(instance, places=tuple(replace(place, tools=frozenset(), parts=()) for place in instance.places))


def bare_copy(path: Path, to: Path) -> Path:
    """The same file without tools and parts, for other planners."""
    lines = []
    for text in path.read_text(encoding="utf-8").splitlines():
        row = ROW.match(text)
        lines.append(f"{row[1]}{row[2]} [{row[3]}] [] [0,0,0,0,0]" if row else text)
    to.mkdir(parents=True, exist_ok=True)
    copy = to / path.name
    copy.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return copy


def problem_of(instance: Trsp) -> paidan.Problem:
    def at(time: float) -> dt.datetime:
        return ORIGIN + dt.timedelta(seconds=round(time * SCALE))

    def skill(number: int) -> str:
        return f"s{number}"

    def tools(numbers: frozenset[int]) -> list[str]:
        return [f"tool{number}" for number in sorted(numbers)]

    def parts(counts: tuple[int, ...]) -> list[paidan.PartCount]:
        return [paidan.PartCount(part=f"part{k}", quantity=count) for k, count in enumerate(counts) if count > 0]

    used = [place for place in instance.places if place.tools or place.parts]
    kinds = max((len(place.parts) for place in used), default=0)
    supply = paidan.SupplyDepot(
        id="depot",
        location=str(DEPOT),
        hours=[
            paidan.OpeningHours(
                start=at(instance.places[DEPOT].opens),
                end=at(instance.places[DEPOT].closes) + dt.timedelta(seconds=1),
            )
        ],
        parts=parts((PLENTY,) * kinds),
        tools=tools(frozenset().union(*(place.tools for place in used))),
    )

    xy = np.array([(place.x, place.y) for place in instance.places])
    legs = np.hypot(*(np.subtract.outer(xy[:, axis], xy[:, axis]) for axis in (0, 1)))
    matrix = np.ceil(legs * SCALE - WORST).astype(np.int64)
    depot = instance.places[0]
    everyone = instance.places[1 : instance.crews + 1]
    return paidan.Problem(
        zone="UTC",
        origin=ORIGIN,
        locations=[paidan.Location(id=str(number)) for number in range(len(instance.places))],
        profiles=[paidan.TravelProfile(id="van", matrix=paidan.MatrixData(matrix))],
        technicians=[
            paidan.Technician(
                id=f"t{number}",
                home=str(number),
                profile="van",
                skills=[paidan.SkillHeld(skill=skill(one)) for one in sorted(place.skills)],
                tools=tools(place.tools),
                parts=parts(place.parts),
                shifts=[paidan.Shift(id="day", start=at(place.opens), end=at(min(place.closes, depot.closes)))],
            )
            for number, place in enumerate(everyone, 1)
        ],
        orders=[
            paidan.Order(
                id=str(number),
                location=str(number),
                service=dt.timedelta(seconds=round(instance.places[number].service * SCALE)),
                # Half-open: the last tick of the window is a start that the instance allows.
                windows=[
                    paidan.Window(
                        start=at(instance.places[number].opens),
                        end=at(instance.places[number].closes) + dt.timedelta(seconds=1),
                        hard=True,
                    )
                ],
                skills=[paidan.SkillLevel(skill=skill(one), level=1) for one in sorted(instance.places[number].skills)],
                tools=tools(instance.places[number].tools),
                parts=parts(instance.places[number].parts),
            )
            for number in instance.requests()
        ],
        depots=[supply] if used else [],
        objective=TRAVEL_ONLY.with_(per_waiting_second=1, per_lateness_second=1, unserved=UNSERVED),
    )


def working_time(instance: Trsp, routes: dict[int, Sequence[int]]) -> float:
    """Of routes by technician, in the file's own numbers, 0 the call at the depot. ValueError says what is wrong with them."""
    seen = Counter(number for route in routes.values() for number in route if number != DEPOT)
    for number in instance.requests():
        if seen[number] != 1:
            raise ValueError(f"request {number} is visited {seen[number]} times")
    total = 0.0
    for crew, route in routes.items():
        if not route:
            continue
        if not 1 <= crew <= instance.crews:
            raise ValueError(f"no technician {crew}")
        home = instance.places[crew]
        time, at = home.opens, crew
        tools, left = home.tools, list(home.parts)
        for number in route:
            place = instance.places[number]
            if number == DEPOT:
                if left is None:
                    raise ValueError(f"technician {crew} calls at the depot twice")
                left = None
            elif left is not None:
                if place.tools - tools:
                    raise ValueError(f"technician {crew} lacks a tool for {number}")
                left = [have - take for have, take in zip(left, place.parts or [0] * len(left), strict=True)]
                if min(left, default=0) < 0:
                    raise ValueError(f"technician {crew} lacks a part for {number}")
            if place.skills - home.skills:
                raise ValueError(f"technician {crew} lacks a skill for {number}")
            time = max(time + instance.distance(at, number), place.opens)
            if time > place.closes + 1e-6:
                raise ValueError(f"request {number} is reached at {time}, after {place.closes}")
            time, at = time + place.service, number
        back = time + instance.distance(at, crew)
        if back > min(home.closes, instance.places[0].closes) + 1e-6:
            raise ValueError(f"technician {crew} is back at {back}")
        leaves = time
        for before, number in zip(reversed([crew, *route[:-1]]), reversed(route), strict=True):
            begins = min(leaves - instance.places[number].service, instance.places[number].closes)
            leaves = begins - instance.distance(before, number)
        total += back - leaves
    return total

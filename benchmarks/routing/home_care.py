"""Home care as Mankowska, Meisel and Bierwirth (2014) publish it: caregivers with abilities, all from one office; patients' visits never
begin before their window opens and may be late; some patients get two services, together or one a given time after the other.
A third each of the cost: travel, the sum of all lateness, the largest lateness.

Numbers have three decimals: a thousandth is a second of the planner, which makes them exact.
"""

import datetime as dt
import itertools
import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import paidan
from as_problem import ORIGIN, TRAVEL_ONLY

SCALE = 1_000
OFFICE = 0
UNSERVED = 1_000_000_000_000  # more than any day
NEARLY = 1e-6


@dataclass(frozen=True)
class Patient:
    """One service, or two of which the second begins within `gap` after the first."""

    name: str
    opens: float
    due: float
    services: tuple[str, ...]
    durations: tuple[float, ...]
    gap: tuple[float, float] | None


@dataclass(frozen=True)
class HomeCare:
    """distances[0] are those of the office, distances[i] those of patients[i − 1]."""

    name: str
    caregivers: dict[str, frozenset[str]]
    patients: tuple[Patient, ...]
    distances: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Visit:
    patient: str
    service: str
    start: float


Routes = dict[str, list[Visit]]


def read_patient(row: dict[str, Any]) -> Patient:
    needed, together = row["required_caregivers"], row.get("synchronization")
    if len(needed) != (1 if together is None else 2):
        raise ValueError(f"patient {row['id']}: expected one service, or two and a synchronization")
    gap = None
    if together is not None:
        kinds = {"simultaneous": (0.0, 0.0), "sequential": tuple(map(float, together.get("distance", ())))}
        if len(kinds.get(together["type"], ())) != 2:
            raise ValueError(f"patient {row['id']}: expected simultaneous, or sequential and its distance")
        least, most = kinds[together["type"]]
        gap = (least, most)
    opens, due = map(float, row["time_window"])
    services = tuple(one["service"] for one in needed)
    return Patient(row["id"], opens, due, services, tuple(float(one["duration"]) for one in needed), gap)


def read_home_care(path: Path) -> HomeCare:
    """Raises ValueError naming the file and what was expected."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        patients = tuple(read_patient(row) for row in data["patients"])
        distances = tuple(tuple(map(float, row)) for row in data["distances"])
        caregivers = {row["id"]: frozenset(row["abilities"]) for row in data["caregivers"]}
        if len(data["central_offices"]) != 1:
            raise ValueError("expected one office")
        if any(len(row) != len(distances) for row in distances) or len(distances) != len(patients) + 1:
            raise ValueError("expected distances between the office and all patients")
    except KeyError as missing:
        raise ValueError(f"{path}: expected {missing}") from missing
    except ValueError as wrong:
        raise ValueError(f"{path}: {wrong}") from wrong
    return HomeCare(path.stem, caregivers, patients, distances)


def read_routes(path: Path) -> Routes:
    """Of a published solution; who has no visits may have no list of them."""
    return {
        route["caregiver_id"]: [
            Visit(one["patient"], one["service"], float(one["arrival_time"])) for one in route.get("locations", [])
        ]
        for route in json.loads(path.read_text(encoding="utf-8"))["routes"]
    }


def written(instance: HomeCare, routes: Routes) -> dict[str, Any]:
    """As solutions are published."""
    durations = {
        (patient.name, service): duration
        for patient in instance.patients
        for service, duration in zip(patient.services, patient.durations, strict=True)
    }
    return {
        "routes": [
            {
                "caregiver_id": caregiver,
                "locations": [
                    {
                        "arrival_time": visit.start,
                        "departure_time": round(visit.start + durations[visit.patient, visit.service], 3),
                        "patient": visit.patient,
                        "service": visit.service,
                    }
                    for visit in visits
                ],
            }
            for caregiver, visits in sorted(routes.items())
        ]
    }


def order_id(patient: str, service: str) -> str:
    return f"{patient} {service}"


def problem_of(instance: HomeCare) -> paidan.Problem:
    """Every service is an order, a pair of them linked. The day ends when all of it is done, one after the other."""

    def span(time: float) -> dt.timedelta:
        return dt.timedelta(seconds=round(time * SCALE))

    longest = max(map(max, instance.distances))
    end = max(patient.due for patient in instance.patients) + longest
    for patient in instance.patients:
        end += sum(patient.durations) + len(patient.services) * longest + (patient.gap[1] if patient.gap else 0)
    orders = []
    for place, patient in enumerate(instance.patients, 1):
        for number, (service, duration) in enumerate(zip(patient.services, patient.durations, strict=True)):
            links = []
            if number > 0 and patient.gap is not None:
                first = order_id(patient.name, patient.services[0])
                least, most = map(span, patient.gap)
                links = [paidan.Link(order=first, minimum_gap=least, maximum_gap=most)]
            orders.append(
                paidan.Order(
                    id=order_id(patient.name, service),
                    location=str(place),
                    service=span(duration),
                    windows=[
                        paidan.Window(start=ORIGIN + span(patient.opens), end=ORIGIN + span(patient.due), hard=False)
                    ],
                    skills=[paidan.SkillLevel(skill=service, level=1)],
                    links=links,
                )
            )
    return paidan.Problem(
        zone="UTC",
        origin=ORIGIN,
        locations=[paidan.Location(id=str(place)) for place in range(len(instance.distances))],
        profiles=[
            paidan.TravelProfile(
                id="way",
                matrix=paidan.MatrixData(np.rint(np.array(instance.distances) * SCALE).astype(np.int64)),
            )
        ],
        technicians=[
            paidan.Technician(
                id=caregiver,
                home=str(OFFICE),
                profile="way",
                skills=[paidan.SkillHeld(skill=one) for one in sorted(abilities)],
                shifts=[paidan.Shift(id="day", start=ORIGIN, end=ORIGIN + span(end))],
            )
            for caregiver, abilities in instance.caregivers.items()
        ],
        orders=orders,
        objective=TRAVEL_ONLY.with_(
            goals="one_weighted", per_lateness_second=1, per_worst_lateness_second=1, unserved=UNSERVED
        ),
    )


def routes_of(plan: paidan.Plan) -> Routes:
    routes: Routes = {}
    for route in plan.routes:
        visits = routes.setdefault(route.technician, [])
        for stop in route.stops:
            if stop.order is not None:
                patient, service = stop.order.split(" ")
                visits.append(Visit(patient, service, (stop.start - ORIGIN).total_seconds() / SCALE))
    return routes


def drive(instance: HomeCare, places: dict[str, int], caregiver: str, visits: Sequence[Visit]) -> float:
    """Length of one caregiver's way, there and back. ValueError when something begins before it can."""
    patients = {patient.name: patient for patient in instance.patients}
    time, at, travel = 0.0, OFFICE, 0.0
    for visit in visits:
        patient = patients.get(visit.patient)
        if patient is None or visit.service not in patient.services:
            raise ValueError(f"{visit.patient} does not need {visit.service}")
        if visit.service not in instance.caregivers[caregiver]:
            raise ValueError(f"{caregiver} is not able to do {visit.service}")
        way = instance.distances[at][places[visit.patient]]
        if visit.start < max(time + way, patient.opens) - NEARLY:
            raise ValueError(f"{visit.service} of {visit.patient} begins at {visit.start}, too soon")
        time = visit.start + patient.durations[patient.services.index(visit.service)]
        at = places[visit.patient]
        travel += way
    return travel + instance.distances[at][OFFICE]


def cost_of(instance: HomeCare, routes: Routes) -> float:
    """Of visits with their starts, by the file alone. ValueError says what is wrong with them."""
    places = {patient.name: place for place, patient in enumerate(instance.patients, 1)}
    unknown = routes.keys() - instance.caregivers.keys()
    if unknown:
        raise ValueError(f"no caregiver {min(unknown)}")
    travel = math.fsum(drive(instance, places, caregiver, visits) for caregiver, visits in routes.items())
    seen = Counter((visit.patient, visit.service) for visits in routes.values() for visit in visits)
    starts = {(visit.patient, visit.service): visit.start for visits in routes.values() for visit in visits}
    late = []
    for patient in instance.patients:
        for service in patient.services:
            if seen[patient.name, service] != 1:
                raise ValueError(f"{service} of {patient.name} is done {seen[patient.name, service]} times")
            late.append(max(0.0, starts[patient.name, service] - patient.due))
        for first, second in itertools.pairwise(starts[patient.name, service] for service in patient.services):
            if patient.gap is None or not patient.gap[0] - NEARLY <= second - first <= patient.gap[1] + NEARLY:
                raise ValueError(f"the services of {patient.name} begin {second - first} apart")
    for caregiver, visits in routes.items():
        names = [visit.patient for visit in visits]
        if len(set(names)) != len(names):
            raise ValueError(f"{caregiver} comes twice to one patient, who needs two caregivers")
    return (travel + math.fsum(late) + max(late)) / 3

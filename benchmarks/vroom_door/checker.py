"""Is this VROOM's output to that input? Written from VROOM's description of both, sharing no code with what answers.

``faults(input, output)`` lists everything that is wrong; an answer is valid when there is nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

Document = Mapping[str, Any]

STEP_KEYS = {
    "type", "description", "location", "location_index", "id", "setup", "service", "waiting_time", "load", "arrival",
    "duration", "distance", "violations",
}  # fmt: skip
TOTAL_KEYS = {
    "cost", "delivery", "pickup", "setup", "service", "duration", "waiting_time", "priority", "distance",
    "violations",
}  # fmt: skip
SUMMED = ("cost", "setup", "service", "duration", "waiting_time", "priority")

# Without matrices we say that we go straight, so much longer, at that speed.
DETOUR, METRES_PER_SECOND, EARTH = 1.27, 25 / 3.6, 6_371_000


def faults(asked: Document, told: Document) -> list[str]:
    try:
        return _Checker(asked).check(told)
    except (KeyError, IndexError, TypeError) as wrong:
        return [f"cannot be read: {wrong!r}"]


def straight_metres(one: Sequence[float], other: Sequence[float]) -> float:
    """Great circle between two [lon, lat], times the detour."""
    lon_1, lat_1, lon_2, lat_2 = map(math.radians, (*one, *other))
    half = math.sin((lat_2 - lat_1) / 2) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half)) * DETOUR


class _Checker:
    def __init__(self, asked: Document) -> None:
        self.asked = asked
        self.jobs = {job["id"]: job for job in asked["jobs"]}
        self.vehicles = {vehicle["id"]: vehicle for vehicle in asked["vehicles"]}
        self.matrices = asked.get("matrices") or {}
        self.kinds = len(asked["vehicles"][0].get("capacity", []))
        self.wrong: list[str] = []

    def need(self, holds: bool, what: str) -> None:
        if not holds:
            self.wrong.append(what)

    # ---------------------------------------------------------------- the whole

    def check(self, told: Document) -> list[str]:
        self.need(told.get("code") == 0, f"code is {told.get('code')}")
        self.need(set(told) == {"code", "summary", "unassigned", "routes"}, f"keys are {sorted(told)}")
        seen: list[int] = []
        for route in told["routes"]:
            seen += self.route(route)
        used = [route["vehicle"] for route in told["routes"]]
        self.need(len(set(used)) == len(used), f"a vehicle has two routes: {used}")
        for left in told["unassigned"]:
            seen.append(left["id"])
            job = self.jobs.get(left["id"])
            self.need(job is not None and left["type"] == "job", f"unassigned: {left}")
            if job is not None:
                self.same_words(f"unassigned {left['id']}", job, left)
        self.need(sorted(seen) == sorted(self.jobs), f"jobs told {sorted(seen)}, asked {sorted(self.jobs)}")
        self.summary(told["summary"], told["routes"], told["unassigned"])
        return self.wrong

    def summary(self, summary: Document, routes: Sequence[Document], left: Sequence[Document]) -> None:
        self.need(set(summary) <= TOTAL_KEYS | {"routes", "unassigned"}, f"summary: keys {sorted(summary)}")
        self.need(summary["routes"] == len(routes), "summary: routes")
        self.need(summary["unassigned"] == len(left), "summary: unassigned")
        self.need(summary["violations"] == [], "summary: violations")
        for key in SUMMED:
            total = sum(route[key] for route in routes)
            self.need(summary[key] == total, f"summary: {key} {summary[key]}, routes add up to {total}")
        if "distance" in summary:
            self.need(summary["distance"] == sum(route["distance"] for route in routes), "summary: distance")
        for key in ("delivery", "pickup"):
            self.need((key in summary) == (self.kinds > 0), f"summary: {key}")
            if key in summary:
                added = [sum(route[key][k] for route in routes) for k in range(self.kinds)]
                self.need(summary[key] == added, f"summary: {key} {summary[key]}, routes add up to {added}")

    def same_words(self, where: str, asked: Document, told: Document, keys: Sequence[tuple[str, str]] = ()) -> None:
        for mine, theirs in keys or [(key, key) for key in ("description", "location", "location_index")]:
            given = asked.get(theirs) or None if mine == "description" else asked.get(theirs)
            self.need(given == told.get(mine), f"{where}: {mine} {told.get(mine)}, asked {given}")

    # ---------------------------------------------------------------- ways

    def way(self, vehicle: Document, one: Document, other: Document) -> tuple[float, float, float, float]:
        """Least and most seconds, least and most metres."""
        if self.matrices:
            matrix = self.matrices[vehicle.get("profile", "car")]
            a, b = one["location_index"], other["location_index"]
            seconds, metres = matrix["durations"][a][b], (matrix.get("distances") or {}) and matrix["distances"][a][b]
            metres = metres or 0
            # Whole seconds are rounded one way or the other, and the factor may be taken in hundredths.
            factor = Fraction(str(vehicle.get("speed_factor", 1)))
            hundredths = Fraction(math.floor(factor * 100), 100)
            return math.floor(seconds / factor), math.ceil(seconds / hundredths), metres, metres
        if one["location"] == other["location"]:
            return 0, 0, 0, 0
        metres = straight_metres(one["location"], other["location"])
        seconds = metres / METRES_PER_SECOND / vehicle.get("speed_factor", 1)
        return seconds * 0.99 - 2, seconds * 1.01 + 2, metres * 0.99 - 2, metres * 1.01 + 2

    # ---------------------------------------------------------------- one route

    def route(self, route: Document) -> list[int]:
        vehicle = self.vehicles.get(route["vehicle"])
        if vehicle is None:
            self.wrong.append(f"no vehicle {route['vehicle']}")
            return []
        name = f"vehicle {vehicle['id']}"
        allowed = TOTAL_KEYS | {"vehicle", "description", "steps"}
        self.need(set(route) <= allowed, f"{name}: keys {sorted(route)}")
        self.need(route["violations"] == [], f"{name}: violations")
        self.need(route.get("description") == (vehicle.get("description") or None), f"{name}: description")
        steps = route["steps"]
        served = [step["id"] for step in steps if step["type"] == "job"]
        unknown = [one for one in served if one not in self.jobs]
        if unknown or not served:
            self.wrong.append(f"{name}: jobs {unknown or served}")
            return served
        self.frame(name, vehicle, steps)
        self.breaks(name, vehicle, steps)
        self.times(name, vehicle, route)
        self.loads(name, vehicle, route)
        jobs = [self.jobs[one] for one in served]
        for job in jobs:
            self.need(set(job.get("skills", [])) <= set(vehicle.get("skills", [])), f"{name}: skills of {job['id']}")
        self.need(len(jobs) <= vehicle.get("max_tasks", math.inf), f"{name}: max_tasks")
        self.need(route["duration"] <= vehicle.get("max_travel_time", math.inf), f"{name}: max_travel_time")
        self.need(route.get("distance", 0) <= vehicle.get("max_distance", math.inf), f"{name}: max_distance")
        self.need(route["priority"] == sum(job.get("priority", 0) for job in jobs), f"{name}: priority")
        for key in ("setup", "service", "waiting_time"):
            total = sum(step[key] for step in steps)
            self.need(route[key] == total, f"{name}: {key} {route[key]}, steps add up to {total}")
        work = sum(step["setup"] + step["service"] for step in steps)  # breaks among it
        costs = {"fixed": 0, "per_hour": 3600, "per_task_hour": 0, "per_km": 0} | vehicle.get("costs", {})
        cost = (
            Fraction(costs["per_hour"] * route["duration"], 3600)
            + Fraction(costs["per_task_hour"] * work, 3600)
            + Fraction(costs["per_km"] * route.get("distance", 0), 1000)
            + costs["fixed"]
        )
        # Rounded, but nobody says how.
        self.need(abs(route["cost"] - cost) < 1, f"{name}: cost {route['cost']}, is {float(cost)}")
        return served

    def frame(self, name: str, vehicle: Document, steps: Sequence[Document]) -> None:
        kinds = [step["type"] for step in steps]
        self.need(set(kinds) <= {"start", "job", "break", "end"}, f"{name}: types {kinds}")
        jobs = [self.jobs[step["id"]] for step in steps if step["type"] == "job"]
        for end, keys, place in (("start", ("start", "start_index"), 0), ("end", ("end", "end_index"), -1)):
            self.need(kinds.count(end) == 1 and kinds[place] == end, f"{name}: {end} is not at its place")
            # Without one the route begins at its first job, and ends at its last.
            has = any(key in vehicle for key in keys)
            words = keys if has else ("location", "location_index")
            asked = vehicle if has else jobs[place]
            pairs = list(zip(("location", "location_index"), words, strict=True))
            self.same_words(f"{name} {end}", asked, steps[place], pairs)
        for step in steps:
            self.need(set(step) <= STEP_KEYS, f"{name}: keys {sorted(step)}")
            self.need(step["violations"] == [], f"{name}: violations of a step")
            self.need(("id" in step) == (step["type"] in ("job", "break")), f"{name}: id of {step['type']}")
            if step["type"] == "job":
                self.same_words(f"{name} job {step['id']}", self.jobs[step["id"]], step)
            elif step["type"] != "break":
                self.need(
                    (step["setup"], step["service"], step["waiting_time"]) == (0, 0, 0), f"{name}: work at an end"
                )

    def breaks(self, name: str, vehicle: Document, steps: Sequence[Document]) -> None:
        asked = {pause["id"]: pause for pause in vehicle.get("breaks", [])}
        taken = [step["id"] for step in steps if step["type"] == "break"]
        self.need(sorted(taken) == sorted(asked), f"{name}: breaks {taken}, asked {sorted(asked)}")
        for step in steps:
            if step["type"] != "break" or step["id"] not in asked:
                continue
            pause = asked[step["id"]]
            start = step["arrival"] + step["waiting_time"]
            windows = pause.get("time_windows") or [[0, math.inf]]
            self.need(any(a <= start <= b for a, b in windows), f"{name}: break {step['id']} at {start} of {windows}")
            self.need(step["service"] == pause.get("service", 0), f"{name}: break {step['id']} takes {step['service']}")
            self.need(step["setup"] == 0, f"{name}: setup of a break")
            self.need(step.get("description") == (pause.get("description") or None), f"{name}: description of a break")

    def times(self, name: str, vehicle: Document, route: Document) -> None:
        steps = route["steps"]
        hours = vehicle.get("time_window", [0, math.inf])
        time = steps[0]["arrival"]
        self.need(time >= hours[0], f"{name}: begins at {time}, works from {hours[0]}")
        known = "distance" in route
        duration: int = 0
        metres_least = metres_most = 0.0
        here: Document | None = None
        on_the_way = 0
        for number, step in enumerate(steps):
            where = f"{name} step {number}"
            travelled = step["arrival"] - time
            self.need(travelled >= 0, f"{where}: arrives {-travelled} s before it left")
            self.need(step["waiting_time"] >= 0, f"{where}: waits {step['waiting_time']}")
            duration += travelled
            on_the_way += travelled
            self.need(step["duration"] == duration, f"{where}: duration {step['duration']}, is {duration}")
            self.need(("distance" in step) == known, f"{where}: distance")
            if known and step["type"] == "break" and number > 0:
                more = step["distance"] - steps[number - 1]["distance"]
                self.need(more >= 0 if travelled else more == 0, f"{where}: {more} m in {travelled} s")
            if step["type"] != "break":
                if here is None:
                    self.need(on_the_way == 0, f"{where}: was on the way before it was anywhere")
                else:
                    low, high, metres_low, metres_high = self.way(vehicle, here, step)
                    self.need(low <= on_the_way <= high, f"{where}: {on_the_way} s on the way, {low} to {high}")
                    metres_least, metres_most = metres_least + metres_low, metres_most + metres_high
                if known:
                    self.need(
                        metres_least <= step["distance"] <= metres_most,
                        f"{where}: distance {step['distance']}, is {metres_least} to {metres_most}",
                    )
                on_the_way = 0
            if step["type"] == "job":
                self.job(where, vehicle, step, here)
            # Nobody is anywhere before the first job of a vehicle without a start: its setup is needed.
            nowhere = step["type"] == "start" and not ("start" in vehicle or "start_index" in vehicle)
            if step["type"] != "break" and not nowhere:
                here = step
            time = step["arrival"] + step["waiting_time"] + step["setup"] + step["service"]
        self.need(time <= hours[1], f"{name}: ends at {time}, works until {hours[1]}")
        self.need(route["duration"] == duration, f"{name}: duration {route['duration']}, is {duration}")
        if known:
            self.need(route["distance"] == steps[-1]["distance"], f"{name}: distance")
        if self.matrices:
            self.need(known == ("distances" in self.matrices[vehicle.get("profile", "car")]), f"{name}: distance told?")

    def job(self, where: str, vehicle: Document, step: Document, here: Document | None) -> None:
        job = self.jobs[step["id"]]
        start = step["arrival"] + step["waiting_time"]
        windows = job.get("time_windows") or [[0, math.inf]]
        self.need(any(a <= start <= b for a, b in windows), f"{where}: job {job['id']} at {start} of {windows}")
        kind = vehicle.get("type")

        def work(what: str) -> int:
            return int(job.get(f"{what}_per_type", {}).get(kind, job.get(what, 0)))

        place = "location_index" if self.matrices else "location"
        same = here is not None and here.get(place) == step.get(place)
        self.need(step["setup"] == (0 if same else work("setup")), f"{where}: setup {step['setup']}")
        self.need(step["service"] == work("service"), f"{where}: service {step['service']}")

    def loads(self, name: str, vehicle: Document, route: Document) -> None:
        keys = [*route["steps"], route]
        self.need(all(("load" in step) == (self.kinds > 0) for step in route["steps"]), f"{name}: load")
        if self.kinds == 0:
            self.need(not any(key in one for one in keys for key in ("load", "delivery", "pickup")), f"{name}: amounts")
            return
        nothing = [0] * self.kinds
        jobs = [self.jobs[step["id"]] for step in route["steps"] if step["type"] == "job"]
        capacity = vehicle.get("capacity", nothing)
        load = [sum(job.get("delivery", nothing)[k] for job in jobs) for k in range(self.kinds)]
        fetched = [sum(job.get("pickup", nothing)[k] for job in jobs) for k in range(self.kinds)]
        self.need((route["delivery"], route["pickup"]) == (load, fetched), f"{name}: delivery, pickup")
        for step in route["steps"]:
            if step["type"] == "job":
                job = self.jobs[step["id"]]
                for k in range(self.kinds):
                    load[k] += job.get("pickup", nothing)[k] - job.get("delivery", nothing)[k]
            self.need(step["load"] == load, f"{name}: load {step['load']}, is {load}")
            self.need(all(a <= b for a, b in zip(load, capacity, strict=True)), f"{name}: load {load} of {capacity}")
        first = [sum(job.get("delivery", nothing)[k] for job in jobs) for k in range(self.kinds)]
        self.need(all(a <= b for a, b in zip(first, capacity, strict=True)), f"{name}: starts with {first}")

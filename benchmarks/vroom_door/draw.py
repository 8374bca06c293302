"""VROOM inputs at random: every key that is supported comes up, alone and together, in days that are full or not."""

from __future__ import annotations

import random
from typing import Any


def draw(seed: int) -> dict[str, Any]:
    rng = random.Random(seed)
    places = rng.randint(2, 9)
    by_matrix = rng.random() < 0.75
    points = [[round(2.3 + rng.uniform(0, 0.2), 6), round(48.8 + rng.uniform(0, 0.2), 6)] for _ in range(places)]
    profiles = rng.sample(["car", "bike", "truck"], rng.choice([1, 1, 2]))
    distances = rng.random() < 0.7
    origin = rng.choice([0, 0, 0, 28_800, 1_700_000_000])
    kinds = rng.choice([0, 0, 1, 2])
    some = {key: rng.random() < 0.35 for key in _FEATURES}
    common = {"per_hour": rng.choice([3600, 1800, 7200]), "per_km": rng.choice([0, 100]) if distances else 0}
    common["per_task_hour"] = rng.choice([0, 900, 1800])

    def window(least: int, most: int, start: int = 0, span: int = 12_000) -> list[int]:
        a = origin + start + rng.randrange(span)
        return [a, a + rng.randint(least, most)]

    def place(thing: dict[str, Any], key: str, index: str) -> None:
        k = rng.randrange(places)
        if by_matrix:
            thing[index] = k
        if not by_matrix or some["locations"]:
            thing[key] = points[k]

    jobs = []
    for number in range(rng.choice([0, 1, 3, 6, 10, 16])):
        job: dict[str, Any] = {"id": 100 + number}
        place(job, "location", "location_index")
        if rng.random() < 0.8:
            job["service"] = rng.choice([0, 60, 300, 900])
        if some["setup"]:
            job["setup"] = rng.choice([0, 30, 600])
        if some["description"]:
            job["description"] = f"job {number}"
        if some["skills"]:
            job["skills"] = rng.sample([1, 2, 14], rng.randint(0, 2))
        if some["priority"]:
            job["priority"] = rng.choice([0, 1, 10, 100])
        if some["windows"] and rng.random() < 0.7:
            windows = [window(0, 3_000, 4_000 * k, 2_500) for k in range(rng.choice([1, 1, 2, 3]))]
            job["time_windows"] = windows
        if some["types"]:
            job["service_per_type"] = {"van": 120, "lorry": 90}
            job["setup_per_type"] = {"van": 45}
        for key in ("delivery", "pickup"):
            if kinds and some[key]:
                job[key] = [rng.choice([0, 1, 2, 5]) for _ in range(kinds)]
        jobs.append(job)
    vehicles = []
    for number in range(rng.randint(1, 4)):
        vehicle: dict[str, Any] = {"id": number + 1, "profile": rng.choice(profiles)}
        ends = rng.choice(["both", "both", "start", "end"]) if some["open"] else "both"
        if ends != "end":
            place(vehicle, "start", "start_index")
        if ends != "start":
            place(vehicle, "end", "end_index")
        if some["description"]:
            vehicle["description"] = f"vehicle {number}"
        if kinds:
            vehicle["capacity"] = [rng.choice([0, 4, 12, 30]) for _ in range(kinds)]
        if some["skills"]:
            vehicle["skills"] = rng.sample([1, 2, 14], rng.randint(0, 3))
        if some["types"]:
            vehicle["type"] = "van"
        if rng.random() < 0.7:
            vehicle["time_window"] = window(2_000, 20_000, 0, 3_000)
        if some["breaks"]:
            first, last = vehicle.get("time_window", [origin, origin + 20_000])
            vehicle["breaks"] = _breaks(rng, first, last)
        if some["speed"]:
            vehicle["speed_factor"] = rng.choice([0.5, 0.8, 1, 1.25, 2])
        if some["max_tasks"]:
            vehicle["max_tasks"] = rng.randint(0, 6)
        if some["max_travel_time"]:
            vehicle["max_travel_time"] = rng.randrange(4_000)
        if some["max_distance"] and (distances or not by_matrix):
            vehicle["max_distance"] = rng.randrange(40_000)
        if some["costs"]:
            vehicle["costs"] = common | {"fixed": rng.choice([0, 1000])}
        vehicles.append(vehicle)
    if some["steps"]:
        numbers = [job["id"] for job in jobs]
        rng.shuffle(numbers)
        for k, vehicle in enumerate(vehicles):
            own = numbers[k :: len(vehicles)][:4]
            vehicle["steps"] = [{"type": "start"}, *({"type": "job", "id": one} for one in own), {"type": "end"}]
    asked: dict[str, Any] = {"jobs": jobs, "vehicles": vehicles}
    if by_matrix:
        asked["matrices"] = {profile: _matrices(rng, places, distances) for profile in profiles}
    return asked


_FEATURES = (
    "locations", "setup", "description", "skills", "priority", "windows", "types", "delivery", "pickup", "open",
    "breaks", "speed", "max_tasks", "max_travel_time", "max_distance", "costs", "steps",
)  # fmt: skip


def _matrices(rng: random.Random, places: int, distances: bool) -> dict[str, Any]:
    seconds = [[0 if i == k else rng.randint(30, 1500) for k in range(places)] for i in range(places)]
    metres = [[value * rng.randint(5, 12) for value in row] for row in seconds]
    return {"durations": seconds} | ({"distances": metres} if distances else {})


def _breaks(rng: random.Random, first: int, last: int) -> list[dict[str, Any]]:
    """One behind the other, so that they fit."""
    breaks = []
    time = first
    for number in range(rng.randint(1, 3)):
        length = rng.choice([0, 60, 300, 500, 2_000])
        if time + length > last - 1_000:
            break
        start = rng.randint(time, max(time, min(last - 900, time + 4_000)))
        pause: dict[str, Any] = {"id": number + 1, "service": length}
        pause["time_windows"] = [[start, min(last - length, start + rng.choice([0, 300, 2_000]))]]
        if pause["time_windows"][0][1] < start:
            break
        breaks.append(pause)
        time = pause["time_windows"][0][1] + length
    return breaks

"""Judges routes by the file of the instance alone. It reads that file itself: it shares nothing with what planners are given.

All numbers are whole tenths, distances by the convention of the DIMACS challenge of 2021: floor(10 × Euclidean).
"""

from collections import Counter
from collections.abc import Sequence
from math import isqrt
from pathlib import Path


class Wrong(Exception):
    """What is wrong with the routes."""


def verified_distance(path: Path, routes: Sequence[Sequence[int]]) -> int:
    """Tenths that all vehicles drive. Routes hold customer numbers without the depot; an empty one stays at home."""
    rows = [text.split() for text in path.read_text(encoding="utf-8").splitlines()]
    numbers = [[int(word) for word in row] for row in rows if all(word.lstrip("-").isdecimal() for word in row)]
    [(vehicles, capacity)] = [row for row in numbers if len(row) == 2]
    table = {row[0]: row[1:] for row in numbers if len(row) == 7}
    x0, y0, _, opens, closes, _ = table[0]

    visits = Counter(number for route in routes for number in route)
    for number in visits:
        if number == 0 or number not in table:
            raise Wrong(f"no customer {number}")
    for number in table:
        if number != 0 and visits[number] != 1:
            raise Wrong(f"customer {number} is visited {visits[number]} times")
    if sum(1 for route in routes if route) > vehicles:
        raise Wrong(f"more than {vehicles} vehicles")

    distance = 0
    for route in routes:
        x, y, time, load = x0, y0, 10 * opens, 0
        for number in route:
            to_x, to_y, demand, ready, due, service = table[number]
            leg = isqrt(100 * ((x - to_x) ** 2 + (y - to_y) ** 2))
            distance += leg
            begin = max(time + leg, 10 * ready)
            if begin > 10 * due:
                raise Wrong(f"late by {begin - 10 * due} tenths at customer {number}")
            load += demand
            x, y, time = to_x, to_y, begin + 10 * service
        home = isqrt(100 * ((x - x0) ** 2 + (y - y0) ** 2))
        distance += home
        if route and time + home > 10 * closes:
            raise Wrong(f"{time + home - 10 * closes} tenths late at the depot")
        if load > capacity:
            raise Wrong(f"a vehicle carries {load} of {capacity}")
    return distance

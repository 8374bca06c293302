"""Where people live: see parameters.py."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from field import parameters as p
from field.draw import Draw

Place = tuple[float, float]
"""Kilometres to the east and to the north of the middle."""


@dataclass(frozen=True, kw_only=True)
class Town:
    kind: str
    radius: float
    centres: dict[Place, int] = field(default_factory=dict)
    """With their weights; of a town of towns."""
    turns: int = 0
    """By how many quarters the river is turned."""

    def leg_km(self, orders: int) -> float:
        """The typical leg between two orders, in a straight line."""
        return p.LEG_FACTOR * math.sqrt(p.SETTLED[self.kind] * math.pi * self.radius**2 / orders)

    def place(self, draw: Draw) -> Place:
        """Of an order."""
        if self.kind == "towns" and draw.chance(p.AT_CENTRES):
            east, north = draw.weighted(self.centres)
            spread = p.CENTRE_SPREAD * self.radius
            return east + draw.bell() * spread, north + draw.bell() * spread
        if self.kind == "river":
            return self._by_river(draw, p.BEYOND_RIVER)
        return self._even(draw)

    def home(self, draw: Draw) -> Place:
        if self.kind == "river" and draw.chance(p.HOMES_BEYOND_RIVER):
            return self._by_river(draw, 1.0)
        if draw.chance(p.OUTSKIRTS):
            while True:
                east, north = draw.between(-1.2, 1.2), draw.between(-1.2, 1.2)
                if 0.36 <= east**2 + north**2 <= 1.44 and not self._in_river(east):
                    return self._turned((east * self.radius, north * self.radius))
        if self.kind == "river":
            return self._by_river(draw, 0.0)
        return self.place(draw)

    def _even(self, draw: Draw) -> Place:
        while True:
            east, north = draw.bell() * p.EVEN_SPREAD, draw.bell() * p.EVEN_SPREAD
            if east**2 + north**2 <= 1:
                return east * self.radius, north * self.radius

    def _in_river(self, east: float) -> bool:
        return self.kind == "river" and p.RIVER_AT < east < p.RIVER_AT + p.RIVER_WIDTH

    def _by_river(self, draw: Draw, beyond: float) -> Place:
        far = draw.chance(beyond)
        while True:
            if far:
                east, north = draw.between(p.RIVER_AT + p.RIVER_WIDTH, 1.0), draw.between(-0.7, 0.7)
            else:
                east, north = draw.bell() * p.EVEN_SPREAD, draw.bell() * p.EVEN_SPREAD
                if east > p.RIVER_AT:
                    continue
            if east**2 + north**2 <= 1:
                return self._turned((east * self.radius, north * self.radius))

    def _turned(self, place: Place) -> Place:
        east, north = place
        for _ in range(self.turns):
            east, north = -north, east
        return east, north


def town(draw: Draw, orders: int) -> Town:
    kind = draw.weighted(p.TOWN_KINDS)
    radius = (p.RADIUS_KM + p.RADIUS_KM_PER_ROOT * math.sqrt(orders)) * draw.between(*p.RADIUS_SPREAD)
    turns = draw.whole(0, 3)
    centres = {
        (draw.between(-0.6, 0.6) * radius, draw.between(-0.6, 0.6) * radius): draw.whole(1, 4)
        for _ in range(draw.whole(*p.CENTRES))
    }
    return Town(kind=kind, radius=radius, centres=centres, turns=turns if kind == "river" else 0)


def degrees(place: Place) -> tuple[float, float]:
    """Latitude and longitude, to about a metre."""
    east, north = place
    return (
        round(p.CENTRE_DEGREES[0] + north / p.KM_PER_DEGREE[0], 5),
        round(p.CENTRE_DEGREES[1] + east / p.KM_PER_DEGREE[1], 5),
    )

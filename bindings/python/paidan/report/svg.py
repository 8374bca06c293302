"""The map of a day as inline SVG, without a base layer. No network, no scripts."""

from __future__ import annotations

import itertools
import math
from html import escape
from typing import TYPE_CHECKING

from paidan.report import people
from paidan.report.colours import technician_colours
from paidan.report.words import Language, word

if TYPE_CHECKING:
    import paidan
    from paidan.week.run import Day

WIDTH = 900
HIGHEST = 560
"""Fits on a page of paper as it is, so that what is drawn to scale stays so."""
LEAST = 320
EDGE = 20
NARROWEST = 0.005
"""Degrees that a map shows at least (500 m): one address is a dot, not the whole world."""
RADIUS = 9.0
NUMBERED = 60
"""Up to so many orders, dots have room for their turn."""


def route_map(day: Day, language: Language) -> str:
    """Homes, visits and the order of visiting, to scale (equirectangular about the middle latitude).

    Dots that would lie on each other stand beside each other, with a line to their place.
    """
    places = {place.id: place.point for place in day.problem.locations if place.point is not None}
    out_today = {route.technician for route in day.routes if route.stops}
    homes = {
        person.id: places[person.home]
        for person in day.problem.technicians
        if person.home in places and person.id in out_today
    }
    shown = [*homes.values(), *(places[order.location] for order in day.problem.orders if order.location in places)]
    if not shown:
        return ""
    view = _View(shown)
    colours = technician_colours(day)
    orders = {order.id: order for order in day.problem.orders}
    out = [
        f'<figure class="map" style="max-width:{view.width}px"><svg viewBox="0 0 {view.width} {view.height}" class="map" '
        f'role="img" aria-label="{escape(word("map", language))}">'
    ]
    names = {person.id: people.label(person, day) for person in day.problem.technicians}
    for route in people.routes(day):
        points = [view.xy(homes[route.technician])] if route.technician in homes else []
        points += [
            view.xy(places[orders[stop.order].location])
            for stop in route.stops
            if stop.order is not None and orders[stop.order].location in places
        ]
        if route.technician in homes:
            points.append(points[0])
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        out.append(
            f'<polyline class="way" points="{path}" stroke="{colours[route.technician]}">'
            f"<title>{escape(names[route.technician])}</title></polyline>"
        )
    for person, point in homes.items():
        x, y = view.xy(point)
        out.append(
            f'<rect class="home" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{colours[person]}">'
            f"<title>{escape(names[person])}</title></rect>"
        )
    out += _dots(day, view, places, language)
    length, share = view.scale_bar()
    out.append(f'</svg><figcaption><i style="width:{share:.2f}%"></i>{length}</figcaption></figure>')
    return "".join(out)


class _View:
    """Degrees to the picture's units."""

    def __init__(self, shown: list[paidan.GeoPoint]) -> None:
        lats = [point.lat for point in shown]
        lons = [point.lon for point in shown]
        self.squeeze = math.cos(math.radians((min(lats) + max(lats)) / 2))
        spread = max((max(lons) - min(lons)) * self.squeeze, NARROWEST)
        rise = max(max(lats) - min(lats), NARROWEST)
        self.scale = min((WIDTH - 2 * EDGE) / spread, (HIGHEST - 2 * EDGE) / rise)
        self.width = max(LEAST, round(spread * self.scale + 2 * EDGE))
        self.height = max(LEAST // 2, round(rise * self.scale + 2 * EDGE))
        self.lon = (min(lons) + max(lons)) / 2
        self.lat = (min(lats) + max(lats)) / 2

    def xy(self, point: paidan.GeoPoint) -> tuple[float, float]:
        x = self.width / 2 + (point.lon - self.lon) * self.squeeze * self.scale
        return x, self.height / 2 - (point.lat - self.lat) * self.scale

    def scale_bar(self) -> tuple[str, float]:
        """A round length, and its share of the width in percent."""
        per_km = self.scale / 111.32
        lengths = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1)
        km = next((one for one in lengths if one * per_km <= self.width / 4), lengths[-1])
        return (f"{km:g} km" if km >= 1 else f"{km * 1000:g} m"), km * per_km / self.width * 100


def _dots(day: Day, view: _View, places: dict[str, paidan.GeoPoint], language: Language) -> list[str]:
    colours = technician_colours(day)
    called = {job.id: job.called(language) for job in day.jobs}
    served = {stop.order: route.technician for route in day.routes for stop in route.stops if stop.order is not None}
    turn = {
        stop.order: number
        for route in day.routes
        for number, stop in enumerate((one for one in route.stops if one.order is not None), 1)
    }
    count = len(day.problem.orders)
    numbered = count <= NUMBERED
    radius = RADIUS if numbered else max(2.2, 40 / count**0.5)
    shown = [order for order in day.problem.orders if order.location in places]
    at = [view.xy(places[order.location]) for order in shown]
    dots = _apart(at, radius, view) if numbered else at
    out = [
        f'<line class="leader" x1="{a:.1f}" y1="{b:.1f}" x2="{x:.1f}" y2="{y:.1f}"/>'
        for (a, b), (x, y) in zip(at, dots, strict=True)
        if math.hypot(x - a, y - b) > 1
    ]
    for order, (x, y) in zip(shown, dots, strict=True):
        fill = colours[served[order.id]] if order.id in served else "none"
        state = "stop" if order.id in served else "stop open"
        hint = escape(f"{order.id} {called.get(order.id, '')}")
        out.append(
            f'<circle class="{state}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"><title>{hint}</title></circle>'
        )
        if numbered and order.id in turn:
            out.append(f'<text class="turn" x="{x:.1f}" y="{y + 3.5:.1f}">{turn[order.id]}</text>')
    return out


def _apart(at: list[tuple[float, float]], radius: float, view: _View) -> list[tuple[float, float]]:
    """Each at its place, or at the nearest one around it where it touches no earlier one and stays in the picture."""
    apart = 2 * radius + 1
    free: list[tuple[float, float]] = []
    for x, y in at:
        rings = ((ring * apart / 2, 2 * math.pi * k / (6 * ring)) for ring in range(1, 60) for k in range(6 * ring))
        around = ((x + away * math.cos(turn), y + away * math.sin(turn)) for away, turn in rings)
        inside = (
            one for one in around if radius < one[0] < view.width - radius and radius < one[1] < view.height - radius
        )
        tries = itertools.chain([(x, y)], inside)
        free.append(next((one for one in tries if all(math.dist(one, other) >= apart for other in free)), (x, y)))
    return free

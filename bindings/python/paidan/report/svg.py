"""Pictures as inline SVG: a timeline per technician and a map without a base layer. No network, no scripts."""

from __future__ import annotations

import datetime as dt
import math
from html import escape
from typing import TYPE_CHECKING

from paidan.report.words import Language, word

if TYPE_CHECKING:
    import paidan
    from paidan.week.run import Day

ROW = 26
LABEL = 92
WIDTH = 1080


def colour(number: int) -> str:
    """Well separated hues by the golden angle."""
    return f"hsl({(number * 137.508 + 205) % 360:.0f} 52% {42 + 10 * (number % 2)}%)"


def _clock(moment: dt.datetime) -> str:
    return moment.strftime("%H:%M")


def _routes(day: Day) -> list[paidan.Route]:
    return sorted(day.routes, key=lambda route: route.technician)


def technician_colours(day: Day) -> dict[str, str]:
    return {person.id: colour(number) for number, person in enumerate(day.problem.technicians)}


def gantt(day: Day, language: Language) -> str:
    """One row a technician: travel thin, service thick, breaks hatched; the appointment's ±30 minutes as a bracket."""
    routes = _routes(day)
    if not routes:
        return ""
    names = {person.id: person.name for person in day.problem.technicians}
    orders = {order.id: order for order in day.problem.orders}
    called = {job.id: job.called(language) for job in day.jobs}
    colours = technician_colours(day)
    starts = min(route.start for route in routes)
    ends = max(route.end for route in routes)
    origin = starts.replace(minute=0, second=0)
    hours = max(1, math.ceil((ends - origin).total_seconds() / 3600))
    scale = (WIDTH - LABEL - 22) / (hours * 3600)

    def x(moment: dt.datetime) -> float:
        return LABEL + (moment - origin).total_seconds() * scale

    height = 26 + ROW * len(routes)
    out = [f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(word("gantt", language))}">']
    for hour in range(hours + 1):
        moment = origin + dt.timedelta(hours=hour)
        out.append(f'<line class="grid" x1="{x(moment):.1f}" y1="18" x2="{x(moment):.1f}" y2="{height}"/>')
        out.append(f'<text class="tick" x="{x(moment):.1f}" y="12">{_clock(moment)}</text>')
    for number, route in enumerate(routes):
        top = 22 + ROW * number
        middle = top + ROW / 2 - 2
        label = escape(names.get(route.technician, route.technician))
        out.append(f'<text class="label" x="{LABEL - 8}" y="{middle + 4:.1f}">{label}</text>')
        out.append(
            f'<line class="travel" x1="{x(route.start):.1f}" y1="{middle:.1f}" x2="{x(route.end):.1f}" y2="{middle:.1f}"/>'
        )
        for stop in route.stops:
            left, right = x(stop.start), x(stop.end)
            if stop.start > stop.arrival and stop.order is not None:
                wait = x(stop.arrival)
                out.append(f'<line class="wait" x1="{wait:.1f}" y1="{middle:.1f}" x2="{left:.1f}" y2="{middle:.1f}"/>')
            if stop.order is None:
                hint = f"{word('legend_break', language)} {_clock(stop.start)}–{_clock(stop.end)}"
                out.append(
                    f'<rect class="break" x="{left:.1f}" y="{top + 5}" width="{right - left:.1f}" height="{ROW - 14}">'
                    f"<title>{escape(hint)}</title></rect>"
                )
                continue
            order = orders[stop.order]
            late = False
            if order.promise is not None:
                low, high = order.promise.at - order.promise.before, order.promise.at + order.promise.after
                late = stop.start > high
                out.append(f'<path class="promise" d="M{x(low):.1f} {top + 1}v3H{x(high):.1f}v-3"/>')
            hint = f"{order.id} {called.get(order.id, '')}: {_clock(stop.start)}–{_clock(stop.end)}"
            if order.promise is not None:
                hint += (
                    f" ({word('legend_promise', language)}: {_clock(order.promise.at.astimezone(stop.start.tzinfo))})"
                )
            out.append(
                f'<rect class="visit{" late" if late else ""}" x="{left:.1f}" y="{top + 5}" width="{max(1.5, right - left):.1f}" '
                f'height="{ROW - 14}" rx="2" fill="{colours[route.technician]}"><title>{escape(hint)}</title></rect>'
            )
    out.append("</svg>")
    return "".join(out)


def route_map(day: Day, language: Language) -> str:
    """Homes, visits and the order of visiting, to scale (equirectangular about the middle latitude)."""
    places = {place.id: place.point for place in day.problem.locations if place.point is not None}
    if not places:
        return ""
    homes = {person.id: places[person.home] for person in day.problem.technicians if person.home in places}
    lats = [point.lat for point in places.values()]
    lons = [point.lon for point in places.values()]
    squeeze = math.cos(math.radians((min(lats) + max(lats)) / 2))
    spread = max((max(lons) - min(lons)) * squeeze, 1e-4)
    rise = max(max(lats) - min(lats), 1e-4)
    height = max(220, min(760, round((WIDTH - 40) * rise / spread)))
    scale = min((WIDTH - 40) / spread, (height - 40) / rise)

    def xy(point: paidan.GeoPoint) -> tuple[float, float]:
        return 20 + (point.lon - min(lons)) * squeeze * scale, 20 + (max(lats) - point.lat) * scale

    width = min(WIDTH, round(spread * scale + 40))
    colours = technician_colours(day)
    orders = {order.id: order for order in day.problem.orders}
    out = [
        f'<svg viewBox="0 0 {width} {height}" class="map" style="max-width:{width}px" role="img" aria-label="{escape(word("map", language))}">'
    ]
    names = {person.id: person.name for person in day.problem.technicians}
    for route in _routes(day):
        points = [xy(homes[route.technician])] if route.technician in homes else []
        points += [xy(places[orders[stop.order].location]) for stop in route.stops if stop.order is not None]
        if route.technician in homes:
            points.append(points[0])
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        out.append(
            f'<polyline class="way" points="{path}" stroke="{colours[route.technician]}">'
            f"<title>{escape(names[route.technician])}</title></polyline>"
        )
    for person, point in homes.items():
        x, y = xy(point)
        out.append(
            f'<rect class="home" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{colours[person]}">'
            f"<title>{escape(names[person])}</title></rect>"
        )
    called = {job.id: job.called(language) for job in day.jobs}
    served = {stop.order: route.technician for route in day.routes for stop in route.stops if stop.order is not None}
    for order in day.problem.orders:
        if order.location not in places:
            continue
        x, y = xy(places[order.location])
        fill = colours[served[order.id]] if order.id in served else "none"
        state = "stop" if order.id in served else "stop open"
        out.append(
            f'<circle class="{state}" cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}"><title>{escape(order.id + " " + called.get(order.id, ""))}</title></circle>'
        )
    out.append(_scale_bar(scale, height))
    out.append("</svg>")
    return "".join(out)


def _scale_bar(pixels_per_degree: float, height: int) -> str:
    per_km = pixels_per_degree / 111.32
    length = next((km for km in (10, 5, 2, 1, 0.5, 0.2) if km * per_km <= 200), 0.1)
    end = 20 + length * per_km
    return (
        f'<path class="scale" d="M20 {height - 16}v6H{end:.1f}v-6"/>'
        f'<text class="tick" x="{(20 + end) / 2:.1f}" y="{height - 18}">{length:g} km</text>'
    )

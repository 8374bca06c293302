"""Pictures as inline SVG: a timeline per technician and a map without a base layer. No network, no scripts."""

from __future__ import annotations

import datetime as dt
import math
from html import escape
from typing import TYPE_CHECKING

from paidan.report.order import natural
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
    return sorted(day.routes, key=lambda route: natural(route.technician))


def label(person: paidan.Technician, day: Day) -> str:
    """The name; with the id where two have the same."""
    name = person.name or person.id
    same = sum(one.name == person.name for one in day.problem.technicians)
    return f"{name} {person.id}" if same > 1 and name != person.id else name


def shifts(day: Day) -> list[tuple[paidan.Technician, paidan.Shift]]:
    """Everybody who works that day, with a route or without, sorted as people sort."""
    return [
        (person, shift)
        for person in sorted(day.problem.technicians, key=lambda one: natural(one.id))
        for shift in person.shifts
    ]


def technician_colours(day: Day) -> dict[str, str]:
    return {person.id: colour(number) for number, person in enumerate(day.problem.technicians)}


def gantt(day: Day, language: Language) -> str:
    """One row a shift: travel thin, service thick, waiting dotted, breaks hatched; what was agreed as a bracket.

    Who has no visit has a row too: the shift alone.
    """
    rows = shifts(day)
    if not rows:
        return ""
    routes = {(route.technician, route.shift): route for route in day.routes}
    orders = {order.id: order for order in day.problem.orders}
    called = {job.id: job.called(language) for job in day.jobs}
    colours = technician_colours(day)
    zone = next((route.start.tzinfo for route in day.routes), day.problem.origin.tzinfo)
    starts = min([shift.start.astimezone(zone) for _, shift in rows] + [route.start for route in day.routes])
    ends = max([shift.end.astimezone(zone) for _, shift in rows] + [route.end for route in day.routes])
    origin = starts.replace(minute=0, second=0)
    hours = max(1, math.ceil((ends - origin).total_seconds() / 3600))
    scale = (WIDTH - LABEL - 22) / (hours * 3600)

    def x(moment: dt.datetime) -> float:
        return LABEL + (moment - origin).total_seconds() * scale

    def line(name: str, start: dt.datetime, end: dt.datetime, y: float) -> str:
        if end <= start:
            return ""
        return f'<line class="{name}" x1="{x(start):.1f}" y1="{y:.1f}" x2="{x(end):.1f}" y2="{y:.1f}"/>'

    height = 26 + ROW * len(rows)
    out = [f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(word("gantt", language))}">']
    step = 1 if hours <= 16 else 2
    for hour in range(0, hours + 1, step):
        moment = origin + dt.timedelta(hours=hour)
        out.append(f'<line class="grid" x1="{x(moment):.1f}" y1="18" x2="{x(moment):.1f}" y2="{height}"/>')
        out.append(f'<text class="tick" x="{x(moment):.1f}" y="12">{_clock(moment)}</text>')
    for number, (person, shift) in enumerate(rows):
        top = 22 + ROW * number
        middle = top + ROW / 2 - 2
        called_person = escape(_short(label(person, day)))
        out.append(f'<text class="label" x="{LABEL - 8}" y="{middle + 4:.1f}">{called_person}</text>')
        left, right = x(shift.start.astimezone(zone)), x(shift.end.astimezone(zone))
        out.append(f'<rect class="shift" x="{left:.1f}" y="{top + 3}" width="{right - left:.1f}" height="{ROW - 10}"/>')
        route = routes.get((person.id, shift.id))
        if route is None or not route.stops:
            out.append(f'<text class="idle" x="{left + 6:.1f}" y="{middle + 4:.1f}">{word("idle", language)}</text>')
            continue
        for stop in route.stops:
            out.append(line("travel", stop.departure, stop.arrival, middle))
            out.append(line("wait", stop.arrival, stop.start, middle))
            left, right = x(stop.start), x(stop.end)
            if stop.order is None:
                hint = f"{word('legend_break', language)} {_clock(stop.start)}–{_clock(stop.end)}"
                out.append(
                    f'<rect class="break" x="{left:.1f}" y="{top + 5}" width="{right - left:.1f}" height="{ROW - 14}">'
                    f"<title>{escape(hint)}</title></rect>"
                )
                continue
            order = orders[stop.order]
            late = False
            hint = f"{order.id} {called.get(order.id, '')}: {_clock(stop.start)}–{_clock(stop.end)}"
            if order.promise is not None:
                low = (order.promise.at - order.promise.before).astimezone(zone)
                high = (order.promise.at + order.promise.after).astimezone(zone)
                late = stop.start > high
                out.append(f'<path class="promise" d="M{x(low):.1f} {top + 1}v3H{x(high):.1f}v-3"/>')
                hint += f" ({word('legend_promise', language)}: {_clock(low)}–{_clock(high)})"
            out.append(
                f'<rect class="visit{" late" if late else ""}" x="{left:.1f}" y="{top + 5}" width="{max(1.5, right - left):.1f}" '
                f'height="{ROW - 14}" rx="2" fill="{colours[route.technician]}"><title>{escape(hint)}</title></rect>'
            )
        out.append(line("travel", route.stops[-1].end, route.end, middle))
    out.append("</svg>")
    return "".join(out)


def _short(name: str, width: int = 14) -> str:
    """As much as fits before the bars; a wide sign counts twice."""
    used = 0
    for i, sign in enumerate(name):
        used += 2 if ord(sign) > 0x2E80 else 1
        if used > width:
            return name[: max(1, i - 1)] + "…"
    return name


def route_map(day: Day, language: Language) -> str:
    """Homes, visits and the order of visiting, to scale (equirectangular about the middle latitude)."""
    places = {place.id: place.point for place in day.problem.locations if place.point is not None}
    if not places:
        return ""
    out_today = {route.technician for route in day.routes if route.stops}
    homes = {
        person.id: places[person.home]
        for person in day.problem.technicians
        if person.home in places and person.id in out_today
    }
    shown = [*homes.values(), *(places[order.location] for order in day.problem.orders if order.location in places)]
    if not shown:
        return ""
    lats = [point.lat for point in shown]
    lons = [point.lon for point in shown]
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
    turn = {
        stop.order: number
        for route in day.routes
        for number, stop in enumerate((one for one in route.stops if one.order is not None), 1)
    }
    radius, numbered = (
        (8.0, True) if len(day.problem.orders) <= 60 else (max(2.2, 40 / len(day.problem.orders) ** 0.5), False)
    )
    for order in day.problem.orders:
        if order.location not in places:
            continue
        x, y = xy(places[order.location])
        fill = colours[served[order.id]] if order.id in served else "none"
        state = "stop" if order.id in served else "stop open"
        out.append(
            f'<circle class="{state}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"><title>{escape(order.id + " " + called.get(order.id, ""))}</title></circle>'
        )
        if numbered and order.id in turn:
            out.append(f'<text class="turn" x="{x:.1f}" y="{y + 3.5:.1f}">{turn[order.id]}</text>')
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

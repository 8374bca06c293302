"""A day as a timeline: a table with a row a shift, so that paper breaks it between rows and repeats its hours.

Positions are shares of the width and letters have a size of their own: they stay readable on a telephone and on paper.
"""

from __future__ import annotations

import datetime as dt
import math
from html import escape
from typing import TYPE_CHECKING

from paidan.report import people
from paidan.report.colours import technician_colours
from paidan.report.words import Language, word

if TYPE_CHECKING:
    import paidan
    from paidan.week.run import Day

ROW = 26
LEFT, RIGHT = 2.5, 97.5
"""Where the first and the last hour stand, in percent: their letters need room on both sides."""
NUMBERED = 2.6
"""A visit narrower than this, in percent, has no room for its number."""
NAME = 12
ID = 8


class _Hours:
    """Instants to percent of the width."""

    def __init__(self, day: Day) -> None:
        rows = people.shifts(day)
        self.zone = next((route.start.tzinfo for route in day.routes), day.problem.origin.tzinfo)
        starts = [shift.start.astimezone(self.zone) for _, shift in rows] + [route.start for route in day.routes]
        ends = [shift.end.astimezone(self.zone) for _, shift in rows] + [route.end for route in day.routes]
        self.origin = min(starts).replace(minute=0, second=0)
        self.hours = max(1, math.ceil((max(ends) - self.origin).total_seconds() / 3600))
        step = next((n for n in (1, 2, 3, 4, 6, 12) if self.hours <= 13 * n), 24)
        self.ticks = [self.origin + dt.timedelta(hours=hour) for hour in range(0, self.hours + 1, step)]

    def at(self, moment: dt.datetime) -> float:
        share = (moment - self.origin).total_seconds() / (self.hours * 3600)
        return LEFT + (RIGHT - LEFT) * share

    def line(self, name: str, start: dt.datetime, end: dt.datetime, y: float) -> str:
        if end <= start:
            return ""
        return f'<line class="{name}" x1="{self.at(start):.2f}%" y1="{y:g}" x2="{self.at(end):.2f}%" y2="{y:g}"/>'

    def box(self, name: str, start: dt.datetime, end: dt.datetime, top: float, more: str, hint: str = "") -> str:
        left = self.at(start)
        width = max(0.2, self.at(end) - left)
        title = f"<title>{escape(hint)}</title>" if hint else ""
        return (
            f'<rect class="{name}" x="{left:.2f}%" y="{top:g}" width="{width:.2f}%" height="{ROW - 4 - top * 2:g}"{more}>'
            f"{title}</rect>"
        )


def _clock(moment: dt.datetime) -> str:
    return moment.strftime("%H:%M")


def gantt(day: Day, language: Language) -> str:
    """Travel thin, service thick with its number, waiting dotted, breaks dashed, what was agreed as a bracket.

    Who has no visit has a row too: the shift alone.
    """
    rows = people.shifts(day)
    if not rows:
        return ""
    hours = _Hours(day)
    routes = {(route.technician, route.shift): route for route in day.routes}
    orders = {order.id: order for order in day.problem.orders}
    called = {job.id: job.called(language) for job in day.jobs}
    colours = technician_colours(day)
    ticks = "".join(f'<text class="tick" x="{hours.at(one):.2f}%" y="13">{_clock(one)}</text>' for one in hours.ticks)
    grid = "".join(
        f'<line class="grid" x1="{hours.at(one):.2f}%" y1="0" x2="{hours.at(one):.2f}%" y2="{ROW}"/>'
        for one in hours.ticks
    )
    out = [
        f'<table class="gantt"><thead><tr><th>{escape(word("technician", language))}</th>'
        f'<td><svg height="18" aria-hidden="true">{ticks}</svg></td></tr></thead><tbody>'
    ]
    for number, (person, shift) in enumerate(rows, 1):
        route = routes.get((person.id, shift.id))
        inside = hours.box("shift", shift.start.astimezone(hours.zone), shift.end.astimezone(hours.zone), 3, "")
        if route is None or not route.stops:
            left = hours.at(shift.start.astimezone(hours.zone))
            inside += f'<text class="idle" x="{left:.2f}%" dx="6" y="15">{word("idle", language)}</text>'
        else:
            inside += _route(route, hours, orders, called, colours[person.id], language)
        out.append(
            f'<tr><th scope="row">{_who(person, day, number if route and route.stops else 0)}</th>'
            f'<td><svg height="{ROW}" role="img" aria-label="{escape(people.label(person, day))}">{grid}{inside}</svg></td></tr>'
        )
    out.append("</tbody></table>")
    return "".join(out)


def _who(person: paidan.Technician, day: Day, number: int) -> str:
    """Name and id, as far as they fit; a link to the day sheet of who has one."""
    name = person.name or person.id
    text = escape(people.short(name, NAME))
    if name != person.id:
        text += f" <small>{escape(people.short(person.id, ID))}</small>"
    whole = escape(people.label(person, day))
    return (
        f'<a href="#{people.sheet_anchor(day, number)}" title="{whole}">{text}</a>'
        if number
        else f'<span title="{whole}">{text}</span>'
    )


def _route(
    route: paidan.Route,
    hours: _Hours,
    orders: dict[str, paidan.Order],
    called: dict[str, str],
    colour: str,
    language: Language,
) -> str:
    middle = ROW / 2 - 2
    out = []
    number = 0
    free = route.start
    for stop in route.stops:
        if stop.departure > free:  # the order was not known yet
            out.append(hours.line("wait", free, stop.departure, middle))
        free = stop.end
        out.append(hours.line("travel", stop.departure, stop.arrival, middle))
        out.append(hours.line("wait", stop.arrival, stop.start, middle))
        span = f"{_clock(stop.start)}–{_clock(stop.end)}"
        if stop.order is None:
            what = word("legend_break" if stop.depot is None else "legend_depot", language)
            out.append(hours.box("break", stop.start, stop.end, 5, "", f"{what} {span}"))
            continue
        number += 1
        order = orders[stop.order]
        late = people.is_late(order, stop)
        hint = f"{number}. {order.id} {called.get(order.id, '')}: {span}"
        if order.promise is not None:
            low = (order.promise.at - order.promise.before).astimezone(hours.zone)
            high = (order.promise.at + order.promise.after).astimezone(hours.zone)
            out.append(_bracket(max(LEFT, hours.at(low)), min(RIGHT, hours.at(high))))
            hint += f" ({word('legend_promise', language)}: {_clock(low)}–{_clock(high)})"
        name = "visit late" if late else "visit"
        out.append(hours.box(name, stop.start, stop.end, 5, f' rx="2" fill="{colour}"', hint))
        left, right = hours.at(stop.start), hours.at(stop.end)
        if right - left >= NUMBERED:
            text = f"{number}!" if late else f"{number}"
            out.append(f'<text class="turn" x="{(left + right) / 2:.2f}%" y="{middle + 4:g}">{text}</text>')
    out.append(hours.line("travel", route.stops[-1].end, route.end, middle))
    return "".join(out)


def _bracket(left: float, right: float) -> str:
    if right <= left:
        return ""
    return "".join(
        f'<line class="promise" x1="{a:.2f}%" y1="{top}" x2="{b:.2f}%" y2="{end}"/>'
        for a, b, top, end in ((left, right, 2, 2), (left, left, 2, 5), (right, right, 2, 5))
    )

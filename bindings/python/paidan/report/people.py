"""Who works on a day: in the order people sort, how each is called, and where on the page each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paidan.report.order import natural

if TYPE_CHECKING:
    import paidan
    from paidan.week.run import Day


def label(person: paidan.Technician, day: Day) -> str:
    """The name; with the id where two have the same."""
    name = person.name or person.id
    same = sum(one.name == person.name for one in day.problem.technicians)
    return f"{name} {person.id}" if same > 1 and name != person.id else name


def short(text: str, width: int) -> str:
    """As much as fits; a wide sign counts twice."""
    used = 0
    for i, sign in enumerate(text):
        used += 2 if ord(sign) > 0x2E80 else 1
        if used > width:
            return text[: max(1, i - 1)] + "…"
    return text


def shifts(day: Day) -> list[tuple[paidan.Technician, paidan.Shift]]:
    """Everybody who works that day, with a route or without."""
    return [
        (person, shift)
        for person in sorted(day.problem.technicians, key=lambda one: natural(one.id))
        for shift in person.shifts
    ]


def routes(day: Day) -> list[paidan.Route]:
    return sorted(day.routes, key=lambda route: natural(route.technician))


def is_late(order: paidan.Order, stop: paidan.Stop) -> bool:
    """Begun after the end of what was agreed."""
    return order.promise is not None and stop.start > order.promise.at + order.promise.after


def day_anchor(day: Day) -> str:
    return f"d{day.date.toordinal()}"


def sheet_anchor(day: Day, number: int) -> str:
    """Of the day sheet on which the `number`th shift stands: all shifts of one person's day are on one sheet."""
    rows = shifts(day)
    who = rows[number - 1][0].id
    first = next(n for n, (person, _) in enumerate(rows, 1) if person.id == who)
    return f"t{day.date.toordinal()}-{first}"


def unassigned_anchor(day: Day, number: int) -> str:
    return f"u{day.date.toordinal()}-{number}"

"""How full each day is: what a technician's shift goes into, by day and over the week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paidan.report import people
from paidan.report.order import natural
from paidan.report.words import Language, word

if TYPE_CHECKING:
    import datetime as dt

    import paidan
    from paidan.week.run import Day

NEARLY_FULL = 0.9
"""From this share of the shift on, nothing more fits in without care."""


@dataclass(frozen=True, kw_only=True)
class Load:
    """What the shifts of one technician and day go into; the checker's figures."""

    id: str
    name: str
    anchor: str
    """Of the day sheet; empty for who has no visit."""
    figures: paidan.TechnicianKpis
    late: int

    @property
    def share(self) -> float:
        """Of the shift: travel, service, breaks and calls at depots."""
        taken = self.figures.travel + self.figures.service + self.figures.breaks + self.figures.depot_time
        return taken / self.figures.shift if self.figures.shift else 0.0

    @property
    def too_full(self) -> bool:
        return bool(self.figures.overtime)

    def verdict(self, language: Language) -> str:
        if self.too_full:
            return word("too_full", language)
        return word("nearly_full", language) if self.share >= NEARLY_FULL else ""


def loads(day: Day) -> list[Load]:
    """Of everybody who works that day."""
    orders = {order.id: order for order in day.problem.orders}
    late: dict[str, int] = {}
    for route in day.routes:
        for stop in route.stops:
            if stop.order is not None and people.is_late(orders[stop.order], stop):
                late[route.technician] = late.get(route.technician, 0) + 1
    busy = {route.technician for route in day.routes if route.stops}
    anchors: dict[str, str] = {}
    persons: dict[str, paidan.Technician] = {}
    used = {(route.technician, route.shift) for route in day.routes if route.stops}
    for number, (person, shift) in enumerate(people.shifts(day), 1):
        persons[person.id] = person
        if (person.id, shift.id) in used:
            anchors.setdefault(person.id, people.sheet_anchor(day, number))
    return [
        Load(
            id=figures.technician,
            name=persons[figures.technician].name or figures.technician,
            anchor=anchors.get(figures.technician, "") if figures.technician in busy else "",
            figures=figures,
            late=late.get(figures.technician, 0),
        )
        for figures in sorted(day.report.kpis.technicians, key=lambda one: natural(one.technician))
        if figures.technician in persons
    ]


def minutes(span: dt.timedelta) -> int:
    return round(span.total_seconds() / 60)


def percent(share: float) -> str:
    return f"{share * 100:.0f}%"


def day_rows(day: Day, language: Language) -> list[dict[str, object]]:
    """A row a technician, and their sum."""
    found = loads(day)
    rows: list[dict[str, object]] = [
        {
            "id": one.id,
            "name": one.name,
            "anchor": one.anchor,
            "share": percent(one.share),
            "verdict": one.verdict(language),
            "too_full": one.too_full,
            "late": one.late,
            "jobs": one.figures.jobs,
            "minutes": [minutes(span) for span in _spans(one.figures)],
        }
        for one in found
    ]
    if rows:
        # Of the minutes shown: who adds the column up finds the same.
        sums = [sum(minutes(_spans(one.figures)[k]) for one in found) for k in range(6)]
        rows.append(
            {
                "id": "",
                "name": word("total", language),
                "anchor": "",
                "share": "",
                "verdict": "",
                "too_full": False,
                "late": sum(one.late for one in found),
                "jobs": sum(one.figures.jobs for one in found),
                "minutes": sums,
            }
        )
    return rows


def _spans(figures: paidan.TechnicianKpis) -> Sequence[dt.timedelta]:
    return (figures.overtime, figures.travel, figures.service, figures.breaks, figures.waiting, figures.shift)

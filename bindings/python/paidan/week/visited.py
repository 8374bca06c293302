"""The host's rows as visits that were made and words that were said, and when each became known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import paidan
from paidan.week.jobs import local_date

ALWAYS = dt.datetime.min.replace(tzinfo=dt.UTC)


def begun(visit: paidan.ActualVisit) -> dt.datetime:
    moment = visit.start or visit.arrival
    assert moment is not None  # of a visit, which the judge has held to it
    return moment


def completing(visits: Sequence[paidan.ActualVisit]) -> dict[str, paidan.ActualVisit]:
    """The visit that completed each order: often not the one that its promise was judged by."""
    found: dict[str, paidan.ActualVisit] = {}
    for one in sorted((row for row in visits if row.arrival is not None), key=begun):
        if one.outcome in ("done", "rework"):
            found.setdefault(one.order, one)
    return found


@dataclass(frozen=True, kw_only=True)
class Leg:
    """One visit that an order needed."""

    order: str
    """The host's id."""
    number: int
    """0: the first one."""
    outcome: str
    duration: dt.timedelta | None
    """As it really was; None where nobody recorded it."""
    known: dt.datetime
    """The visit before it was over."""
    day: dt.date | None
    """On which it took place, of a later visit: before that nobody could have known when the part would come."""
    appointment: dt.datetime | None


def known_at(row: paidan.ActualVisit) -> dt.datetime:
    return row.recorded or row.end or ALWAYS


def by_customer(row: paidan.ActualVisit) -> bool:
    """Only these change what a plan may do: the others are the host's own decisions, which ours need not repeat."""
    return row.arrival is None and row.asked_by == "customer"


def legs(rows: Sequence[paidan.ActualVisit], zone: str) -> dict[str, list[Leg]]:
    """The visits each order needed, in the order in which they took place."""
    visits: dict[str, list[paidan.ActualVisit]] = {}
    for row in rows:
        if row.arrival is not None:
            visits.setdefault(row.order, []).append(row)
    made: dict[str, list[Leg]] = {}
    for order, own in visits.items():
        own.sort(key=lambda one: one.start or one.arrival or ALWAYS)
        for number, row in enumerate(own):
            assert row.arrival is not None  # the judge has held them to it
            assert row.end is not None
            begun = row.start or row.arrival
            day = local_date(begun, zone)
            agreed = [one.appointment for one in rows if one.order == order and one.appointment is not None]
            made.setdefault(order, []).append(
                Leg(
                    order=order,
                    number=number,
                    outcome=str(row.outcome),
                    duration=max(row.end - begun, dt.timedelta(seconds=1)),
                    known=ALWAYS if number == 0 else known_at(own[number - 1]),
                    day=day if number else None,
                    appointment=next((one for one in agreed if number and local_date(one, zone) == day), None),
                )
            )
    return made

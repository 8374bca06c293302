"""A week is one problem over several days; each order of it becomes a job that may wait from day to day."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import paidan


@dataclass(frozen=True, kw_only=True)
class Job:
    """An order and the day it is for."""

    order: paidan.Order
    day: dt.date
    title: str = ""
    """What it is about, for readers; ``title_en`` for English ones."""
    title_en: str = ""
    place: str = ""
    to_verify: str = ""
    """Days since the same address called before: a person has to look at it first (待核实); empty otherwise."""

    @property
    def id(self) -> str:
        return self.order.id

    def called(self, language: str) -> str:
        return self.title_en if language == "en" and self.title_en else self.title


@dataclass(frozen=True, kw_only=True)
class WeekInput:
    """All technicians with the shifts of all days, all places, and the jobs."""

    problem: paidan.Problem
    jobs: Sequence[Job]
    zone: str
    last: dt.date | None = None
    """Last day to plan; None: the last one of a job."""
    last_is_final: bool = True
    """False: what is left over then is planned on while somebody works."""
    notices: Sequence[paidan.Error] = ()
    """What the tables said when they were read."""

    far: Sequence[tuple[str, str]] = ()
    """(order, place) of orders too far from every road."""

    @property
    def unplaced(self) -> list[tuple[str, str]]:
        """(order, place) of orders that nobody could place, so that they are in no plan."""
        told = [notice.parameters for notice in self.notices if notice.code == "unplaced_order"]
        return [*((one["order"], one["place"]) for one in told), *self.far]

    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Display names of ids (skills, parts), zh and en."""


def local_date(moment: dt.datetime, zone: str) -> dt.date:
    return moment.astimezone(zoneinfo.ZoneInfo(zone)).date()


def at(date: dt.date, time: dt.time, zone: str) -> dt.datetime:
    """A local time with its offset; the later of two when the clock was put back."""
    return dt.datetime.combine(date, time, tzinfo=zoneinfo.ZoneInfo(zone)).replace(fold=1)


def day_of(order: paidan.Order, first: dt.date, zone: str) -> dt.date:
    """The day of the appointment, else of the first window, else the first day the order may be served."""
    return paidan.day_of(order, zone=zone) or first


def crew_mates(orders: Sequence[paidan.Order]) -> list[paidan.Order]:
    """Those that a crew's further technicians got: ``id#2``, ``id#3``, … of an order that is here too."""
    known = {order.id for order in orders}
    mates = []
    for order in orders:
        first, _, number = order.id.rpartition("#")
        numbered = first in known and number != "1" and re.fullmatch(r"[1-9][0-9]*", number)
        if numbered and order.links == (paidan.Link(order=first),):
            mates.append(order)
    return mates


def linked_groups(orders: Sequence[paidan.Order]) -> dict[str, str]:
    """The first order of those that each order hangs together with, directly or through others."""
    beside: dict[str, list[str]] = {order.id: [] for order in orders}
    for order in orders:
        for link in order.links:
            beside[order.id].append(link.order)
            beside[link.order].append(order.id)
    group: dict[str, str] = {}
    for order in orders:
        waiting = [order.id]
        while waiting:
            one = waiting.pop()
            if one not in group:
                group[one] = order.id
                waiting += beside[one]
    return group


def works(problem: paidan.Problem) -> bool:
    return any(technician.shifts for technician in problem.technicians)

"""The week as it would have gone with our plans, without hindsight.

Every half hour the day is planned anew with what was known by then: orders that had been created, cancelled or put off;
visits last as long as they really did, where that is recorded. What comes out is judged like the host's own week.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import paidan
from paidan.week.jobs import WeekInput, at, local_date
from paidan.week.run import Effort, whole
from paidan.week.visited import ALWAYS, Leg, by_customer, known_at, legs

STEP = dt.timedelta(minutes=30)
AGAIN = 4
"""A plan made anew during the day gets this part of the work of the first one."""


@dataclass(kw_only=True)
class _Person:
    """How far somebody is in a shift."""

    technician: paidan.Technician
    shift: paidan.Shift
    free: dt.datetime
    """When what was begun last is really over: nobody knows before then."""
    expected: dt.datetime
    """When it was to be over."""
    place: str
    jobs: int = 0
    travel: dt.timedelta = field(default_factory=dt.timedelta)
    rests: list[paidan.Break] = field(default_factory=list)
    """Still to be taken."""
    offered: list[paidan.Break] = field(default_factory=list)
    """Those of them that the plan in force knows, by its numbers."""
    parts: dict[str, int] = field(default_factory=dict)

    def seems_free(self, now: dt.datetime) -> dt.datetime:
        """As far as is known: the truth once it is over, else as estimated, and what is overdue may end any moment."""
        return self.free if self.free <= now else max(self.expected, now)

    def rest_of_shift(self, now: dt.datetime) -> paidan.Shift | None:
        """From where somebody is, once free; None when nothing is left of it."""
        begin = max(self.seems_free(now), now, self.shift.start)
        full = self.technician.max_jobs is not None and self.jobs >= self.technician.max_jobs
        if full or begin >= self.shift.end:
            return None
        self.offered = [
            one for one in self.rests if max(one.earliest, begin) <= one.latest <= self.shift.end - one.duration
        ]
        rests = [one.with_(earliest=max(one.earliest, begin)) for one in self.offered]
        return self.shift.with_(start=begin, start_location=self.place, breaks=rests)

    def takes(self, rest: paidan.Break, begin: dt.datetime, duration: dt.timedelta) -> dt.datetime:
        """When it is over; a rest is as long as it was to be."""
        self.rests = [one for one in self.rests if one is not rest]
        self.free = self.expected = begin + duration
        return self.free


class Replay:
    """Day after day in order; ``visits`` are what came of it, in the host's ids."""

    def __init__(self, week: WeekInput, rows: Sequence[paidan.ActualVisit], effort: Effort) -> None:
        self._zone = week.zone
        self._effort = effort
        self._time_left = effort.time_limit
        """For the plans of the day that are still to be made."""
        self._base = whole(week)
        self._rows = sorted((row for row in rows if by_customer(row)), key=known_at)
        self._legs = legs(rows, week.zone)
        self._original = {order.id: order for order in self._base.orders}
        self._open = dict(self._original)
        self._leg_of = {id: self._legs[id][0] for id in self._original if id in self._legs}
        self._waiting: list[tuple[str, Leg]] = []
        """Later visits, by the id they will have: they begin to exist when the one before is over, here and there."""
        self._todays: list[paidan.ActualVisit] = []
        """By the ids that orders have here."""
        self.visits: list[paidan.ActualVisit] = []
        self.words: list[paidan.ActualVisit] = []
        """What customers said that came in time to matter."""

    def day(self, date: dt.date) -> None:
        people = self._people(date)
        today: dict[str, paidan.Order] = {}
        if people:
            now = min(one.shift.start for one in people)
            last = max(one.shift.end + one.shift.overtime_cap for one in people)
            share = AGAIN
            self._time_left = self._effort.time_limit
            while now < last:
                self._learn(now)
                pool = self._pool(date, now)
                today |= pool
                if pool:
                    self._go(
                        people, list(pool.values()), now, self._effort_of(share, later=-((now - last) // STEP) - 1)
                    )
                    share = 1
                now += STEP
        self._learn(at(date + dt.timedelta(days=1), dt.time(), self._zone))
        self._carry(date, today)

    def _effort_of(self, share: int, *, later: int) -> Effort:
        """Of the day's work; its time is for all plans of the day together, of which ``later`` may follow."""
        effort = self._effort
        limit = None
        if self._time_left is not None:
            limit = max(self._time_left * share / (share + later), dt.timedelta(milliseconds=1))
        return replace(effort, iterations=-(-effort.iterations * share // AGAIN), time_limit=limit)

    # -------------------------------------------------------------------- what is known

    def _learn(self, now: dt.datetime) -> None:
        while self._rows and known_at(self._rows[0]) <= now:
            row = self._rows.pop(0)
            if self._obey(row, now):
                self.words.append(row)
        for id, leg in list(self._waiting):
            if leg.known <= now:
                self._waiting.remove((id, leg))
                self._leg_of[id] = leg
                assert leg.day is not None
                order = self._original[leg.order].with_(
                    id=id, promise=None, windows=[], deadline=None, pin=None, release=at(leg.day, dt.time(), self._zone)
                )
                self._open[id] = order if leg.appointment is None else _agreed(order, leg.appointment)

    def _obey(self, row: paidan.ActualVisit, now: dt.datetime) -> bool:
        """What a customer says is about the visit that is still to come, the first or a later one; False: there is none."""
        tomorrow = local_date(now, self._zone) + dt.timedelta(days=1)
        for at_place, (id, leg) in enumerate(self._waiting):
            if leg.order == row.order:
                if row.outcome == "cancelled":
                    del self._waiting[at_place]
                elif row.appointment is not None:
                    day = local_date(row.appointment, self._zone)
                    self._waiting[at_place] = (id, replace(leg, day=day, appointment=row.appointment))
                else:
                    day = max(leg.day or tomorrow, tomorrow)
                    self._waiting[at_place] = (id, replace(leg, day=day, appointment=None))
                return True
        for id, order in self._open.items():
            if id == row.order if id not in self._leg_of else self._leg_of[id].order == row.order:
                if row.outcome == "cancelled":
                    del self._open[id]
                elif row.appointment is not None:
                    self._open[id] = _agreed(order, row.appointment)
                else:
                    release = at(tomorrow, dt.time(), self._zone)
                    self._open[id] = order.with_(promise=None, windows=[], release=release)
                return True
        return False

    def _pool(self, date: dt.date, now: dt.datetime) -> dict[str, paidan.Order]:
        return {
            id: order
            for id, order in self._open.items()
            if (paidan.day_of(order, zone=self._zone) or date) <= date and (order.release or now) <= now
        }

    # -------------------------------------------------------------------- who goes

    def _people(self, date: dt.date) -> list[_Person]:
        return [
            _Person(
                technician=person,
                shift=shift,
                free=shift.start,
                expected=shift.start,
                place=shift.start_location or person.home,
                rests=list(shift.breaks),
            )
            for person in self._base.technicians
            for shift in person.shifts
            if local_date(shift.start, self._zone) == date
        ]

    def _go(self, people: Sequence[_Person], pool: Sequence[paidan.Order], now: dt.datetime, effort: Effort) -> None:
        by_technician: dict[str, list[_Person]] = {}
        for one in people:
            by_technician.setdefault(one.technician.id, []).append(one)
        # Who has the day off stays in the problem: orders name the technician who came before.
        technicians = [
            _from_now(by_technician[one.id], now) if one.id in by_technician else one.with_(shifts=[])
            for one in self._base.technicians
        ]
        problem = self._base.with_(orders=pool, technicians=technicians)
        if not any(person.shifts for person in technicians):
            return
        began = time.monotonic()
        plan = paidan.plan(
            problem,
            seed=effort.seed,
            iterations=effort.iterations,
            lanes=effort.lanes,
            threads=effort.threads,
            time_limit=effort.time_limit,
        )
        if self._time_left is not None:
            self._time_left -= dt.timedelta(seconds=time.monotonic() - began)
        if plan.interrupted:  # Ctrl-C: as in plan_week, what is left gets its first plan, not a search
            self._effort = replace(self._effort, iterations=0)
        orders = {order.id: order for order in pool}
        states = {(one.technician.id, one.shift.id): one for one in people}
        for route in plan.routes:
            self._drive(states[route.technician, route.shift], route, orders, now, now + STEP)

    def _drive(
        self,
        person: _Person,
        route: paidan.Route,
        orders: Mapping[str, paidan.Order],
        now: dt.datetime,
        until: dt.datetime,
    ) -> None:
        """What begins before ``until`` is done, and takes as long as it takes; the rest is for the next plan.

        Who is done sooner than the plan thought goes on with what it has next.
        """
        free = max(person.free, now, person.shift.start)
        taken: set[int] = set()
        for number, stop in enumerate(route.stops):
            if stop.order is None:
                begin = max(free, person.offered[stop.break_index or 0].earliest)
                if begin >= until:
                    break
                taken.add(stop.break_index or 0)
                free = person.takes(person.offered[stop.break_index or 0], begin, stop.end - stop.start)
                continue
            order = orders[stop.order]
            way = stop.arrival - stop.departure
            begin = max(free + way, _earliest(order, stop.start))
            if begin - way >= until:
                # A plan that begins now does not know that somebody has been under way: the pause falls due.
                named = {one.break_index for one in route.stops[number:] if one.order is None}
                for index, pause in enumerate(person.offered if person.jobs else []):
                    at_last = max(free, pause.earliest)
                    if index not in named and index not in taken and at_last < min(until, begin - way):
                        free = person.takes(pause, at_last, pause.duration)
                break
            leg = self._leg_of.get(order.id)
            estimated = stop.end - stop.start
            took = estimated if leg is None or leg.duration is None else leg.duration
            free = person.free = begin + took
            person.expected = begin + estimated
            person.place = order.location
            person.jobs += 1
            person.travel += way
            for part in order.parts:
                person.parts[part.part] = person.parts.get(part.part, 0) + part.quantity
            self._done(order, person.technician.id, begin, begin + took, leg)

    def _done(
        self, order: paidan.Order, technician: str, begin: dt.datetime, end: dt.datetime, leg: Leg | None
    ) -> None:
        del self._open[order.id]
        self._todays.append(paidan.ActualVisit(order=order.id, technician=technician, arrival=begin, end=end))
        name = leg.order if leg is not None else order.id
        self.visits.append(
            paidan.ActualVisit(
                order=name,
                technician=technician,
                arrival=begin,
                end=end,
                outcome=leg.outcome if leg is not None else "done",
            )
        )
        own = self._legs.get(name, [])
        number = leg.number + 1 if leg is not None else 1
        if number < len(own):
            self._waiting.append(
                (self._unused(f"{name} ({number + 1})"), replace(own[number], known=max(own[number].known, end)))
            )

    def _unused(self, id: str) -> str:
        """An id that no order of the host's has."""
        while id in self._original:
            id += "'"
        return id

    # -------------------------------------------------------------------- what is left

    def _carry(self, date: dt.date, today: Mapping[str, paidan.Order]) -> None:
        """Whatever came of a visit, it was made: what follows from it comes as a visit of its own."""
        served = {row.order for row in self._todays}
        left = self._pool(date, at(date + dt.timedelta(days=1), dt.time(), self._zone))  # as they are by now
        orders = [order for id, order in today.items() if id in served]
        orders += [order for id, order in left.items() if id in today]
        technicians = [
            person.with_(shifts=[one for one in person.shifts if local_date(one.start, self._zone) == date])
            for person in self._base.technicians
        ]
        self._base = paidan.carry_over_actual(
            self._base.with_(orders=orders, technicians=technicians),
            self._todays,
            onto=self._base.with_(orders=list(self._open.values())),
            day=date,
        )
        self._open = {order.id: order for order in self._base.orders}
        self._todays = []


def _from_now(own: Sequence[_Person], now: dt.datetime) -> paidan.Technician:
    """With what is left of the shifts, and of what a shift may hold."""
    rests = [(one, rest) for one in own if (rest := one.rest_of_shift(now)) is not None]
    person = own[0].technician
    used: dict[str, int] = {}
    for one in own:
        for part, count in one.parts.items():
            used[part] = used.get(part, 0) + count
    left = [part.with_(quantity=part.quantity - used.get(part.part, 0)) for part in person.parts]
    made = person.with_(shifts=[rest for _, rest in rests], parts=[part for part in left if part.quantity > 0])
    # Limits hold for each shift: what the fullest one of them has left.
    if person.max_jobs is not None and rests:
        made = made.with_(max_jobs=person.max_jobs - max(one.jobs for one, _ in rests))
    if person.max_travel is not None and rests:
        spent = max(one.travel for one, _ in rests)
        made = made.with_(max_travel=max(dt.timedelta(), person.max_travel - spent))
    return made


def _agreed(order: paidan.Order, appointment: dt.datetime) -> paidan.Order:
    """As the judge moves a promise (check/actual.hpp): of a stretch of time nothing is left when one time is agreed."""
    old = order.promise
    both_sides = old is not None and old.before > dt.timedelta() and old.after > dt.timedelta()
    promise = old.with_(at=appointment) if old is not None and both_sides else paidan.Promise(at=appointment)
    return order.with_(promise=promise, windows=[], deadline=None)


def _earliest(order: paidan.Order, planned: dt.datetime) -> dt.datetime:
    """A visit may begin before its plan when somebody is there early, but not before what binds it."""
    if order.windows or order.pin is not None:
        return planned
    bounds = [order.release, order.promise.at - order.promise.before if order.promise is not None else None]
    return max((one for one in bounds if one is not None), default=ALWAYS)

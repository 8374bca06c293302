"""What went wrong in a week that happened, one by one: which order, who, when and by how much."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import paidan
from paidan.report.order import natural
from paidan.report.words import Language, word
from paidan.week.jobs import local_date
from paidan.week.visited import begun

METRES = ("max_distance",)
LEVELS = ("skill_level", "skill_missing")
PIECES = ("part_short", "max_jobs", "tag_jobs")


@dataclass(frozen=True, kw_only=True)
class Fault:
    code: str
    day: dt.date | None
    technician: str
    order: str
    """Empty where a whole shift is at fault."""
    amount: int
    unit: str
    """s, m, levels or pieces; empty where it is there or not."""

    def amount_text(self, language: Language) -> str:
        if not self.unit:
            return "–"
        if self.unit == "s":
            return word("fault_minutes", language, n=-(-self.amount // 60))
        if self.unit == "m":
            return word("fault_km", language, n=f"{self.amount / 1000:.1f}")
        return word(f"fault_{self.unit}", language, n=self.amount)


def unit_of(code: str, amount: int) -> str:
    if amount == 0:
        return ""
    if code in METRES:
        return "m"
    if code in LEVELS:
        return "levels"
    return "pieces" if code in PIECES else "s"


def faults(
    problem: paidan.Problem, report: paidan.Report, visits: list[paidan.ActualVisit], *, zone: str
) -> list[Fault]:
    """By day, technician and code."""
    shifts = {
        (person.id, shift.id): local_date(shift.start, zone)
        for person in problem.technicians
        for shift in person.shifts
    }
    # A visit outside every shift has only its own day.
    days: dict[tuple[str, str], dt.date] = {}
    of_technician: dict[str, dt.date] = {}
    for row in sorted((one for one in visits if one.arrival is not None), key=begun):
        day = local_date(begun(row), zone)
        days.setdefault((row.order, row.technician), day)
        of_technician.setdefault(row.technician, day)
    found = [
        Fault(
            code=one.code,
            day=shifts.get((one.technician or "", one.shift or ""))
            or days.get((one.order or "", one.technician or ""))
            or of_technician.get(one.technician or ""),
            technician=one.technician or "",
            order=one.order or "",
            amount=one.amount,
            unit=unit_of(one.code, one.amount),
        )
        for one in report.violations
    ]
    found.sort(key=lambda one: (one.day or dt.date.min, natural(one.technician), one.code, natural(one.order)))
    return found

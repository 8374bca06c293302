"""What really happened beside our plans replayed, figure by figure and order by order."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import paidan
from paidan.report import figures
from paidan.report.order import natural
from paidan.report.parts import Cell, Table
from paidan.report.words import VIOLATIONS, Language, said, word
from paidan.week.actual import ActualWeek
from paidan.week.as_known import STEP
from paidan.week.jobs import WeekInput
from paidan.week.visited import begun, by_customer, completing, known_at

FAULTS = 20
"""Of a week on the page."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    given: WeekInput
    actual: ActualWeek
    replayed: ActualWeek


def ordinary(one: paidan.JudgedOrder) -> bool:
    """Served by a single visit as agreed: nothing to look at."""
    return one.state == "served" and one.visits == 1 and one.moved == 0 and one.promise in ("none", "kept")


def tables(compared: Comparison, language: Language, text: Callable[[str], str]) -> list[Table]:
    """Figures side by side, then every order that was not simply served."""
    weeks = {"as_known": compared.replayed.week, "actual": compared.actual.week}
    beside = figures.side_by_side(weeks, language, title=word("compared", language), note=_note(compared, language))
    places = {job.id: job.place for job in compared.given.jobs}
    replayed = {one.order: one for one in compared.replayed.orders}
    zone = zoneinfo.ZoneInfo(compared.given.zone)
    done = {name: completing(week.visits) for name, week in weeks.items()}
    rows = []
    plain = 0
    for one in sorted(compared.actual.orders, key=lambda judged: natural(judged.order)):
        ours = replayed[one.order]
        if ordinary(one) and ordinary(ours):
            plain += 1
            continue
        rows.append(
            [
                Cell(text=text(one.order)),
                Cell(text=text(places.get(one.order, ""))),
                Cell(text=_agreed(one, zone, language)),
                Cell(text=text(_story(one, done["actual"].get(one.order), zone, language))),
                Cell(text=text(_story(ours, done["as_known"].get(one.order), zone, language))),
            ]
        )
    judged = Table(
        title=word("judged_orders", language),
        head=[word(key, language) for key in ("order", "place", "agreed_head", "actual", "as_known")],
        rows=rows,
        numeric=False,
        note=word("judged_note", language, n=plain, all=len(compared.actual.orders)),
    )
    return [beside, judged, *_fault_tables(compared, language, text)]


def _fault_tables(compared: Comparison, language: Language, text: Callable[[str], str]) -> list[Table]:
    """Which order, who, when and by how much; the first ones of each week, all are in the results."""
    tables = []
    for key, week in (("violations", compared.actual.week), ("violations_replayed", compared.replayed.week)):
        if not week.faults:
            continue
        more = len(week.faults) - FAULTS
        tables.append(
            Table(
                title=word(key, language),
                head=[word(one, language) for one in ("fault", "date", "technician", "order", "by_how_much")],
                rows=[
                    [
                        Cell(text=said(VIOLATIONS, one.code, language)),
                        Cell(text=one.day.isoformat() if one.day is not None else "–"),
                        Cell(text=text(one.technician) or "–"),
                        Cell(text=text(one.order) or "–"),
                        Cell(text=one.amount_text(language)),
                    ]
                    for one in week.faults[:FAULTS]
                ],
                numeric=False,
                note=word("faults_note", language),
                after=[word("more_faults", language, n=more)] if more > 0 else [],
            )
        )
    return tables


def violations(compared: Comparison, language: Language) -> list[str]:
    lines = []
    for key, week in (("violations", compared.actual), ("violations_replayed", compared.replayed)):
        if week.violations:
            listed = ", ".join(
                f"{said(VIOLATIONS, code, language)} × {count}" for code, count in sorted(week.violations.items())
            )
            lines.append(f"{word(key, language)}: {listed}")
    return lines


def _note(compared: Comparison, language: Language) -> str:
    rows = compared.actual.visits
    visits = [row for row in rows if row.arrival is not None]
    theirs = [row for row in rows if row.arrival is None and not by_customer(row)]
    known = [row for row in rows if by_customer(row) and known_at(row).year > 1]
    parts = [
        word("replay_note", language, step=int(STEP.total_seconds()) // 60, visits=len(visits)),
        word("replay_taken_over", language),
        word("replay_customer", language, n=sum(map(by_customer, rows)), timed=len(known)),
    ]
    if theirs:
        parts.append(word("replay_own", language, n=len(theirs)))
    return (" " if language == "en" else "").join(parts)


def _agreed(one: paidan.JudgedOrder, zone: dt.tzinfo, language: Language) -> str:
    if one.promise_from is None or one.promise_to is None:
        return word("released", language) if one.promise == "released" else "–"
    low, high = one.promise_from.astimezone(zone), one.promise_to.astimezone(zone)
    return f"{low:%m-%d %H:%M}–{high:%H:%M}"


def _story(one: paidan.JudgedOrder, completed: paidan.ActualVisit | None, zone: dt.tzinfo, language: Language) -> str:
    parts = [word(f"state_{one.state}", language)]
    if one.start is not None:
        parts.append(_who_and_when(one.technician, one.start, zone))
    if one.promise not in ("none", "released"):
        parts.append(word(f"promise_{one.promise}", language))
    if completed is not None and one.start is not None and begun(completed) != one.start:
        who = _who_and_when(completed.technician, begun(completed), zone)
        parts.append(word("completed_by", language, who=who))
    if one.visits > 1:
        parts.append(word("visits_made", language, n=one.visits))
    for key in ("nobody_home", "waiting_part", "rework"):
        if count := getattr(one, key):
            parts.append(f"{word(key, language)} × {count}")
    if one.moved:
        who = word(f"by_{one.moved_by}", language) if one.moved_by is not None else word("by_nobody", language)
        parts.append(word("moved_times", language, n=one.moved, who=who))
    return (";" if language == "zh" else "; ").join(parts)


def _who_and_when(technician: str | None, start: dt.datetime, zone: dt.tzinfo) -> str:
    return f"{technician or ''} {start.astimezone(zone):%m-%d %H:%M}".strip()


def of_known_orders(week: WeekInput, rows: Sequence[paidan.ActualVisit]) -> tuple[list[paidan.ActualVisit], list[str]]:
    """Rows of orders that are planned; ids of those about orders that nobody could place."""
    unplaced = {order for order, _ in week.unplaced}
    left = list(dict.fromkeys(row.order for row in rows if row.order in unplaced))
    return [row for row in rows if row.order not in unplaced], left

"""Turns planned weeks and papers into one self-contained HTML file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING, TypeAlias

import paidan
from paidan.report import names, svg
from paidan.report.words import WEEKDAYS, Language, word

if TYPE_CHECKING:
    from paidan.week.jobs import Job
    from paidan.week.run import Day

SHOWN_MISSES = 3

Names: TypeAlias = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Cell:
    text: str
    best: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    numeric: bool = True
    after: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class PaperStep:
    """One step of an order's paper: a text as the reader sees it, or an HTML fragment of the render room."""

    title: str
    text: str = ""
    html: str = ""


@dataclass(frozen=True, kw_only=True)
class DayView:
    title: str
    summary: str
    gantt: str
    map: str
    unassigned: Sequence[dict[str, object]]
    packing: Sequence[dict[str, object]]


@dataclass(kw_only=True)
class Section:
    title: str
    provenance: str
    notes: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    days: list[DayView] = field(default_factory=list)
    paper: list[PaperStep] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Report:
    title: str
    subtitle: str
    sections: Sequence[Section]
    version: str


def date_title(date: dt.date, language: Language) -> str:
    number = date.isoweekday() - 1
    if language == "zh":
        return f"{date.month}月{date.day}日 周{WEEKDAYS[0][number]}"
    return f"{WEEKDAYS[1][number]} {date.day} {date.strftime('%B')}"


def repeat_note(job: Job | None, language: Language) -> str:
    return "" if job is None or not job.to_verify else word("repeat_note", language, days=job.to_verify)


def unassigned_rows(day: Day, language: Language, called: Names) -> list[dict[str, object]]:
    jobs = {job.id: job for job in day.jobs}
    rows: list[dict[str, object]] = []
    for reason in day.reasons:
        job = jobs.get(reason.order)
        texts = [
            paidan.render.why_not(day.problem, miss, language=language, names=dict(called))
            for miss in reason.technicians[:SHOWN_MISSES]
        ]
        rows.append(
            {
                "order": reason.order,
                "name": job.called(language) if job else "",
                "place": job.place if job else "",
                "repeat": repeat_note(job, language),
                "reasons": texts,
            }
        )
    return rows


def packing_rows(day: Day, language: Language, called: Names) -> list[dict[str, object]]:
    """What each technician takes along: visits in order, the skills they need, the parts they use up."""
    people = {person.id: person.name for person in day.problem.technicians}
    orders = {order.id: order for order in day.problem.orders}
    places = {place.id: place.name for place in day.problem.locations}
    jobs = {job.id: job for job in day.jobs}
    rows: list[dict[str, object]] = []
    for route in sorted(day.routes, key=lambda one: one.technician):
        skills: dict[str, int] = {}
        parts: dict[str, int] = {}
        visits = []
        for stop in route.stops:
            if stop.order is None:
                continue
            order = orders[stop.order]
            visits.append(
                {
                    "text": f"{stop.start:%H:%M} {order.id}",
                    "place": places[order.location],
                    "repeat": repeat_note(jobs.get(order.id), language),
                }
            )
            for need in order.skills:
                skills[need.skill] = max(skills.get(need.skill, 0), need.level)
            for part in order.parts:
                parts[part.part] = parts.get(part.part, 0) + part.quantity
        separator = "、" if language == "zh" else ", "
        rows.append(
            {
                "name": people.get(route.technician, route.technician),
                "hours": f"{route.start:%H:%M}–{route.end:%H:%M}",
                "visits": visits,
                "skills": separator.join(
                    f"{names.of(skill, language, called)} {level}" for skill, level in sorted(skills.items())
                ),
                "parts": separator.join(f"{names.of(part, language, called)} ×{n}" for part, n in sorted(parts.items()))
                or word("none", language),
            }
        )
    return rows


def day_view(day: Day, language: Language, called: Names | None = None) -> DayView:
    """``called``: display names of skills and parts, over the examples' own."""
    called = names.SKILLS | dict(called or {})
    figures = day.report.kpis
    if language == "zh":
        summary = f"完成{figures.served}/{figures.orders}单,守约{figures.on_time}/{figures.promised}"
        if day.carried_over:
            summary += f",其中前一日顺延{day.carried_over}单"
    else:
        summary = f"{figures.served} of {figures.orders} orders served, {figures.on_time} of {figures.promised} on time"
        if day.carried_over:
            summary += f", {day.carried_over} carried over from the day before"
    return DayView(
        title=date_title(day.date, language),
        summary=summary,
        gantt=svg.gantt(day, language),
        map=svg.route_map(day, language),
        unassigned=unassigned_rows(day, language, called),
        packing=packing_rows(day, language, called),
    )


def html(report: Report, language: Language) -> str:
    """Fill the template; everything that is text is escaped."""
    import jinja2

    source = resources.files("paidan.report").joinpath("templates/report.html.j2").read_text(encoding="utf-8")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    template = environment.from_string(source)

    def translated(key: str, **values: object) -> str:
        return word(key, language, **values)

    return template.render(report=report, language=language, w=translated)

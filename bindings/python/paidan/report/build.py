"""Turns planned weeks and papers into one self-contained HTML file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeAlias

import paidan
from paidan.report import load, names, people
from paidan.report.gantt import gantt
from paidan.report.masks import masked
from paidan.report.order import natural
from paidan.report.parts import DayView, Report
from paidan.report.svg import route_map
from paidan.report.words import NEXT, WEEKDAYS, Language, said, word

if TYPE_CHECKING:
    from paidan.week.jobs import Job
    from paidan.week.run import Day

SHOWN_MISSES = 3

Names: TypeAlias = Mapping[str, tuple[str, str]]


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
    for number, reason in enumerate(day.reasons, 1):
        job = jobs.get(reason.order)
        texts = [
            paidan.render.why_not(day.problem, miss, language=language, names=dict(called))
            for miss in nearest_misses(reason)[:SHOWN_MISSES]
        ]
        rows.append(
            {
                "anchor": people.unassigned_anchor(day, number),
                "order": reason.order,
                "name": job.called(language) if job else "",
                "place": job.place if job else "",
                "repeat": repeat_note(job, language),
                "reasons": texts,
                "next": next_step(reason, language),
            }
        )
    return rows


def nearest_misses(reason: paidan.Unassigned) -> list[paidan.WhyNot]:
    """Who could do the work comes before who lacks the skill for it: that is what a dispatcher can change today. Who has
    the day off comes after who works.
    """

    def key(miss: paidan.WhyNot) -> tuple[bool, bool]:
        return _unskilled(miss), is_off(miss)

    return sorted(reason.technicians, key=key)


def _unskilled(miss: paidan.WhyNot) -> bool:
    return "skill" in [str(family) for family in miss.families]


def is_off(miss: paidan.WhyNot) -> bool:
    """No shift that day, so that nothing can be extended."""
    return any(one.detail == "no_shift" for one in miss.reasons)


def next_step(reason: paidan.Unassigned, language: Language) -> str:
    """By what keeps it from the technician who is nearest to taking it."""
    if not reason.technicians:
        return ""
    separator = ";" if language == "zh" else "; "
    holders = [miss for miss in reason.technicians if not _unskilled(miss)]
    if holders and all(is_off(miss) for miss in holders):
        return word("nobody_of_them" if len(holders) < len(reason.technicians) else "nobody_that_day", language)
    nearest = nearest_misses(reason)[0]
    # Who has no shift cannot work longer.
    families = [str(one) for one in nearest.families if not (is_off(nearest) and str(one) == "shift")] or [""]
    texts = [said(NEXT, family, language) for family in families]
    working = [miss for miss in holders if not is_off(miss)]
    if (
        len(working) > 1
        and len(nearest.families) == 1
        and all(list(miss.families) == list(nearest.families) for miss in working)
    ):
        key = "same_for_holders" if len(holders) < len(reason.technicians) else "same_for_all"
        texts.append(word(key, language, n=len(working)))
    return separator.join(texts)


def sheet_rows(day: Day, language: Language, called: Names) -> list[dict[str, object]]:
    """One sheet a technician: visits in order with times, place, service and what they need, the shifts of a split day
    under one another; who has none has a sheet too.
    """
    routes = {(route.technician, route.shift): route for route in day.routes}
    separator = "、" if language == "zh" else ", "
    own: dict[str, list[paidan.Shift]] = {}
    persons: dict[str, paidan.Technician] = {}
    anchors: dict[str, str] = {}
    for number, (person, shift) in enumerate(people.shifts(day), 1):
        persons[person.id] = person
        own.setdefault(person.id, []).append(shift)
        anchors[person.id] = people.sheet_anchor(day, number)
    rows: list[dict[str, object]] = []
    for id, shifts in own.items():
        parts: dict[str, int] = {}
        visits: list[dict[str, object]] = []
        hours: list[str] = []
        travel = work = dt.timedelta()
        for number, shift in enumerate(sorted(shifts, key=lambda one: one.start), 1):
            route = routes.get((id, shift.id))
            zone = route.start.tzinfo if route else day.problem.origin.tzinfo
            begin, end = (
                (route.start, route.end) if route else (shift.start.astimezone(zone), shift.end.astimezone(zone))
            )
            hours.append(f"{begin:%H:%M}–{end:%H:%M}")
            if len(shifts) > 1:
                what = word("shift_number", language, n=number)
                if not route or not route.stops:
                    what += f" ({word('shift_idle', language)})"
                visits.append({"rest": True, "times": hours[-1], "what": what})
            if route is not None:
                visits += _stops(day, route, language, called)
                travel += sum((stop.arrival - stop.departure for stop in route.stops), start=dt.timedelta())
                travel += route.end - route.stops[-1].end if route.stops else dt.timedelta()
                work += sum((stop.end - stop.start for stop in route.stops if stop.order), start=dt.timedelta())
                for part in _parts(day, route):
                    parts[part.part] = parts.get(part.part, 0) + part.quantity
        count = sum(not visit["rest"] for visit in visits)
        rows.append(
            {
                "anchor": anchors[id],
                "id": id,
                "name": persons[id].name or id,
                "hours": separator.join(hours),
                "count": word("visit_count_one" if count == 1 else "visit_count", language, n=count)
                if count
                else word("idle", language),
                "totals": (
                    [
                        word("travel_total", language, m=round(travel.total_seconds() / 60)),
                        word("work_total", language, m=round(work.total_seconds() / 60)),
                    ]
                    if count
                    else []
                ),
                "visits": visits if count else [],
                "parts": separator.join(
                    f"{names.of(part, language, called)} ×{n}" for part, n in sorted(parts.items())
                ),
            }
        )
    return rows


def _parts(day: Day, route: paidan.Route) -> list[paidan.PartCount]:
    orders = {order.id: order for order in day.problem.orders}
    return [part for stop in route.stops if stop.order for part in orders[stop.order].parts]


def _stops(day: Day, route: paidan.Route, language: Language, called: Names) -> list[dict[str, object]]:
    """Visits and rests of one shift."""
    orders = {order.id: order for order in day.problem.orders}
    places = {place.id: place.name for place in day.problem.locations}
    jobs = {job.id: job for job in day.jobs}
    separator = "、" if language == "zh" else ", "
    rows: list[dict[str, object]] = []
    for stop in route.stops:
        times = f"{stop.start:%H:%M}–{stop.end:%H:%M}"
        if stop.order is None:
            what = word("rest", language)
            if stop.depot is not None:
                depot = next(one for one in day.problem.depots if one.id == stop.depot)
                what = word("depot_call", language, name=depot.name or depot.id)
            rows.append({"rest": True, "times": times, "what": what})
            continue
        order = orders[stop.order]
        job = jobs.get(order.id)
        late = False
        agreed = ""
        if order.promise is not None:
            low = (order.promise.at - order.promise.before).astimezone(stop.start.tzinfo)
            high = (order.promise.at + order.promise.after).astimezone(stop.start.tzinfo)
            agreed, late = f"{low:%H:%M}–{high:%H:%M}", stop.start > high
        rows.append(
            {
                "rest": False,
                "number": sum(not row["rest"] for row in rows) + 1,
                "times": times,
                "agreed": agreed,
                "late": late,
                "order": order.id,
                "place": places[order.location],
                "service": (job.called(language) if job else "") or order.name,
                "skills": separator.join(
                    f"{names.of(need.skill, language, called)} {need.level}" for need in order.skills
                ),
                "parts": separator.join(
                    f"{names.of(part.part, language, called)} ×{part.quantity}" for part in order.parts
                ),
                "notes": order.notes,
                "repeat": repeat_note(job, language),
            }
        )
    return rows


def day_view(
    day: Day, language: Language, called: Names | None = None, *, text: Callable[[str], str] = masked
) -> DayView:
    """``called``: display names of skills and parts, over the examples' own. ``text`` masks what is personal."""
    called = names.SKILLS | dict(called or {})
    figures = day.report.kpis
    if language == "zh":
        summary = f"当天{figures.orders}单,完成{figures.served}单,未完成{figures.unserved}单"
        if figures.promised:
            summary += f";有约{figures.promised}单,按约到达{figures.on_time}单"
        if day.carried_over:
            summary += f",其中前一日顺延{day.carried_over}单"
    else:
        summary = f"{figures.served} of {figures.orders} orders served, {figures.unserved} not"
        if figures.promised:
            summary += f"; {figures.on_time} of {figures.promised} appointments kept"
        if day.carried_over:
            summary += f", {day.carried_over} carried over from the day before"
    off = [
        one.name or one.id for one in sorted(day.problem.technicians, key=lambda one: natural(one.id)) if not one.shifts
    ]
    separator = "、" if language == "zh" else ", "
    sheets = _plain(sheet_rows(day, language, called), text)
    return DayView(
        title=date_title(day.date, language),
        anchor=people.day_anchor(day),
        load=_plain(load.day_rows(day, language), text),
        summary=summary,
        gantt=text(gantt(day, language)),
        map=text(route_map(day, language)),
        unassigned=_plain(unassigned_rows(day, language, called), text),
        sheets=[sheet for sheet in sheets if sheet["visits"]],
        off=word("off", language, names=separator.join(off)) if off else "",
    )


def _plain(value: Any, text: Callable[[str], str]) -> Any:
    """`text` of every text inside."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, list):
        return [_plain(one, text) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one, text) for key, one in value.items()}
    return value


def html(report: Report, language: Language) -> str:
    """Fill the template; everything that is text is escaped, what is personal is the caller's to mask."""
    import jinja2

    source = resources.files("paidan.report").joinpath("templates/report.html.j2").read_text(encoding="utf-8")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    template = environment.from_string(source)

    def translated(key: str, **values: object) -> str:
        return word(key, language, **values)

    return template.render(report=report, language=language, w=translated)

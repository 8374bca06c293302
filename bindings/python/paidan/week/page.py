"""A planned week as the page that people read."""

from __future__ import annotations

import argparse
import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import paidan
from paidan.report import figures, names, overview
from paidan.report.build import day_view
from paidan.report.masks import masked_but
from paidan.report.parts import Cell, Report, Section, Table
from paidan.report.words import Language, notice_text, word
from paidan.week import compare
from paidan.week.actual import as_known, judge
from paidan.week.jobs import crew_mates
from paidan.week.reading import Given
from paidan.week.run import Effort, Engine, Week, plan_week
from paidan.week.scope import scope

BASELINES: tuple[Engine, ...] = ("nearest_free", "best_rating")


def effort_of(options: argparse.Namespace) -> Effort:
    return Effort(
        seed=options.seed,
        iterations=options.iterations,
        lanes=options.lanes,
        threads=options.threads,
        time_limit=None if options.time_limit is None else dt.timedelta(seconds=options.time_limit),
    )


def text_of(options: argparse.Namespace, orders: Sequence[paidan.Order] = ()) -> Callable[[str], str]:
    """What a text becomes before anybody sees it; what a crew's further orders are called is no door number."""
    if options.no_masks:
        return lambda one: one
    return masked_but([name for mate in crew_mates(orders) for name in (mate.id, mate.name)])


def check_minimal(week: Week) -> tuple[int, int]:
    """How many reason sets there are, and how many of them the independent checker finds to be the smallest."""
    total = confirmed = 0
    for day in week.days:
        if day.plan is None:
            continue
        for reason in day.reasons:
            for miss in reason.technicians:
                total += 1
                smallest = paidan.minimal_reasons(
                    day.problem, day.plan, order=reason.order, technician=miss.technician
                ).families
                confirmed += set(smallest) == set(miss.families)
    return total, confirmed


def checked_notes(week: Week, language: Language) -> list[str]:
    violations = sum(len(day.report.violations) for day in week.days)
    notes = [
        word("checked", language, n=len(week.days)) if not violations else word("checked_bad", language, v=violations)
    ]
    total, confirmed = check_minimal(week)
    if total and total == confirmed:
        notes.append(word("minimal", language, n=total))
    return notes


def price_table(
    catalog: paidan.catalog.Catalog, services: list[str], book: paidan.pricing.PriceBook, language: Language
) -> Table:
    """The estimate of each service that the week's orders name."""
    rows = []
    called = names.of_catalog(catalog)
    for service in services:
        entry = catalog.find(service)
        if entry is None:
            continue
        estimate = paidan.pricing.estimate(book, paidan.pricing.estimate_request(entry))
        rows.append(
            [
                Cell(text=entry.zh if language == "zh" else entry.en),
                Cell(text=paidan.render.estimate(estimate, language=language, names=called)),
            ]
        )
    return Table(
        title=word("estimates", language),
        head=[word("problem", language), word("estimate", language)],
        rows=rows,
        numeric=False,
    )


def plan_and_tell(
    given: Given,
    options: argparse.Namespace,
    *,
    title: str,
    provenance: str,
    on_day: Callable[[int, int, dt.date], None] | None = None,
    on_replay: Callable[[int, int, dt.date], None] | None = None,
) -> tuple[Report, dict[str, Week]]:
    """The page, and our week and what it is compared with by name."""
    language: Language = options.lang
    text = text_of(options, given.week.problem.orders)
    began = time.perf_counter()
    week = plan_week(given.week, effort=effort_of(options), on_day=on_day)
    seconds = time.perf_counter() - began
    weeks: dict[str, Week] = {"ours": week}
    section = Section(title=title, provenance=provenance)
    section.notes.append(word("seconds", language, s=f"{seconds:.1f}", threads=options.threads))
    section.notes += checked_notes(week, language) if week.days else [word("no_orders", language)]
    if week.days:
        section.notes.append(
            word("added_up", language, jobs=week.served + len(week.left), served=week.served, left=len(week.left))
            + (word("unplaced_too", language, n=len(given.week.unplaced)) if given.week.unplaced else "")
        )
    if options.datum is None:
        section.assumed.append(word("datum_assumed", language))
    section.assumed += [text(notice_text(notice, language)) for notice in given.notices]
    section.assumed += [text(one) for one in given.left_out]
    compared: compare.Comparison | None = None
    if given.actual is not None:
        cut = scope(given.week, given.actual.visits, first=options.first_day, language=language)
        section.assumed += [text(line) for line in cut.lines]
        actual = judge(cut.week, cut.visits)
        effort = effort_of(options)
        if any(day.plan is not None and day.plan.interrupted for day in week.days):
            effort = replace(effort, iterations=0)  # Ctrl-C was pressed: no search after it
        replayed = as_known(cut.week, cut.visits, effort=effort, on_day=on_replay)
        weeks |= {"as_known": replayed.week, "actual": actual.week}
        compared = compare.Comparison(given=cut.week, actual=actual, replayed=replayed)
        section.notes += compare.violations(compared, language)
    else:
        for engine in BASELINES:
            weeks[engine] = plan_week(given.week, engine=engine)
    if week.days:
        alone = {name: one for name, one in weeks.items() if compared is None or name == "ours"}
        section.tables.append(figures.side_by_side(alone, language))
        if compared is not None:
            section.tables += compare.tables(compared, language, text)
        section.tables += overview.load_tables(week, language, text)
    if given.week.unplaced:
        section.tables.append(
            Table(
                title=word("unplaced", language),
                head=[word("order", language), word("place", language)],
                rows=[[Cell(text=text(order)), Cell(text=text(place))] for order, place in given.week.unplaced],
                numeric=False,
                note=word("unplaced_note", language),
            )
        )
    named = names.of_catalog(given.catalog) if given.catalog is not None else {}
    if week.left:
        section.tables.append(
            overview.open_table(week, language, names.SKILLS | dict(named) | dict(given.week.names), text)
        )
    services = list(dict.fromkeys(job.order.catalog for job in given.week.jobs if job.order.catalog))
    if given.catalog is not None and services:
        if given.book is not None:
            section.tables.append(price_table(given.catalog, services, given.book, language))
        if given.policies is not None:
            section.tables.append(
                _policy_table(given.catalog, services, given.week.jobs[0].day, given.policies, language)
            )
    section.days = [day_view(day, language, dict(named) | dict(given.week.names), text=text) for day in week.days]
    footers = [] if options.no_masks else [word("masked", language)]
    report = Report(
        title=title,
        subtitle=_span(week),
        sections=[section],
        version=paidan.__version__,
        footers=footers,
    )
    return report, weeks


def _policy_table(
    catalog: paidan.catalog.Catalog,
    services: list[str],
    date: dt.date,
    policies: paidan.warranty.PolicySet,
    language: Language,
) -> Table:
    """What each service of the week carries on that day, in the policies' own words."""
    rows = []
    for service in services:
        entry = catalog.find(service)
        if entry is None:
            continue
        governing = policies.governing(entry.warranty_category, date) if entry.warranty_category else []
        texts = [policy.wording_zh if language == "zh" else policy.wording_en for policy in governing]
        rows.append(
            [
                Cell(text=entry.zh if language == "zh" else entry.en),
                Cell(text="; ".join(texts) or word("none", language)),
            ]
        )
    return Table(
        title=word("policies", language),
        head=[word("problem", language), word("promises", language)],
        rows=rows,
        numeric=False,
    )


def _span(week: Week) -> str:
    return f"{week.days[0].date} – {week.days[-1].date}" if week.days else ""

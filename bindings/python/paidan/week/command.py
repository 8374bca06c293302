"""``python -m paidan week``: plan one's own week from three tables and write the report."""

from __future__ import annotations

import argparse
import datetime as dt
import time
from pathlib import Path

import paidan
from paidan import frames
from paidan.report import figures
from paidan.report.build import Cell, Report, Section, Table, day_view, html
from paidan.report.words import VIOLATIONS, Language, said, word
from paidan.week import documents, inputs
from paidan.week.actual import judge
from paidan.week.progress import Bar
from paidan.week.run import Effort, Engine, Week, plan_week

BASELINES: tuple[Engine, ...] = ("nearest_free", "best_rating")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--orders", type=Path, required=True, metavar="CSV", help="工单; columns as in the template")
    parser.add_argument(
        "--technicians", type=Path, required=True, metavar="CSV", help="师傅; columns as in the template"
    )
    parser.add_argument(
        "--catalog", type=Path, metavar="CSV", help="服务目录: fills skills, minutes and parts of each service"
    )
    parser.add_argument("--prices", type=Path, metavar="CSV", help="价目: estimates for the services of the catalog")
    parser.add_argument("--policies", type=Path, metavar="CSV", help="保修政策: the warranty each service carries")
    parser.add_argument("--actual", type=Path, metavar="CSV", help="the week as it really went, for comparison")
    parser.add_argument("--report", type=Path, required=True, metavar="HTML", help="where to write the report")
    parser.add_argument("--zone", default="Asia/Shanghai", help="time zone of all times (default: %(default)s)")
    parser.add_argument(
        "--datum", choices=("wgs84", "gcj02", "bd09"), default="gcj02", help="coordinate system (default: %(default)s)"
    )
    parser.add_argument("--speed", type=float, default=18.0, metavar="KMH", help="driving speed (default: %(default)s)")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--iterations", type=int, default=1500)
    parser.add_argument("--threads", type=int, default=2)


def check_minimal(week: Week) -> tuple[int, int]:
    """How many reason sets there are, and how many of them the independent checker finds to be the smallest."""
    total = confirmed = 0
    for day in week.days:
        if day.plan is None:
            continue
        for reason in day.reasons:
            for miss in reason.technicians:
                total += 1
                smallest = paidan.minimal_reasons(day.problem, day.plan, order=reason.order, technician=miss.technician)
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


def price_tables(
    catalog: paidan.catalog.Catalog,
    services: list[str],
    book: paidan.pricing.PriceBook,
    language: Language,
) -> Table:
    """The estimate of each service that the week's orders name."""
    rows = []
    for service in services:
        entry = catalog.find(service)
        if entry is None:
            continue
        estimate = paidan.pricing.estimate(book, paidan.pricing.estimate_request(entry))
        rows.append(
            [
                Cell(text=entry.zh if language == "zh" else entry.en),
                Cell(text=paidan.render.estimate(estimate, language=language)),
            ]
        )
    return Table(
        title=word("estimates", language),
        head=[word("problem", language), word("estimate", language)],
        rows=rows,
        numeric=False,
    )


def run(options: argparse.Namespace) -> int:
    language: Language = options.lang
    catalog = documents.catalog(options.catalog) if options.catalog else None
    given = inputs.read_week(
        options.orders,
        options.technicians,
        zone=options.zone,
        datum=options.datum,
        speed_kmh=options.speed,
        catalog=catalog,
    )
    effort = Effort(seed=options.seed, iterations=options.iterations, threads=options.threads)
    began = time.perf_counter()
    with Bar("week") as bar:
        week = plan_week(given, effort=effort, on_day=bar.day)
    seconds = time.perf_counter() - began
    weeks: dict[str, Week] = {"ours": week}
    section = Section(title=word("title", language), provenance=f"{options.orders.name}, {options.technicians.name}")
    if options.actual:
        actual = judge(given, frames.read_actual(options.actual, zone=options.zone))
        weeks["actual"] = actual.week
        if actual.violations:
            listed = ", ".join(
                f"{said(VIOLATIONS, code, language)} × {count}" for code, count in sorted(actual.violations.items())
            )
            section.notes.append(f"{word('violations', language)}: {listed}")
    else:
        for engine in BASELINES:
            weeks[engine] = plan_week(given, engine=engine)
    section.notes.insert(0, word("seconds", language, s=f"{seconds:.1f}", threads=options.threads))
    section.notes[1:1] = checked_notes(week, language)
    if week.days:
        section.tables.append(figures.side_by_side(weeks, language))
    services = list(dict.fromkeys(job.order.catalog for job in given.jobs if job.order.catalog))
    if options.prices and catalog is not None:
        section.tables.append(price_tables(catalog, services, documents.prices(options.prices), language))
    if options.policies and catalog is not None:
        policies = documents.policies(options.policies)
        section.tables.append(_policy_table(catalog, services, given.jobs[0].day, policies, language))
    section.days = [day_view(day, language) for day in week.days]
    report = Report(title=word("title", language), subtitle=_span(week), sections=[section], version=paidan.__version__)
    options.report.write_text(html(report, language), encoding="utf-8")
    print(
        f"{word('served', language)} {week.served}/{len(given.jobs)}, "
        f"{word('left', language)} {len(week.left)} → {options.report}"
    )
    return 0


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
        title=word("certificate", language),
        head=[word("problem", language), word("why", language)],
        rows=rows,
        numeric=False,
    )


def _span(week: Week) -> str:
    return f"{week.days[0].date} – {week.days[-1].date}" if week.days else ""

"""``python -m paidan week``: plan one's own week from three tables and write the report."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import paidan
from paidan import frames
from paidan.report import figures, names
from paidan.report.build import Cell, Report, Section, Table, day_view, html
from paidan.report.words import VIOLATIONS, Language, said, word
from paidan.week import documents, inputs
from paidan.week.actual import judge
from paidan.week.jobs import WeekInput
from paidan.week.progress import Bar
from paidan.week.run import Effort, Engine, Week, plan_week

T = TypeVar("T")

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
    parser.add_argument(
        "--speed", type=_speed, default=18.0, metavar="KMH", help="driving speed (default: %(default)s)"
    )
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    add_effort(parser)


def add_effort(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--seed", type=whole(0, 2**63 - 1), default=1, help="same seed, same bytes (default: %(default)s)"
    )
    parser.add_argument(
        "--iterations", type=whole(0, 10**9), default=1500, help="work for each day (default: %(default)s)"
    )
    parser.add_argument(
        "--lanes", type=whole(1, 64), default=2, help="independent searches, the best is kept (default: %(default)s)"
    )
    parser.add_argument(
        "--threads",
        type=whole(1, 64),
        default=2,
        help="at most lanes; changes the wall time only (default: %(default)s)",
    )


def whole(low: int, high: int) -> Callable[[str], int]:
    """An argument from low to high."""

    def parse(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"must be from {low} to {high}, got {text}")
        return value

    parse.__name__ = "whole number"  # argparse says "invalid whole number value: 'x'"
    return parse


def _speed(text: str) -> float:
    value = float(text)
    if not 1 <= value <= 200:  # NaN fails too
        raise argparse.ArgumentTypeError(f"must be from 1 to 200 km/h, got {text}")
    return value


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


@dataclass(frozen=True, kw_only=True)
class Given:
    """Everything the host gave, validated before any work begins."""

    week: WeekInput
    catalog: paidan.catalog.Catalog | None
    book: paidan.pricing.PriceBook | None
    policies: paidan.warranty.PolicySet | None
    actual: list[paidan.ActualVisit] | None


def read_all(options: argparse.Namespace) -> Given:
    """All errors of all tables at once."""
    errors: list[paidan.Error] = []

    def read(reader: Callable[[], T]) -> T | None:
        try:
            return reader()
        except paidan.InvalidInput as error:
            errors.extend(error.errors)
            return None

    catalog = read(lambda: documents.catalog(options.catalog)) if options.catalog else None
    week = read(
        lambda: inputs.read_week(
            options.orders,
            options.technicians,
            zone=options.zone,
            datum=options.datum,
            speed_kmh=options.speed,
            catalog=catalog,
        )
    )
    book = read(lambda: documents.prices(options.prices)) if options.prices else None
    policies = read(lambda: documents.policies(options.policies)) if options.policies else None
    actual = read(lambda: frames.read_actual(options.actual, zone=options.zone)) if options.actual else None
    if errors or week is None:
        raise paidan.InvalidInput(errors)
    return Given(week=week, catalog=catalog, book=book, policies=policies, actual=actual)


def run(options: argparse.Namespace) -> int:
    language: Language = options.lang
    if (options.prices or options.policies) and not options.catalog:
        print(word("needs_catalog", language), file=sys.stderr)
        return 2
    given = read_all(options)
    effort = Effort(seed=options.seed, iterations=options.iterations, lanes=options.lanes, threads=options.threads)
    began = time.perf_counter()
    with Bar("week") as bar:
        week = plan_week(given.week, effort=effort, on_day=bar.day)
    seconds = time.perf_counter() - began
    weeks: dict[str, Week] = {"ours": week}
    section = Section(title=word("title", language), provenance=f"{options.orders.name}, {options.technicians.name}")
    section.notes.append(word("seconds", language, s=f"{seconds:.1f}", threads=options.threads))
    section.notes += checked_notes(week, language) if week.days else [word("no_orders", language)]
    section.notes += [notice.message(language) for notice in given.week.problem.notices]
    if given.actual is not None:
        actual = judge(given.week, given.actual)
        weeks["actual"] = actual.week
        if actual.violations:
            listed = ", ".join(
                f"{said(VIOLATIONS, code, language)} × {count}" for code, count in sorted(actual.violations.items())
            )
            section.notes.append(f"{word('violations', language)}: {listed}")
    else:
        for engine in BASELINES:
            weeks[engine] = plan_week(given.week, engine=engine)
    if week.days:
        section.tables.append(figures.side_by_side(weeks, language))
    services = list(dict.fromkeys(job.order.catalog for job in given.week.jobs if job.order.catalog))
    if given.catalog is not None and services:
        if given.book is not None:
            section.tables.append(price_table(given.catalog, services, given.book, language))
        if given.policies is not None:
            section.tables.append(
                _policy_table(given.catalog, services, given.week.jobs[0].day, given.policies, language)
            )
    section.days = [day_view(day, language, given.week.names) for day in week.days]
    report = Report(title=word("title", language), subtitle=_span(week), sections=[section], version=paidan.__version__)
    options.report.write_text(html(report, language), encoding="utf-8")
    print(
        f"{word('served', language)} {week.served}/{len(given.week.jobs)}, "
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
        title=word("policies", language),
        head=[word("problem", language), word("promises", language)],
        rows=rows,
        numeric=False,
    )


def _span(week: Week) -> str:
    return f"{week.days[0].date} – {week.days[-1].date}" if week.days else ""

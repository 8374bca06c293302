"""``python -m paidan week``: plan one's own week from three tables and write the report."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import paidan
from paidan import frames
from paidan.report import figures, names
from paidan.report.build import Cell, Report, Section, Table, day_view, html
from paidan.report.masks import masked
from paidan.report.words import VIOLATIONS, Language, notice_text, said, word
from paidan.week import documents, inputs, results
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
    parser.add_argument(
        "--results", type=Path, metavar="FOLDER", help="also visits, unassigned, figures as CSV, days as JSON"
    )
    parser.add_argument("--first-day", type=_date, metavar="DATE", help="default: the first day that an order is for")
    days = parser.add_mutually_exclusive_group()
    days.add_argument(
        "--days",
        type=whole(1, 92),
        metavar="N",
        help="default: through the last order's day and on, while some is left",
    )
    days.add_argument("--until", type=_date, metavar="DATE", help="last day to plan")
    parser.add_argument(
        "--column", action="append", default=[], metavar="KNOWN=OWN", help="own headings: 预约时间=约定 (repeatable)"
    )
    parser.add_argument("--columns", type=Path, metavar="JSON", help='the same from a file: {"预约时间": "约定"}')
    parser.add_argument("--save-columns", type=Path, metavar="JSON", help="write what --column said, for --columns")
    parser.add_argument("--date-order", choices=("stated", "mdy", "dmy"), default="stated", help="how 1/2/2020 is read")
    parser.add_argument("--sheet", metavar="NAME", help="sheet of the orders' workbook; default: the first one shown")
    parser.add_argument("--technician-sheet", metavar="NAME", help="sheet of the technicians' workbook")
    parser.add_argument("--no-masks", action="store_true", help="keep phone, identity and door numbers as they are")
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
        "--time-limit",
        type=whole(1, 86_400),
        metavar="SECONDS",
        help="for each day at most; the same bytes only without it",
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


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a date like 2024-07-08, got {text}") from None


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
    notices: list[paidan.Error]
    catalog: paidan.catalog.Catalog | None
    book: paidan.pricing.PriceBook | None
    policies: paidan.warranty.PolicySet | None
    actual: list[paidan.ActualVisit] | None


def own_columns(options: argparse.Namespace) -> list[str]:
    """The host's own headings, from the words and from the file."""
    own = list(options.column)
    if options.columns is not None:
        try:
            mapping = json.loads(options.columns.read_text(encoding="utf-8"))
        except ValueError as wrong:
            raise SystemExit(f"{options.columns}: {wrong}") from None
        for known, heading in mapping.items():
            if isinstance(heading, dict):  # {"orders": {"预约时间": "约定"}}
                own += [f"{known}.{field}={one}" for field, one in heading.items()]
            else:
                own.append(f"{known}={heading}")
    if options.save_columns is not None:
        pairs = dict(text.partition("=")[::2] for text in own)
        options.save_columns.write_text(json.dumps(pairs, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return own


def read_all(options: argparse.Namespace) -> Given:
    """All errors of all tables at once."""
    errors: list[paidan.Error] = []
    notices: list[paidan.Error] = []

    def read(reader: Callable[[], T]) -> T | None:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always", paidan.Notice)
            try:
                return reader()
            except paidan.InvalidInput as error:
                errors.extend(error.errors)
                return None
            finally:
                notices.extend(one.message.notice for one in said if isinstance(one.message, paidan.Notice))

    days = options.days
    if options.until is not None:
        if options.first_day is None:
            raise SystemExit(word("until_needs_first", options.lang))
        days = (options.until - options.first_day).days + 1

    columns = own_columns(options)
    catalog = read(lambda: documents.catalog(options.catalog)) if options.catalog else None
    week = read(
        lambda: inputs.read_week(
            options.orders,
            options.technicians,
            zone=options.zone,
            datum=options.datum,
            speed_kmh=options.speed,
            catalog=catalog,
            first_day=options.first_day,
            days=days,
            date_order=options.date_order,
            columns=columns,
            sheet=options.sheet,
            technician_sheet=options.technician_sheet,
        )
    )
    book = read(lambda: documents.prices(options.prices)) if options.prices else None
    policies = read(lambda: documents.policies(options.policies)) if options.policies else None
    actual = read(lambda: frames.read_actual(options.actual, zone=options.zone)) if options.actual else None
    if errors or week is None:
        raise paidan.InvalidInput(errors)
    return Given(
        week=week, notices=[*notices, *week.notices], catalog=catalog, book=book, policies=policies, actual=actual
    )


def run(options: argparse.Namespace) -> int:
    language: Language = options.lang
    if (options.prices or options.policies) and not options.catalog:
        print(word("needs_catalog", language), file=sys.stderr)
        return 2
    refuse_outputs(options, language)
    given = read_all(options)
    for notice in given.notices:
        print(notice_text(notice, language), file=sys.stderr)
    text: Callable[[str], str] = (lambda one: one) if options.no_masks else masked
    effort = Effort(
        seed=options.seed,
        iterations=options.iterations,
        lanes=options.lanes,
        threads=options.threads,
        time_limit=None if options.time_limit is None else dt.timedelta(seconds=options.time_limit),
    )
    began = time.perf_counter()
    with Bar("week") as bar:
        week = plan_week(given.week, effort=effort, on_day=bar.day)
    seconds = time.perf_counter() - began
    weeks: dict[str, Week] = {"ours": week}
    section = Section(title=word("title", language), provenance=f"{options.orders.name}, {options.technicians.name}")
    section.notes.append(word("seconds", language, s=f"{seconds:.1f}", threads=options.threads))
    section.notes += checked_notes(week, language) if week.days else [word("no_orders", language)]
    if week.days:
        section.notes.append(
            word("added_up", language, jobs=week.served + len(week.left), served=week.served, left=len(week.left))
        )
    section.assumed = [text(notice_text(notice, language)) for notice in given.notices]
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
    named = names.of_catalog(given.catalog) if given.catalog is not None else {}
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
        title=word("title", language),
        subtitle=_span(week),
        sections=[section],
        version=paidan.__version__,
        footers=footers,
    )
    options.report.write_text(html(report, language), encoding="utf-8")
    if options.results is not None:
        results.write(options.results, weeks, language=language, text=text)
    print(
        f"{word('served', language)} {week.served}/{len(given.week.jobs)}, "
        f"{word('left', language)} {len(week.left)} → {options.report}"
    )
    return 0


def refuse_outputs(options: argparse.Namespace, language: Language) -> None:
    """Before any work: nothing is written over what is read, and every output can be written."""
    inputs_given = [
        options.orders,
        options.technicians,
        options.catalog,
        options.prices,
        options.policies,
        options.actual,
    ]
    read = {path.resolve() for path in [*inputs_given, options.columns] if path is not None}
    files = [path for path in (options.report, options.save_columns) if path is not None]
    for path in files:
        if path.resolve() in read:
            raise SystemExit(word("output_is_input", language, path=path))
        if path.is_dir():
            raise SystemExit(word("output_is_folder", language, path=path))
        folder = path.resolve().parent
        if not folder.is_dir():
            raise SystemExit(word("no_folder", language, path=folder))
        if not os.access(path if path.exists() else folder, os.W_OK):
            raise SystemExit(word("not_writable", language, path=path))
    if options.results is not None:
        existing = next(one for one in [options.results.resolve(), *options.results.resolve().parents] if one.exists())
        if not existing.is_dir() or not os.access(existing, os.W_OK):
            raise SystemExit(word("not_writable", language, path=options.results))
        for name in results.FILES:
            if (options.results / name).resolve() in read:
                raise SystemExit(word("output_is_input", language, path=options.results / name))


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

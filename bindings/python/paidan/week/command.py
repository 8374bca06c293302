"""``paidan week``: plan one's own week from its tables and write the report."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import paidan
from paidan.report.build import html
from paidan.report.words import Language, notice_text, word
from paidan.week import cities
from paidan.week.columns import save as save_columns
from paidan.week.page import plan_and_tell, text_of
from paidan.week.progress import Bar
from paidan.week.reading import read_all, refuse_outputs
from paidan.week.traffic import band, overlap
from paidan.week.written import Outputs


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
    parser.add_argument(
        "--places", type=Path, metavar="CSV", help="地点: compounds and streets, for orders without coordinates"
    )
    parser.add_argument(
        "--roads",
        nargs=2,
        type=Path,
        metavar=("NODES", "EDGES"),
        help="路网: crossings and stretches of road in place of straight lines, coordinates as --datum says",
    )
    parser.add_argument(
        "--traffic",
        type=band,
        action="append",
        default=[],
        metavar="BAND",
        help="路况: hours in which driving takes longer, 07:00-09:00=140 (percent of the time) or '1-5 17:00-19:00=180' "
        "on weekdays 1 (Monday) to 5; may be repeated",
    )
    parser.add_argument("--actual", type=Path, metavar="CSV", help="the week as it really went, for comparison")
    parser.add_argument("--report", type=Path, required=True, metavar="HTML", help="where to write the report")
    parser.add_argument(
        "--results",
        type=Path,
        action="append",
        default=[],
        metavar="PATH",
        help="also orders, visits, shifts, reasons, figures: a folder of CSV (with --no-masks days as JSON too), or one "
        "workbook where it ends in .xlsx; may be given twice",
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
    parser.add_argument(
        "--by", metavar="HEADING", help="split both tables by this column (城市): a page for all and one for each"
    )
    parser.add_argument(
        "--processes", type=whole(1, 64), metavar="N", help="with --by: cities planned at once (default: 2)"
    )
    parser.add_argument("--no-masks", action="store_true", help="keep phone, identity and door numbers as they are")
    parser.add_argument("--zone", default="Asia/Shanghai", help="time zone of all times (default: %(default)s)")
    parser.add_argument(
        "--datum", choices=("wgs84", "gcj02", "bd09"), help="coordinate system of the tables (default: gcj02, and said)"
    )
    parser.add_argument(
        "--speed", type=_speed, default=18.0, metavar="KMH", help="driving speed (default: %(default)s)"
    )
    parser.add_argument(
        "--preset",
        choices=[str(one) for one in paidan.Preset],
        default="punctual",
        help="what the plan is to be good at: promises kept, then lateness, then cost; one sum of all costs; long days "
        "dearer (default: %(default)s; `paidan objective PRESET` prints the weights)",
    )
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    add_effort(parser)


def add_effort(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--seed", type=whole(0, 2**64 - 1), default=1, help="same seed, same bytes (default: %(default)s)"
    )
    parser.add_argument(
        "--iterations", type=whole(0, 10**9), default=20_000, help="work for each day (default: %(default)s)"
    )
    parser.add_argument(
        "--time-limit",
        type=whole(1, 86_400),
        metavar="SECONDS",
        help="seconds for each day at most (`paidan plan` takes milliseconds); the same bytes only without it",
    )
    parser.add_argument(
        "--lanes",
        type=whole(0, 64),
        default=2,
        help="parallel searches that exchange their best plans; 0 = from the day's size (default: %(default)s)",
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


# argparse says "invalid speed value: …"
_speed.__name__ = "speed"
_date.__name__ = "date"


def import_writers(options: argparse.Namespace) -> None:
    """What is missing is missed before the work, not after it."""
    import jinja2  # noqa: F401

    if Outputs.of(options).workbooks:
        import xlsxwriter  # type: ignore[import-untyped] # noqa: F401


def run(options: argparse.Namespace) -> int:
    language: Language = options.lang
    if (options.prices or options.policies) and not options.catalog:
        print(word("needs_catalog", language), file=sys.stderr)
        return 2
    if options.by is None and options.processes is not None:
        print(word("processes_of_cities", language), file=sys.stderr)
        return 2
    if options.by is not None and options.actual is not None:
        print(word("actual_of_one_week", language), file=sys.stderr)
        return 2
    if (both := overlap(options.traffic)) is not None:
        print(word("traffic_overlaps", language, first=both[0], second=both[1]), file=sys.stderr)
        return 2
    if options.roads is not None and options.datum is None:
        print(word("roads_need_datum", language), file=sys.stderr)
        return 2
    refuse_outputs(options, language)
    import_writers(options)
    if options.by is not None:
        return cities.run(options)
    given = read_all(options)
    save_columns(options)
    if options.datum is None:
        print(word("datum_assumed", language), file=sys.stderr)
    for notice in given.notices:
        print(notice_text(notice, language), file=sys.stderr)
    with Bar("week") as bar:
        report, weeks = plan_and_tell(
            given,
            options,
            title=word("title", language),
            provenance=f"{options.orders.name}, {options.technicians.name}",
            on_day=bar.day,
            on_replay=bar.day,
        )
    options.report.write_text(html(report, language), encoding="utf-8")
    outputs = Outputs.of(options)
    for line in outputs.write(weeks, text_of(options, given.week.problem.orders)) + outputs.left_out():
        print(line, file=sys.stderr)
    week = weeks["ours"]
    if not given.week.jobs:
        print(word("no_orders", language), file=sys.stderr)
    print(
        f"{word('served', language)} {week.served}/{len(given.week.jobs)}, "
        f"{word('left', language)} {len(week.left)} → {options.report}"
    )
    return 0

"""``python -m demo`` (./dev demo): three exhibits on real requests, one report in each language."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import paidan
from paidan.report.build import html
from paidan.report.parts import Report, Section
from paidan.report.words import Language, word
from paidan.week.command import add_effort
from paidan.week.progress import Bar

from demo import paper, seven_days, surge

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data",
        type=Path,
        default=Path("examples/data"),
        metavar="DIR",
        help="the examples' data (default: %(default)s)",
    )
    parser.add_argument(
        "--out", type=Path, default=Path("build/demo"), metavar="DIR", help="where reports go (default: %(default)s)"
    )
    parser.add_argument(
        "--draws", type=int, default=20, help="draws of technicians to compare over (default: %(default)s)"
    )
    add_effort(parser)
    parser.add_argument("--plans", action="store_true", help="also write every day's problem and plan as JSON")


def run(options: argparse.Namespace) -> int:
    if not (options.data / "nyc").is_dir():
        raise SystemExit(
            f"demo: no data in {options.data}; give the folder examples/data of the source tree with --data"
        )
    began = time.perf_counter()
    options.out.mkdir(parents=True, exist_ok=True)
    with Bar("1/3") as bar:
        week = seven_days.measure(options, bar)
    evening = surge.measure(options)
    order = paper.measure(options)
    for language in LANGUAGES:
        sections: list[Section] = [
            seven_days.section(week, language),
            surge.section(evening, language),
            paper.section(order, language),
        ]
        report = Report(
            footers=[word("illustrative", language)],
            title="派单示例:三件展品" if language == "zh" else "paidan: three exhibits",
            subtitle="谁去、几点去、收多少钱、坏了谁负责"
            if language == "zh"
            else "Who goes and when, what it costs, who pays afterwards",
            sections=sections,
            version=paidan.__version__,
        )
        target = options.out / f"report.{language}.html"
        target.write_text(html(report, language), encoding="utf-8")
    print(seven_days.summary(week))
    print(surge.summary(evening))
    print(paper.summary(order))
    print(
        f"reports: {options.out / 'report.zh.html'}, {options.out / 'report.en.html'} ({time.perf_counter() - began:.0f} s in all)"
    )
    return 0

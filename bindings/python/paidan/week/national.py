"""All cities of one file: a line each, and a total that adds up – for the page and for the workbook."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import paidan
from paidan.report import figures
from paidan.report.figures import Form
from paidan.report.parts import Cell, Report, Section, Table
from paidan.report.words import Language, word
from paidan.week import tables
from paidan.week.page import text_of
from paidan.week.tables import Figure

COUNTS = ("jobs", "served", "left", "promised", "on_time", "early", "late", "promised_unserved")
SHARES = ("on_time_share", "travel_per_job", "km_per_job")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    city: str
    counts: Mapping[str, int]
    travel_s: int
    distance_m: int
    unplaced: int
    page: str
    said: Sequence[str]
    """What could not be written whole."""


@dataclass(frozen=True, kw_only=True)
class Line:
    name: str
    counts: Mapping[str, int]
    travel_s: int = 0
    distance_m: int = 0
    page: str = ""

    def cells(self) -> list[int | Figure | None]:
        served = self.counts["served"]
        return [
            *(self.counts[key] for key in COUNTS),
            _ratio(self.counts["on_time"], self.counts["promised"], figures.PERCENT),
            _ratio(self.travel_s / 60, served, figures.TENTHS),
            _ratio(self.distance_m / 1000, served, figures.TENTHS),
        ]


def _ratio(part: float, whole: int, form: Form) -> Figure | None:
    return Figure(form, part / whole) if whole else None


def _lines(
    outcomes: Sequence[Outcome], nobody: Mapping[str, int], options: argparse.Namespace
) -> tuple[list[Line], Line]:
    """The cities, those without technicians too, and the total."""
    text = text_of(options)
    lines = [
        Line(name=text(one.city), counts=one.counts, travel_s=one.travel_s, distance_m=one.distance_m, page=one.page)
        for one in outcomes
    ]
    for city, count in nobody.items():
        lines.append(Line(name=text(city) or "–", counts=dict.fromkeys(COUNTS, 0) | {"jobs": count, "left": count}))
    total = Line(
        name=word("total", options.lang),
        counts={key: sum(line.counts[key] for line in lines) for key in COUNTS},
        travel_s=sum(line.travel_s for line in lines),
        distance_m=sum(line.distance_m for line in lines),
    )
    return lines, total


def _head(options: argparse.Namespace) -> list[str]:
    return [options.by, *(word(key, options.lang) for key in (*COUNTS, *SHARES))]


def national_sheet(
    outcomes: Sequence[Outcome], nobody: Mapping[str, int], options: argparse.Namespace
) -> tuple[str, Sequence[str], Iterable[Sequence[tables.Cell]]]:
    """(name, headings, rows) of a workbook's sheet."""
    lines, total = _lines(outcomes, nobody, options)
    return word("by_city", options.lang), _head(options), [[line.name, *line.cells()] for line in [*lines, total]]


def _shown(cell: int | Figure | None) -> str:
    if cell is None:
        return "–"
    return cell.text if isinstance(cell, Figure) else f"{cell:,}"


def national_page(
    outcomes: Sequence[Outcome], nobody: Mapping[str, int], lines: Sequence[str], options: argparse.Namespace
) -> Report:
    language: Language = options.lang
    text = text_of(options)

    cities, total = _lines(outcomes, nobody, options)
    rows = [
        [Cell(text=line.name, link=line.page), *(Cell(text=_shown(cell)) for cell in line.cells())]
        for line in [*cities, total]
    ]
    section = Section(
        title=word("title", language),
        provenance=f"{options.orders.name}, {options.technicians.name}",
        notes=[
            word("cities", language, n=len(outcomes)),
            word("added_up", language, **{key: total.counts[key] for key in ("jobs", "served", "left")}),
        ],
        assumed=[text(line) for line in lines],
        tables=[
            Table(
                title=word("by_city", language),
                head=_head(options),
                rows=rows,
            )
        ],
    )
    unplaced = sum(one.unplaced for one in outcomes)
    if unplaced:
        section.notes.append(word("unplaced_too", language, n=unplaced))
    if options.datum is None:
        section.assumed.insert(0, word("datum_assumed", language))
    return Report(
        title=word("title", language),
        subtitle=word("cities", language, n=len(outcomes)),
        sections=[section],
        version=paidan.__version__,
        footers=[] if options.no_masks else [word("masked", language)],
    )

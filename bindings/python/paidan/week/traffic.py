"""Hours in which driving takes longer, as the command line gives them: ``1-5 07:00-09:00=140``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import replace

import paidan
from paidan.report.words import Language, word
from paidan.week.jobs import WeekInput

_BAND = re.compile(
    r"(?:(?P<first>[1-7])(?:-(?P<last>[1-7]))? )?"
    r"(?P<start>\d?\d:\d\d)-(?P<end>\d?\d:\d\d)=(?P<percent>\d{3,4})"
)


def band(text: str) -> paidan.TravelBand:
    """Weekdays (1 = Monday; default: all), local hours and the percentage of the time that driving takes."""
    found = _BAND.fullmatch(text.strip())
    if found is None:
        raise argparse.ArgumentTypeError(
            f"must be like 07:00-09:00=140 or '1-5 17:00-19:00=180' (weekdays, hours, percent of the time), got {text}"
        )
    weekdays: list[int] = []
    if found["first"]:
        first, last = int(found["first"]), int(found["last"] or found["first"])
        weekdays = [*range(first, last + 1)] if first <= last else [*range(first, 8), *range(1, last + 1)]
    try:
        return paidan.TravelBand(
            from_=found["start"], to=found["end"], percent=int(found["percent"]), weekdays=weekdays
        )
    except paidan.InvalidInput as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None


def with_traffic(week: WeekInput, bands: Sequence[paidan.TravelBand]) -> WeekInput:
    profiles = [profile.with_(bands=bands) for profile in week.problem.data.profiles]
    return replace(week, problem=week.problem.with_(profiles=profiles))


def traffic_text(bands: Sequence[paidan.TravelBand], language: Language) -> str:
    return word("traffic_used", language, bands=("、" if language == "zh" else ", ").join(map(_text, bands)))


def _text(one: paidan.TravelBand) -> str:
    days = f"({','.join(map(str, one.weekdays))}) " if one.weekdays else ""
    hours = "–".join(str(bound)[:5] for bound in (one.from_, one.to))
    return f"{days}{hours} ×{one.percent / 100:g}"

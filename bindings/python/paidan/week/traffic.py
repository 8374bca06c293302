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
    r"(?:(?P<open>\()?(?P<days>[1-7](?:[-–][1-7])?(?:,[1-7](?:[-–][1-7])?)*)(?(open)\))\s+)?"
    r"(?P<start>\d?\d:\d\d)\s*[-–]\s*(?P<end>\d?\d:\d\d)\s*=\s*(?P<percent>\d{1,5})%?"
)


def _weekdays(text: str) -> list[int]:
    days: set[int] = set()
    for part in text.replace("–", "-").split(","):
        begin, end = int(part[0]), int(part[-1])
        days |= {*range(begin, end + 1)} if begin <= end else {*range(begin, 8), *range(1, end + 1)}
    return sorted(days)


def band(text: str) -> paidan.TravelBand:
    """Weekdays (1 = Monday; default: all), local hours and the percentage of the time that driving takes."""
    found = _BAND.fullmatch(text.strip())
    if found is None:
        raise argparse.ArgumentTypeError(
            f"must be like 07:00-09:00=140 or '1-5 17:00-19:00=180' (weekdays, hours, percent of the time), got {text}"
        )
    percent = int(found["percent"])
    if not 100 <= percent <= 1000:
        raise argparse.ArgumentTypeError(f"percent of the time must be from 100 to 1000, got {percent} in {text}")
    try:
        one = paidan.TravelBand(
            from_=found["start"],
            to=found["end"],
            percent=percent,
            weekdays=_weekdays(found["days"]) if found["days"] else [],
        )
    except paidan.InvalidInput as wrong:
        raise argparse.ArgumentTypeError(f"{wrong} in {text}") from None
    if _clock(one.from_) >= _clock(one.to):
        raise argparse.ArgumentTypeError(
            f"must end after it begins, got {text}: midnight as an end is 24:00, and across midnight there are two"
        )
    return one


def overlap(bands: Sequence[paidan.TravelBand]) -> tuple[str, str] | None:
    """Two that hold at one time, if there are."""
    for k, one in enumerate(bands):
        for other in bands[:k]:
            days = {*(one.weekdays or range(1, 8))} & {*(other.weekdays or range(1, 8))}
            hours = _clock(other.from_) < _clock(one.to) and _clock(one.from_) < _clock(other.to)
            if days and hours:
                return _text(other), _text(one)
    return None


def with_traffic(week: WeekInput, bands: Sequence[paidan.TravelBand]) -> WeekInput:
    profiles = [profile.with_(bands=bands) for profile in week.problem.data.profiles]
    return replace(week, problem=week.problem.with_(profiles=profiles))


def traffic_text(bands: Sequence[paidan.TravelBand], language: Language) -> str:
    return word("traffic_used", language, bands=("、" if language == "zh" else ", ").join(map(_text, bands)))


def _text(one: paidan.TravelBand) -> str:
    days = f"({','.join(map(str, one.weekdays))}) " if one.weekdays else ""
    return f"{days}{_clock(one.from_)}–{_clock(one.to)} ×{one.percent / 100:g}"


def _clock(bound: object) -> str:
    """Hours and minutes of a time of day, which the library gives as text where it is 24:00; in the order of times."""
    return str(bound)[:5]

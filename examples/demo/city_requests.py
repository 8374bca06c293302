"""Real requests of New York City open data, read as they were published."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import paidan

CREDIT = "NYC Open Data, 311 Service Requests (erm2-nwe9)"


@dataclass(frozen=True, kw_only=True)
class Request:
    key: str
    created: dt.datetime
    category: str
    descriptor: str
    address: str
    borough: str
    lat: float
    lon: float

    @property
    def place(self) -> str:
        return " ".join(self.address.split()).title() + ", " + self.borough.title()

    @property
    def location(self) -> paidan.Location:
        return paidan.Location(
            id=f"place:{self.key}", name=self.place, point=paidan.GeoPoint(lat=self.lat, lon=self.lon)
        )


def read_requests(path: Path) -> list[Request]:
    """In the order they came in; rows without coordinates do not occur in the published slices."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            Request(
                key=row["unique_key"],
                created=dt.datetime.fromisoformat(row["created"]),
                category=row["category"],
                descriptor=row["descriptor"],
                address=row["address"],
                borough=row["borough"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
            )
            for row in csv.DictReader(file)
        ]
    return sorted(rows, key=lambda request: (request.created, request.key))


@dataclass(frozen=True, kw_only=True)
class Visit:
    """Requests that one visit answers: same address, each at most ``gap`` after the one before."""

    requests: tuple[Request, ...]

    @property
    def first(self) -> Request:
        return self.requests[0]


def merge(requests: Iterable[Request], gap: dt.timedelta) -> list[Visit]:
    """Group requests at one address as long as each follows the one before within ``gap``."""
    groups: list[list[Request]] = []
    latest: dict[str, int] = {}
    for request in requests:
        group = latest.get(request.address)
        if group is not None and request.created - groups[group][-1].created <= gap:
            groups[group].append(request)
            continue
        latest[request.address] = len(groups)
        groups.append([request])
    return [Visit(requests=tuple(group)) for group in groups]

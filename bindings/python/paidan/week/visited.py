"""Visits as they were made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import paidan


def begun(visit: paidan.ActualVisit) -> dt.datetime:
    moment = visit.start or visit.arrival
    assert moment is not None  # of a visit, which the judge has held to it
    return moment


def completing(visits: Sequence[paidan.ActualVisit]) -> dict[str, paidan.ActualVisit]:
    """The visit that completed each order: often not the one that its promise was judged by."""
    found: dict[str, paidan.ActualVisit] = {}
    for one in sorted((row for row in visits if row.arrival is not None), key=begun):
        if one.outcome in ("done", "rework"):
            found.setdefault(one.order, one)
    return found

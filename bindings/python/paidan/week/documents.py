"""The host's stored tables, read and validated in one step."""

from __future__ import annotations

from pathlib import Path

from paidan import Calendar, frames
from paidan.catalog import Catalog, Mapping
from paidan.pricing import PriceBook
from paidan.warranty import PolicySet


def catalog(path: Path) -> Catalog:
    return Catalog.from_data(frames.read_catalog(path))


def mapping(path: Path, known: Catalog) -> Mapping:
    return Mapping(frames.read_mapping(path), known)


def prices(path: Path, rules: Path | None = None) -> PriceBook:
    """The book is named after its file."""
    return PriceBook.from_data(frames.read_prices(path, id=path.stem, rules=rules))


def policies(path: Path) -> PolicySet:
    return PolicySet.from_data(frames.read_policies(path))


def calendar(folder: Path) -> Calendar:
    return Calendar.load(folder)

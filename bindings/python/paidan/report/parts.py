"""What a page is made of, before it is HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Cell:
    text: str
    best: bool = False
    link: str = ""
    """A page beside this one, or a place on it."""
    mark: str = ""
    """A word that warns, after the text."""
    more: str = ""
    """A second line."""


@dataclass(frozen=True, kw_only=True)
class Table:
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    numeric: bool = True
    """Otherwise texts: on a telephone each row is a card."""
    after: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class PaperStep:
    """One step of an order's paper: a text as the reader sees it, or an HTML fragment of the render room."""

    title: str
    text: str = ""
    html: str = ""


@dataclass(frozen=True, kw_only=True)
class DayView:
    title: str
    summary: str
    gantt: str
    map: str
    unassigned: Sequence[dict[str, object]]
    sheets: Sequence[dict[str, object]]
    off: str = ""
    anchor: str = ""
    load: Sequence[dict[str, object]] = ()


@dataclass(kw_only=True)
class Section:
    title: str
    provenance: str
    notes: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    days: list[DayView] = field(default_factory=list)
    paper: list[PaperStep] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Report:
    title: str
    subtitle: str
    sections: Sequence[Section]
    version: str
    footers: Sequence[str] = ()

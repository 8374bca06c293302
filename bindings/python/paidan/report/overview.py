"""The week at a glance: who is too full on which day, and what is still open at its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import paidan
from paidan.report import people
from paidan.report.build import date_title, nearest_misses, next_step
from paidan.report.load import loads, percent
from paidan.report.order import natural
from paidan.report.parts import Cell, Table
from paidan.report.words import Language, word

if TYPE_CHECKING:
    from paidan.week.run import Day, Week


SEVEN = 7
"""Days side by side: as many as paper has room for."""


def load_tables(week: Week, language: Language, text: Callable[[str], str]) -> list[Table]:
    """A table for every seven days."""
    parts = [week.days[first : first + SEVEN] for first in range(0, len(week.days), SEVEN)]
    return [_load_table(part, language, text, whole=len(parts) == 1) for part in parts]


def _load_table(days: Sequence[Day], language: Language, text: Callable[[str], str], *, whole: bool) -> Table:
    """A row a technician, a column a day; each cell leads to the day sheet."""
    names: dict[str, str] = {}
    cells: dict[tuple[str, int], Cell] = {}
    for number, day in enumerate(days):
        for person in day.problem.technicians:
            names[person.id] = person.name or person.id
        for one in loads(day):
            cells[one.id, number] = Cell(
                text=word("jobs_and_share", language, n=one.figures.jobs, share=percent(one.share))
                if one.figures.jobs
                else "0",
                link=f"#{one.anchor}" if one.anchor else "",
                mark=one.verdict(language),
            )
    off = Cell(text=word("day_off", language))
    rows = [
        [
            Cell(text=text(names[id]), more=text(id) if names[id] != id else ""),
            *(cells.get((id, number), off) for number in range(len(days))),
        ]
        for id in sorted(names, key=natural)
    ]
    title = word("load_week", language)
    return Table(
        title=title
        if whole
        else f"{title} ({date_title(days[0].date, language)} – {date_title(days[-1].date, language)})",
        note=word("load_week_note", language),
        head=[word("technician", language), *(date_title(day.date, language) for day in days)],
        rows=rows,
    )


def open_table(
    week: Week, language: Language, called: Mapping[str, tuple[str, str]], text: Callable[[str], str]
) -> Table:
    """Every order that is still open, with the reason of the last day that tried it."""
    last: dict[str, tuple[Day, int]] = {}
    for day in week.days:
        for number, reason in enumerate(day.reasons):
            last[reason.order] = (day, number)
    rows = []
    for job in sorted(week.left, key=lambda one: natural(one.id)):
        order = Cell(text=text(job.id), more=text(job.called(language) or job.order.name))
        if job.id not in last:
            rows.append(
                [
                    order,
                    Cell(text=text(job.place)),
                    Cell(text="–"),
                    Cell(text=word("never_tried", language)),
                    Cell(text="–"),
                ]
            )
            continue
        day, number = last[job.id]
        reason = day.reasons[number]
        why = ""
        if reason.technicians:
            nearest = nearest_misses(reason)[0]
            why = paidan.render.why_not(day.problem, nearest, language=language, names=dict(called))
        rows.append(
            [
                order,
                Cell(text=text(job.place)),
                Cell(text=date_title(day.date, language), link=f"#{people.unassigned_anchor(day, number + 1)}"),
                Cell(text=text(why) if why else word("nobody_works", language)),
                Cell(text=next_step(reason, language) or "–"),
            ]
        )
    return Table(
        title=word("open_orders", language),
        note=word("open_note", language, n=len(week.left)),
        head=[word(key, language) for key in ("order", "place", "last_tried", "why", "next_step")],
        rows=rows,
        numeric=False,
    )

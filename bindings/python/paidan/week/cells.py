"""What tables of results are made of: cells, columns, and rows that more than one table has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import paidan
from paidan.report.figures import Form
from paidan.report.order import natural
from paidan.report.words import Language
from paidan.week.visited import begun

if TYPE_CHECKING:
    from paidan.week.run import Week


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the form it is read in."""

    form: Form
    value: float

    @property
    def text(self) -> str:
        return self.form.text.format(self.value)


Cell: TypeAlias = str | int | dt.date | dt.datetime | Figure | None
"""Times are local and know their zone; None is a blank."""
Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    """Of the CSV: programs read on with it."""
    zh: str
    en: str
    words: str | None = None
    """Its values are keys of the report's words, behind this prefix; a CSV keeps the keys."""
    code: bool = False
    """For programs alone: no column of a workbook, whose other columns say it in words."""


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    zh: str
    en: str
    columns: tuple[Column, ...]
    rows: Callable[[Mapping[str, Week], Language], Iterable[Row]]


DAY = Column("day", "日期", "Day")
TECHNICIAN = Column("technician", "工号", "Technician")
TECHNICIAN_NAME = Column("technician_name", "师傅", "Name")
ORDER = Column("order", "工单号", "Order")
ORDER_NAME = Column("order_name", "服务内容", "Service")
PLACE = Column("place", "地址", "Place")
START = Column("start", "开始服务", "Start")
AGREED = (
    Column("appointment_from", "约定到达起", "Agreed arrival from"),
    Column("appointment_to", "约定到达止", "Agreed arrival until"),
)
SHIFT_COLUMNS = (
    DAY,
    TECHNICIAN,
    TECHNICIAN_NAME,
    Column("visits", "上门单数", "Visits"),
    Column("shift_s", "班次(秒)", "Shift (s)"),
    Column("travel_s", "路上(秒)", "Travel (s)"),
    Column("service_s", "服务(秒)", "Service (s)"),
    Column("waiting_s", "等待(秒)", "Waiting (s)"),
    Column("breaks_s", "休息(秒)", "Breaks (s)"),
    Column("overtime_s", "加班(秒)", "Overtime (s)"),
    Column("work_so_far_s", "累计工作量(秒)", "Work so far (s)"),
    Column("distance_m", "里程(米)", "Distance (m)"),
    Column("levels_unused", "技能富余(级)", "Skill levels unused"),
)


def shifts_of(week: Week) -> Iterable[Row]:
    """Of every day; of a week that was judged as a whole, of all its days together."""
    for day in week.days:
        people = {person.id: person for person in day.problem.technicians}
        orders = {order.id: order for order in day.problem.orders}
        served = [
            (route.technician, stop.order, day.date) for route in day.routes for stop in route.stops if stop.order
        ]
        zone = day.problem.zone
        served += [(row.technician, row.order, zone.to_local(begun(row)).date()) for row in week.visits if row.arrival]
        unused: dict[str, int] = {}
        for who, order, date in served:
            # An order may come up in two shifts of one day: levels add up.
            unused[who] = unused.get(who, 0) + _unused(people[who], orders[order], date)
        for figures in sorted(day.report.kpis.technicians, key=lambda one: natural(one.technician)):
            spans = (figures.shift, figures.travel, figures.service, figures.waiting, figures.breaks, figures.overtime)
            yield (
                None if week.judged else day.date,
                figures.technician,
                people[figures.technician].name,
                figures.jobs,
                *(int(span.total_seconds()) for span in (*spans, figures.work)),
                figures.distance_m,
                unused.get(figures.technician, 0),
            )


def _unused(person: paidan.Technician, order: paidan.Order, date: dt.date) -> int:
    """Levels held that day above those that are needed."""
    held = {
        one.skill: one.level for one in person.skills if (one.valid_from or date) <= date <= (one.valid_until or date)
    }
    return sum(max(0, held.get(need.skill, 0) - need.level) for need in order.skills)


def promise_of(order: paidan.Order, like: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    if order.promise is None:
        return None, None
    promise = order.promise
    zone = like.tzinfo
    return (promise.at - promise.before).astimezone(zone), (promise.at + promise.after).astimezone(zone)

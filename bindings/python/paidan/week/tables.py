"""A planned week as tables: what stands in each column is said once, for the CSV and for the workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import paidan
from paidan.report.build import nearest_misses
from paidan.report.figures import measures_of
from paidan.report.order import natural
from paidan.report.words import Language
from paidan.week.beside import COMPARED_SHIFTS, COMPARED_VISITS, JUDGED, VIOLATED
from paidan.week.cells import (
    AGREED,
    DAY,
    ORDER,
    ORDER_NAME,
    PLACE,
    SHIFT_COLUMNS,
    START,
    TECHNICIAN,
    TECHNICIAN_NAME,
    Cell,
    Column,
    Figure,
    Row,
    Table,
    promise_of,
    shifts_of,
)

if TYPE_CHECKING:
    from paidan.week.run import Week

__all__ = ["TABLES", "Cell", "Column", "Figure", "Table"]


def _visits(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    for day in weeks["ours"].days:
        people = {person.id: person.name for person in day.problem.technicians}
        orders = {order.id: order for order in day.problem.orders}
        places = {place.id: place.name for place in day.problem.locations}
        called = {job.id: job.title or job.order.name for job in day.jobs}
        for route in sorted(day.routes, key=lambda one: natural(one.technician)):
            number = 0
            for stop in route.stops:
                if stop.order is not None:
                    number += 1
                    order = orders[stop.order]
                    low, high = promise_of(order, stop.start)
                    late = max(dt.timedelta(), stop.start - high) if high is not None else dt.timedelta()
                    yield (
                        day.date,
                        route.technician,
                        people.get(route.technician, ""),
                        number,
                        order.id,
                        called.get(order.id, order.name),
                        places[order.location],
                        stop.departure,
                        stop.arrival,
                        stop.start,
                        stop.end,
                        low,
                        high,
                        -(-int(late.total_seconds()) // 60),
                        int((stop.end - stop.start).total_seconds()) // 60,
                        ";".join(f"{need.skill}:{need.level}" for need in order.skills),
                        ";".join(f"{part.part}:{part.quantity}" for part in order.parts),
                        order.notes,
                    )


def _orders(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    """Every order on every day it was open: what became of it that day."""
    for day in weeks["ours"].days:
        stops = {stop.order: (route.technician, stop) for route in day.routes for stop in route.stops if stop.order}
        places = {place.id: place.name for place in day.problem.locations}
        jobs = {job.id: job for job in day.jobs}
        for order in sorted(day.problem.orders, key=lambda one: natural(one.id)):
            who, stop = stops.get(order.id, ("", None))
            job = jobs[order.id]
            yield (
                day.date,
                order.id,
                job.title or order.name,
                places[order.location],
                "served" if stop else "open",
                who,
                stop.start if stop else None,
                *promise_of(order, stop.start if stop else day.problem.origin),
                int(order.id in day.carried),
            )


def _shifts(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    return shifts_of(weeks["ours"])


def _unassigned(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    for day in weeks["ours"].days:
        jobs = {job.id: job for job in day.jobs}
        for reason in day.reasons:
            job = jobs[reason.order]
            nearest = nearest_misses(reason)[0] if reason.technicians else None
            yield (
                day.date,
                reason.order,
                job.called(language) or job.order.name,
                job.place,
                "" if nearest is None else nearest.technician,
                "" if nearest is None else ";".join(nearest.families),
                "" if nearest is None else paidan.render.why_not(day.problem, nearest, language=language),
            )


def _figures(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    for measure in measures_of(weeks.values()):
        for name, week in weeks.items():
            value = measure.value(week)
            key = measure.judged if week.judged and measure.judged else measure.key
            yield key, name, None if value is None else Figure(measure.form, value)


ORDERS = Table(
    "orders",
    "工单",
    "orders",
    (
        DAY,
        ORDER,
        ORDER_NAME,
        PLACE,
        Column("state", "当天结果", "That day", words="state_"),
        TECHNICIAN,
        START,
        *AGREED,
        Column("carried", "顺延来的(1=是)", "Carried over (1 = yes)"),
    ),
    _orders,
)
VISITS = Table(
    "visits",
    "上门",
    "visits",
    (
        DAY,
        TECHNICIAN,
        TECHNICIAN_NAME,
        Column("stop", "第几站", "Stop"),
        ORDER,
        ORDER_NAME,
        PLACE,
        Column("leave", "出发", "Leave"),
        Column("arrival", "到达", "Arrive"),
        START,
        Column("end", "完成", "End"),
        *AGREED,
        Column("late_minutes", "迟到(分钟)", "Late (min)"),
        Column("minutes", "服务(分钟)", "Service (min)"),
        Column("skills", "所需技能", "Skills needed"),
        Column("parts", "备件", "Parts"),
        Column("notes", "上门备注", "Notes"),
    ),
    _visits,
)
SHIFTS = Table("shifts", "班次", "shifts", SHIFT_COLUMNS, _shifts)
UNASSIGNED = Table(
    "unassigned",
    "未派",
    "unassigned",
    (
        DAY,
        ORDER,
        ORDER_NAME,
        PLACE,
        Column("nearest", "最接近的师傅(工号)", "Nearest technician"),
        Column("families", "原因代码", "Families", code=True),
        Column("reason", "未派原因", "Why not"),
    ),
    _unassigned,
)
FIGURES = Table(
    "figures",
    "指标",
    "figures",
    (
        Column("figure", "指标", "Figure", words=""),
        Column("week", "方案", "Plan", words=""),
        Column("value", "数值", "Value"),
    ),
    _figures,
)
TABLES = (ORDERS, VISITS, SHIFTS, UNASSIGNED, FIGURES, JUDGED, VIOLATED, COMPARED_VISITS, COMPARED_SHIFTS)

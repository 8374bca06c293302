"""A planned week as tables: what stands in each column is said once, for the CSV and for the workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import paidan
from paidan.report.build import nearest_misses
from paidan.report.figures import Form, measures_of
from paidan.report.order import natural
from paidan.report.words import VIOLATIONS, Language, said
from paidan.week.visited import begun, completing

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
                    low, high = _promise(order, stop.start)
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
                *_promise(order, stop.start if stop else day.problem.origin),
                int(order.id in day.carried),
            )


def _shifts(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    return _shifts_of(weeks["ours"])


def _shifts_of(week: Week) -> Iterable[Row]:
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


def _others(weeks: Mapping[str, Week]) -> Iterable[tuple[str, Week]]:
    """What ours is compared with."""
    return ((name, week) for name, week in weeks.items() if name != "ours")


def _compared_shifts(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    return ((name, *row) for name, week in _others(weeks) for row in _shifts_of(week))


def _compared_visits(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    for name, week in _others(weeks):
        judged = {one.order: one for one in week.judged}
        for day in week.days:
            zone = day.problem.zone
            orders = {order.id: order for order in day.problem.orders}
            for route in sorted(day.routes, key=lambda one: natural(one.technician)):
                for stop in route.stops:
                    if stop.order is not None:
                        times = (stop.arrival, stop.start, stop.end)
                        agreed = _promise(orders[stop.order], stop.start)
                        yield name, day.date, route.technician, stop.order, *times, "done", *agreed
            for row in sorted((one for one in week.visits if one.arrival), key=begun):
                moments = [None if one is None else zone.to_local(one) for one in (row.arrival, begun(row), row.end)]
                one = judged[row.order]
                agreed = (one.promise_from, one.promise_to)
                date = zone.to_local(begun(row)).date()
                yield name, date, row.technician, row.order, *moments, str(row.outcome), *agreed


def _promise(order: paidan.Order, like: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    if order.promise is None:
        return None, None
    promise = order.promise
    zone = like.tzinfo
    return (promise.at - promise.before).astimezone(zone), (promise.at + promise.after).astimezone(zone)


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


def _judged(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    """What became of every order really, and in the replay."""
    if "actual" not in weeks:
        return
    replayed = {one.order: one for one in weeks["as_known"].judged}
    done = {name: completing(weeks[name].visits) for name in ("actual", "as_known")}
    for one in sorted(weeks["actual"].judged, key=lambda judged: natural(judged.order)):
        ours = replayed[one.order]
        yield (
            one.order,
            str(one.state),
            one.visits,
            one.nobody_home,
            one.waiting_part,
            one.rework,
            one.moved,
            "nobody" if one.moved and one.moved_by is None else str(one.moved_by or ""),
            one.promise_from,
            one.promise_to,
            str(one.promise),
            one.technician or "",
            one.start,
            _completed(done["actual"].get(one.order), one),
            str(ours.state),
            ours.visits,
            ours.nobody_home,
            ours.waiting_part,
            ours.rework,
            str(ours.promise),
            ours.technician or "",
            ours.start,
            _completed(done["as_known"].get(one.order), ours),
        )


def _completed(visit: paidan.ActualVisit | None, one: paidan.JudgedOrder) -> dt.datetime | None:
    return None if visit is None else begun(visit).astimezone(None if one.start is None else one.start.tzinfo)


def _violations(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    for name, week in weeks.items():
        for one in week.faults:
            amount = one.amount if one.unit else None
            yield (
                name,
                one.day,
                one.technician,
                one.order,
                one.code,
                said(VIOLATIONS, one.code, language),
                amount,
                one.unit,
            )


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
    ),
    _visits,
)
SHIFTS = Table(
    "shifts",
    "班次",
    "shifts",
    (
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
    ),
    _shifts,
)
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
JUDGED = Table(
    "judged",
    "逐单评判",
    "judged",
    (
        ORDER,
        Column("state", "实际结果", "As it was", words="state_"),
        Column("visits", "上门次数", "Visits"),
        Column("nobody_home", "无人在家", "Nobody home"),
        Column("waiting_part", "待配件", "Waiting for a part"),
        Column("rework", "返修", "Rework"),
        Column("moved", "改约次数", "Times moved"),
        Column("moved_by", "改约方", "Moved by", words="by_"),
        Column("appointment_from", "评判所依约定起", "Promise from"),
        Column("appointment_to", "评判所依约定止", "Promise until"),
        Column("promise", "守约情况", "Promise", words="promise_"),
        TECHNICIAN,
        START,
        Column("completed", "完成的那次开始", "Start of the visit that completed it"),
        Column("replayed_state", "重演结果", "Replayed", words="state_"),
        Column("replayed_visits", "重演上门次数", "Visits, replayed"),
        Column("replayed_nobody_home", "重演无人在家", "Nobody home, replayed"),
        Column("replayed_waiting_part", "重演待配件", "Waiting for a part, replayed"),
        Column("replayed_rework", "重演返修", "Rework, replayed"),
        Column("replayed_promise", "重演守约情况", "Promise, replayed", words="promise_"),
        Column("replayed_technician", "重演工号", "Technician, replayed"),
        Column("replayed_start", "重演开始服务", "Start, replayed"),
        Column("replayed_completed", "重演完成的那次开始", "Start of the visit that completed it, replayed"),
    ),
    _judged,
)
VIOLATED = Table(
    "violations",
    "问题",
    "violations",
    (
        Column("week", "方案", "Plan", words=""),
        DAY,
        TECHNICIAN,
        ORDER,
        Column("violation", "问题代码", "Code", code=True),
        Column("what", "问题", "What"),
        Column("amount", "程度", "By how much"),
        Column("unit", "单位", "Unit", words="unit_"),
    ),
    _violations,
)
WEEK = Column("week", "方案", "Plan", words="")
COMPARED_VISITS = Table(
    "compared_visits",
    "对比上门",
    "compared visits",
    (
        WEEK,
        DAY,
        TECHNICIAN,
        ORDER,
        Column("arrival", "到达", "Arrive"),
        START,
        Column("end", "完成", "End"),
        Column("outcome", "结果", "Outcome", words="outcome_"),
        *AGREED,
    ),
    _compared_visits,
)
COMPARED_SHIFTS = Table("compared_shifts", "对比班次", "compared shifts", (WEEK, *SHIFTS.columns), _compared_shifts)
TABLES = (ORDERS, VISITS, SHIFTS, UNASSIGNED, FIGURES, JUDGED, VIOLATED, COMPARED_VISITS, COMPARED_SHIFTS)

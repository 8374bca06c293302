"""Tables of the weeks that ours is compared with, and of what was judged in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import paidan
from paidan.report.order import natural
from paidan.report.words import VIOLATIONS, Language, said
from paidan.week.cells import (
    AGREED,
    DAY,
    ORDER,
    SHIFT_COLUMNS,
    START,
    TECHNICIAN,
    Column,
    Row,
    Table,
    promise_of,
    shifts_of,
)
from paidan.week.visited import begun, completing

if TYPE_CHECKING:
    from paidan.week.run import Week


def _others(weeks: Mapping[str, Week]) -> Iterable[tuple[str, Week]]:
    """What ours is compared with."""
    return ((name, week) for name, week in weeks.items() if name != "ours")


def _compared_shifts(weeks: Mapping[str, Week], language: Language) -> Iterable[Row]:
    return ((name, *row) for name, week in _others(weeks) for row in shifts_of(week))


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
                        agreed = promise_of(orders[stop.order], stop.start)
                        yield name, day.date, route.technician, stop.order, *times, "done", *agreed
            for row in sorted((one for one in week.visits if one.arrival), key=begun):
                moments = [None if one is None else zone.to_local(one) for one in (row.arrival, begun(row), row.end)]
                one = judged[row.order]
                agreed = (one.promise_from, one.promise_to)
                date = zone.to_local(begun(row)).date()
                yield name, date, row.technician, row.order, *moments, str(row.outcome), *agreed


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
        Column("appointment_from", "评判依据的约定起", "Promise from"),
        Column("appointment_to", "评判依据的约定止", "Promise until"),
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
COMPARED_SHIFTS = Table("compared_shifts", "对比班次", "compared shifts", (WEEK, *SHIFT_COLUMNS), _compared_shifts)

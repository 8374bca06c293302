"""Buffers: promises are planned as if work took longer, the day as it usually does."""

from __future__ import annotations

import datetime as dt

import paidan
import pytest

START = dt.datetime(2025, 7, 21, 8, tzinfo=dt.UTC)


def at(minutes: int) -> dt.datetime:
    return START + dt.timedelta(minutes=minutes)


def minutes(count: int) -> dt.timedelta:
    return dt.timedelta(minutes=count)


def town(buffer: int, *, people: int = 1, end: int = 300) -> paidan.Problem:
    """Two hours of work from nine o'clock, then an appointment from 10:30 to 11:30, each half an hour away."""
    legs = [[0, 1800, 1800], [1800, 0, 1800], [1800, 1800, 0]]
    shift = paidan.Shift(id="day", start=START, end=at(end))
    return paidan.Problem(
        origin=START,
        zone="UTC",
        locations=[paidan.Location(id=name) for name in ("home", "first", "second")],
        profiles=[paidan.TravelProfile(id="car", matrix=paidan.MatrixData(legs))],
        technicians=[paidan.Technician(id=f"T{i}", home="home", shifts=[shift]) for i in range(people)],
        orders=[
            paidan.Order(
                id="A",
                location="first",
                service=minutes(120),
                buffer=minutes(buffer),
                windows=[paidan.Window(start=at(30), end=at(60))],
                priority=9,
            ),
            paidan.Order(id="B", location="second", service=minutes(30), promise=paidan.Promise(at=at(180))),
        ],
    )


def test_a_promise_behind_counts_as_if_the_work_took_its_buffer() -> None:
    for buffer, risky in ((0, False), (25, False), (60, True)):
        problem = town(buffer)
        plan = paidan.plan(problem)
        report = paidan.evaluate(problem, plan)
        assert report.valid
        (route,) = plan.routes
        starts = {stop.order: stop.start for stop in route.stops}
        # 08:30 or later, two hours, half an hour on the way; agreed until 11:30.
        assert starts["B"] <= at(210)
        assert report.kpis.late == 0
        assert report.kpis.at_risk == int(risky)
        assert plan.goals is not None
        assert (plan.goals.honour > 0) == risky
        assert plan.goals.late == (minutes(buffer + 180 - 210) if risky else minutes(0))
        # No later than the promise allows: with 25 minutes in reserve not after 08:35.
        assert starts["A"] <= at(210 - 30 - 120 - min(buffer, 30))


def test_somebody_else_goes_where_the_buffer_would_break_the_promise() -> None:
    plan = paidan.plan(town(60, people=2))
    assert len(plan.routes) == 2
    assert plan.goals is not None
    assert plan.goals.honour == 0
    assert len(paidan.plan(town(20, people=2)).routes) == 1


def test_who_matters_less_than_the_promise_waits() -> None:
    problem = town(60)
    first, second = problem.orders
    plan = paidan.plan(problem.with_(orders=[first.with_(priority=0), second]))
    assert plan.unassigned == ("A",)
    why = paidan.why_not(plan.problem, plan, order="A", technician="T0")
    assert "if work takes its buffer, a promise would be missed" in paidan.render.why_not(
        plan.problem, why, language="en"
    )


def test_the_day_ends_as_it_usually_does() -> None:
    tight = town(240, end=300)  # with the buffer the day would end at 15:30
    assert not paidan.plan(tight).unassigned


def test_buffers_are_checked_and_kept_in_documents() -> None:
    problem = town(25)
    assert paidan.Problem.from_json(problem.to_json()) == problem
    with pytest.raises(paidan.InvalidInput, match=r"orders\[0\].buffer"):
        town(-1)


def test_a_window_on_another_day_is_not_waited_for() -> None:
    """With 25 minutes missed by the buffer, the visit begins at arrival, not in tomorrow's window."""
    problem = town(60)
    first, second = problem.orders
    both = [paidan.Window(start=at(0), end=at(185)), paidan.Window(start=at(24 * 60), end=at(25 * 60))]
    third = paidan.Order(id="C", location="second", service=minutes(10), promise=paidan.Promise(at=at(270)))
    windows = problem.with_(orders=[first, second.with_(promise=None, windows=both, priority=9), third])
    plan = paidan.plan(windows)
    assert not plan.unassigned
    assert plan.goals is not None
    assert plan.goals.honour == 0
    assert plan.goals.late == minutes(0)
    assert paidan.evaluate(windows, plan).valid

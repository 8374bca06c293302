"""Work of a kind: limited, closed at times, told as such; and more than two breaks in a shift."""

from __future__ import annotations

import datetime as dt

import paidan
import pytest


def test_work_of_a_kind_is_limited_and_closed_at_times() -> None:
    start = dt.datetime(2025, 7, 21, 8, tzinfo=dt.UTC)
    town = paidan.Problem(
        origin=start,
        zone="UTC",
        locations=[paidan.Location(id="home")],
        profiles=[paidan.TravelProfile(id="car", matrix=paidan.MatrixData([[0]]))],
        technicians=[
            paidan.Technician(
                id="W", home="home", shifts=[paidan.Shift(id="day", start=start, end=start + dt.timedelta(hours=9))]
            )
        ],
        orders=[paidan.Order(id=name, location="home", tags=["height"]) for name in "AB"],
        limits=[paidan.TagLimit(tag="height", max_jobs=1)],
    )
    plan = paidan.plan(town)
    assert len(plan.unassigned) == 1
    why = paidan.why_not(town, plan, order=plan.unassigned[0], technician="W")
    assert [reason.detail for reason in why.reasons] == ["tag_jobs"]
    text = paidan.render.why_not(town, why, language="en", names={"height": ("高空", "work at height")})
    assert "the limit of 1 for jobs of the kind work at height" in text
    both = paidan.rebase(town.with_(limits=[]), paidan.plan(town.with_(limits=[])), town)
    assert [one.code for one in paidan.evaluate(town, both).violations] == ["tag_jobs"]
    noon = paidan.TagClosure(tag="height", start=start, end=start + dt.timedelta(hours=24), reason="wind")
    shut = town.with_(closures=[noon], limits=[])
    why = paidan.why_unassigned(shut, paidan.plan(shut), order="A").technicians[0]
    assert [reason.detail for reason in why.reasons] == ["tag_closed"]
    assert "(wind)" in paidan.render.why_not(shut, why, language="en")
    assert paidan.Problem.from_json(shut.to_json()) == shut
    with pytest.raises(paidan.InvalidInput, match="both start and end"):
        town.with_(limits=[paidan.TagLimit(tag="height", start=start, max_jobs=1)])
    odd = town.with_(limits=[paidan.TagLimit(tag="hight", max_jobs=1)])
    assert [notice.code for notice in odd.notices] == ["unused_tag"]


def test_three_breaks_in_a_shift_each_in_its_window() -> None:
    start = dt.datetime(2025, 7, 21, 8, tzinfo=dt.UTC)

    def at(minutes: int) -> dt.datetime:
        return start + dt.timedelta(minutes=minutes)

    breaks = [
        paidan.Break(id=name, earliest=at(when), latest=at(when + 30), duration=dt.timedelta(minutes=15))
        for name, when in (("tea", 90), ("lunch", 210), ("nap", 330))
    ]
    shift = paidan.Shift(id="day", start=start, end=at(600), breaks=breaks)
    town = paidan.Problem(
        origin=start,
        zone="UTC",
        locations=[paidan.Location(id="home")],
        profiles=[paidan.TravelProfile(id="car", matrix=paidan.MatrixData([[0]]))],
        technicians=[paidan.Technician(id="W", home="home", shifts=[shift])],
        orders=[paidan.Order(id=f"{i}", location="home", service=dt.timedelta(minutes=65)) for i in range(7)],
    )
    plan = paidan.plan(town)
    assert paidan.evaluate(town, plan).valid
    assert not plan.unassigned
    rests = [stop for stop in plan.routes[0].stops if not stop.order]
    assert [stop.break_index for stop in rests] == [0, 1, 2]
    with pytest.raises(paidan.InvalidInput, match="4 breaks in a shift"):
        town.with_(technicians=[town.technicians[0].with_(shifts=[shift.with_(breaks=[*breaks, *breaks[:1]])])])


def closed_town(orders: list[paidan.Order], legs: list[list[int]], closed: tuple[float, float]) -> paidan.Problem:
    start = dt.datetime(2025, 7, 21, tzinfo=dt.UTC)
    day = paidan.Shift(id="day", start=start + dt.timedelta(hours=8), end=start + dt.timedelta(hours=18))
    return paidan.Problem(
        origin=start,
        zone="UTC",
        locations=[paidan.Location(id=f"p{i}") for i in range(len(legs))],
        profiles=[paidan.TravelProfile(id="car", matrix=paidan.MatrixData(legs))],
        technicians=[paidan.Technician(id="W", home="p0", shifts=[day])],
        orders=orders,
        closures=[
            paidan.TagClosure(
                tag="out",
                start=start + dt.timedelta(hours=closed[0]),
                end=start + dt.timedelta(hours=closed[1]),
                reason="heat",
            )
        ],
    )


def between(start: float, end: float) -> list[paidan.Window]:
    day = dt.datetime(2025, 7, 21, tzinfo=dt.UTC)
    return [paidan.Window(start=day + dt.timedelta(hours=start), end=day + dt.timedelta(hours=end))]


def test_closed_hours_are_told_as_such_and_not_as_an_order_known_too_late() -> None:
    # Another place of the order would start inside the closed hours if its window did not count.
    legs = [[0 if i == j else 3000 for j in range(4)] for i in range(4)]
    legs[0][3] = legs[3][0] = legs[3][1] = 60
    legs[0][1] = legs[1][0] = 120
    town = closed_town(
        [
            paidan.Order(id="1", location="p1", windows=between(9, 9.1)),
            paidan.Order(id="2", location="p2", windows=between(15, 15.1)),
            paidan.Order(
                id="3", location="p3", service=dt.timedelta(minutes=30), windows=between(13, 14), tags=["out"]
            ),
        ],
        legs,
        (12, 15),
    )
    why = paidan.why_not(town, paidan.plan(town), order="3", technician="W")
    assert [reason.detail for reason in why.reasons if reason.family == "window"] == ["tag_closed"]
    assert "not_known_yet" not in [reason.detail for reason in why.reasons]


def test_another_order_that_would_fall_into_closed_hours_is_named() -> None:
    town = closed_town(
        [
            paidan.Order(id="1", location="p1", windows=between(12, 14), tags=["out"]),
            paidan.Order(id="2", location="p1", service=dt.timedelta(hours=5), windows=between(8, 8.5)),
        ],
        [[0, 600], [600, 0]],
        (13 + 5 / 60, 15),
    )
    alone = town.with_(orders=[town.orders[0]])
    plan = paidan.rebase(alone, paidan.plan(alone), town)
    why = paidan.why_not(town, plan, order="2", technician="W")
    assert list(why.families) == ["commitments"]
    assert [reason.detail for reason in why.reasons] == ["commitment_closed"]
    assert "order 1 would fall into hours closed to its kind" in paidan.render.why_not(town, why, language="en")


def test_what_happened_is_held_against_limits_of_a_kind_by_the_time_that_was_spent() -> None:
    town = closed_town([paidan.Order(id="1", location="p1", tags=["out"])], [[0, 600], [600, 0]], (20, 21))
    town = town.with_(closures=[], limits=[paidan.TagLimit(tag="out", max_jobs=1, max_work=dt.timedelta(hours=2))])
    ten = dt.datetime(2025, 7, 21, 10, tzinfo=dt.UTC)

    def codes(*hours: float, outcome: str = "done") -> set[str]:
        visits = [
            paidan.ActualVisit(
                order="1",
                technician="W",
                arrival=ten + dt.timedelta(hours=2 * i),
                start=ten + dt.timedelta(hours=2 * i),
                end=ten + dt.timedelta(hours=2 * i + spent),
                outcome=outcome,
            )
            for i, spent in enumerate(hours)
        ]
        return {fault.code for fault in paidan.evaluate_actual(town, visits).violations if "tag" in fault.code}

    assert codes(1) == set()
    assert codes(4) == {"tag_work"}
    assert codes(0.1, 0.1) == {"tag_jobs"}
    assert codes(0.1, 0.1, outcome="nobody_home") == set()

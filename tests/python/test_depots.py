"""Supply depots through Python: in, planned, judged, explained, out again."""

import datetime as dt

import paidan
import pytest


def at(hour: float) -> dt.datetime:
    return dt.datetime(2024, 7, 8, tzinfo=dt.UTC) + dt.timedelta(hours=hour)


@pytest.fixture
def problem() -> paidan.Problem:
    places = {"home": 0, "shop": 3, "near": 1, "far": 2}
    seconds = [[600 * abs(a - b) for b in places.values()] for a in places.values()]
    return paidan.Problem(
        origin=at(0),
        zone="UTC",
        locations=[paidan.Location(id=name) for name in places],
        profiles=[paidan.TravelProfile(id="van", matrix=paidan.MatrixData(seconds))],
        technicians=[paidan.Technician(id="li", home="home", shifts=[paidan.Shift(id="day", start=at(8), end=at(18))])],
        orders=[
            paidan.Order(id="1", location="near", parts=[paidan.PartCount(part="valve")]),
            paidan.Order(id="2", location="far", tools=["press"]),
        ],
        depots=[
            paidan.SupplyDepot(
                id="d",
                name="备件库",
                location="shop",
                service=dt.timedelta(minutes=5),
                hours=[paidan.OpeningHours(start=at(9), end=at(17))],
                parts=[paidan.PartCount(part="valve", quantity=2)],
                tools=["press"],
            )
        ],
        objective=paidan.Objective(per_metre=0),
    )


def test_a_route_calls_at_the_depot(problem: paidan.Problem) -> None:
    plan = paidan.plan(problem, iterations=500)
    assert not plan.unassigned
    stops = plan.routes[0].stops
    assert [(str(stop.kind), stop.order or stop.depot) for stop in stops] == [
        ("depot", "d"),
        ("visit", "2"),
        ("visit", "1"),
    ]
    assert stops[0].start == at(9)
    assert stops[0].end == at(9) + dt.timedelta(minutes=5)
    report = paidan.evaluate(problem, plan)
    assert report.valid
    assert (report.kpis.depot_calls, report.kpis.depot_time) == (1, dt.timedelta(minutes=5))


def test_a_plan_with_a_call_goes_out_and_comes_back(problem: paidan.Problem) -> None:
    plan = paidan.plan(problem, iterations=200)
    assert paidan.Plan.from_json(problem, plan.to_json()) == plan
    text = plan.to_json().replace('"depot": "d"', '"depot": "e"')
    with pytest.raises(paidan.InvalidInput, match="unknown depot 'e'"):
        paidan.Plan.from_json(problem, text)
    text = plan.to_json().replace('"depot": "d"', '"break_index": 0')
    with pytest.raises(paidan.InvalidInput, match=r"stops\[0\]\.depot: depot is required"):
        paidan.Plan.from_json(problem, text)


def test_an_empty_shelf_is_a_reason(problem: paidan.Problem) -> None:
    depot = problem.depots[0].with_(parts=[])
    short = problem.with_(depots=[depot])
    assert [notice.code for notice in short.notices] == ["nobody_has"]
    plan = paidan.plan(short, iterations=200)
    assert plan.unassigned == ("1",)
    answer = paidan.why_not(short, plan, order="1", technician="li")
    assert list(answer.families) == ["parts"]
    assert paidan.minimal_reasons(short, plan, order="1", technician="li").families == answer.families

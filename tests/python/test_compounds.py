"""Compounds through Python: in, planned, judged, told, out again."""

import datetime as dt
import json

import paidan
import pytest

GATE = dt.timedelta(minutes=10)


def at(hour: float) -> dt.datetime:
    return dt.datetime(2024, 7, 8, tzinfo=dt.UTC) + dt.timedelta(hours=hour)


@pytest.fixture
def problem() -> paidan.Problem:
    places = ("home", "in", "out", "yard")
    seconds = [[0 if a == b else 600 for b in places] for a in places]
    return paidan.Problem(
        origin=at(0),
        zone="UTC",
        locations=[paidan.Location(id=name, compound="garden" if name in ("in", "yard") else "") for name in places],
        compounds=[paidan.Compound(id="garden", name="花园", entry=GATE)],
        profiles=[paidan.TravelProfile(id="van", matrix=paidan.MatrixData(seconds))],
        technicians=[
            paidan.Technician(
                id="li", home="home", speed_percent=50, shifts=[paidan.Shift(id="day", start=at(8), end=at(18))]
            )
        ],
        orders=[paidan.Order(id=name, location=name) for name in ("in", "out", "yard")],
        objective=paidan.Objective(per_metre=0),
    )


def test_jobs_inside_follow_each_other(problem: paidan.Problem) -> None:
    plan = paidan.plan(problem, iterations=500)
    assert not plan.unassigned
    assert [stop.order for stop in plan.routes[0].stops] not in (["in", "out", "yard"], ["yard", "out", "in"])
    report = paidan.evaluate(problem, plan)
    assert report.valid
    # Four ways at half the speed, and the gate once, at its own.
    assert report.kpis.technicians[0].travel == 4 * dt.timedelta(minutes=20) + GATE


def test_ways_say_the_entry(problem: paidan.Problem) -> None:
    ten = dt.timedelta(minutes=10)
    assert problem.travel("home", "in") == (ten + GATE, 0)
    assert problem.travel("in", "yard") == (ten, 0)
    assert problem.travel("in", "home") == (ten, 0)
    busy = problem.data.profiles[0].with_(
        bands=[paidan.TravelBand(from_="08:00", to="10:00", percent=200)],
    )
    rushed = problem.with_(profiles=[busy])
    assert rushed.travel("home", "in", leaves=at(8)) == (2 * (ten + GATE), 0)  # driven like the rest of the way


def test_matches_and_refusals_count_it(problem: paidan.Problem) -> None:
    result = paidan.match(problem)
    by_order = {pair.order: pair for pair in result.pairs}
    assert {by_order[name].arrival for name in by_order if name != "out"} <= {at(8) + dt.timedelta(minutes=30)}
    assert all(pair.arrival == at(8) + dt.timedelta(minutes=20) for pair in result.pairs if pair.order == "out")
    limited = problem.with_(technicians=[problem.technicians[0].with_(max_leg=dt.timedelta(minutes=29))])
    plan = paidan.plan(limited, iterations=200)
    assert set(plan.unassigned) == {"in", "yard"}
    assert list(paidan.why_not(limited, plan, order="in", technician="li").families) == ["travel_time"]


def test_a_problem_goes_out_and_comes_back(problem: paidan.Problem) -> None:
    assert paidan.Problem.from_json(problem.to_json()) == problem
    written = json.loads(problem.to_json())
    assert written["compounds"] == [{"id": "garden", "name": "花园", "entry": 600}]
    assert [place.get("compound") for place in written["locations"]][1] == "garden"
    assert problem.with_(compounds=[problem.data.compounds[0].with_(entry=dt.timedelta())]).hash != problem.hash


def test_days_and_changed_problems_keep_it(problem: paidan.Problem) -> None:
    day = dt.date(2024, 7, 8)
    today = paidan.day_problem(problem, day)
    assert today.data.compounds == problem.data.compounds
    plan = paidan.plan_baseline(today, "nearest_free")
    tomorrow = paidan.carry_over(today, plan, problem, day)
    assert (tomorrow.data.compounds, tomorrow.locations) == (problem.data.compounds, problem.locations)
    # Taken over to a problem without the gate, and back: times follow it.
    free = problem.with_(compounds=[problem.data.compounds[0].with_(entry=dt.timedelta())])
    plan = paidan.plan(free, iterations=200)
    moved = paidan.rebase(free, plan, problem)
    assert "travel_too_short" in {fault.code for fault in paidan.evaluate(problem, moved).violations}


def test_what_is_wrong_is_told_in_both_languages(problem: paidan.Problem) -> None:
    with pytest.raises(paidan.InvalidInput, match=r"locations\[1\]\.compound: unknown compound 'garden'"):
        problem.with_(compounds=[])
    with pytest.raises(paidan.InvalidInput, match=r"compounds\[0\]\.entry"):
        problem.with_(compounds=[problem.data.compounds[0].with_(entry=dt.timedelta(days=12))])
    more = problem.with_(compounds=[*problem.data.compounds, paidan.Compound(id="gardens")])
    notice = next(one for one in more.notices if one.code == "unused_compound")
    assert "'garden'?" in notice.message("en")
    assert "小区" in notice.message("zh")

"""Traffic by the hour: in travel times, plans, answers, documents and the week."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import paidan
import pytest
from paidan.__main__ import main
from paidan.week.traffic import band

START = dt.datetime(2025, 7, 21, 8, tzinfo=dt.UTC)  # a Monday


def at(minutes: int) -> dt.datetime:
    return START + dt.timedelta(minutes=minutes)


def town(*bands: paidan.TravelBand, max_leg: int | None = None) -> paidan.Problem:
    return paidan.Problem(
        origin=START,
        zone="UTC",
        locations=[paidan.Location(id="home"), paidan.Location(id="far")],
        profiles=[
            paidan.TravelProfile(id="car", matrix=paidan.MatrixData([[0, 1800], [1800, 0]]), bands=[*bands]),
        ],
        technicians=[
            paidan.Technician(
                id="W",
                home="home",
                shifts=[paidan.Shift(id="day", start=START, end=at(540))],
                max_leg=None if max_leg is None else dt.timedelta(minutes=max_leg),
            )
        ],
        orders=[paidan.Order(id="A", location="far", windows=[paidan.Window(start=at(90), end=at(150))])],
    )


RUSH = paidan.TravelBand(from_="08:00", to="10:00", percent=150)


def test_a_drive_takes_what_it_takes_at_that_hour() -> None:
    free, rushed = town(), town(RUSH)
    assert rushed.travel("home", "far") == (dt.timedelta(minutes=30), 0)
    assert rushed.travel("home", "far", leaves=START) == (dt.timedelta(minutes=45), 0)
    assert rushed.travel("home", "far", leaves=at(105)) == (dt.timedelta(minutes=35), 0)  # 10 of it before ten o'clock
    assert rushed.travel("home", "far", leaves=at(10**7)) == (dt.timedelta(minutes=30), 0)
    assert free.travel("home", "far", leaves=START) == (dt.timedelta(minutes=30), 0)
    for problem, takes in ((free, 30), (rushed, 45)):
        plan = paidan.plan(problem)
        (route,) = plan.routes
        assert route.start == at(90 - takes)
        assert paidan.evaluate(problem, plan).valid
        assert paidan.evaluate(problem, plan).kpis.technicians[0].travel == dt.timedelta(minutes=takes + 30)
        (pair,) = paidan.match(problem).pairs
        assert f"{takes} minutes on the way" in paidan.render.assignment(problem, pair, language="en")
    assert "travel_too_short" in {
        fault.code for fault in paidan.evaluate(rushed, paidan.rebase(free, paidan.plan(free), rushed)).violations
    }


def test_limits_of_driving_are_those_of_the_hour() -> None:
    limited = town(RUSH, max_leg=40)
    plan = paidan.plan(limited)
    assert plan.unassigned == ("A",)
    why = paidan.why_not(limited, plan, order="A", technician="W")
    assert [(reason.detail, reason.parameters["amount_s"]) for reason in why.reasons] == [("max_leg", "300")]
    assert not paidan.plan(town(max_leg=40)).unassigned
    assert not paidan.match(limited).pairs


def test_bands_are_read_written_and_refused_with_their_place() -> None:
    rushed = town(RUSH, paidan.TravelBand(from_="17:00", to="24:00", percent=180, weekdays=[1, 2, 3, 4, 5]))
    assert paidan.Problem.from_json(rushed.to_json()) == rushed
    assert rushed.hash != town().hash
    with pytest.raises(paidan.InvalidInput) as wrong:
        town(RUSH, paidan.TravelBand(from_="09:30", to="11:00", percent=120))
    assert [(error.path, error.code) for error in wrong.value.errors] == [("profiles[0].bands[1]", "bands_overlap")]
    with pytest.raises(paidan.InvalidInput, match="ends after it begins"):
        town(paidan.TravelBand(from_="22:00", to="06:00", percent=120))
    with pytest.raises(paidan.InvalidInput, match=r"24:00"):
        town(paidan.TravelBand(from_="20:00", to="00:00", percent=120))
    with pytest.raises(paidan.InvalidInput, match="has a zone"):
        paidan.TravelBand(from_=dt.time(7, tzinfo=dt.UTC), to="09:00", percent=120)
    with pytest.raises(paidan.InvalidInput, match="percent"):
        town(paidan.TravelBand(from_="08:00", to="10:00", percent=90))


def test_bands_as_words_of_the_command_line() -> None:
    assert band("07:00-09:00=140") == paidan.TravelBand(from_="07:00", to="09:00", percent=140)
    assert band("1-5 17:00-24:00=180").weekdays == (1, 2, 3, 4, 5)
    assert band("6-1 9:00-12:00=110").weekdays == (1, 6, 7)
    assert band("7 9:00-12:00=110").weekdays == (7,)
    assert band("(1,3,5-7)  9:00 – 24:00 = 110%").weekdays == (1, 3, 5, 6, 7)
    for text in (
        "07:00-09:00",
        "7-9=140",
        "0 07:00-09:00=140",
        "07:00-09:00=1001",
        "1-3-5 07:00-09:00=140",
        "(1-5 07:00-09:00=140",
        "22:00-06:00=140",
        "20:00-00:00=140",
        "07:00-09:00=14",
        "mon 07:00-09:00=140",
        "25:00-26:00=140",
    ):
        with pytest.raises(Exception, match=r"07:00-09:00=140|is not a time|from 100 to 1000|after it begins"):
            band(text)


def test_a_week_in_traffic_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    orders, technicians = tmp_path / "orders.csv", tmp_path / "technicians.csv"
    orders.write_text("工单号,纬度,经度,预约时间\nA,31.25,121.45,2024-07-08 09:00\n", encoding="utf-8")
    technicians.write_text("工号,纬度,经度,上班,下班\n李,31.20,121.40,08:00,18:00\n", encoding="utf-8")
    page = tmp_path / "week.html"
    words = ["week", "--orders", str(orders), "--technicians", str(technicians), "--iterations", "20"]
    words += ["--report", str(page), "--datum", "wgs84", "--lang", "en"]
    assert main([*words, "--traffic", "07:00-09:30=150", "--traffic", "6-7 10:00-12:00=120"]) == 0
    assert "(weekdays in brackets, 1 = Monday): 07:00–09:30 ×1.5, (6,7) 10:00–12:00 ×1.2." in page.read_text(
        encoding="utf-8"
    )
    capsys.readouterr()
    assert main([*words, "--traffic", "07:00-09:30=150", "--traffic", "09:00-12:00=120"]) == 2
    assert "two bands of --traffic overlap: 07:00–09:30 ×1.5 and 09:00–12:00 ×1.2" in capsys.readouterr().err


def test_strict_tiers_hold_in_any_traffic() -> None:
    """The better-rated one is ten times as far away as free roads say, and comes all the same."""
    jam = paidan.TravelBand(from_="00:00", to="24:00", percent=1000)
    problem = town(jam)
    (good,) = problem.technicians
    (order,) = problem.orders
    near = good.with_(id="N", home="far", rating=300)
    problem = problem.with_(
        technicians=[near, good.with_(rating=490, shifts=[good.shifts[0].with_(end=at(1200))])],
        orders=[order.with_(windows=[])],
    )
    assert paidan.match(problem).pairs[0].technician == "N"
    strict = paidan.match(problem, tier_floors=[450])
    assert strict.pairs[0].technician == "W"
    assert strict.pairs[0].arrival == at(300)

"""Crews and linked orders through Python: in, split, placed, explained, drawn, out again."""

import datetime as dt

import paidan
import pytest


def at(hour: float) -> dt.datetime:
    return dt.datetime(2024, 7, 8, tzinfo=dt.UTC) + dt.timedelta(hours=hour)


def minutes(number: int) -> dt.timedelta:
    return dt.timedelta(minutes=number)


def order(id: str, **more: object) -> paidan.Order:
    return paidan.Order(id=id, location="flat", service=minutes(60), **more)  # type: ignore[arg-type]


@pytest.fixture
def problem() -> paidan.Problem:
    return paidan.Problem(
        origin=at(0),
        zone="UTC",
        locations=[paidan.Location(id=name) for name in ("home", "flat")],
        profiles=[paidan.TravelProfile(id="van", matrix=paidan.MatrixData([[0, 600], [600, 0]]))],
        technicians=[
            paidan.Technician(id=who, home="home", shifts=[paidan.Shift(id="day", start=at(8), end=at(18))])
            for who in ("li", "wang")
        ],
        orders=[
            order("lift", crew=2),
            order("test", links=[paidan.Link(order="lift", minimum_gap=minutes(60), maximum_gap=minutes(180))]),
        ],
        objective=paidan.Objective(per_metre=0),
    )


def starts(plan: paidan.Plan) -> dict[str, dt.datetime]:
    return {stop.order: stop.start for route in plan.routes for stop in route.stops if stop.order}


def test_a_crew_is_one_order_a_technician(problem: paidan.Problem) -> None:
    assert [one.id for one in problem.orders] == ["lift", "test", "lift#2"]
    assert problem.order("lift").crew == 1
    assert problem.order("lift#2").links == (paidan.Link(order="lift"),)
    assert problem.with_().hash == problem.hash  # split once


def test_linked_orders_are_placed_whole(problem: paidan.Problem) -> None:
    plan = paidan.plan(problem, iterations=1_000)
    assert not plan.unassigned
    begun = starts(plan)
    assert begun["lift"] == begun["lift#2"]
    assert minutes(60) <= begun["test"] - begun["lift"] <= minutes(180)


def test_an_order_whose_partners_are_not_served_says_so(problem: paidan.Problem) -> None:
    alone = problem.with_(technicians=problem.technicians[:1])
    plan = paidan.plan(alone, iterations=1_000)
    assert not plan.routes  # nobody to lift with
    answer = paidan.why_not(alone, plan, order="test", technician="li")
    assert list(answer.families) == ["links"]
    assert [reason.detail for reason in answer.reasons] == ["link_unserved"]
    assert "the linked order lift is not served" in paidan.render.why_not(alone, answer, language="en")
    assert "关联的lift单未安排" in paidan.render.why_not(alone, answer, language="zh")


def test_wrong_links_are_told_with_their_place(problem: paidan.Problem) -> None:
    with pytest.raises(paidan.InvalidInput, match=r"orders\[1\]\.links\[0\]\.order: unknown order 'lifd'"):
        problem.with_(orders=[order("lift"), order("test", links=[paidan.Link(order="lifd")])])
    with pytest.raises(paidan.InvalidInput, match=r"cannot all be kept: (a, b|b, a)"):
        problem.with_(
            orders=[
                order("a", links=[paidan.Link(order="b", minimum_gap=minutes(5), maximum_gap=minutes(9))]),
                order("b", links=[paidan.Link(order="a")]),
            ]
        )


def test_too_few_for_a_crew_is_a_notice(problem: paidan.Problem) -> None:
    (notice,) = problem.with_(orders=[order("lift", crew=3)]).notices
    assert notice.code == "too_few_together"
    assert notice.path == "orders[0]"


def test_a_plot_draws_links(problem: paidan.Problem) -> None:
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    plan = paidan.plan(problem, iterations=1_000)
    ax = plan.plot(language="en")
    lines = [line for line in ax.get_lines() if line.get_label() == "linked"]
    assert len(lines) == 2
    begun = starts(plan)
    ends = {tuple(round(float(hour), 3) for hour in line.get_xdata()) for line in lines}

    def hour(id: str) -> float:
        return round((begun[id] - at(0)).total_seconds() / 3600, 3)

    assert ends == {(hour("lift"), hour("lift#2")), (hour("lift"), hour("test"))}
    assert "linked orders" in [text.get_text() for text in ax.get_legend().get_texts()]

"""Problems: checked once, immutable, changed by copies."""

import copy
import datetime as dt
import pickle

import paidan
import pytest
from city import SHANGHAI, at, make_problem, make_technician


def test_a_problem_knows_its_nouns(problem: paidan.Problem) -> None:
    assert len(problem.orders) == 12
    assert problem.orders is problem.orders  # made once
    assert problem.order("A3").id == "A3"
    assert problem.technician("wang").name == "王师傅"
    assert problem.technician("li").name == "li"  # filled in
    assert problem.zone.name == "Asia/Shanghai"
    assert problem.locations[-1].id == "depot"
    assert len(problem.hash) == 16
    assert repr(problem) == f"<Problem 12 orders, 2 technicians, 2 shifts, {problem.hash}>"


def test_the_origin_defaults_to_local_midnight_before_the_first_shift(problem: paidan.Problem) -> None:
    assert problem.origin == dt.datetime(2024, 7, 8, tzinfo=SHANGHAI)
    assert problem.origin.utcoffset() == dt.timedelta(hours=8)
    moved = paidan.Problem(
        origin=at(5, day=7),
        zone="Asia/Shanghai",
        locations=problem.locations,
        technicians=problem.technicians,
        orders=problem.orders,
    )
    assert moved.origin == at(5, day=7)


def test_a_changed_copy_is_checked_again(problem: paidan.Problem) -> None:
    fewer = problem.with_(technicians=problem.technicians[:1], objective=problem.objective.with_(per_travel_second=5))
    assert len(fewer.technicians) == 1
    assert fewer.objective.per_travel_second == 5
    assert len(problem.technicians) == 2
    assert fewer.hash != problem.hash
    with pytest.raises(paidan.InvalidInput, match="nowhere"):
        problem.with_(orders=[paidan.Order(id="X", location="nowhere")])
    with pytest.raises(TypeError, match="did you mean 'orders'"):
        problem.with_(order=[])  # type: ignore[call-arg]


def test_all_errors_come_at_once_with_path_row_and_both_languages() -> None:
    good = make_problem(2)
    orders = [
        paidan.Order(id="A", location="L0"),
        paidan.Order(id="A", location="L00"),
        paidan.Order(id="C", location="L1", priority=-1, service=dt.timedelta(seconds=-5)),
    ]
    with pytest.raises(paidan.InvalidInput) as caught:
        paidan.Problem(
            origin=good.origin,
            zone=good.zone,
            locations=good.locations,
            technicians=good.technicians,
            orders=orders,
            rows={"orders": [2, 3, 7]},
        )
    errors = caught.value.errors
    assert len(errors) >= 4
    by_code = {error.code: error for error in errors}
    assert by_code["duplicate_id"].row == 3
    assert by_code["unknown_id"].path == "orders[1].location"
    assert by_code["unknown_id"].parameters["id"] == "L00"
    assert {error.row for error in errors if error.path.startswith("orders[2]")} == {7}
    for error in errors:
        assert error.message("en") != error.message("zh")
    assert str(caught.value) == "\n".join(error.message("en") for error in errors)
    assert caught.value.message("zh").count("第") >= len(errors)
    listed = paidan.Problem.validate(
        origin=good.origin,
        zone=good.zone,
        locations=good.locations,
        technicians=good.technicians,
        orders=orders,
        rows={"orders": [2, 3, 7]},
    )
    assert listed == list(errors)


def test_validate_is_empty_exactly_when_a_problem_can_be_built(problem: paidan.Problem) -> None:
    assert paidan.Problem.validate(problem.data) == []
    bad = problem.data.with_(technicians=[])
    assert [error.code for error in paidan.Problem.validate(bad)] == [
        error.code for error in _errors_of(lambda: paidan.Problem.from_data(bad))
    ]


def _errors_of(call: object) -> tuple[paidan.Error, ...]:
    with pytest.raises(paidan.InvalidInput) as caught:
        call()  # type: ignore[operator]
    return caught.value.errors


def test_a_wrong_rows_argument_is_named(problem: paidan.Problem) -> None:
    with pytest.raises(
        paidan.InvalidInput,
        match="rows has no value 'order', did you mean 'orders'\\? \\(known: orders, technicians, locations\\)",
    ):
        paidan.Problem.from_data(problem.data, rows={"order": [1]})


def test_what_is_not_supported_yet_is_refused(problem: paidan.Problem) -> None:
    with pytest.raises(paidan.InvalidInput, match="not supported yet"):
        problem.with_(orders=[paidan.Order(id="A", location="L0", pin=paidan.Pin(technician="wang", position=1))])


def test_zero_orders_are_a_problem_with_an_empty_plan(problem: paidan.Problem) -> None:
    plan = paidan.plan(problem.with_(orders=[]))
    assert plan.routes == ()
    assert plan.unassigned == ()


def test_zero_technicians_are_an_error(problem: paidan.Problem) -> None:
    errors = _errors_of(lambda: problem.with_(technicians=[]))
    assert errors[0].path == "technicians"


def test_notices_are_worth_saying_but_no_errors(problem: paidan.Problem) -> None:
    expired = make_technician(
        "zhao", "depot", skills=[paidan.SkillHeld(skill="gas", level=2, valid_until=dt.date(2024, 1, 1))]
    )
    noticed = problem.with_(technicians=[expired])
    assert noticed.notices
    assert all(notice.message("zh") for notice in noticed.notices)


def test_problems_are_pickled_copied_compared_and_hashed(problem: paidan.Problem) -> None:
    again = pickle.loads(pickle.dumps(problem))
    assert again == problem
    assert again.hash == problem.hash
    assert hash(again) == hash(problem)
    assert copy.copy(problem) is problem
    assert copy.deepcopy(problem) is problem
    assert {problem: 1}[again] == 1
    assert problem != problem.with_(orders=[])


def test_json_goes_out_and_comes_back_as_the_same_bytes(problem: paidan.Problem) -> None:
    text = problem.to_json()
    assert paidan.Problem.from_json(text) == problem
    assert paidan.Problem.from_json(text).to_json() == text
    assert "\n" not in problem.to_json(indented=False)
    assert paidan.ProblemData.from_json(text) == problem.data


def test_truncated_json_and_unknown_fields_are_named(problem: paidan.Problem) -> None:
    text = problem.to_json()
    with pytest.raises(paidan.InvalidInput, match="the JSON ends too early"):
        paidan.Problem.from_json(text[: len(text) // 2])
    with pytest.raises(paidan.InvalidInput, match=r"unknown field 'ordrs'.*orders"):
        paidan.Problem.from_json(text.replace('"orders"', '"ordrs"', 1))


def test_travel_times_can_be_asked_for(problem: paidan.Problem) -> None:
    leg = problem.travel("depot", "L0")
    assert leg is not None
    assert leg[0] > dt.timedelta(minutes=5)
    assert leg[1] > 1000
    with pytest.raises(paidan.InvalidInput, match="unknown location 'moon'"):
        problem.travel("depot", "moon")
    with pytest.raises(IndexError):
        problem.travel("depot", "L0", profile=7)


def test_a_matrix_replaces_straight_lines(problem: paidan.Problem) -> None:
    n = len(problem.locations)
    matrix = paidan.MatrixData([[0 if i == j else 600 + i for j in range(n)] for i in range(n)])
    driven = problem.with_(
        profiles=[paidan.TravelProfile(id="car", matrix=matrix)],
        technicians=[technician.with_(profile="car") for technician in problem.technicians],
    )
    assert driven.travel("L1", "L0") == (dt.timedelta(seconds=601), 0)
    assert pickle.loads(pickle.dumps(driven)) == driven
    with pytest.raises(paidan.InvalidInput):
        problem.with_(profiles=[paidan.TravelProfile(id="car", matrix=paidan.MatrixData([[0]]))])


def test_times_of_a_problem_are_local_wherever_they_stand() -> None:
    problem = paidan.Problem(
        zone="Asia/Shanghai",
        locations=[paidan.Location(id="x", point=paidan.GeoPoint(lat=39.9, lon=116.4))],
        technicians=[
            paidan.Technician(id="t", home="x", shifts=[paidan.Shift(id="s", start=at(8), end=at(17))]),
        ],
        orders=[
            paidan.Order(
                id="a",
                location="x",
                promise=paidan.Promise(at=at(16).astimezone(dt.UTC)),
                windows=[paidan.Window(start=at(15), end=at(17))],
            )
        ],
    )
    order = problem.orders[0]
    assert order.promise is not None
    assert order.promise.at.isoformat() == "2024-07-08T16:00:00+08:00"
    assert order.windows[0].end.isoformat() == "2024-07-08T17:00:00+08:00"
    assert problem.order("a").with_(priority=1).windows[0].start.hour == 15
    assert problem.technicians[0].shifts[0].start.hour == 8
    assert problem.data.orders[0].promise == order.promise
    assert "datetime.datetime(2024, 7, 8, 16, 0" in repr(order)
    gone = pickle.loads(pickle.dumps(order))
    assert gone == order


def test_a_matrix_of_times_alone_has_no_distances(problem: paidan.Problem) -> None:
    size = len(problem.locations)
    times = [[0 if i == j else 600 for j in range(size)] for i in range(size)]
    alone = paidan.TravelProfile(id="car", matrix=paidan.MatrixData(times))
    limited = [one.with_(max_distance_metres=100) for one in problem.technicians]
    with pytest.raises(paidan.InvalidInput) as caught:
        problem.with_(profiles=[alone], technicians=limited)
    assert {error.code for error in caught.value.errors} == {"distance_unknown"}
    priced = problem.with_(profiles=[alone], objective=problem.objective.with_(per_metre=5))
    assert [notice.code for notice in priced.notices] == ["distance_costs_nothing"]
    stated = paidan.TravelProfile(id="car", matrix=paidan.MatrixData(times, metres=times))
    assert problem.with_(profiles=[stated], technicians=limited).notices == []

"""Every described class, every field: set, read back, nothing else touched, copied, pickled.

Results speak of a problem in its ids and times: they are made by paidan, read, compared, copied, pickled, never written.
"""

import copy
import datetime as dt
import decimal
import enum
import json
import pickle
import re
from typing import Any

import paidan
import pytest
from city import at, make_problem
from paidan import _paidan

CLASSES = {name: (module, fields) for module, name, fields in _paidan.describe()}
RESULTS = frozenset(_paidan.results())
INPUTS = [name for name in CLASSES if name not in RESULTS]
CONSTANT = [name for name in INPUTS if "__lt__" in vars(getattr(_paidan, name))]  # ordered, so fit to be keys
FIELDS = [(name, field[0]) for name in INPUTS for field in CLASSES[name][1] if field[6]]


def sample(kind: str, salt: int, field: str = "") -> Any:
    """A value of that type which no default has."""
    plain: dict[str, Any] = {
        "str": "USD" if field == "currency" else f"text {salt}",
        "int": 100 + salt,
        "float": salt + 0.5,
        "bool": True,
        "datetime.datetime": dt.datetime(2024, 7, 8, 1, salt % 60, tzinfo=dt.UTC),
        "datetime.timedelta": dt.timedelta(seconds=7000 + salt),
        "datetime.date": dt.date(2024, 7, 1 + salt % 28),
        "datetime.time | str": dt.time(3, salt % 60),
        "decimal.Decimal | int | str": decimal.Decimal(salt) + decimal.Decimal("0.25"),
        "Money": paidan.Money(decimal.Decimal(salt) + decimal.Decimal("0.55")),
        "GeoPoint": paidan.GeoPoint(lat=1.5 + salt, lon=2.5),
        "ZoneRules | zoneinfo.ZoneInfo | str": paidan.ZoneRules(name=f"Zone/{salt}", initial_offset_seconds=3600),
        "MatrixData": paidan.MatrixData([[0, salt], [salt, 0]]),
        "Mapping[str, str]": {"name": f"{salt}"},
        "Mapping[str, int]": {"name": salt},
        "Share": paidan.Share(salt, 1000 + salt),
        "str | tuple[str, str]": (f"technician {salt}", f"shift {salt}"),
    }
    if kind in plain:
        return plain[kind]
    if kind.endswith(" | None"):
        return sample(kind.removesuffix(" | None"), salt, field)
    if found := re.fullmatch(r"Iterable\[(.*)\]", kind):
        one = getattr(_paidan, found[1].removesuffix(" | str"), None)
        if isinstance(one, type) and issubclass(one, enum.StrEnum):
            return tuple(list(one)[-2:])
        return (sample(found[1], salt), sample(found[1], salt + 1))
    name = kind.removesuffix(" | str")
    cls = getattr(_paidan, name)
    if issubclass(cls, enum.StrEnum):
        return list(cls)[-1]
    thing = build(name, salt)
    first = CLASSES[name][1][0]
    return thing.with_(**{first[0]: sample(first[4], salt, first[0])})  # not what a default-made one is


def build(name: str, salt: int) -> Any:
    required = {field[0]: sample(field[4], salt + i, field[0]) for i, field in enumerate(CLASSES[name][1]) if field[3]}
    return getattr(_paidan, name)(**required)


def values(thing: Any) -> dict[str, Any]:
    return thing.to_dict()  # type: ignore[no-any-return]


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=lambda value: value)
def test_a_field_is_set_and_read_back_alone(name: str, field: str) -> None:
    kinds = {entry[0]: entry[4] for entry in CLASSES[name][1]}
    thing = build(name, 3)
    before = values(thing)
    new = sample(kinds[field], 21, field)
    if kinds[field] == "bool":
        new = not before[field]
    if before[field] == new:  # an enum whose default is its last, or several of them
        new = new[:1] if isinstance(new, tuple) else next(iter(type(new)))
    if name in CONSTANT:
        with pytest.raises(AttributeError, match=f"{name} is not changed in place; .* with_\\({field}=...\\)"):
            setattr(thing, field, new)
        thing = thing.with_(**{field: new})
    else:
        setattr(thing, field, new)
    assert getattr(thing, field) == new
    changed = {key for key, value in values(thing).items() if value != before[key]}
    assert changed == {field}
    assert build(name, 3).with_(**{field: new}) == thing
    assert thing != build(name, 3)


@pytest.mark.parametrize("name", INPUTS)
def test_a_class_keeps_every_field_through_constructor_copy_and_pickle(name: str) -> None:
    assert all(field[6] for field in CLASSES[name][1])
    arguments = {field[0]: sample(field[4], 11 + i, field[0]) for i, field in enumerate(CLASSES[name][1])}
    thing = getattr(_paidan, name)(**arguments)
    assert values(thing) == {
        key: tuple(value) if isinstance(value, list) else value for key, value in arguments.items()
    }
    assert pickle.loads(pickle.dumps(thing)) == thing
    assert copy.copy(thing) == thing
    assert copy.deepcopy(thing) == thing
    text = repr(thing)
    assert text.startswith(name + "(")
    assert all(f"{field[0]}=" in text for field in CLASSES[name][1] if field[3])


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_is_importable_from_where_it_says(name: str) -> None:
    import importlib

    module, _ = CLASSES[name]
    cls = getattr(importlib.import_module(module), name)
    assert cls.__module__ == module
    assert cls is getattr(_paidan, name)


@pytest.mark.parametrize("name", CLASSES)
def test_every_field_has_a_doc_in_the_class_and_on_the_property(name: str) -> None:
    cls = getattr(_paidan, name)
    assert (cls.__doc__ or "").split("\n")[0]
    for field, chinese, doc, *_ in CLASSES[name][1]:
        assert doc
        assert chinese or field == "row"  # no column of a sheet
        assert getattr(cls, field).__doc__ == doc
        assert re.search(rf"^    {field}: .*{re.escape(doc)}$", cls.__doc__ or "", re.MULTILINE)


# ---------------------------------------------------------------- results


def made() -> dict[str, tuple[paidan.Problem, list[Any]]]:
    """Two different ones of every result, and their problem."""
    late = paidan.Promise(at=at(8, 10), before=dt.timedelta(), after=dt.timedelta())
    problem = make_problem()
    orders = [order.with_(promise=late) if i < 4 else order for i, order in enumerate(problem.orders)]
    lunch = paidan.Break(duration=dt.timedelta(minutes=30), earliest=at(11), latest=at(13))
    technicians = [one.with_(shifts=[one.shifts[0].with_(breaks=[lunch])]) for one in problem.technicians]
    nobody = paidan.Order(id="X", location="L0", skills=[paidan.SkillLevel(skill="solar")])
    orders[4] = orders[4].with_(tools=["press"])
    depot = paidan.SupplyDepot(id="D", location="L7", service=dt.timedelta(minutes=5), tools=["press"])
    problem = problem.with_(orders=[*orders, nobody], technicians=technicians, depots=[depot])
    plans = [paidan.plan(problem, iterations=20), paidan.plan_baseline(problem, "nearest_free")]
    visits = [paidan.ActualVisit(order="A0", technician="wang", arrival=at(9), end=at(9, 40))]
    reports = [paidan.evaluate_actual(problem, visits), paidan.evaluate(problem, plans[0])]
    moved = paidan.ActualVisit(
        order="A0", outcome="rescheduled", asked_by="customer", recorded=at(7), appointment=at(9, 30)
    )
    judged = [paidan.judge_orders(problem, [moved, *visits]), paidan.judge_orders(problem, [])]
    violations = paidan.evaluate_actual(
        problem, [*visits, paidan.ActualVisit(order="A1", technician="wang", arrival=at(9, 10), end=at(9, 50))]
    ).violations
    why = [paidan.why_not(problem, plans[0], order.id, "li") for order in problem.orders]
    suffering = [one for answer in why for one in answer.suffering]
    matches = [paidan.match(problem, capacity=2, must_serve=["X", "A0", "A5"]), paidan.match(problem, must_serve=["X"])]
    review = paidan.MatchReview(problem, capacity=2)
    answers = [review.why_not(order.id, who) for order in problem.orders for who in ("wang", "li")]
    short = [*matches[0].shortages, *paidan.match(problem, must_serve=["A0", "A5", "A10"]).shortages]
    stops = [stop for route in plans[0].routes for stop in route.stops]
    # Who leaves the depot too soon has been there too short a time.
    hasty = json.loads(plans[0].to_json())
    for stop in [stop for route in hasty["routes"] for stop in route["stops"] if stop["kind"] == "depot"]:
        stop["end"] = stop["start"]
    called = paidan.evaluate(problem, paidan.Plan.from_json(problem, json.dumps(hasty))).violations
    samples: dict[str, list[Any]] = {
        "Stop": [*stops, *[stop for route in plans[1].routes for stop in route.stops]],
        "Route": [*plans[0].routes, *plans[1].routes],
        "Plan": plans,
        "Violation": [*violations, *called],
        "TechnicianKpis": list(reports[0].kpis.technicians),
        "Kpis": [report.kpis for report in reports],
        "Report": reports,
        "JudgedOrder": list(judged[0].orders),
        "JudgedOrders": judged,
        "Suffering": suffering,
        "WhyNot": why,
        "Unassigned": [paidan.why_unassigned(problem, plans[0], order) for order in ("X", "A0")],
        "MatchPair": list(matches[0].pairs),
        "MatchShortage": short,
        "Match": matches,
        "MatchMove": [move for answer in answers for move in answer.moves],
        "PairAnswer": answers,
        "Refusal": [paidan.why_refused(problem, "A0", "wang"), paidan.why_refused(problem, "A1", "li")],
    }
    return {name: (problem, things) for name, things in samples.items()}


@pytest.fixture(scope="module")
def results() -> dict[str, tuple[paidan.Problem, list[Any]]]:
    return made()


Made = dict[str, tuple[paidan.Problem, list[Any]]]


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_a_result_is_compared_copied_and_pickled(name: str, results: Made) -> None:
    problem, things = results[name]
    cls = getattr(_paidan, name)
    assert len(things) > 1
    assert things[0] != things[1]
    assert things[0] != name
    for thing in things:
        assert type(thing) is cls
        for again in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
            assert again == thing
            assert values(again) == values(thing)
            assert repr(again) == repr(thing)
            if "problem" in values(thing):
                assert again.problem == problem
        if hasattr(cls, "from_json"):
            assert thing.to_json() == thing.to_json()
            assert "\n" not in thing.to_json(indented=False)
            assert cls.from_json(problem, thing.to_json()) == thing
            assert cls.from_json(problem, thing.to_json(indented=False)) == thing


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_a_result_shows_every_field(name: str, results: Made) -> None:
    problem, things = results[name]
    fields = [field[0] for field in CLASSES[name][1]]
    seen = dict.fromkeys(fields, False)
    for thing in things:
        all_values = values(thing)
        assert list(all_values) == fields
        for field, _, _, required, *_ in CLASSES[name][1]:
            value = getattr(thing, field)
            assert value == all_values[field]
            seen[field] = seen[field] or value is not None
            # What is always there is there.
            assert not (required and value is None), field
            if field == "problem":
                assert value is problem
            elif value is not None and name != "Plan":  # whose text is a summary
                assert f"{field}=" in repr(thing)
        assert repr(thing).startswith("<Plan " if name == "Plan" else f"{name}(")
    assert all(seen.values()), seen


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_a_result_is_read_only(name: str, results: Made) -> None:
    _, things = results[name]
    thing = things[0]
    before = values(thing)
    for field in before:
        with pytest.raises(AttributeError):
            setattr(thing, field, before[field])
        with pytest.raises(AttributeError):
            delattr(thing, field)
    with pytest.raises(AttributeError):
        thing.unknown = 1
    assert values(thing) == before


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_a_result_is_not_made_of_keywords(name: str) -> None:
    cls = getattr(_paidan, name)
    message = f"^{name} speaks of a problem: it is made by paidan's functions or from_json"
    first = CLASSES[name][1][0][0]
    for arguments in ({}, {first: None}):
        with pytest.raises(TypeError, match=message):
            cls(**arguments)


def test_enums_are_strings_and_survive_pickling() -> None:
    for name, cls in vars(_paidan).items():
        if isinstance(cls, type) and issubclass(cls, enum.StrEnum):
            for member in cls:
                assert pickle.loads(pickle.dumps(member)) is member
                assert str(member) == member.value, name
    assert paidan.Datum.gcj02 == "gcj02"
    assert paidan.pricing.PriceKind.unit_range == "unit-range"


def test_constructors_take_keywords_only() -> None:
    with pytest.raises(TypeError, match=r"^Order\(\) takes keyword arguments only, e.g. Order\(id=...\)$"):
        paidan.Order("A1")  # type: ignore[misc, call-arg]


def test_a_slip_in_a_keyword_is_named_with_the_nearest() -> None:
    with pytest.raises(TypeError, match=r"^Order\(\) has no 'servce', did you mean 'service'\?$"):
        paidan.Order(id="A", location="L", servce=1)  # type: ignore[call-arg]


def test_all_missing_keywords_are_named() -> None:
    with pytest.raises(TypeError, match=r"^Order\(\) needs 'id', 'location'$"):
        paidan.Order()  # type: ignore[call-arg]


def test_an_unknown_attribute_cannot_be_set() -> None:
    order = paidan.Order(id="A", location="L")
    with pytest.raises(AttributeError):
        order.servce = 1  # type: ignore[attr-defined]


def test_a_write_to_a_copy_is_refused_instead_of_lost() -> None:
    promise = paidan.Promise(at=dt.datetime(2024, 7, 8, tzinfo=dt.UTC))
    promise.hard = True  # its own: fine
    order = paidan.Order(id="A", location="L", promise=promise)
    inner = order.promise
    assert inner is not None
    with pytest.raises(AttributeError, match="is a copy read out of another value"):
        inner.hard = False
    order.promise = inner.with_(hard=False)
    assert order.promise is not None
    assert order.promise.hard is False
    assert copy.copy(inner).with_(hard=True) == inner


def test_lists_come_back_as_tuples() -> None:
    order = paidan.Order(id="A", location="L", tools=["ladder"])
    assert order.tools == ("ladder",)
    order.tools = [*order.tools, "saw"]
    assert order.tools == ("ladder", "saw")


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"service": 60}, "Order.service must be datetime.timedelta, not int"),
        ({"priority": "1"}, "Order.priority must be int, not str"),
        ({"priority": True}, "Order.priority must be int, not bool"),
        ({"priority": 1.0}, "Order.priority must be int, not float"),
        ({"name": None}, "Order.name must be str, not None"),
        ({"tools": "ladder"}, "Order.tools must be a list of str, not str"),
        ({"tools": ["saw", 5]}, "Order.tools[1] must be str, not int"),
        ({"promise": {"at": 1}}, "Order.promise must be Promise, not dict"),
        ({"skills": ["gas"]}, "Order.skills[0] must be SkillLevel, not str"),
        ({"release": dt.date(2024, 7, 8)}, "Order.release must be datetime.datetime with a time zone, not date"),
    ],
)
def test_a_wrong_type_is_named_with_its_place(keywords: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError) as caught:
        paidan.Order(id="A", location="L", **keywords)
    assert str(caught.value) == message


def test_numpy_scalars_are_whole_numbers_and_truth_values() -> None:
    import numpy as np

    order = paidan.Order(id="A", location="L", priority=np.int64(3))
    assert order.priority == 3
    assert (
        paidan.Window(
            start=dt.datetime.now(dt.UTC).replace(microsecond=0),
            end=dt.datetime(2030, 1, 1, tzinfo=dt.UTC),
            hard=np.bool_(False),
        ).hard
        is False
    )


def test_an_integer_beyond_its_field_is_refused() -> None:
    with pytest.raises(paidan.InvalidInput) as caught:
        paidan.Order(id="A", location="L", priority=2**31)
    assert str(caught.value) == "Order.priority must be between 0 and 9, got 2147483648"
    assert caught.value.message("zh") == "Order.priority须在0与9之间,实为2147483648"

"""The table of operations: the same in Python, on the command line and in `serve`, and every one of them answers."""

import ast
import datetime as dt
import decimal
import importlib
import json
import os
import pathlib
import re
import subprocess
from typing import Any

import paidan
import pytest
from city import at, make_problem
from paidan import _paidan, desk

ROOT = pathlib.Path(__file__).parents[2]
DATA = ROOT / "examples" / "data"
STUB = ROOT / "bindings" / "python" / "paidan" / "_paidan.pyi"

TABLE: list[dict[str, Any]] = json.loads(desk.operations_json())["operations"]
NAMES = [operation["name"] for operation in TABLE]
PYTHON = {name: (doc, answer, arguments) for name, doc, answer, arguments in desk.table()}

# What only Python has: the callback of whatever can be stopped.
PROGRESS = "progress"


def program(*words: str, text: str = "") -> str:
    path = os.environ.get("PAIDAN_CLI", "")
    if not path:
        pytest.skip("PAIDAN_CLI does not name the program")
    done = subprocess.run([path, *words], input=text, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert done.stderr == ""
    return done.stdout


def nearest(name: str) -> str:
    """A slip that only this name is near to."""
    return name[:-1] + name[-1] * 2


# ---------------------------------------------------------------- one table


def test_every_door_has_the_same_table() -> None:
    assert len(set(NAMES)) == len(NAMES) > 30
    assert program("operations") == desk.operations_json()
    assert "\n" not in desk.operations_json(indented=False)
    assert json.loads(desk.operations_json(indented=False)) == json.loads(desk.operations_json())
    replies = program("serve", text='{"id": 1, "do": "operations"}\n{"id": 2, "do": "quit"}\n').splitlines()
    served = json.loads(replies[0])
    assert (served["id"], served["ok"]) == (1, True)
    assert served["result"]["operations"] == TABLE
    session = desk.Session()
    assert json.loads(session.answer('{"id": 1, "do": "operations"}')) == served
    assert not session.finished
    assert json.loads(session.answer('{"id": 2, "do": "quit"}')) == json.loads(replies[1])
    assert session.finished


def test_pythons_table_is_that_table() -> None:
    assert list(PYTHON) == NAMES
    for operation in TABLE:
        doc, _, arguments = PYTHON[operation["name"]]
        fields = [(field["name"], field["required"], field["en"]) for field in operation["fields"]]
        mine = [(name.rstrip("_"), required, text) for name, _, text, required in arguments]
        if operation["cancellable"]:
            assert mine.pop()[:2] == (PROGRESS, False)
        assert mine == fields, operation["name"]
        assert doc.startswith(operation["en"] + "\n\n")
        assert operation["zh"]
        for name, kind, text, required in arguments:
            assert f"\n    {name}: {kind}{' (required)' if required else ''}. {text}" in doc


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_is_a_function_with_that_doc(name: str) -> None:
    function = getattr(desk, name)
    assert name in desk.__all__
    assert function.__name__ == name
    assert function.__wrapped__ is getattr(_paidan, f"desk_{name}")
    assert PYTHON[name][0] in (function.__doc__ or "")


def test_the_desk_has_nothing_else() -> None:
    assert set(NAMES) <= set(desk.__all__)
    functions = {name for name in desk.__all__ if not isinstance(getattr(desk, name), type)}
    assert functions == {*NAMES, "table", "operations_json"}
    assert {name for name in vars(_paidan) if name.startswith("desk_")} == {
        "desk_table",
        "desk_operations_json",
        *(f"desk_{name}" for name in NAMES),
    }
    assert [name for name in desk.__all__ if not getattr(desk, name).__doc__] == []


def test_other_rooms_show_the_same_functions() -> None:
    rooms = {
        "paidan": [
            "carry_over",
            "carry_over_actual",
            "day_problem",
            "evaluate",
            "evaluate_actual",
            "judge_orders",
            "match",
            "minimal_reasons",
            "plan",
            "plan_baseline",
            "rebase",
            "road_matrix",
            "why_not",
            "why_refused",
            "why_unassigned",
        ],
        "paidan.pricing": ["audit", "bill", "estimate", "quote"],
        "paidan.warranty": ["certificate", "counterfactual", "last_days", "verdict"],
    }
    for room, names in rooms.items():
        module = importlib.import_module(room)
        for name in names:
            assert getattr(module, name) is getattr(desk, name), (room, name)


def test_what_python_has_beyond_the_table_has_a_reason() -> None:
    reasons = {
        "paidan.day_of": "a property of one order, not a step of anybody's work",
        "paidan.last_day": "last_days answers it for all readings at once",
        "paidan.tz_version": "of this machine",
        "paidan.assign": "takes NumPy and SciPy tables; the operation takes arcs",
        "paidan.shortages": "as assign",
        "paidan.weights_of": "what a problem's objective means; match takes it from there",
        "paidan.catalog.lint": "for hosts whose prices and policies are elsewhere; lint_catalog takes the tables",
        "paidan.pricing.replay": "the operation replay, which also says so when a step does not hold",
        "paidan.pricing.estimate_request": "of one entry; the operation takes catalog and service",
    }
    for module in ("paidan", "paidan.catalog", "paidan.pricing", "paidan.warranty", "paidan.rules"):
        for name, value in vars(importlib.import_module(module)).items():
            if name.startswith("_") or isinstance(value, type) or not callable(value):
                continue
            if (
                value not in [getattr(desk, one) for one in NAMES]
                and getattr(value, "__wrapped__", value).__module__ == "paidan._paidan"
            ):
                assert reasons.pop(f"{module}.{name}", ""), f"{module}.{name}"
    assert not reasons


def test_a_session_bounds_its_lines() -> None:
    assert not json.loads(desk.Session(2048).answer('{"do": "list", "x": "' + "a" * 3000 + '"}'))["ok"]
    for value in (1023, 2**30 + 1):
        with pytest.raises(paidan.InvalidInput, match="max_line must be between 1024 and 1073741824"):
            desk.Session(max_line=value)


def test_whatever_the_table_names_has_a_schema() -> None:
    for operation in TABLE:
        for field in operation["fields"]:
            kind = field["type"].removeprefix("list of ")
            if kind[0].isupper():
                assert desk.schema(kind)["title"] == kind
                assert "schema_version" not in desk.schema(kind)["properties"]
    assert desk.schema("lint_catalog") != desk.schema("validate")
    assert set(desk.schema("replay")["properties"]) == {"schema_version", "engine_version", "kind", "holds", "total"}
    with pytest.raises(paidan.InvalidInput, match="did you mean 'RoadData'"):
        desk.schema("RoadDat")


def test_a_trace_that_was_touched_does_not_hold() -> None:
    good = requests()["replay"]["trace"]
    assert desk.replay(good).total == paidan.pricing.replay(good)
    assert desk.replay(good).holds
    bad = desk.replay([*good[:-1], good[-1].with_(after=good[-1].after + 1)])
    assert (bad.holds, bad.total) == (False, None)


def test_a_catalog_that_points_nowhere_is_told() -> None:
    services, prices = requests()["lint_catalog"]["catalog"], requests()["lint_catalog"]["prices"]
    first, *others = services.entries
    entries = [first.with_(price_codes=["S3-15"], warranty_category="applianc"), *others]
    wrong = paidan.catalog.Catalog.from_data(services.data.with_(entries=entries))
    with pytest.raises(paidan.InvalidInput) as caught:
        desk.lint_catalog(wrong, **{key: requests()["lint_catalog"][key] for key in ("prices", "policies")})
    assert [error.path for error in caught.value.errors] == [
        "entries[0].price_codes[0]",
        "entries[0].warranty_category",
    ]
    with pytest.raises(paidan.InvalidInput) as caught:
        desk.lint_catalog(wrong, prices=prices)
    assert len(caught.value.errors) == 1
    with pytest.raises(paidan.InvalidInput, match="prices or policies is required"):
        desk.lint_catalog(wrong)


# ---------------------------------------------------------------- the stub


def stub() -> dict[str, ast.FunctionDef]:
    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("name", NAMES)
def test_the_stub_has_every_operation_with_its_arguments(name: str) -> None:
    function = stub()[f"desk_{name}"]
    doc, answer, arguments = PYTHON[name]
    given = function.args
    assert (given.vararg, given.kwarg, given.posonlyargs, given.defaults) == (None, None, [], [])
    assert [one.arg for one in given.args] == [one[0] for one in arguments if one[3]]
    assert [one.arg for one in given.kwonlyargs] == [one[0] for one in arguments if not one[3]]
    assert all(default is not None for default in given.kw_defaults)
    assert ast.get_docstring(function) == doc.split("\n")[0]
    assert function.returns is not None
    assert ast.unparse(function.returns) == (answer if "[" in answer else answer.rpartition(".")[2])
    types = {one.arg: ast.unparse(one.annotation) for one in [*given.args, *given.kwonlyargs] if one.annotation}
    for argument, kind, _, _ in arguments:
        flat = re.sub(r"\b(?:catalog|pricing|warranty|rules)\.(?=[A-Z])", "", kind).replace("Mapping[", "_Mapping[")
        assert types[argument] == flat, argument
    for named in re.findall(r"\b[A-Z]\w+", answer):
        assert isinstance(getattr(paidan, named, getattr(_paidan, named, None)), type)


# ---------------------------------------------------------------- calls


@pytest.mark.parametrize("name", NAMES)
def test_a_slip_in_a_keyword_is_named_with_the_nearest(name: str) -> None:
    function = getattr(desk, name)
    for argument, *_ in PYTHON[name][2]:
        slip = nearest(argument)
        with pytest.raises(TypeError) as caught:
            function(**{slip: 1})
        assert str(caught.value) == f"{name}() has no '{slip}', did you mean '{argument}'?"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_missing_is_named_and_what_is_too_much_counted(name: str) -> None:
    function = getattr(desk, name)
    required = [one[0] for one in PYTHON[name][2] if one[3]]
    assert required
    with pytest.raises(TypeError) as caught:
        function()
    assert str(caught.value) == f"{name}() needs " + ", ".join(f"'{one}'" for one in required)
    with pytest.raises(TypeError, match=rf"^{name}\(\) takes {len(required)} positional argument"):
        function(*[None] * (len(required) + 1))
    with pytest.raises(TypeError, match=f"'{required[0]}' is given twice"):
        function(None, **{required[0]: None})


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_type_is_a_type_error_that_names_the_argument(name: str) -> None:
    function = getattr(desk, name)
    good = requests()[name]
    for argument, *_ in PYTHON[name][2]:
        if argument == "facts":
            continue  # anything with names
        # A technician and a shift are one thing.
        with pytest.raises(TypeError, match=r"technician\[1\]" if argument == "shift" else rf"^{argument} must be "):
            function(**{**good, argument: object()})


@pytest.mark.parametrize("name", NAMES)
def test_none_is_no_value_of_what_is_required(name: str) -> None:
    function = getattr(desk, name)
    for argument, _, _, required in PYTHON[name][2]:
        if required:
            with pytest.raises(TypeError, match=argument):
                function(**{**requests()[name], argument: None})


def test_facts_have_names() -> None:
    for name in ("decide", "evaluate_model"):
        for facts in (5, "km", [1], {5: 1}):
            with pytest.raises(TypeError, match="facts"):
                getattr(desk, name)(**{**requests()[name], "facts": facts})


def test_numbers_of_rules_come_out_exactly() -> None:
    table = requests()["decide"]["table"]
    facts = {"服务": "维修", "里程": decimal.Decimal("7.1"), "日期": dt.date(2024, 7, 8), "加急": False}
    value = desk.decide(table, facts)["value"]
    assert value == table.evaluate(facts).value == decimal.Decimal("44.2")
    answer = desk.evaluate_model(requests()["evaluate_model"]["model"], {"km": 2})["value"]
    assert answer == {"fee": decimal.Decimal("2.3")}


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_answers_what_it_says(name: str) -> None:
    function = getattr(desk, name)
    _, answer, arguments = PYTHON[name]
    good = requests()[name]
    assert set(good) >= {one[0] for one in arguments if one[3]}
    result = function(**good)
    plain = {"dict": dict, "list": list}.get(answer.partition("[")[0])
    assert type(result) is (plain or getattr(_paidan, answer.rpartition(".")[2]))
    # Required ones also by position, in that order.
    required = [one[0] for one in arguments if one[3]]
    rest = {key: value for key, value in good.items() if key not in required}
    assert function(*[good[one] for one in required], **rest) == result
    # Leaving an optional one out and giving None is the same.
    nothing = {one[0]: None for one in arguments if not one[3] and one[0] not in good}
    assert function(**good, **nothing) == result


def test_whole_numbers_keep_to_the_bounds_of_the_table() -> None:
    tried = 0
    for operation in TABLE:
        function = getattr(desk, operation["name"])
        good = requests()[operation["name"]]
        for field in operation["fields"]:
            if field["type"] != "integer" or "low" not in field:
                continue
            for value in (field["low"] - 1, field["high"] + 1):
                tried += 1
                with pytest.raises(paidan.InvalidInput) as caught:
                    function(**{**good, field["name"]: value})
                (error,) = caught.value.errors
                assert (error.code, error.path) == ("out_of_range", field["name"]), operation["name"]
                assert f"between {field['low']} and {field['high']}, got {value}" in str(caught.value)
    assert tried > 20


_requests: dict[str, dict[str, Any]] = {}


def requests() -> dict[str, dict[str, Any]]:
    """A good request for every operation."""
    if not _requests:
        _requests.update(_made())
    return _requests


def _made() -> dict[str, dict[str, Any]]:
    problem = make_problem(4)
    plan = paidan.plan(problem, iterations=0)
    table = {name: (DATA / f"{name}.csv").read_bytes() for name in ("catalog", "prices", "price_rules", "policies")}
    services = desk.catalog(table["catalog"])
    prices = desk.prices(table["prices"], rules=table["price_rules"])
    policies = desk.policies(table["policies"])
    calendar = paidan.Calendar(version="none", years=[2024], days=[])
    quote = paidan.pricing.quote(prices, paidan.pricing.QuoteFacts(items=[paidan.pricing.Item(code="S3-105")]))
    served = dt.date(2024, 7, 8)
    claim = paidan.warranty.Claim(category="appliance", service_date=served, claim_date=dt.date(2024, 10, 8))
    rules = paidan.rules.DecisionTable.from_csv(DATA / "callout_fee.csv")
    square = desk.AssignmentInput(
        rows=2,
        columns=2,
        arcs=[desk.Arc(row=0, column=0, cost=1), desk.Arc(row=1, column=1, cost=2)],
        penalty=[10, 10],
        slot_costs=[[0], [0]],
    )
    asked = {"problem": problem, "order": "A1", "technician": "wang"}
    orders = "order,lat,lon,minutes,created\nA1,39.9,116.4,60,2024-07-08 09:00\n"
    people = "technician,lat,lon,start,end\nG1,39.9,116.4,08:00,17:00\n"
    came = [paidan.ActualVisit(order="A1", technician="wang", arrival=at(9), end=at(10))]
    drives = "left,drive_minutes,from_lat,from_lon,to_lat,to_lon\n" + "".join(
        f"2024-07-08 {8 + i % 9:02}:{i % 60:02},{10 + i % 7},39.9,116.4,{39.93 + i % 7 / 1000:.3f},116.4\n"
        for i in range(60)
    )
    visits = "order,technician,arrival,end\nA1,G1,2024-07-09 09:00,2024-07-09 10:00\n"
    return {
        "plan": {"problem": problem, "iterations": 1},
        "plan_vroom": {
            "document": b'{"jobs": [{"id": 1, "location_index": 1}], "vehicles": [{"id": 1, "start_index": 0}], '
            b'"matrices": {"car": {"durations": [[0, 60], [60, 0]]}}}',
            "iterations": 1,
        },
        "plan_baseline": {"problem": problem, "baseline": "nearest_free"},
        "rebase": {"problem": problem, "plan": plan, "onto": problem.with_(orders=problem.orders[1:])},
        "road_matrix": {
            "problem": problem,
            "roads": paidan.RoadData(
                nodes=[place.point for place in problem.locations if place.point],
                edges=[paidan.RoadEdge(from_=0, to=1, decimetres=10_000, metres_per_hour=30_000)],
            ),
        },
        "day_problem": {"problem": problem, "day": served},
        "carry_over": {"problem": problem, "plan": plan, "onto": problem, "day": served},
        "carry_over_actual": {"problem": problem, "actual": came, "onto": problem, "day": served},
        "match": {"problem": problem, "must_serve": ["A1"]},
        "pair_answer": asked,
        "place_value": {"problem": problem, "technician": "li", "shift": "mon"},
        "skill_value": {"problem": problem, "skill": "gas"},
        "why_refused": asked,
        "why_not": {**asked, "plan": plan},
        "why_unassigned": {"problem": problem, "plan": plan, "order": "A1"},
        "evaluate": {"problem": problem, "plan": plan},
        "evaluate_actual": {"problem": problem, "actual": came},
        "judge_orders": {"problem": problem, "actual": came},
        "minimal_reasons": {**asked, "plan": plan},
        "order_request": {"catalog": services, "service": services.entries[0].code},
        "estimate_request": {"catalog": services, "service": services.entries[0].code},
        "estimate": {"prices": prices, "request": desk.estimate_request(services, services.entries[0].code)},
        "quote": {"prices": prices, "request": paidan.pricing.QuoteFacts(items=[paidan.pricing.Item(code="S3-105")])},
        "bill": {"quote": quote, "outcome": "fixed"},
        "audit": {
            "bill": paidan.pricing.bill(quote, "fixed"),
            "charges": [paidan.pricing.Charge(line="S3-105", amount=paidan.Money(1))],
        },
        "verdict": {"policies": policies, "calendar": calendar, "claim": claim},
        "counterfactual": {"policies": policies, "calendar": calendar, "claim": claim},
        "certificate": {
            "policies": policies,
            "calendar": calendar,
            "request": paidan.warranty.CertificateRequest(order="A1", category="appliance", service_date=served),
        },
        "last_days": {"start": served, "term": 3, "unit": "months", "calendar": calendar},
        "decide": {"table": rules, "facts": {"服务": "维修", "里程": 7, "日期": served, "加急": False}},
        "lint_rules": {"table": rules},
        "evaluate_model": {
            "model": paidan.rules.DecisionModel.from_dmn(DMN),
            "facts": {"km": 2},
        },
        "assign": {"input": square},
        "shortages": {"input": square},
        "problem": {"orders": orders, "technicians": people.encode(), "zone": "Asia/Shanghai"},
        "rewrite": {"problem": problem},
        "catalog": {"table": table["catalog"]},
        "mapping": {"table": "类别,描述,编码,理由\nA,B,F1,same\n"},
        "prices": {"table": table["prices"], "rules": table["price_rules"], "id": "published"},
        "policies": {"table": table["policies"]},
        "calendar": {
            "announcements": [(DATA / "holidays-cn" / "2024.json").read_bytes()],
            "statutory": (DATA / "holidays-cn" / "statutory.csv").read_bytes(),
        },
        "actual": {"table": visits, "zone": "Asia/Shanghai"},
        "fit_travel": {"table": drives, "zone": "Asia/Shanghai"},
        "roads": {"nodes": "node,lat,lon\na,39.9,116.4\nb,39.91,116.4\n", "edges": "from,to,metres\na,b,1110\n"},
        "notices": {"problem": problem},
        "columns": {"table": "orders"},
        "objective": {"preset": "fair"},
        "lint_catalog": {"catalog": services, "prices": prices, "policies": policies},
        "replay": {"trace": quote.trace, "currency": "CNY"},
        "validate": {"kind": "plan", "document": plan.to_json()},
        "schema": {"kind": "plan"},
    }


DMN = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" id="m" namespace="n">
  <inputData id="i" name="km"><variable name="km" typeRef="number"/></inputData>
  <decision id="d" name="fee"><variable name="fee" typeRef="number"/>
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>0.1 + 0.2 + km</text></literalExpression></decision>
</definitions>
"""


# ---------------------------------------------------------------- the command line


@pytest.mark.parametrize("name", NAMES)
def test_every_argument_is_a_flag_in_the_help_of_its_operation(name: str) -> None:
    text = program(name, "--help")
    operation = TABLE[NAMES.index(name)]
    assert operation["en"] in text
    assert operation["zh"] in text
    assert f"  {name} " in program("--help")
    for field in operation["fields"]:
        flag = "--" + field["name"].replace("_", "-")
        found = re.search(rf"^ +{flag}\b(.*)$", text, re.MULTILINE)
        assert found, flag
        assert field["required"] == found[1].endswith("(required)"), flag
        assert field["en"] in text
        assert field["zh"] in text


def test_python_and_serve_give_the_same_answers() -> None:
    problem = make_problem(4)
    session = desk.Session()

    def ask(**request: Any) -> dict[str, Any]:
        reply: dict[str, Any] = json.loads(session.answer(json.dumps(request)))
        return reply

    loaded = ask(do="load", kind="problem", document=json.loads(problem.to_json()))
    assert loaded["handle"] == "problem1"
    planned = ask(do="plan", problem="problem1", iterations=5, seed=3, keep=True)
    assert planned["handle"] == "plan2"
    plan = paidan.plan(problem, iterations=5, seed=3)
    assert planned["result"] == json.loads(plan.to_json())
    assert ask(do="list")["result"] == {"problem": ["problem1"], "plan": ["plan2"]}
    why = ask(do="why_not", problem="problem1", plan="plan2", order="A0", technician="wang", lang="en")
    answer = paidan.why_not(problem, plan, "A0", "wang")
    assert why["result"] == json.loads(answer.to_json())
    assert why["text"] == paidan.render.why_not(problem, answer, language="en")
    report = ask(do="evaluate", problem="problem1", plan="plan2")
    assert report["result"] == json.loads(paidan.evaluate(problem, plan).to_json())
    refused = ask(do="why_refused", problem="problem1", order="A0", technician="wang")
    assert refused["result"] == json.loads(paidan.why_refused(problem, "A0", "wang").to_json())
    unknown = ask(id=9, do="pln")
    assert (unknown["id"], unknown["ok"]) == (9, False)
    assert unknown["errors"][0]["code"] == "unknown_operation"
    assert unknown["errors"][0]["message"].endswith("did you mean 'plan'?")
    assert not json.loads(session.answer("no JSON"))["ok"]


def test_a_session_keeps_to_its_types() -> None:
    with pytest.raises(TypeError):
        desk.Session().answer(5)  # type: ignore[arg-type]


def test_a_road_network_gives_the_matrix_of_a_profile() -> None:
    places = [paidan.GeoPoint(lat=39.90, lon=116.40 + n / 100) for n in range(3)]
    week = paidan.Problem(
        zone="Asia/Shanghai",
        locations=[paidan.Location(id=f"p{n}", point=point) for n, point in enumerate(places)],
        technicians=[
            paidan.Technician(id="w", home="p0", shifts=[paidan.Shift(id="mon", start=at(9), end=at(17))]),
        ],
        orders=[],
    )
    there = [paidan.RoadEdge(from_=n, to=n + 1, decimetres=9_000, metres_per_hour=30_000) for n in range(2)]
    back = [paidan.RoadEdge(from_=1, to=0, decimetres=9_000, metres_per_hour=10_000)]
    matrix = paidan.road_matrix(week, paidan.RoadData(nodes=places, edges=there + back))
    assert matrix.seconds.tolist() == [[0, 108, 216], [324, 0, 108], [-1, -1, 0]]
    assert matrix.metres[0].tolist() == [0, 900, 1800]
    by_road = week.with_(profiles=[paidan.TravelProfile(id="car", matrix=matrix)])
    assert by_road.travel("p0", "p2") == (dt.timedelta(seconds=216), 1800)
    elsewhere = [paidan.GeoPoint(lat=40.90, lon=116.40), paidan.GeoPoint(lat=40.91, lon=116.40)]
    with pytest.raises(paidan.InvalidInput) as caught:
        paidan.road_matrix(week, paidan.RoadData(nodes=elsewhere, edges=there[:1]))
    assert [error.code for error in caught.value.errors] == ["far_from_road"] * 3
    nowhere = week.with_(
        locations=[*week.locations, paidan.Location(id="p3")],
        profiles=[paidan.TravelProfile(id="car", matrix=paidan.MatrixData([[0] * 4] * 4))],
    )
    with pytest.raises(paidan.InvalidInput) as caught:
        paidan.road_matrix(nowhere, paidan.RoadData(nodes=places, edges=[]))
    assert [(error.code, error.path) for error in caught.value.errors] == [("missing", "locations[3].point")]

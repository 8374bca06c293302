"""What Tab, inspect and help() say of everything public, and what a wrong call is told."""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import io
import pathlib
import pickle
import pydoc
from collections.abc import Callable, Iterator
from typing import Any

import paidan
import pytest
from city import make_problem
from paidan import _paidan

MODULES = [
    "paidan",
    *(f"paidan.{name}" for name in ("catalog", "desk", "frames", "pricing", "render", "rules", "warranty")),
]
STUB = pathlib.Path(__file__).parents[2] / "bindings" / "python" / "paidan" / "_paidan.pyi"


def public() -> Iterator[tuple[str, Any]]:
    """Every public class, function and method of the package."""
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        for name in getattr(module, "__all__", None) or [one for one in vars(module) if not one.startswith("_")]:
            thing = getattr(module, name)
            if not callable(thing) or getattr(thing, "__module__", "").partition(".")[0] not in ("paidan", None, ""):
                continue
            yield f"{module_name}.{name}", thing
            if isinstance(thing, type) and not issubclass(thing, (enum.Enum, BaseException)):
                for key in vars(thing):
                    if not key.startswith("_") and callable(getattr(thing, key)):
                        yield f"{module_name}.{name}.{key}", getattr(thing, key)


PUBLIC = dict(public())


def test_everything_public_is_looked_at() -> None:
    assert len(PUBLIC) > 400
    assert {"paidan.Order", "paidan.assign", "paidan.Problem.with_", "paidan.render.quote", "paidan.desk.plan"} <= set(
        PUBLIC
    )


@pytest.mark.parametrize("place", PUBLIC)
def test_inspect_and_help_read_it(place: str) -> None:
    thing = PUBLIC[place]
    signature = inspect.signature(thing)
    for parameter in signature.parameters.values():
        assert not parameter.name.startswith("arg"), signature
        assert parameter.kind is not inspect.Parameter.VAR_POSITIONAL, signature
    if isinstance(thing, type) and issubclass(thing, (enum.Enum, BaseException)):
        return  # Python's own members have Python's own words
    text = pydoc.plain(pydoc.render_doc(thing))
    for own in ("__new__(*args, **kwargs)", "__init__(self, /, *args, **kwargs)"):  # Python's, as dict has them
        text = text.replace(own, "")
    for noise in ("arg0", "*args", "**kwargs", "Overloaded function", "::", "SupportsInt", "_paidan."):
        assert noise not in text, text


def stub_arguments(node: ast.FunctionDef) -> list[tuple[str, bool]]:
    """(name, may it be left out) of every argument but self."""
    given = node.args
    positional = [*given.posonlyargs, *given.args]
    defaults: list[Any] = [None] * (len(positional) - len(given.defaults)) + list(given.defaults)
    both = [*zip(positional, defaults, strict=True), *zip(given.kwonlyargs, given.kw_defaults, strict=True)]
    return [(one.arg, default is not None) for one, default in both if one.arg not in ("self", "cls")]


def stub_functions() -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    for node in ast.parse(STUB.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, stub_arguments(node)
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for item in node.body:
                if not isinstance(item, ast.FunctionDef):
                    continue
                if item.name == "__init__":
                    yield node.name, stub_arguments(item)
                elif not item.name.startswith("_") and not any(map(is_property, item.decorator_list)):
                    yield f"{node.name}.{item.name}", stub_arguments(item)


def is_property(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Attribute) or (isinstance(decorator, ast.Name) and decorator.id == "property")


@pytest.mark.parametrize(
    ("place", "arguments"), list(stub_functions()), ids=lambda one: one if isinstance(one, str) else ""
)
def test_what_runs_and_what_type_checkers_see_have_the_same_arguments(
    place: str, arguments: list[tuple[str, bool]]
) -> None:
    if place.startswith("sheet_"):
        pytest.skip("called by paidan.frames only")
    thing: Any = _paidan
    for part in place.split("."):
        thing = getattr(thing, part)
    given = list(inspect.signature(thing).parameters.values())
    if inspect.isfunction(thing) and "." in place:  # a method in Python, whatever it calls its object
        given = given[1:]
    seen = [
        (one.name, one.default is not inspect.Parameter.empty)
        for one in given
        if one.name != "self" and one.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    assert sorted(seen) == sorted(arguments)


def test_defaults_are_what_they_are() -> None:
    order = inspect.signature(paidan.Order).parameters
    assert order["priority"].default == 0
    assert order["id"].default is inspect.Parameter.empty
    assert order["skills"].default == ()
    assert order["id"].kind is inspect.Parameter.KEYWORD_ONLY
    assert inspect.signature(paidan.GeoPoint).parameters["datum"].default == "wgs84"
    assert str(inspect.signature(paidan.desk.plan)).startswith("(problem, *, seed=None")
    assert str(inspect.signature(paidan.render.quote)) == "(quote, *, language='zh', names=None)"
    assert paidan.render.quote.__name__ == "quote"


# ---------------------------------------------------------------- a wrong call


def told(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(paidan.WrongArgument) as caught:
        call()
    assert isinstance(caught.value, TypeError)
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.errors == caught.value.errors
    assert again.message("zh") == caught.value.message("zh")
    assert str(caught.value) == caught.value.message("en")
    return str(caught.value), caught.value.message("zh")


any_: Any = paidan  # what type checkers would refuse


@pytest.mark.parametrize(
    ("call", "en", "zh"),
    [
        (
            lambda: any_.Order(id="A", location="L", servce=1),
            "Order() has no 'servce', did you mean 'service'?",
            "Order()没有参数“servce”,是否为“service”?",
        ),
        (lambda: any_.Order(), "Order() needs 'id', 'location'", "Order()缺少参数“id”、“location”"),
        (
            lambda: any_.Order("A"),
            "Order() takes keyword arguments only, e.g. Order(id=...)",
            "Order()只接受关键字参数,如Order(id=...)",
        ),
        (
            lambda: any_.SkillLevel("gas"),
            "SkillLevel() takes keyword arguments only, e.g. SkillLevel(skill=...)",
            "SkillLevel()只接受关键字参数,如SkillLevel(skill=...)",
        ),
        (
            lambda: any_.Order(id="A", location="L", priority="high"),
            "Order.priority must be int, not str",
            "Order.priority应为int,实为str",
        ),
        (
            lambda: any_.Order(id="A", location="L", skills=[5]),
            "Order.skills[0] must be SkillLevel, not int",
            "Order.skills[0]应为SkillLevel,实为int",
        ),
        (
            lambda: any_.Order(id="A", location="L", tools="saw"),
            "Order.tools must be a list of str, not str",
            "Order.tools应为由str组成的列表,实为str",
        ),
        (
            lambda: any_.plan(make_problem(1), iteration=3),
            "plan() has no 'iteration', did you mean 'iterations'?",
            "plan()没有参数“iteration”,是否为“iterations”?",
        ),
        (lambda: any_.plan(), "plan() needs 'problem'", "plan()缺少参数“problem”"),
        (lambda: any_.plan("x"), "problem must be paidan.Problem, not str", "problem应为paidan.Problem,实为str"),
        (
            lambda: any_.assign([[1]], unasigned=3),
            "assign() has no 'unasigned', did you mean 'unassigned'?",
            "assign()没有参数“unasigned”,是否为“unassigned”?",
        ),
        (lambda: any_.assign(), "assign() needs 'costs'", "assign()缺少参数“costs”"),
        (
            lambda: any_.assign([[1]], 3, 4),
            "assign() takes 1 positional arguments, the others by name",
            "assign()只接受1个位置参数,其余须写明名称",
        ),
        (lambda: any_.assign([[1]], costs=[[1]]), "'costs' is given twice", "“costs”给了两次"),
        (lambda: any_.Money(), "Money() needs 'amount'", "Money()缺少参数“amount”"),
        (lambda: any_.Money("1", currency=5), "currency must be str, not int", "currency应为str,实为int"),
        (
            lambda: any_.Money("1", curency="CNY"),
            "Money() has no 'curency', did you mean 'currency'?",
            "Money()没有参数“curency”,是否为“currency”?",
        ),
        (
            lambda: any_.Calendar.load(folders="x"),
            "load() has no 'folders', did you mean 'folder'?",
            "load()没有参数“folders”,是否为“folder”?",
        ),
        (
            lambda: make_problem(1).with_(ordrs=[]),  # type: ignore[call-arg]
            "Problem() has no 'ordrs', did you mean 'orders'?",
            "Problem()没有参数“ordrs”,是否为“orders”?",
        ),
        (
            lambda: any_.render.quote("x"),
            "quote must be paidan.pricing.Quote, not str",
            "quote应为paidan.pricing.Quote,实为str",
        ),
        (
            lambda: any_.rules.DecisionTable.from_csv("x", tex="y"),
            "from_csv() has no 'tex'",
            "from_csv()没有参数“tex”",
        ),
        (
            lambda: any_.MatchReview(make_problem(1), capacty=2),
            "MatchReview() has no 'capacty', did you mean 'capacity'?",
            "MatchReview()没有参数“capacty”,是否为“capacity”?",
        ),
    ],
)
def test_a_wrong_call_is_told_in_both_languages(call: Callable[[], object], en: str, zh: str) -> None:
    english, chinese = told(call)
    assert english.startswith(en)
    assert chinese.startswith(zh)
    for noise in ("incompatible", "argument types are supported", "object at 0x"):
        assert noise not in english


def test_no_function_of_the_module_lists_cpp_types() -> None:
    """Every public function, called with a keyword nobody knows and with nothing at all."""
    listed = []
    for place, thing in PUBLIC.items():
        if place.startswith("paidan.frames") or (isinstance(thing, type) and issubclass(thing, BaseException)):
            continue
        for keywords in ({}, {"no_such_argument": 1}):
            try:
                thing(**keywords)
            except Exception as wrong:  # what it is does not matter, what it says does
                if "incompatible" in str(wrong) or "supported" in str(wrong):
                    listed.append((place, str(wrong)))
    assert listed == []


def test_help_of_the_package_prints() -> None:
    out = io.StringIO()
    pydoc.Helper(output=out).help(paidan.Order)
    assert "Order(*, id, location, name=''" in out.getvalue()


@pytest.mark.parametrize(
    "thing", [paidan.plan, paidan.assign, paidan.day_of, paidan.desk.verdict, paidan.render.quote, paidan.Problem.with_]
)
def test_help_says_nothing_of_how_it_is_bound(thing: Any) -> None:
    out = io.StringIO()
    pydoc.Helper(output=out).help(thing)
    assert [word for word in ("pybind11", "_paidan", "desk_", "*args", "instance\n") if word in out.getvalue()] == []

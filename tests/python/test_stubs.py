"""What type checkers see is what the module has."""

import ast
import os
import pathlib
import subprocess
import sys

import paidan
import pytest
from paidan import _paidan

BINDINGS = pathlib.Path(__file__).parents[2] / "bindings" / "python"


def test_the_stub_is_what_the_generator_writes() -> None:
    result = subprocess.run(
        [sys.executable, str(BINDINGS / "stubs" / "generate.py"), "--check"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert result.returncode == 0, result.stderr


def test_the_stub_names_everything_the_module_has_and_nothing_else() -> None:
    tree = ast.parse((BINDINGS / "paidan" / "_paidan.pyi").read_text(encoding="utf-8"))
    stub: dict[str, set[str]] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            stub[node.name] = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
        elif isinstance(node, ast.FunctionDef):
            stub[node.name] = set()
        elif (
            isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and not node.target.id.startswith("_")
        ):
            stub[node.target.id] = set()
    stub.pop("__version__", None)
    module = {name for name in vars(_paidan) if not name.startswith("_")}
    assert set(stub) == module
    for name, methods in stub.items():
        cls = getattr(_paidan, name)
        if not isinstance(cls, type) or issubclass(cls, str):
            continue
        public = {key for key in vars(cls) if not key.startswith("_")}
        assert public == {method for method in methods if not method.startswith("_")}, name


@pytest.mark.parametrize(
    "name",
    [
        "paidan",
        "paidan.catalog",
        "paidan.desk",
        "paidan.frames",
        "paidan.pricing",
        "paidan.render",
        "paidan.rules",
        "paidan.warranty",
    ],
)
def test_everything_public_is_there_and_documented(name: str) -> None:
    import importlib

    module = importlib.import_module(name)
    assert module.__doc__
    for item in getattr(module, "__all__", []):
        thing = getattr(module, item)
        assert isinstance(thing, (str, int)) or thing.__doc__, item
    assert set(getattr(module, "__all__", [])) <= set(dir(module))


def test_every_class_and_what_it_offers_is_documented() -> None:
    bare = []
    for name, cls in vars(_paidan).items():
        if name.startswith("_") or not isinstance(cls, type) or issubclass(cls, str):
            continue
        members = {f"{name}.{key}": value for key, value in vars(cls).items() if not key.startswith("_")}
        for place, thing in {name: cls, **members}.items():
            if not (thing.__doc__ or "").strip():
                bare.append(place)
    assert bare == []


def test_an_unknown_name_of_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'pln'"):
        paidan.pln  # noqa: B018


def test_the_module_exports_only_its_entry_point() -> None:
    import shutil

    if shutil.which("nm") is None:
        pytest.skip("no nm here")
    symbols = subprocess.run(
        ["nm", "-D", "--defined-only", _paidan.__file__], capture_output=True, text=True, check=True
    ).stdout
    assert [line.split()[-1] for line in symbols.splitlines()] == ["PyInit__paidan"]

"""Writes the stubs of the package: what is described from the module itself, the rest of _paidan.pyi from head.pyi.in.

    PYTHONPATH=build/default/python python bindings/python/stubs/generate.py [--check]

A test runs it with --check, so the stubs cannot fall behind the module.
"""

from __future__ import annotations

import enum
import importlib
import pathlib
import re
import subprocess
import sys
import types

from paidan import _errors, _paidan

here = pathlib.Path(__file__).parent
package = here.parent / "paidan"
# Modules that show what stands in the compiled one (paidan/_rooms.py).
ROOMS = ["paidan", *(f"paidan.{name}" for name in ("catalog", "desk", "pricing", "render", "rules", "warranty"))]

PLOT = '    def plot(self, *, ax: Axes | None = None, language: Language | str = "zh") -> Axes: ...\n'

# What a described class has beyond its fields.
extra = {
    "Cost": "    @property\n    def total(self) -> int: ...\n",
    "Plan": """    @property
    def interrupted(self) -> bool: ...
    def to_frame(self) -> pd.DataFrame: ...
    def _repr_html_(self) -> str: ...
"""
    + PLOT,
    "Report": PLOT,
}


def quoted(doc: str) -> str:
    return '"""' + doc.replace("\\", "\\\\").replace('"""', "'''") + '"""'


def described() -> str:
    text = []
    results = set(_paidan.results())
    for _, name, fields in _paidan.describe():
        at_border = name in results
        ordered_value = "__lt__" in vars(getattr(_paidan, name))  # which nobody changes in place
        settable = [field for field in fields if field[6]]
        lines = [f"class {name}:"]
        doc = (getattr(_paidan, name).__doc__ or "").split("\n")[0]
        lines.append(f"    {quoted(doc)}")
        if not at_border:  # results are made by operations and readers
            arguments = ["self", "*"] if settable else ["self"]
            ordered = sorted(settable, key=lambda field: not field[3])
            arguments += [f"{field[0]}: {field[4]}" + ("" if field[3] else " = ...") for field in ordered]
            lines.append(f"    def __init__({', '.join(arguments)}) -> None: ...")
        for field, _, field_doc, _, type_in, type_out, can_be_set in fields:
            kept = "Problem" if at_border and field == "problem" else type_out
            lines.append("    @property")
            lines.append(f"    def {field}(self) -> {kept}:")
            lines.append(f"        {quoted(field_doc)}")
            if can_be_set and kept == type_out and not ordered_value:
                lines.append(f"    @{field}.setter")
                lines.append(f"    def {field}(self, value: {type_in}) -> None: ...")
        changes = ["self", "*"] + [f"{field[0]}: {field[4]} = ..." for field in settable if field[0] != "problem"]
        if not at_border:
            lines.append(f"    def with_({', '.join(changes)}) -> {name}: ...")
        lines.append("    def to_dict(self) -> dict[str, Any]: ...")
        if hasattr(getattr(_paidan, name), "from_json"):
            lines.append("    def to_json(self, *, indented: bool = True) -> str: ...")
            lines.append("    @staticmethod")
            owner = "problem: Problem, " if at_border else ""
            lines.append(f"    def from_json({owner}text: str) -> {name}: ...")
        lines.append("    def __eq__(self, other: object) -> bool: ...")
        if ordered_value:
            lines += [f"    def __{sign}__(self, other: {name}) -> bool: ..." for sign in ("lt", "le", "gt", "ge")]
        if name == "Plan" or ordered_value:
            lines.append("    def __hash__(self) -> int: ...")
        else:
            lines.append("    __hash__: ClassVar[None]  # type: ignore[assignment]")
        lines.append(f"    def __copy__(self) -> {name}: ...")
        lines.append(f"    def __deepcopy__(self, memo: dict[int, Any]) -> {name}: ...")
        text.append("\n".join(lines) + "\n" + extra.get(name, ""))
    return "\n".join(text)


# Classes that Python shows in a submodule stand in the module itself.
def flat(kind: str) -> str:
    return re.sub(r"\b(?:catalog|pricing|warranty|rules)\.(?=[A-Z])", "", kind)


def operations() -> str:
    """Required arguments also by position, the others by name."""
    text = []
    for name, doc, answer, arguments in _paidan.desk_table():
        required = [f"{one[0]}: {flat(one[1])}" for one in arguments if one[3]]
        others = [f"{one[0]}: {flat(one[1])} = ..." for one in arguments if not one[3]]
        signature = ", ".join(required + (["*", *others] if others else []))
        first = doc.split("\n")[0]
        text.append(f"def desk_{name}({signature}) -> {flat(answer)}:\n    {quoted(first)}\n")
    return "\n".join(text)


def match_options() -> str:
    arguments = next(one[3] for one in _paidan.desk_table() if one[0] == "match")
    return ", ".join(f"{one[0]}: {one[1]} = ..." for one in arguments if not one[3])


def enums() -> str:
    text = []
    for name, value in sorted(vars(_paidan).items()):
        if isinstance(value, type) and issubclass(value, enum.StrEnum):
            members = "\n".join(f"    {member.name} = {str(member.value)!r}" for member in value)
            text.append(f"class {name}(StrEnum):\n    {quoted(value.__doc__ or '')}\n{members}\n")
    return "\n".join(text)


def validated_arguments(data: str) -> tuple[str, str]:
    for _, name, fields in _paidan.describe():
        if name == data:
            ordered = sorted(fields, key=lambda field: not field[3])
            init = ", ".join(f"{field[0]}: {field[4]}" + ("" if field[3] else " = ...") for field in ordered)
            return init, ", ".join(f"{field[0]}: {field[4]} = ..." for field in fields)
    raise KeyError(data)


def split_arguments(arguments: str) -> list[str]:
    """At commas outside brackets."""
    return re.findall(r"(?:[^,\[\]]|\[[^\]]*\])+", arguments.replace(", ", ","))


def render() -> str:
    head = (here / "head.pyi.in").read_text(encoding="utf-8")
    head = re.sub(r"\$INIT\((\w+)\)", lambda found: validated_arguments(found[1])[0], head)
    head = re.sub(r"\$CHANGES\((\w+)\)", lambda found: validated_arguments(found[1])[1], head)
    head = head.replace("$MATCH_OPTIONS", match_options()).replace(
        "$OPERATIONS", operations().replace(" Mapping[", " _Mapping[")
    )
    # Problem's origin may be left out, ProblemData's may not.
    for mark, arguments in zip(("$INIT_PROBLEM", "$CHANGES_PROBLEM"), validated_arguments("ProblemData"), strict=True):
        rest = [argument for argument in split_arguments(arguments) if not argument.startswith("origin:")]
        head = head.replace(mark, ", ".join(rest))
    return head.replace("$ENUMS", enums()).replace("$DESCRIBED", described().replace(" Mapping[", " _Mapping["))


def room(module: types.ModuleType) -> str:
    """What a module of the package shows, each under its own name."""
    places = {id(value): name for name, value in vars(_paidan).items() if callable(value)}
    text = []
    for name in module.__all__:
        value = getattr(module, name)
        if isinstance(value, types.ModuleType):
            text.append(f"from . import {name} as {name}")
        elif value in (_errors.Error, _errors.InvalidInput, _errors.Notice, _errors.WrongArgument):
            text.append(f"from ._errors import {name} as {name}")
        else:
            text.append(f"from ._paidan import {places.get(id(getattr(value, '__wrapped__', value)), name)} as {name}")
    return "\n".join([*text, "", f"__all__ = {module.__all__!r}", ""])


def formatted(target: pathlib.Path, text: str) -> str:
    for command in (["check", "--select", "I,RUF022", "--fix-only"], ["format"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--stdin-filename", str(target), "-"]
        text = subprocess.run(ruff, input=text, capture_output=True, text=True, check=True, cwd=here).stdout
    return text


def main() -> None:
    stubs = {"_paidan": render()} | {name.rpartition(".")[2]: room(importlib.import_module(name)) for name in ROOMS}
    for name, text in stubs.items():
        target = package / f"{'__init__' if name == 'paidan' else name}.pyi"
        kept = formatted(target, text)
        if "--check" not in sys.argv[1:]:
            target.write_text(kept, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != kept:
            sys.exit(f"{target.name} is out of date: run bindings/python/stubs/generate.py")


if __name__ == "__main__":
    main()

"""Writes paidan/_paidan.pyi: described classes and enums from the module itself, the rest from head.pyi.in.

    PYTHONPATH=build/default/python python bindings/python/stubs/generate.py [--check]

A test runs it with --check, so the stub cannot fall behind the module.
"""

from __future__ import annotations

import enum
import pathlib
import re
import subprocess
import sys

from paidan import _paidan

here = pathlib.Path(__file__).parent
target = here.parent / "paidan" / "_paidan.pyi"

# What a described class has beyond its fields.
documents = {
    "ProblemData", "CatalogData", "MappingData", "PriceBookData", "EstimateRequest", "Estimate", "QuoteFacts", "Quote", "Bill",
    "Audit", "PolicySetData", "Claim", "Verdict", "CertificateRequest", "Certificate",
}  # fmt: skip
documents_of_problem = {"Match", "PairAnswer", "WhyNot", "Unassigned"}
# match() and MatchReview() take the same.
match_options = """\
        capacity: int = 1,
        load_step: int = 600000,
        max_candidates: int = 0,
        price_out: bool = True,
        weights: Weights | None = None,
        tier_floors: Iterable[int] = (),
        forced: Iterable[tuple[str, _Technician]] = (),
        forbidden: Iterable[tuple[str, _Technician]] = (),
        must_serve: Iterable[str] = (),
        canonical: bool = False,"""
extra = {
    "Cost": "    @property\n    def total(self) -> int: ...\n",
    "Report": "    @property\n    def valid(self) -> bool: ...\n",
}


def quoted(doc: str) -> str:
    return '"""' + doc.replace("\\", "\\\\").replace('"""', "'''") + '"""'


def described() -> str:
    text = []
    for _, name, fields in _paidan.describe():
        lines = [f"class {name}:"]
        doc = (getattr(_paidan, name).__doc__ or "").split("\n")[0]
        lines.append(f"    {quoted(doc)}")
        arguments = ["self", "*"]
        ordered = sorted(fields, key=lambda field: not field[3])
        arguments += [f"{field[0]}: {field[4]}" + ("" if field[3] else " = ...") for field in ordered]
        lines.append(f"    def __init__({', '.join(arguments)}) -> None: ...")
        for field, _, field_doc, _, type_in, type_out in fields:
            lines.append("    @property")
            lines.append(f"    def {field}(self) -> {type_out}:")
            lines.append(f"        {quoted(field_doc)}")
            lines.append(f"    @{field}.setter")
            lines.append(f"    def {field}(self, value: {type_in}) -> None: ...")
        changes = ["self", "*"] + [f"{field[0]}: {field[4]} = ..." for field in fields]
        lines.append(f"    def with_({', '.join(changes)}) -> {name}: ...")
        lines.append("    def to_dict(self) -> dict[str, Any]: ...")
        if name in documents:
            lines.append("    def to_json(self, *, indented: bool = True) -> str: ...")
            lines.append("    @staticmethod")
            lines.append(f"    def from_json(text: str) -> {name}: ...")
        if name in documents_of_problem:
            lines.append("    def to_json(self, problem: Problem, *, indented: bool = True) -> str: ...")
        lines.append("    def __eq__(self, other: object) -> bool: ...")
        lines.append("    __hash__: ClassVar[None]  # type: ignore[assignment]")
        lines.append(f"    def __copy__(self) -> {name}: ...")
        lines.append(f"    def __deepcopy__(self, memo: dict[int, Any]) -> {name}: ...")
        text.append("\n".join(lines) + "\n" + extra.get(name, ""))
    return "\n".join(text)


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
    head = head.replace("$MATCH_OPTIONS", match_options)
    # Problem's origin may be left out, ProblemData's may not.
    for mark, arguments in zip(("$INIT_PROBLEM", "$CHANGES_PROBLEM"), validated_arguments("ProblemData"), strict=True):
        rest = [argument for argument in split_arguments(arguments) if not argument.startswith("origin:")]
        head = head.replace(mark, ", ".join(rest))
    text = head.replace("$ENUMS", enums()).replace("$DESCRIBED", described().replace(" Mapping[", " _Mapping["))
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(target), "-"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True, cwd=here).stdout


def main() -> None:
    text = render()
    if "--check" in sys.argv[1:]:
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            sys.exit(f"{target.name} is out of date: run bindings/python/stubs/generate.py")
        return
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""errors.py ROOT: each code of an error is declared once, and an out-of-range error is made in one place."""

import re
import sys
from collections import defaultdict
from pathlib import Path

DECLARED = re.compile(r'\bErrorKind \w+\{\s*"(\w+)"')
# What Python code raises: a list of kinds, and one function that makes an error of a code.
PYTHON = "bindings/python/src/core.cpp"
LISTED = re.compile(r'^    \{"(\w+)",', re.MULTILINE)
# The only places that may name the kind: everything else goes through the functions of ranges.hpp.
RANGES = ("include/paidan/core/ranges.hpp", "include/paidan/core/error.hpp", PYTHON)


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    places: dict[str, list[str]] = defaultdict(list)
    wrong: list[str] = []
    for folder in ("include", "src", "bindings"):
        for path in sorted((root / folder).rglob("*.[chi]pp")):
            text = path.read_text(encoding="utf-8")
            name = path.relative_to(root).as_posix()
            for code in DECLARED.findall(text) + (LISTED.findall(text) if name == PYTHON else []):
                places[code].append(name)
            if "errors::out_of_range" in text and name not in RANGES:
                wrong.append(f"{name}: say it with core/ranges.hpp")
    wrong += [f"{code} is declared in {' and '.join(where)}" for code, where in places.items() if len(where) > 1]
    if len(places) < 150:
        wrong.append(f"only {len(places)} codes were found: has their form changed?")
    print(*wrong, sep="\n")
    print(f"errors: {len(places)} codes, {len(wrong)} wrong")
    return 1 if wrong else 0


sys.exit(main())

"""fwd.py ROOT [--write]: each room's fwd.hpp declares the types of that room's headers for hosts, all of them and no others."""

import re
import sys
from pathlib import Path

OPEN = re.compile(r"^(?:inline )?namespace ([\w:]+)(?: PAIDAN_ABI)? \{$")
CLOSE = re.compile(r"^\}  // namespace (\S+)")
TYPE = re.compile(r"^(struct|class|enum class) (?:PAIDAN_EXPORT )?(\w+)(?: final)?(?: : ([\w: ]+?))?(?: \{.*|)$")


def types_of(path: Path) -> list[tuple[str, str]]:
    """(namespace inside paidan, declaration) of each type that stands in no other and is no template."""
    found = []
    inside: list[str] = []
    before = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("namespace paidan"):
            continue
        if opened := OPEN.match(line):
            inside.append(opened[1])
        elif inside and (CLOSE.match(line) or (line == "}" and inside[-1].endswith("_detail"))):
            inside.pop()
        elif (declared := TYPE.match(line)) and not before.startswith("template") and not re.match(r"^[\w ]+;$", line):
            kind, name, base = declared.groups()
            suffix = f" : {base}" if kind == "enum class" and base else ""
            found.append(("::".join(inside), f"{kind} {name}{suffix};"))
        before = line
    return [(space, text) for space, text in found if "detail" not in space and space != "errors"]


def forward(room: Path) -> str:
    declared: dict[str, set[str]] = {}
    for path in room.rglob("*.hpp"):
        if "detail" not in path.parts and path.name not in ("fwd.hpp", "fields.hpp"):
            for space, text in types_of(path):
                declared.setdefault(space, set()).add(text)
    if not declared:
        return ""
    lines = [
        f"// The types of the room `{room.name}`, declared. Kept by tests/rooms/fwd.py --write.",
        "#pragma once",
        "",
    ]
    lines += ["#include <paidan/config.hpp>", ""]
    if any(": std::" in text for texts in declared.values() for text in texts):
        lines += ["#include <cstdint>", ""]
    lines += ["namespace paidan::inline PAIDAN_ABI {", ""]
    for space in sorted(declared):
        body = sorted(
            declared[space], key=lambda text: (text.split()[-1] if ":" not in text else text.split()[2], text)
        )
        lines += [f"namespace {space} {{", *body, f"}}  // namespace {space}", ""] if space else [*body, ""]
    lines += ["}  // namespace paidan::inline PAIDAN_ABI", ""]
    return "\n".join(lines)


def main() -> int:
    root = Path(sys.argv[1]).resolve() / "include" / "paidan"
    write = "--write" in sys.argv
    wrong = 0
    for room in sorted(path for path in root.iterdir() if path.is_dir()):
        place, text = room / "fwd.hpp", forward(room)  # a room of functions alone has none
        if write and text:
            place.write_text(text, encoding="utf-8")
        elif (place.read_text(encoding="utf-8") if place.exists() else "") != text:
            print(f"{place}: differs from the room's headers; run tests/rooms/fwd.py . --write")
            wrong += 1
    print(f"fwd: {wrong} rooms wrong")
    return 1 if wrong else 0


sys.exit(main())

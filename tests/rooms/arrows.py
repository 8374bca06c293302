"""arrows.py ROOT: every include points along the arrows, and only .ipp files use the heavy libraries."""

import re
import sys
from pathlib import Path

# Direct arrows; a room may also include what these reach.
ARROWS: dict[str, tuple[str, ...]] = {
    "core": (),
    "syntax": ("core",),
    # the wing of people
    "catalog": ("core",),
    "travel": ("core",),
    "assign": ("core",),
    "model": ("travel",),
    "check": ("model",),
    "constraints": ("model",),
    "routing": ("constraints",),
    "matching": ("constraints", "assign"),
    "dispatch": ("matching", "routing"),
    "board": ("dispatch", "quality"),
    "simulate": ("board",),
    # the wing of money
    "rules": ("core",),
    "ledger": ("core",),
    "pricing": ("rules", "ledger", "catalog"),
    "warranty": ("rules", "ledger", "catalog"),
    "quality": ("core",),
    "adjudicate": ("pricing", "warranty"),
    # where the wings meet
    "intake": ("dispatch", "check", "pricing", "warranty", "syntax"),
    # other people's formats
    "vroom": ("model", "syntax"),
}
# The rooms inside a room.
INNER: dict[str, dict[str, tuple[str, ...]]] = {
    "rules": {
        "feel": (),
        "language": ("feel",),
        "table": ("language",),
        "model": ("table",),
        "lint": ("table",),
        "evidence": ("model", "lint"),
    },
}
# These see every room's data, and only those that stand later in this list see them.
OUTER = ("render", "documents", "sheets", "desk")
# Nobody's surprise: which outer rooms see which.
OUTER_SEES: dict[str, tuple[str, ...]] = {
    "render": (),
    "documents": ("render",),
    "sheets": ("documents",),
    "desk": ("render", "documents", "sheets"),
}
WINGS = {
    "dispatch.hpp": (
        "core",
        "catalog",
        "travel",
        "assign",
        "model",
        "check",
        "constraints",
        "matching",
        "routing",
        "dispatch",
    ),
    "money.hpp": ("core", "catalog", "rules", "ledger", "pricing", "warranty"),
}
HEAVY = re.compile(r"^(boost/|Eigen/|fmt/|nlohmann/|pugixml|date/)")
# A public header that pulls these in makes every user's compile slow.
SLOW = {"regex", "iostream", "chrono", "thread", "format", "random", "ranges", "filesystem"}
# What the hosts of one wing include by name.
OPT_IN = re.compile(
    r"^((core/(names|border|fold|hints|ranges)|model/border|dispatch/watch)\.hpp|syntax/|documents/|sheets/|desk/|intake/|vroom/)"
)
HEADER_ONLY = re.compile(r"#if defined\(PAIDAN_HEADER_ONLY\).*?#endif", re.DOTALL)
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def reach(room: str, arrows: dict[str, tuple[str, ...]] = ARROWS) -> set[str]:
    seen = {room}
    todo = [room]
    while todo:
        for below in arrows[todo.pop()]:
            if below not in seen:
                seen.add(below)
                todo.append(below)
    return seen


def allowed(place: str, target: str, *, host: bool = True) -> bool:
    """May a file at `place` include `target`? Both are paths below paidan/ without endings: core/money, rules/table/hit.

    `host`: the file is a header that hosts include; it may not show another room's detail.
    """
    if "/" not in target:
        return target == "config"
    room, other = place.split("/", 1)[0], target.split("/", 1)[0]
    if room != other:
        if host and "detail" in target.split("/"):
            return False
        if room in OUTER:
            return other in ARROWS or other in OUTER_SEES[room]
        return other in reach(room)
    if room in INNER:
        inner, target_inner = place.split("/")[1], target.split("/")[1]
        if inner in INNER[room] and target_inner in INNER[room]:
            return target_inner in reach(inner, INNER[room])
    return True


def check_file(path: Path, place: str, host: bool) -> list[str]:
    wrong = []
    for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        if name.startswith("paidan/"):
            target = name.removeprefix("paidan/").rsplit(".", 1)[0]
            if not allowed(place, target, host=host):
                wrong.append(f"{path}: {place} may not include {name}")
            elif name.endswith(".ipp") and path.suffix == ".ipp" and target.split("/", 1)[0] != place.split("/", 1)[0]:
                wrong.append(f"{path}: definitions of another room, {name}")
            elif host and "detail" in target.split("/") and name.endswith(".hpp"):
                wrong.append(f"{path}: a header for hosts shows {name}")
        elif path.suffix == ".hpp" and HEAVY.match(name):
            wrong.append(f"{path}: only .ipp files may include {name}")
        elif path.suffix == ".hpp" and name in SLOW:
            wrong.append(f"{path}: <{name}> is too slow for a public header")
    return wrong


def headers_reached(include: Path, start: str) -> set[str]:
    """Headers that `start` brings along in the compiled flavour."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        text = HEADER_ONLY.sub("", (include / name).read_text(encoding="utf-8"))
        todo += [one.removeprefix("paidan/") for one in INCLUDE.findall(text) if one.startswith("paidan/")]
    return seen


def check_doors(include: Path) -> list[str]:
    """Each header for hosts is in an umbrella or is listed as opt-in; an umbrella shows no detail, a wing only its rooms."""
    wrong = []
    whole = headers_reached(include, "paidan.hpp")
    for name in sorted(whole):
        if "detail" in name.split("/"):
            wrong.append(f"paidan.hpp shows {name}")
    for wing, rooms in WINGS.items():
        for name in headers_reached(include, wing):
            if "/" in name and name.split("/", 1)[0] not in rooms:
                wrong.append(f"{wing} shows {name}, of no room of this wing")
    for path in sorted(include.rglob("*.hpp")):
        name = path.relative_to(include).as_posix()
        if name in whole or "detail" in path.parts or path.name in ("fields.hpp", "fwd.hpp", "format.hpp", *WINGS):
            continue
        if not OPT_IN.match(name):
            wrong.append(f"{name}: no umbrella reaches it, it is not opt-in: is it for hosts at all?")
    return wrong


def check_umbrella(path: Path) -> list[str]:
    banned = ("paidan/format.hpp",)
    names = INCLUDE.findall(path.read_text(encoding="utf-8"))
    return [f"{path}: {name} is opt-in" for name in names if name in banned or HEAVY.match(name)]


def check(root: Path) -> list[str]:
    wrong: list[str] = []
    include = root / "include" / "paidan"
    for path in sorted(include.rglob("*.[hi]pp")):
        parts = path.relative_to(include).parts
        if len(parts) == 1:
            if path.name == "paidan.hpp" or path.name in WINGS:
                wrong += check_umbrella(path)
            elif path.name not in ("config.hpp", "format.hpp", *WINGS):
                wrong.append(f"{path}: belongs to no room")
            continue
        room = parts[0]
        if room not in ARROWS and room not in OUTER:
            wrong.append(f"{path}: DESIGN knows no room '{room}'")
            continue
        place = path.relative_to(include).with_suffix("").as_posix()
        wrong += check_file(path, place, path.suffix == ".hpp" and "detail" not in parts)
        # An .ipp without a header is a part of other definitions, and they include it.
        if path.suffix == ".ipp" and not path.with_suffix(".hpp").exists():
            name = path.relative_to(root / "include").as_posix()
            if not any(
                name in INCLUDE.findall(other.read_text(encoding="utf-8")) for other in (include / room).rglob("*.ipp")
            ):
                wrong.append(f"{path}: has no .hpp beside it and no .ipp includes it")
    for path in sorted((root / "src").glob("*.cpp")):
        room = path.stem.split("_")[0]  # io_json.cpp is a part of the room io
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if not (name.startswith(f"paidan/{room}/") and name.endswith(".ipp")):
                wrong.append(f"{path}: includes {name}, not only the .ipp files of its own room")
    return wrong + check_doors(include)


def self_test() -> None:
    assert allowed("dispatch/plan", "core/money")
    assert allowed("warranty/term", "ledger/line")
    assert not allowed("warranty/term", "pricing/quote")
    assert not allowed("core/money", "travel/matrix")
    assert not allowed("dispatch/plan", "pricing/quote")
    assert not allowed("pricing/quote", "routing/route")
    assert not allowed("dispatch/plan", "documents/json")
    assert not allowed("documents/json", "sheets/rows")
    assert allowed("render/text", "warranty/claim")
    assert allowed("rules/table/table", "rules/language/expression")
    assert not allowed("rules/feel/value", "rules/language/expression")
    assert not allowed("matching/weights", "constraints/detail/pace")
    assert allowed("matching/weights", "constraints/detail/pace", host=False)


def main() -> int:
    self_test()
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    wrong = check(root)
    print(*wrong, sep="\n")
    print(f"arrows: {len(wrong)} wrong includes")
    return 1 if wrong else 0


sys.exit(main())

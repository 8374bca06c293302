"""arrows.py ROOT: every include points along the arrows, and only .ipp files use the heavy libraries."""

import re
import sys
from pathlib import Path

# Direct arrows; a room may also include what these reach.
ARROWS: dict[str, tuple[str, ...]] = {
    "core": (),
    "catalog": ("core",),
    "travel": ("core",),
    "model": ("travel",),
    "check": ("model",),
    "eligibility": ("model",),
    "matching": ("eligibility",),
    "routing": ("eligibility",),
    "dispatch": ("matching", "routing"),
    "simulate": ("dispatch",),
    "rules": ("core",),
    "pricing": ("rules", "catalog"),
    "warranty": ("rules",),
    "adjudicate": ("pricing", "warranty"),
    "quality": ("core",),
}
# Single headers that a room may include although it may not include the rest of that room.
SINGLE: dict[str, tuple[str, ...]] = {"warranty": ("pricing/line",)}
# These see every room's data, and no room sees them.
OUTER = ("render", "io")
HEAVY = re.compile(r"^(boost/|Eigen/|fmt/|nlohmann/|pugixml|date/)")
# A public header that pulls these in makes every user's compile slow.
SLOW = {"regex", "iostream", "chrono", "thread", "format", "random", "ranges", "filesystem"}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def reach(room: str) -> set[str]:
    seen = {room}
    todo = [room]
    while todo:
        for below in ARROWS[todo.pop()]:
            if below not in seen:
                seen.add(below)
                todo.append(below)
    return seen


def allowed(room: str, target: str) -> bool:
    """`target` is a path below paidan/ without its ending: core/money, config, format."""
    if "/" not in target:
        return target == "config"
    other = target.split("/", 1)[0]
    if room in OUTER:
        return other in ARROWS or other == room
    return other in reach(room) or target in SINGLE.get(room, ())


def check_file(path: Path, room: str, public: bool) -> list[str]:
    wrong = []
    for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        if name.startswith("paidan/"):
            target = name.removeprefix("paidan/").rsplit(".", 1)[0]
            if not allowed(room, target):
                wrong.append(f"{path}: {room} may not include {name}")
        elif public and HEAVY.match(name):
            wrong.append(f"{path}: only .ipp files may include {name}")
        elif public and name in SLOW:
            wrong.append(f"{path}: <{name}> is too slow for a public header")
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
            if path.name == "paidan.hpp":
                wrong += check_umbrella(path)
            elif path.name not in ("config.hpp", "format.hpp"):
                wrong.append(f"{path}: belongs to no room")
            continue
        room = parts[0]
        if room not in ARROWS and room not in OUTER:
            wrong.append(f"{path}: DESIGN knows no room '{room}'")
            continue
        wrong += check_file(path, room, path.suffix == ".hpp")
        # An .ipp without a header is a part of other definitions, and they include it.
        if path.suffix == ".ipp" and not path.with_suffix(".hpp").exists():
            name = path.relative_to(root / "include").as_posix()
            if not any(
                name in INCLUDE.findall(other.read_text(encoding="utf-8")) for other in path.parent.glob("*.ipp")
            ):
                wrong.append(f"{path}: has no .hpp beside it and no .ipp includes it")
    for path in sorted((root / "src").glob("*.cpp")):
        room = path.stem.split("_")[0]  # io_json.cpp is a part of the room io
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if not (name.startswith(f"paidan/{room}/") and name.endswith(".ipp")):
                wrong.append(f"{path}: includes {name}, not only the .ipp files of its own room")
    return wrong


def self_test() -> None:
    assert allowed("dispatch", "core/money")
    assert allowed("warranty", "pricing/line")
    assert not allowed("warranty", "pricing/quote")
    assert not allowed("core", "travel/matrix")
    assert not allowed("dispatch", "pricing/quote")
    assert not allowed("pricing", "routing/route")
    assert not allowed("dispatch", "io/json")
    assert not allowed("io", "render/text")
    assert allowed("render", "warranty/claim")


def main() -> int:
    self_test()
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    wrong = check(root)
    print(*wrong, sep="\n")
    print(f"arrows: {len(wrong)} wrong includes")
    return 1 if wrong else 0


sys.exit(main())

"""VROOM's format: a set of small files, in which every key that the reader supports is used, gives valid answers.

Each file of `tests/data/vroom` goes through `paidan plan --format vroom`, and the answer through a checker that shares no code
with it (`benchmarks/vroom_door/checker.py`); then inputs drawn at random. What the reader knows is what its schema says. Where
VROOM itself is there (`./dev peers`, pyvroom), it plans the same files, and the checker judges it by the same rules.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from _claim import BUILD, ROOT, Claim, skip

sys.path.insert(0, str(ROOT / "benchmarks"))
from vroom_door.checker import faults
from vroom_door.draw import draw
from vroom_door.keys import known_keys, used_keys

PROGRAM = BUILD / "bin" / "paidan"
FILES = ROOT / "tests" / "data" / "vroom"
PEER = ROOT / "build" / "peers-venv" / "bin" / "vroom"
DRAWN = 1_000
# What VROOM prints besides: nobody needs it to judge a route.
OLD = {"amount", "job", "computing_times"}


def read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def plan(asked: dict[str, Any], *options: str) -> tuple[int, dict[str, Any]]:
    command = [str(PROGRAM), "plan", "--format", "vroom", "-", *options]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, encoding="utf-8", check=False)
    return done.returncode, json.loads(done.stdout if done.returncode == 0 else done.stderr)


def without(value: Any, keys: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: without(inner, keys) for key, inner in value.items() if key not in keys}
    return [without(inner, keys) for inner in value] if isinstance(value, list) else value


def rank(answer: dict[str, Any]) -> tuple[int, int, int]:
    """VROOM's goals, smaller is better."""
    summary = answer["summary"]
    return -summary["priority"], summary["unassigned"], summary["cost"]


if not PROGRAM.exists():
    skip(f"{PROGRAM} is not built")
claim = Claim()
files = sorted(FILES.glob("*.json"))
inputs = {path.stem: read(path) for path in files}
schema = subprocess.run([str(PROGRAM), "schema", "VroomInput"], capture_output=True, encoding="utf-8", check=True)
supported, refused = known_keys(json.loads(schema.stdout))
used = set().union(*map(used_keys, inputs.values())) & supported
claim.at_least("keys that the reader supports, used in the files", len(supported), len(used), "keys")

answers: dict[str, dict[str, Any]] = {}
invalid = []
for name, asked in inputs.items():
    code, answer = plan(asked)
    found = [str(answer)] if code else faults(asked, answer)
    if found:
        invalid.append(name)
        print(name, *found[:3], sep="\n    ")
    else:
        answers[name] = answer
claim.at_most(f"invalid answers to {len(inputs)} files", 0, len(invalid), "answers")

wrong = 0
for path in sorted((FILES / "refused").glob("*.json")):
    code, told = plan(read(path))
    wrong += (
        code != 2 or not told["errors"] or not all(error["code"] and error["message_zh"] for error in told["errors"])
    )
claim.at_most("files that should be refused, and are not", 0, wrong, "files")

bad = 0
for seed in range(DRAWN):
    asked = draw(seed)
    code, answer = plan(asked, "--iterations", "300")
    found = [str(answer)] if code else faults(asked, answer)
    bad += bool(found)
    if found:
        print(f"seed {seed}", *found[:3], sep="\n    ")
claim.at_most(f"invalid answers to {DRAWN:,} inputs drawn at random", 0, bad, "answers")

if PEER.exists():
    ranked: dict[str, list[str]] = {"better": [], "the same": [], "worse": []}
    left_out = []
    rounded = []
    for name, answer in answers.items():
        done = subprocess.run(
            [str(PEER)], input=json.dumps(inputs[name]), capture_output=True, encoding="utf-8", check=False
        )
        theirs = json.loads(done.stdout)
        if theirs["code"] != 0:
            left_out.append(name)
            continue
        # It counts hundredths of seconds where there is a speed_factor.
        rounded += [name] if faults(inputs[name], without(theirs, OLD)) else []
        better = rank(answer) < rank(theirs)
        ranked["better" if better else "the same" if rank(answer) == rank(theirs) else "worse"].append(name)
    counts = ", ".join(f"{len(names)} {word}" for word, names in ranked.items())
    print(
        f"beside VROOM, by its own goals: {counts} ({', '.join(ranked['worse'])}); not taken by it: {', '.join(left_out)}"
    )
    print(f"the checker finds other seconds in its answers to: {', '.join(rounded) or 'none'}")
else:
    print("beside VROOM: not measured, ./dev peers installs it")
claim.finish()

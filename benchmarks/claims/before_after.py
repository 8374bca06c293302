"""The assignment kernel and decision tables are not slower than before the second plan of the house.

The commit before it (42ab384) is checked out and built beside this tree; the micro benchmarks of both run by turns, fifteen
times each. A ratio before / now is of two runs next to each other, so that other work on the machine hits both; of each
benchmark the median counts, and the geometric mean of a room's must be at least 0.97. Skipped where the history does not hold that commit.
"""

import json
import math
import statistics
import subprocess
from pathlib import Path

from _claim import ROOT, Claim, skip

COMMIT = "42ab384"
PLACE = ROOT / "build" / "before"
PROGRAMS = {"matching": "bench_assign", "rules": "bench_rules"}
TURNS = 15


def build(tree: Path, build_folder: Path, programs: list[str]) -> None:
    options = ["-DPAIDAN_BUILD_TESTS=OFF", "-DPAIDAN_BUILD_EXAMPLES=OFF", "-DPAIDAN_BUILD_PYTHON=OFF"]
    configure = ["cmake", "-S", str(tree), "-B", str(build_folder), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release"]
    for command in (
        [*configure, "-DPAIDAN_BUILD_BENCHMARKS=ON", *options],
        ["cmake", "--build", str(build_folder), "--target", *programs],
    ):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def times(program: Path) -> dict[str, float]:
    words = [str(program), "--benchmark_format=json", "--benchmark_min_time=0.1"]
    done = subprocess.run(words, check=True, capture_output=True)
    return {one["name"]: one["cpu_time"] for one in json.loads(done.stdout)["benchmarks"]}


def main() -> None:
    known = subprocess.run(["git", "cat-file", "-e", COMMIT + "^{commit}"], cwd=ROOT, check=False, capture_output=True)
    if known.returncode != 0:
        skip(f"the history here does not hold {COMMIT}")
    if not (PLACE / "tree" / "CMakeLists.txt").exists():
        (PLACE / "tree").mkdir(parents=True, exist_ok=True)
        archive = subprocess.run(["git", "archive", COMMIT], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", str(PLACE / "tree")], input=archive, check=True)
    build(PLACE / "tree", PLACE / "then", list(PROGRAMS.values()))
    build(ROOT, PLACE / "now", list(PROGRAMS.values()))
    claim = Claim()
    for room, program in PROGRAMS.items():
        old: dict[str, list[float]] = {}
        new: dict[str, list[float]] = {}
        for turn in range(TURNS):
            pair = [(old, PLACE / "then"), (new, PLACE / "now")]
            for found, place in pair if turn % 2 == 0 else reversed(pair):
                for name, seconds in times(place / "benchmarks" / program).items():
                    found.setdefault(name, []).append(seconds)
        common = sorted(old.keys() & new.keys())
        ratios = {
            name: statistics.median(then / now for then, now in zip(old[name], new[name], strict=True))
            for name in common
        }
        for name, ratio in ratios.items():
            print(f"      {name}: {ratio:.3f}")
        claim.holds(f"{room}: benchmarks of both", "the same", f"{len(common)} of {len(old)}", len(common) == len(old))
        mean = math.exp(statistics.fmean(math.log(ratio) for ratio in ratios.values()))
        claim.at_least(f"{room}: speed before / now", 0.97, mean, "times")
    claim.finish()


main()

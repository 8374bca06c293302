"""Matching and decision tables are not slower than before the second plan of the house.

The commit before it (42ab384) is checked out and built beside this tree; the micro benchmarks of both run by turns, fifteen
times each. A ratio before / now is of two runs next to each other, so that other work on the machine hits both; of each
benchmark the median counts, and the geometric mean of a row's must be at least 0.97: the assignment of a list of arcs, of
tables that stand ready, a whole problem's match (candidates, features, assignment, certificate), decision tables. That
commit did not measure the second and third: micro/match.cpp of this tree compiles in both. Skipped where the history does
not hold that commit or Google Benchmark is missing.
"""

import json
import math
import shutil
import statistics
import subprocess
from pathlib import Path

from _claim import ROOT, Claim, skip

COMMIT = "42ab384"
PLACE = ROOT / "build" / "before"
# A row's program and how the names of its benchmarks begin.
ROWS = {
    "assignment of a list": ("bench_assign", "assign/"),
    "assignment of a view": ("bench_match", "assign_view/"),
    "match of a problem": ("bench_match", "match/"),
    "rules": ("bench_rules", ""),
}
LENT = Path("benchmarks", "micro", "match.cpp")  # what the tree of before gets from this one
TURNS = 15


def build(tree: Path, build_folder: Path) -> None:
    options = ["-DPAIDAN_BUILD_TESTS=OFF", "-DPAIDAN_BUILD_EXAMPLES=OFF", "-DPAIDAN_BUILD_PYTHON=OFF"]
    configure = ["cmake", "-S", str(tree), "-B", str(build_folder), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release"]
    for command in (
        [*configure, "-DPAIDAN_BUILD_BENCHMARKS=ON", *options],
        ["cmake", "--build", str(build_folder), "--target", *sorted({program for program, _ in ROWS.values()})],
    ):
        done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
        if "Google Benchmark is missing" in done.stderr:
            skip("Google Benchmark is missing (./dev bench installs it)")
        if done.returncode != 0:
            raise SystemExit(done.stdout + done.stderr)


def times(program: Path, begin: str) -> dict[str, float]:
    words = [str(program), f"--benchmark_filter=^{begin}", "--benchmark_format=json", "--benchmark_min_time=0.1"]
    done = subprocess.run(words, check=True, capture_output=True)
    return {one["name"]: one["cpu_time"] for one in json.loads(done.stdout)["benchmarks"]}


def compare(claim: Claim, row: str) -> None:
    program, begin = ROWS[row]
    old: dict[str, list[float]] = {}
    new: dict[str, list[float]] = {}
    for turn in range(TURNS):
        pair = [(old, PLACE / "then"), (new, PLACE / "now")]
        for found, place in pair if turn % 2 == 0 else reversed(pair):
            for name, seconds in times(place / "benchmarks" / program, begin).items():
                found.setdefault(name, []).append(seconds)
    common = sorted(old.keys() & new.keys())
    ratios = {
        name: statistics.median(then / now for then, now in zip(old[name], new[name], strict=True)) for name in common
    }
    for name, ratio in ratios.items():
        print(f"      {name}: {ratio:.3f}")
    claim.holds(f"{row}: benchmarks of both", "the same", f"{len(common)} of {len(old)}", len(common) == len(old) > 0)
    mean = math.exp(statistics.fmean(math.log(ratio) for ratio in ratios.values()))
    claim.at_least(f"{row}: speed before / now", 0.97, mean, "times")


def main() -> None:
    known = subprocess.run(["git", "cat-file", "-e", COMMIT + "^{commit}"], cwd=ROOT, check=False, capture_output=True)
    if known.returncode != 0:
        skip(f"the history here does not hold {COMMIT}")
    before = PLACE / "tree"
    if not (before / "CMakeLists.txt").exists():
        before.mkdir(parents=True, exist_ok=True)
        archive = subprocess.run(["git", "archive", COMMIT], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", str(before)], input=archive, check=True)
    shutil.copyfile(ROOT / LENT, before / LENT)
    build(before, PLACE / "then")
    build(ROOT, PLACE / "now")
    claim = Claim()
    for row in ROWS:
        compare(claim, row)
    claim.finish()


main()

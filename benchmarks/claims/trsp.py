"""Technicians with homes, skills and working time, on the instances of Pillac, Guéret and Medaglia without tools and parts.

Nobody has published values for these, so nothing is asked of them but that all requests are served and that working times,
counted by the file of the instance, are right. Another planner's program can run beside ours: trsp.py [OPTION…]
  --beside=PROGRAM  called with SECONDS SEED FILE; the first number with decimals that it prints is its working time
  --folder=FOLDER   where to call it
  --seconds=S,…     (default 1,5,10)
  --every=N         every N-th instance by name (default 4)
  --data=FOLDER
"""

import argparse
import datetime as dt
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path

from _claim import ROOT, Claim, printed_decimal, skip

try:
    import paidan
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims trsp")

sys.path.insert(0, str(ROOT / "benchmarks" / "routing"))
from working_days import SCALE, Trsp, bare_copy, problem_of, read_trsp, working_time

DATA = ROOT.parent / "shared" / "data" / "trsp" / "static"
MANY = 1_000_000_000_000
SEED = 1


def routes_of(plan: paidan.Plan) -> dict[int, list[int]]:
    return {
        int(route.technician[1:]): [int(stop.order) for stop in route.stops if stop.order is not None]
        for route in plan.routes
    }


def ours(instance: Trsp, seconds: float) -> tuple[float, float]:
    """Working time, and how long it took. ValueError when the plan is not valid, or costs something else than that time."""
    problem = problem_of(instance)
    begun = time.perf_counter()
    limit = dt.timedelta(seconds=seconds)
    plan = paidan.plan(problem, seed=SEED, iterations=MANY, time_limit=limit, lanes=1, threads=1)
    wall = time.perf_counter() - begun
    report = paidan.evaluate(problem, plan)
    if not report.valid:
        raise ValueError(str(report.violations[:3]))
    value = working_time(instance, routes_of(plan))
    served = sum(instance.places[number].service for number in instance.requests())
    counted = report.total_cost / SCALE + served
    # Every leg is rounded up by less than a tick, there and back.
    if not -1e-6 <= counted - value <= 2 * len(instance.places) / SCALE:
        raise ValueError(f"the plan's own figures give {counted}, the file {value}")
    return value, wall


def theirs(program: Path, folder: Path | None, path: Path, seconds: float) -> float:
    printed = subprocess.run(
        [str(program.resolve()), str(seconds), str(SEED), str(path)],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return printed_decimal(program, printed)


def parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="trsp", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seconds", default="1,5,10")
    parser.add_argument("--every", type=int, default=4)
    parser.add_argument("--data", type=Path, default=DATA)
    return parser.parse_args(words)


def main(words: Sequence[str]) -> None:
    asked = parse(words)
    warnings.simplefilter("ignore", paidan.Notice)
    files = sorted(asked.data.glob("*.txt"))[:: asked.every]
    if not files:
        skip(f"{asked.data} has no instances")
    bare = ROOT / "build" / "claims" / "trsp"
    wrong = []
    over = 0.0
    beside = "" if asked.beside is None else f"{'beside':>14}{'ours / theirs':>15}"
    print(f"      {'instance':10}{'seconds':>8}{'working time':>14}{beside}")
    for seconds in map(float, asked.seconds.split(",")):
        ratios = []
        values = []
        for file in files:
            instance = read_trsp(file)
            try:
                value, wall = ours(instance, seconds)
            except ValueError as broken:
                wrong.append(f"{instance.name} at {seconds:g} s: {broken}")
                continue
            over = max(over, wall - seconds)
            values.append(value)
            line = f"      {instance.name:10}{seconds:>8g}{value:>14.4f}"
            if asked.beside is not None:
                other = theirs(asked.beside, asked.folder, bare_copy(file, bare).resolve(), seconds)
                ratios.append(value / other)
                line += f"{other:>14.4f}{value / other:>15.5f}"
            print(line, flush=True)
        if values:
            mean = f", {100 * (statistics.mean(ratios) - 1):+.3f} % of the other's on average" if ratios else ""
            print(
                f"      {len(values)} instances at {seconds:g} s: mean {statistics.mean(values):.4f}{mean}", flush=True
            )
    claim = Claim()
    claim.holds(
        "plans that serve everyone, valid, their cost the working time by the file",
        "all",
        "; ".join(wrong[:3]) or "all",
        not wrong,
    )
    claim.at_most("longest run over its limit", 0.1, over, "s")
    claim.finish()


if __name__ == "__main__":
    main(sys.argv[1:])

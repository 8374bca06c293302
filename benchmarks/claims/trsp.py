"""Technicians with homes, skills, tools, parts and one depot: working time on the instances of Pillac, Guéret and Medaglia.

The mean gap to the best known working times is asked to be at most 0 at 10 seconds. Plans are counted by the file of the instance,
which knows nothing of the planner. Another planner's program can run beside ours: trsp.py [OPTION…]
  --bare            without tools and parts, for which nobody has published values: nothing is asked but that plans are right
  --beside=PROGRAM  called with SECONDS SEED FILE; the first number with decimals that it prints is its working time
  --folder=FOLDER   where to call it
  --seconds=S,…     (default 10)
  --every=N         every N-th instance by name (default 1)
  --seed=N          (default 1)
  --solutions=FILE  write the routes of values below the best known there
  --data=FOLDER
"""

import argparse
import csv
import datetime as dt
import statistics
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path

from _claim import ROOT, Claim, instances_parser, skip, value_beside

try:
    import paidan
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims trsp")

sys.path.insert(0, str(ROOT / "benchmarks" / "routing"))
from working_days import DEPOT, SCALE, Trsp, bare, bare_copy, problem_of, read_trsp, working_time

DATA = ROOT.parent / "shared" / "data" / "trsp" / "static"
MANY = 1_000_000_000_000


def routes_of(plan: paidan.Plan) -> dict[int, list[int]]:
    return {
        int(route.technician[1:]): [DEPOT if stop.order is None else int(stop.order) for stop in route.stops]
        for route in plan.routes
    }


def ours(instance: Trsp, seconds: float, seed: int) -> tuple[float, float, dict[int, list[int]]]:
    """Working time, how long it took, and the routes. ValueError when the plan is not valid, or costs something else than that time."""
    problem = problem_of(instance)
    begun = time.perf_counter()
    limit = dt.timedelta(seconds=seconds)
    plan = paidan.plan(problem, seed=seed, iterations=MANY, time_limit=limit, lanes=1, threads=1)
    wall = time.perf_counter() - begun
    report = paidan.evaluate(problem, plan)
    if not report.valid:
        raise ValueError(str(report.violations[:3]))
    routes = routes_of(plan)
    value = working_time(instance, routes)
    served = sum(instance.places[number].service for number in instance.requests())
    counted = report.total_cost / SCALE + served
    # Every leg is rounded up by less than a tick, there and back.
    if not -1e-6 <= counted - value <= 2 * len(instance.places) / SCALE:
        raise ValueError(f"the plan's own figures give {counted}, the file {value}")
    return value, wall, routes


def parse(words: Sequence[str]) -> argparse.Namespace:
    parser = instances_parser("trsp", __doc__, DATA)
    parser.add_argument("--bare", action="store_true")
    return parser.parse_args(words)


def best_known(folder: Path) -> dict[str, float]:
    path = folder.parent / "best_known.csv"
    if not path.exists():
        skip(f"{path} is not there")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["instance"].split(".")[0]: float(row["working_time_recomputed"]) for row in csv.DictReader(file)}


def written(name: str, value: float, routes: dict[int, list[int]]) -> str:
    """As the authors write routes: technician, visits with 0 for the depot."""
    tours = "|".join(",".join(map(str, [crew, *route])) for crew, route in sorted(routes.items()))
    return f"{name}={value:.4f}\n{name}-S=<{tours}>\n"


def main(words: Sequence[str]) -> None:
    asked = parse(words)
    warnings.simplefilter("ignore", paidan.Notice)
    files = sorted(asked.data.glob("*.txt"))[:: asked.every]
    if not files:
        skip(f"{asked.data} has no instances")
    known = {} if asked.bare else best_known(asked.data)
    copies = ROOT / "build" / "claims" / "trsp"
    wrong = []
    over = 0.0
    claim = Claim()
    below: dict[str, tuple[float, str]] = {}
    beside = "" if asked.beside is None else f"{'beside':>14}{'ours / theirs':>15}"
    best = "" if asked.bare else f"{'best known':>14}{'gap %':>9}"
    print(f"      {'instance':10}{'seconds':>8}{'working time':>14}{best}{beside}")
    for seconds in map(float, asked.seconds.split(",")):
        ratios, values, gaps = [], [], []
        for file in files:
            instance = read_trsp(file)
            if asked.bare:
                instance = bare(instance)
            try:
                value, wall, routes = ours(instance, seconds, asked.seed)
            except ValueError as broken:
                wrong.append(f"{instance.name} at {seconds:g} s: {broken}")
                continue
            over = max(over, wall - seconds)
            values.append(value)
            line = f"      {instance.name:10}{seconds:>8g}{value:>14.4f}"
            if not asked.bare:
                gaps.append(100 * (value / known[instance.name] - 1))
                line += f"{known[instance.name]:>14.4f}{gaps[-1]:>+9.3f}"
                if value < min(known[instance.name] - 1e-4, below.get(instance.name, (value + 1, ""))[0]):
                    below[instance.name] = (value, written(instance.name, value, routes))
            if asked.beside is not None:
                path = bare_copy(file, copies) if asked.bare else file
                other = value_beside(asked.beside, asked.folder, path, seconds, asked.seed)
                ratios.append(value / other)
                line += f"{other:>14.4f}{value / other:>15.5f}"
            print(line, flush=True)
        if values:
            mean = f", {100 * (statistics.mean(ratios) - 1):+.3f} % of the other's on average" if ratios else ""
            print(
                f"      {len(values)} instances at {seconds:g} s: mean {statistics.mean(values):.4f}{mean}", flush=True
            )
        if gaps and seconds >= 10:
            claim.at_most(f"mean gap to the best known at {seconds:g} s", 0.0, statistics.mean(gaps), "%")
        elif gaps:
            print(f"      mean gap at {seconds:g} s {statistics.mean(gaps):+.3f} %", flush=True)
    if asked.solutions is not None:
        asked.solutions.write_text("".join(text for _, text in below.values()), encoding="utf-8")
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

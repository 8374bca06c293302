"""Home care with pairs of services: a third each of travel, all lateness and the largest one on the instances of Mankowska, Meisel and
Bierwirth.

The mean gap to the best known costs is asked to be at most 0 at 10 seconds, at most −1 % at 60. Plans are counted twice, by the judge and
by the instance's file, which knows nothing of the planner; first that file has to find the published solutions worth what is published.
Another planner's program can run beside ours: hhcrsp.py [OPTION…]
  --beside=PROGRAM  called with SECONDS SEED FILE; the first number with decimals that it prints is its cost
  --folder=FOLDER   where to call it
  --seconds=S,…     (default 10)
  --every=N         every N-th instance by name (default 1)
  --seed=N          (default 1)
  --solutions=FILE  write the solutions of costs below the best known there, in the form of the published ones
  --data=FOLDER
"""

import csv
import datetime as dt
import json
import statistics
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from _claim import ROOT, Claim, instances_parser, skip, value_beside

try:
    import paidan
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims hhcrsp")

sys.path.insert(0, str(ROOT / "benchmarks" / "routing"))
from home_care import SCALE, HomeCare, Routes, cost_of, problem_of, read_home_care, read_routes, routes_of, written

DATA = ROOT.parent / "shared" / "data" / "hhcrsp"
MANY = 1_000_000_000_000
ROUNDED = 1e-3  # published costs have three decimals


def ours(instance: HomeCare, seconds: float, seed: int) -> tuple[float, float, Routes]:
    """Cost, how long it took, and the routes. ValueError when the plan is not valid, or costs something else."""
    problem = problem_of(instance)
    begun = time.perf_counter()
    limit = dt.timedelta(seconds=seconds)
    plan = paidan.plan(problem, seed=seed, iterations=MANY, time_limit=limit, lanes=1, threads=1)
    wall = time.perf_counter() - begun
    report = paidan.evaluate(problem, plan)
    if not report.valid:
        raise ValueError(f"{len(report.violations)} violations, first {report.violations[0]}")
    routes = routes_of(plan)
    value = cost_of(instance, routes)
    counted = report.total_cost / SCALE / 3
    if abs(counted - value) > 1e-6:
        raise ValueError(f"the plan's own figures give {counted}, the file {value}")
    return value, wall, routes


def best_known(folder: Path) -> dict[str, float]:
    path = folder / "best_known.csv"
    if not path.exists():
        skip(f"{path} is not there")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["instance"]: float(row["cost"]) for row in csv.DictReader(file)}


def misread(instances: Sequence[HomeCare], known: dict[str, float], folder: Path) -> list[str]:
    """Published solutions that the file finds wrong, or worth something else."""
    wrong = []
    for instance in instances:
        path = folder / f"{instance.name}.json"
        try:
            value = cost_of(instance, read_routes(path))
        except (OSError, ValueError) as broken:
            wrong.append(f"{instance.name}: {broken}")
            continue
        if abs(value - known[instance.name]) > ROUNDED:
            wrong.append(f"{instance.name}: {value:.4f} instead of {known[instance.name]}")
    return wrong


def main(words: Sequence[str]) -> None:
    asked = instances_parser("hhcrsp", __doc__, DATA).parse_args(words)
    warnings.simplefilter("ignore", paidan.Notice)
    files = sorted((asked.data / "instances").glob("*.json"))[:: asked.every]
    if not files:
        skip(f"{asked.data} has no instances")
    known = best_known(asked.data)
    instances = [read_home_care(file) for file in files]
    claim = Claim()
    unlike = misread(instances, known, asked.data / "best_solutions")
    claim.holds(
        "published solutions that are valid and cost what is published",
        "all",
        "; ".join(unlike[:3]) or "all",
        not unlike,
    )
    wrong = []
    over = 0.0
    below: dict[str, tuple[float, dict[str, Any]]] = {}
    beside = "" if asked.beside is None else f"{'beside':>12}{'ours / theirs':>15}"
    print(f"      {'instance':26}{'seconds':>8}{'cost':>12}{'best known':>12}{'gap %':>9}{beside}")
    for seconds in map(float, asked.seconds.split(",")):
        gaps, ratios = [], []
        for file, instance in zip(files, instances, strict=True):
            other = None
            if asked.beside is not None:
                other = value_beside(asked.beside, asked.folder, file, seconds, asked.seed)
            try:
                value, wall, routes = ours(instance, seconds, asked.seed)
            except ValueError as broken:
                wrong.append(f"{instance.name} at {seconds:g} s: {broken}")
                print(f"      {instance.name:26}{seconds:>8g}  not valid: {broken}", flush=True)
                continue
            over = max(over, wall - seconds)
            best = known[instance.name]
            gaps.append(100 * (value / best - 1))
            line = f"      {instance.name:26}{seconds:>8g}{value:>12.3f}{best:>12.3f}{gaps[-1]:>+9.3f}"
            if value < min(best - ROUNDED, below.get(instance.name, (value + 1, {}))[0]):
                below[instance.name] = (value, written(instance, routes))
            if other is not None:
                ratios.append(value / other)
                line += f"{other:>12.3f}{ratios[-1]:>15.5f}"
            print(line, flush=True)
        if ratios:
            mean = 100 * (statistics.mean(ratios) - 1)
            print(f"      {mean:+.3f} % of the other's on average at {seconds:g} s", flush=True)
        if gaps and seconds >= 10:
            most = -1.0 if seconds >= 60 else 0.0
            what = f"mean gap to the best known of {len(gaps)} instances at {seconds:g} s"
            claim.at_most(what, most, statistics.mean(gaps), "%")
        elif gaps:
            print(f"      mean gap at {seconds:g} s {statistics.mean(gaps):+.3f} %", flush=True)
    if asked.solutions is not None:
        solutions = {name: {"cost": round(value, 4), **routes} for name, (value, routes) in sorted(below.items())}
        asked.solutions.write_text(json.dumps(solutions, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"      below the best known: {len(below)} of {len(files)}", flush=True)
    claim.holds(
        "plans that serve everyone, valid, their cost that of the file",
        "all",
        "; ".join(wrong[:3]) or "all",
        not wrong,
    )
    claim.at_most("longest run over its limit", 0.1, over, "s")
    claim.finish()


if __name__ == "__main__":
    main(sys.argv[1:])

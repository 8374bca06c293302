"""What the programs run_*.py have in common: `run_X.py FILE --seconds S [--points S,S…] [--seed K]` prints a JSON line.

  planner, version, instance, seed, seconds
  wall, cpu   seconds from the call with the planner's own form of the problem, built before, to its answer
  points      for each of the asked seconds the best routes by then, customer numbers without the depot; null = none yet

`run_X.py --version` prints the planner's version alone.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from instance import Instance, read_instance

Routes = list[list[int]]


@dataclass
class Task:
    instance: Instance
    seconds: float
    seed: int
    points: tuple[float, ...]
    wall: float = 0
    cpu: float = 0
    begun_wall: float = 0
    begun_cpu: float = 0
    found: list[tuple[float, Routes]] = field(default_factory=list)

    def begin(self) -> None:
        """The planner has its problem: from now on time counts."""
        self.begun_wall = time.perf_counter()
        self.begun_cpu = time.process_time()

    def end(self) -> None:
        """The planner has answered; reading and judging the answer does not count."""
        self.wall = self.gone()
        self.cpu = time.process_time() - self.begun_cpu

    def gone(self) -> float:
        return time.perf_counter() - self.begun_wall

    def better(self, routes: Routes) -> None:
        """A better solution than those before."""
        self.found.append((self.gone(), routes))

    def best_at(self, seconds: float) -> Routes | None:
        """The whole run's end counts as its limit: a planner that looks at the clock late is not told apart here."""
        by_then = [routes for when, routes in self.found if when <= seconds or seconds >= self.seconds]
        return by_then[-1] if by_then else None


def answer(planner: str, version: Callable[[], str], solve: Callable[[Task], None]) -> None:
    """`solve` calls task.begin(), task.end(), and task.better() for each solution that is to count."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--version", action="store_true")
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--points", help="seconds, separated by commas; default: the limit")
    asked = parser.parse_args()
    if asked.version:
        print(version())
        return
    if asked.file is None:
        parser.error("a file is missing")
    points: Sequence[float] = [float(word) for word in asked.points.split(",")] if asked.points else [asked.seconds]
    task = Task(read_instance(asked.file), asked.seconds, asked.seed, tuple(points))
    solve(task)
    line = {
        "planner": planner,
        "version": version(),
        "instance": task.instance.name,
        "seed": task.seed,
        "seconds": task.seconds,
        "wall": round(task.wall, 3),
        "cpu": round(task.cpu, 3),
        "points": [{"seconds": point, "routes": task.best_at(point)} for point in task.points],
    }
    print(json.dumps(line))

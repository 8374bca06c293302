"""PyVRP on one instance, with its default parameters; see answer.py."""

from importlib import metadata
from typing import Any

import pyvrp
from answer import Task, answer
from pyvrp.IteratedLocalSearch import IteratedLocalSearchCallbacks, IteratedLocalSearchParams


def data_of(task: Task) -> pyvrp.ProblemData:
    instance = task.instance
    depot = instance.customers[0]
    distances: Any = instance.distances()
    return pyvrp.ProblemData(
        locations=[pyvrp.Location(one.x, one.y) for one in instance.customers],
        clients=[
            pyvrp.Client(
                number,
                delivery=[one.demand],
                service_duration=one.service,
                tw_early=one.ready,
                tw_late=one.due,
            )
            for number, one in enumerate(instance.customers)
            if number > 0
        ],
        depots=[pyvrp.Depot(0)],
        # As PyVRP's own reader does: the depot's window is the vehicles'.
        vehicle_types=[
            pyvrp.VehicleType(instance.vehicles, capacity=[instance.capacity], tw_early=depot.ready, tw_late=depot.due)
        ],
        distance_matrices=[distances],
        duration_matrices=[distances],
    )


class Recorder(IteratedLocalSearchCallbacks):  # type: ignore[misc, unused-ignore]
    """Keeps what is found; routes are read off afterwards, outside the search."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.found: list[tuple[float, pyvrp.Solution]] = []

    def on_best(self, best: pyvrp.Solution) -> None:
        self.found.append((self.task.gone(), best))


class Until:
    """MaxRuntime counted from the call, as for the others, not from the first iteration."""

    def __init__(self, task: Task) -> None:
        self.task = task

    def __call__(self, best_cost: float) -> bool:
        return self.task.gone() >= self.task.seconds


def routes_of(solution: pyvrp.Solution) -> list[list[int]]:
    return [[stop.idx + 1 for stop in route if stop.is_client()] for route in solution.routes()]


def solve(task: Task) -> None:
    data = data_of(task)
    recorder = Recorder(task)
    parameters = pyvrp.SolveParams(ils=IteratedLocalSearchParams(callbacks=recorder))
    task.begin()
    result = pyvrp.solve(data, stop=Until(task), seed=task.seed, collect_stats=False, params=parameters)
    task.end()
    for when, best in [*recorder.found, (task.seconds, result.best)]:
        if best.is_feasible():
            task.found.append((when, routes_of(best)))


answer("pyvrp", lambda: metadata.version("pyvrp"), solve)

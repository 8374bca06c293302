"""VROOM on one instance, at its highest exploration level; see answer.py.

Deterministic: it takes no seed. Its timeout is shared out among its searches beforehand, and it ends by itself when they do;
what it took is what `wall` says.
"""

import datetime as dt
from importlib import metadata

import vroom
from answer import Task, answer

EXPLORATION = 5


def solve(task: Task) -> None:
    instance = task.instance
    depot = instance.customers[0]
    problem = vroom.Input()
    problem.set_durations_matrix("car", instance.distances())
    hours = vroom.TimeWindow(depot.ready, depot.due)
    for number in range(instance.vehicles):
        problem.add_vehicle(vroom.Vehicle(number, start=0, end=0, capacity=[instance.capacity], time_window=hours))
    for number, one in enumerate(instance.customers):
        if number > 0:
            window = vroom.TimeWindow(one.ready, one.due)
            problem.add_job(
                vroom.Job(number, number, default_service=one.service, delivery=[one.demand], time_windows=[window])
            )
    task.begin()
    solution = problem.solve(exploration_level=EXPLORATION, nb_threads=1, timeout=dt.timedelta(seconds=task.seconds))
    task.end()
    jobs = solution.routes[solution.routes["type"] == "job"]
    task.better([[int(number) for number in route["id"]] for _, route in jobs.groupby("vehicle_id", sort=True)])


answer("vroom", lambda: metadata.version("pyvroom"), solve)

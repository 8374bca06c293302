"""OR-Tools' routing library on one instance: guided local search from a parallel cheapest insertion; see answer.py.

Deterministic: it takes no seed.
"""

from importlib import metadata

from answer import Routes, Task, answer
from ortools.constraint_solver import pywrapcp, routing_enums_pb2


def solve(task: Task) -> None:
    instance = task.instance
    customers = instance.customers
    depot = customers[0]
    distances = instance.distances()
    manager = pywrapcp.RoutingIndexManager(len(customers), instance.vehicles, 0)
    model = pywrapcp.RoutingModel(manager)
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(distances.tolist()))
    after_service = distances + [[one.service] for one in customers]
    time = model.RegisterTransitMatrix(after_service.tolist())
    model.AddDimension(time, depot.due, depot.due, False, "time")
    load = model.RegisterUnaryTransitVector([one.demand for one in customers])
    model.AddDimension(load, 0, instance.capacity, True, "load")
    times = model.GetDimensionOrDie("time")
    for number, one in enumerate(customers):
        if number > 0:
            times.CumulVar(manager.NodeToIndex(number)).SetRange(one.ready, one.due)
    for vehicle in range(instance.vehicles):
        times.CumulVar(model.Start(vehicle)).SetRange(depot.ready, depot.due)
        times.CumulVar(model.End(vehicle)).SetRange(depot.ready, depot.due)

    best = [1 << 62]

    def routes() -> Routes:
        found = []
        for vehicle in range(instance.vehicles):
            index = model.NextVar(model.Start(vehicle)).Value()
            route = []
            while not model.IsEnd(index):
                route.append(manager.IndexToNode(index))
                index = model.NextVar(index).Value()
            if route:
                found.append(route)
        return found

    def at_solution() -> None:
        cost = model.CostVar().Value()  # the distance itself, without the penalties of guided local search
        if cost < best[0]:
            best[0] = cost
            task.better(routes())

    model.AddAtSolutionCallback(at_solution)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(round(1000 * task.seconds))
    task.begin()
    model.SolveWithParameters(parameters)
    task.end()


answer("ortools", lambda: metadata.version("ortools"), solve)

"""Plan a day from a stored problem, print who goes where and when, and have the independent checker judge it."""

from pathlib import Path

import paidan

DATA = Path(__file__).parent / "data"

problem = paidan.Problem.from_json((DATA / "day.json").read_text(encoding="utf-8"))
plan = paidan.plan(problem, seed=1, iterations=10_000)
for route in plan.routes:
    print(f"{problem.technician(route.technician).name}, out {route.start:%H:%M}, back {route.end:%H:%M}")
    for stop in route.stops:
        if stop.order is not None:
            print(f"  {stop.start:%H:%M}-{stop.end:%H:%M} {stop.order} {problem.order(stop.order).name}")

report = paidan.evaluate(problem, plan)
kpis = report.kpis
print(f"{kpis.served} of {kpis.orders} orders, {kpis.on_time} of {kpis.promised} promises kept")
assert report.valid
assert kpis.served == 6
assert kpis.on_time == kpis.promised

"""A week planned day by day: what nobody could take goes on to the next day, more urgent."""

import datetime as dt
from pathlib import Path

import paidan

DATA = Path(__file__).parent / "data"

# The example's technicians work on one day; the next one shows what waits.
horizon = paidan.Problem.from_json((DATA / "day.json").read_text(encoding="utf-8"))
orders = len(horizon.orders)
visited = 0
first = horizon.origin.date()
for day in (first, first + dt.timedelta(days=1)):
    today = paidan.day_problem(horizon, day)
    plan = paidan.plan(today, iterations=5_000)
    horizon = paidan.carry_over(today, plan, onto=horizon, day=day)
    visited += len(today.orders) - len(plan.unassigned)
    print(f"{day}: {len(today.orders)} orders, {len(plan.unassigned)} not visited")
for order in horizon.orders:
    print(f"{order.name} waits, priority {order.priority}")
assert 0 < visited == orders - len(horizon.orders)

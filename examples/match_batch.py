"""Match a batch at once: which technician takes which order, proven optimal, with the terms of every score."""

from pathlib import Path

import numpy as np
import paidan

DATA = Path(__file__).parent / "data"

problem = paidan.Problem.from_json((DATA / "day.json").read_text(encoding="utf-8"))
match = paidan.match(problem, capacity=2)
for pair in match.pairs:
    print(f"{problem.order(pair.order).name}: {paidan.render.assignment(problem, pair)}")
    assert sum(term.cost for term in pair.terms) == pair.total  # integers: the terms add up exactly
for order in match.unassigned:
    print(f"nobody: {problem.order(order).name}")
assert match.certified
assert len(match.pairs) + len(match.unassigned) == len(problem.orders)

# The same engine on a table of one's own: rows are orders, columns are technicians.
costs = np.array([[4, 1, 3], [2, 0, 5], [3, 2, 2]])
own = paidan.assign(costs, unassigned=100)
print(f"own table: columns {own.column_of_row.tolist()}, cost {own.cost}, certified {own.certified}")
assert own.cost == 5
assert own.certified

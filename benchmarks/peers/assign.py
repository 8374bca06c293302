"""assign.py FOLDER [--runs N] [--engine NAME]…: the Python peers on an instance that `bench_assign_peers --dump` wrote.

Run by the interpreter of build/peers-venv. What a peer is fed is built outside the timing. A peer whose first run takes
more than two seconds runs no more than twice. Every cost is counted in integers from the peer's own answer and printed
for the caller to compare. JSON on the standard output, ms of processor time.

How each peer is given the problem:
  ortools_min_cost_flow    orders, technicians and a sink; parallel slot arcs; a penalty arc; a new object each run
  scipy_sparse             min_weight_full_bipartite_matching: a column for each slot and one to stay unassigned a row;
                           every cost one higher, for it takes no zeros
  scipy_dense              linear_sum_assignment on the same matrix in full
  on dense instances       linear_sum_assignment (SciPy), OR-Tools' assignment, each algorithm that lapx documents
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lap
import numpy as np
from ortools.graph.python import linear_sum_assignment as ortools_assignment
from ortools.graph.python import min_cost_flow
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

SLOW_SECONDS = 2.0
Run = Callable[[], tuple[float, int]]  # seconds, cost


@dataclass(frozen=True)
class Instance:
    row_begin: Any
    column: Any
    cost: Any
    penalty: Any
    slot_begin: Any
    slot_cost: Any

    @classmethod
    def read(cls, folder: Path) -> "Instance":
        def integers(name: str, kind: str) -> Any:
            return np.fromfile(folder / name, dtype=kind).astype(np.int64)

        return cls(
            row_begin=integers("row_begin.u64", "<u8"),
            column=integers("column.u32", "<u4"),
            cost=integers("cost.i64", "<i8"),
            penalty=integers("penalty.i64", "<i8"),
            slot_begin=integers("slot_begin.u64", "<u8"),
            slot_cost=integers("slot_cost.i64", "<i8"),
        )

    @property
    def rows(self) -> int:
        return len(self.row_begin) - 1

    @property
    def columns(self) -> int:
        return len(self.slot_begin) - 1

    @property
    def row_of_arc(self) -> Any:
        return np.repeat(np.arange(self.rows), np.diff(self.row_begin))

    @property
    def dense(self) -> bool:
        """A square matrix whose columns have one free slot each, as the dense generators make."""
        return len(self.column) == self.rows * self.columns and self.rows == self.columns

    def matrix(self) -> Any:
        return self.cost.reshape(self.rows, self.columns)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor time of this thread alone."""
    begun = time.thread_time()
    answer = work()
    return time.thread_time() - begun, answer


def ortools_flow(given: Instance) -> Run:
    sink = given.rows + given.columns
    slots = np.repeat(np.arange(given.columns), np.diff(given.slot_begin))
    orders = np.arange(given.rows)
    tails = np.concatenate([given.row_of_arc, orders, given.rows + slots]).astype(np.int32)
    heads = np.concatenate([given.rows + given.column, np.full(given.rows, sink), np.full(len(slots), sink)]).astype(
        np.int32
    )
    costs = np.concatenate([given.cost, given.penalty, given.slot_cost])
    supplies = np.zeros(sink + 1, dtype=np.int64)
    supplies[: given.rows] = 1
    supplies[sink] = -given.rows

    def run() -> tuple[float, int]:
        flow = min_cost_flow.SimpleMinCostFlow()
        flow.add_arcs_with_capacity_and_unit_cost(tails, heads, np.ones(len(tails), dtype=np.int64), costs)
        flow.set_nodes_supplies(np.arange(sink + 1, dtype=np.int32), supplies)
        seconds, status = timed(flow.solve)
        assert status == flow.OPTIMAL, status
        return seconds, int(flow.optimal_cost())

    return run


def slot_matrix(given: Instance) -> Any:
    """Rows × (slots, then one column a row): what each choice costs, plus one."""
    each = np.diff(given.slot_begin)[given.column]  # slots of every arc's column
    rows = np.repeat(given.row_of_arc, each)
    first = np.repeat(np.cumsum(each) - each, each)
    slots = np.repeat(given.slot_begin[given.column], each) + np.arange(len(rows)) - first
    orders = np.arange(given.rows)
    data = np.concatenate([np.repeat(given.cost, each) + given.slot_cost[slots], given.penalty]) + 1
    where = (np.concatenate([rows, orders]), np.concatenate([slots, len(given.slot_cost) + orders]))
    return csr_array((data.astype(np.float64), where), shape=(given.rows, len(given.slot_cost) + given.rows))


def scipy_sparse(given: Instance) -> Run:
    matrix = slot_matrix(given)

    def run() -> tuple[float, int]:
        seconds, (rows, columns) = timed(lambda: min_weight_full_bipartite_matching(matrix))
        return seconds, round(matrix[rows, columns].sum()) - given.rows

    return run


def scipy_dense(given: Instance) -> Run:
    sparse = slot_matrix(given)
    matrix = sparse.toarray()
    matrix[matrix == 0] = 1e12  # no such pair

    def run() -> tuple[float, int]:
        seconds, (rows, columns) = timed(lambda: linear_sum_assignment(matrix))
        return seconds, round(matrix[rows, columns].sum()) - given.rows

    return run


def scipy_square(given: Instance) -> Run:
    matrix = given.matrix().astype(np.float64)

    def run() -> tuple[float, int]:
        seconds, (rows, columns) = timed(lambda: linear_sum_assignment(matrix))
        return seconds, int(given.matrix()[rows, columns].sum())

    return run


def ortools_square(given: Instance) -> Run:
    rows, columns = given.row_of_arc.astype(np.int32), given.column.astype(np.int32)

    def run() -> tuple[float, int]:
        solver = ortools_assignment.SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(rows, columns, given.cost)
        seconds, status = timed(solver.solve)
        assert status == solver.OPTIMAL, status
        return seconds, int(solver.optimal_cost())

    return run


def lapx_square(algorithm: str, **options: Any) -> Callable[[Instance], Run]:
    def prepare(given: Instance) -> Run:
        matrix = given.matrix().astype(np.float64)
        solve = getattr(lap, algorithm)

        def run() -> tuple[float, int]:
            seconds, (rows, columns) = timed(lambda: solve(matrix, return_cost=False, **options))
            return seconds, int(given.matrix()[rows, columns].sum())

        return run

    return prepare


ON_SPARSE: dict[str, Callable[[Instance], Run]] = {
    "ortools_min_cost_flow": ortools_flow,
    "scipy_sparse": scipy_sparse,
    "scipy_dense": scipy_dense,
}
ON_DENSE: dict[str, Callable[[Instance], Run]] = {
    "scipy_linear_sum_assignment": scipy_square,
    "ortools_linear_sum_assignment": ortools_square,
    "lapx_lapjvx": lapx_square("lapjvx"),
    "lapx_lapjvc": lapx_square("lapjvc"),
    "lapx_lapjvh": lapx_square("lapjvh"),
    "lapx_lapjvr": lapx_square("lapjvr"),
    "lapx_lapjvs": lapx_square("lapjvs", prefer_float32=False),
    "lapx_lapjvs_float32": lapx_square("lapjvs"),  # its answers need not be optimal
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--engine", action="append", default=[])
    asked = parser.parse_args()
    given = Instance.read(asked.folder)
    known = ON_DENSE if given.dense else ON_SPARSE
    unknown = [name for name in asked.engine if name not in known]
    if unknown:
        sys.exit(f"no such engine for this instance: {', '.join(unknown)}")
    results = {}
    for name in asked.engine or known:
        run = known[name](given)
        times: list[float] = []
        costs: set[int] = set()
        most = asked.runs
        while len(times) < most:
            seconds, cost = run()
            if seconds > SLOW_SECONDS:
                most = min(most, 2)
            times.append(seconds * 1000)
            costs.add(cost)
        assert len(costs) == 1, f"{name} gives different costs: {costs}"
        results[name] = {"ms": statistics.median(times), "cost": costs.pop(), "runs": times}
    print(json.dumps(results))


main()

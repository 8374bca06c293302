"""Assignments on tables of one's own: dense, sparse, forced, must-serve, live."""

import copy
import itertools
import pickle
import random
from dataclasses import dataclass
from typing import Any

import numpy as np
import paidan
import pytest


@dataclass
class Compressed:
    """What scipy.sparse.csr_array has, without SciPy."""

    shape: tuple[int, int]
    indptr: Any
    indices: Any
    data: Any


class Convertible:
    """What every other sparse matrix of SciPy has."""

    def __init__(self, compressed: Compressed) -> None:
        self.compressed = compressed

    def tocsr(self) -> Compressed:
        return self.compressed


def compress(costs: np.ndarray, allowed: np.ndarray, index: str = "int32", data: str = "int64") -> Compressed:
    indptr = np.concatenate([[0], np.cumsum(allowed.sum(axis=1))]).astype(index)
    columns = np.broadcast_to(np.arange(costs.shape[1]), costs.shape)
    return Compressed(costs.shape, indptr, columns[allowed].astype(index), costs[allowed].astype(data))


def brute_force(
    costs: np.ndarray,
    allowed: np.ndarray,
    slots: list[list[int]],
    penalty: list[int] | None,
    must: list[bool] | None = None,
    forced: dict[int, int] | None = None,
) -> tuple[int, ...]:
    """The best (rows left out that count, cost, columns), unassigned = number of columns."""
    rows, columns = costs.shape
    best: tuple[int, ...] | None = None
    for choice in itertools.product(range(columns + 1), repeat=rows):
        if any(choice[row] != column for row, column in (forced or {}).items()):
            continue
        loads = [0] * columns
        cost = left = 0
        for row, column in enumerate(choice):
            if column == columns:
                cost += 0 if penalty is None else penalty[row]
                left += 1 if (must[row] if must is not None else penalty is None) else 0
                continue
            if not allowed[row, column] or loads[column] >= len(slots[column]):
                break
            cost += int(costs[row, column]) + slots[column][loads[column]]
            loads[column] += 1
        else:
            found = (left, cost, *choice)
            best = found if best is None else min(best, found)
    assert best is not None
    return best


def instance(draw: random.Random) -> tuple[np.ndarray, np.ndarray, list[list[int]]]:
    rows, columns = draw.randint(1, 5), draw.randint(1, 4)
    costs = np.array([[draw.randint(-5, 20) for _ in range(columns)] for _ in range(rows)])
    allowed = np.array([[draw.random() < 0.7 for _ in range(columns)] for _ in range(rows)])
    slots = [sorted(draw.randint(0, 9) for _ in range(draw.randint(0, 2))) for _ in range(columns)]
    return costs, allowed, slots


@pytest.mark.parametrize("seed", range(60))
def test_as_many_rows_as_possible_then_as_cheap_as_possible(seed: int) -> None:
    draw = random.Random(seed)
    costs, allowed, slots = instance(draw)
    left, cost, *columns = brute_force(costs, allowed, slots, None)
    forms: list[Any] = [
        compress(costs, allowed),
        compress(costs, allowed, "int64", "int16"),
        Convertible(compress(costs, allowed)),
    ]
    forms.append(compress(costs, allowed, "int32", "float64"))
    for form in forms:
        result = paidan.assign(form, slot_costs=slots, canonical=True)
        assert result.certified
        assert (np.count_nonzero(result.column_of_row < 0), result.cost) == (left, cost)
        assert [column if column >= 0 else costs.shape[1] for column in result.column_of_row] == columns
    dense = paidan.assign(np.where(allowed, costs, 10**6), slot_costs=slots, allowed=allowed)
    assert dense.cost == cost
    # Where every pair is allowed another way is taken inside.
    every = np.ones_like(allowed)
    left, cost, *_ = brute_force(costs, every, slots, None)
    full = paidan.assign(costs, slot_costs=slots)
    assert full.certified
    assert (np.count_nonzero(full.column_of_row < 0), full.cost) == (left, cost)


@pytest.mark.parametrize("seed", range(60))
def test_forced_forbidden_and_must_serve_are_as_brute_force_finds(seed: int) -> None:
    draw = random.Random(1000 + seed)
    costs, allowed, slots = instance(draw)
    penalty = [draw.randint(0, 30) for _ in range(len(costs))]
    must = [draw.random() < 0.4 for _ in range(len(costs))]
    open_pairs = [(i, j) for i, j in zip(*np.nonzero(allowed), strict=True) if slots[j]]
    forced = draw.sample(open_pairs, min(1, len(open_pairs)))
    forbidden = [pair for pair in draw.sample(open_pairs, min(2, len(open_pairs))) if pair not in forced]
    rest = allowed.copy()
    for row, column in forbidden:
        rest[row, column] = False
    result = paidan.assign(
        costs,
        unassigned=np.array(penalty),
        slot_costs=slots,
        allowed=allowed,
        forced=forced,
        forbidden=np.array(forbidden, dtype=np.int64).reshape(-1, 2),
        must_serve=must,
    )
    left, cost, *_ = brute_force(costs, rest, slots, penalty, must, {int(i): int(j) for i, j in forced})
    assert result.certified
    assert result.cost == cost
    assert sum(m and column < 0 for m, column in zip(must, result.column_of_row, strict=True)) == left
    again = pickle.loads(pickle.dumps(result))
    assert (again.cost, again.must_weight, again.certified) == (result.cost, result.must_weight, True)


@pytest.mark.parametrize("seed", range(40))
def test_shortages_say_how_many_rows_stay_unassigned(seed: int) -> None:
    draw = random.Random(seed)
    costs, allowed, slots = instance(draw)
    found = paidan.shortages(compress(costs, allowed), slot_costs=slots)
    missing = sum(len(one.rows) - one.slots for one in found)
    assert missing == brute_force(costs, allowed, slots, None)[0]
    for one in found:
        reach = {int(j) for i in one.rows for j in np.nonzero(allowed[i])[0]}
        assert reach <= set(one.columns)
        assert one.slots == sum(len(slots[j]) for j in one.columns) < len(one.rows)


def test_numpy_arrays_of_any_layout_and_type_are_read() -> None:
    costs = np.array([[4, 1, 3], [2, 0, 5], [3, 2, 2]])
    for table in (
        costs,
        costs.astype(np.int8),
        costs.astype(np.uint64),
        costs.astype(np.float32),
        np.asfortranarray(costs),
        np.repeat(costs, 2, axis=1)[:, ::2],
        costs.tolist(),
    ):
        result = paidan.assign(table)
        assert result.cost == 5
        assert result.column_of_row.tolist() == [1, 0, 2]
    assert paidan.assign(costs, unassigned=np.array([0, 9, 9])).column_of_row.tolist() == [-1, 1, 2]
    assert paidan.assign(costs[:, :2], slot_costs=np.array([[0, 1], [0, 1]])).cost == 4 + 1
    assert paidan.assign(np.zeros((0, 3))).cost == 0
    assert paidan.assign(np.zeros((2, 0))).column_of_row.tolist() == [-1, -1]


def test_more_rows_than_columns_fill_every_column() -> None:
    result = paidan.assign([[1], [5], [3]])
    assert result.column_of_row.tolist() == [0, -1, -1]
    assert (result.cost, result.certified) == (1, True)


def test_fractions_need_a_scale_which_rounds_once() -> None:
    costs = np.array([[0.5, 1.25], [1.0, 2.0]])
    with pytest.raises(paidan.InvalidInput, match=r"row 0, column 0: 0\.5 is not a whole number; .* give scale="):
        paidan.assign(costs)
    result = paidan.assign(costs, scale=4)
    assert (result.cost, result.column_of_row.tolist()) == (9, [1, 0])
    assert paidan.assign([[0.1, 0.2]], scale=10, unassigned=0.05).cost == 0  # 0.5 to the even 0
    sparse = compress(costs, np.ones((2, 2), dtype=bool), data="float64")
    assert paidan.assign(sparse, scale=4).cost == 9
    assert paidan.assign(np.array([[1, 2.0]], dtype=object), scale=10).cost == 10
    with pytest.raises(paidan.InvalidInput, match=r"2\^53 after scaling"):
        paidan.assign([[1e15]], scale=1000.0)
    for bad in (0, -1, float("nan")):
        with pytest.raises(paidan.InvalidInput, match="scale must be "):
            paidan.assign(costs, scale=bad)


def test_stored_zeros_are_pairs_and_what_is_not_stored_is_none() -> None:
    zero = Compressed((2, 2), np.array([0, 1, 2]), np.array([0, 0]), np.array([0, 0]))
    result = paidan.assign(zero, canonical=True)
    assert result.column_of_row.tolist() == [0, -1]
    longer = Compressed((1, 2), np.array([0, 1], dtype=np.int32), np.array([1, 7], dtype=np.int32), np.array([3, 9]))
    assert paidan.assign(longer).cost == 3  # room behind the last pair is not looked at


def test_bad_tables_are_named_by_row_and_column() -> None:
    ones = np.ones((2, 2), dtype=bool)
    for value in (np.nan, np.inf, -np.inf):
        dense = np.array([[1.0, 2.0], [3.0, value]])
        with pytest.raises(paidan.InvalidInput, match=r"costs: row 1, column 1: .* is not a whole number, so no cost"):
            paidan.assign(dense, scale=10)
        with pytest.raises(paidan.InvalidInput, match=r"costs: row 1, column 1: "):
            paidan.assign(compress(dense, ones, data="float64"))
        free = paidan.assign(dense, allowed=np.isfinite(dense))
        assert free.cost == 5
    with pytest.raises(paidan.InvalidInput, match=r"row 1 and column 0 are joined by two arcs"):
        paidan.assign(Compressed((2, 1), np.array([0, 0, 2]), np.array([0, 0]), np.array([1, 2])))
    with pytest.raises(paidan.InvalidInput, match=r"costs\.indices\[0\]"):
        paidan.assign(Compressed((1, 1), np.array([0, 1]), np.array([-1], dtype=np.int32), np.array([1])))
    with pytest.raises(paidan.InvalidInput):
        paidan.assign(Compressed((1, 1), np.array([0, 1]), np.array([5]), np.array([1])))
    with pytest.raises(paidan.InvalidInput, match=r"costs\.indptr: the shape must be 2, got 3"):
        paidan.assign(Compressed((1, 1), np.array([0, 1, 1]), np.array([0]), np.array([1])))
    with pytest.raises(paidan.InvalidInput):
        paidan.assign(Compressed((2, 1), np.array([0, 2, 1]), np.array([0, 0]), np.array([1, 1])))
    with pytest.raises(paidan.InvalidInput, match=r"row 0 and column 1 are both forced and forbidden"):
        paidan.assign([[1, 2]], forced=[(0, 1)], forbidden=[(0, 1)])
    with pytest.raises(paidan.InvalidInput, match=r"row 1 is forced to column 0, whose capacity of 1 is taken"):
        paidan.assign([[1], [2]], forced=[(0, 0), (1, 0)])
    with pytest.raises(paidan.InvalidInput, match=r"forced: the shape must be n × 2, got 1 × 3"):
        paidan.assign([[1]], forced=[(0, 0, 0)])  # type: ignore[list-item]
    with pytest.raises(paidan.InvalidInput, match=r"forced\[0\]"):
        paidan.assign([[1]], forced=[(0, -1)])
    with pytest.raises(paidan.InvalidInput):
        paidan.assign([[1, 2]], slot_costs=[3, 2])
    with pytest.raises(paidan.InvalidInput):
        paidan.assign([[2**60]])
    with pytest.raises(paidan.InvalidInput, match="must_serve: the shape must be 1, got 2"):
        paidan.assign([[1]], unassigned=1, must_serve=[True, False])
    with pytest.raises(TypeError, match="give unassigned= too"):
        paidan.assign([[1]], must_serve=[True])
    with pytest.raises(TypeError, match="allowed is for dense costs"):
        paidan.assign(compress(np.ones((2, 2)), ones), allowed=ones)
    with pytest.raises(TypeError):
        paidan.assign(np.array([["a"]]))


def test_a_live_assignment_is_what_a_fresh_one_would_be() -> None:
    draw = random.Random(5)
    costs = np.array([[draw.randint(0, 99) for _ in range(6)] for _ in range(12)])
    live = paidan.LiveAssignment(costs, unassigned=150, slot_costs=[0, 10])
    rows = list(range(12))
    dropped: list[int] = []
    for _ in range(300):
        step = draw.randrange(8)
        arcs = {column: draw.randint(0, 99) for column in draw.sample(range(live.columns), 3)}
        if step == 0:
            rows.append(live.add_row(arcs, penalty=draw.randint(50, 200)))
        elif step == 1 and len(rows) > 3:
            live.cancel_row(rows.pop(draw.randrange(len(rows))))
        elif step == 2:
            live.change_row(draw.choice(rows), arcs.items(), 120)
        elif step == 3:
            live.set_arc(draw.choice(rows), draw.randrange(live.columns), draw.randint(0, 99))
        elif step == 4 and len(dropped) < 2:
            column = draw.choice([j for j in range(live.columns) if j not in dropped])
            live.drop_column(column)
            dropped.append(column)
        elif step == 5 and dropped:
            live.restore_column(dropped.pop())
        elif step == 6:
            live.set_slots(draw.randrange(live.columns), sorted(draw.randint(0, 30) for _ in range(draw.randint(1, 3))))
        else:
            live.set_penalty(draw.choice(rows), draw.randint(50, 200))
        table = live.table()
        fresh = paidan.assign(table, unassigned=table.penalty, slot_costs=table.slot_costs)
        assert fresh.cost == live.cost
    answer = live.assignment()
    assert answer.certified
    assert answer.cost == live.cost
    assert [live.column_of(row) for row in range(live.rows)] == answer.column_of_row.tolist()
    assert "LiveAssignment" in repr(live)


def test_regrets_and_slot_gains_are_what_solving_again_gives() -> None:
    draw = random.Random(9)
    costs = np.array([[draw.randint(0, 99) for _ in range(4)] for _ in range(7)])
    live = paidan.LiveAssignment(costs, unassigned=120, slot_costs=[0])
    for row, column in itertools.product(range(7), range(4)):
        regret = live.regret(row, column)
        again = paidan.assign(costs, unassigned=120, forced=[(row, column)])
        assert live.cost + regret.cost == again.cost
        if live.column_of(row) != column:
            assert (regret.moves[0].row, regret.moves[0].from_, regret.moves[0].to) == (
                row,
                live.column_of(row),
                column,
            )
    for column in range(4):
        slots = [[0, 5] if j == column else [0] for j in range(4)]
        assert live.cost - live.slot_gain(column, 5) == paidan.assign(costs, unassigned=120, slot_costs=slots).cost
    out = live.regret(0, -1)
    assert out.possible
    assert live.regret(0, 0, arc_cost=-1000).cost < 0
    other = copy.copy(live)
    other.cancel_row(0)
    assert live.has_row(0)
    assert not other.has_row(0)


def test_a_refused_operation_changes_nothing() -> None:
    live = paidan.LiveAssignment([[1, 2], [3, 4]], unassigned=9)
    before = live.assignment()
    with pytest.raises(paidan.InvalidInput):
        live.set_arc(0, 7, 1)
    with pytest.raises(paidan.InvalidInput):
        live.add_row([(0, 1), (0, 2)], 5)
    with pytest.raises(paidan.InvalidInput):
        live.set_slots(0, [3, 1])
    with pytest.raises(paidan.InvalidInput):
        live.regret(0, -2)
    with pytest.raises(TypeError):
        live.add_row([5], 5)  # type: ignore[list-item]
    with pytest.raises(TypeError):
        paidan.LiveAssignment([[1]], unassigned=None)  # type: ignore[arg-type]
    after = live.assignment()
    assert (before.cost, before.column_of_row.tolist()) == (after.cost, after.column_of_row.tolist())
    live.cancel_row(1)
    with pytest.raises(paidan.InvalidInput, match="row 1 has been cancelled"):
        live.cancel_row(1)
    with pytest.raises(TypeError):
        pickle.dumps(live)

"""NumPy tables in: matrices and assignment."""

import itertools
import pickle
import random

import numpy as np
import paidan
import pandas as pd
import pytest


@pytest.mark.parametrize(
    "kind", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64"]
)
@pytest.mark.parametrize("layout", ["C", "F", "strided", "reversed"])
def test_any_array_of_whole_numbers_is_read_as_it_is_written(kind: str, layout: str) -> None:
    values = np.array([[0, 5, 7], [11, 0, 2], [3, 100, 0]])
    array = values.astype(kind, order="F" if layout == "F" else "C")
    if layout == "strided":
        wide = np.zeros((6, 9), dtype=kind)
        wide[::2, ::3] = values
        array = wide[::2, ::3]
    if layout == "reversed":
        array = np.ascontiguousarray(values[::-1, ::-1]).astype(kind)[::-1, ::-1]
    matrix = paidan.MatrixData(array, metres=array)
    assert matrix.size == 3
    assert np.array_equal(matrix.seconds, values)
    assert matrix.metres is not None
    assert np.array_equal(matrix.metres, values)
    assert matrix.seconds.dtype == np.int64


def test_lists_frames_and_none_are_read_too() -> None:
    matrix = paidan.MatrixData([[0, None], [3, 0]])
    assert matrix.seconds.tolist() == [[0, -1], [3, 0]]
    assert matrix.metres is None
    assert paidan.MatrixData(pd.DataFrame([[0, -1], [3, 0]])) == matrix
    assert pickle.loads(pickle.dumps(matrix)) == matrix
    assert paidan.MatrixData(np.array([[0, None], [3, 0]], dtype=object)) == matrix


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        (float("nan"), "row 1, column 0: nan is not a whole number", "第1行第0列:nan不是整数"),
        (float("inf"), "row 1, column 0: inf is not a whole number", "第1行第0列:inf不是整数"),
        (2.5, "row 1, column 0: 2.5 is not a whole number", "第1行第0列:2.5不是整数"),
        (1e300, "row 1, column 0: 1e+300 is not a whole number", "第1行第0列:1e+300不是整数"),
    ],
)
def test_a_float_that_is_not_whole_is_named_with_row_and_column(value: float, en: str, zh: str) -> None:
    for table in (np.array([[0.0, 1.0], [value, 0.0]]), [[0.0, 1], [value, 0]]):
        with pytest.raises(paidan.InvalidInput) as caught:
            paidan.MatrixData(table)
        assert caught.value.message("en") == f"MatrixData.seconds: {en}"
        assert caught.value.message("zh") == f"MatrixData.seconds:{zh}"


def test_wrong_shapes_are_named() -> None:
    with pytest.raises(paidan.InvalidInput, match=r"MatrixData.seconds: the shape must be n × n, got 1 × 2"):
        paidan.MatrixData([[0, 1]])
    with pytest.raises(paidan.InvalidInput, match=r"row 1 has 1 columns, the first has 2"):
        paidan.MatrixData([[0, 1], [2]])
    with pytest.raises(paidan.InvalidInput, match=r"MatrixData.metres: the shape must be 2 × 2, got 1 × 1"):
        paidan.MatrixData([[0, 1], [2, 0]], metres=[[0]])
    with pytest.raises(paidan.InvalidInput, match=r"the shape must be n × m, got 1-dimensional"):
        paidan.MatrixData(np.array([1, 2]))
    with pytest.raises(TypeError, match=r"must hold integers, not elements of format"):
        paidan.MatrixData(np.array([[1 + 2j]]))
    with pytest.raises(TypeError, match=r"MatrixData.seconds must be a table of int, not str"):
        paidan.MatrixData("0,1")  # type: ignore[arg-type]


def test_the_matrix_given_back_is_a_copy() -> None:
    matrix = paidan.MatrixData([[0, 1], [2, 0]])
    matrix.seconds[0, 1] = 99
    assert matrix.seconds[0, 1] == 1


# ---------------------------------------------------------------- assignment


def brute_force(costs: np.ndarray, penalty: list[int], slots: list[list[int]], allowed: np.ndarray) -> int:
    best = None
    rows, columns = costs.shape
    for choice in itertools.product(range(-1, columns), repeat=rows):
        loads = [0] * columns
        total = 0
        for row, column in enumerate(choice):
            if column < 0:
                total += penalty[row]
                continue
            if not allowed[row, column] or loads[column] >= len(slots[column]):
                break
            total += int(costs[row, column]) + slots[column][loads[column]]
            loads[column] += 1
        else:
            best = total if best is None else min(best, total)
    assert best is not None
    return best


@pytest.mark.parametrize("seed", range(60))
def test_an_assignment_is_as_cheap_as_brute_force_finds(seed: int) -> None:
    draw = random.Random(seed)
    rows, columns = draw.randint(0, 4), draw.randint(1, 4)
    costs = np.array([[draw.randint(-5, 30) for _ in range(columns)] for _ in range(rows)], dtype=np.int64).reshape(
        rows, columns
    )
    allowed = np.array([[draw.random() < 0.8 for _ in range(columns)] for _ in range(rows)], dtype=bool).reshape(
        rows, columns
    )
    penalty = [draw.randint(0, 40) for _ in range(rows)]
    slots = [sorted(draw.randint(0, 9) for _ in range(draw.randint(1, 2))) for _ in range(columns)]
    result = paidan.assign(costs, unassigned=penalty, slot_costs=slots, allowed=allowed)
    assert result.cost == brute_force(costs, penalty, slots, allowed)
    assert result.certified
    assert result.column_of_row.shape == (rows,)
    assert result.row_dual.shape == (rows,)
    assert result.column_dual.shape == (columns,)
    for row, column in enumerate(result.column_of_row):
        assert column == -1 or allowed[row, column]
    again = pickle.loads(pickle.dumps(result))
    assert (again.cost, again.column_of_row.tolist()) == (result.cost, result.column_of_row.tolist())


def test_one_penalty_and_one_slot_list_serve_all() -> None:
    result = paidan.assign([[1, 9], [2, 9], [3, 9]], unassigned=100, slot_costs=[0, 1])
    assert result.cost == 1 + 2 + 9 + 1
    assert sorted(result.column_of_row.tolist()) == [0, 0, 1]
    assert "certified" in repr(result)


def test_wrong_tables_are_named() -> None:
    with pytest.raises(paidan.InvalidInput, match=r"costs: row 0, column 1: nan is not a whole number"):
        paidan.assign(np.array([[1.0, np.nan]]), unassigned=5)
    with pytest.raises(paidan.InvalidInput, match=r"unassigned: the shape must be 2, got 1"):
        paidan.assign([[1], [2]], unassigned=[5])
    with pytest.raises(paidan.InvalidInput, match=r"slot_costs: the shape must be 2, got 1"):
        paidan.assign([[1, 2]], unassigned=5, slot_costs=[[0]])
    with pytest.raises(paidan.InvalidInput, match=r"allowed: the shape must be 1 × 2, got 1 × 1"):
        paidan.assign([[1, 2]], unassigned=5, allowed=[[True]])
    with pytest.raises(TypeError, match=r"allowed\[0\]\[1\] must be bool, not int"):
        paidan.assign([[1, 2]], unassigned=5, allowed=[[True, 1]])
    with pytest.raises(TypeError):
        paidan.assign([[1, 2]], 5)  # type: ignore[misc, call-arg]

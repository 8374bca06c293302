"""Tables of numbers as the engine reads them: plain buffers, each number checked and the first bad one named."""

from __future__ import annotations

import contextlib
import math
import operator
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np

from . import _paidan
from ._errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeGuard

    Array = np.ndarray[Any, Any]
    Place = Callable[[int], tuple[int, int]]  # row and column of the k-th number

EXACT = 2.0**53  # every whole number up to here is a double
NO_INDEX = 2**32 - 1  # what the engine calls unassigned


def _fail(code: str, path: str, **parameters: object) -> NoReturn:
    raise InvalidInput([_paidan.make_error(code, path, 0, {name: str(value) for name, value in parameters.items()})])


def _wrong(path: str, expected: str, got: object) -> NoReturn:
    raise TypeError(f"{path} must be {expected}, not {'None' if got is None else type(got).__name__}")


def _shaped(path: str, good: bool, expected: object, got: object) -> None:
    if not good:
        _fail("wrong_shape", path, expected=_extent(expected), value=_extent(got))


def _extent(shape: object) -> object:
    if not isinstance(shape, tuple):
        return shape
    return f"{shape[0]} × {shape[1]}" if len(shape) == 2 else f"{len(shape)}-dimensional"


def _array(value: Any) -> Any:
    """Over the buffer that there may be, without a copy, or of a DataFrame; anything else as it is."""
    value = value.to_numpy() if hasattr(value, "to_numpy") else value
    if isinstance(value, list | tuple | bytes):
        return value
    try:
        return np.asarray(value if isinstance(value, np.ndarray) else memoryview(value))
    except TypeError:
        return value


def _plain(value: Any, dimensions: int) -> TypeGuard[Array]:
    return isinstance(value, np.ndarray) and value.ndim == dimensions and value.dtype != object


def _list(value: Any, path: str, expected: str) -> list[Any]:
    if isinstance(value, list):
        return value
    if not isinstance(value, str | bytes | dict):
        with contextlib.suppress(TypeError, NotImplementedError):
            return list(value)
    _wrong(path, expected, value)


def _typed(values: Array, path: str) -> None:
    if values.dtype.char not in "?bBhHiIlLqQfd" or not values.dtype.isnative:
        raise TypeError(f"{path} must hold integers, not elements of format '{values.data.format}'")


def _one(value: float, path: str, place: tuple[int, int], scale: float | None = None, code: str = "") -> int:
    """A number as a cost; `code` is the error where it is no cost but has to be whole."""
    number = float(value)
    product = number if scale is None else number * scale
    whole = scale is not None or number.is_integer()
    if not whole or not abs(product) <= EXACT:
        kind = "no_cost" if not math.isfinite(number) else "beyond_exact" if whole else "fraction"
        _fail(code or kind, path, row=place[0], column=place[1], value=value if code else number)
    return round(product)


def _whole(values: Array, path: str, place: Place, scale: float | None = None, code: str = "") -> Array:
    """As `_one` of each number of an array; always a copy, row by row."""
    _typed(values, path)
    with np.errstate(all="ignore"):
        numbers = values if scale is None else np.rint(np.multiply(values, scale, dtype=np.float64))
        made = numbers.astype(np.int64, order="C")
        bad = made != numbers
        if numbers.dtype.kind == "f":
            bad |= (numbers > EXACT) | (numbers < -EXACT)
    if bad.any():
        k = int(bad.argmax())
        _one(values.flat[k].item(), path, place(k), scale, code)  # raises
    return made


def _integer(value: Any, path: str, low: int = -(2**63), high: int = 2**63 - 1) -> int:
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        _wrong(path, "int", value)
    number = operator.index(value)
    if not low <= number <= high:
        _fail("out_of_range", "", field=path, low=low, high=high, value=number)
    return number


def _bounded(values: Array, path: str, high: int) -> Array:
    """Integers from 0 to `high`, item by item."""
    _typed(values, path)
    bad = (values < 0) | (values > high)
    if bad.any():
        k = int(bad.argmax())
        _integer(values.flat[k], f"{path}[{k * len(values) // values.size}]", 0, high)  # raises
    return values


def _is_number(value: Any) -> bool:
    """One number, not an array of them (which may pretend to be an index)."""
    return not hasattr(value, "__len__") and (hasattr(value, "__index__") or hasattr(value, "__float__"))


def _number(value: Any, path: str, row: int, scale: float | None) -> int:
    number = float(value) if _is_number(value) and not hasattr(value, "__index__") else _integer(value, path)
    return number if isinstance(number, int) and scale is None else _one(number, path, (row, 0), scale)


def _numbers(value: Any, path: str, size: int, scale: float | None) -> Array:
    """`size` numbers, or one for all."""
    if _is_number(value):
        return np.full(size, _number(value, path, 0, scale))
    array = None if hasattr(value, "to_numpy") else _array(value)
    if _plain(array, 1):
        _shaped(path, len(array) == size, size, len(array))
        return _whole(array, path, lambda k: (k, 0), scale)
    items = _list(value, path, "a list of int")
    made = np.array(items if scale is None and set(map(type, items)) == {int} else None)
    if made.dtype != np.int64:
        made = np.array([_number(item, f"{path}[{k}]", k, scale) for k, item in enumerate(items)], dtype=np.int64)
    _shaped(path, len(made) == size, size, len(made))
    return made


def _cell(cell: Any, path: str, row: int, column: int) -> int:
    if isinstance(cell, float):
        return _one(float(cell), path, (row, column), code="not_whole")
    return _integer(cell, f"{path}[{row}][{column}]")


def _table(value: Any, path: str, missing: int | None = None) -> Array:
    """A rectangle of integers; None in a list becomes `missing`, if there is such a number."""
    value = _array(value)
    if isinstance(value, np.ndarray):
        _shaped(path, value.ndim == 2, "n × m", value.shape)
    if not _plain(value, 2):
        rows = _list(value, path, "a table of int")
        rows = [_list(row, f"{path}[{i}]", "a list of int") for i, row in enumerate(rows)]
        columns = len(rows[0]) if rows else 0
        for i, row in enumerate(rows):
            if len(row) != columns:
                _fail("not_rectangular", path, row=i, columns=len(row), expected=columns)
        kinds = {kind for row in rows for kind in set(map(type, row))}
        if missing is not None and type(None) in kinds:
            rows = [[missing if cell is None else cell for cell in row] for row in rows]
            kinds = kinds - {type(None)} | {int}
        with contextlib.suppress(OverflowError):
            value = np.array(rows, dtype=kinds.pop()) if kinds in ({int}, {float}) else None
        if not _plain(value, 2):  # mixed, or beyond 64 bits
            made = [[_cell(cell, path, i, j) for j, cell in enumerate(row)] for i, row in enumerate(rows)]
            value = np.array(made, dtype=np.int64).reshape(len(rows), columns)
    return _whole(value, path, lambda k: divmod(k, value.shape[1]), code="not_whole")


def matrix(seconds: Any, metres: Any) -> tuple[Array, Array]:
    """What MatrixData is made of; without metres, the seconds twice."""
    times = _table(seconds, "MatrixData.seconds", -1)
    _shaped("MatrixData.seconds", times.shape[0] == times.shape[1], "n × n", times.shape)
    lengths = times if metres is None else _table(metres, "MatrixData.metres", 0)
    _shaped("MatrixData.metres", times.shape == lengths.shape, times.shape, lengths.shape)
    return times, lengths


def _flags(value: Any, path: str) -> Array:
    array = _array(value)
    flags = array if _plain(array, 1) and array.dtype == bool else _list(array, path, "a list of bool")
    if not {bool, np.bool_}.issuperset(map(type, flags)):
        k, flag = next((k, flag) for k, flag in enumerate(flags) if not isinstance(flag, bool | np.bool_))
        _wrong(f"{path}[{k}]", "bool", flag)
    return np.array(flags, dtype=bool)


def _mask(value: Any, shape: tuple[int, int]) -> Array:
    mask = _array(value)
    if not (_plain(mask, 2) and mask.dtype == bool):
        rows = [_flags(row, f"allowed[{i}]") for i, row in enumerate(_list(mask, "allowed", "a table of bool"))]
        other = [len(row) for row in rows if len(row) != shape[1]]
        mask = np.array(rows) if rows and not other else np.empty((len(rows), other[-1] if other else shape[1]))
    _shaped("allowed", mask.shape == shape, shape, mask.shape)
    return np.asarray(mask, dtype=bool)


def _sized(shape: tuple[int, ...]) -> tuple[int, int]:
    _shaped("costs", len(shape) == 2, "n × m", shape)
    if max(shape) >= NO_INDEX:
        raise ValueError("the table is too large")
    return shape[0], shape[1]


def _place(begin: Array, column: Array) -> Place:
    return lambda k: (int(np.searchsorted(begin, k, side="right")) - 1, int(column[k]))


def _dense(costs: Any, allowed: Any, scale: float | None) -> tuple[tuple[int, int], Array, Array, Array]:
    values = _array(costs)
    if scale is not None and not isinstance(values, np.ndarray):
        values = np.asarray(values, dtype=np.float64)
    values = values if _plain(values, 2) else _table(values, "costs")
    shape = _sized(values.shape)
    column = np.tile(np.arange(shape[1], dtype=np.uint32), shape[0])
    count = np.full(shape[0], shape[1])
    if allowed is not None:
        mask = _mask(allowed, shape)
        pairs = np.flatnonzero(mask)  # what stands elsewhere does not matter
        count, column, values = mask.sum(axis=1), column[pairs], values.ravel()[pairs]
    begin = np.concatenate([[0], np.cumsum(count)]).astype(np.uint64)
    return shape, begin, column, _whole(values, "costs", _place(begin, column), scale).ravel()


def _vector(owner: Any, name: str, most: int | None = None, least: int | None = None) -> Array:
    """An array of the caller's, itself; integers from 0 to `most`, if that is given."""
    path = f"costs.{name}"
    array = _array(getattr(owner, name))
    if not isinstance(array, np.ndarray):
        _wrong(path, "an array", array)
    _shaped(path, array.ndim == 1, "n", f"{array.ndim}-dimensional")
    _shaped(path, len(array) >= (least or 0), least, len(array))
    array = array[:least]
    if most is not None and array.dtype.kind == "f":
        raise TypeError(f"{path} must hold integers")
    return array if most is None else _bounded(array, path, most)


def _sparse(costs: Any, scale: float | None) -> tuple[tuple[int, int], Array, Array, Array]:
    owner = costs.tocsr() if hasattr(costs, "tocsr") else costs
    sizes = _list(owner.shape, "costs.shape", "a list of int")
    shape = _sized(tuple(_integer(size, f"costs.shape[{k}]", 0, 2**64 - 1) for k, size in enumerate(sizes)))
    begin = _vector(owner, "indptr", 2**62).astype(np.uint64)
    _shaped("costs.indptr", len(begin) == shape[0] + 1, shape[0] + 1, len(begin))
    pairs = int(begin[-1])
    column = _vector(owner, "indices", NO_INDEX, pairs)
    column = column.view(np.uint32) if column.dtype == np.int32 else column.astype(np.uint32)  # int32: in place
    data = _vector(owner, "data", None, pairs)
    if scale is None and data.dtype == np.int64:
        return shape, begin, column, data  # itself
    _typed(data, "costs.data")
    return shape, begin, column, _whole(data, "costs", _place(begin, column), scale)


def _slots(slot_costs: Any, columns: int, scale: float | None) -> tuple[Array, Array]:
    path = "slot_costs"
    items = _list(slot_costs, path, "a list of lists of int")
    if items and _is_number(items[0]):
        shared = _numbers(slot_costs, path, len(items), scale)
        return np.arange(columns + 1, dtype=np.uint64) * np.uint64(len(shared)), np.tile(shared, columns)
    _shaped(path, len(items) == columns, columns, len(items))
    lists = [np.zeros(0, dtype=np.int64)]
    for j, item in enumerate(items):
        if _is_number(item):
            _wrong(f"{path}[{j}]", "a list of int", item)
        lists.append(_numbers(item, f"{path}[{j}]", len(item), scale))
    return np.cumsum([len(one) for one in lists]).astype(np.uint64), np.concatenate(lists)


def _pairs(given: Any, path: str) -> Array:
    if given is None:
        return np.zeros(0, dtype=np.uint32)
    pairs = _table(given, path)
    _shaped(path, len(pairs) == 0 or pairs.shape[1] == 2, "n × 2", pairs.shape)
    return _bounded(pairs, path, NO_INDEX - 1).astype(np.uint32)


def assignment(
    costs: Any, unassigned: Any, slot_costs: Any, allowed: Any, forced: Any, forbidden: Any, must_serve: Any, scale: Any
) -> tuple[Any, ...]:
    """The parts of an AssignmentView, then the penalty that stands for `unassigned=None` (no cost; 0 = none).

    In a complete table a row may take any free slot, so this much more than the dearest pair and slot keeps it from
    staying alone; a must-serve weight, which has to outweigh all pairs together, would need 64 bits.
    """
    sparse = hasattr(costs, "tocsr") or hasattr(costs, "indptr")
    if sparse and allowed is not None:
        raise TypeError("allowed is for dense costs: a sparse matrix lists its pairs")
    shape, begin, column, cost = _sparse(costs, scale) if sparse else _dense(costs, allowed, scale)
    slot_begin, slot_cost = _slots([0] if slot_costs is None else slot_costs, shape[1], scale)
    pairs = _pairs(forced, "forced"), _pairs(forbidden, "forbidden")
    if unassigned is None:
        if must_serve is not None:
            raise TypeError("must_serve comes before the cost of leaving other rows alone: give unassigned= too")
        dearest, slot = int(cost.max(initial=0)), int(slot_cost.max(initial=0))
        complete = not sparse and allowed is None and not any(map(len, pairs))
        lifted = dearest + slot + 1 if complete and max(dearest, slot) < 2**50 else 0
        penalty, must = np.full(shape[0], lifted), np.full(0 if lifted else shape[0], True)
    else:
        lifted, penalty = 0, _numbers(unassigned, "unassigned", shape[0], scale)
        must = np.full(0, True) if must_serve is None else _flags(must_serve, "must_serve")
        _shaped("must_serve", must_serve is None or len(must) == shape[0], shape[0], len(must))
    return (*shape, begin, column, cost, penalty, slot_begin, slot_cost, *pairs, must, lifted)

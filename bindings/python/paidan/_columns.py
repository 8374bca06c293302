"""Columns of facts as the engine reads them: plain buffers, texts as codes into a dictionary."""

from __future__ import annotations

import datetime
import math
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = np.timedelta64(1, "D")


def _missing(value: Any) -> bool:
    return (
        value is None or type(value).__name__ in ("NaTType", "NAType") or (type(value) is float and math.isnan(value))
    )


def _coded(values: Iterable[Any]) -> tuple[str, Any, list[Any] | None]:
    """Each different value once, and for each row which it is; -1 where there is none."""
    known: dict[tuple[type, Any], int] = {}
    codes: list[int] = []
    rows = list(values)
    try:
        for value in rows:
            codes.append(-1 if _missing(value) else known.setdefault((type(value), value), len(known)))
    except TypeError:  # something that cannot be a key, such as a list
        return "values", [None if _missing(value) else value for value in rows], None
    return "codes", np.asarray(codes, dtype=np.int32), [value for _, value in known]


def _moments(values: np.ndarray[Any, Any]) -> tuple[str, Any, list[Any] | None]:
    """Days where every moment is a midnight, dates and times otherwise."""
    days = values.astype("datetime64[D]")
    missing = np.isnat(values)
    if bool(np.all((days == values) | missing)):
        return "days", np.ascontiguousarray(days.astype(np.int64)), None
    unique, codes = np.unique(values, return_inverse=True)
    codes = np.where(missing, -1, codes).astype(np.int32)
    dictionary = [
        None if np.isnat(one) else datetime.datetime.fromisoformat(str(one.astype("datetime64[us]"))) for one in unique
    ]
    return "codes", np.ascontiguousarray(codes), dictionary


def _array(values: np.ndarray[Any, Any]) -> tuple[str, Any, list[Any] | None]:
    if values.ndim != 1:
        raise TypeError(f"a column of facts needs one dimension, not {values.ndim}")
    kind = values.dtype.kind
    if kind == "i" or (kind == "u" and values.dtype.itemsize < 8):
        return "integers", np.ascontiguousarray(values, dtype=np.int64), None
    if kind == "f" and values.dtype.itemsize == 8:
        return "doubles", np.ascontiguousarray(values, dtype=np.float64), None
    if kind == "b":
        return "booleans", np.ascontiguousarray(values, dtype=np.uint8), None
    if kind == "M":
        return _moments(values)
    if kind == "U":
        unique, codes = np.unique(values, return_inverse=True)
        return "codes", np.ascontiguousarray(codes, dtype=np.int32), [str(one) for one in unique]
    return _coded(values if kind == "f" or kind == "u" else values.tolist())


def _column(values: Any) -> tuple[str, Any, list[Any] | None]:
    if isinstance(values, np.ndarray):
        return _array(values)
    dtype = getattr(values, "dtype", None)
    if dtype is None:
        return _coded(values)
    # pandas, without importing it
    if hasattr(values, "cat"):
        categories = [None if _missing(one) else one for one in values.cat.categories.tolist()]
        return "codes", np.ascontiguousarray(values.cat.codes, dtype=np.int32), categories
    if isinstance(dtype, np.dtype) and dtype.kind != "O":
        return _array(values.to_numpy())
    if isinstance(dtype, np.dtype) or getattr(dtype, "kind", "O") not in "iufb" or bool(values.isna().any()):
        return _factorized(values)
    return _array(values.to_numpy(dtype=dtype.numpy_dtype))


def _factorized(values: Any) -> tuple[str, Any, list[Any] | None]:
    """As `_coded`, by pandas where only texts are in the column (True and 1 would be one)."""
    import pandas as pd

    if pd.api.types.infer_dtype(values, skipna=True) not in ("string", "empty"):
        return _coded(values.tolist())
    codes, unique = pd.factorize(values)
    return "codes", np.ascontiguousarray(codes, dtype=np.int32), list(unique)


def prepare(names: list[str], columns: Any) -> list[tuple[str, str, Any, list[Any] | None]]:
    """(name, form, buffer, dictionary) of each fact that is there, in the order of the names; others by name only."""
    keys = list(columns.keys())
    prepared: list[tuple[str, str, Any, list[Any] | None]] = [
        (name, *_column(columns[name])) for name in names if name in keys
    ]
    return prepared + [(key, "unused", None, None) for key in keys if isinstance(key, str) and key not in names]

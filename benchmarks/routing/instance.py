"""Routing problems with time windows as Solomon (100 customers) and Gehring and Homberger (200 to 1,000) publish them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

TENTHS = 10


@dataclass(frozen=True)
class Customer:
    """x and y as in the file; times in tenths. Customer 0 is the depot."""

    x: int
    y: int
    demand: int
    ready: int
    due: int
    service: int


@dataclass(frozen=True)
class Instance:
    name: str
    vehicles: int
    capacity: int
    customers: tuple[Customer, ...]

    def distances(self) -> npt.NDArray[np.int64]:
        """Tenths, by the convention of the DIMACS challenge of 2021: Euclidean, one decimal, the rest cut off.

        The root of a whole number below 2^53 is rounded correctly, so it cannot reach the next whole number.
        """
        x, y = (np.array([getattr(one, axis) for one in self.customers], dtype=np.int64) for axis in "xy")
        square = TENTHS * TENTHS * (np.subtract.outer(x, x) ** 2 + np.subtract.outer(y, y) ** 2)
        tenths: npt.NDArray[np.int64] = np.floor(np.sqrt(square)).astype(np.int64)
        return tenths


def read_instance(path: Path) -> Instance:
    """Raises ValueError naming file, line and what was expected."""
    vehicles = capacity = 0
    customers: list[Customer] = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = [int(word) for word in text.split()]
        except ValueError:
            if text.split()[0].isdecimal():
                raise ValueError(f"{path}:{number}: expected whole numbers, not {text.strip()!r}") from None
            continue  # the name, or a heading
        if not row:
            continue
        if len(row) == 2:
            if vehicles or row[0] <= 0 or row[1] < 0:
                raise ValueError(f"{path}:{number}: expected one row of vehicles and capacity")
            vehicles, capacity = row
        elif len(row) == 7:
            if row[0] != len(customers):
                raise ValueError(f"{path}:{number}: expected customers counted from 0")
            _, x, y, demand, ready, due, service = row
            if demand < 0 or due < ready or service < 0:
                raise ValueError(
                    f"{path}:{number}: expected demand and service not below 0 and a window that ends after it begins"
                )
            customers.append(Customer(x, y, demand, ready * TENTHS, due * TENTHS, service * TENTHS))
        else:
            raise ValueError(f"{path}:{number}: expected 2 or 7 numbers, found {len(row)}")
    if not vehicles:
        raise ValueError(f"{path}: no row of vehicles and capacity")
    if len(customers) < 2:
        raise ValueError(f"{path}: no customers")
    return Instance(path.stem, vehicles, capacity, tuple(customers))

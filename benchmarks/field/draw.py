"""Chance that is the same on every machine and in every version of Python.

Only ``random.Random(text).random()`` is used, the one stream that Python promises to keep; everything else is made of it by additions and
multiplications. Where an exponential is needed, its result is rounded so coarsely that the last bit of a C library does not matter.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class Draw:
    def __init__(self, name: str) -> None:
        self._next = random.Random(name).random

    def share(self) -> float:
        """From 0 up to 1."""
        return self._next()

    def chance(self, share: float) -> bool:
        return self._next() < share

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self._next()

    def whole(self, low: int, high: int) -> int:
        """Both included."""
        return low + int(self._next() * (high - low + 1))

    def bell(self) -> float:
        """Nearly normal: mean 0, deviation 1, never beyond 6."""
        total = -6.0
        for _ in range(12):  # not sum(): it rounds otherwise from Python 3.12 on
            total += self._next()
        return total

    def pick(self, among: Sequence[T]) -> T:
        return among[int(self._next() * len(among))]

    def weighted(self, weights: Mapping[T, int]) -> T:
        left = self._next() * sum(weights.values())
        for one, weight in weights.items():
            left -= weight
            if left < 0:
                return one
        return one

    def sample(self, among: Sequence[T], count: int) -> list[T]:
        """Different ones, in the order in which they were drawn."""
        left = list(among)
        return [left.pop(int(self._next() * len(left))) for _ in range(count)]

    def weighted_sample(self, weights: Mapping[T, int], count: int) -> list[T]:
        left = dict(weights)
        drawn: list[T] = []
        for _ in range(count):
            drawn.append(self.weighted(left))
            del left[drawn[-1]]
        return drawn

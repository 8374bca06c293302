"""The two tables of the claim `rules` and inputs for them, as benchmarks/micro/rules.cpp has them; plain Python for both
environments. A table is its inputs' names and its rules: cells in FEEL (which zen-engine's language agrees with here), and the
output."""

import random
from collections.abc import Callable
from typing import Any

Rules = list[tuple[list[str], int]]
SERVICES = ["repair", "install", "clean", "visit"]
KM = ["[0..3]", "(3..8]", "(8..15]", "(15..30]", "> 30"]


def small() -> tuple[list[str], Rules]:
    """Ten rules over a text and a number."""
    rows = [
        ("repair", "[0..3]", 30),
        ("repair", "(3..10]", 50),
        ("repair", "(10..30]", 90),
        ("repair", "> 30", 150),
        ("install", "[0..3]", 60),
        ("install", "(3..10]", 80),
        ("install", "> 10", 140),
        ("clean", "<= 10", 40),
        ("clean", "> 10", 70),
        ("visit", "", 10),
    ]
    return ["service", "km"], [([f'"{service}"', km], fee) for service, km, fee in rows]


def large() -> tuple[list[str], Rules]:
    """A thousand rules over six columns of every sort."""
    rows = []
    for r in range(1000):
        cat = r // 10 % 10 * 2
        city, cats, urgent = f'"city{r // 100}"', f'"cat{cat}","cat{cat + 1}"', "true" if r % 2 else "false"
        floor, level = ["", "<= 6", "> 6"][r % 3], ["", "[1..5]", ">= 3"][r // 3 % 3]
        rows.append(([city, cats, KM[r // 2 % 5], urgent, floor, level], r))
    return ["city", "cat", "km", "urgent", "floor", "level"], rows


def small_input(dice: random.Random) -> dict[str, Any]:
    return {"service": dice.choice(SERVICES), "km": dice.randrange(400) / 10}


def large_input(dice: random.Random) -> dict[str, Any]:
    return {
        "city": f"city{dice.randrange(10)}",
        "cat": f"cat{dice.randrange(20)}",
        "km": dice.randrange(400) / 10,
        "urgent": dice.random() < 0.5,
        "floor": dice.randrange(1, 20),
        "level": dice.randrange(1, 7),
    }


def inputs(make: Callable[[random.Random], dict[str, Any]]) -> list[dict[str, Any]]:
    dice = random.Random(1)
    return [make(dice) for _ in range(1024)]


TABLES = {"small": (small(), inputs(small_input)), "large": (large(), inputs(large_input))}

"""Fixtures of the Python door's tests. Helpers stand in city.py."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import paidan
from city import make_problem


@pytest.fixture(scope="session")
def problem() -> paidan.Problem:
    return make_problem()


@pytest.fixture(scope="session")
def plan(problem: paidan.Problem) -> paidan.Plan:
    return paidan.plan(problem, iterations=50)

"""Fixtures of the Python door's tests. Helpers stand in city.py."""

import pathlib
import signal
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "benchmarks" / "routing"))
sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "benchmarks" / "claims"))

import paidan
from city import make_problem

# Under nohup, or in the background of a script, SIGINT comes ignored, and Python leaves it so – for itself and for what it
# starts. Tests that press Ctrl-C would then wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def problem() -> paidan.Problem:
    return make_problem()


@pytest.fixture(scope="session")
def plan(problem: paidan.Problem) -> paidan.Plan:
    return paidan.plan(problem, iterations=50)

"""What the claim `trsp` stands on: reading an instance, its problem, working times. No published data."""

from pathlib import Path

import paidan
import pytest
from working_days import bare_copy, problem_of, read_trsp, working_time

TEXT = """TINY.4_2-2-1-1

INFO
CREW COUNT  SKILLS  TOOLS   SPARE PARTS
2      2       1       1

DEPOT TECHNICIANS AND REQUESTS
ID   X     Y     TWS    TWE    Serv   SKILLS   TOOLS    SPARE PARTS
0    0     0     0      100    0      []  []  []
1    0     0     0      100    0      [0]     []     [1]
2    10    0     0      100    0      [0,1]     [0]     [0]
3    3     4     20     30     2      [0]     []     [1]
4    7     4     40     50     2      [1]     [0]     [0]
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "TINY.4_2-2-1-1.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_instance_is_read(tiny: Path) -> None:
    instance = read_trsp(tiny)
    assert (instance.name, instance.crews, len(instance.places)) == ("TINY", 2, 5)
    assert instance.places[2].skills == {0, 1}
    assert instance.distance(0, 3) == 5
    assert list(instance.requests()) == [3, 4]


def test_what_is_not_a_row_is_named(tiny: Path) -> None:
    tiny.write_text(TEXT.replace("4    7     4     40     50     2 ", "4    7     4     40     2 "), encoding="utf-8")
    with pytest.raises(ValueError, match=r"TINY.*:13: expected ID X Y"):
        read_trsp(tiny)


def test_working_time_counts_from_the_latest_departure(tiny: Path) -> None:
    instance = read_trsp(tiny)
    # Both by the second technician: leaves at 30 − √65 …, waits from 32 + 4 to 40, is back 5 after 42.
    legs = instance.distance(2, 3) + instance.distance(3, 4) + instance.distance(4, 2)
    assert working_time(instance, {2: [3, 4]}) == pytest.approx(legs + 4 + 4)
    assert working_time(instance, {1: [3], 2: [4]}) == pytest.approx(10 + 2 + 10 + 2)


@pytest.mark.parametrize(
    ("routes", "why"),
    [
        ({1: [3, 4]}, "lacks a skill"),
        ({2: [4, 3]}, "is reached at"),
        ({2: [3]}, "request 4 is visited 0 times"),
        ({3: [3, 4]}, "no technician 3"),
    ],
)
def test_wrong_routes_are_told(tiny: Path, routes: dict[int, list[int]], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        working_time(read_trsp(tiny), routes)


def test_the_plan_is_the_best_one(tiny: Path) -> None:
    instance = read_trsp(tiny)
    plan = paidan.plan(problem_of(instance), iterations=500)
    routes = {int(r.technician[1:]): [int(s.order) for s in r.stops if s.order is not None] for r in plan.routes}
    best = min(working_time(instance, both) for both in ({2: [3, 4]}, {1: [3], 2: [4]}))
    assert working_time(instance, routes) == pytest.approx(best)


def test_the_bare_copy_has_no_tools_and_parts(tiny: Path, tmp_path: Path) -> None:
    copy = bare_copy(tiny, tmp_path / "bare")
    assert read_trsp(copy) == read_trsp(tiny)
    assert "[1]     [0]" not in copy.read_text(encoding="utf-8")

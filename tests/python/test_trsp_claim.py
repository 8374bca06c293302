"""What the claim `trsp` stands on: reading an instance, its problem, working times. No published data."""

from pathlib import Path

import paidan
import pytest
from working_days import bare, bare_copy, problem_of, read_trsp, working_time

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
    assert (instance.places[2].tools, instance.places[1].parts) == ({0}, (1,))
    assert all(not place.tools and not place.parts for place in bare(instance).places)
    assert instance.distance(0, 3) == 5
    assert list(instance.requests()) == [3, 4]


def test_what_is_not_a_row_is_named(tiny: Path) -> None:
    tiny.write_text(TEXT.replace("4    7     4     40     50     2 ", "4    7     4     40     2 "), encoding="utf-8")
    with pytest.raises(ValueError, match=r"TINY.*:13: expected ID X Y"):
        read_trsp(tiny)


def test_working_time_counts_from_the_latest_departure(tiny: Path) -> None:
    instance = bare(read_trsp(tiny))
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
        working_time(bare(read_trsp(tiny)), routes)


@pytest.mark.parametrize(
    ("routes", "why"),
    [
        ({2: [3, 4]}, "lacks a part for 3"),  # it carries none, and request 3 takes one
        ({2: [0, 3, 0, 4]}, "calls at the depot twice"),
    ],
)
def test_parts_come_off_the_van_or_from_the_depot(tiny: Path, routes: dict[int, list[int]], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        working_time(read_trsp(tiny), routes)


def test_a_tool_is_on_the_van_or_lent(tiny: Path) -> None:
    tiny.write_text(
        tiny.read_text(encoding="utf-8").replace("[1]     [0]     [0]", "[1]     [1]     [0]"), encoding="utf-8"
    )
    instance = read_trsp(tiny)
    with pytest.raises(ValueError, match="technician 2 lacks a tool for 4"):
        working_time(instance, {1: [3], 2: [4]})
    legs = instance.distance(2, 0) + instance.distance(0, 4) + instance.distance(4, 2)
    assert working_time(instance, {1: [3], 2: [0, 4]}) == pytest.approx(10 + 2 + legs + 2)


def routes_of(plan: paidan.Plan) -> dict[int, list[int]]:
    return {
        int(route.technician[1:]): [0 if stop.order is None else int(stop.order) for stop in route.stops]
        for route in plan.routes
    }


def test_the_plan_is_the_best_one(tiny: Path) -> None:
    instance = bare(read_trsp(tiny))
    plan = paidan.plan(problem_of(instance), iterations=500)
    best = min(working_time(instance, both) for both in ({2: [3, 4]}, {1: [3], 2: [4]}))
    assert working_time(instance, routes_of(plan)) == pytest.approx(best)


def test_the_plan_calls_at_the_depot_where_that_is_best(tiny: Path) -> None:
    instance = read_trsp(tiny)
    problem = problem_of(instance)
    plan = paidan.plan(problem, iterations=500)
    assert paidan.evaluate(problem, plan).valid
    best = min(working_time(instance, both) for both in ({2: [0, 3, 4]}, {1: [3], 2: [4]}))
    assert working_time(instance, routes_of(plan)) == pytest.approx(best)


def test_the_bare_copy_has_no_tools_and_parts(tiny: Path, tmp_path: Path) -> None:
    copy = bare_copy(tiny, tmp_path / "bare")
    assert bare(read_trsp(copy)) == bare(read_trsp(tiny))
    assert not any(place.tools or any(place.parts) for place in read_trsp(copy).places)
    assert "[1]     [0]" not in copy.read_text(encoding="utf-8")

"""What the claim `hhcrsp` stands on: reading an instance, its problem, the cost of visits. No published data."""

import datetime as dt
import itertools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import paidan
import pytest
from _claim import value_beside
from home_care import (
    SCALE,
    HomeCare,
    Routes,
    Visit,
    cost_of,
    problem_of,
    read_home_care,
    read_routes,
    routes_of,
    written,
)

CLAIM = Path(__file__).resolve().parents[2] / "benchmarks" / "claims" / "hhcrsp.py"
OFFICE_AND_THREE = [[0, 10, 20.5, 30], [10, 0, 12, 20], [20.5, 12, 0, 15], [30, 20, 15, 0]]


def patient(name: str, window: list[float], *services: str, together: dict[str, Any] | None = None) -> dict[str, Any]:
    row: dict[str, Any] = {"id": name, "location": [0, 0], "time_window": window}
    row["required_caregivers"] = [{"service": service, "duration": 5.0} for service in services]
    if together is not None:
        row["synchronization"] = together
    return row


def data(*patients: dict[str, Any]) -> dict[str, Any]:
    return {
        "patients": list(patients),
        "services": [{"id": f"s{k}", "default_duration": 5.0} for k in (1, 2, 3)],
        "caregivers": [{"id": "c1", "abilities": ["s1", "s2"]}, {"id": "c2", "abilities": ["s3", "s2"]}],
        "central_offices": [{"id": "d", "location": [0, 0]}],
        "distances": [row[: len(patients) + 1] for row in OFFICE_AND_THREE[: len(patients) + 1]],
    }


TOGETHER = {"type": "simultaneous"}
AFTER = {"type": "sequential", "distance": [7, 14]}
THREE = data(
    patient("p1", [12, 20], "s1"),
    patient("p2", [30, 40], "s1", "s3", together=TOGETHER),
    patient("p3", [40, 50], "s2", "s3", together=AFTER),
)


def instance_of(folder: Path, rows: dict[str, Any]) -> HomeCare:
    path = folder / "tiny.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return read_home_care(path)


@pytest.fixture
def tiny(tmp_path: Path) -> HomeCare:
    return instance_of(tmp_path, THREE)


def good() -> Routes:
    """c1: 10 there, s1 12–17, 12 to p2: s1 30–35, 15 to p3: s2 50–55, 30 back. c2: p2 s3 30–35, p3 s3 57–62."""
    return {
        "c1": [Visit("p1", "s1", 12), Visit("p2", "s1", 30), Visit("p3", "s2", 50)],
        "c2": [Visit("p2", "s3", 30), Visit("p3", "s3", 57)],
    }


def test_an_instance_is_read(tiny: HomeCare) -> None:
    assert (tiny.name, len(tiny.patients), len(tiny.distances)) == ("tiny", 3, 4)
    assert tiny.caregivers == {"c1": {"s1", "s2"}, "c2": {"s2", "s3"}}
    assert [one.gap for one in tiny.patients] == [None, (0, 0), (7, 14)]
    assert (tiny.patients[2].services, tiny.patients[2].durations) == (("s2", "s3"), (5, 5))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"distances": [[0, 1], [1, 0]]}, "expected distances between"),
        ({"central_offices": []}, "expected one office"),
        ({"patients": [patient("p1", [0, 1], "s1", "s2")]}, "patient p1: expected one service, or two"),
        ({"patients": [patient("p1", [0, 1], "s1", together=TOGETHER)]}, "patient p1: expected one service, or two"),
        (
            {"patients": [patient("p1", [0, 1], "s1", "s2", together={"type": "sequential"})]},
            "patient p1: expected simultaneous, or sequential",
        ),
        ({"patients": [{"id": "p1"}]}, "expected 'required_caregivers'"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, change: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=rf"tiny\.json: {why}"):
        instance_of(tmp_path, THREE | change)


def test_a_third_each_is_travel_lateness_and_the_largest_lateness(tiny: HomeCare) -> None:
    travel = (10 + 12 + 15 + 30) + (20.5 + 15 + 30)
    assert cost_of(tiny, good()) == pytest.approx((travel + 7 + 7) / 3)
    later = good()
    later["c1"][2], later["c2"][1] = Visit("p3", "s2", 52), Visit("p3", "s3", 59)
    assert cost_of(tiny, later) == pytest.approx((travel + 2 + 9 + 9) / 3)


@pytest.mark.parametrize(
    ("caregiver", "at", "visit", "why"),
    [
        ("c1", 0, Visit("p1", "s1", 11.9), "s1 of p1 begins at 11.9, too soon"),
        ("c1", 2, Visit("p3", "s2", 49.9), "s2 of p3 begins at 49.9, too soon"),
        ("c2", 0, Visit("p2", "s3", 31), "the services of p2 begin 1 apart"),
        ("c2", 1, Visit("p3", "s3", 56.5), "the services of p3 begin 6.5 apart"),
        ("c2", 1, Visit("p3", "s3", 64.5), "the services of p3 begin 14.5 apart"),
        ("c2", 1, Visit("p3", "s2", 57), "s2 of p3 is done 2 times"),
        ("c2", 1, Visit("p3", "s1", 57), "p3 does not need s1"),
        ("c1", 0, Visit("p2", "s3", 30), "c1 is not able to do s3"),
        ("c3", 0, Visit("p1", "s1", 12), "no caregiver c3"),
    ],
)
def test_wrong_visits_are_told(tiny: HomeCare, caregiver: str, at: int, visit: Visit, why: str) -> None:
    routes = good()
    routes.setdefault(caregiver, [visit])[at] = visit
    with pytest.raises(ValueError, match=why):
        cost_of(tiny, routes)


def test_nobody_comes_for_both_services(tmp_path: Path) -> None:
    instance = instance_of(tmp_path, data(patient("p1", [12, 20], "s1", "s2", together=AFTER)))
    alone = {"c1": [Visit("p1", "s1", 12), Visit("p1", "s2", 20)]}
    with pytest.raises(ValueError, match="c1 comes twice to one patient"):
        cost_of(instance, alone)
    two = {"c1": [Visit("p1", "s1", 12)], "c2": [Visit("p1", "s2", 20)]}
    assert cost_of(instance, two) == pytest.approx((20 + 20) / 3)


def test_solutions_are_written_as_they_are_read(tiny: HomeCare, tmp_path: Path) -> None:
    path = tmp_path / "solution.json"
    rows = written(tiny, good())
    rows["routes"].append({"caregiver_id": "c3"})  # as published ones have them: no visits
    path.write_text(json.dumps(rows), encoding="utf-8")
    assert read_routes(path) == good() | {"c3": []}
    assert rows["routes"][0]["locations"][0]["departure_time"] == 17


def test_the_problem_has_the_links_and_no_end_that_binds(tiny: HomeCare) -> None:
    data = problem_of(tiny).data
    assert [(one.id, one.location) for one in data.orders] == [
        ("p1 s1", "1"),
        ("p2 s1", "2"),
        ("p2 s3", "2"),
        ("p3 s2", "3"),
        ("p3 s3", "3"),
    ]
    links = [[(one.order, one.minimum_gap, one.maximum_gap) for one in order.links] for order in data.orders]
    zero = dt.timedelta()
    least, most = dt.timedelta(seconds=7 * SCALE), dt.timedelta(seconds=14 * SCALE)
    assert links == [[], [], [("p2 s1", zero, zero)], [], [("p3 s2", least, most)]]
    shift = data.technicians[0].shifts[0]
    everything = 50 + 30 + 5 * (5 + 30) + 14  # after each other, to the last due time, there and back
    assert shift.end - shift.start == dt.timedelta(seconds=everything * SCALE)


def test_the_judge_counts_what_the_file_counts_and_the_plan_is_the_best_one(tmp_path: Path) -> None:
    single = [patient(f"p{k}", [10 * k, 12 * k], "s2") for k in (1, 2, 3)]
    instance = instance_of(tmp_path, data(*single))
    problem = problem_of(instance)
    plan = paidan.plan(problem, iterations=500)
    report = paidan.evaluate(problem, plan)
    assert report.valid
    found = cost_of(instance, routes_of(plan))
    assert report.total_cost / SCALE / 3 == pytest.approx(found)
    assert report.cost.worst_lateness > 0

    def begun(places: tuple[int, ...]) -> list[Visit]:
        time, at, visits = 0.0, 0, []
        for place in places:
            time = max(time + instance.distances[at][place], 10 * place)
            visits.append(Visit(f"p{place}", "s2", time))
            time, at = time + 5, place
        return visits

    best = min(
        cost_of(instance, {"c1": begun(order[:cut]), "c2": begun(order[cut:])})
        for order in itertools.permutations((1, 2, 3))
        for cut in range(1, 4)
    )
    assert found == pytest.approx(best)


def published(folder: Path, rows: dict[str, Any], routes: Routes, cost: float) -> HomeCare:
    for name in ("instances", "best_solutions"):
        (folder / name).mkdir()
    instance = instance_of(folder / "instances", rows)
    solution = folder / "best_solutions" / "tiny.json"
    solution.write_text(json.dumps(written(instance, routes)), encoding="utf-8")
    (folder / "best_known.csv").write_text(f"instance,cost\ntiny,{cost}\n", encoding="utf-8")
    return instance


def claimed(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CLAIM), f"--data={folder}", "--seconds=0.1", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_the_claim_writes_what_is_below_the_best_known(tmp_path: Path) -> None:
    rows = data(patient("p1", [10, 12], "s1"), patient("p2", [20, 30], "s2"))
    apart = {"c1": [Visit("p1", "s1", 10)], "c2": [Visit("p2", "s2", 20.5)]}
    instance = published(tmp_path, rows, apart, (20 + 41) / 3)
    found = claimed(tmp_path, f"--solutions={tmp_path / 'below.json'}")
    assert "ok    plans that serve everyone" in found.stdout, found.stdout + found.stderr
    below = json.loads((tmp_path / "below.json").read_text(encoding="utf-8"))["tiny"]
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps(below), encoding="utf-8")
    assert cost_of(instance, read_routes(path)) == pytest.approx(42.5 / 3)
    assert below["cost"] == 14.1667


def test_the_claim_falls_short_where_a_published_cost_is_not_the_solution_s(tmp_path: Path) -> None:
    published(tmp_path, data(patient("p1", [10, 12], "s1")), {"c1": [Visit("p1", "s1", 10)]}, 7.0)
    found = claimed(tmp_path)
    assert found.returncode == 1
    assert "tiny: 6.6667 instead of 7.0" in found.stdout


def test_without_data_the_claim_is_skipped(tmp_path: Path) -> None:
    assert claimed(tmp_path).returncode == 77


def test_another_program_s_value_is_the_first_number_with_decimals(tmp_path: Path) -> None:
    program = tmp_path / "other.py"
    program.write_text(f"#!{sys.executable}\nimport os, sys\nprint(*sys.argv[1:3], 'cost', 12.5, os.getcwd())\n")
    program.chmod(0o755)
    assert value_beside(program, tmp_path, Path("x"), 3.0, 7) == 12.5

"""What the claim `planner` stands on: reading instances, judging routes, keeping runs, choosing them. No published data."""

import csv
import itertools
import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import paidan
import planner
import pytest
from _claim import Claim
from as_problem import problem_of, routes_of
from instance import Customer, Instance, read_instance
from runs import COLUMNS, Failed, Key, Known, Row, Run, Runs, carry_out_all, judged
from verify import Wrong, verified_distance

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"

# Three routes that fit exactly: customers 1 and 3 are reached in the last tenth of their windows, the third route
# comes home in the depot's last.
TEXT = """TEN

VEHICLE
NUMBER     CAPACITY
   3          20

CUSTOMER
CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME

    0       0        0        0        0         110        0
    1      10        0        5        0          10        1
    2      20        0        5       25          30        1
    3      30        0        5        0          36        1
    4       0       10        6        0         200        1
    5       0       20        6        0         200        1
    6       0       30        6        0         200        1
    7     -10        0        3        0         200        1
    8     -20        0        3        0         200        1
    9     -10      -10        0        0         200        1
   10       0      -40        3       69          69        1
"""
GOOD = [[1, 2, 3], [4, 5, 6], [7, 8, 9, 10]]
DISTANCE = 600 + 600 + (100 + 100 + 141 + 316 + 400)


@pytest.fixture
def ten(tmp_path: Path) -> Path:
    path = tmp_path / "TEN.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_instance_is_read_in_tenths(ten: Path) -> None:
    instance = read_instance(ten)
    assert (instance.name, instance.vehicles, instance.capacity, len(instance.customers)) == ("TEN", 3, 20, 11)
    assert instance.customers[2] == Customer(x=20, y=0, demand=5, ready=250, due=300, service=10)
    distances = instance.distances()
    assert distances.dtype == np.int64
    assert (distances[8, 9], distances[9, 10], distances[10, 0], distances[4, 4]) == (141, 316, 400, 0)


def test_distances_are_cut_off_exactly() -> None:
    places = [Customer(x, y, 0, 0, 0, 0) for x, y in itertools.product(range(0, 1200, 61), range(0, 900, 47))]
    ours = Instance("places", 1, 0, tuple(places)).distances()
    for (i, a), (j, b) in itertools.combinations(enumerate(places[:150]), 2):
        assert ours[i, j] == ours[j, i] == math.isqrt(100 * ((a.x - b.x) ** 2 + (a.y - b.y) ** 2))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("   3          20\n", "", "no row of vehicles and capacity"),
        (
            "   3          20",
            "   3          20\n   3          20",
            "TEN.txt:6: expected one row of vehicles and capacity",
        ),
        ("   3          20", "   0          20", "TEN.txt:5: expected one row of vehicles"),
        ("    4       0  ", "   14       0  ", "TEN.txt:14: expected customers counted from 0"),
        ("69          69", "70          69", "TEN.txt:20: expected demand and service not below 0"),
        ("69          69", "69.5        69", "TEN.txt:20: expected whole numbers"),
        ("69          69  ", "69", "TEN.txt:20: expected 2 or 7 numbers, found 6"),
    ],
)
def test_a_file_that_is_no_instance_is_refused_by_line(ten: Path, old: str, new: str, message: str) -> None:
    changed = TEXT.replace(old, new)
    if "found 6" in message:
        changed = changed.replace("69        1\n", "69\n")
    ten.write_text(changed, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_instance(ten)


def test_routes_that_fit_exactly_are_judged_good(ten: Path) -> None:
    assert verified_distance(ten, GOOD) == DISTANCE
    assert verified_distance(ten, [[], *GOOD, []]) == DISTANCE  # a vehicle that stays at home


@pytest.mark.parametrize(
    ("routes", "message"),
    [
        ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], "customer 10 is visited 0 times"),
        ([[1, 2, 3], [7, 8, 9, 10]], "customer 4 is visited 0 times"),
        ([[1, 2, 3], [4, 5, 5, 6], [7, 8, 9, 10]], "customer 5 is visited 2 times"),
        ([[1, 2, 3], [4, 5, 6], [9, 7, 8, 9, 10]], "customer 9 is visited 2 times"),
        ([[1, 2, 3], [4, 5, 6, 11], [7, 8, 9, 10]], "no customer 11"),
        ([[1, 2, 3], [4, 0, 5, 6], [7, 8, 9, 10]], "no customer 0"),
        ([[1, 2, 3], [4, 5, 6, -1], [7, 8, 9, 10]], "no customer -1"),
        ([[1, 2, 3], [7, 4, 5, 6], [8, 9, 10]], "a vehicle carries 21 of 20"),
        ([[2, 1, 3], [4, 5, 6], [7, 8, 9, 10]], "late by 260 tenths at customer 1"),
        ([[1, 2, 3], [4, 5, 6], [8, 7, 9, 10]], "late by 56 tenths at customer 10"),
        ([[1, 2, 3], [4, 5, 6], [7, 8, 10, 9]], "tenths late at the depot"),
        ([[1, 2, 3], [4, 5], [6], [7, 8, 9, 10]], "more than 3 vehicles"),
        ([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]], "late by"),
    ],
)
def test_broken_routes_are_found_out(ten: Path, routes: list[list[int]], message: str) -> None:
    with pytest.raises(Wrong, match=message):
        verified_distance(ten, routes)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  36 ", "  35 ", "late by 10 tenths at customer 3"),
        ("0         110", "0         109", "10 tenths late at the depot"),
        ("  20\n\nC", "  17\n\nC", "a vehicle carries 18 of 17"),
    ],
)
def test_the_least_that_is_too_much_is_found(ten: Path, old: str, new: str, message: str) -> None:
    assert TEXT.count(old) == 1
    ten.write_text(TEXT.replace(old, new), encoding="utf-8")
    with pytest.raises(Wrong, match=message):
        verified_distance(ten, GOOD)


def test_an_instance_becomes_a_problem_whose_cost_is_the_distance(ten: Path) -> None:
    instance = read_instance(ten)
    problem = problem_of(instance)
    assert len(problem.technicians) == 3
    assert [order.id for order in problem.orders] == [str(number) for number in range(1, 11)]
    assert problem.order("9").parts == ()
    plan = paidan.plan(problem, seed=1, iterations=500, lanes=1, threads=1)
    assert paidan.evaluate(problem, plan).valid
    assert plan.unassigned == ()
    assert verified_distance(ten, routes_of(plan)) == plan.total_cost <= DISTANCE


def test_the_program_prints_one_line(ten: Path) -> None:
    command = [sys.executable, str(BENCHMARKS / "routing" / "run_ours.py")]
    done = subprocess.run([*command, str(ten), "--seconds=0.3", "--seed=2"], capture_output=True, text=True, check=True)
    [line] = done.stdout.splitlines()
    answer = json.loads(line)
    version = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    assert version.startswith(f"{paidan.__version__}+")
    assert (answer["planner"], answer["version"], answer["instance"], answer["seed"]) == ("ours", version, "TEN", 2)
    [point] = answer["points"]
    assert point["seconds"] == answer["seconds"] == 0.3
    assert 0 < answer["wall"] < 30
    assert verified_distance(ten, point["routes"]) <= DISTANCE


# ------------------------------------------------------------------ runs

FAST = planner.OURS


def known(name: str, folder: str = "solomon") -> Known:
    return Known(name, folder, Path(folder) / f"{name}.txt", 100.0)


def run_of(name: str, seconds: float = 1.0, seed: int = 1) -> Run:
    return Run(FAST, "1", known(name), seconds, (seconds,), seed)


def good(run: Run, gap: float = 1.0) -> list[Row]:
    return [Row(key, 100 + gap, gap, run.seconds, run.seconds, run.seconds, 0.5) for key in run.each_key()]


def test_runs_that_are_kept_are_not_run_again(tmp_path: Path) -> None:
    file = tmp_path / "place" / "runs.csv"
    done: list[str] = []

    def act(run: Run) -> list[Row]:
        done.append(run.known.name)
        return good(run)

    assert carry_out_all([run_of("A"), run_of("B")], Runs(file), lambda _: None, act) == []
    said: list[str] = []
    more = [run_of("A"), run_of("A", seed=2), run_of("B"), run_of("C")]
    assert carry_out_all(more, Runs(file), said.append, act) == []
    assert done == ["A", "B", "A", "C"]
    assert said[0].startswith("1/2 ours A seed 2: 1 s 1.00 %")
    again = Runs(file)
    assert len(again.rows) == 4
    assert again.rows[Key("ours", "1", "C", 1.0, 1)] == good(run_of("C"))[0]
    with file.open(encoding="utf-8", newline="") as opened:
        [head, *rows] = csv.reader(opened)
    assert tuple(head) == COLUMNS
    assert rows[0] == ["ours", "1", "A", "1", "1", "101.0", "1.0000", "1", "1.000", "1.000", "1", "0.50", ""]


def test_another_version_is_run_anew(tmp_path: Path) -> None:
    runs = Runs(tmp_path / "runs.csv")
    runs.add(good(run_of("A")))
    done = []

    def act(run: Run) -> list[Row]:
        done.append(run.version)
        return good(run)

    newer = Run(FAST, "2", known("A"), 1.0, (1.0,), 1)
    carry_out_all([newer], runs, lambda _: None, act)
    assert done == ["2"]
    assert len(runs.rows) == 2


def test_what_failed_is_said_and_tried_again(tmp_path: Path) -> None:
    file = tmp_path / "runs.csv"

    def fails(run: Run) -> list[Row]:
        raise Failed(f"{run.known.name} fell over")

    said: list[str] = []
    assert carry_out_all([run_of("A")], Runs(file), said.append, fails) == ["A fell over"]
    assert said == ["1/1 FAILED A fell over"]
    assert carry_out_all([run_of("A")], Runs(file), said.append, good) == []
    assert len(Runs(file).rows) == 1


def test_a_row_that_was_cut_off_is_run_again(tmp_path: Path) -> None:
    file = tmp_path / "runs.csv"
    Runs(file).add([*good(run_of("A")), *good(run_of("B"))])
    text = file.read_text("utf-8")
    file.write_text(text[:-20], "utf-8")
    runs = Runs(file)
    assert [key.instance for key in runs.rows] == ["A"]
    runs.add(good(run_of("B")))
    assert [key.instance for key in Runs(file).rows] == ["A", "B"]


def test_routes_that_are_wrong_have_no_gap(ten: Path) -> None:
    about = Known("TEN", "solomon", ten, 225.0)
    distance, gap, why = judged(about, GOOD)
    assert distance == DISTANCE / 10
    assert gap == pytest.approx(100 * (DISTANCE / 2250 - 1))
    assert why == ""
    assert judged(about, GOOD[:2]) == (None, None, "customer 7 is visited 0 times")
    assert judged(about, None) == (None, None, "no solution yet")
    run = Run(FAST, "1", about, 1.0, (1.0,), 1)
    row = Row(run.each_key()[0], None, None, 1.0, 1.0, 1.0, 0.5, "no solution yet")
    assert Row.of(row.cells()) == row
    assert not row.valid


# ------------------------------------------------------------------ the claim

EVERYONE = {planner.OURS: "1", **dict.fromkeys(planner.PEERS, "1")}
INSTANCES = {name: [known(f"{name}-{number:02}", name) for number in range(30)] for name in planner.SETS}


def test_the_default_series_fits_into_its_time_and_asks_every_fourth() -> None:
    series = planner.choose(INSTANCES, EVERYONE, planner.parse([]))
    assert 30 <= planner.minutes(series.runs()) <= 45
    for name, rows in series.ours.items():
        assert [one.name for one in rows] == [f"{name}-{number:02}" for number in range(0, 30, 4)]
        assert 3 <= len(series.compared[name]) < len(rows)
        assert set(series.compared[name]) <= set(rows)
    ours = {(run.known.set, run.seconds) for run in series.runs() if run.planner is planner.OURS}
    assert set(planner.ASKED) <= ours
    assert {(name, seconds) for name in planner.SETS for seconds in planner.LIMITS} <= ours
    peers = [run for run in series.runs() if run.planner is not planner.OURS]
    assert {run.seconds for run in peers} == {planner.LONG}
    assert {run.points for run in peers if run.planner is planner.PYVRP} == {planner.LIMITS}


def test_shards_are_parts_of_one_series() -> None:
    whole = planner.choose(INSTANCES, EVERYONE, planner.parse(["--seeds=2"])).runs()
    parts = [
        planner.choose(INSTANCES, EVERYONE, planner.parse(["--seeds=2", f"--shard={k}/3"])).runs() for k in (1, 2, 3)
    ]
    assert sorted(map(repr, whole)) == sorted(map(repr, itertools.chain(*parts)))
    full = planner.choose(INSTANCES, EVERYONE, planner.parse(["--full"])).runs()
    assert {run.known for run in full} == {one for rows in INSTANCES.values() for one in rows}
    assert {run.seconds for run in full if run.planner is planner.VROOM} == set(planner.LIMITS)


def measured(folder: Path, gaps: dict[str, float]) -> tuple[planner.Series, planner.Measured]:
    """Every run of a small series, with the same gap for a planner everywhere."""
    series = planner.choose({"gh200": INSTANCES["gh200"]}, EVERYONE, planner.parse([]))
    runs = Runs(folder / "runs.csv")
    for run in series.runs():
        runs.add(good(run, gaps[run.planner.name]))
    return series, planner.Measured(series, runs)


def test_claims_hold_below_every_peer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    series, found = measured(tmp_path, {"ours": 0.1, "pyvrp": 0.3, "ortools": 4.0, "vroom": 3.0})
    assert planner.shorter_runs_needed(series, found) == []
    claim = Claim()
    planner.claims(claim, series, found)
    planner.claims_about_runs(claim, found, [])
    said = capsys.readouterr().out.splitlines()
    assert not claim.short
    assert len(said) == 1 + 3 * len(planner.LIMITS) + 3
    assert all(line.startswith("ok") for line in said)
    assert "vroom 3.000 % at 30 s" in "\n".join(said)
    planner.table(series, found)
    assert "pyvrp          0.300    0.300" in capsys.readouterr().out


def test_claims_fall_short_above_a_peer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    series, found = measured(tmp_path, {"ours": 0.21, "pyvrp": 0.2, "ortools": 4.0, "vroom": 0.15})
    # VROOM's long run is better: what it does at the shorter limits has to be known.
    needed = planner.shorter_runs_needed(series, found)
    assert {run.planner for run in needed} == {planner.VROOM}
    assert {run.seconds for run in needed} == set(planner.LIMITS[:-1])
    for run in needed:
        found.runs.add(good(run, 9.0))
    claim = Claim()
    planner.claims(claim, series, found)
    short = [line for line in capsys.readouterr().out.splitlines() if line.startswith("SHORT")]
    assert claim.short
    assert [line.split(",")[0] for line in short] == ["SHORT gh200"] * 6
    assert sum("pyvrp" in line for line in short) == 4
    assert sum("vroom" in line for line in short) == 1


def test_as_near_as_five_hundredths_is_not_beaten() -> None:
    assert planner.not_beaten(0.05, 0.01)
    assert not planner.not_beaten(0.06, 0.01)
    assert planner.not_beaten(5.0, math.inf)  # a peer without any solution
    assert not planner.not_beaten(math.inf, math.inf)


def test_the_picture_is_drawn(tmp_path: Path) -> None:
    series, found = measured(tmp_path, {"ours": 0.1, "pyvrp": 0.3, "ortools": 4.0, "vroom": 3.0})
    planner.picture(series, found, tmp_path / "place" / "planner.svg")
    assert "<svg" in (tmp_path / "place" / "planner.svg").read_text("utf-8")


@pytest.mark.parametrize(
    "table", [None, "set,instance,file,n,bks_distance_dimacs\nsolomon,C101,solomon/C101.txt,100,827.3\n"]
)
def test_without_data_the_claim_is_skipped(tmp_path: Path, table: str | None) -> None:
    if table is not None:
        (tmp_path / "best_known.csv").write_text(table, "utf-8")
    command = [sys.executable, str(BENCHMARKS / "claims" / "planner.py"), f"--data={tmp_path}", "--plan"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 77
    assert "skipped: " in done.stdout + done.stderr

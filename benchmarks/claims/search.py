"""What the planner's search costs, beside itself: a step with everything a technician's day has against a plain one, two
threads against one, the effort of a plan when nothing is said, its memory, and how well a time limit is kept.

The instances of Gehring and Homberger lie outside the repository; without them the first row is left out and said. The rest is
drawn from benchmarks/field.
"""

import datetime as dt
import hashlib
import os
import statistics
import subprocess
import sys
import time
import warnings
from pathlib import Path

from _claim import ROOT, Claim, skip

try:
    import paidan
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims search")

sys.path.insert(0, str(ROOT / "benchmarks"))
from field import days

DATA = ROOT.parent / "shared" / "data" / "vrptw" / "gh400"
INSTANCES = ("C1_4_3", "C2_4_5", "R1_4_5", "R2_4_5", "RC1_4_3", "RC2_4_1")
STEPS, TURNS = 50_000, 3


def program() -> Path:
    place = ROOT / "build" / "claims" / "routing"
    print(f"      building {place.relative_to(ROOT)}", flush=True)
    options = [f"-DPAIDAN_BUILD_{part}=OFF" for part in ("TESTS", "EXAMPLES", "CLI", "PYTHON", "MICRO_BENCHMARKS")]
    configure = ["cmake", "-G", "Ninja", "-S", str(ROOT), "-B", str(place), "-DPAIDAN_BUILD_BENCHMARKS=ON"]
    subprocess.run([*configure, "-DCMAKE_BUILD_TYPE=Release", *options], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        ["cmake", "--build", str(place), "--target", "bench_decorated"], check=True, stdout=subprocess.DEVNULL
    )
    return next(place.rglob("bench_decorated"))


def decorated(claim: Claim) -> None:
    """Visits taken out an iteration differ a little, so the time of each is what is compared."""
    files = [DATA / f"{name}.txt" for name in INSTANCES]
    if not all(path.is_file() for path in files):
        print(f"      {DATA} is not there: steps with and without skills, homes, breaks and pins are not compared")
        return
    command = [program(), str(STEPS), str(TURNS), *map(str, files)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    times: dict[tuple[str, str], list[float]] = {}
    for line in printed.splitlines():
        name, variant, _, microseconds, removed = line.split()
        times.setdefault((name, variant), []).append(float(microseconds) / float(removed))
    ratios = []
    for name in INSTANCES:
        plain, dressed = (statistics.median(times[name, variant]) for variant in ("plain", "decorated"))
        ratios.append(dressed / plain)
        print(f"      {name}: {plain:.3f} and {dressed:.3f} µs a visit taken out, {dressed / plain:.2f} times")
    claim.at_most(
        f"a step with skills, homes, shifts, breaks and pins against a plain one, median of {len(ratios)} instances of 400",
        1.5,
        statistics.median(ratios),
        "times",
    )


def digest(plan: paidan.Plan) -> str:
    return hashlib.sha256(plan.to_json().encode()).hexdigest()


def threads(claim: Claim) -> None:
    problem = big_day(300).problem
    same = True
    ratios = []
    for seed in range(3):
        walls, texts = [], []
        for count in (1, 2):
            begun = time.perf_counter()
            plan = paidan.plan(problem, seed=seed, iterations=40_000, lanes=2, threads=count)
            walls.append(time.perf_counter() - begun)
            texts.append(digest(plan))
        same = same and texts[0] == texts[1]
        ratios.append(walls[1] / walls[0])
    claim.holds("two threads give the bytes of one at equal lanes", "yes", "yes" if same else "no", same)
    if (os.cpu_count() or 1) < 2:
        print("      one processor: the wall time of two threads is not measured")
        return
    claim.at_most("wall time of two threads against one, median of 3", 0.6, statistics.median(ratios), "times")


def big_day(least: int) -> days.FieldDay:
    number = 0
    while len(days.field_day(number).problem.orders) < least:
        number += 1
    return days.field_day(number)


def cut(problem: paidan.Problem, orders: int) -> paidan.Problem:
    return problem.with_(orders=problem.orders[:orders])


def effort(claim: Claim) -> None:
    problem = big_day(300).problem
    for orders, limit in ((3, 0.05), (60, 2.0)):
        small = cut(problem, orders)
        walls = []
        for seed in range(5):
            begun = time.perf_counter()
            paidan.plan(small, seed=seed)
            walls.append(time.perf_counter() - begun)
        claim.at_most(
            f"plan of {orders} orders when nothing is said, median of 5",
            limit * 1000,
            1000 * statistics.median(walls),
            "ms",
        )
    over = []
    for milliseconds in (100, 300, 1000):
        limit = dt.timedelta(milliseconds=milliseconds)
        begun = time.perf_counter()
        paidan.plan(problem, time_limit=limit)
        over.append(1000 * (time.perf_counter() - begun) - milliseconds)
    claim.at_most("longer than the time limit, the worst of 3, up to 1,000 orders", 20, max(over), "ms")


def memory(claim: Claim) -> None:
    """In a process of its own: the peak above what the problem takes."""
    printed = subprocess.run(
        [sys.executable, __file__, "--memory"], check=True, capture_output=True, text=True, env=os.environ
    ).stdout
    orders, mebibytes = printed.split()
    claim.at_most(f"memory of a plan of {orders} orders beyond the problem's", 64, float(mebibytes), "MiB")


def measure_memory() -> None:
    import resource

    day = big_day(500).problem
    problem = cut(
        day.with_(orders=[*day.orders, *(order.with_(id=f"again-{order.id}") for order in day.orders)]), 1_000
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    paidan.plan(problem, iterations=2_000, lanes=1)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(len(problem.orders), (after - before) / 1024)


def main() -> None:
    warnings.simplefilter("ignore", paidan.Notice)
    if "--memory" in sys.argv:
        return measure_memory()
    claim = Claim()
    effort(claim)
    memory(claim)
    threads(claim)
    decorated(claim)
    return claim.finish()


main()

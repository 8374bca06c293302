"""The assignment kernel beside LEMON, OR-Tools, SciPy and lapx, one thread, all in one run (`./dev peers` installs them).

Three seeds each, medians of five runs each (three where a run takes over two seconds); a ratio is the median over the seeds.
Times are processor time (live repair: on the wall), so that other work on the machine spoils less. Every cost must be the
same, ours is certified. matching.py [--quick] [--json]
  --quick  class b only, one seed, three runs
  --json   what was measured as JSON on the standard output; the rows go to the standard error stream
"""

import argparse
import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from typing import Any

from _claim import ROOT, Claim, calibration_seconds, skip

PLACE = ROOT / "build" / "peers"
PROGRAMS = PLACE / "benchmarks" / "peers"
PEERS_PYTHON = ROOT / "build" / "peers-venv" / "bin" / "python"
FLAVOURS = {"native": "_native", "portable": ""}

LEMON = "lemon_network_simplex"
ORTOOLS = "ortools_min_cost_flow"
# instance, peer: how many times faster we must be natively, and would like to be
MUST = {
    ("b-geo", LEMON): (8, 19),
    ("b-geo", ORTOOLS): (20, 50),
    ("b-geo-hipen", LEMON): (4, 15),
    ("c-geo", LEMON): (20, 50),
    ("c-geo", ORTOOLS): (20, 50),
}
# against the best of lapx, SciPy and OR-Tools
DENSE_AIM = {"dense-2000-uniform": 4, "dense-2000-euclid": 10}
PORTABLE_SHARE = 0.5
# microseconds: median and 95th percentile that live repair must keep to natively; the aim is half
LIVE = {"orders": (6, 30), "technicians": (15, 80)}


@dataclass(frozen=True)
class Effort:
    seeds: tuple[int, ...] = (1, 2, 3)
    runs: int = 5
    instances: tuple[str, ...] = (
        "b-geo",
        "b-geo-hipen",
        "b-geo-must",
        "b-geo-tight",
        "b-uni",
        "c-geo",
        "c-uni",
        *DENSE_AIM,
    )
    class_c: bool = True


QUICK = Effort(seeds=(1,), runs=3, instances=("b-geo", "b-geo-hipen", "b-geo-must"), class_c=False)


@dataclass
class Measured:
    """Milliseconds by engine, one entry a seed, of one instance; `native` and `portable` differ in what we compile."""

    pairs: list[int] = field(default_factory=list)
    native: dict[str, list[float]] = field(default_factory=dict)
    portable: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def of(self, flavour: str) -> dict[str, list[float]]:
        return self.native if flavour == "native" else self.portable

    def ratio(self, flavour: str, peer: str) -> float:
        times = self.of(flavour)
        return statistics.median(theirs / ours for theirs, ours in zip(times[peer], times["paidan"], strict=True))


def run_json(command: list[str]) -> Any:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout)


def program(name: str, flavour: str, *words: str) -> Any:
    return run_json([str(PROGRAMS / (name + FLAVOURS[flavour])), *words])


def build() -> None:
    if not PEERS_PYTHON.exists():
        skip("build/peers-venv is missing; run ./dev peers")
    options = ["TESTS", "EXAMPLES", "CLI", "PYTHON", "MICRO_BENCHMARKS"]
    configure = ["cmake", "-S", str(ROOT), "-B", str(PLACE), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release"]
    configure += [
        "-DCMAKE_CXX_COMPILER=g++",
        "-DPAIDAN_INSTALL=OFF",
        *(f"-DPAIDAN_BUILD_{name}=OFF" for name in options),
    ]
    subprocess.run(configure, check=True, stdout=subprocess.DEVNULL)
    cache = (PLACE / "CMakeCache.txt").read_text(encoding="utf-8")
    if any(f"PAIDAN_LEMON_{part}-NOTFOUND" in cache for part in ("INCLUDE", "LIBRARY")):
        skip("LEMON is missing; run ./dev peers")
    subprocess.run(["cmake", "--build", str(PLACE), "--target", "peers"], check=True, stdout=subprocess.DEVNULL)


def python_engines(instance: str, seed: int) -> list[str]:
    """All on dense instances; SciPy takes a minute on class c, and its dense form a second and a half on class b."""
    if instance.startswith("dense"):
        return []
    engines = [ORTOOLS]
    if instance.startswith("b-"):
        engines.append("scipy_sparse")
    if instance == "b-geo" and seed == 1:
        engines.append("scipy_dense")
    return [f"--engine={name}" for name in engines]


def measure(instance: str, effort: Effort) -> Measured:
    result = Measured()
    slow = [] if instance.startswith("b-") else ["--without", "lemon_capacity_scaling"]
    for seed in effort.seeds:
        words = [instance, "--seed", str(seed)]
        costs = {}
        for flavour in FLAVOURS:
            done = program("bench_assign_peers", flavour, *words, "--runs", str(effort.runs), *slow)
            for engine, times in done["engines"].items():
                result.of(flavour).setdefault(engine, []).append(times["ms"])
            costs[flavour] = done["cost"]
            if not done["certified"]:
                result.wrong.append(f"{instance}, seed {seed}, {flavour}: not certified")
        result.pairs.append(done["pairs"])
        with tempfile.TemporaryDirectory() as place:
            subprocess.run([str(PROGRAMS / "bench_assign_peers"), *words, "--dump", place], check=True)
            script = str(ROOT / "benchmarks" / "peers" / "assign.py")
            command = [str(PEERS_PYTHON), script, place, "--runs", str(effort.runs), *python_engines(instance, seed)]
            for engine, found in run_json(command).items():
                if found["cost"] != costs["native"] and engine.endswith("float32"):
                    continue  # not exact, and does not claim to be
                costs[engine] = found["cost"]
                for flavour in FLAVOURS:
                    result.of(flavour).setdefault(engine, []).append(found["ms"])
        if len(set(costs.values())) != 1:
            result.wrong.append(f"{instance}, seed {seed}: costs differ: {costs}")
    return result


def aim(reached: bool, what: str) -> str:
    return f"aim {what}{' reached' if reached else ', not reached'}"


def report_times(instance: str, result: Measured, calibration: float) -> None:
    for flavour in FLAVOURS:
        times = result.of(flavour)
        ours = statistics.median(times["paidan"])
        print(
            f"      {instance}, {flavour}: paidan {ours:.4g} ms = {ours / calibration / 1000:.3g} × the calibration kernel"
        )
        for name, theirs in times.items():
            if name == "paidan_without_load":
                print(f"        of which without load, checks and answer: {statistics.median(theirs):.4g} ms")
            elif name != "paidan":
                ratio = (
                    f"{result.ratio(flavour, name):.3g} ×" if len(theirs) == len(times["paidan"]) else "not all seeds"
                )
                print(f"        {name} {statistics.median(theirs):.4g} ms ({ratio})")


def report_ratios(claim: Claim, instance: str, result: Measured) -> None:
    for (about, peer), (must, wish) in MUST.items():
        if about != instance:
            continue
        for flavour, share in {"native": 1.0, "portable": PORTABLE_SHARE}.items():
            ratio = result.ratio(flavour, peer)
            claim.at_least(f"{instance}, {flavour}, {peer}", must * share, ratio, "times our time")
            print(f"      {aim(ratio >= wish * share, f'≥ {wish * share:g}')}")
    if instance in DENSE_AIM:
        wish = DENSE_AIM[instance]
        known = [name for name, times in result.native.items() if len(times) == len(result.native["paidan"])]
        others = [name for name in known if name.startswith(("lapx", "scipy", "ortools"))]
        best = min(others, key=lambda name: statistics.median(result.native[name]))
        for flavour in FLAVOURS:
            ratio = result.ratio(flavour, best)
            print(
                f"      {instance}, {flavour}: the best, {best}, takes {ratio:.3g} times our time; {aim(ratio >= wish, f'≥ {wish}')}"
            )


def report_memory(claim: Claim, effort: Effort) -> Any:
    found = {}
    for flavour in FLAVOURS:
        runs = [program("bench_assign_peers", flavour, "c-geo", "--memory", "--seed", str(s)) for s in effort.seeds]
        found[flavour] = max(run["bytes_per_pair"] for run in runs)
        claim.at_most(f"c-geo, {flavour}, memory over the input at most", 64, found[flavour], "bytes a pair")
        print(f"      {aim(found[flavour] <= 32, '≤ 32')}")
    return found


def report_candidates(claim: Claim, effort: Effort, calibration: float) -> Any:
    found = {}
    for flavour in FLAVOURS:
        runs = [program("bench_candidates", flavour, "--seed", str(seed)) for seed in effort.seeds]
        found[flavour] = runs
        seconds = statistics.median(run["ms"] for run in runs) / 1000
        claim.at_most(f"class c, {flavour}, eligible pairs and their costs from a Problem", 1.0, seconds, "s")
        print(
            f"      {runs[0]['pairs']} pairs; {seconds / calibration:.3g} × the calibration kernel; {aim(seconds <= 0.3, '≤ 0.3 s')}"
        )
    return found


def report_live(claim: Claim, effort: Effort) -> Any:
    found = {}
    for flavour in FLAVOURS:
        runs = [program("bench_live", flavour, "--seed", str(seed)) for seed in effort.seeds]
        found[flavour] = runs
        for kinds, limits in LIVE.items():
            for key, limit in zip(("p50_us", "p95_us"), limits, strict=True):
                measured = statistics.median(run[kinds][key] for run in runs)
                if flavour == "native":
                    claim.at_most(f"b-geo, live, {kinds}, {key.removesuffix('_us')}", limit, measured, "µs")
                    print(f"      {aim(measured <= limit / 2, f'≤ {limit / 2:g}')}")
        kinds_seen = [kind for kind, value in runs[0].items() if isinstance(value, dict)]
        parts = (
            f"{kind} {statistics.median(run[kind]['p50_us'] for run in runs):.3g} / "
            f"{statistics.median(run[kind]['p95_us'] for run in runs):.3g}"
            for kind in kinds_seen
        )
        print(f"      b-geo, live, {flavour}, µs p50 / p95: {', '.join(parts)}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="matching")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    effort = QUICK if asked.quick else Effort()
    claim = Claim()
    measured: dict[str, Any] = {}
    with contextlib.redirect_stdout(sys.stderr if asked.json else sys.stdout):
        build()
        calibration = calibration_seconds()
        measured["calibration_seconds"] = calibration
        for instance in effort.instances:
            result = measure(instance, effort)
            measured[instance] = result.__dict__
            claim.holds(
                f"{instance}, same cost everywhere and certified",
                "all",
                "; ".join(result.wrong) or "all",
                not result.wrong,
            )
            report_times(instance, result, calibration)
            report_ratios(claim, instance, result)
        measured["live"] = report_live(claim, effort)
        if effort.class_c:
            measured["bytes_per_pair"] = report_memory(claim, effort)
            measured["candidates"] = report_candidates(claim, effort, calibration)
    if asked.json:
        print(json.dumps(measured, indent=1))
    claim.finish()


main()

"""Two route planners side by side, at equal iterations: each instance with each seed, paired means with standard errors.

compare.py --data FOLDER --csv RUNS.csv --seeds 5 --iterations 1000000 \\
  --program 'ours=build/bench/benchmarks/routing/bench_vrptw --data {data} --iterations {iterations} --seed {seed} {instance}' \\
  --program 'theirs=COMMAND {file} …' R101 R1_4_4 …

A program prints a line "INSTANCE DISTANCE … it N (M us/it)" a run; the microseconds are the processor's. What stands in the
CSV is not run again, so a comparison that was stopped goes on. Exit 77: the folder or an instance is not there.
"""

import argparse
import csv
import math
import re
import shlex
import statistics
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

COLUMNS = ("program", "instance", "seed", "iterations", "distance", "gap_percent", "microseconds")
LINE = re.compile(
    r"^(?P<name>\S+)\s+(?P<distance>[\d.]+)\s.*\bit (?P<iterations>\d+) \((?P<us>[\d.]+) us/it\)", re.MULTILINE
)


def skip(reason: str) -> NoReturn:
    print(f"skipped: {reason}", file=sys.stderr)
    sys.exit(77)


def read_best_known(data: Path) -> dict[str, tuple[Path, float]]:
    table = data / "best_known.csv"
    if not table.exists():
        skip(f"{table} is not there")
    with table.open(encoding="utf-8", newline="") as file:
        return {
            row["instance"]: (data / row["file"], float(row["bks_distance_dimacs"])) for row in csv.DictReader(file)
        }


def read_runs(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(command: str, instance: str, best: float) -> dict[str, str]:
    done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command}\nended with {done.returncode}: {done.stderr.strip()}")
    found = LINE.search(done.stdout)
    if found is None or found["name"] != instance:
        sys.exit(f"{command}\nprinted no line of {instance}:\n{done.stdout}")
    gap = 100 * (float(found["distance"]) / best - 1)
    return {"distance": found["distance"], "gap_percent": f"{gap:.4f}", "microseconds": found["us"]}


def mean_error(values: list[float]) -> tuple[float, float]:
    """Mean and its standard error; one value has none."""
    error = statistics.stdev(values) / math.sqrt(len(values)) if len(values) > 1 else math.nan
    return statistics.mean(values), error


def tell(runs: list[dict[str, str]], names: list[str], instances: list[str]) -> None:
    first, second = names
    head = ("instance", "runs", f"{first} gap %", f"{second} gap %", "difference", "µs/it", "ratio of µs")
    print("{:10}{:>5}{:>18}{:>18}{:>18}{:>14}{:>12}".format(*head))
    total: list[tuple[float, float]] = []
    ratios = []
    for instance in instances:
        gaps: dict[str, list[float]] = {}
        times: dict[str, list[float]] = {}
        for name in names:
            mine = [row for row in runs if row["program"] == name and row["instance"] == instance]
            mine.sort(key=lambda row: int(row["seed"]))
            gaps[name] = [float(row["gap_percent"]) for row in mine]
            times[name] = [float(row["microseconds"]) for row in mine]
        pairs = [a - b for a, b in zip(gaps[first], gaps[second], strict=True)]
        total.append(mean_error(pairs))
        # The least, not the mean: whatever else runs on the machine only ever adds.
        fast = [min(times[name]) for name in names]
        ratios.append(fast[0] / fast[1])
        cells = ["{:.3f} ± {:.3f}".format(*mean_error(gaps[name])) for name in names]
        print(
            f"{instance:10}{len(pairs):>5}{cells[0]:>18}{cells[1]:>18}"
            f"{'{:+.3f} ± {:.3f}'.format(*total[-1]):>18}{f'{fast[0]:.2f} / {fast[1]:.2f}':>14}{ratios[-1]:>12.3f}"
        )
    difference = statistics.mean(mean for mean, _ in total)
    error = math.sqrt(sum(error**2 for _, error in total)) / len(total)
    print(
        f"mean difference {difference:+.3f} ± {error:.3f} points, ratio of µs {statistics.geometric_mean(ratios):.3f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--csv", type=Path, required=True)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--iterations", type=int, default=1_000_000)
    parser.add_argument("--program", action="append", required=True, help="NAME=COMMAND, twice")
    parser.add_argument("instances", nargs="+")
    asked = parser.parse_args()
    programs = dict(one.split("=", 1) for one in asked.program if "=" in one)
    if len(programs) != 2:
        parser.error("two programs, each NAME=COMMAND")
    known = read_best_known(asked.data)
    for instance in asked.instances:
        if instance not in known or not known[instance][0].exists():
            skip(f"{asked.data} has no instance {instance}")

    runs = read_runs(asked.csv)
    done = {tuple(row[column] for column in COLUMNS[:4]) for row in runs}
    fresh = not asked.csv.exists()
    with asked.csv.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        if fresh:
            writer.writeheader()
        # Seeds outermost: stopped at any time, the rows are about as many for each program and instance.
        for seed in range(1, asked.seeds + 1):
            for instance in asked.instances:
                path, best = known[instance]
                for name, command in programs.items():
                    key = (name, instance, str(seed), str(asked.iterations))
                    if key in done:
                        continue
                    filled = command.format(
                        data=asked.data, file=path, instance=instance, seed=seed, iterations=asked.iterations
                    )
                    row = dict(zip(COLUMNS[:4], key, strict=True)) | run(filled, instance, best)
                    writer.writerow(row)
                    file.flush()
                    runs.append(row)
    wanted = {str(seed) for seed in range(1, asked.seeds + 1)}
    runs = [row for row in runs if row["iterations"] == str(asked.iterations) and row["seed"] in wanted]
    tell(runs, list(programs), asked.instances)
    return 0


if __name__ == "__main__":
    sys.exit(main())

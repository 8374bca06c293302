"""Runs of planners on instances, one process each, judged and kept in a CSV: what stands there is not run again."""

import csv
import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from verify import Wrong, verified_distance

HERE = Path(__file__).resolve().parent
COLUMNS = (
    "planner",
    "version",
    "instance",
    "seconds",
    "seed",
    "distance",
    "gap",
    "valid",
    "wall",
    "cpu",
    "run_seconds",
    "load",
    "why",
)
KILL_AFTER = 120.0  # seconds past its limit


@dataclass(frozen=True)
class Known:
    """An instance and its best known distance, which has one decimal."""

    name: str
    set: str
    file: Path
    best: float


@dataclass(frozen=True)
class Key:
    planner: str
    version: str
    instance: str
    seconds: float
    seed: int


@dataclass(frozen=True)
class Row:
    """What became of one key. Distance in the instance's unit; gap in % of the best known; both absent when not valid.

    A point that was read off a longer run has that run's wall and cpu, and its limit in `run_seconds`.
    """

    key: Key
    distance: float | None
    gap: float | None
    wall: float
    cpu: float
    run_seconds: float
    load: float
    why: str = ""

    @property
    def valid(self) -> bool:
        return self.gap is not None

    def cells(self) -> dict[str, str]:
        return {
            "planner": self.key.planner,
            "version": self.key.version,
            "instance": self.key.instance,
            "seconds": f"{self.key.seconds:g}",
            "seed": str(self.key.seed),
            "distance": "" if self.distance is None else f"{self.distance:.1f}",
            "gap": "" if self.gap is None else f"{self.gap:.4f}",
            "valid": str(int(self.valid)),
            "wall": f"{self.wall:.3f}",
            "cpu": f"{self.cpu:.3f}",
            "run_seconds": f"{self.run_seconds:g}",
            "load": f"{self.load:.2f}",
            "why": self.why,
        }

    @classmethod
    def of(cls, cells: Mapping[str, str]) -> "Row":
        key = Key(cells["planner"], cells["version"], cells["instance"], float(cells["seconds"]), int(cells["seed"]))
        distance, gap = (float(cells[name]) if cells["valid"] == "1" else None for name in ("distance", "gap"))
        wall, cpu, run_seconds, load = (float(cells[name]) for name in ("wall", "cpu", "run_seconds", "load"))
        return cls(key, distance, gap, wall, cpu, run_seconds, load, cells["why"])


class Runs:
    """The rows of a CSV file; a row is written at once, so that a series that was stopped goes on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows: dict[Key, Row] = {}
        if not path.exists():
            return
        with path.open(encoding="utf-8", newline="") as file:
            for cells in csv.DictReader(file):
                if any(cells[name] is None for name in COLUMNS):
                    continue  # it was stopped while writing its last line
                row = Row.of(cells)
                self.rows[row.key] = row

    def add(self, rows: Iterable[Row]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        torn = self.path.exists() and not self.path.read_bytes().endswith(b"\n")
        with self.path.open("a", encoding="utf-8", newline="") as file:
            if torn:
                file.write("\n")
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            if file.tell() == 0:
                writer.writeheader()
            for row in rows:
                writer.writerow(row.cells())
                self.rows[row.key] = row


@dataclass(frozen=True)
class Planner:
    """A program run_*.py and the interpreter it runs by. One that has no schedule is read at every point of one long run."""

    name: str
    python: Path
    traced: bool = False
    seeded: bool = True

    @property
    def command(self) -> list[str]:
        return [str(self.python), str(HERE / f"run_{self.name}.py")]

    def version(self) -> str | None:
        """None: it is not installed."""
        if not self.python.exists():
            return None
        done = subprocess.run([*self.command, "--version"], capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else None


@dataclass(frozen=True)
class Run:
    planner: Planner
    version: str
    known: Known
    seconds: float
    points: tuple[float, ...]
    seed: int

    def each_key(self) -> list[Key]:
        return [Key(self.planner.name, self.version, self.known.name, point, self.seed) for point in self.points]


class Failed(Exception):
    """A planner's program ended otherwise than with an answer."""


def judged(known: Known, routes: Sequence[Sequence[int]] | None) -> tuple[float | None, float | None, str]:
    """Distance, gap in %, and why there is none."""
    if routes is None:
        return None, None, "no solution yet"
    try:
        tenths = verified_distance(known.file, routes)
    except Wrong as wrong:
        return None, None, str(wrong)
    return tenths / 10, 100 * (tenths / 10 / known.best - 1), ""


def carry_out(run: Run) -> list[Row]:
    load = os.getloadavg()[0]
    command = [*run.planner.command, str(run.known.file), f"--seconds={run.seconds:g}", f"--seed={run.seed}"]
    command.append(f"--points={','.join(f'{point:g}' for point in run.points)}")
    what = f"{run.planner.name} on {run.known.name}, {run.seconds:g} s, seed {run.seed}"
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=run.seconds + KILL_AFTER)
    except subprocess.TimeoutExpired:
        raise Failed(f"{what}: no answer {KILL_AFTER:g} s after its limit") from None
    if done.returncode != 0 or not done.stdout.strip():
        last = (done.stderr.strip().splitlines() or ["it printed nothing"])[-1]
        raise Failed(f"{what}: ended with {done.returncode}: {last}")
    answer = json.loads(done.stdout.strip().splitlines()[-1])
    if answer["version"] != run.version:
        raise Failed(f"{what}: version {answer['version']} came between; it was {run.version} when the series began")
    rows = []
    for key, point in zip(run.each_key(), answer["points"], strict=True):
        distance, gap, why = judged(run.known, point["routes"])
        rows.append(Row(key, distance, gap, answer["wall"], answer["cpu"], run.seconds, load, why))
    return rows


def missing(wanted: Iterable[Run], runs: Runs) -> list[Run]:
    return [run for run in wanted if any(key not in runs.rows for key in run.each_key())]


def carry_out_all(
    wanted: Sequence[Run], runs: Runs, tell: Callable[[str], None], act: Callable[[Run], list[Row]] = carry_out
) -> list[str]:
    """Runs what the CSV lacks, and returns what failed; that is tried again next time."""
    lacking = missing(wanted, runs)
    failed = []
    for number, run in enumerate(lacking, 1):
        try:
            rows = act(run)
        except Failed as failure:
            failed.append(str(failure))
            tell(f"{number}/{len(lacking)} FAILED {failure}")
            continue
        runs.add(rows)
        gaps = ", ".join(f"{row.key.seconds:g} s {row.why or f'{row.gap:.2f} %'}" for row in rows)
        last = rows[-1]
        tell(
            f"{number}/{len(lacking)} {run.planner.name} {run.known.name} seed {run.seed}: {gaps}"
            f" (wall {last.wall:.1f} s, cpu {last.cpu:.1f} s, load {last.load:.1f})"
        )
    return failed

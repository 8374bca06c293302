"""The planner beside PyVRP, OR-Tools and VROOM on the instances of Solomon and of Gehring and Homberger, one thread each.

Asked are mean gaps to the best known distances at given seconds, on every fourth instance of a set by name; and that ours is
below each peer's at 1, 5, 10 and 30 s, paired by instance, or both are at most 0.05 %. Seconds are those of the wall, from the
call with the planner's own form of the problem to its answer.

PyVRP and OR-Tools have no schedule: they are read at each of these points of one long run. VROOM shares its time out beforehand:
it gets a long run, and one of its own at a shorter limit only where ours at that limit is not below the long one already.
The peers run on as many of the instances as the time allows. OR-Tools and VROOM take no seed. What a peer finds after its limit,
before it ends, counts as found in time.

Runs are kept in build/claims/planner.csv and not run again: a claim that was stopped goes on. planner.py [OPTION…]
  --plan          print how many runs are missing and how long they take, and stop
  --full          all instances, every peer on each, VROOM at each limit: hours; see --shard
  --shard=K/N     only the K-th of N parts of the instances
  --set=NAME,…    only these of solomon, gh200, gh400, gh1000
  --only=NAME,…   only these of ours, pyvrp, ortools, vroom
  --seeds=N       seeds 1 to N (default 1)
  --minutes=M     what the series may take without --full (default 45)
  --data=FOLDER, --csv=FILE
"""

import argparse
import importlib.util
import math
import os
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from _claim import ROOT, Claim, skip

sys.path.insert(0, str(ROOT / "benchmarks" / "routing"))
from compare import read_best_known
from runs import Key, Known, Planner, Row, Run, Runs, carry_out_all, missing

DATA = ROOT.parent / "shared" / "data" / "vrptw"
PLACE = ROOT / "build" / "claims"
PEERS_PYTHON = ROOT / "build" / "peers-venv" / "bin" / "python"

SETS = ("solomon", "gh200", "gh400", "gh1000")
LIMITS = (1.0, 5.0, 10.0, 30.0)
LONG = LIMITS[-1]
EVERY = 4
# set and seconds: what the mean gap to the best known must not exceed, in %
ASKED = {
    ("solomon", 1.0): 0.12,
    ("gh200", 5.0): 0.20,
    ("gh400", 10.0): 0.60,
    ("gh1000", 5.0): 1.8,
    ("gh1000", 30.0): 1.2,
    ("gh1000", 60.0): 1.1,
}
AS_GOOD_AS_BEST = 0.05  # %: a planner that is as near as that is not beaten
OURS = Planner("ours", Path(sys.executable))
PYVRP = Planner("pyvrp", PEERS_PYTHON, traced=True)
ORTOOLS = Planner("ortools", PEERS_PYTHON, traced=True, seeded=False)
VROOM = Planner("vroom", PEERS_PYTHON, seeded=False)
PEERS = (PYVRP, ORTOOLS, VROOM)
# For the expected time only: what starting and reading take a run, and when VROOM ends by itself.
AROUND = {"solomon": 0.7, "gh200": 0.8, "gh400": 1.0, "gh1000": 2.5}
VROOM_ENDS = {"solomon": 12.0}
BUSY = 1.5
OVER_LIMIT = 0.1  # a run may take this share longer than its limit, and as many seconds


def spread(items: Sequence[Known], count: int) -> list[Known]:
    """So many, evenly from among them."""
    return [items[(2 * i + 1) * len(items) // (2 * count)] for i in range(min(count, len(items)))]


def read_known(data: Path, sets: Iterable[str]) -> dict[str, list[Known]]:
    """By set, by name."""
    table = read_best_known(data)
    found: dict[str, list[Known]] = {name: [] for name in sets}
    for name, (file, best) in table.items():
        if file.parent.name in found and file.is_file():
            found[file.parent.name].append(Known(name, file.parent.name, file, best))
    return {name: sorted(rows, key=lambda known: known.name) for name, rows in found.items()}


@dataclass(frozen=True)
class Series:
    """What is to be measured: the instances ours is measured on, and those of them that the peers run on as well."""

    versions: dict[Planner, str]
    ours: dict[str, list[Known]]
    compared: dict[str, list[Known]]
    seeds: int
    full: bool

    def peers(self) -> list[Planner]:
        return [peer for peer in PEERS if peer in self.versions]

    def seeds_of(self, planner: Planner) -> range:
        return range(1, (self.seeds if planner.seeded else 1) + 1)

    def limits_of_ours(self, known: Known) -> list[float]:
        asked = {seconds for name, seconds in ASKED if name == known.set}
        if self.full or known in self.compared[known.set]:
            asked |= set(LIMITS)
        return sorted(asked)

    def run(self, planner: Planner, known: Known, seconds: float, seed: int) -> Run:
        points = LIMITS if planner.traced else (seconds,)
        return Run(planner, self.versions[planner], known, seconds, points, seed)

    def runs(self) -> list[Run]:
        """By instance: what is compared runs one after the other, under the same load of the machine."""
        wanted = []
        for name, instances in self.ours.items():
            for known in instances:
                if OURS in self.versions:
                    wanted += [
                        self.run(OURS, known, seconds, seed)
                        for seed in self.seeds_of(OURS)
                        for seconds in self.limits_of_ours(known)
                    ]
                if known not in self.compared[name]:
                    continue
                for peer in self.peers():
                    limits = LIMITS if self.full and not peer.traced else (LONG,)
                    wanted += [
                        self.run(peer, known, seconds, seed) for seed in self.seeds_of(peer) for seconds in limits
                    ]
        return wanted


def expected_seconds(run: Run) -> float:
    ends = VROOM_ENDS.get(run.known.set, run.seconds) if run.planner is VROOM else run.seconds
    return min(run.seconds, ends) + AROUND.get(run.known.set, 1.0)


def minutes(runs: Iterable[Run]) -> float:
    return sum(expected_seconds(run) for run in runs) / 60


def choose(known: dict[str, list[Known]], versions: dict[Planner, str], asked: argparse.Namespace) -> Series:
    """The longest series that fits into the time, of which a shard is then a part. What a CSV holds already plays no part,
    so that a series that goes on is the same one."""
    ours = known if asked.full else {name: rows[::EVERY] for name, rows in known.items()}
    compared = ours
    if not asked.full:
        for count in range(max(map(len, ours.values())), 0, -1):
            compared = {name: spread(rows, count) for name, rows in ours.items()}
            if minutes(Series(versions, ours, compared, asked.seeds, False).runs()) <= asked.minutes:
                break
    part, parts = asked.shard
    mine = [one for rows in ours.values() for one in rows][part - 1 :: parts]
    ours, compared = (
        {name: [one for one in rows if one in mine] for name, rows in all_.items()} for all_ in (ours, compared)
    )
    return Series(versions, ours, compared, asked.seeds, asked.full)


class Measured:
    """Rows of this series, and means of them."""

    def __init__(self, series: Series, runs: Runs) -> None:
        self.series = series
        self.runs = runs

    def of(self, planner: Planner) -> list[Row]:
        """What the series asks of a planner, as far as it is there."""
        keys = [key for run in self.series.runs() if run.planner == planner for key in run.each_key()]
        return [self.runs.rows[key] for key in keys if key in self.runs.rows]

    def rows(self, planner: Planner, instances: Sequence[Known], seconds: float) -> list[Row]:
        version = self.series.versions[planner]
        keys = [
            Key(planner.name, version, known.name, seconds, seed)
            for known in instances
            for seed in self.series.seeds_of(planner)
        ]
        return [self.runs.rows[key] for key in keys if key in self.runs.rows]

    def mean(self, planner: Planner, instances: Sequence[Known], seconds: float) -> float | None:
        """Mean gap over seeds, then instances. Infinite when a run has no valid solution, None when not all have run."""
        if len(self.rows(planner, instances, seconds)) < len(instances) * len(self.series.seeds_of(planner)):
            return None
        each = []
        for known in instances:
            gaps = [row.gap for row in self.rows(planner, [known], seconds)]
            each.append(statistics.mean(math.inf if gap is None else gap for gap in gaps))
        return statistics.mean(each) if each else None

    def seen_by(self, peer: Planner, instances: Sequence[Known], seconds: float) -> tuple[float, float] | None:
        """Mean gap of the peer at this limit, or of its longer run where that alone is there; and at how many seconds."""
        for limit in (seconds, LONG):
            mean = self.mean(peer, instances, limit)
            if mean is not None:
                return mean, limit
        return None


def not_beaten(ours: float, theirs: float) -> bool:
    return ours < theirs or max(ours, theirs) <= AS_GOOD_AS_BEST


def percent(value: float) -> str:
    return "none" if math.isinf(value) else f"{value:.3f} %"


def shorter_runs_needed(series: Series, measured: Measured) -> list[Run]:
    """Of a peer that has a schedule: where ours is not below the peer's long run."""
    wanted = []
    for peer in series.peers():
        if peer.traced:
            continue
        for instances in series.compared.values():
            for seconds in LIMITS:
                ours = measured.mean(OURS, instances, seconds)
                theirs = measured.seen_by(peer, instances, seconds)
                if ours is None or theirs is None or theirs[1] == seconds or not_beaten(ours, theirs[0]):
                    continue
                wanted += [
                    series.run(peer, known, seconds, seed) for known in instances for seed in series.seeds_of(peer)
                ]
    return wanted


def claims(claim: Claim, series: Series, measured: Measured) -> None:
    for (name, seconds), asked in ASKED.items():
        instances = series.ours.get(name, [])
        if not instances:
            continue
        what = f"{name}, {seconds:g} s, mean gap of {len(instances)} instances × {series.seeds} seeds"
        mean = measured.mean(OURS, instances, seconds)
        if mean is None or math.isinf(mean):
            claim.holds(what, f"≤ {asked:g} %", "not measured" if mean is None else "without a plan for all", False)
        else:
            claim.at_most(what, asked, mean, "%")
    for peer in series.peers():
        for name, instances in series.compared.items():
            for seconds in LIMITS:
                ours = measured.mean(OURS, instances, seconds)
                theirs = measured.seen_by(peer, instances, seconds)
                if ours is None or theirs is None:
                    continue
                at = "" if theirs[1] == seconds else f" at {theirs[1]:g} s"
                claim.holds(
                    f"{name}, {seconds:g} s, beside {peer.name}, {len(instances)} instances",
                    f"below its mean gap, or both ≤ {AS_GOOD_AS_BEST:g} %",
                    f"ours {percent(ours)}, {peer.name} {percent(theirs[0])}{at}",
                    not_beaten(ours, theirs[0]),
                )


def claims_about_runs(claim: Claim, measured: Measured, failed: list[str]) -> None:
    rows = measured.of(OURS)
    if not rows:
        return
    wrong = [f"{row.key.instance} at {row.key.seconds:g} s: {row.why}" for row in rows if not row.valid]
    claim.holds(
        "our plans that are valid, by the instance's file and by evaluate",
        "all",
        "; ".join(wrong[:3]) or "all",
        not wrong,
    )
    over = max(row.wall - row.run_seconds * (1 + OVER_LIMIT) for row in rows)
    claim.at_most(f"our longest run over its limit and {OVER_LIMIT:.0%} of it", OVER_LIMIT, max(0.0, over), "s")
    claim.holds("runs that failed", "0", str(len(failed)), not failed)


def table(series: Series, measured: Measured) -> None:
    """Of what each planner ran on; `run s` is how long the runs really took, `cpu` how much of it they had a processor."""
    print(
        f"{'set':9}{'seconds':>8}  {'planner':9}{'mean gap %':>11}{'worst':>9}  {'instances × seeds':19}{'run s':>7}{'cpu':>6}"
    )
    for name, instances in series.ours.items():
        for seconds in sorted({*LIMITS, *(s for about, s in ASKED if about == name)}):
            for planner in series.versions:
                rows = measured.rows(planner, instances, seconds)
                if not rows:
                    continue
                gaps = [row.gap for row in rows if row.gap is not None]
                mean = f"{statistics.mean(gaps):.3f}" if gaps else "none"
                worst = f"{max(gaps):.3f}" if gaps else "none"
                count = f"{len({row.key.instance for row in rows})} × {len({row.key.seed for row in rows})}"
                none = f"  no solution in {len(rows) - len(gaps)} of {len(rows)}" if len(gaps) < len(rows) else ""
                wall = statistics.mean(row.wall for row in rows)
                share = statistics.mean(row.cpu for row in rows) / max(1e-9, wall)
                print(
                    f"{name:9}{seconds:>8g}  {planner.name:9}{mean:>11}{worst:>9}  {count:19}{wall:>7.1f}{share:>6.0%}{none}"
                )


def picture(series: Series, measured: Measured, path: Path) -> None:
    """Mean gap over time, a panel a set, on the instances that every planner ran on."""
    if importlib.util.find_spec("matplotlib") is None:
        print("      no picture: matplotlib is missing (pip install paidan[plot])")
        return
    import matplotlib as mpl

    mpl.use("svg")
    import matplotlib.pyplot as plt

    names = [name for name, instances in series.compared.items() if instances]
    figure, grid = plt.subplots(
        1, max(1, len(names)), figsize=(4.2 * max(1, len(names)), 3.6), squeeze=False, sharey=True
    )
    least = 0.01
    for axes, name in zip(grid[0], names, strict=False):
        for planner in series.versions:
            points = [(s, measured.mean(planner, series.compared[name], s)) for s in (*LIMITS, 60.0)]
            drawn = [(s, max(least, mean)) for s, mean in points if mean is not None and not math.isinf(mean)]
            if drawn:
                axes.plot(*zip(*drawn, strict=True), marker="o", label=planner.name)
        axes.set(
            xscale="log",
            yscale="log",
            xlabel="seconds, one thread",
            title=f"{name}, {len(series.compared[name])} instances",
        )
        axes.set_xticks([*LIMITS, 60.0], [f"{s:g}" for s in (*LIMITS, 60.0)])
        axes.minorticks_off()
        axes.grid(alpha=0.3)
    grid[0][0].set_ylabel("mean gap to the best known, %")
    grid[0][0].set_yticks(shown := [least, 0.1, 1.0, 10.0], [f"≤ {least:g}", *(f"{gap:g}" for gap in shown[1:])])
    if grid[0][0].lines:
        grid[0][0].legend()
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)
    print(f"      gap over time: {path}")


def parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="planner", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )

    def names(known: Sequence[str]) -> Callable[[str], list[str]]:
        def read(text: str) -> list[str]:
            found = text.split(",")
            if unknown := [name for name in found if name not in known]:
                raise argparse.ArgumentTypeError(f"no {', '.join(unknown)}; there are {', '.join(known)}")
            return found

        return read

    def shard(text: str) -> tuple[int, int]:
        part, _, parts = text.partition("/")
        if not (part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts)):
            raise argparse.ArgumentTypeError("K/N, K from 1 to N")
        return int(part), int(parts)

    parser.add_argument("--plan", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--shard", type=shard, default=(1, 1))
    parser.add_argument("--set", type=names(SETS), default=list(SETS))
    parser.add_argument("--only", type=names([OURS.name, *(peer.name for peer in PEERS)]))
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--csv", type=Path, default=PLACE / "planner.csv")
    return parser.parse_args(words)


def planners(only: list[str] | None) -> dict[Planner, str]:
    """Those that are there, with their versions; what is missing is said."""
    found = {}
    for planner in (OURS, *PEERS):
        if only is not None and planner.name not in only:
            continue
        version = planner.version()
        if version is not None:
            found[planner] = version
        elif planner is OURS:
            skip("paidan is not built; run ./dev claims planner")
        else:
            print(f"      {planner.name} is not installed, its rows are skipped (./dev peers)")
    return found


def main(words: Sequence[str]) -> None:
    asked = parse(words)
    known = {name: rows for name, rows in read_known(asked.data, asked.set).items() if rows}
    if not known:
        skip(f"{asked.data} has no instances of {', '.join(asked.set)}")
    versions = planners(asked.only)
    if asked.only is None and len(versions) == 1:
        skip("none of the peers is installed; run ./dev peers, or measure --only=ours")
    if not versions:
        skip("none of the planners asked for is installed")
    series = choose(known, versions, asked)
    runs = Runs(asked.csv)
    wanted = series.runs()
    lacking = missing(wanted, runs)
    compared = {name: len(rows) for name, rows in series.compared.items()}
    print(f"      {', '.join(f'{planner.name} {version}' for planner, version in versions.items())}")
    print(
        f"      {len(wanted)} runs, about {minutes(wanted):.0f} min; still to do: {len(lacking)}, about"
        f" {minutes(lacking):.0f} min. Instances: {', '.join(f'{len(rows)} of {name}' for name, rows in series.ours.items())};"
        f" with the peers: {', '.join(f'{count} of {name}' for name, count in compared.items())}",
        flush=True,
    )
    if asked.plan:
        return
    if os.getloadavg()[0] > BUSY:
        print(f"      warning: load average {os.getloadavg()[0]:.1f}: other work spoils these times", flush=True)

    def tell(text: str) -> None:
        print(f"      {text}", flush=True)

    failed = carry_out_all(wanted, runs, tell)
    measured = Measured(series, runs)
    if OURS in versions:
        failed += carry_out_all(shorter_runs_needed(series, measured), runs, tell)
    rows = [row for planner in versions for row in measured.of(planner)]
    busy = sum(row.load > BUSY for row in rows)
    if busy:
        print(f"      warning: {busy} of {len(rows)} results are of runs that began at a load average above {BUSY:g}")
    table(series, measured)
    picture(series, measured, PLACE / "planner.svg")
    claim = Claim()
    if OURS in versions:
        claims(claim, series, measured)
    claims_about_runs(claim, measured, failed)
    claim.finish()


if __name__ == "__main__":
    main(sys.argv[1:])

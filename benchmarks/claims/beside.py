"""The planner beside any other program on the instances of Solomon and of Gehring and Homberger, in pairs.

On every fourth instance of a set by name both run at the same time, one thread each, for seconds that `planner` asks for too; the
program's own figure is believed, ours is judged. Asked: the mean difference of the gaps to the best known distances is not above twice
its standard error. Only where there is a program: beside.py --program=PROGRAM [OPTION…]
  --program=PROGRAM     called with SECONDS SEED FILE WORDS…; the first number with decimals that it prints is its distance
  --words=WORDS         for it
  --small-words=WORDS   instead, up to 200 visits
  --set=NAME,…          only these of solomon, gh200, gh400, gh1000
  --seeds=N             seeds 1 to N (default 1)
  --data=FOLDER
"""

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from _claim import ROOT, Claim, printed_decimal, skip

sys.path.insert(0, str(ROOT / "benchmarks" / "routing"))
from compare import read_best_known
from verify import verified_distance

DATA = ROOT.parent / "shared" / "data" / "vrptw"
EVERY = 4
SECONDS = {"solomon": (1.0,), "gh200": (5.0,), "gh400": (10.0,), "gh1000": (5.0, 30.0)}
SMALL = ("solomon", "gh200")
NOISE = 2.0  # standard errors


def pair(program: Path, file: Path, seconds: float, seed: int, words: Sequence[str]) -> tuple[float, float]:
    """Distances of ours and of the program, found at the same time."""
    runner = ROOT / "benchmarks" / "routing" / "run_ours.py"
    command = [str(program), f"{seconds:g}", str(seed), str(file), *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        ours = subprocess.run(
            [sys.executable, str(runner), str(file), "--seconds", f"{seconds:g}", "--seed", str(seed)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        printed, _ = other.communicate()
    if other.returncode != 0:
        raise ValueError(f"{program} ended with {other.returncode} on {file.name}")
    routes = json.loads(ours)["points"][-1]["routes"]
    return verified_distance(file, routes) / 10, printed_decimal(program, printed)


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(
        prog="beside", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", type=Path)
    parser.add_argument("--words", default="")
    parser.add_argument("--small-words", default="")
    parser.add_argument("--set", default=",".join(SECONDS))
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--data", type=Path, default=DATA)
    asked = parser.parse_args(words)
    if asked.program is None:
        skip("no program to run beside ours: --program=PROGRAM")
    sets = asked.set.split(",")
    if not set(sets) <= set(SECONDS):
        parser.error(f"--set: one or several of {', '.join(SECONDS)}")
    known = read_best_known(asked.data)
    claim = Claim()
    for name in sets:
        files = sorted((path, best) for path, best in known.values() if path.parent.name == name and path.is_file())
        if not files:
            skip(f"{asked.data} has no instances of {name}")
        own_words = (asked.small_words if name in SMALL and asked.small_words else asked.words).split()
        for seconds in SECONDS[name]:
            gaps = []
            for file, best in files[::EVERY]:
                for seed in range(1, asked.seeds + 1):
                    found = pair(asked.program.resolve(), file, seconds, seed, own_words)
                    ours, theirs = (100 * (distance / best - 1) for distance in found)
                    gaps.append((ours, theirs))
                    print(
                        f"      {file.stem:9}{seconds:>4g} s, seed {seed}: ours {ours:.3f} %, beside {theirs:.3f} %",
                        flush=True,
                    )
            apart = [ours - theirs for ours, theirs in gaps]
            error = statistics.stdev(apart) / len(apart) ** 0.5 if len(apart) > 1 else 0.0
            mean = statistics.mean(apart)
            means = [statistics.mean(gap[i] for gap in gaps) for i in (0, 1)]
            claim.holds(
                f"{name} at {seconds:g} s, {len(gaps)} pairs: mean gap above the other's",
                f"≤ {NOISE:g} standard errors",
                f"{means[0]:.3f} and {means[1]:.3f} %, apart {mean:+.3f} ± {error:.3f}",
                mean <= NOISE * error,
            )
    claim.finish()


if __name__ == "__main__":
    main(sys.argv[1:])

"""Decision tables: decisions a second on one thread, alone and against zen-engine on the same two tables.

zen-engine (a rules engine written in Rust) is asked through its Python package, in the environment that `./dev peers`
makes; ours is timed by the program bench_rules, which is built first, and once more through Python. The tables, ten rules
over a text and a number and a thousand over six columns, are those of benchmarks/micro/rules.cpp; the inputs are alike.
Its answers are compared with ours. Without zen-engine our own rates are still measured.
"""

import json
import subprocess
import sys
import time
from typing import Any

from _claim import ROOT, Claim, calibration_seconds, skip

PEERS = ROOT / "benchmarks" / "peers"
PEERS_PYTHON = ROOT / "build" / "peers-venv" / "bin" / "python"
PROGRAM = ROOT / "build" / "bench" / "benchmarks" / "bench_rules"
NAMES = {"small": "10 rules", "large": "1,000 rules"}


def build() -> None:
    """The library as `./dev bench` builds it, and bench_rules alone."""
    if subprocess.run(["cmake", "--preset", "bench"], cwd=ROOT, capture_output=True, check=False).returncode != 0:
        skip("the benchmarks cannot be configured; run ./dev bench")
    command = ["cmake", "--build", str(ROOT / "build" / "bench"), "--target", "bench_rules"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def ours() -> dict[str, float]:
    """Decisions a second of processor time by benchmark, the best of three."""
    options = ["--benchmark_format=json", "--benchmark_repetitions=3", "--benchmark_min_time=0.3"]
    done = subprocess.run([PROGRAM, *options], capture_output=True, text=True, check=True)
    rates: dict[str, float] = {}
    for run in json.loads(done.stdout)["benchmarks"]:
        if run.get("run_type") == "iteration":
            rates[run["run_name"]] = max(rates.get(run["run_name"], 0.0), run["items_per_second"])
    return rates


def zen() -> Any:
    """Rates and answers of zen-engine by table, None without it."""
    if not PEERS_PYTHON.is_file():
        return None
    if subprocess.run([PEERS_PYTHON, "-c", "import zen"], capture_output=True, check=False).returncode != 0:
        return None
    done = subprocess.run([PEERS_PYTHON, PEERS / "rules.py"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def csv(names: list[str], rows: list[tuple[list[str], int]]) -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    lines = ["t,F", "kind" + ",in" * len(names) + ",out", "expression," + ",".join(names) + ",fee"]
    lines += [",".join(["", *(cell(one or "-") for one in cells), str(fee)]) for cells, fee in rows]
    return "\n".join(lines) + "\n"


def in_python(peer: Any) -> tuple[dict[str, float], int, int]:
    """Our decisions a second through Python, inputs compared, and answers that differ from the peer's."""
    sys.path.append(str(PEERS))
    from paidan import rules
    from rules_tables import TABLES

    rates = {}
    total = different = 0
    for name, (content, asked) in TABLES.items():
        table = rules.DecisionTable.from_csv(csv(*content))
        for facts, theirs in zip(asked, peer[name]["answers"], strict=True):
            mine = table.evaluate(facts).value
            total += 1
            different += (None if mine is None else int(mine)) != theirs
        count = 100_000
        begun = time.process_time()
        for i in range(count):
            _ = table.evaluate(asked[i % len(asked)]).value
        rates[name] = count / (time.process_time() - begun)
    return rates, total, different


def main() -> None:
    build()
    claim = Claim()
    rates = {name: rate / 1e6 for name, rate in ours().items()}
    claim.at_least("10 rules, decisions", 5, rates["small_match_unique"], "M/s")
    claim.at_least("1,000 rules, 6 columns, decisions", 1, rates["large_match_unique"], "M/s")
    claim.at_least("1,000 rules, explained decisions", 0.2, rates["large_explain"], "M/s")
    claim.at_least("1,000 rules, rows of whole columns", 5, rates["large_columns"], "M/s")
    in_kernel = rates["small_match_unique"] * calibration_seconds()
    print(f"      10 rules: {in_kernel:.2f} M decisions in the time of the calibration kernel")
    peer = zen()
    if peer is None:
        print("      zen-engine is missing; run ./dev peers to compare with it")
        claim.finish()
    for name, what in NAMES.items():
        claim.at_least(f"{what}, times zen-engine", 50, rates[f"{name}_match_first"] * 1e6 / peer[name]["rate"], "×")
    python, total, different = in_python(peer)
    for name, what in NAMES.items():
        ratio = python[name] / peer[name]["rate"]
        claim.at_least(f"{what}, both through Python, times zen-engine", 50, ratio, "×")
        print(
            f"      zen-engine {peer[name]['rate'] / 1000:.1f} k/s, ours through Python {python[name] / 1000:.0f} k/s"
        )
    claim.holds(f"answers that differ from zen-engine's, of {total}", "0", str(different), different == 0)
    claim.finish()


main()

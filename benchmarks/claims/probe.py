"""A field that is described once is in every door.

A copy of this tree (build/probe) gets one field more in a result (check::Kpis), an option (MatchOptions) and an input
(pricing::PriceRow): one member and one line of `Fields` each, nothing else. Then it must be in JSON, JSON Schema, CSV,
Python, its stub, data frames, the command line's help and the table of operations. Needs a compiler and a few minutes.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from _claim import ROOT, Claim

PLACE = ROOT / "build" / "probe"
TREE = PLACE / "tree"
DATA = TREE / "examples" / "data"
# file, the line after which one is added, the line
MEMBERS = (
    ("check/kpis.hpp", "struct Kpis {", "  std::int64_t probe_kpi = 41;"),
    (
        "check/fields.hpp",
        "PAIDAN_FIELDS(check::Kpis, ",
        '  v("probe_kpi", &T::probe_kpi, Field{.zh = "探针一", .doc = "Probe one."});',
    ),
    ("dispatch/match.hpp", "struct MatchOptions {", "  std::int64_t probe_option = 0;"),
    (
        "dispatch/fields.hpp",
        "PAIDAN_FIELDS(MatchOptions, ",
        '  v("probe_option", &T::probe_option, Field{.zh = "探针二", .doc = "Probe two.", .low = 0, .high = 7});',
    ),
    ("pricing/price_book.hpp", "struct PriceRow {", "  std::string probe_input = {};"),
    (
        "pricing/fields.hpp",
        "PAIDAN_FIELDS(pricing::PriceRow, ",
        '  v("probe_input", &T::probe_input, Field{.zh = "探针三", .doc = "Probe three."});',
    ),
)
PYTHON = """
import io, json, sys
import paidan
from paidan import frames
prices = frames.read_prices(sys.argv[1], id="probe")
problem = paidan.Problem.from_json(open(sys.argv[2], encoding="utf-8").read())
report = paidan.evaluate(problem, paidan.plan(problem, iterations=0))
try:
    paidan.match(problem, probe_option=9)
    bound = ""
except paidan.InvalidInput as wrong:
    bound = wrong.errors[0].code + " " + wrong.errors[0].path
paidan.match(problem, probe_option=7)
print(json.dumps({
    "result": report.kpis.probe_kpi,
    "kpis": "probe_kpi" in str(frames.kpis_to_frame({"ours": report})),
    "input": prices.rows[0].probe_input,
    "frame": "probe_input" in frames.to_frame(prices.rows).columns,
    "bound": bound,
}))
"""


def copy() -> None:
    files = subprocess.run(["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True)
    for name in files.stdout.decode().split("\0"):
        source, target = ROOT / name, TREE / name
        if not name or not source.is_file():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists() or target.read_bytes() != source.read_bytes():
            shutil.copyfile(source, target)
    for file, after, line in MEMBERS:
        path = TREE / "include" / "paidan" / file
        text = path.read_text(encoding="utf-8")
        at = text.index(after)
        end = text.index("\n", at)
        path.write_text(f"{text[:end]}\n{line}{text[end:]}", encoding="utf-8")


def run(*words: str | Path, env: dict[str, str] | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in words], check=False, capture_output=True, encoding="utf-8", env=env, input=stdin
    )


def out(*words: str | Path, env: dict[str, str] | None = None, stdin: str = "") -> str:
    """The standard output; when the program fails, what it said (compilers say it on both) and the end of this one."""
    done = run(*words, env=env, stdin=stdin)
    if done.returncode != 0:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        raise subprocess.CalledProcessError(done.returncode, done.args)
    return done.stdout


def served(paidan: Path, problem: Path, option: int) -> dict:
    """What `serve` answers to a match with the option."""
    request = {"do": "match", "problem": json.loads(problem.read_text(encoding="utf-8")), "probe_option": option}
    return json.loads(out(paidan, "serve", stdin=json.dumps(request) + "\n"))


def out_of_range(answer: dict) -> bool:
    return [(one["code"], one["path"]) for one in answer.get("errors", [])] == [("out_of_range", "probe_option")]


def main() -> None:
    copy()
    build = PLACE / "build"
    options = ["-DPAIDAN_BUILD_TESTS=OFF", "-DPAIDAN_BUILD_EXAMPLES=OFF", "-DPAIDAN_BUILD_BENCHMARKS=OFF"]
    out(
        "cmake",
        "-S",
        TREE,
        "-B",
        build,
        "-G",
        "Ninja",
        "-DCMAKE_BUILD_TYPE=Debug",
        f"-DPython_EXECUTABLE={sys.executable}",
        *options,
    )
    out("cmake", "--build", build, "--target", "_paidan", "paidan_cli")
    paidan = build / "bin" / "paidan"
    environment = os.environ | {"PYTHONPATH": str(build / "python")}
    day = DATA / "day.json"
    plan, prices = PLACE / "plan.json", PLACE / "prices.csv"
    out(paidan, "plan", day, "--iterations", "0", "--output", plan)
    lines = (DATA / "prices.csv").read_text(encoding="utf-8-sig").splitlines()
    heading = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    lines = [line + (",探针三" if i == heading else ",seen" if i > heading else "") for i, line in enumerate(lines)]
    prices.write_text("\n".join(lines) + "\n", encoding="utf-8")
    out(sys.executable, TREE / "bindings" / "python" / "stubs" / "generate.py", env=environment)
    stub = (TREE / "bindings" / "python" / "paidan" / "_paidan.pyi").read_text(encoding="utf-8")
    python = json.loads(out(sys.executable, "-c", PYTHON, prices, day, env=environment))
    table = json.loads(out(paidan, "operations"))["operations"]
    match = next(one for one in table if one["name"] == "match")
    option = next((one for one in match["fields"] if one["name"] == "probe_option"), {})
    beyond = run(paidan, "match", day, "--probe-option", "9")

    claim = Claim()
    for what, ok in (
        ("result in JSON", json.loads(out(paidan, "evaluate", day, plan))["kpis"].get("probe_kpi") == 41),
        ("result in JSON Schema", "探针一" in out(paidan, "schema", "report")),
        ("result in Python", python["result"] == 41),
        ("result in the stub", "def probe_kpi(self) -> int" in stub),
        ("result in a data frame", python["kpis"]),
        ("option in the table of operations", option.get("zh") == "探针二" and option.get("high") == 7),
        ("option in help", "--probe-option" in out(paidan, "match", "--help")),
        ("option on the command line", "pairs" in json.loads(out(paidan, "match", day, "--probe-option", "7"))),
        ("its bounds on the command line", beyond.returncode != 0 and out_of_range(json.loads(beyond.stderr))),
        ("option of serve", "pairs" in served(paidan, day, 7).get("result", {})),
        ("its bounds in serve", out_of_range(served(paidan, day, 9))),
        ("option in Python, with its bounds", python["bound"] == "out_of_range probe_option"),
        ("option in the stub", "probe_option: int" in stub),
        ("input in JSON", json.loads(out(paidan, "prices", prices))["rows"][0].get("probe_input") == "seen"),
        ("input in JSON Schema", "探针三" in out(paidan, "schema", "prices")),
        ("input in Python and from CSV", python["input"] == "seen"),
        ("input in the stub", "def probe_input(self) -> str" in stub),
        ("input in a data frame", python["frame"]),
    ):
        claim.holds(what, "there", "there" if ok else "missing", bool(ok))
    claim.finish()


main()

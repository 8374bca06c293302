"""benchmarks/routing/compare.py with two programs that are no planners: what it runs, keeps and says."""

import csv
import subprocess
import sys
from pathlib import Path

COMPARE = Path(__file__).resolve().parents[2] / "benchmarks" / "routing" / "compare.py"
PROGRAM = """
import sys
count, name, instance, seed, iterations = Path(sys.argv[1]), *sys.argv[2:]
with count.open("a") as file:
    print(name, instance, seed, file=file)
distance = {"good": 101.0, "bad": 102.0}[name] + float(seed)
print(f"{instance:<9} {distance:9.1f} gap   0.000% routes 3 it {iterations} ({2.5 if name == 'good' else 5.0} us/it) more")
"""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    program = folder / "program.py"
    program.write_text("from pathlib import Path\n" + PROGRAM, encoding="utf-8")
    commands = []
    for name in ("good", "bad"):
        command = f"{sys.executable} {program} {folder / 'count'} {name} {{instance}} {{seed}} {{iterations}}"
        commands += ["--program", f"{name}={command}"]
    common = ["--data", str(folder), "--csv", str(folder / "runs.csv"), "--iterations", "500"]
    return subprocess.run(
        [sys.executable, str(COMPARE), *common, *commands, *words], capture_output=True, text=True, check=False
    )


def known(folder: Path) -> None:
    (folder / "A.txt").touch()
    (folder / "best_known.csv").write_text("instance,file,bks_distance_dimacs\nA,A.txt,100\nB,B.txt,100\n", "utf-8")


def test_runs_are_paired_and_kept(tmp_path: Path) -> None:
    known(tmp_path)
    first = run(tmp_path, "--seeds", "2", "A")
    assert first.returncode == 0, first.stderr
    assert (tmp_path / "count").read_text("utf-8").split("\n")[:-1] == ["good A 1", "bad A 1", "good A 2", "bad A 2"]
    more = run(tmp_path, "--seeds", "3", "A")
    assert len((tmp_path / "count").read_text("utf-8").splitlines()) == 6
    assert more.stdout.splitlines()[1].split()[:2] == ["A", "3"]
    assert "3.000 ± 0.577" in more.stdout
    assert more.stdout.splitlines()[-1] == "mean difference -1.000 ± 0.000 points, ratio of µs 0.500"
    with (tmp_path / "runs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[-1] == {
        "program": "bad",
        "instance": "A",
        "seed": "3",
        "iterations": "500",
        "distance": "105.0",
        "gap_percent": "5.0000",
        "microseconds": "5.0",
    }


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    empty = run(tmp_path, "A")
    assert empty.returncode == 77
    assert "best_known.csv is not there" in empty.stderr
    known(tmp_path)
    for name in ("B", "C"):
        absent = run(tmp_path, name)
        assert absent.returncode == 77
        assert absent.stderr.endswith(f"has no instance {name}\n")
    assert not (tmp_path / "runs.csv").exists()


def test_a_program_that_fails_ends_the_comparison(tmp_path: Path) -> None:
    known(tmp_path)
    common = [
        "--data",
        str(tmp_path),
        "--csv",
        str(tmp_path / "runs.csv"),
        "--program",
        "a=false",
        "--program",
        "b=true",
    ]
    done = subprocess.run([sys.executable, str(COMPARE), *common, "A"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ended with 1" in done.stderr

"""Same input, same bytes: the seven days of the demonstration's elevator week give identical plan files

- in two runs of Python, in processes with other hash seeds and other numbers of threads,
- from Python and from the program `paidan`,
- from the compiled and the header-only flavour, from g++ and from clang++ 14.

The header-only programs are built below build/claims/ first: minutes the first time. A clang build of the whole program
is compared too where there is one (build/clang/bin/paidan).
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from _claim import BUILD, ROOT, Claim, skip

SEED, ITERATIONS, LANES = 7, 4_000, 2
PROGRAM = "bin/paidan"
SOURCE = Path(__file__).parent / "plan_days"
COMPILERS = ("g++", "clang++-14")


def export(folder: Path, threads: int) -> None:
    """Runs in a process of its own: each day's problem and plan."""
    from demo import elevator
    from demo.seven_days import write_plans
    from paidan.week.run import Effort, plan_week

    week = elevator.week(elevator.read(ROOT / "examples" / "data"), 1)
    effort = Effort(seed=SEED, iterations=ITERATIONS, lanes=LANES, threads=threads, explain=False)
    write_plans(plan_week(week, effort=effort), folder)


def python_run(folder: Path, threads: int, hash_seed: int) -> None:
    folder.mkdir()
    command = [sys.executable, __file__, "--export", str(folder), str(threads)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": str(hash_seed)})


def program_run(program: Path, problems: Path, folder: Path, threads: int) -> None:
    """The plans, and the problems as the program writes them again: those have to be the same files, too."""
    folder.mkdir()
    for problem in sorted(problems.glob("problem-*.json")):
        plan = folder / problem.name.replace("problem", "plan")
        options = f"--seed {SEED} --iterations {ITERATIONS} --lanes {LANES} --threads {threads}".split()
        subprocess.run([program, "plan", problem, *options, "--output", plan], check=True)
        subprocess.run([program, "rewrite", problem, "--output", folder / problem.name], check=True)


def header_only_run(program: Path, problems: Path, folder: Path, threads: int) -> None:
    folder.mkdir()
    numbers = [str(number) for number in (SEED, ITERATIONS, LANES, threads)]
    subprocess.run([program, folder, *numbers, *sorted(problems.glob("problem-*.json"))], check=True)


def build(compiler: str) -> Path:
    place = ROOT / "build" / "claims" / compiler
    print(f"      building {place.relative_to(ROOT)}/plan_days", flush=True)
    options = [f"-DCMAKE_CXX_COMPILER={compiler}", "-DCMAKE_BUILD_TYPE=Release"]
    configure = ["cmake", "-G", "Ninja", "-S", str(SOURCE), "-B", str(place), *options]
    subprocess.run(configure, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", str(place)], check=True, stdout=subprocess.DEVNULL)
    return place / "plan_days"


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.json"))}


def main() -> None:
    if not (BUILD / PROGRAM).exists():
        skip("there is no program paidan; run ./dev claims same_bytes")
    try:
        import paidan  # noqa: F401
    except ModuleNotFoundError as missing:
        skip(f"{missing}; run ./dev claims same_bytes")
    claim = Claim()
    absent = []
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        python_run(place / "first", threads=1, hash_seed=1)
        expected = digests(place / "first")
        days = sum(file.startswith("plan-") for file in expected)
        claim.holds("days exported", "7", str(days), days == 7)

        def compare(what: str, folder: Path) -> None:
            found = digests(folder)
            same = sum(found.get(file) == digest for file, digest in expected.items())
            claim.holds(what, f"{len(expected)} files identical", str(same), same == len(expected))

        python_run(place / "second", threads=2, hash_seed=2)
        compare("Python again: other process, 2 threads", place / "second")
        program_run(BUILD / PROGRAM, place / "first", place / "program", threads=2)
        compare("program, compiled, g++", place / "program")
        clang = ROOT / "build" / "clang" / PROGRAM
        if clang.exists():
            program_run(clang, place / "first", place / "clang", threads=2)
            compare("program, compiled, clang++-14", place / "clang")
        for compiler in COMPILERS:
            if shutil.which(compiler) is None:
                absent.append(compiler)
                continue
            header_only_run(build(compiler), place / "first", place / compiler, threads=1)
            compare(f"header-only, {compiler}", place / compiler)
    if absent and not claim.short:
        skip(f"not installed: {', '.join(absent)}; what could be compared is the same")
    claim.finish()


if sys.argv[1:2] == ["--export"]:
    export(Path(sys.argv[2]), int(sys.argv[3]))
else:
    main()

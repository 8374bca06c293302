"""What the library costs those who build on it.

A translation unit that includes <paidan/paidan.hpp> (compiled flavour): at most 1.1 s of CPU; one that includes a wing,
<paidan/dispatch.hpp> or <paidan/money.hpp>: at most 0.8 s. The least of 15 turns, which go round the compilers and headers:
what neighbours on a shared machine add (up to a half) is not the library's; the standard headers alone are given beside it.
In the header-only flavour README's example compiles the engine with it: at most 45 s with g++ -O2, the least of 3 turns.
Touching one .ipp, rebuilding and running that room's tests: under 60 s (PAIDAN_ROOMS=routing,io measures only some).
`import paidan`: at most 200 ms.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _claim import BUILD, ROOT, Claim, skip

NO_CACHE = os.environ | {"CCACHE_DISABLE": "1"}


def cpu_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


UNITS = (("paidan.hpp", 1.1), ("dispatch.hpp", 0.8), ("money.hpp", 0.8))
STANDARD = "#include <optional>\n#include <span>\n#include <stdexcept>\n#include <string>\n#include <vector>\n"


def translation_units(compilers: list[str]) -> dict[tuple[str, str], float]:
    least: dict[tuple[str, str], float] = {}
    with tempfile.TemporaryDirectory() as place:
        for header, text in [("standard", STANDARD), *((name, f"#include <paidan/{name}>\n") for name, _ in UNITS)]:
            Path(place, f"{header}.cpp").write_text(text + "int main() {}\n", encoding="utf-8")
        for _ in range(15):
            for compiler in compilers:
                for header in ("standard", *(name for name, _ in UNITS)):
                    command = [compiler, "-std=c++20", "-O2", f"-I{ROOT}/include", "-c", f"{place}/{header}.cpp"]
                    seconds = cpu_seconds([*command, "-o", f"{place}/unit.o"])
                    least[compiler, header] = min(seconds, least.get((compiler, header), seconds))
    return least


def header_only() -> float:
    with tempfile.TemporaryDirectory() as place:
        flags = ["-std=c++20", "-O2", "-DPAIDAN_HEADER_ONLY", f"-I{ROOT}/include", "-I/usr/include/eigen3"]
        command = ["g++", *flags, "-c", str(ROOT / "examples" / "readme.cpp"), "-o", f"{place}/unit.o"]
        return min(cpu_seconds(command) for _ in range(3))


def import_seconds() -> float:
    code = "import time; start = time.perf_counter(); import paidan; print(time.perf_counter() - start)"
    times = []
    for _ in range(8):  # the first one warms the disk cache and writes the byte code
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        times.append(float(done.stdout))
    return statistics.median(times[1:])


def rebuild_seconds(room: str) -> float | None:
    definitions = sorted((ROOT / "include" / "paidan" / room).rglob("*.ipp"), key=lambda path: path.stat().st_size)
    target = f"test_{room}"
    if not definitions or not (BUILD / "tests" / target).exists():
        return None
    build = ["cmake", "--build", str(BUILD), "--target", target]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    definitions[-1].touch()
    start = time.monotonic()
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL, env=NO_CACHE)
    subprocess.run([str(BUILD / "tests" / target)], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def main() -> None:
    if not (BUILD / "build.ninja").exists():
        skip("there is no build; run ./dev claims compile_cost")
    claim = Claim()
    compilers = [name for name in ("g++", "clang++-14") if shutil.which(name) is not None]
    for name in {"g++", "clang++-14"} - set(compilers):
        print(f"      {name} is not installed")
    least = translation_units(compilers)
    for compiler in compilers:
        print(f"      standard headers alone with {compiler}: {least[compiler, 'standard']:.2f} s of CPU")
        for header, most in UNITS:
            claim.at_most(f"{header} with {compiler}", most, least[compiler, header], "s of CPU")
    if "g++" in compilers:
        claim.at_most("README's example, header-only, with g++", 45, header_only(), "s of CPU")
    claim.at_most("import paidan", 200, import_seconds() * 1000, "ms")
    rooms = os.environ.get("PAIDAN_ROOMS", "").split(",")
    if rooms == [""]:
        rooms = sorted(path.name for path in (ROOT / "include" / "paidan").iterdir() if path.is_dir())
    for room in rooms:
        seconds = rebuild_seconds(room)
        if seconds is not None:
            claim.at_most(f"one .ipp of {room}: rebuild and test", 60, seconds, "s")
    claim.finish()


main()

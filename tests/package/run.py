"""Build and run one consumer program: run.py --source … --build … --work … KIND."""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXPECTED = "paidan: ¥30.00 2024-10-06"


class Failure(Exception):
    pass


class Driver:
    def __init__(self, options: argparse.Namespace) -> None:
        self.cmake: str = options.cmake
        self.compiler: str = options.compiler
        self.launcher: str = options.launcher
        self.source: Path = options.source
        self.build: Path = options.build
        self.work: Path = options.work
        self.prefix = self.work / "moved"

    def run(self, *command: str | Path, **environment: str) -> str:
        words = [str(word) for word in command]
        print("$", *words, flush=True)
        done = subprocess.run(
            words, env=os.environ | environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        print(done.stdout, done.stderr, sep="", flush=True)
        if done.returncode != 0:
            raise Failure(f"{words[0]} ended with {done.returncode}")
        return done.stdout

    def says(self, program: Path, expected: str = EXPECTED) -> None:
        output = self.run(program).strip()
        if output != expected:
            raise Failure(f"expected '{expected}', got '{output}'")

    def configure(self, kind: str, *defines: str) -> Path:
        place = self.work / kind
        shutil.rmtree(place, ignore_errors=True)
        self.run(
            self.cmake, "-G", "Ninja", "-S", HERE / kind, "-B", place, "-DCMAKE_BUILD_TYPE=None",
            f"-DCMAKE_CXX_COMPILER={self.compiler}", f"-DCMAKE_CXX_COMPILER_LAUNCHER={self.launcher}", *defines,
        )  # fmt: skip
        return place

    def build_with_cmake(self, kind: str, *defines: str) -> Path:
        place = self.configure(kind, *defines)
        self.run(self.cmake, "--build", place)
        return place

    # ------------------------------------------------------------ kinds

    def install(self) -> None:
        # Only what this step makes: other kinds build in folders beside it at the same time.
        first = self.work / "first"
        for old in (first, self.prefix, self.work / "generated"):
            shutil.rmtree(old, ignore_errors=True)
        self.run(self.cmake, "--install", self.build, "--prefix", first)
        first.rename(self.prefix)
        texts = [*self.prefix.rglob("*.cmake"), *self.prefix.rglob("*.pc")]
        if not texts:
            raise Failure("no package files were installed")
        for file in texts:
            for place in (first, self.source, self.build):
                if str(place) in file.read_text(encoding="utf-8"):
                    raise Failure(f"{file} names the absolute path {place}")

    def find_package(self) -> None:
        place = self.build_with_cmake("find_package", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.says(place / "program")

    def add_subdirectory(self) -> None:
        place = self.build_with_cmake("add_subdirectory", f"-DPAIDAN_SOURCE={self.source}")
        self.says(place / "program")
        cache = (place / "CMakeCache.txt").read_text(encoding="utf-8")
        for option in ("TESTS", "EXAMPLES", "BENCHMARKS", "CLI", "PYTHON"):
            if f"PAIDAN_BUILD_{option}:BOOL=ON" in cache:
                raise Failure(f"PAIDAN_BUILD_{option} is on although paidan is not the top level")
        commands = self.run("ninja", "-C", place, "-t", "commands", "program")
        if "-Werror" in commands:
            raise Failure("a consumer must not inherit -Werror")

    def fetch_content(self) -> None:
        """As a shared library, to see as well what it exports."""
        place = self.build_with_cmake(
            "fetch_content", f"-DFETCHCONTENT_SOURCE_DIR_PAIDAN={self.source}", "-DBUILD_SHARED_LIBS=ON"
        )
        self.says(place / "program")
        library = next(place.rglob("libpaidan.so"))
        exported = self.run("nm", "-DC", "--defined-only", library)
        # Boost makes its exception types visible on purpose: a thrown one must be the same type everywhere.
        strangers = [
            line
            for line in exported.splitlines()
            if re.match(r"\S+ \w (fmt|pugi|nlohmann|boost|Eigen|date)::(?!exception|wrapexcept)", line)
        ]
        if "paidan::v0_compiled" not in exported or strangers:
            raise Failure("the library must export its own names and nobody else's:\n" + "\n".join(strangers[:10]))

    def header_only(self) -> None:
        """Every header for hosts in two translation units: a definition that is not inline would clash."""
        include = self.prefix / "include"
        headers = sorted(
            path.relative_to(include).as_posix() for path in include.rglob("*.hpp") if "detail" not in path.parts
        )
        generated = self.work / "generated"
        generated.mkdir(exist_ok=True)
        (generated / "everything.hpp").write_text("".join(f"#include <{name}>\n" for name in headers), encoding="utf-8")
        place = self.build_with_cmake("header_only", f"-DCMAKE_PREFIX_PATH={self.prefix}", f"-DGENERATED={generated}")
        self.says(place / "program")

    def pkg_config_program(self, package: str, kind: str) -> None:
        place = self.work / kind
        place.mkdir(exist_ok=True)
        search = {"PKG_CONFIG_PATH": str(self.prefix / "lib/pkgconfig")}
        for directory in self.prefix.rglob("pkgconfig"):
            search["PKG_CONFIG_PATH"] = str(directory)
        flags = self.run("pkg-config", "--cflags", "--libs", package, **search).split()
        program = place / "program"
        self.run(self.compiler, "-std=c++20", HERE / "program.cpp", "-o", program, *flags)
        self.says(program)

    def pkg_config(self) -> None:
        self.pkg_config_program("paidan", "pkg_config")

    def pkg_config_header_only(self) -> None:
        self.pkg_config_program("paidan-header-only", "pkg_config_header_only")

    def flavours(self) -> None:
        place = self.build_with_cmake("flavours", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.says(place / "program", f"{EXPECTED}\n{EXPECTED}")

    def crossing(self) -> None:
        """A value passed from one flavour to a function of the other fails to link; within one flavour it links."""
        place = self.configure("crossing", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.run(self.cmake, "--build", place, "--target", "twin")
        self.says(place / "twin")
        crossing = subprocess.run(
            [self.cmake, "--build", str(place), "--target", "crossing"], capture_output=True, text=True, check=False
        )
        said = crossing.stdout + crossing.stderr
        if crossing.returncode == 0:
            raise Failure("a value crossed from one flavour to the other")
        if "undefined reference to" not in said or "v0_header_only::Money" not in said:
            raise Failure(f"it must fail in the linker, for want of the other flavour's function:\n{said}")

    # ------------------------------------------------------------ as README says

    def by_hand(self) -> None:
        """README's two lines for those without CMake, as they stand there but for -O2, which is not what is tried here;
        each source alone, as ccache wants it."""
        place = self.work / "by_hand"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        (place / "paidan").symlink_to(self.source)
        shutil.copy(HERE / "use.hpp", place)
        shutil.copy(HERE / "program.cpp", place / "app.cpp")
        text = (self.source / "README.md").read_text(encoding="utf-8")
        library, program = (line.partition("#")[0].split() for line in re.findall(r"^g\+\+ .*$", text, re.MULTILINE))
        sources = sorted(place.glob(library[-1]))
        if library[-2] != "-c" or not sources:
            raise Failure(f"README compiles nothing: {' '.join(library)}")
        launcher = [self.launcher] if self.launcher else []
        os.chdir(place)
        for source in sources:
            words = ["-O0" if word == "-O2" else word for word in library[1:-1]]
            self.run(*launcher, self.compiler, *words, source.relative_to(place))
        objects = [str(path.relative_to(place)) for path in sorted(place.glob("*.o"))]
        words = [word for one in program[1:] for word in (objects if one == "*.o" else [one])]
        self.run(self.compiler, *words)
        self.says(place / "app")

    def plain(self) -> None:
        """`cmake -S . -B build` where nothing but the library's own needs is installed."""
        place = self.work / "plain"
        shutil.rmtree(place, ignore_errors=True)
        without = ("doctest", "benchmark", "pybind11")
        hidden = [f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in without]
        said = self.run(self.cmake, "-S", self.source, "-B", place, f"-DCMAKE_CXX_COMPILER={self.compiler}", *hidden)
        for part in ("tests", "benchmarks", "python"):
            if f"paidan: left out: {part} (" not in said:
                raise Failure(f"nothing says that {part} are left out")
        cache = (place / "CMakeCache.txt").read_text(encoding="utf-8")
        if "CMAKE_BUILD_TYPE:STRING=Release" not in cache:
            raise Failure("a build without a type must be a release")

    def warnings(self) -> None:
        """A consumer's own file at -O3, our headers found with -I: no warning is ours, in either flavour."""
        place = self.work / "warnings"
        place.mkdir(parents=True, exist_ok=True)
        compilers = {self.compiler, *filter(None, map(shutil.which, ("g++", "clang++-14")))}
        launcher = [self.launcher] if self.launcher else []
        eigen = self.run("pkg-config", "--cflags", "eigen3").split()
        for compiler in sorted(compilers):
            for flavour in ([], ["-DPAIDAN_HEADER_ONLY"]):
                self.run(
                    *launcher, compiler, "-std=c++20", "-O3", "-Wall", "-Wextra", "-Werror", *flavour,
                    f"-I{self.source / 'include'}", *eigen, "-c", self.source / "examples" / "readme.cpp",
                    "-o", place / "readme.o",
                )  # fmt: skip

    # ------------------------------------------------------------ one room and core, nothing else

    def alone(self, room: str, expected: str) -> None:
        """Only config.hpp and two rooms are there, in the header-only flavour."""
        place = self.work / f"{room}_alone"
        shutil.rmtree(place, ignore_errors=True)
        house = place / "include" / "paidan"
        house.mkdir(parents=True)
        shutil.copy(self.source / "include" / "paidan" / "config.hpp", house)
        for copied in ("core", room):
            shutil.copytree(self.source / "include" / "paidan" / copied, house / copied)
        program = place / "program"
        self.run(
            self.compiler, "-std=c++20", "-O1", "-DPAIDAN_HEADER_ONLY", f"-I{place / 'include'}",
            HERE / "alone" / f"{room}.cpp", "-o", program, "-ldate-tz",
        )  # fmt: skip
        self.says(program, expected)

    def syntax_alone(self) -> None:
        written = '{"schema_version":2,"engine_version":"0.1.0","kind":"part","name":"传感器","pieces":3}'
        self.alone("syntax", f"{written} unknown_field missing")

    def assign_alone(self) -> None:
        self.alone("assign", "cost 6, certified")


def main() -> int:
    parser = argparse.ArgumentParser()
    for name in ("source", "build", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("cmake", "compiler"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--launcher", default="")
    parser.add_argument("kind")
    options = parser.parse_args()
    try:
        getattr(Driver(options), options.kind)()
    except Failure as failure:
        print(f"FAILED: {failure}")
        return 1
    return 0


sys.exit(main())

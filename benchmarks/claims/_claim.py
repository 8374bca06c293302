"""What every claim needs: print asked and measured side by side, and end with the right exit code."""

import argparse
import hashlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = Path(os.environ.get("PAIDAN_BUILD", ROOT / "build" / "default"))


class Claim:
    def __init__(self) -> None:
        self.short = False

    def at_most(self, what: str, asked: float, measured: float, unit: str) -> None:
        self._row(what, f"≤ {asked:g} {unit}", f"{measured:.3g} {unit}", measured <= asked)

    def at_least(self, what: str, asked: float, measured: float, unit: str) -> None:
        self._row(what, f"≥ {asked:g} {unit}", f"{measured:.3g} {unit}", measured >= asked)

    def holds(self, what: str, asked: str, measured: str, ok: bool) -> None:
        self._row(what, asked, measured, ok)

    def finish(self) -> NoReturn:
        sys.exit(1 if self.short else 0)

    def _row(self, what: str, asked: str, measured: str, ok: bool) -> None:
        print(f"{'ok   ' if ok else 'SHORT'} {what}: asked {asked}, measured {measured}", flush=True)
        self.short |= not ok


def printed_decimal(program: Path, printed: str) -> float:
    """The first number with decimals: what another planner's program says of its own plan."""
    found = re.search(r"\d+\.\d+", printed)
    if found is None:
        raise ValueError(f"{program} printed no number with decimals: {printed[:200]!r}")
    return float(found[0])


def value_beside(program: Path, folder: Path | None, path: Path, seconds: float, seed: int) -> float:
    """Of another planner's program on one instance, called in that folder with SECONDS SEED FILE."""
    printed = subprocess.run(
        [str(program.resolve()), f"{seconds:g}", str(seed), str(path.resolve())],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return printed_decimal(program, printed)


def instances_parser(name: str, doc: str | None, data: Path) -> argparse.ArgumentParser:
    """Options of the claims that plan published instances for some seconds, perhaps beside another planner's program."""
    parser = argparse.ArgumentParser(prog=name, description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seconds", default="10")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--solutions", type=Path)
    parser.add_argument("--data", type=Path, default=data)
    return parser


def skip(reason: str) -> NoReturn:
    print(f"skipped: {reason}")
    sys.exit(77)


def calibration_seconds() -> float:
    """Best of five runs of a fixed kernel (SHA-256 of 32 MiB of zeros); absolute rates are printed relative to it."""
    block = bytes(32 << 20)
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        hashlib.sha256(block).digest()
        best = min(best, time.perf_counter() - start)
    return best

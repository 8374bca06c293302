"""What was measured, in a table that a run goes on with: a row a day (or week), written as soon as it is known.

A row says what it holds for: the generator, the library and the options. Rows of others stay in the file and count for nothing. A row that was
cut off in the middle is left out and measured again.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import paidan

from field.figures import NAMES, Figures

ENGINES = ("ours", "nearest_free", "best_rating")
OTHERS = ENGINES[1:]
VALID_FOR = ("generator", "library", "options")
ABOUT = ("number", "orders", "technicians", "load", "town")
COLUMNS = (*VALID_FOR, *ABOUT, *(f"{engine}.{name}" for engine in ENGINES for name in NAMES), "end")


@dataclass(frozen=True, kw_only=True)
class Row:
    number: int
    """The seed."""
    orders: int
    technicians: int
    load: float
    """Hundredths are kept; 0 where nobody drew it."""
    town: str
    figures: Mapping[str, Figures] = field(default_factory=dict)
    """By engine."""

    @property
    def ours(self) -> Figures:
        return self.figures["ours"]


def library() -> str:
    """The version, and a hash of the compiled part and of what plans weeks: the version alone stays while an engine is being written."""
    place = Path(paidan.__file__).parent
    files = sorted([*place.glob("*.so"), *place.glob("lib/*.so*"), *place.glob("week/*.py")])
    known = hashlib.sha256()
    for one in files:
        known.update(one.name.encode() + b"\0" + one.read_bytes())
    return f"{paidan.__version__}+{known.hexdigest()[:12]}"


@dataclass(frozen=True, kw_only=True)
class Record:
    path: Path
    generator: str
    library: str
    options: str

    def rows(self) -> dict[int, Row]:
        """Those that hold for this generator, library and these options; the last one of a number."""
        if not self.path.exists():
            return {}
        found: dict[int, Row] = {}
        with self.path.open(encoding="utf-8", newline="") as file:
            for cells in csv.reader(file):
                if len(cells) != len(COLUMNS) or cells[-1] != ".":
                    continue
                one = dict(zip(COLUMNS, cells, strict=True))
                if tuple(one[name] for name in VALID_FOR) == (self.generator, self.library, self.options):
                    row = _row(one)
                    found[row.number] = row
        return found

    def add(self, row: Row) -> None:
        """Appended in one write, so that two runs may fill one file."""
        about = (row.number, row.orders, row.technicians, f"{row.load:.3f}", row.town)
        measured = [asdict(row.figures[engine])[name] for engine in ENGINES for name in NAMES]
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\n")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        before = self.path.read_bytes()[-1:] if self.path.exists() else b""
        if not before:
            writer.writerow(COLUMNS)
        elif before != b"\n":
            out.write("\n")
        writer.writerow([self.generator, self.library, self.options, *about, *measured, "."])
        with self.path.open("a", encoding="utf-8", newline="") as file:
            file.write(out.getvalue())


def _row(one: Mapping[str, str]) -> Row:
    return Row(
        number=int(one["number"]),
        orders=int(one["orders"]),
        technicians=int(one["technicians"]),
        load=float(one["load"]),
        town=one["town"],
        figures={engine: Figures(**{name: int(one[f"{engine}.{name}"]) for name in NAMES}) for engine in ENGINES},
    )

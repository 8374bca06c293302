"""Lines of code that the doors take: command line, Python module, and the rooms that read and write files.

Before the second plan of the house they were 18,513 (lines_before.csv, file by file); at least 2,500 fewer now. Counted are
all lines of hand-written files, comments and blank lines too: no generated stub, and not week and report, which are
programs of their own. What moved to examples (the demonstration) was never counted.

A description is counted wherever it stands: much of what io described then is said in <room>/fields.hpp and by the borders
now, so these and core/names.hpp count outside the doors' rooms too, then (there were no borders) and now. So do the
generator of the stub and the head that it copies.
"""

import csv
from pathlib import Path

from _claim import ROOT, Claim

HERE = Path(__file__).resolve().parent
ROOMS = ("syntax", "documents", "sheets", "desk", "intake")
KINDS = {".hpp", ".ipp", ".cpp", ".py", ".in", ".txt"}
DESCRIPTIONS = ("*/fields.hpp", "*/border.*", "core/names.hpp")
APART = {"week", "report", "__pycache__"}


def now() -> dict[str, int]:
    places = [ROOT / "bindings" / "cli", *(ROOT / "bindings" / "python" / part for part in ("src", "paidan", "stubs"))]
    include = ROOT / "include" / "paidan"
    places += [include / room for room in ROOMS]
    files = [path for place in places for path in sorted(place.rglob("*"))]
    files += [path for pattern in DESCRIPTIONS for path in sorted(include.glob(pattern))]
    files += [path for path in sorted((ROOT / "src").glob("*.cpp")) if path.stem.split("_")[0] in ROOMS]
    return {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in files
        if path.is_file() and path.suffix in KINDS and not APART & set(path.parts)
    }


def main() -> None:
    with (HERE / "lines_before.csv").open(encoding="utf-8", newline="") as file:
        before = {row["file"]: int(row["lines"]) for row in csv.DictReader(file)}
    after = now()
    for name, count in (("before", before), ("now", after)):
        print(f"      {name}: {sum(count.values())} lines in {len(count)} files")
    claim = Claim()
    claim.at_least("lines fewer than before", 2500, sum(before.values()) - sum(after.values()), "lines")
    claim.finish()


main()

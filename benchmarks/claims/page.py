"""The page that `paidan week` writes, looked at with a browser: nothing overlaps, is cut off, too small or too faint, at 1280 and 400 px
and on paper; every day is printed, every day sheet alone on a page; every visit and every reason of the exported tables is on paper.

A small week, an ordinary one of 150 orders, the page of all cities, and the demonstration's pages where `./dev demo` has written them. `./dev look` installs
the browser. That the look finds what is wrong is tested on pages made wrong (tests/python/test_looking.py).
"""

import contextlib
import csv
import os
import sys
import tempfile
from pathlib import Path

from _claim import ROOT, Claim, skip

sys.path.insert(0, str(ROOT / "tests" / "python"))

try:
    import sample_weeks
    from looking import Absent, Paper, browser, looks, paper, printer
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims page")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def look_at(claim: Claim, name: str, page: str) -> Paper:
    printed = paper(page)
    found = looks(page)
    for kind, faults in (("faults on screens and in the print style", found), ("faults on paper", printed.faults)):
        claim.holds(f"{name}: {kind}", "0", str(len(faults)), not faults)
        for fault in faults[:10]:
            print(f"      {fault}")
    return printed


def main() -> None:
    try:
        browser()
        printer()
    except Absent as absent:
        skip(str(absent))
    claim = Claim()
    for name, week in (("small", sample_weeks.small), ("ordinary", sample_weeks.ordinary)):
        for language in ("zh", "en"):
            with tempfile.TemporaryDirectory() as place:
                folder = Path(place)
                with (
                    Path(os.devnull).open("w") as nothing,
                    contextlib.redirect_stderr(nothing),
                    contextlib.redirect_stdout(nothing),
                ):
                    page = sample_weeks.page_of(week(folder), folder, language)
                title = f"{name} week, {language}"
                printed = look_at(claim, title, page)
                visits, unassigned = rows(folder / "out" / "visits.csv"), rows(folder / "out" / "unassigned.csv")
                wanted = [one[key] for one in visits for key in ("order", "place", "technician_name")]
                wanted += [one[key] for one in unassigned for key in ("order", "reason")]
                wanted += [one["technician_name"] for one in rows(folder / "out" / "shifts.csv")]
                lacking = printed.lacks(wanted)
            claim.holds(
                f"{title}: of {len(set(wanted))} orders, places, names and reasons not on paper",
                "0",
                str(len(lacking)),
                not lacking,
            )
            sheets = len({(one["day"], one["technician"]) for one in visits})
            claim.holds(f"{title}: day sheets", str(sheets), str(printed.sheets), sheets == printed.sheets > 0)
    for language in ("zh", "en"):
        with tempfile.TemporaryDirectory() as place:
            with (
                Path(os.devnull).open("w") as nothing,
                contextlib.redirect_stderr(nothing),
                contextlib.redirect_stdout(nothing),
            ):
                page = sample_weeks.page_of(sample_weeks.national(Path(place)), Path(place), language)
            look_at(claim, f"page of all cities, {language}", page)
    demo = sorted((ROOT / "build" / "demo").glob("report*.html"))
    if not demo:
        print("      the demonstration's pages are not there (./dev demo writes them)")
    for path in demo:
        look_at(claim, path.name, path.read_text(encoding="utf-8"))
    claim.finish()


main()

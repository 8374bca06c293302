"""What is asked of a list of days or weeks, what every engine reached, and each day on which we are behind."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from field.figures import Figures
from field.record import ENGINES, OTHERS, Row

ASKED_PERCENT = 95


class Asks(Protocol):
    """A claim, as benchmarks/claims/_claim.py has it."""

    def at_least(self, what: str, asked: float, measured: float, unit: str) -> None: ...

    def holds(self, what: str, asked: str, measured: str, ok: bool) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Loss:
    row: Row
    other: str
    what: tuple[str, ...]
    """In which figures, with both numbers."""

    def __str__(self) -> str:
        row = self.row
        drawn = f", {row.town}, load {row.load:.0%}" if row.town else ""
        return (
            f"seed {row.number} ({row.orders} orders, {row.technicians} technicians{drawn}) "
            f"against {self.other}: {', '.join(self.what)}"
        )


def behind(ours: Figures, theirs: Figures) -> list[str]:
    """Served as promised, and served."""
    found = []
    if ours.as_promised < theirs.as_promised:
        found.append(f"served as promised {ours.as_promised} < {theirs.as_promised}")
    if ours.served < theirs.served:
        found.append(f"served {ours.served} < {theirs.served}")
    return found


def ahead_in_travel(ours: Figures, theirs: Figures) -> bool:
    """Less travel a served order; whoever serves nobody is not ahead."""
    if ours.served == 0 or theirs.served == 0:
        return ours.served > 0
    return ours.travel_s * theirs.served < theirs.travel_s * ours.served


def losses(rows: Sequence[Row], *, travel: bool = True) -> list[Loss]:
    """By seed, then by the other one."""
    found = []
    for row in sorted(rows, key=lambda one: one.number):
        for other in OTHERS:
            theirs = row.figures[other]
            what = behind(row.ours, theirs)
            if travel and not ahead_in_travel(row.ours, theirs):
                what.append(f"travel a served order {_travel(row.ours):.1f} ≥ {_travel(theirs):.1f} min")
            if what:
                found.append(Loss(row=row, other=other, what=tuple(what)))
    return found


def _travel(one: Figures) -> float:
    return one.travel_s / 60 / one.served if one.served else 0.0


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


FIGURES: tuple[tuple[str, Callable[[Figures], float]], ...] = (
    ("served as promised, % of orders", lambda one: _percent(one.as_promised, one.orders)),
    ("served, % of orders", lambda one: _percent(one.served, one.orders)),
    ("appointments kept, % of them", lambda one: _percent(one.kept, one.promised)),
    ("unserved orders", lambda one: one.unserved),
    ("travel a served order, min", _travel),
    ("lateness, min", lambda one: one.lateness_s / 60),
    ("overtime, min", lambda one: one.overtime_s / 60),
    ("wall seconds", lambda one: one.wall_ms / 1000),
)


def quantile(values: Sequence[float], share: float) -> float:
    """Between the two nearest of them."""
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def table(rows: Sequence[Row]) -> list[str]:
    """Median (10 % – 90 %) of every figure and engine, then sums."""
    lines = [f"{'median (10 % – 90 %)':33}" + "".join(f"{engine:>26}" for engine in ENGINES)]
    for name, value in FIGURES:
        cells = []
        for engine in ENGINES:
            values = [value(row.figures[engine]) for row in rows]
            low, high = quantile(values, 0.1), quantile(values, 0.9)
            cells.append(f"{f'{statistics.median(values):.1f} ({low:.1f} – {high:.1f})':>26}")
        lines.append(f"{name:33}" + "".join(cells))
    sums: tuple[tuple[str, Callable[[Figures], int]], ...] = (
        ("in all: orders", lambda one: one.orders),
        ("… served", lambda one: one.served),
        ("… served as promised", lambda one: one.as_promised),
        ("… appointments", lambda one: one.promised),
        ("… kept", lambda one: one.kept),
        ("… served early or late", lambda one: one.early + one.late),
    )
    for name, count in sums:
        lines.append(
            f"{name:33}" + "".join(f"{sum(count(row.figures[engine]) for row in rows):>26,}" for engine in ENGINES)
        )
    return lines


def paired(rows: Sequence[Row]) -> list[str]:
    """In how many of them we are ahead, level and behind."""
    counts: tuple[tuple[str, Callable[[Figures], int]], ...] = (
        ("served as promised", lambda one: one.as_promised),
        ("served", lambda one: one.served),
        ("appointments kept", lambda one: one.kept),
    )
    lines = []
    for name, count in counts:
        for other in OTHERS:
            gaps = [count(row.ours) - count(row.figures[other]) for row in rows]
            ahead, level = sum(gap > 0 for gap in gaps), gaps.count(0)
            lines.append(
                f"{name} beside {other}: ahead {ahead}, level {level}, behind {len(gaps) - ahead - level}; "
                f"median {statistics.median(gaps):+g} ({quantile(gaps, 0.1):+.0f} – {quantile(gaps, 0.9):+.0f})"
            )
    return lines


def ask(claim: Asks, rows: Sequence[Row], unit: str, *, travel: bool = True) -> None:
    """Print the table and every loss, and ask. ``travel``: also of the way to a served order."""
    if not rows:
        claim.holds(unit, "some", "none", False)
        return
    for line in [*table(rows), *paired(rows)]:
        print("      " + line)
    lost = losses(rows, travel=travel)
    for one in lost:
        print(f"      behind: {one}")
    plans = [row.figures[engine] for row in rows for engine in ENGINES]
    violations = sum(one.violations for one in plans)
    claim.holds(f"violations that the judge finds in {len(plans)} plans", "0", str(violations), violations == 0)
    differ = sum(one.differing for one in plans)
    claim.holds("counts of the judge that counting again finds otherwise", "0", str(differ), differ == 0)
    for other in OTHERS:
        good = sum(not behind(row.ours, row.figures[other]) for row in rows)
        claim.at_least(
            f"served as promised and served, both not behind {other}",
            ASKED_PERCENT,
            100 * good / len(rows),
            f"% of {len(rows)} {unit}",
        )
    if travel:
        good = sum(all(ahead_in_travel(row.ours, row.figures[other]) for other in OTHERS) for row in rows)
        claim.at_least(
            "travel a served order, ahead of both",
            ASKED_PERCENT,
            100 * good / len(rows),
            f"% of {len(rows)} {unit}",
        )

"""The demonstration's elevator week: 532 jobs, seven days, simulated technicians.

Planned and explained in under 30 s on 2 threads; every plan, ours and the two baselines', passes the independent checker;
the checker, which enumerates by itself, finds every reason set of every unassigned order to be the smallest.
"""

import time

from _claim import ROOT, Claim, calibration_seconds, skip

try:
    import paidan
    from demo import elevator
    from demo.seven_days import ENGINES
    from paidan.week.page import check_minimal
    from paidan.week.run import Effort, plan_week
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims week")

DATA = ROOT / "examples" / "data"


def main() -> None:
    given = elevator.week(elevator.read(DATA), 1)
    begun = time.perf_counter()
    week = plan_week(given, effort=Effort(seed=1, threads=2))
    seconds = time.perf_counter() - begun

    claim = Claim()
    claim.holds("jobs", "532", str(len(given.jobs)), len(given.jobs) == 532)
    claim.holds("days planned", "7", str(len(week.days)), len(week.days) == 7)
    claim.at_most("seven days planned and explained on 2 threads", 30, seconds, "s")
    print(f"      {seconds / calibration_seconds():.0f} times the calibration kernel; paidan {paidan.__version__}")
    print(
        f"      {week.served} served, {sum(len(day.plan.unassigned) for day in week.days)} times unassigned for a day"
    )

    plans = violations = 0
    for name, engine in ENGINES:
        days = week.days if name == "ours" else plan_week(given, engine=engine).days
        plans += len(days)
        violations += sum(len(day.report.violations) for day in days)
    claim.holds(f"violations that the checker finds in {plans} plans", "0", str(violations), violations == 0)

    sets, confirmed = check_minimal(week)
    claim.holds("reason sets confirmed minimal", f"all of {sets}", str(confirmed), sets > 0 and confirmed == sets)
    claim.finish()


main()

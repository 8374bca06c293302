"""Judge what the host really did: late, unskilled or overlapping work is listed, the figures are computed all the same."""

import datetime as dt
from pathlib import Path

import paidan

DATA = Path(__file__).parent / "data"
BEIJING = dt.timezone(dt.timedelta(hours=8))

problem = paidan.Problem.from_json((DATA / "day.json").read_text(encoding="utf-8"))


def visit(order: str, technician: str, hour: int, minute: int, length: int) -> paidan.ActualVisit:
    start = dt.datetime(2024, 7, 9, hour, minute, tzinfo=BEIJING)
    end = start + dt.timedelta(minutes=length)
    return paidan.ActualVisit(order=order, technician=technician, arrival=start, start=start, end=end)


report = paidan.evaluate_actual(
    problem,
    [
        visit("2082", "W", 10, 10, 90),  # promised 10:00: within 30 minutes
        visit("2081", "W", 15, 50, 75),  # promised 15:00: 20 minutes beyond
        visit("2084", "L", 14, 0, 60),  # needs a gas licence, Li has none
        visit("2085", "L", 14, 30, 60),  # before the one above was finished, and promised for 11:00
    ],
)
for violation in report.violations:
    name = problem.order(violation.order).name if violation.order else "shift"
    print(violation.code, name, violation.technician, violation.amount)
print(f"{report.kpis.served} served, {report.kpis.on_time} on time, {report.kpis.late} late")
codes = {violation.code for violation in report.violations}
assert {"skill_missing", "overlap"} <= codes
assert (report.kpis.on_time, report.kpis.late) == (1, 2)

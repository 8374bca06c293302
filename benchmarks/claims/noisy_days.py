"""Noisy days: how many agreed arrivals are kept when work and ways take what they take, on 50 generated days that nobody re-plans?

Each day (benchmarks/field/noise.py says how it is drawn) is planned four times under the same limit of wall time: on median work at the day's mean
speed, with the hours of traffic, with buffers up to the 80th percentile, and with both. The days then go as they were drawn, told by a simulation that
shares nothing with the library. Asked: with both, on-time share at least 3 points above medians and constant speed. What buffers cost is printed beside it:
orders that are not served.

--days=N --first=K: days K to K + N − 1 alone. --time-limit=SECONDS of each plan (default 3).
"""

import argparse
import datetime as dt
import statistics
import sys

from _claim import ROOT, Claim, skip

sys.path.insert(0, str(ROOT / "benchmarks"))
try:
    import paidan
    from field import noise
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims noisy_days")

NAMES = ("medians, constant speed", "medians, traffic", "buffers, constant speed", "buffers, traffic")


def measure(number: int, limit: dt.timedelta) -> dict[str, noise.Went]:
    day = noise.NoisyDay.of(number)
    problems = (day.constant, day.banded, day.buffered(day.constant), day.buffered(day.banded))
    found = {}
    for name, problem in zip(NAMES, problems, strict=True):
        plan = paidan.plan(problem, seed=number, time_limit=limit)
        if plan.interrupted:
            raise KeyboardInterrupt
        found[name] = noise.went(day, plan)
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=int, default=noise.DAYS)
    parser.add_argument("--first", type=int, default=noise.FIRST)
    parser.add_argument("--time-limit", type=float, default=3.0)
    options = parser.parse_args()
    limit = dt.timedelta(seconds=options.time_limit)
    print(f"      {options.days} days, at most {options.days * 4 * (options.time_limit + 0.3) / 60:.0f} min")
    rows = [measure(number, limit) for number in range(options.first, options.first + options.days)]
    shares: dict[str, float] = {}
    for name in NAMES:
        went = [row[name] for row in rows]
        agreed = sum(one.agreed for one in went)
        kept = sum(one.on_time for one in went)
        shares[name] = 100 * kept / agreed
        print(
            f"      {name}: {shares[name]:.1f} % of {agreed} agreed on time, {sum(one.late for one in went)} late, "
            f"{sum(one.served for one in went)} orders served"
        )
    plain, best = NAMES[0], NAMES[-1]
    by_day = [100 * (row[best].on_time - row[plain].on_time) / row[best].agreed for row in rows if row[best].agreed > 0]
    worse = sum(points < 0 for points in by_day)
    print(
        f"      by day: median {statistics.median(by_day):+.1f} points, {min(by_day):+.1f} to {max(by_day):+.1f}; worse on {worse}"
    )
    claim = Claim()
    claim.at_least(
        "on-time share, buffers and traffic over medians at constant speed", 3, shares[best] - shares[plain], "points"
    )
    claim.finish()


main()

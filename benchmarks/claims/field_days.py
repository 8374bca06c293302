"""Field days: does the planner keep more appointments and serve more than the two ways of doing without, on 240 generated days?

Every day (benchmarks/field/parameters.py says how they are drawn) is planned with the default options, under a limit of wall time, and by
nearest free and best rating; the library's judge and a recount from the stops look at all three. Asked: served as promised and served not behind
either in 95 % of the days, travel a served order ahead of both in 95 %. Every day on which we are behind is listed by its seed.

--days=N --first=K: days K to K + N − 1 alone. --time-limit=SECONDS of each day's plan (default 4), or none: the default options alone.
A run that was stopped goes on where it was (build/default/field/days.csv); two runs may share the days out.
"""

import argparse
import datetime as dt
import sys
import time

from _claim import BUILD, ROOT, Claim, skip

sys.path.insert(0, str(ROOT / "benchmarks"))
try:
    import paidan
    from field import days, figures, parameters, verdict
    from field.record import OTHERS, Record, Row, library
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims field_days")

REST_SECONDS = 0.5
"""Of a day: drawing it, both baselines, judging."""


def seconds_or_none(text: str) -> float | None:
    return None if text == "none" else float(text)


def measure(number: int, limit: dt.timedelta | None) -> Row:
    day = days.field_day(number)
    problem = day.problem
    begun = time.perf_counter()
    plan = paidan.plan(problem, seed=number, time_limit=limit)
    seconds = time.perf_counter() - begun
    if plan.interrupted:
        raise KeyboardInterrupt
    found = {"ours": figures.of_day(problem, plan, seconds)}
    for other in OTHERS:
        begun = time.perf_counter()
        plan = paidan.plan_baseline(problem, other)
        found[other] = figures.of_day(problem, plan, time.perf_counter() - begun)
    return Row(
        number=number,
        orders=len(problem.orders),
        technicians=len(problem.technicians),
        load=day.load,
        town=day.town,
        figures=found,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=int, default=parameters.DAYS)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--time-limit", type=seconds_or_none, default=4.0)
    options = parser.parse_args()
    record = Record(
        path=BUILD / "field" / "days.csv",
        generator=parameters.fingerprint(),
        library=library(),
        options=f"time_limit={options.time_limit}",
    )
    asked = range(options.first, options.first + options.days)
    known = record.rows()
    left = [number for number in asked if number not in known]
    print(
        f"      {len(asked)} days, {len(asked) - len(left)} of them measured before ({record.path}); "
        f"paidan {record.library}, generator {record.generator}"
    )
    if options.time_limit is None:
        print(f"      {len(left)} days with the default options alone: large ones may take minutes each")
    else:
        minutes = len(left) * (options.time_limit + REST_SECONDS) / 60
        print(f"      at most {options.time_limit:g} s for each day's plan, so about {minutes:.1f} min when alone")
    limit = None if options.time_limit is None else dt.timedelta(seconds=options.time_limit)
    for number in left:
        record.add(measure(number, limit))
    known = record.rows()
    claim = Claim()
    verdict.ask(claim, [known[number] for number in asked], "days")
    claim.finish()


main()

"""Field weeks: the same question over weeks of tables, as `python -m paidan week` plans them, and over the demonstration's draws.

50 generated weeks (an orders and a technicians table each, benchmarks/field/parameters.py) are read and planned day by day as that command does
with `--first-day` and `--days 6`, and by nearest free and best rating, which its page shows beside the plan. Without `--days` the command plans on
for up to six days, until a day brings nothing: nearly everything is served by all three, and whoever has more left on Saturday may be let go on
for longer (`--open-end` shows that). Then the demonstration's elevator week, with the technicians of seeds 1 to 20 and its own effort.

Asked of both: served as promised and served not behind either in 95 %; of the weeks also travel a served order ahead of both. What nobody came to
on its day and is served on a later one is served, but not as promised. Every week in which we are behind is listed by its seed.

--weeks=N --first=K: weeks K to K + N − 1 alone. --draws=N of the demonstration. --open-end: weeks without a last day.
--time-limit=SECONDS of each day's plan (default 2), or none: what the command does by itself.
A run that was stopped goes on where it was (build/default/field/weeks.csv and draws.csv).
"""

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from _claim import BUILD, ROOT, Claim, skip

sys.path.insert(0, str(ROOT / "benchmarks"))
try:
    from demo import elevator
    from demo.seven_days import ENGINES, draw_effort
    from field import figures, parameters, verdict, weeks
    from field.record import Record, Row, library
    from paidan.week import inputs
    from paidan.week.jobs import WeekInput
    from paidan.week.run import Effort, plan_week
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims field_weeks")

WEEK_SECONDS, DRAW_SECONDS = 9, 5
"""What a week and a draw have been seen to take, all three plans together; the limit keeps both below 6 and 7 days of it."""


def seconds_or_none(text: str) -> float | None:
    return None if text == "none" else float(text)


def planned(given: WeekInput, effort: Effort) -> dict[str, figures.Figures]:
    found = {}
    for name, engine in ENGINES:
        begun = time.perf_counter()
        week = plan_week(given, engine=engine, effort=effort)
        seconds = time.perf_counter() - begun
        if any(day.plan is not None and day.plan.interrupted for day in week.days):
            raise KeyboardInterrupt
        found[name] = figures.of_week(given, week, seconds)
    return found


def week_row(number: int, limit: dt.timedelta | None, open_end: bool) -> Row:
    drawn = weeks.field_week(number)
    given = inputs.read_week(
        drawn.orders,
        drawn.technicians,
        zone=weeks.ZONE,
        datum="wgs84",
        speed_kmh=drawn.speed_kmh,
        first_day=None if open_end else weeks.MONDAY,
        days=None if open_end else len(parameters.WEEK_DAYS),
    )
    return Row(
        number=number,
        orders=drawn.count,
        technicians=drawn.people,
        load=drawn.load,
        town=drawn.town,
        figures=planned(given, Effort(explain=False, time_limit=limit)),
    )


def draw_row(requests: elevator.Requests, seed: int, limit: dt.timedelta | None) -> Row:
    given = elevator.week(requests, seed)
    return Row(
        number=seed,
        orders=len(given.jobs),
        technicians=len(given.problem.technicians),
        load=0.0,
        town="",
        figures=planned(given, replace(draw_effort(seed), time_limit=limit)),
    )


def measured(record: Record, asked: range, measure: Callable[[int], Row]) -> list[Row]:
    known = record.rows()
    for number in asked:
        if number not in known:
            known[number] = measure(number)
            record.add(known[number])
    return [known[number] for number in asked]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weeks", type=int, default=50)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--draws", type=int, default=20)
    parser.add_argument("--open-end", action="store_true")
    parser.add_argument("--time-limit", type=seconds_or_none, default=2.0)
    options = parser.parse_args()
    limit = None if options.time_limit is None else dt.timedelta(seconds=options.time_limit)
    given = f"time_limit={options.time_limit}"
    asked, seeds = range(options.first, options.first + options.weeks), range(1, options.draws + 1)
    days = "open end" if options.open_end else f"days={len(parameters.WEEK_DAYS)}"
    of_weeks = Record(
        path=BUILD / "field" / "weeks.csv",
        generator=parameters.fingerprint(),
        library=library(),
        options=f"{given} {days}",
    )
    of_draws = Record(
        path=BUILD / "field" / "draws.csv", generator="demonstration", library=of_weeks.library, options=given
    )
    left = [
        len([number for number in numbers if number not in record.rows()])
        for record, numbers in ((of_weeks, asked), (of_draws, seeds))
    ]
    minutes = (left[0] * WEEK_SECONDS + left[1] * DRAW_SECONDS) / 60
    print(
        f"      {left[0]} of {len(asked)} weeks and {left[1]} of {len(seeds)} draws to measure ({of_weeks.path.parent}); "
        f"paidan {of_weeks.library}, generator {of_weeks.generator}; about {minutes:.1f} min when alone"
    )
    claim = Claim()
    found = measured(of_weeks, asked, lambda number: week_row(number, limit, options.open_end))
    verdict.ask(claim, found, "weeks")
    print("      the demonstration's week with the technicians of other seeds:")
    requests = elevator.read(ROOT / "examples" / "data")
    found = measured(of_draws, seeds, lambda seed: draw_row(requests, seed, limit))
    verdict.ask(claim, found, "draws", travel=False)
    claim.finish()


main()

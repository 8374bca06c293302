"""Two technicians fewer? One gas licence more? Travel weighted double? Asked of the demonstration's real requests.

The elevator week answers the first and the last question, the morning after the housing surge the second. Technicians
are simulated, so every figure is a median over draws of them, with the lowest and the highest.
"""

import argparse
import statistics
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import paidan
from demo import elevator, surge
from demo.city_requests import merge, read_requests
from demo.people import draw
from paidan import frames
from paidan.catalog import Catalog, Mapping
from paidan.report.figures import MEASURES
from paidan.report.words import word
from paidan.week.run import Effort, Week, plan_week

DATA = Path(__file__).parent / "data"
SHOWN = ("served", "left", "on_time_share", "travel_per_job", "utilisation", "overtime", "gini")

Question = Callable[[int, Effort], Week]


def elevators(*, fewer: int = 0, travel: int = 1) -> Question:
    """The week of 532 elevator jobs; a smaller team is the same people less the last ones."""
    given = elevator.read(DATA)
    usual = paidan.Objective()
    objective = usual.with_(per_travel_second=travel * usual.per_travel_second, per_metre=travel * usual.per_metre)

    def ask(seed: int, effort: Effort) -> Week:
        week = elevator.week(given, seed)
        staff = list(week.problem.technicians)[: elevator.TECHNICIANS - fewer]
        return plan_week(
            replace(week, problem=week.problem.with_(technicians=staff, objective=objective)), effort=effort
        )

    return ask


def housing(*, licences: int = 0) -> Question:
    """All housing visits on the next morning. A licence more: the first on duty without gas gets level 3."""
    catalog = Catalog.from_data(frames.read_catalog(DATA / "catalog.csv"))
    mapping = Mapping(frames.read_mapping(DATA / "hpd_mapping.csv"), catalog)
    visits = merge(read_requests(DATA / "nyc" / "hpd_2024-04-15_evening.csv"), surge.SAME_CALL)
    jobs = [surge.next_morning(surge.visit_job(visit, mapping, catalog)) for visit in visits]
    places = [(visit.first.lat, visit.first.lon) for visit in visits]

    def ask(seed: int, effort: Effort) -> Week:
        people = draw(seed, surge.TECHNICIANS, places, surge.SKILL_SHARES, dates=[surge.MORNING], zone=surge.ZONE)
        untrained = [
            number
            for number, person in enumerate(people.technicians)
            if person.shifts and all(held.skill != "gas" for held in person.skills)
        ]
        for number in untrained[:licences]:
            person = people.technicians[number]
            people.technicians[number] = person.with_(skills=[*person.skills, paidan.SkillHeld(skill="gas", level=3)])
        return plan_week(surge.city(people, visits, jobs), effort=effort)

    return ask


def table(title: str, questions: dict[str, Question], options: argparse.Namespace) -> dict[str, list[Week]]:
    """Print the figures side by side: median (lowest – highest) over the draws."""
    seeds = range(1, options.seeds + 1)

    def one(question: Question, seed: int) -> Week:
        return question(seed, Effort(seed=seed, iterations=options.iterations, lanes=1, threads=1, explain=False))

    with ThreadPoolExecutor(max_workers=options.threads) as pool:
        asked = {name: [pool.submit(one, question, seed) for seed in seeds] for name, question in questions.items()}
        weeks = {name: [future.result() for future in futures] for name, futures in asked.items()}
    print(f"\n{title}, {options.seeds} draws of technicians")
    print(" " * 30 + "".join(f"{name:>26}" for name in weeks))
    promised = any(week.total("promised") for answers in weeks.values() for week in answers)
    for measure in MEASURES:
        if measure.key not in SHOWN or (measure.key == "on_time_share" and not promised):
            continue
        cells = []
        for answers in weeks.values():
            values = [measure.value(week) for week in answers]
            spread = f"({measure.shown(min(values))} – {measure.shown(max(values))})"
            cells.append(f"{measure.shown(statistics.median(values)):>7} {spread:>18}")
        print(f"{word(measure.key, 'en'):30}" + "".join(cells))
    assert all(day.report.valid for answers in weeks.values() for week in answers for day in week.days)
    return weeks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=5, help="draws of technicians (default: %(default)s)")
    parser.add_argument("--iterations", type=int, default=1_000, help="work for each day's plan (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=2, help="changes the wall time only (default: %(default)s)")
    options = parser.parse_args()

    weeks = table(
        "A week of elevators",
        {
            "as it is": elevators(),
            "two fewer": elevators(fewer=2),
            "travel double": elevators(travel=2),
        },
        options,
    )
    fewer, now = (statistics.median(week.served for week in weeks[name]) for name in ("two fewer", "as it is"))
    assert fewer <= now

    table("The morning after the surge", {"as it is": housing(), "a gas licence more": housing(licences=1)}, options)


if __name__ == "__main__":
    main()

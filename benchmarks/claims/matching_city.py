"""New York's requests of 2024 matched to simulated technicians: certified, timed, and explained for a dispatcher.

The hundred busiest hours of the year's 22,484 elevator requests, hour by hour and all together; then the busiest of all,
65 minutes of 370 housing requests on 15 April, the urgent ones to be served that night. Requests are real (NYC Open Data,
311 Service Requests, erm2-nwe9); technicians, durations and hours are simulated. PAIDAN_DATA names the folder that holds
nyc-elevator-2024/requests_2024.csv.
"""

import datetime as dt
import os
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from _claim import ROOT, Claim, calibration_seconds, skip

try:
    import paidan
    from demo import elevator, surge
    from demo.city_requests import CREDIT, Request, Visit, read_requests
    from demo.people import People, draw
    from paidan.report import names
    from paidan.week import documents
    from paidan.week.jobs import at
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims matching_city")

EXAMPLES = ROOT / "examples" / "data"
YEAR = Path(os.environ.get("PAIDAN_DATA", "")) / "nyc-elevator-2024" / "requests_2024.csv"
HOURS = 100
LAST_CALL = 16
SEED = 1
NAMES = names.SKILLS | {"elevator": ("电梯", "elevator")}
HOUR = dt.timedelta(hours=1)


def busiest(requests: list[Request]) -> list[tuple[dt.datetime, list[Request]]]:
    """The hours with most requests, ties by time, in order of time."""
    hours: dict[dt.datetime, list[Request]] = defaultdict(list)
    for request in requests:
        hours[request.created.replace(minute=0, second=0)].append(request)
    chosen = sorted(hours.items(), key=lambda hour: (-len(hour[1]), hour[0]))[:HOURS]
    return sorted(chosen)


def known_at(hour: dt.datetime) -> dt.datetime:
    """When a batch is matched: the hour is over; what comes after four in the afternoon waits for the morning."""
    if hour.hour >= LAST_CALL:
        return at(hour.date() + dt.timedelta(days=1), dt.time(7), elevator.ZONE)
    return at(hour.date(), hour.time(), elevator.ZONE) + HOUR


def order_of(request: Request, known: dt.datetime, catalog: paidan.catalog.Catalog) -> paidan.Order:
    """To be served on the day on which its batch is matched."""
    entry = catalog.find(request.descriptor) or catalog.find("elevator_multiple")
    assert entry is not None
    return paidan.Order(
        id=request.key,
        name=f"{request.key}({request.place})",
        location=f"place:{request.key}",
        service=dt.timedelta(minutes=entry.service_minutes),
        setup=dt.timedelta(minutes=entry.setup_minutes),
        skills=[paidan.SkillLevel(skill=need.skill, level=need.level) for need in entry.skills],
        windows=[paidan.Window(start=known, end=at(known.date(), dt.time(20), elevator.ZONE))],
        priority=2 if entry.code == "elevator_single" else 1,
    )


def on_duty(people: People, starts: dict[dt.date, dt.datetime]) -> list[paidan.Technician]:
    """Everybody whose shift on one of the days is not over by its start, from then on."""
    technicians = []
    for person in people.technicians:
        shifts = []
        for shift in person.shifts:
            start = max(shift.start, starts.get(shift.start.date(), shift.end))
            if start < shift.end:
                shifts.append(shift.with_(start=start, breaks=[]))
        if shifts:
            technicians.append(person.with_(shifts=shifts))
    return technicians


def problem_of(
    technicians: list[paidan.Technician], people: People, requests: list[Request], orders: list[paidan.Order]
) -> paidan.Problem:
    homes = {person.home for person in technicians}
    return paidan.Problem(
        zone=elevator.ZONE,
        locations=[*(place for place in people.locations if place.id in homes), *(one.location for one in requests)],
        profiles=[paidan.TravelProfile(id="car", straight_line=elevator.TRAVEL)],
        technicians=technicians,
        orders=orders,
    )


def year(claim: Claim, requests: list[Request]) -> None:
    catalog = documents.catalog(EXAMPLES / "catalog.csv")
    hours = busiest(requests)
    known = {hour: known_at(hour) for hour, _ in hours}
    places = [(one.lat, one.lon) for _, batch in hours for one in batch]
    days = sorted({moment.date() for moment in known.values()})
    people = draw(SEED, elevator.TECHNICIANS, places, {"elevator": 1.0}, dates=days, zone=elevator.ZONE)

    print(f"The {HOURS} busiest hours of 2024 ({CREDIT}; technicians simulated)")
    total = served = candidates = proven = 0
    slowest = seconds = 0.0
    for hour, batch in hours:
        technicians = on_duty(people, {known[hour].date(): known[hour]})
        problem = problem_of(technicians, people, batch, [order_of(one, known[hour], catalog) for one in batch])
        begun = time.perf_counter()
        match = paidan.match(problem)
        took = time.perf_counter() - begun
        seconds += took
        slowest = max(slowest, took)
        total += len(batch)
        served += len(match.pairs)
        candidates += match.candidates
        proven += match.certified and match.optimal_over == "all_eligible"
    top = sorted(hours, key=lambda hour: (-len(hour[1]), hour[0]))[:3]
    print("      busiest: " + ", ".join(f"{hour:%Y-%m-%d %H}:00 with {len(batch)}" for hour, batch in top))
    print(f"      hour by hour, one order each: {total} requests, {served} taken, {candidates} candidates")
    print(f"      {seconds * 1000:.1f} ms together, slowest hour {slowest * 1000:.2f} ms")
    claim.holds("hours proven optimal over all eligible pairs", f"all {HOURS}", str(proven), proven == HOURS)
    claim.at_most("slowest hour", 50, slowest * 1000, "ms")

    starts: dict[dt.date, dt.datetime] = {}
    for hour, _ in hours:
        day = known[hour].date()
        starts[day] = min(starts.get(day, known[hour]), known[hour])
    batch = [one for _, requests_of_hour in hours for one in requests_of_hour]
    orders = [order_of(one, known[hour], catalog) for hour, some in hours for one in some]
    technicians = on_duty(people, starts)
    problem = problem_of(technicians, people, batch, orders)
    begun = time.perf_counter()
    match = paidan.match(problem, capacity=2)
    took = time.perf_counter() - begun
    few = paidan.match(problem, capacity=2, max_candidates=3)
    shifts = sum(len(person.shifts) for person in technicians)
    print(
        f"      all together, two orders each: {len(orders)} requests, {len(technicians)} technicians with {shifts} shifts on {len(days)} days,"
    )
    print(
        f"      {match.candidates} candidates, {len(match.pairs)} taken, {took * 1000:.1f} ms = {took / calibration_seconds():.3g} × the calibration kernel"
    )
    claim.holds(
        "all together: certified, optimal over",
        "True, all_eligible",
        f"{match.certified}, {match.optimal_over}",
        match.certified and match.optimal_over == "all_eligible",
    )
    claim.at_most("all together", 1.0, took, "s")
    claim.holds(
        "three candidates an order and pricing out, same cost",
        str(match.cost),
        f"{few.cost} ({few.candidates} candidates, {few.optimal_over})",
        few.cost == match.cost and few.optimal_over == "all_eligible",
    )


def evening_problem(language: str) -> tuple[paidan.Problem, list[str]]:
    """All requests of the busiest 65 minutes, one order each; and the ids of the urgent ones, to be served by six.

    The first technicians are on call tonight, for one order each; the others take up to six each during the next day.
    """
    requests = read_requests(EXAMPLES / "nyc" / "hpd_2024-04-15_evening.csv")
    catalog = documents.catalog(EXAMPLES / "catalog.csv")
    mapping = documents.mapping(EXAMPLES / "hpd_mapping.csv", catalog)
    night = (at(surge.NIGHT, dt.time(23, 58), surge.ZONE), at(surge.MORNING, dt.time(6), surge.ZONE))
    orders = []
    urgent = []
    for request in requests:
        job = surge.visit_job(Visit(requests=(request,)), mapping, catalog)
        if job.day == surge.NIGHT:
            urgent.append(job.id)
            window = paidan.Window(start=night[0], end=night[1])
        else:
            window = paidan.Window(
                start=at(surge.MORNING, dt.time(8), surge.ZONE), end=at(surge.MORNING, dt.time(18), surge.ZONE)
            )
        title = f"{job.title}({job.place})" if language == "zh" else f"'{job.title_en}' ({job.place})"
        orders.append(job.order.with_(name=title, windows=[window], release=None))
    places = [(one.lat, one.lon) for one in requests]
    people = draw(SEED, surge.TECHNICIANS, places, surge.SKILL_SHARES, dates=[surge.MORNING], zone=surge.ZONE)
    shift = paidan.Shift(id="night", start=night[0], end=night[1])
    technicians = [
        person.with_(shifts=[shift], max_jobs=1) if number < surge.ON_CALL else person.with_(max_jobs=6)
        for number, person in enumerate(people.technicians)
        if number < surge.ON_CALL or person.shifts
    ]
    return problem_of(technicians, people, requests, orders), urgent


def partial_shortage(problem: paidan.Problem, shortage: paidan.MatchShortage, **more: Any) -> str:
    return paidan.render.shortage(problem, shortage, limit=4, **more)


def evening(claim: Claim) -> None:
    problem, urgent = evening_problem("zh")
    words = {"zh": problem, "en": evening_problem("en")[0]}
    day = sum(person.max_jobs or 0 for person in problem.technicians) - surge.ON_CALL
    print(
        f"The busiest of all, 15 April 2024, 22:53 to 23:57: {len(problem.orders)} housing requests, {len(urgent)} of them urgent"
    )
    print(
        f"      {surge.ON_CALL} technicians on call, one order each; {len(problem.technicians) - surge.ON_CALL} the next day with {day} places"
    )
    options = {"capacity": 6, "must_serve": urgent}
    begun = time.perf_counter()
    match = paidan.match(problem, **options)  # type: ignore[arg-type]
    took = time.perf_counter() - begun
    left = sum(order in urgent for order in match.unassigned)
    print(
        f"      {match.candidates} candidates, {len(match.pairs)} taken, {len(match.unassigned)} not ({left} urgent), {took * 1000:.1f} ms"
    )
    proven = match.certified and match.optimal_over == "all_eligible"
    claim.holds("certified, optimal over", "True, all_eligible", f"{match.certified}, {match.optimal_over}", proven)

    review = paidan.MatchReview(problem, **options)  # type: ignore[arg-type]
    begun = time.perf_counter()
    answers = [review.why_not(order.id, person.id) for order in problem.orders for person in problem.technicians]
    took = time.perf_counter() - begun
    refused = [answer for answer in answers if answer.families]
    dearer = [answer for answer in answers if answer.regret is not None and not answer.chosen]
    print(
        f"      {len(answers)} questions in {took:.2f} s: {len(refused)} pairs refused, {len(dearer)} possible but not chosen"
    )
    sample = dearer[:: max(1, len(dearer) // 200)]
    again = 0
    for answer in sample:
        forced = paidan.match(problem, **options, forced=[(answer.order, answer.technician)])  # type: ignore[arg-type]
        lost = sum(order in urgent for order in forced.unassigned) - left
        again += (forced.cost - match.cost, lost) == (answer.regret, answer.must_serve_lost)
    claim.holds(
        "regrets that equal matching again with the pair forced",
        f"all {len(sample)}",
        str(again),
        again == len(sample) > 0,
    )

    def tell(title: str, render: Callable[..., str], *arguments: object) -> None:
        print(f"  {title}")
        for language, own in words.items():
            print(f"    {render(own, *arguments, language=language, names=NAMES)}")

    gas = [answer for answer in refused if any(one.detail == "skill_level" for one in answer.reasons)]
    tell(
        "Refused:",
        paidan.render.pair_answer,
        max(gas, key=lambda answer: (len(answer.families) == 2, "gas" in str(answer.reasons))),
    )
    chains = [one for one in dearer if all(move.from_ and move.to for move in one.moves) and len(one.moves) in (3, 4)]
    tell("Possible, but dearer:", paidan.render.pair_answer, max(chains, key=lambda answer: answer.regret or 0))
    displacing = [one for one in dearer if one.must_serve_lost]
    if displacing:
        tell("Possible, but an urgent order would be left out:", paidan.render.pair_answer, displacing[0])
    gas_orders = [id for id in urgent if any(need.skill == "gas" for need in problem.order(id).skills)]
    for wanted in (urgent, gas_orders):
        for shortage in paidan.match(problem, capacity=6, must_serve=wanted).shortages:
            tell("Cannot all be served:", partial_shortage, shortage)
    worth = {skill: review.skill_value(skill) for skill in surge.SKILL_SHARES}
    for skill in dict.fromkeys(
        ("gas", min(worth, key=lambda skill: (worth[skill].must_serve, worth[skill].cost, skill)))
    ):
        tell("One more place:", paidan.render.skill_value, skill, worth[skill])
    person = max(problem.technicians, key=lambda one: (one.max_jobs == 6, review.place_value(one.id).cost))
    for language, own in words.items():
        print(f"    {paidan.render.place_value(own, person.id, review.place_value(person.id), language=language)}")


def main() -> None:
    if not YEAR.is_file():
        skip("the year's requests are not here; PAIDAN_DATA names the folder that holds nyc-elevator-2024/")
    claim = Claim()
    year(claim, read_requests(YEAR))
    evening(claim)
    claim.finish()


main()

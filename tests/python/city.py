"""A small city: what most tests of the Python door play with."""

import datetime as dt

import paidan

SHANGHAI = dt.timezone(dt.timedelta(hours=8))


def at(hour: int, minute: int = 0, day: int = 8) -> dt.datetime:
    return dt.datetime(2024, 7, day, hour, minute, tzinfo=SHANGHAI)


def make_technician(id: str, home: str, **more: object) -> paidan.Technician:
    shift = paidan.Shift(id="mon", start=at(8), end=at(18))
    return paidan.Technician(id=id, home=home, **{"shifts": [shift], **more})  # type: ignore[arg-type]


def make_orders(count: int) -> list[paidan.Order]:
    return [
        paidan.Order(
            id=f"A{i}",
            location=f"L{i % 10}",
            service=dt.timedelta(minutes=30),
            skills=[paidan.SkillLevel(skill="gas", level=2)] if i % 5 == 0 else [],
        )
        for i in range(count)
    ]


def make_problem(orders: int = 12) -> paidan.Problem:
    places = [
        paidan.Location(id=f"L{i}", point=paidan.GeoPoint(lat=31.2 + i * 0.01, lon=121.4 + (i * 7 % 10) * 0.01))
        for i in range(10)
    ]
    home = paidan.Location(id="depot", point=paidan.GeoPoint(lat=31.23, lon=121.45))
    return paidan.Problem(
        zone="Asia/Shanghai",
        locations=[*places, home],
        technicians=[
            make_technician("wang", "depot", name="王师傅", rating=480),
            make_technician("li", "depot", skills=[paidan.SkillHeld(skill="gas", level=3)]),
        ],
        orders=make_orders(orders),
    )


def solve(arguments: tuple[paidan.Problem, int]) -> paidan.Plan:
    """For process pools: their functions must be found by name."""
    problem, seed = arguments
    return paidan.plan(problem, seed=seed, iterations=20)

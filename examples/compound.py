"""A gated estate that takes 12 minutes to enter: both jobs inside are done one after the other."""

import datetime as dt
import zoneinfo

import paidan

DAY = dt.datetime(2025, 7, 21, tzinfo=zoneinfo.ZoneInfo("Asia/Shanghai"))
GATE = dt.timedelta(minutes=12)  # guard, registration, a place to park


def place(name: str, lat: float, lon: float, compound: str = "") -> paidan.Location:
    return paidan.Location(id=name, point=paidan.GeoPoint(lat=lat, lon=lon), compound=compound)


def entries(problem: paidan.Problem, plan: paidan.Plan) -> int:
    """How often somebody comes to a place of a compound from elsewhere."""
    inside = {one.id: one.compound for one in problem.locations}
    count = 0
    for route in plan.routes:
        before = ""
        for stop in route.stops:
            here = inside[problem.order(stop.order).location] if stop.order else before
            count += here not in ("", before)
            before = here
    return count


estate = paidan.Problem(
    origin=DAY,
    zone="Asia/Shanghai",
    locations=[
        place("home", 31.230, 121.470),
        place("west gate 3", 31.200, 121.455, "阳光花园"),
        place("shop", 31.195, 121.470),
        place("east gate 9", 31.200, 121.485, "阳光花园"),
    ],
    compounds=[paidan.Compound(id="阳光花园", entry=GATE)],
    technicians=[
        paidan.Technician(
            id="李",
            home="home",
            shifts=[paidan.Shift(id="day", start=DAY + dt.timedelta(hours=8), end=DAY + dt.timedelta(hours=18))],
        )
    ],
    orders=[paidan.Order(id=name, location=name) for name in ("west gate 3", "shop", "east gate 9")],
)
free = estate.with_(compounds=[], locations=[one.with_(compound="") for one in estate.locations])

usual = paidan.plan(free, iterations=5_000)
plan = paidan.plan(estate, iterations=5_000)
assert paidan.evaluate(estate, plan).valid

# The shortest way round leaves the estate for the shop and comes back: twice past the guard.
assert entries(estate, usual) == 2
assert entries(estate, plan) == 1
for stop in plan.routes[0].stops:
    print(f"{stop.arrival:%H:%M} {stop.order}")

# The entry is part of the way in, and of no other.
way_in, way_out = estate.travel("shop", "east gate 9"), estate.travel("east gate 9", "shop")
assert way_in is not None
assert way_out is not None
assert way_in[0] - way_out[0] == GATE
assert way_in[1] == way_out[1]
assert estate.travel("west gate 3", "east gate 9") == free.travel("west gate 3", "east gate 9")

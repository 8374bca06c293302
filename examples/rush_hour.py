"""Two appointments across town in the evening rush: planned by the hour's traffic instead of by free roads."""

import datetime as dt
import zoneinfo

import paidan

DAY = dt.datetime(2025, 7, 21, tzinfo=zoneinfo.ZoneInfo("Asia/Shanghai"))  # a Monday


def at(hour: float) -> dt.datetime:
    return DAY + dt.timedelta(hours=hour)


def order(number: int, place: str, hour: float | None = None) -> paidan.Order:
    promise = None if hour is None else paidan.Promise(at=at(hour))
    return paidan.Order(id=str(number), location=place, service=dt.timedelta(hours=1), promise=promise)


points = {"depot": (31.20, 121.40), "north": (31.32, 121.42), "south": (31.10, 121.45), "west": (31.22, 121.30)}
free_roads = paidan.Problem(
    origin=DAY,
    zone="Asia/Shanghai",
    locations=[
        paidan.Location(id=name, point=paidan.GeoPoint(lat=lat, lon=lon)) for name, (lat, lon) in points.items()
    ],
    profiles=[paidan.TravelProfile(id="car")],
    technicians=[
        paidan.Technician(id=name, home="depot", shifts=[paidan.Shift(id="day", start=at(8), end=at(21))])
        for name in ("李", "王")
    ],
    orders=[
        order(1, "north", 15),
        order(2, "south", 17.5),
        order(3, "west", 18.5),
        order(4, "north"),
        order(5, "west"),
    ],
)
# Measured in this town: driving takes 1.4 times as long in the morning of working days, twice as long in the evening.
rush = [
    paidan.TravelBand(from_="07:00", to="09:00", percent=140, weekdays=[1, 2, 3, 4, 5]),
    paidan.TravelBand(from_="16:30", to="19:00", percent=200),
]
problem = free_roads.with_(profiles=[paidan.TravelProfile(id="car", bands=rush)])

way = problem.travel("north", "south")
rushed = problem.travel("north", "south", leaves=at(16.5))
assert way is not None
assert rushed is not None
print(f"north to south: {way[0]} on free roads, {rushed[0]} from 16:30")
assert rushed[0] > way[0]

# The plan made on free roads, driven in the traffic there is: arrivals are later than it says.
naive = paidan.plan(free_roads, iterations=10_000)
told = paidan.evaluate(problem, paidan.rebase(free_roads, naive, problem))
print({fault.code for fault in told.violations} - {"wrong_cost"})
assert "travel_too_short" in {fault.code for fault in told.violations}

plan = paidan.plan(problem, iterations=10_000)
report = paidan.evaluate(problem, plan)
assert report.valid
for route in plan.routes:
    print(route.technician, [f"{stop.departure:%H:%M}→{stop.arrival:%H:%M} {stop.order}" for stop in route.stops])
print(f"served as promised: {report.kpis.served_as_promised} of {len(problem.orders)}")
assert report.kpis.served_as_promised == len(problem.orders)

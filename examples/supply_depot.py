"""A part that no van carries: who calls at the depot on the way, when, and what is told when the shelf is empty."""

import datetime as dt
import zoneinfo

import paidan

DAY = dt.datetime(2025, 7, 21, tzinfo=zoneinfo.ZoneInfo("Asia/Shanghai"))


def at(hour: float) -> dt.datetime:
    return DAY + dt.timedelta(hours=hour)


def order(id: str, place: str, *, part: str = "", tool: str = "") -> paidan.Order:
    return paidan.Order(
        id=id,
        location=place,
        service=dt.timedelta(minutes=50),
        parts=[paidan.PartCount(part=part)] if part else [],
        tools=[tool] if tool else [],
    )


points = {"home": (31.20, 121.40), "shop": (31.24, 121.42), "east": (31.23, 121.50), "north": (31.30, 121.43)}
problem = paidan.Problem(
    origin=DAY,
    zone="Asia/Shanghai",
    locations=[
        paidan.Location(id=name, point=paidan.GeoPoint(lat=lat, lon=lon)) for name, (lat, lon) in points.items()
    ],
    technicians=[
        paidan.Technician(
            id=name,
            home="home",
            shifts=[paidan.Shift(id="day", start=at(8), end=at(18))],
            parts=[paidan.PartCount(part="board", quantity=1)],
        )
        for name in ("李", "王")
    ],
    orders=[
        order("1", "east", part="board"),
        order("2", "north", part="compressor"),
        order("3", "north", tool="vacuum pump"),
        order("4", "east"),
    ],
    depots=[
        paidan.SupplyDepot(
            id="备件库",
            location="shop",
            service=dt.timedelta(minutes=10),
            hours=[paidan.OpeningHours(start=at(9), end=at(17))],
            parts=[paidan.PartCount(part="compressor", quantity=2)],
            tools=["vacuum pump"],
        )
    ],
)

plan = paidan.plan(problem, iterations=5_000)
report = paidan.evaluate(problem, plan)
assert report.valid
for route in plan.routes:
    print(route.technician, [f"{stop.start:%H:%M} {stop.order or stop.depot}" for stop in route.stops])
print(f"calls at depots: {report.kpis.depot_calls}, {report.kpis.depot_time} there")
assert not plan.unassigned
assert report.kpis.depot_calls == 1  # one call for the compressor and the pump

# Two compressors are one too few.
needy = [*problem.orders, order("5", "east", part="compressor"), order("6", "north", part="compressor")]
short = problem.with_(orders=needy)
left = paidan.plan(short, iterations=5_000)
assert paidan.evaluate(short, left).valid
for unserved in left.unassigned:
    answer = paidan.why_not(short, left, order=unserved, technician="李")
    print(paidan.render.why_not(short, answer, language="zh"))
    assert list(answer.families) == ["parts"]
assert len(left.unassigned) == 1

"""A day of 38 °C: outdoors at most 4 hours each, and nothing from 12 to 15."""

import datetime as dt
import zoneinfo

import paidan

DAY = dt.datetime(2025, 7, 21, tzinfo=zoneinfo.ZoneInfo("Asia/Shanghai"))


def at(hour: float) -> dt.datetime:
    return DAY + dt.timedelta(hours=hour)


shift = paidan.Shift(id="day", start=at(8), end=at(18))
town = paidan.Problem(
    origin=DAY,
    zone="Asia/Shanghai",
    locations=[paidan.Location(id=f"p{i}", point=paidan.GeoPoint(lat=31.2 + 0.007 * i, lon=121.4)) for i in range(8)],
    technicians=[paidan.Technician(id=name, home="p0", shifts=[shift]) for name in ("李", "王")],
    orders=[
        paidan.Order(id=str(i), location=f"p{i}", service=dt.timedelta(hours=2), tags=["室外"] if i < 6 else [])
        for i in range(1, 8)
    ],
)
hot = town.with_(
    limits=[paidan.TagLimit(tag="室外", start=at(0), end=at(24), max_work=dt.timedelta(hours=4))],
    closures=[paidan.TagClosure(tag="室外", start=at(12), end=at(15), reason="高温橙色预警")],
)

usual = paidan.plan(town, iterations=10_000)
plan = paidan.plan(hot, iterations=10_000)
assert not usual.unassigned

# The usual plan would not do: who works outdoors at noon, and who too long?
broken = paidan.evaluate(hot, paidan.rebase(town, usual, hot))
print({fault.code for fault in broken.violations} - {"wrong_cost"})  # a plan taken over has no cost yet
assert not broken.valid

assert paidan.evaluate(hot, plan).valid
for route in plan.routes:
    stops = [stop for stop in route.stops if stop.order]
    print(route.technician, [f"{stop.start:%H:%M} {stop.order}" for stop in stops])
    outdoors = [stop for stop in stops if hot.order(stop.order).tags]
    assert sum((stop.end - stop.start for stop in outdoors), dt.timedelta()) <= dt.timedelta(hours=4)
    assert all(stop.end <= at(12) or stop.start >= at(15) for stop in outdoors)

# One of the five has to wait, and is told why.
assert len(plan.unassigned) == 1
why = paidan.why_unassigned(hot, plan, order=plan.unassigned[0])
for language in ("zh", "en"):
    print(paidan.render.why_unassigned(hot, why, language=language))
assert "jobs" in why.families

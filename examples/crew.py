"""An outdoor unit that two have to lift, and a licensed electrician who comes within two hours after it hangs."""

import datetime as dt
import zoneinfo

import paidan

DAY = dt.datetime(2025, 7, 21, tzinfo=zoneinfo.ZoneInfo("Asia/Shanghai"))


def at(hour: float) -> dt.datetime:
    return DAY + dt.timedelta(hours=hour)


def minutes(number: int) -> dt.timedelta:
    return dt.timedelta(minutes=number)


def technician(id: str, skill: str, level: int) -> paidan.Technician:
    return paidan.Technician(
        id=id,
        home="门店",
        shifts=[paidan.Shift(id="day", start=at(8), end=at(17))],
        skills=[paidan.SkillHeld(skill=skill, level=level)],
    )


def needs(skill: str, level: int = 1) -> list[paidan.SkillLevel]:
    return [paidan.SkillLevel(skill=skill, level=level)]


points = {"门店": (31.20, 121.40), "高楼": (31.24, 121.47), "公寓": (31.23, 121.50)}
lift = paidan.Order(id="吊装", location="高楼", service=minutes(90), skills=needs("安装"), crew=2)
# Gaps are from start to start.
within = paidan.Link(order="吊装", minimum_gap=minutes(90), maximum_gap=minutes(90 + 120))
commission = paidan.Order(id="调试", location="高楼", service=minutes(40), skills=needs("电工", 2), links=[within])
socket = paidan.Order(id="插座", location="公寓", service=minutes(30), skills=needs("电工"))
problem = paidan.Problem(
    origin=DAY,
    zone="Asia/Shanghai",
    locations=[
        paidan.Location(id=name, point=paidan.GeoPoint(lat=lat, lon=lon)) for name, (lat, lon) in points.items()
    ],
    technicians=[technician("李", "安装", 1), technician("王", "安装", 2), technician("赵", "电工", 3)],
    orders=[lift, commission, socket],
)
assert [order.id for order in problem.orders] == ["吊装", "调试", "插座", "吊装#2"]  # one a technician
assert not problem.notices

plan = paidan.plan(problem, iterations=5_000)
assert paidan.evaluate(problem, plan).valid
starts = {stop.order: stop.start for route in plan.routes for stop in route.stops}
for route in plan.routes:
    print(route.technician, [f"{stop.start:%H:%M} {stop.order}" for stop in route.stops])
group = {"吊装", "吊装#2", "调试"}
assert group <= starts.keys()  # all of them: else it would be none
assert starts["吊装"] == starts["吊装#2"]
assert minutes(90) <= starts["调试"] - starts["吊装"] <= minutes(210)

# On a day without the lift there is nothing to commission.
alone = problem.with_(orders=[lift, commission])
nothing = paidan.plan(alone.with_(technicians=[technician("赵", "电工", 3)]), iterations=0)
answer = paidan.why_not(nothing.problem, nothing, order="调试", technician="赵")
assert list(answer.families) == ["links"]
print(paidan.render.why_not(nothing.problem, answer, language="zh"))
# For a crew of three there are too few.
for notice in problem.with_(orders=[lift.with_(crew=3)]).notices:
    print(notice)

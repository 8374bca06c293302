import datetime as dt

import paidan

nine = dt.datetime(2024, 7, 8, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))
day = paidan.Shift(id="1", start=nine, end=nine + dt.timedelta(hours=9))
places = [paidan.Location(id=id, point=paidan.GeoPoint(lat=lat, lon=116.4)) for id, lat in (("A", 39.9), ("B", 39.8))]
wang = paidan.Technician(id="W", name="王师傅", home="A", shifts=[day], skills=[paidan.SkillHeld(skill="制冷")])
li = paidan.Technician(id="L", name="李师傅", home="A", shifts=[day], skills=[paidan.SkillHeld(skill="电工")])
tap = paidan.Order(id="换龙头", location="B")
gas = paidan.Order(id="燃气灶", location="B", skills=[paidan.SkillLevel(skill="燃气", level=2)])
town = paidan.Problem(zone="Asia/Shanghai", locations=places, technicians=[wang, li], orders=[tap, gas])
plan = paidan.plan(town)
for route in plan.routes:
    print(town.technician(route.technician).name, f"{route.stops[0].start:%H:%M}")
why = paidan.why_not(town, plan, order=plan.unassigned[0], technician="W")
print(paidan.render.why_not(town, why, audience="dispatcher", language="zh"))

"""A published instance as a problem of technicians: vehicles are technicians, customers orders, capacity is stock of one part.

A tenth of the instance is a second; its time 0 is an origin far from any change of clocks. Only travel costs.
"""

import datetime as dt

import paidan
from instance import Instance

ORIGIN = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
DEPOT = "0"
GOODS = "goods"
UNSERVED = 1_000_000_000  # more than any detour
# Distance is all that costs.
TRAVEL_ONLY = paidan.Objective(
    per_travel_second=1,
    per_metre=0,
    per_waiting_second=0,
    per_lateness_second=0,
    per_overtime_second=0,
    per_overskill_level=0,
    unserved=UNSERVED,
    not_preferred=0,
    not_same_technician=0,
    per_rating_point=0,
    rating_clip=0,
)


def problem_of(instance: Instance) -> paidan.Problem:
    """Orders and locations are named by customer number, technicians v1, v2 …"""

    def at(tenths: int) -> dt.datetime:
        return ORIGIN + dt.timedelta(seconds=tenths)

    depot = instance.customers[0]
    shift = paidan.Shift(id="day", start=at(depot.ready), end=at(depot.due))
    stock = [paidan.PartCount(part=GOODS, quantity=instance.capacity)] if instance.capacity else []
    return paidan.Problem(
        zone="UTC",
        origin=ORIGIN,
        locations=[paidan.Location(id=str(number)) for number in range(len(instance.customers))],
        profiles=[paidan.TravelProfile(id="van", matrix=paidan.MatrixData(instance.distances()))],
        technicians=[
            paidan.Technician(id=f"v{number}", home=DEPOT, profile="van", shifts=[shift], parts=stock)
            for number in range(1, instance.vehicles + 1)
        ],
        orders=[
            paidan.Order(
                id=str(number),
                location=str(number),
                service=dt.timedelta(seconds=one.service),
                # Half-open: the last second of the window is a start that the instance allows.
                windows=[paidan.Window(start=at(one.ready), end=at(one.due + 1), hard=True)],
                parts=[paidan.PartCount(part=GOODS, quantity=one.demand)] if one.demand else [],
            )
            for number, one in enumerate(instance.customers)
            if number > 0
        ],
        objective=TRAVEL_ONLY,
    )


def routes_of(plan: paidan.Plan) -> list[list[int]]:
    return [[int(stop.order) for stop in route.stops if stop.order is not None] for route in plan.routes]

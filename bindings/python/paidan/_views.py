"""How plans look: as a DataFrame and in a notebook. Imported only when asked for."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from ._paidan import Plan


def plan_frame(plan: Plan) -> pd.DataFrame:
    """One row per stop, in the order of shifts; times in the problem's zone."""
    import pandas as pd

    orders = {order.id: order for order in plan.problem.orders}
    depots = {depot.id: depot.location for depot in plan.problem.depots}
    technicians = {technician.id: technician.name for technician in plan.problem.technicians}
    rows: list[dict[str, Any]] = []
    for route in plan.routes:
        free = route.start
        for sequence, stop in enumerate(route.stops):
            order = None if stop.order is None else orders[stop.order]
            rows.append(
                {
                    "technician": route.technician,
                    "technician_name": technicians[route.technician],
                    "shift": route.shift,
                    "sequence": sequence,
                    "kind": str(stop.kind),
                    "order": stop.order,
                    "order_name": None if order is None else order.name,
                    "depot": stop.depot,
                    "location": depots.get(stop.depot or "") if order is None else order.location,
                    "departure": stop.departure,
                    "arrival": stop.arrival,
                    "start": stop.start,
                    "end": stop.end,
                    "travel_s": (stop.arrival - stop.departure).total_seconds(),
                    "waiting_s": (stop.departure - free + (stop.start - stop.arrival)).total_seconds(),
                }
            )
            free = stop.end
    names = [
        "technician",
        "technician_name",
        "shift",
        "sequence",
        "kind",
        "order",
        "order_name",
        "depot",
        "location",
        "departure",
        "arrival",
        "start",
        "end",
        "travel_s",
        "waiting_s",
    ]
    frame = pd.DataFrame(rows, columns=names)
    zone = plan.problem.zone.name
    for name in ("departure", "arrival", "start", "end"):
        moments = pd.to_datetime(frame[name], utc=True)
        try:
            frame[name] = moments.dt.tz_convert(zone)
        except Exception:  # a zone that only this problem knows: pandas raises whatever its zone library raises
            frame[name] = moments
    return frame.astype({"sequence": "int64", "travel_s": "int64", "waiting_s": "int64"})


def _worth(plan: Plan) -> str:
    """What the plan is compared by; with one weighted goal, and in plans of earlier versions, that is the cost."""
    goals = plan.goals
    if goals is None or plan.problem.objective.goals == "one_weighted":
        return f"cost {plan.total_cost:,}"
    return f"not as promised {goals.honour:,}, late {goals.late}, running cost {goals.run_well:,}"


def plan_html(plan: Plan) -> str:
    """A short table for notebooks: one row a route."""
    names = {technician.id: technician.name for technician in plan.problem.technicians}
    rows = []
    for route in plan.routes:
        visits = [stop for stop in route.stops if stop.order is not None]
        places = [stop for stop in route.stops if stop.order is not None or stop.depot is not None]
        where = ", ".join(f"{stop.start:%H:%M} {html.escape(stop.order or f'({stop.depot})')}" for stop in places)
        rows.append(
            f"<tr><td>{html.escape(names[route.technician])}</td><td>{route.start:%Y-%m-%d}</td>"
            f"<td>{route.start:%H:%M}–{route.end:%H:%M}</td><td>{len(visits)}</td><td style='text-align:left'>{where}</td></tr>"
        )
    left = ", ".join(html.escape(order) for order in plan.unassigned)
    note = " (interrupted)" if plan.interrupted else ""
    return (
        "<table><thead><tr><th>technician</th><th>day</th><th>out</th><th>visits</th><th>stops</th></tr></thead><tbody>"
        + "".join(rows)
        + f"</tbody></table><p>{_worth(plan)}{note}"
        + (f"; {len(plan.unassigned)} unassigned: {left}" if left else "; nothing unassigned")
        + "</p>"
    )

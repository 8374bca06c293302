"""paidan (派单): who goes and when, what it costs, who pays afterwards – and why each time.

    import paidan

    problem = paidan.Problem(locations=[...], technicians=[...], orders=[...], zone="Asia/Shanghai")
    plan = paidan.plan(problem, seed=1)
    paidan.why_not(problem, plan, order="A17", technician="wang")

The words are those of the C++ library. Lists come back as tuples and nested values as copies: change them with
``with_(...)``. Submodules: ``catalog``, ``pricing``, ``rules``, ``warranty``, ``render``, ``frames`` (pandas and spreadsheets).
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ._errors import Error, InvalidInput
from ._paidan import (
    ActualVisit,
    Assignment,
    Baseline,
    Break,
    Calendar,
    CalendarDay,
    Cost,
    Datum,
    DayKind,
    FairnessPiece,
    Family,
    GeoPoint,
    Kpis,
    Language,
    Link,
    Location,
    Match,
    MatchPair,
    MatrixData,
    Money,
    Objective,
    Order,
    PartCount,
    Pin,
    Plan,
    Problem,
    ProblemData,
    Progress,
    Promise,
    Reason,
    Report,
    RestDays,
    Route,
    Shift,
    SkillHeld,
    SkillLevel,
    Stop,
    StopKind,
    StraightLineOptions,
    Suffering,
    SupplyDepot,
    Suspension,
    Technician,
    TechnicianKpis,
    TravelProfile,
    Unassigned,
    Violation,
    WhyNot,
    Window,
    ZoneRules,
    __version__,
    assign,
    evaluate,
    evaluate_actual,
    last_day,
    match,
    minimal_reasons,
    plan,
    plan_baseline,
    schema_version,
    tz_version,
    why_not,
    why_unassigned,
)

if TYPE_CHECKING:
    from . import catalog, frames, pricing, render, rules, warranty

_submodules = frozenset({"catalog", "frames", "pricing", "render", "rules", "warranty"})


def __getattr__(name: str) -> Any:
    # Submodules come when they are asked for, so that `import paidan` stays quick.
    if name in _submodules:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(set(globals()) | _submodules)


__all__ = [
    "ActualVisit",
    "Assignment",
    "Baseline",
    "Break",
    "Calendar",
    "CalendarDay",
    "Cost",
    "Datum",
    "DayKind",
    "Error",
    "FairnessPiece",
    "Family",
    "GeoPoint",
    "InvalidInput",
    "Kpis",
    "Language",
    "Link",
    "Location",
    "Match",
    "MatchPair",
    "MatrixData",
    "Money",
    "Objective",
    "Order",
    "PartCount",
    "Pin",
    "Plan",
    "Problem",
    "ProblemData",
    "Progress",
    "Promise",
    "Reason",
    "Report",
    "RestDays",
    "Route",
    "Shift",
    "SkillHeld",
    "SkillLevel",
    "Stop",
    "StopKind",
    "StraightLineOptions",
    "Suffering",
    "SupplyDepot",
    "Suspension",
    "Technician",
    "TechnicianKpis",
    "TravelProfile",
    "Unassigned",
    "Violation",
    "WhyNot",
    "Window",
    "ZoneRules",
    "__version__",
    "assign",
    "catalog",
    "evaluate",
    "evaluate_actual",
    "frames",
    "last_day",
    "match",
    "minimal_reasons",
    "plan",
    "plan_baseline",
    "pricing",
    "render",
    "rules",
    "schema_version",
    "tz_version",
    "warranty",
    "why_not",
    "why_unassigned",
]

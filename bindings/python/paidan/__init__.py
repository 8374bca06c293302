"""paidan (派单): who goes and when, what it costs, who pays afterwards – and why each time.

    import paidan

    problem = paidan.Problem(locations=[...], technicians=[...], orders=[...], zone="Asia/Shanghai")
    plan = paidan.plan(problem, seed=1)
    paidan.why_not(problem, plan, order="A17", technician="wang")

The words are those of the C++ library. Lists come back as tuples and nested values as copies: change them with
``with_(...)``. Submodules: ``catalog``, ``pricing``, ``rules``, ``warranty``, ``render``, ``frames`` (pandas and spreadsheets),
``desk`` (the whole table of operations, as every other door has it).
"""

from __future__ import annotations

import importlib
from typing import Any

from ._errors import Error, InvalidInput, Notice, WrongArgument
from ._notebook import attach as _attach
from ._paidan import __version__, assign, day_of, last_day, schema_version, shortages, tz_version, weights_of
from ._plots import attach as _attach_plots
from ._rooms import fill, plain

_submodules = ("catalog", "desk", "frames", "pricing", "render", "rules", "warranty")
_operations = (
    "carry_over",
    "carry_over_actual",
    "day_problem",
    "evaluate",
    "evaluate_actual",
    "judge_orders",
    "match",
    "minimal_reasons",
    "plan",
    "plan_baseline",
    "rebase",
    "road_matrix",
    "why_not",
    "why_refused",
    "why_unassigned",
)

__all__ = [
    "Error",
    "InvalidInput",
    "Notice",
    "WrongArgument",
    "__version__",
    "assign",
    "day_of",
    "last_day",
    "schema_version",
    "shortages",
    "tz_version",
    "weights_of",
    *fill(globals(), operations=_operations),
    *_submodules,
]

for _name in ("assign", "day_of", "last_day", "shortages", "weights_of"):
    globals()[_name] = plain(globals()[_name], __name__, _name)


def __getattr__(name: str) -> Any:
    # Submodules come when they are asked for, so that `import paidan` stays quick.
    if name in _submodules:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_submodules})


_attach()
_attach_plots()

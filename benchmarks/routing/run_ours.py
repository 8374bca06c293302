"""paidan on one instance, on one thread; see answer.py. The plan must be valid by `paidan.evaluate` as well."""

import datetime as dt
import hashlib
import sys
import warnings
from pathlib import Path

import paidan
from answer import Task, answer
from as_problem import problem_of, routes_of

MANY = 1_000_000_000_000


def version() -> str:
    """With a digest of what was built: the number stays while the engine changes."""
    extension = sys.modules["paidan._paidan"].__file__
    assert extension is not None
    return f"{paidan.__version__}+{hashlib.sha256(Path(extension).read_bytes()).hexdigest()[:8]}"


def solve(task: Task) -> None:
    problem = problem_of(task.instance)
    task.begin()
    plan = paidan.plan(
        problem,
        seed=task.seed,
        iterations=MANY,
        time_limit=dt.timedelta(seconds=task.seconds),
        lanes=1,
        threads=1,
    )
    task.better(routes_of(plan))
    task.end()
    report = paidan.evaluate(problem, plan)
    if not report.valid:
        sys.exit(f"{task.instance.name}: not valid: {report.violations[:5]}")


warnings.simplefilter("ignore", paidan.Notice)
answer("ours", version, solve)

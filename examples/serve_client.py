"""A CRM in any language keeps `paidan serve` running: one JSON request a line in, one answer a line out.

Nothing of the Python package is used here, only the program and the standard library. PAIDAN_CLI names the program.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


def program() -> str:
    """PAIDAN_CLI, or the one on the PATH, or the one of the build that this runs in."""
    found = os.environ.get("PAIDAN_CLI") or shutil.which("paidan")
    if found is None:
        builds = (Path.cwd().parent, Path(__file__).parents[1] / "build" / "default")
        found = next((str(build / "bin" / "paidan") for build in builds if (build / "bin" / "paidan").exists()), None)
    if found is None:
        raise SystemExit("there is no program paidan; build it, or set PAIDAN_CLI")
    return found


class Dispatcher:
    """Keeps the program running; what is loaded stays loaded, by handle."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [program(), "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self._asked = 0

    def ask(self, **request: Any) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asked += 1
        self._process.stdin.write(json.dumps({"id": self._asked, **request}, ensure_ascii=False) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert answer["id"] == self._asked
        return answer

    def close(self) -> int:
        self.ask(do="quit")
        return self._process.wait(timeout=10)


dispatcher = Dispatcher()
day = json.loads((DATA / "day.json").read_text(encoding="utf-8"))

problem = dispatcher.ask(do="load", kind="problem", document=day)["handle"]
planned = dispatcher.ask(do="plan", problem=problem, seed=1, iterations=10_000, keep=True)
for route in planned["result"]["routes"]:
    visits = [stop["order"] for stop in route["stops"] if stop["kind"] == "visit"]
    print(route["technician"], "→", ", ".join(visits))
print("nobody:", planned["result"]["unassigned"])

plan = planned["handle"]
why = dispatcher.ask(do="why_not", problem=problem, plan=plan, order="2084", technician="W", lang="zh")
print(why["text"])
assert why["result"]["families"] == ["skill"]

report = dispatcher.ask(do="evaluate", problem=problem, plan=plan)["result"]
assert report["valid"]

# A slip is answered, not punished: the process lives on, and the error names the place and the likely meaning.
slip = dispatcher.ask(do="load", kind="problem", document={**day, "ordres": []})
assert not slip["ok"]
for error in slip["errors"]:
    print("refused:", error["message"])

# Every operation, with its fields and bounds, is told by the program itself.
operations = dispatcher.ask(do="operations")["result"]["operations"]
print(len(operations), "operations:", ", ".join(operation["name"] for operation in operations))
assert {"plan", "why_not", "evaluate"} <= {operation["name"] for operation in operations}

assert dispatcher.close() == 0

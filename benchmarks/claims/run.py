"""run.py [NAME…]: measure published numbers again. Each claim is a program NAME.py or NAME.sh in this folder.
run.py NAME --OPTION…: one claim, with options of its own.

A claim's exit code: 0 holds, 1 falls short, 77 cannot be measured here. This program's: 1 when one falls short,
77 when every claim was skipped, otherwise 0.
"""

import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SKIPPED = 77


def claims() -> dict[str, list[str]]:
    found = {}
    for path in sorted(HERE.iterdir()):
        if path.name == Path(__file__).name or path.name.startswith("_"):
            continue
        if path.suffix == ".py":
            found[path.stem] = [sys.executable, str(path)]
        elif path.suffix == ".sh":
            found[path.stem] = ["bash", str(path)]
    return found


def main(words: list[str]) -> int:
    known = claims()
    options = [word for word in words if word.startswith("--")]
    names = [word for word in words if word not in options]
    if options and len(names) != 1:
        print(f"{' '.join(options)}: options belong to one claim, which must be named", file=sys.stderr)
        return 1
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"no such claim: {', '.join(unknown)}. There are: {', '.join(known)}", file=sys.stderr)
        return 1
    results = {}
    for name in names or known:
        print(f"--- {name}", flush=True)
        start = time.monotonic()
        code = subprocess.run([*known[name], *options], cwd=HERE.parent.parent, check=False).returncode
        results[name] = {0: "holds", SKIPPED: "skipped"}.get(code, "FALLS SHORT")
        print(f"    {results[name]} ({time.monotonic() - start:.1f} s)", flush=True)
    short = [name for name, result in results.items() if result == "FALLS SHORT"]
    held = sum(result == "holds" for result in results.values())
    print(f"claims: {held} passed, {len(short)} failed, {len(results) - held - len(short)} skipped")
    if short:
        return 1
    return 0 if held else SKIPPED


sys.exit(main(sys.argv[1:]))

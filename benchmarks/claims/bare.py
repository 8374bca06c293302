"""README's first command and its tests on a Debian that has nothing, made here by debootstrap (./dev bare).

`./dev demo` at most 5 minutes, `./dev test` at most 12, on 2 idle cores, downloads included – they are not told apart.
"""

import re
import subprocess

from _claim import ROOT, Claim, skip


def main() -> None:
    claim = Claim()
    done = subprocess.run(["./dev", "bare"], cwd=ROOT, check=False, capture_output=True)
    text = done.stdout.decode(errors="replace")
    if done.returncode == 77:
        skip(text.strip().splitlines()[-1])
    for command, minutes in (("demo", 5), ("test", 12)):
        found = re.search(rf"^bare: \./dev {command} ended with status (\d+) after (\d+) s$", text, re.MULTILINE)
        if found is None:
            claim.holds(f"./dev {command}", "ends", "did not", False)
            continue
        claim.holds(f"./dev {command} ends with", "0", found[1], found[1] == "0")
        claim.at_most(f"./dev {command} takes", minutes, int(found[2]) / 60, "minutes")
    claim.finish()


main()

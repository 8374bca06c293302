"""before.py PROGRAM: what 0.1 said, under the committed map of names – the same bytes.

tests/data/before holds 0.1's answers; names.json says which names and sentences are others now, and which numbers in
1/1000 became a share {part, whole}, which says more: the old number must follow from it. Figures that 0.1 did not have
must be 0; what later versions say besides (goals) is left out.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = ""
ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "examples" / "data"
BEFORE = ROOT / "tests" / "data" / "before"
DAY = str(DATA / "day.json")
PRICES = ["--prices", str(DATA / "prices.csv"), "--rules", str(DATA / "price_rules.csv"), "--id", "demo"]
WARRANTY = ["--policies", str(DATA / "policies.csv"), "--calendar", str(DATA / "holidays-cn")]
# Of no version are: the engine's, and the hash of a problem, which holds the version of the system's time zones.
VERSION = re.compile(r'"engine_version": "[^"]*"')
HASH = re.compile(r'"problem": "[0-9a-f]{16}"')


def plain(text: str) -> str:
    return HASH.sub('"problem": ""', VERSION.sub('"engine_version": ""', text))


def old(name: str) -> str:
    text = (BEFORE / f"{name}.json").read_text(encoding="utf-8").replace('"schema_version": 1', '"schema_version": 2')
    known = json.loads((BEFORE / "names.json").read_text(encoding="utf-8"))
    names = known["renamed"]
    for was, now in known["said"].items():
        text = text.replace(was, now)
    text = re.sub(r'"(\w+)":', lambda found: f'"{names.get(found[1], found[1])}":', text)
    return plain(text)


def given(name: str) -> str:
    """What 0.1 wrote and this version still understands, under its own number."""
    path = Path(tempfile.gettempdir()) / f"paidan_before_{name}_{os.getpid()}.json"
    planned = subprocess.run([PROGRAM, "plan", DAY, "--iterations", "0"], capture_output=True, timeout=120, check=True)
    own = json.loads(planned.stdout)["problem"]
    path.write_text(old(name).replace('"problem": ""', f'"problem": "{own}"'), encoding="utf-8")
    atexit.register(path.unlink, missing_ok=True)
    return str(path)


def new(*words: str) -> str:
    done = subprocess.run([PROGRAM, *words], capture_output=True, timeout=120, check=False)
    if done.returncode != 0:
        raise AssertionError(f"paidan {words}: {done.stderr.decode()}")
    text = done.stdout.decode()
    for added in json.loads((BEFORE / "names.json").read_text(encoding="utf-8"))["added"]:
        text = re.sub(rf'\s*"{added}": 0,', "", text)
    for later in json.loads((BEFORE / "names.json").read_text(encoding="utf-8"))["later"]:
        text = re.sub(later, "", text)
    for share in json.loads((BEFORE / "names.json").read_text(encoding="utf-8"))["shares"]:
        text = re.sub(
            rf'"{share}": \{{\s*"part": (\d+),\s*"whole": (\d+)\s*\}}',
            lambda found, name=share: f'"{name}": {(int(found[1]) * 2000 + int(found[2])) // (2 * int(found[2]))}',
            text,
        )
    return plain(text)


class Before(unittest.TestCase):
    maxDiff = None

    def same(self, name: str, *words: str) -> None:
        self.assertEqual(old(name), new(*words))

    def test_a_document_of_0_1_is_refused_with_a_sentence(self) -> None:
        for kind in ("plan", "report", "bill", "estimate", "claim"):
            words = [PROGRAM, "validate", kind, str(BEFORE / f"{kind}.json")]
            done = subprocess.run(words, capture_output=True, timeout=120, check=False)
            self.assertEqual(done.returncode, 2)
            errors = json.loads(done.stderr)["errors"]
            self.assertEqual([one["code"] for one in errors], ["other_schema_version"], kind)
            self.assertIn("cannot be read by this release", errors[0]["message"])

    def test_plans(self) -> None:
        # Another search than that of 0.1 finds another plan that is as good: the same costs, term by term, and form.
        was, now = (json.loads(text) for text in (old("plan"), new("plan", DAY, "--iterations", "20000")))
        for field in ("cost", "total_cost", "unassigned"):
            self.assertEqual(was[field], now[field])
        self.assertEqual(list(was), list(now))
        for first, second in zip(was["routes"], now["routes"], strict=True):
            self.assertEqual(list(first), list(second))
            self.assertEqual(
                {key for stop in first["stops"] for key in stop}, {key for stop in second["stops"] for key in stop}
            )
        self.same("baseline", "plan_baseline", DAY, "--baseline", "best_rating")
        self.same("report", "evaluate", DAY, given("plan"))

    def test_reasons(self) -> None:
        plan = given("plan")
        self.same("why_not", "why_not", DAY, plan, "2084", "W", "--lang", "zh")
        self.same("unassigned", "why_unassigned", DAY, plan, "2084", "--lang", "en")

    def test_matches(self) -> None:
        self.same("match", "match", DAY, "--capacity", "2", "--lang", "zh")
        self.same("match_canonical", "match", DAY, "--max-candidates", "1", "--canonical")
        self.same("pair_answer", "pair_answer", DAY, "2082", "W", "--must-serve", "2081", "--lang", "zh")

    def test_money(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            quote, bill, request = (f"{folder}/{name}.json" for name in ("quote", "bill", "request"))
            asked = ["--request", given("quote_request")]
            self.same("quote", "quote", *PRICES, *asked, "--lang", "zh")
            new("quote", *PRICES, *asked, "--output", quote)
            self.same("bill", "bill", quote, "fixed")
            new("bill", quote, "fixed", "--output", bill)
            self.same("audit", "audit", bill, given("charges"), "--lang", "zh")
            new("estimate_request", str(DATA / "catalog.csv"), "冰箱不制冷", "--output", request)
            self.same("estimate", "estimate", *PRICES, "--request", request)

    def test_warranty(self) -> None:
        claim = ["--claim", given("claim")]
        self.same("verdict", "verdict", *WARRANTY, *claim, "--lang", "zh")
        self.same("counterfactual", "counterfactual", *WARRANTY, *claim)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()

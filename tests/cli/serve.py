"""serve.py PROGRAM: `paidan serve` from outside – one JSON request a line in, one answer a line out."""

from __future__ import annotations

import json
import subprocess
import unittest

from program import CLAIM, PROGRAM, ProgramCase, answer


class Serve(ProgramCase):
    def test_serve_keeps_what_is_loaded_by_handle(self) -> None:
        problem = json.loads(self.file("problem.json"))
        replies = self.serve(
            {"id": 1, "do": "load", "kind": "problem", "document": problem},
            {"id": "two", "do": "plan", "problem": "problem1", "seed": 3, "iterations": 50, "keep": True},
            {"id": 3, "do": "evaluate", "problem": "problem1", "plan": "plan2"},
            {"id": 4, "do": "why_unassigned", "problem": "problem1", "plan": "plan2", "order": "A4", "lang": "zh"},
            {"id": 5, "do": "match", "problem": "problem1", "lang": "en"},
            {"id": 6, "do": "list"},
            {"id": 10, "do": "match", "problem": "problem1", "must_serve": ["A4"], "lang": "zh"},
            {"id": 11, "do": "match", "problem": "problem1", "forced": ["A1"]},
            {"id": 12, "do": "match", "problem": "problem1", "forced": "A1:G1"},
            {"id": 7, "do": "drop", "handle": "problem1"},
            {"id": 8, "do": "evaluate", "problem": "problem1", "plan": "plan2"},
            {"id": 9, "do": "match", "problem": "problem1"},
        )
        self.assertEqual([one["id"] for one in replies], [1, "two", 3, 4, 5, 6, 10, 11, 12, 7, 8, 9])
        self.assertEqual([one["ok"] for one in replies], [True] * 7 + [False] * 2 + [True] + [False] * 2)
        self.assertEqual(replies[0]["handle"], "problem1")
        self.assertEqual(replies[0]["notices"][0]["code"], "nobody_skilled")
        self.assertEqual(replies[1]["handle"], "plan2")
        by_command = answer("plan", *self.problem, "--seed", "3", "--iterations", "50")
        self.assertEqual(replies[1]["result"], by_command)
        self.assertTrue(replies[2]["result"]["valid"])
        self.assertIn("防水", replies[3]["text"])
        self.assertEqual(replies[5]["result"]["problem"], ["problem1"])
        self.assertIn(
            "派不出去" if len(replies[6]["result"]["shortages"][0]["shifts"]) else "没有师傅能接", replies[6]["text"]
        )
        self.assertEqual([one["errors"][0]["code"] for one in replies[7:9]], ["wrong_type", "wrong_type"])
        self.assertEqual(replies[11]["errors"][0]["message"], "problem: unknown handle 'problem1'")

    def test_serve_prices_and_judges(self) -> None:
        book = {
            "schema_version": 2,
            "id": "demo",
            "rows": [
                {"code": "X", "service": "检修", "price_min": "30", "price_max": 30, "kind": "fixed", "source": "S3"}
            ],
        }
        policies = {
            "schema_version": 2,
            "policies": [{"id": "p", "category": "*", "term": 90, "source": "own", "reading": "literal"}],
        }
        calendar = {"schema_version": 2, "days": [], "years": [2024]}
        facts = {"schema_version": 2, "items": [{"code": "X", "quantity": 2}]}
        replies = self.serve(
            {"do": "load", "kind": "prices", "document": book},
            {"do": "quote", "prices": "prices1", "request": facts, "lang": "en", "keep": True},
            {"do": "bill", "quote": "quote2", "outcome": "not_fixed"},
            {"do": "load", "kind": "policies", "document": policies},
            {"do": "load", "kind": "calendar", "document": calendar},
            {"do": "verdict", "policies": "policies3", "calendar": "calendar4", "claim": CLAIM | {"same_fault": True}},
            {"do": "quote", "prices": "prices1", "request": {"schema_version": 2, "items": [{"cod": "X"}]}},
            {"do": "schema", "kind": "quote"},
            {"do": "validate", "kind": "claim", "document": CLAIM | {"claim_date": "soon"}},
        )
        self.assertEqual(replies[1]["result"]["total"]["amount"], "60.00")
        self.assertTrue(replies[1]["text"])
        self.assertEqual(replies[2]["result"]["total"]["amount"], "0.00")
        self.assertEqual(replies[5]["result"]["status"], "not_covered")
        self.assertEqual(replies[6]["errors"][0]["path"], "request.items[0]")
        self.assertEqual(replies[7]["result"], answer("schema", "quote"))
        self.assertEqual(replies[8]["errors"][0]["path"], "claim_date")

    def test_serve_survives_bad_lines(self) -> None:
        replies = self.serve(
            "not json",
            "[1, 2]",
            '{"id": 5, "do": "fly"}',
            '{"id": 6, "do": "plan", "problm": "problem1"}',
            '{"id": 7}',
            b'{"id": 8, "do": "list", "x": "\xff\xff"}',
            "   ",
            '{"id": 9, "do": "load", "kind": "problem", "document": {"schema_version": 2, "zone": "Mars"}}',
            '{"id": 10, "do": "list"}',
        )
        self.assertEqual([one["id"] for one in replies], [None, None, 5, 6, 7, None, 9, 10])
        self.assertEqual([one["ok"] for one in replies], [False] * 7 + [True])
        codes = [one["errors"][0]["code"] for one in replies[:7]]
        self.assertEqual(
            codes,
            [
                "bad_json",
                "wrong_type",
                "unknown_operation",
                "unknown_field",
                "missing",
                "wrong_encoding",
                "unknown_zone",
            ],
        )
        self.assertTrue(replies[6]["errors"][0]["path"].startswith("document."))
        self.assertEqual(len(self.serve({"do": "quit"}, {"do": "list"})), 1)

    def test_serve_skips_overlong_lines_in_bounded_memory(self) -> None:
        long = b'{"do": "list", "x": "' + b"y" * 50_000_000 + b'"}'
        words = [PROGRAM, "serve", "--max-line", "100000"]
        limited = 'ulimit -v 400000; exec "$@"' if "asan" not in PROGRAM and "tsan" not in PROGRAM else 'exec "$@"'
        data = long + b'\n{"id": 2, "do": "list"}\n'
        done = subprocess.run(
            ["bash", "-c", limited, "bash", *words], input=data, capture_output=True, timeout=120, check=False
        )
        replies = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([one["ok"] for one in replies], [False, True], done.stderr)
        self.assertEqual(
            replies[0]["errors"][0]["message"],
            "the file has more than 100000 bytes in a line, the limit of this reader",
        )


if __name__ == "__main__":
    unittest.main()

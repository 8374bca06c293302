"""What the tests of the program share: it is the first argument of each of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = sys.argv.pop(1)
ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "examples" / "data"

ORDERS = """# 说明,"随便写
工单号,创建时间,地址,纬度,经度,时长(分钟),技能,预约时间,优先级,上次师傅
A1,2024-07-08 09:12,建国路甲1号,39.9087,116.4605,60,制冷:2,2024-07-09 10:00,1,
A2,2024-07-08 10:40,中关村,39.9590,116.3160,45,燃气:2,,2,
A3,2024-07-08 15:05,方庄路10号,39.8650,116.4330,30,电工,2024-07-10 14:30,0,G2
A4,2024-07-08 15:05,方庄路10号,39.8650,116.4330,30,防水,,0,
"""
TECHNICIANS = """工号,姓名,纬度,经度,上班,下班,工作日,技能,评分
G1,王师傅,39.9200,116.4400,08:30,17:30,周一至周六,燃气:2;制冷:3,4.9
G2,李师傅,39.8800,116.4100,09:00,18:00,1-5,电工:2;制冷,4.7
"""
CLAIM = {"schema_version": 2, "category": "appliance", "service_date": "2024-07-08", "claim_date": "2024-10-08"}
QUOTE = {
    "schema_version": 2,
    "order": "A1",
    "date": "2024-07-08",
    "items": [{"code": "S3-105"}, {"code": "S1-054"}],
    "measures": [{"name": "one_way_km", "value": 26}],
}


def run(*words: str, text: str | bytes = "", code: int = 0) -> subprocess.CompletedProcess[bytes]:
    data = text.encode() if isinstance(text, str) else text
    done = subprocess.run([PROGRAM, *words], input=data, capture_output=True, timeout=120, check=False)
    if done.returncode != code:
        raise AssertionError(f"paidan {words}: exit code {done.returncode}, not {code}\n{done.stderr.decode()}")
    return done


def quiet(stderr: bytes) -> bool:
    """Nothing but what is odd about the problem."""
    return not stderr or json.loads(stderr)["kind"] == "notices"


def answer(*words: str, text: str | bytes = "") -> dict:
    done = run(*words, text=text)
    assert quiet(done.stderr), done.stderr
    return json.loads(done.stdout)


def errors(*words: str, text: str | bytes = "") -> list[dict]:
    done = run(*words, text=text, code=2)
    assert done.stdout == b"", done.stdout
    # Errors, and nothing else, so that a host can read it.
    return json.loads(done.stderr)["errors"]


def conforms(value: object, schema: dict, root: dict) -> str:
    """The part of JSON Schema that the program writes; the first complaint, or nothing."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        return conforms(value, root["$defs"][name], root)
    if "oneOf" in schema:
        fits = [one for one in schema["oneOf"] if not conforms(value, one, root)]
        return "" if len(fits) == 1 else f"{value!r} fits {len(fits)} forms"
    if "const" in schema and value != schema["const"]:
        return f"{value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        return f"{value!r} is not in {schema['enum']}"
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
    wanted = schema.get("type", [])
    wanted = wanted if isinstance(wanted, list) else [wanted]
    boolean = isinstance(value, bool)
    if wanted and not any(isinstance(value, kinds[kind]) and (not boolean or kind == "boolean") for kind in wanted):
        return f"{value!r} is no {wanted}"
    if "minimum" in schema and isinstance(value, (int, float)) and not schema["minimum"] <= value <= schema["maximum"]:
        return f"{value!r} is out of range"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        return f"{value!r} does not match {schema['pattern']}"
    if isinstance(value, list):
        for one in value:
            if complaint := conforms(one, schema["items"], root):
                return complaint
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                return f"{key} is missing"
        for key, one in value.items():
            if key not in schema["properties"]:
                return f"{key} is not described"
            if complaint := conforms(one, schema["properties"][key], root):
                return f"{key}: {complaint}"
    return ""


class ProgramCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = Path(cls.folder.name)
        (cls.path / "orders.csv").write_text(ORDERS, encoding="utf-8")
        (cls.path / "technicians.csv").write_text(TECHNICIANS, encoding="gb18030")
        cls.tables = ["--orders", str(cls.path / "orders.csv"), "--technicians", str(cls.path / "technicians.csv")]
        cls.tables += ["--zone", "Asia/Shanghai"]
        run("problem", *cls.tables, "--output", str(cls.path / "problem.json"))
        cls.problem = ["--problem", str(cls.path / "problem.json")]
        run("plan", *cls.problem, "--iterations", "200", "--output", str(cls.path / "plan.json"))
        cls.prices = ["--prices", str(DATA / "prices.csv"), "--rules", str(DATA / "price_rules.csv"), "--id", "demo"]
        cls.policies = ["--policies", str(DATA / "policies.csv"), "--calendar", str(DATA / "holidays-cn")]

    @classmethod
    def tearDownClass(cls) -> None:
        cls.folder.cleanup()

    def file(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def serve(self, *requests: dict | str | bytes, options: tuple[str, ...] = ()) -> list[dict]:
        lines = [
            one
            if isinstance(one, bytes)
            else (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)).encode()
            for one in requests
        ]
        done = run("serve", *options, text=b"\n".join(lines) + b"\n")
        self.assertEqual(done.stderr, b"")
        return [json.loads(line) for line in done.stdout.splitlines()]

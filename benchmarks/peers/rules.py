"""zen-engine on both tables of rules_tables.py: decisions a second, asked one after the other, and its answers, as JSON. Time is
that of the processor or the wall, whichever is shorter: work of others on the machine does not count against it. Run in the
environment that `./dev peers` makes."""

import json
import time

import zen
from rules_tables import TABLES, Rules

DECISIONS = {"small": 20_000, "large": 3_000}


def decision(names: list[str], rows: Rules) -> zen.ZenDecision:
    columns = [{"id": f"c{k}", "name": name, "type": "expression", "field": name} for k, name in enumerate(names)]
    rules = [
        {"_id": f"r{i}", **{f"c{k}": cell for k, cell in enumerate(cells)}, "o": str(fee)}
        for i, (cells, fee) in enumerate(rows)
    ]
    content = {
        "hitPolicy": "first",
        "inputs": columns,
        "outputs": [{"id": "o", "name": "fee", "type": "expression", "field": "fee"}],
        "rules": rules,
    }
    place = {"x": 0, "y": 0}
    graph = {
        "nodes": [
            {"id": "i", "name": "in", "type": "inputNode", "position": place},
            {"id": "t", "name": "table", "type": "decisionTableNode", "position": place, "content": content},
            {"id": "o", "name": "out", "type": "outputNode", "position": place},
        ],
        "edges": [
            {"id": "a", "sourceId": "i", "targetId": "t", "type": "edge"},
            {"id": "b", "sourceId": "t", "targetId": "o", "type": "edge"},
        ],
    }
    return zen.ZenEngine().create_decision(json.dumps(graph))


def main() -> None:
    found = {}
    for name, (table, asked) in TABLES.items():
        engine = decision(*table)
        for one in asked[:200]:
            engine.evaluate(one)
        count = DECISIONS[name]
        begun, used = time.perf_counter(), time.process_time()
        for i in range(count):
            engine.evaluate(asked[i % len(asked)])
        rate = count / min(time.perf_counter() - begun, time.process_time() - used)
        found[name] = {"rate": rate, "answers": [engine.evaluate(one)["result"].get("fee") for one in asked]}
    print(json.dumps(found))


main()

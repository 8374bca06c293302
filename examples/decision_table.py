"""A call-out fee that people keep in a spreadsheet: decided exactly, explained, and checked for gaps."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pandas as pd
from paidan import rules

table = rules.DecisionTable.from_csv(Path(__file__).parent / "data" / "callout_fee.csv")

decision = table.evaluate({"服务": "维修", "里程": 7.1, "日期": dt.date(2024, 7, 8), "加急": False})
print(decision.value, decision.rules)
assert decision.value == Decimal("44.2")

why = table.explain({"服务": "清洗", "里程": 3, "日期": dt.date(2024, 10, 2), "加急": True})
print(why.text(language="zh"))
assert why.matching[0].annotations["来源"] == "节假日加价公告"

# A whole month at once.
orders = pd.DataFrame(
    {
        "服务": ["维修", "安装", "清洗"],
        "里程": [2.5, 12.0, 8.0],
        "日期": pd.to_datetime(["2024-10-03", "2024-10-03", "2024-10-20"]),
        "加急": [True, False, False],
    }
)
orders["费用"] = table.evaluate_many(orders).values
print(orders)
assert orders["费用"].tolist() == [90, 0, 46]

# Somebody edits the sheet: 5 km now belong to no rule.
edited = rules.DecisionTable.from_csv(table.to_csv().replace("[0..5]", "[0..5)"))
for finding in edited.lint().findings:
    print(finding.text(language="zh"))
assert not table.lint().findings
assert {finding.kind for finding in edited.lint().findings} == {"gap"}

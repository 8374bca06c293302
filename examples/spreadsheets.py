"""Spreadsheets in and out: the host's own headings, Chinese ones, Excel, GB18030 – and every slip named at once."""

import datetime as dt
import tempfile
from pathlib import Path

import paidan
import pandas as pd
from paidan import frames

DAY = dt.date(2024, 7, 9)

# As a CRM exports it. 报修编号 and 项目 are its own words; the other headings are known in Chinese.
orders = pd.DataFrame(
    {
        "报修编号": ["A1001", "A1002", "A1003"],
        "项目": ["冰箱不制冷", "燃气灶打不着火", "换灯"],
        "地址": ["国贸", "五道口", "西单"],
        "纬度": [39.9087, 39.9920, 39.9130],
        "经度": [116.4605, 116.3380, 116.3740],
        "时长(分钟)": [75, 60, None],  # blank: the default of 60
        "技能": ["制冷:2", "燃气:2", "电工"],
        "预约时间": ["2024-07-09 10:00", None, "2024-07-09 14:30"],
        "服务日期": [None, DAY, None],
    }
)
technicians = pd.DataFrame(
    {
        "工号": ["G01", "G02"],
        "姓名": ["王师傅", "李师傅"],
        "纬度": [39.9400, 39.8650],
        "经度": [116.4340, 116.4330],
        "上班": ["08:30", "09:00"],
        "下班": ["17:30", "18:00"],
        "技能": ["制冷:3;燃气:2", "电工:2"],
    }
)
own = {"报修编号": "order", "项目": "name"}

with tempfile.TemporaryDirectory() as name:
    workbook, text = Path(name, "工单.xlsx"), Path(name, "师傅.csv")
    orders.to_excel(workbook, index=False)
    technicians.to_csv(text, index=False, encoding="gb18030")
    problem = frames.read_problem(workbook, text, datum="gcj02", order_columns=own)
assert problem == frames.read_problem(orders, technicians, datum="gcj02", order_columns=own)

plan = paidan.plan(problem, iterations=5_000)
table = plan.to_frame()
print(table.to_string(index=False))
assert set(table["order"].dropna()) == {"A1001", "A1002", "A1003"}

# Three slips in one table: all of them are reported, with the rows that a spreadsheet shows.
orders["预约时间"] = ["2024-07-09 10:00", "2024-13-09 10:00", "2024-07-09 14:30"]
orders["时长(分钟)"] = ["75", "60", "一会儿"]
orders["纬度"] = ["39.9°", 39.9920, 39.9130]
errors: list[paidan.Error] = []
try:
    frames.read_problem(orders, technicians, datum="gcj02", order_columns=own)
except paidan.InvalidInput as wrong:
    errors = wrong.errors
for error in errors:
    print(error.message("zh"))
assert [error.row for error in errors] == [2, 3, 4]

"""Tables of a size that platforms have: 50,000 rows of 20 columns from Excel and from CSV, each read in a process of its own.

Asked: the workbook in 10 s and 1 GiB of memory, the CSV in 1 s. The time is from the call to the finished rows of the engine's
table; of the CSV it is that of the order table alone, judged and with its notices.
"""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from _claim import BUILD, Claim, skip

ROWS = 50_000
HEAD = [
    "工单号",
    "名称",
    "创建时间",
    "地址",
    "纬度",
    "经度",
    "时长",
    "技能",
    "配件",
    "预约时间",
    "服务日期",
    "优先级",
    "上次师傅",
    "班组",
    "语言",
    "备注",
    "城市",
    "来源",
    "客户",
    "金额",
]

READ = """
import json, resource, sys, time, warnings
warnings.simplefilter("ignore")
from paidan import frames
start = time.perf_counter()
sheet = frames.read_orders(sys.argv[1])
seconds = time.perf_counter() - start
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"orders": len(sheet.orders), "seconds": seconds, "mib": memory}))
"""


def rows() -> list[list[object]]:
    made = []
    for n in range(ROWS):
        day = 8 + n % 7
        made.append(
            [
                f"A{n}",
                f"报修{n % 97}",
                f"2024-07-0{1 + n % 7} 09:{n % 60:02}",
                f"建国路{n}号",
                39.8 + n % 400 * 0.0005,
                116.3 + n % 300 * 0.0007,
                30 + n % 4 * 15,
                "制冷:2;电工" if n % 3 else "燃气",
                "sensor:1" if n % 5 == 0 else "",
                f"2024-07-{day:02} {9 + n % 8}:00-{11 + n % 8}:00" if n % 2 else "",
                f"2024-07-{day:02}",
                n % 3,
                "",
                "",
                "",
                f"备注{n % 53}",
                "北京",
                "小程序",
                f"客户{n}",
                88.5 + n % 11,
            ]
        )
    return made


def measured(path: Path) -> dict[str, float]:
    command = [sys.executable, "-c", READ, str(path)]
    runs = []
    for _ in range(3):
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
        runs.append(json.loads(done.stdout))
    return min(runs, key=lambda one: one["seconds"])


def main() -> None:
    try:
        import openpyxl
        import python_calamine  # noqa: F401
    except ModuleNotFoundError as missing:
        skip(f"{missing.name} is not installed")
    if not (BUILD / "python").exists():
        skip("the Python module is not built (./dev build)")
    claim = Claim()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "orders.csv")
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEAD, *rows()])
        book = openpyxl.Workbook(write_only=True)
        page = book.create_sheet("工单")
        for row in [HEAD, *rows()]:
            page.append(row)
        book.save(Path(folder, "orders.xlsx"))
        excel = measured(Path(folder, "orders.xlsx"))
        plain = measured(table)
    claim.holds(
        "orders read of both",
        f"{ROWS} each",
        f"{excel['orders']} and {plain['orders']}",
        excel["orders"] == plain["orders"] == ROWS,
    )
    claim.at_most(f"{ROWS} × {len(HEAD)} from .xlsx", 10, excel["seconds"], "s")
    claim.at_most("… its process at most", 1024, excel["mib"], "MiB")
    claim.at_most(f"{ROWS} × {len(HEAD)} from .csv", 1, plain["seconds"], "s")
    claim.finish()


main()

"""A national week: 140,000 orders of 300 cities in one file, split by city, planned on 2 processes, a page each and one for all.

Asked: 30 minutes on 2 cores. Orders are drawn from a seed around 300 centres, 40 an engineer and week; the pages are then counted and
the figures of the national one added up from the exported tables of the cities.
"""

import argparse
import csv
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _claim import BUILD, Claim, skip

SKILLS = ["制冷", "燃气", "电工", "水暖", "家电"]


def write_tables(folder: Path, cities: int, orders: int) -> None:
    draw = random.Random(20240708)
    with (
        Path(folder, "orders.csv").open("w", encoding="utf-8", newline="") as order_file,
        Path(folder, "technicians.csv").open("w", encoding="utf-8", newline="") as people_file,
    ):
        order_rows, people_rows = csv.writer(order_file), csv.writer(people_file)
        order_rows.writerow(
            [
                "城市",
                "工单号",
                "名称",
                "创建时间",
                "地址",
                "纬度",
                "经度",
                "时长",
                "技能",
                "预约时间",
                "服务日期",
                "优先级",
            ]
        )
        people_rows.writerow(
            [
                "城市",
                "工号",
                "姓名",
                "纬度",
                "经度",
                "上班",
                "下班",
                "工作日",
                "技能",
                "评分",
                "可加班",
                "午休",
                "午休最早",
                "午休最晚",
            ]
        )
        for city in range(cities):
            lat, lon = 25 + draw.random() * 15, 105 + draw.random() * 15
            count = orders // cities + (city < orders % cities)
            for n in range(count):
                day, hour = 8 + draw.randrange(7), 8 + draw.randrange(9)
                agreed = f"2024-07-{day:02} {hour:02}:00" if draw.random() < 0.6 else ""
                order_rows.writerow(
                    [
                        f"城市{city}",
                        f"C{city}-{n}",
                        f"报修{n % 50}",
                        f"2024-07-{max(1, day - 2):02} 10:00",
                        f"{city}区{n}号院",
                        f"{lat + draw.gauss(0, 0.06):.5f}",
                        f"{lon + draw.gauss(0, 0.07):.5f}",
                        draw.choice([30, 45, 60, 90]),
                        f"{draw.choice(SKILLS)}:{draw.choice([1, 1, 2])}",
                        agreed,
                        f"2024-07-{day:02}",
                        draw.randrange(3),
                    ]
                )
            for n in range(max(3, count // 40)):
                held = ";".join(f"{skill}:{draw.choice([1, 2, 3])}" for skill in draw.sample(SKILLS, 3))
                people_rows.writerow(
                    [
                        f"城市{city}",
                        f"T{city}-{n}",
                        f"师傅{n}",
                        f"{lat + draw.gauss(0, 0.05):.5f}",
                        f"{lon + draw.gauss(0, 0.05):.5f}",
                        "08:30",
                        "17:30",
                        draw.choice(["周一至周五", "周一至周六", "每天"]),
                        held,
                        draw.choice([4.2, 4.6, 4.9]),
                        60,
                        45,
                        "11:30",
                        "12:30",
                    ]
                )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--cities", type=int, default=300)
    parser.add_argument("--orders", type=int, default=140_000)
    sizes = parser.parse_args([word for option in sys.argv[1:] for word in option.split("=", 1)])
    if not (BUILD / "python").exists():
        skip("the Python module is not built (./dev build)")
    claim = Claim()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_tables(folder, sizes.cities, sizes.orders)
        command = [sys.executable, "-m", "paidan", "week", "--orders", str(folder / "orders.csv")]
        command += [
            "--technicians",
            str(folder / "technicians.csv"),
            "--report",
            str(folder / "all.html"),
            "--by",
            "城市",
        ]
        command += ["--datum", "wgs84", "--processes", "2", "--results", str(folder / "out"), "--lang", "en"]
        start = time.monotonic()
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        minutes = (time.monotonic() - start) / 60
        pages = list((folder / "all-cities").glob("*.html"))
        page = (folder / "all.html").read_text(encoding="utf-8")
        last: dict[tuple[str, str], str] = {}
        for table in (folder / "out").glob("*/orders.csv"):
            with table.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    last[table.parent.name, row["order"]] = row["state"]
        served = sum(state == "served" for state in last.values())
        shown = re.search(r"([\d,]+) orders in all = ([\d,]+) served", page)
        found = (int(shown[1].replace(",", "")), int(shown[2].replace(",", ""))) if shown else (0, 0)
    claim.holds("pages of cities", f"{sizes.cities}", f"{len(pages)}", len(pages) == sizes.cities)
    claim.holds(
        "orders and served on the national page, from the cities' tables",
        f"{(len(last), served)}",
        f"{found}",
        found == (len(last), served) and len(last) == sizes.orders,
    )
    claim.at_most(
        f"{sizes.orders:,} orders of {sizes.cities} cities on 2 processes", 30 * sizes.orders / 140_000, minutes, "min"
    )
    claim.finish()


main()

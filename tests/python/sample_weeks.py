"""Weeks to look at: a small one, and an ordinary one with everything that makes a page hard to set."""

from __future__ import annotations

import csv
import random
from pathlib import Path

from paidan.__main__ import main

LONG_NAME = "阿卜杜热合曼·买买提依明"
LONG_PLACE = "朝阳区望京街道阜通东大街望京花园西区{}(北门进,车停地下二层访客区)6号楼"
SERVICES = (
    "空调不制冷",
    "燃气灶打不着火",
    "跳闸",
    "水管漏水",
    "洗衣机不脱水",
    "门禁对讲机无声且无法远程开门(物业已看过)",
)
SKILLS = ("制冷:2", "燃气", "电工", "水暖", "家电:2", "")
ORDERS = ("工单号", "名称", "创建时间", "地址", "纬度", "经度", "时长", "技能", "预约时间", "服务日期", "配件")
PEOPLE = ("工号", "姓名", "纬度", "经度", "上班", "下班", "工作日", "技能", "午休", "午休最早", "午休最晚", "可加班")
UNSERVED = "W-20240708-防水补漏-0001"
"""Nobody in the ordinary week has the skill for it."""


def _write(path: Path, head: tuple[str, ...], rows: list[tuple[object, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)
    return path


def small(folder: Path) -> list[str]:
    """Three orders of one day, two technicians."""
    orders: list[tuple[object, ...]] = [
        (f"A{n}", SERVICES[n], "", f"建国路{n}号", 39.9 + n / 100, 116.4, 60, "", f"2024-07-08 1{n}:00", "", "")
        for n in range(3)
    ]
    people: list[tuple[object, ...]] = [
        (f"T{n}", f"{'王李'[n]}师傅", 39.9, 116.4, "08:30", "17:30", "周一至周五", "", 45, "11:30", "12:30", "")
        for n in range(2)
    ]
    return _given(folder, orders, people)


def ordinary(folder: Path, count: int = 150) -> list[str]:
    """``count`` orders of a week and 12 technicians: names and addresses as long as they come, several orders at one address, more
    appointments than can be kept, a technician whom nobody needs, one with the name of another, orders nobody can take.
    """
    draw = random.Random(20240708)
    orders: list[tuple[object, ...]] = []
    for n in range(count):
        day, kind = 8 + min(5, n % 7), draw.randrange(6)
        lat, lon = 39.9 + draw.gauss(0, 0.05), 116.42 + draw.gauss(0, 0.06)
        if n % 9 == 0 and orders:  # the same building again
            lat, lon = float(str(orders[-1][4])), float(str(orders[-1][5]))
        agreed = f"2024-07-{day:02} {draw.choice((9, 9, 10, 10, 14, 16)):02}:00" if draw.random() < 0.7 else ""
        place = LONG_PLACE.format(n) if n % 11 == 0 else f"{draw.choice('东西南北')}大街{n}号"
        parts = "压缩机启动电容35µF:2;R32:1" if kind == 0 else ""
        orders.append(
            (f"W-202407{day:02}-{n:04}", SERVICES[kind], "2024-07-05 10:00", place, f"{lat:.5f}", f"{lon:.5f}",
             draw.choice((45, 60, 90, 150)), SKILLS[kind], agreed, f"2024-07-{day:02}", parts)
        )  # fmt: skip
    orders.append(
        (
            UNSERVED,
            "卫生间防水",
            "",
            LONG_PLACE.format("甲"),
            39.91,
            116.41,
            120,
            "防水",
            "2024-07-08 10:00",
            "2024-07-08",
            "",
        )
    )
    orders.append(("W-2", "同一小区", "", "小区二号院", 39.91, 116.41, 540, "防水;电工:3", "", "2024-07-09", ""))
    names = [
        "王建国",
        "李国强",
        LONG_NAME,
        "王建国",
        "Wolfeschlegelsteinhausen-Bergerdorff",
        "欧阳娜娜",
        "赵六",
        "钱七",
        "孙八",
    ]
    people: list[tuple[object, ...]] = []
    for n, name in enumerate([*names, "周九", "吴十", "闲师傅"], 1):
        held = (
            "焊接"
            if name == "闲师傅"
            else ";".join(f"{one.split(':')[0]}:{draw.choice((1, 2, 3))}" for one in draw.sample(SKILLS[:5], 3))
        )
        lat, lon = 39.9 + draw.gauss(0, 0.04), 116.42 + draw.gauss(0, 0.04)
        days = draw.choice(("周一至周五", "周一至周六", "每天"))
        people.append(
            (f"T{n}", name, f"{lat:.5f}", f"{lon:.5f}", "08:30", "17:30", days, held, 45, "11:30", "12:30", 60)
        )
    return _given(folder, orders, people)


def national(folder: Path) -> list[str]:
    """60 orders of the same kind in three cities, one with a long name: for ``--by 城市``."""
    given = ordinary(folder, 60)
    cities = ("北京", "乌鲁木齐经济技术开发区", "上海")
    for path in (Path(given[1]), Path(given[3])):
        with path.open(encoding="utf-8", newline="") as file:
            head, *table = csv.reader(file)
        _write(path, ("城市", *head), [(cities[n % 3], *row) for n, row in enumerate(table)])
    return [*given, "--by", "城市", "--processes", "1"]


def _given(folder: Path, orders: list[tuple[object, ...]], people: list[tuple[object, ...]]) -> list[str]:
    return [
        "--orders",
        str(_write(folder / "orders.csv", ORDERS, orders)),
        "--technicians",
        str(_write(folder / "technicians.csv", PEOPLE, people)),
        "--datum",
        "wgs84",
    ]


def page_of(given: list[str], folder: Path, language: str, *more: str) -> str:
    """The page that `paidan week` writes; its tables are in ``folder / "out"``."""
    path = folder / f"page.{language}.html"
    code = main(["week", *given, "--report", str(path), "--lang", language, "--results", str(folder / "out"), *more])
    assert code == 0, code
    return path.read_text(encoding="utf-8")

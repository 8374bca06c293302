"""Crews and linked orders on the page of a week and in its tables."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import paidan
import pytest
from paidan.__main__ import main
from paidan.report.masks import masked_but
from paidan.week.inputs import read_week
from paidan.week.jobs import crew_mates, linked_groups

ORDERS = """order,name,place,lat,lon,day,crew
A1,Outdoor unit,Garden,39.9,116.4,2024-07-08,2
A2,Move to Apt #7,Hill,39.91,116.4,2024-07-08,3
A3,Filter,Garden,39.9,116.4,2024-07-{second},2
"""
PEOPLE = "technician,lat,lon,start,end\n" + "".join(f"T{n},39.9,116.4,8:00,17:00\n" for n in range(2))


def given(folder: Path, second: str) -> tuple[Path, Path]:
    orders, people = folder / "o.csv", folder / "t.csv"
    orders.write_text(ORDERS.format(second=second), encoding="utf-8")
    people.write_text(PEOPLE, encoding="utf-8")
    return orders, people


def test_the_number_of_a_crew_mate_is_no_door_number(tmp_path: Path) -> None:
    orders, people = given(tmp_path, "08")
    words = ["week", "--orders", str(orders), "--technicians", str(people), "--lang", "en", "--iterations", "20"]
    assert main([*words, "--report", str(tmp_path / "r.html"), "--results", str(tmp_path / "out")]) == 0
    with (tmp_path / "out" / "orders.csv").open(encoding="utf-8-sig", newline="") as file:
        names = {row["order"]: row["order_name"] for row in csv.DictReader(file)}
    assert names == {
        "A1": "Outdoor unit",
        "A1#2": "Outdoor unit #2",
        "A2": "Move to Apt #*",
        "A2#2": "Move to Apt #* #2",
        "A2#3": "Move to Apt #* #3",
        "A3": "Filter",
        "A3#2": "Filter #2",
    }
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Outdoor unit #2" in page
    assert "Outdoor unit #*" not in page
    assert "the linked order Move to Apt #* #2 is not served" in page or "Move to Apt #* #3 is not served" in page
    assert "Apt #7" not in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Outdoor unit #2", "Outdoor unit #2"),
        (
            "1. A1#2 Outdoor unit #2: 09:04, 关联工单Outdoor unit #2",
            "1. A1#2 Outdoor unit #2: 09:04, 关联工单Outdoor unit #2",
        ),
        ("Outdoor unit #25", "Outdoor unit #*"),
        ("Outdoor unit #3", "Outdoor unit #*"),
        ("12 Main St, Unit #2", "12 Main St, Unit #*"),
        ("call 13812345678, '138 1234 5678 #2'", "call 138****5678, '138****5678 #2'"),
        ("A &amp; B #2", "A &amp; B #2"),
    ],
)
def test_the_names_of_crew_mates_keep_their_number(text: str, shown: str) -> None:
    assert masked_but(["Outdoor unit #2", "Unit #2", "138 1234 5678 #2", "A & B #2"])(text) == shown


@pytest.mark.parametrize(("second", "told"), [("08", "0"), ("10", "2")])
def test_a_crew_is_one_call(tmp_path: Path, second: str, told: str) -> None:
    orders, people = given(tmp_path, second)
    week = read_week(orders, people, zone="Asia/Shanghai", datum="wgs84", speed_kmh=25)
    assert {job.id: job.to_verify for job in week.jobs if job.to_verify} == {"A3": told}


def test_a_crew_mate_is_told_from_an_order_that_is_named_so() -> None:
    def order(id: str, *links: paidan.Link) -> paidan.Order:
        return paidan.Order(id=id, location="flat", links=links)

    first = paidan.Link(order="A")
    later = paidan.Link(order="A", maximum_gap=dt.timedelta(minutes=5))
    orders = [order("A"), order("A#2", first), order("A#x", first), order("A#3", later), order("B#2"), order("C")]
    assert [mate.id for mate in crew_mates(orders)] == ["A#2"]
    groups = linked_groups(orders)
    assert len({groups[id] for id in ("A", "A#2", "A#x", "A#3")}) == 1
    assert len(set(groups.values())) == 3

"""`validate` reads every table there is, and says what is wrong or assumed."""

from __future__ import annotations

import warnings
from importlib import resources
from pathlib import Path

import paidan
import pytest
from paidan import desk
from paidan.__main__ import main

TEMPLATES = ("orders", "technicians", "catalog", "prices", "policies", "actual")
GOOD = {
    "places": "地点,纬度,经度\n望京花园,39.999,116.47\n",
    "mapping": "phrase,entry\n冰箱不制冷,F1\n",
    "nodes": "node,lat,lon\na,39.9,116.4\n",
    "edges": "from,to,metres\na,b,10\n",
}
BAD = {
    "orders": ("工单号,纬度,经度,优先级\nA1,39.9,116.4,50\n", "orders.优先级", 2),
    "technicians": ("工号,纬度,经度,上班,下班\nG1,39.9,116.4,早上,17:00\n", "technicians.上班", 2),
    "places": ("地点,纬度,经度\n望京花园,,116.47\n", "places.纬度", 2),
    "actual": ("工单号,工号,到达时间,完成时间\nA1,G1,2024-07-09 25:00,2024-07-09 11:00\n", "actual.到达时间", 2),
    "nodes": ("node,lat,lon\na,north,116.4\n", "nodes.lat", 2),
    "edges": ("from,to,metres\na,b,far\n", "edges.metres", 2),
}


def template(kind: str, language: str = "zh") -> str:
    return (resources.files("paidan.week") / "templates" / language / f"{kind}.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", TEMPLATES)
def test_the_templates_are_fine(kind: str, language: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", paidan.Notice)
        assert desk.validate(kind, template(kind, language), zone="Asia/Shanghai").document_kind == kind


@pytest.mark.parametrize("kind", [kind for kind in GOOD if kind != "mapping"])
def test_other_tables_are_read_alone(kind: str) -> None:
    assert desk.validate(kind, GOOD[kind]).document_kind == kind


def test_a_wrong_price_has_its_row() -> None:
    lines = template("prices").splitlines()
    heading = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    cells = lines[heading].split(",")
    first = lines[heading + 1].split(",")
    first[cells.index("price_min")] = "很多"
    text = "\n".join([*lines[: heading + 1], ",".join(first)]) + "\n"
    with pytest.raises(paidan.InvalidInput) as caught:
        desk.validate("prices", text)
    assert [(error.path, error.row) for error in caught.value.errors] == [("prices.price_min", heading + 2)]


@pytest.mark.parametrize("kind", BAD)
def test_what_is_wrong_has_its_row_and_column(kind: str) -> None:
    text, path, row = BAD[kind]
    with pytest.raises(paidan.InvalidInput) as caught:
        desk.validate(kind, text)
    assert (path, row) in [(error.path, error.row) for error in caught.value.errors]


def test_what_is_assumed_or_left_out_is_said() -> None:
    with pytest.warns(paidan.Notice, match="所需技能"):
        desk.validate("orders", "工单号,纬度,经度,服务日期,所需技能\nA1,39.9,116.4,2024-07-08,燃气\n")


def test_own_headings_and_the_order_of_dates_are_those_of_the_other_readers() -> None:
    text = "单号,纬度,经度,约定\nA1,39.9,116.4,7/8/2024 10:00\n"
    desk.validate("orders", text, columns=["工单号=单号", "预约时间=约定"], date_order="mdy", zone="Asia/Shanghai")
    with pytest.raises(paidan.InvalidInput):
        desk.validate("orders", text, columns=["工单号=单号", "预约时间=约定"])
    with pytest.raises(paidan.InvalidInput, match="are for tables"):
        desk.validate("plan", "{}", columns=["工单号=单号"])
    with pytest.raises(paidan.InvalidInput, match="are for tables"):
        desk.validate("plan", "{}", zone="Asia/Shanghai")


def test_the_command_line_says_the_same(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(template("orders"), encoding="utf-8")
    assert main(["validate", "orders", str(path), "--zone", "Asia/Shanghai"]) == 0
    assert '"document_kind":"orders"' in capfd.readouterr().out.replace(" ", "").replace("\n", "")
    path.write_text(BAD["orders"][0], encoding="utf-8")
    assert main(["validate", "orders", str(path)]) == 2
    assert "优先级" in capfd.readouterr().err

"""A file of many cities: a page for each, and one of all of them that adds up."""

from __future__ import annotations

from pathlib import Path

import pytest
from paidan.__main__ import main
from test_week_page import rows


def test_a_file_of_many_cities_is_a_page_for_each_and_one_that_adds_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cities = ["北京", "上海/浦东", "Xi'an"]
    orders = ["city,order,lat,lon,minutes,day,appointment"]
    people = ["city,technician,lat,lon,start,end"]
    for n in range(30):
        city = cities[n % 3]
        orders.append(f"{city},A{n},{39.9 + n * 0.001},116.4,60,2024-07-0{8 + n % 2},")
        if n < 6:
            people.append(f"{city},T{n},39.9,116.4,08:00,17:00")
    (tmp_path / "orders.csv").write_text("\n".join(orders) + "\n", encoding="utf-8")
    (tmp_path / "technicians.csv").write_text("\n".join(people) + "\n", encoding="utf-8")
    given = ["--orders", str(tmp_path / "orders.csv"), "--technicians", str(tmp_path / "technicians.csv")]
    words = [
        "week",
        *given,
        "--report",
        str(tmp_path / "all.html"),
        "--iterations",
        "5",
        "--lang",
        "en",
        "--by",
        "city",
    ]
    assert main([*words, "--results", str(tmp_path / "out"), "--processes", "1"]) == 0
    page = (tmp_path / "all.html").read_text("utf-8")
    assert "30 orders in all" in page
    pages = sorted(path.name for path in (tmp_path / "all-cities").iterdir())
    assert pages == ["Xi_an.html", "上海_浦东.html", "北京.html"]
    assert all(f'href="all-cities/{name}"' in page for name in pages)
    served = sum(len(rows(tmp_path / "out" / Path(name).stem / "visits.csv")) for name in pages)
    assert f"Orders served {served}/30" in capsys.readouterr().out
    one = {path.name: path.read_bytes() for path in (tmp_path / "out" / "北京").iterdir()}
    assert main([*words, "--results", str(tmp_path / "out"), "--processes", "2"]) == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "out" / "北京").iterdir()} == one
    capsys.readouterr()
    text = (tmp_path / "orders.csv").read_text("utf-8").replace("A7,39.907", "A7,99").replace("A20,39.92", "A20,x")
    (tmp_path / "orders.csv").write_text(text, encoding="utf-8")
    assert main(words) == 2
    said = capsys.readouterr().err
    assert "orders, row 9, lat: lat must be between -90 and 90, got 99" in said
    assert "orders, row 22, lat: lat must be a number, got 'x'" in said
    assert main([*words[:-1], "town"]) == 2
    assert "there is no column 'town' to split by; there are city, order" in capsys.readouterr().err


def test_cities_say_totals_and_keep_odd_headings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "o.csv").write_text(
        "export\n城市,#,order,lat,lon,day\n北京,1,A1,39.9,116.4,2024-07-08\n合计,1,,,,\n上海,2,A2,31.2,121.4,2024-07-08\n",
        encoding="utf-8",
    )
    (tmp_path / "t.csv").write_text(
        "城市,technician,lat,lon,start,end\n北京,T,39.9,116.4,8:00,17:00\n", encoding="utf-8"
    )
    words = ["week", "--orders", str(tmp_path / "o.csv"), "--technicians", str(tmp_path / "t.csv"), "--lang", "en"]
    assert main([*words, "--report", str(tmp_path / "r.html"), "--by", "城市", "--processes", "1"]) == 0
    said = capsys.readouterr()
    assert "orders: 1 rows of totals were left out" in said.err
    assert "orders, row 2: the headings were found in row 2; what stands above was left out" in said.err
    assert "上海 has 1 orders but no technicians: not planned." in said.err
    assert "Orders served 1/2" in said.out


def test_options_of_one_week_and_of_many_cities_are_not_mixed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (
        ("o.csv", "city,order,lat,lon,day\nA,A1,39.9,116.4,2024-07-08\n"),
        ("t.csv", "city,technician,lat,lon,start,end\nA,T,39.9,116.4,8:00,17:00\n"),
        ("a.csv", "order,technician,arrival\nA1,T,2024-07-08 09:00\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = ["week", "--orders", str(tmp_path / "o.csv"), "--technicians", str(tmp_path / "t.csv"), "--lang", "en"]
    words += ["--report", str(tmp_path / "r.html")]
    assert main([*words, "--processes", "2"]) == 2
    assert capsys.readouterr().err == "--processes needs --by.\n"
    assert main([*words, "--by", "city", "--actual", str(tmp_path / "a.csv")]) == 2
    assert capsys.readouterr().err == "--actual is of one week: not with --by.\n"
    assert not (tmp_path / "r.html").exists()


def test_columns_are_saved_once_for_all_cities(tmp_path: Path) -> None:
    (tmp_path / "o.csv").write_text("city,order,lat,lon,约定\nA,A1,39.9,116.4,2024-07-08 9:00\n", encoding="utf-8")
    (tmp_path / "t.csv").write_text("city,technician,lat,lon,start,end\nA,T,39.9,116.4,8:00,17:00\n", "utf-8")
    words = ["week", "--orders", str(tmp_path / "o.csv"), "--technicians", str(tmp_path / "t.csv"), "--by", "city"]
    saved = tmp_path / "own.json"
    words += ["--column", "预约时间=约定", "--save-columns", str(saved), "--report", str(tmp_path / "r.html")]
    assert main([*words, "--processes", "1"]) == 0
    assert saved.read_text("utf-8") == '{\n  "预约时间": "约定"\n}\n'

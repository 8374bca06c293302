"""A road network from tables, and a week planned over it."""

from __future__ import annotations

import warnings
from pathlib import Path

import paidan
import pytest
from paidan import frames
from paidan.__main__ import main

NODES = "node,lat,lon\na,39.900,116.400\nb,39.910,116.400\nc,39.910,116.412\nd,39.920,116.412\n"
EDGES = "from,to,metres,speed_kmh,oneway\na,b,1110,30,no\nb,c,1030,30,no\nc,d,1110,30,no\n"
ORDERS = (
    "工单号,纬度,经度,时长,服务日期\n"
    "A1,39.910,116.400,30,2024-07-08\nA2,39.910,116.412,30,2024-07-08\nA3,39.920,116.412,30,2024-07-08\n"
)
PEOPLE = "工号,纬度,经度,上班,下班\nG1,39.900,116.400,08:00,17:00\n"


def written(folder: Path, **tables: str) -> dict[str, str]:
    paths = {}
    for name, text in tables.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        paths[name] = str(path)
    return paths


def test_a_network_is_read_with_own_headings_and_what_is_assumed_is_said(tmp_path: Path) -> None:
    given = written(tmp_path, nodes=NODES.replace("node,", "osm_id,"), edges="from,to,metres,highway\na,b,1110,alley\n")
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        roads = frames.read_roads(given["nodes"], given["edges"], columns={"osm_id": "node"}, speed_kmh=20)
    assert [(edge.from_, edge.to, edge.decimetres, edge.metres_per_hour) for edge in roads.edges] == [
        (0, 1, 11_100, 20_000)
    ]
    codes = [one.message.notice.code for one in said if isinstance(one.message, paidan.Notice)]
    assert codes == ["every_row_one_way", "speeds_assumed", "classes_unknown"]
    with pytest.raises(paidan.InvalidInput, match="there is no crossing 'z'"):
        frames.read_roads(NODES.encode(), b"from,to,metres\na,z,1110\n")


def test_a_week_goes_along_the_roads(tmp_path: Path) -> None:
    given = written(tmp_path, nodes=NODES, edges=EDGES, orders=ORDERS, technicians=PEOPLE)
    words = ["week", "--orders", given["orders"], "--technicians", given["technicians"], "--iterations", "20"]
    results = tmp_path / "results"
    words += ["--report", str(tmp_path / "week.html"), "--results", str(results), "--lang", "en"]
    assert main([*words, "--roads", given["nodes"], given["edges"], "--datum", "wgs84"]) == 0
    page = (tmp_path / "week.html").read_text(encoding="utf-8")
    assert "road network (4 crossings, 6 stretches)" in page
    metres = [row.split(",")[11] for row in (results / "shifts.csv").read_text(encoding="utf-8-sig").splitlines()[1:]]
    assert metres == ["6500"]  # there and back: twice 1110 + 1030 + 1110


def test_a_place_beside_the_roads_or_cut_off_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one_way = EDGES.replace("c,d,1110,30,no", "c,d,1110,30,yes")
    given = written(
        tmp_path,
        nodes=NODES,
        edges=one_way,
        orders=ORDERS.replace("39.910,116.400", "39.914,116.398"),
        technicians=PEOPLE,
    )
    words = ["week", "--orders", given["orders"], "--technicians", given["technicians"], "--iterations", "20"]
    words += ["--report", str(tmp_path / "week.html"), "--datum", "wgs84", "--lang", "en"]
    assert main([*words, "--roads", given["nodes"], given["edges"]]) == 0
    said = capsys.readouterr().err
    assert "from the nearest crossing" in said


@pytest.mark.parametrize("more", [[], ["--datum", "gcj02"]])
def test_a_network_needs_the_datum_of_the_tables(
    tmp_path: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    given = written(tmp_path, nodes=NODES, edges=EDGES, orders=ORDERS, technicians=PEOPLE)
    words = ["week", "--orders", given["orders"], "--technicians", given["technicians"], "--iterations", "20"]
    words += ["--report", str(tmp_path / "week.html"), "--roads", given["nodes"], given["edges"], *more]
    assert main(words) == (0 if more else 2)  # said to be of the same one: then it is
    assert ("--datum" in capsys.readouterr().err) == (not more)


def test_an_order_far_from_every_road_is_left_out_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    far = ORDERS + "A4,39.99,116.50,30,2024-07-08\n"
    given = written(tmp_path, nodes=NODES, edges=EDGES, orders=far, technicians=PEOPLE)
    words = ["week", "--orders", given["orders"], "--technicians", given["technicians"], "--iterations", "20"]
    words += ["--report", str(tmp_path / "week.html"), "--datum", "wgs84", "--lang", "zh"]
    assert main([*words, "--roads", given["nodes"], given["edges"]]) == 0
    out = capsys.readouterr()
    assert "3/3" in out.out
    assert "“@A4”距最近路口" in out.err
    assert "locations[" not in out.err
    page = (tmp_path / "week.html").read_text(encoding="utf-8")
    assert "A4" in page


def test_a_technician_far_from_every_road_is_an_error_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = "工号,姓名,纬度,经度,上班,下班\nG1,王师傅,39.99,116.50,08:00,17:00\n"
    given = written(tmp_path, nodes=NODES, edges=EDGES, orders=ORDERS, technicians=people)
    words = ["week", "--orders", given["orders"], "--technicians", given["technicians"], "--datum", "wgs84"]
    words += ["--report", str(tmp_path / "week.html"), "--roads", given["nodes"], given["edges"]]
    assert main(words) == 2
    assert "“王师傅”距最近路口" in capsys.readouterr().err

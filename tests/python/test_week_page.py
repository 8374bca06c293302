"""One's own week from the outside: figures that a second program adds up again, outputs that hold nothing personal."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import statistics
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import paidan
import paidan.frames
import pytest
from paidan.__main__ import main
from paidan.report.masks import masked
from paidan.report.order import natural

ORDERS = """工单号,名称,创建时间,地址,纬度,经度,时长,技能,预约时间,服务日期,备注
{rows}
"""
PEOPLE = """工号,姓名,纬度,经度,上班,下班,工作日,技能,午休,午休最早,午休最晚
T2,王师傅,39.92,116.44,08:30,17:30,周一至周五,燃气:2;制冷:3,45,11:30,12:30
T10,李师傅,39.88,116.41,09:00,18:00,周一至周五,电工:2;燃气,60,11:30,13:00
T9,闲师傅,39.60,116.00,09:00,18:00,周一至周五,焊接,,,
"""


def tables(folder: Path, count: int = 26) -> list[str]:
    rows = []
    for n in range(count):
        day = 8 + n % 6  # 2024-07-08 is a Monday; the 13th a Saturday nobody works on
        agreed = f"2024-07-{day:02} {9 + n % 8}:00" if n % 3 else ""
        rows.append(
            f"A{n},工作{n} 电话13812345678,2024-07-0{1 + n % 7} 09:00,建国路{n}号3单元501室,{39.85 + n % 5 * 0.02:.4f},"
            f"{116.38 + n % 7 * 0.02:.4f},{40 + n % 4 * 25},{('燃气', '电工', '制冷:2', '防水', '')[n % 5]},{agreed},"
            f"2024-07-{day:02},=cmd"
        )
    (folder / "orders.csv").write_text(ORDERS.format(rows="\n".join(rows)), encoding="utf-8")
    (folder / "technicians.csv").write_text(PEOPLE, encoding="utf-8")
    return ["--orders", str(folder / "orders.csv"), "--technicians", str(folder / "technicians.csv")]


def week(folder: Path, *more: str, code: int = 0) -> str:
    given = [
        *tables(folder),
        "--report",
        str(folder / "r.html"),
        "--iterations",
        "40",
        "--lanes",
        "1",
        "--threads",
        "1",
    ]
    assert main(["week", *given, *more]) == code
    return (folder / "r.html").read_text(encoding="utf-8") if (folder / "r.html").exists() else ""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def gini(work: list[int]) -> float:
    total = sum(work)
    return sum(abs(a - b) for a in work for b in work) / (2 * len(work) * total) if total else 0.0


def recomputed(folder: Path) -> dict[str, str]:
    """Every figure of the page from the tables alone."""
    orders, shifts = rows(folder / "orders.csv"), rows(folder / "shifts.csv")
    served = [one for one in orders if one["state"] == "served"]
    last = {one["order"]: one["state"] for one in orders}
    promised = [one for one in orders if one["appointment_from"]]
    kept = [one for one in promised if one["state"] == "served"]
    late = sum(one["start"] > one["appointment_to"] for one in kept)
    early = sum(one["start"] < one["appointment_from"] for one in kept)
    total = {key: sum(int(one[key]) for one in shifts) for key in shifts[0] if key.endswith(("_s", "_m", "_unused"))}
    days: dict[str, list[int]] = defaultdict(list)
    for one in shifts:
        if int(one["shift_s"]):
            days[one["day"]].append(int(one["work_so_far_s"]))
    busy = total["travel_s"] + total["service_s"] + total["waiting_s"]
    on_time = len(kept) - late - early
    return {
        "jobs": f"{len(last)}",
        "served": f"{len(served)}",
        "left": f"{sum(state == 'open' for state in last.values())}",
        "carried": f"{sum(int(one['carried']) for one in orders)}",
        "promised": f"{len(promised)}",
        "on_time": f"{on_time}",
        "on_time_share": f"{on_time / len(promised) * 100:.1f}%",
        "early": f"{early}",
        "late": f"{late}",
        "promised_unserved": f"{len(promised) - len(kept)}",
        "travel_per_job": f"{total['travel_s'] / 60 / len(served):.1f}",
        "km_per_job": f"{total['distance_m'] / 1000 / len(served):.1f}",
        "waiting_per_job": f"{total['waiting_s'] / 60 / len(served):.1f}",
        "utilisation": f"{total['service_s'] / total['shift_s'] * 100:.1f}%",
        "travel_share": f"{total['travel_s'] / busy * 100:.1f}%",
        "overtime": f"{total['overtime_s'] / 3600:.1f}",
        "skill_waste": f"{total['levels_unused']}",
        "gini": f"{statistics.fmean(gini(work) for work in days.values()):.3f}",
    }


def shares(one: dict[str, int], gini_of_work: float) -> dict[str, str]:
    """What follows from counts and sums."""
    busy = one["travel_s"] + one["service_s"] + one["waiting_s"]
    served = one["served"]

    def of(part: float, whole: float, form: str) -> str:
        return format(part / whole, form) if whole else ""

    return {
        "on_time_share": of(one["on_time"], one["promised"], ".1%"),
        "travel_per_job": of(one["travel_s"] / 60, served, ".1f"),
        "km_per_job": of(one["distance_m"] / 1000, served, ".1f"),
        "waiting_per_job": of(one["waiting_s"] / 60, served, ".1f"),
        "utilisation": of(one["service_s"], one["shift_s"], ".1%"),
        "travel_share": of(one["travel_s"], busy, ".1%"),
        "overtime": f"{one['overtime_s'] / 3600:.1f}",
        "skill_waste": f"{one['levels_unused']}",
        "gini": f"{gini_of_work:.3f}",
    }


COUNTS = ("jobs", "served", "left", "carried", "promised", "on_time", "early", "late", "promised_unserved")


def compared(folder: Path, week: str) -> dict[str, str]:
    """The figures of a week beside ours from the tables alone."""
    visits = [one for one in rows(folder / "compared_visits.csv") if one["week"] == week]
    shifts = [one for one in rows(folder / "compared_shifts.csv") if one["week"] == week]
    counted = {key: sum(int(one[key]) for one in shifts) for key in shifts[0] if key.endswith(("_s", "_m", "_unused"))}
    days: dict[str, list[int]] = defaultdict(list)
    for one in shifts:
        if int(one["shift_s"]):
            days[one["day"]].append(int(one["work_so_far_s"]))
    if week in ("actual", "as_known"):
        before = "" if week == "actual" else "replayed_"
        judged = rows(folder / "judged.csv")
        states = [one[before + "state"] for one in judged]
        promises = [one[before + "promise"] for one in judged]
        due = {one["order"]: one["day"] for one in rows(folder / "orders.csv") if one["carried"] == "0"}
        moved = {one["order"] for one in visits if one["day"] > due.get(one["order"], "9")}
        assert {one["order"] for one in visits if one["outcome"] in ("done", "rework")} == {
            one["order"] for one in judged if one[before + "state"] == "served"
        }
        made_of = {one["order"]: int(one[before + "visits"]) for one in judged}
        assert Counter(one["order"] for one in visits) == Counter({order: n for order, n in made_of.items() if n})
        counted |= {
            "jobs": len(states),
            "served": states.count("served"),
            "left": states.count("open"),
            "cancelled": states.count("cancelled"),
            "carried": len(moved),
            "promised": sum(one in ("kept", "early", "late", "missed") for one in promises),
            "on_time": promises.count("kept"),
            "early": promises.count("early"),
            "late": promises.count("late"),
            "promised_unserved": promises.count("missed"),
        }
    else:
        orders = rows(folder / "orders.csv")
        due = {one["order"]: one["day"] for one in orders if one["carried"] == "0"}
        served = {one["order"]: one["day"] for one in visits}
        kept = [one for one in visits if one["appointment_from"]]
        worked = sorted({one["day"] for one in shifts})
        names = {one["order"] for one in orders}
        late = sum(one["start"] > one["appointment_to"] for one in kept)
        early = sum(one["start"] < one["appointment_from"] for one in kept)
        promised = len({one["order"] for one in orders if one["appointment_from"]})
        counted |= {
            "jobs": len(names),
            "served": len(served),
            "left": len(names) - len(served),
            "carried": sum(due.get(id, "") < day <= served.get(id, "9") for id in names for day in worked),
            "promised": promised,
            "on_time": len(kept) - late - early,
            "early": early,
            "late": late,
            "promised_unserved": promised - len(kept),
        }
    made = {key: f"{counted[key]}" for key in COUNTS}
    made |= shares(counted, statistics.fmean(gini(work) for work in days.values()))
    if counted.get("cancelled"):
        made["cancelled"] = f"{counted['cancelled']}"
    return made


def figures_of(folder: Path, week: str) -> dict[str, str]:
    """As the host reads them; what a whole week is judged by has names of its own."""
    own = {"promised_never": "promised_unserved", "gini_week": "gini"}
    found = {
        own.get(one["figure"], one["figure"]): one["value"]
        for one in rows(folder / "figures.csv")
        if one["week"] == week
    }
    return {key: value for key, value in found.items() if key != "cancelled" or value != "0"}


def load_of_days(page: str) -> list[list[list[str]]]:
    """What the page's load tables show, without who it is."""
    shown = []
    for table in re.findall(r'<div class="scroll load">.*?</table>', page, re.DOTALL):
        lines = re.findall(r"<tr.*?</tr>", table.split("<tbody>")[1], re.DOTALL)
        shown.append([[re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<td.*?</td>", one)][2:] for one in lines])
    return shown


def test_the_load_tables_of_the_page_add_up_from_the_tables(tmp_path: Path) -> None:
    page = week(tmp_path, "--results", str(tmp_path / "out"))
    shifts, visits = rows(tmp_path / "out" / "shifts.csv"), rows(tmp_path / "out" / "visits.csv")
    made = []
    for day in sorted({one["day"] for one in shifts}):
        lines = []
        for one in (row for row in shifts if row["day"] == day and int(row["shift_s"])):
            late = sum(
                int(row["late_minutes"]) > 0
                for row in visits
                if (row["day"], row["technician"]) == (day, one["technician"])
            )
            spans = [
                round(int(one[f"{key}_s"]) / 60)
                for key in ("overtime", "travel", "service", "breaks", "waiting", "shift")
            ]
            lines.append([spans[0], late, int(one["visits"]), *spans[1:]])
        if lines:
            made.append(
                [
                    [str(cell) for cell in line]
                    for line in [*lines, [sum(column) for column in zip(*lines, strict=True)]]
                ]
            )
    assert load_of_days(page) == made != []


def actual_of(folder: Path) -> Path:
    """A week as it might have gone: late, twice, in vain, cancelled."""
    lines = ["order,technician,arrival,end,outcome,asked_by,recorded,appointment"]
    for n in range(26):
        day, who = 8 + n % 6, "T2" if n % 2 else "T10"
        at = f"2024-07-{day:02} {9 + n * 7 % 8:02}:{n % 4 * 15:02}"
        if n % 7 == 3:
            lines.append(f"A{n},,,,cancelled,customer,2024-07-0{7 + n % 3} 10:00,")
        elif n % 7 == 5:
            lines.append(f"A{n},{who},{at},{at[:14]}59,nobody_home,,,")
            lines.append(f"A{n},{who},2024-07-12 1{n % 8}:00,2024-07-12 1{n % 8}:40,done,,,")
        elif n % 7 != 6:
            lines.append(f"A{n},{who},{at},{at[:14]}59,done,,,")
    (folder / "actual.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "actual.csv"


def test_every_figure_of_the_weeks_beside_ours_adds_up_from_the_tables(tmp_path: Path) -> None:
    out = tmp_path / "out"
    week(tmp_path, "--results", str(out))
    for name in ("nearest_free", "best_rating"):
        assert compared(out, name) == figures_of(out, name)
    week(tmp_path, "--results", str(out), "--actual", str(actual_of(tmp_path)))
    for name in ("actual", "as_known"):
        assert compared(out, name) == figures_of(out, name)
    assert int(compared(out, "actual")["cancelled"]) > 0
    assert recomputed(out) == figures_of(out, "ours")


def test_the_two_shifts_of_a_split_day_are_one_sheet(tmp_path: Path) -> None:
    (tmp_path / "o.csv").write_text(
        "order,lat,lon,minutes,parts,appointment\nA1,39.9,116.4,30,R32:1,2024-07-08 09:00\n"
        "A2,39.9,116.4,30,R32:2,2024-07-08 15:00\n",
        encoding="utf-8",
    )
    (tmp_path / "t.csv").write_text(
        "technician,lat,lon,parts,2024-07-08\nT,39.9,116.4,R32:9,9:00-12:00;14:00-18:00\n"
        "U,39.9,116.4,,9:00-12:00;14:00-18:00\n",
        encoding="utf-8",
    )
    words = ["week", "--orders", str(tmp_path / "o.csv"), "--technicians", str(tmp_path / "t.csv"), "--lang", "en"]
    assert main([*words, "--report", str(tmp_path / "r.html"), "--iterations", "20"]) == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    (sheet,) = re.findall(r'<div class="sheet busy" id="([^"]+)"><h4>(.*?)</h4>(.*?)</div>', page, re.DOTALL)
    assert "2 visits" in sheet[1]
    assert "R32 ×3" in sheet[1]
    assert sheet[2].index("shift 1") < sheet[2].index("A1") < sheet[2].index("shift 2") < sheet[2].index("A2")
    links = set(re.findall(r'href="#(t[^"]+)"', page))
    assert links == {sheet[0]}  # from the timeline and the load tables


def test_levels_of_two_shifts_of_a_day_add_up(tmp_path: Path) -> None:
    (tmp_path / "o.csv").write_text(
        "order,lat,lon,minutes,skills,appointment\nA1,39.9,116.4,30,燃气,2024-07-08 09:00\n"
        "A2,39.9,116.4,30,燃气,2024-07-08 15:00\n",
        encoding="utf-8",
    )
    (tmp_path / "t.csv").write_text(
        "technician,lat,lon,skills,2024-07-08\nT,39.9,116.4,燃气:3,9:00-12:00;14:00-18:00\n", encoding="utf-8"
    )
    words = ["week", "--orders", str(tmp_path / "o.csv"), "--technicians", str(tmp_path / "t.csv")]
    assert main([*words, "--report", str(tmp_path / "r.html"), "--results", str(tmp_path / "out")]) == 0
    assert [one["levels_unused"] for one in rows(tmp_path / "out" / "shifts.csv")] == ["4"]
    assert recomputed(tmp_path / "out") == figures_of(tmp_path / "out", "ours")


def test_every_figure_of_the_page_adds_up_from_the_tables(tmp_path: Path) -> None:
    page = week(tmp_path, "--results", str(tmp_path / "out"), "--no-masks")
    shown = {one["figure"]: one["value"] for one in rows(tmp_path / "out" / "figures.csv") if one["week"] == "ours"}
    assert recomputed(tmp_path / "out") == shown
    body = re.findall(r"<tr><td[^>]*>([^<]+)</td><td[^>]*>([^<]+)</td>", page)
    assert [cell for _, cell in body[: len(shown)]] == list(shown.values())
    visits = rows(tmp_path / "out" / "visits.csv")
    assert len(visits) == int(shown["served"])
    late = [one for one in visits if int(one["late_minutes"])]
    assert len(late) == int(shown["late"])
    for path in (tmp_path / "out").glob("plan-*.json"):
        problem = paidan.Problem.from_json(path.with_name(path.name.replace("plan", "problem")).read_text("utf-8"))
        assert paidan.evaluate(problem, paidan.Plan.from_json(problem, path.read_text("utf-8"))).valid


def test_promises_of_a_day_nobody_works_on_are_missed_not_gone(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(
        "order,lat,lon,appointment\nA1,39.9,116.4,2024-07-13 10:00\nA2,39.9,116.4,2024-07-15 10:00\n", encoding="utf-8"
    )
    (tmp_path / "technicians.csv").write_text(PEOPLE, encoding="utf-8")
    given = ["--orders", str(tmp_path / "orders.csv"), "--technicians", str(tmp_path / "technicians.csv")]
    code = main(
        ["week", *given, "--report", str(tmp_path / "r.html"), "--results", str(tmp_path / "out"), "--lang", "en"]
    )
    assert code == 0
    shown = {one["figure"]: one["value"] for one in rows(tmp_path / "out" / "figures.csv") if one["week"] == "ours"}
    assert (shown["promised"], shown["on_time_share"], shown["promised_unserved"]) == ("2", "50.0%", "1")
    assert "Nobody works on this day." in (tmp_path / "r.html").read_text("utf-8")


def test_what_is_left_over_is_planned_on_while_somebody_can_do_it(tmp_path: Path) -> None:
    lines = [f"A{n},39.9,116.4,240,2024-07-08" for n in range(7)] + ["B,39.9,116.4,60,2024-07-08"]
    (tmp_path / "orders.csv").write_text("order,lat,lon,minutes,day\n" + "\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "technicians.csv").write_text(
        "technician,lat,lon,start,end\nT1,39.9,116.4,08:00,17:00\n", encoding="utf-8"
    )
    given = ["--orders", str(tmp_path / "orders.csv"), "--technicians", str(tmp_path / "technicians.csv")]

    def figures(*more: str) -> dict[str, str]:
        assert (
            main(["week", *given, "--report", str(tmp_path / "r.html"), "--results", str(tmp_path / "out"), *more]) == 0
        )
        return {one["figure"]: one["value"] for one in rows(tmp_path / "out" / "figures.csv") if one["week"] == "ours"}

    assert figures()["left"] == "0"
    one_day = figures("--days", "1")
    assert int(one_day["served"]) + int(one_day["left"]) == 8
    assert int(one_day["left"]) >= 5
    assert figures("--first-day", "2024-07-08", "--until", "2024-07-09")["left"] < one_day["left"]


def test_nothing_personal_is_in_any_output(tmp_path: Path) -> None:
    page = week(tmp_path, "--results", str(tmp_path / "out"))
    assert not list((tmp_path / "out").glob("*.json"))
    texts = [page, *(path.read_text("utf-8-sig") for path in (tmp_path / "out").glob("*.csv"))]
    for text in texts:
        assert "13812345678" not in text
        assert "501室" not in text
    assert "138****5678" in page
    whole = week(tmp_path, "--no-masks")
    assert "13812345678" in whole
    assert "501室" in whole


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电话13812345678", "电话138****5678"),
        ("+86 138-1234-5678", "138****5678"),
        ("身份证11010119900307123X", "身份证110101************"),
        ("010-62345678", "010-****678"),
        ("(212) 555-0134", "(***) ***-**34"),
        ("建国路甲1号3单元501室", "建国路甲1号*单元*室"),
        ("3号楼2-1203", "3号楼*-*"),
        ("Apt 5B, 123 Main St", "Apt *, 123 Main St"),
        ("１３８１２３４５６７８", "138****5678"),
        ("(021)65432100", "021-****100"),
        ("（021）65432100", "021-****100"),
        ("01012345678", "010-****678"),
        ("010 8765 4321", "010-****321"),
        ("110105 19900101 1234", "110105************"),
        ("护照E12345678", "护照*"),
        ("丙里8-2-301", "丙里*-*-*"),
        ("天府三街 7-1-302", "天府三街 *-*-*"),
        ("8#2-301", "*#*-*"),
        ("1号楼2门301", "1号楼*门*"),
        ("6号楼6层601", "6号楼*层*"),
        ("502房", "*房"),
        ("13栋A1502", "13栋*"),
        ("Rm 502", "Rm *"),
        ("五号楼二单元301室", "五号楼*单元*室"),
        ("二单元十五楼3号", "*单元*楼*号"),
        ("三层小楼", "三层小楼"),
        ("换2个房间的灯", "换2个房间的灯"),
        ("A1001,2024-07-08", "A1001,2024-07-08"),
        ("朝阳路88号", "朝阳路88号"),
        ("20240708-001", "20240708-001"),
        ("冰箱300–500升,2024-07-08 10:00", "冰箱300–500升,2024-07-08 10:00"),
    ],
)
def test_numbers_of_people_are_masked_and_others_stay(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_notes_stand_on_the_day_sheet_and_in_the_results_masked(tmp_path: Path) -> None:
    (tmp_path / "o.csv").write_text(
        "order,lat,lon,day,notes\nA1,39.9,116.4,2024-07-08,dog at the gate; call 13812345678\n", encoding="utf-8"
    )
    (tmp_path / "t.csv").write_text("technician,lat,lon,start,end\nT,39.9,116.4,8:00,17:00\n", encoding="utf-8")
    words = ["week", "--orders", str(tmp_path / "o.csv"), "--technicians", str(tmp_path / "t.csv"), "--lang", "en"]
    assert main([*words, "--report", str(tmp_path / "r.html"), "--results", str(tmp_path / "out")]) == 0
    told = "dog at the gate; call 138****5678"
    assert f"Notes: {told}" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert rows(tmp_path / "out" / "visits.csv")[0]["notes"] == told


def test_people_sort_as_people_do() -> None:
    assert sorted(["T10", "T2", "a", "T1b"], key=natural) == ["T1b", "T2", "T10", "a"]


def test_the_page_has_everybody_in_order_and_says_what_was_assumed(tmp_path: Path) -> None:
    page = week(tmp_path, "--lang", "en")
    assert page.index("王师傅") < page.index("李师傅")
    assert "闲师傅" in page
    assert "no visit" in page
    assert "columns that are not understood were left out: &#39;备注&#39;" in page
    assert "What next: bring in somebody with that skill" in page
    assert "illustrative" not in page
    assert "26 orders in all = " in page


def test_orders_without_coordinates_are_placed_or_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tables(tmp_path)
    with (tmp_path / "orders.csv").open("a", encoding="utf-8") as file:
        file.write("N1,无坐标,,望京花园2号楼,,,60,,,2024-07-08,\nN2,无坐标,,别处<b>,,,60,,,2024-07-08,\n")
    (tmp_path / "places.csv").write_text("place,lat,lon\n望京花园,39.92,116.42\n", encoding="utf-8")
    words = ["week", *given, "--report", str(tmp_path / "r.html"), "--iterations", "5", "--lang", "en"]
    assert main([*words, "--places", str(tmp_path / "places.csv")]) == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "27 orders in all" in page
    assert "1 more without coordinates are not planned and not counted below." in page
    assert "别处&lt;b&gt;" in page
    said = capsys.readouterr().err
    assert (
        "orders: 1 orders without coordinates were placed by the table of places, and the table does not say how far off"
        in said
    )
    assert "orders, row 29: order 'N2' has no coordinates, so it is not planned" in said
    assert "Coordinates are taken as gcj02" in said
    assert main([*words, "--datum", "wgs84"]) == 0
    assert "gcj02" not in capsys.readouterr().err


def test_own_headings_are_mapped_and_the_mapping_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables(tmp_path)
    orders = tmp_path / "orders.csv"
    orders.write_text(orders.read_text("utf-8").replace("预约时间", "约定"), encoding="utf-8")
    given = [
        "--orders",
        str(orders),
        "--technicians",
        str(tmp_path / "technicians.csv"),
        "--report",
        str(tmp_path / "r.html"),
    ]
    assert main(["week", *given, "--iterations", "5", "--lang", "en"]) == 0
    assert "'约定' (is it appointment?)" in capsys.readouterr().err
    saved = tmp_path / "own.json"
    assert main(["week", *given, "--iterations", "5", "--column", "预约时间=约定", "--save-columns", str(saved)]) == 0
    assert json.loads(saved.read_text("utf-8")) == {"预约时间": "约定"}
    assert "约定" not in capsys.readouterr().err
    assert main(["week", *given, "--iterations", "5", "--columns", str(saved)]) == 0
    assert main(["week", *given, "--column", "预约=约定", "--lang", "en"]) == 2
    assert "columns has no value '预约'" in capsys.readouterr().err


def test_outputs_are_refused_before_any_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tables(tmp_path)
    before = (tmp_path / "orders.csv").read_bytes()

    def refused(*more: str) -> str:
        assert main(["week", *given, *more, "--lang", "en"]) == 2
        return capsys.readouterr().err

    assert refused("--report", str(tmp_path / "x" / ".." / "orders.csv")).endswith(
        "is an input and is not written over.\n"
    )
    assert refused("--report", str(tmp_path)).endswith("is a folder; a file is needed.\n")
    assert refused("--report", str(tmp_path / "none" / "r.html")) == f"There is no folder {tmp_path / 'none'}.\n"
    assert "--sheet is for workbooks" in refused("--report", str(tmp_path / "r.html"), "--sheet", "x")
    assert "written over" in refused("--report", str(tmp_path / "r.html"), "--results", str(tmp_path))
    assert refused("--report", str(tmp_path / "r.html"), "--until", "2024-07-09") == "--until needs --first-day.\n"
    assert (tmp_path / "orders.csv").read_bytes() == before
    assert not (tmp_path / "r.html").exists()


def test_a_folder_that_takes_no_files_is_found_before_any_work(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    folder = Path(tempfile.mkdtemp(prefix="paidan-"))  # not pytest's own, which only its owner may enter
    request.addfinalizer(lambda: shutil.rmtree(folder))
    given = tables(folder)
    (folder / "locked").mkdir(mode=0o000)
    folder.chmod(0o555)
    # Rights say nothing to root: be somebody else for as long. Nobody creates files in /proc.
    if os.geteuid() == 0:
        os.seteuid(65534)
        request.addfinalizer(lambda: os.seteuid(0))
    for words in (
        ["--report", str(folder / "r.html")],
        ["--report", str(folder / "locked" / "r.html")],
        ["--report", "/proc/self/r.html"],
        ["--report", "/dev/null", "--results", str(folder / "new" / "out")],
        ["--report", "/dev/null", "--results", str(folder / "week.xlsx")],
        ["--report", "/dev/null", "--save-columns", str(folder / "own.json")],
    ):
        assert main(["week", *given, *words, "--lang", "en"]) == 2
        assert capsys.readouterr().err == f"{words[-1]} cannot be written.\n"
        assert main(["week", *given, *words]) == 2
        assert capsys.readouterr().err == f"无法写入{words[-1]}。\n"
    assert {path.name for path in folder.iterdir()} == {"locked", "orders.csv", "technicians.csv"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("table", ["orders", "technicians", "actual"])
def test_templates_carry_every_column_with_comments(tmp_path: Path, language: str, table: str) -> None:
    assert main(["templates", str(tmp_path), "--lang", language]) == 0
    lines = (tmp_path / f"{table}.csv").read_text("utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    heading = lines[len(comments)].split(",")
    known = paidan.frames.headings(table)
    assert sorted(heading) == sorted(one.zh if language == "zh" else one.name for one in known)
    assert comments
    assert all(one.example for one in known), [one.name for one in known if not one.example]


def test_the_wheel_brings_the_program(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["columns", "orders"]) == 0
    columns = json.loads(capfd.readouterr().out)["columns"]
    appointment = next(one for one in columns if one["zh"] == "预约时间")
    assert (appointment["name"], appointment["example"], appointment["required"]) == (
        "appointment",
        "2024-07-09 10:00",
        False,
    )
    assert main(["pln"]) == 2
    assert "did you mean 'plan'" in capfd.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "why_not" in capfd.readouterr().out


def test_the_service_is_told_in_the_hosts_words_and_who_has_the_skill_comes_first(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(
        "order,lat,lon,service,day,skills,appointment\nA1,39.9,116.4,修燃气灶,2024-07-08,燃气,\n"
        "A2,39.9,116.4,换阀门,,燃气,2024-07-08 17:55\n",
        encoding="utf-8",
    )
    (tmp_path / "technicians.csv").write_text(
        "technician,name,lat,lon,start,end,skills\nT1,电工师傅,39.9,116.4,08:00,22:00,电工\n"
        "T2,气工师傅,39.9,116.4,08:00,17:00,燃气\n",
        encoding="utf-8",
    )
    given = ["--orders", str(tmp_path / "orders.csv"), "--technicians", str(tmp_path / "technicians.csv")]
    words = ["week", *given, "--report", str(tmp_path / "r.html"), "--iterations", "5", "--days", "1"]
    assert main([*words, "--results", str(tmp_path / "out")]) == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "修燃气灶" in page
    assert [one["nearest"] for one in rows(tmp_path / "out" / "unassigned.csv")] == ["T2"]


def test_what_is_not_due_yet_is_not_left_over(tmp_path: Path) -> None:
    week(tmp_path, "--results", str(tmp_path / "out"), "--first-day", "2024-07-08", "--days", "2")
    shown = {one["figure"]: one["value"] for one in rows(tmp_path / "out" / "figures.csv") if one["week"] == "ours"}
    assert int(shown["jobs"]) == sum(1 for n in range(26) if n % 6 < 2)


def test_many_errors_of_one_kind_are_three_lines_and_a_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tables(tmp_path)
    orders = tmp_path / "orders.csv"
    text = re.sub(r",(\d+),(燃气|电工)", r",x\1,\2", orders.read_text("utf-8"))
    orders.write_text(text, encoding="utf-8")
    assert main(["week", *given, "--report", str(tmp_path / "r.html"), "--lang", "en"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 5
    assert lines[3] == "    … and 8 more of the same kind"
    assert "'备注' (is it notes?)" in lines[4]  # what was not understood is said beside the errors


def test_nothing_of_the_hosts_is_overwritten_or_taken_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    city = tmp_path / "北京"
    city.mkdir()
    (city / "orders.csv").write_text("city,order,lat,lon,day\n北京,A1,39.9,116.4,2024-07-08\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text("city,technician,lat,lon,start,end\n北京,T,39.9,116.4,8:00,17:00\n", "utf-8")
    given = ["--orders", str(city / "orders.csv"), "--technicians", str(tmp_path / "people.csv"), "--lang", "en"]
    words = ["week", *given, "--report", str(tmp_path / "r.html"), "--iterations", "5"]
    assert main([*words, "--by", "city", "--results", str(tmp_path)]) == 2
    assert "lies in the output folder" in capsys.readouterr().err
    own = tmp_path / "out" / "problem-2024-01-01.json"
    own.parent.mkdir()
    own.write_text("mine", encoding="utf-8")
    assert main([*words, "--results", str(own.parent), "--no-masks"]) == 0
    assert (own.parent / "problem-2024-07-08.json").exists()
    assert main([*words, "--results", str(own.parent)]) == 0
    assert not (own.parent / "problem-2024-07-08.json").exists()
    assert own.read_text("utf-8") == "mine"
    assert main([*words, "--save-columns", str(tmp_path / "r.html")]) == 2
    assert "cannot be two outputs at once" in capsys.readouterr().err


def test_orders_without_any_day_ask_for_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "o.csv").write_text("order,lat,lon\n①,31.2,121.4\n", encoding="utf-8")
    (tmp_path / "t.csv").write_text("technician,lat,lon,start,end\nT,31.2,121.4,8:00,17:00\n", encoding="utf-8")
    words = ["week", "--orders", str(tmp_path / "o.csv"), "--technicians", str(tmp_path / "t.csv"), "--lang", "en"]
    words += ["--report", str(tmp_path / "r.html"), "--results", str(tmp_path / "out")]
    assert main(words) == 2
    assert "no order names a day" in capsys.readouterr().err
    assert main([*words, "--first-day", "2024-07-08"]) == 0


def test_mappings_that_are_none_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tables(tmp_path)
    words = ["week", *given, "--report", str(tmp_path / "r.html"), "--lang", "en"]
    for text in ('["预约时间=约定"]', '{"预约时间": null}'):
        (tmp_path / "own.json").write_text(text, encoding="utf-8")
        assert main([*words, "--columns", str(tmp_path / "own.json")]) == 2
        assert capsys.readouterr().err.endswith('must hold {"KNOWN": "OWN"}.\n')

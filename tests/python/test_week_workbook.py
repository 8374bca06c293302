"""A week's results as one workbook: what the CSVs say, for people."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from paidan.__main__ import main
from paidan.report.words import WORDS
from paidan.week import workbook
from paidan.week.tables import TABLES
from test_week_page import rows, tables, week

LOCAL = "%Y-%m-%d %H:%M:%S"


def sheets(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    return {page.title: list(page.iter_rows(values_only=True)) for page in book}


def as_csv(cell: Any, name: str) -> str:
    """What the CSV has where the workbook has this."""
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.strftime("%Y-%m-%d" if name == "day" else LOCAL)
    return str(cell)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_workbook_says_what_the_csvs_say(tmp_path: Path, language: str) -> None:
    out, path = tmp_path / "out", tmp_path / "week.xlsx"
    week(tmp_path, "--results", str(out), "--results", str(path), "--lang", language)
    pages = sheets(path)
    at = 0 if language == "zh" else 1
    assert list(pages) == [(table.zh, table.en)[at] for table in TABLES]
    for table, (head, *body) in zip(TABLES, pages.values(), strict=True):
        columns = [column for column in table.columns if not column.code]
        assert list(head) == [(column.zh, column.en)[at] for column in columns]
        plain = rows(out / f"{table.name}.csv")
        assert plain or table.name in ("judged", "violations")  # nothing to compare with was given
        assert len(body) == len(plain)
        for row, line in zip(body, plain, strict=True):
            for cell, column in zip(row, columns, strict=True):
                value = line[column.name]
                if column.words is not None:
                    assert cell == WORDS[column.words + value][at]
                elif column.name == "value":
                    number = value.rstrip("%")
                    shown = None if cell is None else cell * (100 if value.endswith("%") else 1)
                    digits = len(number.partition(".")[2])
                    assert shown is None if not value else abs(shown - float(number)) <= 0.5001 * 10**-digits
                else:
                    assert as_csv(cell, column.name) == value.removeprefix("'")


def test_numbers_are_numbers_and_times_are_times(tmp_path: Path) -> None:
    week(tmp_path, "--results", str(tmp_path / "week.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "week.xlsx")
    page = book["上门"]
    assert page.freeze_panes == "A2"
    head = {cell.value: cell.column for cell in page[1]}
    kinds = {
        heading: {type(page.cell(row, column).value) for row in range(2, page.max_row + 1)}
        for heading, column in head.items()
    }
    assert kinds["日期"] == kinds["出发"] == kinds["开始服务"] == {dt.datetime}
    assert kinds["第几站"] == kinds["服务(分钟)"] == kinds["迟到(分钟)"] == {int}
    assert kinds["工单号"] == {str}
    figures = {(row[0].value, row[1].value): row[2] for row in book["指标"].iter_rows(min_row=2)}
    share = figures["守约率(占全部预约)", "派单方案"]
    assert 0 <= share.value <= 1
    assert share.number_format == "0.0%"


@pytest.mark.parametrize(
    "start", ["=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "http://a.example", "{=1}", "0012", "<b>"]
)
def test_texts_stay_texts_whatever_they_begin_with(tmp_path: Path, start: str) -> None:
    (tmp_path / "o.csv").write_text(f'order,name,lat,lon,day\nA1,"{start}",39.9,116.4,2024-07-08\n', encoding="utf-8")
    (tmp_path / "t.csv").write_text("technician,lat,lon,start,end\nT,39.9,116.4,8:00,17:00\n", encoding="utf-8")
    words = ["week", "--orders", str(tmp_path / "o.csv"), "--technicians", str(tmp_path / "t.csv")]
    path = tmp_path / "w.xlsx"
    assert main([*words, "--report", str(tmp_path / "r.html"), "--results", str(path)]) == 0
    cell = openpyxl.load_workbook(path)["工单"]["C2"]
    assert cell.value == start
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert cell.quotePrefix == (start[0] in "=+-@")


def test_the_workbook_is_masked_as_the_page_is(tmp_path: Path) -> None:
    path = tmp_path / "week.xlsx"

    def text() -> str:
        return " ".join(str(cell) for page in sheets(path).values() for row in page for cell in row)

    week(tmp_path, "--results", str(path))
    assert "13812345678" not in text()
    assert "501室" not in text()
    assert "138****5678" in text()
    week(tmp_path, "--results", str(path), "--no-masks")
    assert "13812345678" in text()
    assert not list(tmp_path.glob("*.json"))


def test_the_same_week_is_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("a.xlsx", "b.xlsx"):
        week(tmp_path, "--results", str(tmp_path / name))
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_workbooks_are_refused_before_any_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = [*tables(tmp_path), "--report", str(tmp_path / "r.html"), "--lang", "en"]
    own = tmp_path / "places.xlsx"
    own.write_bytes(b"mine")
    (tmp_path / "folder.xlsx").mkdir()

    def refused(*more: str) -> str:
        assert main(["week", *given, *more]) == 2
        return capsys.readouterr().err

    assert refused("--places", str(own), "--results", str(tmp_path / "." / "places.xlsx")).endswith(
        "is an input and is not written over.\n"
    )
    assert refused("--results", str(tmp_path / "folder.xlsx")).endswith("is a folder; a file is needed.\n")
    assert refused("--results", str(tmp_path / "none" / "a.xlsx")) == f"There is no folder {tmp_path / 'none'}.\n"
    twice = ["--results", str(tmp_path / "a.xlsx"), "--results", str(tmp_path / "x" / ".." / "a.xlsx")]
    assert "cannot be two outputs at once" in refused(*twice)
    assert own.read_bytes() == b"mine"
    assert not (tmp_path / "r.html").exists()


@pytest.mark.parametrize(
    ("module", "extra", "more"),
    [("xlsxwriter", "excel", ["--results", "week.xlsx"]), ("jinja2", "report", [])],
)
def test_a_missing_writer_is_missed_before_any_work(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    module: str,
    extra: str,
    more: list[str],
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "orders.csv").write_text("no table at all", encoding="utf-8")
    (tmp_path / "technicians.csv").write_text("", encoding="utf-8")
    words = ["week", "--orders", "orders.csv", "--technicians", "technicians.csv", "--report", "r.html", *more]
    assert main([*words, "--lang", "en"]) == 2
    assert capsys.readouterr().err == f"{module} is missing: pip install paidan[{extra}]\n"
    assert main(words) == 2
    assert capsys.readouterr().err == f"缺少{module},请安装:pip install paidan[{extra}]\n"


def test_what_does_not_fit_goes_on_in_another_sheet_or_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    path = tmp_path / "a.xlsx"
    said = workbook.write_sheets(path, [("orders", ["n", "text"], [(n, "a" * 40_000) for n in range(7)])], "en")
    pages = sheets(path)
    assert list(pages) == ["orders", "orders 2", "orders 3"]
    assert [row[0] for page in pages.values() for row in page[1:]] == list(range(7))
    assert all(page[0] == ("n", "text") for page in pages.values())
    assert pages["orders"][1][1] == "a" * 32_766 + "…"
    assert said[0] == f"{path}, sheet 'orders': 3 cells of more than 32767 characters were cut; they end in …"
    assert len(said) == 3


def test_cities_have_a_workbook_each_and_one_of_all(tmp_path: Path) -> None:
    orders, people = ["城市,order,lat,lon,day,appointment"], ["城市,technician,lat,lon,start,end"]
    for n in range(12):
        orders.append(f"{'北京上海天津'[n % 3 * 2 : n % 3 * 2 + 2]},A{n},{39.9 + n * 0.001},116.4,2024-07-08,")
    people += ["北京,T1,39.9,116.4,08:00,17:00", "上海,T2,39.9,116.4,08:00,17:00"]
    (tmp_path / "o.csv").write_text("\n".join(orders) + "\n", encoding="utf-8")
    (tmp_path / "t.csv").write_text("\n".join(people) + "\n", encoding="utf-8")
    words = ["week", "--orders", str(tmp_path / "o.csv"), "--technicians", str(tmp_path / "t.csv"), "--by", "城市"]
    words += ["--report", str(tmp_path / "r.html"), "--results", str(tmp_path / "all.xlsx"), "--processes", "1"]
    assert main(words) == 0
    ((head, *lines),) = sheets(tmp_path / "all.xlsx").values()
    assert head[:4] == ("城市", "全部工单", "完成工单", "期末未完成")
    assert [line[0] for line in lines] == ["上海", "北京", "天津", "合计"]
    for column in range(1, 9):
        assert sum(line[column] for line in lines[:-1]) == lines[-1][column]
    assert lines[-1][1] == 12
    assert {path.name for path in (tmp_path / "all-城市").iterdir()} == {"上海.xlsx", "北京.xlsx"}
    for city, jobs, served, *_ in lines[:2]:
        body = sheets(tmp_path / "all-城市" / f"{city}.xlsx")["工单"][1:]
        assert len({row[1] for row in body}) == jobs
        assert sum(row[4] == "已完成" for row in body) == served

"""Excel files as people and programs write them: everything is read, or one sentence says what is wrong."""

import csv
import datetime as dt
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import paidan
import pytest
from paidan import frames

HEAD = ["工单号", "纬度", "经度", "服务日期", "时长", "技能", "名称"]
PEOPLE = b"technician,lat,lon,start,end,skills\nG1,39.9,116.4,08:30,17:30,gas\n"


def book(path: Path, rows: list[list[Any]], change: Callable[[Any], None] | None = None) -> Path:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.title = "工单"
    for row in rows:
        page.append(row)
    if change is not None:
        change(made)
    made.save(path)
    return path


def orders(count: int = 3) -> list[list[Any]]:
    return [HEAD, *[[f"A{n}", 39.9, 116.4, dt.datetime(2025, 3, 12), 60, "gas", f"job {n}"] for n in range(count)]]


def read(path: Path, **options: Any) -> paidan.Problem:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", paidan.Notice)
        return frames.read_problem(path, PEOPLE, **options)


def refused(path: Path, **options: Any) -> list[str]:
    with pytest.raises(paidan.InvalidInput) as caught:
        read(path, **options)
    return [str(error) for error in caught.value.errors]


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("extent", ["A1", "A1:G2", "A1:A1048576"])
def test_a_wrong_dimension_loses_no_row(tmp_path: Path, extent: str) -> None:
    path = book(tmp_path / "a.xlsx", orders())
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb'<dimension ref="[^"]*"', f'<dimension ref="{extent}"'.encode(), xml),
    )
    assert [order.id for order in read(path).orders] == ["A0", "A1", "A2"]


def test_formulas_without_a_value_and_error_values_name_their_cell(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        made.active["E2"] = "=60+120"
        made.active["F3"] = '="gas"'
        made.active["G4"] = "#N/A"

    found = refused(book(tmp_path / "a.xlsx", orders(), change))
    assert found == [
        "orders.时长, row 2: 时长 holds the formula =60+120 without a stored value: open and save the workbook",
        'orders.技能, row 3: 技能 holds the formula ="gas" without a stored value: open and save the workbook',
        "orders.名称, row 4: 名称 holds the error value #N/A",
    ]


def test_what_stands_in_columns_nobody_reads_does_no_harm(tmp_path: Path) -> None:
    rows = [[*row, "毛利"] if n == 0 else [*row, "=1+1"] for n, row in enumerate(orders())]
    assert len(read(book(tmp_path / "a.xlsx", rows)).orders) == 3


def test_an_id_that_lost_its_digits_is_refused(tmp_path: Path) -> None:
    rows = orders(1)
    rows[1][0] = 20250312100000123
    (found,) = refused(book(tmp_path / "a.xlsx", rows))
    assert found.startswith("orders.工单号, row 2: 工单号 holds 2.02503121000001e+16, a number of more digits")
    rows[1][0] = 123456789012345
    assert read(book(tmp_path / "b.xlsx", rows)).orders[0].id == "123456789012345"


def test_24_00_is_the_end_of_a_day(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        for cell, style in (("E2", "h:mm"), ("E3", "[h]:mm")):
            made.active[cell].number_format = style

    rows: list[list[Any]] = [
        ["工号", "纬度", "经度", "上班", "下班"],
        ["G1", 39.9, 116.4, dt.time(8), 1],
        ["G2", 39.9, 116.4, dt.time(8), 1],
    ]
    people = book(tmp_path / "a.xlsx", rows, change)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        problem = frames.read_problem(b"order,lat,lon,day\nA1,39.9,116.4,2025-03-12\n", people)
    for person in problem.technicians:
        assert person.shifts[0].end == dt.datetime.fromisoformat("2025-03-13T00:00:00+08:00")


def test_another_sheet_is_named_and_may_be_asked_for(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        more = made.create_sheet("四月")
        for row in orders(5):
            more.append(row)
        made.create_sheet("草稿").sheet_state = "hidden"
        made.move_sheet("草稿", -2)

    path = book(tmp_path / "a.xlsx", orders(), change)
    with pytest.warns(paidan.Notice, match=r"sheet '工单' was read; there are also 草稿, 四月"):
        assert len(frames.read_problem(path, PEOPLE).orders) == 3
    assert len(read(path, sheet="四月").orders) == 5
    assert refused(path, sheet="五月") == ["there is no sheet '五月'; there are 草稿, 工单, 四月"]


def test_a_warning_stands_at_the_hosts_own_line(tmp_path: Path) -> None:
    with pytest.warns(paidan.Notice, match="columns without anything") as caught:
        frames.read_problem(book(tmp_path / "a.xlsx", orders()), PEOPLE)
    assert {Path(one.filename).name for one in caught} == {"test_workbook.py"}


def test_files_that_are_none_get_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"order,lat\n")
    assert refused(path) == ["'a.xlsx' is no Excel workbook, or a damaged one"]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "b")
    assert refused(path) == ["'a.xlsx' is no Excel workbook, or a damaged one"]
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert refused(path) == ["'a.xlsx' is protected by a password or of an old format: save it as .xlsx without one"]
    whole = book(tmp_path / "b.xlsx", orders()).read_bytes()
    for size in (100, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:size])
        assert len(refused(path)) == 1
    rewritten(
        book(path, orders()), "xl/workbook.xml", lambda xml: xml.replace(b"<workbook", b"<!DOCTYPE x><workbook", 1)
    )
    assert refused(path) == ["'a.xlsx' is no Excel workbook, or a damaged one"]


def test_hostile_workbooks_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", orders())
    far = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", far))
    assert refused(path)[0].startswith("the file has more than 20000000 cells (up to row 1048576, column 16384)")
    cells = b"".join(b'<row r="%d">' % n + b'<c t="s"><v>0</v></c>' * 20 + b"</row>" for n in range(1, 20_000))
    path = book(tmp_path / "b.xlsx", orders())
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml[: xml.index(b"<sheetData>") + 11] + cells + b"</sheetData></worksheet>",
    )
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"<sst><si><t>" + b"a" * 60_000 + b"</t></si></sst>")
    assert refused(path)[0].startswith("the file has more than 536870912 bytes of text")


def test_1904_dates_merged_cells_and_html_stay_what_they_are(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        made.active["G2"] = "<b>&amp;"
        made.active.merge_cells("A6:C7")

    problem = read(book(tmp_path / "a.xlsx", orders(), change))
    assert problem.orders[0].name == "<b>&amp;"
    assert problem.origin.date() == dt.date(2025, 3, 12)


def test_what_merged_cells_show_beside_several_rows_holds_for_each(tmp_path: Path) -> None:
    rows = [["一周工单", *[""] * 6], *orders(5)]
    for k in (3, 4):  # rows 5 and 6 show the skill and the day of row 4
        rows[k + 1][5] = rows[k + 1][3] = None
    rows[3][5] = "electric"

    def change(made: Any) -> None:
        for merged in ("A1:G1", "F4:F6", "D4:D6"):
            made.active.merge_cells(merged)

    path = book(tmp_path / "a.xlsx", rows, change)
    with pytest.warns(
        paidan.Notice, match=r"a value of merged cells was taken for each of their rows \(4 cells filled\)"
    ):
        problem = frames.read_problem(path, PEOPLE)
    assert [order.skills[0].skill for order in problem.orders] == ["gas", "electric", "electric", "electric", "gas"]
    assert {order.release for order in problem.orders} == {dt.datetime.fromisoformat("2025-03-12T00:00:00+08:00")}


def test_merged_headings_are_no_values(tmp_path: Path) -> None:
    rows = [[*HEAD, "备注"], ["", "", "", "", "", "", "", "x"], *orders(2)[1:]]

    def change(made: Any) -> None:
        made.active.merge_cells("A1:A2")

    found = refused(book(tmp_path / "a.xlsx", rows, change))
    assert "orders.工单号, row 2: 工单号 is required" in found


def test_empty_and_hidden_sheets_get_one_sentence(tmp_path: Path) -> None:
    assert refused(book(tmp_path / "a.xlsx", [])) == ["orders: the file is empty"]
    assert refused(book(tmp_path / "b.xlsx", [HEAD])) == ["first_day: no order names a day, so first_day must be given"]

    def empty_first(made: Any) -> None:
        made.create_sheet("封面", 0)

    path = book(tmp_path / "c.xlsx", orders(), empty_first)
    with (
        pytest.warns(paidan.Notice, match="sheet '封面' was read; there are also 工单"),
        pytest.raises(paidan.InvalidInput),
    ):
        frames.read_problem(path, PEOPLE)
    assert len(read(path, sheet="工单").orders) == 3

    def hide(made: Any) -> None:
        made.create_sheet("给人看的", 0)
        made["工单"].sheet_state = "veryHidden"

    path = book(tmp_path / "d.xlsx", orders(), hide)
    assert len(read(path, sheet="工单").orders) == 3  # asked for by name, it is read
    rewritten(path, "xl/workbook.xml", lambda xml: xml.replace(b'state="visible"', b'state="hidden"'))
    assert refused(path) == ["there is no sheet ''; there are 给人看的, 工单"]


def test_commands_in_cells_stay_texts_in_every_output(tmp_path: Path) -> None:
    """What other programs would run as a formula: read as a text, and written so that nobody runs it."""
    from paidan.__main__ import main

    names = ["=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1)", "<script>alert(1)</script>", "<b>", "a\tb"]
    rows = [HEAD, *[[f"A{n}", 39.9, 116.4, dt.datetime(2025, 3, 12), 60, "", name] for n, name in enumerate(names)]]

    def as_texts(made: Any) -> None:
        for n, name in enumerate(names, 2):
            made.active.cell(n, 7).value = name
            made.active.cell(n, 7).data_type = "s"

    path = book(tmp_path / "a.xlsx", rows, as_texts)
    assert [order.name for order in read(path).orders] == names
    (tmp_path / "t.csv").write_bytes(PEOPLE)
    words = [
        "week",
        "--orders",
        str(path),
        "--technicians",
        str(tmp_path / "t.csv"),
        "--lang",
        "en",
        "--iterations",
        "0",
    ]
    out = tmp_path / "out"
    assert (
        main(
            [*words, "--report", str(tmp_path / "r.html"), "--results", str(out), "--results", str(tmp_path / "w.xlsx")]
        )
        == 0
    )
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    with (out / "orders.csv").open(encoding="utf-8-sig", newline="") as file:
        told = [row["order_name"] for row in csv.DictReader(file)]
    assert told == ["'" + name if name[0] in "=+-@" else name for name in names]
    cells = openpyxl.load_workbook(tmp_path / "w.xlsx")["orders"]["C"][1:]
    assert [cell.value for cell in cells] == names
    assert {cell.data_type for cell in cells} == {"s"}


def test_headings_that_are_dates_give_the_roster(tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas")
    rows: list[list[Any]] = [
        ["工号", "纬度", "经度", dt.datetime(2025, 3, 12), dt.datetime(2025, 3, 13)],
        ["G1", 39.9, 116.4, "8:00-17:00", "休息"],
    ]
    path = book(tmp_path / "a.xlsx", rows)
    for source in (path, pd.read_excel(path), pd.read_excel(path, engine="calamine")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            problem = frames.read_problem(b"order,lat,lon,day\nA1,39.9,116.4,2025-03-12\n", source)
        assert [shift.id for shift in problem.technicians[0].shifts] == ["2025-03-12"]


def test_a_formula_that_gives_an_empty_text_is_a_blank(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", orders())
    empty = b'<c r="F2" t="str"><f>IF(B1="","",B1)</f><v></v></c>'
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb'<c r="F2".*?</c>', lambda _: empty, xml, count=1),
    )
    assert read(path).orders[0].skills == ()


def test_the_last_row_is_not_lost_when_only_formulas_are_in_it(tmp_path: Path) -> None:
    rows = [*orders(), ["=1+1", "=2", "=3", "=4"]]
    assert len(refused(book(tmp_path / "a.xlsx", rows))) == 4


def test_hostile_xml_is_read_or_refused(tmp_path: Path) -> None:
    """Tags that are opened 300 000 times and never closed: a search that starts again at each would not end."""
    for piece, orders_read in ((b"<c>", 3), (b"<row ", None), (b'<c t="s"', None)):
        path = book(tmp_path / "a.xlsx", orders())
        rewritten(path, "xl/worksheets/sheet1.xml", lambda xml, p=piece: xml + b"<f/>" + p * 300_000)  # type: ignore[misc]
        if orders_read is None:
            assert refused(path) == ["'a.xlsx' is no Excel workbook, or a damaged one"]
        else:
            assert len(read(path).orders) == orders_read


def test_damaged_data_in_the_archive_gets_one_sentence(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", orders())
    data = bytearray(path.read_bytes())
    at = data.index(b"xl/worksheets/sheet1.xml") + 40
    data[at : at + 20] = b"\xff" * 20
    path.write_bytes(bytes(data))
    assert refused(path) == ["'a.xlsx' is no Excel workbook, or a damaged one"]

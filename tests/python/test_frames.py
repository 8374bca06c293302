"""Spreadsheets in: the same words for DataFrames, dicts, .csv and .xlsx; all errors at once, with the rows people see."""

import datetime as dt
import decimal
import pathlib
import warnings

import numpy as np
import openpyxl
import paidan
import pandas as pd
import pytest
from city import at
from paidan import _workbook, frames

DAY = dt.date(2024, 7, 8)

ORDERS = {
    "工单号": ["A1", "A2", "A3"],
    "地址": ["一号楼", "二号楼", "一号楼"],
    "纬度": [31.2304, 31.24, None],
    "经度": [121.47, 121.48, None],
    "服务项目": ["热水器维修", "", ""],
    "时长": [45, 60.0, None],
    "技能": ["gas:2", None, "electric"],
    "预约时间": ["2024-07-08 14:00", None, None],
    "服务日期": [None, "2024-07-08", "2024-07-08"],
    "优先级": [0, 2, 0],
}
TECHNICIANS = {
    "工号": ["wang", "li"],
    "姓名": ["王师傅", "李师傅"],
    "纬度": [31.22, 31.25],
    "经度": [121.46, 121.49],
    "上班": ["8:00", "9:30"],
    "下班": ["18:00", "17:30"],
    "技能": ["gas:2@2024-12-31", "electric"],
    "评分": [4.8, None],
}


def csv_of(table: dict[str, list[object]]) -> str:
    rows = zip(*table.values(), strict=True)
    cell = lambda value: "" if value is None else str(value)  # noqa: E731
    return "\n".join([",".join(table), *(",".join(cell(value) for value in row) for row in rows)]) + "\n"


def write_excel(path: pathlib.Path, table: dict[str, list[object]], comments: int = 0) -> pathlib.Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for i in range(comments):
        sheet.append([f"# comment {i}"])
    sheet.append(list(table))
    for row in zip(*table.values(), strict=True):
        sheet.append(list(row))
    book.save(path)
    return path


def test_orders_come_from_a_frame_with_chinese_headings() -> None:
    sheet = frames.orders_from_frame(pd.DataFrame(ORDERS))
    assert [order.id for order in sheet.orders] == ["A1", "A2", "A3"]
    first = sheet.orders[0]
    assert first.location == "一号楼"
    assert first.service == dt.timedelta(minutes=45)
    assert first.skills == (paidan.SkillLevel(skill="gas", level=2),)
    assert first.promise is not None
    assert first.promise.at == at(14)
    assert sheet.orders[1].priority == 2
    assert sheet.orders[2].service == dt.timedelta(minutes=60)  # blank: the default
    assert [place.id for place in sheet.locations] == ["一号楼", "二号楼"]
    assert sheet.locations[0].point == paidan.GeoPoint(lat=31.2304, lon=121.47)
    assert sheet.rows["orders"] == (2, 3, 4)


def test_every_source_means_the_same(tmp_path: pathlib.Path) -> None:
    expected = frames.orders_from_frame(pd.DataFrame(ORDERS))
    plain = csv_of(ORDERS)
    utf8, bom, gb18030 = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv"
    utf8.write_text(plain, encoding="utf-8")
    bom.write_text(plain, encoding="utf-8-sig")
    gb18030.write_text(plain, encoding="gb18030")
    excel = write_excel(tmp_path / "d.xlsx", ORDERS)
    for source in (ORDERS, plain.encode(), utf8, str(bom), gb18030, excel, pd.DataFrame(ORDERS).astype(object)):
        read = frames.read_orders(source)
        assert read == expected, source


def test_english_headings_and_the_hosts_own_are_the_same() -> None:
    chinese = frames.orders_from_frame(pd.DataFrame(ORDERS))
    names = {heading.zh: heading.name for heading in frames.headings("orders")}
    assert frames.orders_from_frame(pd.DataFrame(ORDERS).rename(columns=names)) == chinese
    own = pd.DataFrame(ORDERS).rename(columns={"工单号": "报修编号", "时长": "预计用时"})
    assert frames.orders_from_frame(own, columns={"报修编号": "order", "预计用时": "minutes"}) == chinese


def test_comments_above_the_heading_keep_the_rows_right(tmp_path: pathlib.Path) -> None:
    excel = write_excel(tmp_path / "a.xlsx", ORDERS, comments=3)
    assert frames.read_orders(excel).rows["orders"] == (5, 6, 7)


def test_technicians_get_a_shift_a_day() -> None:
    sheet = frames.technicians_from_frame(pd.DataFrame(TECHNICIANS), first_day=DAY, days=2)
    wang, li = sheet.technicians
    assert [(shift.start, shift.end) for shift in wang.shifts] == [(at(8), at(18)), (at(8, day=9), at(18, day=9))]
    assert li.shifts[0].start == at(9, 30)
    assert wang.skills == (paidan.SkillHeld(skill="gas", level=2, valid_until=dt.date(2024, 12, 31)),)
    assert (wang.rating, li.rating) == (480, 0)
    assert wang.name == "王师傅"
    assert sheet.rows["technicians"] == (2, 3)


def test_times_and_numbers_of_excel_are_times_and_numbers(tmp_path: pathlib.Path) -> None:
    typed: dict[str, list[object]] = {
        **TECHNICIANS,
        "上班": [dt.time(8), dt.time(9, 30)],
        "下班": [dt.time(18), dt.time(17, 30)],
    }
    excel = write_excel(tmp_path / "t.xlsx", typed)
    plain = frames.technicians_from_frame(TECHNICIANS, first_day=DAY, days=1)
    assert frames.read_technicians(excel, first_day=DAY, days=1) == plain
    orders: dict[str, list[object]] = {
        **ORDERS,
        "预约时间": [dt.datetime(2024, 7, 8, 14), None, None],
        "服务日期": [None, dt.date(2024, 7, 8), dt.datetime(2024, 7, 8)],
    }
    assert frames.read_orders(write_excel(tmp_path / "o.xlsx", orders)) == frames.orders_from_frame(ORDERS)


def test_pandas_and_numpy_cells_are_read_by_value() -> None:
    frame = pd.DataFrame(
        {
            "order": np.array(["A1", "A2"]),
            "lat": np.array([31.2, 31.3], dtype=np.float64),
            "lon": [decimal.Decimal("121.4"), 121.5],
            "minutes": pd.array([30, pd.NA], dtype="Int64"),
            "appointment": pd.to_datetime(["2024-07-08 06:00", None], utc=True),
            "day": [pd.NaT, pd.Timestamp("2024-07-08")],
            "priority": np.array([1, 2], dtype=np.uint8),
        }
    )
    sheet = frames.orders_from_frame(frame)
    assert sheet.orders[0].promise is not None
    assert sheet.orders[0].promise.at == at(14)
    assert [order.service for order in sheet.orders] == [dt.timedelta(minutes=30), dt.timedelta(minutes=60)]
    assert [order.priority for order in sheet.orders] == [1, 2]


def test_a_whole_week_is_read_planned_and_valid() -> None:
    problem = frames.read_problem(pd.DataFrame(ORDERS), TECHNICIANS)
    assert problem.zone.name == "Asia/Shanghai"
    plan = paidan.plan(problem, iterations=20)
    assert plan.unassigned == ()
    assert paidan.evaluate(problem, plan).valid
    assert len(frames.to_frame(problem.orders)) == 3
    assert frames.plan_to_frame(plan).equals(plan.to_frame())
    assert list(frames.to_frame(problem.orders, columns=["id", "priority"]).columns) == ["id", "priority"]


def test_orders_alone_may_be_of_any_days() -> None:
    table: dict[str, list[object]] = {
        "order": ["A1", "A2", "A3"],
        "lat": [31.2] * 3,
        "lon": [121.4] * 3,
        "day": ["2023-01-01", "2024-07-08", None],
        "appointment": [None, "2024-07-08 14:00", None],
    }
    orders = frames.orders_from_frame(table).orders
    assert [order.id for order in orders] == ["A1", "A2", "A3"]
    assert orders[0].release == dt.datetime.fromisoformat("2023-01-01T00:00:00+08:00")
    assert orders[1].promise is not None
    assert orders[1].promise.at == at(14)
    dayless = frames.orders_from_frame({name: table[name] for name in ("order", "lat", "lon")})
    assert len(dayless.orders) == 3
    with pytest.raises(paidan.InvalidInput) as caught:
        frames.read_problem(table, TECHNICIANS)
    assert [error.code for error in caught.value.errors] == ["too_many_days"]
    assert "give first_day and days" in str(caught.value)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        assert len(frames.read_problem(table, TECHNICIANS, first_day=DAY, days=2).orders) == 3
    assert any("outside the days that are planned" in str(one.message) for one in said)
    with pytest.raises(paidan.InvalidInput, match="days must be between 1 and 92, got 93"):
        frames.technicians_from_frame(TECHNICIANS, first_day=DAY, days=93)


def test_two_sheets_make_a_problem_by_hand() -> None:
    orders = frames.orders_from_frame(ORDERS)
    technicians = frames.technicians_from_frame(TECHNICIANS, first_day=DAY, days=1)
    problem = paidan.Problem(
        zone="Asia/Shanghai",
        locations=[*orders.locations, *technicians.locations],
        orders=orders.orders,
        technicians=technicians.technicians,
        rows={"orders": orders.rows["orders"], "technicians": technicians.rows["technicians"]},
    )
    assert paidan.plan(problem, iterations=10).unassigned == ()


# ---------------------------------------------------------------- errors


def errors_of(source: object, **options: object) -> tuple[paidan.Error, ...]:
    with pytest.raises(paidan.InvalidInput) as caught:
        frames.orders_from_frame(source, **options)  # type: ignore[arg-type]
    return caught.value.errors


def test_ten_errors_in_one_table_are_all_reported_with_row_and_column() -> None:
    bad: dict[str, list[object]] = {
        "工单号": ["A1", None, float("nan"), "A4", "A5"],
        "纬度": [31.2, 31.2, 31.2, "north", 95.0],
        "经度": [121.4, 121.4, 121.4, 121.4, float("inf")],
        "时长": [1.5, "an hour", 30, -5, 99999],
        "预约时间": ["tomorrow", None, "2024-07-08 25:00", None, None],
        "服务日期": [None, "2024-02-30", None, None, None],
        "优先级": ["high", 0, 0, 0, 2.5],
    }
    errors = errors_of(pd.DataFrame(bad))
    assert len(errors) >= 10
    places = {(error.row, error.path) for error in errors}
    for row, column in [
        (2, "时长"),
        (2, "预约时间"),
        (3, "工单号"),
        (3, "时长"),
        (3, "服务日期"),
        (4, "工单号"),
        (4, "预约时间"),
        (5, "纬度"),
        (6, "经度"),
    ]:
        assert any(found_row == row and column in path for found_row, path in places), (row, column, places)
    assert [error.row for error in errors] == sorted(error.row for error in errors)
    for error in errors:
        assert error.message("zh").count("第") >= 1


def test_a_blank_in_a_required_column_names_row_and_column() -> None:
    frame = pd.DataFrame(
        {"工单号": ["A1", np.nan], "纬度": [31.2, 31.2], "经度": [121.4, 121.4], "服务日期": ["2024-07-08"] * 2}
    )
    errors = errors_of(frame)
    assert [error.message("en") for error in errors] == ["orders.工单号, row 3: 工单号 is required"]
    assert [error.message("zh") for error in errors] == ["orders.工单号,第3行:缺少必填项工单号"]


def test_a_missing_column_is_named_in_both_languages_with_what_is_known() -> None:
    error = errors_of({"单号": ["A1"], "纬度": [31.2], "经度": [121.4]})[0]
    assert error.code == "missing_column"
    assert error.row == 1
    assert error.message("en").startswith("orders, row 1: column 'order' (工单号) is missing")
    assert error.message("zh").startswith("orders,第1行:缺少列“工单号”(order)")


def test_a_mapping_to_an_unknown_field_is_named_with_the_nearest() -> None:
    error = errors_of({"单号": ["A1"], "order": ["A1"]}, columns={"单号": "ordr"})[0]
    assert error.code == "unknown_column"
    assert "did you mean 'order'" in error.message("en")


def test_a_local_time_that_occurs_twice_is_an_error_unless_an_offset_is_given() -> None:
    table = {"order": ["A1"], "lat": [40.7], "lon": [-74.0], "appointment": ["2024-11-03 01:30"]}
    error = errors_of(table, zone="America/New_York")[0]
    assert error.code == "ambiguous_time"
    assert error.row == 2
    good = frames.orders_from_frame({**table, "appointment": ["2024-11-03T01:30:00-05:00"]}, zone="America/New_York")
    assert good.orders[0].promise is not None


def test_files_that_cannot_be_tables_are_refused(tmp_path: pathlib.Path) -> None:
    empty, strange, broken = tmp_path / "empty.csv", tmp_path / "a.pdf", tmp_path / "broken.csv"
    empty.write_bytes(b"")
    strange.write_bytes(b"%PDF")
    broken.write_bytes(b"\xff\xff\x80,\x81\n")
    with pytest.raises(paidan.InvalidInput) as caught:
        frames.read_orders(empty)
    assert caught.value.errors[0].code == "empty_file"
    with pytest.raises(paidan.InvalidInput) as caught:
        frames.read_orders(strange)
    assert str(caught.value) == "cannot read 'a.pdf': a .csv or .xlsx file is needed"
    assert caught.value.message("zh") == "无法读取“a.pdf”:需要.csv或.xlsx文件"
    with pytest.raises(paidan.InvalidInput) as caught:
        frames.read_orders(broken)
    assert caught.value.errors[0].code == "wrong_encoding"
    with pytest.raises(FileNotFoundError):
        frames.read_orders(tmp_path / "nowhere.csv")


def test_a_file_beyond_the_limit_is_refused(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_workbook, "MAX_BYTES", 10)
    path = tmp_path / "a.csv"
    path.write_text("x" * 11)
    with pytest.raises(paidan.InvalidInput) as caught:
        frames.read_orders(path)
    assert str(caught.value) == "the file has more than 10 bytes, the limit of this reader"
    monkeypatch.setattr(frames, "MAX_ROWS", 1)
    with pytest.raises(paidan.InvalidInput, match="more than 1 rows"):
        frames.orders_from_frame(ORDERS)


def test_sources_of_a_wrong_kind_are_refused() -> None:
    with pytest.raises(TypeError, match="a DataFrame, a dict of columns, a path or bytes are needed, not int"):
        frames.orders_from_frame(5)
    with pytest.raises(ValueError, match="the columns differ in length"):
        frames.orders_from_frame({"order": ["A"], "lat": []})
    with pytest.raises(TypeError, match=r"columns must be|order_columns must be"):
        frames.orders_from_frame({"order": ["A"]}, columns={"a": 5})  # type: ignore[dict-item]
    with pytest.raises(ValueError, match="there is no table 'ordrs'"):
        frames.headings("ordrs")


def test_an_unknown_sheet_is_named(tmp_path: pathlib.Path) -> None:
    path = write_excel(tmp_path / "a.xlsx", ORDERS)
    with pytest.raises(paidan.InvalidInput, match="there is no sheet 'x'; there are Sheet"):
        frames.read_orders(path, sheet="x")


# ---------------------------------------------------------------- the other tables

PRICES = {
    "编码": ["P1", "P2"],
    "服务": ["冰箱", "冰箱"],
    "项目": ["上门费", "不制冷维修"],
    "单位": ["次", "次"],
    "最低价": [30, 120.5],
    "最高价": [30.0, decimal.Decimal("220")],
    "类型": ["fixed", "range"],
    "来源": ["S3", "S3"],
}


def test_prices_come_exactly_from_floats_whose_shortest_decimal_fits() -> None:
    data = frames.read_prices(pd.DataFrame(PRICES), id="demo")
    book = paidan.pricing.PriceBook.from_data(data)
    row = book.find("P2")
    assert row is not None
    assert (row.price_min, row.price_max) == (decimal.Decimal("120.5"), decimal.Decimal(220))
    assert [entry.row for entry in data.rows] == [2, 3]
    with pytest.raises(paidan.InvalidInput) as caught:
        paidan.pricing.PriceBook.from_data(
            frames.read_prices({**PRICES, "最低价": [30, 0.1 + 0.2], "最高价": [30, 1]}, id="demo")
        )
    assert caught.value.errors[0].row == 3
    assert "0.30000000000000004" in str(caught.value)


def test_rules_policies_catalogs_mappings_and_visits_are_read() -> None:
    rules = {"编码": ["P1"], "计量": ["one_way_km"], "免费量": [20], "一户一次": [True]}
    book = paidan.pricing.PriceBook.from_data(frames.read_prices(PRICES, rules=rules, id="demo"))
    rule = book.rule_of("P1")
    assert rule is not None
    assert rule.once_per_visit
    policies = {"政策编号": ["W1"], "保修类别": ["repair"], "期限": [90], "来源": ["S1"]}
    policy_set = paidan.warranty.PolicySet.from_data(frames.read_policies(pd.DataFrame(policies)))
    assert policy_set.policies[0].term == 90
    catalog = paidan.catalog.Catalog.from_data(
        frames.read_catalog(
            {
                "编码": ["F1"],
                "中文名": ["冰箱不制冷"],
                "价目编码": ["P2"],
                "附加费编码": ["P1"],
                "所需技能": ["cooling:2"],
                "保修类别": ["repair"],
            }
        )
    )
    entry = catalog.find("冰箱不制冷")
    assert entry is not None
    assert entry.skills == (paidan.catalog.SkillNeed(skill="cooling", level=2),)
    assert paidan.catalog.lint(catalog, price_codes=book.codes, warranty_categories=policy_set.categories) == []
    mapping = paidan.catalog.Mapping(
        frames.read_mapping({"类别": ["APPLIANCE"], "描述": ["FRIDGE"], "编码": ["F1"], "理由": ["same thing"]}),
        catalog,
    )
    assert len(mapping) == 1
    found = mapping.find("APPLIANCE", "FRIDGE")
    assert found is not None
    assert found.code == "F1"
    visits = frames.read_actual(
        {
            "工单号": ["A1"],
            "工号": ["wang"],
            "到达时间": ["2024-07-08 9:00"],
            "完成时间": [dt.datetime(2024, 7, 8, 9, 40)],
        }
    )
    assert visits == [paidan.ActualVisit(order="A1", technician="wang", arrival=at(9), end=at(9, 40), row=2)]


def test_cells_and_headings_as_people_write_them_mean_the_same_in_python() -> None:
    orders = pd.DataFrame(
        {
            "工单号": ["A1", "A2", "A3"],
            "纬度": [39.90, 39.91, 43.80],
            "经度": [116.40, 116.41, 125.30],
            "创建时间": ["2024-07-08 09:00"] * 3,
            "预约时间": ["7月10日 上午", "7/11 9:00-11:00", "2024-07-12 14:00"],
            "时长": ["1h30", "45分钟", 60],
        }
    )
    people = pd.DataFrame(
        {
            "工号": ["G1"],
            "纬度": [39.9],
            "经度": [116.4],
            "7月10日": ["9:00-12:00, 14:00-18:00"],
            "周四": ["8:00-12:00"],
        }
    )
    with pytest.warns(paidan.Notice):
        problem = frames.read_problem(orders, people)
    first, second, _ = problem.orders
    assert first.promise is not None
    assert second.promise is not None
    assert (first.promise.at.hour, first.promise.after) == (8, dt.timedelta(hours=4))
    assert (second.promise.at.day, second.promise.after) == (11, dt.timedelta(hours=2))
    assert [first.service, second.service] == [dt.timedelta(minutes=90), dt.timedelta(minutes=45)]
    assert [shift.id for shift in problem.technicians[0].shifts] == ["2024-07-10", "2024-07-10 2", "2024-07-11"]
    said = {notice.code: (notice.row, notice.path) for notice in problem.notices}
    assert said["year_assumed"] == said["part_of_day"] == (2, "orders")
    assert said["far_row"] == (4, "orders.纬度")
    assert {"day_columns", "split_days"} <= said.keys()
    orders.loc[2, ["纬度", "经度"]] = [116.4, 39.9]
    with pytest.raises(paidan.InvalidInput) as caught:
        frames.read_problem(orders, people)
    assert [(one.code, one.row) for one in caught.value.errors] == [("coordinates_swapped", 4)]


def test_actual_visits_are_read_in_the_zone_that_was_said(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "actual.csv"
    path.write_text("工单号,工号,到达时间,完成时间\nA1,G1,2024-07-09 10:05,2024-07-09 11:05\n", encoding="utf-8")
    with pytest.warns(paidan.Notice):
        (visit,) = frames.read_actual(path, zone="Asia/Shanghai")
    assert visit.arrival is not None
    assert visit.arrival.isoformat() == "2024-07-09T10:05:00+08:00"

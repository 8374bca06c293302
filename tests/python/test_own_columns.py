"""Own headings find the table that has them, and are never ignored."""

from __future__ import annotations

from pathlib import Path

import pytest
from paidan.__main__ import main

ORDERS = "单号,纬度,经度,时长,服务日期\nA1,39.91,116.40,30,2024-07-08\n"
PEOPLE = "工号,姓名,纬度,经度,上班,下班\nG1,王师傅,39.90,116.40,08:00,17:00\n"
ACTUAL = "单号,工号,签到,完工,状态\nA1,王师傅,2024-07-08 09:00,2024-07-08 09:30,完成\n"


def words(folder: Path, *more: str) -> list[str]:
    for name, text in (("o", ORDERS), ("t", PEOPLE), ("a", ACTUAL)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    given = ["week", "--orders", str(folder / "o.csv"), "--technicians", str(folder / "t.csv")]
    return [*given, "--report", str(folder / "r.html"), "--iterations", "10", "--column", "工单号=单号", *more]


def test_a_heading_that_both_tables_have_is_said_once(tmp_path: Path) -> None:
    actual = ["--actual", str(tmp_path / "a.csv"), "--column", "到达时间=签到", "--column", "actual.完成时间=完工"]
    assert main(words(tmp_path, *actual, "--column", "结果=状态")) == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "有1行写的是师傅姓名" in page


@pytest.mark.parametrize("own", ["actual.到达时间=签到", "nodes.lat=Y", "到达时间=签到"])
def test_a_mapping_of_a_table_that_is_not_given_is_refused(
    tmp_path: Path, own: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words(tmp_path, "--column", own)) == 2
    said = capsys.readouterr().err
    assert own in said
    assert ("--roads" if own.startswith("nodes") else "--actual") in said


@pytest.mark.parametrize("own", ["actual.junk", "actual.junk=x", "actual.到达时间"])
def test_what_is_no_column_of_the_actual_table_is_one_sentence(
    tmp_path: Path, own: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words(tmp_path, "--actual", str(tmp_path / "a.csv"), "--column", own)) == 2
    assert f"“{own}”:实际上门表没有这一列" in capsys.readouterr().err


def test_days_that_end_before_they_begin_are_said_in_their_own_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words(tmp_path, "--first-day", "2024-07-08", "--until", "2024-07-01")) == 2
    assert "--until 不能早于 --first-day" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["week.xls", "week.csv", "week.ods"])
def test_results_are_no_file_but_a_workbook(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words(tmp_path, "--results", str(tmp_path / name))) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert not (tmp_path / name).exists()

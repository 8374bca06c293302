"""The look at a page finds what is wrong with pages made wrong, and nothing in one that is right."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import sample_weeks
from looking import Absent, browser, looks, paper, printer

SHEET = '<div class="sheet busy"><h4>{name}</h4><p>stop</p></div>'
STYLE = """body{margin:0;font:15px/1.5 sans-serif;color:#222;background:#fff}
@media screen{.day>input:not(:checked)~.inside{display:none}}
@media print{.sheet.busy{break-before:page}}"""


def page(body: str, style: str = "") -> str:
    return f'<!doctype html><html><head><meta charset="utf-8"><style>{STYLE}{style}</style></head><body>{body}</body></html>'


def day(inside: str) -> str:
    return f'<div class="day"><input type="checkbox" id="d"><label for="d">Monday</label><div class="inside">{inside}</div></div>'


def picture(inside: str, more: str = "") -> str:
    return f'<svg viewBox="0 0 300 40" width="300" height="40" {more}>{inside}</svg>'


@pytest.fixture(scope="module", autouse=True)
def _needs_a_browser() -> None:
    try:
        browser()
        printer()
    except Absent as absent:
        pytest.skip(str(absent))


def test_a_page_without_faults_has_none() -> None:
    right = page(
        day(
            "<p>words <b>in a line</b> that wraps and wraps</p><div style='overflow-x:auto'><div style='width:900px'>wide"
            "</div></div>"
            + picture(
                '<circle cx="20" cy="20" r="12" fill="#003"/><text x="14" y="24" fill="#fff" font-size="11">12</text>'
            )
            + SHEET.format(name="T1")
        )
    )
    assert [str(one) for one in looks(right)] == []
    printed = paper(right)
    assert (printed.sheets, printed.faults) == (1, [])


WRONG = {
    "overlap": "<p style='margin:0'>above</p><p style='margin:-18px 0 0'>below</p>",
    "overlap ": picture('<text x="10" y="20">one</text><text x="20" y="24">other</text>'),
    "page is wider than the window": "<p style='width:1300px'>wide</p>",
    "cut off": "<div style='width:80px;overflow:hidden;white-space:nowrap'>a text longer than its box</div>",
    "cut off ": "<div style='width:80px;white-space:nowrap'>a text longer than its box</div>",
    "cut off  ": "<div style='height:9px;overflow:hidden'>a text higher than its box</div>",
    "cut off   ": picture('<text x="280" y="20">outside of it</text>'),
    "cut off    ": "<p style='position:fixed;left:-30px'>left of it</p>",
    "torn apart": "<p style='width:20px;overflow-wrap:anywhere'>at 10:30</p>",
    "too small": "<p style='font-size:6px'>small print</p>",
    "too small ": '<svg viewBox="0 0 3000 400" width="300" height="40"><text x="10" y="200" font-size="20">tiny</text></svg>',
    "too faint": "<p style='color:#999'>grey on white</p>",
    "too faint ": "<div style='background:#2c2c2c'><p style='color:#333'>black on black</p></div>",
    "too faint  ": "<p style='opacity:.4'>pale</p>",
    "too faint   ": picture('<rect width="300" height="40" fill="#222"/><text x="10" y="20">dark</text>'),
    "too faint    ": picture('<circle cx="20" cy="20" r="4" fill="#003"/><text x="10" y="24" fill="#fff">123</text>'),
    "covered by a shape": picture('<text x="10" y="20">under</text><rect width="300" height="40" fill="#ddd"/>'),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_found_in_every_mode_it_is_wrong_in(what: str) -> None:
    faults = looks(page(WRONG[what]))
    modes = {one.mode for one in faults if one.what == what.strip()}
    assert modes == {"wide", "phone", "print"}, [str(one) for one in faults]
    assert {one.what for one in faults} - {what.strip()} <= {"page is wider than the window", "cut off"}


def test_what_is_wrong_on_a_telephone_alone_is_found_there() -> None:
    faults = looks(page("<div style='width:600px'>a box of 600 px</div>"))
    assert {(one.mode, one.what) for one in faults} == {("phone", "page is wider than the window")}
    faults = looks(page("<p class='x'>pale on small screens</p>", "@media (max-width:640px){.x{color:#bbb}}"))
    assert {(one.mode, one.what) for one in faults} == {("phone", "too faint")}


def test_a_day_that_paper_does_not_show_is_found() -> None:
    closed = page(day("<p>words</p>"), ".day>input:not(:checked)~.inside{display:none}")
    assert {(one.mode, one.what) for one in looks(closed)} == {("print", "day not shown")}


def test_what_is_folded_away_is_missing_on_paper_alone() -> None:
    faults = looks(page("<details><summary>more</summary><p style='font-size:6px'>small print</p></details>"))
    assert {(one.mode, one.what) for one in faults} == {
        ("print", "folded away"),
        ("wide", "too small"),
        ("phone", "too small"),
    }


@pytest.mark.parametrize(
    ("body", "style", "what"),
    [
        (
            SHEET.format(name="T1") + SHEET.format(name="T2"),
            "@media print{.sheet.busy{break-before:auto}}",
            "two day sheets on one page",
        ),
        (
            "<p>above</p>" + SHEET.format(name="T1"),
            "@media print{.sheet.busy{break-before:auto}}",
            "something stands above the day sheet",
        ),
        (SHEET.format(name="T1") + SHEET.format(name="T2" + "<br>x" * 90), "", "day sheet runs on"),
        (
            SHEET.format(name="T1") + SHEET.format(name="T2"),
            "@media print{.sheet:last-child{display:none}}",
            "day sheet not printed",
        ),
    ],
)
def test_day_sheets_that_paper_splits_joins_or_drops_are_found(body: str, style: str, what: str) -> None:
    found = {one.what for one in paper(page(body, style)).faults}
    assert what in found
    assert found <= {what, "something stands above the day sheet"}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_a_week_can_be_read_everywhere(tmp_path: Path, language: str) -> None:
    """The small form of `./dev claims page`."""
    given = sample_weeks.ordinary(tmp_path, 40)
    page = sample_weeks.page_of(given, tmp_path, language, "--iterations", "30")
    assert [str(one) for one in looks(page)] == []
    printed = paper(page)
    assert [str(one) for one in printed.faults] == []
    visits = rows(tmp_path / "out" / "visits.csv")
    assert printed.sheets == len({(one["day"], one["technician"]) for one in visits}) > 5
    assert printed.lacks(one[key] for one in visits for key in ("order", "place", "technician_name")) == []
    unassigned = rows(tmp_path / "out" / "unassigned.csv")
    assert sample_weeks.UNSERVED in {one["order"] for one in unassigned}
    assert printed.lacks(one[key] for one in unassigned for key in ("order", "reason")) == []
    assert printed.lacks(one["technician_name"] for one in rows(tmp_path / "out" / "shifts.csv")) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_all_cities_can_be_read_everywhere(tmp_path: Path, language: str) -> None:
    page = sample_weeks.page_of(sample_weeks.national(tmp_path), tmp_path, language, "--iterations", "5")
    assert "乌鲁木齐经济技术开发区" in page
    assert [str(one) for one in looks(page)] == []

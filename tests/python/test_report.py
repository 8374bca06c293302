"""The report's words, pictures and page."""

from __future__ import annotations

import colorsys
import csv
import itertools
import math
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import paidan
import pytest
import sample_weeks
from paidan.report import figures
from paidan.report.build import day_view, html, next_step
from paidan.report.colours import colour
from paidan.report.parts import Cell, Report, Section, Table
from paidan.report.svg import route_map
from paidan.report.words import RULES, VIOLATIONS, WORDS, Language, word
from paidan.week.run import plan_week
from test_week_run import TUESDAY, job, quick, technician, week_of

HEADER = Path(__file__).parents[2] / "include" / "paidan" / "check" / "evaluate.hpp"
PLANS_ONLY = {"bad_index", "wrong_cost", "timing", "wrong_problem"}
"""Contradictions inside a stored plan; a week as it went has none of them."""


class Balanced(HTMLParser):
    """Counts tags that are opened and not closed."""

    VOID = frozenset({"meta", "br", "link", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_word_has_both_languages_with_the_same_values() -> None:
    for key, (zh, en) in WORDS.items():
        assert zh, key
        assert en, key
        assert set(re.findall(r"{(\w+)}", zh)) == set(re.findall(r"{(\w+)}", en)), key


def test_every_rule_of_a_trace_has_words() -> None:
    assert set(RULES) == {str(rule) for rule in paidan.pricing.StepRule}


def test_every_violation_that_the_checker_documents_has_words() -> None:
    text = HEADER.read_text(encoding="utf-8")
    comment = text[text.index("Something that makes a plan invalid") : text.index("struct Violation")]
    documented = set(re.findall(r"`([a-z_]+)`", comment)) - {"code"}
    assert documented - PLANS_ONLY <= set(VIOLATIONS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_is_well_formed_self_contained_and_escaped(language: Language) -> None:
    jobs = [job(n, hour=9, place="<script>alert(1)</script>") for n in range(6)]
    week = plan_week(week_of(jobs, [technician(1)]), effort=quick())
    assert week.days[0].reasons
    section = Section(
        title="<b>",
        provenance="&",
        tables=[
            figures.side_by_side({"ours": week}, language),
            Table(title="t", head=["a", "b"], rows=[[Cell(text="<"), Cell(text=">")]]),
        ],
        days=[day_view(day, language) for day in week.days],
    )
    page = html(Report(title="t", subtitle="s", sections=[section], version="0"), language)
    assert "<script" not in page
    assert "http" not in page
    assert word("unassigned", language) in page
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []


def test_figures_mark_the_best_and_say_where_ours_is_behind() -> None:
    given = week_of([job(n) for n in range(4)], [technician(1), technician(2)])
    draws = [
        {"ours": plan_week(given, effort=quick()), "nearest_free": plan_week(given, engine="nearest_free")}
        for _ in range(2)
    ]
    table = figures.over_draws(draws, "en")
    assert len(table.rows) == len(figures.MEASURES)
    for measure, row in zip(figures.MEASURES, table.rows, strict=True):
        ours, theirs = (measure.value(draws[0][name]) for name in ("ours", "nearest_free"))
        ours, theirs = ours or 0.0, theirs or 0.0
        behind = (ours - theirs) * measure.better < 0
        assert behind == any(word(measure.key, "en") in line for line in table.after)
        assert row[1].best == (measure.better != 0 and (ours - theirs) * measure.better > 0)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_link_of_a_page_leads_somewhere(tmp_path: Path, language: str) -> None:
    page = sample_weeks.page_of(sample_weeks.ordinary(tmp_path, 40), tmp_path, language, "--iterations", "5")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = re.findall(r'href="#([^"]+)"', page)
    assert len(links) > 40
    assert set(links) <= set(ids)
    assert set(re.findall(r'<label for="([^"]+)"', page)) <= set(ids)


def test_the_load_says_whose_day_is_too_full_and_adds_up(tmp_path: Path) -> None:
    page = sample_weeks.page_of(sample_weeks.ordinary(tmp_path), tmp_path, "en", "--iterations", "5")
    with (tmp_path / "out" / "shifts.csv").open(encoding="utf-8-sig", newline="") as file:
        shifts = [one for one in csv.DictReader(file) if int(one["shift_s"])]
    tables = re.findall(r'<div class="scroll load">(.*?)</table>', page, re.DOTALL)
    days = list(dict.fromkeys(one["day"] for one in shifts))
    assert len(tables) == len(days)
    verdicts = set()
    for day, table in zip(days, tables, strict=True):
        lines = re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.DOTALL)[1:]
        cells = [
            [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", line)]
            for line in lines
        ]
        todays = [one for one in shifts if one["day"] == day]
        assert len(cells) == len(todays) + 1
        for one, row in zip(todays, cells, strict=False):
            assert one["technician"] in row[0]
            taken = sum(int(one[key]) for key in ("travel_s", "service_s", "breaks_s")) / int(one["shift_s"])
            full = "too full " if int(one["overtime_s"]) else "nearly full " if taken >= 0.9 else ""
            verdicts.add(full)
            assert row[1] == f"{full}{taken * 100:.0f}%"
            spans = ("travel_s", "service_s", "breaks_s", "waiting_s", "shift_s")
            assert row[2] == str(round(int(one["overtime_s"]) / 60))
            assert row[4:] == [one["visits"], *(str(round(int(one[key]) / 60)) for key in spans)]
        assert cells[-1][4] == str(sum(int(row[4]) for row in cells[:-1]))
    assert verdicts == {"", "nearly full ", "too full "}, "the sample lacks one of them"
    assert page.count('<td class="n late">') > 0


def test_every_open_order_has_its_reason_and_what_next(tmp_path: Path) -> None:
    page = sample_weeks.page_of(sample_weeks.ordinary(tmp_path, 40), tmp_path, "en", "--iterations", "5", "--days", "1")
    start = page.index("Still open at the end: why, and what next</h3>")
    table = page[start : page.index("</table>", start)]
    assert sample_weeks.UNSERVED in table
    assert "lacks 防水 skill level 1" in table
    assert "bring in somebody with that skill" in table
    left = re.search(r"(\d+) still open at the end", page)
    assert left is not None
    assert table.count("<tr>") == int(left[1]) + 1


def test_figures_on_a_technicians_colour_can_be_read() -> None:
    colours = [colour(number) for number in range(200)]
    assert len(set(colours[:12])) == 12
    for one in colours:
        hue, saturation, lightness = (int(part) for part in re.findall(r"\d+", one))
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
        )
        assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5, one


@pytest.mark.parametrize("count", [1, 3, 60])
def test_dots_of_one_building_stand_beside_each_other_on_the_map(count: int) -> None:
    jobs = [replace(one, order=one.order.with_(location="place0")) for one in (job(n, hour=9) for n in range(count))]
    day = plan_week(week_of(jobs, [technician(1)]), effort=quick()).days[0]
    picture = route_map(day, "en")
    width, height = (int(part) for part in re.findall(r'viewBox="0 0 (\d+) (\d+)"', picture)[0])
    dots = [(float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', picture)]
    assert len(dots) == count
    assert all(9 <= x <= width - 9 and 9 <= y <= height - 9 for x, y in dots)
    assert all(math.dist(a, b) >= 18 for a, b in itertools.combinations(dots, 2))


def steps(people: list[paidan.Technician], language: Language) -> dict[str, str]:
    """What next, of every order that is unassigned on Monday."""
    jobs = [job(1, gas=2, hour=10), *(job(n, hour=9) for n in range(2, 8))]
    monday = plan_week(week_of(jobs, people), effort=quick()).days[0]
    return {reason.order: next_step(reason, language) for reason in monday.reasons}


def test_overtime_is_not_for_who_has_the_day_off() -> None:
    people = [technician(1, dates=[TUESDAY], gas=2), technician(2)]
    assert steps(people, "zh")["J1"] == "有此技能的师傅当天都不上班:调班、借人,或改约到有班的日子"
    assert steps(people, "en")["J1"] == (
        "nobody with that skill works that day: swap shifts, borrow somebody or agree on a day when somebody does"
    )
    # The others could be done by who works, whoever else has the day off.
    others = [text for order, text in steps(people, "en").items() if order != "J1"]
    assert others
    assert all(text == "allow overtime, or move it to the next day" for text in others)


def test_a_reason_that_is_the_same_for_everybody_is_said_to_be() -> None:
    people = [technician(1), technician(2)]
    texts = [text for order, text in steps(people, "zh").items() if order != "J1"]
    assert any(text.endswith(";当天上班的2位师傅都是这个原因") for text in texts), texts
    assert "the same holds for all 2 who work that day" in " ".join(steps(people, "en").values())

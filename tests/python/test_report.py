"""The report's words, pictures and page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import paidan
import pytest
from paidan.report import figures
from paidan.report.build import Cell, Report, Section, Table, day_view, html
from paidan.report.words import RULES, VIOLATIONS, WORDS, Language, word
from paidan.week.run import plan_week
from test_week_run import job, quick, technician, week_of

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

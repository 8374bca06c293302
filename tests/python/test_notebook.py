"""What a notebook shows of a value."""

import datetime as dt
import pathlib
from html.parser import HTMLParser
from typing import Any

import paidan
import pytest
from city import make_problem
from paidan import desk

DATA = pathlib.Path(__file__).parents[2] / "examples" / "data"


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data + " "


def shown(value: Any) -> str:
    page = Page()
    page.feed(value._repr_html_())
    assert page.open == []
    return page.text


def test_dispatch_is_shown() -> None:
    problem = make_problem(4)
    plan = paidan.plan(problem, iterations=0)
    assert "orders 4" in shown(problem)
    assert plan.routes[0].technician in shown(plan)
    assert "valid" in shown(paidan.evaluate(problem, plan))
    assert "certified optimal" in shown(paidan.match(problem))


def test_money_and_rules_are_shown_and_escaped() -> None:
    prices = desk.prices((DATA / "prices.csv").read_bytes(), rules=(DATA / "price_rules.csv").read_bytes())
    quote = paidan.pricing.quote(prices, paidan.pricing.QuoteFacts(items=[paidan.pricing.Item(code="S3-105")]))
    assert "S3-105" in shown(quote)
    assert "total" in shown(paidan.pricing.bill(quote, "fixed"))
    table = paidan.rules.DecisionTable.from_csv(DATA / "callout_fee.csv")
    assert "公示价目表" in shown(table)
    assert "&gt;5" in table._repr_html_()  # type: ignore[attr-defined]


def test_a_warranty_is_shown() -> None:
    policies = desk.policies((DATA / "policies.csv").read_bytes())
    done = dt.date(2024, 7, 8)
    claim = paidan.warranty.Claim(
        id="R1", order="<b>", category="appliance", service_date=done, claim_date=done + dt.timedelta(days=9)
    )
    verdict = paidan.warranty.verdict(policies, paidan.Calendar.load(DATA / "holidays-cn"), claim)
    assert "needs_evidence" in shown(verdict)
    assert "&lt;b&gt;" in verdict._repr_html_()  # type: ignore[attr-defined]


@pytest.mark.parametrize("count", [3, 60])
def test_long_tables_say_how_much_more_there_is(count: int) -> None:
    from paidan._notebook import MOST_ROWS, table

    text = table(("n",), [(n,) for n in range(count)])
    assert (f"{count - MOST_ROWS} more" in text) == (count > MOST_ROWS)

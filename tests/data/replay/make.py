"""Writes what later versions have to read, judge, cost and render again: a document of every kind, as this version says it.

    PYTHONPATH=build/default/python python tests/data/replay/make.py

The folder is the schema version. It grows and is never edited: a file that is there is left alone. tests/documents/replay.cpp
reads it; words.txt is what that test writes when it is asked to (PAIDAN_REPLAY_WRITE=1), for a new folder only.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import paidan
from paidan import desk, frames

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "examples" / "data"
OUT = Path(__file__).parent / str(paidan.schema_version)


def documents() -> dict[str, str]:
    problem = paidan.Problem.from_json((DATA / "day.json").read_text(encoding="utf-8"))
    plan = paidan.plan(problem, iterations=200)
    options = {"must_serve": ["2081"], "capacity": 1}
    match = paidan.match(problem, **options)
    served = next(stop for route in plan.routes for stop in route.stops if stop.order is not None)
    arrival = datetime(2024, 7, 9, 9, 20, tzinfo=timezone(timedelta(hours=8)))
    actual = paidan.ActualData(
        visits=[
            paidan.ActualVisit(
                order=served.order,
                technician=plan.routes[0].technician,
                arrival=arrival,
                end=arrival + timedelta(hours=1),
            )
        ]
    )
    catalog = frames.read_catalog(DATA / "catalog.csv")
    prices = frames.read_prices(DATA / "prices.csv", id="demo", rules=DATA / "price_rules.csv")
    book = paidan.pricing.PriceBook.from_data(prices)
    policies = frames.read_policies(DATA / "policies.csv")
    rules = paidan.warranty.PolicySet.from_data(policies)
    calendar = paidan.Calendar.load(DATA / "holidays-cn")
    estimate_request = desk.estimate_request(paidan.catalog.Catalog.from_data(catalog), "冰箱不制冷")
    asked = paidan.pricing.QuoteFacts(
        order="A1",
        date=date(2024, 7, 8),
        items=[paidan.pricing.Item(code="S3-105"), paidan.pricing.Item(code="S1-054")],
        measures=[paidan.pricing.Measure(name="one_way_km", value=26)],
    )
    quote = paidan.pricing.quote(book, asked)
    bill = paidan.pricing.bill(quote, "fixed")
    charges = paidan.pricing.Charges(charges=[paidan.pricing.Charge(line="S3-105", amount=paidan.Money("180.00"))])
    claim = paidan.warranty.Claim(
        category="appliance", service_date=date(2024, 7, 8), claim_date=date(2024, 10, 8), same_fault=True
    )
    promised = paidan.warranty.CertificateRequest(order="A1", category="appliance", service_date=date(2024, 7, 8))
    return {
        "problem": problem.to_json(),
        "plan": plan.to_json(),
        "match": match.to_json(),
        "pair_answer": desk.pair_answer(problem, "2082", "W", **options).to_json(),
        "place_value": desk.place_value(problem, "W", **options).to_json(),
        "refusal": paidan.why_refused(problem, "2084", "W").to_json(),
        "report": paidan.evaluate(problem, plan).to_json(),
        "why_not": paidan.why_not(problem, plan, "2084", "W").to_json(),
        "unassigned": paidan.why_unassigned(problem, plan, "2084").to_json(),
        "actual": actual.to_json(),
        "judged_orders": paidan.judge_orders(problem, actual).to_json(),
        "catalog": catalog.to_json(),
        "mapping": frames.read_mapping(DATA / "hpd_mapping.csv").to_json(),
        "prices": prices.to_json(),
        "estimate_request": estimate_request.to_json(),
        "estimate": paidan.pricing.estimate(book, estimate_request).to_json(),
        "quote_request": asked.to_json(),
        "quote": quote.to_json(),
        "bill": bill.to_json(),
        "charges": charges.to_json(),
        "audit": paidan.pricing.audit(bill, charges).to_json(),
        "policies": policies.to_json(),
        "claim": claim.to_json(),
        "verdict": paidan.warranty.verdict(rules, calendar, claim).to_json(),
        "counterfactual": paidan.warranty.counterfactual(rules, calendar, claim).to_json(),
        "certificate_request": promised.to_json(),
        "certificate": paidan.warranty.certificate(rules, calendar, promised).to_json(),
        "calendar": calendar.to_json(),
    }


def main() -> None:
    OUT.mkdir(exist_ok=True)
    for kind, text in documents().items():
        path = OUT / f"{kind}.json"
        if not path.exists():
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

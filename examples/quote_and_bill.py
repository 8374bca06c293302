"""From the estimate to the bill: a price list with its sources, a line added during the visit, and an overcharge found."""

from decimal import Decimal
from pathlib import Path

import paidan
from paidan import catalog, frames, pricing, render

DATA = Path(__file__).parent / "data"

book = pricing.PriceBook.from_data(
    frames.read_prices(DATA / "prices.csv", rules=DATA / "price_rules.csv", id="published")
)
services = catalog.Catalog.from_data(frames.read_catalog(DATA / "catalog.csv"))

# Before the visit: a range for the customer's words.
fault = services.find("冰箱300–500升不制冷")
assert fault is not None
print(render.estimate(pricing.estimate(book, pricing.estimate_request(fault))), end="\n\n")


def quote(*, consented: bool) -> pricing.Quote:
    """After the diagnosis. The sensor was added on site: it counts only once the customer has confirmed it."""
    facts = pricing.QuoteFacts(
        order="2081",
        items=[
            pricing.Item(code="S3-113"),
            pricing.Item(code="S3-105"),
            pricing.Item(code="S1-054"),
            pricing.Item(code="sensor", name="更换传感器", unit_price=Decimal("45.00"), consented=consented),
        ],
        measures=[pricing.Measure(name="one_way_km", value=Decimal(26))],
        inspection_codes=fault.inspection_codes,
    )
    return pricing.quote(book, facts)


first = quote(consented=False)
print(render.quote(first), end="\n\n")
assert first.total == paidan.Money("162.00")  # 30 + 120 + 6 km × 2

bill = pricing.bill(quote(consented=True), "fixed")
print(render.bill(bill), end="\n\n")
assert bill.total == paidan.Money("207.00")
assert pricing.replay(bill.trace) == bill.total  # anybody can compute it again

# More was taken for the repair than the published price.
audit = pricing.audit(bill, [pricing.Charge(line="S3-105", amount=paidan.Money("180.00"))])
print(render.audit(audit))
assert audit.refund == paidan.Money("60.00")

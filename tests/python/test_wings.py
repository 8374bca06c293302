"""The wing of money from Python: catalog, estimate, quote, bill, audit, verdict, certificate, texts."""

import datetime as dt
import decimal
import pickle

import paidan
import pytest
from paidan import catalog, pricing, render, warranty


@pytest.fixture(scope="module")
def book() -> pricing.PriceBook:
    def row(code: str, action: str, kind: str, low: str, high: str) -> pricing.PriceRow:
        remote = code == "remote"
        return pricing.PriceRow(
            code=code,
            service="远程费" if remote else "冰箱300–500升",
            action=action,
            unit="公里" if remote else "次",
            price_min=low,
            price_max=high,
            kind=kind,
            source="S3",
        )

    return pricing.PriceBook(
        id="demo",
        version="2024",
        rows=[
            row("visit", "上门费", "fixed", "30", "30"),
            row("fan", "换风机人工", "fixed", "120", "120"),
            row("compressor", "换压缩机人工", "fixed", "220", "220"),
            row("remote", "", "unit", "2", "2"),
        ],
        rules=[
            pricing.QuantityRule(
                code="remote", measure="one_way_km", threshold=20, free_allowance=20, increment=1, once_per_visit=True
            )
        ],
    )


@pytest.fixture(scope="module")
def entry() -> catalog.EntryData:
    return catalog.EntryData(
        code="fridge_not_cooling",
        zh="冰箱300–500升不制冷",
        price_codes=["fan", "compressor"],
        fee_codes=["visit"],
        inspection_codes=["visit"],
        excludes=["parts", "refrigerant"],
        warranty_category="repair",
    )


@pytest.fixture(scope="module")
def calendar() -> paidan.Calendar:
    days = [paidan.CalendarDay(date=dt.date(2024, 10, day), statutory=day <= 3, name="国庆节") for day in range(1, 8)]
    return paidan.Calendar(version="2024", days=days, years=[2024])


@pytest.fixture(scope="module")
def policies() -> warranty.PolicySet:
    return warranty.PolicySet(
        id="demo",
        policies=[
            warranty.PolicyData(
                id="W90",
                version="1",
                category="repair",
                term=90,
                reading="arranged",
                source="S1",
                wording_zh="90天同一故障免费返修",
            )
        ],
    )


def test_an_estimate_is_a_range_and_replays(book: pricing.PriceBook, entry: catalog.EntryData) -> None:
    estimate = pricing.estimate(book, pricing.estimate_request(entry))
    assert estimate.status is pricing.EstimateStatus.priced
    assert (estimate.min, estimate.max) == (paidan.Money(150), paidan.Money(250))
    assert pricing.replay(estimate.min_trace) == estimate.min
    assert estimate.inspection == paidan.Money(30)
    text = render.estimate(estimate)
    assert text.startswith("冰箱300–500升不制冷:预估¥150–¥250")
    assert "150" in render.estimate(estimate, language="en")
    assert pricing.Estimate.from_json(estimate.to_json()) == estimate


def test_not_in_the_price_list_is_an_answer(book: pricing.PriceBook) -> None:
    estimate = pricing.estimate(book, pricing.EstimateRequest(service="画廊布展", price_codes=[]))
    assert estimate.status == "not_in_price_list"
    assert estimate.min is None


def test_quote_bill_and_audit_follow_each_other(book: pricing.PriceBook) -> None:
    facts = pricing.QuoteFacts(
        order="A1",
        items=[
            pricing.Item(code="visit"),
            pricing.Item(code="fan"),
            pricing.Item(code="remote"),
            pricing.Item(code="compressor", consented=False),
        ],
        measures=[pricing.Measure(name="one_way_km", value=26)],
        inspection_codes=["visit"],
    )
    quote = pricing.quote(book, facts)
    assert quote.total == paidan.Money(162)
    assert quote.book_hash == book.content_hash
    remote = quote.lines[2]
    assert (remote.measured, remote.quantity, remote.amount) == (
        decimal.Decimal(26),
        decimal.Decimal(6),
        paidan.Money(12),
    )
    assert render.line(remote) == "远程费¥12.00:单程26公里,超出20公里的6公里×¥2.00;同一户只收一次。"
    assert quote.lines[3].payable == paidan.Money(0)
    assert pricing.replay(quote.trace) == quote.total

    bill = pricing.bill(quote, "fixed")
    assert bill.total == quote.total
    with pytest.raises(TypeError, match=r"^bill\(\) needs 'outcome'$"):
        pricing.bill(quote)  # type: ignore[call-arg]
    assert pricing.bill(quote, "not_fixed").total == paidan.Money(0)
    assert pricing.bill(quote, pricing.Outcome.inspection_only).total == paidan.Money(30)
    assert pricing.Bill.from_json(bill.to_json()) == bill
    assert render.bill_html(bill).startswith("<table")

    audit = pricing.audit(bill, [pricing.Charge(line="fan", amount=paidan.Money(180))])
    assert audit.refund == paidan.Money(60)
    charges = pricing.Charges(charges=[pricing.Charge(line="fan", amount=paidan.Money(180))])
    assert pricing.audit(bill, charges) == audit
    assert pricing.Charges.from_json(charges.to_json()) == charges
    assert "60" in render.audit(audit)
    assert pickle.loads(pickle.dumps(audit)) == audit


def test_all_that_is_wrong_with_a_quote_comes_at_once(book: pricing.PriceBook) -> None:
    facts = pricing.QuoteFacts(items=[pricing.Item(code="remote"), pricing.Item(code="fan", unit_price="500")])
    with pytest.raises(paidan.InvalidInput) as caught:
        pricing.quote(book, facts)
    assert {error.code for error in caught.value.errors} == {"measure_missing", "price_outside"}
    assert "不在公布的" in caught.value.message("zh")


def test_an_unknown_outcome_is_named(book: pricing.PriceBook) -> None:
    quote = pricing.quote(book, pricing.QuoteFacts(items=[pricing.Item(code="visit")]))
    with pytest.raises(
        paidan.InvalidInput,
        match=r"outcome has no value 'fixd', did you mean 'fixed'\? \(known: fixed, not_fixed, inspection_only\)",
    ):
        pricing.bill(quote, "fixd")
    with pytest.raises(paidan.InvalidInput) as caught:
        pricing.bill(quote, "fixd")
    # After the list, the hint would read as one item more.
    assert "outcome没有取值“fixd”,是否为“fixed”?(可用:fixed, not_fixed, inspection_only)" in caught.value.message("zh")


def test_a_price_book_is_checked_hashed_and_changed_by_copies(book: pricing.PriceBook) -> None:
    assert pickle.loads(pickle.dumps(book)) == book
    assert pricing.PriceBook.from_json(book.to_json()) == book
    assert pricing.PriceBook.validate(book.data) == []
    dearer = book.with_(
        rows=[row.with_(price_max="9999", price_min="9999") if row.code == "fan" else row for row in book.data.rows]
    )
    assert dearer.content_hash != book.content_hash
    assert book.codes == ("visit", "fan", "compressor", "remote")
    assert book.in_force(dt.date(2030, 1, 1))
    with pytest.raises(paidan.InvalidInput) as caught:
        book.with_(rows=[*book.data.rows, book.data.rows[0].with_(kind="cheap", row=9)])
    assert {error.row for error in caught.value.errors} == {9}
    assert len(caught.value.errors) == 2
    assert pricing.PriceBook.validate(id="x", rows=[book.data.rows[0].with_(price_min=-1)])


def test_a_verdict_names_what_is_missing(policies: warranty.PolicySet, calendar: paidan.Calendar) -> None:
    claim = warranty.Claim(
        id="B7", order="A1", category="repair", service_date=dt.date(2024, 7, 8), claim_date=dt.date(2024, 10, 8)
    )
    verdict = warranty.verdict(policies, calendar, claim)
    assert verdict.status is warranty.VerdictStatus.needs_evidence
    assert verdict.needed == ("same_fault",)
    assert [(branch.value, branch.status) for branch in verdict.branches] == [(True, "covered"), (False, "not_covered")]
    text = render.verdict(verdict, calendar)
    assert text.startswith("暂不能判定,还缺1项")
    known = warranty.verdict(policies, calendar, claim.with_(same_fault=True))
    assert known.status == "covered"
    assert known.covered_to == dt.date(2024, 10, 8)
    change = warranty.counterfactual(policies, calendar, claim.with_(same_fault=True))
    assert change.changes[0].fact == "same_fault"
    assert change.changes[0].from_ == "true"
    assert warranty.Verdict.from_json(verdict.to_json()) == verdict
    assert warranty.Counterfactual.from_json(change.to_json()) == change
    ended = [policies.policies[0].with_(effective_to=dt.date(2024, 7, 7))]
    other = warranty.counterfactual(
        warranty.PolicySet(id="ended", policies=ended), calendar, claim.with_(same_fault=True)
    )
    assert other.status == "covered"
    assert [(one.fact, one.from_, one.to) for one in other.changes] == [("fixed", "true", "false")]
    with pytest.raises(paidan.InvalidInput, match="unknown warranty category 'repairs', did you mean 'repair'"):
        warranty.verdict(policies, calendar, claim.with_(category="repairs"))


def test_a_certificate_names_the_last_day(policies: warranty.PolicySet, calendar: paidan.Calendar) -> None:
    request = warranty.CertificateRequest(
        order="A1", category="repair", service_date=dt.date(2024, 7, 8), technician="王师傅"
    )
    certificate = warranty.certificate(policies, calendar, request)
    assert certificate.last_day == dt.date(2024, 10, 8)
    assert certificate.ends == "24:00"
    assert certificate.last_days.literal == dt.date(2024, 10, 6)
    assert "10月8日" in render.certificate(certificate)
    assert render.certificate_html(certificate).startswith("<div")
    assert warranty.Certificate.from_json(certificate.to_json()) == certificate
    ended = warranty.PolicySet(id="ended", policies=[policies.policies[0].with_(effective_to=dt.date(2024, 7, 7))])
    with pytest.raises(paidan.InvalidInput, match="no policy governs the category 'repair' on that day") as caught:
        warranty.certificate(ended, calendar, request)
    assert caught.value.errors[0].code == "not_found"
    with pytest.raises(paidan.InvalidInput, match="unknown warranty category 'repairs'"):
        warranty.certificate(policies, calendar, request.with_(category="repairs"))


def test_last_days_are_counted_by_law(calendar: paidan.Calendar) -> None:
    days = warranty.last_days(dt.date(2024, 7, 8), term=90, calendar=calendar)
    assert (days.literal, days.arranged) == (dt.date(2024, 10, 6), dt.date(2024, 10, 8))
    with pytest.raises(paidan.InvalidInput, match="term must be between 1 and 3650"):
        warranty.last_days(dt.date(2024, 7, 8), term=0, calendar=calendar)


def test_a_catalog_finds_by_any_name(entry: catalog.EntryData) -> None:
    known = catalog.Catalog(id="c", entries=[entry.with_(aliases=["fridge warm"])])
    assert known.find("Fridge Warm") == known.find("冰箱300–500升不制冷") == known.entries[0]
    assert known.find("oven") is None
    assert pickle.loads(pickle.dumps(known)) == known
    errors = catalog.lint(known, price_codes=["fan"], warranty_categories=["*"])
    assert {error.parameters.get("id") or error.message() for error in errors}
    assert len(errors) >= 2
    with pytest.raises(paidan.InvalidInput) as caught:
        catalog.Catalog(id="c", entries=[entry, entry.with_(row=4)])
    assert caught.value.errors[0].row == 4


def test_audiences_and_languages_are_checked(problem: paidan.Problem, plan: paidan.Plan) -> None:
    answer = paidan.why_not(problem, plan, order="A0", technician="wang")
    for audience in render.Audience:
        assert render.why_not(problem, answer, audience=audience)
    with pytest.raises(paidan.InvalidInput, match="known: zh, en"):
        render.why_not(problem, answer, language="fr")
    with pytest.raises(TypeError, match=r"names.gas must be \(zh, en\)"):
        render.why_not(problem, answer, names={"gas": ("燃气",)})  # type: ignore[dict-item]
    assert render.long_date(dt.date(2024, 10, 8)) == "2024年10月8日"

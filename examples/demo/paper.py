"""Exhibit 3: one order's whole paper (一单到底), from the estimate to the repeat visit. Everything about the order is illustrative."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import paidan
from paidan.report.names import of_catalog
from paidan.report.parts import PaperStep, Section
from paidan.report.words import RULES, Language, said, word
from paidan.week import documents
from paidan.week.jobs import at

from demo.people import name as person_name

ZONE = "Asia/Shanghai"
DATE = dt.date(2024, 7, 8)
REPEAT = dt.date(2024, 10, 7)
FAULT = "fridge_not_cooling_300_500"
ORDER = "20240708-1"
KILOMETRES = Decimal(26)
SENSOR = "更换传感器"
CAUSE = ("风扇电机接插件松动", "loose connector of the fan motor")
METHOD = ("重新插接并固定,试机两小时正常", "connector seated and fixed, two hours' test run in order")
ENGLISH = {
    "上门费": "visit fee",
    "上门费·家电": "Visit fee, appliances",
    "上门费 家电": "visit",
    "冰箱/冷柜·换电脑板/传感器/风扇电机/定时器/加氟(不含制冷剂)": "Refrigerator: board, sensor, fan motor, timer or gas (refrigerant excluded)",
    "冰箱/冷柜 换电脑板/传感器/风扇电机/定时器/加氟(不含制冷剂)": "refrigerator electrics",
    "远程费": "Remote fee",
    "远程费·超出部分": "Remote fee beyond the free distance",
    "远程费 超出部分": "remote fee",
    SENSOR: "sensor replacement",
}


@dataclass(frozen=True, kw_only=True)
class Measured:
    entry: paidan.catalog.EntryData
    estimate: paidan.pricing.Estimate
    problem: paidan.Problem
    plan: paidan.Plan
    others: list[paidan.WhyNot]
    quote: paidan.pricing.Quote
    bill: paidan.pricing.Bill
    certificates: dict[Language, paidan.warranty.Certificate | None]
    names: dict[str, tuple[str, str]]
    verdict: paidan.warranty.Verdict
    calendar: paidan.Calendar


def _problem(entry: paidan.catalog.EntryData) -> paidan.Problem:
    """Four technicians of one city and two refrigerators that afternoon."""
    people = [
        ("W1", 39.92, 116.44, "gas", 2, 490),
        ("W2", 39.93, 116.46, "refrigeration", 1, 470),
        ("W3", 39.95, 116.35, "refrigeration", 3, 480),
        ("W4", 39.80, 116.30, "refrigeration", 2, 450),
    ]
    customers = [(ORDER, 39.94, 116.40, 14), ("20240708-2", 39.82, 116.31, 13)]
    shift = paidan.Shift(id="day", start=at(DATE, dt.time(9), ZONE), end=at(DATE, dt.time(18), ZONE))
    skills = [paidan.SkillLevel(skill=need.skill, level=need.level) for need in entry.skills]
    places = [(id, lat, lon) for id, lat, lon, *_ in people] + [(id, lat, lon) for id, lat, lon, _ in customers]
    return paidan.Problem(
        origin=at(DATE, dt.time(), ZONE),
        zone=ZONE,
        locations=[
            paidan.Location(id=id, point=paidan.GeoPoint(lat=lat, lon=lon, datum="gcj02")) for id, lat, lon in places
        ],
        technicians=[
            paidan.Technician(
                id=id,
                name=person_name(number),
                home=id,
                shifts=[shift],
                skills=[paidan.SkillHeld(skill=skill, level=level)],
                rating=rating,
            )
            for number, (id, _, _, skill, level, rating) in enumerate(people)
        ],
        orders=[
            paidan.Order(
                id=id,
                location=id,
                service=dt.timedelta(minutes=entry.service_minutes),
                setup=dt.timedelta(minutes=entry.setup_minutes),
                skills=skills,
                promise=paidan.Promise(at=at(DATE, dt.time(hour), ZONE)),
            )
            for id, _, _, hour in customers
        ],
    )


def measure(options: argparse.Namespace) -> Measured:
    data: Path = options.data
    catalog = documents.catalog(data / "catalog.csv")
    book = documents.prices(data / "prices.csv", data / "price_rules.csv")
    policies = documents.policies(data / "policies.csv")
    calendar = documents.calendar(data / "holidays-cn")
    entry = catalog.find(FAULT)
    if entry is None:
        raise LookupError(FAULT)
    estimate = paidan.pricing.estimate(book, paidan.pricing.estimate_request(entry))

    problem = _problem(entry)
    plan = paidan.plan(problem, seed=options.seed, iterations=5_000)
    chosen = next(route.technician for route in plan.routes if any(stop.order == ORDER for stop in route.stops))
    others = [
        paidan.why_not(problem, plan, order=ORDER, technician=person.id)
        for person in problem.technicians
        if person.id != chosen
    ]

    pricing = paidan.pricing
    facts = pricing.QuoteFacts(
        order=ORDER,
        date=DATE,
        items=[
            pricing.Item(code="S3-113"),
            pricing.Item(code="S3-105"),
            pricing.Item(code="S1-054"),
            pricing.Item(code="PART-SENSOR", name=SENSOR, unit_price=Decimal("45.00"), consented=False),
        ],
        measures=[pricing.Measure(name="one_way_km", value=KILOMETRES)],
        inspection_codes=list(entry.inspection_codes),
    )
    quote = pricing.quote(book, facts)
    bill = pricing.bill(quote, "fixed")
    who = next(person.name for person in problem.technicians if person.id == chosen)

    def certificate(number: int) -> paidan.warranty.Certificate:
        request = paidan.warranty.CertificateRequest(
            order=ORDER,
            category=entry.warranty_category,
            service_date=DATE,
            technician=who,
            cause=CAUSE[number],
            method=METHOD[number],
            lines=bill.lines,
        )
        return paidan.warranty.certificate(policies, calendar, request)

    verdict = paidan.warranty.verdict(
        policies,
        calendar,
        paidan.warranty.Claim(
            id="R1", order=ORDER, category=entry.warranty_category, service_date=DATE, claim_date=REPEAT
        ),
    )
    return Measured(
        entry=entry,
        estimate=estimate,
        problem=problem,
        plan=plan,
        others=others,
        quote=quote,
        bill=bill,
        certificates={"zh": certificate(0), "en": certificate(1)},
        names=of_catalog(catalog) | {zh: (zh, en) for zh, en in ENGLISH.items()},
        verdict=verdict,
        calendar=calendar,
    )


def section(measured: Measured, language: Language) -> Section:
    zh = language == "zh"
    render = paidan.render
    names = measured.names
    certificate = measured.certificates[language]
    route = next(route for route in measured.plan.routes if any(stop.order == ORDER for stop in route.stops))
    stop = next(stop for stop in route.stops if stop.order == ORDER)
    who = next(person.name for person in measured.problem.technicians if person.id == route.technician)
    assigned = (
        f"派{who},{stop.start:%H:%M}到(预约14:00,前后30分钟内)。"
        if zh
        else f"{who} goes, arriving {stop.start:%H:%M} (agreed 14:00, within 30 minutes)."
    )
    reasons = [render.why_not(measured.problem, other, language=language, names=names) for other in measured.others]
    steps = [
        PaperStep(
            title="① 预估" if zh else "① Estimate",
            text=render.estimate(measured.estimate, language=language, names=names),
        ),
        PaperStep(title="② 派单与理由" if zh else "② Assignment, with reasons", text="\n".join([assigned, *reasons])),
        PaperStep(
            title="③ 检测后报价" if zh else "③ Quote after inspection",
            text=render.quote(measured.quote, language=language, names=names),
            html=trace_html(measured.quote.trace, language),
        ),
        PaperStep(
            title="④ 账单" if zh else "④ Bill", html=render.bill_html(measured.bill, language=language, names=names)
        ),
    ]
    if certificate is not None:
        steps.append(
            PaperStep(
                title="⑤ 保修凭证" if zh else "⑤ Warranty certificate",
                html=render.certificate_html(certificate, language=language, names=names),
            )
        )
    steps.append(
        PaperStep(
            title=f"⑥ {REPEAT.month}月{REPEAT.day}日再次报修" if zh else f"⑥ Called again on {REPEAT.day} {REPEAT:%B}",
            text=render.verdict(measured.verdict, measured.calendar, language=language, names=names),
        )
    )
    return Section(
        title="三、一单到底" if zh else "3 · One order's whole paper",
        provenance=(
            "工单、地址、师傅为示例;收费为公开价目(S1、S3),放在一本价目里仅作演示;政策为示例,不构成法律意见。"
            if zh
            else "Order, places and people are examples. Charges are published ones (S1, S3), put into one book for illustration. "
            "Policies are illustrative, not legal advice."
        ),
        paper=steps,
    )


def trace_html(trace: Sequence[paidan.pricing.Step], language: Language) -> str:
    """The steps behind a total, folded away; each can be computed again by hand."""
    from html import escape

    head = "".join(f"<th>{escape(word(key, language))}</th>" for key in ("rule", "item", "before", "operand", "after"))
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td>{escape(str(value))}</td>"
            for value in (said(RULES, str(step.rule), language), step.line, step.before, step.operand, step.after)
        )
        + "</tr>"
        for step in trace
    )
    return (
        f"<details open><summary>{escape(word('trace', language))}</summary><div class='inside scroll'><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div></details>"
    )


def summary(measured: Measured) -> str:
    certificate = measured.certificates["zh"]
    last = certificate.last_day if certificate is not None else None
    return (
        f"exhibit 3: estimate {measured.estimate.min}–{measured.estimate.max}, bill {measured.bill.total}, "
        f"warranty to {last} 24:00, repeat visit: {measured.verdict.status}"
    )

"""Exhibit 2: a surge (服务爆量). 370 real housing requests of 65 minutes: the urgent ones matched at once, the rest planned for the morning."""

from __future__ import annotations

import argparse
import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import paidan
from paidan.report import names
from paidan.report.build import day_view
from paidan.report.parts import Cell, Section, Table
from paidan.report.words import Language, word
from paidan.week import documents
from paidan.week.jobs import Job, WeekInput, at
from paidan.week.page import check_minimal
from paidan.week.run import Effort, Week, plan_week

from demo import elevator
from demo.city_requests import CREDIT, Request, Visit, merge, read_requests
from demo.people import People, draw

ZONE = elevator.ZONE
SAME_CALL = dt.timedelta(seconds=30)
NIGHT = dt.date(2024, 4, 15)
MORNING = dt.date(2024, 4, 16)
ON_CALL = 18
LONGEST_VISIT_MINUTES = 240
TECHNICIANS = 58
URGENT = frozenset({"leak_heavy", "sewage", "power_outage", "cooking_gas"})
SKILL_SHARES = {
    "appliance": 0.25,
    "carpentry": 0.15,
    "door": 0.35,
    "drain": 0.30,
    "electric": 0.50,
    "gas": 0.20,
    "heating": 0.55,
    "hygiene": 0.40,
    "inspection": 0.15,
    "painting": 0.35,
    "plumbing": 0.55,
    "refrigeration": 0.12,
    "tiling": 0.20,
}


@dataclass(frozen=True, kw_only=True)
class PricedProblem:
    category: str
    descriptor: str
    count: int
    entry: paidan.catalog.EntryData | None
    estimate: paidan.pricing.Estimate | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class Measured:
    requests: int
    visits: int
    supported: int
    problems: list[PricedProblem]
    night: paidan.Problem
    urgent: list[Job]
    match: paidan.Match
    week: Week
    names: dict[str, tuple[str, str]]
    reasons: int
    confirmed: int


def visit_job(visit: Visit, mapping: paidan.catalog.Mapping, catalog: paidan.catalog.Catalog) -> Job:
    """One visit for all problems of one call: skills together, minutes added up, setup once."""
    skills: dict[str, int] = {}
    minutes = 0
    setup = 0
    titles: dict[str, str] = {}
    urgent = False
    for request in visit.requests:
        row = mapping.find(request.category, request.descriptor)
        entry = catalog.find(row.dispatch_code or row.code) if row else None
        if entry is None:
            raise LookupError(f"the mapping says nothing about {request.category} / {request.descriptor}")
        for need in entry.skills:
            skills[need.skill] = max(skills.get(need.skill, 0), need.level)
        minutes += entry.service_minutes
        setup = max(setup, entry.setup_minutes)
        titles[entry.zh] = entry.en
        urgent = urgent or entry.code in URGENT
    first = visit.first
    day = NIGHT if urgent else MORNING
    order = paidan.Order(
        id=first.key,
        location=f"place:{first.key}",
        service=dt.timedelta(minutes=min(minutes, LONGEST_VISIT_MINUTES)),
        setup=dt.timedelta(minutes=setup),
        skills=[paidan.SkillLevel(skill=skill, level=level) for skill, level in sorted(skills.items())],
        release=at(day, dt.time(), ZONE),
        priority=5 if urgent else 1,
    )
    return Job(order=order, day=day, title="、".join(titles), title_en=", ".join(titles.values()), place=first.place)


def _prices(
    requests: list[Request],
    mapping: paidan.catalog.Mapping,
    catalog: paidan.catalog.Catalog,
    book: paidan.pricing.PriceBook,
) -> list[PricedProblem]:
    out = []
    for (category, descriptor), count in sorted(Counter((one.category, one.descriptor) for one in requests).items()):
        row = mapping.find(category, descriptor)
        code = row.code if row else ""
        entry = catalog.find(code) if code else None
        measured = paidan.pricing.estimate(book, paidan.pricing.estimate_request(entry)) if entry is not None else None
        shown = entry if entry is not None or row is None else catalog.find(row.dispatch_code)
        out.append(
            PricedProblem(
                category=category,
                descriptor=descriptor,
                count=count,
                entry=shown,
                estimate=measured,
                reason=row.reason if row else "",
            )
        )
    return out


def _on_call(technician: paidan.Technician) -> paidan.Technician:
    """Awake tonight, whatever the roster says, at the end of the 65 minutes."""
    shift = paidan.Shift(id="night", start=at(NIGHT, dt.time(23, 58), ZONE), end=at(MORNING, dt.time(6), ZONE))
    return technician.with_(shifts=[shift])


def next_morning(job: Job) -> Job:
    order = job.order.with_(release=at(MORNING, dt.time(), ZONE), deadline=at(MORNING, dt.time(10), ZONE))
    return replace(job, order=order, day=MORNING)


def city(people: People, visits: Sequence[Visit], jobs: Sequence[Job]) -> WeekInput:
    """These people and these jobs, on the map of all visits."""
    problem = paidan.Problem(
        origin=at(NIGHT, dt.time(), ZONE),
        zone=ZONE,
        locations=[*people.locations, *(visit.first.location for visit in visits)],
        profiles=[paidan.TravelProfile(id="car", straight_line=elevator.TRAVEL)],
        technicians=people.technicians,
        orders=[job.order for job in jobs],
    )
    return WeekInput(problem=problem, jobs=jobs, zone=ZONE, names=names.SKILLS)


def measure(options: argparse.Namespace) -> Measured:
    data: Path = options.data
    requests = read_requests(data / "nyc" / "hpd_2024-04-15_evening.csv")
    catalog = documents.catalog(data / "catalog.csv")
    mapping = documents.mapping(data / "hpd_mapping.csv", catalog)
    book = documents.prices(data / "prices.csv", data / "price_rules.csv")
    visits = merge(requests, SAME_CALL)
    jobs = [visit_job(visit, mapping, catalog) for visit in visits]
    problems = _prices(requests, mapping, catalog, book)
    places = [(visit.first.lat, visit.first.lon) for visit in visits]

    urgent = [job for job in jobs if job.day == NIGHT]
    night = draw(options.seed + 1000, ON_CALL, places, SKILL_SHARES, dates=[], zone=ZONE)
    night = replace(night, technicians=[_on_call(technician) for technician in night.technicians])
    problem = city(night, visits, urgent).problem
    match = paidan.match(problem, capacity=1)
    taken = {pair.order for pair in match.pairs}
    left = [next_morning(job) for job in urgent if job.id not in taken]

    people = draw(options.seed, TECHNICIANS, places, SKILL_SHARES, dates=[MORNING], zone=ZONE)
    given = city(people, visits, [job for job in jobs if job.day == MORNING] + left)
    effort = Effort(seed=options.seed, iterations=options.iterations, lanes=options.lanes, threads=options.threads)
    week = plan_week(given, effort=effort)
    reasons, confirmed = check_minimal(week)
    return Measured(
        requests=len(requests),
        visits=len(visits),
        supported=sum(one.count for one in problems if one.estimate is not None),
        problems=problems,
        night=problem,
        urgent=urgent,
        match=match,
        week=week,
        names=names.of_catalog(catalog),
        reasons=reasons,
        confirmed=confirmed,
    )


def section(measured: Measured, language: Language) -> Section:
    zh = language == "zh"
    days = measured.week.days
    served = measured.week.served
    if zh:
        title = "二、服务爆量"
        provenance = (
            f"需求真实:{CREDIT},2024年4月15日22:53至23:57共{measured.requests}条住房报修。价格为公开收费(来源见价目表的S编号,人民币),"
            "与纽约的需求对照仅作演示。师傅、时长为模拟。"
        )
        notes = [
            f"{measured.requests}条报修合并为{measured.visits}次上门(同址、同一通报修,间隔不超过30秒)。",
            f"{len(measured.urgent)}次紧急(严重漏水、停电、断气、污水)当晚立即匹配{ON_CALL}名值班师傅:派出{len(measured.match.pairs)}次"
            + (",已证明最优" if measured.match.certified else "")
            + f";其余与{len(days[0].jobs) if days else 0}次合并排入次日,{TECHNICIANS}名师傅完成{served}次。",
            f"价目表能支持{measured.supported}条的估价,其余如实答复:价目表无此项。",
        ]
    else:
        title = "2 · Surge"
        provenance = (
            f"Requests real: {CREDIT}, {measured.requests} housing requests of 15 April 2024, 22:53 to 23:57. Charges published (source named "
            "by its S number, Chinese yuan); setting them beside New York requests is a demonstration only. Technicians and durations simulated."
        )
        notes = [
            f"{measured.requests} requests are {measured.visits} visits (same address, same call: 30 seconds apart at most).",
            f"{len(measured.urgent)} are urgent (heavy leak, power outage, no cooking gas, sewage) and matched at once to {ON_CALL} technicians "
            f"on call: {len(measured.match.pairs)} assigned{', proven optimal' if measured.match.certified else ''}. The rest is planned for the "
            f"morning: {served} of {len(days[0].jobs) if days else 0} visits by {TECHNICIANS} technicians.",
            f"The price list supports an estimate for {measured.supported} requests; the others are told that it is not in the price list.",
        ]
    if measured.reasons and measured.reasons == measured.confirmed:
        notes.append(word("minimal", language, n=measured.reasons))
    return Section(
        title=title,
        provenance=provenance,
        notes=notes,
        tables=[_match_table(measured, language), _price_table(measured, language)],
        days=[day_view(day, language) for day in days],
    )


def _match_table(measured: Measured, language: Language) -> Table:
    zh = language == "zh"
    people = {person.id: person.name for person in measured.night.technicians}
    jobs = {job.id: job for job in measured.urgent}
    rows = [
        [
            Cell(text=f"{pair.order} {jobs[pair.order].called(language)}"),
            Cell(text=jobs[pair.order].place),
            Cell(text=people[pair.technician]),
            Cell(text=f"{pair.arrival:%H:%M}"),
            Cell(text=paidan.render.assignment(measured.night, pair, language=language)),
        ]
        for pair in measured.match.pairs
    ]
    for order in measured.match.unassigned:
        rows.append(
            [
                Cell(text=f"{order} {jobs[order].called(language)}"),
                Cell(text=jobs[order].place),
                Cell(text="–"),
                Cell(text="–"),
                Cell(text=_why_not_tonight(measured, order, language)),
            ]
        )
    return Table(
        title="当晚立即派单" if zh else "Matched that night",
        head=["工单", "地址", "师傅", "到达", "理由"] if zh else ["Order", "Place", "Technician", "Arrives", "Why"],
        rows=rows,
        numeric=False,
    )


def _why_not_tonight(measured: Measured, order: str, language: Language) -> str:
    """Nobody on call can do it, or those who can are all out."""
    wanted = measured.night.order(order).skills
    lacking = [
        need
        for need in wanted
        if not any(
            held.skill == need.skill and held.level >= need.level
            for person in measured.night.technicians
            for held in person.skills
        )
    ]
    able = [
        person
        for person in measured.night.technicians
        if all(any(held.skill == need.skill and held.level >= need.level for held in person.skills) for need in wanted)
    ]
    zh = language == "zh"
    if lacking:
        said = ("、" if zh else ", ").join(f"{names.of(need.skill, language)} {need.level}" for need in lacking)
        why = f"值班师傅无人具备技能:{said}" if zh else f"nobody on call holds: {said}"
    elif not able:
        why = "没有一位值班师傅同时具备全部所需技能" if zh else "no single technician on call holds all the skills"
    else:
        why = f"能做的{len(able)}位值班师傅都已派出" if zh else f"the {len(able)} on call who could are all out"
    return f"转次日早班:{why}" if zh else f"moved to the morning: {why}"


def _price_table(measured: Measured, language: Language) -> Table:
    zh = language == "zh"
    rows = []
    for problem in sorted(
        measured.problems, key=lambda one: (one.estimate is None, -one.count, one.category, one.descriptor)
    ):
        name = "" if problem.entry is None else problem.entry.zh if zh else problem.entry.en
        if problem.estimate is None:
            text = "价目表无此项" if zh else "not in the price list"
        else:
            text = paidan.render.estimate(problem.estimate, language=language, names=measured.names)
        rows.append(
            [
                Cell(text=f"{problem.category.title()}: {problem.descriptor.title()}"),
                Cell(text=str(problem.count)),
                Cell(text=name),
                Cell(text=text),
                Cell(text=problem.reason),
            ]
        )
    return Table(
        title=word("estimates", language),
        note="对照表 examples/data/hpd_mapping.csv 逐行写明理由"
        if zh
        else "Every row of the mapping file examples/data/hpd_mapping.csv states its reason",
        head=["报修类别(原文)", "条数", "目录项目", "预估", "对照理由"]
        if zh
        else ["Request", "Count", "Catalog", "Estimate", "Why this row"],
        rows=rows,
        numeric=False,
    )


def summary(measured: Measured) -> str:
    return (
        f"exhibit 2: {measured.requests} requests, {measured.visits} visits; {len(measured.match.pairs)} of {len(measured.urgent)} urgent ones "
        f"matched at once (certified: {measured.match.certified}); {measured.week.served} visits planned for the morning; "
        f"{measured.supported} requests with an estimate"
    )

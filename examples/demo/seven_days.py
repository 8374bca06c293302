"""Exhibit 1, measured and shown: seven days planned, checked, explained, and set beside two ways of doing without."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from paidan.report import figures, overview
from paidan.report.build import day_view
from paidan.report.masks import masked
from paidan.report.parts import Section
from paidan.report.words import Language, word
from paidan.week.page import check_minimal
from paidan.week.progress import Bar
from paidan.week.run import Effort, Engine, Week, plan_week

from demo import elevator
from demo.city_requests import CREDIT

DRAW_ITERATIONS = 5_000
ENGINES: tuple[tuple[str, Engine], ...] = (
    ("ours", "paidan"),
    ("nearest_free", "nearest_free"),
    ("best_rating", "best_rating"),
)


@dataclass(frozen=True, kw_only=True)
class Measured:
    given: elevator.Requests
    weeks: Mapping[str, Week]
    draws: list[Mapping[str, Week]]
    seconds: float
    threads: int
    violations: int
    reasons: int
    confirmed: int


def draw_effort(seed: int) -> Effort:
    """With which a draw of technicians is planned."""
    return Effort(seed=seed, iterations=DRAW_ITERATIONS, lanes=1, threads=1, explain=False)


def _draw(given: elevator.Requests, seed: int) -> dict[str, Week]:
    week = elevator.week(given, seed)
    return {name: plan_week(week, engine=engine, effort=draw_effort(seed)) for name, engine in ENGINES}


def measure(options: argparse.Namespace, bar: Bar) -> Measured:
    given = elevator.read(options.data)
    week = elevator.week(given, options.seed)
    effort = Effort(seed=options.seed, iterations=options.iterations, lanes=options.lanes, threads=options.threads)
    began = time.perf_counter()
    weeks = {"ours": plan_week(week, effort=effort, on_day=bar.day)}
    seconds = time.perf_counter() - began
    for name, engine in ENGINES[1:]:
        weeks[name] = plan_week(week, engine=engine)
    reasons, confirmed = check_minimal(weeks["ours"])
    draws: list[Mapping[str, Week]] = []
    # Threads, not processes: the solver releases the interpreter, and a draw's result does not depend on which thread ran it.
    with ThreadPoolExecutor(max_workers=options.threads) as pool:
        for done, result in enumerate(pool.map(lambda seed: _draw(given, seed), range(1, options.draws + 1)), start=1):
            draws.append(result)
            bar.show(done, options.draws, word("draws", "en"))
    if options.plans:
        write_plans(weeks["ours"], options.out)
    return Measured(
        given=given,
        weeks=weeks,
        draws=draws,
        seconds=seconds,
        threads=options.threads,
        violations=sum(len(day.report.violations) for week in weeks.values() for day in week.days),
        reasons=reasons,
        confirmed=confirmed,
    )


def write_plans(week: Week, folder: Path) -> None:
    """Each day's problem and plan as stored documents: the same bytes in every run."""
    for day in week.days:
        if day.plan is None:
            continue
        (folder / f"problem-{day.date}.json").write_text(day.problem.to_json(), encoding="utf-8")
        (folder / f"plan-{day.date}.json").write_text(day.plan.to_json(), encoding="utf-8")


def section(measured: Measured, language: Language) -> Section:
    week = measured.weeks["ours"]
    repeats = measured.given.repeats
    if language == "zh":
        title = "一、一周派单"
        provenance = (
            f"需求真实:{CREDIT},2024年7月8日当周{measured.given.requests}条电梯报修,同址4小时内合并为{len(measured.given.jobs)}单。"
            f"师傅({elevator.TECHNICIANS}人)、预约与时长为模拟。没有公布的电梯维修价格,故不报价。"
        )
    else:
        title = "1 · A week of dispatch"
        provenance = (
            f"Requests real: {CREDIT}, {measured.given.requests} elevator requests of the week of 8 July 2024, merged into {len(measured.given.jobs)} jobs "
            f"(same address within 4 hours). Technicians ({elevator.TECHNICIANS}), appointments and durations simulated. "
            "No prices: none are published for elevators."
        )
    notes = [word("seconds", language, s=f"{measured.seconds:.1f}", threads=measured.threads)]
    plans = sum(len(one.days) for one in measured.weeks.values())
    notes.append(
        word("checked", language, n=plans)
        if measured.violations == 0
        else word("checked_bad", language, v=measured.violations)
    )
    if measured.reasons and measured.reasons == measured.confirmed:
        notes.append(word("minimal", language, n=measured.reasons))
    if repeats:
        notes.append(word("repeats_count", language, n=repeats))
    tables = [figures.side_by_side(measured.weeks, language)]
    if measured.draws:
        tables.append(figures.over_draws(measured.draws, language))
    tables += overview.load_tables(week, language, masked)
    return Section(
        title=title,
        provenance=provenance,
        notes=notes,
        tables=tables,
        days=[day_view(day, language) for day in week.days],
    )


def summary(measured: Measured) -> str:
    week = measured.weeks["ours"]
    figures_of = {
        name: (one.served, one.total("on_time"), one.total("promised")) for name, one in measured.weeks.items()
    }
    lines = [
        f"exhibit 1: {len(week.days)} days, {len(measured.given.jobs)} jobs planned in {measured.seconds:.1f} s on {measured.threads} threads; "
        f"{measured.violations} violations in {sum(len(one.days) for one in measured.weeks.values())} plans; "
        f"{measured.confirmed}/{measured.reasons} reason sets confirmed minimal"
    ]
    for name, (served, on_time, promised) in figures_of.items():
        minutes = measured.weeks[name].total("travel") / 60 / max(1, served)
        lines.append(
            f"  {word(name, 'en'):18} served {served:4}, on time {on_time}/{promised}, {minutes:.1f} min travel a job"
        )
    return "\n".join(lines)

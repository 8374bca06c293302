"""The main job: a week planned day by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path

import paidan
import pytest
from demo.city_requests import Request, merge
from demo.people import draw
from paidan.__main__ import main
from paidan.week.actual import judge
from paidan.week.jobs import Job, WeekInput, at, day_of
from paidan.week.run import Effort, Week, plan_week

ZONE = "Asia/Shanghai"
MONDAY = dt.date(2024, 7, 8)
TUESDAY = MONDAY + dt.timedelta(days=1)


def job(number: int, day: dt.date = MONDAY, *, gas: int = 0, place: str = "", hour: int | None = None) -> Job:
    order = paidan.Order(
        id=f"J{number}",
        location=f"place{number}",
        service=dt.timedelta(minutes=60),
        skills=[paidan.SkillLevel(skill="gas", level=gas)] if gas else [],
        promise=None if hour is None else paidan.Promise(at=at(day, dt.time(hour), ZONE)),
        release=at(day, dt.time(), ZONE),
    )
    return Job(order=order, day=day, place=place or f"{number}号")


def technician(number: int, dates: Sequence[dt.date] = (MONDAY, TUESDAY), gas: int = 0) -> paidan.Technician:
    return paidan.Technician(
        id=f"W{number}",
        home="home",
        shifts=[
            paidan.Shift(id=date.isoformat(), start=at(date, dt.time(9), ZONE), end=at(date, dt.time(12), ZONE))
            for date in dates
        ],
        skills=[paidan.SkillHeld(skill="gas", level=gas)] if gas else [],
    )


def week_of(jobs: Sequence[Job], technicians: Sequence[paidan.Technician]) -> WeekInput:
    points = {"home": (39.90, 116.40)} | {f"place{n}": (39.90 + n * 0.01, 116.40) for n in range(10)}
    problem = paidan.Problem(
        origin=at(MONDAY, dt.time(), ZONE),
        zone=ZONE,
        locations=[
            paidan.Location(id=id, point=paidan.GeoPoint(lat=lat, lon=lon)) for id, (lat, lon) in points.items()
        ],
        technicians=technicians,
        orders=[job.order for job in jobs],
    )
    return WeekInput(problem=problem, jobs=jobs, zone=ZONE)


def quick(lanes: int = 1, threads: int = 1) -> Effort:
    return Effort(iterations=50, lanes=lanes, threads=threads)


def test_what_nobody_could_take_is_carried_to_the_next_day_with_higher_priority() -> None:
    jobs = [job(n, hour=9) for n in range(6)] + [job(9, TUESDAY)]
    week = plan_week(week_of(jobs, [technician(1)]), effort=quick())
    first, second = week.days
    assert first.report.kpis.served < 6
    assert second.carried_over == 6 - first.report.kpis.served
    carried = [one for one in second.jobs if one.id != "J9"]
    assert all(one.order.priority == 1 and one.order.promise is None and one.day == TUESDAY for one in carried)
    assert week.served + len(week.left) == len(jobs)


def test_every_plan_is_valid_and_every_reason_set_is_minimal() -> None:
    jobs = [job(n, gas=2 if n % 2 else 0) for n in range(8)]
    week = plan_week(week_of(jobs, [technician(1, gas=1), technician(2, gas=3)]), effort=quick())
    for day in week.days:
        assert list(day.report.violations) == []
        assert day.plan is not None
        for reason in day.reasons:
            for miss in reason.technicians:
                smallest = paidan.minimal_reasons(day.problem, day.plan, order=reason.order, technician=miss.technician)
                assert set(smallest.families) == set(miss.families)
    assert any(day.reasons for day in week.days)


def test_a_repeat_at_an_address_prefers_the_technician_of_the_first_visit() -> None:
    people = [technician(1), technician(2), technician(3)]
    first = plan_week(week_of([job(1)], people), effort=quick())
    who = first.days[0].routes[0].technician
    both = plan_week(week_of([job(1), job(2, TUESDAY, place="1号 ")], people), effort=quick())
    assert both.days[1].jobs[0].order.previous_technician == who
    assert both.days[1].routes[0].technician == who


def test_the_same_seed_gives_the_same_bytes_on_any_number_of_threads() -> None:
    given = week_of([job(n) for n in range(8)], [technician(1), technician(2)])
    one = plan_week(given, effort=quick(lanes=2, threads=1))
    two = plan_week(given, effort=quick(lanes=2, threads=2))
    plans = [[day.plan.to_json() for day in week.days if day.plan is not None] for week in (one, two)]
    assert plans[0] == plans[1] != []


def test_a_day_without_technicians_passes_its_jobs_on() -> None:
    week = plan_week(week_of([job(1), job(2, TUESDAY)], [technician(1, dates=[TUESDAY])]), effort=quick())
    assert [day.date for day in week.days] == [TUESDAY]
    assert week.served == 2


def test_a_spare_day_on_which_nobody_can_do_what_is_left_is_not_the_end() -> None:
    wednesday, thursday = TUESDAY + dt.timedelta(days=1), TUESDAY + dt.timedelta(days=2)
    people = [technician(1, [MONDAY, TUESDAY, wednesday]), technician(2, [thursday], gas=2)]

    def plan(gas: int) -> Week:
        return plan_week(replace(week_of([job(1), job(2, gas=gas)], people), last_is_final=False), effort=quick())

    week = plan(gas=2)
    assert [day.date for day in week.days] == [MONDAY, thursday]
    assert (week.served, week.left) == (2, [])
    assert [(one.order.id, one.day) for one in plan(gas=3).left] == [("J2", thursday + dt.timedelta(days=1))]


def test_an_empty_week_is_an_empty_plan() -> None:
    week = plan_week(week_of([], [technician(1)]))
    assert week.days == []
    assert week.served == 0


def test_the_actual_week_is_judged_with_its_faults() -> None:
    jobs = [job(1, gas=2, hour=10), job(2), job(3)]

    def visit(order: str, start: tuple[int, int], end: tuple[int, int]) -> paidan.ActualVisit:
        arrival = at(MONDAY, dt.time(*start), ZONE)
        return paidan.ActualVisit(
            order=order, technician="W1", arrival=arrival, start=arrival, end=at(MONDAY, dt.time(*end), ZONE)
        )

    actual = judge(week_of(jobs, [technician(1)]), [visit("J1", (10, 45), (11, 45)), visit("J2", (11, 30), (12, 30))])
    figures = actual.week.days[0].report.kpis
    assert (figures.served, figures.late, figures.on_time) == (2, 1, 0)
    assert actual.violations["skill_missing"] == 1
    assert actual.violations["overlap"] >= 1
    assert [one.id for one in actual.week.left] == ["J3"]


def test_the_day_of_an_order_is_that_of_its_appointment_then_window_then_release() -> None:
    start, end = at(TUESDAY, dt.time(9), ZONE), at(TUESDAY, dt.time(10), ZONE)
    promised = job(1, TUESDAY, hour=9).order
    windowed = paidan.Order(id="w", location="home", windows=[paidan.Window(start=start, end=end)])
    released = paidan.Order(id="r", location="home", release=start)
    free = paidan.Order(id="f", location="home")
    assert [day_of(order, MONDAY, ZONE) for order in (promised, windowed, released, free)] == [TUESDAY] * 3 + [MONDAY]


def test_requests_at_one_address_merge_while_each_follows_within_the_gap() -> None:
    def request(key: str, minute: int, address: str) -> Request:
        created = dt.datetime(2024, 7, 8) + dt.timedelta(minutes=minute)
        return Request(
            key=key, created=created, category="c", descriptor="d", address=address, borough="b", lat=0, lon=0
        )

    given = [("1", 0, "A"), ("2", 100, "B"), ("3", 200, "A"), ("4", 440, "A"), ("5", 700, "A")]
    visits = merge([request(*one) for one in given], dt.timedelta(hours=4))
    assert [[one.key for one in visit.requests] for visit in visits] == [["1", "3", "4"], ["2"], ["5"]]


def test_drawn_technicians_depend_on_the_seed_alone() -> None:
    places = [(40.0, -73.0), (40.1, -73.1)]

    def drawn(seed: int, share: float = 0.5) -> list[paidan.Technician]:
        return draw(seed, 10, places, {"gas": share}, dates=[MONDAY], zone=ZONE).technicians

    assert drawn(3) == drawn(3)
    assert drawn(3) != drawn(4)
    assert any(held.skill == "gas" for person in drawn(3, 0.0) for held in person.skills)


def tables(folder: Path, *names: str) -> list[str]:
    return [part for name in names for part in (f"--{name}", str(folder / f"{name}.csv"))]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_templates_are_a_week_that_can_be_planned_priced_and_warranted(tmp_path: Path, language: str) -> None:
    assert main(["templates", str(tmp_path), "--lang", language]) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {one.name for one in resources.files("paidan.week").joinpath("templates", language).iterdir()}
    report = tmp_path / "report.html"
    given = tables(tmp_path, "orders", "technicians", "catalog", "prices", "policies", "actual")
    code = main(["week", *given, "--report", str(report), "--lang", language, "--iterations", "20", "--threads", "1"])
    assert code == 0
    page = report.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "http" not in page
    assert "A1001" in page
    promised = "约定到达时段: 09:30–10:30" if language == "zh" else "agreed arrival: 09:30–10:30"
    assert promised in page  # as its clocks show it, not in UTC
    if language == "zh":
        assert "冰箱300–500升不制冷:预估¥150(上门费¥30+人工¥120)" in page
        assert "自服务完成之日起90日内,同一故障免费返修" in page
    else:
        assert "Refrigerator 300–500 l not cooling: estimated ¥150 (visit fee ¥30 + labour ¥120)" in page
        assert "Within 90 days of completion the same fault is repaired again free of charge" in page


@pytest.mark.parametrize("preset", ["punctual", "cheap", "fair"])
def test_a_week_is_planned_with_a_preset(tmp_path: Path, preset: str) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    given = tables(tmp_path, "orders", "technicians")
    out = tmp_path / "out"
    effort = ["--iterations", "5", "--threads", "1", "--no-masks", "--results", str(out)]
    assert main(["week", *given, "--report", str(tmp_path / "r.html"), "--preset", preset, *effort]) == 0
    problems = [paidan.Problem.from_json(path.read_text("utf-8")) for path in out.rglob("*problem*.json")]
    assert problems
    assert all(problem.objective == paidan.desk.objective(preset) for problem in problems)


def test_prices_without_a_catalog_are_refused_not_ignored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    report = tmp_path / "report.html"
    given = tables(tmp_path, "orders", "technicians", "prices")
    assert main(["week", *given, "--report", str(report), "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("--prices and --policies need --catalog")
    assert not report.exists()


@pytest.mark.parametrize("more", [(), ("catalog", "prices", "policies")])
def test_no_orders_are_an_empty_plan(tmp_path: Path, more: tuple[str, ...]) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    orders = tmp_path / "orders.csv"
    heading = [line for line in orders.read_text(encoding="utf-8").splitlines() if line.startswith("工单号")]
    orders.write_text("\n".join(heading) + "\n", encoding="utf-8")
    report = tmp_path / "report.html"
    given = tables(tmp_path, "orders", "technicians", *more)
    assert main(["week", *given, "--report", str(report), "--lang", "en"]) == 0
    assert "No orders: an empty plan." in report.read_text(encoding="utf-8")


def test_errors_of_all_tables_come_before_any_work_and_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    for name, good, bad in (("orders", "116.4605", "east"), ("prices", "30.00,30.00", "-30.00,30.00")):
        path = tmp_path / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(good, bad), encoding="utf-8")
    given = tables(tmp_path, "orders", "technicians", "catalog", "prices")
    assert main(["week", *given, "--report", str(tmp_path / "r.html"), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "east" in said
    assert "-30.00" in said


def test_a_repeat_at_a_place_is_marked_to_be_verified(tmp_path: Path) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    orders = tmp_path / "orders.csv"
    again = "A1009,,2024-07-10 09:00,朝阳区建国路甲1号,,,冰箱300–500升不制冷,,,,,,,,,,2024-07-11,,0,,,,\n"
    orders.write_text(orders.read_text(encoding="utf-8") + again, encoding="utf-8")
    report = tmp_path / "report.html"
    given = tables(tmp_path, "orders", "technicians", "catalog")
    assert main(["week", *given, "--report", str(report), "--lang", "zh"]) == 0
    page = report.read_text(encoding="utf-8")
    assert "待核实" in page
    assert "2天内曾报修" in page


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--seed", "-1", "must be from 0"),
        ("--seed", str(2**64), f"must be from 0 to {2**64 - 1}"),
        ("--lanes", "65", "must be from 0 to 64"),
        ("--speed", "nan", "must be from 1 to 200"),
        ("--threads", "0", "must be from 1"),
    ],
)
def test_options_out_of_range_are_refused_by_name(
    option: str, value: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tables(tmp_path, "orders", "technicians")
    with pytest.raises(SystemExit) as stopped:
        main(["week", *given, "--report", "r.html", option, value])
    assert stopped.value.code == 2
    message = capsys.readouterr().err
    assert option in message
    assert said in message


def test_seed_and_lanes_have_the_bounds_of_plan_and_the_help_says_units(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    given = tables(tmp_path, "orders", "technicians")
    effort = ["--iterations", "5", "--seed", str(2**64 - 1), "--lanes", "0"]
    assert main(["week", *given, "--report", str(tmp_path / "r.html"), *effort]) == 0
    with pytest.raises(SystemExit):
        main(["week", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "searches that exchange their best plans" in said
    assert "--time-limit SECONDS seconds for each day at most (`paidan plan` takes milliseconds)" in said


def test_the_host_sees_its_own_week_beside_ours(tmp_path: Path) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    actual = tmp_path / "actual.csv"
    actual.write_text("工单号,工号,到达时间,完成时间\nA1001,G01,2024-07-09 10:40,2024-07-09 11:40\n", encoding="utf-8")
    report = tmp_path / "report.html"
    code = main(
        [
            "week",
            "--orders",
            str(tmp_path / "orders.csv"),
            "--technicians",
            str(tmp_path / "technicians.csv"),
            "--actual",
            str(actual),
            "--report",
            str(report),
            "--lang",
            "en",
            "--iterations",
            "20",
        ]
    )
    assert code == 0
    assert "as it was" in report.read_text(encoding="utf-8")


def test_bad_tables_end_with_code_2_and_all_messages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    orders = tmp_path / "orders.csv"
    text = orders.read_text(encoding="utf-8")
    orders.write_text(text.replace("116.4605", "east").replace("2024-07-08 10:40", "soon"), encoding="utf-8")
    code = main(
        [
            "week",
            "--orders",
            str(orders),
            "--technicians",
            str(tmp_path / "technicians.csv"),
            "--report",
            str(tmp_path / "r.html"),
            "--lang",
            "en",
        ]
    )
    said = capsys.readouterr().err
    assert code == 2
    assert "east" in said
    assert "soon" in said


def test_files_that_cannot_be_read_end_with_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    broken = tmp_path / "orders.xlsx"
    broken.write_bytes(b"not a workbook")
    rest = ["--technicians", str(tmp_path / "technicians.csv"), "--report", str(tmp_path / "r.html"), "--lang", "en"]
    assert main(["week", "--orders", str(broken), *rest]) == 2
    assert capsys.readouterr().err == "'orders.xlsx' is no Excel workbook, or a damaged one\n"
    assert main(["week", "--orders", str(tmp_path / "none.csv"), *rest]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'none.csv'}: No such file or directory\n"

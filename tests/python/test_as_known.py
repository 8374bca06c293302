"""The week replayed without hindsight."""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import paidan
import pytest
from paidan.__main__ import main
from paidan.week import as_known as as_known_module
from paidan.week.actual import ActualWeek, as_known, judge
from paidan.week.jobs import Job, WeekInput, at
from paidan.week.run import Effort, Week, plan_week

ZONE = "Asia/Shanghai"
MONDAY = dt.date(2024, 7, 8)
QUICK = Effort(iterations=40, lanes=1, threads=1)


def moment(hour: float, day: int = 0) -> dt.datetime:
    return at(MONDAY + dt.timedelta(days=day), dt.time(), ZONE) + dt.timedelta(hours=hour)


def job(number: int, *, created: float = 0, agreed: float | None = None, day: int = 0, minutes: int = 60) -> Job:
    order = paidan.Order(
        id=f"J{number}",
        location=f"place{number % 10}",
        service=dt.timedelta(minutes=minutes),
        release=moment(created, day) if agreed is None or created else None,
        promise=None if agreed is None else paidan.Promise(at=moment(agreed, day)),
    )
    return Job(order=order, day=MONDAY + dt.timedelta(days=day), place=f"{number % 10}号")


def person(number: int, *, days: int = 2, **more: object) -> paidan.Technician:
    shifts = [
        paidan.Shift(
            id=str(day),
            start=moment(8, day),
            end=moment(17, day),
            overtime_cap=dt.timedelta(hours=3),
            breaks=[
                paidan.Break(earliest=moment(11.5, day), latest=moment(13, day), duration=dt.timedelta(minutes=45))
            ],
        )
        for day in range(days)
    ]
    return paidan.Technician(id=f"W{number}", home="home", shifts=shifts).with_(**more)


def week(jobs: Sequence[Job], people: Sequence[paidan.Technician]) -> WeekInput:
    places = {"home": (39.90, 116.40)} | {f"place{n}": (39.90 + n * 0.01, 116.40 + n % 3 * 0.02) for n in range(10)}
    problem = paidan.Problem(
        origin=moment(0),
        zone=ZONE,
        locations=[paidan.Location(id=id, point=paidan.GeoPoint(lat=a, lon=b)) for id, (a, b) in places.items()],
        technicians=people,
        orders=[one.order for one in jobs],
    )
    return WeekInput(problem=problem, jobs=list(jobs), zone=ZONE)


def came(
    order: str, begin: float, minutes: int = 60, *, day: int = 0, outcome: str = "done", **more: object
) -> paidan.ActualVisit:
    arrival = moment(begin, day)
    return paidan.ActualVisit(
        order=order, technician="W1", arrival=arrival, end=arrival + dt.timedelta(minutes=minutes), outcome=outcome
    ).with_(**more)


def said(order: str, outcome: str, by: str | None, recorded: dt.datetime | None, **more: object) -> paidan.ActualVisit:
    return paidan.ActualVisit(order=order, outcome=outcome, asked_by=by, recorded=recorded).with_(**more)


def played(given: WeekInput, rows: Sequence[paidan.ActualVisit]) -> dict[str, list[paidan.ActualVisit]]:
    visits: dict[str, list[paidan.ActualVisit]] = {}
    for row in as_known(given, rows, effort=QUICK).visits:
        if row.arrival is not None:
            visits.setdefault(row.order, []).append(row)
    return visits


def test_nobody_leaves_for_an_order_before_it_is_known() -> None:
    visits = played(week([job(1), job(2, created=14)], [person(1)]), [])
    second = visits["J2"][0].arrival
    assert second is not None
    assert second >= moment(14)


def test_a_visit_takes_as_long_as_it_really_took() -> None:
    given = week([job(1), job(2)], [person(1)])
    visits = played(given, [came("J1", 10, minutes=200), came("J2", 15, minutes=25)])
    for order, minutes in (("J1", 200), ("J2", 25)):
        (one,) = visits[order]
        assert one.arrival is not None
        assert one.end is not None
        assert one.end - one.arrival == dt.timedelta(minutes=minutes)


@pytest.mark.parametrize("outcome", ["cancelled", "rescheduled"])
def test_a_customers_word_counts_from_when_it_was_recorded(outcome: str) -> None:
    given = week([job(1, agreed=11), job(2, day=1)], [person(1)])
    visits = played(given, [said("J1", outcome, "customer", moment(9))]).get("J1", [])
    # Put off without a new appointment: any other day will do.
    assert [row.arrival is not None and row.arrival >= moment(24) for row in visits] == [True] * (
        outcome != "cancelled"
    )
    assert "J1" in played(given, [said("J1", outcome, "customer", moment(16))])  # they were there by then
    assert "J1" in played(given, [said("J1", outcome, "platform", moment(9))])  # ours need not follow
    assert "J1" in played(given, [said("J1", outcome, None, moment(9))])


def test_an_order_the_customer_put_off_is_for_the_new_appointment() -> None:
    given = week([job(1, agreed=9), job(2, day=1)], [person(1)])
    moved = said("J1", "rescheduled", "customer", moment(8), appointment=moment(14, 1))
    (visit,) = played(given, [moved])["J1"]
    assert visit.arrival is not None
    assert moment(13.5, 1) <= visit.arrival <= moment(14.5, 1)
    result = as_known(given, [moved], effort=QUICK)
    assert [str(one.promise) for one in result.orders if one.order == "J1"] == ["kept"]


@pytest.mark.parametrize(("before", "after"), [(0, 240), (30, 30), (15, 60), (45, 0)])
def test_the_replay_moves_a_promise_as_the_judge_does(before: int, after: int) -> None:
    old = paidan.Promise(at=moment(9), before=dt.timedelta(minutes=before), after=dt.timedelta(minutes=after))
    one = job(1, agreed=9)
    order = one.order.with_(promise=old)
    new = moment(14)
    moved = as_known_module._agreed(order, new).promise
    given = week([Job(order=order, day=one.day)], [person(1)])
    rows = [said("J1", "rescheduled", "customer", moment(8), appointment=new)]
    (judged,) = paidan.judge_orders(given.problem, rows).orders
    assert moved is not None
    assert (moved.at - moved.before, moved.at + moved.after) == (judged.promise_from, judged.promise_to)


def test_a_visit_that_needed_another_needs_it_in_the_replay_too() -> None:
    given = week([job(1)], [person(1)])
    rows = [came("J1", 10, outcome="waiting_part"), came("J1", 9, minutes=30, day=1)]
    first, second = played(given, rows)["J1"]
    assert (str(first.outcome), str(second.outcome)) == ("waiting_part", "done")
    assert second.arrival is not None
    assert second.arrival >= moment(8, 1)


def test_who_came_before_may_have_the_day_off() -> None:
    off_tomorrow = person(2, days=1)
    on_tomorrow = person(1).with_(shifts=person(1).shifts[1:])
    rows = [came("J1", 10, outcome="nobody_home"), came("J1", 9, day=1)]
    first, second = played(week([job(1)], [on_tomorrow, off_tomorrow]), rows)["J1"]
    assert (first.technician, second.technician) == ("W2", "W1")


@pytest.mark.parametrize("first", ["nobody_home", "waiting_part"])
def test_a_customers_word_after_a_visit_in_vain_is_about_the_next_one(first: str) -> None:
    given = week([job(1, agreed=9), job(2, day=2)], [person(1, days=3)])
    rows = [came("J1", 9, outcome=first), came("J1", 9, day=1)]
    for recorded in (moment(9.25), moment(15), moment(20)):  # while they are there, later that day, in the evening
        off = as_known(given, [*rows, said("J1", "cancelled", "customer", recorded)], effort=QUICK)
        assert sum(row.order == "J1" and row.arrival is not None for row in off.visits) == 1
        assert [str(one.state) for one in off.orders if one.order == "J1"] == ["cancelled"]
        moved = said("J1", "rescheduled", "customer", recorded, appointment=moment(14, 2))
        again = as_known(given, [*rows, moved], effort=QUICK)
        (_, second) = (row for row in again.visits if row.order == "J1" and row.arrival is not None)
        assert second.arrival is not None
        assert moment(13.5, 2) <= second.arrival <= moment(14.5, 2)
        assert [one.moved for one in again.orders if one.order == "J1"] == [1]


def test_a_later_visit_has_an_id_of_its_own() -> None:
    one, two = job(1), job(2)
    other = Job(order=two.order.with_(id="J1 (2)"), day=MONDAY, place="2号")
    rows = [came("J1", 10, outcome="nobody_home"), came("J1", 9, day=1), came("J1 (2)", 12)]
    visits = played(week([one, other], [person(1)]), rows)
    assert [len(visits[order]) for order in ("J1", "J1 (2)")] == [2, 1]


def test_the_plans_of_a_day_share_its_time_and_ctrl_c_ends_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[dt.timedelta] = []
    works: list[int] = []

    class Stopped:
        def __init__(self, plan: paidan.Plan) -> None:
            self.routes, self.interrupted = plan.routes, True

    def plan(problem: paidan.Problem, *, iterations: int, time_limit: dt.timedelta, **more: Any) -> Stopped:
        limits.append(time_limit)
        works.append(iterations)
        return Stopped(whole(problem, iterations=0, **more))

    whole = paidan.plan
    monkeypatch.setattr(paidan, "plan", plan)
    given = week([job(n, created=9 + n) for n in range(5)], [person(1)])
    as_known(given, [], effort=replace(QUICK, time_limit=dt.timedelta(seconds=3)))
    assert len(limits) > 3
    assert sum(limits, start=dt.timedelta()) <= dt.timedelta(seconds=3)
    assert works == [QUICK.iterations] + [0] * (len(works) - 1)


def random_week(chance: random.Random) -> tuple[WeekInput, list[paidan.ActualVisit]]:
    jobs = []
    for number in range(chance.randint(1, 14)):
        day = chance.randint(0, 1)
        agreed = chance.choice([None, chance.randint(8, 16)])
        created = chance.choice([0.0, chance.randint(16, 32) / 2]) if agreed is None else 0.0
        jobs.append(job(number, day=day, agreed=agreed, created=created, minutes=chance.choice([30, 60, 90])))
    people = [person(n, max_jobs=chance.choice([None, 3])) for n in range(1, chance.randint(2, 4))]
    rows: list[paidan.ActualVisit] = []
    for one in jobs:
        kind = chance.randrange(6)
        recorded = moment(chance.randint(0, 40))
        if kind == 0:
            rows.append(said(one.id, "cancelled", chance.choice(["customer", "platform", None]), recorded))
        elif kind == 1:
            new = moment(chance.randint(9, 15), 1)
            rows.append(said(one.id, "rescheduled", "customer", recorded, appointment=new))
        elif kind == 2:
            rows.append(came(one.id, chance.randint(8, 14), outcome="waiting_part"))
            rows.append(came(one.id, chance.randint(8, 14), day=1))
        elif kind == 3:
            rows.append(came(one.id, chance.randint(8, 14), minutes=chance.choice([20, 60, 240])))
    return week(jobs, people), rows


def ended_otherwise(
    chance: random.Random, rows: Sequence[paidan.ActualVisit], replayed: Sequence[paidan.ActualVisit], cut: dt.datetime
) -> list[paidan.ActualVisit]:
    """How long a visit takes is known when it is over: those that the replay ends later may end at any other time after
    the cut.
    """
    of_order: dict[str, list[paidan.ActualVisit]] = {}
    for row in replayed:
        if row.arrival is not None:
            of_order.setdefault(row.order, []).append(row)
    changed = []
    for row in sorted(rows, key=lambda one: one.arrival or cut):
        if row.arrival is not None:
            mine = of_order.get(row.order) or [None]
            one = mine.pop(0)
            if one is None or one.arrival is None or one.end is None or one.end > cut:
                least = 1 if one is None or one.arrival is None else (cut - one.arrival) // dt.timedelta(minutes=1) + 1
                row = row.with_(
                    end=row.arrival + dt.timedelta(minutes=max(1, least) + chance.choice([0, 17, 180, 300]))
                )
        changed.append(row)
    return changed


@pytest.mark.parametrize("seed", range(40))
def test_how_long_a_visit_takes_is_known_when_it_is_over(seed: int) -> None:
    chance = random.Random(seed)
    jobs = [job(n, created=chance.choice([0, 8.5, 9.5, 11]), minutes=chance.choice([40, 60, 90])) for n in range(9)]
    given = week(jobs, [person(n) for n in range(1, 4)])
    rows = [came(one.id, 8, minutes=chance.choice([20, 90, 150, 300])) for one in jobs]
    cut = moment(chance.randint(17, 26) / 2)
    whole = as_known(given, rows, effort=QUICK).visits
    other = as_known(given, ended_otherwise(chance, rows, whole, cut), effort=QUICK).visits

    def until(visits: Sequence[paidan.ActualVisit]) -> list[tuple[str, str, dt.datetime]]:
        begun = [(row.order, row.technician, row.arrival) for row in visits if row.arrival is not None]
        return sorted((order, who, when) for order, who, when in begun if when < cut)

    assert until(whole) == until(other), f"seed {seed}"


@pytest.mark.parametrize("seed", range(40))
def test_what_comes_later_changes_nothing_that_was_done_before(seed: int) -> None:
    chance = random.Random(seed)
    given, rows = random_week(chance)
    cut = moment(chance.randint(17, 66) / 2)

    def until(visits: Sequence[paidan.ActualVisit]) -> list[tuple[str, str, dt.datetime]]:
        begun = [(row.order, row.technician, row.arrival) for row in visits if row.arrival is not None]
        return sorted((order, who, when) for order, who, when in begun if when < cut)

    whole = as_known(given, rows, effort=QUICK).visits
    jobs = [one for one in given.jobs if one.order.release is None or one.order.release <= cut]
    kept = {one.id for one in jobs}
    early = week(jobs, given.problem.technicians)
    known = [row for row in rows if row.order in kept and (row.arrival is not None or (row.recorded or cut) <= cut)]
    changed = ended_otherwise(chance, known, whole, cut)
    part = as_known(early, changed, effort=QUICK).visits if jobs else []
    assert until(part) == until(whole), f"seed {seed}"


@pytest.mark.parametrize("seed", range(100, 125))
def test_the_replay_breaks_no_rule_when_visits_take_as_long_as_planned(seed: int) -> None:
    chance = random.Random(seed)
    given, rows = random_week(chance)
    words = [row for row in rows if row.arrival is None]
    result = as_known(given, words, effort=QUICK)
    assert dict(result.violations) == {}, f"seed {seed}"
    assert judge(given, result.visits).week.served == result.week.served
    served = [row.order for row in result.visits if row.arrival is not None]
    assert len(served) == len(set(served)) == result.week.served


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_lists_what_was_judged_and_says_how(tmp_path: Path, language: str) -> None:
    assert main(["templates", str(tmp_path), "--lang", language]) == 0
    names = ("orders", "technicians", "catalog", "actual")
    given = [part for name in names for part in (f"--{name}", str(tmp_path / f"{name}.csv"))]
    report, folder = tmp_path / "week.html", tmp_path / "results"
    more = ["--lang", language, "--iterations", "20", "--threads", "1", "--results", str(folder)]
    assert main(["week", *given, "--report", str(report), *more]) == 0
    page = report.read_text(encoding="utf-8")
    words = (
        ("逐单评判", "不用事后信息", "客户改约1次")
        if language == "zh"
        else ("Order by order", "no hindsight", "by the customer")
    )
    assert [word for word in words if word not in page] == []
    lines = (folder / "judged.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + 3
    assert lines[2].startswith("A1002,served,2,0,1,0,0,,")
    # Without the table there is no such comparison, and none of an earlier run.
    plain = [part for name in names[:2] for part in (f"--{name}", str(tmp_path / f"{name}.csv"))]
    assert main(["week", *plain, "--report", str(report), *more]) == 0
    assert words[0] not in report.read_text(encoding="utf-8")
    assert len((folder / "judged.csv").read_text(encoding="utf-8-sig").splitlines()) == 1


def test_rows_about_unknown_orders_are_refused_before_anything_is_planned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates", str(tmp_path)]) == 0
    actual = tmp_path / "actual.csv"
    actual.write_text("工号,工单号,到达时间,完成时间\nG01,A9999,2024-07-09 10:05,2024-07-09 11:30\n", encoding="utf-8")
    report = tmp_path / "week.html"
    given = [
        part for name in ("orders", "technicians", "actual") for part in (f"--{name}", str(tmp_path / f"{name}.csv"))
    ]
    assert main(["week", *given, "--report", str(report), "--lang", "zh"]) == 2
    assert "A9999" in capsys.readouterr().err
    assert not report.exists()


ORDERS = """order,created,place,lat,lon,minutes,appointment,day
O1,2024-07-07 09:00,a,39.90,116.40,60,2024-07-08 09:00,
O2,2024-07-07 09:00,b,39.91,116.40,60,2024-07-08 11:00,
O3,2024-07-07 09:00,c,39.92,116.40,60,2024-07-08 14:00,
O4,2024-07-07 09:00,d,39.93,116.40,60,,2024-07-09
O5,2024-07-07 09:00,e,39.94,116.40,60,,2024-07-10
"""
PEOPLE = """technician,name,lat,lon,start,end,weekdays
T1,王师傅,39.90,116.40,08:30,17:30,1-5
"""
ACTUAL = """order,technician,arrival,end,outcome,asked_by,recorded,appointment
O1,T1,2024-07-08 09:10,2024-07-08 10:00,waiting_part,,,
O1,T1,2024-07-10 09:10,2024-07-10 10:00,done,,,
O2,,,,cancelled,customer,2024-07-08 08:00,
O3,T1,2024-07-08 14:10,2024-07-08 15:00,done,,,
O4,T1,2024-07-09 10:00,2024-07-09 11:00,done,,,
"""


def compared(folder: Path, *more: str, actual: str = ACTUAL, language: str = "en", code: int = 0) -> str:
    for name, table in (("orders", ORDERS), ("technicians", PEOPLE), ("actual", actual)):
        (folder / f"{name}.csv").write_text(table, encoding="utf-8")
    given = [part for one in ("orders", "technicians", "actual") for part in (f"--{one}", str(folder / f"{one}.csv"))]
    words = [*given, "--report", str(folder / "r.html"), "--results", str(folder / "out"), "--lang", language]
    assert main(["week", *words, "--iterations", "20", "--threads", "1", "--datum", "wgs84", *more]) == code
    return (folder / "r.html").read_text(encoding="utf-8")


def table_of(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "out" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_column_adds_up_to_all_orders_and_says_what_it_means(tmp_path: Path) -> None:
    page = compared(tmp_path)
    shown = {(one["figure"], one["week"]): one["value"] for one in table_of(tmp_path, "figures")}
    for name in ("ours", "as_known", "actual"):
        parts = [int(shown[key, name]) for key in ("served", "left", "cancelled")]
        assert sum(parts) == int(shown["jobs", name]) == 5
    assert (shown["cancelled", "actual"], shown["cancelled", "as_known"]) == ("1", "1")
    assert ("promised_never", "actual") in shown
    assert ("promised_unserved", "actual") not in shown
    assert '<td class="">Appointments to which nobody ever came</td>' in page
    assert page.count("Appointment not kept that day") == 1  # of the plans


def test_both_weeks_are_told_in_the_same_detail(tmp_path: Path) -> None:
    page = compared(tmp_path)
    one = next(row for row in table_of(tmp_path, "judged") if row["order"] == "O1")
    assert (one["visits"], one["waiting_part"]) == (one["replayed_visits"], one["replayed_waiting_part"]) == ("2", "1")
    assert one["completed"] == "2024-07-10 09:10:00"
    assert one["replayed_completed"].startswith("2024-07-10 ")
    assert page.count("waiting for a part × 1") == 2
    assert "completed: T1 07-10 09:10" in page
    assert "What came of each visit, and the day of further visits, are taken over from what really happened." in page


def test_what_the_actual_table_lacks_or_has_twice_is_said(tmp_path: Path) -> None:
    assert "Orders without any row in the actual table (1) are counted as not visited: O5" in compared(tmp_path)
    far = ACTUAL + "O5,T1,2024-09-08 10:00,2024-09-08 11:00,done,,,\n" + ACTUAL.splitlines()[4] + "\n"
    page = compared(tmp_path, actual=far)
    assert "1 visits of the actual table are on days far from this week" in page
    assert "please check: O5<" in page
    assert "1 visits of the actual table are entered more than once" in page
    assert "please check: O3<" in page
    assert "Orders without any row" not in page
    empty = compared(tmp_path, actual=ACTUAL.splitlines()[0] + "\n", language="zh")
    assert "实际上门表没有任何记录" in empty


def test_both_weeks_are_cut_to_the_days_asked_for(tmp_path: Path) -> None:
    page = compared(tmp_path, "--first-day", "2024-07-08", "--days", "2")
    shown = {(one["figure"], one["week"]): one["value"] for one in table_of(tmp_path, "figures")}
    assert {shown["jobs", name] for name in ("ours", "as_known", "actual")} == {"4"}
    assert {one["order"] for one in table_of(tmp_path, "judged")} == {"O1", "O2", "O3", "O4"}
    one = table_of(tmp_path, "judged")[0]
    assert (one["state"], one["visits"], one["replayed_visits"]) == ("open", "1", "1")
    assert "1 visits of the actual table were on other days and count in neither week: O1" in page
    later = ACTUAL + "O5,T1,2024-07-10 11:00,2024-07-10 12:00,done,,,\n"
    page = compared(tmp_path, "--first-day", "2024-07-08", "--until", "2024-07-09", actual=later)
    assert "1 orders are for other days and count in neither week: O5" in page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_went_wrong_is_listed_one_by_one(tmp_path: Path, language: str) -> None:
    wrong = (
        ACTUAL + "O5,T1,2024-07-09 10:30,2024-07-09 11:30,done,,,\nO5,T1,2024-07-10 07:00,2024-07-10 08:00,rework,,,\n"
    )
    page = compared(tmp_path, actual=wrong, language=language)
    rows = [one for one in table_of(tmp_path, "violations") if one["week"] == "actual"]
    (overlap,) = (one for one in rows if one["violation"] == "overlap")
    assert (overlap["day"], overlap["technician"], overlap["order"]) == ("2024-07-09", "T1", "O5")
    assert (overlap["amount"], overlap["unit"]) == ("1800", "s")
    assert any(one["violation"] == "shift_start" and one["day"] == "2024-07-10" for one in rows)
    assert ("30分钟" if language == "zh" else ">30 min<") in page
    assert ("按估算路程计" if language == "zh" else "so they are estimates") in page


def test_a_long_list_of_faults_is_cut_on_the_page_and_whole_in_the_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("paidan.week.compare.FAULTS", 1)
    wrong = (
        ACTUAL + "O5,T1,2024-07-09 10:30,2024-07-09 11:30,done,,,\nO5,T1,2024-07-10 07:00,2024-07-10 08:00,rework,,,\n"
    )
    page = compared(tmp_path, actual=wrong)
    listed = [one for one in table_of(tmp_path, "violations") if one["week"] == "actual"]
    assert f"{len(listed) - 1} more in the results (table violations)." in page


def test_a_search_that_was_stopped_is_not_taken_up_in_the_replay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped:
        interrupted = True

        def __init__(self, plan: paidan.Plan) -> None:
            self.routes = plan.routes

    efforts: list[Effort] = []

    def stopped(given: WeekInput, **more: Any) -> Week:
        made = plan_week(given, **more)
        for day in made.days:
            assert day.plan is not None
            day.plan = cast(paidan.Plan, Stopped(day.plan))
        return made

    def replayed(given: WeekInput, rows: Sequence[paidan.ActualVisit], *, effort: Effort, **more: Any) -> ActualWeek:
        efforts.append(effort)
        return as_known(given, rows, effort=effort)

    monkeypatch.setattr("paidan.week.page.plan_week", stopped)
    monkeypatch.setattr("paidan.week.page.as_known", replayed)
    compared(tmp_path)
    assert [one.iterations for one in efforts] == [0]

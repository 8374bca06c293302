"""Pictures of plans and reports."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import warnings
from typing import Any

import paidan
import pytest
from city import at, make_problem, make_technician

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from matplotlib import font_manager, pyplot  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402


@pytest.fixture(autouse=True)
def _close() -> Any:
    yield
    pyplot.close("all")


def a_day(**more: Any) -> paidan.Problem:
    """One technician with a break, an appointment that has to be waited for and one that comes too late."""
    rest = paidan.Break(duration=dt.timedelta(minutes=30), earliest=at(11), latest=at(14))
    shift = paidan.Shift(id="mon", start=at(8), end=at(18), breaks=[rest])
    places = [paidan.Location(id=f"L{n}", point=paidan.GeoPoint(lat=31.2 + n * 0.05, lon=121.4)) for n in range(3)]

    gas = [paidan.SkillLevel(skill="gas")]

    def order(id: str, place: int, hour: int, minutes: int) -> paidan.Order:
        return paidan.Order(
            id=id,
            location=f"L{place}",
            service=dt.timedelta(minutes=minutes),
            promise=paidan.Promise(at=at(hour)),
            skills=gas,
        )

    return paidan.Problem(
        zone="Asia/Shanghai",
        locations=places,
        technicians=[
            make_technician(
                "w", "L0", shifts=[shift], skills=[paidan.SkillHeld(skill="gas")], **({"name": "王师傅"} | more)
            ),
            make_technician("idle", "L0"),
        ],
        orders=[order("A", 1, 10, 240), order("B", 2, 11, 60)],
    )


def planned(problem: paidan.Problem) -> paidan.Plan:
    return paidan.plan(problem, iterations=50)


def legend_of(ax: Axes) -> list[str]:
    legend = ax.get_legend()
    assert legend is not None
    return [text.get_text() for text in legend.get_texts()]


def test_a_plan_tells_travel_waiting_work_breaks_and_lateness_apart() -> None:
    plan = planned(a_day())
    ax = plan.plot(language="en")
    assert isinstance(ax, Axes)
    assert [one.get_text() for one in ax.get_yticklabels()] == ["王师傅", "idle"]
    assert {"service", "travel", "break", "agreed arrival", "late (!)"} <= set(legend_of(ax))
    numbers = sorted(text.get_text() for text in ax.texts)
    route = next(route for route in plan.routes if route.technician == "w")
    visits = [stop for stop in route.stops if stop.order is not None]
    promises = {order.id: order.promise for order in plan.problem.orders}
    wanted = []
    for number, stop in enumerate(visits, 1):
        promise = promises[str(stop.order)]
        assert promise is not None
        wanted.append(f"{number}!" if stop.start > promise.at + promise.after else f"{number}")
    assert numbers == sorted(wanted)
    assert any(one.endswith("!") for one in numbers)
    first = visits[0].start
    lefts = {round(bar.get_x(), 4) for bar in ax.patches}
    assert round(first.hour + first.minute / 60 + first.second / 3600, 4) in lefts
    assert ("waiting" in legend_of(ax)) == any(stop.start > stop.arrival for stop in route.stops)


def test_several_days_are_rows_of_their_own() -> None:
    shifts = [paidan.Shift(id=f"{day}", start=at(8, day=day), end=at(18, day=day)) for day in (8, 9)]
    problem = make_problem(4)
    problem = problem.with_(technicians=[make_technician("w", "depot", shifts=shifts)])
    ax = paidan.plan(problem.with_(orders=[one.with_(skills=[]) for one in problem.orders]), iterations=10).plot()
    assert [one.get_text() for one in ax.get_yticklabels()] == ["w 07-08", "w 07-09"]
    low, high = ax.get_xlim()
    assert 0 < low < high <= 24


def test_a_report_shows_what_the_time_goes_into() -> None:
    plan = planned(a_day())
    report = paidan.evaluate(plan.problem, plan)
    ax = report.plot(language="en")
    figures = next(one for one in report.kpis.technicians if one.technician == "w")
    widths = [bar.get_width() for bar in ax.patches if bar.get_fill() and abs(bar.get_y() + 0.3) < 0.01]
    spans = (figures.service, figures.travel, figures.waiting, figures.breaks)
    assert widths == pytest.approx([span.total_seconds() / 3600 for span in spans])
    assert ("overtime" in legend_of(ax)) == bool(figures.overtime)
    assert ax.get_title().startswith(f"{report.kpis.served} of {report.kpis.orders} orders served")
    assert report.plot().get_title().startswith(f"完成{report.kpis.served}/{report.kpis.orders}单")


def test_they_draw_where_they_are_told_and_open_nothing_else() -> None:
    _, (left, right) = pyplot.subplots(1, 2)
    plan = planned(a_day())
    assert plan.plot(ax=left) is left
    assert paidan.evaluate(plan.problem, plan).plot(ax=right) is right
    assert len(pyplot.get_fignums()) == 1
    with pytest.raises(ValueError, match="'fr' is not a valid Language"):
        plan.plot(language="fr")


def test_chinese_names_are_no_boxes() -> None:
    if not any(font.name in ("WenQuanYi Micro Hei", "Noto Sans CJK SC") for font in font_manager.fontManager.ttflist):
        pytest.skip("no CJK font: Debian package fonts-wqy-microhei")
    before = list(matplotlib.rcParams["font.family"])
    plan = planned(a_day())
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of each glyph that is missing
        plan.plot().figure.canvas.draw()
        paidan.evaluate(plan.problem, plan).plot().figure.canvas.draw()
    assert matplotlib.rcParams["font.family"] == before


def test_signs_that_no_font_has_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [font for font in font_manager.fontManager.ttflist if font.name == "DejaVu Sans"]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", usual)
    plan = planned(a_day())
    with pytest.warns(UserWarning, match="no installed font has 傅师王: they are shown as boxes"):
        plan.plot(language="en")
    with pytest.warns(UserWarning, match="没有一种已安装的字体含有"):
        plan.plot(language="zh")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        planned(a_day(name="Wang")).plot(language="en")


def test_without_matplotlib_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = planned(a_day())
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for one in (plan, paidan.evaluate(plan.problem, plan)):
        with pytest.raises(ImportError) as raised:
            one.plot()
        assert str(raised.value) == (
            "plot needs matplotlib: pip install paidan[plot] / 画图需要matplotlib:pip install paidan[plot]"
        )


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    program = "import sys, paidan; assert paidan.Plan.plot and 'matplotlib' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)

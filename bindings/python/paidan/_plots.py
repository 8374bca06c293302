"""`plan.plot()` and `report.plot()`: pictures with matplotlib, which is asked for only then (``pip install paidan[plot]``)."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from . import _paidan

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ._paidan import Language, Order, Plan, Problem, Report, Route

MISSING = "plot needs matplotlib: pip install paidan[plot] / 画图需要matplotlib:pip install paidan[plot]"
ROW_INCHES = 0.32
CJK_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "Microsoft YaHei",
    "SimHei",
    "Droid Sans Fallback",
)
"""Tried in this order for signs that the usual font lacks; then any other installed one."""

SERVICE, TRAVEL, WAIT, BREAK, LATE, SHIFT = "#33729f", "#7d8a96", "#c48a1a", "#ffffff", "#b3372f", "#eef3f7"
DEPOT = "#6b8e4e"
LINK = "#8a4f9e"

WORDS = {
    "service": ("服务", "service"),
    "travel": ("路上", "travel"),
    "wait": ("等待", "waiting"),
    "break": ("休息", "break"),
    "depot": ("仓库取件", "at a depot"),
    "late": ("迟到 (!)", "late (!)"),
    "agreed": ("约定到达时段", "agreed arrival"),
    "linked": ("关联工单", "linked orders"),
    "hours": ("小时", "hours"),
    "shift": ("班次", "shift"),
    "overtime": ("加班", "overtime"),
    "nobody": ("没有班次", "no shift"),
    "served": ("完成{served}/{orders}单", "{served} of {orders} orders served"),
    "on_time": (";有约{promised}单,按约到达{on_time}单", "; {on_time} of {promised} appointments kept"),
    "violations": (";违规{n}项", "; {n} violations"),
    "left": ("未派{n}单", "{n} unassigned"),
    "no_font": (
        "没有一种已安装的字体含有“{signs}”,图中将显示为方框;可安装fonts-noto-cjk或fonts-wqy-microhei",
        "no installed font has {signs}: they are shown as boxes; fonts-noto-cjk or fonts-wqy-microhei would do",
    ),
}


def _word(key: str, language: Language, **values: object) -> str:
    return WORDS[key][0 if language == "zh" else 1].format(**values)


def _axes(ax: Axes | None, rows: int) -> Axes:
    """The host's, or one of a new figure that is high enough for the rows."""
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot
    except ImportError as missing:
        raise ImportError(MISSING, name="matplotlib") from missing
    _, made = pyplot.subplots(figsize=(11, max(2.4, 1.4 + ROW_INCHES * rows)), layout="constrained")
    return made


# ---------------------------------------------------------------- letters


@lru_cache(maxsize=256)
def _signs_of(path: str) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(path).get_charmap())


def _families(texts: Iterable[str], language: Language) -> list[str]:
    """Font families that have every sign of the texts: the usual ones, and others for what these lack."""
    from matplotlib import font_manager, rcParams

    usual = list(rcParams["font.family"])
    have = _signs_of(font_manager.findfont(font_manager.FontProperties(family=usual)))
    lacking = {ord(sign) for text in texts for sign in text if not sign.isspace()} - have
    if not lacking:
        return usual
    paths = {font.name: font.fname for font in font_manager.fontManager.ttflist}
    for name in [*(one for one in CJK_FONTS if one in paths), *sorted(set(paths) - set(CJK_FONTS))]:
        if not lacking:
            break
        try:
            found = lacking & _signs_of(paths[name])
        except (OSError, RuntimeError):  # a font file that cannot be read is no font
            continue
        if found:
            usual.append(name)
            lacking -= found
    if lacking:
        signs = "".join(chr(one) for one in sorted(lacking)[:12])
        warnings.warn(_word("no_font", language, signs=signs), UserWarning, stacklevel=3)
    return usual


def _legend_texts(ax: Axes) -> list[str]:
    legend = ax.get_legend()
    return [ax.get_title(), ax.get_xlabel(), *(text.get_text() for text in (legend.get_texts() if legend else ()))]


def _use(ax: Axes, families: list[str]) -> None:
    """On this picture's texts alone: the host's settings stay as they are."""
    legend = ax.get_legend()
    texts = [*ax.get_yticklabels(), *ax.texts, ax.title, ax.xaxis.label, *(legend.get_texts() if legend else ())]
    for text in texts:
        text.set_fontfamily(families)


# ---------------------------------------------------------------- plan


def _clock(moment: dt.datetime, midnight: dt.datetime) -> float:
    """Hours on the wall since that midnight."""
    return (moment.replace(tzinfo=None) - midnight).total_seconds() / 3600


def _midnight(moment: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(moment.date(), dt.time())


def _names(problem: Problem) -> dict[str, str]:
    people = problem.technicians
    called = [person.name for person in people]
    return {
        person.id: (person.name if called.count(person.name) == 1 else f"{person.name} {person.id}")
        if person.name
        else person.id
        for person in people
    }


def plan_plot(plan: Plan, *, ax: Axes | None = None, language: Language | str = "zh") -> Axes:
    """A row a shift, hours of its day across: travel, waiting, service, breaks, what was agreed, and who comes late.

    Shifts of several days stand below each other. Without ``ax``, in a new figure.
    """
    language = _paidan.Language(language)
    names = _names(plan.problem)
    rows = [(person, shift) for person in plan.problem.technicians for shift in person.shifts]
    rows.sort(key=lambda row: row[1].start.date())
    ax = _axes(ax, len(rows))
    routes = {(route.technician, route.shift): route for route in plan.routes}
    orders = {order.id: order for order in plan.problem.orders}
    several = len({shift.start.date() for _, shift in rows}) > 1
    labels = []
    starts: dict[str, tuple[float, int]] = {}
    for row, (person, shift) in enumerate(rows):
        midnight = _midnight(shift.start)
        labels.append(f"{names[person.id]} {shift.start:%m-%d}" if several else names[person.id])
        left, right = _clock(shift.start, midnight), _clock(shift.end, midnight)
        ax.barh(row, right - left, left=left, height=0.8, color=SHIFT, zorder=1)
        if (person.id, shift.id) in routes:
            route = routes[person.id, shift.id]
            _route(ax, row, route, midnight, orders)
            starts |= {stop.order: (_clock(stop.start, midnight), row) for stop in route.stops if stop.order}
    _links(ax, orders.values(), starts)
    ax.set_yticks(range(len(rows)), labels)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    _hours(ax)
    titles = [f"{min(shift.start for _, shift in rows):%Y-%m-%d}" if rows else _word("nobody", language)]
    if plan.unassigned:
        titles.append(_word("left", language, n=len(plan.unassigned)))
    ax.set_title(" · ".join(titles), fontsize=10)
    _legend(ax, language)
    _use(ax, _families([*labels, *_legend_texts(ax)], language))
    return ax


def _hours(ax: Axes) -> None:
    from matplotlib.ticker import FuncFormatter, MultipleLocator

    low, high = ax.get_xlim()
    ax.xaxis.set_major_locator(MultipleLocator(max(1, round((high - low) / 12))))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda hour, _: f"{int(hour) % 24:02}:00"))
    ax.grid(axis="x", color="#dde3e9", zorder=0)
    ax.set_axisbelow(True)


def _route(ax: Axes, row: int, route: Route, midnight: dt.datetime, orders: dict[str, Order]) -> None:
    number = 0
    free = _clock(route.start, midnight)
    for stop in route.stops:
        departure, arrival, start, end = (
            _clock(moment, midnight) for moment in (stop.departure, stop.arrival, stop.start, stop.end)
        )
        ax.hlines(row, departure, arrival, color=TRAVEL, linewidth=2, zorder=2, label="travel")
        for idle, until in ((free, departure), (arrival, start)):  # before the order is known, before it may begin
            if until > idle:
                ax.hlines(row, idle, until, color=WAIT, linewidth=2, linestyle=":", zorder=2, label="wait")
        free = end
        if stop.order is None:
            called = stop.depot is not None
            ax.barh(
                row,
                end - start,
                left=start,
                height=0.45,
                color=DEPOT if called else BREAK,
                edgecolor=DEPOT if called else TRAVEL,
                linestyle="-" if called else "--",
                zorder=3,
                label="depot" if called else "break",
            )
            continue
        number += 1
        promise = orders[stop.order].promise
        late = promise is not None and stop.start > promise.at + promise.after
        ax.barh(
            row, end - start, left=start, height=0.5, color=SERVICE, edgecolor=LATE if late else SERVICE, linewidth=2 if late else 0.5,
            zorder=4 if late else 3, label="late" if late else "service",
        )  # fmt: skip
        ax.text(
            (start + end) / 2,
            row,
            f"{number}!" if late else str(number),
            ha="center",
            va="center",
            color="white",
            fontsize=8,
            zorder=5,
            clip_on=True,
        )
        if promise is not None:
            zone = stop.start.tzinfo
            low, high = (
                _clock(one.astimezone(zone), midnight)
                for one in (promise.at - promise.before, promise.at + promise.after)
            )
            ax.plot(
                [low, low, high, high],
                [row - 0.3, row - 0.4, row - 0.4, row - 0.3],
                color="#4f5b66",
                linewidth=1,
                zorder=2,
                label="agreed",
            )
    if route.stops:
        ax.hlines(
            row,
            _clock(route.stops[-1].end, midnight),
            _clock(route.end, midnight),
            color=TRAVEL,
            linewidth=2,
            zorder=2,
            label="travel",
        )


def _links(ax: Axes, orders: Iterable[Order], starts: dict[str, tuple[float, int]]) -> None:
    """A thin line from start to start of orders that are linked."""
    for order in orders:
        for link in order.links:
            if order.id in starts and link.order in starts:
                (hour, row), (from_hour, from_row) = starts[order.id], starts[link.order]
                ax.plot(
                    [from_hour, hour], [from_row, row], color=LINK, linewidth=1, marker="o", markersize=3, zorder=5,
                    label="linked",
                )  # fmt: skip


def _legend(ax: Axes, language: Language) -> None:
    """One entry for each kind that is there."""
    shown: dict[str, Any] = {}
    for handle, label in zip(*ax.get_legend_handles_labels(), strict=True):
        shown.setdefault(label, handle)
    kinds = [
        kind
        for kind in ("service", "travel", "wait", "break", "depot", "agreed", "linked", "late", "shift", "overtime")
        if kind in shown
    ]
    if kinds:
        ax.legend(
            [shown[kind] for kind in kinds], [_word(kind, language) for kind in kinds],
            loc="upper center", bbox_to_anchor=(0.5, 0), borderaxespad=4.5, ncols=len(kinds), frameon=False, fontsize=8,
        )  # fmt: skip


# ---------------------------------------------------------------- report


def report_plot(report: Report, *, ax: Axes | None = None, language: Language | str = "zh") -> Axes:
    """What each technician's time goes into, in hours; a mark where the shifts end, overtime in red beyond it.

    The figures are the checker's. Without ``ax``, in a new figure.
    """
    language = _paidan.Language(language)
    figures = [one for one in report.kpis.technicians if one.shift or one.jobs]
    ax = _axes(ax, len(figures))
    called = _names(report.problem)
    names = [called[one.technician] for one in figures]
    for row, one in enumerate(figures):
        left = 0.0
        parts = [
            (one.service, SERVICE, "service"),
            (one.travel, TRAVEL, "travel"),
            (one.waiting, WAIT, "wait"),
            (one.breaks, "#d5dbe1", "break"),
        ]
        if one.depot_time:
            parts.append((one.depot_time, DEPOT, "depot"))
        for span, colour, label in parts:
            ax.barh(row, _in_hours(span), left=left, height=0.6, color=colour, label=label, zorder=2)
            left += _in_hours(span)
        if one.overtime:
            over = _in_hours(one.overtime)
            ax.barh(
                row,
                over,
                left=left - over,
                height=0.6,
                fill=False,
                edgecolor=LATE,
                linewidth=2,
                label="overtime",
                zorder=3,
            )
        ax.vlines(_in_hours(one.shift), row - 0.42, row + 0.42, color="#1d2733", linewidth=1.5, label="shift", zorder=4)
    ax.set_yticks(range(len(figures)), names)
    ax.set_ylim(len(figures) - 0.4, -0.6)
    ax.set_xlabel(_word("hours", language))
    kpis = report.kpis
    title = _word("served", language, served=kpis.served, orders=kpis.orders)
    if kpis.promised:
        title += _word("on_time", language, promised=kpis.promised, on_time=kpis.on_time)
    if report.violations:
        title += _word("violations", language, n=len(report.violations))
    ax.set_title(title, fontsize=10)
    _legend(ax, language)
    _use(ax, _families([*names, *_legend_texts(ax)], language))
    return ax


def _in_hours(span: dt.timedelta) -> float:
    return span.total_seconds() / 3600


def attach() -> None:
    """`plot` on what can be drawn."""
    for name, function in {"Plan": plan_plot, "Report": report_plot}.items():
        getattr(_paidan, name).plot = function

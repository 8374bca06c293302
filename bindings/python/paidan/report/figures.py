"""The key figures of weeks side by side, and how far they vary over draws of technicians."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paidan.report.parts import Cell, Table
from paidan.report.words import Language, word

if TYPE_CHECKING:
    from paidan.week.run import Week


@dataclass(frozen=True, kw_only=True)
class Form:
    """How a number is written, in texts and in a workbook's cell."""

    text: str
    cell: str


WHOLE = Form(text="{:,.0f}", cell="#,##0")
TENTHS = Form(text="{:.1f}", cell="0.0")
THOUSANDTHS = Form(text="{:.3f}", cell="0.000")
PERCENT = Form(text="{:.1%}", cell="0.0%")


@dataclass(frozen=True, kw_only=True)
class Measure:
    key: str
    value: Callable[[Week], float | None]
    """None: of nothing there is no share."""
    form: Form
    better: int
    """+1: more is better, −1: less is better, 0: neither."""

    judged: str = ""
    """Its label where what happened is judged order by order over the whole week, when that means something else."""

    def label(self, language: Language, *, judged: bool = False) -> str:
        return word(self.judged if judged and self.judged else self.key, language)

    def shown(self, value: float) -> str:
        return self.form.text.format(value)


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _per_job(name: str, unit: float) -> Callable[[Week], float | None]:
    return lambda week: _ratio(week.total(name) / unit, week.served)


def _share(part: str, whole: str) -> Callable[[Week], float | None]:
    return lambda week: _ratio(week.total(part), week.total(whole))


def _travel_share(week: Week) -> float | None:
    return _ratio(week.total("travel"), week.total("travel") + week.total("service") + week.total("waiting"))


def _gini(week: Week) -> float | None:
    shares = [float(day.report.kpis.gini_work) for day in week.days if day.report.kpis.gini_work is not None]
    return statistics.fmean(shares) if shares else None


MEASURES: tuple[Measure, ...] = (
    Measure(key="jobs", value=lambda week: week.jobs, form=WHOLE, better=0),
    Measure(key="served", value=lambda week: week.served, form=WHOLE, better=1),
    Measure(key="left", value=lambda week: len(week.left), form=WHOLE, better=-1),
    Measure(key="carried", value=lambda week: sum(day.carried_over for day in week.days), form=WHOLE, better=-1),
    Measure(key="promised", value=lambda week: week.total("promised"), form=WHOLE, better=0),
    Measure(key="on_time", value=lambda week: week.total("on_time"), form=WHOLE, better=1),
    Measure(key="on_time_share", value=_share("on_time", "promised"), form=PERCENT, better=1),
    Measure(key="early", value=lambda week: week.total("early"), form=WHOLE, better=-1),
    Measure(key="late", value=lambda week: week.total("late"), form=WHOLE, better=-1),
    Measure(
        key="promised_unserved",
        value=lambda week: week.total("promised_unserved"),
        form=WHOLE,
        better=-1,
        judged="promised_never",
    ),
    Measure(key="travel_per_job", value=_per_job("travel", 60), form=TENTHS, better=-1),
    Measure(key="km_per_job", value=_per_job("distance_m", 1000), form=TENTHS, better=-1),
    Measure(key="waiting_per_job", value=_per_job("waiting", 60), form=TENTHS, better=-1),
    Measure(key="utilisation", value=_share("service", "shift"), form=PERCENT, better=1),
    Measure(key="travel_share", value=_travel_share, form=PERCENT, better=-1),
    Measure(key="overtime", value=lambda week: week.total("overtime") / 3600, form=TENTHS, better=-1),
    Measure(key="skill_waste", value=lambda week: week.total("skill_waste_levels"), form=WHOLE, better=-1),
    Measure(key="gini", value=_gini, form=THOUSANDTHS, better=-1, judged="gini_week"),
)
CANCELLED = Measure(key="cancelled", value=lambda week: week.cancelled, form=WHOLE, better=0)
"""Only what happened has cancelled orders: a plan has none."""


def measures_of(weeks: Iterable[Week]) -> list[Measure]:
    """Those that have something to say; orders in all = served + open + cancelled."""
    if not any(week.cancelled for week in weeks):
        return list(MEASURES)
    after = next(n for n, one in enumerate(MEASURES, 1) if one.key == "left")
    return [*MEASURES[:after], CANCELLED, *MEASURES[after:]]


def _best(values: Sequence[float | None], better: int) -> float | None:
    known = [value for value in values if value is not None]
    if better == 0 or len(set(known)) < 2:
        return None
    return max(known) if better > 0 else min(known)


def _shown(measure: Measure, value: float | None) -> str:
    return "–" if value is None else measure.shown(value)


def side_by_side(weeks: Mapping[str, Week], language: Language, *, title: str = "", note: str = "") -> Table:
    """One column a week, the best figure of each row marked."""
    rows = []
    judged = all(week.judged for week in weeks.values())
    for measure in measures_of(weeks.values()):
        values = [measure.value(week) for week in weeks.values()]
        best = _best(values, measure.better)
        rows.append(
            [Cell(text=measure.label(language, judged=judged))]
            + [Cell(text=_shown(measure, value), best=best is not None and value == best) for value in values]
        )
    return Table(
        title=title or word("kpis", language),
        note=note,
        head=[word("measure", language), *(word(name, language) for name in weeks)],
        rows=rows,
    )


def over_draws(draws: Sequence[Mapping[str, Week]], language: Language) -> Table:
    """Median (lowest – highest) of every figure over the draws, how often ours is best, and where ours is behind."""
    engines = list(draws[0])
    others = [name for name in engines if name != "ours"]
    rows = []
    behind = []
    for measure in MEASURES:
        values = {name: [measure.value(weeks[name]) or 0.0 for weeks in draws] for name in engines}
        medians = {name: statistics.median(numbers) for name, numbers in values.items()}
        best = _best(list(medians.values()), measure.better)
        cells = [Cell(text=word(measure.key, language))]
        for name in engines:
            low, high = min(values[name]), max(values[name])
            text = f"{measure.shown(medians[name])} ({measure.shown(low)} – {measure.shown(high)})"
            cells.append(Cell(text=text, best=medians[name] == best))
        wins = ""
        if measure.better:
            count = sum(
                all((values["ours"][i] - values[other][i]) * measure.better > 0 for other in others)
                for i in range(len(draws))
            )
            wins = f"{count}/{len(draws)}"
            for other in others:
                if (medians["ours"] - medians[other]) * measure.better < 0:
                    behind.append(
                        word(
                            "lose_line",
                            language,
                            measure=word(measure.key, language),
                            ours=measure.shown(medians["ours"]),
                            other=word(other, language),
                            theirs=measure.shown(medians[other]),
                        )
                    )
        cells.append(Cell(text=wins))
        rows.append(cells)
    heading = word("lose", language)
    lost = [f"{heading} — {line}" if language == "en" else f"{heading}:{line}" for line in behind]
    return Table(
        title=word("draws", language),
        note=word("draws_note", language, n=len(draws)),
        head=[word("measure", language), *(word(name, language) for name in engines), word("wins", language)],
        rows=rows,
        after=lost or [f"{heading}: {word('lose_none', language)}"],
    )

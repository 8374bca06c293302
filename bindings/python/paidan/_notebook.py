"""What a notebook shows of a value: small tables, everything escaped, nothing loaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from . import _paidan

MOST_ROWS = 40


def table(head: Sequence[str], rows: Iterable[Sequence[object]], note: str = "") -> str:
    """The first rows, and how many more there are."""
    made = list(rows)
    body = "".join(
        "<tr>" + "".join(f"<td style='text-align:left'>{escape(str(cell))}</td>" for cell in row) + "</tr>"
        for row in made[:MOST_ROWS]
    )
    more = f"<p>… {len(made) - MOST_ROWS} more</p>" if len(made) > MOST_ROWS else ""
    caption = f"<p>{escape(note)}</p>" if note else ""
    top = "".join(f"<th style='text-align:left'>{escape(one)}</th>" for one in head)
    return f"{caption}<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>{more}"


def _problem(problem: Any) -> str:
    shifts = sum(len(person.shifts) for person in problem.technicians)
    rows = [
        ("orders", len(problem.orders)),
        ("technicians", len(problem.technicians)),
        ("shifts", shifts),
        ("places", len(problem.locations)),
        ("zone", problem.zone.name),
        ("from", problem.origin.isoformat()),
        ("hash", problem.hash),
    ]
    said = "".join(f"<li>{escape(str(notice))}</li>" for notice in problem.notices[:MOST_ROWS])
    return table(("Problem", ""), rows) + (f"<ul>{said}</ul>" if said else "")


def _report(report: Any) -> str:
    kpis = report.kpis
    rows = [(name, value) for name, value in kpis.to_dict().items() if name != "technicians"]
    wrong = [(one.code, one.order or "", one.technician or "", one.amount) for one in report.violations]
    head = "valid" if report.valid else f"{len(wrong)} violations"
    return table(("figure", "value"), rows, head) + (
        table(("violation", "order", "technician", "amount"), wrong) if wrong else ""
    )


def _match(match: Any) -> str:
    rows = [(pair.order, pair.technician, f"{pair.arrival:%Y-%m-%d %H:%M}") for pair in match.pairs]
    note = f"{len(rows)} pairs, {'certified optimal' if match.certified else 'not certified'}"
    return table(("order", "technician", "arrival"), rows, note)


def _priced(priced: Any) -> str:
    rows = [(line.id, line.service or line.code, line.quantity, line.amount, line.status) for line in priced.lines]
    return table(("line", "service", "quantity", "amount", "status"), rows, f"total {priced.total}")


def _fields(value: Any) -> str:
    rows = [(name, one) for name, one in value.to_dict().items() if one not in (None, (), "", [])]
    return table((type(value).__name__, ""), rows)


def _decision_table(decisions: Any) -> str:
    import csv
    import io

    head, *rows = list(csv.reader(io.StringIO(decisions.to_csv()))) or [[]]
    return table(head, rows)


def attach() -> None:
    """`_repr_html_` on the classes that people look at."""
    shown = {
        "Problem": _problem,
        "Report": _report,
        "Match": _match,
        "Quote": _priced,
        "Bill": _priced,
        "Estimate": _fields,
        "Verdict": _fields,
        "Certificate": _fields,
        "DecisionTable": _decision_table,
    }
    for name, function in shown.items():
        known = getattr(_paidan, name)
        if not hasattr(known, "_repr_html_"):
            known._repr_html_ = function

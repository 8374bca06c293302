"""Spreadsheets and DataFrames in and out.

Every reader takes a pandas DataFrame (or anything with ``to_pandas``), a dict of columns, the path of a ``.csv`` or
``.xlsx`` file, or the bytes of a CSV. Columns go by their English or Chinese names; ``columns={"报修编号": "order"}`` maps the
host's own. All errors are reported at once, with the rows that a spreadsheet shows (a DataFrame's first row is row 2).
Blank cells (NaN, None, NaT) are "absent". pandas is imported only when a DataFrame comes or goes.
"""

from __future__ import annotations

import csv
import datetime
import decimal
import io
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from . import _paidan, _workbook
from ._errors import InvalidInput, warn_of
from ._paidan import (
    ActualVisit,
    ColumnText,
    Location,
    Objective,
    Order,
    Plan,
    Problem,
    RoadData,
    StraightLineOptions,
    Technician,
    ZoneRules,
)
from .catalog import Catalog, CatalogData, MappingData
from .pricing import PriceBookData
from .warranty import PolicySetData

if TYPE_CHECKING:
    import zoneinfo

    import pandas as pd

    from .desk import TravelFit

    Zone: TypeAlias = ZoneRules | zoneinfo.ZoneInfo | str

Source: TypeAlias = Any
"""A DataFrame, a dict of columns, the path of a .csv or .xlsx file, or the bytes of a CSV."""

MAX_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """What an order table says: orders, and the places they name."""

    orders: tuple[Order, ...]
    locations: tuple[Location, ...]
    rows: dict[str, tuple[int, ...]]
    """Spreadsheet rows of both, as ``Problem(rows=…)`` takes them."""


@dataclass(frozen=True, slots=True)
class TechnicianSheet:
    """What a technician table says: technicians with their shifts, and where they live."""

    technicians: tuple[Technician, ...]
    locations: tuple[Location, ...]
    rows: dict[str, tuple[int, ...]]


# ---------------------------------------------------------------- any source → the bytes of a table


def _cell(value: Any) -> str:
    """One cell as a spreadsheet would show it, exactly: a float by its shortest decimal."""
    if value is None or isinstance(value, str):
        return value or ""
    item = getattr(value, "item", None)
    if callable(item) and getattr(value, "ndim", None) == 0:
        value = item()  # NumPy scalar
        if value is None or isinstance(value, str):
            return value or ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(float(value))
    if isinstance(value, decimal.Decimal):
        return "" if value.is_nan() else format(value, "f")
    if value != value:  # NaT is not equal to itself
        return ""
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None and value.time() == datetime.time():
            return value.date().isoformat()  # Excel and pandas have no dates, only midnights
        return value.isoformat(sep=" ")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        seconds = value // datetime.timedelta(seconds=1)
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, (list, tuple, set, frozenset)):
        return ";".join(_cell(part) for part in (sorted(value) if isinstance(value, (set, frozenset)) else value))
    if type(value).__name__ == "NAType":  # pandas.NA: comparing it gives itself
        return ""
    return str(value)


def _safe_cell(value: Any) -> str:
    try:
        return _cell(value)
    except TypeError:  # pandas.NA has no truth value
        return ""


def _csv(rows: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for number, row in enumerate(rows):
        if number > MAX_ROWS:
            raise _workbook.too_large(MAX_ROWS, "rows", "行")
        writer.writerow([_safe_cell(value) for value in row])
    return text.getvalue().encode()


def _from_excel(path: str, sheet: str | None) -> bytes:
    read = _workbook.read(path, sheet)
    warn_of(read.notices)
    return _csv(read.rows)


def _is_frame(source: Any) -> bool:
    return hasattr(source, "itertuples") and hasattr(source, "columns")


def _table(source: Source, *, sheet: str | None = None) -> bytes:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        if os.path.getsize(path) > _workbook.MAX_BYTES:
            raise _workbook.too_large(_workbook.MAX_BYTES, "bytes", "字节")
        extension = os.path.splitext(path)[1].lower()
        if extension in (".xlsx", ".xlsm"):
            return _from_excel(path, sheet)
        if extension not in (".csv", ".txt", ".tsv"):
            raise InvalidInput([_paidan.make_error("unknown_format", "", 0, {"name": os.path.basename(path)})])
        with open(path, "rb") as file:
            return file.read()
    if not _is_frame(source) and hasattr(source, "to_pandas"):
        source = source.to_pandas()
    if _is_frame(source):
        heading: list[Any] = [str(name) for name in source.columns]
        values = source.itertuples(index=False, name=None)
    elif isinstance(source, Mapping):
        heading = [str(name) for name in source]
        columns = [list(column) for column in source.values()]
        if len({len(column) for column in columns}) > 1:
            lengths = ", ".join(f"{name}: {len(column)}" for name, column in zip(heading, columns, strict=True))
            raise ValueError(f"the columns differ in length ({lengths})")
        values = zip(*columns, strict=True)
    else:
        raise TypeError(f"a DataFrame, a dict of columns, a path or bytes are needed, not {type(source).__name__}")

    def rows() -> Iterator[Iterable[Any]]:
        yield heading
        yield from values

    return _csv(rows())


# ---------------------------------------------------------------- orders and technicians


def _options(
    *,
    zone: Zone,
    first_day: datetime.date | None = None,
    days: int | None = None,
    datum: str = "wgs84",
    date_order: str = "stated",
    catalog: Catalog | None = None,
    columns: Iterable[str] | None = None,
    order_columns: Mapping[str, str] | None = None,
    technician_columns: Mapping[str, str] | None = None,
    places: bytes = b"",
    list_unplaced: bool = False,
    travel: StraightLineOptions | None = None,
    objective: Objective | None = None,
) -> dict[str, Any]:
    """All that the tables of a week are read with."""
    return {
        "zone": zone,
        "first_day": first_day,
        "days": days,
        "datum": datum,
        "date_order": date_order,
        "catalog": catalog,
        "columns": None if columns is None else list(columns),
        "order_columns": dict(order_columns) if order_columns else None,
        "technician_columns": dict(technician_columns) if technician_columns else None,
        "places": places,
        "list_unplaced": list_unplaced,
        "travel": travel,
        "objective": objective,
    }


def read_problem(
    orders: Source,
    technicians: Source,
    *,
    zone: Zone = "Asia/Shanghai",
    first_day: datetime.date | None = None,
    days: int | None = None,
    datum: str = "wgs84",
    date_order: str = "stated",
    catalog: Catalog | None = None,
    columns: Iterable[str] | None = None,
    order_columns: Mapping[str, str] | None = None,
    technician_columns: Mapping[str, str] | None = None,
    sheet: str | None = None,
    technician_sheet: str | None = None,
    places: Source | None = None,
    list_unplaced: bool = False,
    travel: StraightLineOptions | None = None,
    objective: Objective | None = None,
) -> Problem:
    """A whole week from two tables, one row an order, one row a technician; checked.

    Local times are those of ``zone``. ``first_day`` and ``days`` (1 to 92) default to the days that the orders need. ``catalog`` gives
    skills, minutes and parts of a service. The host's own headings are ``columns=["预约时间=约定"]``, or of one table
    ``order_columns={"约定": "appointment"}``. Orders without coordinates are placed by ``places`` (compound or street → point); what
    nobody can place is an error, or with ``list_unplaced`` left out with a notice. ``date_order`` (mdy, dmy) says how 1/2/2020 is read. Errors of both tables come
    together, with their rows; what was left out or assumed is in the problem's ``notices`` and a ``paidan.Notice`` each.
    """
    return _paidan.sheet_problem(
        _table(orders, sheet=sheet),
        _table(technicians, sheet=technician_sheet),
        **_options(
            zone=zone,
            first_day=first_day,
            days=days,
            datum=datum,
            date_order=date_order,
            catalog=catalog,
            columns=columns,
            order_columns=order_columns,
            technician_columns=technician_columns,
            places=b"" if places is None else _table(places),
            list_unplaced=list_unplaced,
            travel=travel,
            objective=objective,
        ),
    )


def orders_from_frame(
    frame: Source,
    *,
    columns: Mapping[str, str] | None = None,
    zone: Zone = "Asia/Shanghai",
    datum: str = "wgs84",
    date_order: str = "stated",
    catalog: Catalog | None = None,
) -> OrderSheet:
    """Orders and their places from a DataFrame (or any other source), of any days. See ``headings("orders")``."""
    nobody = _csv([["technician", "lat", "lon"]])
    options = _options(zone=zone, datum=datum, date_order=date_order, catalog=catalog, order_columns=columns)
    data, rows = _paidan.sheet_week(_table(frame), nobody, **options)
    return OrderSheet(data.orders, data.locations, {key: rows[key] for key in ("orders", "locations")})


def technicians_from_frame(
    frame: Source,
    *,
    first_day: datetime.date,
    days: int,
    columns: Mapping[str, str] | None = None,
    zone: Zone = "Asia/Shanghai",
    datum: str = "wgs84",
    date_order: str = "stated",
) -> TechnicianSheet:
    """Technicians with one shift for each working day of ``days`` days (1 to 92). See ``headings("technicians")``."""
    nothing = _csv([["order"]])
    options = _options(
        zone=zone, first_day=first_day, days=days, datum=datum, date_order=date_order, technician_columns=columns
    )
    data, rows = _paidan.sheet_week(nothing, _table(frame), **options)
    return TechnicianSheet(data.technicians, data.locations, {key: rows[key] for key in ("technicians", "locations")})


def read_orders(
    path: Source,
    *,
    columns: Mapping[str, str] | None = None,
    zone: Zone = "Asia/Shanghai",
    datum: str = "wgs84",
    date_order: str = "stated",
    catalog: Catalog | None = None,
    sheet: str | None = None,
) -> OrderSheet:
    """Orders from a .csv (UTF-8, UTF-16 with its mark, or GB18030) or .xlsx file."""
    return orders_from_frame(
        _table(path, sheet=sheet), columns=columns, zone=zone, datum=datum, date_order=date_order, catalog=catalog
    )


def read_technicians(
    path: Source,
    *,
    first_day: datetime.date,
    days: int,
    columns: Mapping[str, str] | None = None,
    zone: Zone = "Asia/Shanghai",
    datum: str = "wgs84",
    date_order: str = "stated",
    sheet: str | None = None,
) -> TechnicianSheet:
    """Technicians from a .csv or .xlsx file."""
    return technicians_from_frame(
        _table(path, sheet=sheet),
        first_day=first_day,
        days=days,
        columns=columns,
        zone=zone,
        datum=datum,
        date_order=date_order,
    )


# ---------------------------------------------------------------- the other tables


def read_catalog(
    source: Source,
    *,
    columns: Mapping[str, str] | None = None,
    date_order: str = "stated",
    sheet: str | None = None,
) -> CatalogData:
    """Services and faults, not checked yet: ``Catalog.from_data(read_catalog(path))``."""
    return _paidan.sheet_catalog(_table(source, sheet=sheet), dict(columns) if columns else None, date_order)


def read_mapping(
    source: Source,
    *,
    columns: Mapping[str, str] | None = None,
    date_order: str = "stated",
    sheet: str | None = None,
) -> MappingData:
    """Somebody else's words for catalog entries, not checked yet."""
    return _paidan.sheet_mapping(_table(source, sheet=sheet), dict(columns) if columns else None, date_order)


def read_prices(
    source: Source,
    *,
    id: str,
    rules: Source | None = None,
    columns: Mapping[str, str] | None = None,
    date_order: str = "stated",
    sheet: str | None = None,
    rules_sheet: str | None = None,
) -> PriceBookData:
    """Published charges and their quantity rules, not checked yet: ``PriceBook.from_data(read_prices(path, id="2024"))``."""
    table = _table(source, sheet=sheet)
    rule_table = b"" if rules is None else _table(rules, sheet=rules_sheet)
    return _paidan.sheet_prices(table, rule_table, id, dict(columns) if columns else None, date_order)


def read_policies(
    source: Source,
    *,
    columns: Mapping[str, str] | None = None,
    date_order: str = "stated",
    sheet: str | None = None,
) -> PolicySetData:
    """Warranty promises and legal floors, not checked yet."""
    return _paidan.sheet_policies(_table(source, sheet=sheet), dict(columns) if columns else None, date_order)


def read_actual(
    source: Source,
    *,
    zone: Zone = "Asia/Shanghai",
    columns: Mapping[str, str] | None = None,
    date_order: str = "stated",
    sheet: str | None = None,
) -> list[ActualVisit]:
    """What the host really did, for ``evaluate_actual``."""
    table = _table(source, sheet=sheet)
    return list(_paidan.sheet_actual(table, zone, dict(columns) if columns else None, date_order))


def read_roads(
    nodes: Source,
    edges: Source,
    *,
    columns: Mapping[str, str] | None = None,
    datum: str = "wgs84",
    speed_kmh: float = 25,
    nodes_sheet: str | None = None,
    edges_sheet: str | None = None,
) -> RoadData:
    """A road network from a table of crossings and one of stretches, for ``paidan.road_matrix``.

    ``columns``: own heading to the known one (``{"osm_id": "node"}``). ``speed_kmh``: of stretches without a time, a speed and
    a known class.
    """
    return _paidan.desk_roads(
        _table(nodes, sheet=nodes_sheet),
        _table(edges, sheet=edges_sheet),
        columns=[f"{field}={heading}" for heading, field in (columns or {}).items()],
        datum=datum,
        speed_metres_per_hour=round(speed_kmh * 1000),
    )


def fit_travel(
    drives: Source,
    *,
    columns: Mapping[str, str] | None = None,
    zone: Zone = "Asia/Shanghai",
    datum: str = "wgs84",
    date_order: str = "stated",
    sheet: str | None = None,
) -> TravelFit:
    """Speed, detour, stop and hours of traffic from a table of drives: left, arrived or drive_minutes, both ends, perhaps metres.

    What it says fits a profile: ``TravelProfile(id="car", straight_line=fit.straight_line, bands=fit.bands)``. ``fit.errors`` are those of
    every fifth drive, to which nothing was fitted, beside one speed at all hours and the defaults.
    """
    return _paidan.desk_fit_travel(
        _table(drives, sheet=sheet),
        columns=[f"{field}={heading}" for heading, field in (columns or {}).items()],
        zone=zone,
        datum=datum,
        date_order=date_order,
    )


def headings(kind: str) -> tuple[ColumnText, ...]:
    """Columns of a table: orders, technicians, places, catalog, mapping, prices, rules, policies, actual, nodes, edges or drives."""
    try:
        return _paidan.sheet_headings(kind)
    except KeyError:
        known = "orders, technicians, places, catalog, mapping, prices, rules, policies, actual, nodes, edges, drives"
        raise ValueError(f"there is no table {kind!r}; there are {known}") from None


# ---------------------------------------------------------------- out


def to_frame(items: Iterable[Any], *, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """A DataFrame of paidan's own values, one row each, one column a field: ``to_frame(problem.orders)``."""
    import pandas as pd

    rows = [item.to_dict() for item in items]
    return pd.DataFrame(rows, columns=list(columns) if columns is not None else None)


def plan_to_frame(plan: Plan) -> pd.DataFrame:
    """One row per stop; the same as ``plan.to_frame()``."""
    frame: pd.DataFrame = plan.to_frame()
    return frame


def kpis_to_frame(reports: Mapping[str, Any], *, language: str = "en") -> pd.DataFrame:
    """Figures side by side, one column a report: ``kpis_to_frame({"ours": evaluate(…), "actual": evaluate_actual(…)})``."""
    import pandas as pd

    fields = _kpi_fields()
    name: Callable[[tuple[str, str]], str] = (lambda field: field[1]) if language == "zh" else (lambda field: field[0])
    table = {
        title: [_plain(getattr(getattr(report, "kpis", report), field[0])) for field in fields]
        for title, report in reports.items()
    }
    return pd.DataFrame(table, index=[name(field) for field in fields])


def _plain(figure: Any) -> Any:
    """Shares as their ratio."""
    return float(figure) if isinstance(figure, _paidan.Share) else figure


def _kpi_fields() -> list[tuple[str, str]]:
    for _, name, fields in _paidan.describe():
        if name == "Kpis":
            return [(field[0], field[1]) for field in fields if field[0] != "technicians"]
    raise AssertionError("Kpis is not described")

# Written by bindings/python/stubs/generate.py; change that or head.pyi.in beside it.
import datetime
import decimal
import os
import zoneinfo
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as _Mapping
from enum import StrEnum
from typing import Any, ClassVar, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes

from ._errors import Error

__version__: str
schema_version: int

_Table: TypeAlias = npt.NDArray[Any] | Sequence[Sequence[int | float | None]] | pd.DataFrame
_Numbers: TypeAlias = npt.NDArray[Any] | Sequence[int | float] | int | float
_Slots: TypeAlias = npt.NDArray[Any] | Sequence[int | float] | Sequence[Sequence[int | float]]
_Pairs: TypeAlias = npt.NDArray[np.integer[Any]] | Sequence[tuple[int, int]]
_Mask: TypeAlias = npt.NDArray[np.bool_] | Sequence[Sequence[bool]]
_Flags: TypeAlias = npt.NDArray[np.bool_] | Sequence[bool]
_Arcs: TypeAlias = _Mapping[int, int] | Iterable[tuple[int, int]]
_Technician: TypeAlias = str | tuple[str, str]

class _Compressed(Protocol):
    """Compressed sparse rows: scipy.sparse.csr_array, AssignmentTable, or one's own."""
    @property
    def shape(self) -> tuple[int, ...]: ...
    @property
    def indptr(self) -> Any: ...
    @property
    def indices(self) -> Any: ...
    @property
    def data(self) -> Any: ...

class _ToCompressed(Protocol):
    """Any other sparse matrix of SciPy."""
    def tocsr(self) -> Any: ...

_Costs: TypeAlias = _Table | _Compressed | _ToCompressed
_Rows: TypeAlias = _Mapping[str, Iterable[int]]
_Names: TypeAlias = _Mapping[str, tuple[str, str] | str]

class Audience(StrEnum):
    """Who reads a text; it decides what may be shown."""

    customer = "customer"
    dispatcher = "dispatcher"
    technician = "technician"
    internal = "internal"

class AuditFinding(StrEnum):
    """What an audit says of a line."""

    within = "within"
    above_ceiling = "above_ceiling"
    above_quote = "above_quote"
    not_consented = "not_consented"
    not_fixed = "not_fixed"
    not_carried_out = "not_carried_out"
    not_in_bill = "not_in_bill"

class Baseline(StrEnum):
    """How people dispatch without a planner."""

    nearest_free = "nearest_free"
    best_rating = "best_rating"

class DateOrder(StrEnum):
    """Which comes first in 1/2/2020."""

    stated = "stated"
    mdy = "mdy"
    dmy = "dmy"

class Datum(StrEnum):
    """Coordinate systems; GCJ-02 and BD-09 are the shifted ones of Chinese map services."""

    wgs84 = "wgs84"
    gcj02 = "gcj02"
    bd09 = "bd09"

class DayKind(StrEnum):
    """What a calendar says of a day."""

    working = "working"
    rest = "rest"
    unknown = "unknown"

class DecisionStatus(StrEnum):
    """How a decision came about."""

    decided = "decided"
    by_default = "by_default"
    undecided = "undecided"
    conflict = "conflict"
    refused = "refused"

class EstimateStatus(StrEnum):
    """How much of an estimate is known."""

    priced = "priced"
    open_ended = "open_ended"
    needs_facts = "needs_facts"
    not_in_price_list = "not_in_price_list"

class Family(StrEnum):
    """Constraint families: why a technician cannot take an order."""

    skill = "skill"
    suspended = "suspended"
    allowed = "allowed"
    group = "group"
    language = "language"
    tools = "tools"
    parts = "parts"
    reach = "reach"
    window = "window"
    shift = "shift"
    breaks = "breaks"
    jobs = "jobs"
    travel_time = "travel_time"
    distance = "distance"
    pin = "pin"
    commitments = "commitments"
    links = "links"

class FindingKind(StrEnum):
    """What lint finds."""

    gap = "gap"
    overlap = "overlap"
    shadowed = "shadowed"
    never_matches = "never_matches"
    unreachable_output = "unreachable_output"
    output_not_listed = "output_not_listed"

class GoalOrder(StrEnum):
    """By what plans are compared."""

    in_order = "in_order"
    one_weighted = "one_weighted"

class HitPolicy(StrEnum):
    """What a table does when several of its rules match."""

    unique = "unique"
    any = "any"
    priority = "priority"
    first = "first"
    rule_order = "rule_order"
    output_order = "output_order"
    collect = "collect"
    collect_sum = "collect_sum"
    collect_min = "collect_min"
    collect_max = "collect_max"
    collect_count = "collect_count"

class Language(StrEnum):
    """Languages of texts."""

    zh = "zh"
    en = "en"

class LineStatus(StrEnum):
    """Why a line counts, or does not count, towards the total."""

    payable = "payable"
    not_consented = "not_consented"
    not_fixed = "not_fixed"
    inspection_only = "inspection_only"

class LintLimit(StrEnum):
    """Why a lint report may lack findings."""

    work = "work"
    findings = "findings"
    cells = "cells"

class OptimalOver(StrEnum):
    """What a match's certificate covers."""

    listed = "listed"
    all_eligible = "all_eligible"

class OrderState(StrEnum):
    """What became of an order."""

    open = "open"
    served = "served"
    cancelled = "cancelled"

class Outcome(StrEnum):
    """How the visit ended."""

    fixed = "fixed"
    not_fixed = "not_fixed"
    inspection_only = "inspection_only"

class Party(StrEnum):
    """Who wanted an order cancelled or put off."""

    customer = "customer"
    technician = "technician"
    platform = "platform"

class Preset(StrEnum):
    """What plans are to be good at, ready made."""

    punctual = "punctual"
    cheap = "cheap"
    fair = "fair"

class PriceKind(StrEnum):
    """What a published figure means."""

    max = "max"
    fixed = "fixed"
    from_ = "from"
    range = "range"
    unit = "unit"
    promo = "promo"
    part = "part"
    copay = "copay"
    percent = "percent"
    unit_range = "unit-range"

class PromiseState(StrEnum):
    """What became of a promise."""

    none = "none"
    kept = "kept"
    early = "early"
    late = "late"
    missed = "missed"
    released = "released"

class Rank(StrEnum):
    """From the strongest to the weakest; a claim gets the longest term that any gives."""

    national = "national"
    local = "local"
    contract = "contract"
    promise = "promise"
    goodwill = "goodwill"

class Reading(StrEnum):
    """Which reading of Civil Code art. 203 a policy is held to."""

    literal = "literal"
    statutory = "statutory"
    arranged = "arranged"
    contested = "contested"

class RestDays(StrEnum):
    """Readings of Civil Code art. 203: which days push the end of a term."""

    literal = "literal"
    statutory = "statutory"
    arranged = "arranged"

class StepRule(StrEnum):
    """Operations of a trace: after = rule(before, operand)."""

    quantity = "quantity"
    threshold = "threshold"
    free_allowance = "free_allowance"
    round_up = "round_up"
    unit_price = "unit_price"
    cap = "cap"
    surcharge = "surcharge"
    add = "add"
    not_consented = "not_consented"
    once_per_visit = "once_per_visit"
    not_fixed = "not_fixed"
    inspection_only = "inspection_only"

class StopKind(StrEnum):
    """A visit, a rest, or a call at a depot."""

    visit = "visit"
    rest = "rest"
    depot = "depot"

class TableKind(StrEnum):
    """The tables that can be read."""

    orders = "orders"
    technicians = "technicians"
    places = "places"
    catalog = "catalog"
    mapping = "mapping"
    prices = "prices"
    rules = "rules"
    policies = "policies"
    actual = "actual"
    nodes = "nodes"
    edges = "edges"
    drives = "drives"

class Term(StrEnum):
    """A term of a pair's score."""

    travel = "travel"
    distance = "distance"
    lateness = "lateness"
    over_skill = "over_skill"
    quality = "quality"
    preference = "preference"
    same_technician = "same_technician"
    change = "change"
    fairness = "fairness"
    urgency = "urgency"
    tier = "tier"

class TermUnit(StrEnum):
    """Unit of a term."""

    days = "days"
    months = "months"
    years = "years"

class VerdictReason(StrEnum):
    """Why the verdict is what it is."""

    in_term = "in_term"
    expired = "expired"
    different_fault = "different_fault"
    misuse = "misuse"
    unfinished = "unfinished"
    no_policy = "no_policy"
    same_fault_unknown = "same_fault_unknown"
    calendar_unknown = "calendar_unknown"
    readings_differ = "readings_differ"

class VerdictStatus(StrEnum):
    """Who pays, or what is missing."""

    covered = "covered"
    not_covered = "not_covered"
    needs_evidence = "needs_evidence"
    ambiguous = "ambiguous"

class VisitOutcome(StrEnum):
    """What came of a visit, or of an order without one."""

    done = "done"
    nobody_home = "nobody_home"
    cancelled = "cancelled"
    rescheduled = "rescheduled"
    waiting_part = "waiting_part"
    rework = "rework"

class Money:
    """An amount of one currency, exact to its minor unit. Immutable; never from a float."""
    def __init__(self, amount: decimal.Decimal | int | str, currency: str = "CNY") -> None: ...
    @staticmethod
    def from_minor(minor: int, currency: str = "CNY") -> Money: ...
    @property
    def amount(self) -> decimal.Decimal: ...
    @property
    def currency(self) -> str: ...
    @property
    def minor(self) -> int: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __lt__(self, other: Money) -> bool: ...
    def __le__(self, other: Money) -> bool: ...
    def __gt__(self, other: Money) -> bool: ...
    def __ge__(self, other: Money) -> bool: ...
    def __add__(self, other: Money) -> Money: ...
    def __sub__(self, other: Money) -> Money: ...
    def __mul__(self, factor: int) -> Money: ...
    def __bool__(self) -> bool: ...

class GeoPoint:
    """A place in degrees, kept to 10^-7 degrees, with its datum. Immutable."""
    def __init__(self, *, lat: float, lon: float, datum: Datum | str = "wgs84") -> None: ...
    @property
    def lat(self) -> float: ...
    @property
    def lon(self) -> float: ...
    @property
    def datum(self) -> Datum: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

class ZoneRules:
    """The rules of one time zone as plain, immutable data. ZoneRules() is UTC."""
    def __init__(
        self,
        *,
        name: str = "UTC",
        tz_version: str = "",
        initial_offset_seconds: int = 0,
        transitions: Iterable[tuple[int, int]] = ...,
    ) -> None: ...
    @staticmethod
    def load(name: str, *, first_year: int = 1970, last_year: int = 2037) -> ZoneRules: ...
    @property
    def name(self) -> str: ...
    @property
    def tz_version(self) -> str: ...
    @property
    def initial_offset_seconds(self) -> int: ...
    @property
    def transitions(self) -> tuple[tuple[int, int], ...]: ...
    def offset_at(self, instant: datetime.datetime) -> datetime.timedelta: ...
    def to_local(self, instant: datetime.datetime) -> datetime.datetime: ...
    def resolve(self, local: datetime.datetime) -> tuple[str, datetime.datetime, datetime.datetime]: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

class Calendar:
    """Which days are rest days, on three readings of the law. Immutable."""
    def __init__(self, *, version: str = "", days: Iterable[CalendarDay] = ..., years: Iterable[int] = ...) -> None: ...
    @staticmethod
    def validate(days: Iterable[CalendarDay]) -> list[Error]: ...
    @staticmethod
    def load(folder: str | os.PathLike[str]) -> Calendar: ...
    @staticmethod
    def from_json(text: str) -> Calendar: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def days(self) -> tuple[CalendarDay, ...]: ...
    @property
    def years(self) -> tuple[int, ...]: ...
    def announced(self, year: int) -> bool: ...
    def kind(self, date: datetime.date, reading: RestDays | str) -> DayKind: ...
    def find(self, date: datetime.date) -> CalendarDay | None: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

class MatrixData:
    """Travel times and distances, n × n in location order; -1 or None = no way."""
    def __init__(self, seconds: _Table, metres: _Table | None = None) -> None: ...
    @staticmethod
    def validate(matrix: MatrixData) -> list[Error]: ...
    @property
    def size(self) -> int: ...
    @property
    def seconds(self) -> npt.NDArray[np.int64]: ...
    @property
    def metres(self) -> npt.NDArray[np.int64] | None: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

class Assignment:
    """An assignment with its proof of optimality."""
    @property
    def column_of_row(self) -> npt.NDArray[np.int64]: ...
    @property
    def cost(self) -> int: ...
    @property
    def row_dual(self) -> npt.NDArray[np.int64]: ...
    @property
    def column_dual(self) -> npt.NDArray[np.int64]: ...
    @property
    def must_weight(self) -> int: ...
    @property
    def certified(self) -> bool: ...

class AssignmentTable:
    """The problem a LiveAssignment solves, as compressed rows."""
    @property
    def shape(self) -> tuple[int, int]: ...
    @property
    def indptr(self) -> npt.NDArray[np.int64]: ...
    @property
    def indices(self) -> npt.NDArray[np.int64]: ...
    @property
    def data(self) -> npt.NDArray[np.int64]: ...
    @property
    def penalty(self) -> npt.NDArray[np.int64]: ...
    @property
    def slot_costs(self) -> tuple[tuple[int, ...], ...]: ...

class LiveAssignment:
    """An assignment that stays optimal while rows (orders) and columns (technicians) come, change and go."""
    def __init__(
        self,
        costs: _Costs,
        *,
        unassigned: _Numbers,
        slot_costs: _Slots | None = None,
        allowed: _Mask | None = None,
        forbidden: _Pairs | None = None,
        scale: float | None = None,
    ) -> None: ...
    def add_row(self, arcs: _Arcs, penalty: int) -> int: ...
    def change_row(self, row: int, arcs: _Arcs, penalty: int) -> None: ...
    def cancel_row(self, row: int) -> None: ...
    def set_penalty(self, row: int, penalty: int) -> None: ...
    def set_arc(self, row: int, column: int, cost: int) -> None: ...
    def remove_arc(self, row: int, column: int) -> None: ...
    def add_column(self, slot_costs: Iterable[int]) -> int: ...
    def set_slots(self, column: int, slot_costs: Iterable[int]) -> None: ...
    def drop_column(self, column: int) -> None: ...
    def restore_column(self, column: int) -> None: ...
    @property
    def rows(self) -> int: ...
    @property
    def columns(self) -> int: ...
    def has_row(self, row: int) -> bool: ...
    def column_of(self, row: int) -> int: ...
    @property
    def cost(self) -> int: ...
    def assignment(self) -> Assignment: ...
    def table(self) -> AssignmentTable: ...
    def regret(self, row: int, column: int, arc_cost: int | None = None) -> Regret: ...
    def slot_gain(self, column: int, slot_cost: int) -> int: ...
    def __copy__(self) -> LiveAssignment: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> LiveAssignment: ...

class MatchReview:
    """A match that answers questions."""
    def __init__(
        self,
        problem: Problem,
        *,
        capacity: int = ...,
        load_step: int = ...,
        max_candidates: int = ...,
        price_out: bool = ...,
        weights: Weights | None = ...,
        tier_floors: Iterable[int] = ...,
        forced: Iterable[tuple[str, str | tuple[str, str]]] = ...,
        forbidden: Iterable[tuple[str, str | tuple[str, str]]] = ...,
        must_serve: Iterable[str] = ...,
        canonical: bool = ...,
    ) -> None: ...
    @property
    def problem(self) -> Problem: ...
    @property
    def match(self) -> Match: ...
    def why_not(self, order: str, technician: _Technician, shift: str | None = None) -> PairAnswer: ...
    def place_value(self, technician: _Technician, shift: str | None = None) -> PlaceValue: ...
    def skill_value(self, skill: str) -> PlaceValue: ...

class Problem:
    """A validated, immutable problem: who works when, what is to be done, what it costs."""
    def __init__(
        self,
        *,
        origin: datetime.datetime | None = None,
        rows: _Rows | None = None,
        locations: Iterable[Location],
        technicians: Iterable[Technician],
        orders: Iterable[Order],
        zone: ZoneRules | zoneinfo.ZoneInfo | str = ...,
        profiles: Iterable[TravelProfile] = ...,
        depots: Iterable[SupplyDepot] = ...,
        objective: Objective = ...,
        skills: Iterable[str] = ...,
        limits: Iterable[TagLimit] = ...,
        closures: Iterable[TagClosure] = ...,
    ) -> None: ...
    @staticmethod
    def from_data(data: ProblemData, *, rows: _Rows | None = None) -> Problem: ...
    @staticmethod
    def validate(
        data: ProblemData = ...,
        /,
        *,
        origin: datetime.datetime | None = None,
        rows: _Rows | None = None,
        zone: ZoneRules | zoneinfo.ZoneInfo | str = ...,
        locations: Iterable[Location] = ...,
        profiles: Iterable[TravelProfile] = ...,
        technicians: Iterable[Technician] = ...,
        orders: Iterable[Order] = ...,
        depots: Iterable[SupplyDepot] = ...,
        objective: Objective = ...,
        skills: Iterable[str] = ...,
        limits: Iterable[TagLimit] = ...,
        closures: Iterable[TagClosure] = ...,
    ) -> list[Error]: ...
    def with_(
        self,
        *,
        origin: datetime.datetime = ...,
        zone: ZoneRules | zoneinfo.ZoneInfo | str = ...,
        locations: Iterable[Location] = ...,
        profiles: Iterable[TravelProfile] = ...,
        technicians: Iterable[Technician] = ...,
        orders: Iterable[Order] = ...,
        depots: Iterable[SupplyDepot] = ...,
        objective: Objective = ...,
        skills: Iterable[str] = ...,
        limits: Iterable[TagLimit] = ...,
        closures: Iterable[TagClosure] = ...,
    ) -> Problem: ...
    @property
    def data(self) -> ProblemData: ...
    @property
    def orders(self) -> tuple[Order, ...]: ...
    @property
    def technicians(self) -> tuple[Technician, ...]: ...
    @property
    def locations(self) -> tuple[Location, ...]: ...
    @property
    def depots(self) -> tuple[SupplyDepot, ...]: ...
    @property
    def objective(self) -> Objective: ...
    @property
    def zone(self) -> ZoneRules: ...
    @property
    def origin(self) -> datetime.datetime: ...
    @property
    def notices(self) -> list[Error]: ...
    @property
    def hash(self) -> str: ...
    def order(self, id: str) -> Order: ...
    def technician(self, id: str) -> Technician: ...
    def travel(
        self, from_: str, to: str, *, profile: int = 0, leaves: datetime.datetime | None = None
    ) -> tuple[datetime.timedelta, int] | None: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Problem: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

class Share:
    """A share as the two numbers it is: part of whole. float() gives the ratio."""
    def __init__(self, part: int, whole: int) -> None: ...
    @property
    def part(self) -> int: ...
    @property
    def whole(self) -> int: ...
    def __float__(self) -> float: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

class Catalog:
    """Services and faults: skills, minutes, parts, price codes, warranty category. Validated, immutable."""
    def __init__(self, *, entries: Iterable[EntryData], id: str = ..., version: str = ...) -> None: ...
    @staticmethod
    def from_data(data: CatalogData) -> Catalog: ...
    @staticmethod
    def validate(
        data: CatalogData = ..., /, *, id: str = ..., version: str = ..., entries: Iterable[EntryData] = ...
    ) -> list[Error]: ...
    def with_(self, *, id: str = ..., version: str = ..., entries: Iterable[EntryData] = ...) -> Catalog: ...
    @property
    def data(self) -> CatalogData: ...
    @property
    def content_hash(self) -> str: ...
    @property
    def entries(self) -> tuple[EntryData, ...]: ...
    @property
    def codes(self) -> tuple[str, ...]: ...
    def find(self, code_or_name: str) -> EntryData | None: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Catalog: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

class Mapping:
    """Somebody else's words (category, descriptor) → our catalog. Validated, immutable."""
    def __init__(self, data: MappingData, catalog: Catalog) -> None: ...
    @staticmethod
    def validate(data: MappingData, catalog: Catalog) -> list[Error]: ...
    @property
    def data(self) -> MappingData: ...
    def find(self, category: str, descriptor: str) -> MappingRow | None: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

class PriceBook:
    """The published charges as a validated, immutable table with a content hash."""
    def __init__(
        self,
        *,
        id: str,
        rows: Iterable[PriceRow],
        version: str = ...,
        currency: str = ...,
        effective_from: datetime.date | None = ...,
        effective_to: datetime.date | None = ...,
        rules: Iterable[QuantityRule] = ...,
    ) -> None: ...
    @staticmethod
    def from_data(data: PriceBookData) -> PriceBook: ...
    @staticmethod
    def validate(
        data: PriceBookData = ...,
        /,
        *,
        id: str = ...,
        version: str = ...,
        currency: str = ...,
        effective_from: datetime.date | None = ...,
        effective_to: datetime.date | None = ...,
        rows: Iterable[PriceRow] = ...,
        rules: Iterable[QuantityRule] = ...,
    ) -> list[Error]: ...
    def with_(
        self,
        *,
        id: str = ...,
        version: str = ...,
        currency: str = ...,
        effective_from: datetime.date | None = ...,
        effective_to: datetime.date | None = ...,
        rows: Iterable[PriceRow] = ...,
        rules: Iterable[QuantityRule] = ...,
    ) -> PriceBook: ...
    @property
    def data(self) -> PriceBookData: ...
    @property
    def content_hash(self) -> str: ...
    @property
    def codes(self) -> tuple[str, ...]: ...
    def find(self, code: str) -> PriceRow | None: ...
    def rule_of(self, code: str) -> QuantityRule | None: ...
    def in_force(self, date: datetime.date) -> bool: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> PriceBook: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

class PolicySet:
    """Promises and legal floors. Validated, immutable."""
    def __init__(self, *, policies: Iterable[PolicyData], id: str = ..., version: str = ...) -> None: ...
    @staticmethod
    def from_data(data: PolicySetData) -> PolicySet: ...
    @staticmethod
    def validate(
        data: PolicySetData = ..., /, *, id: str = ..., version: str = ..., policies: Iterable[PolicyData] = ...
    ) -> list[Error]: ...
    def with_(self, *, id: str = ..., version: str = ..., policies: Iterable[PolicyData] = ...) -> PolicySet: ...
    @property
    def data(self) -> PolicySetData: ...
    @property
    def content_hash(self) -> str: ...
    @property
    def policies(self) -> tuple[PolicyData, ...]: ...
    @property
    def categories(self) -> tuple[str, ...]: ...
    def find(self, id: str) -> PolicyData | None: ...
    def governing(self, category: str, service_date: datetime.date) -> tuple[PolicyData, ...]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> PolicySet: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

class MonthsDuration:
    """A years and months duration, P1Y2M. Immutable."""
    def __init__(self, *, years: int = 0, months: int = 0) -> None: ...
    @property
    def months(self) -> int: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __lt__(self, other: MonthsDuration) -> bool: ...

class Decision:
    """What a table says of one list of facts."""
    @property
    def status(self) -> DecisionStatus: ...
    @property
    def value(self) -> Any: ...
    @property
    def rules(self) -> tuple[str, ...]: ...

class Decisions:
    """What a table says of each row of some columns."""
    def __len__(self) -> int: ...
    @property
    def rule(self) -> npt.NDArray[np.int32]: ...
    @property
    def values(self) -> npt.NDArray[np.object_]: ...
    @property
    def conflicts(self) -> npt.NDArray[np.int64]: ...
    @property
    def refused(self) -> npt.NDArray[np.int64]: ...
    def errors(self, row: int) -> list[Error]: ...

class RuleTrace:
    """One rule against one list of facts."""
    @property
    def id(self) -> str: ...
    @property
    def index(self) -> int: ...
    @property
    def cells(self) -> dict[str, str]: ...
    @property
    def failed(self) -> tuple[str, ...]: ...
    @property
    def annotations(self) -> dict[str, str]: ...

class Explanation:
    """Why a table decided as it did."""
    @property
    def status(self) -> DecisionStatus: ...
    @property
    def value(self) -> Any: ...
    @property
    def errors(self) -> list[Error]: ...
    @property
    def inputs(self) -> dict[str, Any]: ...
    @property
    def matching(self) -> tuple[RuleTrace, ...]: ...
    @property
    def nearest(self) -> tuple[RuleTrace, ...]: ...
    @property
    def nearest_count(self) -> int: ...
    def text(self, *, language: Language | str = "zh") -> str: ...

class Finding:
    """One thing that is wrong with a table."""
    @property
    def kind(self) -> FindingKind: ...
    @property
    def rules(self) -> tuple[str, ...]: ...
    @property
    def witness(self) -> dict[str, Any] | None: ...
    def text(self, *, language: Language | str = "zh") -> str: ...

class LintReport:
    """Gaps, overlaps, and rules and outputs that never come up."""
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def limits(self) -> tuple[LintLimit, ...]: ...
    @property
    def complete(self) -> bool: ...

class DecisionTable:
    """A checked, immutable decision table."""
    @staticmethod
    def from_csv(source: str | bytes | os.PathLike[str]) -> DecisionTable: ...
    def to_csv(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def hit_policy(self) -> HitPolicy: ...
    @property
    def facts(self) -> tuple[str, ...]: ...
    @property
    def inputs(self) -> tuple[str, ...]: ...
    @property
    def outputs(self) -> tuple[str, ...]: ...
    @property
    def rule_ids(self) -> tuple[str, ...]: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def evaluate(self, facts: _Mapping[str, Any] | None = None, /, **keywords: Any) -> Decision: ...
    def evaluate_many(self, columns: _Mapping[str, Any] | pd.DataFrame) -> Decisions: ...
    def explain(self, facts: _Mapping[str, Any] | None = None, /, **keywords: Any) -> Explanation: ...
    def lint(self, *, work: int = 200000000, findings: int = 50) -> LintReport: ...

class DecisionModel:
    """Decisions that build on one another, from a DMN file. Immutable."""
    @staticmethod
    def from_dmn(source: str | bytes | os.PathLike[str]) -> DecisionModel: ...
    @property
    def decisions(self) -> tuple[str, ...]: ...
    def evaluate(
        self, decision: str, facts: _Mapping[str, Any] | None = None, /, **keywords: Any
    ) -> tuple[Any, list[Error]]: ...
    def evaluate_all(
        self, facts: _Mapping[str, Any] | None = None, /, **keywords: Any
    ) -> tuple[dict[str, Any], list[Error]]: ...

class CalendarDay:
    """One day that the announcement of rest days names."""
    def __init__(self, *, date: datetime.date, off: bool = ..., statutory: bool = ..., name: str = ...) -> None: ...
    @property
    def date(self) -> datetime.date:
        """The day."""
    @date.setter
    def date(self, value: datetime.date) -> None: ...
    @property
    def off(self) -> bool:
        """False: a make-up working day; default true."""
    @off.setter
    def off(self, value: bool) -> None: ...
    @property
    def statutory(self) -> bool:
        """One of the national holidays themselves; default false."""
    @statutory.setter
    def statutory(self, value: bool) -> None: ...
    @property
    def name(self) -> str:
        """Name of the holiday."""
    @name.setter
    def name(self, value: str) -> None: ...
    def with_(
        self, *, date: datetime.date = ..., off: bool = ..., statutory: bool = ..., name: str = ...
    ) -> CalendarDay: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> CalendarDay: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> CalendarDay: ...

class Reason:
    """Why a technician cannot take an order: a constraint family and what exactly is missing."""
    def __init__(self, *, family: Family | str, detail: str, parameters: _Mapping[str, str] = ...) -> None: ...
    @property
    def family(self) -> Family:
        """Constraint family."""
    @family.setter
    def family(self, value: Family | str) -> None: ...
    @property
    def detail(self) -> str:
        """Stable code of what exactly is missing."""
    @detail.setter
    def detail(self, value: str) -> None: ...
    @property
    def parameters(self) -> dict[str, str]:
        """Names and amounts that the text needs."""
    @parameters.setter
    def parameters(self, value: _Mapping[str, str]) -> None: ...
    def with_(
        self, *, family: Family | str = ..., detail: str = ..., parameters: _Mapping[str, str] = ...
    ) -> Reason: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Reason: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Reason: ...

class SkillLevel:
    """A skill that is needed, at least at this level."""
    def __init__(self, *, skill: str, level: int = ...) -> None: ...
    @property
    def skill(self) -> str:
        """Name of the skill."""
    @skill.setter
    def skill(self, value: str) -> None: ...
    @property
    def level(self) -> int:
        """Lowest level that suffices; default 1."""
    @level.setter
    def level(self, value: int) -> None: ...
    def with_(self, *, skill: str = ..., level: int = ...) -> SkillLevel: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> SkillLevel: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> SkillLevel: ...

class SkillHeld:
    """A skill that is held, perhaps by a certificate that runs out."""
    def __init__(
        self,
        *,
        skill: str,
        level: int = ...,
        valid_from: datetime.date | None = ...,
        valid_until: datetime.date | None = ...,
    ) -> None: ...
    @property
    def skill(self) -> str:
        """Name of the skill."""
    @skill.setter
    def skill(self, value: str) -> None: ...
    @property
    def level(self) -> int:
        """Level held; default 1."""
    @level.setter
    def level(self, value: int) -> None: ...
    @property
    def valid_from(self) -> datetime.date | None:
        """First local day of validity; default: always valid before."""
    @valid_from.setter
    def valid_from(self, value: datetime.date | None) -> None: ...
    @property
    def valid_until(self) -> datetime.date | None:
        """Last local day of validity; default: never runs out."""
    @valid_until.setter
    def valid_until(self, value: datetime.date | None) -> None: ...
    def with_(
        self,
        *,
        skill: str = ...,
        level: int = ...,
        valid_from: datetime.date | None = ...,
        valid_until: datetime.date | None = ...,
    ) -> SkillHeld: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> SkillHeld: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> SkillHeld: ...

class PartCount:
    """Spare parts: which, and how many."""
    def __init__(self, *, part: str, quantity: int = ...) -> None: ...
    @property
    def part(self) -> str:
        """Name of the part."""
    @part.setter
    def part(self, value: str) -> None: ...
    @property
    def quantity(self) -> int:
        """Pieces; default 1."""
    @quantity.setter
    def quantity(self, value: int) -> None: ...
    def with_(self, *, part: str = ..., quantity: int = ...) -> PartCount: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> PartCount: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> PartCount: ...

class Break:
    """A pause inside a shift, taken wherever the technician is."""
    def __init__(
        self,
        *,
        earliest: datetime.datetime,
        latest: datetime.datetime,
        duration: datetime.timedelta,
        id: str = ...,
        paid: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Name within the shift; may be empty."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def earliest(self) -> datetime.datetime:
        """Earliest start."""
    @earliest.setter
    def earliest(self, value: datetime.datetime) -> None: ...
    @property
    def latest(self) -> datetime.datetime:
        """Latest start; the break is due when the technician is under way then."""
    @latest.setter
    def latest(self, value: datetime.datetime) -> None: ...
    @property
    def duration(self) -> datetime.timedelta:
        """Length of the break."""
    @duration.setter
    def duration(self, value: datetime.timedelta) -> None: ...
    @property
    def paid(self) -> bool:
        """Counts as paid work for fairness and KPIs; default false."""
    @paid.setter
    def paid(self, value: bool) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        earliest: datetime.datetime = ...,
        latest: datetime.datetime = ...,
        duration: datetime.timedelta = ...,
        paid: bool = ...,
    ) -> Break: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Break: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Break: ...

class Shift:
    """One stretch of working time. Several days are several shifts."""
    def __init__(
        self,
        *,
        id: str,
        start: datetime.datetime,
        end: datetime.datetime,
        overtime_cap: datetime.timedelta = ...,
        start_location: str | None = ...,
        end_location: str | None = ...,
        open_end: bool = ...,
        breaks: Iterable[Break] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Unique for the technician."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def start(self) -> datetime.datetime:
        """Earliest departure from the start location."""
    @start.setter
    def start(self, value: datetime.datetime) -> None: ...
    @property
    def end(self) -> datetime.datetime:
        """Paid end; later is overtime."""
    @end.setter
    def end(self, value: datetime.datetime) -> None: ...
    @property
    def overtime_cap(self) -> datetime.timedelta:
        """How much later than the end the shift may end; default 0."""
    @overtime_cap.setter
    def overtime_cap(self, value: datetime.timedelta) -> None: ...
    @property
    def start_location(self) -> str | None:
        """Location id; default: the technician's home."""
    @start_location.setter
    def start_location(self, value: str | None) -> None: ...
    @property
    def end_location(self) -> str | None:
        """Location id; default: the technician's home."""
    @end_location.setter
    def end_location(self, value: str | None) -> None: ...
    @property
    def open_end(self) -> bool:
        """Ends at the last visit, without a way back; default false."""
    @open_end.setter
    def open_end(self, value: bool) -> None: ...
    @property
    def breaks(self) -> tuple[Break, ...]:
        """Breaks, at most 3."""
    @breaks.setter
    def breaks(self, value: Iterable[Break]) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        start: datetime.datetime = ...,
        end: datetime.datetime = ...,
        overtime_cap: datetime.timedelta = ...,
        start_location: str | None = ...,
        end_location: str | None = ...,
        open_end: bool = ...,
        breaks: Iterable[Break] = ...,
    ) -> Shift: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Shift: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Shift: ...

class Suspension:
    """Not available in [start, end), for a stated reason."""
    def __init__(self, *, start: datetime.datetime, end: datetime.datetime, reason: str = ...) -> None: ...
    @property
    def start(self) -> datetime.datetime:
        """Not available from then on."""
    @start.setter
    def start(self, value: datetime.datetime) -> None: ...
    @property
    def end(self) -> datetime.datetime:
        """Until then, not included."""
    @end.setter
    def end(self, value: datetime.datetime) -> None: ...
    @property
    def reason(self) -> str:
        """Why, for people."""
    @reason.setter
    def reason(self, value: str) -> None: ...
    def with_(
        self, *, start: datetime.datetime = ..., end: datetime.datetime = ..., reason: str = ...
    ) -> Suspension: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Suspension: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Suspension: ...

class Technician:
    """A technician and the hours worked."""
    def __init__(
        self,
        *,
        id: str,
        name: str = ...,
        home: str = ...,
        shifts: Iterable[Shift] = ...,
        skills: Iterable[SkillHeld] = ...,
        suspensions: Iterable[Suspension] = ...,
        mentor: str | None = ...,
        profile: str | None = ...,
        speed_percent: int = ...,
        efficiency_percent: int = ...,
        max_jobs: int | None = ...,
        max_leg: datetime.timedelta | None = ...,
        max_travel: datetime.timedelta | None = ...,
        max_distance_metres: int | None = ...,
        fixed_cost: int = ...,
        parts: Iterable[PartCount] = ...,
        tools: Iterable[str] = ...,
        group: str | None = ...,
        rating: int = ...,
        load_carried: datetime.timedelta = ...,
        languages: Iterable[str] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Unique id."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """What people call the technician; default: the id."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def home(self) -> str:
        """Location id where shifts start and end unless they say otherwise."""
    @home.setter
    def home(self, value: str) -> None: ...
    @property
    def shifts(self) -> tuple[Shift, ...]:
        """Working times; several days are several shifts."""
    @shifts.setter
    def shifts(self, value: Iterable[Shift]) -> None: ...
    @property
    def skills(self) -> tuple[SkillHeld, ...]:
        """Skills held, with level and validity; in a cell `gas:2;electric:1`."""
    @skills.setter
    def skills(self, value: Iterable[SkillHeld]) -> None: ...
    @property
    def suspensions(self) -> tuple[Suspension, ...]:
        """Stretches of time without visits."""
    @suspensions.setter
    def suspensions(self, value: Iterable[Suspension]) -> None: ...
    @property
    def mentor(self) -> str | None:
        """Technician id the apprentice rides with: not supported yet."""
    @mentor.setter
    def mentor(self, value: str | None) -> None: ...
    @property
    def profile(self) -> str | None:
        """Travel profile id; default: the problem's first."""
    @profile.setter
    def profile(self, value: str | None) -> None: ...
    @property
    def speed_percent(self) -> int:
        """Travel takes seconds × 100 / this, rounded up; default 100."""
    @speed_percent.setter
    def speed_percent(self, value: int) -> None: ...
    @property
    def efficiency_percent(self) -> int:
        """Setup and service take seconds × 100 / this, rounded up; default 100."""
    @efficiency_percent.setter
    def efficiency_percent(self, value: int) -> None: ...
    @property
    def max_jobs(self) -> int | None:
        """Visits per shift; default: no limit."""
    @max_jobs.setter
    def max_jobs(self, value: int | None) -> None: ...
    @property
    def max_leg(self) -> datetime.timedelta | None:
        """Longest single drive, to the first stop and home included, in the traffic of the hour in which it is made; default: no limit."""
    @max_leg.setter
    def max_leg(self, value: datetime.timedelta | None) -> None: ...
    @property
    def max_travel(self) -> datetime.timedelta | None:
        """Travel time per shift, in traffic; default: no limit."""
    @max_travel.setter
    def max_travel(self, value: datetime.timedelta | None) -> None: ...
    @property
    def max_distance_metres(self) -> int | None:
        """Metres per shift; default: no limit."""
    @max_distance_metres.setter
    def max_distance_metres(self, value: int | None) -> None: ...
    @property
    def fixed_cost(self) -> int:
        """Cost units (1/1000 minor unit) for each shift that is used; default 0."""
    @fixed_cost.setter
    def fixed_cost(self, value: int) -> None: ...
    @property
    def parts(self) -> tuple[PartCount, ...]:
        """Van stock, shared by all shifts; in a cell `sensor:3`."""
    @parts.setter
    def parts(self, value: Iterable[PartCount]) -> None: ...
    @property
    def tools(self) -> tuple[str, ...]:
        """Names of tools on the van."""
    @tools.setter
    def tools(self, value: Iterable[str]) -> None: ...
    @property
    def group(self) -> str | None:
        """Team or region; default: none."""
    @group.setter
    def group(self, value: str | None) -> None: ...
    @property
    def rating(self) -> int:
        """Hundredths of a star; 0 = unrated, default 0."""
    @rating.setter
    def rating(self, value: int) -> None: ...
    @property
    def load_carried(self) -> datetime.timedelta:
        """Paid work already done, for fairness; default 0."""
    @load_carried.setter
    def load_carried(self, value: datetime.timedelta) -> None: ...
    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags, compared exactly."""
    @languages.setter
    def languages(self, value: Iterable[str]) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        name: str = ...,
        home: str = ...,
        shifts: Iterable[Shift] = ...,
        skills: Iterable[SkillHeld] = ...,
        suspensions: Iterable[Suspension] = ...,
        mentor: str | None = ...,
        profile: str | None = ...,
        speed_percent: int = ...,
        efficiency_percent: int = ...,
        max_jobs: int | None = ...,
        max_leg: datetime.timedelta | None = ...,
        max_travel: datetime.timedelta | None = ...,
        max_distance_metres: int | None = ...,
        fixed_cost: int = ...,
        parts: Iterable[PartCount] = ...,
        tools: Iterable[str] = ...,
        group: str | None = ...,
        rating: int = ...,
        load_carried: datetime.timedelta = ...,
        languages: Iterable[str] = ...,
    ) -> Technician: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Technician: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Technician: ...

class Window:
    """Service may start in [start, end)."""
    def __init__(self, *, start: datetime.datetime, end: datetime.datetime, hard: bool = ...) -> None: ...
    @property
    def start(self) -> datetime.datetime:
        """Service may start from then on."""
    @start.setter
    def start(self, value: datetime.datetime) -> None: ...
    @property
    def end(self) -> datetime.datetime:
        """Until then, not included."""
    @end.setter
    def end(self, value: datetime.datetime) -> None: ...
    @property
    def hard(self) -> bool:
        """False: never early, but late is allowed and costs lateness; default true."""
    @hard.setter
    def hard(self, value: bool) -> None: ...
    def with_(self, *, start: datetime.datetime = ..., end: datetime.datetime = ..., hard: bool = ...) -> Window: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Window: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Window: ...

class Promise:
    """The agreed arrival: service starts within [at - before, at + after]."""
    def __init__(
        self,
        *,
        at: datetime.datetime,
        before: datetime.timedelta = ...,
        after: datetime.timedelta = ...,
        hard: bool = ...,
    ) -> None: ...
    @property
    def at(self) -> datetime.datetime:
        """The agreed arrival."""
    @at.setter
    def at(self, value: datetime.datetime) -> None: ...
    @property
    def before(self) -> datetime.timedelta:
        """How much earlier is still kept, included; default 30 minutes."""
    @before.setter
    def before(self, value: datetime.timedelta) -> None: ...
    @property
    def after(self) -> datetime.timedelta:
        """How much later is still kept, included; default 30 minutes."""
    @after.setter
    def after(self, value: datetime.timedelta) -> None: ...
    @property
    def hard(self) -> bool:
        """True: nothing else is allowed; false: never early, late costs; default false."""
    @hard.setter
    def hard(self, value: bool) -> None: ...
    def with_(
        self,
        *,
        at: datetime.datetime = ...,
        before: datetime.timedelta = ...,
        after: datetime.timedelta = ...,
        hard: bool = ...,
    ) -> Promise: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Promise: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Promise: ...

class Pin:
    """Holds an order where it is; hard unless a cost of change is given."""
    def __init__(
        self,
        *,
        technician: str | None = ...,
        start: datetime.datetime | None = ...,
        position: int | None = ...,
        cost_of_change: int | None = ...,
    ) -> None: ...
    @property
    def technician(self) -> str | None:
        """Technician id; default: any."""
    @technician.setter
    def technician(self, value: str | None) -> None: ...
    @property
    def start(self) -> datetime.datetime | None:
        """Service starts exactly then; default: any time."""
    @start.setter
    def start(self, value: datetime.datetime | None) -> None: ...
    @property
    def position(self) -> int | None:
        """Place in the technician's day: not supported yet."""
    @position.setter
    def position(self, value: int | None) -> None: ...
    @property
    def cost_of_change(self) -> int | None:
        """Cost units, once, if technician or start differ; default: a change is not allowed."""
    @cost_of_change.setter
    def cost_of_change(self, value: int | None) -> None: ...
    def with_(
        self,
        *,
        technician: str | None = ...,
        start: datetime.datetime | None = ...,
        position: int | None = ...,
        cost_of_change: int | None = ...,
    ) -> Pin: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Pin: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Pin: ...

class Link:
    """This order starts in [minimum_gap, maximum_gap] after another one does; both are served, or none."""
    def __init__(
        self, *, order: str, minimum_gap: datetime.timedelta = ..., maximum_gap: datetime.timedelta = ...
    ) -> None: ...
    @property
    def order(self) -> str:
        """Id of the order that starts first, or together."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def minimum_gap(self) -> datetime.timedelta:
        """Least time from its start to this one's; default 0."""
    @minimum_gap.setter
    def minimum_gap(self, value: datetime.timedelta) -> None: ...
    @property
    def maximum_gap(self) -> datetime.timedelta:
        """Most time from its start to this one's; default 0: together."""
    @maximum_gap.setter
    def maximum_gap(self, value: datetime.timedelta) -> None: ...
    def with_(
        self, *, order: str = ..., minimum_gap: datetime.timedelta = ..., maximum_gap: datetime.timedelta = ...
    ) -> Link: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Link: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Link: ...

class Order:
    """A repair order."""
    def __init__(
        self,
        *,
        id: str,
        location: str,
        name: str = ...,
        catalog: str = ...,
        service: datetime.timedelta = ...,
        buffer: datetime.timedelta = ...,
        setup: datetime.timedelta = ...,
        skills: Iterable[SkillLevel] = ...,
        windows: Iterable[Window] = ...,
        promise: Promise | None = ...,
        release: datetime.datetime | None = ...,
        deadline: datetime.datetime | None = ...,
        priority: int = ...,
        unserved_cost: int | None = ...,
        parts: Iterable[PartCount] = ...,
        tools: Iterable[str] = ...,
        crew: int = ...,
        links: Iterable[Link] = ...,
        allowed: Iterable[str] = ...,
        preferred: Iterable[str] = ...,
        blocked: Iterable[str] = ...,
        previous_technician: str | None = ...,
        pin: Pin | None = ...,
        languages: Iterable[str] = ...,
        groups: Iterable[str] = ...,
        tags: Iterable[str] = ...,
        notes: str = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Unique id."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """What people call it; default: the id."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def location(self) -> str:
        """Location id."""
    @location.setter
    def location(self, value: str) -> None: ...
    @property
    def catalog(self) -> str:
        """Catalog code of the service or fault, for texts and pricing."""
    @catalog.setter
    def catalog(self, value: str) -> None: ...
    @property
    def service(self) -> datetime.timedelta:
        """Work on the spot; default 60 minutes."""
    @service.setter
    def service(self, value: datetime.timedelta) -> None: ...
    @property
    def buffer(self) -> datetime.timedelta:
        """How much longer it may well take, at efficiency 100: lateness and promises behind count as if it did, so an order may be left out for a weightier promise; default 0."""
    @buffer.setter
    def buffer(self, value: datetime.timedelta) -> None: ...
    @property
    def setup(self) -> datetime.timedelta:
        """Once for consecutive orders at one location; default 0."""
    @setup.setter
    def setup(self, value: datetime.timedelta) -> None: ...
    @property
    def skills(self) -> tuple[SkillLevel, ...]:
        """All are needed; in a cell `gas:2;electric:1`."""
    @skills.setter
    def skills(self, value: Iterable[SkillLevel]) -> None: ...
    @property
    def windows(self) -> tuple[Window, ...]:
        """Any of the hard ones; at most one soft one; default: any time."""
    @windows.setter
    def windows(self, value: Iterable[Window]) -> None: ...
    @property
    def promise(self) -> Promise | None:
        """The agreed arrival; default: none."""
    @promise.setter
    def promise(self, value: Promise | None) -> None: ...
    @property
    def release(self) -> datetime.datetime | None:
        """Known, or possible, only from then on: nobody leaves for it sooner; default: always."""
    @release.setter
    def release(self, value: datetime.datetime | None) -> None: ...
    @property
    def deadline(self) -> datetime.datetime | None:
        """SLA: starting later costs lateness; default: none."""
    @deadline.setter
    def deadline(self, value: datetime.datetime | None) -> None: ...
    @property
    def priority(self) -> int:
        """Higher is more important; default 0."""
    @priority.setter
    def priority(self, value: int) -> None: ...
    @property
    def unserved_cost(self) -> int | None:
        """Cost units when not served; default: objective.unserved × (1 + priority)."""
    @unserved_cost.setter
    def unserved_cost(self, value: int | None) -> None: ...
    @property
    def parts(self) -> tuple[PartCount, ...]:
        """Parts used; in a cell `sensor:1`."""
    @parts.setter
    def parts(self, value: Iterable[PartCount]) -> None: ...
    @property
    def tools(self) -> tuple[str, ...]:
        """Names of tools needed."""
    @tools.setter
    def tools(self, value: Iterable[str]) -> None: ...
    @property
    def crew(self) -> int:
        """Technicians who begin together; default 1. The further ones are orders of their own, id#2 and so on."""
    @crew.setter
    def crew(self, value: int) -> None: ...
    @property
    def links(self) -> tuple[Link, ...]:
        """When it starts after others do; all are served, or none; default: no relation."""
    @links.setter
    def links(self, value: Iterable[Link]) -> None: ...
    @property
    def allowed(self) -> tuple[str, ...]:
        """Technician ids; default: all."""
    @allowed.setter
    def allowed(self, value: Iterable[str]) -> None: ...
    @property
    def preferred(self) -> tuple[str, ...]:
        """Technician ids; others cost objective.not_preferred."""
    @preferred.setter
    def preferred(self, value: Iterable[str]) -> None: ...
    @property
    def blocked(self) -> tuple[str, ...]:
        """Technician ids that must not come."""
    @blocked.setter
    def blocked(self, value: Iterable[str]) -> None: ...
    @property
    def previous_technician(self) -> str | None:
        """Rework: technician id of last time; others cost objective.not_same_technician."""
    @previous_technician.setter
    def previous_technician(self, value: str | None) -> None: ...
    @property
    def pin(self) -> Pin | None:
        """Holds the order where it is; default: free."""
    @pin.setter
    def pin(self, value: Pin | None) -> None: ...
    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags of which one must be spoken; default: any."""
    @languages.setter
    def languages(self, value: Iterable[str]) -> None: ...
    @property
    def groups(self) -> tuple[str, ...]:
        """Groups of which the technician's must be one; default: any."""
    @groups.setter
    def groups(self, value: Iterable[str]) -> None: ...
    @property
    def tags(self) -> tuple[str, ...]:
        """Kinds of work that the problem's limits and closures go by: outdoor."""
    @tags.setter
    def tags(self, value: Iterable[str]) -> None: ...
    @property
    def notes(self) -> str:
        """For whoever goes there; decides nothing."""
    @notes.setter
    def notes(self, value: str) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        name: str = ...,
        location: str = ...,
        catalog: str = ...,
        service: datetime.timedelta = ...,
        buffer: datetime.timedelta = ...,
        setup: datetime.timedelta = ...,
        skills: Iterable[SkillLevel] = ...,
        windows: Iterable[Window] = ...,
        promise: Promise | None = ...,
        release: datetime.datetime | None = ...,
        deadline: datetime.datetime | None = ...,
        priority: int = ...,
        unserved_cost: int | None = ...,
        parts: Iterable[PartCount] = ...,
        tools: Iterable[str] = ...,
        crew: int = ...,
        links: Iterable[Link] = ...,
        allowed: Iterable[str] = ...,
        preferred: Iterable[str] = ...,
        blocked: Iterable[str] = ...,
        previous_technician: str | None = ...,
        pin: Pin | None = ...,
        languages: Iterable[str] = ...,
        groups: Iterable[str] = ...,
        tags: Iterable[str] = ...,
        notes: str = ...,
    ) -> Order: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Order: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Order: ...

class Location:
    """A place."""
    def __init__(self, *, id: str, name: str = ..., point: GeoPoint | None = ...) -> None: ...
    @property
    def id(self) -> str:
        """Unique id."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """What people call it; default: the id."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def point(self) -> GeoPoint | None:
        """Coordinates; required by travel profiles without a matrix."""
    @point.setter
    def point(self, value: GeoPoint | None) -> None: ...
    def with_(self, *, id: str = ..., name: str = ..., point: GeoPoint | None = ...) -> Location: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Location: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Location: ...

class RoadEdge:
    """A directed stretch of road between two nodes."""
    def __init__(self, *, from_: int, to: int, decimetres: int, metres_per_hour: int) -> None: ...
    @property
    def from_(self) -> int:
        """Position of the node it leaves, from 0."""
    @from_.setter
    def from_(self, value: int) -> None: ...
    @property
    def to(self) -> int:
        """Position of the node it reaches, from 0."""
    @to.setter
    def to(self, value: int) -> None: ...
    @property
    def decimetres(self) -> int:
        """Length."""
    @decimetres.setter
    def decimetres(self, value: int) -> None: ...
    @property
    def metres_per_hour(self) -> int:
        """Speed."""
    @metres_per_hour.setter
    def metres_per_hour(self, value: int) -> None: ...
    def with_(
        self, *, from_: int = ..., to: int = ..., decimetres: int = ..., metres_per_hour: int = ...
    ) -> RoadEdge: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> RoadEdge: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> RoadEdge: ...

class RoadData:
    """A road network: nodes, and the stretches between them."""
    def __init__(self, *, nodes: Iterable[GeoPoint], edges: Iterable[RoadEdge]) -> None: ...
    @property
    def nodes(self) -> tuple[GeoPoint, ...]:
        """Crossings, all of one datum."""
    @nodes.setter
    def nodes(self, value: Iterable[GeoPoint]) -> None: ...
    @property
    def edges(self) -> tuple[RoadEdge, ...]:
        """Directed stretches of road between nodes."""
    @edges.setter
    def edges(self, value: Iterable[RoadEdge]) -> None: ...
    def with_(self, *, nodes: Iterable[GeoPoint] = ..., edges: Iterable[RoadEdge] = ...) -> RoadData: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> RoadData: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> RoadData: ...

class StraightLineOptions:
    """Travel estimated from coordinates: straight line × detour at a constant speed."""
    def __init__(
        self, *, detour_percent: int = ..., speed_metres_per_hour: int = ..., stop_seconds: int = ...
    ) -> None: ...
    @property
    def detour_percent(self) -> int:
        """Road metres per 100 metres in a straight line; default 127."""
    @detour_percent.setter
    def detour_percent(self, value: int) -> None: ...
    @property
    def speed_metres_per_hour(self) -> int:
        """Speed on the road in metres per hour; default 25000."""
    @speed_metres_per_hour.setter
    def speed_metres_per_hour(self, value: int) -> None: ...
    @property
    def stop_seconds(self) -> int:
        """Seconds added to every leg between two locations (parking, stairs); default 0."""
    @stop_seconds.setter
    def stop_seconds(self, value: int) -> None: ...
    def with_(
        self, *, detour_percent: int = ..., speed_metres_per_hour: int = ..., stop_seconds: int = ...
    ) -> StraightLineOptions: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> StraightLineOptions: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> StraightLineOptions: ...

class TravelBand:
    """Hours of the local day in which driving takes longer, in percent of what it takes otherwise."""
    def __init__(
        self, *, from_: datetime.time | str, to: datetime.time | str, percent: int, weekdays: Iterable[int] = ...
    ) -> None: ...
    @property
    def from_(self) -> datetime.time | str:
        """Local time of day, HH:MM."""
    @from_.setter
    def from_(self, value: datetime.time | str) -> None: ...
    @property
    def to(self) -> datetime.time | str:
        """Local time of day, not included, later than from; 24:00 is midnight."""
    @to.setter
    def to(self, value: datetime.time | str) -> None: ...
    @property
    def percent(self) -> int:
        """What a way then takes, its stop included, of what it takes otherwise, 100 to 1000: a speed, so only the part of a way that lies in the hours is slower. No two bands hold at one time."""
    @percent.setter
    def percent(self, value: int) -> None: ...
    @property
    def weekdays(self) -> tuple[int, ...]:
        """1 = Monday … 7 = Sunday on which it holds; default: every day."""
    @weekdays.setter
    def weekdays(self, value: Iterable[int]) -> None: ...
    def with_(
        self,
        *,
        from_: datetime.time | str = ...,
        to: datetime.time | str = ...,
        percent: int = ...,
        weekdays: Iterable[int] = ...,
    ) -> TravelBand: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> TravelBand: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> TravelBand: ...

class TravelProfile:
    """How a kind of vehicle travels."""
    def __init__(
        self,
        *,
        id: str,
        matrix: MatrixData | None = ...,
        straight_line: StraightLineOptions = ...,
        bands: Iterable[TravelBand] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Unique id."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def matrix(self) -> MatrixData | None:
        """Travel times in location order; default: straight lines."""
    @matrix.setter
    def matrix(self, value: MatrixData | None) -> None: ...
    @property
    def straight_line(self) -> StraightLineOptions:
        """How to travel in a straight line; unused with a matrix."""
    @straight_line.setter
    def straight_line(self, value: StraightLineOptions) -> None: ...
    @property
    def bands(self) -> tuple[TravelBand, ...]:
        """Hours of the local day, in the problem's zone, in which driving takes longer; they hold from the day before the first shift to the day behind the last. Nobody waits for them to end; default: none."""
    @bands.setter
    def bands(self, value: Iterable[TravelBand]) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        matrix: MatrixData | None = ...,
        straight_line: StraightLineOptions = ...,
        bands: Iterable[TravelBand] = ...,
    ) -> TravelProfile: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> TravelProfile: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> TravelProfile: ...

class OpeningHours:
    """When a depot is open: a call begins in [start, end)."""
    def __init__(self, *, start: datetime.datetime, end: datetime.datetime) -> None: ...
    @property
    def start(self) -> datetime.datetime:
        """A call may begin from then on."""
    @start.setter
    def start(self, value: datetime.datetime) -> None: ...
    @property
    def end(self) -> datetime.datetime:
        """Until then, not included."""
    @end.setter
    def end(self, value: datetime.datetime) -> None: ...
    def with_(self, *, start: datetime.datetime = ..., end: datetime.datetime = ...) -> OpeningHours: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> OpeningHours: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> OpeningHours: ...

class SupplyDepot:
    """Place where technicians fetch what their vans lack."""
    def __init__(
        self,
        *,
        id: str,
        location: str,
        name: str = ...,
        service: datetime.timedelta = ...,
        hours: Iterable[OpeningHours] = ...,
        parts: Iterable[PartCount] = ...,
        tools: Iterable[str] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Unique id."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """What people call it; default: the id."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def location(self) -> str:
        """Location id."""
    @location.setter
    def location(self, value: str) -> None: ...
    @property
    def service(self) -> datetime.timedelta:
        """A call takes so long, whoever calls; default 0."""
    @service.setter
    def service(self, value: datetime.timedelta) -> None: ...
    @property
    def hours(self) -> tuple[OpeningHours, ...]:
        """A call begins in one of them; default: at any time."""
    @hours.setter
    def hours(self, value: Iterable[OpeningHours]) -> None: ...
    @property
    def parts(self) -> tuple[PartCount, ...]:
        """Stock, for all technicians together: visits behind a call fetch these parts there, not off the van."""
    @parts.setter
    def parts(self, value: Iterable[PartCount]) -> None: ...
    @property
    def tools(self) -> tuple[str, ...]:
        """Lent for the rest of the shift, to as many as come; default: none."""
    @tools.setter
    def tools(self, value: Iterable[str]) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        name: str = ...,
        location: str = ...,
        service: datetime.timedelta = ...,
        hours: Iterable[OpeningHours] = ...,
        parts: Iterable[PartCount] = ...,
        tools: Iterable[str] = ...,
    ) -> SupplyDepot: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> SupplyDepot: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> SupplyDepot: ...

class TagLimit:
    """Most work of a kind that one technician does."""
    def __init__(
        self,
        *,
        tag: str,
        start: datetime.datetime | None = ...,
        end: datetime.datetime | None = ...,
        max_jobs: int | None = ...,
        max_work: datetime.timedelta | None = ...,
    ) -> None: ...
    @property
    def tag(self) -> str:
        """Of the orders that count."""
    @tag.setter
    def tag(self, value: str) -> None: ...
    @property
    def start(self) -> datetime.datetime | None:
        """All shifts of a technician that begin in [start, end) count together; default: each shift by itself."""
    @start.setter
    def start(self, value: datetime.datetime | None) -> None: ...
    @property
    def end(self) -> datetime.datetime | None:
        """Until then, not included; given with the start or not at all."""
    @end.setter
    def end(self, value: datetime.datetime | None) -> None: ...
    @property
    def max_jobs(self) -> int | None:
        """Visits of one technician; default: no limit."""
    @max_jobs.setter
    def max_jobs(self, value: int | None) -> None: ...
    @property
    def max_work(self) -> datetime.timedelta | None:
        """Service time of one technician at the technician's efficiency, setup aside; default: no limit."""
    @max_work.setter
    def max_work(self, value: datetime.timedelta | None) -> None: ...
    def with_(
        self,
        *,
        tag: str = ...,
        start: datetime.datetime | None = ...,
        end: datetime.datetime | None = ...,
        max_jobs: int | None = ...,
        max_work: datetime.timedelta | None = ...,
    ) -> TagLimit: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> TagLimit: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> TagLimit: ...

class TagClosure:
    """Nobody works on orders of a kind in [start, end)."""
    def __init__(self, *, tag: str, start: datetime.datetime, end: datetime.datetime, reason: str = ...) -> None: ...
    @property
    def tag(self) -> str:
        """Of the orders that are not worked on then."""
    @tag.setter
    def tag(self, value: str) -> None: ...
    @property
    def start(self) -> datetime.datetime:
        """No work from then on, setup included."""
    @start.setter
    def start(self, value: datetime.datetime) -> None: ...
    @property
    def end(self) -> datetime.datetime:
        """Until then, not included."""
    @end.setter
    def end(self, value: datetime.datetime) -> None: ...
    @property
    def reason(self) -> str:
        """Why, for people."""
    @reason.setter
    def reason(self, value: str) -> None: ...
    def with_(
        self, *, tag: str = ..., start: datetime.datetime = ..., end: datetime.datetime = ..., reason: str = ...
    ) -> TagClosure: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> TagClosure: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> TagClosure: ...

class FairnessPiece:
    """Paid work beyond `over` costs more."""
    def __init__(self, *, over: datetime.timedelta, per_second: int) -> None: ...
    @property
    def over(self) -> datetime.timedelta:
        """Paid work of a technician above which this piece counts."""
    @over.setter
    def over(self, value: datetime.timedelta) -> None: ...
    @property
    def per_second(self) -> int:
        """Cost units per second above; pieces add up."""
    @per_second.setter
    def per_second(self, value: int) -> None: ...
    def with_(self, *, over: datetime.timedelta = ..., per_second: int = ...) -> FairnessPiece: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> FairnessPiece: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> FairnessPiece: ...

class Objective:
    """By what plans are compared, and integer weights, 1 unit = 1/1000 of a currency's minor unit."""
    def __init__(
        self,
        *,
        goals: GoalOrder | str = ...,
        agreed_weight: int = ...,
        lateness_cap: datetime.timedelta = ...,
        per_travel_second: int = ...,
        per_metre: int = ...,
        per_waiting_second: int = ...,
        per_lateness_second: int = ...,
        per_worst_lateness_second: int = ...,
        per_overtime_second: int = ...,
        per_overskill_level: int = ...,
        unserved: int = ...,
        not_preferred: int = ...,
        not_same_technician: int = ...,
        per_rating_point: int = ...,
        rating_clip: int = ...,
        fairness: Iterable[FairnessPiece] = ...,
    ) -> None: ...
    @property
    def goals(self) -> GoalOrder:
        """in_order: promises kept, then lateness, then the cost of the rest; one_weighted: the sum of all costs; default in_order."""
    @goals.setter
    def goals(self, value: GoalOrder | str) -> None: ...
    @property
    def agreed_weight(self) -> int:
        """In order: an order with an agreed arrival weighs this many times one without; default 3."""
    @agreed_weight.setter
    def agreed_weight(self, value: int) -> None: ...
    @property
    def lateness_cap(self) -> datetime.timedelta:
        """In order: a visit's lateness counts up to this much, and a second more for an agreed order not served; default 4 hours."""
    @lateness_cap.setter
    def lateness_cap(self, value: datetime.timedelta) -> None: ...
    @property
    def per_travel_second(self) -> int:
        """Cost units (1/1000 minor unit) per second on the road; default 1667."""
    @per_travel_second.setter
    def per_travel_second(self, value: int) -> None: ...
    @property
    def per_metre(self) -> int:
        """Cost units per metre; default 80."""
    @per_metre.setter
    def per_metre(self, value: int) -> None: ...
    @property
    def per_waiting_second(self) -> int:
        """Cost units per second of waiting, at most per_lateness_second; default 300."""
    @per_waiting_second.setter
    def per_waiting_second(self, value: int) -> None: ...
    @property
    def per_lateness_second(self) -> int:
        """Cost units per second of starting after the due time; default 5000."""
    @per_lateness_second.setter
    def per_lateness_second(self, value: int) -> None: ...
    @property
    def per_worst_lateness_second(self) -> int:
        """Cost units per second of the plan's largest lateness, besides, not capped; default 0."""
    @per_worst_lateness_second.setter
    def per_worst_lateness_second(self, value: int) -> None: ...
    @property
    def per_overtime_second(self) -> int:
        """Cost units per second after the shift's end; default 2500."""
    @per_overtime_second.setter
    def per_overtime_second(self, value: int) -> None: ...
    @property
    def per_overskill_level(self) -> int:
        """Cost units for each level held above the level needed; default 200000."""
    @per_overskill_level.setter
    def per_overskill_level(self, value: int) -> None: ...
    @property
    def unserved(self) -> int:
        """Cost units × (1 + priority) for an order not served; default 50000000."""
    @unserved.setter
    def unserved(self, value: int) -> None: ...
    @property
    def not_preferred(self) -> int:
        """Cost units when none of the preferred technicians comes; default 1000000."""
    @not_preferred.setter
    def not_preferred(self, value: int) -> None: ...
    @property
    def not_same_technician(self) -> int:
        """Cost units when rework goes to someone else; default 2000000."""
    @not_same_technician.setter
    def not_same_technician(self, value: int) -> None: ...
    @property
    def per_rating_point(self) -> int:
        """Cost units saved a visit for each hundredth of a star above the mean; default 10000."""
    @per_rating_point.setter
    def per_rating_point(self, value: int) -> None: ...
    @property
    def rating_clip(self) -> int:
        """Hundredths of a star that count at most; default 100."""
    @rating_clip.setter
    def rating_clip(self, value: int) -> None: ...
    @property
    def fairness(self) -> tuple[FairnessPiece, ...]:
        """Convex cost of a technician's paid work; default: none."""
    @fairness.setter
    def fairness(self, value: Iterable[FairnessPiece]) -> None: ...
    def with_(
        self,
        *,
        goals: GoalOrder | str = ...,
        agreed_weight: int = ...,
        lateness_cap: datetime.timedelta = ...,
        per_travel_second: int = ...,
        per_metre: int = ...,
        per_waiting_second: int = ...,
        per_lateness_second: int = ...,
        per_worst_lateness_second: int = ...,
        per_overtime_second: int = ...,
        per_overskill_level: int = ...,
        unserved: int = ...,
        not_preferred: int = ...,
        not_same_technician: int = ...,
        per_rating_point: int = ...,
        rating_clip: int = ...,
        fairness: Iterable[FairnessPiece] = ...,
    ) -> Objective: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Objective: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Objective: ...

class Goals:
    """What plans are compared by, one after the other; smaller is better."""
    def __init__(self, *, honour: int = ..., late: datetime.timedelta = ..., run_well: int = ...) -> None: ...
    @property
    def honour(self) -> int:
        """Weight of the orders not served as promised: not served, or begun after the agreed span."""
    @property
    def late(self) -> datetime.timedelta:
        """Starts after the due time, capped a visit; an agreed order not served counts a second more than the cap."""
    @property
    def run_well(self) -> int:
        """Cost of everything else; with one weighted goal the whole cost."""
    def with_(self, *, honour: int = ..., late: datetime.timedelta = ..., run_well: int = ...) -> Goals: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    def __lt__(self, other: Goals) -> bool: ...
    def __le__(self, other: Goals) -> bool: ...
    def __gt__(self, other: Goals) -> bool: ...
    def __ge__(self, other: Goals) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Goals: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Goals: ...

class Cost:
    """The terms of a plan's cost."""
    def __init__(
        self,
        *,
        travel: int = ...,
        distance: int = ...,
        waiting: int = ...,
        lateness: int = ...,
        overtime: int = ...,
        over_skill: int = ...,
        quality: int = ...,
        preference: int = ...,
        same_technician: int = ...,
        change: int = ...,
        fixed: int = ...,
        fairness: int = ...,
        worst_lateness: int = ...,
        unserved: int = ...,
    ) -> None: ...
    @property
    def travel(self) -> int:
        """Cost units of travel time."""
    @travel.setter
    def travel(self, value: int) -> None: ...
    @property
    def distance(self) -> int:
        """Cost units of distance."""
    @distance.setter
    def distance(self, value: int) -> None: ...
    @property
    def waiting(self) -> int:
        """Cost units of waiting."""
    @waiting.setter
    def waiting(self, value: int) -> None: ...
    @property
    def lateness(self) -> int:
        """Cost units of starts after the due time."""
    @lateness.setter
    def lateness(self, value: int) -> None: ...
    @property
    def overtime(self) -> int:
        """Cost units of overtime."""
    @overtime.setter
    def overtime(self, value: int) -> None: ...
    @property
    def over_skill(self) -> int:
        """Cost units of levels above those needed."""
    @over_skill.setter
    def over_skill(self, value: int) -> None: ...
    @property
    def quality(self) -> int:
        """Cost units of ratings below the mean; negative: a bonus."""
    @quality.setter
    def quality(self, value: int) -> None: ...
    @property
    def preference(self) -> int:
        """Cost units of visits by none of the preferred."""
    @preference.setter
    def preference(self, value: int) -> None: ...
    @property
    def same_technician(self) -> int:
        """Cost units of rework by someone else."""
    @same_technician.setter
    def same_technician(self, value: int) -> None: ...
    @property
    def change(self) -> int:
        """Cost units of pins that were changed."""
    @change.setter
    def change(self, value: int) -> None: ...
    @property
    def fixed(self) -> int:
        """Cost units of shifts used."""
    @fixed.setter
    def fixed(self, value: int) -> None: ...
    @property
    def fairness(self) -> int:
        """Cost units of paid work above the targets."""
    @fairness.setter
    def fairness(self, value: int) -> None: ...
    @property
    def worst_lateness(self) -> int:
        """Cost units of the largest lateness of a visit."""
    @worst_lateness.setter
    def worst_lateness(self, value: int) -> None: ...
    @property
    def unserved(self) -> int:
        """Cost units of orders not served."""
    @unserved.setter
    def unserved(self, value: int) -> None: ...
    def with_(
        self,
        *,
        travel: int = ...,
        distance: int = ...,
        waiting: int = ...,
        lateness: int = ...,
        overtime: int = ...,
        over_skill: int = ...,
        quality: int = ...,
        preference: int = ...,
        same_technician: int = ...,
        change: int = ...,
        fixed: int = ...,
        fairness: int = ...,
        worst_lateness: int = ...,
        unserved: int = ...,
    ) -> Cost: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Cost: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Cost: ...
    @property
    def total(self) -> int: ...

class ProblemData:
    """A whole problem as plain input, not checked yet."""
    def __init__(
        self,
        *,
        origin: datetime.datetime,
        locations: Iterable[Location],
        technicians: Iterable[Technician],
        orders: Iterable[Order],
        zone: ZoneRules | zoneinfo.ZoneInfo | str = ...,
        profiles: Iterable[TravelProfile] = ...,
        depots: Iterable[SupplyDepot] = ...,
        objective: Objective = ...,
        skills: Iterable[str] = ...,
        limits: Iterable[TagLimit] = ...,
        closures: Iterable[TagClosure] = ...,
    ) -> None: ...
    @property
    def origin(self) -> datetime.datetime:
        """Times inside the model count from here; all lie within 2^28 s of it."""
    @origin.setter
    def origin(self, value: datetime.datetime) -> None: ...
    @property
    def zone(self) -> ZoneRules:
        """Zone of local dates and texts; default UTC."""
    @zone.setter
    def zone(self, value: ZoneRules | zoneinfo.ZoneInfo | str) -> None: ...
    @property
    def locations(self) -> tuple[Location, ...]:
        """Places; matrices are in their order."""
    @locations.setter
    def locations(self, value: Iterable[Location]) -> None: ...
    @property
    def profiles(self) -> tuple[TravelProfile, ...]:
        """Travel profiles; default: one in straight lines, "car"."""
    @profiles.setter
    def profiles(self, value: Iterable[TravelProfile]) -> None: ...
    @property
    def technicians(self) -> tuple[Technician, ...]:
        """Technicians, at least one."""
    @technicians.setter
    def technicians(self, value: Iterable[Technician]) -> None: ...
    @property
    def orders(self) -> tuple[Order, ...]:
        """Repair orders; none makes an empty plan."""
    @orders.setter
    def orders(self, value: Iterable[Order]) -> None: ...
    @property
    def depots(self) -> tuple[SupplyDepot, ...]:
        """Where technicians fetch what their vans lack; default: none."""
    @depots.setter
    def depots(self, value: Iterable[SupplyDepot]) -> None: ...
    @property
    def objective(self) -> Objective:
        """By what plans are compared, and weights of the cost; default: in order, weights of a city at ¥60 an hour."""
    @objective.setter
    def objective(self, value: Objective) -> None: ...
    @property
    def skills(self) -> tuple[str, ...]:
        """Skills that exist; default: whatever is named. Any other name is an error."""
    @skills.setter
    def skills(self, value: Iterable[str]) -> None: ...
    @property
    def limits(self) -> tuple[TagLimit, ...]:
        """Most work on orders with a tag, by technician; default: none."""
    @limits.setter
    def limits(self, value: Iterable[TagLimit]) -> None: ...
    @property
    def closures(self) -> tuple[TagClosure, ...]:
        """Times when orders with a tag are not worked on; default: none."""
    @closures.setter
    def closures(self, value: Iterable[TagClosure]) -> None: ...
    def with_(
        self,
        *,
        origin: datetime.datetime = ...,
        zone: ZoneRules | zoneinfo.ZoneInfo | str = ...,
        locations: Iterable[Location] = ...,
        profiles: Iterable[TravelProfile] = ...,
        technicians: Iterable[Technician] = ...,
        orders: Iterable[Order] = ...,
        depots: Iterable[SupplyDepot] = ...,
        objective: Objective = ...,
        skills: Iterable[str] = ...,
        limits: Iterable[TagLimit] = ...,
        closures: Iterable[TagClosure] = ...,
    ) -> ProblemData: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> ProblemData: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> ProblemData: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> ProblemData: ...

class Stop:
    """One stop of a route."""
    @property
    def kind(self) -> StopKind:
        """visit, rest or depot."""
    @property
    def order(self) -> str | None:
        """Visit: the order."""
    @property
    def break_index(self) -> int | None:
        """Rest: which break of the shift, 0 = the first."""
    @property
    def departure(self) -> datetime.datetime:
        """Leaves the previous place."""
    @property
    def arrival(self) -> datetime.datetime:
        """At the place; may wait."""
    @property
    def start(self) -> datetime.datetime:
        """Setup and service, or the rest, begin."""
    @property
    def end(self) -> datetime.datetime:
        """And end."""
    @property
    def depot(self) -> str | None:
        """Depot: where is fetched what the visits behind need."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Stop: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Stop: ...

class Route:
    """The work of one shift."""
    @property
    def technician(self) -> str:
        """Technician id."""
    @property
    def shift(self) -> str:
        """Shift id of that technician."""
    @property
    def start(self) -> datetime.datetime:
        """Leaves the start location."""
    @property
    def end(self) -> datetime.datetime:
        """Back at the end location; open end: end of the last stop."""
    @property
    def stops(self) -> tuple[Stop, ...]:
        """Visits, rests and calls at depots in order."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Route: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Route: ...

class Plan:
    """Who goes, in which order and when. It knows its problem."""
    @property
    def problem(self) -> Problem:
        """The problem it answers."""
    @property
    def routes(self) -> tuple[Route, ...]:
        """One per shift that is used."""
    @property
    def unassigned(self) -> tuple[str, ...]:
        """Orders in no route."""
    @property
    def cost(self) -> Cost:
        """Terms of the cost."""
    @property
    def total_cost(self) -> int:
        """Their sum, 1/1000 of a minor unit each."""
    @property
    def goals(self) -> Goals | None:
        """What the plan is compared by, one after the other; absent in plans of earlier versions."""
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(problem: Problem, text: str) -> Plan: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Plan: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Plan: ...
    @property
    def interrupted(self) -> bool: ...
    def to_frame(self) -> pd.DataFrame: ...
    def _repr_html_(self) -> str: ...
    def plot(self, *, ax: Axes | None = None, language: Language | str = "zh") -> Axes: ...

class Progress:
    """How far the search is."""
    def __init__(
        self,
        *,
        iteration: int = ...,
        iterations: int = ...,
        best_cost: int = ...,
        unserved: int = ...,
        honour: int = ...,
        late: datetime.timedelta = ...,
    ) -> None: ...
    @property
    def iteration(self) -> int:
        """Steps done by all lanes together."""
    @iteration.setter
    def iteration(self, value: int) -> None: ...
    @property
    def iterations(self) -> int:
        """Steps of all lanes together, when nothing stops them; 0: as many as time allows."""
    @iterations.setter
    def iterations(self, value: int) -> None: ...
    @property
    def best_cost(self) -> int:
        """Third goal of the best plan so far; its whole cost with one weighted goal."""
    @best_cost.setter
    def best_cost(self, value: int) -> None: ...
    @property
    def unserved(self) -> int:
        """Orders that plan leaves out."""
    @unserved.setter
    def unserved(self, value: int) -> None: ...
    @property
    def honour(self) -> int:
        """Its first goal: weight of the orders not served as promised."""
    @honour.setter
    def honour(self, value: int) -> None: ...
    @property
    def late(self) -> datetime.timedelta:
        """Its second goal."""
    @late.setter
    def late(self, value: datetime.timedelta) -> None: ...
    def with_(
        self,
        *,
        iteration: int = ...,
        iterations: int = ...,
        best_cost: int = ...,
        unserved: int = ...,
        honour: int = ...,
        late: datetime.timedelta = ...,
    ) -> Progress: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Progress: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Progress: ...

class Violation:
    """Something that makes a plan invalid."""
    @property
    def code(self) -> str:
        """What is violated."""
    @property
    def order(self) -> str | None:
        """Absent when it concerns a whole shift."""
    @property
    def technician(self) -> str | None:
        """Technician id."""
    @property
    def shift(self) -> str | None:
        """Shift id."""
    @property
    def amount(self) -> int:
        """Seconds, metres, levels or pieces by which it is missed."""
    @property
    def depot(self) -> str | None:
        """Of a call at a depot, or whose stock is short; absent otherwise."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Violation: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Violation: ...

class TechnicianKpis:
    """Figures of one technician over the whole problem."""
    @property
    def technician(self) -> str:
        """Technician id."""
    @property
    def jobs(self) -> int:
        """Visits made."""
    @property
    def travel(self) -> datetime.timedelta:
        """On the road."""
    @property
    def distance_m(self) -> int:
        """On the road."""
    @property
    def waiting(self) -> datetime.timedelta:
        """Neither travelling, nor working, nor resting."""
    @property
    def service(self) -> datetime.timedelta:
        """Setup and service."""
    @property
    def breaks(self) -> datetime.timedelta:
        """Breaks taken."""
    @property
    def overtime(self) -> datetime.timedelta:
        """Beyond the end of the shift."""
    @property
    def shift(self) -> datetime.timedelta:
        """All shifts, used or not."""
    @property
    def depot_calls(self) -> int:
        """Calls at supply depots; not recorded of what really happened."""
    @property
    def depot_time(self) -> datetime.timedelta:
        """At supply depots; not recorded of what really happened."""
    @property
    def work(self) -> datetime.timedelta:
        """Load carried, travel, setup, service, calls at depots and paid breaks: what fairness looks at."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> TechnicianKpis: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> TechnicianKpis: ...

class Kpis:
    """What a plan is worth in the figures dispatchers use."""
    @property
    def orders(self) -> int:
        """Orders of the problem."""
    @property
    def served(self) -> int:
        """Orders with a visit that served."""
    @property
    def unserved(self) -> int:
        """Orders neither served nor cancelled."""
    @property
    def cancelled(self) -> int:
        """Of what really happened: orders cancelled and not served."""
    @property
    def served_as_promised(self) -> int | None:
        """Orders served, and within the agreed bounds where an arrival was agreed; absent in reports of earlier versions."""
    @property
    def promised(self) -> int:
        """Orders with an agreed arrival."""
    @property
    def on_time(self) -> int:
        """Promised orders that start within the agreed bounds, ends included."""
    @property
    def early(self) -> int:
        """Promised orders that start before the bounds."""
    @property
    def late(self) -> int:
        """Promised orders that start after the bounds."""
    @property
    def promised_unserved(self) -> int:
        """Promised orders to which nobody came."""
    @property
    def at_risk(self) -> int | None:
        """Promised orders that would start too late if the visits before took their buffers, and do not as planned; absent in reports of earlier versions."""
    @property
    def lateness(self) -> datetime.timedelta:
        """Starts after the due time, summed."""
    @property
    def worst_lateness(self) -> datetime.timedelta | None:
        """The largest of these starts after the due time; absent in reports of earlier versions."""
    @property
    def travel(self) -> datetime.timedelta:
        """On the road."""
    @property
    def distance_m(self) -> int:
        """On the road."""
    @property
    def waiting(self) -> datetime.timedelta:
        """Neither travelling, nor working, nor resting."""
    @property
    def service(self) -> datetime.timedelta:
        """Setup and service."""
    @property
    def breaks(self) -> datetime.timedelta:
        """Breaks taken."""
    @property
    def overtime(self) -> datetime.timedelta:
        """Beyond the end of the shift."""
    @property
    def shift(self) -> datetime.timedelta:
        """All shifts, used or not."""
    @property
    def skill_waste_levels(self) -> int:
        """Levels held above levels needed, summed."""
    @property
    def technicians_used(self) -> int:
        """Technicians with at least one visit."""
    @property
    def rework(self) -> int:
        """Orders with a previous technician."""
    @property
    def rework_same(self) -> int:
        """Of these, how many went to that technician."""
    @property
    def on_time_share(self) -> Share | None:
        """on_time of promised; absent when nothing is promised."""
    @property
    def travel_share(self) -> Share | None:
        """travel of travel + service + waiting; absent when there is none."""
    @property
    def utilisation(self) -> Share | None:
        """service of shift; absent without shifts."""
    @property
    def gini_work(self) -> Share | None:
        """Gini coefficient of work over technicians with a shift, 0 (equal) to 1; absent without work."""
    @property
    def work_spread(self) -> datetime.timedelta:
        """Between the most and the least work."""
    @property
    def depot_calls(self) -> int:
        """Calls at supply depots; not recorded of what really happened."""
    @property
    def depot_time(self) -> datetime.timedelta:
        """At supply depots; not recorded of what really happened."""
    @property
    def technicians(self) -> tuple[TechnicianKpis, ...]:
        """Figures of each technician, in input order."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Kpis: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Kpis: ...

class Report:
    """The judge's answer on a plan."""
    @property
    def problem(self) -> Problem:
        """The problem it answers."""
    @property
    def valid(self) -> bool:
        """No violations."""
    @property
    def violations(self) -> tuple[Violation, ...]:
        """By shift, stop, code; empty: the plan is valid."""
    @property
    def cost(self) -> Cost:
        """Terms of the cost, recomputed from scratch."""
    @property
    def total_cost(self) -> int:
        """Their sum."""
    @property
    def goals(self) -> Goals | None:
        """What plans are compared by, recomputed from scratch; absent in reports of earlier versions."""
    @property
    def kpis(self) -> Kpis:
        """Figures for dispatchers."""
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(problem: Problem, text: str) -> Report: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Report: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Report: ...
    def plot(self, *, ax: Axes | None = None, language: Language | str = "zh") -> Axes: ...

class ActualVisit:
    """One visit as it really happened."""
    def __init__(
        self,
        *,
        order: str,
        technician: str = ...,
        arrival: datetime.datetime | None = ...,
        start: datetime.datetime | None = ...,
        end: datetime.datetime | None = ...,
        outcome: VisitOutcome | str = ...,
        asked_by: Party | str | None = ...,
        recorded: datetime.datetime | None = ...,
        appointment: datetime.datetime | None = ...,
        row: int = ...,
    ) -> None: ...
    @property
    def order(self) -> str:
        """Order id."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def technician(self) -> str:
        """Id of the technician who came."""
    @technician.setter
    def technician(self, value: str) -> None: ...
    @property
    def arrival(self) -> datetime.datetime | None:
        """Arrived at the place; absent where an order was cancelled or put off without a visit."""
    @arrival.setter
    def arrival(self, value: datetime.datetime | None) -> None: ...
    @property
    def start(self) -> datetime.datetime | None:
        """Began to work; default: the arrival."""
    @start.setter
    def start(self, value: datetime.datetime | None) -> None: ...
    @property
    def end(self) -> datetime.datetime | None:
        """Finished, or left."""
    @end.setter
    def end(self, value: datetime.datetime | None) -> None: ...
    @property
    def outcome(self) -> VisitOutcome:
        """What came of it: done, nobody_home, cancelled, rescheduled, waiting_part, rework; default done."""
    @outcome.setter
    def outcome(self, value: VisitOutcome | str) -> None: ...
    @property
    def asked_by(self) -> Party | None:
        """Who wanted it cancelled or put off: customer, technician, platform; default: not the customer."""
    @asked_by.setter
    def asked_by(self, value: Party | str | None) -> None: ...
    @property
    def recorded(self) -> datetime.datetime | None:
        """When it became known; default: the end of the visit, without one from the beginning."""
    @recorded.setter
    def recorded(self, value: datetime.datetime | None) -> None: ...
    @property
    def appointment(self) -> datetime.datetime | None:
        """Agreed in place of the earlier appointment."""
    @appointment.setter
    def appointment(self, value: datetime.datetime | None) -> None: ...
    @property
    def row(self) -> int:
        """Spreadsheet row for error messages, 1 = heading; default 0 = none."""
    @row.setter
    def row(self, value: int) -> None: ...
    def with_(
        self,
        *,
        order: str = ...,
        technician: str = ...,
        arrival: datetime.datetime | None = ...,
        start: datetime.datetime | None = ...,
        end: datetime.datetime | None = ...,
        outcome: VisitOutcome | str = ...,
        asked_by: Party | str | None = ...,
        recorded: datetime.datetime | None = ...,
        appointment: datetime.datetime | None = ...,
        row: int = ...,
    ) -> ActualVisit: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> ActualVisit: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> ActualVisit: ...

class ActualData:
    """All visits as they really happened."""
    def __init__(self, *, visits: Iterable[ActualVisit]) -> None: ...
    @property
    def visits(self) -> tuple[ActualVisit, ...]:
        """What really happened, in any order."""
    @visits.setter
    def visits(self, value: Iterable[ActualVisit]) -> None: ...
    def with_(self, *, visits: Iterable[ActualVisit] = ...) -> ActualData: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> ActualData: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> ActualData: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> ActualData: ...

class JudgedOrder:
    """One order as it was judged."""
    @property
    def order(self) -> str:
        """Order id."""
    @property
    def state(self) -> OrderState:
        """open, served or cancelled."""
    @property
    def visits(self) -> int:
        """Times that somebody came."""
    @property
    def nobody_home(self) -> int:
        """Of these, nobody was at home."""
    @property
    def waiting_part(self) -> int:
        """Of these, a part was missing."""
    @property
    def rework(self) -> int:
        """Of these, repaired again."""
    @property
    def moved(self) -> int:
        """Times that the appointment was moved, by anybody."""
    @property
    def moved_by(self) -> Party | None:
        """Who moved it last; absent: never, or nobody is named."""
    @property
    def promise(self) -> PromiseState:
        """none, kept, early, late, missed (nobody came), released (cancelled by the customer in time)."""
    @property
    def promise_from(self) -> datetime.datetime | None:
        """Begin of the promise that was judged."""
    @property
    def promise_to(self) -> datetime.datetime | None:
        """End of the promise that was judged."""
    @property
    def technician(self) -> str | None:
        """Of the visit that was judged, else of the last one; absent: nobody came."""
    @property
    def start(self) -> datetime.datetime | None:
        """Of the visit that was judged, else of the last one."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> JudgedOrder: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> JudgedOrder: ...

class JudgedOrders:
    """Every order as it was judged."""
    @property
    def orders(self) -> tuple[JudgedOrder, ...]:
        """Every order of the problem, in its order."""
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(problem: Problem, text: str) -> JudgedOrders: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> JudgedOrders: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> JudgedOrders: ...

class MinimalReasons:
    """The smallest set of families to relax."""
    def __init__(self, *, families: Iterable[Family | str]) -> None: ...
    @property
    def families(self) -> tuple[Family, ...]:
        """Smallest set of families to relax; empty: insertion is possible."""
    @families.setter
    def families(self, value: Iterable[Family | str]) -> None: ...
    def with_(self, *, families: Iterable[Family | str] = ...) -> MinimalReasons: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> MinimalReasons: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> MinimalReasons: ...

class Suffering:
    """What an insertion would do to a visit that is already planned."""
    @property
    def order(self) -> str:
        """Order of the visit that would start later."""
    @property
    def old_start(self) -> datetime.datetime:
        """Start now."""
    @property
    def new_start(self) -> datetime.datetime:
        """Start then."""
    @property
    def added_lateness(self) -> datetime.timedelta:
        """Beyond its due time."""
    @property
    def broken(self) -> bool:
        """Its agreed arrival is kept now and would not be; default false."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Suffering: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Suffering: ...

class WhyNot:
    """Why not this technician, all other visits keeping technician and order."""
    @property
    def order(self) -> str:
        """Order id."""
    @property
    def technician(self) -> str:
        """Technician id."""
    @property
    def families(self) -> tuple[Family, ...]:
        """Smallest set of families whose relaxation allows an insertion; empty: possible as things are."""
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What is missing and by how much, at least one a family."""
    @property
    def possible(self) -> bool:
        """False: not even with everything relaxed."""
    @property
    def planned(self) -> bool:
        """The plan has the order with this technician already: all else is what taking it out and putting it in again means; default false."""
    @property
    def shift(self) -> str | None:
        """Shift of the insertion that is best by the goals, like all below; absent when none is possible."""
    @property
    def position(self) -> int | None:
        """Stop of the route before which it would go."""
    @property
    def start(self) -> datetime.datetime | None:
        """When service would begin."""
    @property
    def lateness(self) -> datetime.timedelta | None:
        """How late the order itself would begin, beyond its due time."""
    @property
    def added_cost(self) -> int | None:
        """Added to the plan, without the order's unserved cost."""
    @property
    def added_goals(self) -> Goals | None:
        """Added to the plan's goals, what the order counts unserved left out: weight of what would be broken, itself included, lateness, running cost."""
    @property
    def added_travel(self) -> datetime.timedelta | None:
        """Travel time added."""
    @property
    def suffering(self) -> tuple[Suffering, ...]:
        """Visits that would start later than now."""
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(problem: Problem, text: str) -> WhyNot: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> WhyNot: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> WhyNot: ...

class Unassigned:
    """Why nobody."""
    @property
    def order(self) -> str:
        """Order id."""
    @property
    def families(self) -> tuple[Family, ...]:
        """Of the nearest miss."""
    @property
    def technicians(self) -> tuple[WhyNot, ...]:
        """Answers for all technicians, the nearest misses first."""
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(problem: Problem, text: str) -> Unassigned: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Unassigned: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Unassigned: ...

class TermCost:
    """What one term of a score comes to."""
    def __init__(self, *, term: Term | str, cost: int) -> None: ...
    @property
    def term(self) -> Term:
        """What is counted."""
    @term.setter
    def term(self, value: Term | str) -> None: ...
    @property
    def cost(self) -> int:
        """What it comes to."""
    @cost.setter
    def cost(self, value: int) -> None: ...
    def with_(self, *, term: Term | str = ..., cost: int = ...) -> TermCost: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> TermCost: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> TermCost: ...

class Weights:
    """What the features of a pair cost; see weights_of()."""
    def __init__(
        self,
        *,
        travel: int = ...,
        distance: int = ...,
        lateness: int = ...,
        over_skill: int = ...,
        quality: int = ...,
        preference: int = ...,
        same_technician: int = ...,
        change: int = ...,
        urgency: int = ...,
        tier: int = ...,
        fairness: Iterable[int] = ...,
    ) -> None: ...
    @property
    def travel(self) -> int:
        """Per second of the way out; default 0."""
    @travel.setter
    def travel(self, value: int) -> None: ...
    @property
    def distance(self) -> int:
        """Per metre of the way out; default 0."""
    @distance.setter
    def distance(self, value: int) -> None: ...
    @property
    def lateness(self) -> int:
        """Per second of start after the due time; default 0."""
    @lateness.setter
    def lateness(self, value: int) -> None: ...
    @property
    def over_skill(self) -> int:
        """Per level held above the level needed; default 0."""
    @over_skill.setter
    def over_skill(self, value: int) -> None: ...
    @property
    def quality(self) -> int:
        """Per hundredth of a star below the mean, bounded; default 0."""
    @quality.setter
    def quality(self, value: int) -> None: ...
    @property
    def preference(self) -> int:
        """For a technician who is not preferred where some are; default 0."""
    @preference.setter
    def preference(self, value: int) -> None: ...
    @property
    def same_technician(self) -> int:
        """For another technician than last time; default 0."""
    @same_technician.setter
    def same_technician(self, value: int) -> None: ...
    @property
    def change(self) -> int:
        """Times the order's own cost of change; default 1."""
    @change.setter
    def change(self, value: int) -> None: ...
    @property
    def urgency(self) -> int:
        """Per minute of response × priority; default 0."""
    @urgency.setter
    def urgency(self, value: int) -> None: ...
    @property
    def tier(self) -> int:
        """Bonus per rating tier reached; set by tier_floors; default 0."""
    @tier.setter
    def tier(self, value: int) -> None: ...
    @property
    def fairness(self) -> tuple[int, ...]:
        """Per second, one for each piece of the objective's fairness."""
    @fairness.setter
    def fairness(self, value: Iterable[int]) -> None: ...
    def with_(
        self,
        *,
        travel: int = ...,
        distance: int = ...,
        lateness: int = ...,
        over_skill: int = ...,
        quality: int = ...,
        preference: int = ...,
        same_technician: int = ...,
        change: int = ...,
        urgency: int = ...,
        tier: int = ...,
        fairness: Iterable[int] = ...,
    ) -> Weights: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Weights: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Weights: ...

class MatchPair:
    """One order and the shift that takes it."""
    @property
    def order(self) -> str:
        """Order id."""
    @property
    def technician(self) -> str:
        """Technician id."""
    @property
    def shift(self) -> str:
        """Shift id of that technician."""
    @property
    def arrival(self) -> datetime.datetime:
        """Earliest start of service, straight from the shift's start."""
    @property
    def terms(self) -> tuple[TermCost, ...]:
        """Terms of the score that are not zero."""
    @property
    def total(self) -> int:
        """Their sum."""
    @property
    def slot_cost(self) -> int:
        """Cost of the load step taken."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> MatchPair: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> MatchPair: ...

class MatchShortage:
    """Must-serve orders that share too few places."""
    @property
    def orders(self) -> tuple[str, ...]:
        """Must-serve orders that share the places."""
    @property
    def shifts(self) -> tuple[tuple[str, str], ...]:
        """The only shifts that can take them."""
    @property
    def places(self) -> int:
        """Places those shifts have."""
    @property
    def skills(self) -> tuple[str, ...]:
        """Skills that all of these orders need."""
    @property
    def first_start(self) -> datetime.datetime:
        """Earliest start any of them allows."""
    @property
    def last_start(self) -> datetime.datetime:
        """Latest start any of them allows."""
    @property
    def over(self) -> OptimalOver:
        """The pairs it is said of: the listed ones only, or all feasible ones."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> MatchShortage: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> MatchShortage: ...

class Match:
    """A batch match with its proof."""
    @property
    def problem(self) -> Problem:
        """The problem it answers."""
    @property
    def pairs(self) -> tuple[MatchPair, ...]:
        """Who takes what, by order."""
    @property
    def unassigned(self) -> tuple[str, ...]:
        """Orders that nobody takes."""
    @property
    def cost(self) -> int:
        """Pairs, slots and unserved orders."""
    @property
    def certified(self) -> bool:
        """The dual certificate proves that no assignment is cheaper."""
    @property
    def optimal_over(self) -> OptimalOver:
        """What the proof covers: the listed pairs only, or all feasible ones."""
    @property
    def candidates(self) -> int:
        """Pairs looked at."""
    @property
    def shortages(self) -> tuple[MatchShortage, ...]:
        """Why must-serve orders are left out; empty when none is."""
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(problem: Problem, text: str) -> Match: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Match: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Match: ...

class MatchMove:
    """One step of an exchange."""
    @property
    def order(self) -> str:
        """Order id."""
    @property
    def from_(self) -> tuple[str, str] | None:
        """Who takes it now; absent: nobody."""
    @property
    def to(self) -> tuple[str, str] | None:
        """Who would take it; absent: nobody."""
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> MatchMove: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> MatchMove: ...

class PairAnswer:
    """Why an order is not with a technician's shift in a match."""
    @property
    def order(self) -> str:
        """Order id."""
    @property
    def technician(self) -> str:
        """Technician id."""
    @property
    def shift(self) -> str:
        """Shift id of that technician."""
    @property
    def chosen(self) -> bool:
        """The match has this pair."""
    @property
    def families(self) -> tuple[Family, ...]:
        """Exactly what the pair violates; empty: it is feasible."""
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What is missing, by family."""
    @property
    def forbidden(self) -> bool:
        """By the options of the match."""
    @property
    def has_places(self) -> bool:
        """False: the shift may take no order at all."""
    @property
    def possible(self) -> bool:
        """False: not feasible, forbidden, without places, or a forced order would have to leave."""
    @property
    def terms(self) -> tuple[TermCost, ...]:
        """Terms of the score that are not zero."""
    @property
    def total(self) -> int | None:
        """Of the pair; absent when it is not feasible."""
    @property
    def regret(self) -> int | None:
        """By which the whole match is dearer with this pair forced, the rest as cheap as can be; absent when the pair cannot be made."""
    @property
    def must_serve_lost(self) -> int:
        """Must-serve orders that would be left out besides."""
    @property
    def moves(self) -> tuple[MatchMove, ...]:
        """Who would move, beginning with the order itself."""
    @property
    def optimal_over(self) -> OptimalOver:
        """Pairs over which the others are rearranged."""
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(problem: Problem, text: str) -> PairAnswer: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> PairAnswer: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> PairAnswer: ...

class PlaceValue:
    """What one more place would save."""
    def __init__(self, *, must_serve: int = ..., cost: int = ..., over: OptimalOver | str = ...) -> None: ...
    @property
    def must_serve(self) -> int:
        """Must-serve orders served besides."""
    @must_serve.setter
    def must_serve(self, value: int) -> None: ...
    @property
    def cost(self) -> int:
        """Saved besides, perhaps negative."""
    @cost.setter
    def cost(self, value: int) -> None: ...
    @property
    def over(self) -> OptimalOver:
        """The pairs it was found over; over all it might be more."""
    @over.setter
    def over(self, value: OptimalOver | str) -> None: ...
    def with_(self, *, must_serve: int = ..., cost: int = ..., over: OptimalOver | str = ...) -> PlaceValue: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> PlaceValue: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> PlaceValue: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> PlaceValue: ...

class Refusal:
    """What stands against one visit straight from the shift's start."""
    @property
    def order(self) -> str:
        """Order id."""
    @property
    def technician(self) -> str:
        """Technician id."""
    @property
    def shift(self) -> str:
        """Shift id of that technician."""
    @property
    def families(self) -> tuple[Family, ...]:
        """Exactly what the pair violates; empty: nothing."""
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What is missing, by family."""
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(problem: Problem, text: str) -> Refusal: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Refusal: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Refusal: ...

class Shortage:
    """Rows that cannot all be assigned: they share too few slots."""
    def __init__(self, *, rows: Iterable[int], columns: Iterable[int], slots: int) -> None: ...
    @property
    def rows(self) -> tuple[int, ...]:
        """Rows that share the slots."""
    @rows.setter
    def rows(self, value: Iterable[int]) -> None: ...
    @property
    def columns(self) -> tuple[int, ...]:
        """The only columns that can take them."""
    @columns.setter
    def columns(self, value: Iterable[int]) -> None: ...
    @property
    def slots(self) -> int:
        """Slots those columns have."""
    @slots.setter
    def slots(self, value: int) -> None: ...
    def with_(self, *, rows: Iterable[int] = ..., columns: Iterable[int] = ..., slots: int = ...) -> Shortage: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Shortage: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Shortage: ...

class Move:
    """One step of an exchange."""
    def __init__(self, *, row: int = ..., from_: int = ..., to: int = ...) -> None: ...
    @property
    def row(self) -> int:
        """The row that moves."""
    @row.setter
    def row(self, value: int) -> None: ...
    @property
    def from_(self) -> int:
        """Its column now; -1 = unassigned."""
    @from_.setter
    def from_(self, value: int) -> None: ...
    @property
    def to(self) -> int:
        """Its column then; -1 = unassigned."""
    @to.setter
    def to(self, value: int) -> None: ...
    def with_(self, *, row: int = ..., from_: int = ..., to: int = ...) -> Move: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Move: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Move: ...

class Regret:
    """What it would cost to have a row somewhere else."""
    def __init__(self, *, possible: bool = ..., cost: int = ..., moves: Iterable[Move] = ...) -> None: ...
    @property
    def possible(self) -> bool:
        """False: the column has no slot at all."""
    @possible.setter
    def possible(self, value: bool) -> None: ...
    @property
    def cost(self) -> int:
        """More than the optimum, exactly."""
    @cost.setter
    def cost(self, value: int) -> None: ...
    @property
    def moves(self) -> tuple[Move, ...]:
        """Who would move, beginning with the row itself."""
    @moves.setter
    def moves(self, value: Iterable[Move]) -> None: ...
    def with_(self, *, possible: bool = ..., cost: int = ..., moves: Iterable[Move] = ...) -> Regret: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Regret: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Regret: ...

class SkillNeed:
    """A skill and the lowest level that suffices."""
    def __init__(self, *, skill: str, level: int = ...) -> None: ...
    @property
    def skill(self) -> str:
        """Name of the skill."""
    @skill.setter
    def skill(self, value: str) -> None: ...
    @property
    def level(self) -> int:
        """Lowest level that suffices; default 1."""
    @level.setter
    def level(self, value: int) -> None: ...
    def with_(self, *, skill: str = ..., level: int = ...) -> SkillNeed: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> SkillNeed: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> SkillNeed: ...

class PartNeed:
    """A part and how many of it."""
    def __init__(self, *, part: str, quantity: int = ...) -> None: ...
    @property
    def part(self) -> str:
        """Name of the part."""
    @part.setter
    def part(self, value: str) -> None: ...
    @property
    def quantity(self) -> int:
        """Pieces; default 1."""
    @quantity.setter
    def quantity(self, value: int) -> None: ...
    def with_(self, *, part: str = ..., quantity: int = ...) -> PartNeed: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> PartNeed: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> PartNeed: ...

class EntryData:
    """A service or fault as the host names it."""
    def __init__(
        self,
        *,
        code: str,
        zh: str = ...,
        en: str = ...,
        aliases: Iterable[str] = ...,
        skills: Iterable[SkillNeed] = ...,
        service_minutes: int = ...,
        buffer_minutes: int = ...,
        setup_minutes: int = ...,
        parts: Iterable[PartNeed] = ...,
        price_codes: Iterable[str] = ...,
        fee_codes: Iterable[str] = ...,
        inspection_codes: Iterable[str] = ...,
        excludes: Iterable[str] = ...,
        warranty_category: str = ...,
        note: str = ...,
        row: int = ...,
    ) -> None: ...
    @property
    def code(self) -> str:
        """Unique, stable code of the service or fault."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def zh(self) -> str:
        """Chinese display name; one of zh and en is required."""
    @zh.setter
    def zh(self, value: str) -> None: ...
    @property
    def en(self) -> str:
        """English display name."""
    @en.setter
    def en(self, value: str) -> None: ...
    @property
    def aliases(self) -> tuple[str, ...]:
        """Other words for it, any language, unique over the catalog."""
    @aliases.setter
    def aliases(self, value: Iterable[str]) -> None: ...
    @property
    def skills(self) -> tuple[SkillNeed, ...]:
        """Skills and lowest levels; in a cell `gas:2;electric:1`."""
    @skills.setter
    def skills(self, value: Iterable[SkillNeed]) -> None: ...
    @property
    def service_minutes(self) -> int:
        """Work on the spot, minutes; default 0."""
    @service_minutes.setter
    def service_minutes(self, value: int) -> None: ...
    @property
    def buffer_minutes(self) -> int:
        """How much longer it may well take, minutes: appointments behind are planned as if it did; default 0."""
    @buffer_minutes.setter
    def buffer_minutes(self, value: int) -> None: ...
    @property
    def setup_minutes(self) -> int:
        """Minutes shared by consecutive jobs at one place; default 0."""
    @setup_minutes.setter
    def setup_minutes(self, value: int) -> None: ...
    @property
    def parts(self) -> tuple[PartNeed, ...]:
        """Parts and quantities; in a cell `sensor:1`."""
    @parts.setter
    def parts(self, value: Iterable[PartNeed]) -> None: ...
    @property
    def price_codes(self) -> tuple[str, ...]:
        """Price codes of the candidate solutions; several give a range, none means not in the price list."""
    @price_codes.setter
    def price_codes(self, value: Iterable[str]) -> None: ...
    @property
    def fee_codes(self) -> tuple[str, ...]:
        """Price codes charged on top of any solution."""
    @fee_codes.setter
    def fee_codes(self, value: Iterable[str]) -> None: ...
    @property
    def inspection_codes(self) -> tuple[str, ...]:
        """Price codes charged instead when it is only inspected."""
    @inspection_codes.setter
    def inspection_codes(self, value: Iterable[str]) -> None: ...
    @property
    def excludes(self) -> tuple[str, ...]:
        """What no figure contains: parts, refrigerant, materials, wall_opening."""
    @excludes.setter
    def excludes(self, value: Iterable[str]) -> None: ...
    @property
    def warranty_category(self) -> str:
        """Category in the policy table; empty when no promise is known."""
    @warranty_category.setter
    def warranty_category(self, value: str) -> None: ...
    @property
    def note(self) -> str:
        """Provenance, for people."""
    @note.setter
    def note(self, value: str) -> None: ...
    @property
    def row(self) -> int:
        """Spreadsheet row for error messages, 1 = heading; default 0 = none."""
    @row.setter
    def row(self, value: int) -> None: ...
    def with_(
        self,
        *,
        code: str = ...,
        zh: str = ...,
        en: str = ...,
        aliases: Iterable[str] = ...,
        skills: Iterable[SkillNeed] = ...,
        service_minutes: int = ...,
        buffer_minutes: int = ...,
        setup_minutes: int = ...,
        parts: Iterable[PartNeed] = ...,
        price_codes: Iterable[str] = ...,
        fee_codes: Iterable[str] = ...,
        inspection_codes: Iterable[str] = ...,
        excludes: Iterable[str] = ...,
        warranty_category: str = ...,
        note: str = ...,
        row: int = ...,
    ) -> EntryData: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> EntryData: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> EntryData: ...

class CatalogData:
    """A catalog as plain input, not checked yet."""
    def __init__(self, *, entries: Iterable[EntryData], id: str = ..., version: str = ...) -> None: ...
    @property
    def id(self) -> str:
        """Name of the catalog."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def version(self) -> str:
        """Version, any text."""
    @version.setter
    def version(self, value: str) -> None: ...
    @property
    def entries(self) -> tuple[EntryData, ...]:
        """Services and faults."""
    @entries.setter
    def entries(self, value: Iterable[EntryData]) -> None: ...
    def with_(self, *, id: str = ..., version: str = ..., entries: Iterable[EntryData] = ...) -> CatalogData: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> CatalogData: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> CatalogData: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> CatalogData: ...

class MappingRow:
    """Somebody else's words for one entry, with the reason."""
    def __init__(
        self, *, category: str, descriptor: str, reason: str, code: str = ..., dispatch_code: str = ..., row: int = ...
    ) -> None: ...
    @property
    def category(self) -> str:
        """Category in the foreign words."""
    @category.setter
    def category(self, value: str) -> None: ...
    @property
    def descriptor(self) -> str:
        """Descriptor in the foreign words."""
    @descriptor.setter
    def descriptor(self, value: str) -> None: ...
    @property
    def code(self) -> str:
        """Catalog entry that prices it; empty: not in the price list."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def dispatch_code(self) -> str:
        """Catalog entry that says skills and minutes; empty: code."""
    @dispatch_code.setter
    def dispatch_code(self, value: str) -> None: ...
    @property
    def reason(self) -> str:
        """Why this code, or why none."""
    @reason.setter
    def reason(self, value: str) -> None: ...
    @property
    def row(self) -> int:
        """Spreadsheet row for error messages, 1 = heading; default 0 = none."""
    @row.setter
    def row(self, value: int) -> None: ...
    def with_(
        self,
        *,
        category: str = ...,
        descriptor: str = ...,
        code: str = ...,
        dispatch_code: str = ...,
        reason: str = ...,
        row: int = ...,
    ) -> MappingRow: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> MappingRow: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> MappingRow: ...

class MappingData:
    """A mapping as plain input, not checked yet."""
    def __init__(self, *, rows: Iterable[MappingRow], id: str = ...) -> None: ...
    @property
    def id(self) -> str:
        """Name of the mapping."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def rows(self) -> tuple[MappingRow, ...]:
        """One row per pair."""
    @rows.setter
    def rows(self, value: Iterable[MappingRow]) -> None: ...
    def with_(self, *, id: str = ..., rows: Iterable[MappingRow] = ...) -> MappingData: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> MappingData: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> MappingData: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> MappingData: ...

class PriceRow:
    """One published charge, as the sheet has it."""
    def __init__(
        self,
        *,
        code: str,
        service: str,
        price_min: decimal.Decimal | int | str,
        price_max: decimal.Decimal | int | str,
        kind: str,
        source: str,
        category: str = ...,
        action: str = ...,
        mode: str = ...,
        tier: str = ...,
        unit: str = ...,
        currency: str = ...,
        grade: str = ...,
        note: str = ...,
        row: int = ...,
    ) -> None: ...
    @property
    def code(self) -> str:
        """Unique price code."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def category(self) -> str:
        """Group of services."""
    @category.setter
    def category(self, value: str) -> None: ...
    @property
    def service(self) -> str:
        """Service or product as published."""
    @service.setter
    def service(self, value: str) -> None: ...
    @property
    def action(self) -> str:
        """What is done to it as published."""
    @action.setter
    def action(self, value: str) -> None: ...
    @property
    def mode(self) -> str:
        """on-site, in-store, in-store/mail-in or any; default any."""
    @mode.setter
    def mode(self, value: str) -> None: ...
    @property
    def tier(self) -> str:
        """Size, region or other band as published."""
    @tier.setter
    def tier(self, value: str) -> None: ...
    @property
    def unit(self) -> str:
        """Unit of the quantity."""
    @unit.setter
    def unit(self, value: str) -> None: ...
    @property
    def currency(self) -> str:
        """ISO 4217 code, PCT for kind percent; default CNY."""
    @currency.setter
    def currency(self, value: str) -> None: ...
    @property
    def price_min(self) -> decimal.Decimal:
        """Lowest price per unit, in the currency."""
    @price_min.setter
    def price_min(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def price_max(self) -> decimal.Decimal:
        """Highest price per unit, in the currency."""
    @price_max.setter
    def price_max(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def kind(self) -> str:
        """max, fixed, from, range, unit, promo, part, copay, percent or unit-range."""
    @kind.setter
    def kind(self, value: str) -> None: ...
    @property
    def source(self) -> str:
        """Code of the publication."""
    @source.setter
    def source(self, value: str) -> None: ...
    @property
    def grade(self) -> str:
        """A a brand's own tariff … E a demonstration."""
    @grade.setter
    def grade(self, value: str) -> None: ...
    @property
    def note(self) -> str:
        """As published."""
    @note.setter
    def note(self, value: str) -> None: ...
    @property
    def row(self) -> int:
        """Spreadsheet row for error messages, 1 = heading; default 0 = none."""
    @row.setter
    def row(self, value: int) -> None: ...
    def with_(
        self,
        *,
        code: str = ...,
        category: str = ...,
        service: str = ...,
        action: str = ...,
        mode: str = ...,
        tier: str = ...,
        unit: str = ...,
        currency: str = ...,
        price_min: decimal.Decimal | int | str = ...,
        price_max: decimal.Decimal | int | str = ...,
        kind: str = ...,
        source: str = ...,
        grade: str = ...,
        note: str = ...,
        row: int = ...,
    ) -> PriceRow: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> PriceRow: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> PriceRow: ...

class QuantityRule:
    """How a quantity is charged."""
    def __init__(
        self,
        *,
        code: str,
        measure: str = ...,
        threshold: decimal.Decimal | int | str = ...,
        free_allowance: decimal.Decimal | int | str = ...,
        increment: decimal.Decimal | int | str = ...,
        once_per_visit: bool = ...,
        cap: decimal.Decimal | int | str | None = ...,
        note: str = ...,
        row: int = ...,
    ) -> None: ...
    @property
    def code(self) -> str:
        """Price code; at most one rule each."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def measure(self) -> str:
        """Fact the quantity is read from; empty: the item's own quantity."""
    @measure.setter
    def measure(self, value: str) -> None: ...
    @property
    def threshold(self) -> decimal.Decimal:
        """Below it nothing is charged; default 0."""
    @threshold.setter
    def threshold(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def free_allowance(self) -> decimal.Decimal:
        """Quantity not charged; default 0."""
    @free_allowance.setter
    def free_allowance(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def increment(self) -> decimal.Decimal:
        """Round up to a multiple of it; less than a millionth of it above one is refused; default 0 = not rounded."""
    @increment.setter
    def increment(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def once_per_visit(self) -> bool:
        """One fee per household visit however many units; default false."""
    @once_per_visit.setter
    def once_per_visit(self, value: bool) -> None: ...
    @property
    def cap(self) -> decimal.Decimal | None:
        """Highest amount of the line, in the row's currency; default none."""
    @cap.setter
    def cap(self, value: decimal.Decimal | int | str | None) -> None: ...
    @property
    def note(self) -> str:
        """The published words it rests on."""
    @note.setter
    def note(self, value: str) -> None: ...
    @property
    def row(self) -> int:
        """Spreadsheet row for error messages, 1 = heading; default 0 = none."""
    @row.setter
    def row(self, value: int) -> None: ...
    def with_(
        self,
        *,
        code: str = ...,
        measure: str = ...,
        threshold: decimal.Decimal | int | str = ...,
        free_allowance: decimal.Decimal | int | str = ...,
        increment: decimal.Decimal | int | str = ...,
        once_per_visit: bool = ...,
        cap: decimal.Decimal | int | str | None = ...,
        note: str = ...,
        row: int = ...,
    ) -> QuantityRule: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> QuantityRule: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> QuantityRule: ...

class PriceBookData:
    """A price book as plain input, not checked yet."""
    def __init__(
        self,
        *,
        id: str,
        rows: Iterable[PriceRow],
        version: str = ...,
        currency: str = ...,
        effective_from: datetime.date | None = ...,
        effective_to: datetime.date | None = ...,
        rules: Iterable[QuantityRule] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Name of the book."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def version(self) -> str:
        """Version, any text."""
    @version.setter
    def version(self, value: str) -> None: ...
    @property
    def currency(self) -> str:
        """Of the host's own prices, ISO 4217; default CNY."""
    @currency.setter
    def currency(self, value: str) -> None: ...
    @property
    def effective_from(self) -> datetime.date | None:
        """First day in force; default always."""
    @effective_from.setter
    def effective_from(self, value: datetime.date | None) -> None: ...
    @property
    def effective_to(self) -> datetime.date | None:
        """Last day in force; default until replaced."""
    @effective_to.setter
    def effective_to(self, value: datetime.date | None) -> None: ...
    @property
    def rows(self) -> tuple[PriceRow, ...]:
        """Published charges."""
    @rows.setter
    def rows(self, value: Iterable[PriceRow]) -> None: ...
    @property
    def rules(self) -> tuple[QuantityRule, ...]:
        """How quantities are charged; default none."""
    @rules.setter
    def rules(self, value: Iterable[QuantityRule]) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        version: str = ...,
        currency: str = ...,
        effective_from: datetime.date | None = ...,
        effective_to: datetime.date | None = ...,
        rows: Iterable[PriceRow] = ...,
        rules: Iterable[QuantityRule] = ...,
    ) -> PriceBookData: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> PriceBookData: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> PriceBookData: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> PriceBookData: ...

class Measure:
    """A named number that a quantity rule may read."""
    def __init__(self, *, name: str, value: decimal.Decimal | int | str) -> None: ...
    @property
    def name(self) -> str:
        """Name of the fact, e.g. one_way_km."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def value(self) -> decimal.Decimal:
        """Its value, 0 or more."""
    @value.setter
    def value(self, value: decimal.Decimal | int | str) -> None: ...
    def with_(self, *, name: str = ..., value: decimal.Decimal | int | str = ...) -> Measure: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Measure: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Measure: ...

class Item:
    """Something to be charged."""
    def __init__(
        self,
        *,
        code: str,
        id: str = ...,
        name: str = ...,
        quantity: decimal.Decimal | int | str | None = ...,
        unit_price: decimal.Decimal | int | str | None = ...,
        consented: bool = ...,
    ) -> None: ...
    @property
    def code(self) -> str:
        """Price code, or the host's own."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def id(self) -> str:
        """Line id, unique; default the code."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """Display name; default as published."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def quantity(self) -> decimal.Decimal | None:
        """0 or more; default the rule's measure, else 1."""
    @quantity.setter
    def quantity(self, value: decimal.Decimal | int | str | None) -> None: ...
    @property
    def unit_price(self) -> decimal.Decimal | None:
        """Where the book leaves room, within what is published."""
    @unit_price.setter
    def unit_price(self, value: decimal.Decimal | int | str | None) -> None: ...
    @property
    def consented(self) -> bool:
        """Confirmed by the customer; default true."""
    @consented.setter
    def consented(self, value: bool) -> None: ...
    def with_(
        self,
        *,
        code: str = ...,
        id: str = ...,
        name: str = ...,
        quantity: decimal.Decimal | int | str | None = ...,
        unit_price: decimal.Decimal | int | str | None = ...,
        consented: bool = ...,
    ) -> Item: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Item: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Item: ...

class QuoteFacts:
    """The facts of one household visit."""
    def __init__(
        self,
        *,
        items: Iterable[Item],
        order: str = ...,
        date: datetime.date | None = ...,
        measures: Iterable[Measure] = ...,
        inspection_codes: Iterable[str] = ...,
    ) -> None: ...
    @property
    def order(self) -> str:
        """Id of the order."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def date(self) -> datetime.date | None:
        """Date of the order; must be in the book's effective interval."""
    @date.setter
    def date(self, value: datetime.date | None) -> None: ...
    @property
    def items(self) -> tuple[Item, ...]:
        """What is charged."""
    @items.setter
    def items(self, value: Iterable[Item]) -> None: ...
    @property
    def measures(self) -> tuple[Measure, ...]:
        """Named numbers that quantity rules read; default none."""
    @measures.setter
    def measures(self, value: Iterable[Measure]) -> None: ...
    @property
    def inspection_codes(self) -> tuple[str, ...]:
        """Due when it is only inspected; default none."""
    @inspection_codes.setter
    def inspection_codes(self, value: Iterable[str]) -> None: ...
    def with_(
        self,
        *,
        order: str = ...,
        date: datetime.date | None = ...,
        items: Iterable[Item] = ...,
        measures: Iterable[Measure] = ...,
        inspection_codes: Iterable[str] = ...,
    ) -> QuoteFacts: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> QuoteFacts: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> QuoteFacts: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> QuoteFacts: ...

class Line:
    """One line of a quote or bill, with the published row it rests on."""
    def __init__(
        self,
        *,
        id: str,
        amount: Money,
        payable: Money,
        code: str = ...,
        service: str = ...,
        action: str = ...,
        tier: str = ...,
        kind: PriceKind | str = ...,
        measured: decimal.Decimal | int | str | None = ...,
        measure: str = ...,
        free_allowance: decimal.Decimal | int | str = ...,
        quantity: decimal.Decimal | int | str = ...,
        unit: str = ...,
        unit_price: decimal.Decimal | int | str = ...,
        status: LineStatus | str = ...,
        consented: bool = ...,
        once_per_visit: bool = ...,
        ceiling: Money | None = ...,
        source: str = ...,
        note: str = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Unique in its quote."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def code(self) -> str:
        """Price code."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def service(self) -> str:
        """Service as published, or the host's name."""
    @service.setter
    def service(self, value: str) -> None: ...
    @property
    def action(self) -> str:
        """What is done as published."""
    @action.setter
    def action(self, value: str) -> None: ...
    @property
    def tier(self) -> str:
        """Band as published."""
    @tier.setter
    def tier(self, value: str) -> None: ...
    @property
    def kind(self) -> PriceKind:
        """What the published figure means."""
    @kind.setter
    def kind(self, value: PriceKind | str) -> None: ...
    @property
    def measured(self) -> decimal.Decimal | None:
        """The fact the quantity comes from."""
    @measured.setter
    def measured(self, value: decimal.Decimal | int | str | None) -> None: ...
    @property
    def measure(self) -> str:
        """Its name."""
    @measure.setter
    def measure(self, value: str) -> None: ...
    @property
    def free_allowance(self) -> decimal.Decimal:
        """Quantity not charged."""
    @free_allowance.setter
    def free_allowance(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def quantity(self) -> decimal.Decimal:
        """Quantity charged."""
    @quantity.setter
    def quantity(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def unit(self) -> str:
        """Unit of the quantity."""
    @unit.setter
    def unit(self, value: str) -> None: ...
    @property
    def unit_price(self) -> decimal.Decimal:
        """Price of one unit; for kind percent the percentage."""
    @unit_price.setter
    def unit_price(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def amount(self) -> Money:
        """What the line costs."""
    @amount.setter
    def amount(self, value: Money) -> None: ...
    @property
    def payable(self) -> Money:
        """What it adds to the total."""
    @payable.setter
    def payable(self, value: Money) -> None: ...
    @property
    def status(self) -> LineStatus:
        """Why it counts or does not."""
    @status.setter
    def status(self, value: LineStatus | str) -> None: ...
    @property
    def consented(self) -> bool:
        """Confirmed by the customer."""
    @consented.setter
    def consented(self, value: bool) -> None: ...
    @property
    def once_per_visit(self) -> bool:
        """One fee however many units."""
    @once_per_visit.setter
    def once_per_visit(self, value: bool) -> None: ...
    @property
    def ceiling(self) -> Money | None:
        """Highest amount the published row allows."""
    @ceiling.setter
    def ceiling(self, value: Money | None) -> None: ...
    @property
    def source(self) -> str:
        """Code of the publication; empty: the host's own price."""
    @source.setter
    def source(self, value: str) -> None: ...
    @property
    def note(self) -> str:
        """As published."""
    @note.setter
    def note(self, value: str) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        code: str = ...,
        service: str = ...,
        action: str = ...,
        tier: str = ...,
        kind: PriceKind | str = ...,
        measured: decimal.Decimal | int | str | None = ...,
        measure: str = ...,
        free_allowance: decimal.Decimal | int | str = ...,
        quantity: decimal.Decimal | int | str = ...,
        unit: str = ...,
        unit_price: decimal.Decimal | int | str = ...,
        amount: Money = ...,
        payable: Money = ...,
        status: LineStatus | str = ...,
        consented: bool = ...,
        once_per_visit: bool = ...,
        ceiling: Money | None = ...,
        source: str = ...,
        note: str = ...,
    ) -> Line: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Line: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Line: ...

class Step:
    """One operation on one number: after = rule(before, operand)."""
    def __init__(
        self,
        *,
        rule: StepRule | str,
        before: decimal.Decimal | int | str,
        operand: decimal.Decimal | int | str,
        after: decimal.Decimal | int | str,
        line: str = ...,
        code: str = ...,
        source: str = ...,
        input: str = ...,
    ) -> None: ...
    @property
    def rule(self) -> StepRule:
        """Operation."""
    @rule.setter
    def rule(self, value: StepRule | str) -> None: ...
    @property
    def line(self) -> str:
        """Line id; empty for the whole."""
    @line.setter
    def line(self, value: str) -> None: ...
    @property
    def code(self) -> str:
        """Price code."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def source(self) -> str:
        """Publication of the operand; empty: the host's fact."""
    @source.setter
    def source(self, value: str) -> None: ...
    @property
    def input(self) -> str:
        """Name of the fact used."""
    @input.setter
    def input(self, value: str) -> None: ...
    @property
    def before(self) -> decimal.Decimal:
        """Number before the step."""
    @before.setter
    def before(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def operand(self) -> decimal.Decimal:
        """Number the rule uses."""
    @operand.setter
    def operand(self, value: decimal.Decimal | int | str) -> None: ...
    @property
    def after(self) -> decimal.Decimal:
        """Number after the step."""
    @after.setter
    def after(self, value: decimal.Decimal | int | str) -> None: ...
    def with_(
        self,
        *,
        rule: StepRule | str = ...,
        line: str = ...,
        code: str = ...,
        source: str = ...,
        input: str = ...,
        before: decimal.Decimal | int | str = ...,
        operand: decimal.Decimal | int | str = ...,
        after: decimal.Decimal | int | str = ...,
    ) -> Step: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Step: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Step: ...

class Unpriced:
    """Something that no published row supports."""
    def __init__(self, *, reason: str, code: str = ..., name: str = ...) -> None: ...
    @property
    def code(self) -> str:
        """Code asked for."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """Display name, or the missing measure."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def reason(self) -> str:
        """not_in_price_list, no_price_codes or needs_measure."""
    @reason.setter
    def reason(self, value: str) -> None: ...
    def with_(self, *, code: str = ..., name: str = ..., reason: str = ...) -> Unpriced: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Unpriced: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Unpriced: ...

class Quote:
    """What the customer is asked to confirm after diagnosis."""
    def __init__(
        self,
        *,
        lines: Iterable[Line],
        total: Money,
        order: str = ...,
        book: str = ...,
        book_version: str = ...,
        book_hash: str = ...,
        currency: str = ...,
        inspection: Iterable[Line] = ...,
        inspection_trace: Iterable[Step] = ...,
        unpriced: Iterable[Unpriced] = ...,
        trace: Iterable[Step] = ...,
    ) -> None: ...
    @property
    def order(self) -> str:
        """Id of the order."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def book(self) -> str:
        """Id of the price book."""
    @book.setter
    def book(self, value: str) -> None: ...
    @property
    def book_version(self) -> str:
        """Its version."""
    @book_version.setter
    def book_version(self, value: str) -> None: ...
    @property
    def book_hash(self) -> str:
        """Its content hash, 16 hexadecimal digits."""
    @book_hash.setter
    def book_hash(self, value: str) -> None: ...
    @property
    def currency(self) -> str:
        """Currency of every amount."""
    @currency.setter
    def currency(self, value: str) -> None: ...
    @property
    def lines(self) -> tuple[Line, ...]:
        """Lines in the order of the items."""
    @lines.setter
    def lines(self, value: Iterable[Line]) -> None: ...
    @property
    def total(self) -> Money:
        """Sum of what is payable."""
    @total.setter
    def total(self, value: Money) -> None: ...
    @property
    def inspection(self) -> tuple[Line, ...]:
        """Lines due instead when it is only inspected."""
    @inspection.setter
    def inspection(self, value: Iterable[Line]) -> None: ...
    @property
    def inspection_trace(self) -> tuple[Step, ...]:
        """Steps that replay to the inspection fee."""
    @inspection_trace.setter
    def inspection_trace(self, value: Iterable[Step]) -> None: ...
    @property
    def unpriced(self) -> tuple[Unpriced, ...]:
        """Not in the price list: no figure is given."""
    @unpriced.setter
    def unpriced(self, value: Iterable[Unpriced]) -> None: ...
    @property
    def trace(self) -> tuple[Step, ...]:
        """Steps that replay to the total."""
    @trace.setter
    def trace(self, value: Iterable[Step]) -> None: ...
    def with_(
        self,
        *,
        order: str = ...,
        book: str = ...,
        book_version: str = ...,
        book_hash: str = ...,
        currency: str = ...,
        lines: Iterable[Line] = ...,
        total: Money = ...,
        inspection: Iterable[Line] = ...,
        inspection_trace: Iterable[Step] = ...,
        unpriced: Iterable[Unpriced] = ...,
        trace: Iterable[Step] = ...,
    ) -> Quote: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Quote: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Quote: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Quote: ...

class EstimateRequest:
    """What an estimate is asked for."""
    def __init__(
        self,
        *,
        service: str = ...,
        date: datetime.date | None = ...,
        price_codes: Iterable[str] = ...,
        fee_codes: Iterable[str] = ...,
        inspection_codes: Iterable[str] = ...,
        excludes: Iterable[str] = ...,
        measures: Iterable[Measure] = ...,
    ) -> None: ...
    @property
    def service(self) -> str:
        """Display name of the service or fault."""
    @service.setter
    def service(self, value: str) -> None: ...
    @property
    def date(self) -> datetime.date | None:
        """Must be in the book's effective interval."""
    @date.setter
    def date(self, value: datetime.date | None) -> None: ...
    @property
    def price_codes(self) -> tuple[str, ...]:
        """Candidate solutions, one of which will be carried out."""
    @price_codes.setter
    def price_codes(self, value: Iterable[str]) -> None: ...
    @property
    def fee_codes(self) -> tuple[str, ...]:
        """Charged with any of them; default none."""
    @fee_codes.setter
    def fee_codes(self, value: Iterable[str]) -> None: ...
    @property
    def inspection_codes(self) -> tuple[str, ...]:
        """Charged instead when only inspected; default none."""
    @inspection_codes.setter
    def inspection_codes(self, value: Iterable[str]) -> None: ...
    @property
    def excludes(self) -> tuple[str, ...]:
        """What no figure contains; default none."""
    @excludes.setter
    def excludes(self, value: Iterable[str]) -> None: ...
    @property
    def measures(self) -> tuple[Measure, ...]:
        """Named numbers that quantity rules read; default none."""
    @measures.setter
    def measures(self, value: Iterable[Measure]) -> None: ...
    def with_(
        self,
        *,
        service: str = ...,
        date: datetime.date | None = ...,
        price_codes: Iterable[str] = ...,
        fee_codes: Iterable[str] = ...,
        inspection_codes: Iterable[str] = ...,
        excludes: Iterable[str] = ...,
        measures: Iterable[Measure] = ...,
    ) -> EstimateRequest: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> EstimateRequest: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> EstimateRequest: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> EstimateRequest: ...

class EstimateOption:
    """One candidate solution with its fees left out."""
    def __init__(
        self,
        *,
        code: str = ...,
        service: str = ...,
        action: str = ...,
        source: str = ...,
        kind: PriceKind | str = ...,
        low: Money = ...,
        high: Money | None = ...,
    ) -> None: ...
    @property
    def code(self) -> str:
        """Price code."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def service(self) -> str:
        """Service as published."""
    @service.setter
    def service(self, value: str) -> None: ...
    @property
    def action(self) -> str:
        """What is done as published."""
    @action.setter
    def action(self, value: str) -> None: ...
    @property
    def source(self) -> str:
        """Code of the publication."""
    @source.setter
    def source(self, value: str) -> None: ...
    @property
    def kind(self) -> PriceKind:
        """What the published figure means."""
    @kind.setter
    def kind(self, value: PriceKind | str) -> None: ...
    @property
    def low(self) -> Money:
        """Lowest amount without fees."""
    @low.setter
    def low(self, value: Money) -> None: ...
    @property
    def high(self) -> Money | None:
        """Highest amount without fees; absent for a starting price."""
    @high.setter
    def high(self, value: Money | None) -> None: ...
    def with_(
        self,
        *,
        code: str = ...,
        service: str = ...,
        action: str = ...,
        source: str = ...,
        kind: PriceKind | str = ...,
        low: Money = ...,
        high: Money | None = ...,
    ) -> EstimateOption: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> EstimateOption: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> EstimateOption: ...

class Estimate:
    """The range shown before the visit."""
    def __init__(
        self,
        *,
        status: EstimateStatus | str,
        service: str = ...,
        book: str = ...,
        book_version: str = ...,
        book_hash: str = ...,
        min: Money | None = ...,
        expected: Money | None = ...,
        max: Money | None = ...,
        work_min: Money | None = ...,
        work_max: Money | None = ...,
        at_most: bool = ...,
        options: Iterable[EstimateOption] = ...,
        fees: Iterable[Line] = ...,
        inspection: Money | None = ...,
        excludes: Iterable[str] = ...,
        unpriced: Iterable[Unpriced] = ...,
        min_trace: Iterable[Step] = ...,
        max_trace: Iterable[Step] = ...,
    ) -> None: ...
    @property
    def service(self) -> str:
        """Display name of the service or fault."""
    @service.setter
    def service(self, value: str) -> None: ...
    @property
    def status(self) -> EstimateStatus:
        """priced, open_ended, needs_facts or not_in_price_list."""
    @status.setter
    def status(self, value: EstimateStatus | str) -> None: ...
    @property
    def book(self) -> str:
        """Id of the price book."""
    @book.setter
    def book(self, value: str) -> None: ...
    @property
    def book_version(self) -> str:
        """Its version."""
    @book_version.setter
    def book_version(self, value: str) -> None: ...
    @property
    def book_hash(self) -> str:
        """Its content hash."""
    @book_hash.setter
    def book_hash(self, value: str) -> None: ...
    @property
    def min(self) -> Money | None:
        """Cheapest candidate at its lowest price, fees included."""
    @min.setter
    def min(self, value: Money | None) -> None: ...
    @property
    def expected(self) -> Money | None:
        """Mean of the candidates' mid-prices, fees included."""
    @expected.setter
    def expected(self, value: Money | None) -> None: ...
    @property
    def max(self) -> Money | None:
        """Dearest candidate at its highest price, fees included."""
    @max.setter
    def max(self, value: Money | None) -> None: ...
    @property
    def work_min(self) -> Money | None:
        """The same without the fees."""
    @work_min.setter
    def work_min(self, value: Money | None) -> None: ...
    @property
    def work_max(self) -> Money | None:
        """The same without the fees."""
    @work_max.setter
    def work_max(self, value: Money | None) -> None: ...
    @property
    def at_most(self) -> bool:
        """Every candidate is a published ceiling."""
    @at_most.setter
    def at_most(self, value: bool) -> None: ...
    @property
    def options(self) -> tuple[EstimateOption, ...]:
        """Candidate solutions."""
    @options.setter
    def options(self, value: Iterable[EstimateOption]) -> None: ...
    @property
    def fees(self) -> tuple[Line, ...]:
        """Fee lines."""
    @fees.setter
    def fees(self, value: Iterable[Line]) -> None: ...
    @property
    def inspection(self) -> Money | None:
        """Due when it is only inspected."""
    @inspection.setter
    def inspection(self, value: Money | None) -> None: ...
    @property
    def excludes(self) -> tuple[str, ...]:
        """What no figure contains."""
    @excludes.setter
    def excludes(self, value: Iterable[str]) -> None: ...
    @property
    def unpriced(self) -> tuple[Unpriced, ...]:
        """Why there is no figure."""
    @unpriced.setter
    def unpriced(self, value: Iterable[Unpriced]) -> None: ...
    @property
    def min_trace(self) -> tuple[Step, ...]:
        """Replays to min."""
    @min_trace.setter
    def min_trace(self, value: Iterable[Step]) -> None: ...
    @property
    def max_trace(self) -> tuple[Step, ...]:
        """Replays to max."""
    @max_trace.setter
    def max_trace(self, value: Iterable[Step]) -> None: ...
    def with_(
        self,
        *,
        service: str = ...,
        status: EstimateStatus | str = ...,
        book: str = ...,
        book_version: str = ...,
        book_hash: str = ...,
        min: Money | None = ...,
        expected: Money | None = ...,
        max: Money | None = ...,
        work_min: Money | None = ...,
        work_max: Money | None = ...,
        at_most: bool = ...,
        options: Iterable[EstimateOption] = ...,
        fees: Iterable[Line] = ...,
        inspection: Money | None = ...,
        excludes: Iterable[str] = ...,
        unpriced: Iterable[Unpriced] = ...,
        min_trace: Iterable[Step] = ...,
        max_trace: Iterable[Step] = ...,
    ) -> Estimate: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Estimate: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Estimate: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Estimate: ...

class Bill:
    """What the customer owes after the visit."""
    def __init__(
        self,
        *,
        outcome: Outcome | str,
        lines: Iterable[Line],
        total: Money,
        order: str = ...,
        book: str = ...,
        book_version: str = ...,
        book_hash: str = ...,
        currency: str = ...,
        trace: Iterable[Step] = ...,
    ) -> None: ...
    @property
    def order(self) -> str:
        """Id of the order."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def book(self) -> str:
        """Id of the price book."""
    @book.setter
    def book(self, value: str) -> None: ...
    @property
    def book_version(self) -> str:
        """Its version."""
    @book_version.setter
    def book_version(self, value: str) -> None: ...
    @property
    def book_hash(self) -> str:
        """Its content hash."""
    @book_hash.setter
    def book_hash(self, value: str) -> None: ...
    @property
    def currency(self) -> str:
        """Currency of every amount."""
    @currency.setter
    def currency(self, value: str) -> None: ...
    @property
    def outcome(self) -> Outcome:
        """fixed, not_fixed or inspection_only."""
    @outcome.setter
    def outcome(self, value: Outcome | str) -> None: ...
    @property
    def lines(self) -> tuple[Line, ...]:
        """Lines and what is payable of each."""
    @lines.setter
    def lines(self, value: Iterable[Line]) -> None: ...
    @property
    def total(self) -> Money:
        """Sum of what is payable."""
    @total.setter
    def total(self, value: Money) -> None: ...
    @property
    def trace(self) -> tuple[Step, ...]:
        """Steps that replay to the total."""
    @trace.setter
    def trace(self, value: Iterable[Step]) -> None: ...
    def with_(
        self,
        *,
        order: str = ...,
        book: str = ...,
        book_version: str = ...,
        book_hash: str = ...,
        currency: str = ...,
        outcome: Outcome | str = ...,
        lines: Iterable[Line] = ...,
        total: Money = ...,
        trace: Iterable[Step] = ...,
    ) -> Bill: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Bill: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Bill: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Bill: ...

class Charge:
    """What was really taken for a line."""
    def __init__(self, *, line: str, amount: Money) -> None: ...
    @property
    def line(self) -> str:
        """Line id of the bill."""
    @line.setter
    def line(self, value: str) -> None: ...
    @property
    def amount(self) -> Money:
        """What was taken, 0 or more."""
    @amount.setter
    def amount(self, value: Money) -> None: ...
    def with_(self, *, line: str = ..., amount: Money = ...) -> Charge: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Charge: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Charge: ...

class AuditLine:
    """One line of an audit."""
    def __init__(
        self,
        *,
        line: str = ...,
        code: str = ...,
        service: str = ...,
        action: str = ...,
        due: Money = ...,
        ceiling: Money | None = ...,
        charged: Money = ...,
        over: Money = ...,
        finding: AuditFinding | str = ...,
        source: str = ...,
    ) -> None: ...
    @property
    def line(self) -> str:
        """Line id, or the text of an unknown charge."""
    @line.setter
    def line(self, value: str) -> None: ...
    @property
    def code(self) -> str:
        """Price code."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def service(self) -> str:
        """Service as published."""
    @service.setter
    def service(self, value: str) -> None: ...
    @property
    def action(self) -> str:
        """What is done as published."""
    @action.setter
    def action(self, value: str) -> None: ...
    @property
    def due(self) -> Money:
        """Payable under the frozen bill."""
    @due.setter
    def due(self, value: Money) -> None: ...
    @property
    def ceiling(self) -> Money | None:
        """Highest amount the published row allows."""
    @ceiling.setter
    def ceiling(self, value: Money | None) -> None: ...
    @property
    def charged(self) -> Money:
        """What was taken."""
    @charged.setter
    def charged(self, value: Money) -> None: ...
    @property
    def over(self) -> Money:
        """Charged above what was due."""
    @over.setter
    def over(self, value: Money) -> None: ...
    @property
    def finding(self) -> AuditFinding:
        """Which limit was passed."""
    @finding.setter
    def finding(self, value: AuditFinding | str) -> None: ...
    @property
    def source(self) -> str:
        """Code of the publication."""
    @source.setter
    def source(self, value: str) -> None: ...
    def with_(
        self,
        *,
        line: str = ...,
        code: str = ...,
        service: str = ...,
        action: str = ...,
        due: Money = ...,
        ceiling: Money | None = ...,
        charged: Money = ...,
        over: Money = ...,
        finding: AuditFinding | str = ...,
        source: str = ...,
    ) -> AuditLine: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> AuditLine: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> AuditLine: ...

class Audit:
    """Was more charged than was due?"""
    def __init__(
        self,
        *,
        order: str = ...,
        book_hash: str = ...,
        lines: Iterable[AuditLine] = ...,
        due: Money = ...,
        charged: Money = ...,
        refund: Money = ...,
    ) -> None: ...
    @property
    def order(self) -> str:
        """Id of the order."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def book_hash(self) -> str:
        """Content hash of the frozen book."""
    @book_hash.setter
    def book_hash(self, value: str) -> None: ...
    @property
    def lines(self) -> tuple[AuditLine, ...]:
        """Line by line."""
    @lines.setter
    def lines(self, value: Iterable[AuditLine]) -> None: ...
    @property
    def due(self) -> Money:
        """Total of the bill."""
    @due.setter
    def due(self, value: Money) -> None: ...
    @property
    def charged(self) -> Money:
        """Total taken."""
    @charged.setter
    def charged(self, value: Money) -> None: ...
    @property
    def refund(self) -> Money:
        """Sum of what was charged above what was due."""
    @refund.setter
    def refund(self, value: Money) -> None: ...
    def with_(
        self,
        *,
        order: str = ...,
        book_hash: str = ...,
        lines: Iterable[AuditLine] = ...,
        due: Money = ...,
        charged: Money = ...,
        refund: Money = ...,
    ) -> Audit: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Audit: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Audit: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Audit: ...

class PolicyData:
    """A promise or a legal floor."""
    def __init__(
        self,
        *,
        id: str,
        category: str,
        term: int,
        source: str,
        version: str = ...,
        rank: Rank | str = ...,
        term_unit: TermUnit | str = ...,
        reading: Reading | str = ...,
        contested_covers: bool = ...,
        excludes_misuse: bool = ...,
        effective_from: datetime.date | None = ...,
        effective_to: datetime.date | None = ...,
        wording_zh: str = ...,
        wording_en: str = ...,
        row: int = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Unique id."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def version(self) -> str:
        """Version of this policy's text."""
    @version.setter
    def version(self, value: str) -> None: ...
    @property
    def category(self) -> str:
        """Category of the work done; * = every category without a row of its own."""
    @category.setter
    def category(self, value: str) -> None: ...
    @property
    def rank(self) -> Rank:
        """national, local, contract, promise or goodwill; default promise."""
    @rank.setter
    def rank(self, value: Rank | str) -> None: ...
    @property
    def term(self) -> int:
        """How long, from completion; the most there may be depends on term_unit."""
    @term.setter
    def term(self, value: int) -> None: ...
    @property
    def term_unit(self) -> TermUnit:
        """days, months or years; default days."""
    @term_unit.setter
    def term_unit(self, value: TermUnit | str) -> None: ...
    @property
    def reading(self) -> Reading:
        """literal, statutory, arranged or contested; default contested."""
    @reading.setter
    def reading(self, value: Reading | str) -> None: ...
    @property
    def contested_covers(self) -> bool:
        """Default answer when readings disagree; default true, in the consumer's favour."""
    @contested_covers.setter
    def contested_covers(self, value: bool) -> None: ...
    @property
    def excludes_misuse(self) -> bool:
        """Damage caused by the customer is not covered; default true."""
    @excludes_misuse.setter
    def excludes_misuse(self, value: bool) -> None: ...
    @property
    def effective_from(self) -> datetime.date | None:
        """First day of completion governed; default always."""
    @effective_from.setter
    def effective_from(self, value: datetime.date | None) -> None: ...
    @property
    def effective_to(self) -> datetime.date | None:
        """Last day of completion governed; default open."""
    @effective_to.setter
    def effective_to(self, value: datetime.date | None) -> None: ...
    @property
    def wording_zh(self) -> str:
        """The promise in the customer's words, Chinese."""
    @wording_zh.setter
    def wording_zh(self, value: str) -> None: ...
    @property
    def wording_en(self) -> str:
        """The promise in the customer's words, English."""
    @wording_en.setter
    def wording_en(self, value: str) -> None: ...
    @property
    def source(self) -> str:
        """Where it is published."""
    @source.setter
    def source(self, value: str) -> None: ...
    @property
    def row(self) -> int:
        """Spreadsheet row for error messages, 1 = heading; default 0 = none."""
    @row.setter
    def row(self, value: int) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        version: str = ...,
        category: str = ...,
        rank: Rank | str = ...,
        term: int = ...,
        term_unit: TermUnit | str = ...,
        reading: Reading | str = ...,
        contested_covers: bool = ...,
        excludes_misuse: bool = ...,
        effective_from: datetime.date | None = ...,
        effective_to: datetime.date | None = ...,
        wording_zh: str = ...,
        wording_en: str = ...,
        source: str = ...,
        row: int = ...,
    ) -> PolicyData: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> PolicyData: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> PolicyData: ...

class PolicySetData:
    """A policy set as plain input, not checked yet."""
    def __init__(self, *, policies: Iterable[PolicyData], id: str = ..., version: str = ...) -> None: ...
    @property
    def id(self) -> str:
        """Name of the set."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def version(self) -> str:
        """Version, any text."""
    @version.setter
    def version(self, value: str) -> None: ...
    @property
    def policies(self) -> tuple[PolicyData, ...]:
        """Promises and floors."""
    @policies.setter
    def policies(self, value: Iterable[PolicyData]) -> None: ...
    def with_(self, *, id: str = ..., version: str = ..., policies: Iterable[PolicyData] = ...) -> PolicySetData: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> PolicySetData: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> PolicySetData: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> PolicySetData: ...

class LastDays:
    """The last day on each reading of the law; None = the calendar is not announced."""
    def __init__(
        self, *, literal: datetime.date, statutory: datetime.date | None = ..., arranged: datetime.date | None = ...
    ) -> None: ...
    @property
    def literal(self) -> datetime.date:
        """Rest days do not count."""
    @literal.setter
    def literal(self, value: datetime.date) -> None: ...
    @property
    def statutory(self) -> datetime.date | None:
        """National holidays extend; absent: unknown."""
    @statutory.setter
    def statutory(self, value: datetime.date | None) -> None: ...
    @property
    def arranged(self) -> datetime.date | None:
        """The published calendar extends; absent: unknown."""
    @arranged.setter
    def arranged(self, value: datetime.date | None) -> None: ...
    def with_(
        self,
        *,
        literal: datetime.date = ...,
        statutory: datetime.date | None = ...,
        arranged: datetime.date | None = ...,
    ) -> LastDays: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> LastDays: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> LastDays: ...

class Claim:
    """What is asked: a claim with its facts, unknown ones left open."""
    def __init__(
        self,
        *,
        category: str,
        service_date: datetime.date,
        claim_date: datetime.date,
        id: str = ...,
        order: str = ...,
        same_fault: bool | None = ...,
        misuse: bool | None = ...,
        fixed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Id of the claim or of the new order."""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def order(self) -> str:
        """Id of the order whose work is complained about."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def category(self) -> str:
        """Warranty category of that work."""
    @category.setter
    def category(self, value: str) -> None: ...
    @property
    def service_date(self) -> datetime.date:
        """Completion of that work."""
    @service_date.setter
    def service_date(self, value: datetime.date) -> None: ...
    @property
    def claim_date(self) -> datetime.date:
        """Day the customer reported."""
    @claim_date.setter
    def claim_date(self, value: datetime.date) -> None: ...
    @property
    def same_fault(self) -> bool | None:
        """Is it the fault that was repaired? Default unknown."""
    @same_fault.setter
    def same_fault(self, value: bool | None) -> None: ...
    @property
    def misuse(self) -> bool | None:
        """Caused by the customer? Default unknown, which counts as no."""
    @misuse.setter
    def misuse(self, value: bool | None) -> None: ...
    @property
    def fixed(self) -> bool:
        """Did the earlier visit end with a repair? Default true."""
    @fixed.setter
    def fixed(self, value: bool) -> None: ...
    def with_(
        self,
        *,
        id: str = ...,
        order: str = ...,
        category: str = ...,
        service_date: datetime.date = ...,
        claim_date: datetime.date = ...,
        same_fault: bool | None = ...,
        misuse: bool | None = ...,
        fixed: bool = ...,
    ) -> Claim: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Claim: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Claim: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Claim: ...

class Branch:
    """What the verdict would be if the needed fact were so."""
    def __init__(
        self,
        *,
        fact: str = ...,
        value: bool = ...,
        status: VerdictStatus | str = ...,
        reason: VerdictReason | str = ...,
        covered_to: datetime.date | None = ...,
    ) -> None: ...
    @property
    def fact(self) -> str:
        """Fact to find out."""
    @fact.setter
    def fact(self, value: str) -> None: ...
    @property
    def value(self) -> bool:
        """Its value in this branch."""
    @value.setter
    def value(self, value: bool) -> None: ...
    @property
    def status(self) -> VerdictStatus:
        """Verdict then."""
    @status.setter
    def status(self, value: VerdictStatus | str) -> None: ...
    @property
    def reason(self) -> VerdictReason:
        """Its reason."""
    @reason.setter
    def reason(self, value: VerdictReason | str) -> None: ...
    @property
    def covered_to(self) -> datetime.date | None:
        """Last day included, when covered."""
    @covered_to.setter
    def covered_to(self, value: datetime.date | None) -> None: ...
    def with_(
        self,
        *,
        fact: str = ...,
        value: bool = ...,
        status: VerdictStatus | str = ...,
        reason: VerdictReason | str = ...,
        covered_to: datetime.date | None = ...,
    ) -> Branch: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Branch: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Branch: ...

class Verdict:
    """What is answered: covered or not, or what is still missing, and why."""
    def __init__(
        self,
        *,
        status: VerdictStatus | str,
        reason: VerdictReason | str,
        claim: str = ...,
        order: str = ...,
        policy: str = ...,
        version: str = ...,
        source: str = ...,
        wording_zh: str = ...,
        wording_en: str = ...,
        considered: Iterable[str] = ...,
        policies_hash: str = ...,
        calendar_version: str = ...,
        inputs: Claim = ...,
        term: int = ...,
        term_unit: TermUnit | str = ...,
        reading: Reading | str = ...,
        last_days: LastDays | None = ...,
        covered_to: datetime.date | None = ...,
        covered_reading: RestDays | str = ...,
        default_covered: bool | None = ...,
        needed: Iterable[str] = ...,
        branches: Iterable[Branch] = ...,
    ) -> None: ...
    @property
    def claim(self) -> str:
        """Id of the claim."""
    @claim.setter
    def claim(self, value: str) -> None: ...
    @property
    def order(self) -> str:
        """Id of the earlier order."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def status(self) -> VerdictStatus:
        """covered, not_covered, needs_evidence or ambiguous."""
    @status.setter
    def status(self, value: VerdictStatus | str) -> None: ...
    @property
    def reason(self) -> VerdictReason:
        """Why."""
    @reason.setter
    def reason(self, value: VerdictReason | str) -> None: ...
    @property
    def policy(self) -> str:
        """Id of the policy that gives the longest term."""
    @policy.setter
    def policy(self, value: str) -> None: ...
    @property
    def version(self) -> str:
        """Its version."""
    @version.setter
    def version(self, value: str) -> None: ...
    @property
    def source(self) -> str:
        """Where it is published."""
    @source.setter
    def source(self, value: str) -> None: ...
    @property
    def wording_zh(self) -> str:
        """The promise, Chinese."""
    @wording_zh.setter
    def wording_zh(self, value: str) -> None: ...
    @property
    def wording_en(self) -> str:
        """The promise, English."""
    @wording_en.setter
    def wording_en(self, value: str) -> None: ...
    @property
    def considered(self) -> tuple[str, ...]:
        """Ids of all governing policies, strongest rank first."""
    @considered.setter
    def considered(self, value: Iterable[str]) -> None: ...
    @property
    def policies_hash(self) -> str:
        """Content hash of the policy set."""
    @policies_hash.setter
    def policies_hash(self, value: str) -> None: ...
    @property
    def calendar_version(self) -> str:
        """Version of the calendar."""
    @calendar_version.setter
    def calendar_version(self, value: str) -> None: ...
    @property
    def inputs(self) -> Claim:
        """The facts it was decided on."""
    @inputs.setter
    def inputs(self, value: Claim) -> None: ...
    @property
    def term(self) -> int:
        """Length of the term."""
    @term.setter
    def term(self, value: int) -> None: ...
    @property
    def term_unit(self) -> TermUnit:
        """days, months or years."""
    @term_unit.setter
    def term_unit(self, value: TermUnit | str) -> None: ...
    @property
    def reading(self) -> Reading:
        """The policy's reading."""
    @reading.setter
    def reading(self, value: Reading | str) -> None: ...
    @property
    def last_days(self) -> LastDays | None:
        """Last day on the three readings."""
    @last_days.setter
    def last_days(self, value: LastDays | None) -> None: ...
    @property
    def covered_to(self) -> datetime.date | None:
        """Last day included, up to 24:00."""
    @covered_to.setter
    def covered_to(self, value: datetime.date | None) -> None: ...
    @property
    def covered_reading(self) -> RestDays:
        """Reading that gives covered_to."""
    @covered_reading.setter
    def covered_reading(self, value: RestDays | str) -> None: ...
    @property
    def default_covered(self) -> bool | None:
        """Ambiguous: what to do until it is settled."""
    @default_covered.setter
    def default_covered(self, value: bool | None) -> None: ...
    @property
    def needed(self) -> tuple[str, ...]:
        """Smallest set of facts to find out."""
    @needed.setter
    def needed(self, value: Iterable[str]) -> None: ...
    @property
    def branches(self) -> tuple[Branch, ...]:
        """Outcome per value of the needed fact."""
    @branches.setter
    def branches(self, value: Iterable[Branch]) -> None: ...
    def with_(
        self,
        *,
        claim: str = ...,
        order: str = ...,
        status: VerdictStatus | str = ...,
        reason: VerdictReason | str = ...,
        policy: str = ...,
        version: str = ...,
        source: str = ...,
        wording_zh: str = ...,
        wording_en: str = ...,
        considered: Iterable[str] = ...,
        policies_hash: str = ...,
        calendar_version: str = ...,
        inputs: Claim = ...,
        term: int = ...,
        term_unit: TermUnit | str = ...,
        reading: Reading | str = ...,
        last_days: LastDays | None = ...,
        covered_to: datetime.date | None = ...,
        covered_reading: RestDays | str = ...,
        default_covered: bool | None = ...,
        needed: Iterable[str] = ...,
        branches: Iterable[Branch] = ...,
    ) -> Verdict: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Verdict: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Verdict: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Verdict: ...

class FactChange:
    """One changed fact, as text."""
    def __init__(self, *, fact: str = ..., from_: str = ..., to: str = ...) -> None: ...
    @property
    def fact(self) -> str:
        """Changed fact."""
    @fact.setter
    def fact(self, value: str) -> None: ...
    @property
    def from_(self) -> str:
        """Value as given; empty: unknown."""
    @from_.setter
    def from_(self, value: str) -> None: ...
    @property
    def to(self) -> str:
        """Value that changes the outcome."""
    @to.setter
    def to(self, value: str) -> None: ...
    def with_(self, *, fact: str = ..., from_: str = ..., to: str = ...) -> FactChange: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> FactChange: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> FactChange: ...

class Counterfactual:
    """The fewest facts that turn the verdict."""
    def __init__(self, *, changes: Iterable[FactChange] = ..., status: VerdictStatus | str = ...) -> None: ...
    @property
    def changes(self) -> tuple[FactChange, ...]:
        """One or two changed facts."""
    @changes.setter
    def changes(self, value: Iterable[FactChange]) -> None: ...
    @property
    def status(self) -> VerdictStatus:
        """What the verdict would be then."""
    @status.setter
    def status(self, value: VerdictStatus | str) -> None: ...
    def with_(self, *, changes: Iterable[FactChange] = ..., status: VerdictStatus | str = ...) -> Counterfactual: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Counterfactual: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Counterfactual: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Counterfactual: ...

class CertificateRequest:
    """What a certificate is asked for."""
    def __init__(
        self,
        *,
        category: str,
        service_date: datetime.date,
        order: str = ...,
        technician: str = ...,
        cause: str = ...,
        method: str = ...,
        lines: Iterable[Line] = ...,
    ) -> None: ...
    @property
    def order(self) -> str:
        """Id of the order."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def category(self) -> str:
        """Warranty category of the work."""
    @category.setter
    def category(self, value: str) -> None: ...
    @property
    def service_date(self) -> datetime.date:
        """Completion."""
    @service_date.setter
    def service_date(self, value: datetime.date) -> None: ...
    @property
    def technician(self) -> str:
        """Display name."""
    @technician.setter
    def technician(self, value: str) -> None: ...
    @property
    def cause(self) -> str:
        """From the service report."""
    @cause.setter
    def cause(self, value: str) -> None: ...
    @property
    def method(self) -> str:
        """From the service report."""
    @method.setter
    def method(self, value: str) -> None: ...
    @property
    def lines(self) -> tuple[Line, ...]:
        """Lines of the bill; only payable ones are named."""
    @lines.setter
    def lines(self, value: Iterable[Line]) -> None: ...
    def with_(
        self,
        *,
        order: str = ...,
        category: str = ...,
        service_date: datetime.date = ...,
        technician: str = ...,
        cause: str = ...,
        method: str = ...,
        lines: Iterable[Line] = ...,
    ) -> CertificateRequest: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> CertificateRequest: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> CertificateRequest: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> CertificateRequest: ...

class Certificate:
    """What the customer keeps: what is promised, and the last day included."""
    def __init__(
        self,
        *,
        order: str = ...,
        category: str = ...,
        technician: str = ...,
        cause: str = ...,
        method: str = ...,
        work: Iterable[str] = ...,
        policy: str = ...,
        version: str = ...,
        source: str = ...,
        wording_zh: str = ...,
        wording_en: str = ...,
        policies_hash: str = ...,
        calendar_version: str = ...,
        service_date: datetime.date = ...,
        first_day: datetime.date = ...,
        term: int = ...,
        term_unit: TermUnit | str = ...,
        reading: Reading | str = ...,
        last_days: LastDays = ...,
        last_day: datetime.date = ...,
        last_day_reading: RestDays | str = ...,
        ends: datetime.time | str = ...,
        provisional: bool = ...,
        extended_by: str = ...,
    ) -> None: ...
    @property
    def order(self) -> str:
        """Id of the order."""
    @order.setter
    def order(self, value: str) -> None: ...
    @property
    def category(self) -> str:
        """Warranty category of the work."""
    @category.setter
    def category(self, value: str) -> None: ...
    @property
    def technician(self) -> str:
        """Display name."""
    @technician.setter
    def technician(self, value: str) -> None: ...
    @property
    def cause(self) -> str:
        """From the service report."""
    @cause.setter
    def cause(self, value: str) -> None: ...
    @property
    def method(self) -> str:
        """From the service report."""
    @method.setter
    def method(self, value: str) -> None: ...
    @property
    def work(self) -> tuple[str, ...]:
        """Services and actions carried out."""
    @work.setter
    def work(self, value: Iterable[str]) -> None: ...
    @property
    def policy(self) -> str:
        """Id of the policy."""
    @policy.setter
    def policy(self, value: str) -> None: ...
    @property
    def version(self) -> str:
        """Its version."""
    @version.setter
    def version(self, value: str) -> None: ...
    @property
    def source(self) -> str:
        """Where it is published."""
    @source.setter
    def source(self, value: str) -> None: ...
    @property
    def wording_zh(self) -> str:
        """The promise, Chinese."""
    @wording_zh.setter
    def wording_zh(self, value: str) -> None: ...
    @property
    def wording_en(self) -> str:
        """The promise, English."""
    @wording_en.setter
    def wording_en(self, value: str) -> None: ...
    @property
    def policies_hash(self) -> str:
        """Content hash of the policy set."""
    @policies_hash.setter
    def policies_hash(self, value: str) -> None: ...
    @property
    def calendar_version(self) -> str:
        """Version of the calendar."""
    @calendar_version.setter
    def calendar_version(self, value: str) -> None: ...
    @property
    def service_date(self) -> datetime.date:
        """Completion; not counted."""
    @service_date.setter
    def service_date(self, value: datetime.date) -> None: ...
    @property
    def first_day(self) -> datetime.date:
        """First counted day."""
    @first_day.setter
    def first_day(self, value: datetime.date) -> None: ...
    @property
    def term(self) -> int:
        """Length of the term."""
    @term.setter
    def term(self, value: int) -> None: ...
    @property
    def term_unit(self) -> TermUnit:
        """days, months or years."""
    @term_unit.setter
    def term_unit(self, value: TermUnit | str) -> None: ...
    @property
    def reading(self) -> Reading:
        """The policy's reading."""
    @reading.setter
    def reading(self, value: Reading | str) -> None: ...
    @property
    def last_days(self) -> LastDays:
        """Last day on the three readings."""
    @last_days.setter
    def last_days(self, value: LastDays) -> None: ...
    @property
    def last_day(self) -> datetime.date:
        """The last day promised, included up to 24:00."""
    @last_day.setter
    def last_day(self, value: datetime.date) -> None: ...
    @property
    def last_day_reading(self) -> RestDays:
        """Reading that gives last_day."""
    @last_day_reading.setter
    def last_day_reading(self, value: RestDays | str) -> None: ...
    @property
    def ends(self) -> datetime.time | str:
        """24:00."""
    @ends.setter
    def ends(self, value: datetime.time | str) -> None: ...
    @property
    def provisional(self) -> bool:
        """A calendar not announced yet may still extend it."""
    @provisional.setter
    def provisional(self, value: bool) -> None: ...
    @property
    def extended_by(self) -> str:
        """Holiday that moved the last day; empty: none."""
    @extended_by.setter
    def extended_by(self, value: str) -> None: ...
    def with_(
        self,
        *,
        order: str = ...,
        category: str = ...,
        technician: str = ...,
        cause: str = ...,
        method: str = ...,
        work: Iterable[str] = ...,
        policy: str = ...,
        version: str = ...,
        source: str = ...,
        wording_zh: str = ...,
        wording_en: str = ...,
        policies_hash: str = ...,
        calendar_version: str = ...,
        service_date: datetime.date = ...,
        first_day: datetime.date = ...,
        term: int = ...,
        term_unit: TermUnit | str = ...,
        reading: Reading | str = ...,
        last_days: LastDays = ...,
        last_day: datetime.date = ...,
        last_day_reading: RestDays | str = ...,
        ends: datetime.time | str = ...,
        provisional: bool = ...,
        extended_by: str = ...,
    ) -> Certificate: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Certificate: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Certificate: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Certificate: ...

class Arc:
    """A pair that may be made, with its cost."""
    def __init__(self, *, row: int, column: int, cost: int) -> None: ...
    @property
    def row(self) -> int:
        """Row, from 0."""
    @row.setter
    def row(self, value: int) -> None: ...
    @property
    def column(self) -> int:
        """Column, from 0."""
    @column.setter
    def column(self, value: int) -> None: ...
    @property
    def cost(self) -> int:
        """Cost of the pair."""
    @cost.setter
    def cost(self, value: int) -> None: ...
    def with_(self, *, row: int = ..., column: int = ..., cost: int = ...) -> Arc: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Arc: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Arc: ...

class RowColumn:
    """A row and a column."""
    def __init__(self, *, row: int, column: int) -> None: ...
    @property
    def row(self) -> int:
        """Row, from 0."""
    @row.setter
    def row(self, value: int) -> None: ...
    @property
    def column(self) -> int:
        """Column, from 0."""
    @column.setter
    def column(self, value: int) -> None: ...
    def with_(self, *, row: int = ..., column: int = ...) -> RowColumn: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> RowColumn: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> RowColumn: ...

class AssignmentInput:
    """Rows, columns, arcs and slots."""
    def __init__(
        self,
        *,
        rows: int,
        columns: int,
        arcs: Iterable[Arc],
        penalty: Iterable[int],
        slot_costs: Iterable[Iterable[int]],
        forced: Iterable[RowColumn] = ...,
        forbidden: Iterable[RowColumn] = ...,
        must_serve: Iterable[int] = ...,
    ) -> None: ...
    @property
    def rows(self) -> int:
        """Number of rows."""
    @rows.setter
    def rows(self, value: int) -> None: ...
    @property
    def columns(self) -> int:
        """Number of columns."""
    @columns.setter
    def columns(self, value: int) -> None: ...
    @property
    def arcs(self) -> tuple[Arc, ...]:
        """Pairs that may be made, at most one for each row and column."""
    @arcs.setter
    def arcs(self, value: Iterable[Arc]) -> None: ...
    @property
    def penalty(self) -> tuple[int, ...]:
        """Of each row: the cost of staying unassigned."""
    @penalty.setter
    def penalty(self, value: Iterable[int]) -> None: ...
    @property
    def slot_costs(self) -> tuple[tuple[int, ...], ...]:
        """Of each column: what each further slot costs, never falling."""
    @slot_costs.setter
    def slot_costs(self, value: Iterable[Iterable[int]]) -> None: ...
    @property
    def forced(self) -> tuple[RowColumn, ...]:
        """Pairs that must be made."""
    @forced.setter
    def forced(self, value: Iterable[RowColumn]) -> None: ...
    @property
    def forbidden(self) -> tuple[RowColumn, ...]:
        """Pairs that must not."""
    @forbidden.setter
    def forbidden(self, value: Iterable[RowColumn]) -> None: ...
    @property
    def must_serve(self) -> tuple[int, ...]:
        """1 for each row that comes before any cost, 0 for the others; empty: none."""
    @must_serve.setter
    def must_serve(self, value: Iterable[int]) -> None: ...
    def with_(
        self,
        *,
        rows: int = ...,
        columns: int = ...,
        arcs: Iterable[Arc] = ...,
        penalty: Iterable[int] = ...,
        slot_costs: Iterable[Iterable[int]] = ...,
        forced: Iterable[RowColumn] = ...,
        forbidden: Iterable[RowColumn] = ...,
        must_serve: Iterable[int] = ...,
    ) -> AssignmentInput: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> AssignmentInput: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> AssignmentInput: ...

class AssignmentResult:
    """An assignment with its certificate."""
    def __init__(
        self,
        *,
        column_of_row: Iterable[int],
        cost: int,
        row_dual: Iterable[int] = ...,
        column_dual: Iterable[int] = ...,
        must_weight: int = ...,
    ) -> None: ...
    @property
    def column_of_row(self) -> tuple[int, ...]:
        """Of each row; 4294967295 = unassigned."""
    @column_of_row.setter
    def column_of_row(self, value: Iterable[int]) -> None: ...
    @property
    def cost(self) -> int:
        """Arcs, slots and penalties."""
    @cost.setter
    def cost(self, value: int) -> None: ...
    @property
    def row_dual(self) -> tuple[int, ...]:
        """The certificate: u of each row."""
    @row_dual.setter
    def row_dual(self, value: Iterable[int]) -> None: ...
    @property
    def column_dual(self) -> tuple[int, ...]:
        """The certificate: p of each column."""
    @column_dual.setter
    def column_dual(self, value: Iterable[int]) -> None: ...
    @property
    def must_weight(self) -> int:
        """What the certificate adds to the penalty of each must-serve row."""
    @must_weight.setter
    def must_weight(self, value: int) -> None: ...
    def with_(
        self,
        *,
        column_of_row: Iterable[int] = ...,
        cost: int = ...,
        row_dual: Iterable[int] = ...,
        column_dual: Iterable[int] = ...,
        must_weight: int = ...,
    ) -> AssignmentResult: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> AssignmentResult: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> AssignmentResult: ...

class Shortages:
    """All shortages."""
    def __init__(self, *, shortages: Iterable[Shortage]) -> None: ...
    @property
    def shortages(self) -> tuple[Shortage, ...]:
        """Disjoint, by lowest row; empty: none."""
    @shortages.setter
    def shortages(self, value: Iterable[Shortage]) -> None: ...
    def with_(self, *, shortages: Iterable[Shortage] = ...) -> Shortages: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Shortages: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Shortages: ...

class ColumnText:
    """One column that a table may have."""
    def __init__(self, *, name: str, zh: str, doc: str, required: bool, example: str = ...) -> None: ...
    @property
    def name(self) -> str:
        """English heading."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def zh(self) -> str:
        """Chinese heading."""
    @zh.setter
    def zh(self, value: str) -> None: ...
    @property
    def doc(self) -> str:
        """What it holds, with unit and default."""
    @doc.setter
    def doc(self, value: str) -> None: ...
    @property
    def example(self) -> str:
        """A cell as people write it."""
    @example.setter
    def example(self, value: str) -> None: ...
    @property
    def required(self) -> bool:
        """Every row needs it."""
    @required.setter
    def required(self, value: bool) -> None: ...
    def with_(
        self, *, name: str = ..., zh: str = ..., doc: str = ..., example: str = ..., required: bool = ...
    ) -> ColumnText: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> ColumnText: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> ColumnText: ...

class FitError:
    """How far off a way of telling drives is."""
    def __init__(
        self, *, by: str, median: datetime.timedelta, nine_in_ten: datetime.timedelta, mean: datetime.timedelta
    ) -> None: ...
    @property
    def by(self) -> str:
        """fitted, one speed (fitted without hours) or assumed (the defaults)."""
    @by.setter
    def by(self, value: str) -> None: ...
    @property
    def median(self) -> datetime.timedelta:
        """Of the absolute errors."""
    @median.setter
    def median(self, value: datetime.timedelta) -> None: ...
    @property
    def nine_in_ten(self) -> datetime.timedelta:
        """Nine in ten drives are no more off."""
    @nine_in_ten.setter
    def nine_in_ten(self, value: datetime.timedelta) -> None: ...
    @property
    def mean(self) -> datetime.timedelta:
        """Told less what it took: above 0 it says too long."""
    @mean.setter
    def mean(self, value: datetime.timedelta) -> None: ...
    def with_(
        self,
        *,
        by: str = ...,
        median: datetime.timedelta = ...,
        nine_in_ten: datetime.timedelta = ...,
        mean: datetime.timedelta = ...,
    ) -> FitError: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> FitError: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> FitError: ...

class TravelFit:
    """How a town drives: speed, detour, stop and the hours of traffic."""
    def __init__(
        self,
        *,
        straight_line: StraightLineOptions,
        bands: Iterable[TravelBand],
        errors: Iterable[FitError],
        drives: int = ...,
        left_out: int = ...,
        without_metres: int = ...,
        held_back: int = ...,
    ) -> None: ...
    @property
    def straight_line(self) -> StraightLineOptions:
        """On free roads: at the quickest hours."""
    @straight_line.setter
    def straight_line(self, value: StraightLineOptions) -> None: ...
    @property
    def bands(self) -> tuple[TravelBand, ...]:
        """Hours in which driving takes longer."""
    @bands.setter
    def bands(self, value: Iterable[TravelBand]) -> None: ...
    @property
    def drives(self) -> int:
        """Drives given."""
    @drives.setter
    def drives(self, value: int) -> None: ...
    @property
    def left_out(self) -> int:
        """To the same place, or at a speed that cannot be."""
    @left_out.setter
    def left_out(self, value: int) -> None: ...
    @property
    def without_metres(self) -> int:
        """Of those used: without metres on the road, or with fewer than in a straight line; the detour is that of the others, or the default."""
    @without_metres.setter
    def without_metres(self, value: int) -> None: ...
    @property
    def held_back(self) -> int:
        """Every fifth of those used: the errors are theirs, and nothing was fitted to them."""
    @held_back.setter
    def held_back(self, value: int) -> None: ...
    @property
    def errors(self) -> tuple[FitError, ...]:
        """Of the fit and of doing without it."""
    @errors.setter
    def errors(self, value: Iterable[FitError]) -> None: ...
    def with_(
        self,
        *,
        straight_line: StraightLineOptions = ...,
        bands: Iterable[TravelBand] = ...,
        drives: int = ...,
        left_out: int = ...,
        without_metres: int = ...,
        held_back: int = ...,
        errors: Iterable[FitError] = ...,
    ) -> TravelFit: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> TravelFit: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> TravelFit: ...

class TableColumns:
    """The columns of a table."""
    def __init__(self, *, table: str, columns: Iterable[ColumnText]) -> None: ...
    @property
    def table(self) -> str:
        """Which table."""
    @table.setter
    def table(self, value: str) -> None: ...
    @property
    def columns(self) -> tuple[ColumnText, ...]:
        """Its columns, in order."""
    @columns.setter
    def columns(self, value: Iterable[ColumnText]) -> None: ...
    def with_(self, *, table: str = ..., columns: Iterable[ColumnText] = ...) -> TableColumns: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> TableColumns: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> TableColumns: ...

class Replayed:
    """A trace computed again from its operands."""
    def __init__(self, *, holds: bool, total: Money | None = ...) -> None: ...
    @property
    def holds(self) -> bool:
        """Every step gives what it states."""
    @holds.setter
    def holds(self, value: bool) -> None: ...
    @property
    def total(self) -> Money | None:
        """What the last step leaves; absent when a step does not hold."""
    @total.setter
    def total(self, value: Money | None) -> None: ...
    def with_(self, *, holds: bool = ..., total: Money | None = ...) -> Replayed: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Replayed: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Replayed: ...

class Validated:
    """Nothing was wrong."""
    def __init__(self, *, ok: bool, document_kind: str) -> None: ...
    @property
    def ok(self) -> bool:
        """True: nothing was wrong."""
    @ok.setter
    def ok(self, value: bool) -> None: ...
    @property
    def document_kind(self) -> str:
        """Kind of document."""
    @document_kind.setter
    def document_kind(self, value: str) -> None: ...
    def with_(self, *, ok: bool = ..., document_kind: str = ...) -> Validated: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Validated: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Validated: ...

class Charges:
    """What was really taken for a whole bill."""
    def __init__(self, *, charges: Iterable[Charge]) -> None: ...
    @property
    def charges(self) -> tuple[Charge, ...]:
        """What was really taken, line by line."""
    @charges.setter
    def charges(self, value: Iterable[Charge]) -> None: ...
    def with_(self, *, charges: Iterable[Charge] = ...) -> Charges: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, indented: bool = True) -> str: ...
    @staticmethod
    def from_json(text: str) -> Charges: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Charges: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Charges: ...

def day_of(order: Order, *, zone: ZoneRules | zoneinfo.ZoneInfo | str) -> datetime.date | None: ...
def last_day(nominal_end: datetime.date, *, reading: RestDays | str, calendar: Calendar) -> datetime.date | None: ...
def tz_version() -> str: ...
def assign(
    costs: _Costs,
    *,
    unassigned: _Numbers | None = None,
    slot_costs: _Slots | None = None,
    allowed: _Mask | None = None,
    forced: _Pairs | None = None,
    forbidden: _Pairs | None = None,
    must_serve: _Flags | None = None,
    canonical: bool = False,
    scale: float | None = None,
) -> Assignment: ...
def shortages(
    costs: _Costs,
    *,
    slot_costs: _Slots | None = None,
    allowed: _Mask | None = None,
    forced: _Pairs | None = None,
    forbidden: _Pairs | None = None,
    must_serve: _Flags | None = None,
) -> tuple[Shortage, ...]: ...
def violation_kinds() -> list[tuple[str, str, str]]: ...
def weights_of(objective: Objective) -> Weights: ...
def catalog_lint(
    catalog: Catalog, *, price_codes: Iterable[str], warranty_categories: Iterable[str]
) -> list[Error]: ...
def pricing_estimate_request(entry: EntryData) -> EstimateRequest: ...
def pricing_replay(trace: Iterable[Step], currency: str = "CNY") -> Money | None: ...
def render_reason(reason: Reason, *, language: Language | str = "zh", names: _Names | None = None) -> str: ...
def render_estimate(estimate: Estimate, *, language: Language | str = "zh", names: _Names | None = None) -> str: ...
def render_line(line: Line, *, language: Language | str = "zh", names: _Names | None = None) -> str: ...
def render_quote(quote: Quote, *, language: Language | str = "zh", names: _Names | None = None) -> str: ...
def render_bill(bill: Bill, *, language: Language | str = "zh", names: _Names | None = None) -> str: ...
def render_bill_html(bill: Bill, *, language: Language | str = "zh", names: _Names | None = None) -> str: ...
def render_audit(audit: Audit, *, language: Language | str = "zh", names: _Names | None = None) -> str: ...
def render_certificate(
    certificate: Certificate, *, language: Language | str = "zh", names: _Names | None = None
) -> str: ...
def render_certificate_html(
    certificate: Certificate, *, language: Language | str = "zh", names: _Names | None = None
) -> str: ...
def render_verdict(
    verdict: Verdict, calendar: Calendar, *, language: Language | str = "zh", names: _Names | None = None
) -> str: ...
def render_why_not(
    problem: Problem,
    answer: WhyNot,
    *,
    audience: Audience | str = "dispatcher",
    language: Language | str = "zh",
    names: _Names | None = None,
) -> str: ...
def render_why_unassigned(
    problem: Problem,
    answer: Unassigned,
    *,
    audience: Audience | str = "dispatcher",
    language: Language | str = "zh",
    limit: int = 3,
    names: _Names | None = None,
) -> str: ...
def render_assignment(
    problem: Problem,
    pair: MatchPair,
    *,
    audience: Audience | str = "dispatcher",
    language: Language | str = "zh",
    names: _Names | None = None,
) -> str: ...
def render_pair_answer(
    problem: Problem,
    answer: PairAnswer,
    *,
    audience: Audience | str = "dispatcher",
    language: Language | str = "zh",
    names: _Names | None = None,
) -> str: ...
def render_shortage(
    problem: Problem,
    shortage: MatchShortage,
    *,
    audience: Audience | str = "dispatcher",
    language: Language | str = "zh",
    limit: int = 10,
    names: _Names | None = None,
) -> str: ...
def render_place_value(
    problem: Problem, technician: _Technician, value: PlaceValue, *, language: Language | str = "zh"
) -> str: ...
def render_skill_value(
    problem: Problem, skill: str, value: PlaceValue, *, language: Language | str = "zh", names: _Names | None = None
) -> str: ...
def render_long_date(date: datetime.date, *, language: Language | str = "zh") -> str: ...
def program(words: Sequence[str]) -> int: ...
def sheet_week(orders: bytes, technicians: bytes, **options: Any) -> tuple[ProblemData, dict[str, tuple[int, ...]]]: ...
def sheet_problem(orders: bytes, technicians: bytes, **options: Any) -> Problem: ...
def sheet_rows(table: bytes, name: str) -> tuple[int, tuple[str, ...], list[tuple[int, tuple[str, ...]]]]: ...
def sheet_catalog(table: bytes, columns: dict[str, str] | None, date_order: str) -> CatalogData: ...
def sheet_mapping(table: bytes, columns: dict[str, str] | None, date_order: str) -> MappingData: ...
def sheet_prices(
    prices: bytes, rules: bytes, id: str, columns: dict[str, str] | None, date_order: str
) -> PriceBookData: ...
def sheet_policies(table: bytes, columns: dict[str, str] | None, date_order: str) -> PolicySetData: ...
def sheet_actual(
    table: bytes, zone: ZoneRules | zoneinfo.ZoneInfo | str, columns: dict[str, str] | None, date_order: str
) -> tuple[ActualVisit, ...]: ...
def sheet_headings(kind: str) -> tuple[ColumnText, ...]: ...
def make_error(code: str, path: str, row: int, parameters: _Mapping[str, str]) -> Error: ...
def describe() -> list[tuple[str, str, list[tuple[str, str, str, bool, str, str, bool]]]]: ...
def results() -> list[str]: ...
def json_schema(kind: str) -> str: ...
def desk_table() -> list[tuple[str, str, str, list[tuple[str, str, str, bool]]]]: ...
def desk_operations_json(indented: bool = True) -> str: ...

class Session:
    """What `paidan serve` does: one JSON request in, one answer out; what is loaded stays loaded, by handle."""
    def __init__(self, max_line: int = ...) -> None: ...
    def answer(self, line: str) -> str: ...
    @property
    def finished(self) -> bool: ...

def desk_plan(
    problem: Problem,
    *,
    seed: int = ...,
    iterations: int | None = ...,
    stall: int | None = ...,
    time_limit: datetime.timedelta | None = ...,
    lanes: int = ...,
    threads: int = ...,
    start: Plan | None = ...,
    progress: Callable[[Progress], object] | None = ...,
) -> Plan:
    """Plan the routes of a problem."""

def desk_plan_vroom(
    document: bytes | str,
    *,
    seed: int = ...,
    iterations: int | None = ...,
    stall: int | None = ...,
    time_limit: datetime.timedelta | None = ...,
    lanes: int = ...,
    threads: int = ...,
    progress: Callable[[Progress], object] | None = ...,
) -> dict[str, object]:
    """Plan the routes of a problem in VROOM's format, answered in VROOM's format; what was taken otherwise than VROOM would is said."""

def desk_plan_baseline(problem: Problem, baseline: Baseline | str) -> Plan:
    """How people dispatch without a planner: nearest free or best rating first."""

def desk_rebase(problem: Problem, plan: Plan, onto: Problem) -> Plan:
    """A plan taken over to a changed problem, as a start for plan: its cost and goals are not counted before plan has laid it out again, so evaluate calls its cost wrong."""

def desk_road_matrix(problem: Problem, roads: RoadData) -> MatrixData:
    """Fastest ways over a road network between a problem's places, as the matrix of a travel profile."""

def desk_day_problem(problem: Problem, day: datetime.date) -> Problem:
    """One day of a problem over several: its orders, and every technician with the shifts of that day."""

def desk_carry_over(problem: Problem, plan: Plan, onto: Problem, day: datetime.date) -> Problem:
    """A problem over several days after one of them was planned: what was visited is gone, what nobody took waits for the next day, more urgent."""

def desk_carry_over_actual(
    problem: Problem, actual: ActualData | Iterable[ActualVisit], onto: Problem, day: datetime.date
) -> Problem:
    """A problem over several days after what really happened on one of them: what is served or was cancelled is gone, what was put off is for its new appointment, the rest waits for the next day."""

def desk_match(
    problem: Problem,
    *,
    capacity: int = ...,
    load_step: int = ...,
    max_candidates: int = ...,
    price_out: bool = ...,
    weights: Weights | None = ...,
    tier_floors: Iterable[int] = ...,
    forced: Iterable[tuple[str, str | tuple[str, str]]] = ...,
    forbidden: Iterable[tuple[str, str | tuple[str, str]]] = ...,
    must_serve: Iterable[str] = ...,
    canonical: bool = ...,
) -> Match:
    """Which technician takes which order, one look at a moment, proven optimal; links between orders are not looked at."""

def desk_pair_answer(
    problem: Problem,
    order: str,
    technician: str | tuple[str, str],
    *,
    shift: str | None = ...,
    capacity: int = ...,
    load_step: int = ...,
    max_candidates: int = ...,
    price_out: bool = ...,
    weights: Weights | None = ...,
    tier_floors: Iterable[int] = ...,
    forced: Iterable[tuple[str, str | tuple[str, str]]] = ...,
    forbidden: Iterable[tuple[str, str | tuple[str, str]]] = ...,
    must_serve: Iterable[str] = ...,
    canonical: bool = ...,
) -> PairAnswer:
    """Why an order is not with a technician in a match: every violated condition, or what the whole match would cost more and who would move."""

def desk_place_value(
    problem: Problem,
    technician: str | tuple[str, str],
    *,
    shift: str | None = ...,
    capacity: int = ...,
    load_step: int = ...,
    max_candidates: int = ...,
    price_out: bool = ...,
    weights: Weights | None = ...,
    tier_floors: Iterable[int] = ...,
    forced: Iterable[tuple[str, str | tuple[str, str]]] = ...,
    forbidden: Iterable[tuple[str, str | tuple[str, str]]] = ...,
    must_serve: Iterable[str] = ...,
    canonical: bool = ...,
) -> PlaceValue:
    """What one more place of a shift would save in a match."""

def desk_skill_value(
    problem: Problem,
    skill: str,
    *,
    capacity: int = ...,
    load_step: int = ...,
    max_candidates: int = ...,
    price_out: bool = ...,
    weights: Weights | None = ...,
    tier_floors: Iterable[int] = ...,
    forced: Iterable[tuple[str, str | tuple[str, str]]] = ...,
    forbidden: Iterable[tuple[str, str | tuple[str, str]]] = ...,
    must_serve: Iterable[str] = ...,
    canonical: bool = ...,
) -> PlaceValue:
    """What one more place would save with the holder of a skill where it is worth most."""

def desk_why_refused(
    problem: Problem, order: str, technician: str | tuple[str, str], *, shift: str | None = ...
) -> Refusal:
    """Every condition that a pair violates, for one visit straight from the shift's start and back."""

def desk_why_not(problem: Problem, plan: Plan, order: str, technician: str) -> WhyNot:
    """Why this technician does not take this order: the smallest set of reasons, and what the cheapest insertion would do."""

def desk_why_unassigned(problem: Problem, plan: Plan, order: str) -> Unassigned:
    """Why nobody takes this order: the answers for all technicians, the nearest misses first."""

def desk_evaluate(problem: Problem, plan: Plan) -> Report:
    """Judge a plan independently of the solvers: violations, cost from scratch, figures."""

def desk_evaluate_actual(problem: Problem, actual: ActualData | Iterable[ActualVisit]) -> Report:
    """Judge what the host really did: late, overlapping or unskilled work is listed, figures are computed all the same."""

def desk_judge_orders(problem: Problem, actual: ActualData | Iterable[ActualVisit]) -> JudgedOrders:
    """What the host really did, order by order: what became of it, which promise counts and was it kept."""

def desk_minimal_reasons(problem: Problem, plan: Plan, order: str, technician: str) -> MinimalReasons:
    """The checker's own answer to why_not: the smallest set of constraint families to relax."""

def desk_order_request(catalog: Catalog, service: str) -> Order:
    """What the catalog says about a service, as an order without id, place and time."""

def desk_estimate_request(catalog: Catalog, service: str) -> EstimateRequest:
    """What the catalog says about a service, as the request of an estimate."""

def desk_estimate(prices: PriceBook, request: EstimateRequest) -> Estimate:
    """The range shown before the visit."""

def desk_quote(prices: PriceBook, request: QuoteFacts) -> Quote:
    """The firm quote, line by line, from one frozen price book."""

def desk_bill(quote: Quote, outcome: Outcome | str) -> Bill:
    """The confirmed quote under its outcome."""

def desk_audit(bill: Bill, charges: Charges | Iterable[Charge]) -> Audit:
    """Line by line against the frozen bill; what was charged above it goes back."""

def desk_replay(trace: Iterable[Step], *, currency: str = ...) -> Replayed:
    """A trace computed again from its operands alone."""

def desk_verdict(policies: PolicySet, calendar: Calendar, claim: Claim) -> Verdict:
    """Who pays for the repeat visit: covered, not covered, evidence needed, or readings of the law in conflict."""

def desk_counterfactual(policies: PolicySet, calendar: Calendar, claim: Claim) -> Counterfactual:
    """The fewest changed facts that turn the verdict."""

def desk_certificate(policies: PolicySet, calendar: Calendar, request: CertificateRequest) -> Certificate:
    """What the customer keeps: what is promised, and the last day included."""

def desk_last_days(start: datetime.date, term: int, calendar: Calendar, *, unit: TermUnit | str = ...) -> LastDays:
    """The last day of a term on all three readings of the law; the start day is not counted."""

def desk_decide(table: DecisionTable, facts: _Mapping[str, object], *, explain: bool = ...) -> dict[str, object]:
    """What a decision table says about these facts."""

def desk_lint_rules(table: DecisionTable, *, work: int = ...) -> dict[str, object]:
    """Gaps, overlaps, rules and outputs that never come up, each with an input that shows it."""

def desk_evaluate_model(
    model: DecisionModel, facts: _Mapping[str, object], *, decision: str | None = ...
) -> dict[str, object]:
    """What the decisions of a DMN model say about these facts."""

def desk_assign(input: AssignmentInput, *, canonical: bool = ...) -> AssignmentResult:
    """The exact assignment of rows to the slots of columns, with its certificate."""

def desk_shortages(input: AssignmentInput, *, canonical: bool = ...) -> Shortages:
    """Which must-serve rows share too few slots."""

def desk_objective(preset: Preset | str) -> Objective:
    """By what plans are compared and what everything weighs, for a preset."""

def desk_problem(
    orders: bytes | str,
    technicians: bytes | str,
    zone: ZoneRules | zoneinfo.ZoneInfo | str,
    *,
    first_day: datetime.date | None = ...,
    days: int | None = ...,
    datum: Datum | str = ...,
    date_order: DateOrder | str = ...,
    columns: Iterable[str] = ...,
    catalog: Catalog | None = ...,
    places: bytes | str = ...,
    list_unplaced: bool = ...,
    preset: Preset | str = ...,
) -> Problem:
    """A problem from the two tables of a week."""

def desk_rewrite(problem: Problem) -> Problem:
    """A problem as this version writes it: one form, whatever form it came in."""

def desk_notices(problem: Problem) -> list[Error]:
    """What is odd about a problem though nothing is wrong: certificates run out, orders that nobody has the skills, tools, parts, language or group for, or that may only start when nobody works. Ways and whole days are not looked at: why_unassigned does that for a plan."""

def desk_columns(table: TableKind | str) -> TableColumns:
    """The columns that a table may have, with an example of each."""

def desk_catalog(table: bytes | str, *, columns: Iterable[str] = ..., date_order: DateOrder | str = ...) -> Catalog:
    """A service catalog from its table."""

def desk_mapping(table: bytes | str, *, columns: Iterable[str] = ..., date_order: DateOrder | str = ...) -> MappingData:
    """A mapping to the catalog from its table."""

def desk_prices(
    table: bytes | str,
    *,
    columns: Iterable[str] = ...,
    date_order: DateOrder | str = ...,
    rules: bytes | str = ...,
    id: str = ...,
) -> PriceBook:
    """A price book from its tables."""

def desk_policies(table: bytes | str, *, columns: Iterable[str] = ..., date_order: DateOrder | str = ...) -> PolicySet:
    """Policies from their table."""

def desk_lint_catalog(
    catalog: Catalog, *, prices: PriceBook | None = ..., policies: PolicySet | None = ...
) -> Validated:
    """Does the catalog point at prices and policies that exist? What they lack is told as errors."""

def desk_calendar(announcements: Iterable[bytes | str], statutory: bytes | str) -> Calendar:
    """Rest days from their announcements."""

def desk_roads(
    nodes: bytes | str,
    edges: bytes | str,
    *,
    columns: Iterable[str] = ...,
    datum: Datum | str = ...,
    speed_metres_per_hour: int = ...,
) -> RoadData:
    """A road network from its two tables, for road_matrix; what was assumed about it is said."""

def desk_fit_travel(
    table: bytes | str,
    zone: ZoneRules | zoneinfo.ZoneInfo | str,
    *,
    columns: Iterable[str] = ...,
    date_order: DateOrder | str = ...,
    datum: Datum | str = ...,
) -> TravelFit:
    """Speed, detour, stop and hours of traffic from a table of drives, with how far off they are on others."""

def desk_actual(
    table: bytes | str,
    zone: ZoneRules | zoneinfo.ZoneInfo | str,
    *,
    columns: Iterable[str] = ...,
    date_order: DateOrder | str = ...,
) -> ActualData:
    """What really happened, from its table."""

def desk_validate(
    kind: str,
    document: bytes | str,
    *,
    columns: Iterable[str] = ...,
    date_order: DateOrder | str = ...,
    zone: ZoneRules | zoneinfo.ZoneInfo | str = ...,
) -> Validated:
    """Is this document fine? Every error is told."""

def desk_schema(kind: str) -> dict[str, object]:
    """JSON Schema of a kind of document, of a described type in a request (RoadData), or of an operation's answer."""

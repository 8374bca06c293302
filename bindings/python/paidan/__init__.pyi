from . import catalog as catalog
from . import desk as desk
from . import frames as frames
from . import pricing as pricing
from . import render as render
from . import rules as rules
from . import warranty as warranty
from ._errors import Error as Error
from ._errors import InvalidInput as InvalidInput
from ._errors import Notice as Notice
from ._errors import WrongArgument as WrongArgument
from ._paidan import ActualData as ActualData
from ._paidan import ActualVisit as ActualVisit
from ._paidan import Assignment as Assignment
from ._paidan import AssignmentTable as AssignmentTable
from ._paidan import Baseline as Baseline
from ._paidan import Break as Break
from ._paidan import Calendar as Calendar
from ._paidan import CalendarDay as CalendarDay
from ._paidan import Compound as Compound
from ._paidan import Cost as Cost
from ._paidan import Datum as Datum
from ._paidan import DayKind as DayKind
from ._paidan import FairnessPiece as FairnessPiece
from ._paidan import Family as Family
from ._paidan import GeoPoint as GeoPoint
from ._paidan import GoalOrder as GoalOrder
from ._paidan import Goals as Goals
from ._paidan import JudgedOrder as JudgedOrder
from ._paidan import JudgedOrders as JudgedOrders
from ._paidan import Kpis as Kpis
from ._paidan import Language as Language
from ._paidan import Link as Link
from ._paidan import LiveAssignment as LiveAssignment
from ._paidan import Location as Location
from ._paidan import Match as Match
from ._paidan import MatchMove as MatchMove
from ._paidan import MatchPair as MatchPair
from ._paidan import MatchReview as MatchReview
from ._paidan import MatchShortage as MatchShortage
from ._paidan import MatrixData as MatrixData
from ._paidan import MinimalReasons as MinimalReasons
from ._paidan import Money as Money
from ._paidan import Move as Move
from ._paidan import Objective as Objective
from ._paidan import OpeningHours as OpeningHours
from ._paidan import OptimalOver as OptimalOver
from ._paidan import Order as Order
from ._paidan import OrderState as OrderState
from ._paidan import PairAnswer as PairAnswer
from ._paidan import PartCount as PartCount
from ._paidan import Party as Party
from ._paidan import Pin as Pin
from ._paidan import PlaceValue as PlaceValue
from ._paidan import Plan as Plan
from ._paidan import Preset as Preset
from ._paidan import Problem as Problem
from ._paidan import ProblemData as ProblemData
from ._paidan import Progress as Progress
from ._paidan import Promise as Promise
from ._paidan import PromiseState as PromiseState
from ._paidan import Reason as Reason
from ._paidan import Refusal as Refusal
from ._paidan import Regret as Regret
from ._paidan import Report as Report
from ._paidan import RestDays as RestDays
from ._paidan import RoadData as RoadData
from ._paidan import RoadEdge as RoadEdge
from ._paidan import Route as Route
from ._paidan import Share as Share
from ._paidan import Shift as Shift
from ._paidan import Shortage as Shortage
from ._paidan import SkillHeld as SkillHeld
from ._paidan import SkillLevel as SkillLevel
from ._paidan import Stop as Stop
from ._paidan import StopKind as StopKind
from ._paidan import StraightLineOptions as StraightLineOptions
from ._paidan import Suffering as Suffering
from ._paidan import SupplyDepot as SupplyDepot
from ._paidan import Suspension as Suspension
from ._paidan import TagClosure as TagClosure
from ._paidan import TagLimit as TagLimit
from ._paidan import Technician as Technician
from ._paidan import TechnicianKpis as TechnicianKpis
from ._paidan import Term as Term
from ._paidan import TermCost as TermCost
from ._paidan import TravelBand as TravelBand
from ._paidan import TravelProfile as TravelProfile
from ._paidan import Unassigned as Unassigned
from ._paidan import Violation as Violation
from ._paidan import VisitOutcome as VisitOutcome
from ._paidan import Weights as Weights
from ._paidan import WhyNot as WhyNot
from ._paidan import Window as Window
from ._paidan import ZoneRules as ZoneRules
from ._paidan import __version__ as __version__
from ._paidan import assign as assign
from ._paidan import day_of as day_of
from ._paidan import desk_carry_over as carry_over
from ._paidan import desk_carry_over_actual as carry_over_actual
from ._paidan import desk_day_problem as day_problem
from ._paidan import desk_evaluate as evaluate
from ._paidan import desk_evaluate_actual as evaluate_actual
from ._paidan import desk_judge_orders as judge_orders
from ._paidan import desk_match as match
from ._paidan import desk_minimal_reasons as minimal_reasons
from ._paidan import desk_plan as plan
from ._paidan import desk_plan_baseline as plan_baseline
from ._paidan import desk_rebase as rebase
from ._paidan import desk_road_matrix as road_matrix
from ._paidan import desk_why_not as why_not
from ._paidan import desk_why_refused as why_refused
from ._paidan import desk_why_unassigned as why_unassigned
from ._paidan import last_day as last_day
from ._paidan import schema_version as schema_version
from ._paidan import shortages as shortages
from ._paidan import tz_version as tz_version
from ._paidan import weights_of as weights_of

__all__ = [
    "ActualData",
    "ActualVisit",
    "Assignment",
    "AssignmentTable",
    "Baseline",
    "Break",
    "Calendar",
    "CalendarDay",
    "Compound",
    "Cost",
    "Datum",
    "DayKind",
    "Error",
    "FairnessPiece",
    "Family",
    "GeoPoint",
    "GoalOrder",
    "Goals",
    "InvalidInput",
    "JudgedOrder",
    "JudgedOrders",
    "Kpis",
    "Language",
    "Link",
    "LiveAssignment",
    "Location",
    "Match",
    "MatchMove",
    "MatchPair",
    "MatchReview",
    "MatchShortage",
    "MatrixData",
    "MinimalReasons",
    "Money",
    "Move",
    "Notice",
    "Objective",
    "OpeningHours",
    "OptimalOver",
    "Order",
    "OrderState",
    "PairAnswer",
    "PartCount",
    "Party",
    "Pin",
    "PlaceValue",
    "Plan",
    "Preset",
    "Problem",
    "ProblemData",
    "Progress",
    "Promise",
    "PromiseState",
    "Reason",
    "Refusal",
    "Regret",
    "Report",
    "RestDays",
    "RoadData",
    "RoadEdge",
    "Route",
    "Share",
    "Shift",
    "Shortage",
    "SkillHeld",
    "SkillLevel",
    "Stop",
    "StopKind",
    "StraightLineOptions",
    "Suffering",
    "SupplyDepot",
    "Suspension",
    "TagClosure",
    "TagLimit",
    "Technician",
    "TechnicianKpis",
    "Term",
    "TermCost",
    "TravelBand",
    "TravelProfile",
    "Unassigned",
    "Violation",
    "VisitOutcome",
    "Weights",
    "WhyNot",
    "Window",
    "WrongArgument",
    "ZoneRules",
    "__version__",
    "assign",
    "carry_over",
    "carry_over_actual",
    "catalog",
    "day_of",
    "day_problem",
    "desk",
    "evaluate",
    "evaluate_actual",
    "frames",
    "judge_orders",
    "last_day",
    "match",
    "minimal_reasons",
    "plan",
    "plan_baseline",
    "pricing",
    "rebase",
    "render",
    "road_matrix",
    "rules",
    "schema_version",
    "shortages",
    "tz_version",
    "warranty",
    "weights_of",
    "why_not",
    "why_refused",
    "why_unassigned",
]

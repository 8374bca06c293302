from ._paidan import Arc as Arc
from ._paidan import AssignmentInput as AssignmentInput
from ._paidan import AssignmentResult as AssignmentResult
from ._paidan import ColumnText as ColumnText
from ._paidan import DateOrder as DateOrder
from ._paidan import FitError as FitError
from ._paidan import Replayed as Replayed
from ._paidan import RowColumn as RowColumn
from ._paidan import Session as Session
from ._paidan import Shortages as Shortages
from ._paidan import TableColumns as TableColumns
from ._paidan import TableKind as TableKind
from ._paidan import TravelFit as TravelFit
from ._paidan import Validated as Validated
from ._paidan import desk_actual as actual
from ._paidan import desk_assign as assign
from ._paidan import desk_audit as audit
from ._paidan import desk_bill as bill
from ._paidan import desk_calendar as calendar
from ._paidan import desk_carry_over as carry_over
from ._paidan import desk_carry_over_actual as carry_over_actual
from ._paidan import desk_catalog as catalog
from ._paidan import desk_certificate as certificate
from ._paidan import desk_columns as columns
from ._paidan import desk_counterfactual as counterfactual
from ._paidan import desk_day_problem as day_problem
from ._paidan import desk_decide as decide
from ._paidan import desk_estimate as estimate
from ._paidan import desk_estimate_request as estimate_request
from ._paidan import desk_evaluate as evaluate
from ._paidan import desk_evaluate_actual as evaluate_actual
from ._paidan import desk_evaluate_model as evaluate_model
from ._paidan import desk_fit_travel as fit_travel
from ._paidan import desk_judge_orders as judge_orders
from ._paidan import desk_last_days as last_days
from ._paidan import desk_lint_catalog as lint_catalog
from ._paidan import desk_lint_rules as lint_rules
from ._paidan import desk_mapping as mapping
from ._paidan import desk_match as match
from ._paidan import desk_minimal_reasons as minimal_reasons
from ._paidan import desk_notices as notices
from ._paidan import desk_objective as objective
from ._paidan import desk_operations_json as operations_json
from ._paidan import desk_order_request as order_request
from ._paidan import desk_pair_answer as pair_answer
from ._paidan import desk_place_value as place_value
from ._paidan import desk_plan as plan
from ._paidan import desk_plan_baseline as plan_baseline
from ._paidan import desk_plan_vroom as plan_vroom
from ._paidan import desk_policies as policies
from ._paidan import desk_prices as prices
from ._paidan import desk_problem as problem
from ._paidan import desk_quote as quote
from ._paidan import desk_rebase as rebase
from ._paidan import desk_replay as replay
from ._paidan import desk_rewrite as rewrite
from ._paidan import desk_road_matrix as road_matrix
from ._paidan import desk_roads as roads
from ._paidan import desk_schema as schema
from ._paidan import desk_shortages as shortages
from ._paidan import desk_skill_value as skill_value
from ._paidan import desk_table as table
from ._paidan import desk_validate as validate
from ._paidan import desk_verdict as verdict
from ._paidan import desk_why_not as why_not
from ._paidan import desk_why_refused as why_refused
from ._paidan import desk_why_unassigned as why_unassigned

__all__ = [
    "Arc",
    "AssignmentInput",
    "AssignmentResult",
    "ColumnText",
    "DateOrder",
    "FitError",
    "Replayed",
    "RowColumn",
    "Session",
    "Shortages",
    "TableColumns",
    "TableKind",
    "TravelFit",
    "Validated",
    "actual",
    "assign",
    "audit",
    "bill",
    "calendar",
    "carry_over",
    "carry_over_actual",
    "catalog",
    "certificate",
    "columns",
    "counterfactual",
    "day_problem",
    "decide",
    "estimate",
    "estimate_request",
    "evaluate",
    "evaluate_actual",
    "evaluate_model",
    "fit_travel",
    "judge_orders",
    "last_days",
    "lint_catalog",
    "lint_rules",
    "mapping",
    "match",
    "minimal_reasons",
    "notices",
    "objective",
    "operations_json",
    "order_request",
    "pair_answer",
    "place_value",
    "plan",
    "plan_baseline",
    "plan_vroom",
    "policies",
    "prices",
    "problem",
    "quote",
    "rebase",
    "replay",
    "rewrite",
    "road_matrix",
    "roads",
    "schema",
    "shortages",
    "skill_value",
    "table",
    "validate",
    "verdict",
    "why_not",
    "why_refused",
    "why_unassigned",
]

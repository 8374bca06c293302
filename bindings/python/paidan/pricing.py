"""What it costs: price book → estimate → quote → bill → audit, each with the trace of how its figure came about."""

from ._paidan import (
    Audit,
    AuditFinding,
    AuditLine,
    Bill,
    Charge,
    Charges,
    Estimate,
    EstimateOption,
    EstimateRequest,
    EstimateStatus,
    Item,
    Line,
    LineStatus,
    Measure,
    Outcome,
    PriceBook,
    PriceBookData,
    PriceKind,
    PriceRow,
    QuantityRule,
    Quote,
    QuoteFacts,
    Step,
    StepRule,
    Unpriced,
)
from ._paidan import desk_audit as audit
from ._paidan import desk_bill as bill
from ._paidan import desk_estimate as estimate
from ._paidan import desk_quote as quote
from ._paidan import pricing_estimate_request as estimate_request
from ._paidan import pricing_replay as replay

__all__ = [
    "Audit",
    "AuditFinding",
    "AuditLine",
    "Bill",
    "Charge",
    "Charges",
    "Estimate",
    "EstimateOption",
    "EstimateRequest",
    "EstimateStatus",
    "Item",
    "Line",
    "LineStatus",
    "Measure",
    "Outcome",
    "PriceBook",
    "PriceBookData",
    "PriceKind",
    "PriceRow",
    "QuantityRule",
    "Quote",
    "QuoteFacts",
    "Step",
    "StepRule",
    "Unpriced",
    "audit",
    "bill",
    "estimate",
    "estimate_request",
    "quote",
    "replay",
]

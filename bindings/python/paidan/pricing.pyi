from ._paidan import Audit as Audit
from ._paidan import AuditFinding as AuditFinding
from ._paidan import AuditLine as AuditLine
from ._paidan import Bill as Bill
from ._paidan import Charge as Charge
from ._paidan import Charges as Charges
from ._paidan import Estimate as Estimate
from ._paidan import EstimateOption as EstimateOption
from ._paidan import EstimateRequest as EstimateRequest
from ._paidan import EstimateStatus as EstimateStatus
from ._paidan import Item as Item
from ._paidan import Line as Line
from ._paidan import LineStatus as LineStatus
from ._paidan import Measure as Measure
from ._paidan import Outcome as Outcome
from ._paidan import PriceBook as PriceBook
from ._paidan import PriceBookData as PriceBookData
from ._paidan import PriceKind as PriceKind
from ._paidan import PriceRow as PriceRow
from ._paidan import QuantityRule as QuantityRule
from ._paidan import Quote as Quote
from ._paidan import QuoteFacts as QuoteFacts
from ._paidan import Step as Step
from ._paidan import StepRule as StepRule
from ._paidan import Unpriced as Unpriced
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

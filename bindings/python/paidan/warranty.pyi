from ._paidan import Branch as Branch
from ._paidan import Certificate as Certificate
from ._paidan import CertificateRequest as CertificateRequest
from ._paidan import Claim as Claim
from ._paidan import Counterfactual as Counterfactual
from ._paidan import FactChange as FactChange
from ._paidan import LastDays as LastDays
from ._paidan import PolicyData as PolicyData
from ._paidan import PolicySet as PolicySet
from ._paidan import PolicySetData as PolicySetData
from ._paidan import Rank as Rank
from ._paidan import Reading as Reading
from ._paidan import TermUnit as TermUnit
from ._paidan import Verdict as Verdict
from ._paidan import VerdictReason as VerdictReason
from ._paidan import VerdictStatus as VerdictStatus
from ._paidan import desk_certificate as certificate
from ._paidan import desk_counterfactual as counterfactual
from ._paidan import desk_last_days as last_days
from ._paidan import desk_verdict as verdict

__all__ = [
    "Branch",
    "Certificate",
    "CertificateRequest",
    "Claim",
    "Counterfactual",
    "FactChange",
    "LastDays",
    "PolicyData",
    "PolicySet",
    "PolicySetData",
    "Rank",
    "Reading",
    "TermUnit",
    "Verdict",
    "VerdictReason",
    "VerdictStatus",
    "certificate",
    "counterfactual",
    "last_days",
    "verdict",
]

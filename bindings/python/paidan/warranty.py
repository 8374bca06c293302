"""Who pays afterwards: policies, claims, verdicts, certificates, by counted-day law. Nothing here is legal advice."""

from ._paidan import (
    Branch,
    Certificate,
    CertificateRequest,
    Claim,
    Counterfactual,
    FactChange,
    LastDays,
    PolicyData,
    PolicySet,
    PolicySetData,
    Rank,
    Reading,
    TermUnit,
    Verdict,
    VerdictReason,
    VerdictStatus,
)
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

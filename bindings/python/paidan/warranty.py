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
from ._paidan import warranty_certificate as certificate
from ._paidan import warranty_counterfactual as counterfactual
from ._paidan import warranty_evaluate as evaluate
from ._paidan import warranty_last_days as last_days

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
    "evaluate",
    "last_days",
]

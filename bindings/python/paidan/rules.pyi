from ._paidan import Decision as Decision
from ._paidan import DecisionModel as DecisionModel
from ._paidan import Decisions as Decisions
from ._paidan import DecisionStatus as DecisionStatus
from ._paidan import DecisionTable as DecisionTable
from ._paidan import Explanation as Explanation
from ._paidan import Finding as Finding
from ._paidan import FindingKind as FindingKind
from ._paidan import HitPolicy as HitPolicy
from ._paidan import LintLimit as LintLimit
from ._paidan import LintReport as LintReport
from ._paidan import MonthsDuration as MonthsDuration
from ._paidan import RuleTrace as RuleTrace

__all__ = [
    "Decision",
    "DecisionModel",
    "DecisionStatus",
    "DecisionTable",
    "Decisions",
    "Explanation",
    "Finding",
    "FindingKind",
    "HitPolicy",
    "LintLimit",
    "LintReport",
    "MonthsDuration",
    "RuleTrace",
]

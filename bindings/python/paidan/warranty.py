"""Who pays afterwards: policies, claims, verdicts, certificates, by counted-day law. Nothing here is legal advice."""

from ._rooms import fill

__all__ = fill(globals(), operations=["certificate", "counterfactual", "last_days", "verdict"])

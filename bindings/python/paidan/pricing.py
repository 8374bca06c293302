"""What it costs: price book → estimate → quote → bill → audit, each with the trace of how its figure came about."""

from ._rooms import fill

__all__ = fill(globals(), "pricing_", operations=["audit", "bill", "estimate", "quote"])

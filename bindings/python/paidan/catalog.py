"""Where the wings meet: a word of the customer becomes skills, minutes, parts, price codes and a warranty category."""

from ._rooms import fill

__all__ = fill(globals(), "catalog_", operations=["order_request"])

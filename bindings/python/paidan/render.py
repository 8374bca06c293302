"""Decisions in words, per audience (customer, dispatcher, technician, internal) and language (zh, en).

``names`` gives display names by id: ``{"gas": ("燃气", "gas")}``.
"""

from ._rooms import fill

__all__ = fill(globals(), "render_")

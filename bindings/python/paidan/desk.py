"""The table of operations: the same names, requests and bounds as the command line's and `serve`'s.

``table()`` lists them; ``Session`` is what ``paidan serve`` runs.
"""

from ._rooms import fill

__all__ = fill(globals(), "desk_")

"""What stands in the modules of this package: classes that name them, and the functions of their room.

So a new type or operation is in its module without being listed; the stubs are written from the same (bindings/python/stubs).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import _paidan


def fill(room: dict[str, Any], prefix: str = "", *, operations: Sequence[str] = ()) -> list[str]:
    """Into ``room``, a module's ``globals()``. The names, for its ``__all__``."""
    made = vars(_paidan)
    own = {name: value for name, value in made.items() if getattr(value, "__module__", None) == room["__name__"]}
    if prefix:
        own |= {name.removeprefix(prefix): value for name, value in made.items() if name.startswith(prefix)}
    own |= {name: made[f"desk_{name}"] for name in operations}
    room.update(own)
    return sorted(own)

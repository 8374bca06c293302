"""What stands in the modules of this package: classes that name them, and the functions of their room.

So a new type or operation is in its module without being listed; the stubs are written from the same (bindings/python/stubs).
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from typing import Any

from . import _paidan

_plain: dict[Any, Any] = {}


def plain(function: Any, module: str, name: str) -> Any:
    """A function of the compiled module as one of this package, the same in every module that has it: `help()` shows nothing
    of how it is bound.
    """
    if not inspect.isbuiltin(function):
        return function
    if function in _plain:
        return _plain[function]
    compiled: Callable[..., Any] = function

    @functools.wraps(compiled)
    def call(*positional: Any, **named: Any) -> Any:
        return compiled(*positional, **named)

    call.__module__, call.__name__, call.__qualname__ = module, name, name
    _plain[function] = call
    return call


def fill(room: dict[str, Any], prefix: str = "", *, operations: Sequence[str] = ()) -> list[str]:
    """Into ``room``, a module's ``globals()``. The names, for its ``__all__``."""
    made = vars(_paidan)
    own = {name: value for name, value in made.items() if getattr(value, "__module__", None) == room["__name__"]}
    if prefix:
        own |= {name.removeprefix(prefix): value for name, value in made.items() if name.startswith(prefix)}
    own |= {name: made[f"desk_{name}"] for name in operations}
    own = {name: plain(value, room["__name__"], name) for name, value in own.items()}
    room.update(own)
    return sorted(own)

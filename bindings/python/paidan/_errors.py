"""Errors as data, and what pickles call. Stands alone: the compiled module imports it when it needs it."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

_HERE = os.path.dirname(__file__)


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong with an input: a stable code, where it is, and texts in both languages."""

    code: str
    """Stable snake_case name of the kind of error."""
    path: str = ""
    """Where it is, e.g. ``orders[3].windows[0].end``; empty when the whole input is meant."""
    row: int = 0
    """Spreadsheet row, 1 = heading; 0 when there is no sheet."""
    parameters: dict[str, str] = field(default_factory=dict)
    """Names and values that the texts mention."""
    message_en: str = ""
    message_zh: str = ""

    def message(self, language: str = "en") -> str:
        """Where and what, as a sentence in ``en`` or ``zh``."""
        if language not in ("en", "zh"):
            raise ValueError(f"language must be 'en' or 'zh', not {language!r}")
        return self.message_zh if language == "zh" else self.message_en

    def __str__(self) -> str:
        return self.message_en

    def __hash__(self) -> int:
        return hash((self.code, self.path, self.row, self.message_en))


class _Told(Exception):
    """An exception that holds its errors as data."""

    errors: tuple[Error, ...]

    def __init__(self, errors: Sequence[Error]) -> None:
        self.errors = tuple(errors)
        super().__init__(self.message("en"))

    def message(self, language: str = "en") -> str:
        """All messages, one a line."""
        return "\n".join(error.message(language) for error in self.errors)

    def __reduce__(self) -> tuple[type[_Told], tuple[tuple[Error, ...]]]:
        return (type(self), (self.errors,))


class InvalidInput(_Told, ValueError):
    """Bad input, with *all* errors found (up to 100, in input order). ``str()`` is the English text."""


class WrongArgument(_Told, TypeError):
    """A call that cannot be meant: an unknown or missing argument, or one of another type. ``str()`` is the English text."""


class Notice(UserWarning):
    """Something that is worth saying about a table that was read: what was left out, assumed or taken otherwise."""

    def __init__(self, notice: Error) -> None:
        self.notice = notice
        super().__init__(notice.message("en"))


def warn_of(notices: Sequence[Error]) -> None:
    """Each as a warning at the host's own line: the first frame outside this package."""
    level = 1
    frame = sys._getframe()
    while frame is not None and os.path.dirname(frame.f_code.co_filename).startswith(_HERE):
        frame = frame.f_back  # type: ignore[assignment]
        level += 1
    for notice in notices:
        warnings.warn(Notice(notice), stacklevel=level)


def restore(cls: type[Any], fields: dict[str, Any]) -> Any:
    """A described value from its pickle."""
    return cls(**fields)


def restore_at(cls: type[Any], problem: Any, text: str) -> Any:
    """A result from its pickle: ids and times, in its problem."""
    return cls._restore(problem, text)

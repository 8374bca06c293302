"""Sorted as people sort: T2 before T10."""

from __future__ import annotations

import re

_PART = re.compile(r"(\d+)")


def natural(text: str) -> list[tuple[int, int, str]]:
    """A key: runs of digits by their number, the rest by its letters."""
    return [
        (0, len(part.lstrip("0")), part.lstrip("0")) if part.isdecimal() else (1, 0, part)
        for part in _PART.split(text)
        if part
    ]

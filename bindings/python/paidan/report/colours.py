"""A colour for each technician, dark enough for white figures on it."""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paidan.week.run import Day

LEAST_CONTRAST = 4.6
"""A hair above what WCAG 2 asks of text (4.5), because browsers round."""
_SATURATION = 52


def _contrast_with_white(hue: int, lightness: int) -> float:
    parts = colorsys.hls_to_rgb(hue / 360, lightness / 100, _SATURATION / 100)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def colour(number: int) -> str:
    """Well separated hues by the golden angle, light and dark in turn."""
    hue = round(number * 137.508 + 205) % 360
    lightness = 52
    while _contrast_with_white(hue, lightness) < LEAST_CONTRAST:
        lightness -= 1
    return f"hsl({hue} {_SATURATION}% {lightness - 9 * (number % 2)}%)"


def technician_colours(day: Day) -> dict[str, str]:
    return {person.id: colour(number) for number, person in enumerate(day.problem.technicians)}

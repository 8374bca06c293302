"""What a page that is forwarded may hold: phone numbers, identity numbers and door numbers are masked wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

_WIDE = {0xFF10 + digit: ord("0") + digit for digit in range(10)}
"""Full-width digits are digits."""
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)")
_IDENTITY = re.compile(
    r"(?<!\d)(\d{6})\s?(?:19|20)\d{2}\s?(?:0[1-9]|1[0-2])\s?(?:[0-2]\d|3[01])\s?\d{3}[\dXx](?![\dA-Za-z])"
)
_PASSPORT = re.compile(r"(护照号?码?[::\s]{0,3}|(?i:passport)[ :]{0,3}(?:(?i:no)\.? ?)?)[A-Za-z]{1,2}\d{7,8}(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)[(\uff08]?(010|02\d|0[3-9]\d{2})[)\uff09]?[- ]?(\d{3,4})[- ]?(\d{4})(?:转\d+)?(?!\d)")
_FOREIGN = re.compile(
    r"(?<![\d-])\+\d{1,3}[- ]?\(?\d{1,4}\)?(?:[- ]?\d{2,4}){2,4}(?!\d)|(?<![\d-])\(?\d{3}\)?[- ]\d{3}-\d{4}(?!\d)"
)
_NUMERAL = "[一二三四五六七八九十百]"
_ROOM = re.compile(
    r"(?<![\d.-])\d{1,3}-\d{1,2}-\d{2,4}(?:室|号|户|房)?(?![\d-])"  # building, entrance, door; a date has four digits first
    r"|(?<![\d.])\d{1,3}#\s?(?:\d{1,2}-)?\d{2,4}(?:室|号|户|房)?"
    r"|(?<=[号栋幢座楼弄元层区园苑院])\s{0,3}\d{1,2}(?:-\d{1,2})?-\d{2,4}(?:室|号|户|房)?"
    rf"|(?<![\d.])(?:\d{{1,4}}|{_NUMERAL}{{1,3}})\s{{0,3}}单元(?:\s{{0,3}}(?:\d{{1,2}}|{_NUMERAL}{{1,3}})[层楼])?"
    r"\s{0,3}(?:[A-Za-z]?\d{1,5}\s{0,3}(?:室|号|户|房)?)?"
    r"|(?<![\d.])\d{1,2}\s{0,3}[门层]\s{0,3}\d{2,5}(?:室|号|户|房)?"
    r"|(?<![\d.])[A-Za-z]?\d{2,5}\s{0,3}(?:室|户|房)(?!外|内|产|间|东|租)"
    r"|(?<=[栋幢座楼元])\s{0,3}[A-Za-z]?\d{3,4}(?!\d|号|弄|米|栋|幢|座|元|路|房|台|年|月)"
)
_DOOR = re.compile(r"(门牌号?[::\s]{0,4})[\dA-Za-z\-]+")
_DOOR_WORD = "(?:apt|apartment|unit|suite|room|rm|flat|ste)"
_DOOR_ALONE = re.compile(rf"(?i)\s*(?:{_DOOR_WORD}\.?)?\s*")
_ROOM_EN = re.compile(rf"(?i)\b{_DOOR_WORD}\.?\s{{0,3}}#?\s{{0,3}}\d{{1,6}}[A-Za-z]?\b|(?<=\s)#\d+[A-Za-z]?\b")


def masked(text: str) -> str:
    """The text with the middle of every phone and identity number, and every door number, as stars."""
    if not text:
        return text
    text = text.translate(_WIDE)
    text = _IDENTITY.sub(lambda found: found[1] + "*" * 12, text)
    text = _PASSPORT.sub(r"\1*", text)
    text = _MOBILE.sub(lambda found: f"{found[1]}****{found[3]}", text)
    text = _LANDLINE.sub(lambda found: f"{found[1]}-****{found[3][-3:]}", text)
    text = _FOREIGN.sub(lambda found: re.sub(r"\d", "*", found[0][:-2]) + found[0][-2:], text)
    text = _DOOR.sub(r"\1*", text)
    text = _ROOM.sub(lambda found: re.sub(rf"[A-Za-z]?\d+|{_NUMERAL}{{1,3}}(?=单元|[层楼])", "*", found[0]), text)
    return _ROOM_EN.sub(lambda found: re.sub(r"\d+[A-Za-z]?$", "*", found[0]), text)


def masked_but(numbered: Sequence[str]) -> Callable[[str], str]:
    """``masked``, but these names keep the number behind their last ``#``, what stands before it being masked. A name
    that says no more than a door does ("Unit #2") cannot be told from one and is masked whole.
    """
    kept = {name for name in numbered if "#" in name and not _DOOR_ALONE.fullmatch(name.rpartition("#")[0])}
    if not kept:
        return masked
    forms = sorted({form.translate(_WIDE) for name in kept for form in (name, escape(name))}, key=len, reverse=True)
    name = re.compile(rf"(?<![A-Za-z0-9])({'|'.join(map(re.escape, forms))})(?![A-Za-z0-9])")

    def text(one: str) -> str:
        if "#" not in one:
            return masked(one)
        parts = name.split(one.translate(_WIDE))
        for i, part in enumerate(parts):
            stem, _, number = part.rpartition("#")
            parts[i] = masked(part) if i % 2 == 0 else f"{masked(stem)}#{number}"
        return "".join(parts)

    return text

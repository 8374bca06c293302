"""What readers call the ids of the examples' data, in both languages; a host passes its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paidan.catalog import Catalog

SKILLS: dict[str, tuple[str, str]] = {
    "appliance": ("家电", "appliance"),
    "carpentry": ("木工", "carpentry"),
    "door": ("门窗", "door and window"),
    "drain": ("疏通", "drain"),
    "electric": ("电工", "electric"),
    "elevator": ("电梯", "elevator"),
    "gas": ("燃气", "gas"),
    "heating": ("供暖", "heating"),
    "hygiene": ("消杀保洁", "hygiene"),
    "inspection": ("检查", "inspection"),
    "painting": ("粉刷", "painting"),
    "plumbing": ("水暖", "plumbing"),
    "refrigeration": ("制冷", "refrigeration"),
    "tiling": ("瓷砖", "tiling"),
    "refrigerant": ("制冷剂", "refrigerant"),
}


FEES: dict[str, tuple[str, str]] = {
    "上门费": ("上门费", "visit fee"),
    "远程费": ("远程费", "remote fee"),
    "远程交通费": ("远程交通费", "travel fee"),
}


def of_catalog(catalog: Catalog) -> dict[str, tuple[str, str]]:
    """Skills, fees, and every entry of the catalog by its Chinese name."""
    return SKILLS | FEES | {entry.zh: (entry.zh, entry.en or entry.zh) for entry in catalog.entries if entry.zh}


def of(name: str, language: str, called: Mapping[str, tuple[str, str]] = SKILLS) -> str:
    zh, en = called.get(name, (name, name))
    return zh if language == "zh" else en

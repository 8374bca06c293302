"""Which keys a VROOM input uses, and which a reader knows, as paths without numbers and names: `vehicles.breaks.id`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# Objects whose own keys are names: profiles and vehicle types.
NAMED = ("matrices", "setup_per_type", "service_per_type")


def used_keys(value: Any, path: str = "") -> set[str]:
    if isinstance(value, list):
        return set().union(*(used_keys(one, path) for one in value))
    if not isinstance(value, dict):
        return set()
    found: set[str] = set()
    for key, inner in value.items():
        here = f"{path}.{key}".lstrip(".")
        if path.rpartition(".")[2] in NAMED:
            found |= used_keys(inner, path + "[]")
        else:
            found |= {here} | used_keys(inner, here)
    return {one.replace("[]", "") for one in found}


def known_keys(schema: Mapping[str, Any]) -> tuple[set[str], set[str]]:
    """Of the reader, by its schema: those it supports, and those it knows only to refuse them."""
    every = dict(_walk(schema, schema["properties"], ""))
    refused = {path for path, doc in every.items() if "refused" in doc}
    return set(every) - refused, refused


def _walk(schema: Mapping[str, Any], properties: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for key, one in properties.items():
        here = f"{path}.{key}".lstrip(".")
        yield here, one.get("description", "")
        inner = one
        while True:
            if "$ref" in inner:
                name = inner["$ref"].rpartition("/")[2]
                yield from _walk(schema, schema["$defs"][name]["properties"], here)
                break
            below = inner.get("items") or inner.get("additionalProperties")
            if not isinstance(below, Mapping):
                break
            inner = below

"""Where the wings meet: a word of the customer becomes skills, minutes, parts, price codes and a warranty category."""

from ._paidan import (
    Catalog,
    CatalogData,
    EntryData,
    Mapping,
    MappingData,
    MappingRow,
    PartNeed,
    SkillNeed,
)
from ._paidan import catalog_lint as lint

__all__ = [
    "Catalog",
    "CatalogData",
    "EntryData",
    "Mapping",
    "MappingData",
    "MappingRow",
    "PartNeed",
    "SkillNeed",
    "lint",
]

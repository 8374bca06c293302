from ._paidan import Catalog as Catalog
from ._paidan import CatalogData as CatalogData
from ._paidan import EntryData as EntryData
from ._paidan import Mapping as Mapping
from ._paidan import MappingData as MappingData
from ._paidan import MappingRow as MappingRow
from ._paidan import PartNeed as PartNeed
from ._paidan import SkillNeed as SkillNeed
from ._paidan import catalog_lint as lint
from ._paidan import desk_order_request as order_request

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
    "order_request",
]

// The types of the room `catalog`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace catalog {
class Catalog;
struct CatalogData;
struct EntryData;
struct Excluded;
class Mapping;
struct MappingData;
struct MappingRow;
struct PartNeed;
struct SkillNeed;
}  // namespace catalog

}  // namespace paidan::inline PAIDAN_ABI

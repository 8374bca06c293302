// The types of the room `sheets`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace sheets {
struct Agreed;
class CellReader;
struct ColumnInfo;
struct ColumnName;
struct ColumnText;
enum class DateOrder : std::uint8_t;
struct DriveRow;
struct EdgeRow;
struct NodeRow;
struct OrderRow;
struct PlaceRow;
struct RoadOptions;
struct RowsRead;
enum class TableKind : std::uint8_t;
struct TableOptions;
struct TechnicianRow;
struct WeekOptions;
struct WeekTables;
}  // namespace sheets

}  // namespace paidan::inline PAIDAN_ABI

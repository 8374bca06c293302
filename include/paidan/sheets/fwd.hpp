// The types of the room `sheets`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace sheets {
class CellReader;
struct ColumnInfo;
struct ColumnName;
struct OrderRow;
struct TechnicianRow;
struct WeekOptions;
struct WeekTables;
}  // namespace sheets

}  // namespace paidan::inline PAIDAN_ABI

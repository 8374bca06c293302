// The rows of a mapping, as plain data.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace catalog {

struct MappingRow {
  std::string category = {};
  std::string descriptor = {};
  std::string code = {};           ///< catalog entry that prices it; empty: not in the price list, for the reason given
  std::string dispatch_code = {};  ///< catalog entry that says skills and minutes, priced or not; empty: `code`
  std::string reason = {};         ///< why this code, or why none; required
  std::int64_t row = 0;
  friend bool operator==(const MappingRow&, const MappingRow&) = default;
};

struct MappingData {
  std::string id = {};
  std::vector<MappingRow> rows = {};
  friend bool operator==(const MappingData&, const MappingData&) = default;
};

}  // namespace catalog
}  // namespace paidan::inline PAIDAN_ABI

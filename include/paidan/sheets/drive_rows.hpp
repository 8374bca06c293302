// One row of the table of drives.
#pragma once

#include <paidan/core/time.hpp>

#include <optional>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

struct DriveRow {
  Instant left;
  std::optional<Instant> arrived;
  std::optional<double> drive_minutes;  ///< before `arrived`
  double from_lat = 0;
  double from_lon = 0;
  double to_lat = 0;
  double to_lon = 0;
  std::optional<double> metres;
};

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

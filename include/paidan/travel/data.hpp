// What matrices, straight lines and road graphs are made from, as plain data.
#pragma once

#include <paidan/core/geo.hpp>
#include <paidan/core/time.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

/// Border form: row-major, `seconds[from * n + to]`. −1 seconds = no way. `metres` may be empty
/// (unknown: all count as 0).
struct MatrixData {
  std::size_t size = 0;
  std::vector<std::int64_t> seconds = {};
  std::vector<std::int64_t> metres = {};
  friend bool operator==(const MatrixData&, const MatrixData&) = default;
};

struct StraightLineOptions {
  /// Road metres per 100 straight metres. 127 is the median seen on a city's road network (10 %: 116, 90 %: 151).
  std::int32_t detour_percent = 127;
  /// Door-to-door speed on the road, metres per hour.
  std::int32_t speed_metres_per_hour = 25'000;
  /// Added to every leg between two different places: parking, stairs.
  std::int32_t stop_seconds = 0;
  friend bool operator==(const StraightLineOptions&, const StraightLineOptions&) = default;
};

/// Ways are those of free roads: nobody is faster at some hour.
inline constexpr std::int32_t least_band_percent = 100;
inline constexpr std::int32_t most_band_percent = 1'000;

/// Hours at which driving takes longer than the ways of a profile say, each day or on some weekdays.
struct TravelBand {
  LocalTime from = {};
  LocalTime to = {};                        ///< not included; 24:00 is the end of the day
  std::int32_t percent = 100;               ///< of the time it takes otherwise
  std::vector<std::int32_t> weekdays = {};  ///< 1 = Monday … 7 = Sunday; empty = every day
  friend bool operator==(const TravelBand&, const TravelBand&) = default;
};

/// One drive as it was: what travel is fitted to.
struct Drive {
  GeoPoint from = {};
  GeoPoint to = {};
  LocalDateTime left = {};  ///< by the clock of the place
  Duration took = {};
  std::optional<std::int64_t> metres = {};  ///< on the road
  friend bool operator==(const Drive&, const Drive&) = default;
};

/// A directed stretch of road between two nodes.
struct RoadEdge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::int32_t decimetres = 0;       ///< 1 to 10,000,000 (1,000 km)
  std::int32_t metres_per_hour = 0;  ///< 100 to 1,000,000
  friend bool operator==(const RoadEdge&, const RoadEdge&) = default;
};

/// A network as plain data.
struct RoadData {
  std::vector<GeoPoint> nodes = {};
  std::vector<RoadEdge> edges = {};
  friend bool operator==(const RoadData&, const RoadData&) = default;
};

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI

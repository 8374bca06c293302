// Travel estimated from coordinates: straight line × detour factor at a constant speed. Needs no n² memory.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/core/geo.hpp>
#include <paidan/travel/data.hpp>
#include <paidan/travel/leg.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

/// Places are projected once onto a local plane (equirectangular about their mean latitude, lengths of a degree of the
/// WGS 84 ellipsoid; error below 0.1 % within 100 km up to 60 degrees of latitude) in whole decimetres. Projection and
/// distances are integer arithmetic, so they are the same on every machine. Seconds are rounded up, metres to the
/// nearest.
class StraightLine {
 public:
  /// All points must share a datum. Throws InvalidInput (mixed datums, spread above 1,000 km, options out of range).
  PAIDAN_EXPORT StraightLine(std::span<const GeoPoint> points, const StraightLineOptions& options);
  /// What the constructor would throw; paths `points[3]` and `speed_metres_per_hour`.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(std::span<const GeoPoint> points,
                                                                 const StraightLineOptions& options);

  [[nodiscard]] std::size_t size() const { return x_dm_.size(); }
  [[nodiscard]] PAIDAN_EXPORT Leg leg(LocationIndex from, LocationIndex to) const;
  /// out[i] = leg(from, to[i]) = leg(to[i], from); the spans have equal length.
  PAIDAN_EXPORT void legs(LocationIndex from, std::span<const LocationIndex> to, std::span<Leg> out) const;
  /// No leg takes more seconds or metres than this.
  [[nodiscard]] PAIDAN_EXPORT Leg longest() const;

  [[nodiscard]] const StraightLineOptions& options() const { return options_; }
  /// The plane's coordinates by location, for spatial indices.
  [[nodiscard]] std::span<const std::int32_t> x_dm() const { return {x_dm_.data(), x_dm_.size()}; }
  [[nodiscard]] std::span<const std::int32_t> y_dm() const { return {y_dm_.data(), y_dm_.size()}; }

 private:
  [[nodiscard]] Leg between(std::int64_t east_dm, std::int64_t north_dm, std::int64_t stop_s) const;

  StraightLineOptions options_;
  std::vector<std::int32_t> x_dm_;
  std::vector<std::int32_t> y_dm_;
};

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/travel/straight_line.ipp>
#endif

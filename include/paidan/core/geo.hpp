// Places on the map: coordinates carry their datum, and data of different datums are never mixed or converted.
#pragma once

#include <paidan/core/error.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

/// GCJ-02 and BD-09 are the shifted systems of Chinese map services; their inverses are disputed, so none is offered.
enum class Datum : std::uint8_t { wgs84, gcj02, bd09 };

/// Degrees × 10^7 (about 1 cm), so that a stored place reads back to the same bytes.
struct GeoPoint {
  std::int32_t lat_e7 = 0;
  std::int32_t lon_e7 = 0;
  Datum datum = Datum::wgs84;
  friend bool operator==(const GeoPoint&, const GeoPoint&) = default;

  /// Absent when not finite or outside ±90 / ±180 degrees. Rounded half away from zero to 10^-7 degrees.
  [[nodiscard]] PAIDAN_EXPORT static std::optional<GeoPoint> from_degrees(double lat, double lon,
                                                                          Datum datum = Datum::wgs84);
  [[nodiscard]] double lat() const { return lat_e7 / 1e7; }
  [[nodiscard]] double lon() const { return lon_e7 / 1e7; }
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/core/geo.ipp>
#endif

#pragma once

#include <paidan/core/geo.hpp>

#include <cmath>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_INLINE std::optional<GeoPoint> GeoPoint::from_degrees(double lat, double lon, Datum datum) {
  if (!std::isfinite(lat) || !std::isfinite(lon)) return std::nullopt;
  if (lat < -90.0 || lat > 90.0 || lon < -180.0 || lon > 180.0) return std::nullopt;
  return GeoPoint{.lat_e7 = static_cast<std::int32_t>(std::llround(lat * 1e7)),
                  .lon_e7 = static_cast<std::int32_t>(std::llround(lon * 1e7)),
                  .datum = datum};
}

}  // namespace paidan::inline PAIDAN_ABI

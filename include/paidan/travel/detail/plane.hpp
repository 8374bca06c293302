// Coordinates on a local plane in whole decimetres, by integer arithmetic only: the same on every machine.
#pragma once

#include <paidan/core/geo.hpp>
#include <paidan/travel/leg.hpp>

#include <cmath>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace travel_detail {

/// cos of an angle in degrees × 10^7, as an integer × 2^30. Taylor series, |angle| ≤ 90°; error at most 2^-27.
constexpr std::int64_t cos_q30(std::int64_t angle_e7) {
  constexpr std::int64_t pi_q30 = 3373259426;  // π × 2^30
  const std::int64_t x = angle_e7 * pi_q30 / 1'800'000'000;
  const std::int64_t square = (x * x) >> 30;
  std::int64_t term = std::int64_t{1} << 30;
  std::int64_t sum = term;
  for (std::int64_t n = 1; n <= 9 && term != 0; ++n) {
    term = -((term * square) >> 30) / ((2 * n - 1) * (2 * n));
    sum += term;
  }
  return sum < 0 ? 0 : sum;
}

/// ⌊√n⌋ for 0 ≤ n < 2^62. The floating estimate is only a first guess; integers decide.
inline std::int64_t floor_sqrt(std::int64_t n) {
  auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(n)));
  root -= static_cast<std::int64_t>(root * root > n);
  root += static_cast<std::int64_t>((root + 1) * (root + 1) <= n);
  return root;
}

/// a / b rounded half away from zero; b > 0.
constexpr std::int64_t divide_rounded(std::int64_t a, std::int64_t b) {
  return a < 0 ? -((-a + b / 2) / b) : (a + b / 2) / b;
}

/// The straight-line estimate. A decimetre is 100 mm and the detour a percentage: decimetres × percent = millimetres of
/// road.
inline travel::Leg straight_leg(std::int64_t east_dm, std::int64_t north_dm, std::int64_t stop_s,
                                std::int32_t detour_percent, std::int32_t speed_metres_per_hour) {
  const std::int64_t road_mm = floor_sqrt(east_dm * east_dm + north_dm * north_dm) * detour_percent;
  const std::int64_t pace = std::int64_t{speed_metres_per_hour} * 10;  // mm an hour / 100
  const std::int64_t seconds = (road_mm * 36 + pace - 1) / pace + stop_s;
  return {static_cast<std::int32_t>(seconds), static_cast<std::int32_t>((road_mm + 500) / 1'000)};
}

struct PlanePoint {
  std::int64_t x_dm = 0;
  std::int64_t y_dm = 0;
};

/// Equirectangular about one latitude, with the ellipsoid's (WGS 84) lengths of a degree there.
class Plane {
 public:
  constexpr Plane(std::int32_t lat_e7, std::int32_t lon_e7) : lat_e7_(lat_e7), lon_e7_(lon_e7) {
    // Metres per degree: 111132.954 − 559.822 cos 2φ + 1.175 cos 4φ northwards, 111412.84 cos φ − 93.5 cos 3φ + 0.118
    // cos 5φ eastwards (Snyder, "Map Projections – A Working Manual", USGS 1395, 1987, p. 25, series to the fourth
    // power).
    const std::int64_t one = std::int64_t{1} << 30;
    const std::int64_t c1 = cos_q30(lat_e7);
    const std::int64_t c2 = ((c1 * c1) >> 29) - one;
    const std::int64_t c3 = ((c2 * c1) >> 29) - c1;
    const std::int64_t c4 = ((c3 * c1) >> 29) - c2;
    const std::int64_t c5 = ((c4 * c1) >> 29) - c3;
    // Here in millimetres.
    north_mm_ = 111'132'954 + ((-559'822 * c2 + 1'175 * c4) >> 30);
    east_mm_ = (111'412'840 * c1 - 93'500 * c3 + 118 * c5) >> 30;
    if (east_mm_ < 0) east_mm_ = 0;
  }

  /// Longitudes are taken the shorter way round.
  [[nodiscard]] constexpr PlanePoint project(const GeoPoint& point) const {
    std::int64_t east = std::int64_t{point.lon_e7} - lon_e7_;
    if (east >= 1'800'000'000) east -= 3'600'000'000;
    if (east < -1'800'000'000) east += 3'600'000'000;
    const std::int64_t north = std::int64_t{point.lat_e7} - lat_e7_;
    // 10^-7 degree × mm per degree = 10^-9 dm.
    return {divide_rounded(east * east_mm_, 1'000'000'000), divide_rounded(north * north_mm_, 1'000'000'000)};
  }

 private:
  std::int64_t lat_e7_;
  std::int64_t lon_e7_;
  std::int64_t north_mm_ = 0;
  std::int64_t east_mm_ = 0;
};

}  // namespace travel_detail
}  // namespace paidan::inline PAIDAN_ABI

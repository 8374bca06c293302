#pragma once

#include <paidan/core/names.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/travel/detail/plane.hpp>
#include <paidan/travel/errors.hpp>
#include <paidan/travel/fields.hpp>
#include <paidan/travel/straight_line.hpp>

#include <algorithm>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace travel_detail {

inline constexpr std::int64_t widest_dm = 10'000'000;  // 1,000 km

inline std::string datum_name(Datum datum) {
  return std::string(EnumNames<Datum>::names[static_cast<std::size_t>(datum)]);
}

inline void check_points(Errors& errors, std::span<const GeoPoint> points, const std::string& noun) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::string path = noun + "[" + std::to_string(i) + "]";
    check_range(errors, path, "lat_e7", points[i].lat_e7, -900'000'000, 900'000'000);
    check_range(errors, path, "lon_e7", points[i].lon_e7, -1'800'000'000, 1'800'000'000);
    if (points[i].datum != points[0].datum) {
      errors.add(travel::errors::mixed_datums, path,
                 {{"first", noun + "[0]"},
                  {"first_datum", datum_name(points[0].datum)},
                  {"datum", datum_name(points[i].datum)}});
    }
  }
}

/// About the mean latitude and the first longitude.
inline Plane plane_of(std::span<const GeoPoint> points) {
  std::int64_t sum = 0;
  for (const GeoPoint& point : points) sum += point.lat_e7;
  const auto mean = points.empty() ? 0 : divide_rounded(sum, static_cast<std::int64_t>(points.size()));
  return {static_cast<std::int32_t>(mean), points.empty() ? 0 : points[0].lon_e7};
}

struct Extent {
  std::int64_t east_dm = 0;
  std::int64_t north_dm = 0;
};
inline Extent extent_of(std::span<const PlanePoint> places) {
  if (places.empty()) return {};
  PlanePoint low = places[0];
  PlanePoint high = places[0];
  for (const PlanePoint& place : places) {
    low = {std::min(low.x_dm, place.x_dm), std::min(low.y_dm, place.y_dm)};
    high = {std::max(high.x_dm, place.x_dm), std::max(high.y_dm, place.y_dm)};
  }
  return {high.x_dm - low.x_dm, high.y_dm - low.y_dm};
}

inline std::vector<PlanePoint> project_all(std::span<const GeoPoint> points) {
  const Plane plane = plane_of(points);
  std::vector<PlanePoint> places;
  places.reserve(points.size());
  for (const GeoPoint& point : points) places.push_back(plane.project(point));
  return places;
}

inline void check_straight_line(Errors& errors, std::span<const GeoPoint> points,
                                const travel::StraightLineOptions& options) {
  check_ranges(errors, options);
  const std::size_t before = errors.total();
  check_points(errors, points, "points");
  if (errors.total() > before) return;
  const Extent extent = extent_of(project_all(points));
  const std::int64_t widest = std::max(extent.east_dm, extent.north_dm);
  if (widest > widest_dm) {
    errors.add(travel::errors::spread, "points",
               {{"limit", std::to_string(widest_dm / 10'000)}, {"value", std::to_string((widest + 9'999) / 10'000)}});
  }
}

}  // namespace travel_detail

namespace travel {

PAIDAN_INLINE std::vector<Error> StraightLine::validate(std::span<const GeoPoint> points,
                                                        const StraightLineOptions& options) {
  Errors errors;
  travel_detail::check_straight_line(errors, points, options);
  return errors.list();
}

PAIDAN_INLINE StraightLine::StraightLine(std::span<const GeoPoint> points, const StraightLineOptions& options)
    : options_(options) {
  Errors errors;
  travel_detail::check_straight_line(errors, points, options);
  errors.throw_if_any();
  x_dm_.reserve(points.size());
  y_dm_.reserve(points.size());
  for (const travel_detail::PlanePoint& place : travel_detail::project_all(points)) {
    x_dm_.push_back(static_cast<std::int32_t>(place.x_dm));
    y_dm_.push_back(static_cast<std::int32_t>(place.y_dm));
  }
}

PAIDAN_INLINE Leg StraightLine::between(std::int64_t east_dm, std::int64_t north_dm, std::int64_t stop_s) const {
  return travel_detail::straight_leg(east_dm, north_dm, stop_s, options_.detour_percent,
                                     options_.speed_metres_per_hour);
}

PAIDAN_INLINE Leg StraightLine::leg(LocationIndex from, LocationIndex to) const {
  if (from == to) return {};
  return between(std::int64_t{x_dm_[to.at()]} - x_dm_[from.at()], std::int64_t{y_dm_[to.at()]} - y_dm_[from.at()],
                 options_.stop_seconds);
}

PAIDAN_INLINE void StraightLine::legs(LocationIndex from, std::span<const LocationIndex> to, std::span<Leg> out) const {
  const std::int64_t x = x_dm_[from.at()];
  const std::int64_t y = y_dm_[from.at()];
  for (std::size_t i = 0; i < to.size(); ++i) {
    const std::size_t place = to[i].at();
    out[i] = between(x_dm_[place] - x, y_dm_[place] - y, to[i] == from ? 0 : options_.stop_seconds);
  }
}

PAIDAN_INLINE Leg StraightLine::longest() const {
  if (x_dm_.empty()) return {};
  const auto [west, east] = std::minmax_element(x_dm_.begin(), x_dm_.end());
  const auto [south, north] = std::minmax_element(y_dm_.begin(), y_dm_.end());
  return between(std::int64_t{*east} - *west, std::int64_t{*north} - *south, options_.stop_seconds);
}

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI

// Internal. Places that lie together on the map: a city each, and what lies by itself. Only what is said about tables
// rests on it, so distances are floating-point numbers.
#pragma once

#include <paidan/core/geo.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numbers>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// Kilometres along the sphere.
inline double km_between(const GeoPoint& a, const GeoPoint& b) {
  constexpr double radian = std::numbers::pi / 180;
  const double north = std::sin((b.lat() - a.lat()) * radian / 2);
  const double east = std::sin((b.lon() - a.lon()) * radian / 2);
  const double h = north * north + std::cos(a.lat() * radian) * std::cos(b.lat() * radian) * east * east;
  return 2 * 6371.0 * std::asin(std::min(1.0, std::sqrt(h)));
}
/// The point with latitude and longitude exchanged; absent where there is none.
inline std::optional<GeoPoint> turned(const GeoPoint& point) {
  return GeoPoint::from_degrees(point.lon(), point.lat(), point.datum);
}

/// Fields of one degree each way that touch are one group, so that groups are at least a field apart. One look at each
/// point, whatever their number.
class PlaceGroups {
 public:
  struct Group {
    std::vector<std::size_t> members;  ///< points, rising
    std::size_t technicians = 0;       ///< of them
    GeoPoint middle;                   ///< the median of either coordinate: one wrong row does not move it
    [[nodiscard]] std::size_t orders() const { return members.size() - technicians; }
    [[nodiscard]] bool works() const { return technicians > 0 && orders() > 0; }
  };

  PlaceGroups() : group_of_field_(fields, none) {}
  /// `points` from `first_technician` on are technicians'.
  PlaceGroups(std::span<const GeoPoint> points, std::size_t first_technician) : PlaceGroups() {
    points_.assign(points.begin(), points.end());
    std::vector<std::size_t> occupied;
    std::vector<std::size_t> field_of_point;
    field_of_point.reserve(points.size());
    for (const GeoPoint& point : points) {
      const std::size_t field = field_of(point);
      if (group_of_field_[field] == none) occupied.push_back(field);
      group_of_field_[field] = unseen;
      field_of_point.push_back(field);
    }
    for (const std::size_t start : occupied) {
      if (group_of_field_[start] != unseen) continue;
      const auto group = static_cast<std::int32_t>(groups_.size());
      groups_.emplace_back();
      group_of_field_[start] = group;
      std::vector<std::size_t> open{start};
      while (!open.empty()) {
        const std::size_t field = open.back();
        open.pop_back();
        for (const std::size_t next : around(field)) {
          if (group_of_field_[next] != unseen) continue;
          group_of_field_[next] = group;
          open.push_back(next);
        }
      }
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
      Group& own = groups_[static_cast<std::size_t>(group_of_field_[field_of_point[i]])];
      own.members.push_back(i);
      own.technicians += static_cast<std::size_t>(i >= first_technician);
    }
    for (Group& group : groups_) group.middle = middle_of(group);
  }

  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
  [[nodiscard]] const GeoPoint& point(std::size_t i) const { return points_[i]; }
  /// The groups in the field of a point or in one that touches it.
  [[nodiscard]] std::vector<std::size_t> near(const GeoPoint& point) const {
    std::vector<std::size_t> found;
    for (const std::size_t field : around(field_of(point))) {
      if (group_of_field_[field] == none) continue;
      const auto group = static_cast<std::size_t>(group_of_field_[field]);
      if (std::find(found.begin(), found.end(), group) == found.end()) found.push_back(group);
    }
    return found;
  }
  /// Kilometres from a point to the nearest member of a group.
  [[nodiscard]] double km_to(const GeoPoint& from, const Group& group) const {
    double nearest = std::numeric_limits<double>::max();
    for (const std::size_t i : group.members) nearest = std::min(nearest, km_between(from, points_[i]));
    return nearest;
  }

 private:
  static constexpr std::size_t rows = 180;
  static constexpr std::size_t columns = 360;
  static constexpr std::size_t fields = rows * columns;
  static constexpr std::int32_t none = -1;
  static constexpr std::int32_t unseen = -2;

  static std::size_t field_of(const GeoPoint& point) {
    constexpr std::int64_t degree = 10'000'000;
    const auto row = static_cast<std::size_t>((point.lat_e7 + 90 * degree) / degree);
    const auto column = static_cast<std::size_t>((point.lon_e7 + 180 * degree) / degree);
    return std::min(row, rows - 1) * columns + column % columns;
  }
  /// The field and those that touch it; the map is round from east to west.
  static std::vector<std::size_t> around(std::size_t field) {
    const std::size_t row = field / columns;
    const std::size_t column = field % columns;
    std::vector<std::size_t> all;
    for (std::size_t r = row == 0 ? 0 : row - 1; r <= std::min(row + 1, rows - 1); ++r) {
      for (const std::size_t step : {columns - 1, columns, columns + 1}) {
        all.push_back(r * columns + (column + step) % columns);
      }
    }
    return all;
  }
  [[nodiscard]] GeoPoint middle_of(const Group& group) const {
    const auto median = [](std::vector<std::int32_t>& values) {
      const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
      std::nth_element(values.begin(), middle, values.end());
      return *middle;
    };
    std::vector<std::int32_t> lats;
    std::vector<std::int32_t> lons;
    for (const std::size_t i : group.members) {
      lats.push_back(points_[i].lat_e7);
      lons.push_back(points_[i].lon_e7);
    }
    return {median(lats), median(lons), points_[group.members.front()].datum};
  }

  std::vector<GeoPoint> points_;
  std::vector<std::int32_t> group_of_field_;
  std::vector<Group> groups_;
};

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI

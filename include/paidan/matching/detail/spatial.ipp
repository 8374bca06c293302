// A tree over the places where shifts start, with bounds on what a visit from there costs at least. Included by
// candidates.ipp alone.
#pragma once

#include <paidan/matching/weights.ipp>

#include <paidan/constraints/detail/pace.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/travel/detail/plane.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace matching {
namespace matching_detail {

/// Where a profile's legs come from, without a call per leg.
struct Ways {
  const travel::Leg* legs = nullptr;  ///< matrix, row-major; null = straight lines
  std::size_t size = 0;
  const std::int32_t* x_dm = nullptr;
  const std::int32_t* y_dm = nullptr;
  std::int32_t detour_percent = 100;
  std::int32_t speed = 1;
  std::int32_t stop_s = 0;
  constraints::Pace pace = {};  ///< traffic

  [[nodiscard]] travel::Leg leg(std::uint32_t from, std::uint32_t to) const {
    if (legs != nullptr) return legs[from * size + to];
    if (from == to) return {};
    return travel_detail::straight_leg(std::int64_t{x_dm[to]} - x_dm[from], std::int64_t{y_dm[to]} - y_dm[from], stop_s,
                                       detour_percent, speed);
  }
};

inline std::vector<Ways> ways_of(const Dense& dense) {
  std::vector<Ways> list;
  for (std::size_t p = 0; p < dense.profiles.size(); ++p) {
    const travel::Source& profile = dense.profiles[p];
    Ways& ways = list.emplace_back();
    if (!dense.bands[p].empty()) ways.pace.bands = &dense.bands[p];
    if (const travel::Matrix* matrix = profile.matrix()) {
      ways.legs = matrix->legs().data();
      ways.size = matrix->size();
    } else if (const travel::StraightLine* line = profile.straight_line()) {
      ways.x_dm = line->x_dm().data();
      ways.y_dm = line->y_dm().data();
      ways.detour_percent = line->options().detour_percent;
      ways.speed = line->options().speed_metres_per_hour;
      ways.stop_s = line->options().stop_seconds;
    }
  }
  return list;
}

/// A shift as a search sees it, side by side with its neighbours on the map.
struct Spot {
  std::uint32_t shift = 0;
  std::uint32_t technician = 0;
  std::uint32_t place = 0;
  std::uint32_t home = 0;  ///< UINT32_MAX: open end
  std::int32_t x_dm = 0;
  std::int32_t y_dm = 0;
  std::int32_t start_s = 0;
  std::int32_t end_s = 0;     ///< overtime included
  std::int64_t own_cost = 0;  ///< whatever the order: quality and tier; in a bucket of equal orders also over-skill
  std::int64_t max_distance_m = 0;
  std::int32_t max_travel_s = 0;
  std::int32_t levels = 0;  ///< over-skill, in a bucket of equal orders
  std::int16_t speed = 100;
  std::int16_t efficiency = 100;
  std::int16_t tier = 0;
  bool suspended = false;  ///< has any suspension
};

static_assert(sizeof(Spot) == 64, "a cache line each");

struct Node {
  std::int32_t west = 0, east = 0, south = 0, north = 0;
  std::int32_t first_start = 0;
  std::int32_t last_end = 0;
  std::int32_t fastest = 0;
  std::uint32_t begin = 0, end = 0;
  std::uint32_t right = 0;  ///< 0 = leaf; the left child follows its parent
  std::int64_t least_own = 0;
};

/// The shifts of one profile in a tree: parted by tier and day first, then by place.
struct Tree {
  Ways ways;
  std::vector<Spot> spots;
  std::vector<Node> nodes;
  std::vector<std::int64_t> price;        ///< by spot; empty = all 0
  std::vector<std::int64_t> least_price;  ///< by node

  static constexpr std::uint32_t leaf_size = 16;

  /// `by_place`: worth parting, for there are many searches to come.
  void build(const Dense& dense, bool by_place) {
    nodes.clear();
    if (spots.empty()) return;
    const std::vector<std::int32_t>& day = dense.shifts.local_day;
    std::sort(spots.begin(), spots.end(), [&](const Spot& a, const Spot& b) {
      return std::tuple(-a.tier, day[a.shift], a.shift) < std::tuple(-b.tier, day[b.shift], b.shift);
    });
    std::vector<std::uint32_t> parts{0};
    for (std::uint32_t i = 1; i < spots.size(); ++i) {
      if (spots[i].tier != spots[i - 1].tier || day[spots[i].shift] != day[spots[i - 1].shift]) parts.push_back(i);
    }
    parts.push_back(static_cast<std::uint32_t>(spots.size()));
    by_place_ = by_place && ways.legs == nullptr;
    nodes.reserve(spots.size() / 2 + 2 * parts.size());
    part_by_day(parts, 0, parts.size() - 1);
  }

  /// After `build`.
  void set_prices(std::span<const std::int64_t> of_shift) {
    price.resize(spots.size());
    for (std::size_t i = 0; i < spots.size(); ++i) price[i] = of_shift[spots[i].shift];
    least_price.resize(nodes.size());
    for (std::size_t n = nodes.size(); n-- > 0;) {
      const Node& node = nodes[n];
      least_price[n] = node.right != 0 ? std::min(least_price[n + 1], least_price[node.right])
                                       : *std::min_element(price.begin() + node.begin, price.begin() + node.end);
    }
  }

 private:
  std::uint32_t open(std::uint32_t begin, std::uint32_t end) {
    const auto here = static_cast<std::uint32_t>(nodes.size());
    Node& node = nodes.emplace_back();
    node.begin = begin;
    node.end = end;
    return here;
  }
  void close(std::uint32_t here, std::uint32_t right) {
    nodes[here].right = right;
    const Node& a = nodes[here + 1];
    const Node& b = nodes[right];
    Node& node = nodes[here];
    node.west = std::min(a.west, b.west);
    node.east = std::max(a.east, b.east);
    node.south = std::min(a.south, b.south);
    node.north = std::max(a.north, b.north);
    node.first_start = std::min(a.first_start, b.first_start);
    node.last_end = std::max(a.last_end, b.last_end);
    node.fastest = std::max(a.fastest, b.fastest);
    node.least_own = std::min(a.least_own, b.least_own);
  }

  /// Parts [low, high) of `parts`: the border nearest the middle divides them.
  void part_by_day(const std::vector<std::uint32_t>& parts, std::size_t low, std::size_t high) {
    if (high - low == 1) return part_by_place(parts[low], parts[high]);
    const std::uint32_t here = open(parts[low], parts[high]);
    const std::size_t middle = low + (high - low) / 2;
    part_by_day(parts, low, middle);
    const auto right = static_cast<std::uint32_t>(nodes.size());
    part_by_day(parts, middle, high);
    close(here, right);
  }

  void part_by_place(std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t here = open(begin, end);
    if (!by_place_ || end - begin <= leaf_size) return fill_leaf(nodes[here]);
    std::int32_t west = INT32_MAX, east = INT32_MIN, south = INT32_MAX, north = INT32_MIN;
    for (std::uint32_t i = begin; i < end; ++i) {
      west = std::min(west, spots[i].x_dm);
      east = std::max(east, spots[i].x_dm);
      south = std::min(south, spots[i].y_dm);
      north = std::max(north, spots[i].y_dm);
    }
    // Whole leaves to the left keep all but one full.
    const std::uint32_t leaves = (end - begin + leaf_size - 1) / leaf_size;
    const std::uint32_t middle = begin + (leaves + 1) / 2 * leaf_size;
    const bool wide = std::int64_t{east} - west >= std::int64_t{north} - south;
    const auto at = [this](std::uint32_t i) { return spots.begin() + static_cast<std::ptrdiff_t>(i); };
    std::nth_element(at(begin), at(middle), at(end), [wide](const Spot& a, const Spot& b) {
      return std::pair(wide ? a.x_dm : a.y_dm, a.shift) < std::pair(wide ? b.x_dm : b.y_dm, b.shift);
    });
    part_by_place(begin, middle);
    const auto right = static_cast<std::uint32_t>(nodes.size());
    part_by_place(middle, end);
    close(here, right);
  }

  void fill_leaf(Node& node) {
    const Spot& first = spots[node.begin];
    node.west = node.east = first.x_dm;
    node.south = node.north = first.y_dm;
    node.first_start = first.start_s;
    node.last_end = first.end_s;
    node.fastest = first.speed;
    node.least_own = first.own_cost;
    for (std::uint32_t i = node.begin + 1; i < node.end; ++i) {
      const Spot& spot = spots[i];
      node.west = std::min(node.west, spot.x_dm);
      node.east = std::max(node.east, spot.x_dm);
      node.south = std::min(node.south, spot.y_dm);
      node.north = std::max(node.north, spot.y_dm);
      node.first_start = std::min(node.first_start, spot.start_s);
      node.last_end = std::max(node.last_end, spot.end_s);
      node.fastest = std::max<std::int32_t>(node.fastest, spot.speed);
      node.least_own = std::min(node.least_own, spot.own_cost);
    }
  }

  bool by_place_ = false;
};

}  // namespace matching_detail
}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI

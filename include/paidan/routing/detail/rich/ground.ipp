#pragma once

#include <paidan/routing/detail/rich/ground.hpp>

#include <paidan/model/detail/lists.hpp>
#include <paidan/routing/detail/curve.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace ground_detail {

inline constexpr std::size_t beside_count = 50;
inline constexpr std::size_t around_count = 300;
inline constexpr std::size_t homes_count = 100;
/// Above this many orders only those that stand near in the order of places are looked at.
inline constexpr std::size_t all_pairs = 6'000;
inline constexpr std::size_t window = 400;

/// Orders along a curve through their places, where these have points; else as given.
inline std::vector<Index> along_places(const Problem& problem) {
  std::vector<Index> order(problem.order_count());
  std::iota(order.begin(), order.end(), Index{0});
  const std::vector<Location>& locations = problem.data().locations;
  std::int64_t low[2] = {INT32_MAX, INT32_MAX};
  std::int64_t high[2] = {INT32_MIN, INT32_MIN};
  const auto at = [](const GeoPoint& point, int i) { return std::int64_t{i == 0 ? point.lon_e7 : point.lat_e7}; };
  for (const Location& location : locations) {
    if (!location.point) return order;
    for (int i = 0; i < 2; ++i) {
      low[i] = std::min(low[i], at(*location.point, i));
      high[i] = std::max(high[i], at(*location.point, i));
    }
  }
  std::vector<std::uint64_t> along;
  for (const LocationIndex place : problem.dense().orders.location) {
    const GeoPoint& point = *locations[place.at()].point;
    const auto scaled = [&](int i) {
      return static_cast<std::uint32_t>((at(point, i) - low[i]) * 65535 / std::max<std::int64_t>(1, high[i] - low[i]));
    };
    along.push_back(along_curve(scaled(0), scaled(1)));
  }
  std::sort(order.begin(), order.end(), [&](Index a, Index b) {
    return std::pair{along[a], a} < std::pair{along[b], b};
  });
  return order;
}

}  // namespace ground_detail

PAIDAN_INLINE Ground::Ground(const Context& context, const Control& control, bool searched, bool days_apart)
    : context_(&context), dense_(&context.dense()) {
  read_visits();
  read_pairs();
  read_ways(searched);
  if (!searched) return;
  find_near(control, days_apart);
  find_homes();
  // Who may not drive far finds some ways closed that others have.
  for (const std::int32_t limit : dense_->technicians.max_leg_s)
    holes_ = holes_ || limit < std::numeric_limits<std::int32_t>::max();
}

PAIDAN_INLINE void Ground::read_visits() {
  const OrderColumns& orders = dense_->orders;
  const std::vector<std::int32_t>& efficiency = dense_->technicians.efficiency_percent;
  const auto quickest = std::max_element(efficiency.begin(), efficiency.end());
  for (std::size_t o = 0; o < orders.location.size(); ++o) {
    const auto starts = orders.starts[o];
    VisitRow row;
    row.place = orders.location[o].value;
    row.low = starts.front().low;
    row.high = starts.back().high;
    row.due = orders.due_s[o];
    row.agreed_until = orders.agreed_until_s[o];
    row.release = orders.release_s[o];
    if (quickest != efficiency.end()) row.service = constraints::at_percent(orders.service_s[o], *quickest);
    row.one_window = starts.size() == 1;
    row.closed = !orders.closed[o].empty();
    row.keeps_start =
        orders.cost_of_change[o] > 0 && orders.pinned_start_s[o] != std::numeric_limits<std::int32_t>::min();
    row.buffered = orders.buffer_s[o] > 0;
    row.stock = !orders.parts[o].empty() || (!dense_->tag_caps.empty() && !orders.tags[o].empty());
    row.setup = orders.setup_s[o] > 0;
    row.linked = !orders.links[o].empty();
    visits_.push_back(row);
  }
}

PAIDAN_INLINE void Ground::read_pairs() {
  words_ = (tour_count() + 63) / 64;
  eligible_.assign(visits_.size() * words_, 0);
  least_pair_cost_.assign(visits_.size(), 0);
  bool one_price = true;
  std::int64_t most_more = 0;
  for (std::size_t o = 0; o < visits_.size(); ++o) {
    const std::size_t first = context_->pair_begin(o);
    const std::size_t last = context_->pair_begin(o + 1);
    std::int64_t most = 0;
    for (std::size_t pair = first; pair < last; ++pair) {
      const Index tour = context_->pair_shift(pair);
      const std::int64_t cost = context_->pair_cost(pair) + dense_->orders.unserved_cost[o];
      if (pair == first || cost < least_pair_cost_[o]) least_pair_cost_[o] = cost;
      if (pair == first || cost > most) most = cost;
      eligible_[o * words_ + (tour >> 6U)] |= std::uint64_t{1} << (tour & 63U);
    }
    if (first == last) continue;
    visits_[o].one_price = most == least_pair_cost_[o];
    one_price = one_price && visits_[o].one_price;
    most_more = std::max(most_more, most - least_pair_cost_[o]);
  }
  // One look instead of three, as long as the table is not much larger than what it says.
  if (one_price || most_more > std::numeric_limits<std::int32_t>::max() ||
      visits_.size() * tour_count() > Context::max_pair_table)
    return;
  more_pair_cost_.assign(visits_.size() * tour_count(), 0);
  for (std::size_t o = 0; o < visits_.size(); ++o) {
    for (std::size_t pair = context_->pair_begin(o); pair < context_->pair_begin(o + 1); ++pair)
      more_pair_cost_[o * tour_count() + context_->pair_shift(pair)] =
          static_cast<std::int32_t>(context_->pair_cost(pair) + dense_->orders.unserved_cost[o] - least_pair_cost_[o]);
  }
}

PAIDAN_INLINE void Ground::read_ways(bool searched) {
  std::vector<const constraints::Hop*> tables;
  for (Index tour = 0; tour < tour_count(); ++tour) {
    const constraints::Hop* const table = context_->table(technician(tour));
    if (table == nullptr) return;
    const auto found = std::find(tables.begin(), tables.end(), table);
    ways_of_.push_back(static_cast<Index>(found - tables.begin()));
    if (found != tables.end()) continue;
    tables.push_back(table);
    ways_.emplace_back(table, context_->table_back(technician(tour)), context_->places());
    if (searched) ways_.back().narrow();
  }
  one_table_ = tables.size() == 1;
}

/// Can anybody begin the second in time who has served the first? Whatever stands between them only takes more time.
PAIDAN_INLINE bool Ground::in_time(Index first, Index second) const {
  if (!one_table_) return true;
  const constraints::Hop leg = hop(technician(0), visits_[first].place, visits_[second].place);
  return leg.reachable() &&
         std::int64_t{visits_[first].low} + visits_[first].service + leg.seconds <= visits_[second].high;
}

/// Would whoever serves one in time go home before the other?
PAIDAN_INLINE bool Ground::days_between(Index one, Index other) const {
  constexpr std::int64_t night = 12 * 3'600;
  const auto until = [&](Index order) { return std::int64_t{std::min(visits_[order].high, visits_[order].due)}; };
  return std::max(visits_[one].low - until(other), visits_[other].low - until(one)) > night;
}

PAIDAN_INLINE void Ground::find_near(const Control& control, bool days_apart) {
  using namespace ground_detail;
  const std::size_t count = visits_.size();
  if (context_->technician_count() == 0) {
    for (std::size_t o = 0; o < count; ++o) {
      beside_.push({});
      around_.push({});
    }
    return;
  }
  const std::vector<Index> along = along_places(context_->problem());
  std::vector<Index> rank(count);
  for (std::size_t i = 0; i < count; ++i) rank[along[i]] = static_cast<Index>(i);
  using Row = std::vector<std::pair<std::int64_t, Index>>;
  Row close;
  Row ways;
  std::vector<Index> ids;
  std::vector<Neighbour> neighbours;
  const auto least = [](Row& row, std::size_t most) {
    if (row.size() > most) {
      std::nth_element(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(most), row.end());
      row.resize(most);
    }
    std::sort(row.begin(), row.end());
  };
  const Objective& weights = context_->weights();
  const auto leg_cost = [&](const constraints::Hop& leg) {
    const std::int64_t cost = leg.reachable() ? leg.seconds * weights.per_travel_second + leg.metres * weights.per_metre
                                              : std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::min<std::int64_t>(cost, std::numeric_limits<std::int32_t>::max()));
  };
  constexpr auto unreachable = std::int64_t{1} << 40;
  for (std::size_t a = 0; a < count; ++a) {
    close.clear();
    ways.clear();
    if ((a & 63U) == 0 && control.should_stop()) {
      for (; a < count; ++a) {
        beside_.push({});
        around_.push({});
      }
      return;
    }
    const bool all = count <= all_pairs;
    const std::size_t first = all || rank[a] < window ? 0 : rank[a] - window;
    const std::size_t last = all ? count : std::min(count, std::size_t{rank[a]} + window + 1);
    for (std::size_t i = first; i < last; ++i) {
      const Index b = all ? static_cast<Index>(i) : along[i];
      if (b == a) continue;
      const auto out = hop(0, visits_[a].place, visits_[b].place);
      const auto back = hop(0, visits_[b].place, visits_[a].place);
      // Way + a fifth of the least waiting, × 5; what cannot follow in time in either order stays last.
      const auto behind = [&](std::size_t one, std::size_t other, const constraints::Hop& leg) {
        if (!leg.reachable()) return unreachable;
        const std::int64_t leaves = std::int64_t{visits_[one].low} + dense_->orders.service_s[one];
        const std::int64_t latest =
            std::int64_t{std::min(visits_[one].high, visits_[one].due)} + dense_->orders.service_s[one] + leg.seconds;
        const std::int64_t late =
            std::max<std::int64_t>(0, leaves + leg.seconds - std::min(visits_[other].high, visits_[other].due));
        const std::int64_t waiting = std::max<std::int64_t>(0, visits_[other].low - latest);
        return 5 * std::int64_t{leg.seconds} + waiting + 5 * late;
      };
      close.emplace_back(std::min(behind(a, b, out), behind(b, a, back)), b);
      const std::int64_t there = out.reachable() ? out.seconds : unreachable;
      const std::int64_t here = back.reachable() ? back.seconds : unreachable;
      holes_ = holes_ || !out.reachable() || !back.reachable();
      const bool apart = days_apart && days_between(static_cast<Index>(a), b);
      ways.emplace_back(there + here + (apart ? 4 * unreachable : 0), b);
    }
    least(close, beside_count);
    neighbours.clear();
    const auto here = static_cast<Index>(a);
    for (const auto& [closeness, b] : close) {
      const std::uint32_t sides = (in_time(b, here) ? 1U : 0U) | (in_time(here, b) ? 2U : 0U);
      if (sides == 0) continue;
      const constraints::Hop there = hop(0, visits_[a].place, visits_[b].place);
      const constraints::Hop back = hop(0, visits_[b].place, visits_[a].place);
      neighbours.push_back({b << 2U | sides, std::min(leg_cost(there), leg_cost(back)), there, back});
    }
    beside_.push(neighbours);
    least(ways, around_count);
    ids.clear();
    for (const auto& [way, b] : ways) ids.push_back(b);
    around_.push(ids);
  }
}

PAIDAN_INLINE void Ground::find_homes() {
  using namespace ground_detail;
  far_.assign(visits_.size(), 0);
  const Objective& weights = context_->weights();
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  struct Way {
    std::int64_t leg;
    Index tour;
    std::int64_t both;
    auto operator<=>(const Way&) const = default;
  };
  std::vector<Way> row;
  std::vector<Home> homes;
  for (std::size_t o = 0; o < visits_.size(); ++o) {
    std::int32_t best = std::numeric_limits<std::int32_t>::max();
    row.clear();
    for (std::size_t pair = context_->pair_begin(o); pair < context_->pair_begin(o + 1); ++pair) {
      const Index tour = context_->pair_shift(pair);
      const LocationIndex end = dense_->shifts.end_location[tour];
      const auto out = hop(technician(tour), dense_->shifts.start_location[tour].value, visits_[o].place);
      const auto back = end.valid() ? hop(technician(tour), visits_[o].place, end.value) : out;
      const auto cost = [&](const constraints::Hop& leg) {
        return leg.reachable() ? leg.seconds * weights.per_travel_second + leg.metres * weights.per_metre : most;
      };
      if (out.reachable()) best = std::min(best, out.seconds);
      holes_ = holes_ || !out.reachable() || !back.reachable();
      const std::int64_t both = cost(out) + (end.valid() ? cost(back) : 0);
      row.push_back({std::min({cost(out), cost(back), most}), tour, std::min(both, most)});
    }
    far_[o] = best;
    const std::size_t count = std::min(homes_count, row.size());
    std::partial_sort(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(count), row.end());
    homes.clear();
    for (std::size_t i = 0; i < count; ++i)
      homes.push_back({row[i].tour, static_cast<std::int32_t>(row[i].leg), static_cast<std::int32_t>(row[i].both)});
    homes_.push(homes);
  }
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#pragma once

#include <paidan/routing/detail/plain.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Plain::Rows {
  anneal::GroundRows ground;
  std::vector<std::uint32_t> order_of;
  bool in_order = true;
  std::int64_t leg_cost = 1;
  std::int64_t weight_unit = 1;
  std::int64_t missed_rate = 1;
};

namespace plain_detail {

/// Places × places above this have no table.
inline constexpr std::size_t most_places = 2'500;

/// Orders so that neighbours stand near each other, and share cache lines: always on to the nearest that is left.
inline std::vector<std::uint32_t> chained(const Context& context) {
  const auto& location = context.dense().orders.location;
  std::vector<std::uint32_t> left(location.size());
  std::iota(left.begin(), left.end(), 0U);
  std::vector<std::uint32_t> chain;
  std::uint32_t at = context.dense().shifts.start_location.front().value;
  while (!left.empty()) {
    std::size_t nearest = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 0; i < left.size(); ++i) {
      const auto hop = context.hop(0, at, location[left[i]].value);
      const std::int64_t way = hop.reachable() ? hop.seconds : std::numeric_limits<std::int32_t>::max();
      if (way >= least) continue;
      least = way;
      nearest = i;
    }
    chain.push_back(left[nearest]);
    at = location[left[nearest]].value;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(nearest));
  }
  return chain;
}

}  // namespace plain_detail

/// Does the problem ask for nothing more?
PAIDAN_INLINE bool Plain::fits(const Context& context) {
  const Dense& dense = context.dense();
  const Objective& weights = context.weights();
  const OrderColumns& orders = dense.orders;
  const TechnicianColumns& technicians = dense.technicians;
  const std::size_t shifts = context.shift_count();
  if (shifts == 0 || orders.location.empty() || !dense.depots.location.empty() || !dense.links.empty()) return false;
  if (weights.per_travel_second <= 0 || weights.per_waiting_second != 0) return false;
  if (context.has_fairness() || weights.per_worst_lateness_second > 0) return false;
  std::vector<std::uint8_t> used(context.technician_count(), 0);
  for (std::size_t s = 0; s < shifts; ++s) {
    const std::size_t t = dense.shifts.technician[s].at();
    if (dense.shifts.overtime_cap_s[s] != 0 || !dense.shifts.breaks[s].empty()) return false;
    if (constraints::pace_of(dense, TechnicianIndex(t)).bands != nullptr) return false;
    if (technicians.profile[t] != technicians.profile[dense.shifts.technician[0].at()]) return false;
    if (technicians.speed_percent[t] != technicians.speed_percent[dense.shifts.technician[0].at()]) return false;
    if (technicians.efficiency_percent[t] != 100 || technicians.fixed_cost[t] != 0) return false;
    if (!technicians.suspensions[t].empty()) return false;
    if (technicians.max_jobs[t] != std::numeric_limits<std::int32_t>::max()) return false;
    if (technicians.max_leg_s[t] != std::numeric_limits<std::int32_t>::max()) return false;
    if (technicians.max_travel_s[t] != std::numeric_limits<std::int32_t>::max()) return false;
    if (technicians.max_distance_m[t] != std::numeric_limits<std::int64_t>::max()) return false;
    if (!orders.parts.values.empty() && used[t]++ != 0) return false;  // stock shared by shifts
  }
  if (std::any_of(orders.buffer_s.begin(), orders.buffer_s.end(), [](std::int32_t s) { return s > 0; })) return false;
  if (!dense.tag_caps.empty() || !orders.closed.values.empty()) return false;
  if (context.pair_count() != orders.location.size() * shifts) return false;
  if (dense.part_count > 1 && !orders.parts.values.empty()) {
    for (const PartNeed& need : orders.parts.values) {
      if (need.part != orders.parts.values.front().part) return false;
    }
  }
  for (std::size_t o = 0; o < orders.location.size(); ++o) {
    if (orders.starts[o].size() != 1 || orders.due_s[o] < time_limit_s || orders.setup_s[o] != 0) return false;
    if (orders.cost_of_change[o] > 0 || orders.parts[o].size() > 1) return false;
    if (orders.release_s[o] > -time_limit_s) return false;
    for (std::size_t pair = context.pair_begin(o); pair < context.pair_begin(o + 1); ++pair) {
      if (context.pair_cost(pair) + orders.unserved_cost[o] != 0) return false;
    }
  }
  return true;
}

PAIDAN_INLINE bool Plain::read(const Context& context, Rows& rows) {
  const Dense& dense = context.dense();
  const Objective& weights = context.weights();
  const OrderColumns& orders = dense.orders;
  const std::size_t shifts = context.shift_count();
  std::size_t places = 0;
  for (const travel::Source& source : dense.profiles) places = std::max(places, source.size());
  if (places > plain_detail::most_places) return false;
  // Times from the first shift's start to the last one's end.
  std::int64_t first = time_limit_s;
  std::int64_t last = -time_limit_s;
  for (std::size_t s = 0; s < shifts; ++s) {
    first = std::min<std::int64_t>(first, dense.shifts.start_s[s]);
    last = std::max<std::int64_t>(last, dense.shifts.end_s[s]);
  }
  if (last - first >= anneal::limit) return false;
  const auto shifted = [&](std::int64_t time) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(time, first, last) - first);
  };
  const std::uint32_t technician = dense.shifts.technician[0].value;
  rows.ground.places = places;
  rows.ground.legs.reserve(places * places);
  for (std::uint32_t from = 0; from < places; ++from) {
    for (std::uint32_t to = 0; to < places; ++to) {
      const constraints::Hop hop = context.hop(technician, from, to);
      // A price per metre would have to be in proportion to the time.
      if (weights.per_metre != 0 && hop.metres != 0) return false;
      rows.ground.legs.push_back(hop.reachable() ? std::min(hop.seconds, anneal::limit) : anneal::limit);
    }
  }
  rows.in_order = weights.goals == GoalOrder::in_order;
  rows.leg_cost = weights.per_travel_second;
  const std::vector<std::int64_t>& missing = rows.in_order ? orders.honour : orders.unserved_cost;
  std::int64_t unit = 0;
  for (const std::int64_t weight : missing) unit = std::gcd(unit, weight);
  if (unit == 0) return false;
  rows.weight_unit = unit;
  rows.order_of = plain_detail::chained(context);
  for (const std::uint32_t o : rows.order_of) {
    const Interval window = orders.starts[o][0];
    if (window.low > last || window.high < first) return false;
    const std::int64_t weight = missing[o] / unit;
    if (weight < 1 || weight > anneal::limit || orders.service_s[o] > anneal::limit) return false;
    anneal::VisitRow visit;
    visit.place = orders.location[o].value;
    visit.earliest = shifted(window.low);
    visit.latest = shifted(window.high);
    visit.service = orders.service_s[o];
    visit.load = orders.parts[o].empty() ? 0 : orders.parts[o][0].quantity;
    visit.weight = static_cast<std::int32_t>(weight);
    if (visit.load > anneal::limit) return false;
    rows.ground.visits.push_back(visit);
  }
  std::int32_t longest = 1;
  for (const std::int32_t leg : rows.ground.legs) longest = leg >= anneal::limit ? longest : std::max(longest, leg);
  for (std::size_t s = 0; s < shifts; ++s) {
    anneal::RouteRow route;
    route.start = dense.shifts.start_location[s].value;
    const LocationIndex end = dense.shifts.end_location[s];
    route.end = end.valid() ? end.value : anneal::none;
    route.earliest = shifted(dense.shifts.start_s[s]);
    route.latest = shifted(dense.shifts.end_s[s]);
    std::int64_t stock = orders.parts.values.empty() ? anneal::limit : 0;
    for (const PartNeed& row : dense.technicians.stock[dense.shifts.technician[s].at()]) {
      if (!orders.parts.values.empty() && row.part == orders.parts.values.front().part) stock += row.quantity;
    }
    route.capacity = static_cast<std::int32_t>(std::min<std::int64_t>(stock, anneal::limit));
    rows.ground.routes.push_back(route);
  }
  // In order: no way saved is worth an order left out.
  rows.missed_rate = rows.in_order ? 4 * std::int64_t{longest} : unit / rows.leg_cost;
  // The plain variant keeps the plan that serves more: right only where leaving out never pays.
  if (!rows.in_order && rows.missed_rate <= 2 * std::int64_t{longest}) return false;
  std::int64_t all = 0;
  for (const anneal::VisitRow& visit : rows.ground.visits) all += visit.weight;
  return rows.missed_rate > 0 && rows.missed_rate < (std::int64_t{1} << 60) / all;
}

PAIDAN_INLINE Plain::Plain(Rows rows)
    : order_of_(std::move(rows.order_of)),
      in_order_(rows.in_order),
      leg_cost_(rows.leg_cost),
      weight_unit_(rows.weight_unit),
      missed_rate_(rows.missed_rate),
      ground_(rows.ground),
      near_(ground_) {}

PAIDAN_INLINE std::unique_ptr<const Plain> Plain::of(const Context& context) {
  Rows rows;
  if (!fits(context) || !read(context, rows)) return nullptr;
  return std::unique_ptr<const Plain>(new Plain(std::move(rows)));
}

PAIDAN_INLINE Goals Plain::goals(const anneal::Tally& tally) const {
  const std::int64_t missed = tally.missed * weight_unit_;
  if (in_order_) return {missed, {}, tally.legs * leg_cost_};
  return {0, {}, tally.legs * leg_cost_ + missed};
}

PAIDAN_INLINE std::vector<std::vector<std::uint32_t>> Plain::visits(
    std::vector<std::vector<std::uint32_t>> routes) const {
  for (std::vector<std::uint32_t>& route : routes) {
    for (std::uint32_t& visit : route) visit = order_of_[visit];
  }
  return routes;
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

// One order against the shifts, made ready once: what every pair is measured with, and what a pair found is. Included
// by candidates.ipp alone.
#pragma once

#include <paidan/matching/detail/spatial.ipp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace matching {
namespace matching_detail {

/// A feasible pair found. `key` = cost + price.
struct Hit {
  std::int64_t key = 0;
  std::uint32_t shift = 0;
  std::int32_t travel_s = 0;
  std::int32_t metres = 0;
  std::int32_t start_s = 0;
  std::int32_t levels = 0;  ///< over-skill
};

/// What every pair of a problem is measured with.
struct Scale {
  const Problem* problem = nullptr;
  const Dense* dense = nullptr;
  Weights weights;
  std::vector<std::int32_t> quality;  ///< by technician, hundredths of a star below the mean, clipped
  std::vector<std::int32_t> tier;     ///< by technician
  std::vector<Ways> ways;             ///< by profile
  std::int32_t first_start = 0;
  bool prefers = false, rework = false, changes = false;  ///< does any order ask for it?

  Scale(const Problem& of, const Weights& by, std::span<const std::int32_t> tier_floors)
      : problem(&of), dense(&of.dense()), weights(by), ways(ways_of(*dense)), first_start(first_shift_start(*dense)) {
    const std::vector<Technician>& people = of.data().technicians;
    std::int64_t sum = 0;
    std::int64_t rated = 0;
    for (const Technician& person : people) {
      sum += person.rating;
      rated += person.rating > 0 ? 1 : 0;
    }
    // The model's own mean: rounded half away from zero over those who are rated.
    const std::int64_t mean = rated == 0 ? 0 : (2 * sum + rated) / (2 * rated);
    const std::int64_t clip = of.data().objective.rating_clip;
    for (const Technician& person : people) {
      const std::int64_t above = person.rating > 0 ? std::clamp<std::int64_t>(person.rating - mean, -clip, clip) : 0;
      quality.push_back(static_cast<std::int32_t>(-above));
      tier.push_back(tier_of(person.rating, tier_floors));
    }
    for (std::size_t o = 0; o < of.order_count(); ++o) {
      prefers = prefers || !dense->orders.preferred[o].empty();
      rework = rework || dense->orders.previous_technician[o].valid();
      changes = changes || dense->orders.cost_of_change[o] > 0;
    }
  }

  [[nodiscard]] Spot spot(std::uint32_t s) const {
    const ShiftColumns& shifts = dense->shifts;
    const TechnicianColumns& people = dense->technicians;
    Spot spot;
    spot.shift = s;
    spot.technician = shifts.technician[s].value;
    const std::size_t t = spot.technician;
    spot.place = shifts.start_location[s].value;
    spot.home = shifts.end_location[s].value;
    const Ways& way = ways[people.profile[t].at()];
    if (way.legs == nullptr) {
      spot.x_dm = way.x_dm[spot.place];
      spot.y_dm = way.y_dm[spot.place];
    }
    spot.start_s = shifts.start_s[s];
    spot.end_s = shifts.end_s[s] + shifts.overtime_cap_s[s];
    spot.own_cost = quality[t] * weights.quality - tier[t] * weights.tier;
    spot.max_distance_m = people.max_distance_m[t];
    spot.max_travel_s = people.max_travel_s[t];
    spot.speed = static_cast<std::int16_t>(people.speed_percent[t]);
    spot.efficiency = static_cast<std::int16_t>(people.efficiency_percent[t]);
    spot.tier = static_cast<std::int16_t>(tier[t]);
    spot.suspended = !people.suspensions[t].empty();
    return spot;
  }
};

/// What of a pair's rules a bucket of shifts does not settle for all its orders at once.
enum class Unsettled : std::uint8_t { nothing, demands };

/// One order, ready to be compared with shifts.
struct Query {
  OrderIndex order;
  std::uint32_t place = 0;
  std::span<const Interval> starts;
  std::int32_t first = 0, last = 0, due = 0;  ///< allowed starts, lateness
  std::int32_t service_s = 0, setup_s = 0;
  std::int32_t ready_s = 0;
  std::int32_t release_s = 0;        ///< nobody leaves for it sooner
  std::int64_t per_wait_minute = 0;  ///< priority × weight of urgency
  bool demands = false;              ///< skills, groups … are to be looked at pair by pair
  bool closed = false;               ///< at some time: nobody works on its kind
  bool capped = false;               ///< of a kind of which some may do only so much
  bool particular = false;           ///< names technicians: blocked, preferred, previous or pinned

  Query() = default;
  Query(const Scale& scale, OrderIndex of, Unsettled unsettled) : order(of) {
    const OrderColumns& orders = scale.dense->orders;
    const std::size_t o = of.at();
    place = orders.location[o].value;
    starts = orders.starts[o];
    first = starts.front().low;
    last = starts.back().high;
    due = orders.due_s[o];
    service_s = orders.service_s[o];
    setup_s = orders.setup_s[o];
    ready_s = matching_detail::ready_s(*scale.dense, o, scale.first_start);
    release_s = orders.release_s[o];
    per_wait_minute = scale.weights.urgency == 0 ? 0 : scale.weights.urgency * scale.problem->data().orders[o].priority;
    demands = unsettled == Unsettled::demands;
    closed = !orders.closed[o].empty();
    capped = !scale.dense->tag_caps.empty() && !orders.tags[o].empty();
    particular = !orders.allowed[o].empty() || !orders.blocked[o].empty() || !orders.preferred[o].empty() ||
                 orders.previous_technician[o].valid() || orders.pinned_technician[o].valid() ||
                 orders.cost_of_change[o] > 0;
  }
};

/// Paid work of a visit that lies above a piece's limit.
inline std::int64_t work_above(const FairnessPiece& piece, std::int64_t carried, std::int64_t work) {
  return std::max<std::int64_t>(0, carried + work - piece.over.seconds) -
         std::max<std::int64_t>(0, carried - piece.over.seconds);
}

/// The cost of change that a start brings about; 0 when it keeps what is pinned.
inline std::int64_t change_cost(const Dense& dense, OrderIndex order, TechnicianIndex technician,
                                std::int64_t start_s) {
  const std::int64_t cost = dense.orders.cost_of_change[order.at()];
  if (cost <= 0) return 0;
  const TechnicianIndex pinned = dense.orders.pinned_technician[order.at()];
  if (pinned.valid() && pinned != technician) return cost;
  const std::int32_t keep = dense.orders.pinned_start_s[order.at()];
  return keep != std::numeric_limits<std::int32_t>::min() && keep != start_s ? cost : 0;
}

}  // namespace matching_detail
}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI

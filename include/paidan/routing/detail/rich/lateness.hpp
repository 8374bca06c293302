// What it counts that a stop starts later.
#pragma once

#include <paidan/routing/detail/rich/tour.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace tour_detail {

inline constexpr std::int32_t far_away = std::int32_t{1} << 30;

/// What starting an order then counts.
inline Count lateness_of(const Ground& ground, Index order, std::int64_t start) {
  Count count;
  const VisitRow& visit = ground.visit(order);
  const std::int64_t late = start - visit.due;
  if (late <= 0) return count;
  if (ground.in_order()) {
    count.late = std::min<std::int64_t>(late, ground.weights().lateness_cap.seconds);
    if (start > visit.agreed_until) count.honour = ground.dense().orders.honour[order];
  } else {
    count.cost = late * ground.weights().per_lateness_second;
  }
  return count;
}

inline void add_lateness(const Ground& ground, Index order, std::int64_t start, Tour& plan) {
  const Count late = lateness_of(ground, order, start);
  plan.lateness += late.cost;
  plan.count += late;
}

/// Lateness of the items from the i-th on when that one is reached at `t`, less what they have now.
inline Count more_lateness(const Ground& ground, const std::vector<Item>& items, std::size_t i, std::int32_t t) {
  Count more;
  for (; i < items.size(); ++i) {
    const Item& one = items[i];
    const std::int32_t start = std::max(t, one.low);
    if (start == one.start) break;
    if (one.is_visit() && (start > one.due || one.start > one.due)) {
      more += lateness_of(ground, one.order, start);
      more -= lateness_of(ground, one.order, one.start);
    }
    t = start + one.duration + (i + 1 < items.size() ? items[i + 1].leg_s : 0);
  }
  return more;
}

}  // namespace tour_detail

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

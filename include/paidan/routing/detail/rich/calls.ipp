// Where a tour calls at a depot.
#pragma once

#include <paidan/routing/detail/rich/tour.hpp>

#include <paidan/routing/detail/calls.hpp>
#include <paidan/routing/detail/rich/lateness.hpp>
#include <paidan/routing/detail/rich/supply.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE void Layer::read_visits(const Tour& plan) {
  visits_.clear();
  for (const Item& one : plan.items) {
    if (one.is_visit()) visits_.emplace_back(one.order);
  }
}

/// The call that stands is needed, and enough.
PAIDAN_INLINE bool Layer::call_stands(Index tour, const Tour& plan) {
  read_visits(plan);
  Call call;
  for (const Item& one : plan.items) {
    if (one.call) {
      call.depot = DepotIndex(one.row);
      break;
    }
    if (one.is_visit()) ++call.before;
  }
  supplied_.look_at(TechnicianIndex(frames_[tour].technician), visits_);
  const bool needed = !supplied_.without_call();
  return call.depot.valid() ? needed && supplied_.suffices(call) : !needed;
}

/// A call before this item. False: there is no way.
PAIDAN_INLINE bool Layer::put_call(Index tour, Tour& plan, std::size_t gap, Index depot) const {
  const DepotColumns& depots = ground_->dense().depots;
  const auto starts = depots.starts[depot];
  Item item;
  item.call = true;
  item.row = depot;
  item.place = depots.location[depot].value;
  item.duration = depots.service_s[depot];
  item.low = starts.front().low;
  item.high = starts.back().high;
  item.due = tour_detail::far_away;
  item.sure = starts.size() == 1;
  plan.items.insert(plan.items.begin() + static_cast<std::ptrdiff_t>(gap), item);
  return link(tour, plan.items, gap) && link(tour, plan.items, gap + 1);
}

/// Where it costs least, of these the earliest place; none if the van suffices. The items need not be linked: where
/// there is no way from a visit to the next, a call between them may be one.
PAIDAN_INLINE bool Layer::lay_with_call(Index tour, Tour& plan, const Rates& rates, const Stock& stock) {
  std::erase_if(plan.items, [](const Item& one) { return !one.is_visit(); });
  std::size_t cut = no_gap;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    if (link(tour, plan.items, i)) continue;
    if (cut != no_gap) return false;
    cut = i;
  }
  read_visits(plan);
  supplied_.look_at(TechnicianIndex(frames_[tour].technician), visits_);
  if (supplied_.without_call()) return cut == no_gap && lay_times(tour, plan, rates);
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  supplied_.calls(calls_);
  for (const Call& call : calls_) {
    if (cut != no_gap && call.before != cut) continue;
    trial_.items.assign(plan.items.begin(), plan.items.end());
    if (!put_call(tour, trial_, call.before, call.depot.value) || !lay_times(tour, trial_, rates)) continue;
    const std::int64_t price = rates.price(trial_.count);
    if (price >= least) continue;
    // What others took may leave enough elsewhere only.
    const Index technician = frames_[tour].technician;
    if (stock.supply != nullptr && !stock.supply->suffices({{technician, stock.now, trial_.items}})) continue;
    least = price;
    std::swap(trial_, best_);
  }
  if (least == std::numeric_limits<std::int64_t>::max()) return false;
  std::swap(plan, best_);
  return true;
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

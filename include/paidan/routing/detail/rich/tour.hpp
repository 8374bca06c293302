// The work of one shift while it is searched: visits and rests in order, and what makes an insertion cost O(1).
#pragma once

#include <paidan/routing/detail/anneal/fixed_point.hpp>
#include <paidan/routing/detail/calls.hpp>
#include <paidan/routing/detail/rich/ground.hpp>
#include <paidan/routing/detail/rich/item.hpp>
#include <paidan/routing/detail/rich/supply.hpp>
#include <paidan/routing/detail/schedule.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// What is counted of a tour or a plan, goal by goal.
struct Count {
  std::int64_t honour = 0;
  std::int64_t late = 0;
  std::int64_t cost = 0;

  Count& operator+=(const Count& other) {
    honour += other.honour;
    late += other.late;
    cost += other.cost;
    return *this;
  }
  Count& operator-=(const Count& other) {
    honour -= other.honour;
    late -= other.late;
    cost -= other.cost;
    return *this;
  }
  friend bool operator==(const Count&, const Count&) = default;
};

/// What steers the search: one number, with a finite rate for each goal.
struct Rates {
  std::uint64_t honour_q16 = 0;
  std::int64_t late = 0;

  [[nodiscard]] std::int64_t price(const Count& count) const {
    return count.cost + count.late * late + (count.honour == 0 ? 0 : honour(count.honour));
  }
  /// Of a difference too: as much less for −weight as more for weight.
  [[nodiscard]] std::int64_t honour(std::int64_t weight) const {
    const auto size = static_cast<std::uint64_t>(weight < 0 ? -weight : weight);
    const auto price = static_cast<std::int64_t>(anneal::Wide{size} * honour_q16 >> 16U);
    return weight < 0 ? -price : price;
  }
};

/// Shift's own numbers, side by side.
struct Frame {
  const Ways* ways = nullptr;  ///< at the technician's pace, if there is a table
  Index technician = 0;
  Index start_place = 0;
  Index end_place = none;  ///< open end
  std::int32_t opens = 0;
  std::int32_t due_back = 0;
  std::int32_t latest_back = 0;
  std::int32_t max_jobs = 0;
  std::int32_t max_leg_s = too_long;
  std::int64_t max_travel_s = 0;
  std::int64_t max_distance_m = 0;
  std::int64_t fixed_cost = 0;
  bool suspended = false;  ///< at some time
  bool breaks = false;
  bool traffic = false;  ///< ways take longer at some hours
};

/// A tour's numbers, its stops aside.
struct TourFigures {
  Index visits = 0;
  bool exact = true;      ///< the items' numbers are exact; else they bound, and the clock has to be asked
  unsigned unplaced = 0;  ///< breaks that are not due, as bits
  Index depot = none;     ///< called at
  std::int32_t last_leg_s = 0;
  std::int32_t last_leg_m = 0;
  std::int32_t leaves = 0;  ///< start and end of the day
  std::int32_t back = 0;
  std::int64_t travel_s = 0;   ///< on free roads
  std::int64_t traffic_s = 0;  ///< what the traffic of the hour adds
  std::int64_t distance_m = 0;
  std::int64_t work_s = 0;  ///< travel, visits, paid rests
  std::int64_t waiting_s = 0;
  std::int64_t change = 0;    ///< of the cost: what starts moved from soft pins cost
  std::int64_t lateness = 0;  ///< of the cost, with one weighted goal
  std::int64_t worst_s = 0;   ///< largest lateness of a visit, where the plan's counts
  Count count;

  /// What can become less of the cost, however the tour grows: waiting, moved starts, traffic.
  [[nodiscard]] std::int64_t savable(const Objective& weights) const {
    return waiting_s * weights.per_waiting_second + change + traffic_s * weights.per_travel_second;
  }
  [[nodiscard]] std::int64_t overtime(const Frame& frame) const { return std::max(0, back - frame.due_back); }
  friend bool operator==(const TourFigures&, const TourFigures&) = default;
};

struct Tour : TourFigures {
  std::vector<Item> items;

  friend bool operator==(const Tour&, const Tour&) = default;
};

/// A stop that slips in before another one, and what the tour then is.
struct Slip {
  Item item;
  std::size_t next = 0;  ///< the visit behind, with rests between, or the end
  constraints::Hop on;   ///< way there
  std::int64_t travel_s = 0;
  std::int64_t distance_m = 0;
};

/// What links ask of a visit, and what it leaves to those it is linked to.
struct LinkState {
  std::int32_t floor = -time_limit_s;  ///< starts no sooner
  // Latest start that what stands behind it in its tour allows, and that costs nothing more there.
  std::int32_t latest = time_limit_s;
  std::int32_t free = time_limit_s;
  friend bool operator==(const LinkState&, const LinkState&) = default;
};

/// What a tour that changes may draw on: it gives back what it takes now. Null: as if it were alone.
struct Stock {
  Supply* supply = nullptr;
  std::span<const Item> now;
};

/// Lays tours out: legs, times, rests, counts. Has scratch space: one per thread.
class Layer {
 public:
  PAIDAN_EXPORT explicit Layer(const Ground& ground);

  [[nodiscard]] const Frame& frame(Index tour) const { return frames_[tour]; }
  [[nodiscard]] constraints::Hop hop(const Frame& frame, Index from, Index to) const {
    if (frame.ways != nullptr) return frame.ways->from(from)[to];
    return ground_->hop(frame.technician, from, to);
  }
  /// The same, for many places before one.
  [[nodiscard]] constraints::Hop hop_to(const Frame& frame, Index to, Index from) const {
    if (frame.ways != nullptr) return frame.ways->to(to)[from];
    return ground_->hop(frame.technician, from, to);
  }
  /// In this tour, is its start told by the earliest, the latest and what stands beside it alone: one window, no start
  /// to keep, no buffer, not closed at any time of the shift?
  [[nodiscard]] bool is_sure(Index tour, Index order) const {
    const VisitRow& visit = ground_->visit(order);
    return visit.one_window && !visit.keeps_start && !visit.buffered &&
           (!visit.closed || is_open(frames_[tour], order));
  }
  [[nodiscard]] const LinkState& link_state(Index order) const { return links_[order]; }
  void set_link_state(Index order, const LinkState& state) { links_[order] = state; }
  /// What links and release allow, for who comes from so far.
  [[nodiscard]] std::int32_t low_after(Index order, std::int32_t way_s) const {
    const std::int32_t low = ground_->visit(order).low_after(way_s);
    return links_.empty() ? low : std::max(low, links_[order].floor);
  }
  /// The floors of its linked stops, as they are now.
  void take_floors(Tour& plan) const {
    for (Item& one : plan.items) {
      if (one.linked) one.low = low_after(one.order, one.leg_s);
    }
  }
  /// Starts of the linked visits of a tour that is laid out: `tell(order, start)`.
  template <class Tell>
  void linked_starts(Index tour, const Tour& plan, Tell&& tell);
  /// What a tour that is laid out leaves to those that its visits are linked to: `tell(order, state)`.
  template <class Tell>
  void linked_slack(const Frame& frame, const Tour& plan, Tell&& tell) const;
  /// A stop for this order, without its way.
  [[nodiscard]] PAIDAN_EXPORT Item item(Index tour, Index order) const;
  /// Leg and duration of the i-th item, from what stands before it. False: there is no way.
  PAIDAN_EXPORT bool link(Index tour, std::vector<Item>& items, std::size_t i) const;
  /// Everything else of a tour whose items are linked – with depots they need not be –; the call and rests are placed
  /// anew, the call where there is stock for it. False: it cannot be done.
  PAIDAN_EXPORT bool lay(Index tour, Tour& plan, const Rates& rates, const Stock& stock = {});
  /// The same, with the call and the rests where they stand as long as that can be.
  PAIDAN_EXPORT bool lay_again(Index tour, Tour& plan, const Rates& rates, const Stock& stock = {});
  /// What is left of a tour without the visits that `keep` does not keep; they are appended to `out`. The rests stay as
  /// long as they are due for certain and another place could save nothing. `first`: the items before it stand as they
  /// stood. False: it cannot be done.
  PAIDAN_EXPORT bool take_out(Index tour, const Tour& at, const std::vector<std::uint8_t>& keep, const Rates& rates,
                              Tour& plan, std::vector<Index>& out, std::size_t& first, const Stock& stock = {});
  /// Can an order stand before this item so that nothing changes but times: no rest becomes due, no setup falls away,
  /// nothing hangs on a release? False says nothing: `lay_again` has to be asked.
  [[nodiscard]] PAIDAN_EXPORT bool can_slip(Index tour, const Tour& plan, std::size_t gap, Index order,
                                            Slip& slip) const;
  /// What stands behind linked stops leaves to them, as far as it is known of their partners now.
  void lean_back(Index tour, Tour& plan) const { backward(frames_[tour], plan, plan.items.size()); }
  /// Put it there: what `lay_again` would make of it, told anew only where it changes.
  PAIDAN_EXPORT void slip_in(Index tour, Tour& plan, std::size_t gap, const Slip& slip) const;

 private:
  [[nodiscard]] PAIDAN_EXPORT bool is_open(const Frame& frame, Index order) const;
  /// Rests are taken out: they are placed anew by `lay`.
  static void strip(Tour& plan) {
    std::erase_if(plan.items, [](const Item& one) { return one.is_rest(); });
  }
  bool lay_times(Index tour, Tour& plan, const Rates& rates);
  bool put_call(Index tour, Tour& plan, std::size_t gap, Index depot) const;
  bool lay_with_call(Index tour, Tour& plan, const Rates& rates, const Stock& stock);
  [[nodiscard]] bool call_stands(Index tour, const Tour& plan);
  void read_visits(const Tour& plan);
  bool forward(Index tour, Tour& plan) const;
  void backward(const Frame& frame, Tour& plan, std::size_t count) const;
  void bound_by_links(Item& one) const;
  struct Onward {
    bool possible = false;
    bool late = false;  ///< what is late has changed, or how long the day is, which all items hang on
  };
  Onward go_on(const Frame& frame, Tour& plan, std::size_t first, std::int64_t durations) const;
  static constexpr std::size_t no_gap = ~std::size_t{0};
  /// Where a rest would stand, and what that makes of the price.
  struct Place {
    std::int64_t price = std::numeric_limits<std::int64_t>::max();
    std::size_t gap = no_gap;
  };
  [[nodiscard]] Place find_place(Index tour, const Tour& plan, std::size_t b, const Rates& rates, bool alone) const;
  bool put_rest(Index tour, Tour& plan, std::size_t b, std::size_t gap) const;
  bool place_alone(Index tour, Tour& plan, const Rates& rates) const;
  bool place_each(Index tour, Tour& plan, const Rates& rates, std::span<const std::size_t> order) const;
  bool place_by_clock(Index tour, Tour& plan);
  bool place_rests(Index tour, Tour& plan, const Rates& rates);
  [[nodiscard]] routing::Frame read_steps(Index tour, const Tour& plan);
  bool ask_clock(Index tour, Tour& plan);
  [[nodiscard]] unsigned due(Index tour, std::int32_t leaves, std::int32_t back) const;
  [[nodiscard]] bool rests_stand(Index tour, const Tour& plan) const;
  bool find_last_leg(const Frame& frame, Tour& plan) const;
  void finish(const Frame& frame, Tour& plan) const;

  const Ground* ground_;
  std::vector<Frame> frames_;
  std::vector<LinkState> links_;  // by order; empty where nothing is linked
  Clock clock_;
  std::vector<Step> steps_;
  std::vector<OrderIndex> visits_;
  std::vector<Call> calls_;
  Supplied supplied_;
  Tour trial_;
  Tour best_;
};

template <class Tell>
void Layer::linked_starts(Index tour, const Tour& plan, Tell&& tell) {
  std::span<const std::int64_t> starts;
  if (!plan.exact) {
    const routing::Frame bounds = read_steps(tour, plan);
    starts = clock_.starts(bounds, steps_, clock_.time(bounds, steps_));
  }
  std::size_t step = 0;
  for (const Item& one : plan.items) {
    if (one.linked) tell(one.order, plan.exact ? one.start : static_cast<std::int32_t>(starts[step]));
    if (!one.is_rest()) ++step;
  }
}

template <class Tell>
void Layer::linked_slack(const Frame& frame, const Tour& plan, Tell&& tell) const {
  for (std::size_t i = plan.items.size(); i-- > 0;) {
    const Item& one = plan.items[i];
    if (!one.linked) continue;
    const bool last = i + 1 == plan.items.size();
    const std::int32_t way = last ? plan.last_leg_s : plan.items[i + 1].leg_s;
    const std::int32_t latest = last ? frame.latest_back : plan.items[i + 1].latest;
    const std::int32_t free = last ? std::max(plan.back, frame.due_back) : plan.items[i + 1].free;
    LinkState state = links_[one.order];
    state.latest = std::min(one.high, latest - way - one.duration);
    state.free = std::min({one.high, std::max(one.start, one.due), free - way - one.duration});
    tell(one.order, state);
  }
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/tour.ipp>
#endif

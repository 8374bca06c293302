// A feasible plan that is changed in place, tour by tour, and can take back what a step did.
#pragma once

#include <paidan/model/goals.hpp>
#include <paidan/routing/detail/gaps.hpp>
#include <paidan/routing/detail/rich/supply.hpp>
#include <paidan/routing/detail/rich/tour.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

inline constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::max();

/// Where an order would go, and what that adds to the price.
struct Spot {
  std::int64_t price = impossible;
  Index tour = none;
  Index gap = 0;  ///< before this item
};

/// Where an order is, with what a neighbour asks first, in one cache line.
struct alignas(64) Slot {
  Index tour = none;               ///< `none`: absent
  Index position = 0;              ///< item in its tour, or place among the absent
  std::int32_t leaves_before = 0;  ///< when what stands before can leave, and when this can
  std::int32_t leaves = 0;
  std::int32_t latest = 0;  ///< latest start of this, and of what stands behind
  std::int32_t latest_next = 0;
  Index place = 0;
  Index place_before = 0;
  Index place_next = none;  ///< `none`: a rest, an open end, or what hangs on a release
  bool by_release = false;
  std::int32_t way_before_s = 0;
  std::int32_t way_next_s = 0;
  std::int64_t way_before = 0;  ///< cost of the way here, and on
  std::int64_t way_next = 0;

  friend bool operator==(const Slot&, const Slot&) = default;
};

static_assert(sizeof(Slot) == 64);

/// An order that looks for its place: what is asked of each gap, read once.
struct Probe {
  Index order = none;
  Index place = 0;
  std::int32_t low = 0;
  std::int32_t high = 0;
  std::int32_t service = 0;  ///< at least
  std::int64_t per_second = 0;
  std::int64_t per_metre = 0;
  std::int64_t least_pair_cost = 0;
  // Ways to its place and on from it, by the other place; none where technicians go at several paces.
  Ways::Row to;
  Ways::Row from;

  [[nodiscard]] std::int64_t cost(const constraints::Hop& leg) const {
    return leg.seconds * per_second + leg.metres * per_metre;
  }
};

/// The first and the last stop of a tour, if they are visits.
struct Ends {
  Index visits = 0;
  Index first = none;
  Index last = none;
};

/// Not thread-safe; several share a ground.
class State {
 public:
  using Visits = routing::Visits;

  PAIDAN_EXPORT explicit State(const Ground& ground);

  [[nodiscard]] const Ground& ground() const { return *ground_; }
  [[nodiscard]] const Tour& tour(Index tour) const { return tours_[tour]; }
  [[nodiscard]] const Ends& ends(Index tour) const { return ends_[tour]; }
  [[nodiscard]] const Frame& frame(Index tour) const { return layer_.frame(tour); }
  [[nodiscard]] Index tour_of(Index order) const { return slots_[order].tour; }
  [[nodiscard]] Index position_of(Index order) const { return slots_[order].position; }
  [[nodiscard]] std::span<const Index> absent() const { return absent_; }
  [[nodiscard]] Index visited() const { return ground_->visit_count() - static_cast<Index>(absent_.size()); }
  /// Tours in use.
  [[nodiscard]] Index used() const { return used_; }

  /// More tours are empty than not: who does what is then most of the question.
  [[nodiscard]] bool many_idle() const { return 2 * used_ < ground_->tour_count(); }

  void set_rates(const Rates& rates) {
    rates_ = rates;
    drafted_ = {};  // rests stand where they cost least
  }
  [[nodiscard]] const Rates& rates() const { return rates_; }
  [[nodiscard]] std::int64_t price() const { return rates_.price(count_); }
  [[nodiscard]] const Count& count() const { return count_; }
  [[nodiscard]] Goals goals() const { return {count_.honour, {count_.late}, count_.cost}; }
  /// What leaving it out costs.
  [[nodiscard]] std::int64_t missing_price(Index order) const { return rates_.price(missing_[order]); }

  [[nodiscard]] const Slot& slot(Index order) const { return slots_[order]; }
  [[nodiscard]] Probe probe(Index order) const {
    const Objective& weights = ground_->weights();
    const VisitRow& visit = ground_->visit(order);
    return {order,
            visit.place,
            visit.low,
            visit.high,
            visit.service,
            weights.per_travel_second,
            weights.per_metre,
            ground_->least_pair_cost(order),
            ways_ == nullptr ? Ways::Row() : ways_->to(visit.place),
            ways_ == nullptr ? Ways::Row() : ways_->from(visit.place)};
  }
  /// False: the gap before the visit, or behind it, cannot cost less than `most`. The quick part of `try_gap`, for the
  /// many gaps that are no good, most of which show it by the way to the visit alone; that is looked up where it is not
  /// `known`. A way that is shorter than the one it replaces may save anything.
  [[nodiscard]] bool may_pay_before(const Probe& probe, const Slot& at, std::int64_t most,
                                    const constraints::Hop* known = nullptr) const {
    if (at.leaves_before > probe.high) return false;
    // What comes next may begin sooner from here, or without its setup.
    if (at.by_release || at.place == probe.place) return true;
    const constraints::Hop on = known != nullptr ? *known : way_from(probe, at.tour, at.place);
    const std::int64_t takes = std::int64_t{probe.service} + on.seconds;
    if (std::max(at.leaves_before, probe.low) + takes > at.latest) return false;
    const std::int64_t half = probe.cost(on) + probe.least_pair_cost - at.way_before - saved_[at.tour];
    if (half >= most && on.seconds >= at.way_before_s) return false;
    const constraints::Hop out = way_to(probe, at.tour, at.place_before);
    if (std::max<std::int64_t>(std::int64_t{at.leaves_before} + out.seconds, probe.low) + takes > at.latest)
      return false;
    return half + probe.cost(out) < most || std::int64_t{out.seconds} + on.seconds < at.way_before_s;
  }
  [[nodiscard]] bool may_pay_behind(const Probe& probe, const Slot& at, std::int64_t most,
                                    const constraints::Hop* known = nullptr) const {
    if (at.leaves > probe.high) return false;
    // Before a rest, an open end, …
    if (at.place_next == none || at.place_next == probe.place) return true;
    const constraints::Hop out = known != nullptr ? *known : way_to(probe, at.tour, at.place);
    const std::int64_t arrives = std::int64_t{at.leaves} + out.seconds;
    if (arrives > probe.high) return false;
    const std::int64_t ready = std::max<std::int64_t>(arrives, probe.low) + probe.service;
    if (ready > at.latest_next) return false;
    const std::int64_t half = probe.cost(out) + probe.least_pair_cost - at.way_next - saved_[at.tour];
    if (half >= most && out.seconds >= at.way_next_s) return false;
    const constraints::Hop on = way_from(probe, at.tour, at.place_next);
    if (ready + on.seconds > at.latest_next) return false;
    return half + probe.cost(on) < most || std::int64_t{out.seconds} + on.seconds < at.way_next_s;
  }
  /// What inserting the order before this item adds to the price if that is below `most`, exactly; else `impossible`.
  [[nodiscard]] PAIDAN_EXPORT std::int64_t try_gap(const Probe& probe, Index tour, std::size_t gap, std::int64_t most);
  /// Put an absent order there. False: nothing changed, because the tour cannot be laid out.
  PAIDAN_EXPORT bool insert(Index order, const Spot& spot);
  /// These orders, one behind the other.
  PAIDAN_EXPORT bool insert_chain(std::span<const Index> orders, const Spot& spot);
  /// Do stock and caps suffice for all these absent orders?
  [[nodiscard]] PAIDAN_EXPORT bool has_stock(std::span<const Index> orders, Index tour);
  /// Take orders out of a tour; `keep` says of each visit whether it stays. False: the rest cannot be done; the tour is
  /// then as it was.
  PAIDAN_EXPORT bool remove(Index tour, const std::vector<std::uint8_t>& keep, std::vector<Index>& out);
  /// For `remove`: all visits of a tour stay but these.
  PAIDAN_EXPORT void keep_others(Index tour, std::span<const Index> orders, std::vector<std::uint8_t>& keep) const;
  /// Of the visits of a tour that are to stay, those that need its call do not.
  PAIDAN_EXPORT void keep_without_call(Index tour, std::vector<std::uint8_t>& keep);
  /// The visits of two tours become these. False: nothing changed. With `most`, only if the price rises by less.
  PAIDAN_EXPORT bool replace(Index a, std::span<const Index> visits_a, Index b, std::span<const Index> visits_b,
                             std::int64_t most);
  /// What it adds to the price, at least, if `visit` and all behind it follow `other` and what followed that goes the
  /// other way; far above any allowance where it cannot be.
  [[nodiscard]] PAIDAN_EXPORT std::int64_t tails_least(Index visit, Index other) const;
  /// The price of a sequence in a tour that has other visits now, less the tour's; `impossible` if it cannot be.
  [[nodiscard]] PAIDAN_EXPORT std::int64_t try_sequence(Index tour, std::span<const Index> visits);

  /// Visits of other tours wait for those of the tours that this step has changed, no longer than they have to. False:
  /// they cannot; the step is to be taken back.
  [[nodiscard]] PAIDAN_EXPORT bool settle();
  /// Until `release`, linked visits are laid out as if nothing held them; then groups that are not whole, or cannot be
  /// together, are left out.
  void hold() { held_ = true; }
  PAIDAN_EXPORT void release();
  /// False: something could not be taken back; the step has to be.
  [[nodiscard]] bool sound() const { return sound_; }
  /// No sooner may an order start, for those it is linked to that have places.
  [[nodiscard]] PAIDAN_EXPORT std::int32_t floor_of(Index order) const;
  [[nodiscard]] const LinkState& link_state(Index order) const { return layer_.link_state(order); }
  /// Take an order out of its tour, and wait no longer for it. False: the step is to be taken back.
  PAIDAN_EXPORT bool take_back(Index order);
  /// About what it adds to the price if the order stands before this item and starts then, no sooner than it could:
  /// what ways, pair and lateness cost, its own and about that of those it delays. Where `start` is asked for, the
  /// first one.
  [[nodiscard]] PAIDAN_EXPORT std::int64_t price_at(const Probe& probe, Index tour, std::size_t gap,
                                                    std::int32_t& start) const;

  /// A new step: what was done before is kept.
  PAIDAN_EXPORT void begin();
  /// Take back everything since `begin`.
  PAIDAN_EXPORT void rollback();
  [[nodiscard]] bool touched(Index tour) const { return touched_at_[tour] == step_; }
  [[nodiscard]] std::size_t touched_count() const { return kept_count_; }
  [[nodiscard]] Index touched_tour(std::size_t i) const { return kept_[i].tour; }

  [[nodiscard]] PAIDAN_EXPORT std::vector<Index> visits(Index tour) const;
  /// The item before which a visit stands that has so many visits before it: behind rests that stand there.
  [[nodiscard]] PAIDAN_EXPORT Index gap_behind(Index tour, std::size_t visits) const;
  [[nodiscard]] PAIDAN_EXPORT Visits visits() const;
  /// Replace everything; what cannot be done is left out.
  PAIDAN_EXPORT void assign(const Visits& visits);

 private:
  /// A tour as it was when the step began.
  struct Kept {
    Index tour = 0;
    Tour plan;
  };

  /// `look(link, other)` for each order with a place that this one is linked to.
  template <class Look>
  void each_partner(Index order, Look&& look) const {
    const Dense& dense = ground_->dense();
    for (const std::uint32_t row : dense.orders.links[order]) {
      const LinkRow& link = dense.links[row];
      const Index other = other_of(link, OrderIndex(order)).value;
      if (slots_[other].tour != none) look(link, other);
    }
  }
  void set_link(Index order, const LinkState& state);
  void tell_slack(Index tour);
  void ask_partners(Index tour);
  bool lay_on_floors(Index tour);
  bool raise();
  bool start_anew(Index tour);
  bool lower();
  [[nodiscard]] std::uint32_t most_rounds(Index tour) const;
  [[nodiscard]] bool hastens(std::span<const Index> orders, Index tour) const;
  bool raise_after(std::span<const Index> orders, Index tour);
  bool settle_after(std::span<const Index> orders, Index tour);
  void expect(std::span<const Index> orders);
  void forget(std::span<const Index> orders);
  void leave_out_group(Index order);
  void keep_whole_groups();
  [[nodiscard]] std::int64_t push_price(Index order, std::int32_t start) const;
  [[nodiscard]] std::int64_t push_price(const Tour& plan) const;

  Tour& touch(Index tour, std::size_t first);
  void put(Index tour, Tour& plan, std::size_t first);
  void describe(Index tour, std::size_t gap);
  /// Ways to the order's place, and on from it.
  [[nodiscard]] constraints::Hop way_to(const Probe& probe, Index tour, Index from) const {
    return probe.to ? probe.to[from] : layer_.hop_to(layer_.frame(tour), probe.place, from);
  }
  [[nodiscard]] constraints::Hop way_from(const Probe& probe, Index tour, Index to) const {
    return probe.from ? probe.from[to] : layer_.hop(layer_.frame(tour), probe.place, to);
  }
  void use_stock(Index tour, const Tour& plan, std::int64_t sign);
  [[nodiscard]] bool stock_suffices(Index tour) const;
  void leave_out(Index order);
  void take_in(Index order);
  struct Move {
    Index order = 0;
    Index tour = 0;
    bool comes = false;  ///< into the tour; else out of it
  };
  /// With what it takes of parts and caps.
  void move(const Move& move);
  /// The same, to be taken back with the step.
  void keep_and_move(const Move& move) {
    moves_.push_back(move);
    this->move(move);
    if (!move.comes && ground_->visit(move.order).linked) set_link(move.order, {});
  }
  [[nodiscard]] bool stock_left(Index tour, Index order) const;
  [[nodiscard]] bool supplied(Index tour, const Tour& plan);
  [[nodiscard]] Stock stock(Index tour) { return {&supply_, tours_[tour].items}; }
  [[nodiscard]] Index called(Index tour, std::size_t gap) const;
  [[nodiscard]] bool at_hand(Index tour, std::size_t gap, Index order) const;
  struct Calls {
    std::int64_t least = impossible;  ///< cost of the way that any call adds, at least
    std::int64_t own = 0;             ///< of the tour's
  };
  [[nodiscard]] Calls calls_of(Index tour) const;
  [[nodiscard]] std::int64_t call_least(Index tour, Index order, Index before, const constraints::Hop& out) const;
  [[nodiscard]] std::int64_t detour(const Frame& frame, Index from, Index over, Index to,
                                    const constraints::Hop& instead) const;
  void use_stock(Index tour, Index order, std::int64_t sign);
  /// The plan's largest lateness, and what it costs, after a tour that had `before` has changed.
  void tell_worst(Index tour, std::int64_t before);
  /// The largest lateness of the other tours; of all but two.
  [[nodiscard]] std::int64_t worst_beside(Index tour, Index other = none) const;
  /// Fairness of the tour's technician if its work were this much more.
  [[nodiscard]] std::int64_t fairness_more(Index technician, std::int64_t more_s) const;
  /// What can become less of the price, however the tour grows; less traffic is less work, too.
  [[nodiscard]] std::int64_t savable(const Tour& tour) const {
    return tour.savable(ground_->weights()) + tour.traffic_s * steepest_;
  }
  bool build(Index tour, std::span<const Index> visits, Tour& plan);
  bool draft(std::span<const Index> orders, Index tour, std::size_t gap);
  [[nodiscard]] std::int64_t more_with(Index tour) const;

  const Ground* ground_;
  Layer layer_;
  Supply supply_;
  const Ways* ways_ = nullptr;  // everybody's, where all go at one pace
  std::int64_t steepest_ = 0;   // of fairness, a second of work
  Rates rates_;
  std::vector<Tour> tours_;
  std::vector<Ends> ends_;
  std::vector<Slot> slots_;          // by order
  std::vector<std::int64_t> saved_;  // by tour: what may become less, whatever the detour
  std::vector<Calls> calls_;         // by tour, where there are depots
  std::vector<PartNeed> taken_;
  std::vector<Index> absent_;
  std::vector<Count> missing_;
  Count count_;
  std::int64_t worst_s_ = 0;
  Index used_ = 0;
  std::vector<std::int64_t> work_;        // by technician
  std::vector<std::int64_t> stock_left_;  // by `stock_row`, where there are no depots
  std::vector<std::int64_t> cap_left_;    // by row of the problem's
  bool any_stock_ = false;                // parts, or caps

  std::uint64_t step_ = 0;
  std::vector<std::uint64_t> touched_at_;
  std::vector<std::size_t> changed_from_;  // by touched tour: what stands before this item has not changed in this step
  std::vector<Move> moves_;                // of this step
  std::vector<Kept> kept_;
  std::size_t kept_count_ = 0;
  Slip slip_;
  /// Where the draft has one order more than the tour has now.
  struct Drafted {
    Index order = none;
    Index tour = none;
    std::size_t gap = 0;
    friend bool operator==(const Drafted&, const Drafted&) = default;
  };
  Drafted drafted_;
  Tour draft_;
  Tour other_draft_;

  std::vector<Index> linked_in_;                       // by tour: linked visits
  std::vector<std::pair<Index, LinkState>> link_log_;  // of this step: as they were
  std::vector<Index> queue_;                           // of tours to be told again
  std::vector<std::uint8_t> tour_asked_;
  std::vector<std::uint32_t> rounds_;
  /// A linked visit while floors are lowered.
  struct Anew {
    std::int32_t floor = 0;
    std::int32_t start = 0;
  };
  std::vector<Anew> anew_;
  std::vector<Index> asks_;
  std::vector<std::uint8_t> asking_;
  std::vector<std::uint8_t> keep_;
  std::vector<Index> undo_;
  Index stuck_ = 0;
  bool held_ = false;
  bool sound_ = true;
};

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/state.ipp>
#endif

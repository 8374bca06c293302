// What a search over a whole problem stands on: legs, visits, pairs, neighbours. Immutable, shared by all lanes.
#pragma once

#include <paidan/model/problem.hpp>
#include <paidan/routing/detail/context.hpp>
#include <paidan/routing/detail/control.hpp>
#include <paidan/routing/detail/ways.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

using Index = std::uint32_t;
inline constexpr Index none = 0xffffffffU;
/// Longer legs and visits fit into no shift; shorter ones add up in 32 bits, four at a time.
inline constexpr std::int32_t too_long = time_limit_s;

/// What an order is wherever it goes.
struct VisitRow {
  Index place = 0;
  std::int32_t low = 0;           ///< first start
  std::int32_t high = 0;          ///< last start
  std::int32_t due = 0;           ///< later is late
  std::int32_t agreed_until = 0;  ///< later breaks what was agreed
  std::int32_t release = 0;       ///< nobody leaves for it sooner
  std::int32_t service = 0;       ///< of the quickest technician, its setup aside
  bool one_window = true;
  bool closed = false;       ///< at some time nobody works on its kind
  bool keeps_start = false;  ///< moving it from a pinned start costs
  bool buffered = false;     ///< it may well take longer
  bool stock = false;        ///< takes parts, or of a cap on its kind
  bool setup = false;
  bool one_price = true;  ///< whoever serves it
  bool linked = false;    ///< to others: all are served, or none

  /// First start after a way of so many seconds: nobody leaves before the order is known.
  [[nodiscard]] std::int32_t low_after(std::int32_t way_s) const {
    return release > -time_limit_s ? std::max(low, release + way_s) : low;
  }
};

/// A visit beside which another may stand.
struct Neighbour {
  std::uint32_t packed = 0;  ///< order · 4 + (the other may stand behind it ? 1) + (the other may stand before it ? 2)
  std::int32_t leg = 0;      ///< cost of the shorter way between them, at most 2^31 − 1
  // Ways there and back, where all go at one pace.
  constraints::Hop there;
  constraints::Hop back;

  [[nodiscard]] Index order() const { return packed >> 2U; }
  [[nodiscard]] bool may_precede() const { return (packed & 1U) != 0; }  ///< this one, then the other
  [[nodiscard]] bool may_follow() const { return (packed & 2U) != 0; }   ///< the other, then this one
};

/// A tour that may take a visit.
struct Home {
  Index tour = 0;
  std::int32_t leg = 0;   ///< cost of the shorter way to where it begins or ends, at most 2^31 − 1
  std::int32_t both = 0;  ///< cost of the way there and home, at most 2^31 − 1
};

/// Tours that may take an order, the route aside.
class Tours {
 public:
  explicit Tours(const std::uint64_t* words) : words_(words) {}
  [[nodiscard]] bool contains(Index tour) const { return (words_[tour >> 6U] >> (tour & 63U) & 1U) != 0; }

 private:
  const std::uint64_t* words_;
};

class Ground {
 public:
  /// When `control` says stop, and for who does not search, neighbours are left out: they only guide a search.
  /// `days_apart`: `around` an order stand those of its day before those of others.
  PAIDAN_EXPORT explicit Ground(const Context& context, const Control& control = {}, bool searched = true,
                                bool days_apart = false);

  [[nodiscard]] const Context& context() const { return *context_; }
  [[nodiscard]] const Dense& dense() const { return *dense_; }
  [[nodiscard]] const Objective& weights() const { return context_->weights(); }
  [[nodiscard]] bool in_order() const { return weights().goals == GoalOrder::in_order; }
  [[nodiscard]] Index visit_count() const { return static_cast<Index>(visits_.size()); }
  [[nodiscard]] Index tour_count() const { return static_cast<Index>(context_->shift_count()); }
  [[nodiscard]] const VisitRow& visit(Index order) const { return visits_[order]; }

  /// Vans may be stocked anew on the way.
  [[nodiscard]] bool depots() const { return !dense_->depots.location.empty(); }
  [[nodiscard]] bool links() const { return !dense_->links.empty(); }
  /// The orders of its link group, the least first; of an order with links.
  [[nodiscard]] std::span<const OrderIndex> group(Index order) const {
    return dense_->link_groups[dense_->orders.link_group[order]];
  }
  [[nodiscard]] Index technician(Index tour) const { return dense_->shifts.technician[tour].value; }
  [[nodiscard]] Tours tours(Index order) const { return Tours(eligible_.data() + std::size_t{order} * words_); }
  /// May this order be in this tour, the route aside?
  [[nodiscard]] bool may(Index order, Index tour) const { return tours(order).contains(tour); }
  /// The least of the pairs' costs: what no place can save.
  [[nodiscard]] std::int64_t least_pair_cost(Index order) const { return least_pair_cost_[order]; }
  /// Cost of the pair; the order may be in the tour.
  [[nodiscard]] std::int64_t pair_cost(Index order, Index tour) const {
    if (visits_[order].one_price) return least_pair_cost_[order];
    if (!more_pair_cost_.empty())
      return least_pair_cost_[order] + more_pair_cost_[std::size_t{order} * tour_count() + tour];
    return context_->pair_cost(context_->find_pair(order, tour)) + dense_->orders.unserved_cost[order];
  }
  [[nodiscard]] constraints::Hop hop(Index technician, Index from, Index to) const {
    return context_->hop(technician, from, to);
  }
  /// The ways of the tour's technician; null where there is no table.
  [[nodiscard]] const Ways* ways(Index tour) const { return ways_.empty() ? nullptr : &ways_[ways_of_[tour]]; }
  /// Everybody goes at one pace, by one table.
  [[nodiscard]] bool one_table() const { return one_table_; }
  /// Orders beside which one may stand well, best first, those left out that it can neither follow nor precede in time;
  /// and the nearest by way alone.
  [[nodiscard]] std::span<const Neighbour> beside(Index order) const { return beside_[order]; }
  [[nodiscard]] std::span<const Index> around(Index order) const { return around_[order]; }
  /// Tours that may take it, by the way from where they begin or end.
  [[nodiscard]] std::span<const Home> homes(Index order) const { return homes_[order]; }
  /// Few enough orders and shifts to look at every gap.
  [[nodiscard]] bool small() const { return visit_count() + tour_count() <= 80; }
  /// Some leg between two places does not exist, or is too long for somebody.
  [[nodiscard]] bool holes() const { return holes_; }
  /// Way of the shortest tour that serves this order alone, for sorting.
  [[nodiscard]] std::int32_t far(Index order) const { return far_[order]; }

 private:
  void read_visits();
  void read_pairs();
  void read_ways(bool searched);
  [[nodiscard]] bool in_time(Index first, Index second) const;
  [[nodiscard]] bool days_between(Index one, Index other) const;
  void find_near(const Control& control, bool days_apart);
  void find_homes();

  const Context* context_;
  const Dense* dense_;
  std::vector<VisitRow> visits_;
  std::size_t words_ = 0;
  std::vector<std::uint64_t> eligible_;
  std::vector<std::int64_t> least_pair_cost_;
  std::vector<std::int32_t> more_pair_cost_;  // than the least, [order · tours + tour]; empty: not kept
  std::vector<Ways> ways_;
  std::vector<Index> ways_of_;  // by tour
  Lists<Neighbour> beside_;
  Lists<Index> around_;
  Lists<Home> homes_;
  std::vector<std::int32_t> far_;
  bool one_table_ = false;
  bool holes_ = false;
};

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/ground.ipp>
#endif

// The cheapest feasible shifts of one order, by branch and bound over a tree of shifts. Included by candidates.ipp
// alone.
#pragma once

#include <paidan/matching/detail/spatial_query.ipp>

#include <paidan/constraints/detail/caps.hpp>
#include <paidan/constraints/detail/rules.hpp>
#include <paidan/constraints/pair_cost.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace matching {
namespace matching_detail {

class Search {
 public:
  explicit Search(const Scale& scale) : scale_(scale), dense_(*scale.dense), weights_(scale.weights) {}

  /// At most `most` hits (0 = all) with keys ≤ `limit`, the least first kept, ties by shift; `taken` (sorted shifts)
  /// are passed over.
  void begin(const Query& query, std::size_t most, std::int64_t limit, std::span<const std::uint32_t> taken = {}) {
    query_ = query;
    most_ = most;
    limit_ = limit;
    worst_shift_ = std::numeric_limits<std::uint32_t>::max();
    taken_ = taken;
    hits_.clear();
    ranks_.clear();
  }

  void visit(const Tree& tree) {
    if (tree.nodes.empty()) return;
    stand(tree.ways);
    tree.ways.legs != nullptr ? descend<true>(tree) : descend<false>(tree);
  }

  /// One shift by itself.
  void look_at(const Ways& ways, const Spot& spot, std::int64_t price = 0) {
    stand(ways);
    ways.legs != nullptr ? consider<true>(ways, spot, price) : consider<false>(ways, spot, price);
  }

  /// Sorted by shift.
  [[nodiscard]] std::span<const Hit> hits() {
    by_shift_.resize(hits_.size());
    for (std::size_t i = 0; i < hits_.size(); ++i) by_shift_[i] = std::uint64_t{hits_[i].shift} << 32U | i;
    std::sort(by_shift_.begin(), by_shift_.end());
    sorted_.resize(hits_.size());
    for (std::size_t i = 0; i < hits_.size(); ++i) sorted_[i] = hits_[by_shift_[i] & 0xffffffffU];
    return sorted_;
  }

 private:
  struct Pending {
    std::int64_t bound;
    std::uint32_t node;
  };
  /// A hit in the heap of the cheapest so far, the dearest on top.
  struct Rank {
    std::int64_t key = 0;
    std::uint32_t shift = 0;
    std::uint32_t hit = 0;
    [[nodiscard]] bool below(const Rank& other) const {
      return key < other.key || (key == other.key && shift < other.shift);
    }
  };
  static constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::max();

  /// Where the order is on this profile's plane.
  void stand(const Ways& ways) {
    if (ways.legs != nullptr) return;
    x_ = ways.x_dm[query_.place];
    y_ = ways.y_dm[query_.place];
  }

  /// No pair of the node costs less; `impossible` when none is feasible.
  template <bool matrix>
  [[nodiscard]] std::int64_t bound(const Tree& tree, std::uint32_t n) const {
    const Node& node = tree.nodes[n];
    std::int64_t cost = node.least_own;
    std::int64_t arrival = std::max(node.first_start, query_.release_s);
    if constexpr (!matrix) {
      const std::int64_t east = std::max({std::int64_t{node.west} - x_, std::int64_t{x_} - node.east, std::int64_t{0}});
      const std::int64_t north =
          std::max({std::int64_t{node.south} - y_, std::int64_t{y_} - node.north, std::int64_t{0}});
      if (east != 0 || north != 0) {  // no start is at the order's own place: the stop counts
        const travel::Leg leg =
            travel_detail::straight_leg(east, north, tree.ways.stop_s, tree.ways.detour_percent, tree.ways.speed);
        const std::int32_t seconds = constraints::at_percent(leg.seconds, node.fastest);
        cost += seconds * weights_.travel + leg.metres * weights_.distance;
        arrival += seconds;
      }
    }
    if (arrival > query_.last) return impossible;
    const std::int64_t start = std::max<std::int64_t>(arrival, query_.first);
    if (start > node.last_end) return impossible;
    if (start > query_.due) cost += (start - query_.due) * weights_.lateness;
    if (query_.per_wait_minute != 0) cost += (start - query_.ready_s + 59) / 60 * query_.per_wait_minute;
    if (!tree.least_price.empty()) cost += tree.least_price[n];
    return cost;
  }

  /// Squared decimetres beyond which no spot of the leaf can stay within the limit: a whole number of cost units below
  /// what a decimetre costs at least (a leg's metres are at most half a metre less than its length).
  [[nodiscard]] std::int64_t reach_of(const Tree& tree, std::uint32_t n) const {
    const Node& node = tree.nodes[n];
    constexpr std::int64_t everywhere = std::numeric_limits<std::int64_t>::max();
    if (limit_ >= cost_limit) return everywhere;
    const std::int64_t per_dm =
        weights_.travel * tree.ways.detour_percent * 3'600 / (std::int64_t{tree.ways.speed} * 10 * node.fastest) +
        weights_.distance * tree.ways.detour_percent / 1'000;
    if (per_dm == 0) return everywhere;
    std::int64_t left = limit_ - node.least_own + weights_.distance;
    if (!tree.least_price.empty()) left -= tree.least_price[n];
    if (left < 0) return -1;
    const std::int64_t far = std::min<std::int64_t>(left / per_dm + 1, std::int64_t{1} << 31);
    return far * far;
  }

  template <bool matrix>
  void descend(const Tree& tree) {
    stack_.clear();
    const std::int64_t whole = bound<matrix>(tree, 0);
    if (whole != impossible) stack_.push_back({whole, 0});
    while (!stack_.empty()) {
      const Pending here = stack_.back();
      stack_.pop_back();
      if (here.bound > limit_) continue;
      const Node& node = tree.nodes[here.node];
      if (node.right == 0) {
        const std::int64_t reach = matrix ? 0 : reach_of(tree, here.node);
        for (std::uint32_t i = node.begin; i < node.end; ++i) {
          if constexpr (!matrix) {
            const std::int64_t east = std::int64_t{tree.spots[i].x_dm} - x_;
            const std::int64_t north = std::int64_t{tree.spots[i].y_dm} - y_;
            if (east * east + north * north > reach) continue;
          }
          consider<matrix>(tree.ways, tree.spots[i], tree.price.empty() ? 0 : tree.price[i]);
        }
        continue;
      }
      Pending near{bound<matrix>(tree, here.node + 1), here.node + 1};
      Pending far{bound<matrix>(tree, node.right), node.right};
      if (far.bound < near.bound) std::swap(near, far);
      if (far.bound <= limit_ && far.bound != impossible) stack_.push_back(far);
      if (near.bound <= limit_ && near.bound != impossible) stack_.push_back(near);
    }
  }

  [[nodiscard]] bool settled(const Spot& spot) const {
    const TechnicianIndex technician(spot.technician);
    if (query_.demands) {
      return constraints::violated_any_day(dense_, query_.order, technician) == 0 &&
             constraints::skilled(dense_, query_.order, technician, dense_.shifts.local_day[spot.shift]);
    }
    return !query_.particular || !constraints::contains(dense_.orders.blocked[query_.order.at()], technician);
  }

  /// The terms that depend on who comes, travel, over-skill and quality apart.
  [[nodiscard]] std::int64_t personal(const Spot& spot, std::int64_t start) const {
    const std::size_t o = query_.order.at();
    const TechnicianIndex technician(spot.technician);
    std::int64_t cost = 0;
    const auto preferred = dense_.orders.preferred[o];
    if (!preferred.empty() && !constraints::contains(preferred, technician)) cost += weights_.preference;
    const TechnicianIndex previous = dense_.orders.previous_technician[o];
    if (previous.valid() && previous != technician) cost += weights_.same_technician;
    return cost + change_cost(dense_, query_.order, technician, start) * weights_.change;
  }

  /// The same arithmetic as `dispatch` and `check` use for a route with this one visit.
  template <bool matrix>
  void consider(const Ways& ways, const Spot& spot, std::int64_t price) {
    travel::Leg out;
    if constexpr (matrix) {
      out = ways.legs[spot.place * ways.size + query_.place];
      if (!out.reachable()) return;
    } else if (spot.place != query_.place) {
      out = travel_detail::straight_leg(std::int64_t{spot.x_dm} - x_, std::int64_t{spot.y_dm} - y_, ways.stop_s,
                                        ways.detour_percent, ways.speed);
    }
    const std::int32_t free_s = ride(spot, out, spot.place, query_.place);
    std::int32_t seconds = free_s;
    std::int64_t key = seconds * weights_.travel + out.metres * weights_.distance + spot.own_cost + price;
    if (key > limit_) return;
    const std::int64_t arrival = ways.pace.arrival(std::max(spot.start_s, query_.release_s), free_s);
    if (arrival > query_.last) return;
    const std::int64_t duration = std::int64_t{constraints::at_percent(query_.service_s, spot.efficiency)} +
                                  constraints::at_percent(query_.setup_s, spot.efficiency);
    std::int64_t start = std::max<std::int64_t>(arrival, query_.first);
    if (query_.starts.size() > 1 || spot.suspended || query_.closed) {
      start = constraints::earliest_start(query_.starts,
                                          constraints::shut_for(dense_, query_.order, TechnicianIndex(spot.technician)),
                                          duration, arrival);
      if (start == constraints::never) return;
    }
    if (start + duration > spot.end_s) return;
    if (ways.pace.bands != nullptr) {
      const std::int64_t leaves = ways.pace.departure(start, free_s);
      seconds = static_cast<std::int32_t>(ways.pace.arrival(leaves, free_s) - leaves);
      key += (seconds - free_s) * weights_.travel;
    }
    if (start > query_.due) key += (start - query_.due) * weights_.lateness;
    if (query_.per_wait_minute != 0) key += (start - query_.ready_s + 59) / 60 * query_.per_wait_minute;
    if (key > limit_) return;
    travel::Leg back;
    if (spot.home == spot.place && !matrix) {
      back = out;
    } else if (spot.home != LocationIndex::none().value) {
      back = ways.leg(query_.place, spot.home);
      if (!back.reachable()) return;
    }
    const std::int64_t ready = start + duration;
    const std::int64_t home_s =
        spot.home == LocationIndex::none().value ? 0 : ride(spot, back, query_.place, spot.home);
    const std::int64_t back_s = ways.pace.arrival(ready, home_s) - ready;
    if (ready + back_s > spot.end_s) return;
    if (seconds + back_s > spot.max_travel_s) return;
    if (std::int64_t{out.metres} + back.metres > spot.max_distance_m) return;
    if (std::max<std::int64_t>(seconds, back_s) > dense_.technicians.max_leg_s[spot.technician]) return;
    if (query_.capped && constraints::over_a_cap(dense_, query_.order, ShiftIndex(spot.shift),
                                                 [](std::uint32_t) { return std::int64_t{0}; }))
      return;
    if (!settled(spot)) return;
    std::int32_t levels = spot.levels;
    if (query_.demands) {
      levels =
          static_cast<std::int32_t>(constraints::levels_above(*scale_.problem, query_.order, ShiftIndex(spot.shift)));
      key += levels * weights_.over_skill;
    }
    if (query_.particular) key += personal(spot, start);
    if (!weights_.fairness.empty()) key += unfairness(spot, seconds + duration);
    if (std::pair(key, spot.shift) > std::pair(limit_, worst_shift_)) return;
    if (!taken_.empty() && constraints::contains(taken_, spot.shift)) return;
    keep({.key = key,
          .shift = spot.shift,
          .travel_s = seconds,
          .metres = out.metres,
          .start_s = static_cast<std::int32_t>(start),
          .levels = levels});
  }

  /// On free roads, entries of compounds included.
  [[nodiscard]] std::int32_t ride(const Spot& spot, const travel::Leg& leg, std::uint32_t from,
                                  std::uint32_t to) const {
    return constraints::entered(constraints::at_speed(leg, spot.speed),
                                dense_.compounds.entry(LocationIndex(from), LocationIndex(to)))
        .seconds;
  }

  [[nodiscard]] std::int64_t unfairness(const Spot& spot, std::int64_t work) const {
    const std::vector<FairnessPiece>& pieces = scale_.problem->data().objective.fairness;
    const std::int64_t carried = dense_.technicians.load_carried_s[spot.technician];
    std::int64_t cost = 0;
    for (std::size_t k = 0; k < pieces.size(); ++k) cost += work_above(pieces[k], carried, work) * weights_.fairness[k];
    return cost;
  }

  void keep(const Hit& hit) {
    if (most_ == 0 || hits_.size() < most_) {
      hits_.push_back(hit);
      if (hits_.size() == most_) heap_up();
      return;
    }
    const std::uint32_t slot = ranks_.front().hit;
    hits_[slot] = hit;
    sink(0, {hit.key, hit.shift, slot});
    limit_ = ranks_.front().key;
    worst_shift_ = ranks_.front().shift;
  }

  void heap_up() {
    ranks_.resize(hits_.size());
    for (std::uint32_t i = 0; i < hits_.size(); ++i) ranks_[i] = {hits_[i].key, hits_[i].shift, i};
    for (std::size_t i = ranks_.size() / 2; i-- > 0;) sink(i, ranks_[i]);
    limit_ = ranks_.front().key;
    worst_shift_ = ranks_.front().shift;
  }

  /// `rank` takes the hole at `at` or a place below it.
  void sink(std::size_t at, Rank rank) {
    const std::size_t size = ranks_.size();
    Rank* const heap = ranks_.data();
    for (std::size_t child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && heap[child].below(heap[child + 1])) ++child;
      if (!rank.below(heap[child])) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = rank;
  }

  const Scale& scale_;
  const Dense& dense_;
  const Weights& weights_;
  Query query_;
  std::size_t most_ = 0;
  std::int64_t limit_ = 0;
  std::uint32_t worst_shift_ = 0;
  std::span<const std::uint32_t> taken_;
  std::int32_t x_ = 0;
  std::int32_t y_ = 0;
  std::vector<Hit> hits_;
  std::vector<Hit> sorted_;
  std::vector<Rank> ranks_;
  std::vector<std::uint64_t> by_shift_;
  std::vector<Pending> stack_;
};

}  // namespace matching_detail
}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI

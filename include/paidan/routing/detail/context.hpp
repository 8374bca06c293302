// What every lane of a search reads: travel and durations at each technician's pace, candidate pairs with their costs.
// Built once, immutable, shared across threads.
#pragma once

#include <paidan/constraints/detail/pace.hpp>
#include <paidan/model/problem.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Sequences of orders, by shift.
using Visits = std::vector<std::vector<std::uint32_t>>;

class Context {
 public:
  static constexpr std::uint32_t no_pair = 0xffffffffU;
  /// Above this many pairs each order keeps only its nearest shifts as candidates.
  static constexpr std::size_t max_pairs = 20'000'000;
  /// Tables over orders and shifts are made up to this many entries of four bytes.
  static constexpr std::size_t max_pair_table = 4'000'000;

  PAIDAN_EXPORT explicit Context(Problem problem);
  /// The same, where most is as it was: with one order more, less or changed, ways and pairs of all the others are
  /// taken over. Equal to one made anew, whatever changed.
  PAIDAN_EXPORT Context(Problem problem, const Context& before);

  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] const Dense& dense() const { return *dense_; }
  [[nodiscard]] const Objective& weights() const { return *weights_; }
  [[nodiscard]] std::size_t order_count() const { return dense_->orders.location.size(); }
  [[nodiscard]] std::size_t shift_count() const { return dense_->shifts.technician.size(); }
  [[nodiscard]] std::size_t technician_count() const { return dense_->technicians.group.size(); }

  [[nodiscard]] constraints::Hop hop(std::uint32_t technician, std::uint32_t from, std::uint32_t to) const {
    if (!tables_.empty()) return tables_[table_of_[technician]][std::size_t{from} * locations_ + to];
    return far_hop(technician, from, to);
  }
  /// Legs at a technician's pace, [from · places + to]; null when they would be too many.
  [[nodiscard]] const constraints::Hop* table(std::uint32_t technician) const {
    return tables_.empty() ? nullptr : tables_[table_of_[technician]].data();
  }
  /// The same with the places changed round, [to · places + from]: whoever looks for a place for one visit reads one
  /// row.
  [[nodiscard]] const constraints::Hop* table_back(std::uint32_t technician) const {
    if (tables_.empty()) return nullptr;
    const std::vector<constraints::Hop>& back = backs_[table_of_[technician]];
    return back.empty() ? table(technician) : back.data();
  }
  [[nodiscard]] std::size_t places() const { return locations_; }
  [[nodiscard]] std::int32_t service_s(std::uint32_t technician, std::uint32_t order) const {
    return constraints::service_s(*dense_, TechnicianIndex(technician), OrderIndex(order));
  }
  [[nodiscard]] std::int32_t setup_s(std::uint32_t technician, std::uint32_t order) const {
    const std::int32_t setup = dense_->orders.setup_s[order];
    return setup == 0 ? 0 : constraints::setup_s(*dense_, TechnicianIndex(technician), OrderIndex(order));
  }

  /// Candidate shifts of an order, rising: pairs [pair_begin(o), pair_begin(o + 1)).
  [[nodiscard]] std::size_t pair_begin(std::size_t order) const { return pair_begin_[order]; }
  [[nodiscard]] std::size_t pair_count() const { return pair_shift_.size(); }
  [[nodiscard]] std::uint32_t pair_shift(std::size_t pair) const { return pair_shift_[pair]; }
  /// Pair cost less the order's unserved cost: what serving it in that shift adds to the plan, travel and time aside.
  [[nodiscard]] std::int64_t pair_cost(std::size_t pair) const { return pair_cost_[pair]; }
  [[nodiscard]] PAIDAN_EXPORT std::uint32_t find_pair(std::uint32_t order, std::uint32_t shift) const;

  [[nodiscard]] std::int64_t unserved_total() const { return unserved_total_; }
  [[nodiscard]] bool has_fairness() const { return has_fairness_; }
  /// Cost of a technician's paid work.
  [[nodiscard]] std::int64_t fairness(std::int64_t work_s) const {
    std::int64_t cost = 0;
    for (const FairnessPiece& piece : weights_->fairness) {
      if (work_s > piece.over.seconds) cost += piece.per_second * (work_s - piece.over.seconds);
    }
    return cost;
  }

 private:
  [[nodiscard]] PAIDAN_EXPORT constraints::Hop far_hop(std::uint32_t technician, std::uint32_t from,
                                                       std::uint32_t to) const;
  void read_objective();
  void build_travel();
  void build_pairs();
  [[nodiscard]] std::vector<std::uint8_t> used_places() const;
  void fill_row(std::uint32_t profile, std::size_t from, std::vector<travel::Leg>& legs);
  void turn_round(std::size_t table);
  bool take_travel(const Context& before);
  bool take_pairs(const Context& before);
  void add_pairs(std::size_t order, std::span<const ShiftIndex> shifts);
  void index_pairs();

  Problem problem_;
  const Dense* dense_;
  const Objective* weights_;
  std::size_t locations_ = 0;
  std::vector<std::vector<constraints::Hop>>
      tables_;  // per travel profile and speed; empty when they would be too large
  std::vector<std::vector<constraints::Hop>> backs_;  // transposed; empty where all ways are as long back
  std::vector<std::uint32_t> table_of_;
  std::vector<std::pair<std::uint32_t, std::int32_t>> paces_;  // profile and speed of each table
  std::vector<std::uint8_t> used_;                             // places whose ways are in the tables
  std::vector<std::size_t> pair_begin_;
  std::vector<std::uint32_t> pair_shift_;
  std::vector<std::int64_t> pair_cost_;
  std::vector<std::uint32_t> pair_at_;  // order × shift → pair, when small
  std::int64_t unserved_total_ = 0;
  bool has_fairness_ = false;
  bool all_pairs_ = true;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/context.ipp>
#endif

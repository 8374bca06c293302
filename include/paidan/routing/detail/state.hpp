// A plan under construction: sequences of visits with exact costs, undo, and cached insertions.
#pragma once

#include <paidan/model/plan.hpp>
#include <paidan/routing/detail/context.hpp>
#include <paidan/routing/detail/schedule.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// "Cannot be done." Larger than any cost.
inline constexpr std::int64_t infeasible = std::numeric_limits<std::int64_t>::max();

/// What a route would look like.
struct Change {
  std::uint32_t shift = 0;
  std::span<const std::uint32_t> visits;  ///< order indices
};

/// Where an order would go, and what that adds to the plan's cost, exactly (serving it saves its unserved cost).
struct Spot {
  std::int64_t delta = infeasible;
  std::uint32_t shift = 0;
  std::uint32_t position = 0;
};

/// Not thread-safe; copies share the context. Every change is exact: `cost()` is the plan's total at any time.
class State {
 public:
  PAIDAN_EXPORT explicit State(const Context& context);

  [[nodiscard]] const Context& context() const { return *context_; }
  [[nodiscard]] std::int64_t cost() const { return cost_; }
  [[nodiscard]] std::uint32_t unserved() const { return unserved_; }
  [[nodiscard]] std::span<const Step> steps(std::uint32_t shift) const { return routes_[shift].steps; }
  [[nodiscard]] std::size_t size(std::uint32_t shift) const { return routes_[shift].steps.size(); }
  /// Shift that serves the order, or `Context::no_pair`.
  [[nodiscard]] std::uint32_t shift_of(std::uint32_t order) const { return where_[order]; }
  [[nodiscard]] PAIDAN_EXPORT std::size_t position_of(std::uint32_t order) const;

  /// Change of `cost()` if these (different) routes became so; `infeasible` if one of them cannot. Orders that leave or
  /// enter the plan count their unserved cost; no order may end up in two routes.
  /// With a `limit` the answer may also be `infeasible` when the delta is not below it; that is found sooner.
  [[nodiscard]] PAIDAN_EXPORT std::int64_t delta(std::span<const Change> changes, std::int64_t limit = infeasible);
  /// Make it so; the changes must be feasible. Returns the same delta.
  PAIDAN_EXPORT std::int64_t apply(std::span<const Change> changes);

  /// Cheapest feasible insertion of an unserved order into the shift of this pair; cached until the route changes.
  [[nodiscard]] PAIDAN_EXPORT Spot best_spot(std::uint32_t order, std::size_t pair);
  /// Change of `cost()` when the order goes exactly there.
  [[nodiscard]] PAIDAN_EXPORT std::int64_t insertion_delta(std::uint32_t order, std::uint32_t shift,
                                                           std::uint32_t position);
  /// In time, can the visits of `b` from `b_cut` on follow the first `a_cut` visits of `a`? A quick no is certain.
  [[nodiscard]] PAIDAN_EXPORT bool could_join(std::uint32_t a, std::size_t a_cut, std::uint32_t b,
                                              std::size_t b_cut) const;

  /// From now on changes are remembered …
  PAIDAN_EXPORT void begin();
  /// … and taken back, or kept.
  PAIDAN_EXPORT void rollback();
  void commit() { journal_size_ = 0; }
  /// Shifts changed since `begin`.
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::uint32_t> touched() const;

  using Visits = std::vector<std::vector<std::uint32_t>>;
  /// The sequences, by shift.
  [[nodiscard]] PAIDAN_EXPORT Visits visits() const;
  /// Replace everything; the sequences must be feasible.
  PAIDAN_EXPORT void assign(const Visits& visits);

 private:
  struct Sums {
    std::int64_t travel_s = 0;
    std::int64_t distance_m = 0;
    std::int64_t duration_s = 0;
    std::int64_t pair_cost = 0;
  };
  struct Path {
    std::vector<Step> steps;
    std::vector<std::int64_t> leaves;      // earliest time at each gap, rests left out
    std::vector<std::int64_t> latest_end;  // latest end of each visit from which the rest can be done, rests left out
    Sums sums;
    std::int64_t last_leg_s = 0;
    std::int64_t last_leg_m = 0;
    std::int64_t timed_cost = 0;
    std::int64_t cost = 0;
    std::int64_t work_s = 0;
    std::int64_t paid_rest_s = 0;
    std::uint64_t version = 0;
  };
  struct Cached {
    std::uint64_t version = 0;
    std::int64_t delta = infeasible;
    std::uint32_t position = 0;
  };
  struct Saved {
    std::uint32_t shift = 0;
    std::uint64_t technician_version = 0;
    Path path;
  };

  [[nodiscard]] Frame frame(std::uint32_t shift, std::int64_t last_leg_s) const;
  [[nodiscard]] std::uint32_t technician(std::uint32_t shift) const {
    return context_->dense().shifts.technician[shift].value;
  }
  bool lay_out(std::uint32_t shift, std::span<const std::uint32_t> visits, Path& path) const;
  bool evaluate(std::uint32_t shift, Path& path);
  [[nodiscard]] std::int64_t static_cost(std::uint32_t shift, const Path& path) const;
  [[nodiscard]] std::int64_t fairness_delta(std::span<const Change> changes) const;
  void prepare_bounds(std::uint32_t shift, Path& path) const;
  void put(std::uint32_t shift, Path& path);
  void remember(std::uint32_t shift);
  void refresh(std::uint32_t technician);
  void use_parts(std::uint32_t shift, const Path& path, std::int64_t sign);
  [[nodiscard]] bool parts_fit(std::uint32_t technician, std::span<const Change> changes);
  [[nodiscard]] bool enough_parts(std::uint32_t technician, std::uint32_t order) const;
  [[nodiscard]] std::uint64_t version(std::uint32_t shift) const;
  [[nodiscard]] std::size_t stock_row(std::uint32_t technician, PartIndex part) const;
  Cached scan(std::uint32_t order, std::size_t pair, std::uint32_t shift, std::size_t first, std::size_t last);

  const Context* context_;
  Clock clock_;
  std::vector<Path> routes_;
  std::vector<std::uint32_t> where_;
  std::vector<std::int64_t> technician_work_;
  std::vector<std::int64_t> technician_fairness_;
  std::vector<std::uint64_t> technician_version_;
  std::vector<std::int64_t> parts_left_;  // at the first stock row of each technician and part
  std::vector<Cached> cache_;             // by pair
  std::vector<Saved> journal_;
  std::size_t journal_size_ = 0;
  bool journaling_ = false;
  std::vector<std::uint64_t> marked_;
  std::uint64_t mark_ = 0;
  std::uint64_t next_version_ = 1;
  std::int64_t cost_ = 0;
  std::uint32_t unserved_ = 0;
  bool any_parts_ = false;
  Path draft_;                // scratch of one route
  std::vector<Path> drafts_;  // scratch of `delta`
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/state.ipp>
#endif

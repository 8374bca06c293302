// Routes that fetch at depots, and what they take of stock that others take, too.
#pragma once

#include <paidan/model/problem.hpp>
#include <paidan/routing/detail/calls.hpp>
#include <paidan/routing/timing.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Chooses the call of each route by the rule; where several would then take more of a part than a van that shifts
/// share or a depot has, some call elsewhere, at the least cost in goals, and where that does not help either, the
/// order that weighs least stays unserved.
class SuppliedRoutes {
 public:
  PAIDAN_EXPORT explicit SuppliedRoutes(const Problem& problem);

  /// One that cannot be timed has no route.
  PAIDAN_EXPORT void add(ShiftIndex shift, std::span<const OrderIndex> visits);
  /// Linked visits start at these, by order, or later.
  void set_floors(std::span<const std::int32_t> floors) { floors_ = floors; }
  /// To be asked once, when all are in.
  PAIDAN_EXPORT void settle();

  [[nodiscard]] std::size_t size() const { return routes_.size(); }
  [[nodiscard]] const Timed& timed(std::size_t route) const { return routes_[route].options[routes_[route].chosen]; }
  [[nodiscard]] ShiftIndex shift(std::size_t route) const { return routes_[route].shift; }
  /// Orders that stay unserved.
  [[nodiscard]] const std::vector<OrderIndex>& left_out() const { return left_out_; }

 private:
  struct Entry {
    ShiftIndex shift;
    std::vector<OrderIndex> visits;
    std::vector<Timed> options;                                            ///< best first
    std::vector<std::vector<std::pair<std::size_t, std::int64_t>>> takes;  ///< by option: row of stock, pieces
    std::size_t chosen = 0;
  };

  void find_options(Entry& entry);
  void take(const Entry& entry, std::int64_t sign);
  [[nodiscard]] std::int64_t lacking() const;
  bool move_a_call();
  void leave_one_out();
  [[nodiscard]] std::size_t row_of(const Entry& entry, DepotIndex depot, PartIndex part) const;

  const Problem& problem_;
  std::vector<Entry> routes_;
  std::vector<std::int64_t> left_;  // by `stock_row`
  std::vector<OrderIndex> left_out_;
  std::span<const std::int32_t> floors_;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/supplied_routes.ipp>
#endif

// An order at some place of a shift, among the others that the plan has there.
#pragma once

#include <paidan/routing/timing.hpp>  // before layout.hpp: header-only, it includes that one itself

#include <paidan/routing/detail/layout.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

/// One shift's other visits, as the plan has them.
struct Others {
  ShiftIndex shift;
  std::vector<OrderIndex> visits;
  std::vector<std::int32_t> starts;  ///< in the plan
  std::vector<std::int64_t> stock;   ///< left by other routes, by row
  std::int64_t cost = 0;             ///< of the route without the order
  Goals goals;                       ///< the same
  std::int64_t work_s = 0;
  std::int64_t worst_late_s = 0;
  std::int64_t travel_s = 0;
};

/// The order at one position, with a call at a depot or none. `needed` must be relaxed whatever else is; of `timely`,
/// some subset. Where `needless` is relaxed the route would not call.
struct Insert {
  const Others* others = nullptr;
  std::size_t position = 0;
  std::vector<OrderIndex> visits;
  routing::routing_detail::Layout layout;
  FamilyBits needed = 0;
  FamilyBits timely = 0;
  FamilyBits needless = ~FamilyBits{0};

  [[nodiscard]] bool same_place(const Insert& other) const {
    return others == other.others && position == other.position;
  }
  /// The order's own step.
  [[nodiscard]] std::size_t step() const { return layout.step_of(position); }
};

}  // namespace dispatch_detail
}  // namespace paidan::inline PAIDAN_ABI

// Parts on vans and at depots, as the tours of a plan take them.
#pragma once

#include <paidan/model/detail/supply.hpp>
#include <paidan/routing/detail/rich/item.hpp>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// Counts nothing where the problem has no depots: what a visit takes off the van then hangs on nothing else.
class Supply {
 public:
  PAIDAN_EXPORT explicit Supply(const Ground& ground);

  /// Tools, and enough of all parts that other visits leave, behind a call at this depot (`none`: behind none).
  [[nodiscard]] PAIDAN_EXPORT bool at_hand(Index technician, Index depot, Index order) const;
  /// One visit behind a call, or none, comes or goes (−1).
  PAIDAN_EXPORT void use(Index technician, Index depot, Index order, std::int64_t sign);
  /// A tour's stops come, or go.
  PAIDAN_EXPORT void use(Index technician, std::span<const Item> items, std::int64_t sign);
  void exchange(Index technician, std::span<const Item> old, std::span<const Item> now) {
    use(technician, old, -1);
    use(technician, now, 1);
  }
  struct Change {
    Index technician = 0;
    std::span<const Item> old;
    std::span<const Item> now;
  };
  /// Would all be there that tours take if they changed so?
  [[nodiscard]] PAIDAN_EXPORT bool suffices(std::initializer_list<Change> changes);

 private:
  [[nodiscard]] std::uint32_t row_of(Index technician, Index depot, PartIndex part) const;

  const Dense* dense_;
  bool counts_ = false;
  bool short_ = false;              // some depot keeps less than all might fetch, or shifts share a van
  std::vector<std::int64_t> left_;  // by `stock_row`
};

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/supply.ipp>
#endif

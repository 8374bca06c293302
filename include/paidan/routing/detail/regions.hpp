// Too many orders to search at once: the plan is cut into regions of tours near each other, which share no order.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/routing/detail/context.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Tours, the orders in them, and orders in no tour that may find their place there. Both rise.
struct Region {
  std::vector<std::uint32_t> tours;
  std::vector<std::uint32_t> orders;
  friend bool operator==(const Region&, const Region&) = default;
};

/// What stays together.
enum class Cut : std::uint8_t {
  days,    ///< the tours of one day, each by itself
  people,  ///< all tours of a technician, whatever the day
};

/// Do the tours of some technician draw on something together – parts on the van, limits over several shifts, fairness?
/// They then may not lie in different regions.
[[nodiscard]] PAIDAN_EXPORT bool tours_hang_together(const Problem& problem);

/// Regions of about `size` orders: halved again and again by the way to two tours drawn, so that other numbers cut
/// elsewhere. Every tour is in one of them, and so is every order but those that may be served on no day, and those
/// that are far too many for the tours there: other numbers look at others.
[[nodiscard]] PAIDAN_EXPORT std::vector<Region> cut_regions(const Problem& problem, const Visits& visits, Cut cut,
                                                            std::size_t size, std::uint64_t seed);

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/regions.ipp>
#endif

// A region as a problem of its own, with the ways, prices and rules of the whole one.
#pragma once

#include <paidan/model/problem.hpp>
#include <paidan/routing/detail/regions.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Tours and orders have their places in the region as numbers. All technicians are in it, since orders name them and
/// ratings are measured by their mean, but who has no tour in it has no shift. Ways are taken over leg by leg.
[[nodiscard]] PAIDAN_EXPORT Problem region_problem(const Problem& problem, const Region& region);

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/region_problem.ipp>
#endif

// A first plan, for the annealing to start from.
#pragma once

#include <paidan/routing/detail/anneal/near.hpp>
#include <paidan/routing/detail/anneal/sequence.hpp>
#include <paidan/routing/detail/anneal/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// The best of the plans in which every visit, in the order of one rule, goes where it costs least, at less than
/// `missed_rate` times its weight.
[[nodiscard]] PAIDAN_EXPORT State construct(const Ground& ground, const Near& near, const Sequence& sequence,
                                            std::int64_t missed_rate);

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/construct.ipp>
#endif

// How the work of a search is shared out between annealings and children.
#pragma once

#include <paidan/routing/detail/anneal/cooling.hpp>

#include <cstddef>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// From here on a search that is steered by prices goes down by the goals themselves, from the best plan.
inline constexpr anneal::Share last_part = anneal::whole_work / 32 * 31;

/// Of one variant of the search; steps are those a visit.
struct Effort {
  std::int64_t least_steps = 0;   ///< of the whole work, for more than one annealing
  std::int64_t anneal_steps = 0;  ///< of each annealing, at least
  std::int64_t most_anneals = 0;
  std::int64_t child_steps = 0;
  std::size_t plans = 0;       ///< kept to be parents
  bool ends_strictly = false;  ///< the last part of the work belongs to the best plan
  bool colds = false;          ///< every second annealing begins cold, from a plan put together at random
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

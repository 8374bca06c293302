// How a town drives, from drives that were: speed, detour, stop and the hours of traffic.
#pragma once

#include <paidan/travel/data.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

/// How far off a way of telling drives is, on drives that it was not fitted to.
struct FitError {
  std::string by;        ///< `fitted`, `one speed` (fitted without hours), `assumed` (the defaults)
  Duration median;       ///< of the absolute errors
  Duration nine_in_ten;  ///< nine in ten are no more off
  Duration mean;         ///< told less what it took: more than 0 says too long
  friend bool operator==(const FitError&, const FitError&) = default;
};

struct TravelFit {
  StraightLineOptions straight_line;  ///< on free roads: at the quickest hours
  std::vector<TravelBand> bands;
  std::int32_t drives = 0;    ///< given
  std::int32_t left_out = 0;  ///< to the same place, or at a speed that cannot be
  std::int32_t without_metres = 0;
  std::int32_t held_back = 0;  ///< of those used, every fifth, for the errors
  std::vector<FitError> errors;
  friend bool operator==(const TravelFit&, const TravelFit&) = default;
};

/// Fewer drives that can be used say nothing.
inline constexpr std::size_t fewest_drives = 50;

/// Detour: median of road over straight metres where both are told by at least 30 of the drives fitted to, else the
/// default. Speed and stop: by least absolute deviations (iteratively reweighted) of what drives took in units of their
/// hour; hours: the median of what they took over what that speed says, by hour of the day, on working days and
/// weekends apart where both have drives enough, and hours alike made one band. An hour with less than 20 drives is as
/// quick as free roads. Throws InvalidInput: places of different datums, less than `fewest_drives` that can be used.
[[nodiscard]] PAIDAN_EXPORT TravelFit fit(std::span<const Drive> drives);

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/travel/fit.ipp>
#endif

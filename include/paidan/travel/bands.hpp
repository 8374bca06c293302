// Traffic by the hour: how far one gets in how long, whenever one leaves.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/core/time.hpp>
#include <paidan/travel/data.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

/// Speed over time: at each moment that of its band, so that who leaves later never arrives sooner, whatever the
/// percentages (Ichoua, Gendreau, Potvin 2003). Immutable. Times are seconds from an origin.
///
/// In a band of p percent a second takes one 100/p further, rounded up to a 2^30th; a drive ends with the first whole
/// second in which the way is done.
class Bands {
 public:
  Bands() = default;
  /// Bands, which are valid, of the local days that [first, last] touches and of the day before and behind; other days
  /// have none.
  PAIDAN_EXPORT Bands(std::span<const TravelBand> bands, const ZoneRules& zone, Instant origin, Instant first,
                      Instant last);

  /// What is wrong with bands: a time of day, a percentage or a weekday out of range, an end before its beginning, two
  /// at one time of a weekday. Percentages cannot be such that who leaves later is there sooner: they are speeds.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(std::span<const TravelBand> bands);

  /// No band is ever met: all ways take as long as they say.
  [[nodiscard]] bool empty() const { return from_.empty(); }
  /// When a way of so many seconds that is begun at t is done.
  [[nodiscard]] PAIDAN_EXPORT std::int64_t arrival(std::int64_t t, std::int64_t way_s) const;
  /// When it has to be begun at the latest to be done at t.
  [[nodiscard]] PAIDAN_EXPORT std::int64_t departure(std::int64_t t, std::int64_t way_s) const;

 private:
  // One entry a stretch of one speed; before the first one and from the last one on it is that of the ways.
  std::vector<std::int64_t> from_;  // seconds from the origin
  std::vector<std::int64_t> rate_;  // way a second, in 2^-30 s
};

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/travel/bands.ipp>
#endif

// Why a technician cannot take an order: constraint families, each of which can be relaxed.
#pragma once

#include <paidan/core/error.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// Constraint families in code order; the order breaks ties between reason sets of equal size.
enum class Family : std::uint8_t {
  skill,        ///< required skill missing, level too low, or certificate not valid on the shift's local date
  suspended,    ///< technician suspended at that time
  allowed,      ///< not on the order's allowed list, or on its blocked list
  group,        ///< order belongs to another group or region
  language,     ///< none of the languages the customer asked for
  tools,        ///< a tool the order needs is not on the van
  parts,        ///< the van's stock does not suffice
  reach,        ///< no way from the previous or to the next place
  window,       ///< order's own hard windows, release time, hard promise
  shift,        ///< shift hours including the overtime cap
  breaks,       ///< a break would not fit
  jobs,         ///< maximum number of jobs
  travel_time,  ///< maximum travel time
  distance,     ///< maximum distance
  pin,          ///< order is pinned to another technician or time
  commitments,  ///< hard windows, promises and pins of the other visits
  links,        ///< orders it is linked to are not served, or not at the right distance
};
inline constexpr int family_count = 17;

/// Set of families as the engines count with it; bit i = family i. There is room for 64.
using FamilyBits = std::uint64_t;
inline constexpr FamilyBits every_family = (FamilyBits{1} << family_count) - 1;
[[nodiscard]] constexpr FamilyBits bit(Family family) { return FamilyBits{1} << static_cast<unsigned>(family); }
[[nodiscard]] constexpr bool has(FamilyBits set, Family family) { return (set & bit(family)) != 0; }

/// Fewer families, or as many that come first in the order of sorted lists of codes.
[[nodiscard]] constexpr bool simpler(FamilyBits a, FamilyBits b) {
  if (std::popcount(a) != std::popcount(b)) return std::popcount(a) < std::popcount(b);
  const FamilyBits differing = a ^ b;
  return differing != 0 && (a >> static_cast<unsigned>(std::countr_zero(differing)) & 1U) != 0;
}

/// The same as a value of a result: names to the outside, in code order.
struct FamilySet {
  FamilyBits bits = 0;
  constexpr FamilySet() = default;
  constexpr FamilySet(FamilyBits all) : bits(all) {}      // NOLINT(google-explicit-constructor): the same set
  constexpr operator FamilyBits() const { return bits; }  // NOLINT(google-explicit-constructor)
  [[nodiscard]] PAIDAN_EXPORT std::vector<Family> list() const;
};

struct FamilyInfo {
  std::string_view code;  ///< stable snake_case name
  std::string_view en;    ///< short name in running text
  std::string_view zh;
};
[[nodiscard]] PAIDAN_EXPORT const FamilyInfo& info(Family family);

/// One reason as data: its family, what exactly is missing, and the names a text needs.
/// `detail` is a stable code inside the family, e.g. `skill_missing`, `skill_level`, `certificate_expired`.
struct Reason {
  Family family{};
  std::string detail;
  std::vector<Parameter> parameters;
  friend bool operator==(const Reason&, const Reason&) = default;
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/core/reason.ipp>
#endif

// In which order visits are put back.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/anneal/ground.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// What a visit that goes first is like.
enum class First : std::uint8_t { heavy, far, near, narrow, early, late };
inline constexpr std::size_t first_count = 6;

class Sequence {
 public:
  PAIDAN_EXPORT explicit Sequence(const Ground& ground);

  /// By one rule; equal ones stay as they stand.
  PAIDAN_EXPORT void by(First first, std::vector<Index>& visits) const;
  /// In random order, or by a rule drawn, equal ones in random order.
  PAIDAN_EXPORT void drawn(std::vector<Index>& visits, SplitMix64& random) const;

 private:
  std::vector<std::array<std::int32_t, first_count>> keys_;  // by visit, least first
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/sequence.ipp>
#endif

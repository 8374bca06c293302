// In which order visits are put back.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/rich/ground.hpp>

#include <array>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

enum class First : std::uint8_t { dear, brief, lengthy, far, near, narrow, early, late };
inline constexpr std::size_t first_count = 8;

class Sequence {
 public:
  PAIDAN_EXPORT explicit Sequence(const Ground& ground);

  PAIDAN_EXPORT void by(First first, std::vector<Index>& orders) const;
  /// By a rule that is drawn, or in no order at all.
  PAIDAN_EXPORT void drawn(std::vector<Index>& orders, SplitMix64& random) const;

 private:
  std::vector<std::array<std::int64_t, first_count>> keys_;
};

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/sequence.ipp>
#endif

// Now and then a good place is not seen: what keeps greedy insertion from building the same plan again.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/anneal/chance.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// One look in `one_in` on average, each on its own. The looks between two blinks are drawn at once (they are
/// distributed geometrically), so a look costs a counter and no random number.
class Blink {
 public:
  /// one_in > 1; 0: never.
  explicit Blink(std::uint32_t one_in, SplitMix64& random)
      : rate_(one_in == 0 ? 0 : minus_ln(~std::uint64_t{0} - ~std::uint64_t{0} / one_in)) {
    draw(random);
  }

  [[nodiscard]] bool operator()(SplitMix64& random) {
    if (--left_ >= 0) return false;
    draw(random);
    return true;
  }

 private:
  void draw(SplitMix64& random) {
    left_ = rate_ == 0 ? INT64_MAX : static_cast<std::int64_t>(minus_ln(random.next()) / rate_);
  }

  std::uint64_t rate_;     // −ln of the share that is seen, · 2^32
  std::int64_t left_ = 0;  // looks before the next blink
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

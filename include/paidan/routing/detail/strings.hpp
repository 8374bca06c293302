// How much a ruin takes out: strings of visits, in the numbers that both variants share.
#pragma once

#include <paidan/core/random.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Strings no longer than an average tour, and as many of them as give the average number of visits (Christiaens and
/// Vanden Berghe: "Slack Induction by String Removals for Vehicle Routing Problems", Transportation Science 54, 2020).
class Strings {
 public:
  /// Of a plan with so many visits in so many tours; both above 0.
  Strings(std::size_t visits, std::size_t tours) : span_(std::min(longest * one, visits * one / tours)) {}

  /// How many this time.
  [[nodiscard]] std::uint32_t count(SplitMix64& random) const {
    return up_to(std::max(one, 4 * average * one * one / (one + span_) - one), random);
  }

  /// What is taken out of a tour: so many visits, from a string that keeps some more in its middle.
  struct Cut {
    std::uint32_t length = 0;
    std::uint32_t spared = 0;
  };
  [[nodiscard]] Cut cut(std::uint32_t size, SplitMix64& random) const {
    Cut cut{std::min(size, up_to(std::min(size * one, span_), random)), 0};
    if (cut.length > 1 && cut.length < size && random.below(2) == 0) {
      cut.spared = 1;
      while (cut.length + cut.spared < size && random.below(2) == 0) ++cut.spared;
    }
    return cut;
  }

 private:
  static constexpr std::uint64_t average = 10;  ///< visits taken out a step, about
  static constexpr std::uint64_t longest = 10;
  static constexpr std::uint64_t one = 1U << 16U;

  /// ⌊1 + u · span⌋ for a uniform u and a span with 16 bits behind the point.
  [[nodiscard]] static std::uint32_t up_to(std::uint64_t span_q16, SplitMix64& random) {
    return 1 + static_cast<std::uint32_t>((random.next() >> 32U) * span_q16 >> 48U);
  }

  std::uint64_t span_;  // longest string, with 16 bits behind the point
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
